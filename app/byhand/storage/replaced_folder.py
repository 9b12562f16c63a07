"""Where what an update replaces is kept: `Name (replaced DATE)`, beside the folder."""

import contextlib
import os
import time
from datetime import date
from pathlib import Path

from byhand.domain.names import numbered, replaced
from byhand.errors import StorageError
from byhand.storage.disk import Disk
from byhand.storage.final_names import Top
from byhand.storage.folder_tree import FOLDER_MODE, Components, FolderTree, open_own_folder
from byhand.storage.promise_log import NUMBER_LIMIT, Promise, PromiseLog, identity_at
from byhand.storage.staging_folder import StagingFolder

_REPLACED = 1 << 31
"""A promise of this and a top's index is the folder's: its number, and the day."""


class ReplacedFolder:
    """Made once there is something to be kept in it; everything raises OSError, StorageError."""

    def __init__(
        self, folder: StagingFolder, top: Top, name: str, log: PromiseLog, disk: Disk
    ) -> None:
        """`log` is where its name is recorded, so that after a stop it is the same."""
        self._folder = folder
        self._top = top
        self._name = name
        self._log = log
        self._disk = disk
        self._fd: int | None = None
        self._tree: FolderTree | None = None
        self._touched: set[Components] = set()

    def keep(self, name: str, source: int, path: Components) -> None:
        """Move what lies at a path of the entered folder to the same path of this one."""
        tree = self._opened()
        for number in range(NUMBER_LIMIT):
            final = numbered(path[-1], number) if number else path[-1]
            try:
                self._disk.rename(name, final, source, tree.fd_of(path[:-1]))
            except FileExistsError:
                continue
            self._touched.update(path[:end] for end in range(len(path)))
            return
        raise StorageError(Path(*path), "no name is free")

    def flush(self) -> None:
        """Return once everything that is kept is on the disk."""
        if self._tree is not None:
            for path in sorted(self._touched, key=len, reverse=True):
                self._disk.sync(self._tree.fd_of(path))

    def close(self) -> None:
        """Let go of it."""
        if self._tree is not None:
            self._tree.close()
        if self._fd is not None:
            os.close(self._fd)

    def _opened(self) -> FolderTree:
        if self._tree is None:
            base, name = self._folder.base.fd, self._recorded()
            with contextlib.suppress(FileExistsError):
                self._disk.mkdir(name, FOLDER_MODE, dir_fd=base)
                self._disk.chmod(name, self._folder.target.folder_mode, dir_fd=base)
            self._fd = open_own_folder(name, base, self._disk)
            self._tree = FolderTree(self._fd, self._disk)
        return self._tree

    def _recorded(self) -> str:
        """Return the name that was recorded, now if none was."""
        key = _REPLACED + self._top.index
        if key not in self._log.promises:
            day = date.fromtimestamp(time.time()).toordinal()  # noqa: DTZ012  # as people see it
            free = (
                number
                for number in range(NUMBER_LIMIT)
                if identity_at(self._named(day, number), self._folder.base.fd, self._disk) is None
            )
            self._log.add({key: Promise(next(free, NUMBER_LIMIT), (day, 0))})
        promise = self._log.promises[key]
        return self._named(promise.identity[0], promise.number)

    def _named(self, day: int, number: int) -> str:
        name = replaced(self._name, date.fromordinal(day))
        return numbered(name, number) if number else name
