"""What a running transfer needs of the rest of the service, and the orders it understands."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine

from msgspec import Struct
from msgspec.structs import replace

from byhand.domain.codes import Code
from byhand.domain.friend import Policy
from byhand.domain.identity import FriendId
from byhand.domain.limits import RateLimits
from byhand.domain.plan import Entered, IncomingPlan, StoredTransfer
from byhand.domain.transfer import Transfer, TransferId
from byhand.engine.journal_writer import JournalWriter
from byhand.engine.sending_lane import SendingLane
from byhand.errors import (
    ByhandError,
    ConnectionLostError,
    DiskFullError,
    FileTooLargeError,
    HashMismatchError,
    LocalProtocolError,
    NetworkError,
    OfferTooLargeError,
    ProtocolError,
    ReadOnlyError,
    SourceChangedError,
    SourceMissingError,
    StorageError,
    UnsafeNameError,
)
from byhand.protocol.messages import Offer
from byhand.protocol.resume_messages import SyncRow
from byhand.service.back_off import BackOff
from byhand.service.bandwidth_control import Flow
from byhand.service.friend_session import FriendSession
from byhand.service.group_sends import GroupSends
from byhand.service.lost_files import LostFiles
from byhand.service.memberships import Memberships
from byhand.service.queue import Queue
from byhand.service.transfer_memory import TransferMemory
from byhand.service.worker import Worker


class Surroundings(Struct, frozen=True):
    """The parts of the service that transfers use."""

    own_id: FriendId
    queue: Queue
    disk: Worker
    reading: Worker
    """For what may read whole files for minutes: nothing else waits for that."""
    spawn: Callable[[Coroutine[None, None, None]], asyncio.Task[None]]
    look_for: Callable[[FriendId], None]
    offer_next: Callable[[FriendId], None]
    ended: Callable[[TransferId], None]
    repeat_end: Callable[[FriendSession, SyncRow], None]
    """Says how a transfer has ended to a friend who has it unfinished."""
    turns_changed: Callable[[], None]
    """What may send now has to be looked at again."""
    journal_writer: JournalWriter
    memory: TransferMemory
    declines: BackOff
    """Friends whose offers the user declines."""
    refusals: BackOff
    """Friends who take no more offers of ours."""
    name_of: Callable[[FriendId], str]
    used: Callable[[FriendId], None]
    """Something goes to a friend, or comes from them."""
    policy_of: Callable[[FriendId], Policy | None]
    """Returns the policy by which a friend's offers are accepted by themselves, if any."""
    keeps_modes_of: Callable[[FriendId], bool]
    """Says whether files become executable here that a friend marks so."""
    clock: Callable[[], float]
    """Returns seconds that only ever grow."""
    flow_of: Callable[[Transfer], Flow]
    """Returns the buckets of a transfer that has not ended."""
    lost: LostFiles
    """What our user wants back of friends."""
    remembered: Callable[[TransferId], Awaitable[StoredTransfer | None]]
    """Returns any transfer that is listed or in the history; raises StorageError."""
    group_sends: GroupSends
    memberships: Memberships


class Synced(Struct, frozen=True):
    """The friend is there and has said what is unfinished: `theirs` is their word on this one."""

    session: FriendSession
    theirs: SyncRow | None


class Offered(Struct, frozen=True):
    """The friend offers it, for the first time or once more; it would come into `folder`."""

    session: FriendSession
    offer: Offer
    folder: str


class SessionReady(Struct, frozen=True):
    """The friend is there: an offer that was promised room may be made."""


class LaneOpened(Struct, frozen=True):
    """There is a lane of a session to send on."""

    session: FriendSession
    lane: SendingLane


class LaneFailed(Struct, frozen=True):
    """In a session no lane could be opened."""

    session: FriendSession
    error: ByhandError


class Reported(Struct, frozen=True):
    """What somebody who works for a transfer says; `by` tells them from who did so before."""

    by: object
    report: object


class CancelOrder(Struct, frozen=True):
    """The user wants no more of it, or of some entries: ranges [start, count, …]."""

    entries: tuple[int, ...] | None = None


class PauseOrder(Struct, frozen=True):
    """The user holds it, or lets it go on."""

    is_paused: bool


class LimitOrder(Struct, frozen=True):
    """The user says how fast it goes."""

    limits: RateLimits


class PutOffOrder(Struct, frozen=True):
    """The user decides later."""


class AcceptOrder(Struct, frozen=True):
    """The user accepts; `folder` is where it shall be saved.

    `chosen`: ranges [start, count, …] of entries, None = all. `updates`: a folder of that name
    that is there already is brought up to date. `entered`: folders that files are saved into.
    `in_group`: if others are offered it, too, we pass it on to each other.
    """

    folder: str
    chosen: tuple[int, ...] | None = None
    updates: bool = False
    entered: tuple[Entered, ...] = ()
    in_group: bool = False

    def planned(self, plan: IncomingPlan, *, keeps_modes: bool) -> IncomingPlan:
        """Return a plan with what is accepted."""
        return replace(
            plan,
            chosen=self.chosen,
            updates=self.updates,
            entered=self.entered,
            keeps_modes=keeps_modes,
            in_group=self.in_group and bool(plan.group_id),
        )


class DeclineOrder(Struct, frozen=True):
    """The user does not want it."""


class ExpireOrder(Struct, frozen=True):
    """It has waited too long: for an answer, or for more to come."""


class ShutdownOrder(Struct, frozen=True):
    """The program ends; what is unfinished goes on with the next that opens the profile."""


class Tick(Struct, frozen=True):
    """Half a second has passed."""


_CODES: tuple[tuple[type[ByhandError], Code], ...] = (
    (DiskFullError, Code.DISK_FULL),
    (FileTooLargeError, Code.FILE_TOO_LARGE),
    (ReadOnlyError, Code.DENIED),
    (StorageError, Code.DISK_ERROR),
    (SourceChangedError, Code.SOURCE_CHANGED),
    (SourceMissingError, Code.SOURCE_GONE),
    (UnsafeNameError, Code.NAME_REFUSED),
    (OfferTooLargeError, Code.LIMIT),
    (HashMismatchError, Code.HASH_MISMATCH),
    (LocalProtocolError, Code.INTERNAL),
    (ProtocolError, Code.PROTOCOL),
    (ConnectionLostError, Code.CONNECTION_LOST),
    (NetworkError, Code.UNREACHABLE),
)


def code_of(error: ByhandError) -> Code:
    """Return the code that an error goes by."""
    return next((code for kind, code in _CODES if isinstance(error, kind)), Code.INTERNAL)
