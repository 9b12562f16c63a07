"""How long somebody is left alone, by a clock of our own."""

from byhand.service.back_off import AFTER_DECLINES, AFTER_REFUSALS, BackOff
from tests.helpers.clock import Clock
from tests.helpers.people import keys_of

ANNA, MAREK = keys_of("a").friend_id, keys_of("m").friend_id


def waits(back_off: BackOff, clock: Clock) -> float:
    """Return for how many whole seconds a friend is left alone from now on."""
    started_at = clock.now
    while back_off.is_waiting(ANNA):
        clock.now += 1.0
    return clock.now - started_at


def test_each_decline_after_a_wait_makes_the_next_one_longer() -> None:
    clock = Clock()
    declines = BackOff(clock, AFTER_DECLINES)
    seen = []
    for _ in range(5):
        declines.refused(ANNA)
        seen.append(waits(declines, clock))
    assert seen == [10.0, 60.0, 600.0, 600.0, 600.0]


def test_several_declines_at_once_are_one() -> None:
    clock = Clock()
    declines = BackOff(clock, AFTER_DECLINES)
    for _ in range(3):
        declines.refused(ANNA)
    assert waits(declines, clock) == 10.0
    declines.refused(ANNA)
    assert waits(declines, clock) == 60.0


def test_an_accept_begins_anew() -> None:
    clock = Clock()
    declines = BackOff(clock, AFTER_DECLINES)
    declines.refused(ANNA)
    declines.accepted(ANNA)
    assert not declines.is_waiting(ANNA)
    declines.refused(ANNA)
    assert waits(declines, clock) == 10.0


def test_friends_are_left_alone_each_on_their_own() -> None:
    back_off = BackOff(Clock(), AFTER_REFUSALS)
    back_off.refused(ANNA)
    back_off.accepted(MAREK)
    assert back_off.is_waiting(ANNA)
    assert not back_off.is_waiting(MAREK)


def test_in_ten_minutes_of_refusals_a_friend_is_asked_few_times() -> None:
    clock = Clock()
    refusals = BackOff(clock, AFTER_REFUSALS)
    ends_at, asked = clock.now + 600.0, 0
    while clock.now < ends_at:
        asked += 1
        refusals.refused(ANNA)
        waits(refusals, clock)
    assert asked <= 7
