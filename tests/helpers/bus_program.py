"""A program on a session bus that answers from a thread of its own, while a test does other things.

class Echo(BusProgram):
    name = "org.example.Echo"

    def answer(self, message): ...

with Echo(desktop.address) as echo: ...
"""

import abc
import asyncio
import threading
from collections.abc import Coroutine
from concurrent.futures import Future
from types import TracebackType
from typing import Any, ClassVar, Self, TypeVar

from dbus_fast import Message, MessageType
from dbus_fast.aio import MessageBus

from tests.helpers.processes import HANG_SECONDS

_T = TypeVar("_T")


class BusProgram(abc.ABC):
    """Has a well-known name on the bus while a `with` block runs."""

    name: ClassVar[str]

    def __init__(self, address: str) -> None:
        self._address = address
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._bus: MessageBus | None = None

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
        self._run(self._disconnect())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    @abc.abstractmethod
    def answer(self, message: Message) -> Message | None:
        """Return what a call of a method is answered with; None leaves it to the bus's library."""

    def say(self, path: str, member: str, signature: str, *body: Any) -> None:
        """Send a signal of the interface that is called like the program."""
        message = Message.new_signal(path, self.name, member, signature, list(body))
        self._run(self._send(message))

    def ask(
        self, owner: str, path: str, interface: str, member: str, signature: str, *body: Any
    ) -> list[Any]:
        """Call a method of another program and return what it answers."""
        message = Message(owner, path, interface, member, signature=signature, body=list(body))
        reply = self._run(self._call(message))
        assert reply.message_type is MessageType.METHOD_RETURN, reply.body
        return reply.body

    def _run(self, work: Coroutine[Any, Any, _T]) -> _T:
        done: Future[_T] = asyncio.run_coroutine_threadsafe(work, self._loop)
        return done.result(HANG_SECONDS)

    async def _connect(self) -> None:
        self._bus = await MessageBus(bus_address=self._address).connect()
        self._bus.add_message_handler(self._take)
        await self._bus.request_name(self.name)

    async def _disconnect(self) -> None:
        if self._bus is not None:
            self._bus.disconnect()

    async def _send(self, message: Message) -> None:
        assert self._bus is not None
        await self._bus.send(message)

    async def _call(self, message: Message) -> Message:
        assert self._bus is not None
        return await self._bus.call(message)

    def _take(self, message: Message) -> Message | None:
        return self.answer(message) if message.message_type is MessageType.METHOD_CALL else None
