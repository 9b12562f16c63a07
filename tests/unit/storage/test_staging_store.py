from collections.abc import Iterator
from pathlib import Path

import pytest

from byhand.domain.journal import JournalBatch
from byhand.domain.retention import PARTIAL_SECONDS
from byhand.domain.transfer import TransferState
from byhand.storage.database import Database
from byhand.storage.journal_store import JournalStore
from byhand.storage.openings import mark_opened
from byhand.storage.staging_store import StagedTransfer, StagingStore
from byhand.storage.transfer_store import TransferStore
from tests.helpers.kept import FIRST, SECOND, open_database, run, stored


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with open_database(tmp_path / "byhand.db") as database:
        yield database


@pytest.fixture
def stagings(database: Database) -> StagingStore:
    return StagingStore(database)


def test_stagings_of_no_transfer_are_left_over_until_removed(stagings: StagingStore) -> None:
    for path in ("/a", "/b é\udcff", "/a"):
        stagings.add(path, 1.0)
    assert set(stagings.leftovers()) == {"/a", "/b é\udcff"}
    stagings.remove("/a")
    stagings.remove("/never there")
    assert stagings.leftovers() == ("/b é\udcff",)


def test_a_staging_is_left_over_once_its_transfer_has_ended_or_is_gone(
    database: Database, stagings: StagingStore
) -> None:
    transfers = TransferStore(database)
    transfers.save_many([stored(FIRST), stored(SECOND)])
    stagings.add("/first", 1.0, FIRST)
    stagings.add("/second", 1.0, SECOND)
    assert stagings.leftovers() == ()
    transfers.save(stored(FIRST, TransferState.CANCELLED, ended_at=2.0))
    assert stagings.leftovers() == ("/first",)
    transfers.delete(SECOND)
    assert set(stagings.leftovers()) == {"/first", "/second"}


def test_a_staging_is_stale_after_14_days_in_which_nothing_came(
    database: Database, stagings: StagingStore
) -> None:
    TransferStore(database).save_many([stored(FIRST), stored(SECOND)])
    stagings.add("/first", 100.0, FIRST)
    stagings.add("/second", 100.0, SECOND)
    stagings.add("/of none", 100.0)
    came_at = int(150.5 * 10**9)
    journals = JournalStore(database, mark_opened(database, "boot"), lambda: came_at)
    journals.record(JournalBatch(SECOND, (run(0, 0),)))
    assert stagings.stale(99.0 + PARTIAL_SECONDS) == ()
    assert stagings.stale(100.0 + PARTIAL_SECONDS) == (StagedTransfer("/first", FIRST),)
    assert stagings.stale(150.0 + PARTIAL_SECONDS) == (StagedTransfer("/first", FIRST),)
    assert len(stagings.stale(151.0 + PARTIAL_SECONDS)) == 2
