"""Disks for tests: where a call fails, where the process dies; and which file is which."""

import errno
import os
import threading
from collections.abc import Callable, Collection

from msgspec.structs import fields, replace

from byhand.storage.disk import SYSTEM_DISK, Disk

Inode = tuple[int, int]

LOOKING = frozenset(
    {"stat", "status", "names", "duplicate", "read_at", "is_hole", "is_own", "room", "file_system"}
)
# Cleaning up, and what this system lacks, is not counted either.
ALL_CALLS = tuple(
    field.name for field in fields(Disk) if field.name not in {*LOOKING, "remove_tree", "mark"}
)


def disk_of(
    wrapped: Callable[[str], Callable[..., object]], calls: Collection[str] = ALL_CALLS
) -> Disk:
    return replace(SYSTEM_DISK, **{name: wrapped(name) for name in calls})


class FaultyDisk:
    """Makes a `Disk` whose n-th call, counted from 1, fails with an error number.

    `only` limits counting to some calls, also of those that only look; `calls` lists the names
    of all calls made that change something.
    """

    def __init__(
        self,
        fail_at: int = 0,
        error: int = errno.ENOSPC,
        only: Collection[str] = ALL_CALLS,
        shortest_write: bool = False,
    ) -> None:
        self.calls: list[str] = []
        self.has_failed = False
        self._fail_at = fail_at
        self._error = error
        self._only = only
        self._shortest_write = shortest_write
        self.disk = disk_of(self._wrapped, {*ALL_CALLS, *only})

    def fail_after(self, count: int) -> None:
        """Let the n-th call from now on fail."""
        self._fail_at = count

    def _wrapped(self, name: str) -> Callable[..., object]:
        real: Callable[..., object] = getattr(SYSTEM_DISK, name)

        def call(*args: object, **kwargs: object) -> object:
            if name in ALL_CALLS:
                self.calls.append(name)
            self._fail_at -= name in self._only
            if self._fail_at == 0 and name in self._only:
                self.has_failed = True
                if name == "close":
                    real(*args)  # an error of close comes after the descriptor is gone
                raise OSError(self._error, os.strerror(self._error))
            if self._shortest_write and name in ("write", "write_at"):
                fd, data, *offset = args
                return real(fd, memoryview(data)[:1], *offset)  # type: ignore[arg-type]
            return real(*args, **kwargs)

        return call


class Killed(BaseException):
    """The process has ended: nothing that catches errors may see it."""


class DyingDisk:
    """Makes a `Disk` under which the process is killed before the n-th call, counted from 1.

    Of the thread that makes it: whoever flushes beside it is not heard of any more.
    """

    def __init__(self, dies_at: int) -> None:
        self.left = dies_at
        self._thread = threading.get_ident()
        self.disk = disk_of(self._wrapped)

    def _wrapped(self, name: str) -> Callable[..., object]:
        real: Callable[..., object] = getattr(SYSTEM_DISK, name)

        def call(*args: object, **kwargs: object) -> object:
            if threading.get_ident() == self._thread:
                self.left -= 1
                if self.left <= 0:
                    raise Killed
            return real(*args, **kwargs)

        return call


def inode_of(path: str | int, folder: int | None = None) -> Inode:
    """Return device and inode of an open file, or of a name in a folder."""
    status = os.stat(path, dir_fd=folder) if isinstance(path, str) else os.fstat(path)
    return status.st_dev, status.st_ino


class SwitchedDisk:
    """Makes a `Disk` whose calls fail, some or all, for as long as `error` is set."""

    def __init__(self, only: Collection[str] = ALL_CALLS) -> None:
        self.error = 0
        self.only = only
        self.failures = 0
        self.disk = disk_of(self._wrapped, {*ALL_CALLS, *only})

    def _wrapped(self, name: str) -> Callable[..., object]:
        real: Callable[..., object] = getattr(SYSTEM_DISK, name)

        def call(*args: object, **kwargs: object) -> object:
            error = self.error if name in self.only else 0
            if not error:
                return real(*args, **kwargs)
            self.failures += 1
            if name == "close":
                real(*args)
            raise OSError(error, os.strerror(error))

        return call


def slow_disk(seconds: float) -> Disk:
    """Return a disk that takes so long for each write, over and above what it takes."""

    def wrapped(name: str) -> Callable[..., object]:
        real: Callable[..., object] = getattr(SYSTEM_DISK, name)

        def call(*args: object, **kwargs: object) -> object:
            threading.Event().wait(seconds)
            return real(*args, **kwargs)

        return call

    return disk_of(wrapped, ("write", "write_at"))
