"""Serves the orders of other processes, and tells them what happens."""

import asyncio
import itertools
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from pathlib import Path

from byhand import __version__
from byhand.control.lines import (
    LINE_BYTES,
    Answer,
    Ask,
    Failure,
    Hello,
    Request,
    Result,
    Told,
    line_of,
    request_in,
)
from byhand.control.listening import listening
from byhand.control.order_table import ORDERS
from byhand.domain.events import Event
from byhand.errors import ByhandError, RemoteProtocolError, StorageError
from byhand.service.observers import orderer
from byhand.service.orders import Service

SUBSCRIPTIONS = 16
UNREAD_BYTES = 2 * LINE_BYTES
TOKEN_CHARACTERS = 300

RaiseWindow = Callable[[str], None]
"""Brings the window to the front, with the desktop's activation token or ""."""

logger = logging.getLogger(__name__)
_guest_numbers = itertools.count(1)


@asynccontextmanager
async def served(
    service: Service, profile: Path, raise_window: RaiseWindow | None = None
) -> AsyncIterator[None]:
    """Let other processes of the user order a service, whose profile is ours, in the block.

    Where that cannot be, it is written to the log.
    """

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await _Guest(service, writer, raise_window).serve(reader)

    async with AsyncExitStack() as stack:
        try:
            await stack.enter_async_context(listening(profile, talk))
        except StorageError as exc:
            logger.warning("nobody else can give orders: %s", exc)
        yield


class _Guest:
    """One connection; a guest who breaks the rules or does not read is hung up on."""

    def __init__(
        self,
        service: Service,
        writer: asyncio.StreamWriter,
        raise_window: RaiseWindow | None,
    ) -> None:
        self._service = service
        self._writer = writer
        self._raise_window = raise_window
        self._subscriptions: dict[int, Callable[[], None]] = {}

    async def serve(self, reader: asyncio.StreamReader) -> None:
        """Answer every request in turn, until the connection ends."""
        orderer.set(next(_guest_numbers))
        self._write(Hello(__version__, self._raise_window is not None))
        try:
            async for line in reader:
                self._answer(request_in(line))
                await self._writer.drain()
                await asyncio.sleep(0)  # whoever asks without end must not keep out all others
        except ConnectionError:
            pass  # whoever ordered has left: what they ordered goes on
        except ValueError as exc:
            raise RemoteProtocolError("a line too long") from exc
        finally:
            for unsubscribe in self._subscriptions.values():
                unsubscribe()

    def _answer(self, request: Request) -> None:
        try:
            self._write(Result(request.id, self._obey(request)))
        except ByhandError as error:
            self._write(Failure(request.id, error))
        except Exception:
            logger.exception("a bug")
            self._write(Failure(request.id, ByhandError()))

    def _obey(self, request: Request) -> object:
        match request:
            case Request(name=Ask.SUBSCRIBE):
                self._subscribe(request.id)
            case Request(name=Ask.UNSUBSCRIBE, arguments={"to": int(number)}):
                self._unsubscribe(number)
            case Request(name=Ask.RAISE, arguments={"token": str(token)}):
                self._raise(token)
            case Request(name=name, arguments=arguments) if name in ORDERS:
                return ORDERS[name].obeyed_by(self._service, arguments)
            case _:
                raise RemoteProtocolError("an order that nobody knows")
        return None

    def _subscribe(self, number: int) -> None:
        if number in self._subscriptions or len(self._subscriptions) >= SUBSCRIPTIONS:
            raise RemoteProtocolError("too many subscriptions")
        self._subscriptions[number] = self._service.subscribe(partial(self._tell, number))

    def _unsubscribe(self, number: int) -> None:
        end = self._subscriptions.pop(number, None)
        if end is not None:
            end()

    def _tell(self, number: int, event: Event) -> None:
        self._write(Told(number, type(event).__name__, event))

    def _raise(self, token: str) -> None:
        if self._raise_window is None:
            raise RemoteProtocolError("there is no window")
        is_token = len(token) <= TOKEN_CHARACTERS and token.isascii() and token.isprintable()
        self._raise_window(token if is_token else "")

    def _write(self, answer: Answer) -> None:
        if self._writer.is_closing():
            return
        line = line_of(answer)
        unread = self._writer.transport.get_write_buffer_size()
        if unread > UNREAD_BYTES or len(line) > LINE_BYTES:
            logger.warning("whoever gives orders does not listen, and is hung up on")
            self._writer.transport.abort()
            return
        self._writer.write(line)
