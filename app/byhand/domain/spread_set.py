"""A set of large random numbers that costs no pause, however many there are."""

from array import array
from collections.abc import Container

PARTS = 256
_SMALLEST = 8
_WORD = 2**64 - 1


class SpreadSet(Container[int]):
    """Numbers of 128 bits, each any as likely as any other; their bit 8 does not count.

    A `set` that grows moves all that is in it, and the garbage collector looks at all of it: of
    a million numbers the loop would wait. Here a part of them is moved at a time, and they are no
    objects: 22 to 43 bytes each.
    """

    def __init__(self) -> None:
        self._parts = [_Part() for _ in range(PARTS)]
        self._count = 0

    def __contains__(self, number: object) -> bool:
        if not isinstance(number, int):
            return False
        part, rest = self._parts[number % PARTS], number // PARTS
        return part.low[part.place(rest)] != 0

    def __len__(self) -> int:
        return self._count

    def add(self, number: int) -> None:
        """Add a number that is not in the set."""
        self._parts[number % PARTS].add(number // PARTS)
        self._count += 1


class _Part:
    """A table of two words a number, at most three quarters full; a lower word of 0 is free."""

    __slots__ = ("_count", "_high", "low")

    def __init__(self) -> None:
        self.low = array("Q", bytes(_SMALLEST * 8))
        self._high = array("Q", bytes(_SMALLEST * 8))
        self._count = 0

    def place(self, number: int) -> int:
        """Return where a number is, or would be."""
        low, high, size = number & _WORD | 1, number >> 64, len(self.low)
        place = high % size
        while (found := self.low[place]) and (found != low or self._high[place] != high):
            place = (place + 1) % size
        return place

    def add(self, number: int) -> None:
        """Add a number that is not there."""
        if 4 * self._count >= 3 * len(self.low):
            self._grow()
        self._put(number)
        self._count += 1

    def _put(self, number: int) -> None:
        place = self.place(number)
        self.low[place], self._high[place] = number & _WORD | 1, number >> 64

    def _grow(self) -> None:
        former = [(high << 64) | low for low, high in zip(self.low, self._high, strict=True) if low]
        empty = bytes(2 * len(self.low) * 8)
        self.low, self._high = array("Q", empty), array("Q", empty)
        for number in former:
            self._put(number)
