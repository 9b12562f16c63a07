import logging
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from byhand.domain.codes import Code
from byhand.domain.history import Ending, HistoryQuery
from byhand.domain.journal import EntryOutcome, JournalBatch
from byhand.domain.retention import Retention
from byhand.domain.transfer import Direction, EntryState, TransferState
from byhand.errors import DiskFullError, StorageError
from byhand.storage.database import Database
from byhand.storage.friend_memory import FriendMemory
from byhand.storage.history_store import HistoryStore
from byhand.storage.journal_store import JournalStore
from byhand.storage.openings import mark_opened
from byhand.storage.transfer_store import TransferStore
from tests.helpers.kept import FIRST, LEA, SECOND, THIRD, TOM, open_database, run, stored
from tests.helpers.small_disk import fill, small_disk

DONE, CANCELLED = TransferState.DONE, TransferState.CANCELLED
RECEIPT = b"r" * 72


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "byhand.db"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    with open_database(path) as database:
        yield database


@pytest.fixture
def transfers(database: Database) -> TransferStore:
    return TransferStore(database)


@pytest.fixture
def journals(database: Database) -> JournalStore:
    return JournalStore(database, mark_opened(database, "boot"))


def count(database: Database, table: str) -> object:
    return database.value(f"SELECT count(*) FROM {table}")  # noqa: S608


def test_what_is_saved_is_there_after_a_restart(path: Path) -> None:
    one = stored(FIRST, created_at=2.0, friend_name="Lea")
    other = stored(SECOND, direction=Direction.OUTGOING, created_at=1.0)
    with open_database(path) as database:
        TransferStore(database).save_many([one, other])
    with open_database(path) as database:
        transfers = TransferStore(database)
        assert transfers.load_all() == (other, one)
        assert transfers.get(FIRST) == one
        assert transfers.get(THIRD) is None
        assert transfers.kept_ids() == {FIRST, SECOND}


def test_the_newest_state_takes_the_place_of_the_one_before(transfers: TransferStore) -> None:
    transfers.save(stored(FIRST))
    paused = stored(FIRST, TransferState.PAUSED)
    transfers.save(paused)
    assert transfers.load_all() == (paused,)


def test_saving_many_saves_all_or_none(transfers: TransferStore) -> None:
    broken = stored(SECOND)
    broken = replace(broken, transfer=replace(broken.transfer, created_at=None))
    with pytest.raises(StorageError):
        transfers.save_many([stored(FIRST), broken])
    assert transfers.load_all() == ()


def test_what_has_ended_is_loaded_while_it_is_listed(transfers: TransferStore) -> None:
    ended = stored(FIRST, DONE, ended_at=5.0)
    transfers.save(ended)
    assert transfers.load_all() == (ended,)
    assert transfers.unlist(FIRST)
    assert transfers.load_all() == ()
    assert transfers.get(FIRST) == replace(ended, is_listed=False)


def test_what_is_unfinished_stays_listed(transfers: TransferStore) -> None:
    transfers.save(stored(FIRST))
    assert transfers.unlist(FIRST)
    assert transfers.load_all() == (stored(FIRST),)
    assert not transfers.unlist(SECOND)


def test_what_the_history_does_not_keep_is_gone_once_it_is_not_listed(
    database: Database, transfers: TransferStore
) -> None:
    transfers.save(stored(FIRST, DONE, ended_at=5.0))
    assert HistoryStore(database).prune(6.0, Retention.NEVER) == ()
    assert len(transfers.load_all()) == 1
    assert not transfers.unlist(FIRST)
    assert transfers.kept_ids() == frozenset()


def test_what_has_left_the_history_does_not_come_back_with_a_late_receipt(
    database: Database, transfers: TransferStore
) -> None:
    unlisted = replace(stored(FIRST, DONE, ended_at=5.0), is_listed=False)
    transfers.save(unlisted)
    HistoryStore(database).clear()
    transfers.save(replace(unlisted, receipt=RECEIPT))
    assert transfers.kept_ids() == frozenset()
    ending = transfers.ending(LEA, FIRST)
    assert ending is not None
    assert ending.receipt == RECEIPT


def test_a_name_that_is_not_given_again_stays(transfers: TransferStore) -> None:
    transfers.save(stored(FIRST, friend_name="Lea"))
    transfers.save(stored(FIRST, TransferState.PAUSED))
    kept = transfers.get(FIRST)
    assert kept is not None
    assert kept.friend_name == "Lea"
    transfers.save(stored(FIRST, friend_name="Lea M."))
    kept = transfers.get(FIRST)
    assert kept is not None
    assert kept.friend_name == "Lea M."


def test_a_row_that_cannot_be_read_stays_and_blocks_nothing(
    database: Database, transfers: TransferStore, caplog: pytest.LogCaptureFixture
) -> None:
    transfers.save_many([stored(FIRST), stored(SECOND), stored(THIRD)])
    database.run("UPDATE transfers SET snapshot = x'c1' WHERE id = ?", FIRST)
    database.run("UPDATE transfers SET plan = x'c1' WHERE id = ?", SECOND)
    with caplog.at_level(logging.WARNING):
        assert transfers.load_all() == (stored(THIRD),)
    assert len(caplog.records) == 2
    assert transfers.get(FIRST) is None
    assert transfers.kept_ids() == {FIRST, SECOND, THIRD}


