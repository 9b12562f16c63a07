"""A friend's menu: what it offers, what it asks, and which orders come of it."""

import itertools

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
)

from byhand.domain.events import FriendChanged
from byhand.domain.friend import Friend, Path, Presence, Trust
from byhand.gui.click_shield import ClickShield
from byhand.gui.friend_list_model import FriendListModel
from byhand.gui.friend_list_view import FriendListView
from tests.gui.conftest import Opened
from tests.gui.test_people import choose, list_of, model_of, picked_from, picker_of
from tests.helpers.fake_orders import TAKEN_NAME
from tests.helpers.sample_world import (
    FRIENDS,
    NOW,
    blocked_friend,
    copied_friend,
    own_computer,
    rivals,
    two_computers,
)

LAPTOP, DESKTOP = (friend for friend, _ in two_computers())
ANNA = FRIENDS["Anna Lindqvist"][0]
MAREK = FRIENDS["Marek Novák"][0]
MINE = own_computer()[0]
VICTOR = blocked_friend()[0]
SAM = copied_friend()[0]
JONAS, NEWCOMER = (friend for friend, _ in rivals())


def menu_of(opened: Opened, friend: Friend) -> QMenu:
    view = choose(opened, friend)
    view.menu_button.click()
    menus = view.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return menus[-1]


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def entry(menu: QMenu, start: str) -> QAction:
    return next(action for action in menu.actions() if action.text().startswith(start))


def submenu(menu: QMenu, start: str) -> QMenu:
    found = entry(menu, start).menu()
    assert isinstance(found, QMenu)
    return found


def question(opened: Opened) -> QDialog:
    return opened.window.findChildren(QDialog, "question")[-1]


def press(dialog: QDialog, name: str) -> None:
    button = dialog.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    button.click()


