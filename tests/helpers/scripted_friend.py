"""A friend with software of their own, who says to a service whatever a test makes them say."""

import asyncio
import os
import secrets
import socket
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import TypeVar

from byhand.domain.manifest import Entry, EntryKind, manifest_digest, totals_of
from byhand.domain.transfer import TransferId
from byhand.network.addresses import Hint
from byhand.network.handshaking import run_handshake
from byhand.protocol.codec import encode_message
from byhand.protocol.connection import Connection
from byhand.protocol.credentials import LocalIdentity, PinnedFriend
from byhand.protocol.handshake import (
    FriendEstablished,
    LaneEstablished,
    call_friend,
    lane_ticket,
    open_lane,
)
from byhand.protocol.message import Message
from byhand.protocol.messages import Entries, EntriesEnd, EntryRow, Hello, Lanes, Offer, Ping, Pong
from byhand.protocol.records import seal
from byhand.protocol.resume_messages import Sync, SyncRow
from tests.helpers.circles import id_of, until_online
from tests.helpers.stranger import connected
from tests.helpers.two_services import SECONDS, Party

Heard = TypeVar("Heard", bound=Message)
HELLO = Hello(versions=[1], app="scripted", installation_id=bytes(16))


class Spoken:
    """One session of theirs, message by message; they have dialled."""

    def __init__(self, sock: socket.socket, established: FriendEstablished, at: Hint) -> None:
        self.connection = Connection(established.session)
        self._session = established.session
        self.at = at
        self.heard: list[Message] = []
        """All that was said to them."""
        self._sock = sock
        self._lanes: list[socket.socket] = []

    async def say(self, *messages: Message) -> None:
        """Send messages as they may be sent."""
        await self.say_raw(b"".join(self.connection.send(each) for each in messages))

    async def say_anyway(self, *messages: Message) -> None:
        """Send messages whether they may be sent now or not."""
        sealed = (seal(self._session.sending, encode_message(each)) for each in messages)
        await self.say_raw(b"".join(sealed))

    async def say_raw(self, wire: bytes) -> None:
        """Send bytes; that nobody listens any more shows when something is to be heard."""
        try:
            await asyncio.get_running_loop().sock_sendall(self._sock, wire)
        except ConnectionError:
            return

    async def hear(self) -> Message | None:
        """Return the next message, None when the other side has hung up."""
        async with asyncio.timeout(SECONDS):
            while (message := self.connection.next_message()) is None:
                try:
                    received = await asyncio.get_running_loop().sock_recv(self._sock, 65536)
                except ConnectionError:
                    return None
                if not received:
                    return None
                self.connection.receive_data(received)
        self.heard.append(message)
        return message

    async def hear_a(self, kind: type[Heard]) -> Heard:
        """Return the next message of a kind; what comes before it is passed over."""
        while not isinstance(message := await self.hear(), kind):
            assert message is not None, f"hung up before a {kind.__name__}"
        return message

    async def until_hung_up(self) -> list[Message]:
        """Return all that is said until the other side hangs up."""
        heard = []
        while (message := await self.hear()) is not None:
            heard.append(message)
        return heard

    async def sending_lane(self, index: int = 0) -> tuple[socket.socket, LaneEstablished]:
        """Open a lane on which we send."""
        await self.say(Lanes(indices=[index], direction=0))
        await self.hear_a(Lanes)
        return await self._dial(index, 0)

    async def receiving_lane(
        self, announced: Lanes | None = None
    ) -> tuple[socket.socket, LaneEstablished]:
        """Open the lane that the other side has announced, or announces next, to send to us."""
        lanes = announced or await self.hear_a(Lanes)
        await self.say(lanes)
        return await self._dial(lanes.indices[0], lanes.direction)

    async def _dial(self, index: int, direction: int) -> tuple[socket.socket, LaneEstablished]:
        sock = await connected(self.at)
        self._lanes.append(sock)
        ticket = lane_ticket(self._session, index, direction, 1)
        async with asyncio.timeout(SECONDS):
            established = await run_handshake(sock, open_lane(ticket))
        assert isinstance(established, LaneEstablished)
        sock.setblocking(True)
        return sock, established

    def hang_up(self) -> None:
        for each in (*self._lanes, self._sock):
            each.close()


