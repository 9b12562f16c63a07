"""Which limits hold when, and how they are typed."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byhand.domain.limits import (
    EVERY_DAY,
    LOWEST_RATE,
    MINUTES_A_DAY,
    UNLIMITED,
    RateLimits,
    Schedule,
    clock_meant,
    clock_written,
    exact_rate,
    judged_limits,
    judged_schedule,
    limits_at,
    rate_meant,
)
from byhand.errors import UsageError

USUAL = RateLimits(up=50_000)
OTHER = RateLimits(up=20_000, down=30_000)
MONDAY = datetime(2024, 1, 1)  # noqa: DTZ001 - the local clock has no zone here
MONDAYS, FRIDAYS, SUNDAYS = 0b0000001, 0b0010000, 0b1000000
MINUTES = st.integers(0, MINUTES_A_DAY - 1)
SCHEDULES = st.builds(Schedule, st.just(OTHER), MINUTES, MINUTES, st.integers(1, EVERY_DAY))


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """Return a moment of the week that begins with Monday, day 0."""
    return MONDAY + timedelta(days=day, hours=hour, minutes=minute)


def test_without_a_schedule_the_usual_limits_hold() -> None:
    assert limits_at(USUAL, None, at(0, 12)) == USUAL


@pytest.mark.parametrize(
    ("moment", "limits"),
    [
        *((at(0, 7, 59), USUAL), (at(0, 8), OTHER), (at(0, 17, 59), OTHER), (at(0, 18), USUAL)),
        *((at(1, 12), USUAL), (at(4, 12), OTHER), (at(7, 8), OTHER)),
    ],
)
def test_other_limits_hold_within_the_hours_of_their_days(
    moment: datetime, limits: RateLimits
) -> None:
    working = Schedule(OTHER, 8 * 60, 18 * 60, MONDAYS | FRIDAYS)
    assert limits_at(USUAL, working, moment) == limits


@pytest.mark.parametrize(
    ("moment", "limits"),
    [
        *((at(6, 21, 59), USUAL), (at(6, 22), OTHER), (at(7, 0), OTHER), (at(7, 5, 59), OTHER)),
        *((at(7, 6), USUAL), (at(6, 3), USUAL), (at(8, 3), USUAL)),
    ],
)
def test_hours_over_midnight_belong_to_the_day_on_which_they_begin(
    moment: datetime, limits: RateLimits
) -> None:
    night = Schedule(OTHER, 22 * 60, 6 * 60, SUNDAYS)
    assert limits_at(USUAL, night, moment) == limits


def test_hours_that_end_when_they_begin_last_a_whole_day() -> None:
    whole = Schedule(OTHER, 9 * 60, 9 * 60, MONDAYS)
    assert not whole.holds_at(at(0, 8, 59))
    assert whole.holds_at(at(0, 9))
    assert whole.holds_at(at(1, 8, 59))
    assert not whole.holds_at(at(1, 9))


@given(SCHEDULES)
def test_a_week_has_as_many_minutes_of_it_as_the_schedule_says(schedule: Schedule) -> None:
    minutes = (schedule.to_minute - schedule.from_minute) % MINUTES_A_DAY or MINUTES_A_DAY
    days = [day for day in range(7) if schedule.days >> day & 1]
    week = {
        (day * MINUTES_A_DAY + schedule.from_minute + minute) % (7 * MINUTES_A_DAY)
        for day in days
        for minute in range(minutes)
    }
    held = {
        minute
        for minute in range(7 * MINUTES_A_DAY)
        if schedule.holds_at(MONDAY + timedelta(minutes=minute))
    }
    assert held == week


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        *(("10MB", 10_000_000), ("10 MB/s", 10_000_000), ("1.5MiB", 3 * 2**19)),
        *(("1.5 MiB /s", 3 * 2**19), ("10k", 10_000), (" 500 kB/s ", 500_000)),
    ],
)
def test_a_speed_is_what_people_mean(text: str, rate: int) -> None:
    assert rate_meant(text) == rate


@pytest.mark.parametrize("text", ["", "0", "fast", "10 Mbit/s", "10MB/h", "/s", "10MB/s/s", "-1MB"])
def test_anything_else_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(UsageError, match="10MB"):
        rate_meant(text)


@pytest.mark.parametrize("text", ["1", "9999", "9.9 kB/s"])
def test_a_speed_at_which_nothing_would_seem_to_move_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="10 kB/s"):
        rate_meant(text)


@given(st.integers(LOWEST_RATE, 2**62))
def test_a_speed_that_is_written_means_the_same(rate: int) -> None:
    assert rate_meant(exact_rate(rate)) == rate


@given(MINUTES)
def test_a_time_of_the_day_that_is_written_means_the_same(minute: int) -> None:
    assert clock_meant(f" {clock_written(minute)} ") == minute


def test_a_day_ends_at_midnight() -> None:
    assert clock_meant("24:00") == 0


@pytest.mark.parametrize("text", ["", "7", "24:01", "12:60", "-1:00", "1:2", "٢:٠٠"])
def test_what_is_no_time_of_the_day_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(UsageError, match="06:30"):
        clock_meant(text)


def test_limits_that_can_be_kept_are_returned() -> None:
    assert judged_limits(UNLIMITED) == UNLIMITED
    assert judged_limits(OTHER) == OTHER
    assert judged_schedule(None) is None
    assert judged_schedule(Schedule(OTHER, 0, 0)) == Schedule(OTHER, 0, 0)


@pytest.mark.parametrize("rate", [-1, 0, LOWEST_RATE - 1, 2**62 + 1])
def test_limits_that_cannot_be_kept_are_refused(rate: int) -> None:
    for limits in (RateLimits(up=rate), RateLimits(down=rate)):
        with pytest.raises(UsageError):
            judged_limits(limits)
        with pytest.raises(UsageError):
            judged_schedule(Schedule(limits, 0, 0))


@pytest.mark.parametrize(
    "schedule",
    [
        *(Schedule(OTHER, -1, 0), Schedule(OTHER, 0, MINUTES_A_DAY), Schedule(OTHER, 0, 0, 0)),
        *(Schedule(OTHER, 0, 0, EVERY_DAY + 1), Schedule(OTHER, 0, 0, -1)),
    ],
)
def test_hours_that_no_day_has_are_refused(schedule: Schedule) -> None:
    with pytest.raises(UsageError):
        judged_schedule(schedule)
