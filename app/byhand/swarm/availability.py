"""Which pieces a member lacks, and which of its peers has them."""

from collections.abc import Iterator
from random import Random

from byhand.domain.ranges import RangeSet

_STRANGE, _WANTED, _OPEN, _ASKED, _HERE = range(5)
"""Not to be exchanged; its hash is not known; may be asked; was asked; we have it."""
_HAD, _IS_OPEN = 1, 2
"""The bits of a peer's mark; both together: it can be asked of that peer."""
_ASKABLE = _HAD | _IS_OPEN
_SAMPLE = 8

_OPENED = bytes(_OPEN if state == _WANTED else state for state in range(256))
_OPEN_BIT = bytes(_IS_OPEN if state == _OPEN else 0 for state in range(256))
_WITH_HAD = bytes(mark | _HAD for mark in range(256))
_CLOSED = bytes(mark & _HAD for mark in range(256))


class Availability:
    """A byte for each number, and one for each number and peer."""

    def __init__(self, count: int, wanted: RangeSet, rng: Random) -> None:
        """Take how many numbers there are and which of them are wanted."""
        self._states = bytearray(count)
        self._peers: dict[bytes, bytearray] = {}
        self._rng = rng
        for start, end in wanted:
            self._states[start:end] = bytes([_WANTED]) * (end - start)

    def join(self, peer: bytes) -> None:
        """Count a peer in; it has nothing so far."""
        self._peers[peer] = self._states.translate(_OPEN_BIT)

    def leave(self, peer: bytes) -> None:
        """Forget what a peer has."""
        del self._peers[peer]

    def told(self, numbers: RangeSet) -> None:
        """Count pieces as such whose hash is known: those that are wanted may be asked."""
        for start, end in numbers:
            states = self._states[start:end].translate(_OPENED)
            self._states[start:end] = states
            opened = int.from_bytes(states.translate(_OPEN_BIT), "little")
            for marks in self._peers.values():
                mixed = int.from_bytes(marks[start:end], "little") | opened
                marks[start:end] = mixed.to_bytes(end - start, "little")

    def came(self, start: int, end: int) -> None:
        """Count pieces as here."""
        self._close(start, end, _HERE)

    def excluded(self, start: int, end: int) -> None:
        """Count pieces as such that are never exchanged."""
        self._close(start, end, _STRANGE)

    def asked(self, start: int, end: int) -> None:
        """Count pieces as asked of somebody."""
        self._close(start, end, _ASKED)

    def free(self, number: int) -> None:
        """Let a piece that was asked be asked again."""
        if self._states[number] == _ASKED:
            self._states[number] = _OPEN
            for marks in self._peers.values():
                marks[number] |= _IS_OPEN

    def has(self, peer: bytes, numbers: RangeSet) -> None:
        """Take a peer's word for what it has."""
        marks = self._peers[peer]
        for start, end in numbers:
            marks[start:end] = marks[start:end].translate(_WITH_HAD)

    def has_not(self, peer: bytes, number: int) -> None:
        """Note that a peer does not have a piece."""
        self._peers[peer][number] &= ~_HAD

    def is_had(self, peer: bytes, number: int) -> bool:
        """Say whether a peer has a piece."""
        return bool(self._peers[peer][number] & _HAD)

    def is_here(self, number: int) -> bool:
        """Say whether a piece is here, and may be exchanged."""
        return self._states[number] == _HERE

    def is_asked(self, number: int) -> bool:
        """Say whether a piece was asked of somebody and is not here."""
        return self._states[number] == _ASKED

    def is_all_asked(self) -> bool:
        """Say whether all that is lacking was asked of somebody."""
        return self._states.find(_OPEN) < 0 and self._states.find(_WANTED) < 0

    def here(self) -> RangeSet:
        """Return all pieces that are here."""
        return RangeSet(_runs(self._states, _HERE))

    def rarest(self, peer: bytes, most: int) -> range:
        """Return up to so many adjoining pieces that can be asked of a peer, none if none can.

        The first is the rarest of a few that are drawn.
        """
        found = list(self._drawn(self._peers[peer]))
        if not found:
            return range(0)
        first = min(found, key=self._copies)
        marks, end = self._peers[peer], first + 1
        while end - first < most and marks[end : end + 1] == bytes([_ASKABLE]):
            end += 1
        return range(first, end)

    def _drawn(self, marks: bytearray) -> Iterator[int]:
        if marks.find(_ASKABLE) < 0:
            return
        for _ in range(_SAMPLE):
            found = marks.find(_ASKABLE, self._rng.randrange(len(marks)))
            yield found if found >= 0 else marks.find(_ASKABLE)

    def _copies(self, number: int) -> int:
        return sum(marks[number] & _HAD for marks in self._peers.values())

    def _close(self, start: int, end: int, state: int) -> None:
        self._states[start:end] = bytes([state]) * (end - start)
        for marks in self._peers.values():
            marks[start:end] = marks[start:end].translate(_CLOSED)


def _runs(states: bytearray, state: int) -> Iterator[tuple[int, int]]:
    start = states.find(state)
    while start >= 0:
        end = start + 1
        while states[end : end + 1] == bytes([state]):
            end += 1
        yield start, end
        start = states.find(state, end)
