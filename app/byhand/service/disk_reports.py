"""What the jobs on a disk tell the inbox of their transfer, beside Reported of what arrives."""

from msgspec import Struct

from byhand.domain.manifest import Totals
from byhand.domain.plan import Entered
from byhand.engine.arrival import Arrival
from byhand.engine.held_back import HeldBack
from byhand.errors import ByhandError
from byhand.service.arrivals import GivenUp
from byhand.service.part import Part


class Prepared(Struct, frozen=True):
    """There is a place to receive into: made now (`is_new`), or found again after a stop.

    What is received there is reported by `mark`. `totals` are those of what was chosen; `held`
    is what may be here already, `expected` as `roots_of_then` returns it; `part` is its part in
    a group.
    """

    mark: object
    arrival: Arrival
    held: HeldBack
    expected: bytes
    given_up: GivenUp
    totals: Totals
    is_new: bool
    part: Part


class NotRestored(Struct, frozen=True):
    """What was here before a stop is not to be found now; it may be later."""

    error: ByhandError


class Room(Struct, frozen=True):
    """The disk takes more again."""


class NotInPlace(Struct, frozen=True):
    """Nothing is saved: a file that was to stay where it was has changed, and is wanted now."""


class SpoiltTexts(Struct, frozen=True):
    """Nothing is saved: these have come, and are no texts."""

    entries: tuple[int, ...]


class Saved(Struct, frozen=True):
    """Everything is under its final name and on the disk; `places` as IncomingPlan.saved."""

    paths: tuple[str, ...]
    places: tuple[Entered, ...]
