"""The user's session bus, and one way to call something on it."""

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

from dbus_fast import DBusError, InvalidAddressError, Message, MessageFlag, MessageType
from dbus_fast.aio import MessageBus
from msgspec import Struct

logger = logging.getLogger(__name__)

PATIENCE_SECONDS = 5.0


class Service(Struct, frozen=True):
    """Where something on the bus is: its name, object and interface."""

    name: str
    path: str
    interface: str


BUS = Service("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")


@asynccontextmanager
async def session_bus() -> AsyncIterator[MessageBus | None]:
    """Connect to the session bus for a while; None where there is none."""
    bus = await _connected()
    try:
        yield bus
    finally:
        if bus is not None:
            bus.disconnect()


async def call(
    bus: MessageBus, service: Service, member: str, signature: str = "", *body: Any
) -> list[Any] | None:
    """Call a method and return what it answers; None when it is not there, fails or is slow."""
    reply = await ask(bus, service, member, signature, *body)
    if reply is None:
        return None
    answer: list[Any] = reply.body
    return answer


async def ask(
    bus: MessageBus, service: Service, member: str, signature: str = "", *body: Any
) -> Message | None:
    """Do the same and return the whole reply, which names who sent it."""
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            reply = await bus.call(_message(service, member, signature, body))
    except (TimeoutError, OSError, EOFError, DBusError) as exc:
        logger.info("no answer to %s: %s", member, type(exc).__name__)
        return None
    return reply if reply.message_type is MessageType.METHOD_RETURN else None


def say(bus: MessageBus, service: Service, member: str, signature: str, *body: Any) -> None:
    """Call a method whose answer nobody waits for; a bus that is gone hears nothing."""
    message = _message(service, member, signature, body)
    message.flags = MessageFlag.NO_REPLY_EXPECTED
    try:
        bus.send(message)
    except (OSError, EOFError) as exc:
        logger.info("no bus to tell %s: %s", member, type(exc).__name__)


def _message(service: Service, member: str, signature: str, body: Sequence[Any]) -> Message:
    return Message(
        destination=service.name,
        path=service.path,
        interface=service.interface,
        member=member,
        signature=signature,
        body=list(body),
    )


async def _connected() -> MessageBus | None:
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            return await MessageBus().connect()
    except (TimeoutError, OSError, EOFError, DBusError, InvalidAddressError) as exc:
        logger.info("no session bus: %s", type(exc).__name__)
        return None
