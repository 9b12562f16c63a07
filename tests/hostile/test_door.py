"""What strangers can do at the door, over real sockets: H05, H06, H07, F02, and every limit."""

import asyncio
import contextlib
import socket
import time
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from byhand.errors import UnreachableError
from byhand.network import admission, handshaking, turns
from byhand.network import listener as listening
from byhand.network.addresses import Hint
from byhand.network.dialer import dial, dial_member
from byhand.network.listener import Acquaintances, Listener
from byhand.protocol.handshake import (
    FriendEstablished,
    MemberEstablished,
    call_friend,
    lane_ticket,
    open_lane,
    open_member,
)
from tests.helpers.connection_pair import member_tickets, session_pair
from tests.helpers.doors import Person, two_friends
from tests.helpers.flood import first_messages, strangers
from tests.helpers.listening import connected, ended, listening_for
from tests.helpers.loopback import is_answered
from tests.helpers.two_services import party, two_services
from tests.hostile.conftest import Oracle

PLACES = 48
"""Of 64, which strangers may take."""


def hint(listener: Listener) -> Hint:
    return Hint("127.0.0.1", listener.port)


async def silent_crowd(listener: Listener, count: int) -> list[socket.socket]:
    """Connections of strangers who say nothing, each from an address of its own."""
    return [await connected(listener, source) for source in strangers(count)]


@contextlib.contextmanager
def closing(sockets: list[socket.socket]) -> Iterator[None]:
    try:
        yield
    finally:
        for sock in sockets:
            sock.close()


def test_the_limits_are_those_that_were_promised() -> None:
    assert (listening.FIRST_MESSAGE_SECONDS, listening.HANDSHAKE_SECONDS) == (3, 5)
    assert (admission.HALF_OPEN_LIMIT, admission.HALF_OPEN_A_SOURCE) == (64, 4)
    assert (admission.NEW_A_MINUTE_A_SOURCE, admission.BURST_A_SOURCE) == (20, 5)
    assert (admission.NEW_A_SECOND, admission.KEPT_FOR_FRIENDS) == (100, 0.25)
    assert turns.HANDSHAKES_A_SECOND == 200
    assert handshaking.RECEIVED_AT_ONCE == 1024


# Nobody hears a byte


RUBBISH = {
    "another program": b"GET / HTTP/1.1\r\nHost: x\r\n\r\n",
    "another version": b"BYH2\3\1\0\x6c" + bytes(124),
    "pairing while nobody wants to meet": b"BYH1\1\1\0\x28" + bytes(40),
    "no open invite": b"BYH1\2\1\0\x40" + bytes(64),
    "another cipher": b"BYH1\3\2\0\x6c" + bytes(124),
    "a wrong mac1": b"BYH1\3\1\0\x6c" + bytes(124),
    "a lane that was not announced": b"BYH1\4\1\0\x30" + bytes(64),
    "a member of nothing": b"BYH1\5\1\0\x30" + bytes(64),
    "a length beyond all windows": b"BYH1\3\1\xff\xff" + bytes(1000),
    "zeros": bytes(200),
}


@pytest.mark.parametrize("rubbish", RUBBISH.values(), ids=RUBBISH)
async def test_H05_whoever_speaks_otherwise_is_hung_up_on_without_a_byte(rubbish: bytes) -> None:
    _, bob = two_friends()
    async with listening_for(bob) as (listener, reception):
        with await connected(listener) as sock:
            sock.send(rubbish)
            assert await ended(sock)
        assert reception.arrived.empty()


@pytest.mark.parametrize("who", ["a stranger who knows the key", "a friend who was removed"])
async def test_H06_an_unknown_static_key_meets_silence(who: str) -> None:
    alice, bob = two_friends()
    caller = Person("Eve") if who == "a stranger who knows the key" else alice
    caller.pin(bob, bytes(32))
    bob.friends.clear()
    async with listening_for(bob) as (listener, reception):
        assert not await is_answered(("127.0.0.1", listener.port), next(caller.calls(bob)).send)
        with pytest.raises(UnreachableError):
            await dial([hint(listener)], lambda: caller.calls(bob))
        assert reception.arrived.empty()


async def test_H06_the_right_key_with_another_psk_establishes_nothing() -> None:
    alice, bob = two_friends()
    alice.friends.clear()
    alice.pin(bob, bytes(31) + b"\1")
    async with listening_for(bob) as (listener, reception):
        with pytest.raises(UnreachableError):
            await dial([hint(listener)], lambda: alice.calls(bob))
        assert reception.arrived.empty()


async def test_H06_a_stranger_who_knows_our_key_changes_nothing_of_ours(
    tmp_path: Path, oracle: Oracle
) -> None:
    async with two_services(tmp_path) as (alice, bob):
        await alice.until_quiet()
        oracle.guard_profile(tmp_path / "alice")
        oracle.guard(tmp_path / "alice's downloads")
        people = alice.service._people
        told = len(alice.events)
        for message in first_messages(people._stores.identity.keys.x25519, 5):
            assert not await is_answered(("127.0.0.1", people.port), message)
        assert len(alice.events) == told
        assert alice.is_friend_online
        assert bob.is_friend_online


