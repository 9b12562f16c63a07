"""Settings: who can see me, a copy of my identity, taking one over, and whom I have blocked."""

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from byhand.domain.events import (
    BackupFailed,
    BackupRead,
    BackupWritten,
    FriendChanged,
    ProfileChanged,
)
from byhand.domain.friend import Trust
from byhand.domain.profile import Network, Visibility
from byhand.errors import ReadOnlyError
from byhand.gui.settings_dialog import SettingsDialog
from byhand.gui.switch import Switch
from byhand.gui.widgets import ElidedLabel
from tests.gui.conftest import Opened
from tests.gui.parts import part
from tests.gui.test_friend_menu import press, question, words
from tests.helpers.fake_service import PROFILE
from tests.helpers.sample_world import NOW, blocked_friend

FILE = "/home/mira/identity.byhand"
PASSPHRASE = "four words that rhyme"
HOME = Network("home", "Kohl at <b>home</b>", is_trusted=True)
CAFE = Network("cafe", "Café Central")
VICTOR = blocked_friend()[0]


def settings(opened: Opened) -> SettingsDialog:
    opened.window.sidebar.settings_requested.emit()
    dialog = opened.window.findChild(SettingsDialog)
    assert isinstance(dialog, SettingsDialog)
    return dialog


def choice(dialog: QWidget, text: str) -> QAbstractButton:
    return next(b for b in dialog.findChildren(QAbstractButton) if b.text() == text)


def passphrase_dialog(opened: Opened, button: str) -> QDialog:
    part(settings(opened), QAbstractButton, button).click()
    chooser = opened.window.findChild(QFileDialog)
    assert isinstance(chooser, QFileDialog)
    chooser.fileSelected.emit(FILE)
    chooser.close()
    return part(opened.window, QDialog, "passphrase")


def typed(dialog: QDialog, *texts: str) -> None:
    for name, text in zip(("passphrase-first", "passphrase-second"), texts, strict=False):
        part(dialog, QLineEdit, name).setText(text)


def problem(dialog: QDialog) -> str:
    return part(dialog, QLabel, "passphrase-problem").text()


# --- who can see me


def test_whom_i_am_announced_to_is_chosen_and_shown(opened: Opened) -> None:
    dialog = settings(opened)
    assert choice(dialog, "Friends only").isChecked()
    choice(dialog, "Nobody").click()
    assert opened.service.orders == [("set_visibility", Visibility.NOBODY)]
    opened.service.emit(ProfileChanged(PROFILE))
    assert choice(dialog, "Friends only").isChecked()


def test_people_nearby_see_me_for_ten_minutes_or_not(opened: Opened) -> None:
    switch = part(settings(opened), Switch, "visible-nearby")
    assert switch.isChecked()
    switch.click()
    assert opened.service.orders == [("set_visible", 0.0)]


def test_each_network_of_now_has_a_switch_and_its_name_is_plain_text(opened: Opened) -> None:
    dialog = settings(opened)
    opened.service.emit(ProfileChanged(replace(PROFILE, networks=(HOME, CAFE))))
    home, cafe = dialog.findChildren(Switch, "trusted-network")
    assert home.text() == "Always visible on Kohl at <b>home</b>"
    assert (home.isChecked(), cafe.isChecked()) == (True, False)
    cafe.click()
    home.click()
    assert opened.service.orders == [("set_trusted", "cafe", True), ("set_trusted", "home", False)]


def test_a_network_that_cannot_be_told_from_others_has_a_reason_for_a_switch(
    opened: Opened,
) -> None:
    dialog = settings(opened)
    reason = part(dialog, QLabel, "networks-not-told-apart")
    assert not reason.isVisibleTo(dialog)
    vague = replace(CAFE, can_be_trusted=False)
    opened.service.emit(ProfileChanged(replace(PROFILE, networks=(HOME, vague))))
    assert len(dialog.findChildren(Switch, "trusted-network")) == 1
    assert reason.isVisibleTo(dialog)
    assert "Café Central can't be told" in reason.text()


