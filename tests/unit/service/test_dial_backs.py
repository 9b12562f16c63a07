"""Friends dial each other back: where they were asked to, seldom, and believed only if it shows."""

import asyncio
from collections.abc import Coroutine
from socket import AF_UNIX, SOCK_STREAM, socket, socketpair
from typing import cast

import pytest

from byhand.domain.codes import Code
from byhand.domain.identity import FriendId
from byhand.errors import UnreachableError
from byhand.network.addresses import SocketAddress
from byhand.noise.handshake_state import Session
from byhand.protocol.dial_back import DialBack, DialBackTicket, DialResult, dial_back_ticket
from byhand.protocol.handshake import Established, Steps
from byhand.protocol.message import Message
from byhand.service.dial_backs import APART_SECONDS, DialBackAnswer, DialBacks
from byhand.service.friend_session import FriendSession
from tests.helpers.connection_pair import session_pair

PORT = 47_800
SOON = 0.05


class FakeSession:
    """One end of a session; what it says is kept."""

    def __init__(
        self, session: Session, name: str = "Anna", address: SocketAddress = ("192.0.2.7", 40_000)
    ) -> None:
        self.friend_id = FriendId(name.encode().ljust(32))
        self.address = address
        self.host = address[0]
        self.said: list[Message] = []
        self.spoken = asyncio.Event()
        self._session = session

    def post(self, message: Message) -> None:
        self.said.append(message)
        self.spoken.set()

    def dial_back_ticket(self, number: int, *, is_ours: bool) -> DialBackTicket:
        return dial_back_ticket(self._session, number, is_ours=is_ours)


class World:
    """Somebody's calls, which go nowhere unless a test lets them."""

    def __init__(self, answer_seconds: float = SOON) -> None:
        self.now = 100.0
        self.dialled: list[SocketAddress] = []
        self.may_end = asyncio.Event()
        self.may_end.set()
        self.is_reached = True
        self.sockets: list[socket] = []
        self.tasks: list[asyncio.Task[None]] = []
        self.calls = DialBacks(
            self.spawn, clock=lambda: self.now, dial=self.dial, answer_seconds=answer_seconds
        )

    def spawn(self, work: Coroutine[None, None, None]) -> None:
        self.tasks.append(asyncio.create_task(work))

    async def dial(self, address: SocketAddress, steps: Steps) -> tuple[socket, Established]:
        self.dialled.append(address)
        await self.may_end.wait()
        if not self.is_reached:
            raise UnreachableError(False)
        ours, theirs = socketpair(AF_UNIX, SOCK_STREAM)
        theirs.close()
        self.sockets.append(ours)
        return ours, cast(Established, None)

    async def asked(self, session: FakeSession, number: int = 0, port: int = PORT) -> None:
        """Hear a friend's request and do what there is to do for now."""
        self.calls.heard(as_session(session), DialBack(number=number, port=port))
        if self.may_end.is_set():
            await asyncio.gather(*self.tasks)
        else:
            await asyncio.sleep(0)


def as_session(fake: FakeSession) -> FriendSession:
    return cast(FriendSession, fake)


def results(session: FakeSession) -> list[tuple[int, Code]]:
    return [(each.number, each.code) for each in session.said if isinstance(each, DialResult)]


@pytest.fixture
async def world() -> World:
    return World()


@pytest.fixture
async def anna() -> FakeSession:
    return FakeSession(session_pair()[0])


async def test_a_friend_is_dialled_at_the_address_of_their_session_and_told_what_came(
    world: World, anna: FakeSession
) -> None:
    await world.asked(anna, 3)
    assert world.dialled == [("192.0.2.7", PORT)]
    assert results(anna) == [(3, Code.OK)]
    assert [sock.fileno() for sock in world.sockets] == [-1], "the call is over"


async def test_a_link_local_address_keeps_its_interface(world: World) -> None:
    anna = FakeSession(session_pair()[0], address=("fe80::7%3", 40_000, 0, 3))
    await world.asked(anna)
    assert world.dialled == [("fe80::7%3", PORT, 0, 3)]


async def test_a_call_that_comes_to_nothing_is_told_in_one_word(
    world: World, anna: FakeSession
) -> None:
    world.is_reached = False
    await world.asked(anna)
    assert results(anna) == [(0, Code.UNREACHABLE)]


async def test_a_flood_of_requests_is_one_call_a_minute(world: World, anna: FakeSession) -> None:
    for number in range(200):
        await world.asked(anna, number, 1024 + number)
    assert world.dialled == [("192.0.2.7", 1024)]
    assert results(anna) == [(0, Code.OK), *((number, Code.LIMIT) for number in range(1, 200))]
    world.now += APART_SECONDS
    await world.asked(anna, 500)
    assert len(world.dialled) == 2


async def test_a_new_session_does_not_begin_a_new_minute(world: World, anna: FakeSession) -> None:
    await world.asked(anna)
    again = FakeSession(session_pair()[0])
    await world.asked(again)
    assert results(again) == [(0, Code.LIMIT)]


