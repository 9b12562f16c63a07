"""NEED by NEED: what is asked for, and which SENT says that it has left."""

import asyncio
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from byhand.domain.pieces import KIB, PACK_INDEX
from byhand.domain.transfer import EntryState, TransferId
from byhand.engine.arrival import Arrival
from byhand.engine.held_back import HeldBack, Hint
from byhand.protocol.messages import Need, Sent, Want
from byhand.service.friend_session import FriendSession
from byhand.service.surroundings import Surroundings
from byhand.service.wishing import ROUNDS, Wishing
from byhand.service.worker import Worker
from tests.helpers.arrivals import Receiver
from tests.helpers.trees import Tree

PIECE = 256 * KIB
TREE: Tree = {"a": os.urandom(1000), "big": os.urandom(3 * PIECE), "other": os.urandom(PIECE)}
A, BIG, OTHER = range(3)
ID = TransferId(bytes(16))


class Session:
    """Keeps what is posted; every lane has delivered, unless a test says otherwise."""

    def __init__(self) -> None:
        self.posted: list[Any] = []
        self.lanes = self
        self.delivered = True
        self.ended: set[int] = set()
        self.hung_up = 0

    def post(self, message: object) -> None:
        self.posted.append(message)

    def has_delivered(self, index: int, frames: int) -> bool:
        return self.delivered

    def has_ended(self, index: int) -> bool:
        return index in self.ended

    def hang_up_silent(self) -> None:
        self.hung_up += 1


@pytest.fixture
def arrival(tmp_path: Path) -> Iterator[Arrival]:
    with Receiver(tmp_path / "to", TREE) as receiver:
        arrival = receiver.begin()
        yield arrival
        arrival.discard()


class World:
    def __init__(self, arrival: Arrival, *held: int) -> None:
        hints = bytearray(len(TREE))
        for entry in held:
            hints[entry] = Hint.ELSEWHERE
        self.held = HeldBack(arrival.accepted.packs, hints)
        self.session = Session()
        self.disk = Worker("disk")
        around = SimpleNamespace(disk=self.disk, spawn=asyncio.get_running_loop().create_task)
        self.wishing = Wishing(
            ID, arrival.content, arrival.pieces, self.held, cast(Surroundings, around)
        )
        self.wishing.attach(cast(FriendSession, self.session))
        self.wishing.hold(is_held=False)

    async def add(self, *entries: int) -> None:
        self.wishing.add(self.held.release(entries))
        await self.settled()

    async def settled(self) -> list[Need]:
        """Return what was said, once all that was ordered is."""
        while self.wishing._work is not None:
            await asyncio.wait({self.wishing._work})
        return self.session.posted

    def sent(self, epoch: int, needs: int = 1) -> bool:
        """Hear SENT; say whether all has come then."""
        self.wishing.served(Sent(transfer_id=ID, epoch=epoch, lanes=[(0, 1)], needs=needs))
        return self.wishing.is_served()


PACK, WHOLE_BIG, WHOLE_OTHER = Want(PACK_INDEX, [0, 1]), Want(BIG, [0, 3]), Want(OTHER, [0, 1])


async def test_what_is_held_back_is_added_to_the_wish_later(arrival: Arrival) -> None:
    world = World(arrival, BIG)
    await world.add(BIG)
    assert await world.settled() == [
        Need(transfer_id=ID, epoch=1, wants=[PACK, WHOLE_OTHER]),
        Need(transfer_id=ID, epoch=1, wants=[WHOLE_BIG], add=True),
    ]


async def test_what_is_released_while_the_wish_is_put_together_is_wished_for_once(
    arrival: Arrival,
) -> None:
    world = World(arrival, BIG)
    blocked = threading.Event()
    blocker = asyncio.ensure_future(world.disk.run(blocked.wait))
    world.wishing.wish_anew()
    world.wishing.add(world.held.release([BIG]))
    blocked.set()
    await blocker
    wants = [want for need in await world.settled() for want in need.wants or ()]
    assert wants.count(WHOLE_BIG) == 1


