"""What of a transfer is whole: files and folders under their local names, still out of sight."""

import os
import stat
import threading
import time
from collections.abc import Container, Iterable, Iterator, Sequence
from pathlib import Path

from byhand.domain.flags import places_of_ones
from byhand.domain.local_names import acts_by_itself
from byhand.domain.manifest import Entry, EntryKind
from byhand.errors import StorageError
from byhand.storage.disk import Buffer, Disk
from byhand.storage.folder_tree import CLOSED, Components, FolderTree
from byhand.storage.part_file import is_own_file
from byhand.storage.target import CREATE_FLAGS, READ_FLAGS, Target
from byhand.storage.unflushed import Unflushed

EARLIEST_NS = 315_532_800 * 10**9
"""1980-01-01: older dates come from broken clocks and do not fit every file system."""
DAY_NS = 86_400 * 10**9


class StagedTree:
    """Entries by index, saved below an open folder of ours; all raises OSError.

    Lanes store, and another thread flushes, at the same time; the rest is for one thread.
    """

    def __init__(
        self,
        root: int,
        target: Target,
        entries: Sequence[Entry],
        paths: Sequence[Components],
        disk: Disk,
    ) -> None:
        """`root` stays the caller's; `paths` are the local ones of the entries, in order.

        Files and folders get the modes of `target` and their own dates.
        """
        self.unflushed = Unflushed()
        self._root = root
        self._target = target
        self._entries = entries
        self._paths = paths
        self._disk = disk
        self._folders = FolderTree(root, disk)
        self._is_there = bytearray(len(entries))
        self._is_dated = bytearray(len(entries))
        self._lock = threading.Lock()

    def count(self) -> int:
        """Return how many files and folders are there."""
        return self._is_there.count(1)

    def has(self, index: int) -> bool:
        """Say whether an entry is there whole."""
        return bool(self._is_there[index])

    def make_folder(self, index: int) -> None:
        """Make the folder of an entry, unless something in it made it before."""
        with self._lock:
            if not self._is_there[index]:
                self._folders.make(self._paths[index])
                self._is_there[index] = 1
        self.unflushed.add(index)

    def store(self, index: int, content: Buffer) -> None:
        """Write a whole file at once, in place of one stored before; an error leaves nothing.

        FileExistsError if its name is taken by another.
        """
        path = self._paths[index]
        with self._lock:
            folder = self._folders.fd_of(path[:-1])
            if self._is_there[index]:
                self._disk.unlink(path[-1], dir_fd=folder)
                self._is_there[index] = 0
            # Nobody else comes into our folders: it may have its mode from the start.
            fd = self._disk.open(path[-1], CREATE_FLAGS, self._target.file_mode, dir_fd=folder)
        try:
            self._fill(fd, content, self._entries[index].mtime_ns)
        except OSError:
            with self._lock:
                self._disk.unlink(path[-1], dir_fd=self._folders.fd_of(path[:-1]))
            raise
        self._is_there[index] = self._is_dated[index] = 1
        self.unflushed.add(index)

    def read(self, index: int) -> bytes:
        """Return what a small file holds."""
        path = self._paths[index]
        with self._lock:
            folder = self._folders.fd_of(path[:-1])
            fd = self._disk.open(path[-1], READ_FLAGS, dir_fd=folder)
        with open(fd, "rb", closefd=True) as file:
            return file.read(self._entries[index].size + 1)

    def adopt(self, index: int) -> os.stat_result | None:
        """Take over a file that was left here; None if none of this entry's size is."""
        status = self._status(index)
        if status is None or status.st_size != self._entries[index].size:
            return None
        self._is_there[index] = 1
        return status

    def place(self, index: int, folder: int, name: str) -> None:
        """Move a whole file from another folder of ours to its place."""
        path = self._paths[index]
        with self._lock:
            self._disk.rename(name, path[-1], folder, self._folders.fd_of(path[:-1]))
        self._is_there[index], self._is_dated[index] = 1, 0
        self.unflushed.add(index)

    def take_back(self, index: int, inode: int, folder: int, name: str) -> bool:
        """Move a file that was placed back into another folder of ours, if it is that file."""
        status = self._status(index)
        if status is None or status.st_ino != inode:
            return False
        path = self._paths[index]
        self._disk.rename(path[-1], name, self._folders.fd_of(path[:-1]), folder)
        self._is_there[index] = 0
        return True

    def look_again(self) -> None:
        """Take note of what is here no more: some of it was moved away."""
        self.let_go()
        for index in self.there():
            self._is_there[index] = self._status_of(self._paths[index]) is not None

    def let_go(self) -> None:
        """Close the folders that are open: Windows moves none that is, nor one around it."""
        with self._lock:
            self._folders.close()
            self._folders = FolderTree(self._root, self._disk)

    def remove(self, index: int) -> None:
        """Remove what has the name of an entry, if anything has."""
        path = self._paths[index]
        with self._lock:
            folder = self._folders.find(path[:-1])
            self._is_there[index] = 0
            if folder is None:
                return
            try:
                self._disk.unlink(path[-1], dir_fd=folder)
            except FileNotFoundError:
                return
        self.unflushed.add(index)

    def dress(self, left_out: Container[str], *, keeps_modes: bool = False) -> None:
        """Give everything its mode, date and mark, but what is below names at the top left out.

        The mark says that it came from somebody else, where the system has one. Executable is
        what its sender marked so, if it `keeps_modes`; but nothing that acts when a folder is
        looked at, and else nothing.
        """
        mark = self._disk.mark
        for index, entry, path in self._listed(left_out):
            is_folder = entry.kind is EntryKind.FOLDER
            if not is_folder and not self._is_there[index]:
                continue
            folder = self._folders.find(path[:-1])
            if folder is None:
                continue
            has_mode = self._mode_of(path[-1], folder, is_folder=is_folder)
            mode = self._target.folder_mode if is_folder else self._target.file_mode
            if keeps_modes and entry.is_executable and not acts_by_itself(path[-1]):
                mode |= self._target.folder_mode & 0o111
            try:
                if has_mode != mode:
                    self._disk.chmod(path[-1], mode, dir_fd=folder)
                if mark is not None and not is_folder:
                    mark(path[-1], folder)
                    self._is_dated[index] = 0  # to mark a file may be to modify it
                if not self._is_dated[index]:
                    self._date(path[-1], entry.mtime_ns, dir_fd=folder, follow_symlinks=False)
            except FileNotFoundError:
                if self._is_there[index]:
                    raise

    def sync(self, indices: Iterable[int]) -> None:
        """Flush some files and folders, one by one, and the folders above them."""
        above: dict[Components, None] = {}
        for index in indices:
            path = self._paths[index]
            above |= dict.fromkeys(path[:end] for end in range(len(path)))
            if self._entries[index].kind is EntryKind.FOLDER:
                above[path] = None
            elif self._is_there[index]:
                self._sync_file(path)
        for path in sorted(above, key=len, reverse=True):
            self._sync_folder(path)

    def there(self) -> Iterator[int]:
        """Return what is there, files and folders."""
        return places_of_ones(self._is_there)

    def close(self) -> None:
        """Store nothing more; must come before the root's descriptor is closed."""
        with self._lock:
            self._root = CLOSED
            self._folders.close()

    def _fill(self, fd: int, content: Buffer, mtime_ns: int) -> None:
        view = memoryview(content)
        try:
            while view:
                view = view[self._disk.write(fd, view) :]
            # By descriptor it costs a fraction of what it would cost later by name.
            self._date(fd, mtime_ns)
        except OSError:
            os.close(fd)
            raise
        self._disk.close(fd)

    def _listed(self, left_out: Container[str]) -> Iterator[tuple[int, Entry, Components]]:
        listed = zip(self._entries, self._paths, strict=True)
        for index, (entry, path) in enumerate(listed):
            if path[0] not in left_out:
                yield index, entry, path

    def _sync_file(self, path: Components) -> None:
        with self._lock:
            folder = self._folders.find(path[:-1])
            if folder is None:
                return
            try:
                fd = self._disk.open(path[-1], READ_FLAGS, dir_fd=folder)
            except FileNotFoundError:
                return
        self._sync_and_close(fd)

    def _sync_folder(self, path: Components) -> None:
        with self._lock:
            folder = self._folders.find(path)
            if folder is None:
                return
            # Lanes go on opening folders meanwhile, and may close this one.
            fd = self._disk.duplicate(folder)
        self._sync_and_close(fd)

    def _sync_and_close(self, fd: int) -> None:
        try:
            self._disk.sync(fd)
        finally:
            os.close(fd)

    def _status(self, index: int) -> os.stat_result | None:
        """Return what the system says of a file of ours."""
        status = self._status_of(self._paths[index])
        return status if status is not None and is_own_file(status, self._disk) else None

    def _mode_of(self, name: str, folder: int, *, is_folder: bool) -> int | None:
        """Return the mode of what lies there, None if nothing does.

        Raises StorageError if it is something else by now, as a link.
        """
        try:
            status = self._disk.stat(name, dir_fd=folder, follow_symlinks=False)
        except FileNotFoundError:
            return None
        # A file may have two names: killed between link and unlink.
        if not (stat.S_ISDIR if is_folder else stat.S_ISREG)(status.st_mode):
            raise StorageError(Path(name), "it is not what was received")
        return stat.S_IMODE(status.st_mode)

    def _status_of(self, path: Components) -> os.stat_result | None:
        with self._lock:
            folder = self._folders.find(path[:-1])
            if folder is None:
                return None
            try:
                return self._disk.stat(path[-1], dir_fd=folder, follow_symlinks=False)
            except FileNotFoundError:
                return None

    def _date(self, file: int | str, mtime_ns: int, **place: int | bool) -> None:
        now_ns = time.time_ns()
        if EARLIEST_NS <= mtime_ns <= now_ns + DAY_NS:
            self._disk.utime(file, ns=(now_ns, mtime_ns), **place)