def words(dialog: QDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


# --- what it offers


def strongest_ink(menu: QMenu, action: QAction) -> int:
    """Return how far the lightness of an entry's text is from what it stands on."""
    picture = menu.grab(menu.actionGeometry(action)).toImage()
    ground = picture.pixelColor(2, 2).lightness()
    spots = itertools.product(range(picture.width()), range(picture.height()))
    return max(abs(picture.pixelColor(x, y).lightness() - ground) for x, y in spots)


def test_what_cannot_be_done_is_paler_than_what_can(doubtful: Opened) -> None:
    menu = menu_of(doubtful, JONAS)
    possible, impossible = entry(menu, "Rename"), entry(menu, "Send files")
    assert (possible.isEnabled(), impossible.isEnabled()) == (True, False)
    assert strongest_ink(menu, impossible) < strongest_ink(menu, possible) * 3 // 4


def test_a_person_with_one_computer_has_everything_in_one_menu(opened: Opened) -> None:
    assert texts(menu_of(opened, MAREK)) == [
        "Send files…",
        "Compare codes…",
        "Introduce to…",
        "Rename…",
        "When Marek Novák sends files…",
        "Limit speed…",
        "This is my computer",
        "Another computer of…",
        "Add address…",
        "Check connection…",
        "Block…",
        "Remove…",
    ]


def test_a_person_with_several_has_a_submenu_for_each_that_says_how_it_is(
    doubtful: Opened,
) -> None:
    menu = menu_of(doubtful, LAPTOP)
    assert texts(menu) == [
        "Send files…",
        "Rename…",
        "laptop · On this network",
        "desktop · Last seen 1 h ago",
    ]
    assert "Remove this computer…" in texts(submenu(menu, "desktop"))
    assert "Rename…" not in texts(submenu(menu, "desktop"))


def test_comparing_codes_is_offered_until_they_were_and_possible_while_they_are_there(
    opened: Opened,
) -> None:
    assert "Compare codes…" not in texts(menu_of(opened, ANNA))
    assert entry(menu_of(opened, MAREK), "Compare codes").isEnabled()
    opened.service.emit(FriendChanged(MAREK, Presence(None, NOW)))
    away = entry(menu_of(opened, MAREK), "Compare codes")
    assert not away.isEnabled()
    assert away.text() == "Compare codes… (Marek Novák is not there)"


def test_one_of_my_own_computers_can_be_given_away_but_not_renamed(doubtful: Opened) -> None:
    offered = texts(menu_of(doubtful, MINE))
    assert "This is somebody else's computer" in offered
    assert "Rename…" not in offered
    assert "Another computer of…" not in offered


def test_to_a_held_friend_nothing_is_sent_and_the_way_out_comes_first(doubtful: Opened) -> None:
    menu = menu_of(doubtful, JONAS)
    assert texts(menu)[0] == "Identity has changed…"
    assert not entry(menu, "Send files").isEnabled()
    assert not entry(menu, "When").isEnabled()
    blocked = menu_of(doubtful, VICTOR)
    assert not entry(blocked, "Send files").isEnabled()
    assert "Unblock" in texts(blocked)
    assert "Block…" not in texts(blocked)


def test_a_hostile_name_marks_no_key_in_the_menu(opened: Opened) -> None:
    opened.service.emit(FriendChanged(replace(MAREK, name="&Marek\n<b>"), Presence()))
    text = entry(menu_of(opened, MAREK), "When").text()
    assert text == "When &&Marek <b> sends files…"


# --- how it is reached


def test_the_button_lies_on_the_current_row_and_follows_the_pointer(opened: Opened) -> None:
    view = choose(opened, ANNA)
    assert view.menu_button.isVisible()
    assert view.menu_button.accessibleName() == "More: Anna Lindqvist"
    row = view.visualRect(model_of(opened).index_of(MAREK.id))
    for place in (row.center() - QPoint(9, 0), row.center()):
        QTest.mouseMove(view.viewport(), place)
    assert view.menu_button.accessibleName() == "More: Marek Novák"
    assert row.contains(view.menu_button.geometry())
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert view.menu_button.accessibleName() == "More: Anna Lindqvist"


def test_the_button_is_reached_by_tab_and_opens_the_menu(opened: Opened) -> None:
    view = choose(opened, MAREK)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert opened.window.focusWidget() is view.menu_button
    QTest.keyClick(view.menu_button, Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()


def test_while_nobody_is_chosen_there_is_no_button(opened: Opened) -> None:
    assert not opened.window.sidebar.view.menu_button.isVisible()


def test_the_menu_key_opens_the_menu_of_the_current_friend(opened: Opened) -> None:
    view = choose(opened, MAREK)
    place = QPoint(0, 0)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, place)
    QApplication.sendEvent(view.viewport(), event)
    menus = view.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert "When Marek Novák sends files…" in texts(menus[-1])
    menus[-1].close()


def test_delete_on_a_person_with_several_computers_asks_which(doubtful: Opened) -> None:
    view = choose(doubtful, LAPTOP)
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert doubtful.window.findChild(QDialog, "question") is None
    menus = view.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert "desktop · Last seen 1 h ago" in texts(menus[-1])
    menus[-1].close()


# --- what comes of it


@pytest.mark.parametrize(
    ("start", "signal"),
    [("Compare codes", "verify_requested"), ("Introduce to", "introduce_requested")],
)
def test_comparing_and_introducing_are_told_with_the_friend(
    opened: Opened, start: str, signal: str
) -> None:
    told: list[object] = []
    getattr(opened.window.sidebar.view, signal).connect(told.append)
    entry(menu_of(opened, MAREK), start).trigger()
    assert told == [MAREK.id]


def test_files_for_one_of_several_computers_go_there_without_a_question(
    doubtful: Opened,
) -> None:
    entry(submenu(menu_of(doubtful, LAPTOP), "desktop"), "Send files").trigger()
    dialog = doubtful.window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.filesSelected.emit(["/tmp/a"])
    assert doubtful.service.orders == [("send", ["/tmp/a"], DESKTOP.id)]
    dialog.close()


@pytest.mark.parametrize(
    ("friend", "start", "order"),
    [
        (MAREK, "This is my computer", ("set_mine", MAREK.id, True)),
        (MINE, "This is somebody else's", ("set_mine", MINE.id, False)),
        (VICTOR, "Unblock", ("unblock_friend", VICTOR.id)),
    ],
    ids=["mine", "not mine", "unblock"],
)
def test_what_can_be_taken_back_is_done_at_once(
    doubtful: Opened, friend: Friend, start: str, order: tuple[object, ...]
) -> None:
    entry(menu_of(doubtful, friend), start).trigger()
    assert doubtful.service.orders == [order]


def test_blocking_is_asked_about(opened: Opened) -> None:
    entry(menu_of(opened, MAREK), "Block").trigger()
    assert opened.service.orders == []
    assert "Block Marek Novák?" in words(question(opened))
    press(question(opened), "question-yes")
    assert opened.service.orders == [("block_friend", MAREK.id)]


def test_removing_one_of_several_computers_names_it(doubtful: Opened) -> None:
    entry(submenu(menu_of(doubtful, LAPTOP), "desktop"), "Remove").trigger()
    assert "Remove Anna Lindqvist (desktop)?" in words(question(doubtful))
    press(question(doubtful), "question-yes")
    assert doubtful.service.orders == [("remove_friend", DESKTOP.id)]


def test_an_address_is_asked_for_until_it_can_be_used(opened: Opened) -> None:
    entry(menu_of(opened, MAREK), "Add address").trigger()
    field = question(opened).findChild(QLineEdit, "name-field")
    assert isinstance(field, QLineEdit)
    field.setText("not an address")
    press(question(opened), "question-yes")
    assert opened.service.orders == []
    assert "write it as HOST:PORT" in words(question(opened))
    again = question(opened).findChild(QLineEdit, "name-field")
    assert isinstance(again, QLineEdit)
    assert again.text() == "not an address"
    again.setText("marek.example:47800")
    press(question(opened), "question-yes")
    assert opened.service.orders == [("add_address", MAREK.id, "marek.example:47800")]


def test_another_computer_of_somebody_is_picked_among_persons_and_asked_about(
    doubtful: Opened,
) -> None:
    entry(menu_of(doubtful, MAREK), "Another computer").trigger()
    picker = picker_of(doubtful)
    offered = picked_from(picker)
    assert "Anna Lindqvist" in offered
    assert not {"Marek Novák", "Mira's studio", "Jonas Weber", "Victor Hale"} & set(offered)
    pick(list_of(picker), ANNA)
    assert doubtful.service.orders == []
    assert "Is Marek Novák another computer of Anna Lindqvist?" in words(question(doubtful))
    press(question(doubtful), "question-yes")
    [order] = doubtful.service.orders
    assert order[:2] == ("join_friend", MAREK.id)
    assert order[2] in (LAPTOP.id, DESKTOP.id)


def test_a_name_that_is_taken_is_said_and_asked_for_again(doubtful: Opened) -> None:
    entry(menu_of(doubtful, LAPTOP), "Rename").trigger()
    field = question(doubtful).findChild(QLineEdit, "name-field")
    assert isinstance(field, QLineEdit)
    field.setText(TAKEN_NAME)
    press(question(doubtful), "question-yes")
    assert "You already have a friend of that name." in words(question(doubtful))


# --- the line above the queue


def notice_words(opened: Opened) -> str:
    notice = opened.window.pane.notice
    return notice.accessibleName() if notice.isVisible() else ""


def test_the_window_keeps_offering_to_compare_codes_with_the_chosen_friend(
    opened: Opened,
) -> None:
    told: list[object] = []
    opened.window.pane.notice.verify_requested.connect(told.append)
    choose(opened, ANNA)
    assert notice_words(opened) == ""
    choose(opened, MAREK)
    assert notice_words(opened) == "You have not compared codes with Marek Novák yet."
    press_in_notice(opened, "notice-settle")
    assert told == [MAREK.id]
    verified = replace(MAREK, trust=Trust.VERIFIED)
    opened.service.emit(FriendChanged(verified, Presence(Path.SAME_NETWORK)))
    assert notice_words(opened) == ""


def test_while_the_friend_is_away_there_is_nothing_to_offer(opened: Opened) -> None:
    choose(opened, MAREK)
    opened.service.emit(FriendChanged(MAREK, Presence(None, NOW)))
    assert notice_words(opened) == ""


def test_no_click_hits_what_has_moved_because_the_notice_came_or_went(opened: Opened) -> None:
    shield = opened.window.findChild(ClickShield)
    assert isinstance(shield, ClickShield)
    choose(opened, MAREK)
    assert shield.isVisible()
    shield.hide()
    opened.service.emit(FriendChanged(MAREK, Presence(None, NOW)))
    assert shield.isVisible()


def test_a_change_elsewhere_leaves_the_button_under_the_pointer(opened: Opened) -> None:
    view = choose(opened, ANNA)
    middle = view.visualRect(model_of(opened).index_of(MAREK.id)).center()
    for place in (middle - QPoint(9, 0), middle):
        QTest.mouseMove(view.viewport(), place)
    assert view.menu_button.accessibleName() == "More: Marek Novák"
    opened.service.emit(FriendChanged(ANNA, Presence(Path.INTERNET)))
    assert view.menu_button.accessibleName() == "More: Marek Novák"


def test_rows_that_move_give_the_button_back_to_the_chosen_row(opened: Opened) -> None:
    view = choose(opened, ANNA)
    middle = view.visualRect(model_of(opened).index_of(MAREK.id)).center()
    for place in (middle - QPoint(9, 0), middle):
        QTest.mouseMove(view.viewport(), place)
    opened.service.emit(FriendChanged(MAREK, Presence(None, NOW)))
    assert view.menu_button.accessibleName() == "More: Anna Lindqvist"


def test_a_dismissed_notice_stays_away(opened: Opened) -> None:
    choose(opened, MAREK)
    press_in_notice(opened, "notice-dismiss")
    assert notice_words(opened) == ""
    choose(opened, ANNA)
    choose(opened, MAREK)
    assert notice_words(opened) == ""


def test_an_identity_in_doubt_is_told_above_the_queue_and_leads_to_the_explanation(
    doubtful: Opened,
) -> None:
    choose(doubtful, JONAS)
    assert notice_words(doubtful).startswith("The identity of Jonas Weber has changed.")
    press_in_notice(doubtful, "notice-settle")
    dialog = doubtful.window.findChild(QDialog, "identity-changed")
    assert isinstance(dialog, QDialog)
    dialog.close()
    choose(doubtful, NEWCOMER)
    assert notice_words(doubtful).startswith("Jonas Weber (2) came by a name you know.")
    choose(doubtful, SAM)
    assert notice_words(doubtful) == "The identity of Sam Okafor is used on two computers."


def press_in_notice(opened: Opened, name: str) -> None:
    button = opened.window.pane.notice.findChild(QAbstractButton, name)
    assert isinstance(button, QAbstractButton)
    button.click()


def pick(view: FriendListView, friend: Friend) -> None:
    model = view.model()
    assert isinstance(model, FriendListModel)
    view.setCurrentIndex(model.index_of(friend.id))
    QTest.keyClick(view, Qt.Key.Key_Return)
