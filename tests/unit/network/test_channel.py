import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest

from byhand.domain.codes import Code
from byhand.errors import ConnectionLostError, RemoteProtocolError
from byhand.network.channel import QUEUED_BEFORE_WAITING, QUEUED_LIMIT, Channel
from byhand.protocol.connection import Connection
from byhand.protocol.message import Message
from byhand.protocol.messages import (
    Addresses,
    Bye,
    ErrorReport,
    Hello,
    Ping,
    Pong,
    ProfileUpdate,
)
from tests.helpers.loopback import connections, hello, tcp_pair

MESSAGE = ProfileUpdate(name="Alice", computer="laptop")


class Wire:
    """A connection without a channel: the other side, which may do what it likes."""

    def __init__(self, sock: socket.socket, connection: Connection) -> None:
        self.socket = sock
        self.connection = connection

    async def send(self, *messages: Message) -> None:
        wire = b"".join(self.connection.send(message) for message in messages)
        await asyncio.get_running_loop().sock_sendall(self.socket, wire)

    async def receive(self) -> Message:
        while True:
            message = self.connection.next_message()
            if message is not None:
                return message
            received = await asyncio.get_running_loop().sock_recv(self.socket, 65536)
            if not received:
                raise ConnectionLostError
            self.connection.receive_data(received)


@contextlib.asynccontextmanager
async def channel_pair() -> AsyncIterator[tuple[Channel, Channel]]:
    near, far = tcp_pair()
    ours, theirs = await connections(near, far)
    async with Channel(near, ours) as left, Channel(far, theirs) as right:
        left.post(hello())
        right.post(hello())
        yield left, right


@contextlib.asynccontextmanager
async def channel_and_wire(
    *,
    ping_after: float = 15.0,
    lost_after: float = 45.0,
    clock: Callable[[], float] | None = None,
) -> AsyncIterator[tuple[Channel, Wire]]:
    near, far = tcp_pair()
    ours, theirs = await connections(near, far)
    clock = clock or asyncio.get_running_loop().time
    with far:
        async with Channel(
            near, ours, ping_after_seconds=ping_after, lost_after_seconds=lost_after, clock=clock
        ) as channel:
            channel.post(hello())
            wire = Wire(far, theirs)
            assert isinstance(await wire.receive(), Hello)
            await wire.send(hello())
            yield channel, wire


async def received(channel: Channel) -> list[Message]:
    return [message async for message in channel.messages()]


async def test_messages_arrive_in_order_and_bye_is_the_last() -> None:
    async with channel_pair() as (left, right):
        posted = [ProfileUpdate(name=str(number), computer="") for number in range(500)]
        for message in posted:
            left.post(message)
        _, arrived = await asyncio.gather(left.close(Code.SHUTDOWN), received(right))
        assert arrived == [hello(), *posted, Bye(Code.SHUTDOWN)]


async def test_both_sides_may_say_goodbye_at_once() -> None:
    async with channel_pair() as (left, right):
        await asyncio.gather(left.close(), right.close(), received(left), received(right))


async def test_goodbye_is_heard_though_the_other_side_still_talks() -> None:
    async with channel_pair() as (left, right):
        arriving = asyncio.create_task(received(right))
        for _ in range(1000):
            right.post(MESSAGE)
        left.post(MESSAGE)
        await left.close()
        assert (await arriving)[-1] == Bye(Code.OK)


async def test_goodbye_may_be_said_by_the_one_who_reads() -> None:
    async with channel_pair() as (left, right):
        arriving = asyncio.create_task(received(right))
        async for message in left.messages():
            assert message == hello()
            await left.close()
        assert (await arriving)[-1] == Bye(Code.OK)


async def test_goodbye_to_somebody_who_does_not_read_ends_by_itself() -> None:
    async with channel_and_wire() as (channel, _):
        await channel.close()
        assert not channel.is_open


async def test_a_closed_channel_forgets_what_is_posted() -> None:
    async with channel_pair() as (left, right):
        reading = asyncio.create_task(received(right))
        await left.close()
        left.post(MESSAGE)
        await left.close()
        await reading
        right.post(MESSAGE)
        assert left.queued_bytes == 0
        assert not right.is_open


async def test_hanging_up_without_goodbye_is_a_lost_connection() -> None:
    async with channel_and_wire() as (channel, wire):
        wire.socket.close()
        with pytest.raises(ConnectionLostError):
            await received(channel)


async def test_a_reset_is_a_lost_connection_for_reader_and_writer() -> None:
    async with channel_and_wire() as (channel, wire):
        wire.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        wire.socket.close()
        for _ in range(100):
            channel.post(MESSAGE)
        with pytest.raises(ConnectionLostError):
            await received(channel)
        assert not channel.is_open


async def test_a_channel_over_a_dead_socket_cannot_be_made() -> None:
    near, far = tcp_pair()
    ours, _ = await connections(near, far)
    near.close()
    with far, pytest.raises(ConnectionLostError):
        Channel(near, ours)


async def test_rubbish_is_the_other_sides_fault() -> None:
    async with channel_and_wire() as (channel, wire):
        await asyncio.get_running_loop().sock_sendall(wire.socket, b"\0\x20" + bytes(32))
        with pytest.raises(RemoteProtocolError):
            await received(channel)
        channel.post(MESSAGE)