def test_the_journal_goes_when_a_transfer_ends_but_not_what_failed(
    database: Database, transfers: TransferStore, journals: JournalStore
) -> None:
    transfers.save(stored(FIRST))
    failed = EntryOutcome(1, EntryState.FAILED, Code.SOURCE_GONE)
    whole = EntryOutcome(0, EntryState.DONE, root=b"r" * 32)
    was_failed = EntryOutcome(2, EntryState.FAILED, Code.HASH_MISMATCH)
    journals.record(JournalBatch(FIRST, (run(0, 0, 9),), outcomes=(whole, failed, was_failed)))
    journals.record(JournalBatch(FIRST, outcomes=(replace(whole, entry=2),)))
    transfers.save(stored(FIRST, TransferState.PARTLY_DONE, ended_at=5.0))
    for _ in range(2):
        journal = journals.load(FIRST)
        assert (journal.durable_runs, journal.other_runs) == ((), ())
        assert list(journal.outcomes) == [failed]
        transfers.save(stored(FIRST, TransferState.PARTLY_DONE, ended_at=5.0, receipt=RECEIPT))
    transfers.delete(FIRST)
    assert [count(database, table) for table in ("journals", "batches")] == [0, 0]


def test_nothing_is_left_of_the_journal_when_nothing_failed(
    database: Database, transfers: TransferStore, journals: JournalStore
) -> None:
    transfers.save(stored(FIRST))
    whole = EntryOutcome(0, EntryState.DONE, root=b"r" * 32)
    journals.record(JournalBatch(FIRST, (run(0, 0, 9),), outcomes=(whole,)))
    transfers.save(stored(FIRST, DONE, ended_at=5.0))
    assert [count(database, table) for table in ("journals", "batches")] == [0, 0]


def test_a_deleted_transfer_leaves_nothing_but_how_it_ended(
    database: Database, transfers: TransferStore, journals: JournalStore
) -> None:
    transfers.save(stored(FIRST))
    journals.record(JournalBatch(FIRST, (run(0, 0),)))
    HistoryStore(database).save_roots(FIRST, [(0, b"r" * 32)])
    transfers.delete(FIRST)
    tables = ("transfers", "journals", "batches", "roots", "endings")
    assert [count(database, table) for table in tables] == [0, 0, 0, 0, 0]
    transfers.save(stored(SECOND, DONE, ended_at=5.0, receipt=RECEIPT))
    transfers.delete(SECOND)
    assert transfers.ending(LEA, SECOND) is not None


def test_how_a_transfer_ended_is_known_to_its_friend_alone(transfers: TransferStore) -> None:
    transfers.save_many(
        [stored(FIRST), stored(SECOND, DONE, ended_at=5.0), stored(THIRD, CANCELLED, ended_at=6.0)]
    )
    transfers.save(stored(SECOND, DONE, ended_at=5.0, receipt=RECEIPT))
    assert transfers.ending(LEA, FIRST) is None
    assert transfers.ending(LEA, SECOND) == Ending(
        SECOND, LEA, Direction.INCOMING, DONE, Code.OK, RECEIPT, 5.0
    )
    cancelled = transfers.ending(LEA, THIRD)
    assert cancelled is not None
    assert cancelled.state is CANCELLED
    assert transfers.ending(TOM, SECOND) is None


def test_a_forgotten_friend_leaves_the_history_alone(
    database: Database, transfers: TransferStore, journals: JournalStore
) -> None:
    transfers.save_many(
        [
            stored(FIRST),
            stored(SECOND, DONE, ended_at=5.0, friend_name="Lea"),
            stored(THIRD, friend_id=TOM),
        ]
    )
    journals.record_many([JournalBatch(FIRST, (run(0, 0),)), JournalBatch(THIRD, (run(0, 0),))])
    FriendMemory(database).forget_friend(LEA)
    assert transfers.kept_ids() == {SECOND, THIRD}
    assert transfers.ending(LEA, SECOND) is None
    assert journals.load(FIRST).other_runs == ()
    assert len(journals.load(THIRD).other_runs) == 1
    (item,) = HistoryStore(database).page(HistoryQuery(), 0, 9).items
    assert item.friend_name == "Lea"


def test_P8_on_a_full_disk_a_transfer_stays_as_it_was(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 2_000_000) as disk:
        path = disk / "byhand.db"
        with open_database(path) as database:
            transfers = TransferStore(database)
            transfers.save(stored(FIRST))
            filler = fill(disk)
            with pytest.raises(DiskFullError):
                transfers.save_many([stored(FIRST, title="x" * 100_000), stored(SECOND)])
            assert transfers.load_all() == (stored(FIRST),)
            filler.unlink()
            transfers.save(stored(FIRST, DONE, ended_at=5.0))
        connection = sqlite3.connect(path)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        connection.close()
