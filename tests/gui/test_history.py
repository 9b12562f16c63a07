"""The history's page: what has ended, found, looked after, and taken off the list."""

from collections.abc import Sequence

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QAccessible, QDrag, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QDialog, QLabel, QMenu, QPlainTextEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from byhand.domain.events import (
    FriendChanged,
    FriendRemoved,
    OrderFailed,
    TextShown,
    TransferAdded,
    TransferChanged,
)
from byhand.domain.history import EVERYTHING, HistoryItem, HistoryQuery
from byhand.domain.history_events import CheckedAgain, CheckingAgain, HistoryChanged
from byhand.domain.transfer import Direction, TransferId, TransferState
from byhand.errors import UsageError
from byhand.gui.drag_out import _label
from byhand.gui.history_actions import HistoryAction
from byhand.gui.history_columns import Column
from byhand.gui.history_orders import CHANGES_MS
from byhand.gui.history_pages import PAGE_ITEMS
from byhand.gui.history_row import DayRow, HistoryRow
from byhand.gui.notice_card import NoticeCard
from byhand.gui.text_dialog import SHOWN_CHARACTERS
from tests.gui.conftest import Opened
from tests.gui.parts import button, field, nameless, part, settle, text_of, texts
from tests.helpers.history_world import DAY, ITEMS, MIDNIGHT, OLD, TEXT, Past, ended, many
from tests.helpers.sample_world import FINISHED, FRIENDS, OFFER

INVITATION, FOOTAGE, CONTRACT, SLIDES = (each.id for each in FINISHED[:4])
_S = TransferState
Key = Qt.Key


class Shown:
    """The page, open, on a service that answers."""

    def __init__(self, opened: Opened, items: Sequence[HistoryItem] = ITEMS) -> None:
        self.opened = opened
        self.window = opened.window
        self.page = opened.window.history
        self.view = self.page.view
        self.model = self.page.model
        self.past = Past(opened.service, items)
        self.requests: list[int] = []

    def open(self, qtbot: QtBot) -> "Shown":
        self.window.show_history()
        self.wait(qtbot)
        return self

    def wait(self, qtbot: QtBot) -> None:
        """Answer until everything that is seen is known."""

        def is_known() -> bool:
            orders = self.opened.service.orders
            self.requests += [each[1] for each in orders if each[0] == "history.request"]  # type: ignore[misc]
            self.past.answer()
            settle()
            return self.model.is_known and None not in self.rows_seen()

        qtbot.waitUntil(is_known, timeout=20_000)
        self.past.answer_all()

    def rows_seen(self) -> list[DayRow | HistoryRow | None]:
        first, last = self.view.rowAt(0), self.view.rowAt(self.view.viewport().height() - 1)
        last = last if last >= 0 else self.model.rowCount() - 1
        return [self.model.row_at(n) for n in range(max(0, first), last + 1)]

    def lines(self) -> list[str]:
        """Return what is shown from top to bottom, days as "# Today 7"."""
        rows = [self.model.row_at(n) for n in range(self.model.rowCount())]
        return [
            f"# {row.text} {row.count}" if isinstance(row, DayRow) else row.look.title
            for row in rows
            if row is not None
        ]

    def row(self, transfer_id: TransferId) -> HistoryRow:
        row = self.model.row_at(self.position(transfer_id))
        assert isinstance(row, HistoryRow)
        return row

    def position(self, transfer_id: TransferId) -> int:
        rows = [self.model.row_at(n) for n in range(self.model.rowCount())]
        ids = [row.item.transfer.id if isinstance(row, HistoryRow) else None for row in rows]
        return ids.index(transfer_id)

    def choose(self, transfer_id: TransferId) -> None:
        self.view.setCurrentIndex(self.model.index(self.position(transfer_id), Column.NAME))
        self.view.setFocus()
        settle()

    def act(self, transfer_id: TransferId, action: HistoryAction) -> list[tuple[object, ...]]:
        """Do something with a row and return what was ordered."""
        before = len(self.opened.service.orders)
        self.view.action_requested.emit(action, self.row(transfer_id).item)
        return self.opened.service.orders[before:]

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        target = self.window.focusWidget()
        assert target is not None
        QTest.keyClick(target, key, modifier or Qt.KeyboardModifier.NoModifier)
        settle()


@pytest.fixture
def shown(opened: Opened, qtbot: QtBot) -> Shown:
    return Shown(opened).open(qtbot)


# --- the list


