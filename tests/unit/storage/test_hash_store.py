from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import fields, replace

from byhand.storage.database import Database
from byhand.storage.file_stamps import encode_stamp
from byhand.storage.hash_store import CacheLimits, FileHashes, HashStore
from byhand.storage.source import FileStamp
from tests.helpers.clock import Clock
from tests.helpers.kept import open_database

STAMP = FileStamp(5, 1000, 2000, 2**64 - 1, 2**63)
HASHES = FileHashes(b"p" * 64, b"r" * 32)
DAY_SECONDS = 24 * 3600


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with open_database(tmp_path / "byhand.db") as database:
        yield database


def file(number: int) -> FileStamp:
    return replace(STAMP, inode=number)


def hashes(number: int, pieces: int = 1) -> FileHashes:
    return FileHashes(bytes([number % 256]) * 32 * pieces, b"r" * 32)


def test_what_is_kept_is_found_after_a_restart(tmp_path: Path) -> None:
    with open_database(tmp_path / "byhand.db") as database:
        HashStore(database).keep(STAMP, HASHES)
    with open_database(tmp_path / "byhand.db") as database:
        assert HashStore(database).lookup(STAMP) == HASHES


@pytest.mark.parametrize("name", [each.name for each in fields(FileStamp)])
def test_a_file_that_differs_in_anything_is_not_known(database: Database, name: str) -> None:
    store = HashStore(database)
    store.keep(STAMP, HASHES)
    assert store.lookup(replace(STAMP, **{name: getattr(STAMP, name) - 1})) is None


def test_a_changed_file_takes_the_place_of_what_it_was(database: Database) -> None:
    store = HashStore(database)
    store.keep(STAMP, HASHES)
    changed = replace(STAMP, mtime_ns=9)
    store.keep(changed, hashes(1))
    assert store.lookup(STAMP) is None
    assert store.lookup(changed) == hashes(1)
    assert database.value("SELECT count(*) FROM hashes") == 1


def test_many_files_are_looked_up_in_order(database: Database) -> None:
    store = HashStore(database)
    store.keep_many((file(number), hashes(number)) for number in range(0, 1100, 2))
    found = store.lookup_many([file(number) for number in range(1101)])
    assert [each for each in found if each] == [hashes(number) for number in range(0, 1100, 2)]
    assert [each is None for each in found[:4]] == [False, True, False, True]
    assert store.lookup_many([]) == ()


def test_looking_up_many_files_takes_few_statements(database: Database) -> None:
    store, statements = HashStore(database), list[str]()
    store.keep_many((file(number), hashes(number)) for number in range(1000))
    database._connection.set_trace_callback(statements.append)
    store.lookup_many([file(number) for number in range(1000)])
    database._connection.set_trace_callback(None)
    assert len(statements) == 2


def test_what_was_used_last_stays_when_there_are_too_many_files(database: Database) -> None:
    clock = Clock()
    store = HashStore(database, CacheLimits(files=100), clock)
    for number in range(100):
        store.keep(file(number), hashes(number))
        clock.now += 1
    clock.now += DAY_SECONDS
    assert store.lookup(file(0)) == hashes(0)
    store.keep(file(100), hashes(100))
    # A tenth goes at once, so that this is not done for every file.
    assert database.value("SELECT count(*) FROM hashes") == 90
    assert [store.lookup(file(number)) is None for number in (0, 1, 11, 12, 100)] == [
        *(False, True, True, False, False)
    ]


def test_hashes_of_huge_files_push_out_many_small_ones(database: Database) -> None:
    store = HashStore(database, CacheLimits(bytes=32 * 1000))
    store.keep_many((file(number), hashes(number)) for number in range(500))
    store.keep(file(1000), hashes(0, pieces=600))
    size = database.value("SELECT sum(bytes) FROM hashes")
    assert isinstance(size, int)
    assert size <= 32 * 900
    assert store.lookup(file(1000)) == hashes(0, pieces=600)
    store.keep(file(1001), hashes(0, pieces=1001))
    assert database.value("SELECT count(*) FROM hashes") == 0


def test_keeping_the_same_files_again_and_again_forgets_none(database: Database) -> None:
    store = HashStore(database, CacheLimits(files=10))
    for _ in range(30):
        store.keep_many((file(number), hashes(number)) for number in range(10))
    assert None not in store.lookup_many([file(number) for number in range(10)])


def test_the_limits_hold_for_what_earlier_runs_kept(tmp_path: Path) -> None:
    for start in range(0, 200, 50):
        with open_database(tmp_path / "byhand.db") as database:
            store = HashStore(database, CacheLimits(files=100))
            store.keep_many((file(start + n), hashes(n)) for n in range(50))
            count = database.value("SELECT count(*) FROM hashes")
            assert isinstance(count, int)
            assert count <= 100


def test_reading_does_not_write_again_and_again(database: Database) -> None:
    clock = Clock()
    store = HashStore(database, clock=clock)
    store.keep(STAMP, HASHES)
    changes = database._connection.total_changes
    for _ in range(5):
        clock.now += 10
        store.lookup(STAMP)
    assert database._connection.total_changes == changes
    clock.now += DAY_SECONDS
    store.lookup(STAMP)
    store.lookup(STAMP)
    assert database._connection.total_changes == changes + 1
    assert database.value("SELECT stamp FROM hashes") == encode_stamp(STAMP)
