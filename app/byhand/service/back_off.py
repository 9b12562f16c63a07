"""How long somebody is left alone who was, or has, refused: longer each time, until one accepts."""

from collections.abc import Callable, Sequence

from msgspec import Struct

from byhand.domain.identity import FriendId

AFTER_DECLINES = (10.0, 60.0, 600.0)
"""Seconds in which no offer of a friend is shown whose offers the user declines."""
AFTER_REFUSALS = (10.0, 20.0, 40.0, 80.0, 160.0)
"""Seconds in which nothing that waits is offered to a friend who takes no more offers."""


class _Wait(Struct, frozen=True):
    until: float
    times: int


class BackOff:
    """Keeps whom to leave alone; `waits` are seconds, the last for every further time."""

    def __init__(self, clock: Callable[[], float], waits: Sequence[float]) -> None:
        self._clock = clock
        self._waits = waits
        self._now: dict[FriendId, _Wait] = {}

    def is_waiting(self, friend_id: FriendId) -> bool:
        """Say whether a friend is left alone now."""
        wait = self._now.get(friend_id)
        return wait is not None and self._clock() < wait.until

    def refused(self, friend_id: FriendId) -> None:
        """Leave a friend alone; several refusals at once count as one."""
        if self.is_waiting(friend_id):
            return
        earlier = self._now.get(friend_id)
        times = earlier.times if earlier is not None else 0
        wait = self._waits[min(times, len(self._waits) - 1)]
        self._now[friend_id] = _Wait(self._clock() + wait, times + 1)

    def accepted(self, friend_id: FriendId) -> None:
        """Forget every refusal."""
        self._now.pop(friend_id, None)
