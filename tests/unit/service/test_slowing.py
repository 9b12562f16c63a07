"""What both ends of a transfer say holds them up, and what comes of it."""

import pytest

from byhand.domain.bottleneck import Activity, Bottleneck
from byhand.domain.transfer import Direction
from byhand.service.slowing import Slowing
from tests.helpers.slowing import Busy


def slowed(direction: Direction, activity: Activity) -> Slowing:
    """Return what is known of one that has been doing one thing for a while."""
    slowing = Slowing(direction)
    Busy(slowing).go_on(activity)
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
    Busy(slowing).go_on(Activity.WIRE)
    assert here(slowing) is Activity.WIRE
    assert slowing.bottleneck() is None
