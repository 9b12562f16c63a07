"""What several receive: who gives, who passes it on, and how one takes part or does not."""

import time
from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from byhand.domain.events import TransferChanged, TransferRemoved
from byhand.domain.group import GroupStanding, MemberStanding
from byhand.domain.group_events import GroupChanged, GroupOver
from byhand.domain.transfer import Transfer, TransferState
from byhand.gui.check_box import CheckBox
from byhand.gui.choose_files_dialog import ChooseFilesDialog
from byhand.gui.group_model import GroupModel
from byhand.gui.header import Header
from byhand.gui.offer_card import ARMING_MS, OfferCard
from byhand.gui.theme import Theme
from byhand.gui.transfer_actions import Action
from byhand.gui.tray import Tray
from byhand.gui.tray_status import TrayState
from tests.gui.conftest import Opened, _opened
from tests.gui.parts import nameless, part, settle
from tests.gui.rows import choose, row_of
from tests.helpers.sample_groups import (
    INVITATION,
    OFFERED,
    OTHERS,
    PASSED_ON,
    RECEIVED,
    SENT,
    SUMMER,
    VIDEO,
    group_service,
)
from tests.helpers.sample_world import FRIENDS, OFFER

UNTIL = time.strftime("%H:%M", time.localtime(PASSED_ON.lingers_until))
CONSENT = (
    "Also offered to 3 others. Those who take part pass it on to each other: it gets here faster,"
    " and they will see your IP address."
)


@pytest.fixture
def grouped(theme: Theme, qtbot: QtBot) -> Iterator[Opened]:
    yield from _opened(theme, qtbot, group_service())


# --- rows


def test_a_row_says_how_many_others_give(grouped: Opened) -> None:
    before = RECEIVED
    assert row_of(grouped, VIDEO).look.person.endswith("and 3 others")
    grouped.service.emit(GroupChanged(replace(before, members=OTHERS[:1])))
    assert row_of(grouped, VIDEO).look.person.endswith("and 1 other")
    grouped.service.emit(GroupChanged(replace(before, members=(MemberStanding(1),))))
    assert "other" not in row_of(grouped, VIDEO).look.person


def test_nobody_who_receives_is_named_to_the_others(grouped: Opened) -> None:
    look = row_of(grouped, VIDEO).look
    named = [name for name in FRIENDS if name in look.spoken]
    assert len(named) == 1  # who sends it


def test_what_is_passed_on_says_so_and_until_when_and_can_be_stopped(grouped: Opened) -> None:
    look = row_of(grouped, INVITATION).look
    assert look.line.startswith(f"Passing it on to 3 others until {UNTIL}, or until you quit")
    assert "Saved in Downloads" in look.line
    assert look.actions == (Action.STOP_PASSING_ON, Action.MORE)
    view = choose(grouped, INVITATION)
    button = view.findChild(QAbstractButton, "row-stop_passing_on")
    assert button is not None
    assert button.accessibleName() == "Stop passing it on: Invitation.pdf"
    button.click()
    assert grouped.service.orders == [("stop_passing_on", INVITATION.id)]
    grouped.service.emit(GroupOver(INVITATION.id, PASSED_ON.group_id))
    look = row_of(grouped, INVITATION).look
    assert "Passing" not in look.line
    assert Action.STOP_PASSING_ON not in look.actions


def test_a_group_that_changes_nothing_in_a_row_repaints_none(grouped: Opened) -> None:
    told: list[bool] = []
    model = grouped.window.pane.view.model()
    model.looks_changed.connect(lambda: told.append(True))  # type: ignore[attr-defined]
    more = replace(RECEIVED, from_sender_bytes=RECEIVED.from_sender_bytes + 1)
    grouped.service.emit(GroupChanged(more))
    grouped.service.emit(GroupChanged(replace(SENT, from_sender_bytes=1)))
    assert told == []


def test_the_header_counts_what_is_passed_on(grouped: Opened) -> None:
    header = grouped.window.findChild(Header)
    assert header is not None
    assert "1 passed on to others" in header.summary.full_text()


# --- closing and the tray


def test_closing_the_window_does_not_end_what_is_passed_on(grouped: Opened) -> None:
    service, window = grouped.service, grouped.window
    grouped.desktop.has_tray = False
    for transfer in (SUMMER, VIDEO, *_others_moving(grouped)):
        service.emit(TransferRemoved(transfer.id))
    tray = Tray(service, window, grouped.controller.models, grouped.desktop)
    assert tray.closing.moving == 1
    assert tray._status().state in (TrayState.RUNNING, TrayState.REQUEST)
    assert "1 passed on to others" in tray._status().summary
    tray.menu.stop_requested.emit()
    assert service.orders[-1] == ("stop_passing_on", INVITATION.id)
    window.close()
    assert window.isMinimized()
    service.emit(GroupOver(INVITATION.id, PASSED_ON.group_id))
    tray.tick()
    assert tray.closing.moving == 0
    tray.close()


def _others_moving(opened: Opened) -> list[Transfer]:
    model = opened.controller.models[1]
    return model.in_progress()


# --- offers


def card_of(opened: Opened) -> OfferCard:
    card = opened.window.pane.offers.first_card()
    assert isinstance(card, OfferCard)
    return card


def accept(opened: Opened, qtbot: QtBot) -> None:
    button = part(card_of(opened), QPushButton, "offer-accept")
    qtbot.waitUntil(button.isEnabled, timeout=10 * ARMING_MS)
    button.click()


