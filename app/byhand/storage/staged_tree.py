"""What of a transfer is whole: files and folders under their local names, still out of sight."""

import os
import threading
from collections.abc import Iterator, Sequence

from byhand.domain.manifest import Entry, EntryKind
from byhand.storage.disk import Buffer, Disk
from byhand.storage.folder_tree import CLOSED, Components, FolderTree
from byhand.storage.part_file import PART_MODE
from byhand.storage.target import CREATE_FLAGS, READ_FLAGS, Target

EARLIEST_NS = 315_532_800 * 10**9
"""1980-01-01: older dates come from broken clocks and do not fit every file system."""
DAY_NS = 86_400 * 10**9


class StagedTree:
    """Entries by index, saved below an open folder of ours; all raises OSError.

    Lanes store and place at the same time; everything else is for one thread.
    """

    def __init__(
        self, root: int, entries: Sequence[Entry], paths: Sequence[Components], disk: Disk
    ) -> None:
        """`root` stays the caller's; `paths` are the local ones of the entries, in order."""
        self._root = root
        self._entries = entries
        self._paths = paths
        self._disk = disk
        self._folders = FolderTree(root, disk)
        self._is_there = bytearray(len(entries))
        self._lock = threading.Lock()

    def count(self) -> int:
        """Return how many files and folders are there."""
        return self._is_there.count(1) + len(self._folders.made)

    def has(self, index: int) -> bool:
        """Say whether an entry is there whole."""
        if self._entries[index].kind is EntryKind.FOLDER:
            return self._paths[index] in self._folders
        return bool(self._is_there[index])

    def make_folder(self, index: int) -> None:
        """Make the folder of an entry, unless something in it made it before."""
        with self._lock:
            self._folders.make(self._paths[index])

    def store(self, index: int, content: Buffer) -> None:
        """Write a whole file at once; after an error nothing is left of it."""
        path = self._paths[index]
        with self._lock:
            folder = self._folders.fd_of(path[:-1])
            fd = self._disk.open(path[-1], CREATE_FLAGS, PART_MODE, dir_fd=folder)
        try:
            self._fill(fd, content)
        except OSError:
            with self._lock:
                os.unlink(path[-1], dir_fd=self._folders.fd_of(path[:-1]))
            raise
        self._is_there[index] = 1

    def place(self, index: int, folder: int, name: str) -> None:
        """Move a whole file from another folder of ours to its place."""
        path = self._paths[index]
        with self._lock:
            self._disk.rename(name, path[-1], folder, self._folders.fd_of(path[:-1]))
        self._is_there[index] = 1

    def remove(self, index: int) -> None:
        """Remove a file, if it is there."""
        if self._is_there[index]:
            path = self._paths[index]
            self._disk.unlink(path[-1], dir_fd=self._folders.fd_of(path[:-1]))
            self._is_there[index] = 0

    def dress(self, target: Target, now_ns: int) -> None:
        """Give files and folders the target's modes, never executable, and their own dates."""
        for index, path in self._files():
            self._dress_one(path, target.file_mode, self._entries[index].mtime_ns, now_ns)
        dates = {
            path: entry.mtime_ns
            for entry, path in zip(self._entries, self._paths, strict=True)
            if entry.kind is EntryKind.FOLDER
        }
        for path in self._folders.made:
            self._dress_one(path, target.folder_mode, dates.get(path, now_ns), now_ns)

    def sync(self) -> None:
        """Flush file by file, then the folders from the deepest up."""
        for _, path in self._files():
            fd = self._disk.open(path[-1], READ_FLAGS, dir_fd=self._folders.fd_of(path[:-1]))
            try:
                self._disk.sync(fd)
            finally:
                os.close(fd)
        for path in self._folders.made:
            self._disk.sync(self._folders.fd_of(path))
        self._disk.sync(self._root)

    def close(self) -> None:
        """Store nothing more; must come before the root's descriptor is closed."""
        with self._lock:
            self._root = CLOSED
            self._folders.close()

    def _fill(self, fd: int, content: Buffer) -> None:
        view = memoryview(content)
        try:
            while view:
                view = view[self._disk.write(fd, view) :]
        except OSError:
            os.close(fd)
            raise
        self._disk.close(fd)

    def _files(self) -> Iterator[tuple[int, Components]]:
        return ((index, self._paths[index]) for index, there in enumerate(self._is_there) if there)

    def _dress_one(self, path: Components, mode: int, mtime_ns: int, now_ns: int) -> None:
        folder = self._folders.fd_of(path[:-1])
        self._disk.chmod(path[-1], mode, dir_fd=folder)
        if EARLIEST_NS <= mtime_ns <= now_ns + DAY_NS:
            self._disk.utime(path[-1], ns=(now_ns, mtime_ns), dir_fd=folder, follow_symlinks=False)
