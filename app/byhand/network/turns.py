"""For whom a handshake is computed next, and for how many a second (PROTOCOL.md, section 13)."""

from bisect import insort
from collections.abc import Callable
from dataclasses import dataclass, field

from byhand.network.token_bucket import TokenBucket

HANDSHAKES_A_SECOND = 200
BURST = 10
WAITING_LIMIT = 256
SHORTEST_PAUSE_SECONDS = 0.001

Rank = tuple[bool, int]
"""Lower comes first: whether the address is a stranger's, and how often it has come lately."""


@dataclass(slots=True, order=True)
class Waiting:
    """Somebody who waits; `answer` is told True at their turn, or False if they get none."""

    rank: Rank
    place: int
    answer: Callable[[bool], None] = field(compare=False, repr=False)


class Turns:
    """At most 200 turns in any second and 256 who wait, the lowest rank first.

    So whoever has come least is served before a crowd that comes again and again. Of equals the
    latest is first: were it the last of more than can be served, nobody would come in time.
    """

    def __init__(self) -> None:
        self._bucket = TokenBucket(HANDSHAKES_A_SECOND - BURST, BURST)
        self._waiting: list[Waiting] = []
        self._asked = 0

    def ask(self, rank: Rank, answer: Callable[[bool], None]) -> Waiting:
        """Wait for a turn; whoever is the last of too many is told at once."""
        self._asked += 1
        waiting = Waiting(rank, -self._asked, answer)
        insort(self._waiting, waiting)
        if len(self._waiting) > WAITING_LIMIT:
            self._waiting.pop().answer(False)
        return waiting

    def withdraw(self, waiting: Waiting) -> None:
        """Wait no more, if this one still waits."""
        if waiting in self._waiting:
            self._waiting.remove(waiting)

    def give(self, now: float) -> float | None:
        """Tell those whose turn has come; return in how many seconds the next is, if one waits."""
        while self._waiting and self._bucket.take(now):
            self._waiting.pop(0).answer(True)
        if not self._waiting:
            return None
        return max(SHORTEST_PAUSE_SECONDS, self._bucket.seconds_until_next())
