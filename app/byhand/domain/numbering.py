"""One number for every pack and piece of a manifest, as a group knows them."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from typing import overload

from byhand.domain.columns import Columns
from byhand.domain.pieces import PACK_INDEX, Packs, is_packed, piece_count, piece_length, piece_size
from byhand.domain.ranges import RangeSet
from byhand.errors import RemoteProtocolError

EXCHANGED_LIMIT = 2**22
"""No more packs and pieces are exchanged in a group: each takes memory at all who take part."""
FILES_LIMIT = 2**16
"""Nor of more files that are in no pack: what comes rarest first begins nearly all of them, and a
receiver begins no more at a time."""


class Numbering:
    """Packs first, then the pieces of every file that is in no pack, in the order of entries.

    12 bytes are kept for each such file, beside the columns and packs of the whole manifest.
    """

    def __init__(self, columns: Columns, packs: Packs) -> None:
        """Take the columns of a manifest that has ended."""
        self._columns = columns
        self._packs = packs
        self._entries = array("I")
        self._firsts = array("Q")
        count = len(packs)
        for entry, size in enumerate(columns.sizes()):
            if size and not is_packed(size):
                self._entries.append(entry)
                self._firsts.append(count)
                count += piece_count(size)
        self._count = count

    def __len__(self) -> int:
        return self._count

    @property
    def is_exchanged(self) -> bool:
        """Whether it is few enough for a group."""
        return self._count <= EXCHANGED_LIMIT and len(self._entries) <= FILES_LIMIT

    def length(self, number: int) -> int:
        """Return the bytes of a pack or piece; IndexError for a number that is none."""
        entry, piece = self.place(number)
        if entry == PACK_INDEX:
            return self._packs.size(piece)
        return piece_length(self._columns.size(entry), piece)

    def lengths(self) -> "Lengths":
        """Return all lengths in order; a view, whatever their number."""
        return Lengths(self)

    def number(self, entry: int, piece: int) -> int:
        """Return the number of a file's piece, or of a pack if `entry` is PACK_INDEX.

        Raises RemoteProtocolError if it is not one of the manifest's.
        """
        numbers = self.of_entry(entry)
        if not 0 <= piece < len(numbers):
            raise RemoteProtocolError("a piece that the manifest does not have")
        return numbers[piece]

    def place(self, number: int) -> tuple[int, int]:
        """Return entry (or PACK_INDEX) and piece of a number; IndexError if it is none."""
        if not 0 <= number < self._count:
            raise IndexError(number)
        if number < len(self._packs):
            return PACK_INDEX, number
        place = bisect_right(self._firsts, number) - 1
        return self._entries[place], number - self._firsts[place]

    def each_length(self) -> Iterator[int]:
        """Yield all lengths in order, much faster than one by one."""
        yield from map(self._packs.size, range(len(self._packs)))
        for entry in self._entries:
            size = self._columns.size(entry)
            yield from repeat(piece_size(size), piece_count(size) - 1)
            yield piece_length(size, piece_count(size) - 1)

    def of_entry(self, entry: int) -> range:
        """Return the numbers of a file's pieces, or of all packs; none for any other entry."""
        if entry == PACK_INDEX:
            return range(len(self._packs))
        place = bisect_left(self._entries, entry)
        if place == len(self._entries) or self._entries[place] != entry:
            return range(0)
        return range(self._firsts[place], self._end(place))

    def numbers(self, rows: Iterable[tuple[int, RangeSet]]) -> RangeSet:
        """Return the numbers of some pieces, given by entry (or PACK_INDEX).

        Raises RemoteProtocolError if one of them is not the manifest's.
        """
        found = RangeSet()
        for entry, pieces in rows:
            numbers = self.of_entry(entry)
            for start, end in pieces:
                if end > len(numbers):
                    raise RemoteProtocolError("pieces that the manifest does not have")
                found.add(numbers.start + start, numbers.start + end)
        return found

    def rows(self, numbers: RangeSet) -> Iterator[tuple[int, RangeSet]]:
        """Yield the pieces of some numbers by entry, packs first; IndexError if one is none."""
        entry, pieces = PACK_INDEX, RangeSet()
        for found, start, end in self._runs(numbers):
            if found != entry and pieces:
                yield entry, pieces
                pieces = RangeSet()
            entry = found
            pieces.add(start, end)
        if pieces:
            yield entry, pieces

    def _runs(self, numbers: RangeSet) -> Iterator[tuple[int, int, int]]:
        for start, end in numbers:
            number = start
            while number < end:
                entry, piece = self.place(number)
                count = min(end, self.of_entry(entry).stop) - number
                yield entry, piece, piece + count
                number += count

    def _end(self, place: int) -> int:
        is_last = place + 1 == len(self._firsts)
        return self._count if is_last else self._firsts[place + 1]


class Lengths(Sequence[int]):
    """The bytes of every number, worked out when asked."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering

    def __len__(self) -> int:
        return len(self._numbering)

    def __iter__(self) -> Iterator[int]:
        return self._numbering.each_length()

    @overload
    def __getitem__(self, number: int) -> int: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[int]: ...
    def __getitem__(self, number: int | slice) -> int | Sequence[int]:
        if isinstance(number, slice):
            return [self._numbering.length(each) for each in range(len(self))[number]]
        return self._numbering.length(number)
