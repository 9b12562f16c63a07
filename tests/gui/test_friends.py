"""The sidebar: who is in it, in which order, and what can be done with them."""

from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from byhand.domain.events import FriendAdded, FriendChanged, FriendRemoved, NearbyGone
from byhand.domain.friend import Friend, Path, Presence, Trust
from byhand.gui.friend_list_model import ROW_ROLE, FriendListModel
from byhand.gui.friend_list_rows import NearbyRow, NoteRow
from byhand.gui.person_row import PersonRow
from tests.gui.conftest import Opened
from tests.helpers.dragging import drag_over, drop, files
from tests.helpers.fake_orders import TAKEN_NAME
from tests.helpers.sample_world import FRIENDS, NEARBY, NOW, friend_id

ANNA = FRIENDS["Anna Lindqvist"][0]
ELSA = FRIENDS["Elsa Berg"][0]


def model_of(opened: Opened) -> FriendListModel:
    model = opened.window.sidebar.view.model()
    assert isinstance(model, FriendListModel)
    return model


def names(opened: Opened) -> list[str]:
    model = model_of(opened)
    rows = [model.row_at(model.index(n)) for n in range(model.rowCount())]
    return [row.name for row in rows if isinstance(row, PersonRow)]


def place_of(opened: Opened, index: QModelIndex) -> QPoint:
    return opened.window.sidebar.view.visualRect(index).center()


def nearby_key(opened: Opened) -> str:
    row = model_of(opened).row_at(nearby_index(opened))
    assert isinstance(row, NearbyRow)
    return row.nearby.key


def nearby_index(opened: Opened) -> QModelIndex:
    model = model_of(opened)
    indexes = [model.index(n) for n in range(model.rowCount())]
    return next(i for i in indexes if isinstance(model.row_at(i), NearbyRow))


def test_friends_who_are_there_come_first_then_who_was_seen_last(opened: Opened) -> None:
    assert names(opened) == list(FRIENDS)


def test_a_friend_who_comes_online_moves_up_and_stays_chosen(opened: Opened) -> None:
    view = opened.window.sidebar.view
    view.setCurrentIndex(model_of(opened).index_of(ELSA.id))
    opened.service.emit(FriendChanged(ELSA, Presence(Path.SAME_NETWORK)))
    assert names(opened).index("Elsa Berg") < names(opened).index("Jonas Weber")
    assert view.chosen_friends() == (ELSA.id,)


def test_a_renamed_friend_keeps_the_row_selected(opened: Opened) -> None:
    view = opened.window.sidebar.view
    view.setCurrentIndex(model_of(opened).index_of(ANNA.id))
    opened.service.emit(FriendChanged(replace(ANNA, name="Anna L."), FRIENDS["Anna Lindqvist"][1]))
    assert view.chosen_friends() == (ANNA.id,)


def test_a_removed_friend_and_somebody_gone_leave_the_list(opened: Opened) -> None:
    opened.service.emit(FriendRemoved(ANNA.id))
    opened.service.emit(NearbyGone(NEARBY[0].key))
    assert "Anna Lindqvist" not in names(opened)
    assert model_of(opened).row_at(nearby_index(opened)) == NearbyRow(NEARBY[1], "studio-pc")


def test_searching_shows_matching_names_only_and_says_when_there_is_none(opened: Opened) -> None:
    search = opened.window.sidebar.search
    search.setText("an")
    assert names(opened) == ["Anna Lindqvist"]
    search.setText("zzz")
    model = model_of(opened)
    notes = [model.row_at(model.index(n)) for n in range(model.rowCount())]
    assert NoteRow("No friend called “zzz”.") in notes


def test_a_hostile_name_is_shown_as_harmless_text(opened: Opened) -> None:
    evil = Friend(friend_id("evil"), "<b>x</b>\u202egnp.exe\n", "<img src=x>", Trust.UNVERIFIED)
    opened.service.emit(FriendAdded(evil, Presence(Path.INTERNET)))
    model = model_of(opened)
    index = model.index_of(evil.id)
    row = model.data(index, ROW_ROLE)
    assert "\u202e" not in row.name
    assert "\n" not in row.name
    tip = model.data(index, Qt.ItemDataRole.ToolTipRole)
    assert "<img" not in tip
    assert "<b>" not in tip


