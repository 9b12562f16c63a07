"""The desktop around us: what it is asked, what it answers, and that its absence is quiet."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from dbus_fast import Message, MessageType, Variant
from dbus_fast.aio import MessageBus

from byhand.desktop.colour_scheme import ColourScheme
from byhand.desktop.file_manager import show_in_folder
from byhand.desktop.notifications import Notifications
from byhand.desktop.session_bus import session_bus

Answers = Mapping[str, Callable[[Message], list[Any] | None]]


class FakeBus:
    """Answers calls from a table by member; what is not in it gets an error."""

    def __init__(self, answers: Answers) -> None:
        self.calls: list[Message] = []
        self.handlers: list[Callable[[Message], None]] = []
        self._answers = answers

    async def call(self, message: Message) -> Message:
        self.calls.append(message)
        find = self._answers.get(str(message.member))
        answer = find(message) if find else None
        if answer is None:
            error = "org.freedesktop.DBus.Error.ServiceUnknown"
            return Message(message_type=MessageType.ERROR, reply_serial=1, error_name=error)
        return Message(message_type=MessageType.METHOD_RETURN, reply_serial=1, body=answer)

    def add_message_handler(self, handler: Callable[[Message], None]) -> None:
        self.handlers.append(handler)


def bus(answers: Answers) -> tuple[FakeBus, MessageBus]:
    fake = FakeBus(answers)
    return fake, fake  # type: ignore[return-value]


def changed(key: str, value: int, namespace: str = "org.freedesktop.appearance") -> Message:
    return Message(
        message_type=MessageType.SIGNAL,
        path="/org/freedesktop/portal/desktop",
        interface="org.freedesktop.portal.Settings",
        member="SettingChanged",
        signature="ssv",
        body=[namespace, key, Variant("u", value)],
    )


async def test_no_session_bus_is_a_quiet_state(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus")
    async with session_bus() as connected:
        assert connected is None


async def test_the_colour_scheme_is_told_at_once_and_at_every_change() -> None:
    values = {"color-scheme": 1, "contrast": 0}
    answers: Answers = {
        # Read wraps its answer twice.
        "Read": lambda m: [Variant("v", Variant("u", values[m.body[1]]))],
    }
    told: list[str] = []
    fake, connected = bus(answers)
    await ColourScheme(connected, told.append).watch()
    for message in (
        changed("color-scheme", 2),
        changed("contrast", 1),
        changed("contrast", 0),
        changed("accent-color", 7),
        changed("color-scheme", 1, "org.example"),
        changed("color-scheme", 0),
    ):
        fake.handlers[0](message)
    assert told == ["dark", "light", "high-contrast", "light", ""]


async def test_a_desktop_without_the_portal_wants_nothing() -> None:
    told: list[str] = []
    _, connected = bus({})
    await ColourScheme(connected, told.append).watch()
    assert told == [""]


async def test_files_are_shown_by_their_uris() -> None:
    fake, connected = bus({"ShowItems": lambda _: []})
    assert await show_in_folder(connected, ["/tmp/a b.txt", "/tmp/ü"])
    assert fake.calls[0].body == [["file:///tmp/a%20b.txt", "file:///tmp/%C3%BC"], ""]


async def test_a_missing_file_manager_is_reported() -> None:
    _, connected = bus({})
    assert not await show_in_folder(connected, ["/tmp/a"])


@pytest.mark.parametrize(
    ("capabilities", "shown"),
    [(["body", "body-markup"], "&lt;b&gt;x&lt;/b&gt; &amp; y"), (["body"], "<b>x</b> & y")],
)
async def test_a_notification_never_takes_a_name_for_markup(
    capabilities: list[str], shown: str
) -> None:
    fake, connected = bus({"GetCapabilities": lambda _: [capabilities], "Notify": lambda _: [7]})
    await Notifications(connected).show(b"id", "title", "<b>x</b> & y", "transfer")
    assert fake.calls[-1].body[4] == shown


async def test_a_newer_notification_takes_the_older_ones_place() -> None:
    fake, connected = bus({"GetCapabilities": lambda _: [["body"]], "Notify": lambda _: [7]})
    notifications = Notifications(connected)
    await notifications.show(b"one", "a", "b", "transfer")
    await notifications.show(b"one", "a", "c", "transfer.complete")
    await notifications.show(b"two", "a", "d", "transfer")
    replaced = [call.body[1] for call in fake.calls if call.member == "Notify"]
    assert replaced == [0, 7, 0]


async def test_a_desktop_without_notifications_is_quiet() -> None:
    _, connected = bus({})
    await Notifications(connected).show(b"one", "a", "b", "transfer")
