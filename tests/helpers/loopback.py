"""Connected sockets and channels on the loopback interface."""

import asyncio
import contextlib
import socket

from byhand.network.handshaking import run_handshake
from byhand.network.sockets import set_up
from byhand.protocol.connection import Connection
from byhand.protocol.messages import Hello
from tests.helpers.doors import two_friends


def tcp_pair() -> tuple[socket.socket, socket.socket]:
    """Return both ends of a TCP connection, non-blocking."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        near = socket.create_connection(server.getsockname())
        far, _ = server.accept()
    set_up(near)
    set_up(far)
    return near, far


async def connections(near: socket.socket, far: socket.socket) -> tuple[Connection, Connection]:
    """Return both ends of a friends' session, after a real handshake over these sockets."""
    alice, bob = two_friends()
    ours, theirs = await asyncio.gather(
        run_handshake(near, alice.calls(bob)), run_handshake(far, bob.answers())
    )
    return Connection(ours.session), Connection(theirs.session)


def hello() -> Hello:
    """Return some HELLO, which every connection begins with."""
    return Hello(versions=[1], app="test", installation_id=bytes(16))


async def is_answered(address: tuple[str, int], opening: bytes) -> bool:
    """Say whether a first message brings a single byte back."""
    reader, writer = await asyncio.open_connection(*address)
    writer.write(opening)
    try:
        async with asyncio.timeout(10):
            return await reader.read(1) != b""
    except ConnectionError:
        return False
    finally:
        writer.close()
        with contextlib.suppress(ConnectionError):
            await writer.wait_closed()
