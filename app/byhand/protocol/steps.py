"""What a handshake asks of whoever drives it, one step after the other."""

from dataclasses import dataclass
from enum import Enum, auto


class Claim(Enum):
    """What a first message has shown before answering it costs any Diffie-Hellman."""

    PAIR = auto()
    """It comes while our user wants to meet somebody nearby; it shows no secret."""
    INVITE = auto()
    """It names an open invite, whose secret it needs."""
    FRIEND = auto()
    """Whoever sent it knows our key: mac1 is right."""
    LANE = auto()
    """It has the tag of a lane that a live session announced."""


@dataclass(frozen=True, slots=True)
class Step:
    """What to do next: send these bytes, then receive exactly `wanted` (0: go on with b"").

    A `claim` comes once, from the answering side: going on means to compute for it.
    """

    send: bytes
    wanted: int
    claim: Claim | None = None
