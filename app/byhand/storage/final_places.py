"""Reads what was saved from where it was saved, by descriptors, no link followed."""

import os
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from byhand.domain.manifest import Entry
from byhand.errors import StorageError
from byhand.storage.base_folder import BaseFolder, open_base
from byhand.storage.disk import Disk
from byhand.storage.folder_tree import Components, FolderTree
from byhand.storage.os_errors import translated
from byhand.storage.target import READ_FLAGS

# A FIFO put in the file's place must not hold the thread.
_FLAGS = READ_FLAGS | getattr(os, "O_NONBLOCK", 0)


class Part(Struct, frozen=True, gc=False):
    """Some bytes of an entry."""

    entry: int
    offset: int
    length: int


class FinalPlaces:
    """The files of one transfer that was saved; the user may do with them what they like.

    Nothing stays open between two calls. Several threads may read.
    """

    def __init__(
        self,
        base: BaseFolder,
        entries: Sequence[Entry],
        paths: Sequence[Components],
        renamed: Mapping[str, str],
        disk: Disk,
    ) -> None:
        """`base` is recognised later, its descriptor not used; `entries` must stay open.

        `paths` are the local ones; `renamed`: final names of those at the top that have another.
        """
        self._base = base
        self._entries = entries
        self._paths = paths
        self._renamed = renamed
        self._disk = disk

    def fill(self, parts: Iterable[Part], view: memoryview) -> bool:
        """Fill a view with parts of files, one behind the other; raise StorageError.

        False if one of them is not there, or is something else by now.
        """
        with translated(self._base.path), self._opened_base() as folders:
            for part in parts:
                content, view = view[: part.length], view[part.length :]
                if not self._read(folders, part, content):
                    return False
        return True

    @contextmanager
    def _opened_base(self) -> Iterator[FolderTree]:
        base = open_base(self._base.path, self._disk, makes=False)
        folders = FolderTree(base.fd, self._disk)
        try:
            if base.identity != self._base.identity:
                raise StorageError(Path(self._base.path), "it is not the same folder any more")
            yield folders
        finally:
            folders.close()
            os.close(base.fd)

    def _read(self, folders: FolderTree, part: Part, view: memoryview) -> bool:
        top, *rest = self._paths[part.entry]
        path = (self._renamed.get(top, top), *rest)
        folder = folders.find(path[:-1])
        if folder is None:
            return False
        fd = self._disk.open(path[-1], _FLAGS, dir_fd=folder)
        try:
            status = self._disk.status(fd)
            is_it = stat.S_ISREG(status.st_mode) and self._disk.is_own(status)
            size = self._entries[part.entry].size
            return is_it and status.st_size == size and _fill(fd, part.offset, view, self._disk)
        finally:
            os.close(fd)


def _fill(fd: int, offset: int, view: memoryview, disk: Disk) -> bool:
    """Fill a view from an open file; False if that ends early."""
    done = 0
    while done < len(view):
        count = disk.read_at(fd, [view[done:]], offset + done)
        if count == 0:
            return False
        done += count
    return True