async def test_H07_a_recorded_first_message_is_worth_nothing_later(tmp_path: Path) -> None:
    """The same at once, after a session, and after a restart of the one who was called."""
    async with two_services(tmp_path) as (alice, bob):
        people = bob.service._people
        friend = people.book.pinned(bob.friend.id)
        assert friend is not None
        recorded = next(call_friend(people._stores.identity, friend, time.time_ns())).send
        address = ("127.0.0.1", alice.service._people.port)
        await is_answered(address, recorded)  # nobody has been called by it yet
        session = people.sessions.get(bob.friend.id)
        assert session is not None
        session._channel.abort()
        await bob.until(lambda: not bob.is_friend_online)
        people.sessions.look_for(bob.friend.id, afresh=True)
        await bob.until(lambda: bob.is_friend_online)
        await alice.until(lambda: alice.is_friend_online)
        assert not await is_answered(address, recorded)
    async with party(tmp_path / "alice", tmp_path / "alice's downloads") as alice:
        address = ("127.0.0.1", alice.service._people.port)
        assert not await is_answered(address, recorded)
        assert not alice.is_friend_online


# Time and places


async def test_F02_single_bytes_do_not_make_a_first_message_last(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(listening, "FIRST_MESSAGE_SECONDS", 0.2)
    alice, bob = two_friends()
    opening = next(alice.calls(bob)).send
    async with listening_for(bob) as (listener, _):
        with await connected(listener) as sock:
            hung_up = asyncio.create_task(ended(sock))
            sent = 0
            while not hung_up.done():
                with contextlib.suppress(OSError):
                    sock.send(opening[sent : sent + 1])
                sent += 1
                await asyncio.sleep(0.02)
            assert await hung_up
            assert sent < len(opening)


async def test_the_oldest_silent_stranger_goes_when_all_places_are_taken() -> None:
    _, bob = two_friends()
    async with listening_for(bob) as (listener, _):
        crowd = await silent_crowd(listener, PLACES + 3)
        with closing(crowd):
            for sock in crowd[:3]:
                assert await ended(sock)
            assert len(listener._admission._half_open) == PLACES
            waiting = asyncio.create_task(ended(crowd[3]))
            assert not (await asyncio.wait({waiting}, timeout=0.05))[0]
            waiting.cancel()


async def test_a_friend_is_let_in_whatever_crowd_is_silent_before_the_door() -> None:
    alice, bob = two_friends()
    async with listening_for(bob) as (listener, reception):
        with closing(await silent_crowd(listener, 200)):
            dialled = await dial([hint(listener)], lambda: alice.calls(bob))
            sock, established = await reception.arrived.get()
            with dialled.sock, sock:
                assert isinstance(established, FriendEstablished)


async def test_a_quarter_of_the_places_is_left_to_addresses_where_a_friend_was_met() -> None:
    _, bob = two_friends()
    known = strangers(250)[-16:]
    acquaintances = Acquaintances(is_known=known.__contains__)
    async with listening_for(bob, acquaintances=acquaintances) as (listener, _):
        crowd = await silent_crowd(listener, PLACES)
        friends = [await connected(listener, host) for host in known]
        with closing([*crowd, *friends]):
            await asyncio.sleep(0.05)
            assert len(listener._admission._half_open) == 64
            with contextlib.suppress(BlockingIOError):
                pytest.fail(f"hung up on: {crowd[0].recv(1)!r}")


async def test_lanes_that_are_awaited_are_not_counted() -> None:
    alice, _ = session_pair()
    bob = Person("Bob")
    tickets = [lane_ticket(alice, index, 0, 1) for index in range(0, 16, 2)]
    bob.lanes = {ticket.tag: ticket for ticket in tickets}
    acquaintances = Acquaintances(awaited=lambda _: len(bob.lanes))
    async with listening_for(bob, acquaintances=acquaintances) as (listener, reception):
        for _ in range(admission.BURST_A_SOURCE):
            with await connected(listener) as sock:
                sock.send(bytes(8))
                assert await ended(sock)
        address = ("127.0.0.1", listener.port)
        answers = [is_answered(address, next(open_lane(each)).send) for each in tickets]
        assert all(await asyncio.gather(*answers))
        assert reception.arrived.qsize() == len(tickets)
        assert not await is_answered(address, next(open_lane(tickets[0])).send)


async def test_S02_a_member_who_is_awaited_is_not_counted_and_another_is_hung_up_on() -> None:
    dialling, answering = member_tickets()
    bob = Person("Bob")
    bob.members = {answering.own_tag: answering}
    acquaintances = Acquaintances(awaited=lambda _: len(bob.members))
    async with listening_for(bob, acquaintances=acquaintances) as (listener, reception):
        for _ in range(admission.BURST_A_SOURCE):
            with await connected(listener) as sock:
                sock.send(bytes(8))
                assert await ended(sock)
        address = ("127.0.0.1", listener.port)
        stranger = replace(dialling, their_tag=bytes(16))
        assert not await is_answered(address, next(open_member(stranger)).send)
        assert await is_answered(address, next(open_member(dialling)).send)
        assert reception.arrived.empty()  # who has said no more than that is nobody yet
        dialled = await dial_member(dialling, [hint(listener)])
        with dialled.sock:
            sock, established = await asyncio.wait_for(reception.arrived.get(), 10)
            with sock:
                assert isinstance(established, MemberEstablished)
                assert established.ticket == answering


# What a silent stranger costs


async def test_a_half_open_connection_costs_at_most_8_KiB() -> None:
    _, bob = two_friends()
    async with listening_for(bob) as (listener, _):
        with closing(await silent_crowd(listener, 10)):  # what is made once is there now
            await asyncio.sleep(0.05)
            tracemalloc.start()
            try:
                sockets = [await connected(listener, host) for host in strangers(250)[-30:]]
                with closing(sockets):
                    await asyncio.sleep(0.05)
                    allocated, _ = tracemalloc.get_traced_memory()
            finally:
                tracemalloc.stop()
    assert allocated <= 30 * 8 * 1024
