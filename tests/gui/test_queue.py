"""The queue: what each transfer's row says, where it stands and what its buttons do."""

import itertools

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from byhand.domain.events import (
    FriendAdded,
    FriendChanged,
    FriendRemoved,
    TransferAdded,
    TransferRemoved,
)
from byhand.domain.friend import Friend, Path, Presence
from byhand.domain.progress import Progress
from byhand.domain.transfer import Direction, Transfer, TransferState
from byhand.gui.queue_rows import Filter
from byhand.gui.shown_transfer import TransferRow
from byhand.gui.theme import Theme
from byhand.gui.transfer_actions import Neighbours, action_icon, actions_of
from byhand.gui.transfer_row import Section, row_look, section_of
from tests.gui.conftest import Opened
from tests.gui.rows import choose as choose_row
from tests.gui.rows import model_of, shown_in
from tests.helpers.sample_world import (
    FINISHED,
    FRIENDS,
    MOVING,
    OFFER,
    WAITING,
    friend_id,
    transfer,
)

S = TransferState
LOOKS = [
    (direction, state)
    for direction, state in itertools.product(Direction, TransferState)
    if (direction, state) != (Direction.INCOMING, S.OFFERED)
]


def choose(opened: Opened, number: int) -> Transfer:
    sample = next(t for t in (*MOVING, *WAITING, *FINISHED) if t.id[-1] == number)
    choose_row(opened, sample)
    return sample


@pytest.mark.parametrize(("direction", "state"), LOOKS)
def test_every_state_has_words_icons_and_a_place(
    theme: Theme, direction: Direction, state: TransferState
) -> None:
    sample = transfer(50, direction, "Anna Lindqvist", "report.odt", state, total_bytes=1000)
    look = row_look(sample, None, "Anna Lindqvist", "Anna")
    assert look.line
    assert "Anna Lindqvist" in look.person
    assert section_of(sample) in Section
    icons = [look.kind_icon, *filter(None, [look.line_icon])]
    icons += map(action_icon, actions_of(sample, Neighbours(has_above=True, has_below=True)))
    for name in icons:
        assert not theme.icons.pixmap(name, QColor("black"), 16).isNull()
    assert bool(actions_of(sample))


def test_the_queue_stands_in_three_sections_in_order(opened: Opened) -> None:
    assert shown_in(model_of(opened)) == [
        "# In progress 4",
        *(t.title for t in MOVING),
        "# Waiting 2",
        *(t.title for t in WAITING),
        "# Finished 7",
        *(t.title for t in FINISHED),
    ]


def test_an_offer_to_us_is_a_card_and_no_row_until_it_is_accepted(opened: Opened) -> None:
    assert OFFER.title not in shown_in(model_of(opened))
    opened.service.change(OFFER.id, S.CHECKING)
    assert OFFER.title in shown_in(model_of(opened))
    assert opened.window.pane.offers.first_card() is None


def test_a_changed_transfer_moves_without_resetting_the_list(opened: Opened) -> None:
    resets: list[None] = []
    model_of(opened).modelReset.connect(lambda: resets.append(None))
    opened.service.change(WAITING[1].id, S.OFFERED)
    opened.service.change(WAITING[1].id, S.ACTIVE)
    assert shown_in(model_of(opened))[:6] == [
        "# In progress 5",
        *(t.title for t in MOVING),
        "Garden videos",
    ]
    opened.service.change(WAITING[0].id, S.DECLINED, ended_at=9e9)
    assert "# Waiting 0" not in shown_in(model_of(opened))
    assert shown_in(model_of(opened))[6:8] == ["# Finished 8", "3 files"]
    assert resets == []


def test_a_heading_comes_and_goes_with_its_first_and_last_transfer(empty: Opened) -> None:
    assert shown_in(model_of(empty)) == []
    empty.service.emit(TransferAdded(MOVING[0]))
    assert shown_in(model_of(empty)) == ["# In progress 1", "Summer 2026"]
    empty.service.emit(TransferRemoved(MOVING[0].id))
    assert shown_in(model_of(empty)) == []


