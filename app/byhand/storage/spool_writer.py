"""Writing the manifest of one transfer to our own disk, batch by batch as it becomes known."""

import contextlib
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Generic, TypeVar

from blake3 import blake3

from byhand.domain.plan import SpoolDigest
from byhand.storage.atomic import FILE_MODE, sync_folder
from byhand.storage.disk import SYSTEM_DISK, Disk
from byhand.storage.folder_tree import CLOSED, FOLDER_MODE
from byhand.storage.manifest_block import BLOCK_ENTRIES, BlockFormat
from byhand.storage.manifest_spool import CONTEXT, LENGTH_BYTES, Spool
from byhand.storage.os_errors import translated
from byhand.storage.target import CREATE_FLAGS, READ_FLAGS

_Row = TypeVar("_Row")


class SpoolWriter(Generic[_Row]):
    """Appends to the file of a manifest, for one thread; `rows` has each batch at once.

    Everything raises StorageError, DiskFullError or ReadOnlyError. Whoever finishes keeps
    `rows`; whoever does not, discards.
    """

    def __init__(
        self, path: Path, fd: int, rows: Spool[_Row], layout: BlockFormat[_Row], disk: Disk
    ) -> None:
        """Take over an empty file open for writing; see `create`."""
        self.rows = rows
        self._path = path
        self._fd = fd
        self._format = layout
        self._disk = disk
        self._end = 0
        self._hasher = blake3(derive_key_context=CONTEXT)

    @classmethod
    def create(
        cls, path: Path, layout: BlockFormat[_Row], disk: Disk = SYSTEM_DISK
    ) -> "SpoolWriter[_Row]":
        """Make an empty file, 0600, in a folder, 0700, made if it is not there.

        What lay there before goes: it is of a run that was killed, or of an earlier count.
        """
        with translated(path), contextlib.ExitStack() as undo:
            path.parent.mkdir(FOLDER_MODE, exist_ok=True)
            remove_spool(path, disk)
            fd = disk.open(path, CREATE_FLAGS, FILE_MODE)
            undo.callback(os.close, fd)
            reading = os.open(path, READ_FLAGS)
            undo.pop_all()
        return cls(path, fd, Spool(path, reading, layout), layout, disk)

    def append(self, rows: Sequence[_Row]) -> None:
        """Write the next entries; after an error none of them is there, and may come again."""
        starts = range(0, len(rows), BLOCK_ENTRIES)
        blocks = [self._format.encode(rows[start : start + BLOCK_ENTRIES]) for start in starts]
        framed = b"".join(len(block).to_bytes(LENGTH_BYTES, "little") + block for block in blocks)
        with translated(self._path):
            os.lseek(self._fd, self._end, os.SEEK_SET)
            rest = memoryview(framed)
            while rest:
                rest = rest[self._disk.write(self._fd, rest) :]
        self._end += len(framed)
        self._hasher.update(framed)
        for block in blocks:
            self.rows.grow(block, is_judged=True)

    def finish(self) -> SpoolDigest:
        """Return what the file holds once all of it is safely on the disk, under its name."""
        with translated(self._path):
            # Of a batch that failed, something may lie behind the end.
            self._disk.truncate(self._fd, self._end)
            self._disk.sync_data(self._fd)
            sync_folder(self._path.parent, self._disk)
            fd, self._fd = self._fd, CLOSED
            self._disk.close(fd)
        return SpoolDigest(len(self.rows), self._end, self._hasher.digest())

    def discard(self) -> None:
        """Close and remove the file, finished or not."""
        self.rows.close()
        fd, self._fd = self._fd, CLOSED
        if fd != CLOSED:
            os.close(fd)
        remove_spool(self._path, self._disk)


def remove_spool(path: Path, disk: Disk = SYSTEM_DISK) -> None:
    """Remove the file of a manifest if it is there; raises StorageError."""
    with translated(path), contextlib.suppress(FileNotFoundError):
        disk.unlink(path)


def remove_spools(folder: Path, is_gone: Callable[[str], bool]) -> None:
    """Remove the manifests of a folder that are of no use; raises StorageError.

    `is_gone` tells that of a transfer by its id in hexadecimal.
    """
    with translated(folder):
        for path in folder.glob("*.entries") if folder.is_dir() else ():
            if is_gone(path.stem.rpartition("-")[2]):
                path.unlink(missing_ok=True)
