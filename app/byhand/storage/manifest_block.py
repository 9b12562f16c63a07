"""A few hundred entries of a manifest as bytes, column by column."""

import os
import struct
from collections.abc import Callable, Hashable, Sequence
from itertools import chain
from struct import pack, unpack
from typing import Generic, TypeVar

import msgspec
from msgspec import Struct
from msgspec.msgpack import Decoder, Encoder

from byhand.domain.columns import Columns, is_executable, kind_of, mark_of
from byhand.domain.manifest import Entry
from byhand.domain.names import check_components
from byhand.errors import UnsafeNameError
from byhand.storage.source import FileStamp, SourceEntry

BLOCK_ENTRIES = 256
"""At most so many: a place in a table of distinct folders is one byte."""


class _Head(msgspec.Struct, array_like=True, frozen=True):
    """The part of a block that is kept in memory."""

    marks: bytes
    sizes: bytes
    allocated: bytes


class _Block(msgspec.Struct, array_like=True, frozen=True):
    """A whole block; the last five fields only where the entries are our own.

    A name is that of `names` in the folder of `folders` that `folder_of` says, and a local path
    likewise, as the bytes that the system knows it by.
    """

    marks: bytes
    sizes: bytes
    allocated: bytes
    mtimes: bytes
    folders: list[tuple[str, ...]]
    folder_of: bytes
    names: list[str]
    stamps: bytes = b""
    places: list[bytes] = []
    place_of: bytes = b""
    local_names: list[bytes] = []


_Value = TypeVar("_Value", bound=Hashable)
_Row = TypeVar("_Row")
_ENCODER = Encoder()
_HEADS = Decoder(_Head)
_BLOCKS = Decoder(_Block)
_STAMP = struct.Struct("<QqqQQ")
DECODE_ERRORS = (msgspec.DecodeError, struct.error, LookupError, ValueError, UnsafeNameError)
"""What decoding raises for bytes that nobody encoded."""


class BlockFormat(Struct, Generic[_Row], frozen=True):
    """How entries of one type become a block and are read from one.

    `decode` judges the names of a block too, unless they are `are_judged`.
    """

    encode: Callable[[Sequence[_Row]], bytes]
    decode: Callable[..., Sequence[_Row]]


def encode_entries(entries: Sequence[Entry]) -> bytes:
    """Return a block of entries."""
    return _ENCODER.encode(_block_of(entries))


def encode_sources(sources: Sequence[SourceEntry]) -> bytes:
    """Return a block of entries of our own, with where they come from."""
    stamps = [source.stamp for source in sources]
    paths = [os.fsencode(source.path) for source in sources]
    cuts = [path.rfind(os.fsencode(os.sep)) + 1 for path in paths]
    places, place_of = _table([path[:cut] for path, cut in zip(paths, cuts, strict=True)])
    block = msgspec.structs.replace(
        _block_of([source.entry for source in sources]),
        stamps=b"".join(
            _STAMP.pack(stamp.size, stamp.mtime_ns, stamp.ctime_ns, stamp.dev, stamp.inode)
            for stamp in stamps
        ),
        places=places,
        place_of=place_of,
        local_names=[path[cut:] for path, cut in zip(paths, cuts, strict=True)],
    )
    return _ENCODER.encode(block)


def decode_columns(content: bytes, columns: Columns) -> None:
    """Add the columns of a block; raises DECODE_ERRORS."""
    head = _HEADS.decode(content)
    count = len(head.marks)
    columns.extend(head.marks, _numbers(count, head.sizes), _numbers(count, head.allocated))


def decode_entries(content: bytes, *, are_judged: bool = False) -> list[Entry]:
    """Return the entries of a block; raises DECODE_ERRORS."""
    return _entries_of(_BLOCKS.decode(content), are_judged=are_judged)


def decode_sources(content: bytes, *, are_judged: bool = False) -> list[SourceEntry]:
    """Return the entries of our own of a block; raises DECODE_ERRORS."""
    block = _BLOCKS.decode(content)
    return [
        SourceEntry(entry, os.fsdecode(block.places[place] + name), FileStamp(*stamp))
        for entry, place, name, stamp in zip(
            _entries_of(block, are_judged=are_judged),
            block.place_of,
            block.local_names,
            _STAMP.iter_unpack(block.stamps),
            strict=True,
        )
    ]


ENTRIES = BlockFormat(encode_entries, decode_entries)
SOURCES = BlockFormat(encode_sources, decode_sources)


def _block_of(entries: Sequence[Entry]) -> _Block:
    folders, folder_of = _table([entry.components[:-1] for entry in entries])
    shape = f"<{len(entries)}"
    return _Block(
        bytes(map(mark_of, entries)),
        pack(shape + "Q", *[entry.size for entry in entries]),
        pack(shape + "Q", *[entry.allocated for entry in entries]),
        pack(shape + "q", *[entry.mtime_ns for entry in entries]),
        folders,
        folder_of,
        [entry.components[-1] for entry in entries],
    )


def _entries_of(block: _Block, *, are_judged: bool) -> list[Entry]:
    count = len(block.marks)
    if not are_judged:
        _judge_names(block)
    return [
        Entry(
            (*block.folders[folder], name),
            kind_of(mark),
            size,
            allocated,
            mtime,
            is_executable(mark),
        )
        for folder, name, mark, size, allocated, mtime in zip(
            block.folder_of,
            block.names,
            block.marks,
            _numbers(count, block.sizes),
            _numbers(count, block.allocated),
            unpack(f"<{count}q", block.mtimes),
            strict=True,
        )
    ]


def _judge_names(block: _Block) -> None:
    """Raise UnsafeNameError for what may be no name, as if it came from a friend.

    It was judged when it came; whoever edits the file, and the digest in the database, gains
    nothing by that.
    """
    check_components([*block.names, *chain.from_iterable(block.folders)])


def _table(values: Sequence[_Value]) -> tuple[list[_Value], bytes]:
    """Return the distinct values, and of each value its place among them."""
    places: dict[_Value, int] = {}
    numbers = bytes([places.setdefault(value, len(places)) for value in values])
    return list(places), numbers


def _numbers(count: int, column: bytes) -> tuple[int, ...]:
    return unpack(f"<{count}Q", column)
