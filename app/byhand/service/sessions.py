"""At most one live session with each friend: dialled, answered, kept, and who stays of two."""

import asyncio
import logging
import socket
import time
from collections.abc import Awaitable, Callable, Collection, Coroutine, Iterable

from msgspec import Struct

from byhand.domain.codes import Code
from byhand.domain.friend import Path, Presence
from byhand.domain.identity import FriendId
from byhand.errors import RemoteProtocolError
from byhand.network.addresses import Hint, is_same_network, own_interfaces
from byhand.network.channel import Channel
from byhand.network.dialer import Dialled, dial_lane
from byhand.noise.handshake_state import Session
from byhand.protocol.connection import Connection
from byhand.protocol.credentials import LocalIdentity
from byhand.protocol.dial_back import DialBackTicket
from byhand.protocol.handshake import (
    FriendEstablished,
    LaneEstablished,
    LaneTicket,
    open_lane,
)
from byhand.protocol.message import Message
from byhand.service.address_book import AddressBook
from byhand.service.calling import Calls
from byhand.service.dial_backs import DialBacks
from byhand.service.friend_book import FriendBook
from byhand.service.friend_session import FriendSession, Listeners, SessionContext
from byhand.service.guarding import start_guarded
from byhand.service.ourselves import Ourselves
from byhand.service.worker import Worker

logger = logging.getLogger(__name__)

SETTLED_SECONDS = 5.0
YOUNG_RETRY_SECONDS = 2.0
GOODBYE_SECONDS = 3.0
RENEWED_AFTER_SECONDS = 24 * 3600.0


class Connected(Struct, frozen=True):
    """An authenticated connection with a friend; `hint` is the one we dialled, if we did."""

    sock: socket.socket
    session: Session
    friend_id: FriendId
    timestamp_ns: int
    hint: Hint | None


class Callbacks(Struct, frozen=True):
    """What the rest of the service does when something happens to a session."""

    ourselves: Callable[[], Ourselves]
    listeners: Listeners
    ready: Callable[[FriendSession], None]
    confirmed: Callable[[Connected], Awaitable[None]]
    gone: Callable[[FriendId], Awaitable[None]]
    is_wanted: Callable[[FriendId], bool]
    unanswered: Callable[[FriendId], None]


