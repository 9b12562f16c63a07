"""The window as a whole: keys, drops, empty states, troubles and where things stand."""

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

import byhand.gui
from byhand.domain.events import FriendRemoved, TransferAdded, Trouble, TroublesChanged
from byhand.domain.transfer import TransferState
from byhand.gui.add_friend_dialog import AddFriendDialog
from byhand.gui.friend_picker import FriendPicker
from byhand.gui.names import initials, short_name
from byhand.gui.theme import Theme
from byhand.gui.transfer_list_view import TransferListView
from tests.gui.conftest import Opened
from tests.gui.parts import part, settle
from tests.gui.rows import model_of, row_of
from tests.helpers.dragging import drag_over, drop, files
from tests.helpers.sample_world import FRIENDS, MOVING, OFFER, PROGRESS, WAITING
from tests.helpers.window_layout import (
    Spot,
    accept_button,
    decline_button,
    drop_strip,
    friend_row,
    row_bar,
    row_button,
)

ANNA = FRIENDS["Anna Lindqvist"][0]
CONTROL = Qt.KeyboardModifier.ControlModifier
SOURCES = sorted(Path(byhand.gui.__file__).parent.glob("*.py"))


def picker_of(opened: Opened) -> FriendPicker:
    picker = opened.window.findChild(FriendPicker)
    assert isinstance(picker, FriendPicker)
    return picker


def at(opened: Opened, spot: Spot) -> QWidget:
    found = opened.window.childAt(QPoint(spot.x, spot.y))
    assert found is not None
    return found


# --- drops and pastes


def test_files_dropped_on_the_drop_zone_ask_for_a_friend(opened: Opened) -> None:
    strip = opened.window.pane.strip
    assert drop(strip, strip.rect().center(), ["/tmp/a", "/tmp/b"]).isAccepted()
    picker = picker_of(opened)
    search = picker.findChild(QLineEdit)
    assert isinstance(search, QLineEdit)
    search.setText("pri")
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert opened.service.orders == [("send", ["/tmp/a", "/tmp/b"], FRIENDS["Priya Nair"][0].id)]


def test_files_dropped_anywhere_else_in_the_window_ask_too(opened: Opened) -> None:
    header = opened.window.pane.header
    place = header.mapTo(opened.window, header.rect().center())
    assert drop(opened.window, place, ["/tmp/a"]).isAccepted()
    assert picker_of(opened).isVisible()


def test_the_drop_zone_says_what_a_drop_does(opened: Opened) -> None:
    strip = opened.window.pane.strip
    drag_over(strip, strip.rect().center(), files("/tmp/a"))
    assert any(label.text() == "Drop, then choose a friend" for label in strip.findChildren(QLabel))


def test_pasted_files_go_to_the_chosen_friend(opened: Opened) -> None:
    opened.window.sidebar.view.choose_first()
    QGuiApplication.clipboard().setMimeData(files("/tmp/pasted"))
    QTest.keyClick(opened.window, Qt.Key.Key_V, CONTROL)
    assert opened.service.orders == [("send", ["/tmp/pasted"], ANNA.id)]


def test_chosen_files_go_to_the_chosen_friend(opened: Opened) -> None:
    opened.window.sidebar.view.choose_first()
    QTest.keyClick(opened.window, Qt.Key.Key_O, CONTROL)
    dialog = opened.window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.filesSelected.emit(["/tmp/chosen"])
    assert opened.service.orders == [("send", ["/tmp/chosen"], ANNA.id)]
    dialog.close()


