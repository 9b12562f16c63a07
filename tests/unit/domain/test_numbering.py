import pytest
from hypothesis import given
from hypothesis import strategies as st

from byhand.domain.columns import columns_of
from byhand.domain.manifest import SIZE_LIMIT, Entry, EntryKind
from byhand.domain.numbering import FILES_LIMIT, Numbering
from byhand.domain.pieces import KIB, MIB, PACK_INDEX, PACK_MEMBER_LIMIT, Packs
from byhand.domain.ranges import RangeSet
from byhand.engine.arriving_files import BEGUN_LIMIT
from byhand.errors import RemoteProtocolError

SMALL = PACK_MEMBER_LIMIT - 1
SIZES = st.lists(
    st.one_of(
        st.sampled_from([0, 1, SMALL, PACK_MEMBER_LIMIT, PACK_MEMBER_LIMIT + 1]),
        st.integers(0, 5 * MIB),
    ),
    max_size=12,
)


def numbering(*sizes: int | None) -> Numbering:
    """Return the numbers of files of these sizes; None is a folder."""
    columns = columns_of(
        Entry((f"{number}",), EntryKind.FOLDER)
        if size is None
        else Entry((f"{number}",), EntryKind.FILE, size, size)
        for number, size in enumerate(sizes)
    )
    return Numbering(columns, Packs(columns))


def test_packs_come_first_then_the_pieces_of_each_large_file() -> None:
    numbers = numbering(None, MIB, 10, 0, 256 * KIB, 20)
    assert [numbers.place(number) for number in range(len(numbers))] == [
        (PACK_INDEX, 0),
        *((1, piece) for piece in range(4)),
        (4, 0),
    ]
    assert list(numbers.lengths()) == [30, *[256 * KIB] * 5]


def test_several_packs_keep_their_order() -> None:
    numbers = numbering(*[SMALL] * 9)
    assert [numbers.place(number) for number in range(len(numbers))] == [
        (PACK_INDEX, pack) for pack in range(3)
    ]
    assert list(numbers.lengths()) == [4 * SMALL, 4 * SMALL, SMALL]


def test_the_last_piece_is_as_long_as_what_is_left() -> None:
    assert list(numbering(MIB + 3).lengths()) == [*[256 * KIB] * 4, 3]


def test_a_slice_of_the_lengths_is_what_a_slice_of_a_list_is() -> None:
    lengths = numbering(MIB + 3, 5).lengths()
    assert lengths[1:6:2] == list(lengths)[1:6:2]


def test_a_folder_an_empty_file_and_one_in_a_pack_have_no_number() -> None:
    numbers = numbering(None, 0, 10, MIB)
    assert [len(numbers.of_entry(entry)) for entry in (0, 1, 2, 3, 4, -1, 2**40)] == [
        *(0, 0, 0, 4, 0, 0, 0)
    ]


def test_a_manifest_without_content_has_no_number() -> None:
    numbers = numbering(None, 0)
    assert len(numbers) == 0
    assert list(numbers.lengths()) == []
    assert list(numbers.rows(RangeSet())) == []


@pytest.mark.parametrize(("size", "is_exchanged"), [(2**42, True), (SIZE_LIMIT, False)])
def test_what_has_more_pieces_than_a_group_keeps_in_memory_is_not_exchanged(
    size: int, is_exchanged: bool
) -> None:
    assert numbering(size).is_exchanged is is_exchanged


def test_of_more_large_files_than_a_receiver_begins_at_a_time_nothing_is_exchanged() -> None:
    assert FILES_LIMIT <= BEGUN_LIMIT
    sizes = [PACK_MEMBER_LIMIT] * (FILES_LIMIT + 1)
    assert numbering(*sizes[1:], PACK_MEMBER_LIMIT - 1).is_exchanged
    assert not numbering(*sizes).is_exchanged


def test_the_largest_file_costs_as_much_memory_as_the_smallest() -> None:
    numbers = numbering(SIZE_LIMIT, MIB)
    assert len(numbers) == 2**32 + 4
    assert numbers.place(2**32 + 1) == (1, 1)
    assert list(numbers.rows(RangeSet([(2**32 - 1, 2**32 + 2)]))) == [
        (0, RangeSet([(2**32 - 1, 2**32)])),
        (1, RangeSet([(0, 2)])),
    ]


@pytest.mark.parametrize(
    ("entry", "piece"),
    [
        pytest.param(0, 0, id="a folder"),
        pytest.param(1, 0, id="an empty file"),
        pytest.param(2, 0, id="a file in a pack"),
        pytest.param(3, 4, id="one past the last"),
        pytest.param(3, -1, id="before the first"),
        pytest.param(4, 0, id="no such entry"),
        pytest.param(PACK_INDEX, 1, id="no such pack"),
        pytest.param(PACK_INDEX + 1, 0, id="what is neither"),
    ],
)
def test_a_piece_that_the_manifest_does_not_have_is_the_peers_fault(entry: int, piece: int) -> None:
    numbers = numbering(None, 0, 10, MIB)
    with pytest.raises(RemoteProtocolError):
        numbers.number(entry, piece)
    if piece >= 0:
        with pytest.raises(RemoteProtocolError):
            numbers.numbers([(entry, RangeSet([(piece, piece + 1)]))])


def test_a_number_that_is_none_is_our_own_fault() -> None:
    numbers = numbering(MIB)
    for number in (-1, 4, 2**60):
        with pytest.raises(IndexError):
            numbers.place(number)
        with pytest.raises(IndexError):
            numbers.length(number)
    with pytest.raises(IndexError):
        list(numbers.rows(RangeSet([(3, 5)])))


@given(SIZES)
def test_every_number_is_one_place_and_every_place_one_number(sizes: list[int]) -> None:
    numbers = numbering(*sizes)
    places = [numbers.place(number) for number in range(len(numbers))]
    assert len(set(places)) == len(places)
    assert [numbers.number(*place) for place in places] == list(range(len(numbers)))
    assert sum(numbers.lengths()) == sum(sizes)
    assert list(numbers.lengths()) == [numbers.length(number) for number in range(len(numbers))]


@given(SIZES, st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99))))
def test_rows_and_numbers_are_each_others_inverse(
    sizes: list[int], ranges: list[tuple[int, int]]
) -> None:
    numbers = numbering(*sizes)
    some = RangeSet((min(start, len(numbers)), min(end, len(numbers))) for start, end in ranges)
    rows = list(numbers.rows(some))
    assert numbers.numbers(rows) == some
    assert len({entry for entry, _ in rows}) == len(rows)
    assert all(pieces for _, pieces in rows)


@given(SIZES)
def test_all_lengths_at_once_are_those_one_by_one(sizes: list[int]) -> None:
    numbers = numbering(*sizes)
    assert list(numbers.lengths()) == [numbers.length(number) for number in range(len(numbers))]
