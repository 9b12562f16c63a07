"""Sets of whole numbers kept as ranges: which pieces are wanted, which are there."""

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence

from byhand.errors import RemoteProtocolError


class RangeSet(Container[int]):
    """A set of non-negative integers as sorted, disjoint, half-open ranges."""

    def __init__(self, ranges: Iterable[tuple[int, int]] = ()) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in ranges:
            self.add(start, end)

    def __contains__(self, number: object) -> bool:
        if not isinstance(number, int):
            return False
        place = bisect_right(self._starts, number) - 1
        return place >= 0 and number < self._ends[place]

    def __iter__(self) -> Iterator[tuple[int, int]]:
        """Yield the ranges as (start, end), ascending, end not included."""
        return iter(zip(self._starts, self._ends, strict=True))

    def __bool__(self) -> bool:
        return bool(self._starts)

    def meets(self, start: int, end: int) -> bool:
        """Say whether any number from start to before end is in the set."""
        place = bisect_left(self._starts, end) - 1
        return start < end and place >= 0 and start < self._ends[place]

    def count(self) -> int:
        """Return how many numbers are in the set."""
        # Not `__len__`: list() would reserve room for that many ranges.
        return sum(self._ends) - sum(self._starts)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, RangeSet):
            return NotImplemented
        return self._starts == other._starts and self._ends == other._ends

    __hash__ = None  # type: ignore[assignment]  # it changes

    def __repr__(self) -> str:
        return f"RangeSet({list(self)})"

    def add(self, start: int, end: int) -> None:
        """Add all numbers from start to before end."""
        if start >= end:
            return
        if not self._ends or start > self._ends[-1]:  # mostly they come in order
            self._starts.append(start)
            self._ends.append(end)
            return
        first = bisect_left(self._ends, start)
        last = bisect_right(self._starts, end)
        if first < last:
            start = min(start, self._starts[first])
            end = max(end, self._ends[last - 1])
        self._starts[first:last] = [start]
        self._ends[first:last] = [end]

    def subtract(self, start: int, end: int) -> None:
        """Remove all numbers from start to before end."""
        if start >= end:
            return
        first = bisect_right(self._ends, start)
        last = bisect_left(self._starts, end)
        if first >= last:
            return
        kept: list[tuple[int, int]] = []
        if self._starts[first] < start:
            kept.append((self._starts[first], start))
        if end < self._ends[last - 1]:
            kept.append((end, self._ends[last - 1]))
        self._starts[first:last] = [piece[0] for piece in kept]
        self._ends[first:last] = [piece[1] for piece in kept]

    def take(self, count: int) -> "RangeSet":
        """Remove the lowest numbers, at most so many, and return them."""
        taken = RangeSet()
        for start, end in self:
            if not count:
                break
            length = min(count, end - start)
            taken.add(start, start + length)
            count -= length
        if taken:
            self.subtract(0, taken._ends[-1])
        return taken

    def within(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the ranges of what is in the set from start to before end."""
        first = bisect_right(self._ends, start)
        last = bisect_left(self._starts, end)
        return [
            (max(start, self._starts[place]), min(end, self._ends[place]))
            for place in range(first, last)
        ]

    def copy(self) -> "RangeSet":
        """Return a set of the same numbers."""
        copied = RangeSet()
        copied._starts, copied._ends = self._starts.copy(), self._ends.copy()
        return copied

    def encode(self) -> list[int]:
        """Return [start, count, …] as it travels (PROTOCOL.md, section 8)."""
        return [number for start, end in self for number in (start, end - start)]


def decode_ranges(numbers: Sequence[int], limit: int) -> RangeSet:
    """Return the set that [start, count, …] stands for.

    Raises RemoteProtocolError unless the ranges are ascending, disjoint and below `limit`.
    """
    if len(numbers) % 2:
        raise RemoteProtocolError("a range without its count")
    ranges = RangeSet()
    floor = 0
    for start, count in zip(numbers[::2], numbers[1::2], strict=True):
        if start < floor or count < 1 or start + count > limit:
            raise RemoteProtocolError("ranges that are not ascending, disjoint and in bounds")
        ranges.add(start, start + count)
        floor = start + count
    return ranges
