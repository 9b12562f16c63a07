"""Files handed over between whole services, and what they have said to each other for it."""

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from byhand.domain.root_chunks import each_root
from byhand.domain.stopwatch import Stopwatch
from byhand.domain.transfer import TransferId, TransferState
from byhand.network.lane import FrameSender
from byhand.protocol.codec import encode_message
from byhand.protocol.message import Message
from byhand.service.friend_session import FriendSession
from byhand.service.transfer_memory import TransferMemory
from tests.helpers.two_services import SECONDS, Party


@dataclass
class Wire:
    """What all services have sent each other: bytes of frames, and messages."""

    lanes: int = 0
    messages: list[Message] = field(default_factory=list)

    def clear(self) -> None:
        self.lanes = 0
        self.messages.clear()

    def control(self) -> Counter[str]:
        """Return how many bytes of messages of each type there were."""
        counted: Counter[str] = Counter()
        for message in self.messages:
            counted[type(message).__name__] += len(encode_message(message))
        return counted


def tapped(monkeypatch: pytest.MonkeyPatch) -> Wire:
    """Return what services say to each other from now on."""
    wire = Wire()
    send_frame, post = FrameSender.send_frame, FriendSession.post

    def counting_frame(
        sender: FrameSender, frame: memoryview, payload_bytes: int, watch: Stopwatch
    ) -> None:
        wire.lanes += len(frame)
        send_frame(sender, frame, payload_bytes, watch)

    def keeping_post(session: FriendSession, message: Message) -> None:
        wire.messages.append(message)
        post(session, message)

    monkeypatch.setattr(FrameSender, "send_frame", counting_frame)
    monkeypatch.setattr(FriendSession, "post", keeping_post)
    return wire


def memory_of(party: Party) -> TransferMemory:
    return party.service._handing_over.memory


async def offered(sender: Party, receiver: Party, *paths: Path) -> TransferId:
    transfer_id = sender.service.send([str(path) for path in paths], sender.friend.id)
    await receiver.until_offered(transfer_id)
    return transfer_id


async def arrived(sender: Party, receiver: Party, transfer_id: TransferId) -> TransferId:
    """Wait until both say that all is done, and remember it."""
    for side in (sender, receiver):
        assert (await side.until_final(transfer_id)).state is TransferState.DONE
        await remembered(side, transfer_id)
    return transfer_id


async def handed_over(sender: Party, receiver: Party, *paths: Path) -> TransferId:
    transfer_id = await offered(sender, receiver, *paths)
    receiver.service.accept(transfer_id)
    return await arrived(sender, receiver, transfer_id)


async def remembered(party: Party, transfer_id: TransferId) -> None:
    """Wait until the files of a transfer are remembered as exchanged; nobody is told of that."""
    memory = memory_of(party)
    stored = await memory.ended(transfer_id)
    assert stored is not None
    roots = {root for _, root in each_root(await memory.roots_of(transfer_id))}
    async with asyncio.timeout(SECONDS):
        while True:
            found = await memory.exchanges.by_roots(stored.transfer.friend_id, roots)
            if len(found) == len(roots):
                return
            await asyncio.sleep(0.01)
