"""A token bucket: how often something may happen, with a clock that is passed in."""


class TokenBucket:
    """Holds at most `burst` tokens and gains `rate` of them a second; starts full."""

    def __init__(self, rate: float, burst: float) -> None:
        self._rate = rate
        self._burst = burst
        self._tokens = burst
        self._filled_at: float | None = None

    @property
    def missing(self) -> float:
        """How many tokens are missing from a full bucket since the last `take`."""
        return self._burst - self._tokens

    def take(self, now: float, count: int = 1) -> bool:
        """Take tokens; return False if there are not so many. `now` in seconds, never falling."""
        if self._filled_at is not None:
            gained = (now - self._filled_at) * self._rate
            self._tokens = min(self._burst, self._tokens + gained)
        self._filled_at = now
        if self._tokens < count:
            return False
        self._tokens -= count
        return True

    def give_back(self) -> None:
        """Put one token back."""
        self._tokens = min(self._burst, self._tokens + 1)

    def seconds_until_next(self) -> float:
        """Return how long after the last `take` one token is there again."""
        return max(0.0, (1 - self._tokens) / self._rate)
