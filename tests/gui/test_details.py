"""The pane of details below the queue."""

from collections.abc import Sequence

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from byhand.domain.bottleneck import Bottleneck
from byhand.domain.codes import Code
from byhand.domain.events import (
    FileRow,
    FilesPage,
    FriendChanged,
    TransferChanged,
    TransferRemoved,
)
from byhand.domain.file_query import EVERY_FILE, FileQuery
from byhand.domain.friend import Path, Presence
from byhand.domain.transfer import EntryState, FileProblem, Transfer, TransferState
from byhand.gui.details import Details, saved_path
from byhand.gui.file_pages import PAGE_ROWS
from byhand.gui.files_view import FilesView
from byhand.gui.queue_rows import Filter
from byhand.gui.speed_log import SpeedLog
from byhand.gui.technical_lines import GROUP
from byhand.gui.transfer_actions import Action, action_text, button_actions
from tests.gui.conftest import Opened
from tests.gui.parts import button, field, nameless, part, settle, text_of, texts
from tests.gui.rows import choose, current_title
from tests.helpers.clock import Clock
from tests.helpers.sample_world import FINISHED, FRIENDS, MOVING, NOW

SUMMER, WAV = MOVING[:2]
SLIDES, RECEIPTS = FINISHED[3], FINISHED[-1]
ANNA = FRIENDS["Anna Lindqvist"][0]
_E = EntryState
_Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
PROBLEMS = (FileProblem("Receipts/a.pdf", Code.SOURCE_GONE),)
FILES = (
    FileRow(0, "Summer 2026", 0, True, _E.COMPLETE),
    FileRow(1, "Summer 2026/a.jpg", 1000, False, _E.DONE),
    FileRow(2, "Summer 2026/b.jpg", 1000, False, _E.PARTIAL, here=500),
    FileRow(3, "Summer 2026/c.jpg", 1000, False, _E.WAITING),
    FileRow(4, "Summer 2026/d.jpg", 1000, False, _E.WAITING),
)


def feed_of(opened: Opened) -> Details:
    found = opened.window.findChild(Details, "details-feed")
    assert isinstance(found, Details)
    return found


def open_details(opened: Opened, transfer: Transfer, rows: Sequence[FileRow] = FILES) -> FilesView:
    view = choose(opened, transfer)
    QTest.keyClick(view, _Key.Key_Return)
    tell(opened, transfer, rows)
    return opened.window.details.files.view


def tell(
    opened: Opened, transfer: Transfer, rows: Sequence[FileRow], query: FileQuery = EVERY_FILE
) -> None:
    page = FilesPage(transfer.id, 0, len(rows), tuple(rows), query, bytes(range(32)))
    opened.service.emit(page)
    settle()


def select(view: FilesView, *rows: int) -> None:
    flags = QItemSelectionModel.SelectionFlag
    view.setCurrentIndex(view.model().index(rows[0], 0))
    for row in rows:
        index = view.model().index(row, 0)
        view.selectionModel().select(index, flags.Select | flags.Rows)


def asked(opened: Opened) -> list[tuple[object, ...]]:
    return [each for each in opened.service.orders if each[0] == "queue.request_files"]


# --- open and closed


def test_it_is_closed_at_first_and_asks_for_nothing(opened: Opened) -> None:
    assert not opened.window.details.isVisible()
    choose(opened, SUMMER)
    assert asked(opened) == []


def test_enter_opens_it_with_the_focus_on_the_files(opened: Opened) -> None:
    files = open_details(opened, SUMMER)
    assert opened.window.details.isVisible()
    assert asked(opened) == [("queue.request_files", SUMMER.id, 0, PAGE_ROWS)]
    assert files.hasFocus()
    assert text_of(opened.window, "details-title") == "Summer 2026"
    line = part(opened.window, QLabel, "details-line")
    assert line.accessibleName() == "to Anna Lindqvist · 2.1 GB of 3.4 GB · 312 of 480 files"


