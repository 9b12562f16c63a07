"""What a running transfer needs of the rest of the service, and the orders it understands."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass

from byhand.domain.codes import Code
from byhand.domain.friend import Policy
from byhand.domain.identity import FriendId
from byhand.domain.limits import RateLimits
from byhand.domain.transfer import Transfer, TransferId
from byhand.engine.sending_lane import SendingLane
from byhand.errors import (
    ByhandError,
    ConnectionLostError,
    DiskFullError,
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
from byhand.service.back_off import BackOff
from byhand.service.bandwidth_control import Flow
from byhand.service.friend_session import FriendSession
from byhand.service.queue import Queue
from byhand.service.worker import Worker


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The parts of the service that transfers use."""

    own_id: FriendId
    queue: Queue
    disk: Worker
    spawn: Callable[[Coroutine[None, None, None]], asyncio.Task[None]]
    look_for: Callable[[FriendId], None]
    offer_next: Callable[[FriendId], None]
    ended: Callable[[TransferId], None]
    remember_staging: Callable[[str], Awaitable[None]]
    forget_staging: Callable[[str], Awaitable[None]]
    declines: BackOff
    """Friends whose offers the user declines."""
    refusals: BackOff
    """Friends who take no more offers of ours."""
    used: Callable[[FriendId], None]
    """Something goes to a friend, or comes from them."""
    policy_of: Callable[[FriendId], Policy | None]
    """Returns the policy by which a friend's offers are accepted by themselves, if any."""
    flow_of: Callable[[Transfer], Flow]
    """Returns the buckets that limit how fast a transfer goes."""


@dataclass(frozen=True, slots=True)
class SessionReady:
    """The friend is there: an offer may be made."""

    session: FriendSession


@dataclass(frozen=True, slots=True)
class LaneOpened:
    """There is a lane to send on."""

    lane: SendingLane


@dataclass(frozen=True, slots=True)
class LaneFailed:
    """No lane could be opened."""

    error: ByhandError


@dataclass(frozen=True, slots=True)
class CancelOrder:
    """The user wants no more of it."""


@dataclass(frozen=True, slots=True)
class AcceptOrder:
    """The user accepts; `folder` is where it shall be saved."""

    folder: str


@dataclass(frozen=True, slots=True)
class DeclineOrder:
    """The user does not want it."""


@dataclass(frozen=True, slots=True)
class LimitOrder:
    """The user says how fast it goes."""

    limits: RateLimits


@dataclass(frozen=True, slots=True)
class ShutdownOrder:
    """The program ends."""


@dataclass(frozen=True, slots=True)
class Tick:
    """Half a second has passed."""


_CODES: tuple[tuple[type[ByhandError], Code], ...] = (
    (DiskFullError, Code.DISK_FULL),
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
