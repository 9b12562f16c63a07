"""Which members of a group may exchange with which, and by what they know each other (§21)."""

from collections.abc import Callable, Hashable
from itertools import combinations
from random import Random
from typing import Generic, TypeVar

from msgspec import Struct

TAG_BYTES = 16
KEY_BYTES = 32
NEIGHBOURS = 16
"""How many others a member exchanges with: all of them, in a group of up to 17."""
DOUBTED = 2
"""Who was parted from so many others has lied, or says of others that they have."""

M = TypeVar("M", bound=Hashable)


class Pair(Struct, Generic[M], frozen=True):
    """One member's end of a pair: the other, both random tags, and the key that both hold."""

    other: M
    own_tag: bytes
    their_tag: bytes
    key: bytes

    def __repr__(self) -> str:
        """Show neither tags nor key."""
        return f"Pair({self.other!r})"


class Tickets(Generic[M]):
    """The pairs of one group; those that stay keep their tags, whoever comes and goes."""

    def __init__(
        self,
        token: Callable[[int], bytes],
        may_exchange: Callable[[M, M], bool],
        rng: Random,
        neighbours: int = NEIGHBOURS,
    ) -> None:
        """`token` returns so many random bytes; `neighbours`, an even number, is the most."""
        self._token = token
        self._may_exchange = may_exchange
        self._rng = rng
        self._most = neighbours
        self._pairs: dict[M, dict[M, Pair[M]]] = {}
        self._parted: set[frozenset[M]] = set()

    def add(self, member: M) -> None:
        """Let a member exchange with others: those who have the fewest first.

        Once all have as many as may be, pairs give way: both ends exchange with the new one then.
        """
        if member in self._pairs:
            return
        others = [other for other in self._pairs if self._may_join(member, other)]
        self._pairs[member] = {}
        self._rng.shuffle(others)
        others.sort(key=lambda other: len(self._pairs[other]))
        for other in others:
            if len(self._pairs[other]) < self._most and len(self._pairs[member]) < self._most:
                self._join(member, other)
        for other in others:
            if len(self._pairs[member]) + 2 > self._most:
                return
            self._step_between(member, other)

    def remove(self, member: M) -> None:
        """Let a member exchange with nobody any more; those who did with it may with each other.

        Nobody new is given to who was parted from several: it would be the next to be lied to.
        """
        left = list(self._pairs.pop(member, {}))
        for other in left:
            del self._pairs[other][member]
        trusted = [other for other in left if self._partings(other) < DOUBTED]
        self._rng.shuffle(trusted)
        for one, other in combinations(trusted, 2):
            if max(len(self._pairs[one]), len(self._pairs[other])) < self._most:
                self._join(one, other)

    def part(self, one: M, other: M) -> None:
        """Let two members never exchange again."""
        self._parted.add(frozenset((one, other)))
        self._split(one, other)

    def pairs_of(self, member: M) -> tuple[Pair[M], ...]:
        """Return with whom a member may exchange."""
        return tuple(self._pairs.get(member, {}).values())

    def _may_join(self, one: M, other: M) -> bool:
        return frozenset((one, other)) not in self._parted and self._may_exchange(one, other)

    def _partings(self, member: M) -> int:
        return sum(member in pair for pair in self._parted)

    def _join(self, one: M, other: M) -> None:
        if other in self._pairs[one] or not self._may_join(one, other):
            return
        tags, key = (self._token(TAG_BYTES), self._token(TAG_BYTES)), self._token(KEY_BYTES)
        self._pairs[one][other] = Pair(other, tags[0], tags[1], key)
        self._pairs[other][one] = Pair(one, tags[1], tags[0], key)

    def _split(self, one: M, other: M) -> None:
        self._pairs.get(one, {}).pop(other, None)
        self._pairs.get(other, {}).pop(one, None)

    def _step_between(self, member: M, other: M) -> None:
        """Take the place of one neighbour of another member, and of that one for them."""
        near = self._pairs[member]
        if other in near:
            return
        for third in self._pairs[other]:
            if third not in near and self._may_join(member, third):
                self._split(other, third)
                self._join(member, other)
                self._join(member, third)
                return