async def test_one_call_goes_out_at_a_time(world: World, anna: FakeSession) -> None:
    bert = FakeSession(session_pair()[0], "Bert", ("192.0.2.8", 1))
    world.may_end.clear()
    await world.asked(anna)
    await world.asked(bert)
    assert results(bert) == [(0, Code.BUSY)]
    world.may_end.set()
    await asyncio.gather(*world.tasks)
    await world.asked(bert, 1)
    assert results(bert)[1:] == [(1, Code.OK)], "who was told so may ask again at once"


async def ask(world: World, anna: FakeSession) -> asyncio.Task[DialBackAnswer]:
    """Begin to ask a friend, who has heard it."""
    asking = asyncio.create_task(world.calls.ask(as_session(anna), PORT))
    await anna.spoken.wait()
    anna.spoken.clear()
    return asking


def number_of(anna: FakeSession) -> int:
    asked = anna.said[-1]
    assert isinstance(asked, DialBack)
    assert asked.port == PORT
    return asked.number


def called(world: World, anna: FakeSession) -> None:
    """Let the call of the friend come through the door."""
    tag = anna.dial_back_ticket(number_of(anna), is_ours=True).tag
    ticket = world.calls.ticket(tag)
    assert ticket is not None
    assert world.calls.ticket(tag) is None, "a ticket works once"
    world.calls.arrived(ticket)


async def test_a_call_that_comes_is_proof(world: World, anna: FakeSession) -> None:
    asking = await ask(world, anna)
    called(world, anna)
    assert await asking is DialBackAnswer.ARRIVED


async def test_a_call_that_came_counts_more_than_what_is_said_of_it(
    world: World, anna: FakeSession
) -> None:
    asking = await ask(world, anna)
    called(world, anna)
    said = DialResult(number=number_of(anna), code=Code.UNREACHABLE)
    world.calls.heard(as_session(anna), said)
    assert await asking is DialBackAnswer.ARRIVED


@pytest.mark.parametrize(
    ("code", "answer"),
    [
        (Code.UNREACHABLE, DialBackAnswer.UNREACHED),
        (Code.LIMIT, DialBackAnswer.UNTRIED),
        (Code.BUSY, DialBackAnswer.UNTRIED),
        (Code.INTERNAL, DialBackAnswer.UNTRIED),
        (Code.OK, DialBackAnswer.UNPROVEN),
    ],
)
async def test_a_friends_word_is_taken_for_what_it_is(
    world: World, anna: FakeSession, code: Code, answer: DialBackAnswer
) -> None:
    asking = await ask(world, anna)
    world.calls.heard(as_session(anna), DialResult(number=number_of(anna), code=code))
    assert await asking is answer


async def test_who_never_answers_is_not_waited_for_for_ever(
    world: World, anna: FakeSession
) -> None:
    asking = await ask(world, anna)
    tag = anna.dial_back_ticket(number_of(anna), is_ours=True).tag
    assert await asking is DialBackAnswer.SILENCE
    assert world.calls.ticket(tag) is None, "nobody comes in any more"


async def test_a_word_about_another_request_or_by_another_friend_changes_nothing(
    world: World, anna: FakeSession
) -> None:
    asking = await ask(world, anna)
    bert = FakeSession(session_pair()[0], "Bert")
    number = number_of(anna)
    refused = DialResult(number=number, code=Code.UNREACHABLE)
    world.calls.heard(as_session(bert), refused)
    wrong = DialResult(number=number + 1, code=Code.UNREACHABLE)
    world.calls.heard(as_session(anna), wrong)
    assert await asking is DialBackAnswer.SILENCE
    world.calls.heard(as_session(anna), refused)


async def test_the_call_of_an_earlier_request_proves_nothing_for_a_later_one(
    world: World, anna: FakeSession
) -> None:
    await (await ask(world, anna))
    earlier = anna.dial_back_ticket(number_of(anna), is_ours=True)
    asking = await ask(world, anna)
    world.calls.arrived(earlier)
    assert await asking is DialBackAnswer.SILENCE


async def test_friends_are_asked_one_after_the_other(world: World, anna: FakeSession) -> None:
    bert = FakeSession(session_pair()[0], "Bert", ("192.0.2.8", 1))
    first = await ask(world, anna)
    second = asyncio.create_task(world.calls.ask(as_session(bert), PORT))
    await asyncio.sleep(0)
    assert bert.said == []
    assert (world.calls.awaited("192.0.2.7"), world.calls.awaited("192.0.2.8")) == (1, 0)
    called(world, anna)
    await first
    await bert.spoken.wait()
    called(world, bert)
    assert await second is DialBackAnswer.ARRIVED


def test_the_two_ends_of_a_session_know_a_call_by_the_same_and_each_others_by_another() -> None:
    one, other = session_pair()
    ours = dial_back_ticket(one, 5, is_ours=True)
    assert ours == dial_back_ticket(other, 5, is_ours=False)
    theirs = dial_back_ticket(one, 5, is_ours=False)
    assert (ours.tag, ours.psk) != (theirs.tag, theirs.psk)
    assert ours.tag != dial_back_ticket(one, 6, is_ours=True).tag