def test_what_has_ended_stands_under_its_day(shown: Shown) -> None:
    long_ago = QLocale().toString(QDate(2026, 6, 12), QLocale.FormatType.LongFormat)
    assert shown.lines() == [
        "# Today 7",
        "Invitation.pdf",
        "Festival footage",
        "draft-contract.docx",
        "Slides",
        "holiday.zip",
        "Minutes",
        "Receipts",
        "# Yesterday 2",
        "See you at eight",
        "rehearsal-take-03.wav",
        f"# {long_ago} 1",
        "Garden plans",
    ]
    assert shown.page.header.count.full_text() == "10 transfers"


def test_each_row_says_how_it_ended(shown: Shown) -> None:
    results = {
        transfer.title: shown.row(transfer.id).look.result for transfer in (*FINISHED, TEXT, OLD)
    }
    assert results == {
        "Invitation.pdf": "Arrived",
        "Festival footage": "Jonas's disk is full — 9.3 GB more needed",
        "draft-contract.docx": "Lea declined",
        "Slides": "Arrived",
        "holiday.zip": "Delivered",
        "Minutes": "You cancelled",
        "Receipts": "478 of 480 files",
        "See you at eight.txt": "Arrived",
        "rehearsal-take-03.wav": "Arrived",
    }


def test_the_model_keeps_to_what_qt_expects(shown: Shown, qtbot: QtBot) -> None:
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(shown.model, fatal)
    shown.model.look_for(HistoryQuery("i"))
    shown.wait(qtbot)
    shown.model.look_for(EVERYTHING)
    shown.wait(qtbot)
    shown.past.items[3:5] = []
    shown.past.items.insert(0, ended(OLD, id=TransferId(b"n" * 16), ended_at=MIDNIGHT + DAY - 1))
    shown.model.outline_wanted.emit()
    shown.wait(qtbot)
    shown.model.set_check(INVITATION, CheckingAgain(INVITATION, 1, 2))
    assert len(shown.lines()) == 12
    del tester


def test_a_friend_is_called_as_now_and_who_is_none_any_more_as_then(
    opened: Opened, qtbot: QtBot
) -> None:
    anna, presence = FRIENDS["Anna Lindqvist"]
    jonas, _ = FRIENDS["Jonas Weber"]
    items = (ITEMS[0], replace(ITEMS[1], friend_name="Jonas\u202e <b>W"))
    shown = Shown(opened, items).open(qtbot)
    opened.service.emit(FriendChanged(replace(anna, name="Anna Berg"), presence))
    opened.service.emit(FriendRemoved(jonas.id))
    assert shown.row(INVITATION).look.person == "Anna Berg"
    assert shown.row(FOOTAGE).look.person == "Jonas⟨U+202E⟩ <b>W"


@pytest.mark.parametrize(
    ("title", "shown_as"),
    [
        ("photo\u202egpj.exe", "photo⟨U+202E⟩gpj.exe"),
        ("<img src=file:///etc/passwd>.txt", "<img src=file:///etc/passwd>.txt"),
        ("one\ntwo\x1b[31m.pdf", "one two⟨U+001B⟩[31m.pdf"),
        ("תמונות.exe", "תמונות.exe"),
    ],
)
def test_G_a_name_says_what_it_is(opened: Opened, qtbot: QtBot, title: str, shown_as: str) -> None:
    item = replace(ITEMS[0], transfer=replace(ITEMS[0].transfer, title=title))
    shown = Shown(opened, [item]).open(qtbot)
    index = shown.model.index(1, Column.NAME)
    assert index.data(Qt.ItemDataRole.DisplayRole) == shown_as
    tip = index.data(Qt.ItemDataRole.ToolTipRole)
    assert "<img" not in tip
    assert "\n" not in index.data(Qt.ItemDataRole.AccessibleTextRole)


# --- a hundred thousand


