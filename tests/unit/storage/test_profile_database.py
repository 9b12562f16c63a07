from pathlib import Path

import pytest

from byhand.domain.history import HistoryQuery
from byhand.domain.journal import JournalBatch
from byhand.domain.transfer import TransferState
from byhand.errors import StorageError
from byhand.storage.profile_database import ProfileDatabase
from tests.helpers.kept import FIRST, SECOND, run, stored
from tests.helpers.trees import open_descriptors


def test_its_stores_see_the_same_transfers(tmp_path: Path) -> None:
    database = ProfileDatabase.open(tmp_path / "byhand.db")
    database.transfers.save_many([stored(FIRST), stored(SECOND, TransferState.DONE, ended_at=2.0)])
    database.journals.record(JournalBatch(FIRST, (run(0, 0),)))
    assert database.journals.load(FIRST).other_runs == (run(0, 0),)
    assert database.history.page(HistoryQuery(), 0, 10).total == 1
    database.close()


def test_it_knows_whether_it_was_stopped_well(tmp_path: Path) -> None:
    path = tmp_path / "byhand.db"
    ProfileDatabase.open(path).close()
    crashed = ProfileDatabase.open(path)
    assert not crashed.opening.was_stopped_well
    assert crashed.opening.is_same_boot
    crashed.mark_stopped()
    crashed.close()
    after = ProfileDatabase.open(path)
    assert after.opening.was_stopped_well
    after.close()


def test_one_that_cannot_be_opened_leaves_nothing_open(tmp_path: Path) -> None:
    path = tmp_path / "byhand.db"
    database = ProfileDatabase.open(path)
    database._database.run("DROP TABLE openings")
    database.close()
    before = open_descriptors()
    with pytest.raises(StorageError):
        ProfileDatabase.open(path)
    assert open_descriptors() == before
