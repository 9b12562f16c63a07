"""A connection to whoever has a profile, on a thread of its own: an order waits for its answer."""

import asyncio
import itertools
import logging
import threading
from collections.abc import AsyncIterator, Callable, Mapping
from concurrent.futures import Future
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from byhand import __version__
from byhand.control.codec import judged_event
from byhand.control.lines import (
    Answer,
    Ask,
    Failure,
    Hello,
    Request,
    Result,
    Told,
    answer_in,
    line_of,
)
from byhand.control.listening import connected
from byhand.control.subscription import Observer, Subscription
from byhand.errors import OtherVersionError, RemoteProtocolError, ServiceGoneError

PATIENCE_SECONDS = 10.0
"""Orders return at once: who needs longer than that to greet, or for one of them, has stopped."""

logger = logging.getLogger(__name__)


@asynccontextmanager
async def linked(
    profile: Path, patience_seconds: float = PATIENCE_SECONDS
) -> AsyncIterator["Link | None"]:
    """Talk to whoever serves a profile until the block ends; None if nobody answers there.

    Raises OtherVersionError.
    """
    opening: Future[Link | None] = Future()
    opening.set_running_or_notify_cancel()  # the thread will answer, whoever still waits for it
    work = _talk(profile, patience_seconds, asyncio.get_running_loop(), opening)
    thread = threading.Thread(target=asyncio.run, args=(work,), name="control", daemon=True)
    thread.start()
    try:
        yield await asyncio.wrap_future(opening)
    finally:
        opening.add_done_callback(_close)
        await asyncio.to_thread(thread.join)


class Link:
    """Gives orders from the loop that owns it, and tells its observers there what happens."""

    def __init__(
        self,
        hello: Hello,
        writer: asyncio.StreamWriter,
        owner: asyncio.AbstractEventLoop,
        patience_seconds: float,
    ) -> None:
        """Made on the thread, whose loop is running."""
        self.has_window = hello.has_window
        self.lost = asyncio.Event()
        """Set, on the owner's loop, when nothing more can be ordered."""
        self._writer = writer
        self._owner = owner
        self._patience_seconds = patience_seconds
        self._loop = asyncio.get_running_loop()
        self._numbers = itertools.count(1)
        # Both are touched on the thread only.
        self._answers: dict[int, Future[object]] = {}
        self._subscriptions: dict[int, Subscription] = {}

    # --- on the owner's loop

    def call(self, name: str, arguments: Mapping[str, object]) -> object:
        """Return what a request returns, as parsed JSON; raise what it raises.

        Waits, but not long. Raises ServiceGoneError if there is no answer.
        """
        return self._awaited(self.ask(name, arguments))

    def ask(self, name: str, arguments: Mapping[str, object]) -> Future[object]:
        """Send a request; return where its answer, or ServiceGoneError, will be."""
        return self._ask(next(self._numbers), name, arguments)

    def subscribe(self, observer: Observer) -> Callable[[], None]:
        """Tell an observer everything that is there, then every change; return what ends that."""
        number, subscription = next(self._numbers), Subscription(observer, self._owner)
        self._awaited(self._ask(number, Ask.SUBSCRIBE, {}, subscription))
        subscription.replay()

        def unsubscribe() -> None:
            subscription.end()
            self.ask(Ask.UNSUBSCRIBE, {"to": number})

        return unsubscribe

    async def raise_window(self, token: str) -> None:
        """Bring the other process's window to the front; `token` is the desktop's, or "".

        Raises ServiceGoneError, and RemoteProtocolError unless `has_window`.
        """
        await asyncio.wrap_future(self.ask(Ask.RAISE, {"token": token}))

    def close(self) -> None:
        """Hang up."""
        with suppress(RuntimeError):  # the thread has ended already
            self._loop.call_soon_threadsafe(self._writer.transport.abort)

    def _ask(
        self,
        number: int,
        name: str,
        arguments: Mapping[str, object],
        subscription: Subscription | None = None,
    ) -> Future[object]:
        line = line_of(Request(number, name, dict(arguments)))
        answer: Future[object] = Future()
        answer.set_running_or_notify_cancel()
        try:
            self._loop.call_soon_threadsafe(self._send, number, line, answer, subscription)
        except RuntimeError:  # the thread has ended already
            answer.set_exception(ServiceGoneError())
        return answer

    def _awaited(self, answer: Future[object]) -> object:
        try:
            return answer.result(self._patience_seconds)
        except TimeoutError as exc:
            self.close()
            raise ServiceGoneError from exc

    # --- on the thread

    async def listen(self, reader: asyncio.StreamReader) -> None:
        """Take in what is answered and told, until the connection ends."""
        try:
            async for line in reader:
                self._take(answer_in(line))
        except (ConnectionError, ValueError, RemoteProtocolError) as exc:
            logger.warning("the running Byhand is not understood: %s", exc)
        finally:
            self._writer.transport.abort()
            for answer in self._answers.values():
                answer.set_exception(ServiceGoneError())
            self._answers.clear()
            with suppress(RuntimeError):  # the owner's loop has ended already
                self._owner.call_soon_threadsafe(self.lost.set)

    def _send(
        self,
        number: int,
        line: bytes,
        answer: Future[object],
        subscription: Subscription | None,
    ) -> None:
        if self._writer.is_closing():
            answer.set_exception(ServiceGoneError())
            return
        self._answers[number] = answer
        if subscription is not None:
            self._subscriptions[number] = subscription
        self._writer.write(line)

    def _take(self, message: Answer) -> None:
        match message:
            case Result(number, value) if number in self._answers:
                if number in self._subscriptions:
                    self._subscriptions[number].is_whole = True
                self._answers.pop(number).set_result(value)
            case Failure(number, error) if number in self._answers:
                self._answers.pop(number).set_exception(error)
            case Told(number, name, value) if number in self._subscriptions:
                self._subscriptions[number].take(judged_event(name, value))
            case _:
                raise RemoteProtocolError("an answer to nothing")


async def _talk(
    profile: Path,
    patience_seconds: float,
    owner: asyncio.AbstractEventLoop,
    opening: "Future[Link | None]",
) -> None:
    try:
        streams = await connected(profile)
        hello = await _greeting(profile, patience_seconds, *streams) if streams else None
    except BaseException as exc:  # noqa: BLE001 - whoever waits gets it
        opening.set_exception(exc)
        return
    if streams is None or hello is None:
        opening.set_result(None)
        return
    reader, writer = streams
    link = Link(hello, writer, owner, patience_seconds)
    opening.set_result(link)
    await link.listen(reader)


async def _greeting(
    profile: Path,
    patience_seconds: float,
    reader: asyncio.StreamReader,
    writer: asyncio.StreamWriter,
) -> Hello | None:
    """Return how whoever has the profile greets us; None for nobody who does it in time."""
    try:
        async with asyncio.timeout(patience_seconds):
            hello = answer_in(await reader.readline())
    except (ConnectionError, TimeoutError, ValueError, RemoteProtocolError):
        hello = None
    if isinstance(hello, Hello) and hello.version == __version__:
        return hello
    writer.transport.abort()
    if isinstance(hello, Hello):
        raise OtherVersionError(profile, hello.version)
    return None


def _close(opening: "Future[Link | None]") -> None:
    link = None if opening.exception() else opening.result()
    if link is not None:
        link.close()
