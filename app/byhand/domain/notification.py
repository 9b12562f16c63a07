"""What the desktop tells the user while they look elsewhere."""

from enum import StrEnum


class Telling(StrEnum):
    """What notifications say; without names nobody who looks over a shoulder learns who it is."""

    EVERYTHING = "everything"
    NO_NAMES = "no-names"
    NOTHING = "nothing"
