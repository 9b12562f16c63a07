import logging
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from byhand.domain.history import HistoryDay, HistoryPage, HistoryQuery
from byhand.domain.identity import FriendId
from byhand.domain.plan import StoredTransfer
from byhand.domain.retention import DAY_SECONDS, Retention
from byhand.domain.transfer import Direction, TransferId, TransferState
from byhand.errors import StorageError
from byhand.storage.database import Cell, Database, Row
from byhand.storage.exchange_store import ExchangeStore
from byhand.storage.history_store import HistoryStore
from byhand.storage.transfer_store import TransferStore
from tests.helpers.kept import (
    FIRST,
    LEA,
    SECOND,
    THIRD,
    TOM,
    copy_as_killed,
    open_database,
    stored,
)

DONE = TransferState.DONE
NOW = 1000.0 * DAY_SECONDS
ALL = HistoryQuery()


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with open_database(tmp_path / "byhand.db") as database:
        yield database


@pytest.fixture
def transfers(database: Database) -> TransferStore:
    return TransferStore(database)


@pytest.fixture
def history(database: Database) -> HistoryStore:
    return HistoryStore(database)


def ids(page: HistoryPage) -> list[TransferId]:
    return [item.transfer.id for item in page.items]


def ended(transfer_id: TransferId, days_ago: float = 0.0, **changes: object) -> StoredTransfer:
    """Return a transfer that ended some days ago, and is listed no more."""
    at = NOW - days_ago * DAY_SECONDS
    return replace(stored(transfer_id, DONE, ended_at=at, **changes), is_listed=False)  # type: ignore[arg-type]


def test_the_history_shows_what_has_ended_the_newest_first(
    transfers: TransferStore, history: HistoryStore
) -> None:
    transfers.save_many(
        [
            ended(FIRST, 2, receipt=b"r" * 72, friend_name="Lea"),
            stored(SECOND),
            replace(ended(THIRD, 1), is_listed=True),
        ]
    )
    history.save_roots(FIRST, [(0, b"r" * 32)])
    page = history.page(ALL, 0, 10)
    assert (ids(page), page.first, page.total) == ([THIRD, FIRST], 0, 2)
    newest, oldest = page.items
    assert oldest.transfer == ended(FIRST, 2).transfer
    assert (oldest.friend_name, oldest.has_receipt, oldest.has_roots) == ("Lea", True, True)
    assert (newest.has_receipt, newest.has_roots) == (False, False)


def test_pages_follow_each_other_without_a_gap(
    transfers: TransferStore, history: HistoryStore
) -> None:
    all_ids = [TransferId(bytes([number]) * 16) for number in range(25)]
    transfers.save_many(ended(each) for each in all_ids)
    pages = [history.page(ALL, first, 10) for first in (0, 10, 20, 30)]
    assert [page.total for page in pages] == [25] * 4
    assert [len(page.items) for page in pages] == [10, 10, 5, 0]
    assert [each for page in pages for each in ids(page)] == all_ids[::-1]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (HistoryQuery("holi"), [FIRST]),
        (HistoryQuery("ÉCOLE"), [SECOND]),
        (HistoryQuery("mira"), [THIRD]),
        (HistoryQuery("100%"), [THIRD]),
        (HistoryQuery("%"), [THIRD]),
        (HistoryQuery("_"), []),
        (HistoryQuery("'; DROP TABLE transfers"), []),
        (HistoryQuery(direction=Direction.OUTGOING), [SECOND]),
        (HistoryQuery(friend_ids=(LEA,)), [SECOND, FIRST]),
        (HistoryQuery(friend_ids=(LEA, TOM)), [THIRD, SECOND, FIRST]),
        (HistoryQuery(friend_ids=(FriendId(b"n" * 32),)), []),
        (HistoryQuery(friend_ids=(LEA,), direction=Direction.INCOMING), [FIRST]),
        (HistoryQuery("school", friend_ids=(LEA,), since=NOW), []),
        (HistoryQuery(since=NOW - 2.5 * DAY_SECONDS), [THIRD, SECOND]),
    ],
)
def test_what_is_looked_for_is_found(
    transfers: TransferStore, history: HistoryStore, query: HistoryQuery, found: list[TransferId]
) -> None:
    transfers.save_many(
        [
            ended(FIRST, 3, title="Holidays"),
            ended(SECOND, 2, title="école", direction=Direction.OUTGOING),
            ended(THIRD, 1, title="100% done", friend_id=TOM, friend_name="Mira"),
        ]
    )
    page = history.page(query, 0, 10)
    assert (ids(page), page.total) == (found, len(found))
    assert sum(day.count for day in history.days(query)) == len(found)


