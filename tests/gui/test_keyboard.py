"""Everything can be done by keyboard: the keys of the design, each where it belongs."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from byhand.domain.transfer import Transfer
from byhand.gui.offer_list import OfferList
from tests.gui.conftest import Opened
from tests.gui.rows import choose, current_title
from tests.helpers.sample_world import FINISHED, FRIENDS, MOVING, OFFER, WAITING

K, NONE = Qt.Key, Qt.KeyboardModifier.NoModifier
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SUMMER, PAUSED, ARRIVED, DECLINED = MOVING[0], MOVING[3], FINISHED[0], FINISHED[2]


@pytest.mark.parametrize(
    ("sample", "key", "modifier", "order"),
    [
        (SUMMER, K.Key_Space, NONE, ("queue.pause", SUMMER.id)),
        (PAUSED, K.Key_Space, NONE, ("queue.resume", PAUSED.id)),
        (WAITING[0], K.Key_Delete, NONE, ("cancel", WAITING[0].id)),
        (DECLINED, K.Key_F5, NONE, ("send_again", DECLINED.id)),
        (DECLINED, K.Key_Delete, NONE, ("remove", DECLINED.id)),
    ],
)
def test_keys_on_a_transfer(
    opened: Opened,
    sample: Transfer,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier,
    order: tuple[object, ...],
) -> None:
    QTest.keyClick(choose(opened, sample), key, modifier)
    assert order in opened.service.orders


def test_delete_asks_before_more_than_10_mb_are_dropped(opened: Opened) -> None:
    QTest.keyClick(choose(opened, SUMMER), K.Key_Delete)
    question = QApplication.activeModalWidget()
    assert question is not None
    assert question.objectName() == "question"
    assert ("cancel", SUMMER.id) not in opened.service.orders
    question.close()


def test_control_and_enter_show_what_has_arrived(opened: Opened) -> None:
    QTest.keyClick(choose(opened, ARRIVED), K.Key_Return, CONTROL)
    assert opened.desktop.shown_paths == [list(ARRIVED.saved_paths)]


def test_control_p_holds_everything(opened: Opened) -> None:
    QTest.keyClick(opened.window, K.Key_P, CONTROL)
    assert opened.service.orders[-1] == ("queue.pause_all",)


def test_enter_on_a_friend_chooses_files(opened: Opened) -> None:
    view = opened.window.sidebar.view
    view.choose_first()
    QTest.keyClick(view, K.Key_Return)
    dialog = opened.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.close()


def test_control_and_enter_accept_on_the_card_that_has_the_focus_alone(
    opened: Opened, qtbot: QtBot
) -> None:
    card = opened.window.pane.offers.first_card()
    assert card is not None
    accept = card.findChild(QWidget, "offer-accept")
    assert accept is not None
    qtbot.waitUntil(accept.isEnabled)
    QTest.keyClick(opened.window.sidebar.view, K.Key_Return, CONTROL)
    assert opened.service.orders == []
    for dialog in opened.window.findChildren(QFileDialog):
        dialog.close()
    card.setFocus()
    QTest.keyClick(opened.window.focusWidget() or card, K.Key_Return, CONTROL)
    assert opened.service.orders[-1][:2] == ("accept", OFFER.id)


@pytest.mark.parametrize("key", [K.Key_Return, K.Key_Enter, K.Key_Space, K.Key_A, K.Key_Y])
def test_no_single_key_accepts(opened: Opened, qtbot: QtBot, key: Qt.Key) -> None:
    card = opened.window.pane.offers.first_card()
    assert card is not None
    card.setFocus()
    QTest.keyClick(opened.window.focusWidget() or card, key)
    assert all(order[0] != "accept" for order in opened.service.orders)


@pytest.mark.parametrize("where", ["friends", "queue"])
def test_shift_and_f10_open_the_menu_of_what_has_the_focus(opened: Opened, where: str) -> None:
    if where == "queue":
        choose(opened, DECLINED)
    else:
        opened.window.sidebar.view.setFocus()
        opened.window.sidebar.view.choose_first()
    QTest.keyClick(opened.window, K.Key_F10, SHIFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    texts = [each.text() for each in menu.actions()]
    assert ("Offer again" if where == "queue" else "Send files…") in texts
    menu.close()


def test_typing_leads_to_a_friend_and_to_a_transfer(opened: Opened) -> None:
    view = opened.window.sidebar.view
    view.setFocus()
    QTest.keyClicks(view, "lea")
    assert view.chosen_friends() == (FRIENDS["Lea Fontaine"][0].id,)
    queue = choose(opened, SUMMER)
    QTest.keyClicks(queue, "hol")
    assert current_title(opened) == "holiday.zip"


def test_f6_leads_round_all_panes_and_back(opened: Opened) -> None:
    window = opened.window
    window.sidebar.view.setFocus()
    seen: list[QWidget] = []
    for _ in range(3):
        QTest.keyClick(window, K.Key_F6)
        focused = window.focusWidget()
        assert focused is not None
        seen.append(focused)
    pane = window.pane
    assert isinstance(pane.offers, OfferList)
    assert pane.offers.isAncestorOf(seen[0])
    assert seen[1] is pane.view
    assert seen[2] is window.sidebar.view


def test_tab_reaches_the_buttons_of_the_current_row(opened: Opened) -> None:
    view = choose(opened, DECLINED)
    names = set()
    for _ in range(40):
        QTest.keyClick(opened.window.focusWidget() or view, K.Key_Tab)
        focused = opened.window.focusWidget()
        assert focused is not None
        names.add(focused.objectName())
    assert {"row-send_again", "row-remove", "find-friend", "hold-all"} <= names
