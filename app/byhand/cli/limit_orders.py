"""What a user can order about how fast bytes go, as values."""

from dataclasses import dataclass

from byhand.domain.limits import Schedule


@dataclass(frozen=True, slots=True)
class ShowLimits:
    """Show which limits hold: of one friend, or all of them."""

    friend: str | None = None


@dataclass(frozen=True, slots=True)
class LimitAll:
    """Say how fast bytes go and come, all together, 0 for no limit; None stays.

    `at_once`: how many transfers go to one friend at once.
    """

    up: int | None = None
    down: int | None = None
    at_once: int | None = None


@dataclass(frozen=True, slots=True)
class SetHours:
    """Say in which hours other limits hold for all, None for none."""

    schedule: Schedule | None


LimitOrder = ShowLimits | LimitAll | SetHours
