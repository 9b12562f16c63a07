"""Opening lanes: announced, echoed, dialled, and what a lying friend may not do."""

import asyncio
import socket

import pytest

from byhand.errors import NetworkError, RemoteProtocolError, UnreachableError
from byhand.protocol.handshake import LaneEstablished, LaneTicket
from byhand.protocol.messages import Lanes
from byhand.service.lanes import LANE_LIMIT, SessionLanes
from tests.helpers import connection_pair


class Side:
    """One end of a session with its lanes; messages and dials go to the other end."""

    def __init__(self, is_initiator: bool) -> None:
        self.session = SESSIONS[is_initiator]
        self.posted: list[Lanes] = []
        self.ended: list[object] = []
        self.dials: list[LaneTicket] = []
        self.other: Side | None = None
        self.lanes = SessionLanes(self.session, self.posted.append, self.dial, self.ended.append)

    async def dial(self, ticket: LaneTicket) -> tuple[socket.socket, LaneEstablished]:
        self.dials.append(ticket)
        other = self.other
        theirs = other.lanes.ticket(ticket.tag) if other is not None else None
        if other is None or theirs is None:
            raise UnreachableError(True)
        near, far = socket.socketpair()
        ours, answered = connection_pair.lane_pair(ticket)
        other.lanes.arrived(far, answered)
        return near, ours

    async def close(self) -> None:
        self.lanes.abandon()
        await asyncio.to_thread(self.lanes.close)


SESSIONS = dict(zip((True, False), connection_pair.session_pair(), strict=True))


async def pass_on(sides: tuple[Side, Side]) -> None:
    """Carry what both have posted, until both are silent."""
    for _ in range(20):
        for side, other in (sides, sides[::-1]):
            while side.posted:
                other.lanes.announced(side.posted.pop(0))
        await asyncio.sleep(0)


@pytest.mark.parametrize("sender_is_initiator", [True, False])
async def test_a_lane_opens_whichever_side_sends(sender_is_initiator: bool) -> None:
    sender, receiver = Side(sender_is_initiator), Side(not sender_is_initiator)
    sender.other, receiver.other = receiver, sender
    opening = asyncio.create_task(sender.lanes.sending_lane())
    again = asyncio.create_task(sender.lanes.sending_lane())
    await asyncio.sleep(0)
    await pass_on((sender, receiver))
    lane = await opening
    assert await again is lane
    assert sender.lanes.is_open(lane)
    assert receiver.lanes.has_delivered(lane.index, 0)
    assert not receiver.lanes.has_delivered(lane.index, 1)
    await sender.close()
    await receiver.close()
    await asyncio.sleep(0.01)
    assert not sender.lanes.is_open(lane)
    assert receiver.lanes.has_delivered(lane.index, 1), "a closed lane delivers nothing more"


async def test_all_who_wait_for_a_lane_hear_that_it_does_not_open(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("byhand.service.lanes.OPENING_SECONDS", 0.01)
    side = Side(True)
    waiting = [asyncio.create_task(side.lanes.sending_lane()) for _ in range(3)]
    ends = await asyncio.gather(*waiting, return_exceptions=True)
    assert all(isinstance(end, NetworkError) for end in ends)
    await side.close()


async def test_all_who_wait_for_a_lane_hear_that_the_session_has_ended() -> None:
    side = Side(True)
    waiting = [asyncio.create_task(side.lanes.sending_lane()) for _ in range(3)]
    await asyncio.sleep(0)
    await side.close()
    ends = await asyncio.gather(*waiting, return_exceptions=True)
    assert all(isinstance(end, NetworkError) for end in ends)
    with pytest.raises(NetworkError):
        await side.lanes.sending_lane()


async def test_an_echo_that_comes_too_late_is_no_lie(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("byhand.service.lanes.OPENING_SECONDS", 0.01)
    side = Side(True)
    with pytest.raises(NetworkError):
        await side.lanes.sending_lane()
    side.lanes.announced(Lanes(indices=[0], direction=0))
    await side.close()
    assert side.dials == []


@pytest.mark.parametrize("is_initiator", [True, False])
async def test_echoes_and_lanes_that_cannot_be_are_lies(is_initiator: bool) -> None:
    side = Side(is_initiator)
    ours, theirs = (0, 1) if is_initiator else (1, 0)
    our_direction, their_direction = (0, 1) if is_initiator else (1, 0)
    for lanes in (
        Lanes(indices=[ours], direction=our_direction),  # never announced
        Lanes(indices=[theirs], direction=our_direction),  # ours to announce
    ):
        with pytest.raises(RemoteProtocolError):
            side.lanes.announced(lanes)
    side.lanes.announced(Lanes(indices=[theirs], direction=their_direction))
    with pytest.raises(RemoteProtocolError):
        side.lanes.announced(Lanes(indices=[theirs], direction=their_direction))
    await side.close()


async def test_F10_lanes_that_are_announced_and_never_dialled_do_not_pile_up() -> None:
    side = Side(False)
    for index in range(0, 2000, 2):
        side.lanes.announced(Lanes(indices=[index], direction=0))
    assert len(side.lanes._tickets) == LANE_LIMIT == len(side.lanes._awaited)
    await side.close()


async def test_F10_dialling_for_a_friend_has_a_limit() -> None:
    side = Side(True)
    with pytest.raises(RemoteProtocolError):
        side.lanes.announced(Lanes(indices=list(range(1, 100, 2)), direction=1))
    assert len(side.lanes._dialling) == LANE_LIMIT
    await side.close()


async def test_a_lane_that_could_not_be_dialled_leaves_the_session_alone() -> None:
    side = Side(True)
    side.lanes.announced(Lanes(indices=[1], direction=1))
    assert not side.lanes.has_delivered(1, 5), "it may still come"
    while side.lanes._dialling:
        await asyncio.gather(*side.lanes._dialling)
    assert side.lanes.has_delivered(1, 5)
    await side.close()


async def test_a_lane_that_arrives_after_the_end_is_closed() -> None:
    side = Side(True)
    ticket = side.lanes._make_ticket(1, 1)
    ours, _ = connection_pair.lane_pair(ticket)
    await side.close()
    near, far = socket.socketpair()
    with far:
        side.lanes.arrived(near, ours)
        assert near.fileno() == -1
