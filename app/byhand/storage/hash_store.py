"""Hashes of our own files, kept so that what has not changed is not read again."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec
from msgspec import Struct

from byhand.storage.database import Cell, Database
from byhand.storage.file_stamps import encode_stamp
from byhand.storage.source import FileStamp

_USED_GRAIN_SECONDS = 24 * 3600
"""A file that is looked up again within this is not noted again: reading shall not be writing."""

_AT_ONCE = 500
_SELECT = "SELECT file, stamp, pieces, root, used_at FROM hashes"
_LOOKUP = f"{_SELECT} WHERE file IN ({','.join('?' * _AT_ONCE)})"
_KEEP = """
    INSERT OR REPLACE INTO hashes (file, stamp, root, pieces, bytes, used_at)
    VALUES (?, ?, ?, ?, ?, ?)
"""


class FileHashes(Struct, frozen=True, gc=False):
    """The hashes of a file's pieces, n × 32 bytes in order, and the root over them."""

    pieces: bytes
    root: bytes


class CacheLimits(Struct, frozen=True):
    """How much is kept: hashes of pieces in bytes, and files."""

    bytes: int = 256 * 1024**2
    files: int = 200_000


DEFAULT_LIMITS = CacheLimits()


class HashStore:
    """Hashes by file; whatever is lost of it is only computed again. Raises as the database does.

    A file is known by device and inode, and its hashes count while its stamp is the same. The
    caller keeps only what is settled (`is_settled`).
    """

    def __init__(
        self,
        database: Database,
        limits: CacheLimits = DEFAULT_LIMITS,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """`clock`: Unix seconds."""
        self._database = database
        self._limits = limits
        self._clock = clock
        self._files, self._bytes = self._counted()

    def lookup(self, stamp: FileStamp) -> FileHashes | None:
        """Return the hashes of a file if it is known as it is now."""
        return self.lookup_many((stamp,))[0]

    def lookup_many(self, stamps: Sequence[FileStamp]) -> tuple[FileHashes | None, ...]:
        """Return for each file, in order, its hashes if it is known as it is now."""
        now = self._clock()
        known: dict[tuple[Cell, Cell], FileHashes] = {}
        used: list[Cell] = []
        for files in _chunks(list(map(_file, stamps))):
            for file, stamp, pieces, root, used_at in self._database.rows(_LOOKUP, *files):
                assert isinstance(pieces, bytes)
                assert isinstance(root, bytes)
                assert isinstance(used_at, float)
                known[file, stamp] = FileHashes(pieces, root)
                if abs(now - used_at) >= _USED_GRAIN_SECONDS:
                    used.append(file)
        self._note_used(used, now)
        return tuple(known.get((_file(stamp), encode_stamp(stamp))) for stamp in stamps)

    def keep(self, stamp: FileStamp, hashes: FileHashes) -> None:
        """Keep the hashes of a file that had this stamp before and after it was read."""
        self.keep_many(((stamp, hashes),))

    def keep_many(self, known: Iterable[tuple[FileStamp, FileHashes]]) -> None:
        """Keep the hashes of files, in place of those of earlier states of the same files."""
        now = self._clock()
        rows = [
            (_file(stamp), encode_stamp(stamp), each.root, each.pieces, len(each.pieces), now)
            for stamp, each in known
        ]
        with self._database.transaction(is_flushed=False):
            self._database.run_many(_KEEP, rows)
            # What it replaces is counted off when there seems to be too much.
            files = self._files + len(rows)
            size = self._bytes + sum(len(row[3]) for row in rows)
            if files > self._limits.files or size > self._limits.bytes:
                self._prune()
                files, size = self._counted()
        self._files, self._bytes = files, size

    def _counted(self) -> tuple[int, int]:
        rows = self._database.rows("SELECT count(*), ifnull(sum(bytes), 0) FROM hashes")
        match rows:
            case [(int(files), int(size))]:
                return files, size
        raise AssertionError("a sum is one row")

    def _prune(self) -> None:
        """Forget what was not used for longest, if there is too much, and a tenth more."""
        files, size = self._counted()
        if files <= self._limits.files and size <= self._limits.bytes:
            return
        most_files, most_bytes = self._limits.files * 9 // 10, self._limits.bytes * 9 // 10
        dropped: list[tuple[Cell]] = []
        for file, count in self._database.each(
            "SELECT file, bytes FROM hashes ORDER BY used_at, rowid"
        ):
            if files <= most_files and size <= most_bytes:
                break
            assert isinstance(count, int)
            dropped.append((file,))
            files, size = files - 1, size - count
        self._database.run_many("DELETE FROM hashes WHERE file = ?", dropped)

    def _note_used(self, files: Sequence[Cell], now: float) -> None:
        if files:
            with self._database.transaction(is_flushed=False):
                self._database.run_many(
                    "UPDATE hashes SET used_at = ? WHERE file = ?", [(now, file) for file in files]
                )


def _file(stamp: FileStamp) -> bytes:
    return msgspec.msgpack.encode((stamp.dev, stamp.inode))


def _chunks(files: Sequence[bytes]) -> Iterator[list[Cell]]:
    """Yield files, as many at once as one look-up takes; nothing fills the last."""
    for start in range(0, len(files), _AT_ONCE):
        chunk: list[Cell] = [*files[start : start + _AT_ONCE]]
        yield chunk + [None] * (_AT_ONCE - len(chunk))
