"""A program that shows notifications, for tests that say exactly what is clicked and when."""

import asyncio
import threading
from collections.abc import Coroutine
from concurrent.futures import Future
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self, TypeVar

from dbus_fast import Message, MessageType
from dbus_fast.aio import MessageBus

from tests.helpers.processes import HANG_SECONDS

NAME = INTERFACE = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Shown:
    """What is on the screen: its number, its words, and its buttons' words with their keys."""

    number: int
    title: str
    body: str
    actions: dict[str, str]


class NotificationDaemon:
    """Shows nothing, but says what would be on the screen, and clicks what a test wants clicked."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._bus: MessageBus | None = None
        self._shown: dict[int, Shown] = {}
        self._numbers = 0

    def __enter__(self) -> Self:
        self._thread.start()
        self._run(self._connect())
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._bus is not None:
            self._run(self._disconnect(self._bus))
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def shown(self, title: str) -> Shown | None:
        """Return the notification that begins so, if it is on the screen."""
        found = [each for each in self._shown.values() if each.title.startswith(title)]
        return found[0] if found else None

    def click(self, shown: Shown, button: str) -> None:
        """Click a button, and close the notification as programs do."""
        self._run(self._say("ActionInvoked", "us", shown.number, shown.actions[button]))
        self._shown.pop(shown.number, None)
        self._run(self._say("NotificationClosed", "uu", shown.number, 2))

    # --- how

    def _run(self, work: Coroutine[Any, Any, _T]) -> _T:
        done: Future[_T] = asyncio.run_coroutine_threadsafe(work, self._loop)
        return done.result(HANG_SECONDS)

    async def _connect(self) -> None:
        self._bus = await MessageBus(bus_address=self._address).connect()
        self._bus.add_message_handler(self._answer)
        await self._bus.request_name(NAME)

    async def _disconnect(self, bus: MessageBus) -> None:
        bus.disconnect()

    async def _say(self, member: str, signature: str, *body: Any) -> None:
        assert self._bus is not None
        await self._bus.send(Message.new_signal(PATH, INTERFACE, member, signature, list(body)))

    def _answer(self, message: Message) -> Message | None:
        if message.message_type is not MessageType.METHOD_CALL or message.interface != INTERFACE:
            return None
        match message.member:
            case "GetCapabilities":
                return Message.new_method_return(message, "as", [["actions", "body"]])
            case "Notify":
                return Message.new_method_return(message, "u", [self._show(message.body)])
            case "CloseNotification":
                self._shown.pop(message.body[0], None)
                return Message.new_method_return(message)
        return None

    def _show(self, body: list[Any]) -> int:
        number: int = body[1]
        if number not in self._shown:
            self._numbers += 1
            number = self._numbers
        actions = dict(zip(body[5][1::2], body[5][::2], strict=True))
        self._shown[number] = Shown(number, body[3], body[4], actions)
        return number
