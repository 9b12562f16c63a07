"""Several friends at once, chosen in the list or ticked in the picker: each gets a send."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from byhand.domain.friend import Friend
from byhand.domain.group import GroupMode
from byhand.domain.identity import FriendId
from byhand.domain.plan import SendOptions
from byhand.gui import main_window
from byhand.gui.content import Content
from byhand.gui.friend_list_model import FriendListModel
from byhand.gui.friend_list_view import FriendListView
from byhand.gui.friend_picker import FriendPicker
from byhand.gui.painting import mirrored
from byhand.gui.picker_button import PickerButton
from tests.gui.conftest import Opened
from tests.gui.handing import paste
from tests.gui.parts import part
from tests.helpers.dragging import drag_over, drop, files
from tests.helpers.sample_world import FRIENDS, two_computers

ANNA, JONAS, LEA = (FRIENDS[name][0] for name in ("Anna Lindqvist", "Jonas Weber", "Lea Fontaine"))
ELSA = FRIENDS["Elsa Berg"][0]
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def released_keys(opened: Opened) -> Iterator[None]:
    """Qt believes that Shift is held until it hears otherwise."""
    yield
    QTest.keyRelease(opened.window, Qt.Key.Key_Shift)


def click(view: FriendListView, friend: FriendId, modifier: Qt.KeyboardModifier) -> None:
    QTest.mouseClick(view.viewport(), LEFT, modifier, place_of(view, friend))


def place_of(view: FriendListView, friend: FriendId) -> QPoint:
    model = view.model()
    assert isinstance(model, FriendListModel)
    index = model.index_of(friend)
    view.scrollTo(index)
    return view.visualRect(index).center()


def choose_three(opened: Opened) -> FriendListView:
    view = opened.window.sidebar.view
    QTest.mouseClick(view.viewport(), LEFT, pos=place_of(view, ANNA.id))
    click(view, LEA.id, SHIFT)
    assert view.chosen_friends() == (ANNA.id, JONAS.id, LEA.id)
    return view


def sent(*paths: str, to: tuple[Friend, ...] = (ANNA, JONAS, LEA)) -> list[tuple[object, ...]]:
    return [("send_to_all", list(paths), [friend.id for friend in to])]


# --- chosen in the list


def test_control_and_a_click_add_one_and_take_one_away(opened: Opened) -> None:
    view = choose_three(opened)
    click(view, JONAS.id, CONTROL)
    assert view.chosen_friends() == (ANNA.id, LEA.id)
    click(view, ELSA.id, CONTROL)
    assert view.chosen_friends() == (ANNA.id, LEA.id, ELSA.id)


def test_the_keyboard_chooses_several_too(opened: Opened) -> None:
    view = opened.window.sidebar.view
    view.setFocus()
    view.choose_first()
    QTest.keyClick(view, Qt.Key.Key_Down, SHIFT)
    assert view.chosen_friends() == (ANNA.id, JONAS.id)
    QTest.keyClick(view, Qt.Key.Key_Down, CONTROL)
    QTest.keyClick(view, Qt.Key.Key_Space, CONTROL)
    assert view.chosen_friends() == (ANNA.id, JONAS.id, LEA.id)


def test_a_drop_on_one_of_them_goes_to_all(opened: Opened) -> None:
    view = choose_three(opened)
    place = place_of(view, JONAS.id)
    drag_over(view.viewport(), place, files("/tmp/a"))
    fellows = {index.row() for index in view._delegate.fellow_targets}
    assert fellows == {place_row(view, ANNA.id), place_row(view, LEA.id)}
    assert drop(view.viewport(), place, ["/tmp/a", "/tmp/b"]).isAccepted()
    assert opened.service.orders == sent("/tmp/a", "/tmp/b")


def test_a_drop_on_somebody_else_goes_to_them_alone(opened: Opened) -> None:
    view = choose_three(opened)
    drop(view.viewport(), place_of(view, ELSA.id), ["/tmp/a"])
    assert opened.service.orders == [("send", ["/tmp/a"], ELSA.id)]


def test_what_is_pasted_goes_to_all_and_that_is_announced(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(main_window, "announce", lambda _, text, **__: said.append(text))
    choose_three(opened)
    paste(opened, files("/tmp/pasted"))
    assert opened.service.orders == sent("/tmp/pasted")
    assert said == ["3 friends chosen", "Sending to 3 friends"]


@pytest.mark.parametrize("by", ["Ctrl+O", "Enter", "menu"])
def test_chosen_files_go_to_all(opened: Opened, by: str) -> None:
    view = choose_three(opened)
    match by:
        case "Ctrl+O":
            QTest.keyClick(opened.window, Qt.Key.Key_O, CONTROL)
        case "Enter":
            QTest.keyClick(view, Qt.Key.Key_Return)
        case _:
            place = place_of(view, JONAS.id)
            reason = QContextMenuEvent.Reason.Mouse
            event = QContextMenuEvent(reason, place, view.viewport().mapToGlobal(place))
            QApplication.sendEvent(view.viewport(), event)
            menu = part(view, QMenu, "several-friends-menu")
            assert [each.text() for each in menu.actions()] == ["Send to 3 friends…"]
            menu.actions()[0].trigger()
            menu.close()
    dialog = opened.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.filesSelected.emit(["/tmp/chosen"])
    assert opened.service.orders == sent("/tmp/chosen")
    dialog.close()


def test_one_to_whom_nothing_can_be_sent_is_left_out(doubtful: Opened) -> None:
    view = doubtful.window.sidebar.view
    view.selectAll()
    chosen = view.chosen_friends()
    model = view.model()
    assert isinstance(model, FriendListModel)
    people = [model.person(each) for each in chosen]
    assert all(person is not None and not person.is_held for person in people)
    assert len(chosen) == sum(not person.is_held for person in model.people())


def test_a_person_with_two_computers_is_asked_about_before_anything_is_sent(
    doubtful: Opened, qtbot: QtBot
) -> None:
    desktop = two_computers()[1][0]
    doubtful.window.send_to(Content(("/tmp/a",)), (LEA.id, ANNA.id), QPoint(10, 10))
    assert doubtful.service.orders == []
    picker = doubtful.window.findChildren(FriendPicker)[-1]
    QTest.keyClick(list_in(picker), Qt.Key.Key_Return)
    assert doubtful.service.orders == [
        ("send_to_all", ["/tmp/a"], [LEA.id, desktop.id]),
    ]


def test_whoever_closes_the_question_sends_nothing_to_anybody(
    doubtful: Opened, qtbot: QtBot
) -> None:
    doubtful.window.send_to(Content(("/tmp/a",)), (LEA.id, ANNA.id), QPoint(10, 10))
    picker = doubtful.window.findChildren(FriendPicker)[-1]
    QTest.keyClick(list_in(picker), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: doubtful.window.findChild(FriendPicker) is None)
    assert doubtful.service.orders == []


# --- ticked in the picker


@pytest.fixture
def picker(opened: Opened) -> FriendPicker:
    opened.window.pick_friend(Content(("/tmp/a",)), QPoint(400, 300))
    picker = opened.window.findChild(FriendPicker)
    assert isinstance(picker, FriendPicker)
    return picker


def test_ticks_are_set_by_a_click_on_the_box_and_then_beside_it(
    opened: Opened, picker: FriendPicker
) -> None:
    view, send = list_in(picker), part(picker, QPushButton, "send-to-ticked")
    assert not send.isVisible()
    QTest.mouseClick(view.viewport(), LEFT, pos=box_of(view, ANNA.id))
    QTest.mouseClick(view.viewport(), LEFT, pos=place_of(view, JONAS.id))
    assert send.text() == "Send to 2 friends"
    assert picker.rect().contains(send.geometry())
    QTest.mouseClick(view.viewport(), LEFT, pos=place_of(view, JONAS.id))
    QTest.mouseClick(view.viewport(), LEFT, pos=box_of(view, LEA.id))
    assert opened.service.orders == []
    send.click()
    assert opened.service.orders == sent("/tmp/a", to=(ANNA, LEA))


def test_the_keyboard_ticks_and_enter_sends_to_all_that_are(
    opened: Opened, picker: FriendPicker
) -> None:
    view = list_in(picker)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Space)
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Space)
    index = view.currentIndex()
    assert index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened.service.orders == sent("/tmp/a", to=(ANNA, JONAS))


def test_ticks_outlast_a_search(opened: Opened, picker: FriendPicker) -> None:
    view = list_in(picker)
    QTest.mouseClick(view.viewport(), LEFT, pos=box_of(view, ANNA.id))
    search = picker.findChild(QLineEdit)
    assert search is not None
    search.setText("jonas")
    QTest.mouseClick(view.viewport(), LEFT, pos=box_of(view, JONAS.id))
    search.setText("nobody by that name")
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert opened.service.orders == sent("/tmp/a", to=(ANNA, JONAS))


def test_how_several_get_it_can_be_chosen_once_there_are_several(
    opened: Opened, picker: FriendPicker
) -> None:
    view, mode = list_in(picker), part(picker, PickerButton, "group-mode")
    QTest.mouseClick(view.viewport(), LEFT, pos=box_of(view, ANNA.id))
    assert not mode.isVisible()
    QTest.mouseClick(view.viewport(), LEFT, pos=box_of(view, LEA.id))
    assert mode.isVisible()
    assert mode.choice() == "If that is faster"
    mode.click()
    menu = part(picker, QMenu, "group-modes")
    assert [entry.text() for entry in menu.actions()] == ["If that is faster", "Always", "Never"]
    menu.actions()[2].trigger()
    menu.close()
    assert mode.accessibleName() == "They pass it on to each other: Never"
    part(picker, QPushButton, "send-to-ticked").click()
    options = SendOptions(group=GroupMode.OFF)
    assert opened.service.orders == [("send_to_all", ["/tmp/a"], [ANNA.id, LEA.id], options)]


def test_a_text_is_passed_on_by_nobody(opened: Opened) -> None:
    opened.window.pick_friend(Content(text="hello"), QPoint(400, 300))
    picker = opened.window.findChild(FriendPicker)
    assert isinstance(picker, FriendPicker)
    view = list_in(picker)
    for friend in (ANNA, LEA):
        QTest.mouseClick(view.viewport(), LEFT, pos=box_of(view, friend.id))
    assert not part(picker, PickerButton, "group-mode").isVisible()
    part(picker, QPushButton, "send-to-ticked").click()
    assert opened.service.orders == [("send_text", "hello", each.id) for each in (ANNA, LEA)]


def test_without_a_tick_one_click_is_enough(opened: Opened, picker: FriendPicker) -> None:
    view = list_in(picker)
    QTest.mouseClick(view.viewport(), LEFT, pos=place_of(view, JONAS.id))
    assert opened.service.orders == [("send", ["/tmp/a"], JONAS.id)]
    assert not picker.isVisible()


def test_from_right_to_left_the_box_is_at_the_other_side(opened: Opened) -> None:
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        opened.window.pick_friend(Content(("/tmp/a",)), QPoint(400, 300))
        picker = opened.window.findChild(FriendPicker)
        assert picker is not None
        view = list_in(picker)
        box = box_of(view, ANNA.id)
        assert box.x() < picker.width() // 4
        QTest.mouseClick(view.viewport(), LEFT, pos=box)
        assert part(picker, QPushButton, "send-to-ticked").text() == "Send to 1 friend"
    finally:
        QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_what_is_not_chosen_by_hand_is_chosen_alone_whatever_keys_are_held(
    opened: Opened,
) -> None:
    view = choose_three(opened)
    QTest.keyPress(view, Qt.Key.Key_Shift, SHIFT)
    view.choose_first()
    assert view.chosen_friends() == (ANNA.id,)


def box_of(view: FriendListView, friend: FriendId) -> QPoint:
    model = view.model()
    assert isinstance(model, FriendListModel)
    view.scrollTo(model.index_of(friend))
    bounds = view.visualRect(model.index_of(friend))
    return mirrored(view.layoutDirection(), bounds, view._delegate.tick_box(bounds)).center()


def place_row(view: FriendListView, friend: FriendId) -> int:
    model = view.model()
    assert isinstance(model, FriendListModel)
    return model.index_of(friend).row()


def list_in(picker: FriendPicker) -> FriendListView:
    view = picker.findChild(FriendListView)
    assert isinstance(view, FriendListView)
    return view
