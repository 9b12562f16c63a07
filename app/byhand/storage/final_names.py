"""Which final names a transfer gives: recorded before they are given, so that each is given once.

The file `names` in the staging folder is a row of blocks, each

    u32 count ‖ count × (u32 entry ‖ u32 number ‖ u64 dev ‖ u64 inode) ‖ BLAKE3 of the above

`number` as in `name (1)`, 0 for the name itself; a later row of an entry replaces earlier ones.
"""

import os
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from blake3 import blake3

from byhand.domain.names import numbered
from byhand.errors import StorageError
from byhand.storage.base_folder import identity_of
from byhand.storage.disk import Disk
from byhand.storage.part_file import PART_MODE
from byhand.storage.staging_folder import StagingFolder
from byhand.storage.target import READ_FLAGS

NAMES_TRIED = 10_000
_FILE = "names"
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


@dataclass(frozen=True, slots=True)
class Top:
    """An entry at the top, and its local name, under which it lies in the tree."""

    index: int
    name: str


@dataclass(frozen=True, slots=True)
class _Promise:
    number: int
    identity: tuple[int, int]


class FinalNames:
    """Gives what lies in the tree of a staging folder its names in the base folder.

    One thread; everything raises OSError or StorageError.
    """

    def __init__(self, folder: StagingFolder, disk: Disk) -> None:
        """Read what an earlier run, or try, recorded."""
        self._folder = folder
        self._disk = disk
        self._promises: dict[int, _Promise] = {}
        self._length = 0
        self._read()

    @property
    def are_any(self) -> bool:
        """Say whether any name was recorded."""
        return bool(self._promises)

    def is_given(self, top: Top) -> bool:
        """Say whether an entry got its final name before: it has left the tree."""
        promise = self._promises.get(top.index)
        if promise is None or _identity(top.name, self._folder.tree) is not None:
            return False
        return _identity(self._final(top), self._folder.base.fd) is not None

    def give(self, tops: Sequence[Top]) -> list[str]:
        """Give entries their names, unless they have them; return all names, in order.

        What exists is never replaced: then it is `name (1)`. Each name is recorded, and the
        record flushed, before it is given.
        """
        pending = [top for top in tops if not self.is_given(top)]
        while pending:
            self._promise({top.index: self._free(top) for top in pending})
            pending = [top for top in pending if not self._give(top)]
        return [self._final(top) for top in tops]

    def _final(self, top: Top) -> str:
        number = self._promises[top.index].number
        return numbered(top.name, number) if number else top.name

    def _free(self, top: Top) -> _Promise:
        """Return a name that is free now, from the one promised last."""
        here = _identity(top.name, self._folder.tree)
        if here is None:
            raise StorageError(Path(self._folder.base.path), "what was received is gone")
        before = self._promises.get(top.index)
        for number in range(before.number if before else 0, NAMES_TRIED):
            name = numbered(top.name, number) if number else top.name
            taken = _identity(name, self._folder.base.fd)
            # The same file under both names: killed between link and unlink.
            if taken is None or taken == here:
                return _Promise(number, here)
        raise StorageError(Path(self._folder.base.path), "no name is free")

    def _give(self, top: Top) -> bool:
        """Rename an entry to the name promised; False if that has been taken since."""
        name, folder = self._final(top), self._folder
        if _identity(name, folder.base.fd) == self._promises[top.index].identity:
            self._disk.unlink(top.name, dir_fd=folder.tree)
            return True
        try:
            self._disk.rename(top.name, name, folder.tree, folder.base.fd)
        except FileExistsError:
            return False
        return True

    def _promise(self, promises: dict[int, _Promise]) -> None:
        rows = (_ROW.pack(index, each.number, *each.identity) for index, each in promises.items())
        block = _COUNT.pack(len(promises)) + b"".join(rows)
        block += blake3(block).digest()
        fd = self._disk.open(_FILE, _WRITE_FLAGS, PART_MODE, dir_fd=self._folder.top)
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
        self._disk.sync(self._folder.top)
        self._length = place
        self._promises |= promises

    def _read(self) -> None:
        try:
            fd = os.open(_FILE, READ_FLAGS, dir_fd=self._folder.top)
        except FileNotFoundError:
            return
        with open(fd, "rb") as file:
            content = memoryview(file.read())
        while (rows := _block_at(content, self._length)) is not None:
            self._length += _COUNT.size + len(rows) * _ROW.size + _HASH_BYTES
            for index, number, dev, inode in map(_ROW.unpack, rows):
                self._promises[index] = _Promise(min(number, NAMES_TRIED), (dev, inode))


def _block_at(content: memoryview, start: int) -> list[memoryview] | None:
    """Return the rows of the block at a place; None if no whole one is there."""
    head = content[start : start + _COUNT.size]
    if len(head) < _COUNT.size:
        return None
    end = start + _COUNT.size + _COUNT.unpack(head)[0] * _ROW.size
    if blake3(content[start:end]).digest() != content[end : end + _HASH_BYTES]:
        return None
    places = range(start + _COUNT.size, end, _ROW.size)
    return [content[place : place + _ROW.size] for place in places]


def _identity(name: str, folder: int) -> tuple[int, int] | None:
    try:
        return identity_of(os.stat(name, dir_fd=folder, follow_symlinks=False))
    except FileNotFoundError:
        return None
