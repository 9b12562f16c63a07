"""What slows one transfer down: measured at this end, and told by the other one."""

from typing import Protocol

from byhand.domain.bottleneck import (
    Activity,
    ActivityWindow,
    Bottleneck,
    activity_known,
    bottleneck,
)
from byhand.domain.stopwatch import Stopwatch
from byhand.domain.transfer import Direction
from byhand.engine.bandwidth import Bucket


class Measured(Protocol):
    """What lanes carry: where its time goes, and the limit that holds for it here."""

    watch: Stopwatch
    bucket: Bucket


class Slowing:
    """Looks at one transfer twice a second, and compares what both ends are held up by."""

    def __init__(self, direction: Direction) -> None:
        self._is_sender = direction is Direction.OUTGOING
        self._window = ActivityWindow()
        self._theirs = Activity.IDLE

    @property
    def here(self) -> Activity:
        """What holds this end up; IDLE while that is not clear. The other side is told."""
        return self._window.activity

    def look(self, now: float, measured: Measured) -> None:
        """Note what time went to by `now` (monotonic seconds)."""
        self._window.record(now, measured.watch.spent())

    def hear(self, number: int) -> None:
        """Take note of what holds the other end up, as STATUS says it."""
        self._theirs = activity_known(number)

    def stop(self) -> None:
        """Forget all of it: nothing moves any more."""
        self._window.clear()
        self._theirs = Activity.IDLE

    def bottleneck(self) -> Bottleneck | None:
        """Return what slows it down; None while that is not clear."""
        ends = (self.here, self._theirs) if self._is_sender else (self._theirs, self.here)
        return bottleneck(*ends, is_sender=self._is_sender)
