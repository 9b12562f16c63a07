"""Texts and links: pasted or dropped they are sent, received they can be copied."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QToolTip
from pytestqt.qtbot import QtBot

from byhand.domain.events import OrderFailed, TextShown, TransferAdded
from byhand.domain.transfer import TransferState
from byhand.errors import UsageError
from byhand.gui.content import Content, content_of
from byhand.gui.friend_picker import FriendPicker
from byhand.gui.offer_words import accepted_line, offer_question, offer_summary
from byhand.gui.transfer_row import row_look
from tests.gui.conftest import Opened
from tests.gui.handing import drop, paste
from tests.gui.parts import button, part, says
from tests.gui.rows import choose
from tests.helpers import waiting_world as world
from tests.helpers.dragging import files
from tests.helpers.fake_service import TOO_LONG
from tests.helpers.sample_world import FRIENDS, OFFER

CONTROL = Qt.KeyboardModifier.ControlModifier
ANNA = FRIENDS["Anna Lindqvist"][0]
DAD = FRIENDS["Dad"][0]


def text(words: str) -> QMimeData:
    mime = QMimeData()
    mime.setText(words)
    return mime


def link(address: str, words: str = "") -> QMimeData:
    """Return what a browser puts into a drag of a link."""
    mime = QMimeData()
    mime.setUrls([QUrl(address)])
    if words:
        mime.setText(words)
    return mime


# --- what something dragged or pasted is


@pytest.mark.parametrize(
    ("mime", "content"),
    [
        (text("See you at eight"), Content(text="See you at eight")),
        (text(" two\nlines "), Content(text=" two\nlines ")),
        (link("https://example.org/a?b=c", "Example"), Content(text="https://example.org/a?b=c")),
        (files("/tmp/a", "/tmp/b"), Content(("/tmp/a", "/tmp/b"))),
        (text(" \n "), None),
        (link("sftp://host/file"), None),
        (QMimeData(), None),
    ],
)
def test_files_come_first_then_links_then_text(mime: QMimeData, content: Content | None) -> None:
    assert content_of(mime) == content


def test_files_that_are_also_written_out_as_text_stay_files() -> None:
    mime = files("/tmp/a")
    mime.setText("/tmp/a")
    assert content_of(mime) == Content(("/tmp/a",))


# --- sending


def test_a_pasted_text_goes_to_the_chosen_friend(opened: Opened) -> None:
    opened.window.sidebar.view.choose_first()
    paste(opened, text("See you at eight\nby the harbour"))
    assert opened.service.orders == [("send_text", "See you at eight\nby the harbour", ANNA.id)]


def test_a_text_pasted_for_nobody_asks_for_a_friend(opened: Opened) -> None:
    paste(opened, text("hello"))
    picker = opened.window.findChild(FriendPicker)
    assert isinstance(picker, FriendPicker)
    assert says(picker, "Send the text to")
    search = picker.findChild(QLineEdit)
    assert isinstance(search, QLineEdit)
    search.setText("dad")
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert opened.service.orders == [("send_text", "hello", DAD.id)]


def test_a_text_pasted_into_a_field_stays_there(opened: Opened) -> None:
    opened.window.sidebar.view.choose_first()
    search = opened.window.sidebar.search
    search.setFocus()
    QGuiApplication.clipboard().setText("jonas")
    QTest.keyClick(search, Qt.Key.Key_V, CONTROL)
    assert search.text() == "jonas"
    assert opened.service.orders == []


def test_a_link_dropped_on_a_friend_is_sent_to_them(opened: Opened) -> None:
    view = opened.window.sidebar.view
    index = opened.window._recipients._friends.index_of(DAD.id)
    view.scrollTo(index)
    place = view.visualRect(index).center()
    assert drop(view.viewport(), place, link("https://example.org/")).isAccepted()
    assert opened.service.orders == [("send_text", "https://example.org/", DAD.id)]


def test_a_text_dropped_beside_the_friends_asks_who_gets_it(opened: Opened) -> None:
    strip = opened.window.pane.strip
    assert drop(strip, strip.rect().center(), text("hello")).isAccepted()
    picker = opened.window.findChild(FriendPicker)
    assert isinstance(picker, FriendPicker)
    assert picker.isVisible()


def test_a_link_that_is_nothing_to_send_is_not_taken(opened: Opened) -> None:
    for widget in (opened.window, opened.window.pane.strip):
        assert not drop(widget, widget.rect().center(), link("sftp://host/file")).isAccepted()
    assert opened.window.findChild(FriendPicker) is None


def test_a_text_that_is_too_long_is_refused_in_words(opened: Opened) -> None:
    opened.window.sidebar.view.choose_first()
    paste(opened, text(TOO_LONG))
    dialog = part(opened.window, QDialog, "question")
    assert says(dialog, "A text may have up to 1 MiB")
    assert opened.service.orders == []


# --- receiving


def test_the_offer_of_a_text_speaks_of_a_text(opened: Opened) -> None:
    offer = replace(OFFER, is_text=True, title="See you at eight.txt", total_bytes=212)
    assert offer_question(offer, "Lea") == "Lea wants to send you a text"
    assert offer_summary(offer, "Downloads") == ("See you at eight", "212 bytes")
    assert accepted_line(offer, "Lea") == "Lea is sending you a text — accepted by itself"
    opened.service.emit(TransferAdded(offer))
    card = opened.window.pane.offers.first_card()
    assert card is not None
    assert button(card, "offer-change-folder").isHidden()
    assert button(card, "offer-choose").isHidden()


def test_a_text_is_called_by_its_first_words() -> None:
    look = row_look(world.TEXT_HERE, None, "Anna Lindqvist", "Anna")
    assert look.title == "See you at eight by the old harbour"
    assert look.kind_icon == "file-text"
    named_so = replace(world.TEXT_HERE, is_text=False)
    assert row_look(named_so, None, "Anna", "Anna").title.endswith(".txt")


def test_a_received_text_is_copied_once_it_is_told(waiting: Opened, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("before")
    copy = button(choose(waiting, world.TEXT_HERE), "row-copy_text")
    assert copy.accessibleName() == "Copy text: See you at eight by the old harbour"
    copy.click()
    assert waiting.service.orders == [("queue.show_text", world.TEXT_HERE.id)]
    assert QGuiApplication.clipboard().text() == "before"
    waiting.service.emit(TextShown(world.TEXT_HERE.id, "See you at eight\nby the old harbour."))
    assert QGuiApplication.clipboard().text() == "See you at eight\nby the old harbour."
    assert QToolTip.text() == "Copied"
    QToolTip.hideText()


def test_control_c_copies_a_text(waiting: Opened) -> None:
    QTest.keyClick(choose(waiting, world.TEXT_HERE), Qt.Key.Key_C, CONTROL)
    assert waiting.service.orders == [("queue.show_text", world.TEXT_HERE.id)]


def test_a_text_that_somebody_else_asked_for_is_not_copied(waiting: Opened) -> None:
    QGuiApplication.clipboard().setText("before")
    waiting.service.emit(TextShown(world.TEXT_HERE.id, "secret"))
    assert QGuiApplication.clipboard().text() == "before"


def test_a_text_that_cannot_be_shown_says_so_plainly(waiting: Opened) -> None:
    waiting.service.emit(OrderFailed(UsageError("That is not a text, or it has not arrived.")))
    assert says(waiting.window, "That is not a text, or it has not arrived.")
    assert not says(waiting.window, "Not saved.")


def test_a_text_that_did_not_arrive_cannot_be_copied() -> None:
    sample = replace(world.TEXT_HERE, state=TransferState.CANCELLED)
    assert [each.name for each in row_look(sample, None, "", "").actions] == ["REMOVE"]
