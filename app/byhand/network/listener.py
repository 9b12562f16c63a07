"""The listening port: accepts connections, answers their handshakes, hands on who authenticated."""

import asyncio
import contextlib
import logging
import socket
import time
from collections import OrderedDict
from collections.abc import Callable, Collection, Coroutine
from functools import partial
from types import TracebackType
from typing import Self

from byhand.errors import NetworkError, ProtocolError
from byhand.network.addresses import SocketAddress
from byhand.network.admission import Admission, Newcomer, source_of
from byhand.network.handshaking import run_handshake
from byhand.network.sockets import open_servers, set_up
from byhand.protocol.handshake import Established, Steps

FIRST_MESSAGE_SECONDS = 3.0
HANDSHAKE_SECONDS = 5.0
PAUSE_SECONDS = 0.1
LOG_APART_SECONDS = 60.0
LOGGED_SOURCES = 1024

logger = logging.getLogger(__name__)


class Listener:
    """Listens inside `async with`, on `port` or the next that is free, over IPv4 and IPv6.

    `make_answer` gives the steps for a connection from an address; `on_established` receives the
    socket (non-blocking, its own from then on) and what was established. Everybody else is hung
    up on without a byte. `known_hosts` gives addresses where friends were met or are announced.
    """

    def __init__(
        self,
        port: int,
        make_answer: Callable[[SocketAddress], Steps],
        on_established: Callable[[socket.socket, Established], None],
        *,
        known_hosts: Callable[[], Collection[str]] = frozenset,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._servers = open_servers(port)
        self._make_answer = make_answer
        self._on_established = on_established
        self._known_hosts = known_hosts
        self._clock = clock
        self._admission = Admission()
        self._log = _SparseLog()
        self._group = asyncio.TaskGroup()
        self._tasks: set[asyncio.Task[None]] = set()
        self._accepting: list[asyncio.Task[None]] = []
        self._is_closing = False

    @property
    def port(self) -> int:
        """The TCP port that is really listened on."""
        port: int = self._servers[0].getsockname()[1]
        return port

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
                sock, address = await loop.sock_accept(server)
            except OSError as exc:
                if self._is_closing:
                    return
                # Mostly EMFILE or ENFILE: what waits in the backlog is served a little later.
                self._log.write("every source", str(exc.strerror), self._clock())
                await asyncio.sleep(PAUSE_SECONDS)
                continue
            self._receive_newcomer(sock, address)
            await asyncio.sleep(0)  # accepting returns at once in a flood: let others run

    def _receive_newcomer(self, sock: socket.socket, address: SocketAddress) -> None:
        host = address[0]
        newcomer = self._admission.admit(
            host, partial(_hang_up, sock), is_known=host in self._known_hosts(), now=self._clock()
        )
        if newcomer is None:
            sock.close()
            self._log.write(source_of(host), "too many connections", self._clock())
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
            self._log.write(newcomer.source, str(exc) or "too slow", self._clock())
        except Exception:
            # A stranger must not be able to end the listener, whatever the bug.
            sock.close()
            logger.exception("a bug")
        except BaseException:
            sock.close()
            raise
        finally:
            self._admission.heard(newcomer)

    async def _handshake(
        self, sock: socket.socket, address: SocketAddress, newcomer: Newcomer
    ) -> Established:
        start = asyncio.get_running_loop().time()
        async with asyncio.timeout_at(start + FIRST_MESSAGE_SECONDS) as limit:

            def on_answer() -> None:
                self._admission.heard(newcomer)
                limit.reschedule(start + HANDSHAKE_SECONDS)

            set_up(sock)
            return await run_handshake(sock, self._make_answer(address), on_answer)


def _hang_up(sock: socket.socket) -> None:
    """End a connection under the one who reads it, who then closes it."""
    with contextlib.suppress(OSError):  # it has ended already
        sock.shutdown(socket.SHUT_RDWR)


class _SparseLog:
    """Writes one line a source and minute; the text is ours, never what somebody sent."""

    def __init__(self) -> None:
        self._written_at: OrderedDict[str, float] = OrderedDict()

    def write(self, source: str, reason: str, now: float) -> None:
        if now - self._written_at.get(source, -LOG_APART_SECONDS) < LOG_APART_SECONDS:
            return
        self._written_at[source] = now
        self._written_at.move_to_end(source)
        if len(self._written_at) > LOGGED_SOURCES:
            self._written_at.popitem(last=False)
        logger.info("refused a connection from %s: %s", source, reason)
