"""The list of the history follows its days, whatever they become, one change after the other."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtTest import QAbstractItemModelTester

from byhand.domain.history import EVERYTHING, HistoryDay, HistoryPage, HistoryQuery, Located
from byhand.domain.history_events import HistoryTold
from byhand.gui.history_model import HistoryModel
from byhand.gui.history_pages import PAGE_ITEMS, PAGES_KEPT, Heading, HistoryPages
from byhand.gui.history_row import DayRow, HistoryRow
from tests.helpers.history_world import many
from tests.helpers.sample_world import NOW

START = date(2026, 6, 1)
ITEMS = many(5 * PAGE_ITEMS)
COUNTS = st.dictionaries(st.integers(0, 5), st.integers(1, 4), max_size=4)


def days_of(counts: dict[int, int]) -> tuple[HistoryDay, ...]:
    return tuple(
        HistoryDay(START + timedelta(number), counts[number])
        for number in sorted(counts, reverse=True)
    )


def model_of(days: tuple[HistoryDay, ...]) -> HistoryModel:
    model = HistoryModel(lambda _: ("Jonas Weber", "Jonas"), lambda: NOW)
    model.set_days(EVERYTHING, days)
    return model


def headings(model: HistoryModel) -> list[tuple[int, int]]:
    """Return the position and the count of each heading."""
    rows = [(n, model.row_at(n)) for n in range(model.rowCount())]
    return [(n, row.count) for n, row in rows if isinstance(row, DayRow)]


@given(before=COUNTS, after=COUNTS)
def test_any_days_become_any_others(before: dict[int, int], after: dict[int, int]) -> None:
    model, wanted = model_of(days_of(before)), model_of(days_of(after))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_days(EVERYTHING, days_of(after))
    assert model.rowCount() == wanted.rowCount()
    assert model.total == sum(after.values())
    assert headings(model) == headings(wanted)
    del tester


def test_numbers_and_positions_fit_each_other() -> None:
    pages = HistoryPages()
    pages.reset(days_of({3: 2, 2: 1, 0: 3}))
    positions = [pages.position(number) for number in range(pages.total)]
    assert positions == [1, 2, 4, 6, 7, 8]
    assert [pages.number(position) for position in positions] == list(range(6))
    assert all(isinstance(pages.at(position), Heading) for position in (0, 3, 5))


def test_what_ends_comes_first_and_what_is_known_moves_down() -> None:
    model = model_of(days_of({0: 3}))
    model.take(HistoryTold(HistoryPage(ITEMS[:3], 0, 3)))
    known = [model.row_at(position) for position in (1, 2, 3)]
    assert None not in known
    model.set_days(EVERYTHING, days_of({0: 4}))
    assert [model.row_at(position) for position in (1, 2, 3, 4)] == [None, *known]
    model.set_days(EVERYTHING, days_of({1: 1, 0: 4}))
    assert [model.row_at(position) for position in (4, 5, 6)] == known


def test_what_is_told_of_the_files_of_a_page_is_told_at_once() -> None:
    model = model_of(days_of({0: PAGE_ITEMS}))
    page = ITEMS[:PAGE_ITEMS]
    model.take(HistoryTold(HistoryPage(page, 0, PAGE_ITEMS)))
    changes: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: changes.append((first.row(), last.row())))
    located = [Located(item.transfer.id, ("/there",)) for item in page]
    model.set_there(located)
    assert changes == [(1, PAGE_ITEMS)]
    rows = [model.row_at(position) for position in range(1, PAGE_ITEMS + 1)]
    assert all(isinstance(row, HistoryRow) and row.known.there == ("/there",) for row in rows)
    model.set_there(located)
    assert len(changes) == 1


def test_a_page_from_before_a_change_is_not_taken_and_the_days_are_asked_for() -> None:
    model = model_of(days_of({0: 3}))
    asked: list[None] = []
    model.outline_wanted.connect(lambda: asked.append(None))
    model.take(HistoryTold(HistoryPage(ITEMS[:2], 0, 2)))
    assert (model.row_at(1), len(asked)) == (None, 1)


def test_an_answer_to_an_earlier_search_is_passed_over() -> None:
    model = model_of(days_of({0: 3}))
    model.look_for(HistoryQuery("new"))
    model.set_days(HistoryQuery("old"), days_of({0: 1}))
    model.take(HistoryTold(HistoryPage(ITEMS[:3], 0, 3)))
    assert (model.rowCount(), model.row_at(1)) == (4, None)
    model.set_days(HistoryQuery("new"), days_of({0: 2}))
    assert model.rowCount() == 3


def test_a_page_is_asked_for_once_and_again_after_a_change() -> None:
    pages = HistoryPages()
    pages.reset(days_of({0: 250}))
    assert pages.wanted(0, 20) == [(0, 100)]
    assert pages.wanted(90, 130) == [(100, 100)]
    pages.take(HistoryPage(ITEMS[:100], 0, 250))
    assert pages.wanted(0, 250) == [(200, 100)]
    pages.expire()
    assert pages.wanted(0, 20) == [(0, 100)]
    assert pages.at(1) is ITEMS[0], "it is shown as it was meanwhile"


@pytest.mark.parametrize("unread", [0, 99])
def test_one_that_cannot_be_read_leaves_a_gap_and_is_not_asked_for_for_ever(unread: int) -> None:
    pages = HistoryPages()
    pages.reset(days_of({0: 100}))
    pages.wanted(0, 100)
    told = ITEMS[:unread] + ITEMS[unread + 1 : 100]
    assert pages.take(HistoryPage(told, 0, 100)) == range(100)
    assert pages.at(100) is None
    assert pages.wanted(0, 100) == []


def test_pages_that_nobody_has_seen_for_long_are_forgotten() -> None:
    pages = HistoryPages()
    total = (PAGES_KEPT + 2) * PAGE_ITEMS
    pages.reset(days_of({0: total}))
    for page in range(PAGES_KEPT + 2):
        if page % 10 == 0:
            pages.wanted(1, 1)  # the first page is still looked at
        pages.take(HistoryPage(ITEMS[:100], page * PAGE_ITEMS, total))
    known = [page for page in range(PAGES_KEPT + 2) if pages.at(page * PAGE_ITEMS + 1)]
    assert len(known) == PAGES_KEPT
    assert known[:2] == [0, 3]