def test_pages_are_asked_for_only_when_they_are_seen(opened: Opened, qtbot: QtBot) -> None:
    shown = Shown(opened, many(100_000)).open(qtbot)
    assert shown.model.total == 100_000
    assert shown.model.rowCount() == 110_000
    assert shown.requests == [0]
    bar = shown.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    shown.wait(qtbot)
    assert shown.requests == [0, 100_000 - PAGE_ITEMS]
    # On the way nobody stops: what was passed by is not asked for.
    for step in range(400):
        bar.setValue(bar.maximum() - step * bar.maximum() // 400)
    bar.setValue(bar.maximum() // 2)
    shown.wait(qtbot)
    assert len(shown.requests) <= 4
    assert 49_000 < shown.requests[-1] < 51_000


def test_what_ends_meanwhile_does_not_move_what_is_being_read(opened: Opened, qtbot: QtBot) -> None:
    shown = Shown(opened, many(1_000)).open(qtbot)
    bar = shown.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    shown.wait(qtbot)
    place = shown.view.viewport().rect().center()
    before = shown.view.indexAt(place).data(Qt.ItemDataRole.DisplayRole)
    top = shown.view.visualRect(shown.view.indexAt(place)).top()
    fresh = [
        ended(OLD, id=TransferId(bytes([n]) * 16), title=f"new {n}", ended_at=MIDNIGHT + n * DAY)
        for n in (3, 2, 1)
    ]
    shown.past.items[:0] = fresh
    opened.service.emit(HistoryChanged())
    qtbot.waitUntil(
        lambda: bool(shown.past.answer()) and shown.model.total == 1_003, timeout=20_000
    )
    shown.wait(qtbot)
    after = shown.view.indexAt(place)
    assert after.data(Qt.ItemDataRole.DisplayRole) == before
    assert shown.view.visualRect(after).top() == top


def test_changes_that_follow_each_other_are_looked_at_once(shown: Shown, qtbot: QtBot) -> None:
    for _ in range(50):
        shown.opened.service.emit(HistoryChanged())
    qtbot.wait(2 * CHANGES_MS)
    assert shown.opened.service.orders.count(("history.outline", EVERYTHING)) == 1


def test_a_page_that_is_not_open_asks_for_nothing(opened: Opened, qtbot: QtBot) -> None:
    opened.service.emit(HistoryChanged())
    qtbot.wait(2 * CHANGES_MS)
    assert opened.service.orders == []


# --- looking for something


def test_filters_go_to_the_service_together(shown: Shown, qtbot: QtBot) -> None:
    header = shown.page.header
    field(header, "history-find").setText("Slides")
    header.way._group.button(2).click()
    choose_in(header.person, "Priya Nair")
    choose_in(header.time, "Last 7 days")
    priya, since = FRIENDS["Priya Nair"][0].id, MIDNIGHT - 6 * DAY
    assert shown.model.query == HistoryQuery("Slides", Direction.INCOMING, (priya,), since)
    shown.wait(qtbot)
    assert shown.lines() == ["# Today 1", "Slides"]
    assert header.count.full_text() == "1 transfer found"
    assert not button(header, "history-clear").isVisible(), "it would empty more than is seen"


def choose_in(choice: QWidget, text: str) -> None:
    choice.click()  # type: ignore[attr-defined]
    menu = choice.findChild(QMenu)
    assert isinstance(menu, QMenu)
    next(each for each in menu.actions() if each.text() == text).trigger()
    menu.close()
    settle()


def test_everybody_can_be_chosen_and_chosen_away(shown: Shown, qtbot: QtBot) -> None:
    header = shown.page.header
    choose_in(header.person, "Dad")
    assert header.person.text().strip() == "Dad"
    assert header.person.accessibleName() == "Person: Dad"
    shown.wait(qtbot)
    assert shown.lines()[1:] == ["Garden plans"]
    choose_in(header.person, "Anyone")
    shown.wait(qtbot)
    assert shown.model.query == EVERYTHING
    assert shown.model.total == len(ITEMS)


def test_typing_waits_for_a_pause_before_it_asks(shown: Shown, qtbot: QtBot) -> None:
    search = field(shown.page, "history-find")
    search.setFocus()
    QTest.keyClicks(search, "holi")
    assert shown.model.query == EVERYTHING
    qtbot.waitUntil(lambda: shown.model.query == HistoryQuery("holi"), timeout=20_000)
    shown.wait(qtbot)
    assert shown.lines() == ["# Today 1", "holiday.zip"]
    assert search.hasFocus()


def test_nothing_found_says_so(shown: Shown, qtbot: QtBot) -> None:
    shown.model.look_for(HistoryQuery("<b>zebra</b>"))
    shown.wait(qtbot)
    nothing = part(shown.page, QLabel, "history-nothing")
    assert nothing.isVisible()
    assert nothing.text() == "Nothing called “<b>zebra</b>” was sent or received"
    assert nothing.textFormat() is Qt.TextFormat.PlainText
    shown.model.look_for(HistoryQuery("zebra", Direction.OUTGOING))
    shown.wait(qtbot)
    assert nothing.text() == "Nothing like that was sent or received"


def test_an_empty_history_says_what_it_is(opened: Opened, qtbot: QtBot) -> None:
    shown = Shown(opened, ()).open(qtbot)
    assert text_of(shown.page, "history-nothing") == (
        "Nothing yet. Everything you send and receive is listed here, only on this computer."
    )
    assert not button(shown.page, "history-clear").isVisible()
    assert field(shown.page, "history-find").hasFocus()


# --- what can be done


def test_actions_become_orders(shown: Shown) -> None:
    assert shown.act(FOOTAGE, HistoryAction.OFFER_AGAIN) == [("history.send_again", FOOTAGE)]
    assert shown.act(SLIDES, HistoryAction.FORGET) == [("history.forget", SLIDES)]
    assert shown.act(SLIDES, HistoryAction.CHECK_AGAIN) == [("history.check_again", SLIDES)]
    assert shown.act(SLIDES, HistoryAction.FETCH_AGAIN) == [("history.fetch_again", SLIDES)]
    assert shown.act(SLIDES, HistoryAction.SHOW_IN_FOLDER) == []
    assert shown.opened.desktop.shown_paths == [["/home/mira/Downloads/Slides"]]


@pytest.mark.parametrize(
    ("transfer_id", "names"),
    [
        (INVITATION, ["SHOW_IN_FOLDER", "CHECK_AGAIN", "FORGET"]),
        (CONTRACT, ["OFFER_AGAIN", "FORGET"]),
        (TEXT.id, ["SHOW_TEXT", "FORGET"]),
        (ITEMS[-1].transfer.id, ["FORGET"]),
    ],
)
def test_what_can_be_done_follows_from_how_it_ended(
    shown: Shown, transfer_id: TransferId, names: list[str]
) -> None:
    assert [action.name for action in shown.row(transfer_id).look.actions] == names


def test_files_that_are_gone_are_said_to_be_and_cannot_be_shown(
    opened: Opened, qtbot: QtBot
) -> None:
    shown = Shown(opened)
    shown.past.gone.add(SLIDES)
    shown.open(qtbot)
    row = shown.row(SLIDES)
    assert row.look.result == "Moved or deleted"
    assert HistoryAction.SHOW_IN_FOLDER not in row.look.actions
    assert HistoryAction.CHECK_AGAIN in row.look.actions
    assert shown.row(INVITATION).look.result == "Arrived"


def test_a_check_tells_how_it_goes_and_what_came_of_it(shown: Shown) -> None:
    service = shown.opened.service

    def result() -> str:
        return shown.row(SLIDES).look.result

    shown.act(SLIDES, HistoryAction.CHECK_AGAIN)
    assert result() == "Checking… 0%"
    assert HistoryAction.CHECK_AGAIN not in shown.row(SLIDES).look.actions
    service.emit(CheckingAgain(SLIDES, 30_500_000, 61_000_000))
    assert result() == "Checking… 50%"
    service.emit(CheckedAgain(SLIDES, 14))
    assert result() == "All 14 files are as they arrived"
    shown.act(SLIDES, HistoryAction.CHECK_AGAIN)
    service.emit(CheckedAgain(SLIDES, 11, 2, 1, could_be_fetched=True))
    assert result() == "2 files are missing, 1 changed"
    assert shown.row(SLIDES).look.actions[0] is HistoryAction.FETCH_AGAIN
    shown.act(SLIDES, HistoryAction.FETCH_AGAIN)
    assert result() == "Arrived"


def test_a_check_that_cannot_be_is_not_shown_as_going_on(shown: Shown) -> None:
    shown.act(SLIDES, HistoryAction.CHECK_AGAIN)
    shown.opened.service.emit(OrderFailed(UsageError("Nothing of that arrived.")))
    assert shown.row(SLIDES).look.result == "Arrived"
    cards = shown.page.findChildren(NoticeCard)
    assert ["Nothing of that arrived." in card.accessibleName() for card in cards] == [True]


def test_a_check_that_another_ordered_is_none_of_ours(shown: Shown) -> None:
    shown.opened.service.emit(CheckedAgain(SLIDES, 0, 14))
    assert shown.row(SLIDES).look.result == "Arrived"


def test_what_was_offered_again_is_said_with_the_way_there(shown: Shown) -> None:
    shown.act(CONTRACT, HistoryAction.OFFER_AGAIN)
    (card,) = shown.page.findChildren(NoticeCard)
    assert card.accessibleName() == "Offered to Lea Fontaine again"
    button(card, "notice-act").click()
    assert shown.window.pane.isVisible()


def test_a_text_is_shown_as_it_is_and_copied_whole(shown: Shown, qtbot: QtBot) -> None:
    text = "<b>eight</b>\u202e\n" + "x" * SHOWN_CHARACTERS
    assert shown.act(TEXT.id, HistoryAction.SHOW_TEXT) == [("queue.show_text", TEXT.id)]
    shown.opened.service.emit(TextShown(TEXT.id, text))
    dialog = part(shown.window, QDialog, "text")
    words = part(dialog, QPlainTextEdit, "text-words").toPlainText()
    assert words.startswith("<b>eight</b>⟨U+202E⟩\nxxx")
    assert words.endswith("x…")
    button(dialog, "text-copy").click()
    assert QGuiApplication.clipboard().text() == text
    assert nameless(dialog) == []
    button(dialog, "text-close").click()


def test_a_text_that_was_asked_for_elsewhere_is_not_shown(shown: Shown) -> None:
    shown.opened.service.emit(TextShown(TEXT.id, "hello"))
    assert shown.window.findChild(QDialog, "text") is None


@pytest.mark.parametrize("is_sure", [True, False])
def test_clearing_asks_first(shown: Shown, is_sure: bool) -> None:
    button(shown.page, "history-clear").click()
    question = part(shown.window, QDialog, "question")
    assert texts(question)[:2] == ["Clear the list?", "Files stay where they are."]
    button(question, "question-yes" if is_sure else "question-no").click()
    assert (("history.clear",) in shown.opened.service.orders) is is_sure


def test_an_emptied_list_says_so_and_the_focus_is_kept(shown: Shown, qtbot: QtBot) -> None:
    shown.past.items.clear()
    button(shown.page, "history-clear").setFocus()
    shown.opened.service.emit(HistoryChanged())
    qtbot.waitUntil(lambda: bool(shown.past.answer()), timeout=20_000)
    shown.wait(qtbot)
    assert shown.model.rowCount() == 0
    assert field(shown.page, "history-find").hasFocus()


def test_files_are_dragged_out_by_their_row(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    dragged: list[list[str]] = []

    def take(drag: QDrag, *_: object) -> None:
        dragged.append([url.toLocalFile() for url in drag.mimeData().urls()])

    monkeypatch.setattr(QDrag, "exec", take)
    shown.choose(SLIDES)
    shown.view.startDrag(Qt.DropAction.CopyAction)
    shown.choose(CONTRACT)
    shown.view.startDrag(Qt.DropAction.CopyAction)
    assert dragged == [["/home/mira/Downloads/Slides"]]
    assert _label(["/home/mira/Downloads/Slides"]) == "Slides"
    can_be_dragged = [
        bool(shown.model.flags(shown.model.index(n, 0)) & Qt.ItemFlag.ItemIsDragEnabled)
        for n in range(1, 5)
    ]
    assert can_be_dragged == [True, False, False, True]


def test_the_buttons_on_a_row_act_on_it(shown: Shown) -> None:
    shown.choose(FOOTAGE)
    likeliest = part(shown.view, QToolButton, "history-likeliest")
    assert likeliest.accessibleName() == "Offer again: Festival footage"
    likeliest.click()
    assert ("history.send_again", FOOTAGE) in shown.opened.service.orders
    more = part(shown.view, QToolButton, "history-more")
    assert more.accessibleName() == "More: Festival footage"
    more.click()
    menu = part(shown.view, QMenu, "history-menu")
    assert [each.text() for each in menu.actions() if each.text()] == [
        "Offer again",
        "Take off the list",
    ]
    menu.close()


# --- by keyboard, and for those who do not see it


def test_all_of_it_can_be_done_by_keyboard(opened: Opened, qtbot: QtBot) -> None:
    shown = Shown(opened)
    opened.window.pane.view.setFocus()
    shown.press(Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert shown.page.isVisible()
    shown.wait(qtbot)
    assert shown.view.hasFocus()
    assert shown.view.currentIndex().data() == "Invitation.pdf"
    shown.press(Key.Key_Down)
    assert shown.view.currentIndex().data() == "Festival footage"
    shown.press(Key.Key_F5)
    assert ("history.send_again", FOOTAGE) in opened.service.orders
    shown.press(Key.Key_Up)
    shown.press(Key.Key_Return)
    shown.press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert opened.desktop.shown_paths == [["/home/mira/Downloads/Invitation.pdf"]] * 2
    shown.press(Key.Key_Delete)
    assert ("history.forget", INVITATION) in opened.service.orders
    shown.press(Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    search = field(shown.page, "history-find")
    assert search.hasFocus()
    QTest.keyClicks(search, "x")
    shown.press(Key.Key_Escape)
    assert (search.text(), shown.page.isVisible()) == ("", True)
    shown.press(Key.Key_Escape)
    assert shown.window.pane.isVisible()
    assert opened.window.pane.view.hasFocus()


def test_the_keyboard_passes_over_the_days(shown: Shown) -> None:
    shown.choose(FINISHED[-1].id)
    shown.press(Key.Key_Down)
    assert shown.view.currentIndex().data() == "See you at eight"
    shown.press(Key.Key_Up)
    assert shown.view.currentIndex().data() == "Receipts"


def test_the_back_button_leads_back_to_the_button_that_led_here(
    opened: Opened, qtbot: QtBot
) -> None:
    button(opened.window, "open-history").setFocus()
    button(opened.window, "open-history").click()
    shown = Shown(opened)
    shown.wait(qtbot)
    button(shown.page, "history-back").click()
    assert button(opened.window, "open-history").hasFocus()


def test_f6_goes_round_the_panes_that_are_seen(shown: Shown) -> None:
    shown.view.setFocus()
    shown.press(Key.Key_F6)
    assert shown.window.sidebar.view.hasFocus()
    shown.press(Key.Key_F6)
    shown.press(Key.Key_F6)
    assert shown.view.hasFocus()


def test_it_opens_on_everything_again(shown: Shown, qtbot: QtBot) -> None:
    choose_in(shown.page.header.person, "Dad")
    shown.wait(qtbot)
    shown.window.show_queue()
    shown.open(qtbot)
    assert shown.model.query == EVERYTHING
    assert shown.page.header.person.text().strip() == "Anyone"
    assert shown.model.total == len(ITEMS)


def test_screen_readers_hear_columns_and_rows(shown: Shown) -> None:
    table = QAccessible.queryAccessibleInterface(shown.view)
    columns = ["Time", "Direction", "Name", "Person", "Size", "Result", "Actions"]
    # Beside the columns there is one of headings of rows, which is hidden.
    stride = len(columns) + 1
    names = [table.child(n).text(QAccessible.Text.Name) for n in range(3 * stride)]
    heads, heading, invitation = (names[n * stride + 1 : (n + 1) * stride] for n in range(3))
    assert heads == columns
    assert heading[Column.NAME] == "Today, 7 transfers"
    assert invitation == [
        "14:02",
        "Received",
        "Invitation.pdf, from Anna Lindqvist, 2.1 MB, Arrived, Today, 14:02",
        "Anna Lindqvist",
        "2.1 MB",
        "Arrived",
        "",
    ]
    assert nameless(shown.page) == []


# --- requests come along


def test_requests_and_their_answers_are_there_too(shown: Shown, qtbot: QtBot) -> None:
    offers = shown.window.pane.offers
    card = offers.first_card()
    assert card is not None
    assert card.isVisible()
    assert shown.page.isAncestorOf(card)
    late = replace(OFFER, id=TransferId(b"late".ljust(16)))
    shown.opened.service.emit(TransferAdded(late))
    settle()
    assert len([each for each in offers._all_cards() if each.isVisible()]) == 2
    for transfer in (OFFER, late):
        shown.opened.service.emit(TransferChanged(replace(transfer, state=_S.DECLINED)))
    qtbot.waitUntil(lambda: offers.first_card() is None, timeout=20_000)
    shown.window.show_queue()
    assert shown.window.pane.isAncestorOf(offers)


def test_the_focus_of_a_card_that_leaves_goes_to_the_list(shown: Shown, qtbot: QtBot) -> None:
    card = shown.window.pane.offers.first_card()
    assert card is not None
    card.setFocus()
    shown.opened.service.emit(TransferChanged(replace(OFFER, state=_S.DECLINED)))
    qtbot.waitUntil(lambda: shown.window.pane.offers.first_card() is None, timeout=20_000)
    assert shown.view.hasFocus()


def test_a_day_that_has_begun_gives_another_its_name(
    opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = Shown(opened).open(qtbot)
    monkeypatch.setattr(shown.model, "_now", lambda: MIDNIGHT + DAY + 1)
    shown.model.tell_days_again()
    assert shown.lines()[0] == "# Yesterday 7"
