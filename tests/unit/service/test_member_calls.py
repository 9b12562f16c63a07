"""When another member is called: at once or after they had time to, and then ever more rarely."""

from collections.abc import AsyncIterator

import pytest

from byhand.errors import AuthenticationError
from byhand.service.member_calls import MemberCalls, MemberPair
from tests.helpers.membership_parts import (
    OURS,
    THEIRS,
    Dialling,
    Tasks,
    Time,
    hints_of,
    row_of,
    ticket_of,
)

START = 1000.0


class World:
    def __init__(self) -> None:
        self.time = Time(START)
        self.tasks = Tasks()
        self.dialling = Dialling(self.time)
        self.arrived: list[bytes] = []
        self.calls = MemberCalls(
            self.tasks.spawn,
            self.dialling,
            lambda _, established: self.arrived.append(established.ticket.own_tag),
            self.time.sleep,
        )

    def after(self) -> list[float]:
        """Return how long after the beginning each call was made."""
        return [at - START for at in self.dialling.times]


@pytest.fixture
async def world() -> AsyncIterator[World]:
    world = World()
    yield world
    world.calls.stop_all()
    await world.time.move(1000)
    assert not world.tasks.running
    world.dialling.close()


def pair_of(number: int = 1, first: int = OURS) -> MemberPair:
    row = row_of(number, first)
    return MemberPair(ticket_of(row), hints_of(row), row.expires_at)


async def test_the_smaller_tag_calls_at_once_and_the_larger_waits_to_be_called(
    world: World,
) -> None:
    world.calls.start(pair_of(1, OURS))
    world.calls.start(pair_of(2, THEIRS))
    await world.time.move(2.9)
    assert [tag for tag, _, _ in world.dialling.calls] == [pair_of(1).ticket.own_tag] * 2
    await world.time.move(0.1)
    assert world.dialling.calls[-1][0] == pair_of(2, THEIRS).ticket.own_tag
    assert world.after() == [0, 2, 3]


async def test_who_does_not_answer_is_called_ever_more_rarely(world: World) -> None:
    world.calls.start(pair_of())
    await world.time.move(220)
    assert world.after() == [0, 2, 7, 22, 82, 142, 202]


async def test_a_call_that_is_answered_is_the_last(world: World) -> None:
    world.dialling.answers = [AuthenticationError("a stranger"), None]
    world.calls.start(pair_of())
    await world.time.move(100)
    assert world.after() == [0, 2]
    assert world.arrived == [pair_of().ticket.own_tag]
    assert not world.tasks.running


@pytest.mark.parametrize(("first", "after"), [(OURS, 2), (THEIRS, 5)])
async def test_one_to_whom_the_link_is_lost_is_called_again_after_a_pause(
    world: World, first: int, after: float
) -> None:
    world.calls.lost(pair_of(first=first))
    await world.time.move(after)
    assert world.after() == [after]


async def test_nobody_is_called_twice_at_once(world: World) -> None:
    for _ in range(3):
        world.calls.start(pair_of())
    world.calls.lost(pair_of())
    await world.time.move(2)
    assert world.after() == [0, 2]


async def test_who_is_there_is_called_no_more(world: World) -> None:
    world.calls.start(pair_of(1))
    world.calls.start(pair_of(2))
    await world.time.move(0)
    world.calls.stop(pair_of(1).ticket.own_tag)
    await world.time.move(2)
    assert [tag for tag, _, _ in world.dialling.calls].count(pair_of(1).ticket.own_tag) == 1
    assert len(world.dialling.calls) == 3


async def test_they_are_called_where_the_sender_says_they_are(world: World) -> None:
    world.calls.start(pair_of())
    await world.time.move(0)
    assert world.dialling.calls[0][1] == pair_of().hints
