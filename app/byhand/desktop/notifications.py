"""Notifications on the desktop (org.freedesktop.Notifications), and what the user answers.

What a notification is answered with is heard from nobody but the program that shows it, and counts
as long as it is the newest about its thing: each has a token of its own in its actions' names.
"""

import asyncio
import secrets
from collections.abc import Callable
from html import escape
from typing import Any

from dbus_fast import Message, MessageType, Variant
from dbus_fast.aio import MessageBus
from msgspec import Struct

from byhand.desktop.session_bus import BUS, Service, ask, call, say
from byhand.domain.notification import Notification, Reply

NOTIFICATIONS = Service(
    "org.freedesktop.Notifications",
    "/org/freedesktop/Notifications",
    "org.freedesktop.Notifications",
)
DEFAULT_TIMEOUT = -1
NORMAL_URGENCY = 1
MOST_SHOWN = 200
"""A program that never says that one is closed fills no more memory than this."""
MATCHES = (
    f"type='signal',interface='{NOTIFICATIONS.interface}',path='{NOTIFICATIONS.path}'",
    f"type='signal',sender='{BUS.name}',interface='{BUS.interface}',member='NameOwnerChanged',"
    f"arg0='{NOTIFICATIONS.name}'",
)
_SIGNATURES = {"ActionInvoked": "us", "ActivationToken": "us", "NotificationClosed": "uu"}

Answered = Callable[[Notification, Reply, str], None]
"""answered(notification, reply, activation token of the desktop or "")"""


class _Shown:
    """A notification that is shown, or will be; its number at the program is 0 until it is told."""

    __slots__ = ("activation", "notification", "number", "token")

    def __init__(self, notification: Notification) -> None:
        self.notification = notification
        self.token = secrets.token_hex(8)
        self.number = 0
        self.activation = ""


class _Program(Struct, frozen=True):
    """Who shows notifications: by its unique name on the bus, and what it can do."""

    owner: str
    capabilities: frozenset[str]


class Notifications:
    """Shows notifications one after the other; of those about one thing only the newest stays."""

    def __init__(self, bus: MessageBus, answered: Answered) -> None:
        self._bus = bus
        self._answered = answered
        self._shown: dict[bytes, _Shown] = {}
        self._numbers: dict[bytes, int] = {}
        self._changed: dict[bytes, None] = {}
        self._woken = asyncio.Event()
        self._program: _Program | None = None

    def show(self, notification: Notification) -> None:
        """Show plain text; the desktop never takes any of it for markup."""
        about = notification.about
        self._shown.pop(about, None)
        self._shown[about] = _Shown(notification)
        self._change(about)
        if len(self._shown) > MOST_SHOWN:
            self.withdraw(next(iter(self._shown)))

    def withdraw(self, about: bytes) -> None:
        """Take one off the screen; it cannot be answered any more."""
        if self._shown.pop(about, None) is not None:
            self._change(about)

    async def run(self) -> None:
        """Show and withdraw what is wanted, and listen, until this is cancelled."""
        self._bus.add_message_handler(self._take)
        try:
            for match in MATCHES:
                await call(self._bus, BUS, "AddMatch", "s", match)
            while True:
                await self._woken.wait()
                self._woken.clear()
                while self._changed:
                    about = next(iter(self._changed))
                    del self._changed[about]
                    await self._renew(about)
        finally:
            self._bus.remove_message_handler(self._take)
            self._close_all()

    def _change(self, about: bytes) -> None:
        self._changed[about] = None
        self._woken.set()

    async def _renew(self, about: bytes) -> None:
        shown = self._shown.get(about)
        if shown is None:
            number = self._numbers.pop(about, 0)
            if number:
                await call(self._bus, NOTIFICATIONS, "CloseNotification", "u", number)
            return
        program = self._program = self._program or await self._found()
        if program is None:
            return
        reply = await ask(
            self._bus, NOTIFICATIONS, "Notify", "susssasa{sv}i", *self._words(shown, program)
        )
        # One that answers in place of the program is not listened to either.
        if reply is None or reply.sender != program.owner or program is not self._program:
            return
        number = _number(reply)
        if number:
            self._numbers[about] = shown.number = number

    def _close_all(self) -> None:
        """Leave nothing on the screen that nobody would answer; there is no time to wait."""
        for about, shown in self._shown.items():
            number = self._numbers.get(about, 0)
            if number and any(reply is not Reply.CLICK for reply, _ in shown.notification.replies):
                say(self._bus, NOTIFICATIONS, "CloseNotification", "u", number)

    async def _found(self) -> _Program | None:
        reply = await ask(self._bus, NOTIFICATIONS, "GetCapabilities")
        if reply is None or not reply.sender:
            return None
        told = reply.body[0] if reply.signature == "as" else ()
        return _Program(reply.sender, frozenset(told))

    def _words(self, shown: _Shown, program: _Program) -> tuple[Any, ...]:
        notification, capabilities = shown.notification, program.capabilities
        body = notification.body
        actions: list[str] = []
        if "actions" in capabilities:
            for reply, words in notification.replies:
                actions += [_action(reply, shown), words]
        hints = {
            "category": Variant("s", notification.category),
            "desktop-entry": Variant("s", "byhand"),
            "urgency": Variant("y", NORMAL_URGENCY),
        }
        return (
            "Byhand",
            self._numbers.get(notification.about, 0),
            "byhand",
            notification.title,
            escape(body) if "body-markup" in capabilities else body,
            actions,
            hints,
            DEFAULT_TIMEOUT,
        )

    # --- what the bus and the program say

    def _take(self, message: Message) -> None:
        if message.message_type is not MessageType.SIGNAL:
            return
        if message.interface == BUS.interface:
            self._owner_changed(message)
            return
        is_programs = (
            message.interface == NOTIFICATIONS.interface
            and self._program is not None
            and message.sender == self._program.owner
            and _SIGNATURES.get(str(message.member)) == message.signature
        )
        if is_programs:
            number, told = message.body
            self._heard(str(message.member), number, told)

    def _owner_changed(self, message: Message) -> None:
        """Forget what an earlier program shows: the numbers mean nothing to the next one.

        What is on its way, be it to a program that is started for it, has no number yet.
        """
        is_told = (message.sender, message.member, message.signature) == (
            *(BUS.name, "NameOwnerChanged", "sss"),
        )
        if is_told and message.body[0] == NOTIFICATIONS.name:
            self._program = None
            self._numbers.clear()
            for about, shown in tuple(self._shown.items()):
                if shown.number:
                    del self._shown[about]

    def _heard(self, member: str, number: int, told: Any) -> None:
        for about, shown in tuple(self._shown.items()):
            if self._numbers.get(about) != number:
                continue
            if member == "ActivationToken":
                shown.activation = told
            elif member == "NotificationClosed" and shown.number == number:
                del self._shown[about], self._numbers[about]
            elif member == "ActionInvoked":
                self._invoked(shown, told)

    def _invoked(self, shown: _Shown, action: str) -> None:
        for reply, _ in shown.notification.replies:
            if _action(reply, shown) == action:
                self._answered(shown.notification, reply, shown.activation)
                return


def _action(reply: Reply, shown: _Shown) -> str:
    # A click on the notification itself is told by this name alone.
    return reply.value if reply is Reply.CLICK else f"{reply.value}.{shown.token}"


def _number(reply: Message) -> int:
    return reply.body[0] if reply.signature == "u" else 0