@pytest.mark.parametrize("part_name", ["files", "find-file", "copy-technical", "details-close"])
def test_esc_closes_it_from_anywhere_and_the_focus_returns_to_the_row(
    opened: Opened, part_name: str
) -> None:
    files = open_details(opened, SUMMER)
    if part_name == "copy-technical":
        opened.window.details.tabs.choose(1)
        opened.window.details.tabs.chosen.emit(1)
    focused = files if part_name == "files" else part(opened.window, QWidget, part_name)
    focused.setFocus()
    assert focused.hasFocus()
    QTest.keyClick(focused, _Key.Key_Escape)
    assert not opened.window.details.isVisible()
    assert opened.window.pane.view.hasFocus()
    assert current_title(opened) == "Summer 2026"


def test_esc_in_the_queue_closes_it_too(opened: Opened) -> None:
    open_details(opened, SUMMER)
    view = choose(opened, WAV)
    QTest.keyClick(view, _Key.Key_Escape)
    assert not opened.window.details.isVisible()
    assert view.hasFocus()
    assert current_title(opened) == "rehearsal-take-04.wav"


def test_a_double_click_opens_it(opened: Opened) -> None:
    view = choose(opened, WAV)
    place = view.visualRect(view.currentIndex()).center()
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(view.viewport(), left, pos=place)
    QTest.mouseDClick(view.viewport(), left, pos=place)
    assert text_of(opened.window, "details-title") == "rehearsal-take-04.wav"


def test_the_close_button_closes_it(opened: Opened) -> None:
    open_details(opened, SUMMER)
    button(opened.window, "details-close").click()
    assert not opened.window.details.isVisible()


def test_it_follows_the_current_row(opened: Opened) -> None:
    open_details(opened, SUMMER)
    choose(opened, WAV)
    settle()
    assert text_of(opened.window, "details-title") == "rehearsal-take-04.wav"
    assert asked(opened)[-1] == ("queue.request_files", WAV.id, 0, PAGE_ROWS)
    assert opened.window.pane.view.hasFocus(), "who walks through the queue stays in it"


def test_once_closed_it_follows_nothing(opened: Opened) -> None:
    files = open_details(opened, SUMMER)
    QTest.keyClick(files, _Key.Key_Escape)
    before = len(asked(opened))
    choose(opened, WAV)
    feed_of(opened).show_progress(opened.service.latest)
    assert len(asked(opened)) == before


