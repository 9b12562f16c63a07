from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import pytest

from byhand.engine.lane_orders import Drop, Hold, Push
from byhand.engine.reports import LaneEnded
from byhand.engine.sending_lane import SendingLane
from byhand.engine.source_pieces import SourcePieces
from byhand.engine.wishes import Wish
from byhand.errors import NetworkError
from byhand.service.pushing import Pushing
from byhand.service.surroundings import LaneFailed, LaneOpened
from tests.helpers.transfer_parts import Around, FakeLane, FakeSession, Storage, settled, storage_in

NUMBER = 5


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[Storage]:
    with storage_in(tmp_path) as storage:
        yield storage


@dataclass
class Pieces:
    number: int = NUMBER


@dataclass(frozen=True)
class Part:
    """What is wished for, told apart by a name."""

    name: str


def push(epoch: int, *names: str, extends: bool = False) -> Push:
    wishes = tuple(cast(Wish, Part(name)) for name in names)
    return Push(cast(SourcePieces, Pieces()), epoch, wishes, extends)


class World:
    def __init__(self, storage: Storage) -> None:
        self.around = Around(storage)
        self.events: list[object] = []
        self.lost: list[tuple[int, int, int]] = []
        self.session = FakeSession()
        self.pushing = Pushing(
            self.around.real,
            self.events.append,
            lambda push, index, frames: self.lost.append((push.epoch, index, frames)),
        )
        self.pushing.attach(self.session.real)

    def lane(self, index: int = 0, *, is_open: bool = True) -> FakeLane:
        lane = self.session.lanes.lane = FakeLane(index)
        self.session.lanes.open_lanes = {index} if is_open else set()
        return lane

    async def go(self) -> None:
        """Let everything happen, and be heard."""
        await settled()
        events, self.events[:] = list(self.events), []
        for event in events:
            assert isinstance(event, LaneOpened | LaneFailed | LaneEnded)
            self.pushing.lane_changed(event)
        await settled()


async def test_nothing_leaves_before_there_is_a_wish_a_lane_and_a_turn(storage: Storage) -> None:
    world = World(storage)
    lane = world.lane()
    world.pushing.push(push(1, "a"))
    await world.go()
    assert lane.orders == []
    world.pushing.give_turn(has_turn=True)
    await world.go()
    assert lane.orders == [push(1, "a")]
    world.pushing.give_turn(has_turn=False)
    world.pushing.push(push(2, "b"))
    await world.go()
    assert lane.ordered(Push) == [push(1, "a")]
    assert len(world.around.turns_changed) == 2


async def test_a_wish_that_is_extended_before_any_lane_knows_it_is_pushed_whole(
    storage: Storage,
) -> None:
    world = World(storage)
    lane = world.lane()
    world.pushing.push(push(1, "a"))
    world.pushing.push(push(1, "b", extends=True))
    world.pushing.give_turn(has_turn=True)
    await world.go()
    assert lane.orders == [push(1, "a", "b")]
    world.pushing.push(push(1, "c", extends=True))
    assert lane.orders[1:] == [push(1, "c", extends=True)]


async def test_whoever_loses_its_turn_rests_and_goes_on_where_it_was(storage: Storage) -> None:
    world = World(storage)
    lane = world.lane()
    world.pushing.give_turn(has_turn=True)
    world.pushing.push(push(1, "a"))
    await world.go()
    for has_turn in (False, False, True, True):
        world.pushing.give_turn(has_turn=has_turn)
    resting, going = Hold(NUMBER, is_held=True), Hold(NUMBER, is_held=False)
    assert lane.orders == [push(1, "a"), resting, going]


