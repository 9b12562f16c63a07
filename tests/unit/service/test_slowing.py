"""What both ends of a transfer say holds them up, and what comes of it."""

from dataclasses import dataclass, field

import pytest

from byhand.domain.bottleneck import Activity, Bottleneck
from byhand.domain.stopwatch import Stopwatch
from byhand.domain.transfer import Direction
from byhand.engine.bandwidth import Bucket
from byhand.service.slowing import Slowing

SECOND = 10**9


class Clock:
    now = 0

    def __call__(self) -> int:
        return self.now


@dataclass
class Pieces:
    clock: Clock = field(default_factory=Clock)
    bucket: Bucket = field(default_factory=Bucket)

    def __post_init__(self) -> None:
        self.watch = Stopwatch(self.clock)

    def are_looked_at(self, slowing: Slowing, seconds: int) -> None:
        for _ in range(2 * seconds + 1):
            slowing.look(self.clock.now / SECOND, self)
            self.clock.now += SECOND // 2


def slowed(direction: Direction, activity: Activity) -> Slowing:
    """Return what has been doing one thing for four seconds."""
    slowing, pieces = Slowing(direction), Pieces()
    pieces.watch.switch(activity)
    pieces.are_looked_at(slowing, 4)
    return slowing


def here(slowing: Slowing) -> Activity:
    return slowing.here


@pytest.mark.parametrize("direction", list(Direction))
def test_who_waits_goes_by_what_the_other_end_says(direction: Direction) -> None:
    slowing = slowed(direction, Activity.WIRE)
    assert slowing.bottleneck() is None
    slowing.hear(Activity.DISK)
    assert slowing.bottleneck() is Bottleneck.DISK_THERE
    slowing.hear(Activity.WIRE)
    assert slowing.bottleneck() is Bottleneck.NETWORK


def test_between_two_who_work_it_is_the_sender() -> None:
    outgoing = slowed(Direction.OUTGOING, Activity.DISK)
    incoming = slowed(Direction.INCOMING, Activity.DISK)
    outgoing.hear(Activity.LIMIT)
    incoming.hear(Activity.LIMIT)
    assert outgoing.bottleneck() is Bottleneck.DISK_HERE
    assert incoming.bottleneck() is Bottleneck.LIMIT_THERE


def test_what_an_other_end_says_that_we_do_not_know_is_nothing() -> None:
    slowing = slowed(Direction.OUTGOING, Activity.WIRE)
    slowing.hear(99)
    assert slowing.bottleneck() is None


def test_what_has_stopped_is_measured_anew_and_nothing_said_before_counts() -> None:
    slowing = slowed(Direction.INCOMING, Activity.WIRE)
    slowing.hear(Activity.WIRE)
    slowing.stop()
    assert here(slowing) is Activity.IDLE
    assert slowing.bottleneck() is None
    pieces = Pieces()
    pieces.watch.switch(Activity.WIRE)
    pieces.are_looked_at(slowing, 4)
    assert here(slowing) is Activity.WIRE
    assert slowing.bottleneck() is None