def test_a_network_that_was_left_loses_its_switch(opened: Opened, qtbot: QtBot) -> None:
    dialog = settings(opened)
    opened.service.emit(ProfileChanged(replace(PROFILE, networks=(HOME, CAFE))))
    opened.service.emit(ProfileChanged(replace(PROFILE, networks=(CAFE,))))
    qtbot.waitUntil(lambda: len(dialog.findChildren(Switch, "trusted-network")) == 1)
    assert dialog.findChildren(Switch, "trusted-network")[0].text() == (
        "Always visible on Café Central"
    )


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({}, "Visible to friends only"),
        ({"visible_until": NOW + 60}, "Visible to people nearby"),
        ({"networks": (HOME, CAFE)}, "Visible to people nearby"),
        ({"networks": (CAFE,)}, "Visible to friends only"),
        ({"visibility": Visibility.NOBODY}, "Visible to nobody"),
    ],
)
def test_the_sidebar_says_who_can_see_me_now(
    opened: Opened, changes: dict[str, Any], line: str
) -> None:
    opened.service.emit(ProfileChanged(replace(PROFILE, **changes)))
    labels = opened.window.sidebar.findChildren(ElidedLabel)
    assert line in [label.full_text() for label in labels]


# --- a copy of my identity


def test_a_copy_is_saved_once_the_passphrase_was_typed_twice(opened: Opened) -> None:
    dialog = passphrase_dialog(opened, "save-identity")
    assert "is you to all your friends" in words(dialog)
    go = part(dialog, QAbstractButton, "passphrase-go")
    for texts, is_possible in (
        (("", ""), False),
        ((PASSPHRASE, ""), False),
        ((PASSPHRASE, "another one"), False),
        ((PASSPHRASE, PASSPHRASE), True),
    ):
        typed(dialog, *texts)
        assert go.isEnabled() == is_possible
    go.click()
    assert opened.service.orders == [("export", FILE, PASSPHRASE)]
    opened.service.emit(BackupWritten(FILE))
    assert not dialog.isVisible()
    outcome = part(settings(opened), QLabel, "identity-outcome")
    assert outcome.text() == "Your identity is saved in identity.byhand."


def test_two_that_are_not_the_same_are_pointed_out(opened: Opened) -> None:
    dialog = passphrase_dialog(opened, "save-identity")
    typed(dialog, PASSPHRASE, "another one")
    assert problem(dialog) == "The two are not the same yet."


def test_enter_leads_from_the_first_field_to_the_second_and_then_saves(opened: Opened) -> None:
    dialog = passphrase_dialog(opened, "save-identity")
    first = part(dialog, QLineEdit, "passphrase-first")
    second = part(dialog, QLineEdit, "passphrase-second")
    QTest.keyClicks(first, PASSPHRASE)
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert dialog.focusWidget() is second
    QTest.keyClicks(second, PASSPHRASE)
    QTest.keyClick(second, Qt.Key.Key_Return)
    assert opened.service.orders == [("export", FILE, PASSPHRASE)]


def test_what_is_wrong_is_said_beside_the_field_and_can_be_mended(opened: Opened) -> None:
    dialog = passphrase_dialog(opened, "save-identity")
    typed(dialog, "short", "short")
    part(dialog, QAbstractButton, "passphrase-go").click()
    opened.service.emit(BackupFailed(FILE, ReadOnlyError(Path(FILE))))
    assert dialog.isVisible()
    assert "can't be written to" in problem(dialog)
    typed(dialog, PASSPHRASE, PASSPHRASE)
    assert problem(dialog) == ""
    assert part(dialog, QAbstractButton, "passphrase-go").isEnabled()