def test_a_card_says_what_taking_part_means_and_asks_for_nothing_more(
    grouped: Opened, qtbot: QtBot
) -> None:
    words = part(card_of(grouped), QLabel, "offer-others")
    assert words.text() == CONSENT
    assert words.isVisible()
    assert CONSENT in card_of(grouped).accessibleDescription()
    accept(grouped, qtbot)
    (order,) = grouped.service.orders
    assert order[:2] == ("accept", OFFERED.id)
    assert "alone" not in order


def test_it_can_be_received_without_taking_part(grouped: Opened, qtbot: QtBot) -> None:
    box = part(card_of(grouped), CheckBox, "offer-take-part")
    assert box.accessibleDescription() == CONSENT
    QTest.keyClick(box, Qt.Key.Key_Space)
    accept(grouped, qtbot)
    (order,) = grouped.service.orders
    assert (order[0], order[-1]) == ("accept", "alone")


def test_an_offer_to_nobody_else_says_nothing_of_others(opened: Opened) -> None:
    assert not part(card_of(opened), QLabel, "offer-others").isVisible()
    assert not part(card_of(opened), CheckBox, "offer-take-part").isVisible()


def test_what_was_taken_back_asks_nothing_any_more(grouped: Opened) -> None:
    grouped.service.emit(TransferChanged(replace(OFFERED, state=TransferState.WITHDRAWN)))
    assert not part(card_of(grouped), CheckBox, "offer-take-part").isVisible()


@pytest.mark.parametrize("where", ["card", "review"])
def test_card_and_review_are_one_answer(grouped: Opened, qtbot: QtBot, where: str) -> None:
    if where == "card":
        part(card_of(grouped), CheckBox, "offer-take-part").click()
    grouped.window.pane.offers.choose_requested.emit(OFFERED)
    dialog = grouped.window.findChild(ChooseFilesDialog)
    assert dialog is not None
    assert part(dialog, QLabel, "offer-others").text() == CONSENT
    box = part(dialog, CheckBox, "offer-take-part")
    if where == "review":
        box.click()
    assert not box.isChecked()
    dialog.chosen.emit((0, 2))
    dialog.reject()
    (order,) = [each for each in grouped.service.orders if each[0] == "accept"]
    assert (order[3], order[-1]) == ([0, 2], "alone")


# --- details


def open_group(opened: Opened, transfer: Transfer) -> QTableView:
    QTest.keyClick(choose(opened, transfer), Qt.Key.Key_Return)
    details = opened.window.details
    details.tabs._group.button(2).click()
    settle()
    return details.group.table


def cells(table: QTableView) -> list[list[str]]:
    model = table.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def headings(table: QTableView) -> list[str]:
    model, across = table.model(), Qt.Orientation.Horizontal
    return [str(model.headerData(column, across)) for column in range(model.columnCount())]


def test_the_sender_sees_each_friend_and_all_together(grouped: Opened) -> None:
    table = open_group(grouped, SUMMER)
    assert headings(table) == ["Friend", "Has", "Got from you"]
    assert cells(table)[1] == ["Jonas Weber", "2.4 GB · 70%", "980 MB"]
    whole = part(grouped.window.details, QLabel, "group-whole").text()
    assert whole == "4 friends: 7.0 GB of 13.6 GB · 3.4 GB uploaded from here"
    news = part(grouped.window.details, QLabel, "group-news")
    assert not news.isVisible()
    grouped.service.emit(GroupChanged(replace(SENT, may_leave=True)))
    assert (news.text(), news.isVisible()) == ("You may leave: everything is out", True)


def test_who_receives_sees_numbers_and_no_names(grouped: Opened) -> None:
    table = open_group(grouped, VIDEO)
    assert headings(table) == ["Receiver", "Gave you", "Got from you"]
    assert cells(table) == [
        ["Receiver 1", "90 MB", "130 MB"],
        ["Receiver 2", "70 MB", "42 MB"],
        ["Receiver 3", "20 MB", "0 bytes"],
    ]


def test_what_is_passed_on_can_be_stopped_in_the_details_too(grouped: Opened) -> None:
    open_group(grouped, INVITATION)
    page = grouped.window.details.group
    assert UNTIL in part(page, QLabel, "group-news").text()
    assert nameless(page) == []
    page.stop.click()
    assert grouped.service.orders[-1] == ("stop_passing_on", INVITATION.id)
    grouped.service.emit(GroupOver(INVITATION.id, PASSED_ON.group_id))
    assert not page.stop.isVisible()
    assert len(cells(page.table)) == 3  # it is looked at afterwards, too


def test_what_only_one_receives_has_no_such_page(grouped: Opened) -> None:
    open_group(grouped, SUMMER)
    tabs = grouped.window.details.tabs
    choose(grouped, _others_moving(grouped)[-1])
    settle()
    assert tabs.number() == 0
    assert not tabs._group.button(2).isVisible()


def test_a_transfer_off_the_list_is_forgotten(grouped: Opened) -> None:
    grouped.service.emit(TransferRemoved(INVITATION.id))
    assert grouped.controller.models[1].groups.passed_on == ()


def test_the_table_follows_members_who_come_and_go(qtbot: QtBot) -> None:
    model = GroupModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    standings: list[GroupStanding | None] = [
        SENT,
        replace(SENT, from_sender_bytes=1),
        replace(SENT, members=SENT.members[:1]),
        replace(SENT, members=()),
        RECEIVED,
        None,
    ]
    rows = []
    for standing in standings:
        model.show_standing(standing, {})
        rows.append(model.rowCount())
    assert rows == [4, 4, 1, 0, 3, 0]


def test_an_offer_that_is_replaced_by_one_to_nobody_else_says_so(grouped: Opened) -> None:
    grouped.service.emit(TransferChanged(OFFER))
    assert not part(card_of(grouped), QLabel, "offer-others").isVisible()