class Sessions:
    """Keeps a session with every friend who can be reached; used inside `async with`."""

    def __init__(
        self,
        identity: LocalIdentity,
        book: FriendBook,
        addresses: AddressBook,
        disk: Worker,
        callbacks: Callbacks,
    ) -> None:
        self._identity = identity
        self._book = book
        self._addresses = addresses
        self._calls = Calls(
            identity,
            book,
            addresses,
            self._needs_call,
            callbacks.is_wanted,
            self._answered,
            callbacks.unanswered,
        )
        self._disk = disk
        self._callbacks = callbacks
        self._live: dict[FriendId, FriendSession] = {}
        self._talks: set[asyncio.Task[None]] = set()
        self._is_closing = False
        self._group = asyncio.TaskGroup()
        self._dialling_back: set[asyncio.Task[None]] = set()
        self.dial_backs = DialBacks(self._start_dialling_back)

    async def __aenter__(self) -> "Sessions":
        await self._group.__aenter__()
        await self._calls.__aenter__()
        return self

    async def __aexit__(self, *exc: object) -> None:
        self._is_closing = True
        self._calls.stop()
        for dialling in self._dialling_back:
            dialling.cancel()
        await asyncio.gather(*(each.close(Code.SHUTDOWN) for each in self._live.values()))
        if self._talks:
            await asyncio.wait(self._talks, timeout=GOODBYE_SECONDS)
        for talk in self._talks:
            talk.cancel()
        await self._calls.__aexit__()
        await self._group.__aexit__(None, None, None)

    def get(self, friend_id: FriendId) -> FriendSession | None:
        """Return the session with a friend if both have said HELLO."""
        session = self._live.get(friend_id)
        return session if session is not None and session.is_ready else None

    def synced(self, friend_id: FriendId) -> FriendSession | None:
        """Return the session with a friend in which transfers may be spoken of."""
        session = self._live.get(friend_id)
        return session if session is not None and session.is_synced else None

    def lane_ticket(self, tag: bytes) -> LaneTicket | None:
        """Return what this tag is the key to, in any session: a lane or a call; it works once."""
        if (call := self.dial_backs.ticket(tag)) is not None:
            return call
        for session in self._live.values():
            ticket = session.lanes.ticket(tag)
            if ticket is not None:
                return ticket
        return None

    def awaited_lanes(self, host: str) -> int:
        """Return how many lanes and calls friends at an address are about to dial."""
        lanes = sum(each.lanes.awaited for each in self._live.values() if each.host == host)
        return lanes + self.dial_backs.awaited(host)

    def lane_arrived(self, sock: socket.socket, established: LaneEstablished) -> None:
        """Put a lane that was dialled to us into the service of its session.

        A call that was asked for has done all it is for.
        """
        if isinstance(established.ticket, DialBackTicket):
            sock.close()
            self.dial_backs.arrived(established.ticket)
            return
        for session in self._live.values():
            if session.control_hash == established.ticket.control_hash:
                session.lanes.arrived(sock, established)
                return
        sock.close()

    def look_for(self, friend_id: FriendId, hints: Iterable[Hint] = (), *, afresh: bool) -> None:
        """Dial a friend unless there is a session; with `afresh` at once, else when it is due."""
        if not self._is_closing and self._book.pinned(friend_id) is not None:
            self._calls.look_for(friend_id, hints, afresh=afresh)

    def post_all(self, message: Message) -> None:
        """Send a message to every friend who is here."""
        for session in self._live.values():
            if session.is_ready:
                session.post(message)

    def move(self) -> None:
        """Tell friends who are here our addresses of now; dial all others afresh.

        Whom we talk to from an address that is gone is dialled as well: that session may be lost,
        or come back with the cable.
        """
        hosts, hints = self._addresses.own_hosts(), self._addresses.own_hints()
        for session in self._live.values():
            session.move(hosts, hints)
        self.look_for_all()

    def look_for_all(self) -> None:
        """Dial all friends afresh."""
        for friend in self._book:
            self.look_for(friend.id, afresh=True)

    def here(self) -> Collection[FriendId]:
        """Return the friends with whom a session is live."""
        return self._live.keys()

    def hang_up(self, friend_id: FriendId) -> None:
        """End the session with a friend, and dial them no more until they are looked for."""
        self._calls.forget(friend_id)
        session = self._live.get(friend_id)
        if session is not None:
            self._group.create_task(session.close(Code.OK))

    def adopt(self, connected: Connected) -> None:
        """Take over an authenticated connection.

        The socket is closed also if it is gone, or the disk refuses, before we can talk.
        """
        talking = self._settle_and_talk(connected)
        talk = start_guarded(self._group, talking, at_end=connected.sock.close)
        self._talks.add(talk)
        talk.add_done_callback(self._talks.discard)

    def _start_dialling_back(self, work: Coroutine[None, None, None]) -> None:
        task = start_guarded(self._group, work)
        self._dialling_back.add(task)
        task.add_done_callback(self._dialling_back.discard)

    def _needs_call(self, friend_id: FriendId) -> bool:
        session = self._live.get(friend_id)
        return session is None or session.is_adrift or self._is_due(session)

    def _is_due(self, session: FriendSession) -> bool:
        """Say whether a session is so old that we call for another (PROTOCOL.md, section 5)."""
        is_ours_to_call = self._identity.friend_id < session.friend_id
        return is_ours_to_call and time.monotonic() - session.started_at > RENEWED_AFTER_SECONDS

    def _answered(self, friend_id: FriendId, dialled: Dialled) -> None:
        established = dialled.established
        assert isinstance(established, FriendEstablished)
        session, timestamp = established.session, established.timestamp_ns
        self.adopt(Connected(dialled.sock, session, friend_id, timestamp, dialled.hint))

    async def _settle_and_talk(self, connected: Connected) -> None:
        if connected.hint is None:
            await self._calls.let_settle(connected.friend_id)
        await self._talk(connected)

    async def _talk(self, connected: Connected) -> None:
        """Run a session to its end, if it may stay; raise ByhandError."""
        friend_id, session = connected.friend_id, connected.session
        if self._is_closing or self._book.pinned(friend_id) is None:
            return  # closing, or forgotten or held since the handshake began
        self._book.confirm_timestamp(friend_id, connected.timestamp_ns)
        channel = Channel(connected.sock, Connection(session))
        earlier = self._live.get(friend_id)
        fresh = self._make(friend_id, channel, session)
        if earlier is not None and not earlier.is_adrift and self._stays(earlier, fresh):
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
                self._dial_soon(fresh)
                await self._callbacks.gone(friend_id)

    def _ready(self, session: FriendSession) -> None:
        now, cipher = time.time(), session.lanes.cipher_name
        presence = Presence(session.path, now, address=session.host, cipher=cipher)
        self._book.set_presence(session.friend_id, presence)
        self._callbacks.ready(session)

    def _dial_soon(self, lost: FriendSession) -> None:
        """Dial again at once; after a session that died young later: copies would take turns."""
        is_young = time.monotonic() - lost.started_at < SETTLED_SECONDS
        wait = YOUNG_RETRY_SECONDS if is_young else 0.0
        asyncio.get_running_loop().call_later(wait, self._calls.wake, lost.friend_id)

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