def test_a_screen_reader_hears_the_whole_row(opened: Opened) -> None:
    model = model_of(opened)
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.data(model.index_of(ANNA.id), role) == "Anna Lindqvist, On this network, verified"
    assert model.data(model.index_of(ELSA.id), role).endswith("verified, 1 waiting")


def test_files_dropped_on_a_friend_are_sent_to_them(opened: Opened) -> None:
    place = place_of(opened, model_of(opened).index_of(ANNA.id))
    event = drop(opened.window.sidebar.view.viewport(), place, ["/tmp/a.txt", "/tmp/folder"])
    assert event.isAccepted()
    assert opened.service.orders == [("send", ["/tmp/a.txt", "/tmp/folder"], ANNA.id)]


def test_a_friend_under_the_pointer_becomes_the_target_and_nobody_after_the_drop(
    opened: Opened,
) -> None:
    view = opened.window.sidebar.view
    index = model_of(opened).index_of(ANNA.id)
    move = drag_over(view.viewport(), place_of(opened, index), files("/tmp/a"))
    assert move.dropAction() is Qt.DropAction.CopyAction
    assert view.drop_target() == index
    drop(view.viewport(), place_of(opened, index), ["/tmp/a"])
    assert not view.drop_target().isValid()


def test_in_a_narrow_window_the_target_is_marked_all_around_the_avatar(
    opened: Opened, qtbot: QtBot
) -> None:
    opened.window.resize(632, 540)
    view = opened.window.sidebar.view
    qtbot.waitUntil(lambda: view.width() < 60)
    index = model_of(opened).index_of(ANNA.id)
    drag_over(view.viewport(), place_of(opened, index), files("/tmp/a"))
    picture, row = view.viewport().grab().toImage(), view.visualRect(index)
    ring = opened.window.theme.palette.accent
    inked = [x for x in range(row.width()) if picture.pixelColor(x, row.center().y()) == ring]
    assert inked[-1] - inked[0] > opened.window.theme.metrics.avatar_sidebar + 4


def test_nothing_can_be_dropped_on_somebody_nearby(opened: Opened) -> None:
    place = place_of(opened, nearby_index(opened))
    move = drag_over(opened.window.sidebar.view.viewport(), place, files("/tmp/a"))
    assert move.dropAction() is Qt.DropAction.IgnoreAction
    assert not drop(opened.window.sidebar.view.viewport(), place, ["/tmp/a"]).isAccepted()
    assert opened.service.orders == []


def test_what_is_neither_a_file_nor_a_text_is_not_taken(opened: Opened) -> None:
    mime = QMimeData()
    mime.setData("application/x-something", b"hello")
    place = place_of(opened, model_of(opened).index_of(ANNA.id))
    move = drag_over(opened.window.sidebar.view.viewport(), place, mime)
    assert move.dropAction() is Qt.DropAction.IgnoreAction


def test_the_arrow_keys_go_on_after_somebody_nearby_who_was_current_is_gone(
    opened: Opened,
) -> None:
    view, model = opened.window.sidebar.view, opened.window.sidebar.view.model()
    rows = [model.index(number, 0) for number in range(model.rowCount())]
    view.setCurrentIndex([each for each in rows if isinstance(each.data(ROW_ROLE), NearbyRow)][-1])
    for nearby in NEARBY:
        opened.service.emit(NearbyGone(nearby.key))
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert isinstance(view.currentIndex().data(ROW_ROLE), PersonRow)


