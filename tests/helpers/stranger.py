"""Somebody with software of their own who dials a service, or is dialled by one, to pair."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TypeVar

from byhand.domain.codes import Code
from byhand.errors import ConnectionLostError
from byhand.network.addresses import Hint
from byhand.network.handshaking import run_handshake
from byhand.network.sockets import set_up
from byhand.protocol.connection import Connection
from byhand.protocol.credentials import Introduction, LocalIdentity
from byhand.protocol.friend_messages import PairCommit
from byhand.protocol.handshake import Door, PairEstablished, Steps, answer, pair_with
from byhand.protocol.message import Message
from byhand.protocol.messages import Hello
from byhand.protocol.pairing import Comparison
from byhand.protocol.records import seal
from byhand.protocol.state import PAIRING_MESSAGES

Heard = TypeVar("Heard", bound=Message)
HELLO = Hello(versions=[1], app="stranger", installation_id=bytes(16))
SECONDS = 20.0


class Stranger:
    """One connection of use 1, message by message."""

    def __init__(self, sock: socket.socket, established: PairEstablished) -> None:
        self.established = established
        self.connection = Connection(established.session, PAIRING_MESSAGES)
        self._sock = sock

    async def say(self, message: Message) -> None:
        await self.say_raw(self.connection.send(message))

    async def say_sealed(self, content: bytes) -> None:
        """Send any content in a record that verifies."""
        await self.say_raw(seal(self.established.session.sending, content))

    async def say_raw(self, data: bytes) -> None:
        await asyncio.get_running_loop().sock_sendall(self._sock, data)

    async def hear(self) -> Message | None:
        """Return the next message, None when the other side has hung up."""
        async with asyncio.timeout(SECONDS):
            while (message := self.connection.next_message()) is None:
                try:
                    data = await asyncio.get_running_loop().sock_recv(self._sock, 65536)
                except OSError:
                    data = b""
                if not data:
                    return None
                self.connection.receive_data(data)
        return message

    async def hear_a(self, kind: type[Heard]) -> Heard:
        """Return the next message of a kind; whatever comes before it is passed over."""
        while not isinstance(message := await self.hear(), kind):
            assert message is not None, f"hung up before a {kind.__name__}"
        return message

    async def hear_all(self) -> list[Message]:
        """Return everything that is said until the other side hangs up."""
        heard = []
        while (message := await self.hear()) is not None:
            heard.append(message)
        return heard

    def comparison(self, identity: LocalIdentity) -> Comparison:
        session = self.established.session
        peer = self.established.keys.friend_id
        return Comparison(session.handshake_hash, identity.friend_id, peer, may_cross=False)

    async def say_goodbye(self) -> None:
        await self.say_raw(self.connection.close(Code.OK))

    def hang_up(self) -> None:
        self._sock.close()


@asynccontextmanager
async def stranger_calls(
    hint: Hint, identity: LocalIdentity, token: bytes, name: str = "Mallory"
) -> AsyncIterator[Stranger]:
    """Dial a service by use 1 and greet."""
    sock = await connected(hint)
    try:
        introduction = Introduction(name, f"{name}'s computer")
        established = await handshake(sock, pair_with(identity, introduction, token))
        stranger = Stranger(sock, established)
        await stranger.say(HELLO)
        yield stranger
    finally:
        sock.close()


async def connected(hint: Hint) -> socket.socket:
    """Return a connection to where a service listens."""
    sock = socket.socket()
    sock.setblocking(False)
    await asyncio.get_running_loop().sock_connect(sock, (hint.host, hint.port))
    set_up(sock)
    return sock


async def handshake(sock: socket.socket, steps: Steps) -> PairEstablished:
    async with asyncio.timeout(SECONDS):
        established = await run_handshake(sock, steps)
    assert isinstance(established, PairEstablished)
    return established


async def all_that_comes(sock: socket.socket) -> bytes:
    """Return every byte until the other side hangs up."""
    received = b""
    async with asyncio.timeout(SECONDS):
        while data := await asyncio.get_running_loop().sock_recv(sock, 65536):
            received += data
    return received


@asynccontextmanager
async def stranger_answers(door: Door) -> AsyncIterator[tuple[Hint, "asyncio.Queue[Stranger]"]]:
    """Listen for services that dial by use 1; yield where, and who has come, greeted already."""
    server = socket.create_server(("127.0.0.1", 0))
    server.setblocking(False)
    come: asyncio.Queue[Stranger] = asyncio.Queue()
    socks: list[socket.socket] = []

    async def accept() -> None:
        while True:
            sock, _ = await asyncio.get_running_loop().sock_accept(server)
            set_up(sock)
            socks.append(sock)
            try:
                stranger = Stranger(sock, await handshake(sock, answer(door)))
                await stranger.say(HELLO)
            except ConnectionLostError:
                continue
            await come.put(stranger)

    accepting = asyncio.create_task(accept())
    try:
        yield Hint("127.0.0.1", server.getsockname()[1]), come
    finally:
        accepting.cancel()
        await asyncio.gather(accepting, return_exceptions=True)
        for sock in (server, *socks):
            sock.close()


async def begun(stranger: Stranger, identity: LocalIdentity) -> tuple[Comparison, PairCommit]:
    """Ask to be added and return what the stranger keeps of it."""
    comparison = stranger.comparison(identity)
    commit = comparison.start()
    await stranger.say(commit)
    return comparison, commit
