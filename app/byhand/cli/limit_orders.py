"""What a user can order about how fast bytes go, as values."""

from msgspec import Struct

from byhand.domain.limits import Schedule


class ShowLimits(Struct, frozen=True):
    """Show which limits hold: of one friend, or all of them."""

    friend: str | None = None


class LimitAll(Struct, frozen=True):
    """Say how fast bytes go and come, all together, 0 for no limit; None stays.

    `at_once`: how many transfers go to one friend at once.
    """

    up: int | None = None
    down: int | None = None
    at_once: int | None = None


class SetHours(Struct, frozen=True):
    """Say in which hours other limits hold for all, None for none."""

    schedule: Schedule | None


LimitOrder = ShowLimits | LimitAll | SetHours
