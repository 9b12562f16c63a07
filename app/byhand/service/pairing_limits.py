"""When strangers may ask to be paired, and how often anybody may try; a clock passed in (§17)."""

from collections import deque
from collections.abc import Callable

from byhand.domain.identity import FriendId
from byhand.domain.pairing import WINDOW_SECONDS

RUNS_A_WINDOW = 3
RUNS_AT_ALL = 5
RUNS_SECONDS = 10 * 60.0
ASKS_A_WINDOW = 20
"""How often strangers may ask in one window, whatever the user says to it."""
ASKS_A_FRIEND = 5
"""How often one friend may ask to compare codes in ten minutes."""


class PairingLimits:
    """Counts every run from the moment our random value is sent, however it ends."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._open_until = 0.0
        self._runs_in_window = 0
        self._runs: deque[float] = deque(maxlen=RUNS_AT_ALL)
        self._asks_in_window = 0
        self._asks: dict[FriendId, deque[float]] = {}
        self._is_warned = False

    @property
    def seconds_left(self) -> float:
        """For how long strangers may still ask; 0 when the window is closed."""
        return max(0.0, self._open_until - self._clock())

    @property
    def is_warned(self) -> bool:
        """Say whether the window was closed because too many attempts came."""
        return self._is_warned

    @property
    def may_run(self) -> bool:
        """Say whether one more run may begin now."""
        has_runs_left = self._has_room(self._runs, RUNS_AT_ALL)
        return has_runs_left and (not self.seconds_left or self._runs_in_window < RUNS_A_WINDOW)

    def open(self) -> None:
        """Open the window, or keep it open longer; it stays closed, with a warning, after 5 runs.

        Runs of a window that is open already count on; during the last of them it stays as it is.
        """
        if self.seconds_left and not self.may_run:
            return
        if not self.seconds_left:
            self._runs_in_window = self._asks_in_window = 0
        self._is_warned = not self.may_run
        self._open_until = 0.0 if self._is_warned else self._clock() + WINDOW_SECONDS

    def close(self) -> None:
        """Let no stranger ask any more."""
        self._open_until = 0.0

    def count(self) -> None:
        """Take note that our random value is sent."""
        self._runs.append(self._clock())
        self._runs_in_window += 1

    def end_run(self, *, went_well: bool) -> None:
        """Close the window if no other run may begin; with a warning unless this one went well."""
        if not self.may_run:
            self._open_until = 0.0
            self._is_warned = not went_well

    def stranger_asks(self) -> bool:
        """Count a stranger who wants to be added; False, and closed with a warning, beyond 20."""
        self._asks_in_window += 1
        if self._asks_in_window > ASKS_A_WINDOW:
            self._open_until, self._is_warned = 0.0, True
        return self.seconds_left > 0

    def friend_asks(self, friend_id: FriendId) -> bool:
        """Count a friend who wants to compare codes; False beyond 5 times in ten minutes."""
        asks = self._asks.setdefault(friend_id, deque(maxlen=ASKS_A_FRIEND))
        has_room = self._has_room(asks, ASKS_A_FRIEND)
        if has_room:
            asks.append(self._clock())
        return has_room

    def _has_room(self, times: deque[float], limit: int) -> bool:
        return len(times) < limit or self._clock() - times[0] >= RUNS_SECONDS
