"""A session's control connection: messages over a socket, kept alive, bounded both ways."""

import asyncio
import contextlib
import socket
import time
from collections.abc import AsyncIterator, Callable
from types import TracebackType
from typing import Self

from byhand.domain.codes import Code
from byhand.errors import ConnectionLostError, RemoteProtocolError
from byhand.network.addresses import SocketAddress
from byhand.network.message_rate import MessageRate
from byhand.network.send_queue import SendQueue
from byhand.network.sockets import send_all, set_up
from byhand.network.token_bucket import TokenBucket
from byhand.protocol.connection import Connection
from byhand.protocol.message import Message
from byhand.protocol.messages import Bye, Ping, Pong
from byhand.protocol.state import ConnectionState

PING_AFTER_SECONDS = 15.0
LOST_AFTER_SECONDS = 45.0
PING_APART_SECONDS = 10.0
PING_BURST = 4  # pings that waited in a stalled network arrive together: judge their average
QUEUED_BEFORE_WAITING = 1024 * 1024
QUEUED_LIMIT = 32 * 1024 * 1024
SENT_AT_ONCE = 256 * 1024
RECEIVED_AT_ONCE = 64 * 1024
GOODBYE_SECONDS = 2.0
TALKING = frozenset(ConnectionState) - {
    ConnectionState.CLOSED_BY_US,
    ConnectionState.CLOSED_BY_THEM,
    ConnectionState.BROKEN,
}