def test_where_nobody_is_a_friend_nothing_can_be_dropped(nobody: Opened) -> None:
    window = nobody.window
    for enter in (window.pane.first_friend, window.pane.header):
        place = enter.mapTo(window, enter.rect().center())
        event = QDragEnterEvent(
            place,
            Qt.DropAction.CopyAction,
            files("/tmp/a"),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        event.ignore()
        QApplication.sendEvent(window, event)
        assert not event.isAccepted()


def test_what_is_pasted_where_nobody_is_a_friend_leads_to_what_comes_first(nobody: Opened) -> None:
    window = nobody.window
    window.sidebar.search.setFocus()
    QGuiApplication.clipboard().setMimeData(files("/tmp/pasted"))
    QTest.keyClick(window, Qt.Key.Key_V, CONTROL)
    assert window.focusWidget() is window.pane.first_friend.add_button


# --- keys


def test_enter_presses_what_has_the_focus(nobody: Opened) -> None:
    window = nobody.window
    for button, title in (
        (window.pane.first_friend.add_button, "Someone nearby"),
        (window.pane.first_friend.invite_button, "Invite link"),
        (window.sidebar.add_button, "Someone nearby"),
    ):
        QTest.keyClick(button, Qt.Key.Key_Return)
        dialog = window.findChild(AddFriendDialog)
        assert isinstance(dialog, AddFriendDialog)
        chosen = [each for each in dialog.findChildren(QAbstractButton) if each.isChecked()]
        assert title in [each.text() for each in chosen]
        dialog.close()
        QTest.qWait(0)


def test_enter_that_is_held_from_elsewhere_presses_nothing(nobody: Opened) -> None:
    button = nobody.window.sidebar.add_button
    enter, no_key = Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier
    held = QKeyEvent(QEvent.Type.KeyPress, enter, no_key, "\r", True)
    QApplication.sendEvent(button, held)
    QTest.keyClick(button, enter, CONTROL)
    assert nobody.window.findChild(AddFriendDialog) is None
    QTest.keyClick(button, enter)
    dialog = nobody.window.findChild(AddFriendDialog)
    assert isinstance(dialog, AddFriendDialog)
    close = dialog.findChild(QPushButton, "add-friend-close")
    assert isinstance(close, QPushButton)
    QTest.keyClick(close, enter)
    assert not dialog.isVisible()


def test_f6_leads_round_the_panes(opened: Opened) -> None:
    window = opened.window
    window.sidebar.view.setFocus()
    QTest.keyClick(window, Qt.Key.Key_F6)
    assert window.pane.offers.first_card() is window.focusWidget()
    QTest.keyClick(window, Qt.Key.Key_F6)
    assert isinstance(window.focusWidget(), TransferListView)
    QTest.keyClick(window, Qt.Key.Key_F6)
    assert window.focusWidget() is window.sidebar.view
    QTest.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert isinstance(window.focusWidget(), TransferListView)


def test_control_f_searches_and_down_leads_to_the_list(opened: Opened) -> None:
    QTest.keyClick(opened.window, Qt.Key.Key_F, CONTROL)
    search = opened.window.sidebar.search
    assert opened.window.focusWidget() is search
    QTest.keyClicks(search, "jon")
    QTest.keyClick(search, Qt.Key.Key_Down)
    assert opened.window.sidebar.view.chosen_friends() == (FRIENDS["Jonas Weber"][0].id,)


def test_control_n_opens_add_a_friend(opened: Opened) -> None:
    QTest.keyClick(opened.window, Qt.Key.Key_N, CONTROL)
    assert opened.service.orders == [("pairing.open",)]


def test_control_q_closes_and_says_so(opened: Opened, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.window.closed):
        QTest.keyClick(opened.window, Qt.Key.Key_Q, CONTROL)


def test_everything_that_can_be_pressed_has_a_name(opened: Opened) -> None:
    for button in opened.window.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.accessibleName() or button.text()


# --- what is shown


def test_without_friends_the_window_leads_to_the_first_one(nobody: Opened) -> None:
    assert nobody.window.pane.first_friend.isVisible()
    assert not nobody.window.pane.strip.isVisible()
    nobody.window.pane.first_friend.add_button.click()
    assert nobody.service.orders == [("pairing.open",)]
    nobody.window.pane.first_friend.invite_button.click()
    assert nobody.service.orders == [("pairing.open",), ("make_invite",)]


def test_without_transfers_the_whole_queue_is_a_drop_area(empty: Opened) -> None:
    assert empty.window.pane.empty.isVisible()
    empty.service.emit(TransferAdded(MOVING[0]))
    assert not empty.window.pane.empty.isVisible()
    assert empty.window.pane.strip.isVisible()


def test_the_last_friend_removed_leads_back_to_the_first_one(empty: Opened) -> None:
    for friend, _ in FRIENDS.values():
        empty.service.emit(FriendRemoved(friend.id))
    assert empty.window.pane.first_friend.isVisible()


def test_a_trouble_shows_and_goes_by_itself(opened: Opened) -> None:
    banner = opened.window.pane.banner
    opened.service.emit(TroublesChanged(frozenset({Trouble.OFFLINE, Trouble.NO_DISCOVERY})))
    assert banner.isVisible()
    assert banner.accessibleName().startswith("You're offline")
    opened.service.emit(TroublesChanged(frozenset()))
    assert not banner.isVisible()


def test_the_summary_tells_what_is_running(opened: Opened) -> None:
    text = opened.window.pane.header.summary.full_text()
    assert text == "3 running · 1 paused · 41.8 MB/s up · 18.2 MB/s down · 45 s left"


def test_the_summary_of_a_queue_at_rest_counts_what_waits_for_an_answer(empty: Opened) -> None:
    summary = empty.window.pane.header.summary
    assert summary.full_text() == "Nothing on the way"
    empty.service.emit(TransferAdded(OFFER))
    assert summary.full_text() == "1 waiting for your answer"
    empty.service.emit(TransferAdded(WAITING[0]))
    assert summary.full_text() == "1 waiting for your answer · 1 waiting"
    empty.service.change(OFFER.id, TransferState.DECLINED, ended_by_me=True)
    assert summary.full_text() == "1 waiting"


def test_a_narrow_window_shows_avatars_only(opened: Opened) -> None:
    opened.window.resize(700, 600)
    assert opened.window.sidebar.width() == 56
    assert not opened.window.sidebar.search.isVisible()
    opened.window.resize(1120, 760)
    assert opened.window.sidebar.search.isVisible()


def test_progress_is_asked_for_while_the_window_is_seen(opened: Opened, qtbot: QtBot) -> None:
    model = opened.window.pane.view.model()
    assert model is not None
    opened.service.latest = {MOVING[0].id: PROGRESS[MOVING[1].id]}
    qtbot.waitUntil(
        lambda: round(model.index(1, 0).data(Qt.ItemDataRole.UserRole).fraction, 2) == 0.27
    )


@pytest.mark.parametrize("points", [10.0, 14.0, 18.0])
@pytest.mark.parametrize("scheme", ["light", "dark", "high-contrast"])
def test_every_look_and_size_can_be_drawn(
    opened: Opened, theme: Theme, points: float, scheme: str
) -> None:
    try:
        theme.set_points(points)
        theme.set_system_scheme(scheme)
        picture = opened.window.grab().toImage()
        assert picture.pixelColor(600, 4) == theme.palette.window
    finally:
        theme.set_points(10.0)
        theme.set_system_scheme("")


def test_right_to_left_readers_get_the_window_turned_round(opened: Opened) -> None:
    opened.window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    opened.window.grab()
    view = opened.window.sidebar.view
    picture = view.viewport().grab().toImage()
    row = view.visualRect(view.model().index(1, 0))
    avatar = opened.window.theme.palette.avatar(ANNA.id).fill
    y = row.center().y()
    assert picture.pixelColor(picture.width() - 19, y) == avatar
    assert picture.pixelColor(19, y) != avatar


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Anna Lindqvist", "AL"), ("Dad", "D"), ("  ", "?"), ("李 小龙", "李小"), ("“x” y", "Y")],
)
def test_initials_are_the_first_letters_of_first_and_last_word(name: str, letters: str) -> None:
    assert initials(name) == letters


