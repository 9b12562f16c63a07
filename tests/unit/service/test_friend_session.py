"""A session reads no faster than what it says can be dealt with."""

import asyncio
from collections.abc import AsyncIterator
from types import SimpleNamespace
from typing import Any, cast

from byhand.domain.friend import Path
from byhand.domain.transfer import TransferId
from byhand.network.channel import Channel
from byhand.noise.handshake_state import Session
from byhand.protocol.message import Message
from byhand.protocol.messages import Status
from byhand.service.friend_session import FriendSession, SessionContext
from byhand.service.worker import Worker
from tests.helpers.connection_pair import ALICE

ID = TransferId(bytes(16))
COUNT = 3


class FakeChannel:
    """Brings some messages, then its end."""

    local_address = remote_address = ("127.0.0.1", 1)

    async def __aenter__(self) -> None:
        pass

    async def __aexit__(self, *_: object) -> None:
        pass

    def post(self, message: Message) -> None:
        pass

    async def messages(self) -> AsyncIterator[Message]:
        for number in range(COUNT):
            await asyncio.sleep(0)
            yield Status(transfer_id=ID, written=number)


async def test_nothing_more_is_read_before_that_is_done_which_a_session_waits_for() -> None:
    disk, loop = Worker("disk"), asyncio.get_running_loop()
    ourselves = SimpleNamespace(port=1, aes_is_faster=True, installation_id=b"", hints=())
    context = SimpleNamespace(ourselves=ourselves, listeners=Listening(), disk=disk)
    session = FriendSession(
        ALICE.friend_id,
        cast(Channel, FakeChannel()),
        cast(Session, SimpleNamespace(is_initiator=True, handshake_hash=b"")),
        Path.SAME_NETWORK,
        cast(SessionContext, context),
        cast(Any, None),
    )
    is_written = asyncio.Event()
    heard: list[object] = []

    async def write() -> None:
        await is_written.wait()

    def hear(event: object) -> None:
        heard.append(event)
        if len(heard) == 1:
            session.wait_for(loop.create_task(write()))

    session.route(ID, hear)
    running = loop.create_task(session.run(lambda _: None))
    for _ in range(10 * COUNT):
        await asyncio.sleep(0)
    assert len(heard) == 1
    is_written.set()
    await running
    assert [each.written for each in heard[:COUNT] if isinstance(each, Status)] == [0, 1, 2]
    disk.close()


class Listening:
    """Hears of what concerns more than one transfer."""

    def paired(self, *_: object) -> None:
        pass
