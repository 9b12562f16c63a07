"""Disks for tests: where a call fails, where the process dies, where what is unflushed is known."""

import errno
import os
import stat
import threading
from collections.abc import Callable, Collection
from dataclasses import fields

from byhand.storage.disk import SYSTEM_DISK, Disk

Inode = tuple[int, int]

ALL_CALLS = tuple(field.name for field in fields(Disk))


def _disk_of(wrapped: Callable[[str], Callable[..., object]]) -> Disk:
    return Disk(**{name: wrapped(name) for name in ALL_CALLS})  # type: ignore[arg-type]  # by name


class FaultyDisk:
    """Makes a `Disk` whose n-th call, counted from 1, fails with an error number.

    `only` limits counting to some calls; `calls` lists the names of all calls made.
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
        self.disk = _disk_of(self._wrapped)

    def _wrapped(self, name: str) -> Callable[..., object]:
        real: Callable[..., object] = getattr(SYSTEM_DISK, name)

        def call(*args: object, **kwargs: object) -> object:
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
        self.disk = _disk_of(self._wrapped)

    def _wrapped(self, name: str) -> Callable[..., object]:
        real: Callable[..., object] = getattr(SYSTEM_DISK, name)

        def call(*args: object, **kwargs: object) -> object:
            if threading.get_ident() == self._thread:
                self.left -= 1
                if self.left <= 0:
                    raise Killed
            return real(*args, **kwargs)

        return call


class CarefulDisk:
    """Makes a `Disk` that knows which files and folders would not survive a power loss now.

    `on_rename` is called before each rename with the descriptor of the target's folder.
    """

    def __init__(self, on_rename: Callable[["CarefulDisk", str, int, int], None]) -> None:
        self.unflushed: set[Inode] = set()
        self.calls: list[str] = []
        self._on_rename = on_rename
        self.disk = _disk_of(self._wrapped)

    def _wrapped(self, name: str) -> Callable[..., object]:
        real: Callable[..., object] = getattr(SYSTEM_DISK, name)
        note: Callable[..., None] = getattr(self, f"_note_{name}", self._note_nothing)

        def call(*args: object, **kwargs: object) -> object:
            self.calls.append(name)
            if name == "rename":
                self._before_rename(*args)
            result = real(*args, **kwargs)
            note(*args, **kwargs)
            return result

        return call

    def _before_rename(self, *args: object) -> None:
        source, _, source_folder, target_folder = args
        assert isinstance(source, str)
        assert isinstance(source_folder, int)
        assert isinstance(target_folder, int)
        self._on_rename(self, source, source_folder, target_folder)

    def _note_nothing(self, *_args: object, **_kwargs: object) -> None:
        """Reading and closing leave nothing to flush."""

    def _note_open(self, _path: str, flags: int, _mode: int = 0, dir_fd: int | None = None) -> None:
        if flags & os.O_CREAT and dir_fd is not None:
            self.unflushed.add(inode_of(dir_fd))

    def _note_mkdir(self, path: str, _mode: int, dir_fd: int | None = None) -> None:
        if dir_fd is not None:
            self.unflushed |= {inode_of(dir_fd), inode_of(path, dir_fd)}

    def _note_write(self, fd: int, *_args: object) -> None:
        self.unflushed.add(inode_of(fd))

    _note_write_at = _note_allocate = _note_truncate = _note_write

    def _note_chmod(self, path: str, *_args: object, dir_fd: int, **_kwargs: object) -> None:
        self.unflushed.add(inode_of(path, dir_fd))

    _note_utime = _note_chmod

    def _note_unlink(self, _path: str, dir_fd: int) -> None:
        self.unflushed.add(inode_of(dir_fd))

    def _note_rename(self, _source: str, _target: str, from_folder: int, to_folder: int) -> None:
        self.unflushed |= {inode_of(from_folder), inode_of(to_folder)}

    def _note_sync(self, fd: int) -> None:
        self.unflushed.discard(inode_of(fd))

    _note_sync_data = _note_sync

    def _note_sync_file_system(self, _fd: int) -> None:
        self.unflushed.clear()


def inode_of(path: str | int, folder: int | None = None) -> Inode:
    """Return device and inode of an open file, or of a name in a folder."""
    status = os.stat(path, dir_fd=folder) if isinstance(path, str) else os.fstat(path)
    return status.st_dev, status.st_ino


def inodes_below(name: str, folder: int) -> set[Inode]:
    """Return device and inode of a file or folder and of everything in it."""
    found = {inode_of(name, folder)}
    if stat.S_ISDIR(os.stat(name, dir_fd=folder).st_mode):
        for _, folders, files, fd in os.fwalk(name, dir_fd=folder):
            found |= {inode_of(inner, fd) for inner in [*folders, *files]}
    return found
