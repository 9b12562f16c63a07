"""What the user can set."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from byhand.domain.events import OrderFailed
from byhand.errors import DiskFullError
from byhand.gui.notice_card import NoticeCard
from byhand.gui.settings_dialog import SettingsDialog
from byhand.gui.switch import Switch
from tests.gui.conftest import Opened
from tests.gui.parts import part, settle


def settings(opened: Opened) -> SettingsDialog:
    opened.window.sidebar.settings_requested.emit()
    dialog = opened.window.findChild(SettingsDialog)
    assert isinstance(dialog, SettingsDialog)
    return dialog


def test_being_visible_lasts_ten_minutes_and_can_be_ended(opened: Opened) -> None:
    switch = part(settings(opened), Switch, "visible-nearby")
    assert switch.isChecked()
    switch.click()
    switch.click()
    assert opened.service.orders == [("set_visible", 0.0), ("set_visible", 600.0)]


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
    dialog.look.appearance_changed.emit("dark")
    assert theme.palette.window != before
    assert opened.service.orders == [("set_appearance", "dark")]
    dialog.look.appearance_changed.emit("light")
    assert theme.palette.window == before
    theme.set_appearance("system")


def test_an_order_that_could_not_be_saved_is_told_once(opened: Opened) -> None:
    for _ in range(2):
        opened.service.emit(OrderFailed(DiskFullError(Path("profile"))))
    settle()
    cards = opened.window.pane.offers.findChildren(NoticeCard)
    (card,) = [each for each in cards if not each.isHidden()]
    (said,) = [each.text() for each in card.findChildren(QLabel) if each.text()]
    assert said.startswith("Not saved. ")
    assert "full" in said
