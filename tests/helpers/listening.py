"""A listening port with somebody behind it, and plain sockets that call there."""

import asyncio
import contextlib
import socket
import time
from collections.abc import AsyncIterator, Callable

from byhand.network.listener import Acquaintances, Listener
from byhand.protocol.handshake import Established
from tests.helpers.doors import Person

NOBODY = Acquaintances()


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
async def listening_for(
    person: Person,
    port: int = 0,
    acquaintances: Acquaintances = NOBODY,
    clock: Callable[[], float] = time.monotonic,
) -> AsyncIterator[tuple[Listener, Reception]]:
    reception = Reception()
    listener = Listener(
        port,
        lambda _: person.answers(),
        reception.receive,
        acquaintances=acquaintances,
        clock=clock,
    )
    try:
        async with listener:
            yield listener, reception
    finally:
        reception.close()


async def connected(listener: Listener, source: str = "127.0.0.1") -> socket.socket:
    sock = socket.socket()
    sock.setblocking(False)
    sock.bind((source, 0))
    await asyncio.get_running_loop().sock_connect(sock, ("127.0.0.1", listener.port))
    return sock


async def ended(sock: socket.socket) -> bool:
    """Wait until the other side hangs up; False if it says something instead."""
    try:
        return await asyncio.get_running_loop().sock_recv(sock, 100) == b""
    except ConnectionResetError:
        return True
