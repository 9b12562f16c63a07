"""What is sent, where it comes from, and one source file open for reading."""

import errno
import os
import stat
from pathlib import Path

from msgspec import Struct

from byhand.domain.manifest import Entry
from byhand.errors import SourceChangedError, SourceMissingError

READ_AHEAD_BYTES = 256 * 1024
_TIME_LIMIT_NS = 2**63 - 1
_WORD = 2**64 - 1
_GONE = (errno.ENOENT, errno.ENOTDIR)
_OPEN_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
    # A FIFO put in the file's place must not hold the thread.
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
)


class FileStamp(Struct, frozen=True, gc=False):
    """What must not change between offer and sending; each fits into 64 bits."""

    size: int
    mtime_ns: int
    ctime_ns: int
    dev: int
    inode: int

    def has_content_of(self, other: "FileStamp") -> bool:
        """Say whether it seems to be the same file, not written to, whatever else has changed."""
        ours, theirs = (self.size, self.mtime_ns), (other.size, other.mtime_ns)
        return ours == theirs and self.inode == other.inode


class SourceEntry(Struct, frozen=True, gc=False):
    """An entry of an offer and the local file or folder it comes from.

    `path` holds bytes that are not UTF-8 as `surrogateescape` puts them.
    """

    entry: Entry
    path: str
    stamp: FileStamp


class SourceFile:
    """One file open for sending; lanes may read it at the same time."""

    def __init__(self, fd: int, path: str, stamp: FileStamp) -> None:
        self._fd = fd
        self._path = path
        self._stamp = stamp

    @classmethod
    def open(cls, path: str, stamp: FileStamp) -> "SourceFile":
        """Open a file that must still have this stamp.

        Raises SourceChangedError or SourceMissingError, as everything else does.
        """
        opened = cls(_opened(path), path, stamp)
        try:
            opened.check_unchanged()
            opened._announce_reading()
        except BaseException:
            opened.close()
            raise
        return opened

    def fileno(self) -> int:
        """Return the descriptor; it stays ours."""
        return self._fd

    def read_into(self, offset: int, view: memoryview) -> None:
        """Fill the whole view with the bytes at an offset; SourceChangedError if they end early."""
        done = 0
        while done < len(view):
            try:
                count = os.preadv(self._fd, [view[done:] if done else view], offset + done)
            except OSError as exc:
                raise _missing(self._path, exc) from exc
            if count == 0:
                raise SourceChangedError(self._path)
            done += count

    def next_data(self, offset: int) -> int:
        """Return where bytes that take room on the disk begin, at an offset or after it.

        The size if nothing but a hole follows; the offset itself where holes are not known.
        """
        return self._sought(offset, "SEEK_DATA", offset)

    def next_hole(self, offset: int) -> int:
        """Return where the next hole begins, at an offset or after it: at the end at last."""
        return self._sought(offset, "SEEK_HOLE", self._stamp.size)

    def check_unchanged(self) -> None:
        """Raise SourceChangedError unless the file is still what was offered."""
        try:
            status = os.fstat(self._fd)
        except OSError as exc:
            raise _missing(self._path, exc) from exc
        if not _is_same(status, self._stamp):
            raise SourceChangedError(self._path)

    def close(self) -> None:
        """Close the file."""
        os.close(self._fd)

    def _sought(self, offset: int, whence: str, otherwise: int) -> int:
        try:
            return os.lseek(self._fd, offset, getattr(os, whence))
        except AttributeError:
            return otherwise
        except OSError as exc:
            return self._stamp.size if exc.errno == errno.ENXIO else otherwise

    def _announce_reading(self) -> None:
        if self._stamp.size >= READ_AHEAD_BYTES and hasattr(os, "posix_fadvise"):
            os.posix_fadvise(self._fd, 0, 0, os.POSIX_FADV_SEQUENTIAL)


def read_whole(path: str, stamp: FileStamp, view: memoryview) -> None:
    """Fill a view, as long as the file, with a small file that must have this stamp.

    One look at it after reading tells of every change since it was offered. Raises
    SourceChangedError or SourceMissingError.
    """
    fd = _opened(path)
    try:
        content = os.read(fd, len(view))
        status = os.fstat(fd)
    except OSError as exc:
        if exc.errno == errno.EISDIR:
            raise SourceChangedError(path) from exc
        raise _missing(path, exc) from exc
    finally:
        os.close(fd)
    if len(content) != len(view) or not _is_same(status, stamp):
        raise SourceChangedError(path)
    view[:] = content


def present_stamp(path: str) -> FileStamp | None:
    """Return the stamp of the file that is there now; None if it is none, or there is none."""
    try:
        status = os.lstat(path)
    except (OSError, ValueError):
        return None
    return stamp_of(status) if stat.S_ISREG(status.st_mode) else None


def stamp_of(status: os.stat_result) -> FileStamp:
    """Return the stamp in what the system says of a file."""
    return FileStamp(
        status.st_size,
        bounded_time(status.st_mtime_ns),
        bounded_time(status.st_ctime_ns),
        status.st_dev & _WORD,
        status.st_ino & _WORD,
    )


def bounded_time(time_ns: int) -> int:
    """Return a time as it is kept and travels, in 64 bits."""
    if -_TIME_LIMIT_NS <= time_ns <= _TIME_LIMIT_NS:
        return time_ns
    return _TIME_LIMIT_NS if time_ns > 0 else -_TIME_LIMIT_NS


def _opened(path: str) -> int:
    try:
        return os.open(path, _OPEN_FLAGS)
    except OSError as exc:
        if exc.errno == errno.ELOOP:
            raise SourceChangedError(path) from exc
        raise _missing(path, exc) from exc


def _missing(path: str, error: OSError) -> SourceMissingError:
    return SourceMissingError(Path(path), is_there=error.errno not in _GONE)


def _is_same(status: os.stat_result, stamp: FileStamp) -> bool:
    return (
        status.st_mtime_ns == stamp.mtime_ns
        and status.st_ctime_ns == stamp.ctime_ns
        and status.st_size == stamp.size
        and status.st_ino == stamp.inode
        and status.st_dev == stamp.dev
    ) or stamp_of(status) == stamp