def test_a_passphrase_is_never_shown(opened: Opened) -> None:
    dialog = passphrase_dialog(opened, "save-identity")
    fields = dialog.findChildren(QLineEdit)
    assert len(fields) == 2
    for field in fields:
        assert field.echoMode() is QLineEdit.EchoMode.Password


def test_a_failure_after_the_dialog_was_closed_is_still_told(opened: Opened) -> None:
    dialog = passphrase_dialog(opened, "save-identity")
    dialog.close()
    opened.service.emit(BackupFailed(FILE, ReadOnlyError(Path(FILE))))
    outcome = part(settings(opened), QLabel, "identity-outcome")
    assert "can't be written to" in outcome.text()


def test_an_outcome_after_the_settings_were_closed_is_told_in_a_box(opened: Opened) -> None:
    settings(opened).close()
    opened.service.emit(BackupWritten(FILE))
    assert "Your identity is saved in identity.byhand." in words(question(opened))


# --- taking one over


def test_a_file_is_taken_over_only_after_it_was_read_and_a_yes(opened: Opened) -> None:
    dialog = passphrase_dialog(opened, "take-over-identity")
    typed(dialog, PASSPHRASE)
    part(dialog, QAbstractButton, "passphrase-go").click()
    assert opened.service.orders == [("read_backup", FILE, PASSPHRASE)]
    opened.service.emit(BackupRead(FILE, "Mira Kohl", "old laptop", 12))
    assert not dialog.isVisible()
    asked = question(opened)
    assert "Become Mira Kohl with 12 friends?" in words(asked)
    assert "Do not use it on old laptop any more" in words(asked)
    assert opened.taken_over == []
    press(asked, "question-yes")
    assert opened.taken_over == [(FILE, PASSPHRASE)]


def test_keeping_ones_own_identity_takes_nothing_over(opened: Opened) -> None:
    dialog = passphrase_dialog(opened, "take-over-identity")
    typed(dialog, PASSPHRASE)
    part(dialog, QAbstractButton, "passphrase-go").click()
    opened.service.emit(BackupRead(FILE, "Mira Kohl", "old laptop", 1))
    press(question(opened), "question-no")
    assert opened.taken_over == []


@pytest.mark.parametrize("path", [FILE, "/another/file"], ids=["closed", "another file"])
def test_what_nobody_waits_for_any_more_opens_nothing(opened: Opened, path: str) -> None:
    dialog = passphrase_dialog(opened, "take-over-identity")
    if path == FILE:
        dialog.close()
    opened.service.emit(BackupRead(path, "Mira Kohl", "old laptop", 1))
    assert opened.window.findChild(QDialog, "question") is None
    assert opened.taken_over == []


# --- whom I have blocked


def test_blocked_friends_are_listed_with_a_way_back(doubtful: Opened, qtbot: QtBot) -> None:
    dialog = settings(doubtful)
    [unblock] = dialog.findChildren(QAbstractButton, "unblock")
    assert unblock.accessibleName() == "Unblock Victor Hale"
    unblock.click()
    assert doubtful.service.orders == [("unblock_friend", VICTOR.id)]
    friend, presence = blocked_friend()
    doubtful.service.emit(FriendChanged(replace(friend, trust=Trust.VERIFIED), presence))
    qtbot.waitUntil(lambda: not dialog.findChildren(QAbstractButton, "unblock"))
    assert "You have blocked nobody." in words(dialog)


def test_everything_that_can_be_pressed_has_a_name(doubtful: Opened) -> None:
    dialog = settings(doubtful)
    doubtful.service.emit(
        ProfileChanged(replace(PROFILE, networks=(HOME,), visible_until=NOW + 60))
    )
    buttons, fields = dialog.findChildren(QAbstractButton), dialog.findChildren(QLineEdit)
    assert buttons
    assert fields
    for button in buttons:
        assert button.accessibleName() or button.text()
    for field in fields:
        labels = [label for label in dialog.findChildren(QLabel) if label.buddy() is field]
        assert labels or field.accessibleName()