def test_f6_leads_into_it_and_on(opened: Opened) -> None:
    files = open_details(opened, SUMMER)
    window = opened.window
    window.pane.view.setFocus()
    QTest.keyClick(window, _Key.Key_F6)
    assert files.hasFocus()
    QTest.keyClick(window, _Key.Key_F6)
    assert window.sidebar.view.hasFocus()
    QTest.keyClick(window, _Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert files.hasFocus()


def test_how_high_it_was_is_remembered(opened: Opened) -> None:
    files = open_details(opened, SUMMER)
    splitter = opened.window.splitter
    total = sum(splitter.sizes())
    splitter.setSizes([total - 200, 200])
    splitter.splitterMoved.emit(0, 1)
    wanted = splitter.sizes()[1]
    QTest.keyClick(files, _Key.Key_Escape)
    open_details(opened, WAV)
    assert abs(splitter.sizes()[1] - wanted) <= 2


def test_a_transfer_that_is_removed_makes_room_for_the_next(opened: Opened) -> None:
    open_details(opened, FINISHED[0])
    opened.service.emit(TransferRemoved(FINISHED[0].id))
    settle()
    assert text_of(opened.window, "details-title") != "Invitation.pdf"
    assert opened.window.details.isVisible()


def test_a_row_that_the_filter_hides_stays_in_it_with_words_of_now(opened: Opened) -> None:
    open_details(opened, SUMMER)
    opened.window.pane.header.filter_chosen.emit(Filter.FINISHED)
    opened.service.change(SUMMER.id, TransferState.PAUSED, paused_by_me=True)
    settle()
    line = part(opened.window, QLabel, "details-line").accessibleName()
    assert "Paused by you" in line


# --- actions that open it


def test_the_menu_opens_it(opened: Opened) -> None:
    view = choose(opened, SUMMER)
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(view, QContextMenuEvent(reason, QPoint(), QPoint()))
    menu = part(view, QMenu, "transfer-menu")
    next(entry for entry in menu.actions() if entry.text() == "Details").trigger()
    menu.close()
    assert opened.window.details.isVisible()


def test_of_what_arrived_in_part_the_details_are_the_first_button(opened: Opened) -> None:
    assert button_actions(RECEIPTS) == (Action.DETAILS, Action.TRY_AGAIN)
    choose(opened, RECEIPTS)
    shown = part(opened.window.pane.view, QToolButton, "row-details")
    assert shown.accessibleName() == "Details: Receipts"
    shown.click()
    assert text_of(opened.window, "details-title") == "Receipts"


def test_of_a_failure_of_files_they_are_shown_first() -> None:
    failed = replace(FINISHED[1], code=Code.SOURCE_GONE, problems=PROBLEMS)
    assert button_actions(failed) == (Action.DETAILS, Action.TRY_AGAIN)
    assert action_text(Action.DETAILS, failed) == "Show files"
    assert button_actions(FINISHED[1]) == (Action.TRY_AGAIN, Action.REMOVE)


# --- looking for files


def test_a_file_is_looked_for_once_it_is_typed(opened: Opened, qtbot: QtBot) -> None:
    open_details(opened, SUMMER)
    before = len(asked(opened))
    find = field(opened.window, "find-file")
    find.setFocus()
    QTest.keyClicks(find, "IMG_43")
    qtbot.waitUntil(lambda: len(asked(opened)) > before)
    query = FileQuery("IMG_43")
    assert asked(opened)[before:] == [("queue.request_files", SUMMER.id, 0, PAGE_ROWS, query)]
    tell(opened, SUMMER, (), query)
    assert text_of(opened.window, "no-files") == "No file called “IMG_43”."
    assert find.hasFocus()


def test_only_problems_are_shown_if_that_is_wanted(opened: Opened) -> None:
    open_details(opened, SUMMER)
    button(opened.window, "only-problems").click()
    query = FileQuery(only_problems=True)
    assert asked(opened)[-1] == ("queue.request_files", SUMMER.id, 0, PAGE_ROWS, query)
    tell(opened, SUMMER, (), query)
    assert text_of(opened.window, "no-files") == "No problems."


def test_another_transfer_shows_all_its_files(opened: Opened) -> None:
    open_details(opened, SUMMER)
    button(opened.window, "only-problems").click()
    choose(opened, WAV)
    assert not button(opened.window, "only-problems").isChecked()
    assert asked(opened)[-1] == ("queue.request_files", WAV.id, 0, PAGE_ROWS)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"state": TransferState.SCANNING}, "The files are being counted."),
        (
            {"state": TransferState.DECLINED},
            "The list of files was not kept, as nothing came of it.",
        ),
        ({}, "The files are not known yet."),
    ],
)
def test_where_there_are_no_files_it_is_said_why(
    opened: Opened, changes: dict[str, object], said: str
) -> None:
    transfer = replace(SUMMER, **changes)
    opened.service.emit(TransferChanged(transfer))
    open_details(opened, transfer, ())
    assert text_of(opened.window, "no-files") == said


# --- while files move


def test_what_is_seen_is_asked_for_again_once_a_second_and_nothing_more(opened: Opened) -> None:
    open_details(opened, SUMMER)
    clock, feed = Clock(), feed_of(opened)
    feed.speeds = SpeedLog(clock)
    before = len(asked(opened))
    for _ in range(100):  # five seconds at 20 Hz
        feed.show_progress(opened.service.latest)
        tell(opened, SUMMER, FILES)
        clock.now += 0.05
    assert asked(opened)[before:] == [("queue.request_files", SUMMER.id, 0, PAGE_ROWS)] * 5


