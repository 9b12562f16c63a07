"""Cases D02, D03 and D10: what is heard on the network changes nothing about anybody we know."""

import asyncio
import contextlib
import socket
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from byhand.domain.events import Event, FriendAdded, FriendChanged, FriendRemoved
from byhand.domain.friend import Nearby
from byhand.domain.identity import FriendId
from byhand.network.addresses import Hint, hint_of
from byhand.network.dialer import dial
from byhand.network.discovery import Discovery, Observer
from byhand.network.listener import Listener
from byhand.network.recognition import Findings
from byhand.protocol.handshake import FriendEstablished
from tests.helpers.doors import two_friends
from tests.helpers.two_services import Party, party, two_services, without_networks

QUARTER_NS = 15 * 60 * 10**9


class Ear:
    """A discovery without networks; the test makes up what it hears."""

    def __init__(self) -> None:
        self.findings: list[Findings] = []

    def discover(self, own_id: FriendId, port: int, observer: Observer) -> Discovery:
        self.findings.append(observer.findings)
        return without_networks(own_id, port, observer)


class Stranger:
    """Somebody who answers calls, says nothing that is true, and counts."""

    def __init__(self, hint: Hint) -> None:
        self.hint = hint
        self.calls = asyncio.Semaphore(0)


@contextlib.asynccontextmanager
async def a_stranger() -> AsyncIterator[Stranger]:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readexactly(8)
        writer.write(b"\0\x30" + bytes(48))
        await writer.drain()
        stranger.calls.release()
        writer.close()

    async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
        stranger = Stranger(hint_of(server.sockets[0].getsockname()))
        yield stranger


def friends_events(somebody: Party) -> list[Event]:
    kinds = (FriendAdded, FriendChanged, FriendRemoved)
    return [each for each in somebody.events if isinstance(each, kinds)]


@pytest.fixture
async def alices_friend(tmp_path: Path) -> FriendId:
    """Bob, whom Alice has met, and who is not running any more."""
    async with two_services(tmp_path) as (alice, _):
        return alice.friend.id


async def test_D02_whoever_is_at_a_friends_forged_address_is_not_the_friend(
    tmp_path: Path, alices_friend: FriendId
) -> None:
    ear = Ear()
    async with (
        a_stranger() as stranger,
        party(tmp_path / "alice", tmp_path / "in", ear.discover) as alice,
    ):
        before = friends_events(alice)
        for _ in range(3):
            ear.findings[0].on_candidate(alices_friend, stranger.hint)
            await stranger.calls.acquire()
        ear.findings[0].on_nearby(Nearby("key", "Bob"))
        ear.findings[0].on_nearby_gone("key")
        assert friends_events(alice) == before
        assert alice.service._people.sessions.get(alices_friend) is None


async def test_D02_a_friend_goes_offline_only_when_their_own_connection_ends(
    tmp_path: Path, alices_friend: FriendId
) -> None:
    ear = Ear()
    async with (
        a_stranger() as stranger,
        party(tmp_path / "alice", tmp_path / "in", ear.discover) as alice,
    ):
        async with party(tmp_path / "bob", tmp_path / "in", ear.discover) as bob:
            hears, _ = ear.findings
            hears.on_candidate(alices_friend, Hint("127.0.0.1", bob.service._people.port))
            await alice.until(lambda: alice.is_friend_online)
            before = friends_events(alice)
            hears.on_candidate(alices_friend, stranger.hint)
            hears.on_nearby_gone(alices_friend.hex())
            await asyncio.sleep(0)
            assert friends_events(alice) == before
        await alice.until(lambda: not alice.is_friend_online)


async def test_D03_no_name_that_is_announced_is_a_friends(
    tmp_path: Path, alices_friend: FriendId
) -> None:
    ear = Ear()
    async with party(tmp_path / "alice", tmp_path / "in", ear.discover) as alice:
        before = friends_events(alice)
        ear.findings[0].on_nearby(Nearby(alices_friend.hex(), "Somebody else"))
        assert friends_events(alice) == before
        assert alice.service.friend_named(alice.friend.name).id == alices_friend


@pytest.mark.parametrize("off_ns", [-QUARTER_NS, QUARTER_NS])
async def test_D10_a_friend_whose_clock_is_off_by_15_minutes_is_found_by_a_typed_address(
    off_ns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    alice, bob = two_friends()
    monkeypatch.setattr(bob, "now_ns", lambda: time.time_ns() + off_ns)

    def hang_up(sock: socket.socket, _: object) -> None:
        sock.close()

    listener = Listener(0, lambda _: bob.answers(), hang_up)
    async with listener:
        dialled = await dial([Hint("localhost", listener.port)], lambda: alice.calls(bob))
        with dialled.sock:
            assert isinstance(dialled.established, FriendEstablished)
            assert dialled.established.friend_id == bob.id