@pytest.mark.parametrize(
    ("name", "names", "text"),
    [
        ("Anna Lindqvist", ["Anna Lindqvist", "Annabel B"], "Anna"),
        ("Anna Lindqvist", ["Anna Lindqvist", "anna"], "Anna Lindqvist"),
        ("Dad", ["Dad"], "Dad"),
        ("Dr. Who", ["Dr. Who"], "Dr. Who"),
        ("", [""], ""),
    ],
)
def test_a_short_name_is_the_first_word_where_it_tells_friends_apart(
    name: str, names: list[str], text: str
) -> None:
    assert short_name(name, names) == text


# --- where things are, for tests that use a real pointer


def test_the_layout_for_pointers_names_the_real_places(opened: Opened) -> None:
    view, width = opened.window.sidebar.view, opened.window.width()
    for number in (0, 1):
        spot = friend_row(number)
        place = view.viewport().mapFrom(opened.window, QPoint(spot.x, spot.y))
        row = view.visualRect(view.indexAt(place))
        assert view.indexAt(place).row() == number + 1
        assert abs(place.y() - row.center().y()) <= 3
    assert at(opened, decline_button(width)).objectName() == "offer-decline"
    accept = next(
        b for b in opened.window.findChildren(QPushButton) if b.objectName() == "offer-accept"
    )
    spot = accept_button(width)
    inside = accept.mapFrom(opened.window, QPoint(spot.x, spot.y))
    assert accept.rect().adjusted(8, 8, -8, -8).contains(inside)
    strip = opened.window.pane.strip
    spot = drop_strip(width, offers=1)
    assert strip.rect().contains(strip.mapFrom(opened.window, QPoint(spot.x, spot.y)))


