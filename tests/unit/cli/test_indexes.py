"""Numbers of files as people type them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byhand.cli.choosing import entries_chosen
from byhand.cli.indexes import indexes_meant, written
from byhand.domain.manifest import ENTRY_LIMIT
from byhand.domain.ranges import RangeSet, decode_ranges
from byhand.errors import UsageError
from tests.helpers.file_rows import FOLDER_TREE, file_row


@pytest.mark.parametrize(
    ("text", "ranges"),
    [
        ("0", [(0, 1)]),
        ("1,3-7", [(1, 2), (3, 8)]),
        (" 3-7 , 1 2", [(1, 8)]),
        ("5-5", [(5, 6)]),
        ("007", [(7, 8)]),
        (f"{ENTRY_LIMIT - 1}", [(ENTRY_LIMIT - 1, ENTRY_LIMIT)]),
    ],
)
def test_numbers_and_ranges_are_understood(text: str, ranges: list[tuple[int, int]]) -> None:
    assert list(indexes_meant(text)) == ranges


@pytest.mark.parametrize(
    "text",
    [
        *("", ",", "1,", "1,,2", "-1", "1-", "2-1", "1--2", "a", "1.5", "٣", "1;2", "0x1"),
        *(f"{ENTRY_LIMIT}", f"0-{ENTRY_LIMIT}", "9" * 400),
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="no numbers of files"):
        indexes_meant(text)


@given(st.text())
def test_whatever_is_typed_is_numbers_in_bounds_or_refused(text: str) -> None:
    shown, found = "", RangeSet()
    try:
        found = indexes_meant(text)
    except UsageError as error:
        shown = str(error)
    assert bool(shown) is not bool(found)
    assert all(0 <= start < end <= ENTRY_LIMIT for start, end in found)
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e]", shown)


@given(st.from_regex(r"[0-9]{1,3}([, -][0-9]{1,3})*", fullmatch=True))
def test_what_looks_like_numbers_is_each_of_them_or_refused(text: str) -> None:
    try:
        found = indexes_meant(text)
    except UsageError:
        assert "-" in text  # backwards, or two in a row
        return
    assert all(int(number) in found for number in re.findall("[0-9]+", text))


@given(st.sets(st.integers(0, 300), min_size=1))
def test_what_is_written_is_understood_as_the_same(numbers: set[int]) -> None:
    indexes = RangeSet((number, number + 1) for number in numbers)
    assert indexes_meant(written(indexes)) == indexes


@given(st.sets(st.integers(0, len(FOLDER_TREE) - 1), min_size=1))
def test_a_choice_holds_what_was_typed_and_all_that_lies_in_a_folder_of_it(
    numbers: set[int],
) -> None:
    chosen = entries_chosen(FOLDER_TREE, RangeSet((number, number + 1) for number in numbers))
    taken = (
        set(range(len(FOLDER_TREE)))
        if chosen is None
        else {
            n for start, end in decode_ranges(chosen, len(FOLDER_TREE)) for n in range(start, end)
        }
    )
    inside = {2, 3} if 1 in numbers else {3} if 2 in numbers else set()
    assert taken == numbers | inside


def test_a_folder_that_comes_after_what_is_in_it_is_still_taken_whole() -> None:
    rows = [file_row(0, "a/b"), file_row(1, "a", is_folder=True), file_row(2, "ab")]
    assert entries_chosen(rows, RangeSet([(1, 2)])) == (0, 2)


def test_a_number_that_no_entry_has_is_named() -> None:
    with pytest.raises(UsageError, match="no file 5-6,9 in it"):
        entries_chosen(FOLDER_TREE, RangeSet([(0, 1), (5, 7), (9, 10)]))
