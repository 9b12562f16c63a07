"""At most one live session with each friend: dialled, answered, kept, and who stays of two."""

import asyncio
import logging
import socket
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass

from byhand.domain.codes import Code
from byhand.domain.friend import Path, Presence
from byhand.domain.identity import FriendId
from byhand.errors import RemoteProtocolError, UnreachableError
from byhand.network.addresses import Hint, is_same_network, own_interfaces
from byhand.network.channel import Channel
from byhand.network.dialer import dial, dial_lane
from byhand.noise.handshake_state import Session
from byhand.protocol.connection import Connection
from byhand.protocol.credentials import LocalIdentity
from byhand.protocol.handshake import (
    FriendEstablished,
    LaneEstablished,
    LaneTicket,
    call_friend,
    open_lane,
)
from byhand.protocol.message import Message
from byhand.service.friend_book import FriendBook
from byhand.service.friend_session import FriendSession, Listeners, Ourselves, SessionContext
from byhand.service.guarding import guarded
from byhand.service.worker import Worker

logger = logging.getLogger(__name__)

SETTLED_SECONDS = 5.0
FIRST_RETRY_SECONDS = 0.25
WANTED_RETRY_SECONDS = 30.0
QUIET_RETRY_SECONDS = 300.0
CROSSING_SECONDS = 1.0
HINTS_KEPT = 16
GOODBYE_SECONDS = 3.0


@dataclass(frozen=True, slots=True)
class Connected:
    """An authenticated connection with a friend; `hint` is the one we dialled, if we did."""

    sock: socket.socket
    session: Session
    friend_id: FriendId
    timestamp_ns: int
    hint: Hint | None


@dataclass(frozen=True, slots=True)
class Callbacks:
    """What the rest of the service does when something happens to a session."""

    ourselves: Callable[[], Ourselves]
    listeners: Listeners
    ready: Callable[[FriendSession], None]
    confirmed: Callable[[Connected], Awaitable[None]]
    gone: Callable[[FriendId], Awaitable[None]]
    is_wanted: Callable[[FriendId], bool]


