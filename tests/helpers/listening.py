"""A listening port with somebody behind it, and plain sockets that call there."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator

from byhand.network.listener import Listener
from byhand.protocol.handshake import Established
from tests.helpers.doors import Person


class Reception:
    """Where established connections arrive."""

    def __init__(self) -> None:
        self.arrived: asyncio.Queue[tuple[socket.socket, Established]] = asyncio.Queue()

    def receive(self, sock: socket.socket, established: Established) -> None:
        self.arrived.put_nowait((sock, established))

    def close(self) -> None:
        while not self.arrived.empty():
            self.arrived.get_nowait()[0].close()


@contextlib.asynccontextmanager
async def listening_for(person: Person, port: int = 0) -> AsyncIterator[tuple[Listener, Reception]]:
    reception = Reception()
    listener = Listener(port, lambda _: person.answers(), reception.receive)
    try:
        async with listener:
            yield listener, reception
    finally:
        reception.close()


async def connected(listener: Listener) -> socket.socket:
    sock = socket.socket()
    sock.setblocking(False)
    await asyncio.get_running_loop().sock_connect(sock, ("127.0.0.1", listener.port))
    return sock


async def ended(sock: socket.socket) -> bool:
    try:
        return await asyncio.get_running_loop().sock_recv(sock, 100) == b""
    except ConnectionResetError:
        return True
