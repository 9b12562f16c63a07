import asyncio
import socket
import warnings

import pytest
from PySide6.QtWidgets import QApplication

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    import qasync

from byhand.network.addresses import Hint
from byhand.network.channel import Channel
from byhand.network.dialer import dial
from byhand.network.listener import Listener
from byhand.protocol.connection import Connection
from byhand.protocol.handshake import Established
from byhand.protocol.messages import Addresses, Bye
from tests.helpers.doors import two_friends
from tests.helpers.loopback import hello


async def talk() -> None:
    """Listen, dial, send several megabytes of messages, and say goodbye."""
    alice, bob = two_friends()
    arrived: asyncio.Queue[tuple[socket.socket, Established]] = asyncio.Queue()
    big = Addresses(hints=["x" * 255] * 32)

    async def send(channel: Channel) -> None:
        channel.post(hello())
        for _ in range(1000):
            channel.post(big)
            await channel.drain()
        await channel.close()

    async def count(channel: Channel) -> int:
        channel.post(hello())
        return len([each async for each in channel.messages() if each == big])

    listener = Listener(0, lambda _: bob.answers(), lambda *found: arrived.put_nowait(found))
    async with listener:
        hints = [Hint("localhost", 1), Hint("127.0.0.1", listener.port)]
        dialled = await dial(hints, lambda: alice.calls(bob))
        sock, established = await arrived.get()
        async with (
            Channel(dialled.sock, Connection(dialled.established.session)) as near,
            Channel(sock, Connection(established.session)) as far,
        ):
            _, counted = await asyncio.gather(send(near), count(far))
            assert counted == 1000
            near.post(Bye())


@pytest.mark.usefixtures("qapp")
def test_sockets_work_under_qts_event_loop() -> None:
    loop = qasync.QEventLoop(QApplication.instance())
    with loop:
        loop.run_until_complete(talk())
