"""Limits on speed: for all in the settings, with one friend, and of one transfer."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QLineEdit, QWidget

from byhand.domain.events import FriendChanged, ProfileChanged
from byhand.domain.limits import EVERY_DAY, UNLIMITED, RateLimits, Schedule
from byhand.domain.transfer import Transfer
from byhand.gui.friend_menu import Wish
from byhand.gui.transfer_actions import Action
from tests.gui.conftest import Opened
from tests.gui.parts import button, field, nameless, part, says, text_of
from tests.helpers.fake_service import PROFILE
from tests.helpers.sample_world import FRIENDS, MOVING

ANNA, PRESENCE = FRIENDS["Anna Lindqvist"]
NIGHT = Schedule(UNLIMITED, 22 * 60, 6 * 60)


def settings(opened: Opened) -> QDialog:
    opened.window.sidebar.settings_requested.emit()
    return part(opened.window, QDialog, "settings")


def type_into(root: QWidget, name: str, text: str) -> QLineEdit:
    line = field(root, name)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text) if text else line.clear()
    QTest.keyClick(line, Qt.Key.Key_Return)
    return line


# --- for all


def test_a_limit_holds_as_soon_as_its_field_is_left(opened: Opened) -> None:
    dialog = settings(opened)
    type_into(dialog, "speed-up", "10MB")
    assert opened.service.orders == [("set_limits", RateLimits(up=10_000_000))]
    type_into(dialog, "speed-down", "500 kB/s")
    assert opened.service.orders[1:] == [("set_limits", RateLimits(10_000_000, 500_000))]
    dialog.setFocus()
    assert field(dialog, "speed-down").text() == "500 kB/s"


def test_an_empty_field_is_no_limit(opened: Opened) -> None:
    opened.service.emit(ProfileChanged(replace(PROFILE, limits=RateLimits(1_000_000, 2_000_000))))
    dialog = settings(opened)
    assert field(dialog, "speed-up").text() == "1 MB/s"
    type_into(dialog, "speed-up", "")
    assert opened.service.orders == [("set_limits", RateLimits(None, 2_000_000))]


@pytest.mark.parametrize(("typed", "problem"), [("fast", "is no speed"), ("1 kB/s", "at least")])
def test_what_is_no_limit_is_said_and_not_ordered(opened: Opened, typed: str, problem: str) -> None:
    dialog = settings(opened)
    line = type_into(dialog, "speed-up", typed)
    assert opened.service.orders == []
    hint = part(dialog, QLabel, "speed-hint")
    assert problem in hint.text()
    assert hint.property("tone") == "bad"
    assert line.text() == typed
    type_into(dialog, "speed-up", "1 MB/s")
    assert hint.property("tone") == "secondary"


def test_leaving_a_field_as_it_was_orders_nothing(opened: Opened) -> None:
    dialog = settings(opened)
    type_into(dialog, "speed-up", "")
    assert opened.service.orders == []


def test_how_many_go_at_once_is_typed(opened: Opened) -> None:
    dialog = settings(opened)
    assert field(dialog, "speed-at-once").text() == "3"
    type_into(dialog, "speed-at-once", "3")
    type_into(dialog, "speed-at-once", " 1")
    assert opened.service.orders == [("set_at_once", 1)]
    for typed in ("0", "9", "a few", ""):
        type_into(dialog, "speed-at-once", typed)
        assert "1 to 8" in text_of(dialog, "speed-hint")
    assert opened.service.orders == [("set_at_once", 1)]
    dialog.setFocus()
    opened.service.emit(ProfileChanged(replace(PROFILE, at_once=8)))
    assert field(dialog, "speed-at-once").text() == "8"


# --- in certain hours


def test_other_limits_at_certain_hours_begin_with_a_proposal(opened: Opened) -> None:
    dialog = settings(opened)
    switch = part(dialog, QAbstractButton, "speed-has-hours")
    assert not field(dialog, "speed-hours-from").isVisibleTo(dialog)
    switch.click()
    assert opened.service.orders == [("set_schedule", NIGHT)]
    texts = [field(dialog, f"speed-hours-{end}").text() for end in ("from", "to")]
    assert texts == ["22:00", "06:00"]
    switch.click()
    assert opened.service.orders[1:] == [("set_schedule", None)]


def test_hours_and_their_limits_are_typed(opened: Opened) -> None:
    dialog = settings(opened)
    opened.service.emit(ProfileChanged(replace(PROFILE, schedule=NIGHT)))
    type_into(dialog, "speed-hours-from", "23:30")
    type_into(dialog, "speed-hours-up", "2 MB/s")
    limits = RateLimits(up=2_000_000)
    assert opened.service.orders == [
        ("set_schedule", replace(NIGHT, from_minute=1410)),
        ("set_schedule", replace(NIGHT, from_minute=1410, limits=limits)),
    ]


def test_a_time_that_no_day_has_is_said_and_not_ordered(opened: Opened) -> None:
    dialog = settings(opened)
    opened.service.emit(ProfileChanged(replace(PROFILE, schedule=NIGHT)))
    type_into(dialog, "speed-hours-to", "25:00")
    assert opened.service.orders == []
    assert "06:30" in text_of(dialog, "speed-hint")


def test_days_that_were_chosen_elsewhere_are_told_and_kept(opened: Opened) -> None:
    dialog = settings(opened)
    assert not part(dialog, QLabel, "speed-days").isVisibleTo(dialog)
    weekend = replace(NIGHT, days=0b1100000)
    assert weekend.days != EVERY_DAY
    opened.service.emit(ProfileChanged(replace(PROFILE, schedule=weekend)))
    assert text_of(dialog, "speed-days") == "From 22:00 to 06:00, Saturday, Sunday"
    type_into(dialog, "speed-hours-to", "07:00")
    assert opened.service.orders == [("set_schedule", replace(weekend, to_minute=420))]


def test_everything_to_type_into_has_a_name(opened: Opened) -> None:
    dialog = settings(opened)
    opened.service.emit(ProfileChanged(replace(PROFILE, schedule=NIGHT)))
    assert nameless(dialog) == []


# --- with a friend, and of a transfer


def friend_dialog(opened: Opened) -> QDialog:
    opened.window.sidebar.view.wish_told.emit(Wish.SPEED, ANNA.id)
    return part(opened.window, QDialog, "speed")


def transfer_dialog(opened: Opened, sample: Transfer) -> QDialog:
    opened.window.pane.view.action_requested.emit(Action.LIMIT_SPEED, sample)
    return part(opened.window, QDialog, "speed")


def test_a_friends_limits_are_shown_and_changed(opened: Opened) -> None:
    limited = replace(ANNA, limits=RateLimits(up=5_000_000))
    opened.service.emit(FriendChanged(limited, PRESENCE))
    dialog = friend_dialog(opened)
    assert says(dialog, "Limit the speed with Anna Lindqvist")
    assert [field(dialog, f"speed-{way}").text() for way in ("up", "down")] == ["5 MB/s", ""]
    field(dialog, "speed-down").setText("1 MB/s")
    button(dialog, "speed-save").click()
    wanted = RateLimits(5_000_000, 1_000_000)
    assert opened.service.orders == [("set_friend_limits", ANNA.id, wanted)]
    assert not dialog.isVisible()


def test_what_cannot_be_is_said_in_the_dialog(opened: Opened) -> None:
    dialog = friend_dialog(opened)
    type_into(dialog, "speed-up", "soon")
    assert dialog.isVisible()
    assert "is no speed" in text_of(dialog, "speed-hint")
    assert opened.service.orders == []
    assert nameless(dialog) == []


@pytest.mark.parametrize(
    ("sample", "way", "wanted"),
    [
        (MOVING[0], "up", RateLimits(up=2_000_000)),
        (MOVING[1], "down", RateLimits(down=2_000_000)),
    ],
    ids=["outgoing", "incoming"],
)
def test_a_transfer_is_limited_the_way_it_goes(
    opened: Opened, sample: Transfer, way: str, wanted: RateLimits
) -> None:
    dialog = transfer_dialog(opened, sample)
    lines = [line.objectName() for line in dialog.findChildren(QLineEdit) if line.isVisible()]
    assert lines == [f"speed-{way}"]
    type_into(dialog, f"speed-{way}", "2MB")
    assert opened.service.orders == [("set_transfer_limits", sample.id, wanted)]


def test_closing_the_dialog_changes_nothing(opened: Opened) -> None:
    dialog = transfer_dialog(opened, MOVING[0])
    field(dialog, "speed-up").setText("2 MB/s")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert opened.service.orders == []