class ScriptedFriend:
    """Somebody whom a service knows as a friend, and who calls it."""

    def __init__(self, victim: Party, identity: LocalIdentity, psk: bytes) -> None:
        self.identity = identity
        self.id = identity.friend_id
        self._victim = victim
        self._psk = psk

    @classmethod
    async def of(cls, victim: Party, name: str = "Mallory") -> "ScriptedFriend":
        identity, psk = LocalIdentity.generate(), os.urandom(32)
        await victim.service._people.book.add(identity.keys, psk, name, "laptop")
        return cls(victim, identity, psk)

    @asynccontextmanager
    async def calls(
        self,
        *rows: SyncRow,
        is_synced: bool = True,
        victim: Party | None = None,
        hello: Hello = HELLO,
        host: str = "127.0.0.1",
    ) -> AsyncIterator[Spoken]:
        """Dial, greet and, unless a test wants to do that itself, say SYNC with these rows.

        `victim` is the service after it was started again; `host` is where it is dialled.
        """
        self._victim = victim or self._victim
        service = self._victim.service
        pinned = PinnedFriend(id_of(self._victim), service._stores.identity.keys, self._psk)
        at = Hint(host, service._people.port)
        sock = await connected(at)
        steps = call_friend(self.identity, pinned, time.time_ns())
        try:
            established = await run_handshake(sock, steps)
        except BaseException:
            sock.close()
            raise
        assert isinstance(established, FriendEstablished)
        spoken = Spoken(sock, established, at)
        try:
            await spoken.say(hello)
            if is_synced:
                await spoken.hear_a(Hello)
                await spoken.say(Sync(rows=list(rows)))
                while (await spoken.hear_a(Sync)).more:
                    pass
                await until_online(self._victim, self.id)
            yield spoken
        finally:
            spoken.hang_up()


def offer(transfer_id: TransferId, number: int = 1, title: str = "x") -> Offer:
    return Offer(transfer_id=transfer_id, number=number, title=title)


def files(**sizes: int) -> list[Entry]:
    """Return a manifest of files of these sizes."""
    return [Entry((name,), EntryKind.FILE, size, size) for name, size in sizes.items()]


def told(transfer_id: TransferId, entries: Sequence[Entry]) -> Entries:
    """Return the message that tells a whole manifest."""
    totals = totals_of(entries)
    end = EntriesEnd(totals.files, totals.bytes, totals.allocated, manifest_digest(entries))
    rows = [
        EntryRow(each.components, each.kind, each.size, each.allocated, each.mtime_ns, False)
        for each in entries
    ]
    return Entries(transfer_id=transfer_id, first_index=0, entries=rows, end=end)


def fresh_id() -> TransferId:
    return TransferId(secrets.token_bytes(16))


async def heard_before_pong(spoken: Spoken) -> list[Message]:
    """Return what is said until a question that is asked now is answered: all before was heard."""
    await spoken.say(Ping(t=77))
    heard: list[Message] = []
    while not isinstance(message := await spoken.hear(), Pong):
        assert message is not None, "hung up"
        heard.append(message)
    return heard


async def until_at_rest(somebody: Party) -> None:
    """Wait until nothing runs any more."""
    async with asyncio.timeout(SECONDS):
        while somebody.service._handing_over.transfers._running.all():  # noqa: ASYNC110
            await asyncio.sleep(0.01)


async def until_settled(somebody: Party) -> None:
    """Wait until all that has changed is on the disk."""
    await somebody.service._handing_over.transfers._keeping.settle()
