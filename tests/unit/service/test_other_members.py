"""Whom we exchange with: who is let in, which of two connections stays, who is called again."""

import socket
from collections.abc import AsyncIterator

import pytest
from msgspec.structs import replace

from byhand.errors import (
    AuthenticationError,
    ByhandError,
    ConnectionLostError,
    RemoteProtocolError,
)
from byhand.protocol.member_messages import TICKETS_LIMIT, GroupRow
from byhand.service.other_members import OtherMembers
from tests.helpers.group_parts import GROUP_ID
from tests.helpers.members import loopback
from tests.helpers.membership_parts import (
    OURS,
    THEIRS,
    Dialling,
    FakeExchange,
    Tasks,
    Time,
    established,
    hints_of,
    row_of,
    ticket_of,
)


class World:
    def __init__(self) -> None:
        self.time = Time()
        self.tasks = Tasks()
        self.dialling = Dialling(self.time)
        self.exchange = FakeExchange()
        self.others = OtherMembers(
            *(GROUP_ID, self.exchange.real, self.tasks.spawn, self.dialling, self.time.sleep)
        )
        self._sockets: list[socket.socket] = []

    def meet(self, *rows: GroupRow) -> None:
        for row in rows:
            self.others.meet(row, hints_of(row), row.expires_at)

    def sock(self) -> socket.socket:
        """Return our end of a connection from this computer."""
        near, far = loopback()
        self._sockets += [near, far]
        return near

    def calls(self) -> list[bytes]:
        return [tag for tag, _, _ in self.dialling.calls]

    def close(self) -> None:
        for sock in self._sockets:
            sock.close()
        self.dialling.close()


def is_closed(sock: socket.socket) -> bool:
    return sock.fileno() < 0


@pytest.fixture
async def world() -> AsyncIterator[World]:
    world = World()
    yield world
    world.others.stop()
    await world.time.move(0)
    assert not world.tasks.running
    world.close()


async def test_who_is_met_is_called_and_linked(world: World) -> None:
    row = row_of(1)
    world.dialling.answers = [None]
    world.meet(row)
    await world.time.move(100)
    assert world.calls() == [row.own_tag]
    assert list(world.exchange.links) == [row.own_tag]


async def test_one_who_is_known_already_is_not_called_again(world: World) -> None:
    row = row_of(1)
    world.dialling.answers = [None]
    world.meet(row)
    await world.time.move(0)
    world.meet(replace(row, expires_at=9999))
    await world.time.move(100)
    assert world.calls() == [row.own_tag]
    assert world.others.pairs[row.own_tag].expires_at == 9999
    assert world.exchange.dropped == []


async def test_who_is_not_reached_is_called_at_once_where_they_are_now(world: World) -> None:
    row = row_of(1)
    world.meet(row)
    await world.time.move(1)
    moved = replace(row, hints=["tcp://127.0.0.1:47999"])
    world.meet(moved)
    await world.time.move(0)
    assert [hints for _, hints, _ in world.dialling.calls] == [hints_of(row), hints_of(moved)]


async def test_another_key_for_a_tag_replaces_the_link(world: World) -> None:
    row = row_of(1)
    world.dialling.answers = [None, None]
    world.meet(row)
    await world.time.move(0)
    world.meet(replace(row, key=bytes(32)))
    assert world.exchange.dropped == [row.own_tag]
    await world.time.move(0)
    assert world.calls() == [row.own_tag] * 2
    assert world.others.pairs[row.own_tag].ticket.key == bytes(32)


async def test_more_members_than_there_may_be_are_the_senders_fault(world: World) -> None:
    world.meet(*(row_of(number) for number in range(TICKETS_LIMIT)))
    with pytest.raises(RemoteProtocolError):
        world.meet(row_of(TICKETS_LIMIT))


# Who is let in


async def test_a_tag_lets_in_who_is_not_there(world: World) -> None:
    row = row_of(1, THEIRS)
    world.meet(row)
    assert world.others.awaited_ticket(row.own_tag) == ticket_of(row)
    assert world.others.awaited_ticket(row.their_tag) is None
    assert (world.others.awaited("127.0.0.1"), world.others.awaited("10.0.0.1")) == (1, 0)
    world.others.called(world.sock(), established(row, is_ours=False))
    assert world.exchange.is_open(row.own_tag)
    assert world.others.awaited_ticket(row.own_tag) is None
    assert world.others.awaited("127.0.0.1") == 0


async def test_one_who_calls_from_elsewhere_than_the_sender_says_is_not_let_in(
    world: World,
) -> None:
    row = row_of(1, THEIRS, hints=["tcp://10.0.0.7:47800"])
    world.meet(row)
    sock = world.sock()
    world.others.called(sock, established(row, is_ours=False))
    assert is_closed(sock)
    assert not world.exchange.links


async def test_who_calls_is_not_called_any_more(world: World) -> None:
    row = row_of(1, THEIRS)
    world.meet(row)
    world.others.called(world.sock(), established(row, is_ours=False))
    await world.time.move(100)
    assert world.calls() == []


async def test_a_connection_by_a_ticket_that_was_replaced_is_closed(world: World) -> None:
    row = row_of(1, THEIRS)
    world.meet(row)
    world.meet(replace(row, key=bytes(32)))
    sock = world.sock()
    world.others.called(sock, established(row, is_ours=False))
    assert is_closed(sock)


