"""The desktop around us: what it is asked, what it answers, and that its absence is quiet."""

import pytest
from dbus_fast import Message, MessageType, Variant

from byhand.desktop.colour_scheme import ColourScheme
from byhand.desktop.file_manager import show_in_folder
from byhand.desktop.session_bus import session_bus
from tests.helpers.fake_bus import Answers, bus


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
