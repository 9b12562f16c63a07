"""Received files while their pieces arrive: room reserved, written in any order."""

import os
import threading

from byhand.domain.manifest import Entry
from byhand.errors import LocalProtocolError
from byhand.storage.disk import Buffer, Disk
from byhand.storage.folder_tree import CLOSED
from byhand.storage.os_errors import storage_error, translated
from byhand.storage.target import CREATE_FLAGS, READ_FLAGS

PART_MODE = 0o600


class PartFile:
    """An open part file; several threads may write different places at the same time."""

    def __init__(self, fd: int, size: int, path: str, disk: Disk) -> None:
        """`path` is what errors name."""
        self.fd = fd
        self.size = size
        self._path = path
        self._disk = disk

    def write_at(self, offset: int, data: Buffer) -> None:
        """Write all the bytes at an offset; raise StorageError, DiskFullError, ReadOnlyError."""
        view = memoryview(data)
        if offset < 0 or offset + len(view) > self.size:
            raise LocalProtocolError("a write beyond the end of a file")
        done = 0
        try:
            while done < len(view):
                done += self._disk.write_at(self.fd, view[done:], offset + done)
        except OSError as exc:
            raise storage_error(exc, self._path) from exc

    def close(self) -> None:
        """Close the file; an error of a write may come to light only here."""
        with translated(self._path):
            self._disk.close(self.fd)


class PartFolder:
    """The part files of one transfer, named by the indices of their entries."""

    def __init__(self, fd: int, path: str, disk: Disk) -> None:
        """`fd` is an open folder and stays the caller's; `path` is what errors name."""
        self._fd = fd
        self._path = path
        self._disk = disk
        self._lock = threading.Lock()

    def create(self, index: int, entry: Entry) -> PartFile:
        """Create the part file of an entry; its room is reserved unless the entry is sparse.

        Raises StorageError, DiskFullError, ReadOnlyError; then nothing is left of it.
        """
        name = str(index)
        with translated(self._path):
            with self._lock:
                fd = self._disk.open(name, CREATE_FLAGS, PART_MODE, dir_fd=self._fd)
            try:
                if entry.allocated >= entry.size > 0:
                    self._disk.allocate(fd, entry.size)
                else:
                    self._disk.truncate(fd, entry.size)
            except OSError:
                os.close(fd)
                with self._lock:
                    os.unlink(name, dir_fd=self._fd)
                raise
        return PartFile(fd, entry.size, self._path, self._disk)

    def size_of(self, index: int) -> int:
        """Return a part file's length in bytes; raises OSError."""
        return os.stat(str(index), dir_fd=self._fd, follow_symlinks=False).st_size

    def count(self) -> int:
        """Return how many part files there are; raises OSError."""
        return len(os.listdir(self._fd))

    def sync(self) -> None:
        """Flush all part files, one by one, and the folder; raises OSError."""
        for name in os.listdir(self._fd):
            fd = self._disk.open(name, READ_FLAGS, dir_fd=self._fd)
            try:
                self._disk.sync_data(fd)
            finally:
                os.close(fd)
        self._disk.sync(self._fd)

    def close(self) -> None:
        """Create nothing more; must come before the folder's descriptor is closed."""
        with self._lock:
            self._fd = CLOSED
