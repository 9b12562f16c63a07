"""A tree of folders below an open one, each made by us and reached by descriptors alone."""

import os
from collections import OrderedDict
from collections.abc import Sequence

from byhand.storage.base_folder import FOLDER_FLAGS
from byhand.storage.disk import Disk

OPEN_FOLDERS = 32
FOLDER_MODE = 0o700
CLOSED = -1
"""Stands for a closed folder: using it is an error, never another folder of the same number."""

Components = tuple[str, ...]


class FolderTree:
    """Folders by their path below a root; all raises OSError. One thread at a time."""

    def __init__(self, root: int, disk: Disk) -> None:
        """`root` is an open, empty folder of ours; it stays the caller's."""
        self._root = root
        self._disk = disk
        self._made: set[Components] = {()}
        self._open: OrderedDict[Components, int] = OrderedDict()

    @property
    def made(self) -> Sequence[Components]:
        """The folders made so far, the root not among them, deepest first."""
        return sorted(filter(None, self._made), key=len, reverse=True)

    def __contains__(self, path: Components) -> bool:
        return path in self._made

    def fd_of(self, path: Components) -> int:
        """Return a folder's descriptor, good until the next call; missing folders are made."""
        fd = self._open.get(path)
        if fd is not None:
            self._open.move_to_end(path)
            return fd
        if not path:
            return self._root
        return self._opened(path)

    def make(self, path: Components) -> None:
        """Make a folder, and those above it, unless made before."""
        if path in self._made:
            return
        # What we did not make we do not enter: mkdir must succeed.
        self._disk.mkdir(path[-1], FOLDER_MODE, dir_fd=self.fd_of(path[:-1]))
        self._made.add(path)

    def close(self) -> None:
        """Close all descriptors but the root's, which is not used any more."""
        self._root = CLOSED
        while self._open:
            os.close(self._open.popitem()[1])

    def _opened(self, path: Components) -> int:
        self.make(path)
        fd = self._disk.open(path[-1], FOLDER_FLAGS, dir_fd=self.fd_of(path[:-1]))
        self._open[path] = fd
        if len(self._open) > OPEN_FOLDERS:
            os.close(self._open.popitem(last=False)[1])
        return fd
