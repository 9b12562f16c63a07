"""Whether the desktop wants light, dark or high contrast (portal org.freedesktop.appearance)."""

from collections.abc import Callable
from typing import Any

from dbus_fast import Message, MessageType, Variant
from dbus_fast.aio import MessageBus

from byhand.desktop.session_bus import BUS, Service, call

NAMESPACE = "org.freedesktop.appearance"
SETTINGS = Service(
    "org.freedesktop.portal.Desktop",
    "/org/freedesktop/portal/desktop",
    "org.freedesktop.portal.Settings",
)
MATCH = f"type='signal',interface='{SETTINGS.interface}',member='SettingChanged',arg0='{NAMESPACE}'"
SCHEMES = {1: "dark", 2: "light"}


class ColourScheme:
    """Tells `changed` what the desktop wants: "light", "dark", "high-contrast" or ""."""

    def __init__(self, bus: MessageBus, changed: Callable[[str], None]) -> None:
        self._bus = bus
        self._changed = changed
        self._values = {"color-scheme": 0, "contrast": 0}

    async def watch(self) -> None:
        """Tell what holds now, and from now on every change."""
        self._bus.add_message_handler(self._take)
        await call(self._bus, BUS, "AddMatch", "s", MATCH)
        for key in self._values:
            answer = await call(self._bus, SETTINGS, "Read", "ss", NAMESPACE, key)
            if answer:
                self._values[key] = _number(answer[0])
        self._tell()

    def _take(self, message: Message) -> None:
        is_change = (
            message.message_type is MessageType.SIGNAL
            and message.interface == SETTINGS.interface
            and message.member == "SettingChanged"
            and message.signature == "ssv"
        )
        if not is_change:
            return
        namespace, key, value = message.body
        if namespace == NAMESPACE and key in self._values:
            self._values[key] = _number(value)
            self._tell()

    def _tell(self) -> None:
        if self._values["contrast"] == 1:
            self._changed("high-contrast")
        else:
            self._changed(SCHEMES.get(self._values["color-scheme"], ""))


def _number(value: Any) -> int:
    # Old portals wrap the value twice.
    while isinstance(value, Variant):
        value = value.value
    return value if isinstance(value, int) else 0
