"""Reading what is sent: the walk over dropped files and folders, and one open source file."""

import errno
import os
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from byhand.domain.codes import Code
from byhand.domain.manifest import SIZE_LIMIT, Entry, EntryKind
from byhand.domain.names import DEPTH_LIMIT, PATH_BYTES, DistinctNames, cleaned_component
from byhand.errors import SourceChangedError, SourceMissingError

READ_AHEAD_BYTES = 256 * 1024
_BLOCK_BYTES = 512
_TIME_LIMIT_NS = 2**63 - 1
_WORD = 2**64 - 1
_EXECUTE = stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH
_OPEN_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
    # A FIFO put in the file's place must not hold the thread.
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
)


@dataclass(frozen=True, slots=True)
class FileStamp:
    """What must not change between offer and sending; each fits into 64 bits."""

    size: int
    mtime_ns: int
    ctime_ns: int
    dev: int
    inode: int


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """An entry of an offer and the local file or folder it comes from.

    `path` holds bytes that are not UTF-8 as `surrogateescape` puts them.
    """

    entry: Entry
    path: str
    stamp: FileStamp


@dataclass(frozen=True, slots=True)
class SourceProblem:
    """Something that is not offered: its path inside the offer and why."""

    path: str
    code: Code


Scanned = SourceEntry | SourceProblem


def scan(paths: Sequence[str], is_cancelled: Callable[[], bool]) -> Iterator[Scanned]:
    """Yield what the given files and folders hold, folders before their content, sorted.

    Links and special files inside folders are problems; a link given itself is followed.
    Ends early once cancelled. Raises SourceMissingError before the first entry if a given
    path is not there.
    """
    given = dict.fromkeys(map(os.path.abspath, paths))
    tops = [(cleaned_component(os.path.basename(path)), _resolved(path)) for path in given]
    names = DistinctNames()
    for name, path in tops:
        yield from _walk(names.add(name), path, is_cancelled)


class SourceFile:
    """One file open for sending; lanes may read it at the same time."""

    def __init__(self, fd: int, source: SourceEntry) -> None:
        self._fd = fd
        self._source = source

    @classmethod
    def open(cls, source: SourceEntry) -> "SourceFile":
        """Open a scanned file; raises SourceChangedError or SourceMissingError."""
        try:
            fd = os.open(source.path, _OPEN_FLAGS)
        except OSError as exc:
            if exc.errno == errno.ELOOP:
                raise SourceChangedError(source.path) from exc
            raise SourceMissingError(Path(source.path)) from exc
        opened = cls(fd, source)
        try:
            opened.check_unchanged()
            opened._announce_reading()
        except BaseException:
            opened.close()
            raise
        return opened

    def read_into(self, offset: int, view: memoryview) -> None:
        """Fill the whole view with the bytes at an offset; SourceChangedError if they end early."""
        done = 0
        while done < len(view):
            try:
                count = os.preadv(self._fd, [view[done:]], offset + done)
            except OSError as exc:
                raise SourceMissingError(Path(self._source.path)) from exc
            if count == 0:
                raise SourceChangedError(self._source.path)
            done += count

    def is_hole(self, offset: int, length: int) -> bool:
        """Say whether a range is certainly all zeros that take no room on the disk."""
        try:
            return os.lseek(self._fd, offset, os.SEEK_DATA) >= offset + length
        except OSError as exc:
            return exc.errno == errno.ENXIO

    def check_unchanged(self) -> None:
        """Raise SourceChangedError unless the file is still what was offered."""
        try:
            status = os.fstat(self._fd)
        except OSError as exc:
            raise SourceMissingError(Path(self._source.path)) from exc
        if _stamp_of(status) != self._source.stamp:
            raise SourceChangedError(self._source.path)

    def close(self) -> None:
        """Close the file."""
        os.close(self._fd)

    def _announce_reading(self) -> None:
        if self._source.stamp.size >= READ_AHEAD_BYTES and hasattr(os, "posix_fadvise"):
            os.posix_fadvise(self._fd, 0, 0, os.POSIX_FADV_SEQUENTIAL)


def _resolved(path: str) -> str:
    try:
        resolved = os.path.realpath(path)
    except ValueError as exc:  # a NUL in it
        raise SourceMissingError(Path(path)) from exc
    if not os.path.lexists(resolved):
        raise SourceMissingError(Path(path))
    return resolved


def _walk(name: str, path: str, is_cancelled: Callable[[], bool]) -> Iterator[Scanned]:
    pending: list[tuple[tuple[str, ...], str, int]] = [((name,), path, len(name.encode()))]
    while pending and not is_cancelled():
        components, path, path_bytes = pending.pop()
        found = _look_at(components, path)
        yield found
        if isinstance(found, SourceProblem) or found.entry.kind is not EntryKind.FOLDER:
            continue
        try:
            names = os.listdir(path)
        except OSError as exc:
            yield SourceProblem("/".join(components), _code_of(exc))
            continue
        prefix = os.path.join(path, "")
        for local, travelling in reversed(_travelling(names)):
            child_bytes = path_bytes + 1 + len(travelling.encode())
            child = (*components, travelling)
            if len(child) > DEPTH_LIMIT or child_bytes > PATH_BYTES:
                yield SourceProblem("/".join(child), Code.PATH_TOO_LONG)
            else:
                pending.append((child, prefix + local, child_bytes))


def _look_at(components: tuple[str, ...], path: str) -> Scanned:
    try:
        status = os.lstat(path)
    except OSError as exc:
        return SourceProblem("/".join(components), _code_of(exc))
    mode = status.st_mode
    mtime_ns = _bounded(status.st_mtime_ns)
    if stat.S_ISDIR(mode):
        folder = Entry(components, EntryKind.FOLDER, mtime_ns=mtime_ns)
        return SourceEntry(folder, path, _stamp_of(status))
    if not stat.S_ISREG(mode):
        return SourceProblem("/".join(components), Code.UNSUPPORTED)
    size = status.st_size
    if size > SIZE_LIMIT:
        return SourceProblem("/".join(components), Code.LIMIT)
    allocated = min(size, status.st_blocks * _BLOCK_BYTES)
    entry = Entry(components, EntryKind.FILE, size, allocated, mtime_ns, bool(mode & _EXECUTE))
    return SourceEntry(entry, path, _stamp_of(status))


def _travelling(names: list[str]) -> list[tuple[str, str]]:
    """Return the names of one folder, sorted, each with the one it travels under."""
    names.sort()
    cleaned = [cleaned_component(name) for name in names]
    if cleaned == names:
        return list(zip(names, names, strict=True))
    distinct = DistinctNames()
    # Names that may travel as they are keep their form; only the cleaned ones give way.
    unchanged_first = sorted(
        zip(names, cleaned, strict=True), key=lambda pair: (pair[0] != pair[1], pair[0])
    )
    return sorted((local, distinct.add(name)) for local, name in unchanged_first)


def _stamp_of(status: os.stat_result) -> FileStamp:
    return FileStamp(
        status.st_size,
        _bounded(status.st_mtime_ns),
        _bounded(status.st_ctime_ns),
        status.st_dev & _WORD,
        status.st_ino & _WORD,
    )


def _bounded(time_ns: int) -> int:
    return max(-_TIME_LIMIT_NS, min(time_ns, _TIME_LIMIT_NS))


def _code_of(error: OSError) -> Code:
    if error.errno == errno.ENOENT:
        return Code.SOURCE_GONE
    if error.errno == errno.ENAMETOOLONG:
        return Code.PATH_TOO_LONG
    return Code.SOURCE_UNREADABLE
