import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from byhand.domain.identity import FriendId
from byhand.domain.transfer import TransferState
from byhand.storage.database import Database
from byhand.storage.exchange_store import ExchangedFile, ExchangeStore
from byhand.storage.friend_memory import FriendMemory
from byhand.storage.history_store import HistoryStore
from byhand.storage.source import FileStamp
from byhand.storage.transfer_store import TransferStore
from tests.helpers.kept import FIRST, LEA, SECOND, TOM, open_database, stored


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with open_database(tmp_path / "byhand.db") as database:
        yield database


@pytest.fixture
def exchanged(database: Database) -> ExchangeStore:
    return ExchangeStore(database)


def file(path: str, size: int = 5, root: bytes = b"r" * 32) -> ExchangedFile:
    return ExchangedFile(root, path, FileStamp(size, -1, 2**63 - 1, 7, 2**64 - 1))


def test_what_was_exchanged_is_found_by_size_and_by_root(tmp_path: Path) -> None:
    files = [file("/a/\udcff", 5), file("/b", 6, b"s" * 32), file("/c", 6)]
    with open_database(tmp_path / "byhand.db") as database:
        ExchangeStore(database).remember_exchanged(LEA, files)
    with open_database(tmp_path / "byhand.db") as database:
        exchanged = ExchangeStore(database)
        assert exchanged.candidates(LEA, [5]) == (files[0],)
        assert exchanged.candidates(LEA, range(100_000)) == tuple(files[::-1])
        assert exchanged.candidates(LEA, [7]) == exchanged.candidates(LEA, []) == ()
        assert exchanged.candidates(LEA, [5, 6], limit=1) == (files[2],)
        assert exchanged.sizes(LEA) == {5, 6}
        roots = [b"r" * 32, b"t" * 32, b"r" * 32]
        assert exchanged.by_roots(LEA, roots) == {b"r" * 32: (files[2], files[0])}


def test_no_friend_is_told_of_what_another_one_has(exchanged: ExchangeStore) -> None:
    exchanged.remember_exchanged(LEA, [file("/a")])
    exchanged.remember_exchanged(TOM, [file("/a"), file("/t", root=b"t" * 32)])
    assert exchanged.by_roots(LEA, [b"t" * 32]) == {}
    assert exchanged.sizes(FriendId(b"x" * 32)) == frozenset()
    assert exchanged.candidates(LEA, [5]) == (file("/a"),)


def test_a_file_takes_the_place_of_what_lay_there_before(exchanged: ExchangeStore) -> None:
    exchanged.remember_exchanged(LEA, [file("/a", 5), file("/a", 6)])
    assert exchanged.candidates(LEA, [5, 6]) == (file("/a", 6),)


def test_of_each_friend_the_newest_are_kept(database: Database) -> None:
    exchanged = ExchangeStore(database, files_kept=100)
    exchanged.remember_exchanged(TOM, [file("/t")])
    for number in range(101):
        exchanged.remember_exchanged(LEA, [file(f"/{number}")])
    kept = [each.path for each in exchanged.candidates(LEA, [5])]
    assert kept == [f"/{number}" for number in range(100, 10, -1)]
    assert exchanged.candidates(TOM, [5]) == (file("/t"),)
    for _ in range(5):
        exchanged.remember_exchanged(LEA, [file(f"/{number}") for number in range(50, 90)])
    assert len(exchanged.candidates(LEA, [5])) == 90


def test_of_files_with_one_root_only_the_newest_are_returned(exchanged: ExchangeStore) -> None:
    files = [file(f"/{number}") for number in range(10)]
    exchanged.remember_exchanged(LEA, files)
    assert exchanged.by_roots(LEA, [b"r" * 32]) == {b"r" * 32: tuple(files[:5:-1])}


def test_a_forgotten_friends_files_are_forgotten_alone(
    database: Database, exchanged: ExchangeStore
) -> None:
    for friend in (LEA, TOM):
        exchanged.remember_exchanged(friend, [file("/a")])
    FriendMemory(database).forget_friend(LEA)
    assert exchanged.candidates(LEA, [5]) == ()
    assert exchanged.candidates(TOM, [5]) == (file("/a"),)


def test_of_a_forgotten_friend_nothing_is_still_to_be_remembered(
    database: Database, exchanged: ExchangeStore
) -> None:
    for transfer_id, friend_id in ((FIRST, LEA), (SECOND, TOM)):
        TransferStore(database).save(
            stored(transfer_id, TransferState.DONE, friend_id=friend_id, ended_at=2.0)
        )
        HistoryStore(database).save_roots(transfer_id, [(0, b"r" * 32)])
    FriendMemory(database).forget_friend(LEA)
    assert exchanged.unremembered() == (SECOND,)


def test_a_row_that_cannot_be_read_is_left_out(
    database: Database, exchanged: ExchangeStore, caplog: pytest.LogCaptureFixture
) -> None:
    exchanged.remember_exchanged(LEA, [file("/a"), file("/b")])
    database.run("UPDATE exchanged SET stamp = x'c1' WHERE path = x'2f61'")
    with caplog.at_level(logging.WARNING):
        assert exchanged.candidates(LEA, [5]) == (file("/b"),)
    assert len(caplog.records) == 1
