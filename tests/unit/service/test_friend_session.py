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


class Listening:
    """Hears of what concerns more than one transfer."""

    def paired(self, *_: object) -> None:
        pass


class World:
    """A session that waits, from its first message on, for work that ends when it is told to."""

    def __init__(self) -> None:
        self.disk, self.loop = Worker("disk"), asyncio.get_running_loop()
        ourselves = SimpleNamespace(port=1, aes_is_faster=True, installation_id=b"", hints=())
        context = SimpleNamespace(ourselves=ourselves, listeners=Listening(), disk=self.disk)
        self.session = FriendSession(
            ALICE.friend_id,
            cast(Channel, FakeChannel()),
            cast(Session, SimpleNamespace(is_initiator=True, handshake_hash=b"")),
            Path.SAME_NETWORK,
            cast(SessionContext, context),
            cast(Any, None),
        )
        self.is_written = asyncio.Event()
        self.heard: list[object] = []
        self.session.route(ID, self._hear)
        self.work = self.loop.create_task(self._write())
        self.running = self.loop.create_task(self.session.run(lambda _: None))

    def told(self) -> list[int | None]:
        return [each.written for each in self.heard if isinstance(each, Status)]

    async def end(self) -> None:
        await self.running
        self.is_written.set()
        await self.work
        self.disk.close()

    async def _write(self) -> None:
        await self.is_written.wait()

    def _hear(self, event: object) -> None:
        self.heard.append(event)
        if len(self.heard) == 1:
            self.session.wait_for(self.work)


async def test_nothing_more_is_read_before_that_is_done_which_a_session_waits_for() -> None:
    world = World()
    for _ in range(10 * COUNT):
        await asyncio.sleep(0)
    assert world.told() == [0]
    world.is_written.set()
    await world.end()
    assert world.told() == list(range(COUNT))


async def test_what_is_not_done_for_long_keeps_a_session_from_nothing() -> None:
    world = World()
    await world.running
    assert not world.work.done()
    assert world.told() == list(range(COUNT))
    await world.end()
