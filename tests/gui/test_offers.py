"""The card of an incoming offer: nothing comes in without a yes that was meant."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from byhand.domain.codes import Code
from byhand.domain.events import FriendChanged, TransferAdded, TransferChanged
from byhand.domain.friend import Trust
from byhand.domain.transfer import TransferState
from byhand.gui.offer_card import ARMING_MS, OfferCard
from byhand.gui.widgets import ElidedLabel
from tests.gui.conftest import Opened
from tests.helpers.sample_world import FRIENDS, OFFER, transfer


def card_of(opened: Opened) -> OfferCard:
    card = opened.window.pane.offers.first_card()
    assert card is not None
    return card


def button(opened: Opened, name: str) -> QPushButton:
    found = card_of(opened).findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def texts(opened: Opened) -> list[str]:
    labels = card_of(opened).findChildren(ElidedLabel)
    return [label.full_text() for label in labels if label.isVisible()]


def wait_until_armed(opened: Opened, qtbot: QtBot) -> None:
    qtbot.waitUntil(button(opened, "offer-accept").isEnabled, timeout=10 * ARMING_MS)


def test_a_card_tells_who_what_how_much_and_where_to(opened: Opened) -> None:
    assert texts(opened) == [
        "Lea Fontaine wants to send you 6 files",
        "Concert videos · 1.9 GB · goes to Downloads / Lea",
    ]


def test_accept_is_asleep_at_first_so_that_no_stray_click_hits_it(
    opened: Opened, qtbot: QtBot
) -> None:
    opened.service.emit(TransferAdded(replace(OFFER, id=b"second".ljust(16))))  # type: ignore[arg-type]
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
    assert button(opened, "offer-accept").isEnabled()
    assert texts(opened)[0] == "Lea Fontaine wants to send you 2,000 files"


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


def test_control_enter_on_the_focused_card_accepts_but_enter_alone_never(
    opened: Opened, qtbot: QtBot
) -> None:
    wait_until_armed(opened, qtbot)
    card = card_of(opened)
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Return)
    assert opened.service.orders == []
    QTest.keyClick(card, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [order[0] for order in opened.service.orders] == ["accept"]


def test_no_button_is_pressed_by_default(opened: Opened) -> None:
    for found in card_of(opened).findChildren(QPushButton):
        assert not found.isDefault()
        assert not found.autoDefault()


def test_an_unverified_friend_is_told_apart_in_words(opened: Opened) -> None:
    lea, presence = FRIENDS["Lea Fontaine"]
    opened.service.emit(FriendChanged(replace(lea, trust=Trust.UNVERIFIED), presence))
    assert "Not verified yet" in texts(opened)


def test_an_offer_that_is_taken_back_says_so_and_cannot_be_answered(opened: Opened) -> None:
    opened.service.change(OFFER.id, TransferState.WITHDRAWN, ended_at=1.0)
    assert texts(opened)[0] == "Lea Fontaine took it back"
    assert not button(opened, "offer-accept").isVisible()


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
