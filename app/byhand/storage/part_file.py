"""Received files while their pieces arrive: room reserved, written in any order."""

import os
import stat
import threading
from array import array
from collections.abc import Callable, Iterable
from pathlib import Path

from byhand.domain.journal import PartStamp
from byhand.domain.manifest import Entry
from byhand.errors import LocalProtocolError, StorageError
from byhand.storage.disk import Buffer, Disk
from byhand.storage.folder_tree import CLOSED
from byhand.storage.os_errors import storage_error, translated
from byhand.storage.target import CREATE_FLAGS, READ_FLAGS
from byhand.storage.unflushed import Unflushed

PART_MODE = 0o600
ZEROS = bytes(1024 * 1024)
_REOPEN_FLAGS = READ_FLAGS & ~os.O_RDONLY | os.O_RDWR | getattr(os, "O_BINARY", 0)
_PART_FLAGS = CREATE_FLAGS & ~os.O_WRONLY | os.O_RDWR


class PartFile:
    """An open part file; several threads may write different places at the same time."""

    def __init__(
        self, fd: int, size: int, path: str, disk: Disk, written: Callable[[], None]
    ) -> None:
        """`path` is what errors name; `written` is called after each write."""
        self.fd = fd
        self.size = size
        self._path = path
        self._disk = disk
        self._written = written

    def write_at(self, offset: int, data: Buffer) -> None:
        """Write all the bytes at an offset; raise StorageError, DiskFullError, ReadOnlyError."""
        view = memoryview(data)
        self._check_span(offset, len(view))
        done = 0
        try:
            while done < len(view):
                done += self._disk.write_at(self.fd, view[done:], offset + done)
        except OSError as exc:
            raise storage_error(exc, self._path) from exc
        self._written()

    def read_into(self, offset: int, view: memoryview) -> None:
        """Fill the whole view with the bytes at an offset; raise StorageError."""
        self._check_span(offset, len(view))
        done = 0
        with translated(self._path):
            while done < len(view):
                count = self._disk.read_at(self.fd, [view[done:]], offset + done)
                if count == 0:
                    raise StorageError(Path(self._path), "a file shorter than it was made")
                done += count

    def clear(self, offset: int, length: int) -> None:
        """Let a range read as zeros; what is a hole stays one. Raises StorageError."""
        self._check_span(offset, length)
        if self._disk.is_hole(self.fd, offset, length):
            return
        for start in range(offset, offset + length, len(ZEROS)):
            self.write_at(start, memoryview(ZEROS)[: offset + length - start])

    def clone(self, source: int) -> bool:
        """Let the file share the bytes of an open one, as long as ours is; raises StorageError.

        False if it cannot: nothing has changed then.
        """
        with translated(self._path):
            if not self._disk.clone(source, self.fd):
                return False
            self._disk.truncate(self.fd, self.size)
        self._written()
        return True

    def close(self) -> None:
        """Close the file; an error of a write may come to light only here."""
        with translated(self._path):
            self._disk.close(self.fd)

    def _check_span(self, offset: int, length: int) -> None:
        if offset < 0 or offset + length > self.size:
            raise LocalProtocolError("a place beyond the end of a file")