async def test_an_error_is_reported_before_the_goodbye() -> None:
    async with channel_pair() as (left, right):
        reading = asyncio.create_task(received(right))
        left.post(ErrorReport(code=Code.PROTOCOL))
        await left.close(Code.PROTOCOL)
        assert (await reading)[-2:] == [ErrorReport(code=Code.PROTOCOL), Bye(Code.PROTOCOL)]


async def test_silence_is_answered_with_a_ping_and_a_pong_is_enough() -> None:
    async with channel_and_wire(ping_after=0.02, lost_after=30) as (channel, wire):
        reading = asyncio.create_task(received(channel))
        for _ in range(3):
            ping = await wire.receive()
            assert isinstance(ping, Ping)
            await wire.send(Pong(t=ping.t))
        await wire.send(Bye())
        assert await reading == [hello(), Bye()]


async def test_a_ping_is_answered_and_not_shown() -> None:
    async with channel_and_wire() as (channel, wire):
        reading = asyncio.create_task(received(channel))
        await wire.send(Ping(t=7), MESSAGE)
        assert await wire.receive() == Pong(t=7)
        await wire.send(Bye())
        assert await reading == [hello(), MESSAGE, Bye()]


async def test_a_friend_who_stays_silent_is_lost() -> None:
    async with channel_and_wire(ping_after=0.01, lost_after=0.05) as (channel, _):
        with pytest.raises(ConnectionLostError, match="silent"):
            await received(channel)
        with pytest.raises(ConnectionLostError, match="silent"):
            await channel.drain()


async def test_pings_that_waited_together_are_forgiven_but_a_flood_is_not() -> None:
    async with channel_and_wire(clock=lambda: 0.0) as (channel, wire):
        await wire.send(*[Ping(t=n) for n in range(4)], MESSAGE)
        await wire.send(Ping(t=5))
        arrived = channel.messages()
        assert [await anext(arrived), await anext(arrived)] == [hello(), MESSAGE]
        with pytest.raises(RemoteProtocolError, match="pings"):
            await anext(arrived)


async def test_more_than_ten_thousand_messages_at_once_are_too_many() -> None:
    async with channel_and_wire(clock=lambda: 0.0) as (channel, wire):

        async def flood() -> None:
            with contextlib.suppress(OSError):
                for _ in range(11):
                    await wire.send(*[Pong(t=0)] * 1000)

        flooding = asyncio.create_task(flood())
        arrived = channel.messages()
        assert await anext(arrived) == hello()
        with pytest.raises(RemoteProtocolError, match="messages"):
            await anext(arrived)
        flooding.cancel()
        await asyncio.wait([flooding])


async def test_two_thousand_messages_a_second_are_welcome_for_ever() -> None:
    now = 0.0
    async with channel_and_wire(clock=lambda: now) as (channel, wire):
        arrived = channel.messages()
        await anext(arrived)
        for _ in range(8):
            now += 1.0
            await wire.send(*[Pong(t=0)] * 1999, MESSAGE)
            assert await anext(arrived) == MESSAGE


async def still_waiting(waiting: Awaitable[None]) -> bool:
    try:
        async with asyncio.timeout(0.05):
            await waiting
    except TimeoutError:
        return True
    return False


async def test_drain_waits_until_the_other_side_has_read() -> None:
    async with channel_pair() as (left, right):
        big = Addresses(hints=["x" * 255] * 32, seen_you_as="")
        while left.queued_bytes <= 8 * QUEUED_BEFORE_WAITING:
            left.post(big)
        assert await still_waiting(left.drain())
        async with asyncio.TaskGroup() as group:
            reading = group.create_task(received(right))
            await left.drain()
            assert left.queued_bytes <= QUEUED_BEFORE_WAITING
            await left.close()
        assert reading.result()[-1] == Bye()


async def test_what_waits_for_somebody_who_never_reads_is_bounded() -> None:
    async with channel_and_wire() as (channel, _):
        big = ErrorReport(code=Code.OK, text="x" * 200)
        posted = 0
        while channel.is_open:
            channel.post(big)
            posted += 1
        assert posted * 200 < QUEUED_LIMIT + 1_000_000
        with pytest.raises(ConnectionLostError, match="read"):
            await received(channel)


async def test_an_aborted_channel_ends_at_once_for_both_sides() -> None:
    async with channel_and_wire() as (channel, wire):
        reading = asyncio.create_task(received(channel))
        await asyncio.sleep(0)
        channel.abort()
        assert not channel.is_open
        with pytest.raises(ConnectionLostError):
            await reading
        with pytest.raises(ConnectionLostError):
            await wire.receive()


async def test_leaving_wakes_a_reader_elsewhere() -> None:
    async with channel_and_wire() as (channel, _):
        reading = asyncio.create_task(received(channel))
        await asyncio.sleep(0.01)
    with pytest.raises(ConnectionLostError):
        await reading


async def test_an_error_in_the_body_comes_out_as_it_is() -> None:
    with pytest.raises(ZeroDivisionError):
        async with channel_and_wire():
            raise ZeroDivisionError


async def test_cancelling_the_body_cancels_it_and_nothing_else() -> None:
    async def use() -> None:
        async with channel_and_wire() as (channel, _):
            await received(channel)

    task = asyncio.create_task(use())
    await asyncio.sleep(0.02)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_addresses_are_known_also_after_the_end() -> None:
    async with channel_pair() as (left, right):
        assert left.remote_address == right.local_address
    assert right.remote_address == left.local_address
