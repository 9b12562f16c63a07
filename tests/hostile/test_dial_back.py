"""Friends who misuse the calls that may be asked for (PROTOCOL.md, section 20), over loopback."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from byhand.domain.codes import Code
from byhand.network.handshaking import run_handshake
from byhand.protocol.dial_back import DialBack, DialResult, dial_back_ticket
from byhand.protocol.handshake import LaneEstablished, open_lane
from byhand.protocol.messages import Addresses, Bye, Hello
from byhand.protocol.preamble import MAGIC, PREAMBLE_BYTES, TAG_BYTES
from byhand.protocol.records import seal
from byhand.service.dial_backs import DialBackAnswer, DialBacks
from byhand.service.friend_session import FriendSession
from tests.helpers.circles import friends_of_the_first, id_of
from tests.helpers.scripted_friend import ScriptedFriend, Spoken, heard_before_pong
from tests.helpers.stranger import connected
from tests.helpers.two_services import SECONDS, Party, party

FIRST_MESSAGE_BYTES = 48
LOOPBACK = "127.0.0.1"


@pytest.fixture
async def victim(tmp_path: Path) -> AsyncIterator[Party]:
    async with party(tmp_path / "profile", tmp_path / "in") as somebody:
        yield somebody


@contextlib.asynccontextmanager
async def listening(host: str = LOOPBACK) -> AsyncIterator[tuple[socket.socket, int]]:
    """Listen at a port that is nobody's."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as server:
        server.setblocking(False)
        server.bind((host, 0))
        server.listen()
        yield server, server.getsockname()[1]


async def caller(server: socket.socket) -> socket.socket:
    async with asyncio.timeout(SECONDS):
        sock, _ = await asyncio.get_running_loop().sock_accept(server)
    return sock


def nobody_called(server: socket.socket) -> bool:
    with pytest.raises(BlockingIOError):
        server.accept()
    return True


def session_with(victim: Party, friend: ScriptedFriend) -> FriendSession:
    session = victim.service._people.sessions.get(friend.id)
    assert session is not None
    return session


def calls_of(victim: Party) -> DialBacks:
    return victim.service._people.sessions.dial_backs


async def dial_back(spoken: Spoken, victim: Party, number: int) -> bool:
    """Make the call that the victim has asked for; return whether it was let in."""
    ticket = dial_back_ticket(spoken._session, number, is_ours=False)
    sock = await connected(spoken.at)
    try:
        async with asyncio.timeout(SECONDS):
            established = await run_handshake(sock, open_lane(ticket))
    finally:
        sock.close()
    return isinstance(established, LaneEstablished)


async def test_two_friends_reach_each_other(tmp_path: Path) -> None:
    async with friends_of_the_first(tmp_path, "Alice", "Bob") as (alice, bob):
        for asking, asked in ((alice, bob), (bob, alice)):
            session = asking.service._people.sessions.get(id_of(asked))
            assert session is not None
            answer = await calls_of(asking).ask(session, asking.service._people.port)
            assert answer is DialBackAnswer.ARRIVED
            other_port = asked.service._people.port
            again = await calls_of(asking).ask(session, other_port)
            assert again is DialBackAnswer.UNTRIED, "once a minute"


async def test_another_program_at_the_port_is_not_taken_for_us(tmp_path: Path) -> None:
    async with friends_of_the_first(tmp_path, "Alice", "Bob") as (alice, bob):
        session = alice.service._people.sessions.get(id_of(bob))
        seen_from_there = bob.service._people.sessions.get(id_of(alice))
        assert session is not None
        assert seen_from_there is not None
        async with listening(seen_from_there.host) as (server, port):
            asking = asyncio.create_task(calls_of(alice).ask(session, port))
            with await caller(server) as sock:
                await asyncio.get_running_loop().sock_sendall(sock, b"HTTP/1.1 200 OK\r\n" * 10)
            assert await asking is DialBackAnswer.UNREACHED


async def test_the_call_says_nothing_but_what_a_lane_says(victim: Party) -> None:
    mallory = await ScriptedFriend.of(victim)
    async with mallory.calls() as spoken, listening() as (server, port):
        await spoken.say(DialBack(number=9, port=port))
        with await caller(server) as sock:
            said = b""
            wanted = PREAMBLE_BYTES + TAG_BYTES + FIRST_MESSAGE_BYTES
            async with asyncio.timeout(SECONDS):
                while len(said) < wanted:
                    said += await asyncio.get_running_loop().sock_recv(sock, 65_536)
        ticket = dial_back_ticket(spoken._session, 9, is_ours=True)
        assert said.startswith(MAGIC)
        assert said[PREAMBLE_BYTES : PREAMBLE_BYTES + TAG_BYTES] == ticket.tag
        assert len(said) == wanted
        result = await spoken.hear_a(DialResult)
        assert (result.number, result.code) == (9, Code.UNREACHABLE)