class Channel:
    """Carries a connection's messages over a socket, inside `async with`; owns and closes it.

    One task reads `messages`; everything else may be called from anywhere on the loop.
    """

    def __init__(
        self,
        sock: socket.socket,
        connection: Connection,
        *,
        ping_after_seconds: float = PING_AFTER_SECONDS,
        lost_after_seconds: float = LOST_AFTER_SECONDS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._local_address, self._remote_address = _set_up(sock)
        self._socket = sock
        self._connection = connection
        self._keep_alive = _KeepAlive(ping_after_seconds, lost_after_seconds, clock)
        self._rates = _Rates(clock)
        self._queue = SendQueue()
        self._received = memoryview(bytearray(RECEIVED_AT_ONCE))
        self._receiving = asyncio.Lock()
        self._is_at_end = False
        self._failure: ConnectionLostError | None = None
        self._group = asyncio.TaskGroup()
        self._tasks: list[asyncio.Task[None]] = []

    @property
    def remote_address(self) -> SocketAddress:
        """The other side's end, as `getpeername` gives it."""
        return self._remote_address

    @property
    def local_address(self) -> SocketAddress:
        """Our end, as `getsockname` gives it."""
        return self._local_address

    @property
    def is_open(self) -> bool:
        """Say whether messages still leave: nobody has said goodbye and nothing broke."""
        return self._failure is None and self._connection.state in TALKING

    @property
    def queued_bytes(self) -> int:
        """How many bytes have not left yet."""
        return self._queue.size

    async def __aenter__(self) -> Self:
        await self._group.__aenter__()
        for work in (self._write(), self._watch()):
            self._tasks.append(self._group.create_task(work))
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._fail(ConnectionLostError("hung up"))
        for task in self._tasks:
            task.cancel()
        try:
            await self._group.__aexit__(None, None, None)
        finally:
            async with self._receiving:  # a reader elsewhere lets go of the socket first
                self._socket.close()

    def post(self, message: Message) -> None:
        """Queue a message; it leaves by itself and in order.

        Once the channel is not open any more this does nothing: `messages` tells why.
        """
        if not self.is_open:
            return
        self._queue.append(self._connection.send(message))
        if self._queue.size > QUEUED_LIMIT:
            self._fail(ConnectionLostError("the other side does not read"))

    async def drain(self) -> None:
        """Wait while more than 1 MiB is queued; raise ConnectionLostError if it cannot leave."""
        await self._queue.wait_until(QUEUED_BEFORE_WAITING)
        if self._failure is not None:
            raise self._failure

    async def messages(self) -> AsyncIterator[Message]:
        """Yield what arrives until either side says goodbye; the other side's Bye is the last.

        Pings are answered here. Raises ConnectionLostError when the connection ends otherwise,
        and RemoteProtocolError when the other side breaks a rule.
        """
        while True:
            message = self._connection.next_message() if self.is_open else None
            if message is None:
                if not await self._receive():
                    return
                continue
            self._keep_alive.heard()  # of whole messages only: single bytes keep nobody alive
            self._rates.judge(message)
            match message:
                case Ping():
                    self.post(Pong(t=message.t))
                case Pong():
                    pass
                case Bye():
                    self._hang_up(socket.SHUT_WR)  # so that its sender knows it was heard
                    yield message
                    return
                case _:
                    yield message

    async def close(self, code: Code = Code.OK) -> None:
        """Say goodbye and wait, at most 2 s, until the other side has heard it; never raises."""
        goodbye = self._connection.close(code)
        if self._failure is not None or not goodbye:
            return
        self._queue.append(goodbye)
        with contextlib.suppress(TimeoutError, ConnectionLostError):
            async with asyncio.timeout(GOODBYE_SECONDS):
                await self._queue.wait_until(0)
                self._hang_up(socket.SHUT_WR)
                while await self._receive():
                    pass
        self._is_at_end = True
        self._hang_up(socket.SHUT_RDWR)

    def abort(self) -> None:
        """Hang up at once, without a goodbye."""
        self._fail(ConnectionLostError("hung up"))

    async def _receive(self) -> bool:
        """Take in what arrives; return False at the end of a connection that was said goodbye to.

        After a goodbye it is thrown away: closing on unread bytes would destroy the goodbye.
        """
        async with self._receiving:
            count = 0 if self._is_at_end else await self._receive_some()
        if self._failure is not None:
            raise self._failure
        if count == 0:
            self._is_at_end = True
            if self.is_open:
                raise ConnectionLostError("the other side hung up")
            return False
        if self.is_open:
            self._connection.receive_data(self._received[:count])
        await asyncio.sleep(0)  # receiving returns at once in a flood: let others run
        return True

    async def _receive_some(self) -> int:
        try:
            count = await asyncio.get_running_loop().sock_recv_into(self._socket, self._received)
        except OSError as exc:
            raise self._failure or ConnectionLostError("the connection broke") from exc
        return count

    async def _write(self) -> None:
        while True:
            chunk = await self._queue.take(SENT_AT_ONCE)
            try:
                await send_all(self._socket, chunk)
            except ConnectionLostError as exc:
                self._fail(exc)
                return
            self._queue.left(len(chunk))

    async def _watch(self) -> None:
        while True:
            if self._keep_alive.is_lost():
                self._fail(ConnectionLostError("the other side has gone silent"))
                return
            if self._keep_alive.is_ping_due():
                self.post(Ping(t=self._keep_alive.pinged()))
            await asyncio.sleep(self._keep_alive.pause_seconds())

    def _fail(self, failure: ConnectionLostError) -> None:
        """End the channel; whoever reads or drains is woken and told why."""
        if self._failure is not None:
            return
        self._failure = failure
        self._queue.close()
        self._hang_up(socket.SHUT_RDWR)

    def _hang_up(self, how: int) -> None:
        with contextlib.suppress(OSError):  # it may be gone already
            self._socket.shutdown(how)


class _KeepAlive:
    """When to ask whether the other side is there, and when to give it up."""

    def __init__(self, ping_after: float, lost_after: float, clock: Callable[[], float]) -> None:
        self._ping_after = ping_after
        self._lost_after = lost_after
        self._clock = clock
        self._heard_at = clock()
        self._pinged_at = self._heard_at

    def heard(self) -> None:
        self._heard_at = self._clock()

    def pinged(self) -> int:
        """Note that a ping leaves and return its time in milliseconds."""
        self._pinged_at = self._clock()
        return int(self._pinged_at * 1000)

    def is_lost(self) -> bool:
        return self._clock() >= self._heard_at + self._lost_after

    def is_ping_due(self) -> bool:
        return self._clock() >= self._ping_due_at()

    def pause_seconds(self) -> float:
        next_at = min(self._ping_due_at(), self._heard_at + self._lost_after)
        return max(0.0, next_at - self._clock())

    def _ping_due_at(self) -> float:
        return max(self._heard_at, self._pinged_at) + self._ping_after


class _Rates:
    """How many messages, and how many pings, a friend may send (PROTOCOL.md, section 13)."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._messages = MessageRate(clock)
        self._pings = TokenBucket(1 / PING_APART_SECONDS, PING_BURST)

    def judge(self, message: Message) -> None:
        """Raise RemoteProtocolError if this message is one too many."""
        self._messages.judge()
        if isinstance(message, Ping) and not self._pings.take(self._clock()):
            raise RemoteProtocolError("more pings than anybody needs")


def _set_up(sock: socket.socket) -> tuple[SocketAddress, SocketAddress]:
    """Return our address and the other side's; raise ConnectionLostError if it has gone."""
    try:
        set_up(sock)
        return sock.getsockname(), sock.getpeername()
    except OSError as exc:
        raise ConnectionLostError("the connection broke") from exc