async def test_sent_counts_once_everything_that_was_added_is_in_it(arrival: Arrival) -> None:
    """Else what is still on its way would be wished for, and come, a second time."""
    world = World(arrival, BIG)
    await world.settled()
    assert world.sent(1)
    world.wishing.add(world.held.release([BIG]))
    assert not world.wishing.is_served()
    assert not world.sent(1), "something more is about to be wished for"
    await world.settled()
    assert not world.sent(1, needs=1), "it had left before the other wish came"
    assert not world.sent(2)
    assert world.sent(1, needs=2)


async def test_sent_still_counts_if_nothing_had_to_be_added(arrival: Arrival) -> None:
    world = World(arrival, BIG)
    await world.settled()
    assert world.sent(1)
    await world.add()
    assert world.wishing.is_served()


async def test_if_everything_is_held_back_the_wish_waits(arrival: Arrival) -> None:
    world = World(arrival, A, BIG, OTHER)
    assert await world.settled() == []
    world.wishing.look_for_silence()
    assert not world.session.hung_up, "nothing is to come"
    await world.add(OTHER)
    await world.add(A)
    assert await world.settled() == [
        Need(transfer_id=ID, epoch=1, wants=[WHOLE_OTHER]),
        Need(transfer_id=ID, epoch=1, wants=[PACK], add=True),
    ]


async def test_what_is_here_by_now_is_not_added(arrival: Arrival) -> None:
    world = World(arrival, BIG)
    await world.settled()
    arrival.content.note_copied(BIG, bytes(32), EntryState.SKIPPED)
    await world.add(BIG)
    assert len(await world.settled()) == 1
    assert world.sent(1)


async def test_a_wish_for_nothing_asks_for_roots(arrival: Arrival) -> None:
    for entry in (A, BIG, OTHER):
        arrival.content.note_copied(entry, bytes(32), EntryState.SKIPPED)
    world = World(arrival)
    assert await world.settled() == [Need(transfer_id=ID, epoch=1, wants=[])]


async def test_nothing_is_added_to_a_wish_that_is_over(arrival: Arrival) -> None:
    world = World(arrival, BIG)
    await world.settled()
    assert not world.wishing.hold(is_held=True)
    await world.add(BIG)
    assert len(await world.settled()) == 1
    assert world.wishing.hold(is_held=False)
    (_, second) = await world.settled()
    assert (second.epoch, second.add) == (2, False)
    assert WHOLE_BIG in (second.wants or [])


async def test_a_session_that_is_lost_while_the_wish_is_put_together_hears_nothing(
    arrival: Arrival,
) -> None:
    world = World(arrival)
    world.wishing.attach(None)
    assert await world.settled() == []


async def test_a_wish_is_repeated_a_few_times_but_as_often_as_a_lane_is_lost(
    arrival: Arrival,
) -> None:
    world = World(arrival)
    for round_number in range(ROUNDS):
        await world.settled()
        assert world.sent(round_number + 1)
        assert world.wishing.wish_again()
        assert not world.wishing.is_served()
    await world.settled()
    assert world.sent(ROUNDS + 1)
    world.session.ended.add(0)
    assert world.wishing.wish_again(), "what was lost with a lane"
    world.session.ended.clear()
    await world.settled()
    assert world.sent(ROUNDS + 2)
    assert not world.wishing.wish_again()
    assert [need.epoch for need in await world.settled()] == [*range(1, ROUNDS + 3)]


async def test_a_lane_that_has_not_delivered_all_is_waited_for(arrival: Arrival) -> None:
    world = World(arrival)
    await world.settled()
    world.session.delivered = False
    assert not world.sent(1)
    world.wishing.look_for_silence()
    assert world.session.hung_up == 1
    world.session.delivered = True
    assert world.wishing.is_served()
