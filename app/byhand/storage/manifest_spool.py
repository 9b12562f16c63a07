"""The manifest of one transfer on our own disk: written once in order, read by index."""

import os
import threading
from array import array
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Generic, TypeVar, overload

from blake3 import blake3

from byhand.domain.columns import Columns
from byhand.domain.identity import FriendId
from byhand.domain.plan import SpoolDigest
from byhand.domain.transfer import TransferId
from byhand.errors import CorruptStoreError
from byhand.storage.folder_tree import CLOSED
from byhand.storage.manifest_block import DECODE_ERRORS, BlockFormat, decode_columns
from byhand.storage.os_errors import translated
from byhand.storage.target import READ_FLAGS

CONTEXT = "byhand manifest spool v1"
"""Of the digest of a file; whoever changes the format changes it."""
LENGTH_BYTES = 4
RECENT_BLOCKS = 16
READ_BYTES = 1024 * 1024

_Row = TypeVar("_Row")


class Spool(Sequence[_Row], Generic[_Row]):
    """The entries of a manifest by index, whole or while it grows; raises StorageError.

    Blocks of some entries, each after its length. In memory are the columns, where the blocks
    are, and those looked at last. Any thread may look.
    """

    def __init__(self, path: Path, fd: int, layout: BlockFormat[_Row]) -> None:
        """Take over a file open for reading in which nothing is known to be yet."""
        self.columns = Columns()
        self._path = path
        self._fd = fd
        self._format = layout
        self._firsts = array("I")
        self._ends = array("Q", [0])
        self._is_judged = bytearray()
        self._recent: OrderedDict[int, Sequence[_Row]] = OrderedDict()
        # The block looked at last, after its first index: what is looked for next is mostly there.
        self._last: tuple[int, Sequence[_Row]] = (0, ())
        # The block gone through last, after its number: whoever goes along twice side by side
        # (entries, and paths made of them) finds it decoded.
        self._walked: tuple[int, Sequence[_Row]] = (CLOSED, ())
        self._lock = threading.Lock()

    @classmethod
    def open(cls, path: Path, layout: BlockFormat[_Row], digest: SpoolDigest) -> "Spool[_Row]":
        """Open a finished file.

        Raises StorageError, CorruptStoreError for one that is not what was finished.
        """
        with translated(path):
            fd = os.open(path, READ_FLAGS | getattr(os, "O_BINARY", 0))
        spool = cls(path, fd, layout)
        try:
            spool._check(digest)
            spool._find_blocks(digest)
        except BaseException:
            spool.close()
            raise
        return spool

    def __len__(self) -> int:
        return len(self.columns)

    @overload
    def __getitem__(self, index: int) -> _Row: ...
    @overload
    def __getitem__(self, index: slice) -> list[_Row]: ...
    def __getitem__(self, index: int | slice) -> _Row | list[_Row]:
        """Return an entry, or those of a range that fits into memory."""
        if isinstance(index, slice):
            return [self[each] for each in range(*index.indices(len(self)))]
        first, rows = self._last
        if first <= index < first + len(rows):
            return rows[index - first]
        if not 0 <= index < len(self):
            raise IndexError(index)
        number = bisect_right(self._firsts, index) - 1
        return self._recent_block(number)[index - self._firsts[number]]

    def __iter__(self) -> Iterator[_Row]:
        number = 0
        while number < len(self._firsts):
            yield from self._block(number)
            number += 1

    def grow(self, block: bytes, *, is_judged: bool = False) -> None:
        """Take note of a block that has been written behind the others, of names `is_judged`."""
        first = len(self.columns)
        self._ends.append(self._ends[-1] + LENGTH_BYTES + len(block))
        self._firsts.append(first)
        self._is_judged.append(is_judged)
        decode_columns(block, self.columns)

    def close(self) -> None:
        """Let go of the file; every later look is a StorageError."""
        with self._lock:
            fd, self._fd = self._fd, CLOSED
            self._recent.clear()
            self._last = (0, ())
            self._walked = (CLOSED, ())
            if fd != CLOSED:
                os.close(fd)

    def _recent_block(self, number: int) -> Sequence[_Row]:
        with self._lock:
            rows = self._recent.get(number)
            if rows is None:
                rows = self._recent[number] = self._decoded(number, self._read(number))
                if len(self._recent) > RECENT_BLOCKS:
                    self._recent.popitem(last=False)
            else:
                self._recent.move_to_end(number)
            self._last = (self._firsts[number], rows)
            return rows

    def _block(self, number: int) -> Sequence[_Row]:
        """Return a block that only those are likely to look at who go along beside us."""
        walked, rows = self._walked
        if walked != number:
            with self._lock:
                content = self._read(number)
            rows = self._decoded(number, content)
            self._walked = number, rows
        return rows

    def _decoded(self, number: int, content: bytes) -> Sequence[_Row]:
        """Return what a block holds; the first time its names are judged."""
        try:
            rows = self._format.decode(content, are_judged=bool(self._is_judged[number]))
        except DECODE_ERRORS as exc:
            raise self._corrupt() from exc
        self._is_judged[number] = True
        return rows

    def _read(self, number: int) -> bytes:
        """Read a block; the lock is held, for not every system can read without seeking."""
        start = self._ends[number] + LENGTH_BYTES
        length = self._ends[number + 1] - start
        with translated(self._path):
            os.lseek(self._fd, start, os.SEEK_SET)
            content = os.read(self._fd, length)
        if len(content) != length:
            raise self._corrupt()
        return content

    def _check(self, digest: SpoolDigest) -> None:
        hasher = blake3(derive_key_context=CONTEXT)
        with translated(self._path):
            if os.fstat(self._fd).st_size != digest.byte_count:
                raise self._corrupt()
            while content := os.read(self._fd, READ_BYTES):
                hasher.update(content)
        if hasher.digest() != digest.blake3:
            raise self._corrupt()

    def _find_blocks(self, digest: SpoolDigest) -> None:
        with translated(self._path), open(self._fd, "rb", READ_BYTES, closefd=False) as file:
            file.seek(0)
            while prefix := file.read(LENGTH_BYTES):
                self.grow(file.read(int.from_bytes(prefix, "little")))
        if len(self) != digest.entries:
            raise self._corrupt()

    def _corrupt(self) -> CorruptStoreError:
        return CorruptStoreError(self._path, "not the manifest that was written")


def spool_path(folder: Path, friend_id: FriendId, transfer_id: TransferId) -> Path:
    """Return where the manifest of a transfer with a friend lies in a folder.

    The id is the sender's choice: with the friend in the name it cannot be that of another's.
    """
    return folder / f"{friend_id[:8].hex()}-{transfer_id.hex()}.entries"
