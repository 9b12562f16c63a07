"""Which pieces only the member has whom they were sent to first."""

from array import array
from collections.abc import Hashable, Sequence
from random import Random


class Unspread:
    """How much each member has that it was given alone and nobody else has said to have.

    Whoever passes nothing on, for whatever reason, is known by that.
    """

    def __init__(self, lengths: Sequence[int], rng: Random) -> None:
        """Take the bytes of every number."""
        self._lengths = lengths
        self._rng = rng
        self._is_alone = bytearray(len(lengths))
        self._holders: dict[int, Hashable] = {}
        self._bytes: dict[Hashable, int] = {}
        self._out = array("Q")

    def given(self, member: Hashable, first: int, end: int) -> None:
        """Note that pieces left for the first time."""
        for number in range(first, end):
            self._spread(number)
            self._is_alone[number] = 1
            self._holders[number] = member
            self._bytes[member] = self._bytes.get(member, 0) + self._lengths[number]
            self._out.append(number)
        if len(self._out) > 2 * len(self._lengths):
            del self._out[: len(self._lengths)]

    def had(self, member: Hashable, start: int, end: int) -> None:
        """Note that a member has pieces."""
        number = self._is_alone.find(1, start, end)
        while number >= 0:
            if self._holders[number] != member:
                self._spread(number)
            number = self._is_alone.find(1, number + 1, end)

    def bytes_of(self, member: Hashable) -> int:
        """Return how much a member alone has."""
        return self._bytes.get(member, 0)

    def drawn(self, count: int) -> list[int]:
        """Return some of the pieces that have left, or none if none has."""
        return self._rng.choices(self._out, k=count) if self._out else []

    def _spread(self, number: int) -> None:
        if self._is_alone[number]:
            self._is_alone[number] = 0
            self._bytes[self._holders.pop(number)] -= self._lengths[number]
