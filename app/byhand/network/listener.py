"""The listening port: accepts connections, answers their handshakes, hands on who authenticated."""

import asyncio
import contextlib
import errno
import logging
import socket
import time
from collections.abc import Callable, Coroutine
from functools import partial
from types import TracebackType
from typing import Self

from msgspec import Struct

from byhand.errors import ConnectionLostError, NetworkError, ProtocolError
from byhand.network.addresses import SocketAddress
from byhand.network.admission import Admission, Newcomer, source_of
from byhand.network.handshaking import run_handshake
from byhand.network.sockets import open_servers, set_up
from byhand.network.sparse_log import SparseLog
from byhand.network.turns import Turns
from byhand.protocol.handshake import Established, Steps
from byhand.protocol.handshake_steps import Claim

FIRST_MESSAGE_SECONDS = 3.0
HANDSHAKE_SECONDS = 5.0
PAUSE_SECONDS = 0.1
ACCEPTED_AT_ONCE = 16

logger = logging.getLogger(__name__)


class Acquaintances(Struct, frozen=True):
    """Whom the listener may expect: hosts as the system writes them, with their scope."""

    is_known: Callable[[str], bool] = lambda _: False
    """Whether a friend was met at a host, or is announced there."""
    awaited: Callable[[str], int] = lambda _: 0
    """How many lanes and members are about to be dialled from a host."""


_NOBODY = Acquaintances()