class Sessions:
    """Keeps a session with every friend who can be reached; used inside `async with`."""

    def __init__(
        self, identity: LocalIdentity, book: FriendBook, disk: Worker, callbacks: Callbacks
    ) -> None:
        self._identity = identity
        self._book = book
        self._disk = disk
        self._callbacks = callbacks
        self._live: dict[FriendId, FriendSession] = {}
        self._hints: dict[FriendId, OrderedDict[Hint, None]] = {}
        self._wakers: dict[FriendId, asyncio.Event] = {}
        self._callers: dict[FriendId, asyncio.Task[None]] = {}
        self._dialling: dict[FriendId, asyncio.Task[None]] = {}
        self._talks: set[asyncio.Task[None]] = set()
        self._is_closing = False
        self._group = asyncio.TaskGroup()

    async def __aenter__(self) -> "Sessions":
        await self._group.__aenter__()
        return self

    async def __aexit__(self, *exc: object) -> None:
        self._is_closing = True
        for caller in self._callers.values():
            caller.cancel()
        await asyncio.gather(*(each.close(Code.SHUTDOWN) for each in self._live.values()))
        if self._talks:
            await asyncio.wait(self._talks, timeout=GOODBYE_SECONDS)
        for talk in self._talks:
            talk.cancel()
        await self._group.__aexit__(None, None, None)

    def get(self, friend_id: FriendId) -> FriendSession | None:
        """Return the session with a friend if both have said HELLO."""
        session = self._live.get(friend_id)
        return session if session is not None and session.is_ready else None

    def lane_ticket(self, tag: bytes) -> LaneTicket | None:
        """Return the announced lane of any session that has this tag; it works once."""
        for session in self._live.values():
            ticket = session.lanes.ticket(tag)
            if ticket is not None:
                return ticket
        return None

    def awaited_lanes(self, host: str) -> int:
        """Return how many lanes friends at an address are about to dial."""
        return sum(each.lanes.awaited for each in self._live.values() if each.host == host)

    def lane_arrived(self, sock: socket.socket, established: LaneEstablished) -> None:
        """Put a lane that was dialled to us into the service of its session."""
        for session in self._live.values():
            if session.control_hash == established.ticket.control_hash:
                session.lanes.arrived(sock, established)
                return
        sock.close()

    def look_for(self, friend_id: FriendId, hints: Iterable[Hint] = (), *, afresh: bool) -> None:
        """Dial a friend unless there is a session; with `afresh` at once, else when it is due."""
        if self._is_closing or self._book.get(friend_id) is None:
            return
        known = self._hints.setdefault(friend_id, OrderedDict())
        fresh = [hint for hint in hints if hint not in known]
        for hint in hints:
            known[hint] = None
            known.move_to_end(hint, last=False)
        while len(known) > HINTS_KEPT:
            known.popitem()
        if friend_id not in self._callers:
            self._wakers[friend_id] = asyncio.Event()
            self._callers[friend_id] = self._group.create_task(self._call(friend_id))
        if fresh or afresh:
            self._wakers[friend_id].set()

    def post_all(self, message: Message) -> None:
        """Send a message to every friend who is here."""
        for session in self._live.values():
            if session.is_ready:
                session.post(message)

    def forget(self, friend_id: FriendId) -> None:
        """Hang up on somebody who is no friend any more."""
        self._hints.pop(friend_id, None)
        caller = self._callers.pop(friend_id, None)
        if caller is not None:
            caller.cancel()
        session = self._live.get(friend_id)
        if session is not None:
            self._group.create_task(session.close(Code.OK))

    def adopt(self, connected: Connected) -> None:
        """Take over an authenticated connection."""
        talk = self._group.create_task(guarded(self._talk_and_close(connected)))
        self._talks.add(talk)
        talk.add_done_callback(self._talks.discard)

    async def _call(self, friend_id: FriendId) -> None:
        """Dial a friend again and again while there is no session."""
        wait = 0.0
        waker = self._wakers[friend_id]
        while True:
            try:
                async with asyncio.timeout(wait):
                    await waker.wait()
                wait = 0.0
            except TimeoutError:
                pass
            waker.clear()
            if friend_id not in self._live:
                await guarded(self._dial_unless_called(friend_id))
            longest = (
                WANTED_RETRY_SECONDS
                if self._callbacks.is_wanted(friend_id)
                else QUIET_RETRY_SECONDS
            )
            wait = min(max(FIRST_RETRY_SECONDS, wait * 2), longest)

    async def _dial_unless_called(self, friend_id: FriendId) -> None:
        """Dial, unless the friend's own call comes through and is the one that stays."""
        dialling = asyncio.create_task(self._dial(friend_id))
        self._dialling[friend_id] = dialling
        try:
            await asyncio.wait({dialling})
        finally:
            del self._dialling[friend_id]
            dialling.cancel()
            await asyncio.wait({dialling})
        if not dialling.cancelled():
            dialling.result()

    async def _dial(self, friend_id: FriendId) -> None:
        hints = tuple(self._hints.get(friend_id, ()))
        friend = self._book.pinned(friend_id)
        if not hints or friend is None:
            return
        try:
            dialled = await dial(hints, lambda: call_friend(self._identity, friend, time.time_ns()))
        except UnreachableError:
            return
        established = dialled.established
        assert isinstance(established, FriendEstablished)
        session, timestamp = established.session, established.timestamp_ns
        self.adopt(Connected(dialled.sock, session, friend_id, timestamp, dialled.hint))

    async def _talk_and_close(self, connected: Connected) -> None:
        """Talk; the socket is closed too if it was gone, or the disk refused, before we could."""
        try:
            if connected.hint is None:
                await self._let_calls_settle(connected.friend_id)
            await self._talk(connected)
        finally:
            connected.sock.close()

    async def _let_calls_settle(self, friend_id: FriendId) -> None:
        """When two calls cross, wait for ours if it is the one that stays, else give it up.

        So nothing has been said in a session that another one replaces.
        """
        dialling = self._dialling.get(friend_id)
        if dialling is None:
            return
        if self._identity.friend_id < friend_id:
            await asyncio.wait({dialling}, timeout=CROSSING_SECONDS)
        dialling.cancel()

    async def _talk(self, connected: Connected) -> None:
        """Run a session to its end, if it may stay; raise ByhandError."""
        friend_id, session = connected.friend_id, connected.session
        if self._is_closing or self._book.get(friend_id) is None:
            return  # closing, or forgotten during the handshake
        self._book.confirm_timestamp(friend_id, connected.timestamp_ns)
        channel = Channel(connected.sock, Connection(session))
        earlier = self._live.get(friend_id)
        fresh = self._make(friend_id, channel, session)
        if earlier is not None and self._stays(earlier, fresh):
            async with channel:
                await channel.close(Code.OK)
            return
        self._live[friend_id] = fresh
        try:
            if earlier is not None:
                await earlier.close(Code.OK)
            await self._callbacks.confirmed(connected)
            await fresh.run(self._ready)
        finally:
            if self._live.get(friend_id) is fresh:
                del self._live[friend_id]
                self._book.set_presence(friend_id, Presence(None, time.time()))
                self._wake(friend_id)
                await self._callbacks.gone(friend_id)

    def _ready(self, session: FriendSession) -> None:
        self._book.set_presence(session.friend_id, Presence(session.path, time.time()))
        self._callbacks.ready(session)

    def _wake(self, friend_id: FriendId) -> None:
        waker = self._wakers.get(friend_id)
        if waker is not None:
            waker.set()

    def _make(self, friend_id: FriendId, channel: Channel, session: Session) -> FriendSession:
        host = channel.remote_address[0]
        near = is_same_network(host, own_interfaces()) or host.startswith("127.") or host == "::1"
        path = Path.SAME_NETWORK if near else Path.INTERNET

        async def dial_our_lane(ticket: LaneTicket) -> tuple[socket.socket, LaneEstablished]:
            lane, established = await dial_lane(channel.remote_address, open_lane(ticket))
            if not isinstance(established, LaneEstablished):
                raise RemoteProtocolError("another handshake than a lane's")
            return lane, established

        return FriendSession(
            friend_id,
            channel,
            session,
            path,
            SessionContext(self._callbacks.ourselves(), self._callbacks.listeners, self._disk),
            dial_our_lane,
        )

    def _stays(self, earlier: FriendSession, fresh: FriendSession) -> bool:
        """Say whether the earlier of two sessions stays (PROTOCOL.md, section 5).

        One that has lived for more than 5 s gives way; of two young ones that stays which the
        smaller FriendID has dialled.
        """
        if time.monotonic() - earlier.started_at > SETTLED_SECONDS:
            return False
        we_are_smaller = self._identity.friend_id < earlier.friend_id
        return earlier.is_initiator == we_are_smaller and fresh.is_initiator != we_are_smaller
