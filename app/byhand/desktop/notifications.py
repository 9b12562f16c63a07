"""Notifications on the desktop (org.freedesktop.Notifications)."""

from html import escape

from dbus_fast import Variant
from dbus_fast.aio import MessageBus

from byhand.desktop.session_bus import Service, call

NOTIFICATIONS = Service(
    "org.freedesktop.Notifications",
    "/org/freedesktop/Notifications",
    "org.freedesktop.Notifications",
)
DEFAULT_TIMEOUT = -1


class Notifications:
    """Shows notifications; a newer one about the same thing takes the older one's place."""

    def __init__(self, bus: MessageBus) -> None:
        self._bus = bus
        self._numbers: dict[bytes, int] = {}
        self._capabilities: frozenset[str] | None = None

    async def show(self, about: bytes, title: str, body: str, category: str) -> None:
        """Show plain text; the desktop never takes any of it for markup."""
        if self._capabilities is None:
            answer = await call(self._bus, NOTIFICATIONS, "GetCapabilities")
            self._capabilities = frozenset(answer[0]) if answer else frozenset()
        has_markup = "body-markup" in self._capabilities
        answer = await call(
            self._bus,
            NOTIFICATIONS,
            "Notify",
            "susssasa{sv}i",
            "Byhand",
            self._numbers.get(about, 0),
            "byhand",
            title,
            escape(body) if has_markup else body,
            [],
            {"category": Variant("s", category), "desktop-entry": Variant("s", "byhand")},
            DEFAULT_TIMEOUT,
        )
        if answer:
            self._numbers[about] = answer[0]
