"""Where one incoming transfer is built, out of sight, until it gets its final names.

Below the base folder: `.byhand-<16 hex>/parts` holds files of several pieces, under numbers of
our own; `.byhand-<16 hex>/tree` small ones, under names that domain/names.py allows, and in the
end all of them; `.byhand-<16 hex>/names` which final names are given.
"""

import contextlib
import os
import threading
from collections.abc import Callable, Container, Iterable, Sequence

from byhand.domain.journal import PartStamp
from byhand.domain.local_paths import LocalPaths
from byhand.domain.manifest import Entry, EntryKind
from byhand.errors import StorageError
from byhand.storage.base_folder import RESERVE_BYTES, missing_bytes, open_base
from byhand.storage.committing import Committing
from byhand.storage.disk import SYSTEM_DISK, Buffer, Disk
from byhand.storage.os_errors import storage_error, translated
from byhand.storage.part_file import PartFile, PartFolder
from byhand.storage.staged_reading import StagedReading
from byhand.storage.staged_tree import StagedTree
from byhand.storage.staging_folder import (
    StagingFolder,
    close_staging_folder,
    discard_leftover,
    make_staging_folder,
    new_staging_name,
    open_staging_folder,
    remove_staging_folder,
)
from byhand.storage.unflushed import FEW_FILES

__all__ = ["PartFile", "Staging", "discard_leftover", "missing_bytes"]


