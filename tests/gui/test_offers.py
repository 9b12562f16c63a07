"""The card of an incoming offer: nothing comes in without a yes that was meant."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from byhand.domain.codes import Code
from byhand.domain.events import (
    FriendChanged,
    TransferAdded,
    TransferChanged,
    TransferRemoved,
)
from byhand.domain.friend import Trust
from byhand.domain.text import joined
from byhand.domain.transfer import TransferId, TransferState
from byhand.gui.click_shield import ClickShield
from byhand.gui.fonts import Face
from byhand.gui.offer_card import ARMING_MS, OfferCard
from byhand.gui.theme import Theme
from byhand.gui.widgets import ElidedLabel, FoldedLabel, IconLabel, TitleLabel
from tests.gui.conftest import Opened
from tests.helpers.sample_world import FRIENDS, OFFER, transfer


def card_of(opened: Opened) -> OfferCard:
    card = opened.window.pane.offers.first_card()
    assert isinstance(card, OfferCard)
    return card


def button(opened: Opened, name: str) -> QPushButton:
    found = card_of(opened).findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def texts(opened: Opened) -> list[str]:
    labels = card_of(opened).findChildren(ElidedLabel)
    return [label.full_text() for label in labels if label.isVisible()]


def shown_question(opened: Opened) -> list[str]:
    label = card_of(opened).findChild(FoldedLabel)
    assert isinstance(label, FoldedLabel)
    return label.text().splitlines()


def click(opened: Opened, place: QPoint) -> None:
    """Click at a place of the window, whatever is there."""
    handle = opened.window.windowHandle()
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def wait_until_choose_files_is_at(opened: Opened, qtbot: QtBot, place: QPoint) -> None:
    choose, window = opened.window.pane.strip.choose_button, opened.window
    qtbot.waitUntil(lambda: choose.rect().contains(choose.mapFrom(window, place)))


@pytest.fixture
def patient_clicks() -> Iterator[None]:
    """A double click may take as long as any computer needs for a test."""
    usual = QApplication.doubleClickInterval()
    QApplication.setDoubleClickInterval(600_000)
    yield
    QApplication.setDoubleClickInterval(usual)


def wait_until_armed(opened: Opened, qtbot: QtBot) -> None:
    qtbot.waitUntil(button(opened, "offer-accept").isEnabled, timeout=10 * ARMING_MS)


def test_a_card_tells_who_what_how_much_and_where_to(opened: Opened) -> None:
    assert texts(opened) == [
        "Lea Fontaine wants to send you 6 files",
        "Concert videos · 1.9 GB · goes to Downloads / Lea",
    ]


def test_a_name_written_from_right_to_left_moves_nothing_on_the_card(opened: Opened) -> None:
    lea, presence = FRIENDS["Lea Fontaine"]
    opened.service.emit(FriendChanged(replace(lea, name="רות 7"), presence))
    opened.service.emit(TransferChanged(replace(OFFER, title="סרטים", note="שלום 12")))
    opened.window.pane.offers.set_folder(OFFER.id, "/mnt/תיקייה")
    question, summary, note = texts(opened)
    assert question == "\u2068רות 7\u2069 wants to send you 6 files"
    assert summary == "\u2068סרטים\u2069 · 1.9 GB · goes to \u2068mnt / תיקייה\u2069"
    assert note == "“\u2068שלום 12\u2069”"


def summary_in(label: TitleLabel, width: int) -> str:
    label.resize(width, label.height())
    return label.text()


@pytest.mark.parametrize(
    "title", ["holiday photos of the summer.jpg.exe", "תמונות מהקיץ של רות.exe"]
)
def test_however_little_room_there_is_the_extension_on_offer_is_seen(
    theme: Theme, qtbot: QtBot, title: str
) -> None:
    face, rest = theme.fonts.small, "1.9 GB · goes to Downloads / Lea"
    label = TitleLabel(face)
    qtbot.addWidget(label)
    label.show()
    label.set_title(title, rest)
    assert summary_in(label, label.full_width()) == label.full_text() == joined((title, rest))
    least = 2 * face.width("….exe")
    for width in range(label.full_width() - 4, least, -7):
        cut = summary_in(label, width)
        assert face.width(cut) <= width
        assert ".exe" in cut
        assert cut.count("\u2068") == cut.count("\u2069")
        # What follows the title gives way once that has no more than half of the room, or needs.
        assert cut.endswith(rest) or face.width(cut.partition(" ·")[0]) <= max(width // 2, least)
    label.set_title("", "Your disk is full")
    assert summary_in(label, label.full_width()) == "Your disk is full"


def test_programs_are_named_as_such(opened: Opened) -> None:
    caution = opened.window.pane.offers.findChild(ElidedLabel, "offer-caution")
    assert isinstance(caution, ElidedLabel)
    assert not caution.isVisible()
    opened.service.emit(TransferChanged(replace(OFFER, programs=2)))
    assert caution.isVisible()
    assert caution.full_text() == "2 programs among them"
    assert "2 programs among them" in card_of(opened).accessibleDescription()
    opened.service.emit(TransferChanged(replace(OFFER, programs=1, total_files=1)))
    assert caution.full_text() == "It is a program"


def test_G05_accept_is_asleep_at_first_so_that_no_stray_click_hits_it(
    opened: Opened, qtbot: QtBot
) -> None:
    opened.service.emit(TransferAdded(replace(OFFER, id=b"second".ljust(16))))
    cards = opened.window.pane.offers.findChildren(OfferCard)
    newest = cards[-1].findChild(QPushButton, "offer-accept")
    assert isinstance(newest, QPushButton)
    assert not newest.isEnabled()
    wait_until_armed(opened, qtbot)
    newest.click()


def test_accept_waits_until_everything_is_counted(opened: Opened, qtbot: QtBot) -> None:
    wait_until_armed(opened, qtbot)
    opened.service.emit(TransferChanged(replace(OFFER, is_counted=False, total_files=1204)))
    assert not button(opened, "offer-accept").isEnabled()
    assert texts(opened)[1] == "Concert videos · counting… 1,204 files · 1.9 GB"
    opened.service.emit(TransferChanged(replace(OFFER, total_files=2000)))
    wait_until_armed(opened, qtbot)
    assert texts(opened)[0] == "Lea Fontaine wants to send you 2,000 files"


def test_G06_an_offer_that_is_replaced_under_the_mouse_is_not_accepted_by_that_click(
    opened: Opened, qtbot: QtBot
) -> None:
    wait_until_armed(opened, qtbot)
    opened.service.emit(TransferChanged(replace(OFFER, is_counted=False, total_files=0)))
    opened.service.emit(TransferChanged(replace(OFFER, title="Holiday", total_files=9)))
    assert not button(opened, "offer-accept").isEnabled()
    button(opened, "offer-accept").click()
    assert opened.service.orders == []
    wait_until_armed(opened, qtbot)


def test_R05_offers_that_come_take_no_focus_and_open_no_dialog(opened: Opened) -> None:
    opened.window.pane.view.setFocus()
    before = QApplication.focusWidget()
    assert before is not None
    for number in range(10):
        opened.service.emit(TransferAdded(replace(OFFER, id=TransferId(bytes([number]) * 16))))
    assert QApplication.focusWidget() is before
    assert QApplication.activeModalWidget() is None
    assert QApplication.activePopupWidget() is None


def test_an_offer_of_very_many_files_warns_of_them(opened: Opened) -> None:
    assert not any("Very many" in text for text in texts(opened))
    opened.service.emit(TransferChanged(replace(OFFER, has_many_entries=True)))
    assert any("Very many files and folders" in text for text in texts(opened))


def test_a_click_accepts_into_the_folder_that_is_shown(opened: Opened, qtbot: QtBot) -> None:
    wait_until_armed(opened, qtbot)
    button(opened, "offer-accept").click()
    assert opened.service.orders == [("accept", OFFER.id, "/home/mira/Downloads/Lea")]


def test_the_folder_can_be_changed_on_the_card(opened: Opened, qtbot: QtBot) -> None:
    wait_until_armed(opened, qtbot)
    opened.window.pane.offers.set_folder(OFFER.id, "/mnt/stick")
    assert texts(opened)[1].endswith("goes to mnt / stick")
    button(opened, "offer-accept").click()
    assert opened.service.orders == [("accept", OFFER.id, "/mnt/stick")]


def test_a_click_declines(opened: Opened) -> None:
    button(opened, "offer-decline").click()
    assert opened.service.orders == [("decline", OFFER.id)]


def test_G05_control_enter_on_the_focused_card_accepts_but_enter_alone_never(
    opened: Opened, qtbot: QtBot
) -> None:
    wait_until_armed(opened, qtbot)
    card = card_of(opened)
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Return)
    assert opened.service.orders == []
    QTest.keyClick(card, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [order[0] for order in opened.service.orders] == ["accept"]


def test_G05_no_button_is_pressed_by_default(opened: Opened) -> None:
    for found in card_of(opened).findChildren(QPushButton):
        assert not found.isDefault()
        assert not found.autoDefault()


def test_an_unverified_friend_is_told_apart_in_words(opened: Opened) -> None:
    lea, presence = FRIENDS["Lea Fontaine"]
    opened.service.emit(FriendChanged(replace(lea, trust=Trust.UNVERIFIED), presence))
    assert "Not verified yet" in texts(opened)


def test_at_half_a_screens_width_the_badge_is_an_icon_before_the_question_is_cut(
    opened: Opened, qtbot: QtBot
) -> None:
    lea, presence = FRIENDS["Lea Fontaine"]
    opened.service.emit(FriendChanged(replace(lea, trust=Trust.UNVERIFIED), presence))
    opened.window.resize(632, 540)
    whole = ["Lea Fontaine wants to send you 6 files"]
    qtbot.waitUntil(lambda: opened.window.pane.width() > 500 and shown_question(opened) == whole)
    assert "Not verified yet" not in texts(opened)
    icon = card_of(opened).findChild(IconLabel)
    assert isinstance(icon, IconLabel)
    assert icon.isVisible()
    assert icon.toolTip() == icon.accessibleName() == "Not verified yet"


def test_a_longer_question_gets_a_second_line_and_the_card_the_height_for_it(
    opened: Opened, qtbot: QtBot
) -> None:
    opened.service.emit(TransferChanged(replace(OFFER, total_files=1204)))
    opened.window.resize(560, 540)
    halves = ["Lea Fontaine wants to", "send you 1,204 files"]
    qtbot.waitUntil(lambda: shown_question(opened) == halves)
    label = card_of(opened).findChild(FoldedLabel)
    assert isinstance(label, FoldedLabel)
    assert label.height() >= 2 * label.fontMetrics().height()
    offers = opened.window.pane.offers
    assert offers.height() >= card_of(opened).height()
    opened.window.resize(1120, 760)
    qtbot.waitUntil(lambda: len(shown_question(opened)) == 1)
    qtbot.waitUntil(lambda: offers.height() == card_of(opened).sizeHint().height())


@pytest.mark.parametrize("points", [10.0, 14.0])
def test_what_is_too_long_for_two_lines_is_cut_in_their_middle(theme: Theme, points: float) -> None:
    face = Face(QFont("Inter", round(points)))
    text = "Maximilian-Alexander Hohenlohe wants to send you 1,204 files"
    assert face.folded(text, face.width(text) + 1) == (text,)
    for width in range(face.width("1,204 files") + 1, face.width(text)):
        lines = face.folded(text, width)
        assert len(lines) == 2
        assert max(map(face.width, lines)) <= width
        assert lines[-1].endswith("1,204 files")
        assert lines[0].startswith("M")
        assert " ".join(lines) == text or "…" in lines[0]


def test_a_word_alone_is_cut_and_nothing_needs_no_line(theme: Theme) -> None:
    face = theme.fonts.body
    assert face.folded("Maximilian", face.width("Maxim…"))[0].endswith("…")
    assert face.folded("", 100) == ("",)


def test_offers_never_lie_over_what_is_below_them(opened: Opened, qtbot: QtBot) -> None:
    pane = opened.window.pane
    for number in range(4):
        another = replace(OFFER, id=TransferId(bytes([number]) * 16))
        opened.service.emit(TransferAdded(another))
    opened.window.resize(opened.window.minimumSize())
    qtbot.waitUntil(lambda: pane.offers.width() < 600)
    qtbot.waitUntil(lambda: pane.offers.geometry().bottom() < pane.strip.y())
    assert pane.strip.geometry().bottom() < pane.view.y()
    assert pane.view.geometry().bottom() <= pane.height()
    assert pane.offers.height() > card_of(opened).height()


def test_the_second_half_of_a_double_click_hits_nothing_that_has_moved_up(
    opened: Opened, qtbot: QtBot, patient_clicks: None
) -> None:
    accept = button(opened, "offer-accept")
    place = accept.mapTo(opened.window, accept.rect().center())
    opened.service.change(OFFER.id, TransferState.CHECKING)
    wait_until_choose_files_is_at(opened, qtbot, place)
    click(opened, place)
    assert opened.window.findChild(QFileDialog) is None
    shield = opened.window.findChild(ClickShield)
    assert isinstance(shield, ClickShield)
    shield.hide()
    click(opened, place)
    assert opened.window.findChild(QFileDialog) is not None


def test_clicks_count_again_once_no_double_click_can_be_meant(opened: Opened, qtbot: QtBot) -> None:
    shield = opened.window.findChild(ClickShield)
    assert isinstance(shield, ClickShield)
    opened.service.change(OFFER.id, TransferState.CHECKING)
    assert shield.geometry() == opened.window.pane.rect()
    assert shield.isVisible()
    qtbot.waitUntil(lambda: not shield.isVisible(), timeout=60_000)


def test_an_offer_that_is_taken_back_says_so_and_cannot_be_answered(opened: Opened) -> None:
    opened.service.change(OFFER.id, TransferState.WITHDRAWN, ended_at=1.0)
    # Of an offer that came to nothing the service keeps nothing.
    opened.service.emit(TransferRemoved(OFFER.id))
    assert texts(opened)[0] == "Lea Fontaine took it back"
    assert not button(opened, "offer-accept").isVisible()


def test_an_offer_that_is_no_more_leaves_at_once_unless_it_was_taken_back(opened: Opened) -> None:
    opened.service.emit(TransferRemoved(OFFER.id))
    assert opened.window.pane.offers.first_card() is None


def test_a_disk_that_refuses_is_said_until_another_folder_is_chosen(opened: Opened) -> None:
    opened.service.change(OFFER.id, TransferState.CHECKING)
    opened.service.change(
        OFFER.id, TransferState.OFFERED, code=Code.DISK_FULL, missing_bytes=9_000_000
    )
    card = card_of(opened)
    assert "Your disk is full — free 9.0 MB or choose another folder" in texts(opened)
    card.set_folder("/mnt/large")
    assert "Concert videos · 1.9 GB · goes to mnt / large" in texts(opened)


@pytest.mark.parametrize("state", [TransferState.CHECKING, TransferState.DECLINED])
def test_an_answered_offer_leaves_at_once(opened: Opened, state: TransferState) -> None:
    opened.service.change(OFFER.id, state, ended_by_me=True)
    assert opened.window.pane.offers.first_card() is None
    assert not opened.window.pane.offers.isVisible()


def test_the_focus_of_an_answered_card_goes_to_the_queue(opened: Opened, qtbot: QtBot) -> None:
    wait_until_armed(opened, qtbot)
    button(opened, "offer-accept").setFocus()
    opened.service.change(OFFER.id, TransferState.CHECKING)
    assert opened.window.focusWidget() is opened.window.pane.view


def test_a_hostile_title_stays_plain_text(opened: Opened) -> None:
    evil = transfer(
        60, OFFER.direction, "Lea Fontaine", "<b>x</b>\u202egnp.exe\n", TransferState.OFFERED
    )
    opened.service.change(OFFER.id, TransferState.DECLINED, ended_by_me=True)
    opened.service.emit(TransferAdded(evil))
    labels = card_of(opened).findChildren(ElidedLabel)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)
    assert not any(mark in text for text in texts(opened) for mark in ("\u202e", "\n"))


def test_whoever_offers_too_much_can_be_blocked_and_that_taken_back(opened: Opened) -> None:
    more = card_of(opened).findChild(QToolButton, "offer-more")
    assert isinstance(more, QToolButton)
    more.click()
    menu = opened.window.findChild(QMenu, "offer-menu")
    assert isinstance(menu, QMenu)
    entry = menu.actions()[-1]
    assert entry.text() == "Block Lea Fontaine"
    entry.trigger()
    assert opened.service.orders == [("block_friend", OFFER.friend_id)]
    undo = opened.window.pane.offers.findChild(QPushButton, "notice-act")
    assert isinstance(undo, QPushButton)
    undo.click()
    assert opened.service.orders[-1] == ("unblock_friend", OFFER.friend_id)


def test_where_the_question_needs_the_room_more_is_in_the_context_menu(
    opened: Opened, qtbot: QtBot
) -> None:
    card = card_of(opened)
    more = card.findChild(QToolButton, "offer-more")
    assert isinstance(more, QToolButton)
    assert more.isVisible()
    opened.window.resize(632, 540)
    qtbot.waitUntil(lambda: not more.isVisible())
    place = card.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, card.mapToGlobal(place))
    QApplication.sendEvent(card, event)
    assert opened.window.findChild(QMenu, "offer-menu") is not None
