"""Cases R: more connections, handshakes, messages, names and text than anybody needs.

R01 and R02 at full length and speed: `packaging/dev soak door_flood`, `packaging/dev bench door`.
"""

import asyncio
import contextlib
import itertools
import json
import socket
import sys
import tracemalloc
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass

import pytest

from byhand.domain.names import DistinctNames, collision_key
from byhand.domain.text import safe_text
from byhand.errors import RemoteProtocolError, UnreachableError
from byhand.network.addresses import Hint
from byhand.network.channel import PING_BURST, Channel
from byhand.network.dialer import dial
from byhand.network.lane import RECORDS_LIMIT, FrameReceiver
from byhand.network.listener import Listener
from byhand.network.message_rate import MESSAGES_A_SECOND, MESSAGES_WINDOW_SECONDS
from byhand.network.turns import BURST, HANDSHAKES_A_SECOND
from byhand.protocol.codec import encode_message
from byhand.protocol.connection import Connection
from byhand.protocol.credentials import PinnedFriend
from byhand.protocol.data_frame import HEADER_BYTES, FrameHeader, encode_header_into
from byhand.protocol.message import Message
from byhand.protocol.messages import Ping, Pong, ProfileUpdate
from byhand.protocol.records import seal
from tests.helpers.checkout import ROOT
from tests.helpers.connection_pair import session_pair
from tests.helpers.doors import Person, two_friends
from tests.helpers.flood import call, first_messages, strangers
from tests.helpers.lanes import cipher, unpaced
from tests.helpers.listening import ended, listening_for
from tests.helpers.loopback import connections, hello, tcp_pair

HANG_SECONDS = 20.0
"""Ten times what a friend may have to wait; how long it takes is a row of the benchmark."""