class Staging:
    """The staging folder of one transfer; `base` and `path` are absolute.

    Lanes open parts and store at the same time, a thread of its own flushes, and one looks by
    `existing` at what lies where this is to be saved; the rest is for one thread, before lanes
    begin or when they are through. Everything raises StorageError, DiskFullError, ReadOnlyError.
    """

    def __init__(self, folder: StagingFolder, entries: Sequence[Entry], disk: Disk) -> None:
        """Take over an open staging folder; see `create` and `reopen`."""
        self.base = folder.base.path
        self.path = os.path.join(folder.base.path, folder.name)
        self._folder = folder
        self._entries = entries
        self._paths = LocalPaths(entries, folder.target.system, folder.target.folds_case)
        self._parts = PartFolder(folder.parts, self.base, len(entries), disk)
        self._tree = StagedTree(folder.tree, folder.target, entries, self._paths, disk)
        self.committing = Committing(folder, entries, self._paths, self._parts, self._tree, disk)
        self.existing = self.committing.existing
        self.reading = StagedReading(self.base, entries, self._parts, self._tree, self.committing)
        self._disk = disk
        self._lock = threading.Lock()
        self._is_open = True
        self._is_rooted = False

    @classmethod
    def create(
        cls,
        base: str,
        entries: Sequence[Entry],
        disk: Disk = SYSTEM_DISK,
        announce: Callable[[str], None] | None = None,
    ) -> "Staging":
        """Make a staging folder in a base folder; the entries' names must have been judged.

        `announce` hears its path before it is made: who remembers that finds it after any stop.
        Raises StorageError also for a base folder where nothing may be received.
        """
        opened = open_base(base, disk)
        try:
            name = new_staging_name()
            if announce is not None:
                announce(os.path.join(opened.path, name))
            folder = make_staging_folder(opened, name, disk)
        except BaseException as exc:
            os.close(opened.fd)
            if isinstance(exc, OSError):
                raise storage_error(exc, base) from exc
            raise
        with contextlib.ExitStack() as undo, translated(base):
            undo.callback(os.close, opened.fd)
            undo.callback(remove_staging_folder, folder, disk)
            undo.callback(close_staging_folder, folder)
            staging = cls(folder, entries, disk)
            undo.pop_all()
        return staging

    @classmethod
    def reopen(
        cls,
        path: str,
        entries: Sequence[Entry],
        disk: Disk = SYSTEM_DISK,
        is_base: Callable[[tuple[int, int]], bool] = lambda _: True,
    ) -> "Staging":
        """Open a staging folder that was left; the manifest must be the one it was made with.

        What is in it is not believed before it is adopted. `is_base` says of device and inode
        whether they may be the base folder's. Raises StagingGoneError if only that is there.
        """
        folder = open_staging_folder(path, disk, is_base)
        with contextlib.ExitStack() as undo, translated(folder.base.path):
            undo.callback(os.close, folder.base.fd)
            undo.callback(close_staging_folder, folder)
            staging = cls(folder, entries, disk)
            undo.pop_all()
            undo.callback(staging.close)
            # What was written before may be anywhere on its way to the disk.
            staging._parts.unflushed.add_all()
            staging.committing.find_given()
            undo.pop_all()
        return staging

    @property
    def base_identity(self) -> tuple[int, int]:
        """Device and inode of the base folder; the device may be another after a restart."""
        return self._folder.base.identity

    def open_folder(self) -> int | None:
        """Return a descriptor of the staging folder for the caller to close; None once closed."""
        with self._lock, translated(self.base):
            return self._disk.duplicate(self._folder.top) if self._is_open else None

    def missing_bytes(self, needed: int, reserve: int = RESERVE_BYTES) -> int:
        """Return how many bytes are missing before `needed` more fit beside the reserve."""
        with translated(self.base):
            return missing_bytes(self._folder.base.fd, needed, reserve, self._disk)

    @property
    def largest_file(self) -> int | None:
        """How many bytes a file may have here; None if as many as there is room for."""
        return self._folder.target.largest_file

    # While it arrives

    def open_part(self, index: int) -> PartFile:
        """Open the part file of an entry; made now, its room reserved, unless it is known."""
        return self._parts.open(index, self._entries[index])

    def finish_part(self, index: int) -> None:
        """Take note that a part file is whole: it will get its place in the tree."""
        self._parts.finish(index, self._entries[index].size)

    def unfinish_part(self, index: int) -> None:
        """Take note that a part file is to be written again."""
        self._parts.unfinish(index)

    def store_member(self, index: int, content: Buffer) -> None:
        """Write a small or empty file to its place in the tree, with the folders above it."""
        try:
            self._tree.store(index, content)
        except OSError as exc:
            raise storage_error(exc, self.base) from exc

    def make_folders(self, chosen: Container[int] | None = None) -> None:
        """Make the folders of all entries, or of the chosen ones, empty ones too."""
        with translated(self.base):
            for index, entry in enumerate(self._entries):
                if entry.kind is not EntryKind.FOLDER or self.is_given(index):
                    continue
                if chosen is None or index in chosen:
                    self._tree.make_folder(index)

    def remove(self, index: int) -> None:
        """Remove whatever is there of a file."""
        with translated(self.base):
            self._parts.remove(index)
            self._tree.remove(index)

    def stamps(self, indices: Iterable[int]) -> tuple[PartStamp, ...]:
        """Return how the part files of some entries look now, or what lies where they are to be.

        Those that have a part, or are in place.
        """
        with translated(self.base):
            stamps = [
                self.committing.stamp(index)
                if index in self.committing.in_place
                else self._parts.stamp(index)
                for index in indices
            ]
        return tuple(stamp for stamp in stamps if stamp is not None)

    def flush(self) -> None:
        """Return once everything written before is safely on the disk, its names too."""
        parts, members = self._parts.unflushed.take(), self._tree.unflushed.take()
        try:
            with translated(self.base):
                self._flush(parts, members)
        except StorageError:
            self._parts.unflushed.add_all()
            raise

    # After a stop

    def adopt_part(self, index: int, inode: int) -> PartStamp | None:
        """Take over a part file that was left, if it is that file; return how it looks."""
        with translated(self.base):
            found = self._parts.adopt(index, inode, self._entries[index].size)
            if found is None and self._tree.take_back(index, inode, self._folder.parts, str(index)):
                found = self._parts.adopt(index, inode, self._entries[index].size)
            return found

    def adopt_member(self, index: int) -> int | None:
        """Take over a small file that was left; return its ctime in ns, None if it is not there."""
        with translated(self.base):
            status = self._tree.adopt(index)
        return status.st_ctime_ns if status is not None else None

    def read_member(self, index: int) -> bytes:
        """Return what a small file that is there holds."""
        with translated(self.base):
            return self._tree.read(index)

    def read_whole(self, index: int) -> bytes:
        """Return what a file holds that is whole and not given; memory must have room for it."""
        with translated(self.base):
            if self._tree.has(index):
                return self._tree.read(index)
        part = self.open_part(index)
        try:
            content = bytearray(part.size)
            part.read_into(0, memoryview(content))
        finally:
            part.close()
        return bytes(content)

    def is_given(self, index: int) -> bool:
        """Say whether an entry had its final name before the stop: it is here no more."""
        return self.committing.is_given(index)

    # The end

    def commit(
        self,
        failed: Container[int] = (),
        chosen: Container[int] | None = None,
        *,
        keeps_modes: bool = False,
    ) -> tuple[str, ...]:
        """Give what is whole its final names and return them, absolute, in order.

        A top-level entry comes without its failed files, and not at all if all of them failed.
        Nothing that exists is replaced: `name (1)` then. Modes and dates are set and everything
        is flushed before the first name is given; executable is, if it `keeps_modes`, what the
        sender marked so, and else nothing. After an error, or a stop, it goes on where it was.
        Raises LocalProtocolError if a file is neither there nor failed nor left out.
        """
        with translated(self.base):
            saved = self.committing.commit(failed, chosen, keeps_modes=keeps_modes)
        return tuple(os.path.join(self.base, name) for name in saved)

    def close(self) -> None:
        """Let go of the staging folder and leave it where it is, to be reopened."""
        self._close(lambda: None)

    def discard(self) -> None:
        """Remove the staging folder and what is left in it; a second call does nothing.

        Whatever is asked for later is a StorageError or LocalProtocolError.
        """
        self._close(lambda: remove_staging_folder(self._folder, self._disk))

    def _close(self, last: Callable[[], None]) -> None:
        with self._lock:
            if not self._is_open:
                return
            self._is_open = False
        self._parts.close()
        self._tree.close()
        self.existing.close()
        try:
            with translated(self.base):
                close_staging_folder(self._folder)
                last()
        finally:
            os.close(self._folder.base.fd)

    def _flush(self, parts: set[int] | None, members: set[int] | None) -> None:
        if parts is None or members is None or len(parts) + len(members) > FEW_FILES:
            self._disk.sync_file_system(self._folder.top)
        else:
            if parts:
                self._parts.sync(parts)
            if members:
                self._tree.sync(members)
            if not self._is_rooted:
                folder = self._folder
                for fd in (folder.parts, folder.tree, folder.top, folder.base.fd):
                    self._disk.sync(fd)
        self._is_rooted = True
