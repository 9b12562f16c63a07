"""What a transfer is and which states may follow which (PROTOCOL.md, section 11)."""

from collections.abc import Iterable
from enum import IntEnum, StrEnum
from typing import NewType

from msgspec import Struct
from msgspec.structs import replace

from byhand.domain.codes import Code
from byhand.domain.identity import FriendId
from byhand.domain.limits import UNLIMITED, RateLimits
from byhand.errors import LocalProtocolError

TransferId = NewType("TransferId", bytes)
"""16 random bytes, chosen by the sender."""


class Direction(StrEnum):
    """Which way the bytes go."""

    OUTGOING = "outgoing"
    INCOMING = "incoming"


class TransferState(StrEnum):
    """Where a transfer stands; the values are the names that scripts see."""

    SCANNING = "scanning"
    QUEUED = "queued"
    OFFERED = "offered"
    CHECKING = "checking"
    ACTIVE = "active"
    PAUSED = "paused"
    STALLED = "stalled"
    BLOCKED = "blocked"
    CLOSING = "closing"
    FINALIZING = "finalizing"
    DONE = "done"
    PARTLY_DONE = "partly_done"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    FAILED = "failed"


_S = TransferState

FINAL_STATES = frozenset(
    {_S.DONE, _S.PARTLY_DONE, _S.DECLINED, _S.WITHDRAWN, _S.EXPIRED, _S.CANCELLED, _S.FAILED}
)

HELD_STATES = frozenset({_S.PAUSED, _S.STALLED, _S.BLOCKED})
"""Accepted, and going on by itself: resumed, once the friend is back, once the disk has room."""

_MOVING = HELD_STATES | {_S.ACTIVE}
_GIVEN_UP = frozenset({_S.EXPIRED, _S.CANCELLED, _S.FAILED})
_OUTGOING_MOVES = _MOVING | _GIVEN_UP | {_S.CLOSING, _S.QUEUED, _S.DONE, _S.PARTLY_DONE}
_INCOMING_MOVES = _MOVING | _GIVEN_UP | {_S.FINALIZING, _S.OFFERED}

OUTGOING_TRANSITIONS: dict[TransferState, frozenset[TransferState]] = {
    _S.SCANNING: _GIVEN_UP | {_S.QUEUED, _S.OFFERED, _S.DECLINED},
    _S.QUEUED: _MOVING | _GIVEN_UP | {_S.SCANNING, _S.OFFERED, _S.DECLINED, _S.WITHDRAWN},
    _S.OFFERED: _MOVING | _GIVEN_UP | {_S.QUEUED, _S.DECLINED, _S.WITHDRAWN},
    # Offered afresh, that is QUEUED, if the friend does not know it any more.
    **{state: _OUTGOING_MOVES - {state} for state in _MOVING | {_S.CLOSING}},
}

INCOMING_TRANSITIONS: dict[TransferState, frozenset[TransferState]] = {
    _S.OFFERED: _GIVEN_UP | {_S.CHECKING, _S.DECLINED, _S.WITHDRAWN},
    _S.CHECKING: _MOVING | _GIVEN_UP | {_S.OFFERED, _S.WITHDRAWN},
    # OFFERED once more, if the friend does not know any more that it was accepted.
    **{state: _INCOMING_MOVES - {state} for state in _MOVING},
    _S.FINALIZING: _MOVING | {_S.DONE, _S.PARTLY_DONE, _S.CANCELLED, _S.FAILED},
}

TRANSITIONS = {
    Direction.OUTGOING: OUTGOING_TRANSITIONS,
    Direction.INCOMING: INCOMING_TRANSITIONS,
}


def moving_state(*, is_paused: bool, is_here: bool, is_blocked: bool) -> TransferState:
    """Return where an accepted transfer stands; of several reasons to wait the user's own first."""
    if is_paused:
        return TransferState.PAUSED
    if not is_here:
        return TransferState.STALLED
    return TransferState.BLOCKED if is_blocked else TransferState.ACTIVE


def end_by(code: Code) -> TransferState:
    """Return how a transfer ends that either side gives up, by the reason that it tells."""
    return _ENDS.get(code, TransferState.FAILED)


def end_of_files(done: int, given_up: Iterable[Code]) -> tuple[TransferState, Code]:
    """Return how a transfer ends, and why: so many files are done, the others given up.

    `given_up` has the reason for each of these; CANCELLED is nobody's failure.
    """
    codes = set(given_up)
    if not codes:
        return TransferState.DONE, Code.OK
    if done:
        return TransferState.PARTLY_DONE, Code.OK
    failures = sorted(codes - {Code.CANCELLED})
    if failures:
        return TransferState.FAILED, failures[0]
    return TransferState.CANCELLED, Code.CANCELLED