async def test_what_is_wished_for_while_it_rests_joins_what_the_lane_has_of_it(
    storage: Storage,
) -> None:
    world = World(storage)
    lane = world.lane()
    world.pushing.give_turn(has_turn=True)
    world.pushing.push(push(1, "a"))
    await world.go()
    world.pushing.give_turn(has_turn=False)
    for name in ("b", "c"):
        world.pushing.push(push(1, name, extends=True))
    world.pushing.give_turn(has_turn=True)
    assert lane.ordered(Push) == [push(1, "a"), push(1, "b", "c", extends=True)]
    world.pushing.give_turn(has_turn=False)
    world.pushing.push(push(2, "d"))
    world.pushing.push(push(2, "e", extends=True))
    world.pushing.give_turn(has_turn=True)
    assert lane.ordered(Push)[2:] == [push(2, "d", "e")]


async def test_a_lane_that_ends_while_it_rests_lets_the_receiver_ask_again(
    storage: Storage,
) -> None:
    world = World(storage)
    world.lane(4)
    world.pushing.give_turn(has_turn=True)
    world.pushing.push(push(3, "a"))
    await world.go()
    world.pushing.give_turn(has_turn=False)
    world.pushing.lane_changed(LaneEnded(4, None, 9))
    assert world.lost == [(3, 4, 9)]


async def test_a_lane_that_died_before_it_was_used_lets_the_receiver_ask_again(
    storage: Storage,
) -> None:
    world = World(storage)
    world.lane(4, is_open=False)
    world.pushing.give_turn(has_turn=True)
    world.pushing.push(push(3, "a"))
    await world.go()
    assert world.lost == [(3, 4, 0)]


async def test_the_end_of_the_lane_in_use_loses_the_wish_and_any_other_does_not(
    storage: Storage,
) -> None:
    world = World(storage)
    world.lane(4)
    world.pushing.give_turn(has_turn=True)
    world.pushing.push(push(3, "a"))
    await world.go()
    world.pushing.lane_changed(LaneEnded(2, None, 7))
    assert world.lost == []
    for _ in range(2):
        world.pushing.lane_changed(LaneEnded(4, None, 9))
        assert world.lost == [(3, 4, 9)], "it is told once, with what the lane had carried"


async def test_what_a_session_that_is_over_opened_is_not_used(storage: Storage) -> None:
    world = World(storage)
    old = world.lane(0)
    world.pushing.give_turn(has_turn=True)
    world.pushing.push(push(1, "a"))
    await settled()
    (opened,) = world.events
    assert isinstance(opened, LaneOpened)
    world.session = FakeSession()
    world.pushing.attach(world.session.real)
    fresh = world.lane(0)
    world.pushing.push(push(1, "b"))
    world.pushing.lane_changed(opened)
    failed = LaneFailed(FakeSession().real, NetworkError("late"))
    world.pushing.lane_changed(failed)
    await world.go()
    assert (old.orders, fresh.orders) == ([], [push(1, "b")])
    assert world.lost == []


async def test_stopping_drops_what_was_pushed_and_gives_the_turn_away(storage: Storage) -> None:
    world = World(storage)
    lane = world.lane()
    world.pushing.give_turn(has_turn=True)
    world.pushing.push(push(1, "a"))
    await world.go()
    told = len(world.around.turns_changed)
    world.pushing.stop(NUMBER)
    assert lane.ordered(Drop) == [Drop(NUMBER)]
    assert world.pushing.pushed is None
    assert len(world.around.turns_changed) == told + 1


async def test_one_lane_is_asked_for_at_a_time(storage: Storage) -> None:
    world = World(storage)
    lane = world.lane()
    asked = 0
    sending_lane = world.session.lanes.sending_lane

    async def counted() -> SendingLane:
        nonlocal asked
        asked += 1
        return await sending_lane()

    world.session.lanes.sending_lane = counted  # type: ignore[method-assign]
    world.pushing.give_turn(has_turn=True)
    for epoch in (1, 2, 3):
        world.pushing.push(push(epoch, "a"))
    await world.go()
    assert asked == 1
    assert [order.epoch for order in lane.orders] == [3]
