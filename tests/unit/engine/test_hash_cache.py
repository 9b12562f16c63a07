from dataclasses import replace

from byhand.engine.hash_cache import SETTLED_NS, HashCache
from byhand.storage.source import FileStamp

STAMP = FileStamp(size=10, mtime_ns=1_000 * 10**9, ctime_ns=900 * 10**9, dev=1, inode=2)


def test_files_that_were_left_alone_for_two_seconds_are_kept() -> None:
    kept: list[tuple[FileStamp, bytes]] = []
    cache = HashCache(keep=kept.extend)
    cache.keep([(STAMP, b"hashes")], STAMP.mtime_ns + SETTLED_NS)
    assert kept == [(STAMP, b"hashes")]


def test_files_that_changed_just_before_they_were_read_are_not() -> None:
    kept: list[tuple[FileStamp, bytes]] = []
    cache = HashCache(keep=kept.extend)
    later = replace(STAMP, ctime_ns=STAMP.mtime_ns + 1)
    read_at = STAMP.mtime_ns + SETTLED_NS
    cache.keep([(later, b"1"), (STAMP, b"2"), (replace(STAMP, mtime_ns=read_at), b"3")], read_at)
    assert kept == [(STAMP, b"2")]


def test_without_a_store_nothing_is_known() -> None:
    cache = HashCache()
    cache.keep([(STAMP, b"")], 2**62)
    assert cache.lookup([STAMP, STAMP]) == [None, None]
