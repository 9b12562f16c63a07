"""Settings: every section, and what holds when it is changed."""

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QWidget,
)
from pytestqt.qtbot import QtBot

from byhand import __version__
from byhand.domain.events import (
    BackupFailed,
    BackupRead,
    BackupWritten,
    FriendChanged,
    FriendRemoved,
    ProfileChanged,
)
from byhand.domain.friend import Path as Way
from byhand.domain.friend import Presence, Trust
from byhand.domain.notification import Telling
from byhand.domain.profile import Network, Visibility
from byhand.domain.retention import Retention
from byhand.errors import ReadOnlyError, UsageError
from byhand.gui.friend_line import FriendLine
from byhand.gui.palette import Scheme
from byhand.gui.settings_dialog import SettingsDialog
from byhand.gui.switch import Switch
from byhand.gui.widgets import ElidedLabel
from tests.gui.conftest import Opened
from tests.gui.parts import part, says
from tests.gui.test_friend_menu import press, question, words
from tests.helpers.fake_orders import TAKEN_PORT
from tests.helpers.fake_service import PROFILE
from tests.helpers.sample_world import FRIENDS, NOW, blocked_friend

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


def test_a_network_that_was_left_a_moment_ago_cannot_be_trusted_and_that_is_said(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise UsageError("You are not in that network now.")

    dialog = settings(opened)
    opened.service.emit(ProfileChanged(replace(PROFILE, networks=(CAFE,))))
    monkeypatch.setattr(opened.service.profile, "set_trusted", refuse)
    part(dialog, Switch, "trusted-network").click()
    assert says(part(opened.window, QDialog, "question"), "You are not in that network now.")


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


# --- friends


def lines_of(dialog: SettingsDialog) -> dict[str, FriendLine]:
    lines = dialog.findChildren(FriendLine)
    return {line.findChildren(ElidedLabel)[0].full_text(): line for line in lines}


def entries(line: FriendLine) -> dict[str, QAction]:
    part(line, QAbstractButton, "friend-more").click()
    menu = line.findChildren(QMenu, "setting-friend-menu")[-1]
    assert isinstance(menu, QMenu)
    return {entry.text(): entry for entry in menu.actions()}


def test_blocked_friends_are_listed_with_a_way_back(doubtful: Opened) -> None:
    line = lines_of(settings(doubtful))["Victor Hale"]
    unblock = part(line, QAbstractButton, "unblock")
    assert unblock.isVisible()
    assert unblock.accessibleName() == "Unblock Victor Hale"
    assert "Block…" not in entries(line)
    unblock.click()
    assert doubtful.service.orders == [("unblock_friend", VICTOR.id)]
    friend, presence = blocked_friend()
    doubtful.service.emit(FriendChanged(replace(friend, trust=Trust.VERIFIED), presence))
    assert not unblock.isVisible()


def test_codes_are_compared_with_friends_who_are_there(opened: Opened) -> None:
    line = lines_of(settings(opened))["Marek Novák"]
    verify = part(line, QAbstractButton, "verify")
    assert verify.accessibleName() == "Compare codes with Marek Novák"
    friend, presence = FRIENDS["Marek Novák"]
    opened.service.emit(FriendChanged(friend, Presence()))
    assert not verify.isEnabled()
    opened.service.emit(FriendChanged(friend, presence))
    verify.click()
    assert opened.service.orders == [("pairing.compare_codes", friend.id)]
    opened.service.emit(FriendChanged(replace(friend, trust=Trust.VERIFIED), presence))
    assert not verify.isVisible()


def test_friends_are_renamed_removed_and_blocked_from_here(opened: Opened) -> None:
    dialog = settings(opened)
    anna = FRIENDS["Anna Lindqvist"][0]
    entries(lines_of(dialog)["Anna Lindqvist"])["Rename…"].trigger()
    rename = question(opened)
    part(rename, QLineEdit, "name-field").setText("Anne")
    press(rename, "question-yes")
    entries(lines_of(dialog)["Anna Lindqvist"])["Remove…"].trigger()
    press(question(opened), "question-yes")
    assert opened.service.orders == [
        ("rename_friend", anna.id, "Anne"),
        ("remove_friend", anna.id),
    ]
    opened.service.emit(FriendRemoved(anna.id))
    assert "Anna Lindqvist" not in {
        name for name, line in lines_of(dialog).items() if line.isVisible()
    }


def test_a_friend_who_comes_and_goes_takes_no_focus_away(opened: Opened) -> None:
    dialog = settings(opened)
    more = part(lines_of(dialog)["Dad"], QAbstractButton, "friend-more")
    more.setFocus()
    friend, _ = FRIENDS["Dad"]
    opened.service.emit(FriendChanged(friend, Presence(Way.INTERNET)))
    assert dialog.focusWidget() is more


def test_without_friends_the_list_says_so(nobody: Opened) -> None:
    assert "You have no friends here yet." in words(settings(nobody))


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


# --- who I am, where files go


def test_a_name_that_is_emptied_goes_back_to_what_holds(opened: Opened) -> None:
    dialog = settings(opened)
    name = part(dialog, QLineEdit, "my-name")
    name.setText("  ")
    name.editingFinished.emit()
    assert name.text() == "Mira Kohl"
    assert opened.service.orders == []
    name.setText("Mira\u202e K.")
    name.editingFinished.emit()
    assert opened.service.orders == [("set_names", "Mira K.", "Mira's laptop")]


def test_each_friend_can_have_a_folder(opened: Opened) -> None:
    switch = part(settings(opened), Switch, "folder-per-friend")
    assert not switch.isChecked()
    switch.click()
    assert opened.service.orders == [("set_has_folders", True)]
    opened.service.emit(ProfileChanged(PROFILE))
    assert not switch.isChecked()


def test_verified_friends_can_be_let_in_unasked(opened: Opened) -> None:
    dialog = settings(opened)
    assert "You are asked before anything comes in" in words(dialog)
    choice(dialog, "Accept from verified friends").click()
    assert opened.service.orders == [("set_accepts_verified", True)]
    assert "Programs are always asked about." in words(dialog)


def test_another_folder_is_chosen_above_the_settings(opened: Opened) -> None:
    dialog = settings(opened)
    part(dialog, QAbstractButton, "change-downloads").click()
    chooser = dialog.findChild(QFileDialog)
    assert isinstance(chooser, QFileDialog)
    chooser.fileSelected.emit("/mnt/stick")
    chooser.close()
    assert opened.service.orders == [("set_downloads", "/mnt/stick")]


# --- the port


def typed_port(dialog: SettingsDialog, text: str) -> QLineEdit:
    port = part(dialog, QLineEdit, "port")
    port.setText(text)
    port.editingFinished.emit()
    return port


def hint(dialog: SettingsDialog) -> str:
    label = part(dialog, QLabel, "port-hint")
    return label.text() if label.isVisibleTo(dialog) else ""


def with_port(opened: Opened, port: int, wanted: int, *, is_taken: bool = False) -> None:
    changed = replace(PROFILE, port=port, wanted_port=wanted, is_port_taken=is_taken)
    opened.service.emit(ProfileChanged(changed))


def test_another_port_holds_from_the_next_start_on(opened: Opened) -> None:
    with_port(opened, 47800, 47800)
    dialog = settings(opened)
    assert hint(dialog) == ""
    typed_port(dialog, "50000")
    assert opened.service.orders == [("set_port", 50000)]
    assert hint(dialog) == "Holds from the next start on; until then it is 47800."


@pytest.mark.parametrize("text", ["", "80", "0", "65536", "999999"])
def test_what_is_no_port_for_us_is_said_and_the_old_one_stays(opened: Opened, text: str) -> None:
    with_port(opened, 47800, 47800)
    dialog = settings(opened)
    assert typed_port(dialog, text).text() == "47800"
    assert opened.service.orders == []
    assert hint(dialog) == "A port is a number from 1024 to 65535."


def test_a_port_of_another_program_is_said_and_the_old_one_stays(opened: Opened) -> None:
    with_port(opened, 47800, 47800)
    dialog = settings(opened)
    assert typed_port(dialog, str(TAKEN_PORT)).text() == "47800"
    assert hint(dialog) == "Another program uses port 47999; yours is still 47800."
    opened.service.emit(ProfileChanged(replace(PROFILE, wanted_port=47800, visible_until=1.0)))
    assert "47999" in hint(dialog), "what else changes does not take the words away"


def test_a_port_that_was_taken_at_the_start_is_said(opened: Opened) -> None:
    with_port(opened, 47801, 47800, is_taken=True)
    dialog = settings(opened)
    assert part(dialog, QLineEdit, "port").text() == "47800"
    assert hint(dialog) == "Another program uses port 47800 — using 47801 instead"


def test_the_connection_check_is_asked_for(opened: Opened, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.window.check_requested) as asked:
        part(settings(opened), QAbstractButton, "check-connection").click()
    assert asked.args == [None]


# --- look, start, notifications, privacy


def test_high_contrast_is_a_look_of_its_own(opened: Opened) -> None:
    dialog = settings(opened)
    choice(dialog, "High contrast").click()
    assert opened.service.orders == [("set_appearance", "high-contrast")]
    assert opened.window.theme.scheme is Scheme.HIGH_CONTRAST
    choice(dialog, "System").click()


def test_it_starts_at_login_if_the_desktop_lets_it(opened: Opened) -> None:
    switch = part(settings(opened), Switch, "start-at-login")
    switch.click()
    assert opened.desktop.starts_at_login is True
    assert switch.isChecked()
    opened.desktop.refuses_login = True
    switch.click()
    switch.click()
    assert not switch.isChecked()


def test_where_it_cannot_start_at_login_the_reason_stands_there(opened: Opened) -> None:
    opened.desktop.starts_at_login = None
    dialog = settings(opened)
    assert not part(dialog, Switch, "start-at-login").isEnabled()
    assert "doesn't let Byhand start when you log in" in words(dialog)


def test_it_keeps_running_in_a_tray_if_there_is_one(opened: Opened) -> None:
    dialog = settings(opened)
    switch = part(dialog, Switch, "keep-running")
    assert switch.isChecked()
    assert not part(dialog, QLabel, "no-tray").isVisible()
    switch.click()
    assert opened.service.orders == [("set_keeps_running", False)]


def test_without_a_tray_the_reason_stands_there(opened: Opened) -> None:
    opened.desktop.has_tray = False
    dialog = settings(opened)
    switch = part(dialog, Switch, "keep-running")
    assert not switch.isEnabled()
    assert switch.accessibleDescription() == "Your desktop has no tray"
    assert part(dialog, QLabel, "no-tray").isVisible()


@pytest.mark.parametrize(
    ("text", "telling"),
    [
        ("With names", Telling.EVERYTHING),
        ("Without names", Telling.NO_NAMES),
        ("Off", Telling.NOTHING),
    ],
)
def test_what_notifications_say_is_chosen(opened: Opened, text: str, telling: Telling) -> None:
    choice(settings(opened), text).click()
    assert opened.service.orders == [("set_telling", telling)]


@pytest.mark.parametrize(
    ("text", "retention"),
    [
        ("Forever", Retention.FOREVER),
        ("30 days", Retention.THIRTY_DAYS),
        ("Never", Retention.NEVER),
    ],
)
def test_how_long_the_history_is_kept_is_chosen(
    opened: Opened, text: str, retention: Retention
) -> None:
    dialog = settings(opened)
    choice(dialog, text).click()
    assert opened.service.orders == [("set_retention", retention)]
    assert choice(dialog, text).isChecked()


# --- about


def test_the_report_can_be_read_and_copied_and_names_nobody(opened: Opened) -> None:
    dialog = settings(opened)
    assert f"Byhand {__version__}" in words(dialog)
    part(dialog, QAbstractButton, "show-report").click()
    report = part(dialog, QLabel, "report").text()
    part(dialog, QAbstractButton, "copy-report").click()
    assert QApplication.clipboard().text() == report
    assert part(dialog, QAbstractButton, "copy-report").text() == "Copied"
    assert "Friends: 8, verified 7, here 6" in report
    told = [PROFILE.name, PROFILE.computer, PROFILE.downloads, PROFILE.id.hex()]
    for friend, _ in FRIENDS.values():
        told += [friend.name, friend.computer, friend.id.hex()]
    assert not [secret for secret in told if secret in report]
