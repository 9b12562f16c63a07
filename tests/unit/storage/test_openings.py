from collections.abc import Iterator
from pathlib import Path

import pytest

from byhand.domain.journal import JournalBatch
from byhand.storage.database import Database
from byhand.storage.journal_store import JournalStore
from byhand.storage.openings import Opening, mark_opened, mark_stopped
from byhand.storage.transfer_store import TransferStore
from tests.helpers.kept import FIRST, open_database, run, stored


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with open_database(tmp_path / "byhand.db") as database:
        yield database


def test_before_the_first_opening_nothing_went_wrong(database: Database) -> None:
    assert mark_opened(database, "a") == Opening(1, "a", was_stopped_well=True, is_same_boot=True)


def test_an_opening_tells_of_the_one_before(database: Database) -> None:
    mark_stopped(database, mark_opened(database, "a"))
    assert mark_opened(database, "a") == Opening(2, "a", was_stopped_well=True, is_same_boot=True)
    killed = mark_opened(database, "a")
    assert killed == Opening(3, "a", was_stopped_well=False, is_same_boot=True)
    assert mark_opened(database, "b") == Opening(4, "b", was_stopped_well=False, is_same_boot=False)


def test_openings_are_kept_as_long_as_a_journal_needs_them(database: Database) -> None:
    def numbers() -> list[object]:
        return [number for (number,) in database.rows("SELECT number FROM openings")]

    for _ in range(2):
        mark_opened(database, "a")
    opening = mark_opened(database, "a")
    assert numbers() == [3]
    TransferStore(database).save(stored(FIRST))
    JournalStore(database, opening).record(JournalBatch(FIRST, (run(0, 0),)))
    for _ in range(2):
        mark_opened(database, "a")
    assert numbers() == [3, 4, 5]
    TransferStore(database).delete(FIRST)
    mark_opened(database, "a")
    assert numbers() == [6]
