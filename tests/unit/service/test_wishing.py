"""NEED by NEED: what is asked for, and which SENT says that it has left."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest

from byhand.domain.pieces import KIB, PACK_INDEX
from byhand.domain.transfer import TransferId
from byhand.engine.arrival import Arrival
from byhand.engine.held_back import HeldBack, Hint
from byhand.protocol.messages import Need, Sent, Want
from byhand.service.friend_session import FriendSession
from byhand.service.wishing import ROUNDS, Wishing
from tests.helpers.arrivals import Receiver
from tests.helpers.trees import Tree

PIECE = 256 * KIB
TREE: Tree = {"a": os.urandom(1000), "big": os.urandom(3 * PIECE), "other": os.urandom(PIECE)}
A, BIG, OTHER = range(3)
ID = TransferId(bytes(16))


class Session:
    """Keeps what is posted; every lane has delivered."""

    def __init__(self) -> None:
        self.posted: list[Any] = []
        self.lanes = self
        self.delivered = True

    def post(self, message: object) -> None:
        self.posted.append(message)

    def has_delivered(self, index: int, frames: int) -> bool:
        return self.delivered


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
        self.wishing = Wishing(ID, arrival.content, arrival.pieces)
        self.wishing.begin(cast(FriendSession, self.session))

    def wish(self) -> None:
        self.wishing.wish(self.held)

    def needs(self) -> list[Need]:
        return self.session.posted

    def sent(self, epoch: int, needs: int = 1) -> bool:
        """Hear SENT; say whether all has come then."""
        self.wishing.served(Sent(transfer_id=ID, epoch=epoch, lanes=[(0, 1)], needs=needs))
        return self.wishing.is_served()


PACK, WHOLE_BIG, WHOLE_OTHER = Want(PACK_INDEX, [0, 1]), Want(BIG, [0, 3]), Want(OTHER, [0, 1])


def test_what_is_held_back_is_added_to_the_wish_later(arrival: Arrival) -> None:
    world = World(arrival, BIG)
    world.wish()
    world.wishing.add(world.held.release([BIG]))
    assert world.needs() == [
        Need(transfer_id=ID, epoch=1, wants=[PACK, WHOLE_OTHER]),
        Need(transfer_id=ID, epoch=1, wants=[WHOLE_BIG], add=True),
    ]


def test_sent_counts_once_everything_that_was_added_is_in_it(arrival: Arrival) -> None:
    """Else what is still on its way would be wished for, and come, a second time."""
    world = World(arrival, BIG)
    world.wish()
    assert world.sent(1)
    world.wishing.add(world.held.release([BIG]))
    assert not world.wishing.is_served()
    assert not world.sent(1, needs=1), "it had left before the other wish came"
    assert not world.sent(2)
    assert world.sent(1, needs=2)


def test_if_everything_is_held_back_the_wish_waits(arrival: Arrival) -> None:
    world = World(arrival, A, BIG, OTHER)
    world.wish()
    assert world.needs() == []
    assert world.wishing.is_open
    world.wishing.add(world.held.release([OTHER]))
    world.wishing.add(world.held.release([A]))
    assert world.needs() == [
        Need(transfer_id=ID, epoch=1, wants=[WHOLE_OTHER]),
        Need(transfer_id=ID, epoch=1, wants=[PACK], add=True),
    ]


def test_what_is_here_by_now_is_not_added(arrival: Arrival) -> None:
    world = World(arrival, BIG)
    world.wish()
    arrival.content.note_copied(BIG, bytes(32), arrival.content.states.state(BIG).SKIPPED)
    world.wishing.add(world.held.release([BIG]))
    assert len(world.needs()) == 1


def test_a_wish_for_nothing_asks_for_roots(arrival: Arrival) -> None:
    world = World(arrival)
    for entry in (A, BIG, OTHER):
        arrival.content.note_copied(entry, bytes(32), arrival.content.states.state(entry).SKIPPED)
    world.wish()
    assert world.needs() == [Need(transfer_id=ID, epoch=1, wants=[])]


def test_nothing_is_added_to_a_wish_that_is_over(arrival: Arrival) -> None:
    world = World(arrival, BIG)
    world.wish()
    world.wishing.put_off()
    world.wishing.add(world.held.release([BIG]))
    assert len(world.needs()) == 1
    world.wish()
    assert world.needs()[-1].epoch == 2
    assert WHOLE_BIG in (world.needs()[-1].wants or [])


def test_a_wish_is_repeated_a_few_times_and_with_it_comes_a_new_count(arrival: Arrival) -> None:
    world = World(arrival)
    world.wish()
    for round_number in range(ROUNDS):
        assert world.sent(round_number + 1)
        assert world.wishing.again(world.held)
        assert not world.wishing.is_served()
    assert not world.wishing.again(world.held)
    assert [need.epoch for need in world.needs()] == [*range(1, ROUNDS + 2)]


def test_a_lane_that_has_not_delivered_all_is_waited_for(arrival: Arrival) -> None:
    world = World(arrival)
    world.wish()
    world.session.delivered = False
    assert not world.sent(1)
    world.session.delivered = True
    assert world.wishing.is_served()
