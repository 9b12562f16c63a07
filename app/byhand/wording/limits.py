"""How limits on speed are said, and the hours in which they hold."""

from byhand.domain.limits import (
    EVERY_DAY,
    RateLimits,
    Schedule,
    clock_written,
    days_of,
    exact_rate,
)
from byhand.domain.text import filled
from byhand.wording.translation import Translate, plain


def limits_line(limits: RateLimits, translate: Translate = plain) -> str:
    """Return both limits in a line: "up 10 MB/s · down without a limit"."""
    up, down = (
        translate("wording", "without a limit") if rate is None else exact_rate(rate)
        for rate in (limits.up, limits.down)
    )
    return filled(translate("wording", "up {up} · down {down}"), up=up, down=down)


def at_once_line(count: int, translate: Translate = plain) -> str:
    """Return how many transfers go to a friend at once; those that are small wait for nobody."""
    return translate("wording", "Up to %n large transfer(s) to one friend at once", "", count)


def hours_line(schedule: Schedule, translate: Translate = plain) -> str:
    """Return the hours of a schedule: "From 22:00 to 06:00 every day", "… on mon, tue"."""
    hours = filled(
        translate("wording", "From {begin} to {end}"),
        begin=clock_written(schedule.from_minute),
        end=clock_written(schedule.to_minute),
    )
    if schedule.days == EVERY_DAY:
        return filled(translate("wording", "{hours} every day"), hours=hours)
    names = {
        "mon": translate("wording", "Monday"),
        "tue": translate("wording", "Tuesday"),
        "wed": translate("wording", "Wednesday"),
        "thu": translate("wording", "Thursday"),
        "fri": translate("wording", "Friday"),
        "sat": translate("wording", "Saturday"),
        "sun": translate("wording", "Sunday"),
    }
    days = ", ".join(names[day] for day in days_of(schedule))
    return filled(translate("wording", "{hours}, {days}"), hours=hours, days=days)
