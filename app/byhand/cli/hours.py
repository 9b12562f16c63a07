"""Hours and days of the week as people type them on the command line."""

from argparse import ArgumentTypeError

from byhand.domain.limits import DAYS, clock_meant
from byhand.errors import UsageError


def hours_typed(text: str) -> tuple[int, int]:
    """Return the minutes of the day of "22:00-06:00"; ArgumentTypeError."""
    begin, _, end = text.partition("-")
    try:
        return clock_meant(begin), clock_meant(end)
    except UsageError as exc:
        problem = f"“{text}” are no hours: write them like 22:00-06:00, or none"
        raise ArgumentTypeError(problem) from exc


def days_typed(text: str) -> int:
    """Return a bit for each day of "mon-fri,sun", the lowest for Monday; ArgumentTypeError."""
    days = 0
    for part in text.lower().split(","):
        first, is_range, last = (each.strip() for each in part.partition("-"))
        if first not in DAYS or (is_range and last not in DAYS):
            raise ArgumentTypeError(f"“{text}” are no days: write them like mon-fri or sat,sun")
        begin = DAYS.index(first)
        length = (DAYS.index(last) - begin) % len(DAYS) if is_range else 0
        for day in range(begin, begin + length + 1):
            days |= 1 << day % len(DAYS)
    return days