class PartFolder:
    """The part files of one transfer, named by the indices of their entries.

    Which file is whose is known by inode: what took the place of one is never written or read.
    """

    def __init__(self, fd: int, path: str, entry_count: int, disk: Disk) -> None:
        """`fd` is an open folder and stays the caller's; `path` is what errors name."""
        self.unflushed = Unflushed()
        self._fd = fd
        self._path = path
        self._disk = disk
        self._inodes = array("Q", bytes(8 * entry_count))
        self._is_whole = bytearray(entry_count)
        self._lock = threading.Lock()

    def open(self, index: int, entry: Entry) -> PartFile:
        """Open the part file of an entry; made now unless it is known.

        Its room is reserved unless the entry is sparse. Raises StorageError, DiskFullError,
        ReadOnlyError; nothing is left of a file that could not be made.
        """
        with translated(self._path), self._lock:
            if self._inodes[index]:
                fd = self._reopened(index, entry.size, _REOPEN_FLAGS)
            else:
                fd = self._created(str(index), entry)
                self._inodes[index] = self._disk.status(fd).st_ino
                self.unflushed.add(index)
        return PartFile(fd, entry.size, self._path, self._disk, lambda: self.unflushed.add(index))

    def open_known(self, index: int, entry: Entry) -> PartFile | None:
        """Open the part file of an entry to read it; None unless there is one. As above."""
        with translated(self._path), self._lock:
            if not self._inodes[index]:
                return None
            fd = self._reopened(index, entry.size, READ_FLAGS)
        return PartFile(fd, entry.size, self._path, self._disk, lambda: None)

    def finish(self, index: int, size: int) -> None:
        """Take note that a part file is whole; raise StorageError for one of another length."""
        with translated(self._path):
            status = self._status(index)
        if status is None or status.st_size != size:
            raise StorageError(Path(self._path), "a file of another length than written")
        self._is_whole[index] = 1

    def unfinish(self, index: int) -> None:
        """Take note that a part file is written again."""
        self._is_whole[index] = 0

    def is_whole(self, index: int) -> bool:
        """Say whether a part file is whole and not placed yet."""
        return bool(self._is_whole[index])

    def adopt(self, index: int, inode: int, size: int) -> PartStamp | None:
        """Take over a file that was left here, if it is that file; raises OSError."""
        self._inodes[index] = inode
        status = self._status(index)
        if status is not None and status.st_size == size:
            return _stamp_of(index, status)
        self._inodes[index] = 0
        return None

    def stamp(self, index: int) -> PartStamp | None:
        """Return how a part file looks now, None if there is none; raises OSError."""
        status = self._status(index)
        return _stamp_of(index, status) if status is not None else None

    def remove(self, index: int) -> None:
        """Remove what has the name of a part file, if anything has; raises OSError."""
        self._inodes[index] = 0
        self._is_whole[index] = 0
        try:
            self._disk.unlink(str(index), dir_fd=self._fd)
        except FileNotFoundError:
            return

    def placed(self, index: int) -> None:
        """Take note that a part file is at its place in the tree."""
        self._is_whole[index] = 0
        self._inodes[index] = 0

    def sync(self, indices: Iterable[int]) -> None:
        """Flush some part files, one by one, and the folder; raises OSError."""
        for index in indices:
            try:
                fd = self._disk.open(str(index), READ_FLAGS, dir_fd=self._fd)
            except FileNotFoundError:
                continue
            try:
                self._disk.sync_data(fd)
            finally:
                os.close(fd)
        self._disk.sync(self._fd)

    def close(self) -> None:
        """Open nothing more; must come before the folder's descriptor is closed."""
        with self._lock:
            self._fd = CLOSED

    def _created(self, name: str, entry: Entry) -> int:
        try:
            fd = self._disk.open(name, _PART_FLAGS, PART_MODE, dir_fd=self._fd)
        except FileExistsError:
            # What an earlier run left and nobody knows any more.
            self._disk.unlink(name, dir_fd=self._fd)
            fd = self._disk.open(name, _PART_FLAGS, PART_MODE, dir_fd=self._fd)
        try:
            if entry.allocated >= entry.size > 0:
                self._disk.allocate(fd, entry.size)
            else:
                self._disk.truncate(fd, entry.size)
        except OSError:
            os.close(fd)
            self._disk.unlink(name, dir_fd=self._fd)
            raise
        return fd

    def _reopened(self, index: int, size: int, flags: int) -> int:
        fd = self._disk.open(str(index), flags, dir_fd=self._fd)
        status = self._disk.status(fd)
        is_it = (status.st_ino, status.st_size) == (self._inodes[index], size)
        if is_it and is_own_file(status, self._disk):
            return fd
        os.close(fd)
        raise StorageError(Path(self._path), "another file took the place of a received one")

    def _status(self, index: int) -> os.stat_result | None:
        """Return what the system says of a part file that is known."""
        try:
            status = self._disk.stat(str(index), dir_fd=self._fd, follow_symlinks=False)
        except FileNotFoundError:
            return None
        is_known = is_own_file(status, self._disk) and status.st_ino == self._inodes[index]
        return status if is_known else None


def is_own_file(status: os.stat_result, disk: Disk) -> bool:
    """Say whether it is an ordinary file of ours under one name."""
    return stat.S_ISREG(status.st_mode) and disk.is_own(status) and status.st_nlink == 1


def _stamp_of(index: int, status: os.stat_result) -> PartStamp:
    return PartStamp(
        index,
        status.st_dev,
        status.st_ino,
        status.st_size,
        status.st_mtime_ns,
        status.st_ctime_ns,
    )
