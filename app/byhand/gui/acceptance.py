"""How an offer is accepted."""

from msgspec import Struct


class Acceptance(Struct, frozen=True):
    """Into which folder; what of it, as ranges [start, count, …] of entries, None for all.

    `updates`: a folder of that name that is there is brought up to date. `takes_part`: it is
    passed on to others who are offered it, too, and comes from them.
    """

    folder: str
    chosen: tuple[int, ...] | None = None
    updates: bool = False
    takes_part: bool = True
