"""How far a transfer is, how fast it goes and when it will be there."""

from collections import deque

from msgspec import Struct

from byhand.domain.bottleneck import Bottleneck

SPEED_SECONDS = 3.0
ESTIMATE_SECONDS = 10.0
SETTLING_SECONDS = 3.0


class Progress(Struct, frozen=True):
    """One look at a moving transfer; `seconds_left` is None while it cannot be told.

    `bottleneck` is what slows it down, None while that is not clear; `limit` the bytes a second
    that hold here, where that is a limit of ours.
    """

    bytes: int
    total_bytes: int
    files: int
    total_files: int
    bytes_per_second: float = 0.0
    seconds_left: float | None = None
    idle_seconds: float = 0.0
    bottleneck: Bottleneck | None = None
    limit: int | None = None


class Speedometer:
    """Averages bytes over the last seconds; the clock (monotonic seconds) is passed in."""

    def __init__(self, started_at: float) -> None:
        self._started_at = started_at
        self._samples: deque[tuple[float, int]] = deque([(started_at, 0)])
        self._moved_at = started_at

    def record(self, now: float, total: int) -> None:
        """Note that `total` bytes have moved by `now`."""
        if total != self._samples[-1][1]:
            self._moved_at = now
        self._samples.append((now, total))
        while len(self._samples) > 2 and self._samples[1][0] <= now - ESTIMATE_SECONDS:
            self._samples.popleft()

    def bytes_per_second(self) -> float:
        """Return the speed over the last 3 s."""
        return self._average(SPEED_SECONDS)

    def seconds_left(self, remaining: int) -> float | None:
        """Return the time left by the speed of the last 10 s; None in the first 3 s or at rest."""
        if self._samples[-1][0] - self._started_at < SETTLING_SECONDS:
            return None
        speed = self._average(ESTIMATE_SECONDS)
        return remaining / speed if speed > 0 else None

    def idle_seconds(self, now: float) -> float:
        """Return how long nothing has moved."""
        return now - self._moved_at

    def _average(self, window: float) -> float:
        newest_at, newest = self._samples[-1]
        oldest_at, oldest = next(
            (sample for sample in self._samples if sample[0] >= newest_at - window),
            self._samples[0],
        )
        elapsed = newest_at - oldest_at
        return (newest - oldest) / elapsed if elapsed > 0 else 0.0