@pytest.fixture
def in_samoa(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Live where it is still yesterday by the clocks of Greenwich."""
    monkeypatch.setenv("TZ", "SST+11")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("in_samoa")
def test_days_are_those_of_the_users_clock(transfers: TransferStore, history: HistoryStore) -> None:
    midnight = NOW + 11 * 3600
    for number, seconds in enumerate((-1, 0, 3 * 3600, DAY_SECONDS)):
        transfer_id = TransferId(bytes([number]) * 16)
        transfers.save(stored(transfer_id, DONE, ended_at=midnight + seconds))
    day = date(*time.localtime(midnight)[:3])
    assert history.days(ALL) == (
        HistoryDay(day + timedelta(1), 1),
        HistoryDay(day, 2),
        HistoryDay(day - timedelta(1), 1),
    )


def test_what_was_saved_is_told_of_whatever_can_be_read(
    database: Database, transfers: TransferStore, history: HistoryStore
) -> None:
    for transfer_id in (FIRST, SECOND):
        done = ended(transfer_id)
        transfer = replace(done.transfer, saved_paths=("/home/lea/a", "/home/lea/caf\udce9"))
        transfers.save(replace(done, transfer=transfer))
    database.run("UPDATE transfers SET snapshot = x'c1' WHERE id = ?", FIRST)
    found = history.saved_paths([FIRST, SECOND, THIRD])
    assert found == {SECOND: ("/home/lea/a", "/home/lea/caf\udce9")}


@pytest.mark.parametrize(
    "query", [ALL, HistoryQuery("x"), HistoryQuery(friend_ids=(LEA,), since=NOW)], ids=repr
)
def test_nothing_is_read_of_the_large_rows_that_are_not_shown(
    database: Database, history: HistoryStore, query: HistoryQuery, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    rows = database.rows

    def explained(statement: str, *arguments: Cell) -> list[Row]:
        plan = rows(f"EXPLAIN QUERY PLAN {statement}", *arguments)
        steps.extend(str(step) for *_, step in plan)
        return rows(statement, *arguments)

    monkeypatch.setattr(database, "rows", explained)
    history.page(query, 100, 100)
    history.days(query)
    looked = [step for step in steps if step.startswith(("SCAN", "SEARCH transfers"))]
    looked = [step.removesuffix(" (is_remembered=? AND ended_at>?)") for step in looked]
    covering = "SEARCH transfers USING COVERING INDEX transfers_of_history"
    assert looked == [
        covering,
        "SEARCH transfers USING INTEGER PRIMARY KEY (rowid=?)",
        covering,
        covering,
    ]


def test_a_name_is_found_after_changes_that_do_not_tell_it(
    transfers: TransferStore, history: HistoryStore
) -> None:
    transfers.save(stored(FIRST, friend_name="Mira"))
    transfers.save(ended(FIRST))
    assert ids(history.page(HistoryQuery("mira"), 0, 10)) == [FIRST]


def test_a_row_that_cannot_be_read_is_left_out(
    database: Database,
    transfers: TransferStore,
    history: HistoryStore,
    caplog: pytest.LogCaptureFixture,
) -> None:
    transfers.save_many([ended(FIRST), ended(SECOND)])
    database.run("UPDATE transfers SET snapshot = x'c1' WHERE id = ?", FIRST)
    with caplog.at_level(logging.WARNING):
        assert ids(history.page(ALL, 0, 10)) == [SECOND]
    assert len(caplog.records) == 1


def test_a_cleared_history_is_empty_and_what_is_listed_goes_when_it_is_unlisted(
    transfers: TransferStore, history: HistoryStore
) -> None:
    listed = replace(ended(SECOND), is_listed=True)
    transfers.save_many([ended(FIRST), listed, stored(THIRD)])
    assert history.clear() == (FIRST,)
    assert history.page(ALL, 0, 10).total == 0
    assert transfers.load_all() == (listed, stored(THIRD))
    assert not transfers.unlist(SECOND)
    assert transfers.kept_ids() == {THIRD}
    # What was unfinished is remembered once it has ended.
    transfers.save(ended(THIRD))
    assert ids(history.page(ALL, 0, 10)) == [THIRD]


def test_what_ended_before_a_time_can_be_cleared_alone(
    transfers: TransferStore, history: HistoryStore
) -> None:
    transfers.save_many([ended(FIRST, 3), ended(SECOND, 1)])
    assert history.clear(before=NOW - 2 * DAY_SECONDS) == (FIRST,)
    assert ids(history.page(ALL, 0, 10)) == [SECOND]


@pytest.mark.parametrize(
    ("retention", "left"),
    [
        (Retention.FOREVER, [SECOND, FIRST]),
        (Retention.THIRTY_DAYS, [SECOND]),
        (Retention.NEVER, []),
    ],
)
def test_the_history_is_kept_as_long_as_the_user_says(
    transfers: TransferStore, history: HistoryStore, retention: Retention, left: list[TransferId]
) -> None:
    transfers.save_many([ended(FIRST, 31), ended(SECOND, 29), stored(THIRD)])
    gone = history.prune(NOW, retention)
    assert set(gone) == {FIRST, SECOND} - set(left)
    assert ids(history.page(ALL, 0, 10)) == left
    assert transfers.kept_ids() == {THIRD, *left}


def test_a_friend_may_ask_for_30_days_whatever_the_user_keeps(
    transfers: TransferStore, history: HistoryStore
) -> None:
    transfers.save_many([ended(FIRST, 31), ended(SECOND, 29, receipt=b"r" * 72)])
    history.prune(NOW, Retention.NEVER)
    history.clear()
    assert transfers.kept_ids() == frozenset()
    assert transfers.ending(LEA, FIRST) is None
    ending = transfers.ending(LEA, SECOND)
    assert ending is not None
    assert (ending.state, ending.receipt) == (DONE, b"r" * 72)
    history.prune(NOW + 2 * DAY_SECONDS, Retention.FOREVER)
    assert transfers.ending(LEA, SECOND) is None


def test_an_end_without_a_time_counts_as_the_beginning(
    transfers: TransferStore, history: HistoryStore
) -> None:
    transfers.save(stored(FIRST, DONE, created_at=NOW - DAY_SECONDS))
    history.prune(NOW, Retention.THIRTY_DAYS)
    assert ids(history.page(ALL, 0, 10)) == [FIRST]


def test_roots_are_kept_as_long_as_the_transfer(
    database: Database, transfers: TransferStore, history: HistoryStore
) -> None:
    transfers.save(stored(FIRST))
    history.save_roots(FIRST, [(0, b"a" * 64)])
    history.save_roots(FIRST, iter([(1000, b"c" * 32), (0, b"b" * 32)]))
    transfers.save(ended(FIRST))
    assert history.load_roots(FIRST) == ((0, b"b" * 32), (1000, b"c" * 32))
    assert history.load_roots(SECOND) == ()
    history.save_roots(SECOND, [(0, b"a" * 32)])
    assert history.load_roots(SECOND) == ()
    history.clear()
    assert database.value("SELECT count(*) FROM roots") == 0


def test_what_has_roots_is_unremembered_once_it_has_ended_the_oldest_first(
    database: Database, transfers: TransferStore, history: HistoryStore
) -> None:
    exchanged = ExchangeStore(database)
    transfers.save_many([stored(FIRST), stored(SECOND), stored(THIRD)])
    for transfer_id in (FIRST, SECOND, SECOND, THIRD):
        history.save_roots(transfer_id, [(0, b"a" * 32), (7, b"b" * 32)])
    assert exchanged.unremembered() == ()
    transfers.save_many([ended(FIRST, 1), ended(SECOND, 2)])
    assert exchanged.unremembered() == (SECOND, FIRST)
    exchanged.mark_remembered(SECOND)
    exchanged.mark_remembered(SECOND)
    assert exchanged.unremembered() == (FIRST,)
    history.save_roots(SECOND, [(0, b"a" * 32)])
    assert exchanged.unremembered() == (SECOND, FIRST)


def test_what_has_no_roots_or_is_kept_no_more_is_not_unremembered(
    database: Database, transfers: TransferStore, history: HistoryStore
) -> None:
    exchanged = ExchangeStore(database)
    transfers.save_many([ended(FIRST), ended(SECOND)])
    history.save_roots(FIRST, [])
    history.save_roots(SECOND, [(0, b"a" * 32)])
    history.save_roots(THIRD, [(0, b"a" * 32)])
    assert exchanged.unremembered() == (SECOND,)
    history.clear()
    assert database.value("SELECT count(*) FROM unremembered") == 0


def test_what_cannot_be_kept_as_unremembered_has_no_roots_either(
    database: Database, transfers: TransferStore, history: HistoryStore
) -> None:
    transfers.save(ended(FIRST))
    database.run("DROP TABLE unremembered")
    with pytest.raises(StorageError):
        history.save_roots(FIRST, [(0, b"a" * 32)])
    assert history.load_roots(FIRST) == ()


def test_what_is_unremembered_is_so_after_a_kill(tmp_path: Path) -> None:
    with open_database(tmp_path / "byhand.db") as database:
        TransferStore(database).save(stored(FIRST))
        HistoryStore(database).save_roots(FIRST, [(0, b"a" * 32)])
        before_the_end = copy_as_killed(tmp_path / "byhand.db", tmp_path / "before")
        TransferStore(database).save(ended(FIRST))
        after_the_end = copy_as_killed(tmp_path / "byhand.db", tmp_path / "after")
    with open_database(before_the_end) as database:
        assert ExchangeStore(database).unremembered() == ()
        TransferStore(database).save(ended(FIRST))
        assert ExchangeStore(database).unremembered() == (FIRST,)
    with open_database(after_the_end) as database:
        assert ExchangeStore(database).unremembered() == (FIRST,)
