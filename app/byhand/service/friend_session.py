"""One live session with a friend: its control channel, its lanes, and who hears what arrives."""

import asyncio
import logging
import time
from collections.abc import Callable, Collection, Sequence
from itertools import count

from msgspec import Struct
from msgspec.structs import replace

from byhand.domain.codes import Code
from byhand.domain.friend import Path
from byhand.domain.identity import FriendId
from byhand.domain.transfer import TransferId
from byhand.engine.reports import LaneEnded
from byhand.errors import ByhandError, ProtocolError, RemoteProtocolError
from byhand.network.addresses import Hint, SocketAddress, hint_of
from byhand.network.channel import Channel
from byhand.noise.handshake_state import Session
from byhand.protocol import message_types
from byhand.protocol.dial_back import (
    DialBack,
    DialBackTicket,
    DialResult,
    dial_back_ticket,
)
from byhand.protocol.friend_messages import (
    Introduce,
    IntroduceAnswer,
    PairCommit,
    PairLater,
    PairMessage,
    PairNo,
    PairNonce,
    PairOk,
    PairReveal,
)
from byhand.protocol.member_messages import Group
from byhand.protocol.message import Message
from byhand.protocol.messages import (
    Addresses,
    Bye,
    ErrorReport,
    Hello,
    Lanes,
    Offer,
    ProfileUpdate,
)
from byhand.protocol.resume_messages import Again, Sync, SyncRow
from byhand.service.lanes import DialLane, SessionLanes
from byhand.service.ourselves import PROTOCOL_VERSION, Ourselves, hello_of
from byhand.service.unfinished import Unfinished
from byhand.service.worker import Worker

logger = logging.getLogger(__name__)

WAIT_SECONDS = 0.5
"""No disk keeps us longer from what else is said, a PING or a CANCEL."""


class SessionEnded(Struct, frozen=True):
    """The session with a friend is over."""

    code: Code


class Listeners(Struct, frozen=True):
    """Who is told of what concerns more than one transfer."""

    offered: Callable[["FriendSession", Offer | Again | ErrorReport], None]
    synced: Callable[["FriendSession", Sequence[SyncRow]], None]
    met_at: Callable[[FriendId, Hint], None]
    addresses_told: Callable[[FriendId, Addresses], None]
    computer_told: Callable[[FriendId, str], None]
    installation_told: Callable[[FriendId, bytes], None]
    paired: Callable[["FriendSession", PairMessage | SessionEnded], None]
    introduced: Callable[["FriendSession", Introduce | IntroduceAnswer], None]
    dial_back: Callable[["FriendSession", DialBack | DialResult], None]
    grouped: Callable[["FriendSession", Group], None]


class SessionContext(Struct, frozen=True):
    """What all sessions share."""

    ourselves: Ourselves
    listeners: Listeners
    disk: Worker


Inbox = Callable[[object], None]


