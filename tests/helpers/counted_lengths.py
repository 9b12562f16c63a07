"""Pieces of one length that count how often one is looked at."""

from collections.abc import Iterator, Sequence
from itertools import repeat
from typing import overload


class CountedLengths(Sequence[int]):
    """So many lengths; to go through all of them is not counted."""

    def __init__(self, count: int, length: int) -> None:
        self._count = count
        self._length = length
        self.looked = 0

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, number: int) -> int: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[int]: ...
    def __getitem__(self, number: int | slice) -> int | Sequence[int]:
        if isinstance(number, slice):
            return [self._length] * len(range(self._count)[number])
        self.looked += 1
        return self._length

    def __iter__(self) -> Iterator[int]:
        return repeat(self._length, self._count)
