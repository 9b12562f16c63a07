"""The order of the queue: by the turns, changed by keys and menu, and kept by the model."""

import random

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPersistentModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from byhand.domain.events import TransferAdded, TransferChanged
from byhand.domain.friend import Presence
from byhand.domain.progress import Progress
from byhand.domain.transfer import Direction, Transfer, TransferId, TransferState
from byhand.gui.queue_rows import Filter, Step
from byhand.gui.shown_transfer import TransferRow
from byhand.gui.transfer_list_model import TransferListModel
from byhand.gui.transfer_row import Section, section_of
from tests.gui.conftest import Opened
from tests.gui.rows import choose, current_title, model_of, row_of, shown_in
from tests.helpers import waiting_world as world
from tests.helpers.sample_world import FRIENDS, transfer

CONTROL = Qt.KeyboardModifier.ControlModifier
S = TransferState
NAMES = ("one", "two", "three", "four")
QUEUED = [
    transfer(80 + n, Direction.OUTGOING, "Anna Lindqvist", name, S.QUEUED, place=float(n))
    for n, name in enumerate(NAMES, 1)
]


@pytest.fixture
def queued(empty: Opened) -> Opened:
    for sample in QUEUED:
        empty.service.emit(TransferAdded(sample))
    return empty


def put_at(opened: Opened, sample: Transfer, place: float) -> None:
    opened.service.emit(TransferChanged(replace(sample, place=place)))


def test_rows_stand_in_the_order_of_their_places(queued: Opened) -> None:
    assert shown_in(model_of(queued)) == ["# Waiting 4", *NAMES]
    put_at(queued, QUEUED[3], 1.5)
    assert shown_in(model_of(queued)) == ["# Waiting 4", "one", "four", "two", "three"]
    put_at(queued, QUEUED[0], 9.0)
    assert shown_in(model_of(queued)) == ["# Waiting 4", "four", "two", "three", "one"]


def test_a_transfer_that_has_no_place_of_its_own_stands_by_its_age(empty: Opened) -> None:
    newer, older = (
        replace(QUEUED[n], place=0.0, created_at=age) for n, age in ((0, 9.0), (1, 5.0))
    )
    for sample in (newer, older):
        empty.service.emit(TransferAdded(sample))
    assert shown_in(model_of(empty)) == ["# Waiting 2", "two", "one"]


def test_each_says_after_whom_of_the_same_friend_its_turn_comes(queued: Opened) -> None:
    lines = [row_of(queued, sample).look.line for sample in QUEUED]
    assert lines == [
        "Connecting to Anna…",
        *(f"Next after “{name}”" for name in NAMES[:3]),
    ]
    queued.service.change(QUEUED[1].id, S.QUEUED, paused_by_me=True)
    assert row_of(queued, QUEUED[2]).look.line == "Next after “one”"
    queued.service.change(QUEUED[0].id, S.DONE, ended_at=5.0)
    assert row_of(queued, QUEUED[2]).look.line == "Connecting to Anna…"


def test_what_goes_to_others_or_comes_in_is_nobodys_turn(queued: Opened) -> None:
    lea = FRIENDS["Lea Fontaine"][0].id
    other = replace(QUEUED[0], id=TransferId(b"other".ljust(16)), friend_id=lea)
    coming = transfer(90, Direction.INCOMING, "Lea Fontaine", "in", S.ACTIVE, place=0.5)
    for sample in (other, coming):
        queued.service.emit(TransferAdded(sample))
    assert row_of(queued, other).look.line == "Connecting to Lea…"


# --- moving


def test_control_up_and_down_change_places_with_the_neighbour(queued: Opened) -> None:
    view = choose(queued, QUEUED[2])
    QTest.keyClick(view, Qt.Key.Key_Up, CONTROL)
    QTest.keyClick(view, Qt.Key.Key_Down, CONTROL)
    assert queued.service.orders == [
        ("queue.move", QUEUED[2].id, QUEUED[1].id),
        ("queue.move", QUEUED[2].id, None),
    ]


