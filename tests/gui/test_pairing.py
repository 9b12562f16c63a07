"""Pairing and comparing codes: the dialog in every state, and what it orders."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from byhand.domain.events import FriendAdded, PairingChanged
from byhand.domain.friend import Presence, Trust
from byhand.domain.identity import FriendId
from byhand.domain.pairing import Pairing, PairingId, PairingProblem, PairingStage
from byhand.gui.add_friend_dialog import AddFriendDialog
from byhand.gui.code_field import CodeField, box_of_digit
from byhand.gui.notice_card import NoticeCard
from byhand.gui.offer_card import ARMING_MS
from byhand.gui.pairing_dialog import PairingDialog
from byhand.gui.request_card import RequestCard
from tests.gui.conftest import Opened
from tests.gui.parts import button, field, nameless, part, says, settle, text_of, texts
from tests.helpers.meetings import (
    CONNECTING,
    DONE,
    FRIEND_ASKS,
    MAREK,
    NAMED,
    SETTLED,
    TOMAS,
    WAITING,
)

WRONG = replace(NAMED, tries_left=2)
RIVAL = replace(DONE, friend=replace(TOMAS, name="Anna Lindqvist (2)", rival=FriendId(b"r" * 32)))
STOP = "Stop. Someone may be in between you two. Nothing was sent."


def shown(opened: Opened, *pairings: Pairing) -> PairingDialog:
    """Let a pairing go through stages and return the dialog."""
    for pairing in pairings:
        opened.service.emit(PairingChanged(pairing))
    dialog = opened.window.findChild(PairingDialog)
    assert isinstance(dialog, PairingDialog)
    return dialog


def heading(dialog: QWidget) -> str:
    return text_of(dialog, "pairing-heading")


def paragraph(dialog: QWidget) -> str:
    return text_of(dialog, "pairing-text")


def status(dialog: QWidget) -> str:
    return text_of(dialog, "pairing-status")


def buttons(dialog: QWidget) -> list[str]:
    """Return the buttons that are seen; those that can be pressed without brackets."""
    seen = [each for each in dialog.findChildren(QPushButton) if each.isVisibleTo(dialog)]
    return [each.text() if each.isEnabled() else f"({each.text()})" for each in seen]


def typed(dialog: QWidget, text: str) -> str:
    QTest.keyClicks(field(dialog, "code-field"), text)
    return field(dialog, "code-field").text()


# --- on the way to the codes


def test_while_connecting_it_can_be_given_up(opened: Opened) -> None:
    dialog = shown(opened, CONNECTING)
    assert heading(dialog) == "Connecting to Tomás's ThinkPad…"
    assert buttons(dialog) == ["Cancel"]
    button(dialog, "pairing-cancel").click()
    assert opened.service.orders == [("pairing.refuse", NAMED.id, False)]


def test_while_waiting_it_says_who_acts_next_and_what_they_call_themselves(
    opened: Opened,
) -> None:
    dialog = shown(opened, CONNECTING, WAITING)
    assert heading(dialog) == "Waiting for Tomás Silva to pick you…"
    assert paragraph(dialog) == (
        "They call themselves “Tomás Silva”, at “ThinkPad”.\n"
        "In their “Add a friend” they press Add beside “Mira Kohl”."
    )
    assert buttons(dialog) == ["Cancel"]


def test_a_friend_who_is_waited_for_is_called_what_the_user_calls_them(opened: Opened) -> None:
    pairing = replace(WAITING, name="Somebody Else", friend=MAREK)
    dialog = shown(opened, pairing)
    assert dialog.windowTitle() == "Compare codes with Marek Novák"
    assert heading(dialog) == "Waiting for Marek Novák to agree…"
    assert not says(dialog, "Somebody Else")


# --- comparing


def test_ones_own_number_is_read_out_digit_by_digit(opened: Opened) -> None:
    dialog = shown(opened, NAMED)
    assert heading(dialog) == "Read your number to Tomás Silva, and type theirs"
    number = part(dialog, QLabel, "own-number")
    assert number.text() == "482915"
    assert number.accessibleName() == "4 8 2, 9 1 5"
    code = field(dialog, "code-field")
    assert code.accessibleName() == "Tomás Silva's number"
    assert code.accessibleDescription() == "Your number: 4 8 2, 9 1 5"


def test_one_can_type_at_once_and_done_waits_for_six_digits(opened: Opened, qtbot: QtBot) -> None:
    dialog = shown(opened, WAITING, NAMED)
    qtbot.waitUntil(field(dialog, "code-field").hasFocus)
    assert buttons(dialog) == ["They don't fit", "Do this later", "(Done)"]
    assert typed(dialog, "71304") == "71304"
    assert not button(dialog, "pairing-done").isEnabled()
    typed(dialog, "2")
    button(dialog, "pairing-done").click()
    assert opened.service.orders == [("pairing.type_code", NAMED.id, "713042")]


def test_enter_is_done_once_six_digits_are_in(opened: Opened) -> None:
    dialog = shown(opened, NAMED)
    typed(dialog, "71304")
    QTest.keyClick(field(dialog, "code-field"), Qt.Key.Key_Return)
    assert opened.service.orders == []
    typed(dialog, "2")
    QTest.keyClick(field(dialog, "code-field"), Qt.Key.Key_Return)
    assert opened.service.orders == [("pairing.type_code", NAMED.id, "713042")]


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("713 042", "713042"),
        ("their number: 713-042!", "713042"),
        ("7130425", "713042"),
        ("٧١٣٠٤٢", "713042"),
        ("no digits²", ""),
    ],
)
def test_only_digits_are_taken_however_they_are_pasted(
    opened: Opened, text: str, digits: str
) -> None:
    dialog = shown(opened, NAMED)
    QGuiApplication.clipboard().setText(text)
    field(dialog, "code-field").paste()
    assert field(dialog, "code-field").text() == digits


def test_what_is_no_digit_is_ignored_and_a_seventh_changes_nothing(opened: Opened) -> None:
    dialog = shown(opened, NAMED)
    assert typed(dialog, "7a1.3 0-42") == "713042"
    assert typed(dialog, "9") == "713042"


def test_a_click_goes_to_a_digit_and_a_double_click_takes_all(opened: Opened) -> None:
    dialog = shown(opened, NAMED)
    code = part(dialog, CodeField, "code-field")
    typed(dialog, "7130")
    QTest.mouseClick(code, Qt.MouseButton.LeftButton, pos=box_of_digit(1, code.height()).center())
    assert code.cursorPosition() == 1
    QTest.mouseClick(code, Qt.MouseButton.LeftButton, pos=QPoint(code.width() - 2, 5))
    assert code.cursorPosition() == 4
    QTest.mouseDClick(code, Qt.MouseButton.LeftButton)
    assert code.selectedText() == "7130"


def test_a_wrong_number_is_told_and_can_be_typed_over(opened: Opened) -> None:
    dialog = shown(opened, NAMED)
    typed(dialog, "713042")
    button(dialog, "pairing-done").click()
    shown(opened, WRONG)
    assert status(dialog) == "That doesn't fit. Ask Tomás Silva to read it again. 2 tries left."
    assert field(dialog, "code-field").selectedText() == "713042"
    shown(opened, replace(NAMED, tries_left=1))
    assert status(dialog).endswith("This is the last try.")
    assert typed(dialog, "5") == "5"


def test_the_other_sides_result_is_shown(opened: Opened) -> None:
    dialog = shown(opened, NAMED)
    typed(dialog, "71")
    shown(opened, replace(NAMED, has_other_settled=True))
    assert status(dialog) == "Tomás Silva has typed yours"
    assert field(dialog, "code-field").text() == "71"


def test_what_fits_stays_until_the_other_side_is_done(opened: Opened) -> None:
    dialog = shown(opened, NAMED)
    typed(dialog, "713042")
    shown(opened, SETTLED)
    assert status(dialog) == "Tomás Silva is still typing yours"
    assert field(dialog, "code-field").isReadOnly()
    assert field(dialog, "code-field").text() == "713042"
    assert buttons(dialog) == ["They don't fit", "Cancel"]


def test_codes_can_be_compared_another_time(opened: Opened) -> None:
    dialog = shown(opened, NAMED)
    button(dialog, "pairing-later").click()
    assert opened.service.orders == [("pairing.put_off", NAMED.id)]
    shown(opened, SETTLED)
    assert not field(dialog, "code-field").isEnabled()
    assert buttons(dialog) == ["Cancel"]


def test_numbers_that_do_not_fit_are_said_and_the_warning_stays(opened: Opened) -> None:
    dialog = shown(opened, NAMED)
    button(dialog, "pairing-differ").click()
    assert opened.service.orders == [("pairing.refuse", NAMED.id, True)]
    differs = PairingProblem.WRONG_CODE
    shown(opened, replace(NAMED, stage=PairingStage.FAILED, problem=differs, shown=""))
    assert paragraph(dialog).startswith(STOP)
    assert buttons(dialog) == ["Close"]


@pytest.mark.parametrize("pairing", [CONNECTING, WAITING, NAMED, SETTLED])
def test_closing_it_while_it_runs_refuses_and_asks_nothing(
    opened: Opened, qtbot: QtBot, pairing: Pairing
) -> None:
    dialog = shown(opened, pairing)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert opened.service.orders == [("pairing.refuse", NAMED.id, False)]
    qtbot.waitUntil(lambda: opened.window.findChild(PairingDialog) is None)
    opened.service.emit(
        PairingChanged(replace(NAMED, stage=PairingStage.FAILED, problem=PairingProblem.REFUSED))
    )
    assert opened.window.findChild(PairingDialog) is None


# --- the end


def ended(opened: Opened, *pairings: Pairing) -> NoticeCard:
    """Let a pairing go well; return the line of the window, all dialogs being gone."""
    for pairing in pairings:
        opened.service.emit(PairingChanged(pairing))
    QTest.qWait(0)
    assert not [each for each in opened.window.findChildren(QDialog) if each.isVisible()]
    (line,) = opened.window.findChildren(NoticeCard)
    return line


def test_two_who_are_verified_are_told_so_in_a_line_and_no_dialog_is_left(opened: Opened) -> None:
    line = ended(opened, NAMED, SETTLED, DONE)
    assert line.accessibleName() == (
        "You and Tomás Silva are friends now · Verified: both numbers fit, so nobody is in between."
    )
    assert opened.service.orders == []


def test_two_who_put_it_off_are_told_that_they_can_do_it_at_any_time(opened: Opened) -> None:
    line = ended(opened, NAMED, replace(DONE, friend=replace(TOMAS, trust=Trust.UNVERIFIED)))
    assert line.accessibleName().startswith("You and Tomás Silva are friends now")
    assert line.accessibleName().endswith("Not verified yet — you can compare codes at any time")


def test_the_name_they_propose_can_be_changed(opened: Opened) -> None:
    opened.service.emit(FriendAdded(TOMAS, Presence(last_seen=0.0)))
    line = ended(opened, NAMED, DONE)
    button(line, "notice-act").click()
    (dialog,) = [each for each in opened.window.findChildren(QDialog) if each.isVisible()]
    assert says(dialog, "Rename Tomás Silva")
    dialog.close()


def test_a_friend_verified_later_keeps_their_name(opened: Opened) -> None:
    comparing = replace(NAMED, friend=MAREK, name="Marek N.")
    verified = replace(MAREK, trust=Trust.VERIFIED)
    line = ended(opened, comparing, replace(comparing, stage=PairingStage.DONE, friend=verified))
    assert line.accessibleName().startswith("You and Marek Novák have compared codes")
    assert line.findChild(QPushButton, "notice-act") is None


def test_a_computer_of_ones_own_is_welcomed_as_such(opened: Opened) -> None:
    mine = replace(DONE, friend=replace(TOMAS, computer="Studio", is_mine=True))
    line = ended(opened, NAMED, mine)
    assert line.accessibleName().startswith("Studio is one of your own computers now")
    assert line.findChild(QPushButton, "notice-act") is None


def test_a_name_that_somebody_else_has_is_explained(opened: Opened) -> None:
    dialog = shown(opened, NAMED, RIVAL)
    assert paragraph(dialog).startswith("You know somebody of this name already.")
    assert buttons(dialog) == ["Done"]


@pytest.mark.parametrize(
    ("problem", "sentence"),
    [
        (PairingProblem.UNREACHABLE, "Can't reach Tomás Silva: check that both of you are on"),
        (PairingProblem.NOT_READY, "Tomás Silva is there, but not ready: ask them to open"),
        (PairingProblem.WRONG_CODE, STOP),
        (PairingProblem.THEY_DIFFER, STOP),
        (PairingProblem.REFUSED, "Tomás Silva said no, or closed the window"),
        (PairingProblem.LOST, "The connection to Tomás Silva was lost"),
        (PairingProblem.TIMEOUT, "Tomás Silva did not answer in time"),
        (PairingProblem.TOO_MANY, "Too many attempts in a short time: wait ten minutes"),
        (PairingProblem.OURSELVES, "Tomás Silva is this computer itself"),
        (PairingProblem.KEY_CHANGED, "Stop. One of Tomás Silva's keys belongs to another friend"),
        (PairingProblem.PROTOCOL, "Tomás Silva's Byhand did not keep to the rules"),
    ],
)
def test_why_it_came_to_nothing_is_told_with_what_to_do(
    opened: Opened, problem: PairingProblem, sentence: str
) -> None:
    failed = replace(NAMED, stage=PairingStage.FAILED, problem=problem, shown="")
    dialog = shown(opened, NAMED, failed)
    assert heading(dialog) == "Tomás Silva was not added"
    assert paragraph(dialog).startswith(sentence)
    is_danger = sentence.startswith("Stop")
    assert (part(dialog, QLabel, "pairing-text").property("tone") == "bad") is is_danger
    assert "Close" in buttons(dialog)


def test_a_try_that_failed_can_be_repeated_in_the_same_dialog(opened: Opened) -> None:
    failed = replace(CONNECTING, stage=PairingStage.FAILED, problem=PairingProblem.NOT_READY)
    dialog = shown(opened, CONNECTING, failed)
    button(dialog, "pairing-again").click()
    assert opened.service.orders == [("pairing.pair", NAMED.nearby_key, False)]
    again = replace(CONNECTING, id=PairingId(9))
    assert shown(opened, again) is dialog
    assert buttons(dialog) == ["Cancel"]
    opened.service.emit(PairingChanged(failed))
    assert heading(dialog) == "Connecting to Tomás's ThinkPad…"


@pytest.mark.parametrize(
    "problem", [PairingProblem.WRONG_CODE, PairingProblem.TOO_MANY, PairingProblem.KEY_CHANGED]
)
def test_after_a_warning_nobody_is_invited_to_try_again(
    opened: Opened, problem: PairingProblem
) -> None:
    failed = replace(NAMED, stage=PairingStage.FAILED, problem=problem)
    assert buttons(shown(opened, NAMED, failed)) == ["Close"]


def test_when_they_are_friends_add_a_friend_closes_too(opened: Opened, qtbot: QtBot) -> None:
    opened.window.sidebar.add_button.click()
    assert isinstance(shown(opened, NAMED).parent(), AddFriendDialog)
    opened.service.emit(PairingChanged(DONE))
    qtbot.waitUntil(lambda: opened.window.findChild(AddFriendDialog) is None)
    assert opened.service.orders == [("pairing.open",), ("pairing.close",)]


def test_after_a_failure_add_a_friend_is_still_there(opened: Opened, qtbot: QtBot) -> None:
    opened.window.sidebar.add_button.click()
    failed = replace(NAMED, stage=PairingStage.FAILED, problem=PairingProblem.LOST)
    button(shown(opened, NAMED, failed), "pairing-close").click()
    qtbot.waitUntil(lambda: opened.window.findChild(PairingDialog) is None)
    assert opened.window.findChild(AddFriendDialog) is not None
    assert opened.service.orders == [("pairing.open",)]


# --- comparing codes with a friend


def test_codes_are_compared_with_a_friend_who_is_there(opened: Opened) -> None:
    opened.window.sidebar.view.verify_requested.emit(MAREK.id)
    assert opened.service.orders == [("pairing.compare_codes", MAREK.id)]
    dialog = shown(opened, replace(NAMED, friend=MAREK, nearby_key=""))
    assert dialog.windowTitle() == "Compare codes with Marek Novák"


def test_why_codes_cannot_be_compared_is_told_in_a_line(opened: Opened) -> None:
    opened.service.pairing.absent.add(MAREK.id)
    opened.window.sidebar.view.verify_requested.emit(MAREK.id)
    assert says(opened.window.pane.offers, "They are not there now.")
    assert opened.window.findChild(PairingDialog) is None


def test_a_friend_who_asks_has_a_card_in_the_window(opened: Opened, qtbot: QtBot) -> None:
    before = opened.window.focusWidget()
    opened.service.emit(PairingChanged(FRIEND_ASKS))
    card = part(opened.window.pane.offers, RequestCard, "request")
    assert says(card, "Marek Novák wants to compare codes with you")
    assert opened.window.focusWidget() is before
    yes = button(card, "request-yes")
    assert not yes.isEnabled()
    qtbot.waitUntil(yes.isEnabled, timeout=10 * ARMING_MS)
    yes.click()
    assert opened.service.orders == [("pairing.accept", FRIEND_ASKS.id, False)]
    dialog = shown(opened, replace(FRIEND_ASKS, stage=PairingStage.COMPARING, shown="482915"))
    assert says(dialog, "Read your number to Marek Novák, and type theirs")


def test_a_friend_can_be_told_not_now(opened: Opened) -> None:
    opened.service.emit(PairingChanged(FRIEND_ASKS))
    button(opened.window.pane.offers, "request-no").click()
    assert opened.service.orders == [("pairing.refuse", FRIEND_ASKS.id, False)]
    assert not says(opened.window.pane.offers, "wants to compare codes")


def test_a_friend_who_asks_can_be_blocked_and_that_taken_back(opened: Opened) -> None:
    opened.service.emit(PairingChanged(FRIEND_ASKS))
    part(opened.window.pane.offers, QToolButton, "request-more").click()
    press_only_entry(opened, "Block Marek Novák")
    assert opened.service.orders == [("block_friend", MAREK.id)]
    notice = part(opened.window.pane.offers, NoticeCard, "notice")
    assert texts(notice) == ["Blocked Marek Novák"]
    button(notice, "notice-act").click()
    assert opened.service.orders[-1] == ("unblock_friend", MAREK.id)
    settle()
    assert not says(opened.window.pane.offers, "Blocked")


def press_only_entry(opened: Opened, text: str) -> None:
    menu = part(opened.window, QMenu, "block-menu")
    (entry,) = menu.actions()
    assert entry.text() == text
    entry.trigger()
    menu.close()


# --- for everybody


@pytest.mark.parametrize("pairing", [CONNECTING, NAMED, WRONG, SETTLED, RIVAL])
def test_everything_that_can_be_used_has_a_name(opened: Opened, pairing: Pairing) -> None:
    assert nameless(shown(opened, NAMED, pairing)) == []


def test_numbers_run_from_left_to_right_for_everybody(opened: Opened) -> None:
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        dialog = shown(opened, NAMED)
        assert dialog.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for name in ("own-number", "code-field"):
            number = part(dialog, QWidget, name)
            assert number.layoutDirection() is Qt.LayoutDirection.LeftToRight
        differ, done = (button(dialog, f"pairing-{name}") for name in ("differ", "done"))
        settle()
        assert differ.x() > done.x()
    finally:
        QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_a_hostile_name_stays_plain_text(opened: Opened) -> None:
    evil = replace(NAMED, name="<b>Anna</b>\n\u202egnp", computer="<i>x</i>")
    dialog = shown(opened, evil)
    assert says(dialog, "“<b>Anna</b> ⟨U+202E⟩gnp”")
    assert all(
        label.textFormat() is Qt.TextFormat.PlainText for label in dialog.findChildren(QLabel)
    )
