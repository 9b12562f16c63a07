"""The check of the connection: opened from everywhere, filled step by step, mended by one click."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from byhand import wording
from byhand.domain.connection_check import CheckStep, ConnectionReport, Finding, Found
from byhand.domain.events import ConnectionChecked, FriendRemoved, NearbyGone
from byhand.gui.connection_dialog import ConnectionDialog
from byhand.gui.friend_menu import Wish
from byhand.gui.spinner import Spinner
from tests.gui.conftest import Opened
from tests.gui.parts import button, nameless, part, says, settle, text_of
from tests.helpers.checked_connections import (
    ALL_FINE,
    CLOSED,
    HALF_WAY,
    MAREK,
    NETWORK_TROUBLE,
    OPENING,
)
from tests.helpers.sample_world import FRIENDS, NEARBY

ANNA = FRIENDS["Anna Lindqvist"][0]


def dialog_of(opened: Opened) -> ConnectionDialog:
    return part(opened.window, ConnectionDialog, "connection-check")


def is_open(opened: Opened) -> bool:
    return any(each.isVisible() for each in opened.window.findChildren(ConnectionDialog))


def checked(opened: Opened, report: ConnectionReport) -> ConnectionDialog:
    """Open a check with whom a report is about, and tell the report."""
    opened.window.check_requested.emit(report.friend_id)
    opened.service.emit(ConnectionChecked(report))
    settle()
    return dialog_of(opened)


def row(dialog: QWidget, step: CheckStep) -> QWidget:
    return part(dialog, QWidget, f"check-{step}")


def remedy(dialog: QWidget, step: CheckStep) -> QPushButton:
    return part(row(dialog, step), QPushButton, "check-remedy")


def spinners(dialog: QWidget) -> int:
    return sum(each.isVisibleTo(dialog) for each in dialog.findChildren(Spinner))


def orders(opened: Opened) -> list[tuple[object, ...]]:
    return [order for order in opened.service.orders if order[0] == "check_connection"]


def test_a_check_of_a_friend_is_ordered_as_it_opens(opened: Opened) -> None:
    opened.window.check_requested.emit(MAREK.id)
    assert orders(opened) == [("check_connection", MAREK.id)]
    assert dialog_of(opened).windowTitle() == "Check the connection with Marek Novák"


def test_it_opens_from_the_menu_of_a_friend(opened: Opened) -> None:
    opened.window.sidebar.view.wish_told.emit(Wish.CHECK, MAREK.id)
    assert orders(opened) == [("check_connection", MAREK.id)]


def test_it_opens_where_nobody_is_nearby(opened: Opened) -> None:
    opened.window.sidebar.add_requested.emit()
    adding = part(opened.window, QWidget, "add-friend")
    link = button(adding, "check-nearby")
    settle()
    assert not link.isVisibleTo(adding)
    for nearby in NEARBY:
        opened.service.emit(NearbyGone(nearby.key))
    settle()
    assert link.isVisibleTo(adding)
    link.click()
    assert orders(opened) == [("check_connection", None)]
    assert dialog_of(opened).windowTitle() == "Check connection"


def test_every_step_is_there_from_the_start_and_is_filled_as_it_comes(opened: Opened) -> None:
    opened.window.check_requested.emit(MAREK.id)
    dialog = dialog_of(opened)
    assert spinners(dialog) == len(CheckStep) + 1
    assert text_of(row(dialog, CheckStep.PORT), "check-line") == "Checking…"
    assert not button(dialog, "check-again").isEnabled()
    opened.service.emit(ConnectionChecked(HALF_WAY))
    assert spinners(dialog) == len(CheckStep) + 1 - 3
    assert says(row(dialog, CheckStep.PORT), "Listening on port 47800.")
    opened.service.emit(ConnectionChecked(ALL_FINE))
    assert spinners(dialog) == 0
    assert text_of(dialog, "check-summary") == "Everything is fine"
    assert button(dialog, "check-again").isEnabled()


def test_a_state_is_words_for_who_does_not_see_the_mark(opened: Opened) -> None:
    dialog = checked(opened, CLOSED)
    name = row(dialog, CheckStep.FIREWALL).accessibleName()
    assert name.startswith("Firewall: Problem. The firewall firewalld keeps port 47800 closed.")
    assert row(dialog, CheckStep.PORT).accessibleName().startswith("This computer's port: Fine.")
    assert remedy(dialog, CheckStep.FIREWALL).accessibleName() == "Copy command: Firewall"
    assert nameless(dialog) == []


def test_a_command_is_copied_whole(opened: Opened) -> None:
    dialog = checked(opened, CLOSED)
    assert text_of(row(dialog, CheckStep.FIREWALL), "check-command") == OPENING
    copy = remedy(dialog, CheckStep.FIREWALL)
    copy.click()
    assert QApplication.clipboard().text() == OPENING
    assert copy.text() == "Copied"


def test_a_taken_port_leads_to_the_settings(opened: Opened) -> None:
    dialog = checked(opened, NETWORK_TROUBLE)
    remedy(dialog, CheckStep.PORT).click()
    settle()
    assert opened.window.findChild(QWidget, "settings") is not None


@pytest.mark.parametrize("report", [ALL_FINE, CLOSED, NETWORK_TROUBLE])
def test_what_is_well_has_no_button_and_all_else_has_one(
    opened: Opened, report: ConnectionReport
) -> None:
    dialog = checked(opened, report)
    for finding in report.findings:
        shown = remedy(dialog, finding.step).isVisibleTo(dialog)
        assert shown == (finding.remedy is not None)


def test_trying_again_begins_anew_and_keeps_the_focus(opened: Opened) -> None:
    dialog = checked(opened, CLOSED)
    again = remedy(dialog, CheckStep.FRIEND)
    again.setFocus()
    again.click()
    settle()
    assert orders(opened) == [("check_connection", MAREK.id)] * 2
    assert spinners(dialog) == len(CheckStep) + 1
    assert dialog.focusWidget() is button(dialog, "check-close")


def test_a_report_about_somebody_else_changes_nothing(opened: Opened) -> None:
    opened.window.check_requested.emit(MAREK.id)
    opened.service.emit(ConnectionChecked(NETWORK_TROUBLE))
    assert spinners(dialog_of(opened)) == len(CheckStep) + 1


def test_a_report_without_a_dialog_opens_none(opened: Opened) -> None:
    opened.service.emit(ConnectionChecked(CLOSED))
    assert opened.window.findChild(ConnectionDialog) is None


def test_escape_closes_it_and_it_can_be_opened_again(opened: Opened, qtbot: QtBot) -> None:
    dialog = checked(opened, CLOSED)
    with qtbot.waitSignal(dialog.finished):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    again = checked(opened, ALL_FINE)
    assert again is not dialog


def test_another_friend_takes_the_place_of_the_first(opened: Opened) -> None:
    opened.window.check_requested.emit(MAREK.id)
    opened.window.check_requested.emit(None)
    shown = [each for each in opened.window.findChildren(ConnectionDialog) if each.isVisible()]
    assert [each.windowTitle() for each in shown] == ["Check connection"]


def test_a_friend_who_was_removed_meanwhile_is_told(opened: Opened) -> None:
    opened.service.emit(FriendRemoved(MAREK.id))
    opened.window.check_requested.emit(MAREK.id)
    assert says(part(opened.window, QWidget, "question"), "not a friend of yours any more")
    assert not is_open(opened)


def test_a_check_ends_with_the_friendship(opened: Opened) -> None:
    checked(opened, HALF_WAY)
    opened.service.emit(FriendRemoved(ANNA.id))
    assert is_open(opened)
    opened.service.emit(FriendRemoved(MAREK.id))
    assert not is_open(opened)


def test_a_dialog_is_never_higher_than_a_screen_may_be(opened: Opened) -> None:
    dialog = checked(opened, NETWORK_TROUBLE)
    first = dialog.height()
    opened.service.emit(ConnectionChecked(ALL_FINE))
    assert dialog.height() <= first
    line_height = opened.window.theme.fonts.body.height
    assert first <= 60 * line_height


@pytest.mark.parametrize("found", Found)
def test_every_finding_is_said_in_its_row(opened: Opened, found: Found) -> None:
    finding = Finding(CheckStep.FRIEND, found, MAREK.name, 47_800, 47_801, 2)
    dialog = checked(opened, ConnectionReport(MAREK.id, (finding,), is_done=True))
    line = text_of(row(dialog, CheckStep.FRIEND), "check-line")
    assert line == wording.finding_line(finding)