def test_the_layout_for_pointers_names_the_real_places_of_a_row(empty: Opened) -> None:
    empty.service.latest = dict(PROGRESS)
    empty.service.emit(TransferAdded(MOVING[0]))
    view, width = empty.window.pane.view, empty.window.width()
    view.setCurrentIndex(model_of(empty).index(1, 0))
    assert at(empty, row_button(width)).objectName() == "row-pause"
    row = row_of(empty, MOVING[0])
    bounds = view.visualRect(view.currentIndex())
    spot = row_bar()
    place = view.viewport().mapFrom(empty.window, QPoint(spot.x, spot.y))
    assert view._delegate.boxes(bounds, row).bar.contains(place)


# --- rules of the code


@pytest.mark.parametrize("width", [640, 1120])
def test_the_settings_can_be_clicked_at_any_width(opened: Opened, width: int) -> None:
    opened.window.resize(width, 560)
    settle()
    gear = part(opened.window, QAbstractButton, "open-settings")
    assert gear.isVisible()
    box = gear.rect().translated(gear.mapTo(opened.window.sidebar, gear.rect().topLeft()))
    assert opened.window.sidebar.rect().contains(box)
    gear.click()
    assert opened.window.findChild(QWidget, "settings") is not None


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.name)
def test_texts_to_translate_are_plain_literals(source: Path) -> None:
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        match node:
            case ast.Call(func=ast.Name(id="translate"), args=[context, text, *_]):
                assert isinstance(context, ast.Constant)
                assert isinstance(text, ast.Constant)


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.name)
def test_the_window_never_waits_and_never_opens_files(source: Path) -> None:
    tree = ast.parse(source.read_text(encoding="utf-8"))
    calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    names = {call.attr for call in calls if isinstance(call, ast.Attribute)}
    assert not any(isinstance(node, ast.AsyncFunctionDef) for node in ast.walk(tree))
    # Whoever drags waits for the hand that does; the window goes on meanwhile.
    assert "exec" not in names or source.name == "drag_out.py"
    assert "exists" not in names
    assert not any(isinstance(call, ast.Name) and call.id == "open" for call in calls)
    if source.name not in ("icons.py", "fonts.py", "palette.py"):
        assert not names & {"read_text", "read_bytes", "stat", "iterdir", "glob"}
