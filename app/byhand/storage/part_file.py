"""A received file while its pieces arrive: room reserved, written in any order."""

import os

from byhand.domain.manifest import Entry
from byhand.errors import LocalProtocolError
from byhand.storage.disk import Buffer, Disk
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


def create_part(folder: int, name: str, entry: Entry, path: str, disk: Disk) -> PartFile:
    """Create a part file of an entry's size; its room is reserved unless it is sparse.

    Raises StorageError, DiskFullError, ReadOnlyError about `path`; then nothing is left of it.
    """
    with translated(path):
        fd = disk.open(name, CREATE_FLAGS, PART_MODE, dir_fd=folder)
        try:
            if entry.allocated >= entry.size > 0:
                disk.allocate(fd, entry.size)
            else:
                disk.truncate(fd, entry.size)
        except OSError:
            os.close(fd)
            os.unlink(name, dir_fd=folder)
            raise
    return PartFile(fd, entry.size, path, disk)


def sync_parts(folder: int, disk: Disk) -> None:
    """Flush the part files in a folder, one by one; raises OSError."""
    for name in os.listdir(folder):
        fd = disk.open(name, READ_FLAGS, dir_fd=folder)
        try:
            disk.sync_data(fd)
        finally:
            os.close(fd)
