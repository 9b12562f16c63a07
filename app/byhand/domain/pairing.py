"""A pairing in person: two people read six digits to each other; what the user sees of it."""

from enum import StrEnum
from typing import NewType

from msgspec import Struct

from byhand.domain.friend import Friend

PairingId = NewType("PairingId", int)
"""Numbers the pairings of one run of the program."""

HALF_DIGITS = 6
"""How many digits each side reads out, and types."""
TRIES = 3
"""How often a half may be typed."""
WINDOW_SECONDS = 120.0
"""How long strangers may ask to be paired, once the user has opened the window for them."""


class PairingStage(StrEnum):
    """How far a pairing is; the last two are ends."""

    CONNECTING = "connecting"
    """The other side is being reached."""
    ASKED = "asked"
    """They want to be added: the user may pick them, or not."""
    WAITING = "waiting"
    """The user has picked them; they have not picked the user yet."""
    COMPARING = "comparing"
    """Both halves of the code are there: one is shown, the other is to be typed."""
    SETTLED_HERE = "settled_here"
    """The user has typed their half, or put it off; the other side has not yet."""
    DONE = "done"
    FAILED = "failed"


class PairingProblem(StrEnum):
    """Why a pairing came to nothing."""

    UNREACHABLE = "unreachable"
    NOT_READY = "not_ready"
    """They are there, but have not opened "Add a friend"."""
    WRONG_CODE = "wrong_code"
    """A half was typed wrong three times, or does not fit: somebody may be in between."""
    REFUSED = "refused"
    """The other user said no, or closed the dialog."""
    THEY_DIFFER = "they_differ"
    """The other user said that the numbers do not fit."""
    LOST = "lost"
    TIMEOUT = "timeout"
    TOO_MANY = "too_many"
    """Three in a window, or five in ten minutes: it is closed for now."""
    OURSELVES = "ourselves"
    KEY_CHANGED = "key_changed"
    """One of their keys belongs to another friend."""
    PROTOCOL = "protocol"


class Pairing(Struct, frozen=True):
    """One pairing, or the later verification of `friend`; names as the other side proposes them.

    `shown` holds the six digits to read out, once there are any. `nearby_key` is whom the user
    picked. `has_other_settled`: the other user has typed our half already, or put it off;
    `has_other_put_off`: the latter.
    """

    id: PairingId
    stage: PairingStage
    name: str
    computer: str = ""
    friend: Friend | None = None
    nearby_key: str = ""
    shown: str = ""
    tries_left: int = TRIES
    has_other_settled: bool = False
    has_other_put_off: bool = False
    problem: PairingProblem | None = None

    @property
    def is_final(self) -> bool:
        """Say whether it is over."""
        return self.stage in (PairingStage.DONE, PairingStage.FAILED)


class PairingWindow(Struct, frozen=True):
    """Whether people nearby may ask to be paired; `open_until` in Unix seconds, 0 when closed.

    `is_warned`: it was closed because too many attempts came, as from somebody in between.
    """

    open_until: float = 0.0
    is_warned: bool = False
