"""Which pieces have never left the sender, and whose turn each of them is."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable
from random import Random

from byhand.swarm.marks import LACKED

STRIPE_BYTES = 4 * 1024 * 1024


class Turn:
    """How far one member is through the order of the stripes, and which one is its own."""

    __slots__ = ("is_through", "place", "stripe")

    def __init__(self) -> None:
        self.place = 0
        self.stripe: int | None = None
        self.is_through = False

    def begin_again(self) -> None:
        """Look at every stripe once more: its member wants more than before."""
        self.place = 0
        self.is_through = False


class Stripes:
    """The pieces that have not left, in stripes of up to 4 MiB which lie in random order.

    A stripe is one member's until it is through with it. What comes back lies at the order's end,
    so that everybody comes past it once more.
    """

    def __init__(self, lengths: Iterable[int], rng: Random) -> None:
        """Take the bytes of every number, in order."""
        self._firsts = _cut(lengths)
        self._rng = rng
        self._unsent = bytearray(b"\1") * self._firsts[-1]
        self._order = self._shuffled()
        self._owners: dict[int, Turn] = {}
        self._turns: set[Turn] = set()

    def join(self) -> Turn:
        """Return the turn of somebody new."""
        turn = Turn()
        self._turns.add(turn)
        return turn

    def leave(self, turn: Turn) -> None:
        """Give a stripe back to the others."""
        self._release(turn)
        self._turns.discard(turn)

    def is_unsent(self, number: int) -> bool:
        """Say whether a piece has never left."""
        return bool(self._unsent[number])

    def sent(self, first: int, end: int) -> None:
        """Count some pieces as gone."""
        self._unsent[first:end] = bytes(end - first)

    def put_back(self, numbers: Iterable[int]) -> None:
        """Count pieces as never sent; `numbers` ascend."""
        back: set[int] = set()
        for number in numbers:
            self._unsent[number] = 1
            back.add(bisect_right(self._firsts, number) - 1)
        self._append(sorted(back - self._owners.keys()))

    def next(self, turn: Turn, marks: bytearray) -> int | None:
        """Return the first of what is to leave for a member; None if nothing that it lacks is new.

        Where no stripe is free, the last piece of the fullest one of another's is taken.
        """
        if turn.is_through:
            return None
        while turn.stripe is not None or self._take(turn, marks):
            assert turn.stripe is not None
            for number in self._numbers(turn.stripe):
                if self._unsent[number] and marks[number] == LACKED:
                    return number
            self._release(turn)
        taken = self._taken_over(marks)
        turn.is_through = taken is None
        return taken

    def _take(self, turn: Turn, marks: bytearray) -> bool:
        """Make the next free stripe with something for a member its own, if there is one."""
        while turn.place < len(self._order):
            stripe = self._order[turn.place]
            turn.place += 1
            if stripe not in self._owners and self._lacked(stripe, marks):
                turn.stripe = stripe
                self._owners[stripe] = turn
                return True
        return False

    def _taken_over(self, marks: bytearray) -> int | None:
        found = max((self._lacked(stripe, marks) for stripe in self._owners), key=len, default=[])
        return found[-1] if found else None

    def _lacked(self, stripe: int, marks: bytearray) -> list[int]:
        return [
            number
            for number in self._numbers(stripe)
            if self._unsent[number] and marks[number] == LACKED
        ]

    def _numbers(self, stripe: int) -> range:
        return range(self._firsts[stripe], self._firsts[stripe + 1])

    def _release(self, turn: Turn) -> None:
        if turn.stripe is None:
            return
        stripe, turn.stripe = turn.stripe, None
        del self._owners[stripe]
        if any(self._unsent[number] for number in self._numbers(stripe)):
            self._append([stripe])

    def _append(self, stripes: Iterable[int]) -> None:
        self._order.extend(stripes)
        if len(self._order) > 4 * len(self._firsts):
            self._order = self._shuffled()
            for turn in self._turns:
                turn.place = 0
        for turn in self._turns:
            turn.is_through = False

    def _shuffled(self) -> "array[int]":
        order = array("I", range(len(self._firsts) - 1))
        self._rng.shuffle(order)
        return order


def _cut(lengths: Iterable[int]) -> "array[int]":
    """Return the first number of every stripe, and after them how many numbers there are."""
    firsts = array("Q", [0])
    held = count = 0
    for length in lengths:
        if held and held + length > STRIPE_BYTES:
            firsts.append(count)
            held = 0
        held += length
        count += 1
    if count:
        firsts.append(count)
    return firsts