async def test_nobody_is_let_in_once_it_is_over(world: World) -> None:
    row = row_of(1)
    world.meet(row)
    world.others.stop()
    sock = world.sock()
    world.others.arrived(sock, established(row, is_ours=False))
    assert is_closed(sock)
    await world.time.move(100)
    assert world.calls() == []


# Calls that cross


@pytest.mark.parametrize("first", [OURS, THEIRS])
@pytest.mark.parametrize("is_ours_sooner", [True, False])
async def test_of_two_calls_that_cross_that_of_the_smaller_tag_stays(
    world: World, first: int, is_ours_sooner: bool
) -> None:
    row = row_of(1, first)
    world.meet(row)
    sockets = {}
    for is_ours in (is_ours_sooner, not is_ours_sooner):
        sockets[is_ours] = world.sock()
        world.others.arrived(sockets[is_ours], established(row, is_ours=is_ours))
    stays = first == OURS
    assert world.exchange.links[row.own_tag] is sockets[stays]
    assert world.exchange.sessions[row.own_tag].is_initiator is stays
    assert is_closed(sockets[not stays])


@pytest.mark.parametrize("first", [OURS, THEIRS])
async def test_one_call_of_the_larger_tag_is_as_good(world: World, first: int) -> None:
    row = row_of(1, first)
    world.meet(row)
    world.others.arrived(world.sock(), established(row, is_ours=first == THEIRS))
    assert world.exchange.is_open(row.own_tag)


async def test_who_calls_anew_though_we_think_they_are_there_has_lost_the_link(
    world: World,
) -> None:
    row = row_of(1, THEIRS)
    world.meet(row)
    before, after = world.sock(), world.sock()
    for sock in (before, after):
        world.others.called(sock, established(row, is_ours=False))
    assert world.exchange.links[row.own_tag] is after
    assert is_closed(before)


async def test_a_connection_that_has_ended_already_is_made_again(world: World) -> None:
    row = row_of(1)
    world.dialling.answers = [None, None]
    world.exchange.is_broken = True
    world.meet(row)
    await world.time.move(1.9)
    assert len(world.calls()) == 1
    assert not world.exchange.links
    world.exchange.is_broken = False
    await world.time.move(0.1)
    assert world.exchange.is_open(row.own_tag)


# The end of a link, and of a ticket


@pytest.mark.parametrize(
    ("error", "is_called"),
    [
        (None, True),
        (ConnectionLostError("gone"), True),
        (AuthenticationError(), True),
        (RemoteProtocolError("a lie"), False),
    ],
)
async def test_after_a_link_has_ended_they_are_called_again_unless_it_is_their_fault(
    world: World, error: ByhandError | None, is_called: bool
) -> None:
    row = row_of(1)
    world.dialling.answers = [None]
    world.meet(row)
    await world.time.move(0)
    world.exchange.links.clear()
    world.others.link_ended(row.own_tag, error)
    await world.time.move(2)
    assert len(world.calls()) == 1 + is_called
    assert (world.others.awaited_ticket(row.own_tag) is not None) is is_called


async def test_S01_a_liar_is_neither_called_nor_let_in_whatever_the_sender_says(
    world: World,
) -> None:
    row = row_of(1)
    world.dialling.answers = [None]
    world.meet(row)
    await world.time.move(0)
    world.exchange.links.clear()
    world.others.ban(row.own_tag)
    world.others.link_ended(row.own_tag, None)
    world.meet(row)
    await world.time.move(100)
    assert len(world.calls()) == 1
    assert world.others.awaited_ticket(row.own_tag) is None
    assert world.others.awaited("127.0.0.1") == 0


async def test_the_end_of_a_link_that_was_replaced_is_passed_over(world: World) -> None:
    row = row_of(1, THEIRS)
    world.meet(row)
    for _ in range(2):
        world.others.called(world.sock(), established(row, is_ours=False))
    world.others.link_ended(row.own_tag, None)
    await world.time.move(100)
    assert world.calls() == []


async def test_the_end_of_a_link_whose_ticket_was_taken_back_is_passed_over(world: World) -> None:
    row = row_of(1)
    world.meet(row)
    world.others.part_from(row.own_tag)
    world.others.link_ended(row.own_tag, None)
    await world.time.move(100)
    assert world.calls() == []


async def test_S09_a_ticket_that_was_taken_back_ends_link_and_calls_at_once(world: World) -> None:
    linked, called = row_of(1), row_of(2)
    world.dialling.answers = [None]
    world.meet(linked, called)
    await world.time.move(0)
    before = len(world.calls())
    for row in (linked, called):
        world.others.part_from(row.own_tag)
    await world.time.move(100)
    assert world.exchange.dropped == [linked.own_tag]
    assert len(world.calls()) == before
    assert world.others.awaited_ticket(linked.own_tag) is None
    assert world.others.pairs == {}


async def test_S09_a_ticket_is_worth_nothing_once_its_time_is_over(world: World) -> None:
    world.meet(row_of(1, expires_at=1500), row_of(2, expires_at=1501))
    world.others.part_from_expired(1500)
    assert list(world.others.pairs) == [row_of(2).own_tag]


async def test_those_who_wait_to_be_called_and_those_we_call_are_awaited_alike(
    world: World,
) -> None:
    world.meet(row_of(1, OURS), row_of(2, THEIRS), row_of(3, hints=["tcp://10.0.0.3:47800"]))
    assert world.others.awaited("127.0.0.1") == 2