def test_the_filter_shows_parts_of_the_queue(opened: Opened) -> None:
    header = opened.window.pane.header
    header.filter_chosen.emit(Filter.FINISHED)
    assert shown_in(model_of(opened)) == ["# Finished 7", *(t.title for t in FINISHED)]
    opened.service.change(MOVING[0].id, S.CLOSING)
    opened.service.change(MOVING[0].id, S.DONE, ended_at=9e9)
    assert shown_in(model_of(opened))[:2] == ["# Finished 8", "Summer 2026"]
    header.filter_chosen.emit(Filter.ACTIVE)
    assert shown_in(model_of(opened))[0] == "# In progress 3"


def test_rows_are_as_high_as_what_they_show(opened: Opened) -> None:
    view, model = opened.window.pane.view, model_of(opened)
    with_bar = view.rowHeight(model.position_of(MOVING[0].id))
    without = view.rowHeight(model.position_of(WAITING[0].id))
    assert with_bar > without
    opened.service.change(WAITING[0].id, S.ACTIVE)
    assert view.rowHeight(model.position_of(WAITING[0].id)) == with_bar
    opened.service.change(MOVING[0].id, S.FAILED, ended_at=1.0)
    assert view.rowHeight(model.position_of(MOVING[0].id)) == without


def test_progress_moves_the_bar_at_once_and_the_words_once_a_second(opened: Opened) -> None:
    model = model_of(opened)
    told: list[int] = []
    model.dataChanged.connect(lambda first, *_: told.append(first.row()))
    latest = {MOVING[0].id: Progress(1_700_000_000, 3_400_000_000, 300, 480, 5e6, 340)}
    assert model.set_progress(latest, say=False) == [1]
    row = model.row_at(1)
    assert isinstance(row, TransferRow)
    assert row.fraction == 0.5
    assert row.look.percent == "62%"
    model.set_progress(latest, say=True)
    assert row.look.percent == "50%"
    assert row.look.figures == ("5.0 MB/s", "6 min left")
    assert told == []


def test_the_first_progress_is_told_in_words_at_once(opened: Opened) -> None:
    model = model_of(opened)
    opened.service.change(WAITING[0].id, S.ACTIVE)
    latest = {WAITING[0].id: Progress(43_000_000, 86_000_000, 1, 3, 2e6, None)}
    position = model.position_of(WAITING[0].id)
    assert model.set_progress(latest, say=False) == [position]
    row = model.row_at(position)
    assert isinstance(row, TransferRow)
    assert row.look.line == "43 MB of 86 MB · 1 of 3 files"
    assert row.look.figures == ("2.0 MB/s", "estimating…")


def test_a_transfer_at_rest_says_so_in_words_and_stripes(opened: Opened) -> None:
    model = model_of(opened)
    model.set_progress({MOVING[0].id: Progress(1, 2, 0, 1, 0, None, 15)}, say=True)
    row = model.row_at(model.position_of(MOVING[0].id))
    assert isinstance(row, TransferRow)
    assert row.look.line.startswith("No data for 15 s")
    assert row.look.bar is not None
    assert row.look.bar.is_striped


def test_a_screen_reader_hears_the_whole_row(opened: Opened) -> None:
    text = model_of(opened).index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert text == (
        "Summer 2026, to Anna Lindqvist, 2.1 GB of 3.4 GB · 312 of 480 files, 62%,"
        " 41.8 MB/s, 31 s left"
    )


def test_a_friend_who_comes_back_changes_what_their_transfers_say(opened: Opened) -> None:
    elsa, _ = FRIENDS["Elsa Berg"]
    opened.service.emit(FriendChanged(elsa, Presence(Path.INTERNET)))
    model = model_of(opened)
    row = model.row_at(model.position_of(WAITING[1].id))
    assert isinstance(row, TransferRow)
    assert row.look.line_icon == "clock"


@pytest.mark.parametrize(
    ("number", "key", "modifier", "order"),
    [
        (6, Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "cancel"),
        (9, Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "remove"),
        (9, Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier, "send_again"),
        (10, Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier, "send_again"),
    ],
)
def test_keys_act_on_the_current_transfer(
    opened: Opened,
    number: int,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier,
    order: str,
) -> None:
    sample = choose(opened, number)
    QTest.keyClick(opened.window.pane.view, key, modifier)
    assert opened.service.orders == [(order, sample.id)]


def test_control_enter_shows_what_was_saved(opened: Opened) -> None:
    choose(opened, 8)
    view = opened.window.pane.view
    QTest.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert opened.desktop.shown_paths == [["/home/mira/Downloads/Invitation.pdf"]]