class Listener:
    """Listens inside `async with`, on `port` or the next that is free, over IPv4 and IPv6.

    `make_answer` gives the steps for a connection from an address; `on_established` receives the
    socket (non-blocking, its own from then on) and what was established. Everybody else is hung
    up on without a byte.
    """

    def __init__(
        self,
        port: int,
        make_answer: Callable[[SocketAddress], Steps],
        on_established: Callable[[socket.socket, Established], None],
        *,
        acquaintances: Acquaintances = _NOBODY,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._servers = open_servers(port)
        self._port: int = self._servers[0].getsockname()[1]
        self._make_answer = make_answer
        self._on_established = on_established
        self._acquaintances = acquaintances
        self._clock = clock
        self._admission = Admission()
        self._turns = Turns()
        self._next_turn: asyncio.TimerHandle | None = None
        self._log = SparseLog(logger)
        self._group = asyncio.TaskGroup()
        self._tasks: set[asyncio.Task[None]] = set()
        self._accepting: list[asyncio.Task[None]] = []
        self._is_closing = False

    @property
    def port(self) -> int:
        """The TCP port that is really listened on."""
        return self._port

    async def __aenter__(self) -> Self:
        await self._group.__aenter__()
        self._accepting = [self._start(self._accept(server)) for server in self._servers]
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self._stop_accepting()
        for task in self._tasks:
            task.cancel()
        try:
            await self._group.__aexit__(None, None, None)
        finally:
            if self._next_turn is not None:
                self._next_turn.cancel()
            self.close()

    def close(self) -> None:
        """Give the port back; needed only if the listener was never entered."""
        for server in self._servers:
            server.close()

    async def _stop_accepting(self) -> None:
        """Let accepting fail: asyncio loses a connection that arrives as it is cancelled."""
        self._is_closing = True
        for server in self._servers:
            with contextlib.suppress(OSError):  # not every system can do that
                server.shutdown(socket.SHUT_RDWR)
        await asyncio.wait(self._accepting, timeout=PAUSE_SECONDS)

    def _start(self, work: Coroutine[object, object, None]) -> asyncio.Task[None]:
        task = self._group.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def _accept(self, server: socket.socket) -> None:
        loop = asyncio.get_running_loop()
        while True:
            try:
                self._receive_newcomer(*await loop.sock_accept(server))
                self._receive_waiting(server)
            except OSError as exc:
                if self._is_closing:
                    return
                if exc.errno not in _OF_ONE_CONNECTION:
                    # Mostly EMFILE or ENFILE: what waits in the backlog is served a little later.
                    self._log.refused("every source", str(exc.strerror), self._clock())
                    await asyncio.sleep(PAUSE_SECONDS)
            await asyncio.sleep(0)  # accepting returns at once in a flood: let others run

    def _receive_waiting(self, server: socket.socket) -> None:
        """Accept some more at once: a crowd comes faster than the loop goes round."""
        for _ in range(1, ACCEPTED_AT_ONCE):
            try:
                sock, address = server.accept()
            except BlockingIOError:
                return
            self._receive_newcomer(sock, address)

    def _receive_newcomer(self, sock: socket.socket, address: SocketAddress) -> None:
        host = address[0]
        newcomer = self._admission.admit(
            host,
            partial(_hang_up, sock),
            is_known=self._acquaintances.is_known(host),
            awaited=self._acquaintances.awaited(host),
            now=self._clock(),
        )
        if newcomer is None:
            sock.close()
            self._log.refused(source_of(host), "too many connections", self._clock())
            return
        self._start(self._answer(sock, address, newcomer))

    async def _answer(
        self, sock: socket.socket, address: SocketAddress, newcomer: Newcomer
    ) -> None:
        try:
            established = await self._handshake(sock, address, newcomer)
            self._admission.authenticated(newcomer)
            self._on_established(sock, established)
        except (NetworkError, ProtocolError, TimeoutError) as exc:
            sock.close()
            self._log.refused(newcomer.source, str(exc) or "too slow", self._clock())
        except Exception as exc:  # noqa: BLE001
            # A stranger must not be able to end the listener, whatever the bug.
            sock.close()
            self._log.bug(exc, self._clock())
        except BaseException:
            sock.close()
            raise
        finally:
            self._admission.gone(newcomer)

    async def _handshake(
        self, sock: socket.socket, address: SocketAddress, newcomer: Newcomer
    ) -> Established:
        start = asyncio.get_running_loop().time()
        async with asyncio.timeout_at(start + FIRST_MESSAGE_SECONDS) as limit:

            async def judge(claim: Claim) -> None:
                if not self._admission.passes(newcomer, claim):
                    raise NetworkError("too many connections")
                limit.reschedule(start + HANDSHAKE_SECONDS)
                if claim not in _OF_A_TICKET:
                    await self._take_turn(newcomer)
                self._admission.answered(newcomer)

            _set_up(sock)
            return await run_handshake(sock, self._make_answer(address), judge)

    async def _take_turn(self, newcomer: Newcomer) -> None:
        """Wait until we may compute for this one; raise NetworkError if there are too many."""
        decided = asyncio.get_running_loop().create_future()

        def decide(is_its_turn: bool) -> None:
            if not decided.done():  # the wait may just have been given up
                decided.set_result(is_its_turn)

        waiting = self._turns.ask(newcomer.rank, decide)
        try:
            if self._next_turn is None:
                self._give_turns()
            if not await decided:
                raise NetworkError("too many handshakes")
        finally:
            self._turns.withdraw(waiting)

    def _give_turns(self) -> None:
        self._next_turn = None
        seconds = self._turns.give(self._clock())
        if seconds is not None:
            loop = asyncio.get_running_loop()
            self._next_turn = loop.call_later(seconds, self._give_turns)


_OF_A_TICKET = (Claim.LANE, Claim.MEMBER)
"""Claims that cost little to answer, and of which there are only as many as we hold tickets."""

_OF_ONE_CONNECTION = (
    errno.ECONNABORTED,
    errno.EHOSTUNREACH,
    errno.ENETDOWN,
    errno.ENETUNREACH,
    errno.EPERM,
    errno.EPROTO,
)
"""Errors of a connection that ended before it was accepted, on some systems: not of ours."""


def _set_up(sock: socket.socket) -> None:
    try:
        set_up(sock)
    except OSError as exc:  # on some systems, if it has ended already
        raise ConnectionLostError("the connection broke") from exc


def _hang_up(sock: socket.socket) -> None:
    """End a connection under the one who reads it, who then closes it."""
    with contextlib.suppress(OSError):  # it has ended already
        sock.shutdown(socket.SHUT_RDWR)