_ENDS = {
    Code.OK: TransferState.CANCELLED,
    Code.CANCELLED: TransferState.CANCELLED,
    Code.EXPIRED: TransferState.EXPIRED,
}


class EntryState(IntEnum):
    """Where one file of a transfer stands (PROTOCOL.md, section 11)."""

    WAITING = 0
    PARTIAL = 1
    COMPLETE = 2
    DONE = 3
    SKIPPED = 4
    NOT_CHOSEN = 5
    FAILED = 6
    CANCELLED = 7


class Standing(Struct, frozen=True):
    """Where one file stands, why, and how many of its bytes are there while it is PARTIAL."""

    state: EntryState
    code: Code = Code.OK
    bytes: int = 0


class FileProblem(Struct, frozen=True):
    """A file that could not be handed over: its path inside the offer and why."""

    path: str
    code: Code


class Compared(Struct, frozen=True):
    """How many files of an offer are new, changed or identical beside a folder that is here."""

    new: int
    changed: int
    identical: int


class Transfer(Struct, frozen=True):
    """A transfer as everybody above the service sees it.

    `total_files` and `total_bytes` are what has been counted so far; they are final once
    `is_counted`. `folder` is where it is saved (incoming) or came from (outgoing);
    `saved_paths` are the finished top-level items. `ended_by_me` tells who cancelled;
    `accepted_by_policy` that nobody was asked. Once it is accepted the totals are of what was
    chosen. `place` orders the queue, the lowest first. `is_text`: it is shown, not saved.
    `is_put_off`: the receiver decides later. `code` says why it failed, or is BLOCKED. `limits`
    are its own. `compared`: a folder of the offered one's name is here already. `again_of` is an
    earlier transfer of which this one repeats some. `others_first`: the sender lets others to the
    same friend go before; it says so to the receiver. `programs`: how many of the files offered
    to us run something when they are opened, or act before. `digest` names what exactly is offered
    to us, once that is counted: another one is another offer. `has_many_entries`: a disk, and
    whoever looks through it, will feel how many files and folders it is. `others`: how many
    others it was offered to together with us, who may pass it on to each other.
    """

    id: TransferId
    direction: Direction
    friend_id: FriendId
    title: str
    state: TransferState
    created_at: float
    total_files: int = 0
    total_bytes: int = 0
    is_counted: bool = False
    is_folder: bool = False
    folder: str = ""
    saved_paths: tuple[str, ...] = ()
    done_files: int = 0
    failed_files: int = 0
    problems: tuple[FileProblem, ...] = ()
    code: Code = Code.OK
    missing_bytes: int = 0
    ended_by_me: bool = False
    accepted_by_policy: bool = False
    ended_at: float = 0.0
    note: str = ""
    place: float = 0.0
    is_text: bool = False
    is_put_off: bool = False
    paused_by_me: bool = False
    paused_by_friend: bool = False
    limits: RateLimits = UNLIMITED
    compared: Compared | None = None
    again_of: TransferId | None = None
    others_first: bool = False
    programs: int = 0
    has_many_entries: bool = False
    digest: bytes = b""
    others: int = 0

    @property
    def awaits_turn(self) -> bool:
        """Say whether it would move if it were its turn."""
        return self.others_first and self.state is TransferState.ACTIVE

    @property
    def is_moving(self) -> bool:
        """Say whether nothing holds it, and it is its turn."""
        return self.state is TransferState.ACTIVE and not self.others_first

    @property
    def is_paused(self) -> bool:
        """Say whether either side holds it."""
        return self.paused_by_me or self.paused_by_friend

    @property
    def is_final(self) -> bool:
        """Say whether nothing will happen any more."""
        return self.state in FINAL_STATES

    def ended(self, state: TransferState, code: Code, now: float) -> "Transfer":
        """Return the transfer in a final state, `now` in Unix seconds; raises as `moved_to`."""
        moved = self.moved_to(state)
        return replace(moved, code=code, ended_at=now, others_first=False)

    def moved_to(self, state: TransferState) -> "Transfer":
        """Return the transfer in another state; LocalProtocolError if the table forbids it."""
        if state not in TRANSITIONS[self.direction].get(self.state, frozenset()):
            raise LocalProtocolError(f"{self.state.name} cannot become {state.name}")
        return replace(self, state=state)