def test_moved_down_it_goes_before_the_one_after_its_neighbour(queued: Opened) -> None:
    view = choose(queued, QUEUED[0])
    QTest.keyClick(view, Qt.Key.Key_Down, CONTROL)
    assert queued.service.orders == [("queue.move", QUEUED[0].id, QUEUED[2].id)]


def test_moved_down_it_may_come_before_what_another_part_of_the_queue_shows(
    queued: Opened,
) -> None:
    running = transfer(91, Direction.OUTGOING, "Lea Fontaine", "runs", S.ACTIVE, place=2.5)
    queued.service.emit(TransferAdded(running))
    assert model_of(queued).step(QUEUED[0].id, is_up=False) == Step(running.id)


@pytest.mark.parametrize(("number", "key"), [(0, Qt.Key.Key_Up), (3, Qt.Key.Key_Down)])
def test_at_the_ends_there_is_nowhere_to_move(queued: Opened, number: int, key: Qt.Key) -> None:
    QTest.keyClick(choose(queued, QUEUED[number]), key, CONTROL)
    assert queued.service.orders == []


def test_what_is_over_or_unknown_has_no_place_to_move_to(waiting: Opened) -> None:
    model = model_of(waiting)
    for sample in (world.TEXT_HERE, QUEUED[0]):
        assert model.step(sample.id, is_up=True) is None
        assert model.step(sample.id, is_up=False) is None


def test_a_moved_row_stays_chosen_and_its_button_goes_with_it(queued: Opened) -> None:
    view = choose(queued, QUEUED[3])
    put_at(queued, QUEUED[3], 0.5)
    assert current_title(queued) == "four"
    assert view.selectedIndexes()[0].row() == 1
    assert shown_in(model_of(queued))[1] == "four"


def test_a_row_that_changes_its_section_stays_chosen(waiting: Opened) -> None:
    choose(waiting, world.RUNNING)
    waiting.service.change(world.RUNNING.id, S.STALLED)
    assert current_title(waiting) == "Summer 2026"
    waiting.service.change(world.RUNNING.id, S.ACTIVE)
    assert current_title(waiting) == "Summer 2026"
    waiting.service.change(world.RUNNING.id, S.CANCELLED, ended_at=9e9)
    assert current_title(waiting) == "Summer 2026"


def test_a_chosen_row_is_marked_by_its_card_alone(queued: Opened, qtbot: QtBot) -> None:
    view = choose(queued, QUEUED[1])
    qtbot.waitUntil(view.hasFocus)
    row = view.visualRect(view.currentIndex())
    picture = view.viewport().grab().toImage()
    ratio = picture.devicePixelRatio()
    colours = [
        picture.pixelColor((place * ratio).toPoint())
        for place in (QPointF(row.right() - 2, row.center().y()), QPointF(row.bottomLeft()))
    ]
    assert queued.window.theme.palette.accent not in colours


def test_rows_keep_their_heights_when_they_move(waiting: Opened) -> None:
    view, model = waiting.window.pane.view, model_of(waiting)
    with_bar = view.rowHeight(model.position_of(world.AWAY.id))
    without = view.rowHeight(model.position_of(world.LATER.id))
    assert with_bar > without
    put_at(waiting, world.LATER, 3.5)
    waiting.service.change(world.AWAY.id, S.QUEUED)
    assert view.rowHeight(model.position_of(world.LATER.id)) == without
    assert view.rowHeight(model.position_of(world.AWAY.id)) == without
    assert view.rowHeight(model.position_of(world.FULL_HERE.id)) == with_bar


# --- the menu


def texts_of_menu(opened: Opened, sample: Transfer) -> list[str]:
    return [entry.text() for entry in menu_of(opened, sample).actions() if entry.text()]