class FriendSession:
    """An authenticated connection with a friend, from the first HELLO to its end."""

    def __init__(
        self,
        friend_id: FriendId,
        channel: Channel,
        session: Session,
        path: Path,
        context: SessionContext,
        dial_lane: DialLane,
    ) -> None:
        self.friend_id = friend_id
        self.path = path
        self.address: SocketAddress = channel.remote_address
        """Where the other side speaks from, as the system writes it."""
        self.own_host = channel.local_address[0]
        self.started_at = time.monotonic()
        self.is_initiator = session.is_initiator
        self.control_hash = session.handshake_hash
        self.lanes = SessionLanes(session, channel.post, dial_lane, self._lane_ended)
        self.capabilities: frozenset[str] = frozenset()
        """What the other side can do beyond the basis, once it has said HELLO."""
        self.listening_at: Hint | None = None
        """Where the other side answers, once it has said HELLO."""
        self.is_ready = self.is_adrift = False
        """Whether our end of it has an address that we have no more."""
        self.ended_with: Code | None = None
        self._has_greeted = False
        self._channel = channel
        self._session = session
        self._ourselves = context.ourselves
        self._listeners = context.listeners
        self._disk = context.disk
        self._inboxes: dict[TransferId, Inbox] = {}
        self._numbers = count(1)
        self._theirs = Unfinished()
        self._awaited: list[asyncio.Task[None]] = []

    @property
    def is_synced(self) -> bool:
        """Whether both know each other's unfinished transfers: nothing is said of them before."""
        return self.is_ready and self._theirs.is_complete

    @property
    def host(self) -> str:
        """The other side's address."""
        return self.address[0]

    def dial_back_ticket(self, number: int, *, is_ours: bool) -> DialBackTicket:
        """Return what a call is known by that this side, or the other one, has asked for."""
        return dial_back_ticket(self._session, number, is_ours=is_ours)

    def post(self, message: Message) -> None:
        """Send a control message; what cannot be sent any more is lost with the session."""
        if self.ended_with is None:
            self._channel.post(message)

    def move(self, own_hosts: Collection[str], hints: Sequence[str]) -> None:
        """Go by our addresses of now, and tell them if others were told before."""
        own = hint_of(self._channel.local_address)
        is_loopback = own.address is not None and own.address.is_loopback
        self.is_adrift = not is_loopback and own.host not in own_hosts
        self._ourselves = replace(self._ourselves, hints=tuple(hints))
        if self._has_greeted:
            self._tell_addresses()

    async def drain(self) -> None:
        """Wait while much is queued to be sent."""
        if self.ended_with is None:
            await self._channel.drain()

    def wait_for(self, work: asyncio.Task[None]) -> None:
        """Read nothing more before this is done, or for a while: they would fill our memory."""
        self._awaited.append(work)

    def fail(self, error: ProtocolError) -> None:
        """Hang up on a friend who broke the protocol."""
        logger.warning("closing a session: %s", error)
        self._channel.abort()

    def next_number(self) -> int:
        """Return a transfer number that this session has not used."""
        return next(self._numbers)

    def route(self, transfer_id: TransferId, inbox: Inbox) -> None:
        """Deliver a transfer's messages, and the end of the session, to an inbox."""
        self._inboxes[transfer_id] = inbox

    def unroute(self, transfer_id: TransferId) -> None:
        """Deliver nothing more of a transfer."""
        self._inboxes.pop(transfer_id, None)

    async def run(self, ready: Callable[["FriendSession"], None]) -> None:
        """Talk until the session ends; call `ready` when both have said HELLO."""
        code = Code.CONNECTION_LOST
        try:
            async with self._channel:
                await self._talk(ready)
        except ProtocolError as exc:
            logger.warning("closing a session: %s", exc)
            code = Code.PROTOCOL
        except ByhandError as exc:
            logger.info("a session ended: %s %s", type(exc).__name__, exc)
        finally:
            await self._end(code)

    async def close(self, code: Code) -> None:
        """End the session in order; `run` returns soon after."""
        self.is_ready = False
        if self.is_adrift:
            self._channel.abort()  # nobody would hear a goodbye
        await self._channel.close(code)

    async def _talk(self, ready: Callable[["FriendSession"], None]) -> None:
        self._greet()
        try:
            async for message in self._channel.messages():
                if isinstance(message, Bye):
                    return
                self._handle(message, ready)
                while self._awaited:
                    await asyncio.wait({self._awaited.pop()}, timeout=WAIT_SECONDS)
        except ProtocolError:
            await self._channel.close(Code.PROTOCOL)
            raise

    async def _end(self, code: Code) -> None:
        self.ended_with = code
        self.is_ready = False
        self.lanes.abandon()
        inboxes, self._inboxes = list(self._inboxes.values()), {}
        for inbox in inboxes:
            inbox(SessionEnded(code))
        self._listeners.paired(self, SessionEnded(code))
        await self._disk.run(self.lanes.close)

    def _greet(self) -> None:
        self.post(hello_of(self._ourselves))
        self._tell_addresses()
        self._has_greeted = True

    def _tell_addresses(self) -> None:
        seen_you_as = hint_of(self._channel.remote_address).host
        self.post(Addresses(hints=list(self._ourselves.hints), seen_you_as=seen_you_as))

    def _handle(self, message: Message, ready: Callable[["FriendSession"], None]) -> None:
        match message:
            case Hello():
                if PROTOCOL_VERSION not in message.versions:
                    raise RemoteProtocolError("no version in common")
                both_fast = message.aes_is_faster and self._ourselves.aes_is_faster
                self.lanes.cipher = 2 if both_fast else 1
                self.capabilities = frozenset(message.capabilities)
                self.is_ready = True
                self.listening_at = self._listening_at(message.port)
                self._listeners.met_at(self.friend_id, self.listening_at)
                self._listeners.installation_told(self.friend_id, message.installation_id)
                ready(self)
            case Lanes():
                self.lanes.announced(message)
            case Addresses():
                self._listeners.addresses_told(self.friend_id, message)
            case ProfileUpdate():
                # A person's name is our user's to give: what the other side proposes goes unread.
                self._listeners.computer_told(self.friend_id, message.computer)
            case PairCommit() | PairNonce() | PairReveal() | PairOk() | PairLater() | PairNo():
                self._listeners.paired(self, message)
            case Introduce() | IntroduceAnswer():
                self._listeners.introduced(self, message)
            case DialBack() | DialResult():
                self._listeners.dial_back(self, message)
            case ErrorReport(transfer_id=None):
                logger.info("the other side reports code %d", message.code)
            case _:
                self._handle_transfers(message)

    def _handle_transfers(self, message: Message) -> None:
        match message:
            case Sync():
                if (rows := self._theirs.read(message)) is not None:
                    self._listeners.synced(self, rows)
            case Offer() | Again() | ErrorReport(about=message_types.AGAIN_TYPE):
                self._listeners.offered(self, message)
            case Group():
                self._listeners.grouped(self, message)
            case _:
                self._deliver(message)

    def _listening_at(self, port: int) -> Hint:
        """Return where the other side would answer, whoever of us has dialled this time."""
        return replace(hint_of(self._channel.remote_address), port=port)

    def _deliver(self, message: Message) -> None:
        """Hand a transfer's message on; one that comes after its end has nobody to hear it."""
        inbox = self._inboxes.get(TransferId(getattr(message, "transfer_id", None) or b""))
        if inbox is not None:
            inbox(message)

    def _lane_ended(self, report: LaneEnded) -> None:
        """Tell every transfer; a lane on which the other side lied ends the session."""
        if isinstance(report.error, ProtocolError):
            self.fail(report.error)
        for inbox in tuple(self._inboxes.values()):
            inbox(report)
