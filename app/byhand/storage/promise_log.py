"""What is about to get its final place: recorded, and flushed, before it does.

A file in the staging folder is a row of blocks, each

    u32 count ‖ count × (u32 entry ‖ u32 number ‖ u64 dev ‖ u64 inode) ‖ BLAKE3 of the above

`number` as in `name (1)`, 0 for the name itself; a later row of an entry replaces earlier ones.
"""

import os
import struct
from array import array
from collections.abc import Iterator, Mapping

from blake3 import blake3
from msgspec import Struct

from byhand.domain.manifest import ENTRY_LIMIT
from byhand.storage.base_folder import identity_of
from byhand.storage.disk import Disk
from byhand.storage.part_file import PART_MODE
from byhand.storage.target import READ_FLAGS

NUMBER_LIMIT = 10_000
_COUNT = struct.Struct("<I")
_ROW = struct.Struct("<IIQQ")
_HASH_BYTES = 32
_WRITE_FLAGS = (
    os.O_RDWR
    | os.O_CREAT
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


class Promise(Struct, frozen=True):
    """Under which number an entry gets its name, and what it is: device and inode."""

    number: int
    identity: tuple[int, int]


class Promises(Mapping[int, Promise]):
    """Promises by entry, the last word on each: 28 bytes for one in a row of entries."""

    def __init__(self) -> None:
        self._rows = bytearray()
        # By entry: which row, counted from 1; 0 if there is none.
        self._row_of = array("I")
        self._row_of_others: dict[int, int] = {}

    def put(self, index: int, promise: Promise) -> None:
        """Take a promise in place of an earlier one."""
        packed = _ROW.pack(index, promise.number, *promise.identity)
        row = self._row(index)
        if row:
            self._rows[(row - 1) * _ROW.size : row * _ROW.size] = packed
            return
        self._rows += packed
        if index >= ENTRY_LIMIT:
            self._row_of_others[index] = len(self)
            return
        if index >= len(self._row_of):
            self._row_of.frombytes(bytes((index + 1 - len(self._row_of)) * self._row_of.itemsize))
        self._row_of[index] = len(self)

    def __getitem__(self, index: int) -> Promise:
        row = self._row(index)
        if not row:
            raise KeyError(index)
        _, number, dev, inode = _ROW.unpack_from(self._rows, (row - 1) * _ROW.size)
        return Promise(number, (dev, inode))

    def __contains__(self, index: object) -> bool:
        return isinstance(index, int) and self._row(index) > 0

    def __iter__(self) -> Iterator[int]:
        return (index for index, *_ in _ROW.iter_unpack(bytes(self._rows)))

    def __len__(self) -> int:
        return len(self._rows) // _ROW.size

    def _row(self, index: int) -> int:
        if index < len(self._row_of):
            return self._row_of[index]
        return self._row_of_others.get(index, 0)


class PromiseLog:
    """The promises of one transfer; one thread, everything raises OSError."""

    def __init__(self, name: str, folder: int, disk: Disk) -> None:
        """Read what an earlier run, or try, recorded under a name in an open folder."""
        self.promises = Promises()
        self._name = name
        self._folder = folder
        self._disk = disk
        self._length = 0
        self._read()

    def add(self, promises: Mapping[int, Promise]) -> None:
        """Have promises on the disk, by entry, when it returns."""
        rows = (_ROW.pack(index, each.number, *each.identity) for index, each in promises.items())
        block = _COUNT.pack(len(promises)) + b"".join(rows)
        block += blake3(block).digest()
        fd = self._disk.open(self._name, _WRITE_FLAGS, PART_MODE, dir_fd=self._folder)
        try:
            # A block that was cut off by a stop is written over.
            self._disk.truncate(fd, self._length)
            view, place = memoryview(block), self._length
            while view:
                written = self._disk.write_at(fd, view, place)
                view, place = view[written:], place + written
            self._disk.sync(fd)
        finally:
            os.close(fd)
        self._disk.sync(self._folder)
        self._length = place
        for index, promise in promises.items():
            self.promises.put(index, promise)

    def _read(self) -> None:
        try:
            fd = self._disk.open(self._name, READ_FLAGS, dir_fd=self._folder)
        except FileNotFoundError:
            return
        with open(fd, "rb") as file:
            content = memoryview(file.read())
        while (rows := _block_at(content, self._length)) is not None:
            self._length += _COUNT.size + len(rows) + _HASH_BYTES
            for index, number, dev, inode in _ROW.iter_unpack(rows):
                self.promises.put(index, Promise(min(number, NUMBER_LIMIT), (dev, inode)))


def identity_at(name: str, folder: int, disk: Disk) -> tuple[int, int] | None:
    """Return what lies under a name in an open folder; None if nothing does. Raises OSError."""
    try:
        return identity_of(disk.stat(name, dir_fd=folder, follow_symlinks=False))
    except FileNotFoundError:
        return None


def _block_at(content: memoryview, start: int) -> memoryview | None:
    """Return the rows of the block at a place, joined; None if no whole one is there."""
    head = content[start : start + _COUNT.size]
    if len(head) < _COUNT.size:
        return None
    end = start + _COUNT.size + _COUNT.unpack(head)[0] * _ROW.size
    if blake3(content[start:end]).digest() != content[end : end + _HASH_BYTES]:
        return None
    return content[start + _COUNT.size : end]
