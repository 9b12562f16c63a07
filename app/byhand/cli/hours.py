"""Hours and days of the week as people type them on the command line."""

import re

import typer

from byhand.domain.limits import DAYS, MINUTES_A_DAY

_CLOCK = re.compile(r"([0-9]{1,2}):([0-5][0-9])")


def hours_typed(text: str) -> tuple[int, int]:
    """Return the minutes of the day of "22:00-06:00"; typer.BadParameter."""
    begin, _, end = text.partition("-")
    minutes = (_minute(begin), _minute(end))
    if max(minutes) > MINUTES_A_DAY:
        raise typer.BadParameter(f"“{text}” are no hours: write them like 22:00-06:00, or none")
    return minutes[0] % MINUTES_A_DAY, minutes[1] % MINUTES_A_DAY


def days_typed(text: str) -> int:
    """Return a bit for each day of "mon-fri,sun", the lowest for Monday; typer.BadParameter."""
    days = 0
    for part in text.lower().split(","):
        first, is_range, last = (each.strip() for each in part.partition("-"))
        if first not in DAYS or (is_range and last not in DAYS):
            raise typer.BadParameter(f"“{text}” are no days: write them like mon-fri or sat,sun")
        begin = DAYS.index(first)
        length = (DAYS.index(last) - begin) % len(DAYS) if is_range else 0
        for day in range(begin, begin + length + 1):
            days |= 1 << day % len(DAYS)
    return days


def _minute(text: str) -> int:
    """Return a minute of the day, more than there are for none."""
    match = _CLOCK.fullmatch(text.strip())
    return 60 * int(match[1]) + int(match[2]) if match else MINUTES_A_DAY + 1
