"""What lies already where a transfer is to be saved, found by descriptors, no link followed."""

import os
import stat
import threading
from collections.abc import Callable

from msgspec import Struct

from byhand.errors import StorageError
from byhand.storage.base_folder import identity_of
from byhand.storage.disk import Disk
from byhand.storage.folder_tree import Components, FolderTree
from byhand.storage.source import FileStamp, stamp_of


class LocalFile(Struct, frozen=True, gc=False):
    """A file of ours: where it lies, and what it looked like when it was found there."""

    path: str
    stamp: FileStamp


class ExistingFiles:
    """Looks below a base folder, from any thread. What cannot be looked at is not there."""

    def __init__(
        self, base: str, base_fd: int, local: Callable[[int], Components], disk: Disk
    ) -> None:
        """`base_fd` stays the caller's; `local` returns where an entry would lie below the base."""
        self._base = base
        self._local = local
        self._disk = disk
        self._folders = FolderTree(base_fd, disk)
        self._lock = threading.Lock()

    def file(self, entry: int) -> LocalFile | None:
        """Return the file that lies where an entry is to be saved, if one does."""
        path = self._local(entry)
        with self._lock:
            status = self._status(path)
        if status is None or not stat.S_ISREG(status.st_mode):
            return None
        return LocalFile(os.path.join(self._base, *path), stamp_of(status))

    def folder(self, entry: int) -> tuple[int, int] | None:
        """Return device and inode of the folder of ours that lies there, if one does."""
        with self._lock:
            fd = self._folder(self._local(entry))
            return None if fd is None else identity_of(self._disk.status(fd))

    def is_taken(self, entry: int) -> bool:
        """Say whether anything lies where an entry is to be saved."""
        with self._lock:
            return self._status(self._local(entry)) is not None

    def close(self) -> None:
        """Look at nothing more; must come before the base folder's descriptor is closed."""
        with self._lock:
            self._folders.close()

    def _status(self, path: Components) -> os.stat_result | None:
        folder = self._folder(path[:-1])
        if folder is None:
            return None
        try:
            return self._disk.stat(path[-1], dir_fd=folder, follow_symlinks=False)
        except OSError:
            return None

    def _folder(self, path: Components) -> int | None:
        try:
            return self._folders.find(path)
        except (OSError, StorageError):
            return None  # a link, or somebody else's
