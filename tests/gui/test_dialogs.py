"""The dialogs: making friends, and what the user can set."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from byhand.domain.events import AddingFriend, AddingStage, InviteMade, InviteUsed
from byhand.errors import InviteProblem
from byhand.gui.add_friend_dialog import AddFriendDialog
from byhand.gui.settings_dialog import SettingsDialog
from byhand.gui.switch import Switch
from tests.gui.conftest import Opened
from tests.helpers.sample_world import FRIENDS, NOW

T = TypeVar("T", bound=QWidget)
LINK = "byhand://add/abc"


def adding(opened: Opened) -> AddFriendDialog:
    opened.window.sidebar.add_button.click()
    dialog = opened.window.findChild(AddFriendDialog)
    assert isinstance(dialog, AddFriendDialog)
    return dialog


def settings(opened: Opened) -> SettingsDialog:
    opened.window.sidebar.settings_requested.emit()
    dialog = opened.window.findChild(SettingsDialog)
    assert isinstance(dialog, SettingsDialog)
    return dialog


def part(dialog: QWidget, kind: type[T], name: str) -> T:
    found = dialog.findChild(kind, name)
    assert isinstance(found, kind)
    return found


def says(dialog: QWidget, text: str) -> bool:
    return any(text in label.text() for label in dialog.findChildren(QLabel))


def test_opening_asks_for_an_invitation_and_shows_it(opened: Opened) -> None:
    dialog = adding(opened)
    assert opened.service.orders == [("make_invite",)]
    assert not part(dialog, QPushButton, "copy-link").isEnabled()
    opened.service.emit(InviteMade(LINK, NOW + 24 * 3600))
    assert part(dialog, QLineEdit, "own-link").text() == LINK
    assert says(dialog, "Works once, for 24 hours.")


def test_copy_puts_the_link_on_the_clipboard_and_says_so(opened: Opened) -> None:
    dialog = adding(opened)
    opened.service.emit(InviteMade(LINK, NOW + 24 * 3600))
    copy = part(dialog, QPushButton, "copy-link")
    copy.click()
    assert QGuiApplication.clipboard().text() == LINK
    assert copy.text().strip() == "Copied"


def test_it_says_who_used_the_invitation(opened: Opened) -> None:
    dialog = adding(opened)
    opened.service.emit(InviteMade(LINK, NOW + 24 * 3600))
    opened.service.emit(InviteUsed("byhand://add/older", FRIENDS["Dad"][0]))
    assert says(dialog, "Waiting for someone to use this link…")
    opened.service.emit(InviteUsed(LINK, FRIENDS["Anna Lindqvist"][0]))
    assert says(dialog, "Anna Lindqvist used your link")


def test_a_pasted_link_is_used_and_its_fate_is_told(opened: Opened) -> None:
    dialog = adding(opened)
    field, add = part(dialog, QLineEdit, "their-link"), part(dialog, QPushButton, "add-link")
    assert not add.isEnabled()
    field.setText(f"  {LINK}\t")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert opened.service.orders[-1] == ("add_friend", LINK)
    opened.service.emit(AddingFriend(AddingStage.CONNECTING))
    assert says(dialog, "Connecting…")
    assert not add.isEnabled()
    opened.service.emit(AddingFriend(AddingStage.FAILED, None, InviteProblem.EXPIRED))
    assert says(dialog, "This invitation has expired.")
    assert add.isEnabled()
    opened.service.emit(AddingFriend(AddingStage.ADDED, FRIENDS["Sam Okafor"][0]))
    assert says(dialog, "Sam Okafor is your friend now")
    assert field.text() == ""


def test_being_visible_lasts_ten_minutes_and_can_be_ended(opened: Opened) -> None:
    switch = part(adding(opened), Switch, "visible-nearby")
    assert switch.isChecked()
    switch.click()
    switch.click()
    assert opened.service.orders[1:] == [("set_visible", 0.0), ("set_visible", 600.0)]


def test_events_after_closing_find_nobody_and_it_opens_anew(opened: Opened, qtbot: QtBot) -> None:
    dialog = adding(opened)
    dialog.close()
    qtbot.waitUntil(lambda: opened.window.findChild(AddFriendDialog) is None)
    opened.service.emit(InviteMade(LINK, NOW + 24 * 3600))
    adding(opened)
    assert opened.service.orders == [("make_invite",), ("make_invite",)]


def test_names_hold_as_soon_as_a_field_is_left(opened: Opened) -> None:
    dialog = settings(opened)
    name = part(dialog, QLineEdit, "my-name")
    name.setText("Mira K.")
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert opened.service.orders == [("set_names", "Mira K.", "Mira's laptop")]


def test_an_empty_name_is_not_taken(opened: Opened) -> None:
    name = part(settings(opened), QLineEdit, "my-name")
    name.setText("  ")
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert opened.service.orders == []


def test_the_look_changes_at_once_and_is_kept(opened: Opened) -> None:
    dialog = settings(opened)
    theme = opened.window.theme
    before = theme.palette.window
    dialog.appearance_changed.emit("dark")
    assert theme.palette.window != before
    assert opened.service.orders == [("set_appearance", "dark")]
    dialog.appearance_changed.emit("light")
    assert theme.palette.window == before
    theme.set_appearance("system")
