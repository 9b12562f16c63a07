"""What the user can set."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from byhand.gui.settings_dialog import SettingsDialog
from byhand.gui.switch import Switch
from tests.gui.conftest import Opened

T = TypeVar("T", bound=QWidget)


def settings(opened: Opened) -> SettingsDialog:
    opened.window.sidebar.settings_requested.emit()
    dialog = opened.window.findChild(SettingsDialog)
    assert isinstance(dialog, SettingsDialog)
    return dialog


def part(dialog: QWidget, kind: type[T], name: str) -> T:
    found = dialog.findChild(kind, name)
    assert isinstance(found, kind)
    return found


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
    dialog.appearance_changed.emit("dark")
    assert theme.palette.window != before
    assert opened.service.orders == [("set_appearance", "dark")]
    dialog.appearance_changed.emit("light")
    assert theme.palette.window == before
    theme.set_appearance("system")
