"""A session bus that answers from a table and lets a test say what programs on it say."""

import errno
from collections.abc import Callable, Mapping
from typing import Any

from dbus_fast import Message, MessageType
from dbus_fast.aio import MessageBus

Answers = Mapping[str, Callable[[Message], list[Any] | None]]
PROGRAM = ":1.7"
"""The unique name of whoever answers."""
_SIGNATURES = {"GetCapabilities": "as", "Notify": "u"}


class FakeBus:
    """Answers calls from a table by member; what is not in it gets an error."""

    def __init__(self, answers: Answers) -> None:
        self.calls: list[Message] = []
        self.handlers: list[Callable[[Message], None]] = []
        self.owner = PROGRAM
        self.is_gone = False
        self._answers = answers

    async def call(self, message: Message) -> Message:
        if self.is_gone:
            raise EOFError
        self.calls.append(message)
        find = self._answers.get(str(message.member))
        answer = find(message) if find else None
        if answer is None:
            error = "org.freedesktop.DBus.Error.ServiceUnknown"
            return Message(message_type=MessageType.ERROR, reply_serial=1, error_name=error)
        return Message(
            message_type=MessageType.METHOD_RETURN,
            reply_serial=1,
            sender=self.owner,
            signature=_SIGNATURES.get(str(message.member), ""),
            body=answer,
        )

    def send(self, message: Message) -> None:
        if self.is_gone:
            raise OSError(errno.EBADF, "the bus is gone")
        self.calls.append(message)

    def add_message_handler(self, handler: Callable[[Message], None]) -> None:
        self.handlers.append(handler)

    def remove_message_handler(self, handler: Callable[[Message], None]) -> None:
        self.handlers.remove(handler)

    def bodies(self, member: str) -> list[list[Any]]:
        """Return what the calls of a method carried."""
        return [call.body for call in self.calls if call.member == member]

    def say(self, message: Message) -> None:
        """Deliver a message to whoever listens."""
        for handler in list(self.handlers):
            handler(message)


def bus(answers: Answers) -> tuple[FakeBus, MessageBus]:
    """Return such a bus twice: as it is, and as the program takes it."""
    fake = FakeBus(answers)
    return fake, fake  # type: ignore[return-value]
