"""What a receiver wishes, kept small, and walked in the thread of the lane that serves it."""

from array import array
from collections.abc import Iterator, Sequence
from typing import Protocol

from msgspec import Struct

from byhand.domain.pieces import PACK_INDEX, is_packed, piece_count
from byhand.domain.ranges import RangeSet, decode_ranges
from byhand.engine.offered import Offered
from byhand.errors import RemoteProtocolError
from byhand.protocol.messages import Want

Run = tuple[int, int, int]
"""(entry or PACK_INDEX, first piece or pack, the one after the last).

One without pieces stands for a stretch in which there was nothing: others may have their turn.
"""
STRETCH = 4096
Choice = Sequence[Run] | float | None
"""What a lane sends next; or for how many seconds there is nothing; None: it is served."""


class Wish(Protocol):
    """What is to be sent: some in order, then what is chosen as it goes."""

    def runs(self, left_out: RangeSet, /) -> Iterator[Run]:
        """Yield what is wished, without the entries left out; in the lane's thread."""

    def choose(self) -> Choice:
        """Return what is sent next, once all of `runs` has left."""


class Everything(Struct, frozen=True):
    """All packs, then all files that are in none, in order.

    Of a pack of which something is left out the other members come one by one.
    """

    offered: Offered

    def runs(self, left_out: RangeSet) -> Iterator[Run]:
        """Yield what is wished, without the entries left out."""
        packs = self.offered.packs
        if not left_out:
            yield PACK_INDEX, 0, len(packs)
        else:
            for number in range(len(packs)):
                yield from self._pack(number, left_out)
        for entry, size in enumerate(self.offered.columns.sizes()):
            if size and not is_packed(size) and entry not in left_out:
                yield entry, 0, piece_count(size)
            elif entry % STRETCH == 0:
                yield entry, 0, 0

    def choose(self) -> Choice:
        """Return None: that was all."""
        return None

    def _pack(self, number: int, left_out: RangeSet) -> Iterator[Run]:
        members = self.offered.packs.members(number)
        is_whole = not left_out.meets(members[0], members[-1] + 1)
        chosen = members if is_whole else [each for each in members if each not in left_out]
        if len(chosen) == len(members):
            yield PACK_INDEX, number, number + 1
            return
        yield PACK_INDEX, number, number
        for entry in chosen:
            yield entry, 0, 1


class Rows:
    """The rows of a NEED, 24 bytes a range, in the order they came."""

    def __init__(self, offered: Offered) -> None:
        self._offered = offered
        self._numbers = array("Q")

    def __len__(self) -> int:
        """Return how many ranges there are."""
        return len(self._numbers) // 3

    def add(self, wants: Sequence[Want]) -> None:
        """Add rows; RemoteProtocolError for what was not offered."""
        for want in wants:
            for start, end in decode_ranges(want.ranges, self._limit(want.entry)):
                self._numbers.extend((want.entry, start, end))

    def runs(self, left_out: RangeSet) -> Iterator[Run]:
        """Yield what is wished, without the entries left out."""
        numbers = iter(self._numbers)
        for entry, start, end in zip(numbers, numbers, numbers, strict=True):
            yield entry, start, start if entry in left_out else end

    def choose(self) -> Choice:
        """Return None: that was all."""
        return None

    def _limit(self, entry: int) -> int:
        if entry == PACK_INDEX:
            return len(self._offered.packs)
        columns = self._offered.columns
        size = columns.size(entry) if entry < len(columns) else 0
        if not size:
            raise RemoteProtocolError("a wish for an entry that has no bytes, or was not offered")
        return piece_count(size)
