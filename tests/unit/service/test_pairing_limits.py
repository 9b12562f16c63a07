import pytest

from byhand.domain.identity import FriendId
from byhand.domain.pairing import WINDOW_SECONDS
from byhand.service.pairing_limits import (
    ASKS_A_FRIEND,
    ASKS_A_WINDOW,
    RUNS_A_WINDOW,
    RUNS_AT_ALL,
    RUNS_SECONDS,
    PairingLimits,
)
from tests.helpers.clock import Clock

ANNA, MAREK = FriendId(b"\1" * 32), FriendId(b"\2" * 32)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def limits(clock: Clock) -> PairingLimits:
    return PairingLimits(clock)


def run(limits: PairingLimits, times: int = 1, *, went_well: bool = False) -> None:
    """Runs that may begin, and end."""
    for _ in range(times):
        assert limits.may_run
        limits.count()
        limits.end_run(went_well=went_well)


def test_the_window_is_closed_until_it_is_opened(limits: PairingLimits) -> None:
    assert limits.seconds_left == 0
    assert not limits.is_warned
    assert limits.may_run


def test_the_window_is_open_for_120_seconds(limits: PairingLimits, clock: Clock) -> None:
    limits.open()
    assert limits.seconds_left == WINDOW_SECONDS == 120
    clock.now += 119.5
    assert limits.seconds_left == 0.5
    clock.now += 0.5
    assert limits.seconds_left == 0


def test_opening_an_open_window_keeps_it_open_longer(limits: PairingLimits, clock: Clock) -> None:
    limits.open()
    clock.now += 100
    limits.open()
    assert limits.seconds_left == 120


def test_closing_closes(limits: PairingLimits) -> None:
    limits.open()
    limits.close()
    assert limits.seconds_left == 0
    assert not limits.is_warned


def test_three_runs_a_window_then_it_is_closed_with_a_warning(limits: PairingLimits) -> None:
    limits.open()
    run(limits, RUNS_A_WINDOW - 1)
    assert limits.seconds_left
    run(limits)
    assert limits.seconds_left == 0
    assert limits.is_warned


def test_during_the_third_run_no_other_may_begin(limits: PairingLimits) -> None:
    limits.open()
    run(limits, RUNS_A_WINDOW - 1)
    limits.count()
    assert not limits.may_run


def test_opening_again_during_the_third_run_is_no_reason_to_warn(
    limits: PairingLimits, clock: Clock
) -> None:
    limits.open()
    run(limits, RUNS_A_WINDOW - 1)
    limits.count()
    clock.now += 10
    limits.open()
    assert limits.seconds_left == 110
    assert not limits.is_warned


def test_a_third_run_that_went_well_closes_without_a_warning(limits: PairingLimits) -> None:
    limits.open()
    run(limits, RUNS_A_WINDOW, went_well=True)
    assert limits.seconds_left == 0
    assert not limits.is_warned


def test_opening_again_while_it_is_open_gives_no_further_runs(limits: PairingLimits) -> None:
    limits.open()
    run(limits, RUNS_A_WINDOW - 1)
    limits.open()
    run(limits)
    assert limits.is_warned


def test_five_runs_in_ten_minutes_are_all(limits: PairingLimits, clock: Clock) -> None:
    limits.open()
    run(limits, 3)
    limits.open()
    run(limits, 2)
    for _ in range(3):
        limits.open()
        assert limits.seconds_left == 0
        assert limits.is_warned
        assert not limits.may_run
    clock.now += RUNS_SECONDS - 0.5
    limits.open()
    assert limits.is_warned
    clock.now += 0.5
    limits.open()
    assert limits.seconds_left
    assert not limits.is_warned


def test_runs_outside_a_window_count_too(limits: PairingLimits) -> None:
    run(limits, RUNS_AT_ALL)
    assert not limits.may_run
    assert limits.is_warned


def test_runs_fall_out_of_the_ten_minutes_one_by_one(limits: PairingLimits, clock: Clock) -> None:
    for _ in range(RUNS_AT_ALL):
        run(limits)
        clock.now += 60
    clock.now += RUNS_SECONDS - RUNS_AT_ALL * 60
    run(limits)
    assert not limits.may_run
    clock.now += 60
    assert limits.may_run


def test_a_window_closed_by_time_has_no_warning_and_the_next_has_three_runs(
    limits: PairingLimits, clock: Clock
) -> None:
    limits.open()
    run(limits, 2)
    clock.now += WINDOW_SECONDS
    assert not limits.is_warned
    limits.open()
    run(limits, 2)
    assert limits.seconds_left


def test_strangers_may_ask_twenty_times_a_window(limits: PairingLimits) -> None:
    limits.open()
    assert all(limits.stranger_asks() for _ in range(ASKS_A_WINDOW))
    assert not limits.stranger_asks()
    assert limits.is_warned
    limits.open()
    assert limits.stranger_asks()


def test_a_friend_may_ask_five_times_in_ten_minutes(limits: PairingLimits, clock: Clock) -> None:
    assert all(limits.friend_asks(ANNA) for _ in range(ASKS_A_FRIEND))
    assert not limits.friend_asks(ANNA)
    assert limits.friend_asks(MAREK)
    clock.now += RUNS_SECONDS
    assert limits.friend_asks(ANNA)