def test_what_is_over_is_asked_for_once_more_and_then_no_more(opened: Opened) -> None:
    open_details(opened, SUMMER)
    clock, feed = Clock(), feed_of(opened)
    feed.speeds = SpeedLog(clock)
    before = len(asked(opened))
    opened.service.change(SUMMER.id, TransferState.DONE, ended_at=NOW)
    tell(opened, SUMMER, FILES)
    for _ in range(3):
        feed.show_progress({})
        clock.now += 1.0
    assert len(asked(opened)) == before + 1


def test_the_technical_page_asks_for_no_files(opened: Opened) -> None:
    open_details(opened, SUMMER)
    opened.window.details.tabs.chosen.emit(1)
    clock, feed = Clock(), feed_of(opened)
    feed.speeds = SpeedLog(clock)
    before = len(asked(opened))
    feed.show_progress(opened.service.latest)
    assert len(asked(opened)) == before


def test_the_speed_and_what_slows_it_down_are_shown(opened: Opened) -> None:
    open_details(opened, SUMMER)
    slow = replace(opened.service.latest[SUMMER.id], bottleneck=Bottleneck.DISK_THERE)
    feed = feed_of(opened)
    feed.speeds = SpeedLog(Clock())
    feed.show_progress({SUMMER.id: slow})
    assert text_of(opened.window, "speed-now") == "41.8 MB/s"
    assert text_of(opened.window, "speed-reason") == "Slowed down by Anna's disk"
    assert opened.window.details.speed.isVisible()
    choose(opened, FINISHED[0])
    assert not opened.window.details.speed.isVisible()


# --- what can be done with files


def test_several_chosen_files_are_left_out_by_the_keyboard(opened: Opened) -> None:
    files = open_details(opened, SUMMER)
    select(files, 0, 1, 2, 4)
    QTest.keyClick(files, _Key.Key_Delete)
    left = [each for each in opened.service.orders if each[0] == "queue.leave_out"]
    assert left == [("queue.leave_out", SUMMER.id, [2, 4])], "folders and what is done stay"


def test_one_file_is_left_out_by_the_menu(opened: Opened) -> None:
    files = open_details(opened, SUMMER)
    select(files, 3)
    menu = files.menu()
    (entry,) = menu.actions()
    assert entry.text() == "Leave this file out"
    entry.trigger()
    assert ("queue.leave_out", SUMMER.id, [3]) in opened.service.orders


def test_of_what_is_over_nothing_is_left_out(opened: Opened) -> None:
    receipts = replace(RECEIPTS, problems=PROBLEMS)
    opened.service.emit(TransferChanged(receipts))
    files = open_details(opened, receipts)
    select(files, 3)
    QTest.keyClick(files, _Key.Key_Delete)
    assert [entry.text() for entry in files.menu().actions()] == ["Try again what failed"]
    assert not [each for each in opened.service.orders if each[0] == "queue.leave_out"]


@pytest.mark.parametrize("how", ["key", "button"])
def test_what_failed_is_tried_again(opened: Opened, how: str) -> None:
    receipts = replace(RECEIPTS, problems=PROBLEMS)
    opened.service.emit(TransferChanged(receipts))
    files = open_details(opened, receipts)
    again = button(opened.window, "retry-failed")
    assert again.text() == "Try the 2 files again"
    if how == "key":
        QTest.keyClick(files, _Key.Key_F5)
    else:
        again.click()
    assert ("queue.retry", receipts.id) in opened.service.orders


def test_while_it_moves_nothing_can_be_tried_again(opened: Opened) -> None:
    files = open_details(opened, SUMMER)
    assert not button(opened.window, "retry-failed").isVisible()
    QTest.keyClick(files, _Key.Key_F5)
    assert not [each for each in opened.service.orders if each[0] == "queue.retry"]


def test_a_saved_file_is_shown_where_it_lies(opened: Opened) -> None:
    rows = (
        FileRow(0, "Slides", 0, True, _E.DONE),
        FileRow(1, "Slides/intro.pdf", 10, False, _E.DONE),
        FileRow(2, "Slides/gone.pdf", 10, False, _E.FAILED, Code.SOURCE_GONE),
    )
    files = open_details(opened, SLIDES, rows)
    select(files, 1)
    QTest.keyClick(files, _Key.Key_Return, CONTROL)
    assert opened.desktop.shown_paths == [["/home/mira/Downloads/Slides/intro.pdf"]]
    files.clearSelection()
    select(files, 2)
    QTest.keyClick(files, _Key.Key_Return, CONTROL)
    assert len(opened.desktop.shown_paths) == 1, "what did not arrive lies nowhere"


