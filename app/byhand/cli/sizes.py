"""Sizes, speeds and counts as people type them on the command line."""

from argparse import ArgumentTypeError
from collections.abc import Callable

from byhand.domain.amounts import amount_meant
from byhand.domain.limits import RateLimits, at_once_meant, rate_meant
from byhand.errors import UsageError

NO_LIMIT = 0
"""What “none” means where a speed is typed."""


def size_typed(text: str) -> int:
    """Return the bytes of "500MB", "2 GB" or "1000"; ArgumentTypeError for anything else."""
    return _typed(amount_meant, text)


def rate_typed(text: str) -> int:
    """Return the bytes a second of "10MB" or "1.5MiB/s"; ArgumentTypeError for anything else."""
    return _typed(rate_meant, text)


def limit_typed(text: str) -> int:
    """Return the bytes a second of a limit, or NO_LIMIT of "none"; ArgumentTypeError."""
    return NO_LIMIT if text.strip().lower() == "none" else rate_typed(text)


def at_once_typed(text: str) -> int:
    """Return how many transfers at once "3" means; ArgumentTypeError for what cannot be."""
    return _typed(at_once_meant, text)


def number_typed(text: str) -> float:
    """Return a number; ArgumentTypeError."""
    try:
        return float(text)
    except ValueError as exc:
        raise ArgumentTypeError(f"“{text}” is no number") from exc


def seconds_typed(text: str) -> float:
    """Return how many seconds "1.5" means; ArgumentTypeError for what cannot be."""
    seconds = number_typed(text)
    if not seconds >= 0:
        raise ArgumentTypeError(f"“{text}” is less than 0")
    return seconds


def count_typed(text: str) -> int:
    """Return a whole number, 1 or more; ArgumentTypeError."""
    try:
        count = int(text)
    except ValueError as exc:
        raise ArgumentTypeError(f"“{text}” is no whole number") from exc
    if count < 1:
        raise ArgumentTypeError(f"“{text}” is less than 1")
    return count


def changed_limits(limits: RateLimits, up: int | None, down: int | None) -> RateLimits:
    """Return limits with what was typed of them; None stays, NO_LIMIT lifts."""
    return RateLimits(_changed(limits.up, up), _changed(limits.down, down))


def _changed(limit: int | None, typed: int | None) -> int | None:
    if typed is None:
        return limit
    return None if typed == NO_LIMIT else typed


def _typed(meant: Callable[[str], int], text: str) -> int:
    try:
        return meant(text)
    except UsageError as exc:
        raise ArgumentTypeError(str(exc).removesuffix(".")) from exc
