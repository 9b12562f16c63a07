"""Hashes of files that were read, on a real database by way of the storage thread."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from byhand.domain.pieces import file_root
from byhand.errors import StorageError
from byhand.service.kept_hashes import PENDING_BYTES, KeptHashes
from byhand.service.worker import Worker
from byhand.storage.database import Database
from byhand.storage.hash_store import FileHashes, HashStore
from byhand.storage.source import FileStamp

LATER = 2**62
STAMP = FileStamp(size=300_000, mtime_ns=1, ctime_ns=2, dev=1, inode=2)
HASHES = b"a" * 32 + b"b" * 32


@pytest.fixture
def storage() -> Iterator[Worker]:
    worker = Worker("storage")
    yield worker
    worker.close()


async def opened(storage: Worker, tmp_path: Path) -> tuple[Database, KeptHashes]:
    database = await storage.run(Database, tmp_path / "byhand.db")
    return database, KeptHashes(await storage.run(HashStore, database), storage)


async def test_what_is_kept_is_found_once_it_is_saved(storage: Worker, tmp_path: Path) -> None:
    database, kept = await opened(storage, tmp_path)
    try:
        kept.cache.keep([(STAMP, HASHES)], LATER)
        pending = [kept.is_pending]
        await kept.save()
        assert [*pending, kept.is_pending] == [True, False]
        assert kept.cache.lookup([STAMP]) == [HASHES]
        found = await storage.run(kept._store.lookup, STAMP)
        assert found == FileHashes(HASHES, file_root(STAMP.size, [HASHES[:32], HASHES[32:]]))
    finally:
        await storage.run(database.close)


async def test_a_disk_that_refuses_costs_nothing_but_time(
    storage: Worker, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    class Refusing:
        def lookup_many(self, stamps: object) -> tuple[None, ...]:
            raise StorageError(tmp_path, "gone")

        def keep_many(self, known: object) -> None:
            raise StorageError(tmp_path, "gone")

    kept = KeptHashes(Refusing(), storage)  # type: ignore[arg-type]  # stands for a store
    kept.cache.keep([(STAMP, HASHES)], LATER)
    with caplog.at_level(logging.WARNING):
        await kept.save()
        assert kept.cache.lookup([STAMP, STAMP]) == [None, None]
    assert len(caplog.records) == 2


async def test_hashes_that_wait_for_a_slow_disk_do_not_fill_the_memory(
    storage: Worker, tmp_path: Path
) -> None:
    database, kept = await opened(storage, tmp_path)
    try:
        much = bytes(PENDING_BYTES // 4)
        kept.cache.keep([(STAMP, much)] * 100, LATER)
        assert len(kept._pending) == 4
    finally:
        await storage.run(database.close)