@pytest.mark.parametrize("port", [22, 1023])
async def test_a_port_of_the_system_ends_the_session_and_nobody_is_called(
    victim: Party, port: int
) -> None:
    mallory = await ScriptedFriend.of(victim)
    async with mallory.calls() as spoken:
        content = bytes.fromhex("000a0082a16e01a170cd") + port.to_bytes(2, "big")
        await spoken.say_raw(_sealed(spoken, content))
        heard = await spoken.until_hung_up()
    assert Bye(code=Code.PROTOCOL) in heard
    assert not any(isinstance(each, DialResult) for each in heard)


async def test_a_flood_of_requests_makes_one_call_and_leaves_the_session_in_order(
    victim: Party,
) -> None:
    mallory = await ScriptedFriend.of(victim)
    async with mallory.calls() as spoken, listening() as (server, port):
        await spoken.say(*(DialBack(number=number, port=port) for number in range(300)))
        (await caller(server)).close()
        results = [await spoken.hear_a(DialResult) for _ in range(300)]
        assert sum(each.code is Code.LIMIT for each in results) == 299
        assert nobody_called(server)
        await heard_before_pong(spoken)


async def test_addresses_that_a_friend_tells_are_never_called_for_them(victim: Party) -> None:
    mallory = await ScriptedFriend.of(victim)
    async with mallory.calls() as spoken:
        with socket.socket() as elsewhere:
            elsewhere.setblocking(False)
            elsewhere.bind(("127.0.0.2", 0))
            elsewhere.listen()
            port = elsewhere.getsockname()[1]
            await spoken.say(Addresses(hints=[f"tcp://127.0.0.2:{port}"]))
            await spoken.say(DialBack(number=1, port=port))
            result = await spoken.hear_a(DialResult)
            assert result.code is Code.UNREACHABLE
            assert nobody_called(elsewhere)


async def test_a_friend_who_only_says_so_is_not_believed(victim: Party) -> None:
    mallory = await ScriptedFriend.of(victim)
    calls_of(victim)._answer_seconds = 0.3
    async with mallory.calls() as spoken:
        session = session_with(victim, mallory)
        asking = asyncio.create_task(calls_of(victim).ask(session, 47_800))
        asked = await spoken.hear_a(DialBack)
        await spoken.say(DialResult(number=asked.number, code=Code.OK))
        assert await asking is DialBackAnswer.UNPROVEN


async def test_who_knows_the_secret_of_another_request_does_not_get_in(victim: Party) -> None:
    mallory = await ScriptedFriend.of(victim)
    async with mallory.calls() as spoken:
        session = session_with(victim, mallory)
        asking = asyncio.create_task(calls_of(victim).ask(session, 47_800))
        asked = await spoken.hear_a(DialBack)
        with pytest.raises(Exception, match="hung up"):
            await dial_back(spoken, victim, asked.number + 1)
        assert await dial_back(spoken, victim, asked.number)
        assert await asking is DialBackAnswer.ARRIVED
        with pytest.raises(Exception, match="hung up"):
            await dial_back(spoken, victim, asked.number)


async def test_a_call_brings_no_lane(victim: Party) -> None:
    mallory = await ScriptedFriend.of(victim)
    async with mallory.calls() as spoken:
        session = session_with(victim, mallory)
        asking = asyncio.create_task(calls_of(victim).ask(session, 47_800))
        asked = await spoken.hear_a(DialBack)
        await dial_back(spoken, victim, asked.number)
        await asking
        assert not session.lanes._receiving
        assert not session.lanes._sending


async def test_who_cannot_do_it_is_not_announced_as_if_they_could(victim: Party) -> None:
    mallory = await ScriptedFriend.of(victim)
    async with mallory.calls(is_synced=False) as spoken:
        hello = await spoken.hear_a(Hello)
        assert "doctor1" in hello.capabilities
        assert "doctor1" not in session_with(victim, mallory).capabilities


def _sealed(spoken: Spoken, content: bytes) -> bytes:
    return seal(spoken._session.sending, content)