@pytest.mark.parametrize(
    ("saved", "path", "saved_as", "expected"),
    [
        (("/d/box",), "box/in/a.txt", "", "/d/box/in/a.txt"),
        (("/d/box (1)",), "box/a.txt", "", "/d/box (1)/a.txt"),
        (("/d/a", "/d/b"), "b", "", "/d/b"),
        (("/d/a.txt", "/d/b (1).txt", "/d/c.txt"), "b.txt", "", "/d/b (1).txt"),
        (("/d/b (1).txt", "/d/b.txt"), "b.txt", "", "/d/b.txt"),
        (("/d/box",), "box/aux.txt", "_aux.txt", "/d/box/_aux.txt"),
        (("/d/x", "/d/_aux.txt"), "aux.txt", "_aux.txt", "/d/_aux.txt"),
    ],
)
def test_where_a_file_was_saved(
    saved: tuple[str, ...], path: str, saved_as: str, expected: str
) -> None:
    row = FileRow(0, path, 1, False, _E.DONE, saved_as=saved_as)
    assert saved_path(replace(SLIDES, saved_paths=saved), row) == expected


# --- technical details


def test_the_technical_details_say_what_is_known_and_are_copied_at_once(opened: Opened) -> None:
    verified = replace(ANNA, verified_at=NOW)
    presence = Presence(Path.SAME_NETWORK, address="192.168.1.23", cipher="AES-256-GCM")
    opened.service.emit(FriendChanged(verified, presence))
    open_details(opened, SUMMER)
    opened.window.details.tabs.choose(1)
    opened.window.details.tabs.chosen.emit(1)
    shown = texts(opened.window.details.technical)
    assert "Direct, on this network · 192.168.1.23" in shown
    assert "AES-256-GCM, end to end" in shown
    digest = bytes(range(32)).hex()
    assert " ".join(digest[at : at + GROUP] for at in range(0, 64, GROUP)) in shown
    button(opened.window, "copy-technical").click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Summer 2026")
    for line in (
        "Connection: Direct, on this network · 192.168.1.23",
        "Encryption: AES-256-GCM, end to end",
        f"Transfer: {SUMMER.id.hex()}",
        f"Digest of the list: {digest}",
    ):
        assert line in copied.splitlines()


def test_of_somebody_who_is_away_no_connection_is_claimed(opened: Opened) -> None:
    unverified = replace(ANNA, verified_at=0.0)
    opened.service.emit(FriendChanged(unverified, Presence()))
    open_details(opened, SUMMER)
    opened.window.details.tabs.chosen.emit(1)
    shown = texts(opened.window.details.technical)
    assert "Not connected now" in shown
    assert "Codes were not compared yet" in shown
    assert "Encryption" not in shown


def test_a_failure_has_its_code_here_and_only_here(opened: Opened) -> None:
    open_details(opened, FINISHED[1], ())
    opened.window.details.tabs.chosen.emit(1)
    assert "disk_full" in texts(opened.window.details.technical)


# --- for those who do not see it


def test_everything_in_it_has_a_name(opened: Opened) -> None:
    open_details(opened, SUMMER)
    assert nameless(opened.window.details) == []
    assert opened.window.details.accessibleName() == "Details"
    assert opened.window.details.files.view.accessibleName() == "Files"


def test_all_of_it_is_reached_by_tab(opened: Opened) -> None:
    open_details(opened, SUMMER)
    reached = set()
    for _ in range(40):
        QTest.keyClick(opened.window.focusWidget(), _Key.Key_Tab)
        reached.add(opened.window.focusWidget().objectName())
    assert {"files", "find-file", "only-problems", "details-close"} <= reached
