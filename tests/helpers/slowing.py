"""Transfers that do one thing for some seconds, by a clock that is passed in."""

from dataclasses import dataclass, field

from byhand.domain.bottleneck import WINDOW_SECONDS, Activity
from byhand.domain.stopwatch import Stopwatch
from byhand.engine.bandwidth import Bucket
from byhand.service.slowing import Slowing

SECOND = 10**9


@dataclass
class _Clock:
    nanoseconds: int = 0

    def __call__(self) -> int:
        return self.nanoseconds


@dataclass
class Busy:
    """Something that lanes carry, and that is looked at twice a second."""

    slowing: Slowing
    bucket: Bucket = field(default_factory=Bucket)

    def __post_init__(self) -> None:
        self._clock = _Clock()
        self.watch = Stopwatch(self._clock)

    def go_on(self, activity: Activity, seconds: float = WINDOW_SECONDS) -> None:
        """Do one thing for so long, by default until nothing else counts."""
        self.watch.switch(activity)
        for _ in range(round(2 * seconds) + 1):
            self.slowing.look(self._clock.nanoseconds / SECOND, self)
            self._clock.nanoseconds += SECOND // 2
