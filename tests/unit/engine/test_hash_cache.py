from pathlib import Path

from msgspec.structs import replace

from byhand.domain.pieces import file_root
from byhand.engine.hash_cache import HashCache
from byhand.storage.database import Database
from byhand.storage.file_stamps import SETTLED_NS
from byhand.storage.hash_store import FileHashes, HashStore
from byhand.storage.source import FileStamp

STAMP = FileStamp(size=300_000, mtime_ns=1_000 * 10**9, ctime_ns=900 * 10**9, dev=1, inode=2)
PIECES = bytes(range(64))
ROOT = file_root(300_000, [PIECES[:32], PIECES[32:]])


def test_files_that_were_left_alone_for_two_seconds_are_kept_with_their_root() -> None:
    kept: list[tuple[FileStamp, FileHashes]] = []
    cache = HashCache(keep=kept.extend)
    cache.keep([(STAMP, PIECES)], STAMP.mtime_ns + SETTLED_NS)
    assert kept == [(STAMP, FileHashes(PIECES, ROOT))]


def test_files_that_changed_just_before_they_were_read_are_not() -> None:
    kept: list[tuple[FileStamp, FileHashes]] = []
    cache = HashCache(keep=kept.extend)
    later = replace(STAMP, ctime_ns=STAMP.mtime_ns + 1)
    read_at = STAMP.mtime_ns + SETTLED_NS
    files = [(later, PIECES), (STAMP, PIECES), (replace(STAMP, mtime_ns=read_at), PIECES)]
    cache.keep(files, read_at)
    assert [stamp for stamp, _ in kept] == [STAMP]


def test_without_a_store_nothing_is_known() -> None:
    cache = HashCache()
    cache.keep([(STAMP, PIECES)], 2**62)
    assert cache.lookup([STAMP, STAMP]) == [None, None]


def test_what_is_kept_in_the_store_is_known_again(tmp_path: Path) -> None:
    database = Database(tmp_path / "byhand.db")
    try:
        store = HashStore(database)
        cache = HashCache(store.lookup_many, store.keep_many)
        cache.keep([(STAMP, PIECES)], 2**62)
        assert cache.lookup([replace(STAMP, inode=3), STAMP]) == [None, PIECES]
    finally:
        database.close()
