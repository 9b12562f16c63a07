"""A tree of folders below an open one, each ours and reached by descriptors alone."""

import os
from collections import OrderedDict
from pathlib import Path

from byhand.errors import StorageError
from byhand.storage.disk import Disk

OPEN_FOLDERS = 32
FOLDER_MODE = 0o700
CLOSED = -1
"""Stands for a closed folder: using it is an error, never another folder of the same number."""

Components = tuple[str, ...]


def open_own_folder(name: str, parent: int, disk: Disk) -> int:
    """Open a real folder of ours in an open one, on the same disk; no link is followed.

    Raises OSError, and StorageError for a folder of somebody else or another disk.
    """
    fd = disk.open_folder(name, dir_fd=parent)
    status = disk.status(fd)
    if disk.is_own(status) and status.st_dev == disk.status(parent).st_dev:
        return fd
    os.close(fd)
    raise StorageError(Path(name), "it is not a folder of ours")


class FolderTree:
    """Folders by their path below a root; all raises OSError. One thread at a time."""

    def __init__(self, root: int, disk: Disk) -> None:
        """`root` is an open folder of ours; it stays the caller's."""
        self._root = root
        self._disk = disk
        self._open: OrderedDict[Components, int] = OrderedDict()

    def fd_of(self, path: Components) -> int:
        """Return a folder's descriptor, good until the next call; missing folders are made."""
        fd = self.find(path)
        if fd is not None:
            return fd
        self._disk.mkdir(path[-1], FOLDER_MODE, dir_fd=self.fd_of(path[:-1]))
        return self._opened(path, self.fd_of(path[:-1]))

    def find(self, path: Components) -> int | None:
        """Return a folder's descriptor, good until the next call; None if it is not there."""
        fd = self._open.get(path)
        if fd is not None:
            self._open.move_to_end(path)
            return fd
        if not path:
            return self._root
        parent = self.find(path[:-1])
        if parent is None:
            return None
        try:
            return self._opened(path, parent)
        except FileNotFoundError:
            return None

    def make(self, path: Components) -> None:
        """Make a folder, and those above it, unless it is there and ours."""
        try:
            self._disk.mkdir(path[-1], FOLDER_MODE, dir_fd=self.fd_of(path[:-1]))
        except FileExistsError:
            self.fd_of(path)

    def close(self) -> None:
        """Close all descriptors but the root's, which is not used any more."""
        self._root = CLOSED
        while self._open:
            os.close(self._open.popitem()[1])

    def _opened(self, path: Components, parent: int) -> int:
        fd = self._open[path] = open_own_folder(path[-1], parent, self._disk)
        if len(self._open) > OPEN_FOLDERS:
            os.close(self._open.popitem(last=False)[1])
        return fd
