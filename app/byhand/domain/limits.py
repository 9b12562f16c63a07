"""How fast bytes may go, in which hours at other speeds, and how many transfers at once."""

import re
from datetime import datetime

from msgspec import Struct

from byhand.domain.amounts import LARGEST_AMOUNT, amount_meant, exact_amount
from byhand.errors import UsageError

LOWEST_RATE = 10_000
"""Below it nobody could tell what goes from what has stalled."""
AT_ONCE = 3
MOST_AT_ONCE = 8
"""Of more at once the other side need not take any (PROTOCOL.md, section 13)."""
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
EVERY_DAY = 2 ** len(DAYS) - 1
MINUTES_A_DAY = 24 * 60
_CLOCK = re.compile(r"([0-9]{1,2}):([0-5][0-9])")


class RateLimits(Struct, frozen=True):
    """Bytes a second that may be sent and received; None is as fast as it goes."""

    up: int | None = None
    down: int | None = None


UNLIMITED = RateLimits()


class Schedule(Struct, frozen=True):
    """Hours in which other limits hold, by the local clock; minutes count from midnight.

    `days` has a bit for each day on which the hours begin, the lowest for Monday. Hours that
    do not end later than they begin run over midnight.
    """

    limits: RateLimits
    from_minute: int
    to_minute: int
    days: int = EVERY_DAY

    def holds_at(self, local: datetime) -> bool:
        """Say whether a moment of the local clock is within the hours."""
        minute, day = 60 * local.hour + local.minute, local.weekday()
        is_of_today = self._begins_on(day) and minute >= self.from_minute
        if self.from_minute < self.to_minute:
            return is_of_today and minute < self.to_minute
        return is_of_today or (self._begins_on(day - 1) and minute < self.to_minute)

    def _begins_on(self, day: int) -> bool:
        return bool(self.days >> day % len(DAYS) & 1)


def days_of(schedule: Schedule) -> list[str]:
    """Return the days on which a schedule's hours begin, as in DAYS."""
    return [day for number, day in enumerate(DAYS) if schedule.days >> number & 1]


def clock_written(minute: int) -> str:
    """Return a minute of the day as on a clock: "06:30"."""
    return f"{minute // 60:02}:{minute % 60:02}"


def clock_meant(text: str) -> int:
    """Return the minute of the day of "06:30"; "24:00" is midnight. UsageError for no time."""
    match = _CLOCK.fullmatch(text.strip())
    minute = 60 * int(match[1]) + int(match[2]) if match else MINUTES_A_DAY + 1
    if minute > MINUTES_A_DAY:
        raise UsageError(f"“{text}” is no time of the day: write it like 06:30.")
    return minute % MINUTES_A_DAY


def limits_at(usual: RateLimits, schedule: Schedule | None, local: datetime) -> RateLimits:
    """Return the limits that are in force at a moment of the local clock."""
    return schedule.limits if schedule is not None and schedule.holds_at(local) else usual


def rate_meant(text: str) -> int:
    """Return the bytes a second of "10MB" or "1.5 MiB/s"; UsageError for what cannot be."""
    try:
        rate = amount_meant(text.strip().removesuffix("/s"))
    except UsageError as exc:
        raise UsageError(f"“{text}” is no speed: write it like 500kB or 10MB.") from exc
    return _judged_rate(rate)


def exact_rate(rate: int) -> str:
    """Return a text that means exactly this many bytes a second: "10 MB/s"."""
    return f"{exact_amount(rate)}/s"


def at_once_meant(text: str) -> int:
    """Return how many transfers at once "3" means; UsageError for what cannot be."""
    typed = text.strip()
    return judged_at_once(int(typed) if typed.isdecimal() and len(typed) < 4 else 0)


def judged_at_once(count: int) -> int:
    """Return how many transfers may go to a friend at once; UsageError for what cannot be."""
    if not 1 <= count <= MOST_AT_ONCE:
        raise UsageError(f"To one friend go 1 to {MOST_AT_ONCE} transfers at once.")
    return count


def judged_limits(limits: RateLimits) -> RateLimits:
    """Return limits that can be kept; UsageError for others."""
    for rate in (limits.up, limits.down):
        if rate is not None:
            _judged_rate(rate)
    return limits


def judged_schedule(schedule: Schedule | None) -> Schedule | None:
    """Return a schedule that can be kept, or none; UsageError for others."""
    if schedule is None:
        return None
    if not 0 < schedule.days <= EVERY_DAY:
        raise UsageError("A schedule needs a day of the week on which its hours begin.")
    minutes = (schedule.from_minute, schedule.to_minute)
    if not all(0 <= minute < MINUTES_A_DAY for minute in minutes):
        raise UsageError("Hours lie between 00:00 and 23:59.")
    judged_limits(schedule.limits)
    return schedule


def _judged_rate(rate: int) -> int:
    if not LOWEST_RATE <= rate <= LARGEST_AMOUNT:
        raise UsageError(f"A limit is at least {exact_rate(LOWEST_RATE)}.")
    return rate