def test_cancelling_asks_first_when_much_has_moved(opened: Opened) -> None:
    choose(opened, 2)
    QTest.keyClick(opened.window.pane.view, Qt.Key.Key_Delete)
    assert opened.service.orders == []
    dialog = opened.window.findChild(QDialog, "question")
    assert isinstance(dialog, QDialog)
    yes = dialog.findChild(QPushButton, "question-yes")
    assert isinstance(yes, QPushButton)
    yes.click()
    assert opened.service.orders == [("cancel", MOVING[0].id)]


def test_cancelling_does_not_ask_when_little_has_moved(opened: Opened) -> None:
    opened.service.latest = {MOVING[0].id: Progress(5_000_000, 3_400_000_000, 1, 480)}
    choose(opened, 2)
    QTest.keyClick(opened.window.pane.view, Qt.Key.Key_Delete)
    assert opened.service.orders == [("cancel", MOVING[0].id)]


def test_the_current_rows_buttons_are_real_and_named(opened: Opened) -> None:
    choose(opened, 9)
    opened.window.pane.view.scrollTo(opened.window.pane.view.currentIndex())
    again = opened.window.pane.view.findChild(QToolButton, "row-try_again")
    assert isinstance(again, QToolButton)
    assert again.isVisible()
    assert again.accessibleName() == "Try again: Festival footage"
    again.click()
    assert opened.service.orders == [("send_again", FINISHED[1].id)]


def test_the_buttons_follow_the_pointer_and_the_scrolling(opened: Opened, qtbot: QtBot) -> None:
    view, model = opened.window.pane.view, model_of(opened)
    index = model.index(model.position_of(WAITING[0].id), 0)
    view.scrollTo(index)
    row = view.visualRect(index)
    QTest.mouseMove(view.viewport(), QPoint(row.center()))
    cancel = view.findChild(QToolButton, "row-cancel")
    assert isinstance(cancel, QToolButton)
    qtbot.waitUntil(lambda: cancel.isVisible() and row.contains(cancel.geometry().center()))
    before = cancel.y()
    bar = view.verticalScrollBar()
    step = 40 if bar.value() + 40 <= bar.maximum() else -40
    bar.setValue(bar.value() + step)
    assert cancel.y() == before - step


def test_the_buttons_are_there_when_the_pointer_comes_from_outside(opened: Opened) -> None:
    view, model = opened.window.pane.view, model_of(opened)
    row = view.visualRect(model.index(model.position_of(MOVING[1].id), 0))
    place = QPointF(row.center())
    QApplication.sendEvent(view.viewport(), QEnterEvent(place, place, place))
    pause = view.findChild(QToolButton, "row-pause")
    assert isinstance(pause, QToolButton)
    assert pause.isVisible()
    assert row.contains(pause.geometry().center())


def test_a_hostile_title_is_shown_as_harmless_text() -> None:
    sample = transfer(51, Direction.INCOMING, "Dad", "a\u202egnp.exe\n<b>", S.ACTIVE)
    look = row_look(sample, None, "Dad", "Dad")
    assert "\u202e" not in look.title + look.spoken
    assert "\n" not in look.title + look.spoken


def lines(opened: Opened) -> list[str]:
    model = model_of(opened)
    rows = [model.row_at(position) for position in range(model.rowCount())]
    return [row.look.line for row in rows if isinstance(row, TransferRow)]


def test_a_line_names_the_friend_by_the_first_name(opened: Opened) -> None:
    assert "Waiting for Marek to accept · 86 MB" in lines(opened)
    assert "Lea declined" in lines(opened)


def test_friends_with_the_same_first_name_are_told_apart_while_both_are_there(
    opened: Opened,
) -> None:
    other = Friend(friend_id("other"), "marek Dvořák", "")
    opened.service.emit(FriendAdded(other, Presence()))
    assert "Waiting for Marek Novák to accept · 86 MB" in lines(opened)
    opened.service.emit(FriendRemoved(other.id))
    assert "Waiting for Marek to accept · 86 MB" in lines(opened)


def test_transfers_of_a_removed_friend_keep_the_name(opened: Opened) -> None:
    model = model_of(opened)
    model.put(replace(MOVING[0], state=S.CLOSING), None, Presence())
    row = model.row_at(model.position_of(MOVING[0].id))
    assert isinstance(row, TransferRow)
    assert row.look.person == "to Anna Lindqvist"
