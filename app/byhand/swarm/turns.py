"""Whom the sender sends to at once, where there are too many for all of them."""

from collections.abc import Hashable
from itertools import islice

AT_ONCE = 16
"""More members get no piece at once: what has arrived whole is passed on, a part of it cannot."""
STUCK_SECONDS = 5.0
"""Who takes longer keeps no one from their turn."""
_GONE_SECONDS = 1.0


class Turns:
    """Members in the order in which they asked; who is sent to, and since when."""

    def __init__(self) -> None:
        self._waiting: dict[Hashable, float] = {}
        self._begun: dict[Hashable, float] = {}

    def may_begin(self, member: Hashable, members: int, now: float) -> bool:
        """Say whether it is a member's turn, of so many members; who asks on keeps its place."""
        if members <= AT_ONCE:
            return True
        self._waiting[member] = now
        stuck = [each for each, since in self._begun.items() if now - since > STUCK_SECONDS]
        for each in stuck:
            del self._begun[each]
        return member in self._first(AT_ONCE - len(self._begun), now)

    def begin(self, member: Hashable, now: float) -> None:
        """Count a member as sent to."""
        self._waiting.pop(member, None)
        self._begun[member] = now

    def over(self, member: Hashable) -> None:
        """Count a member as not sent to."""
        self._begun.pop(member, None)

    def leave(self, member: Hashable) -> None:
        """Forget a member."""
        self._waiting.pop(member, None)
        self._begun.pop(member, None)

    def _first(self, count: int, now: float) -> list[Hashable]:
        """Return the first who wait and have asked of late."""
        while self._waiting:
            first = next(iter(self._waiting))
            if now - self._waiting[first] <= _GONE_SECONDS:
                break
            del self._waiting[first]
        return list(islice(self._waiting, max(count, 0)))
