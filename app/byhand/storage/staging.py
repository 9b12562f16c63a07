"""Where one incoming transfer is built, out of sight, until it gets its final names.

Below the base folder: `.byhand-<16 hex>/parts` holds files that still arrive, under numbers of
our own; `.byhand-<16 hex>/tree` what is whole, under names that domain/names.py allows.
"""

import os
import threading
import time
from collections.abc import Container, Iterable, Sequence
from pathlib import Path

from byhand.domain.local_paths import LocalPaths
from byhand.domain.manifest import Entry, EntryKind
from byhand.domain.names import numbered
from byhand.errors import LocalProtocolError, StorageError
from byhand.storage.base_folder import RESERVE_BYTES, check_base, missing_bytes, open_base
from byhand.storage.disk import SYSTEM_DISK, Buffer, Disk
from byhand.storage.os_errors import storage_error, translated
from byhand.storage.part_file import PartFile, PartFolder
from byhand.storage.staged_tree import StagedTree
from byhand.storage.staging_folder import (
    StagingFolder,
    discard_leftover,
    make_staging_folder,
    remove_staging_folder,
)

__all__ = ["PartFile", "Staging", "discard_leftover", "missing_bytes"]

FEW_FILES = 64
"""Up to so many files and folders are flushed singly; more, by flushing their file system."""
NAMES_TRIED = 10_000


class Staging:
    """The staging folder of one transfer; `base` and `path` are absolute.

    Lanes open parts, store and place at the same time; the rest is for one thread, when the
    lanes are through. Everything raises StorageError, DiskFullError or ReadOnlyError.
    """

    def __init__(self, folder: StagingFolder, entries: Sequence[Entry], disk: Disk) -> None:
        """Take over an open, empty staging folder; see `create`."""
        self.base = folder.base.path
        self.path = os.path.join(folder.base.path, folder.name)
        self._folder = folder
        self._entries = entries
        self._paths = LocalPaths(entries, folder.target.system, folder.target.folds_case)
        self._parts = PartFolder(folder.parts, self.base, disk)
        self._tree = StagedTree(folder.tree, entries, self._paths, disk)
        self._disk = disk
        self._lock = threading.Lock()
        self._is_open = True

    @classmethod
    def create(cls, base: str, entries: Sequence[Entry], disk: Disk = SYSTEM_DISK) -> "Staging":
        """Make a staging folder in a base folder; the entries' names must have been judged.

        Raises StorageError also for a base folder where nothing may be received.
        """
        opened = open_base(base, disk)
        try:
            folder = make_staging_folder(opened, disk)
        except BaseException as exc:
            os.close(opened.fd)
            if isinstance(exc, OSError):
                raise storage_error(exc, base) from exc
            raise
        return cls(folder, entries, disk)

    def free_bytes(self) -> int:
        """Return how many bytes we may still write to the disk, the reserve included."""
        with translated(self.base):
            room = os.statvfs(self._folder.base.fd)
        return room.f_bavail * room.f_frsize

    def missing_bytes(self, needed: int, reserve: int = RESERVE_BYTES) -> int:
        """Return how many bytes are missing before `needed` more fit beside the reserve."""
        with translated(self.base):
            return missing_bytes(self._folder.base.fd, needed, reserve)

    def open_part(self, index: int) -> PartFile:
        """Create the part file of an entry, its room reserved."""
        return self._parts.create(index, self._entries[index])

    def place_part(self, index: int) -> None:
        """Put a part file that is whole at its place in the tree."""
        with translated(self.base):
            if self._parts.size_of(index) != self._entries[index].size:
                raise StorageError(Path(self.base), "a file of another length than written")
            self._tree.place(index, self._folder.parts, str(index))

    def store_member(self, index: int, content: Buffer) -> None:
        """Write a small or empty file straight to its place, with the folders above it."""
        try:
            self._tree.store(index, content)
        except OSError as exc:
            raise storage_error(exc, self.base) from exc

    def make_folders(self, chosen: Container[int] | None = None) -> None:
        """Make the folders of all entries, or of the chosen ones, empty ones too."""
        with translated(self.base):
            for index, entry in enumerate(self._entries):
                if entry.kind is EntryKind.FOLDER and (chosen is None or index in chosen):
                    self._tree.make_folder(index)

    def flush(self) -> None:
        """Return once everything written so far is safely on the disk."""
        with translated(self.base):
            if self._tree.count() + self._parts.count() > FEW_FILES:
                self._disk.sync_file_system(self._folder.tree)
            else:
                self._parts.sync()
                self._tree.sync()

    def commit(
        self, failed: Container[int] = (), chosen: Container[int] | None = None
    ) -> tuple[str, ...]:
        """Give what is whole its final names and return them, absolute, in order.

        A top-level entry comes without its failed files, and not at all if all of them failed.
        Nothing that exists is replaced: `name (1)` then. Modes and dates are set and everything
        is flushed before the first name is given. Raises LocalProtocolError if a file is
        neither there nor failed nor left out.
        """
        wanted = [index for index in range(len(self._entries)) if chosen is None or index in chosen]
        with translated(self.base):
            tops = self._tops_of(wanted, failed)
            self._tree.dress(self._folder.target, time.time_ns())
            self.flush()
            check_base(self._folder.base)
            names = [self._give_final_name(top) for top in tops]
            self._disk.sync(self._folder.base.fd)
        return tuple(os.path.join(self.base, name) for name in names)

    def discard(self) -> None:
        """Remove the staging folder and what is left in it; a second call does nothing.

        Whatever is asked for later is a StorageError or LocalProtocolError.
        """
        with self._lock:
            if not self._is_open:
                return
            self._is_open = False
        self._parts.close()
        self._tree.close()
        try:
            with translated(self.base):
                remove_staging_folder(self._folder)
        finally:
            os.close(self._folder.base.fd)

    def _tops_of(self, wanted: Iterable[int], failed: Container[int]) -> list[str]:
        """Return the local names at the top that have something to show, in order."""
        files_of: dict[str, list[bool]] = {}
        for index in wanted:
            files = files_of.setdefault(self._paths[index][0], [])
            if self._entries[index].kind is EntryKind.FOLDER:
                self._tree.make_folder(index)
            elif index in failed:
                self._tree.remove(index)
                files.append(False)
            elif self._tree.has(index):
                files.append(True)
            else:
                raise LocalProtocolError("a file that is neither there nor failed")
        return [top for top, files in files_of.items() if any(files) or not files]

    def _give_final_name(self, top: str) -> str:
        for number in range(NAMES_TRIED):
            name = numbered(top, number) if number else top
            try:
                self._disk.rename(top, name, self._folder.tree, self._folder.base.fd)
            except FileExistsError:
                continue
            return name
        raise StorageError(Path(self.base), "no name is free")