def test_an_only_friend_is_chosen_by_the_arrow_keys_or_by_tab(opened: Opened) -> None:
    view = opened.window.sidebar.view
    for name in FRIENDS.keys() - {"Anna Lindqvist"}:
        opened.service.emit(FriendRemoved(friend_id(name)))
    for nearby in NEARBY:
        opened.service.emit(NearbyGone(nearby.key))
    for reason in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.TabFocusReason):
        view.clearSelection()
        opened.window.sidebar.search.setFocus()
        view.setFocus(reason)
        if reason is Qt.FocusReason.ActiveWindowFocusReason:
            assert view.chosen_friends() == ()
            QTest.keyClick(view, Qt.Key.Key_Down)
        assert view.chosen_friends() == (friend_id("Anna Lindqvist"),)


def test_enter_on_a_nearby_row_picks_them_in_add_a_friend(opened: Opened) -> None:
    view = opened.window.sidebar.view
    view.setCurrentIndex(nearby_index(opened))
    QTest.keyClick(view, Qt.Key.Key_Return)
    picked = ("pairing.pair", nearby_key(opened), False)
    assert opened.service.orders == [("pairing.open",), picked]


def test_a_click_on_add_picks_them_in_add_a_friend_and_beside_it_does_not(opened: Opened) -> None:
    view = opened.window.sidebar.view
    row = view.visualRect(nearby_index(opened))
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(
        view.viewport(),
        left,
        Qt.KeyboardModifier.NoModifier,
        QPoint(row.left() + 30, row.center().y()),
    )
    assert opened.service.orders == []
    QTest.mouseClick(
        view.viewport(),
        left,
        Qt.KeyboardModifier.NoModifier,
        QPoint(row.right() - 40, row.center().y()),
    )
    picked = ("pairing.pair", nearby_key(opened), False)
    assert opened.service.orders == [("pairing.open",), picked]


def test_a_friend_is_renamed_after_typing_a_name(opened: Opened) -> None:
    view = opened.window.sidebar.view
    view.setCurrentIndex(model_of(opened).index_of(ANNA.id))
    QTest.keyClick(view, Qt.Key.Key_F2)
    dialog = opened.window.findChild(QDialog, "question")
    assert isinstance(dialog, QDialog)
    field = dialog.findChild(QLineEdit, "name-field")
    assert isinstance(field, QLineEdit)
    field.setText("Anna L.")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert opened.service.orders == [("rename_friend", ANNA.id, "Anna L.")]


def test_a_name_that_is_taken_is_asked_for_again_and_why(opened: Opened) -> None:
    view = opened.window.sidebar.view
    view.setCurrentIndex(model_of(opened).index_of(ANNA.id))
    QTest.keyClick(view, Qt.Key.Key_F2)
    field = opened.window.findChild(QLineEdit, "name-field")
    assert isinstance(field, QLineEdit)
    field.setText(TAKEN_NAME)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert opened.service.orders == []
    again = opened.window.findChildren(QDialog, "question")[-1]
    asked = again.findChild(QLineEdit, "name-field")
    assert isinstance(asked, QLineEdit)
    assert asked.text() == TAKEN_NAME
    words = [label.text() for label in again.findChildren(QLabel)]
    assert "You already have a friend of that name." in words


def test_a_friend_is_removed_only_after_a_yes(opened: Opened, qtbot: QtBot) -> None:
    view = opened.window.sidebar.view
    for button_name, orders in (
        ("question-no", []),
        ("question-yes", [("remove_friend", ANNA.id)]),
    ):
        view.setCurrentIndex(model_of(opened).index_of(ANNA.id))
        QTest.keyClick(view, Qt.Key.Key_Delete)
        dialog = opened.window.findChild(QDialog, "question")
        assert isinstance(dialog, QDialog)
        button = dialog.findChild(QPushButton, button_name)
        assert isinstance(button, QPushButton)
        button.click()
        qtbot.waitUntil(lambda: opened.window.findChild(QDialog, "question") is None)
        assert opened.service.orders == orders


def test_last_seen_lines_grow_older(opened: Opened) -> None:
    model = model_of(opened)
    model.now = lambda: NOW + 3600
    model.tell_times_again()
    row = model.friend_row(ELSA.id)
    assert row is not None
    assert row.line == "Last seen 1 h ago"