def menu_of(opened: Opened, sample: Transfer) -> QMenu:
    view = choose(opened, sample)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(view.viewport(), event)
    menus = view.findChildren(QMenu, "transfer-menu")
    return menus[-1]


def test_the_menu_key_offers_everything_that_can_be_done(waiting: Opened) -> None:
    assert texts_of_menu(waiting, world.RUNNING) == [
        *("Pause", "Move down", "Limit speed…", "Details", "Cancel"),
    ]
    assert texts_of_menu(waiting, world.LATER) == [
        *("Pause", "Move up", "Move down", "Limit speed…", "Details", "Cancel"),
    ]
    assert texts_of_menu(waiting, world.TEXT_HERE) == [
        *("Copy text", "Details", "Remove from this list"),
    ]
    assert texts_of_menu(waiting, world.PARTLY_SENT) == [
        *("Try the 2 files again", "Details", "Remove from this list"),
    ]


def test_the_menu_moves_a_transfer(queued: Opened) -> None:
    menu = menu_of(queued, QUEUED[1])
    next(entry for entry in menu.actions() if entry.text() == "Move up").trigger()
    assert queued.service.orders == [("queue.move", QUEUED[1].id, QUEUED[0].id)]


# --- the model keeps Qt's rules


def test_the_model_keeps_the_rules_whatever_comes(qtbot: QtBot) -> None:
    model = TransferListModel()
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(model, fatal)
    chance = random.Random(3)
    kept: dict[int, QPersistentModelIndex] = {}
    for _ in range(250):
        change_something(model, chance)
        check_order(model)
        for number, index in kept.items():
            row = model.row_at(index.row()) if index.isValid() else None
            assert row is None or (isinstance(row, TransferRow) and row.transfer.id[-1] == number)
        row = model.row_at(chance.randrange(12))
        if isinstance(row, TransferRow):
            number = row.transfer.id[-1]
            kept[number] = QPersistentModelIndex(model.index(model.position_of(row.transfer.id), 0))
    assert tester.model() is model


def change_something(model: TransferListModel, chance: random.Random) -> None:
    number = chance.randrange(12)
    sample = transfer(
        number,
        Direction.OUTGOING if number % 3 else Direction.INCOMING,
        chance.choice(["Anna Lindqvist", "Dad"]),
        f"number {number}",
        chance.choice(list(TransferState)),
        place=float(chance.randrange(6)),
        paused_by_me=chance.random() < 0.2,
        ended_at=float(chance.randrange(6)),
        total_bytes=100,
    )
    friend, presence = FRIENDS["Anna Lindqvist"]
    match chance.randrange(8):
        case 0:
            model.remove(sample.id)
        case 1:
            model.set_filter(chance.choice(list(Filter)))
        case 2:
            model.set_progress({sample.id: Progress(50, 100, 0, 1)}, say=chance.random() < 0.5)
        case 3:
            model.friend_changed(friend, chance.choice([presence, Presence()]))
        case _:
            model.put(sample, friend, presence)


def check_order(model: TransferListModel) -> None:
    rows = [model.row_at(position) for position in range(model.rowCount())]
    transfers = [row for row in rows if isinstance(row, TransferRow)]
    assert [section_of(row.transfer) for row in transfers] == [row.section for row in transfers]
    keys = [_key(row.transfer) for row in transfers]
    assert keys == sorted(keys)
    for row in transfers:
        position = model.position_of(row.transfer.id)
        assert model.row_at(position) is row
        neighbours = [model.row_at(position + step) for step in (-1, 1)]
        expected = [isinstance(each, TransferRow) for each in neighbours]
        if row.section is not Section.FINISHED:
            assert [row.neighbours.has_above, row.neighbours.has_below] == expected


def _key(sample: Transfer) -> tuple[float, float]:
    section = section_of(sample)
    is_over = section is Section.FINISHED
    return section.value, -sample.ended_at if is_over else sample.place