async def until(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(HANG_SECONDS):
        while not is_so():  # noqa: ASYNC110
            await asyncio.sleep(0.005)


# R01


@contextlib.asynccontextmanager
async def crowd(*arguments: str) -> AsyncIterator[None]:
    """Run a crowd in a process of its own, which has begun to push; it is waited for."""
    command = [sys.executable, "-m", "tests.helpers.flood", *arguments]
    process = await asyncio.create_subprocess_exec(
        *command, cwd=ROOT, env={"PYTHONPATH": "app:."}, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    try:
        assert json.loads(await process.stdout.readline()) == {"event": "pushing"}
        yield
        assert json.loads(await process.stdout.readline())["connections"] >= int(arguments[3])
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def until_in(caller: Person, listener: Listener, host: Person) -> socket.socket:
    """Call like somebody who tries again and again."""
    async with asyncio.timeout(HANG_SECONDS):
        while True:
            with contextlib.suppress(UnreachableError):
                hint = Hint("127.0.0.1", listener.port)
                return (await dial([hint], lambda: caller.calls(host))).sock
            await asyncio.sleep(0.25)


@pytest.mark.parametrize("addresses", [1, 250])
async def test_R01_thousands_who_connect_and_say_nothing_keep_no_friend_out(addresses: int) -> None:
    alice, bob = two_friends()
    async with listening_for(bob) as (listener, reception):
        half_open: list[int] = []

        async def count() -> None:
            while True:
                half_open.append(len(listener._admission._half_open))
                await asyncio.sleep(0.001)

        counting = asyncio.create_task(count())
        async with crowd("idle", str(listener.port), str(addresses), "3000"):
            with await until_in(alice, listener, bob), (await reception.arrived.get())[0]:
                pass
        counting.cancel()
        assert 0 < max(half_open) <= 64
        assert reception.arrived.empty()


# R02


@dataclass
class CountingDoor(Person):
    """Notes every handshake that was computed up to the question who it is."""

    computed: int = 0

    def friend_by_static(self, x25519: bytes) -> PinnedFriend | None:
        self.computed += 1
        return super().friend_by_static(x25519)


@contextlib.asynccontextmanager
async def waiting_crowd(
    listener: Listener, host: CountingDoor, count: int, *, addresses: int
) -> AsyncIterator[None]:
    """Strangers who know the key and have sent their first messages, all of them read."""
    messages = first_messages(host.identity.keys.x25519, count)
    sources = itertools.cycle(strangers(addresses))
    with contextlib.ExitStack() as stack:
        for message in messages:
            stack.enter_context(call(next(sources), listener.port, message))
            await asyncio.sleep(0)
        await until(lambda: host.computed + len(listener._turns._waiting) == count)
        yield


async def test_R02_of_a_flood_of_good_first_messages_200_a_second_are_computed() -> None:
    """By a clock that stands still until we move it: 240 messages wait, from 80 addresses."""
    bob, now = CountingDoor("Bob"), 0.0
    async with (
        listening_for(bob, clock=lambda: now) as (listener, reception),
        waiting_crowd(listener, bob, 240, addresses=80),
    ):
        assert bob.computed == BURST
        for hundredths in range(1, 101):
            now = hundredths / 100
            may = BURST + (HANDSHAKES_A_SECOND - BURST) * now
            await until(lambda may=may: bob.computed >= int(may - 1e-6))  # type: ignore[misc]
            assert bob.computed <= may + 1e-6
        assert HANDSHAKES_A_SECOND - 1 <= bob.computed <= HANDSHAKES_A_SECOND
        assert reception.arrived.empty()


async def test_R02_a_friend_goes_before_a_crowd_that_has_come_before() -> None:
    """The clock stands still: nobody's turn comes but by what the crowd has left."""
    alice = Person("Alice")
    bob, now = CountingDoor("Bob"), 0.0
    alice.pin(bob, bytes(32))
    bob.pin(alice, bytes(32))
    async with (
        listening_for(bob, clock=lambda: now) as (listener, reception),
        waiting_crowd(listener, bob, 200, addresses=50),
    ):
        dialling = asyncio.create_task(until_in(alice, listener, bob))
        await until(lambda: bob.computed + len(listener._turns._waiting) == 201)
        now = 1.01 / (HANDSHAKES_A_SECOND - BURST)  # one more turn
        with await dialling, (await reception.arrived.get())[0]:
            assert bob.computed == BURST + 1


# R04


def test_R04_a_thousand_announced_records_cost_what_arrived_of_them() -> None:
    session = session_pair()[0]
    tracemalloc.start()
    try:
        all_of_them = [Connection(session) for _ in range(1000)]
        for connection in all_of_them:
            connection.receive_data(b"\xff\xff" + bytes(100))
            assert connection.next_message() is None
        allocated, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert allocated <= 1000 * 1024


async def test_R04_a_thousand_first_messages_of_65535_bytes_are_refused_by_their_length() -> None:
    bob = CountingDoor("Bob")
    async with listening_for(bob) as (listener, _):
        for source in strangers(250) * 4:
            with call(source, listener.port, b"BYH1\3\1\xff\xff" + bytes(1000)) as sock:
                assert await ended(sock)
        await until(lambda: not listener._admission._half_open)
    assert bob.computed == 0


# R06


@contextlib.asynccontextmanager
async def friend_at_will() -> AsyncIterator[tuple[Channel, Connection, socket.socket]]:
    """A channel, and the other side of its connection, which sends what it likes."""
    near, far = tcp_pair()
    ours, theirs = await connections(near, far)
    with far:
        async with Channel(near, ours, clock=lambda: 0.0) as channel:
            channel.post(hello())
            await asyncio.get_running_loop().sock_sendall(far, theirs.send(hello()))
            yield channel, theirs, far


@pytest.mark.parametrize(
    ("message", "most"),
    [
        (Pong(t=0), MESSAGES_A_SECOND * MESSAGES_WINDOW_SECONDS),
        (ProfileUpdate(name="x", computer="x"), MESSAGES_A_SECOND * MESSAGES_WINDOW_SECONDS),
        (Ping(t=0), PING_BURST),
    ],
    ids=["pongs", "names", "pings"],
)
async def test_R06_a_flood_of_messages_ends_the_session(message: Message, most: int) -> None:
    """Twelve thousand at once, by a clock that stands still."""
    async with friend_at_will() as (channel, theirs, far):

        async def flood() -> None:
            with contextlib.suppress(OSError):
                for _ in range(120):
                    wire = b"".join(seal(theirs.session.sending, content) for _ in range(100))
                    await asyncio.get_running_loop().sock_sendall(far, wire)

        content = encode_message(message)
        flooding = asyncio.create_task(flood())
        with pytest.raises(RemoteProtocolError, match="than anybody needs"):
            async for _ in channel.messages():
                pass
        # Before them came a bind and a hello, and the last one is one too many.
        assert channel._connection.session.receiving.nonce <= most + 3
        flooding.cancel()
        await asyncio.wait([flooding])


def test_R06_a_frame_in_crumbs_ends_the_lane() -> None:
    near, far = socket.socketpair()
    with near, far:
        sealing = cipher()
        frame = bytearray(HEADER_BYTES + 32 + 1000)
        encode_header_into(frame, 0, FrameHeader(1, 1, 1, 0, 0, 0, 1000, 0, 0))
        crumbs = [bytes(frame[:HEADER_BYTES]), *(bytes([each]) for each in frame[HEADER_BYTES:])]
        near.sendall(b"".join(seal(sealing, crumb) for crumb in crumbs))
        receiver = FrameReceiver(far, opening := cipher(), unpaced())
        with pytest.raises(RemoteProtocolError, match="crumbs"):
            receiver.receive_frame()
        assert opening.nonce == RECORDS_LIMIT


def test_R06_a_frame_in_as_many_records_as_may_be_arrives() -> None:
    near, far = socket.socketpair()
    with near, far:
        sealing = cipher()
        frame = bytearray(HEADER_BYTES + 32 + RECORDS_LIMIT)
        payload = len(frame) - HEADER_BYTES - 32
        encode_header_into(frame, 0, FrameHeader(1, 1, 1, 0, 0, 0, payload, 0, 0))
        cuts = [HEADER_BYTES, *range(HEADER_BYTES + 34, len(frame), 1)]
        parts = [bytes(frame[a:b]) for a, b in itertools.pairwise([0, *cuts, len(frame)])]
        assert len(parts) == RECORDS_LIMIT
        near.sendall(b"".join(seal(sealing, part) for part in parts))
        received = FrameReceiver(far, cipher(), unpaced()).receive_frame()
        assert received is not None
        assert len(received[1]) == 32 + payload


# R09


@pytest.mark.parametrize("length", [20, 250])
def test_R09_names_that_share_their_beginning_and_collide_cost_a_few_looks_each(
    length: int,
) -> None:
    looks = 0

    def key(name: str) -> str:
        nonlocal looks
        looks += 1
        return collision_key(name)

    names = DistinctNames(key)
    given = {names.add(f"{'x' * (length - 5)}{n:05}") for n in range(10_000)}
    given |= {names.add(f"{'X' * (length - 5)}{n:05}") for n in range(10_000)}
    assert len(given) == 20_000
    assert looks <= 4 * 20_000


def test_R09_one_name_in_every_case_costs_a_few_looks_each() -> None:
    looks = 0

    def key(name: str) -> str:
        nonlocal looks
        looks += 1
        return collision_key(name)

    names = DistinctNames(key)
    for letters in itertools.product("aA", repeat=13):
        names.add("".join(letters))
    assert looks <= 4 * 2**13


# R11


def test_R11_G04_a_million_marks_are_a_few() -> None:
    shown = safe_text("e" + "\u0301" * 1_000_000 + ".exe", 32)
    assert len(shown) < 100
    assert shown.endswith(".exe")


class CountedText(str):
    """Text that says how much of it was read."""

    read = 0

    def __getitem__(self, key: object) -> str:
        part = str.__getitem__(self, key)  # type: ignore[index]
        CountedText.read += len(part)
        return part


@pytest.mark.parametrize("unit", ["\u0301", " ", "\u202e", "a", "👨\u200d"])
def test_R11_no_more_is_read_than_may_be_shown(unit: str) -> None:
    CountedText.read = 0
    safe_text(CountedText(unit * 1_000_000), 32)
    assert 0 < CountedText.read <= 2 * 32 * 16
