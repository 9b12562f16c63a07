"""Introductions: the cards of those made to us, and the dialog to make one."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListWidget, QMenu, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from byhand.domain.events import (
    FriendAdded,
    FriendChanged,
    IntroductionAnswered,
    IntroductionChanged,
    IntroductionGone,
)
from byhand.domain.friend import Presence, Trust
from byhand.domain.identity import FriendId
from byhand.domain.introduction import Introduced, IntroductionStage
from byhand.gui.introduce_dialog import IntroduceDialog
from byhand.gui.notice_card import NoticeCard
from byhand.gui.offer_card import ARMING_MS
from byhand.gui.request_card import RequestCard
from byhand.gui.theme import Theme
from tests.gui.conftest import Opened
from tests.gui.parts import button, nameless, part, says, settle, text_of, texts
from tests.helpers.meetings import ANNA, LEA
from tests.helpers.sample_world import FRIENDS

JONAS = FRIENDS["Jonas Weber"][0]
AGREED = replace(LEA, stage=IntroductionStage.AGREED)


def offers(opened: Opened) -> QWidget:
    return opened.window.pane.offers


def asked(opened: Opened) -> RequestCard:
    opened.service.emit(IntroductionChanged(LEA))
    return part(offers(opened), RequestCard, "request")


def notice(opened: Opened, introduced: Introduced) -> NoticeCard:
    opened.service.emit(IntroductionChanged(introduced))
    return opened.window.pane.offers.findChildren(NoticeCard)[-1]


# --- introduced to somebody


def test_a_card_says_who_introduces_whom_and_what_a_yes_means(opened: Opened) -> None:
    assert texts(asked(opened)) == [
        "Anna Lindqvist introduces Lea Fontaine to you",
        "Anna Lindqvist knows them as “Lea Fontaine”, at “Lea's laptop”. You become friends if"
        " both of you agree; compare codes to be sure.",
    ]


def test_a_yes_is_armed_late_and_ordered_once(opened: Opened, qtbot: QtBot) -> None:
    yes = button(asked(opened), "request-yes")
    assert not yes.isEnabled()
    qtbot.waitUntil(yes.isEnabled, timeout=10 * ARMING_MS)
    yes.click()
    assert opened.service.orders == [("answer_introduction", LEA.id, True)]
    assert not says(offers(opened), "introduces")


def test_control_enter_on_the_card_is_a_yes_too(opened: Opened, qtbot: QtBot) -> None:
    card = asked(opened)
    qtbot.waitUntil(button(card, "request-yes").isEnabled, timeout=10 * ARMING_MS)
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert opened.service.orders == [("answer_introduction", LEA.id, True)]


def test_not_now_declines_and_nothing_is_left_of_it(opened: Opened) -> None:
    button(asked(opened), "request-no").click()
    opened.service.emit(IntroductionChanged(replace(LEA, stage=IntroductionStage.DECLINED)))
    assert opened.service.orders == [
        ("answer_introduction", LEA.id, False),
        ("dismiss_introduction", LEA.id),
    ]
    assert not says(offers(opened), "friends with Lea Fontaine")


def test_whoever_introduces_too_much_can_be_blocked(opened: Opened) -> None:
    part(asked(opened), QToolButton, "request-more").click()
    (entry,) = part(opened.window, QMenu, "block-menu").actions()
    assert entry.text() == "Block Anna Lindqvist"
    entry.trigger()
    assert opened.service.orders == [("block_friend", ANNA.id)]
    assert says(offers(opened), "Blocked Anna Lindqvist")


def test_after_a_yes_a_quiet_line_waits_and_can_be_put_away(opened: Opened) -> None:
    card = notice(opened, AGREED)
    assert texts(card) == ["Waiting for Lea Fontaine to agree"]
    button(card, "notice-dismiss").click()
    assert opened.service.orders == []
    assert not says(offers(opened), "Waiting for Lea Fontaine to agree")


def test_a_yes_can_be_taken_back_while_it_waits(opened: Opened) -> None:
    button(notice(opened, AGREED), "notice-act").click()
    opened.service.emit(IntroductionChanged(replace(LEA, stage=IntroductionStage.DECLINED)))
    assert opened.service.orders == [
        ("answer_introduction", LEA.id, False),
        ("dismiss_introduction", LEA.id),
    ]
    assert not says(offers(opened), "Lea Fontaine to agree")


@pytest.mark.parametrize(
    ("stage", "line"),
    [
        (
            IntroductionStage.DONE,
            "Lea Fontaine is your friend now — introduced by Anna Lindqvist",
        ),
        (
            IntroductionStage.EXPIRED,
            "The introduction to Lea Fontaine has expired. Ask Anna Lindqvist for a new one.",
        ),
    ],
)
def test_what_came_of_it_is_told_until_it_is_put_away(
    opened: Opened, stage: IntroductionStage, line: str
) -> None:
    notice(opened, AGREED)
    card = notice(opened, replace(LEA, stage=stage))
    assert texts(card) == [line]
    button(card, "notice-dismiss").click()
    assert opened.service.orders == [("dismiss_introduction", LEA.id)]
    assert not says(offers(opened), line)


def test_a_line_goes_by_itself_but_not_from_under_the_focus(theme: Theme, qtbot: QtBot) -> None:
    card = NoticeCard(theme, ("check", "ok"), "Done", lasting_ms=1)
    qtbot.addWidget(card)
    card.move(400, 400)  # where the pointer is not
    card.show()
    button(card, "notice-dismiss").setFocus()
    qtbot.waitUntil(button(card, "notice-dismiss").hasFocus)
    gone: list[bool] = []
    card.gone.connect(lambda: gone.append(True))
    qtbot.wait(20)
    assert gone == []
    button(card, "notice-dismiss").clearFocus()
    qtbot.waitUntil(lambda: gone != [])


def test_one_that_needs_no_place_any_more_leaves(opened: Opened) -> None:
    asked(opened)
    opened.service.emit(IntroductionGone(LEA.id))
    assert not says(offers(opened), "introduces")


def test_one_told_twice_has_one_card(opened: Opened) -> None:
    asked(opened)
    opened.service.emit(IntroductionChanged(LEA))
    assert len([text for text in texts(offers(opened)) if "introduces" in text]) == 1


def test_what_was_asked_before_the_window_opened_is_there(opened: Opened) -> None:
    opened.controller.close()
    opened.service.emit(IntroductionChanged(LEA))
    assert not says(offers(opened), "introduces")
    opened.service.subscribe(opened.controller.handle)
    assert says(offers(opened), "Anna Lindqvist introduces Lea Fontaine to you")


def test_requests_come_before_lines_and_after_older_ones(opened: Opened) -> None:
    notice(opened, AGREED)
    opened.service.emit(IntroductionChanged(replace(LEA, id=b"another-of-them!")))
    settle()
    cards = [*opened.window.pane.offers.findChildren(RequestCard)]
    line = opened.window.pane.offers.findChildren(NoticeCard)[-1]
    first = opened.window.pane.offers.first_card()
    assert first is not None
    assert first.y() < cards[-1].y() < line.y()


def test_hostile_names_stay_plain_text(opened: Opened) -> None:
    evil = replace(LEA, name="<b>Lea</b>\u202e", computer="x\ny")
    opened.service.emit(IntroductionChanged(evil))
    card = part(offers(opened), RequestCard, "request")
    assert says(card, "introduces <b>Lea</b>⟨U+202E⟩ to you")
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in card.findChildren(QLabel))


def test_everything_on_the_cards_has_a_name(opened: Opened) -> None:
    asked(opened)
    notice(opened, replace(AGREED, id=b"another-of-them!"))
    assert nameless(offers(opened)) == []


# --- introducing two friends


def introducing(opened: Opened) -> IntroduceDialog:
    opened.window.sidebar.view.introduce_requested.emit(ANNA.id)
    return part(opened.window, IntroduceDialog, "introduce")


def listed(dialog: QWidget) -> list[str]:
    people = part(dialog, QListWidget, "introduce-list")
    return [people.item(row).text() for row in range(people.count())]


def test_other_friends_who_are_there_can_be_chosen(opened: Opened) -> None:
    dialog = introducing(opened)
    assert dialog.windowTitle() == "Introduce Anna Lindqvist to…"
    assert listed(dialog) == [
        "Jonas Weber",
        "Lea Fontaine",
        "Marek Novák",
        "Priya Nair",
        "Sam Okafor",
    ]


def test_neither_who_is_held_nor_another_computer_of_theirs_is_offered(opened: Opened) -> None:
    _, presence = FRIENDS["Jonas Weber"]
    opened.service.emit(FriendChanged(replace(JONAS, trust=Trust.BLOCKED), presence))
    tablet = replace(ANNA, id=FriendId(b"anna's tablet".ljust(32)), computer="tablet")
    opened.service.emit(FriendAdded(tablet, presence))
    assert listed(introducing(opened))[0] == "Lea Fontaine"
    assert "Anna Lindqvist" not in listed(introducing(opened))


def test_the_chosen_two_are_introduced_and_that_is_told(opened: Opened) -> None:
    dialog = introducing(opened)
    button(dialog, "introduce-go").click()
    assert opened.service.orders == [("introduce", ANNA.id, JONAS.id)]
    assert not dialog.isVisible()
    assert says(
        offers(opened),
        "Anna Lindqvist and Jonas Weber are asked whether they want to be friends",
    )


def test_enter_in_the_list_introduces(opened: Opened, qtbot: QtBot) -> None:
    dialog = introducing(opened)
    people = part(dialog, QListWidget, "introduce-list")
    qtbot.waitUntil(people.hasFocus)
    QTest.keyClick(people, Qt.Key.Key_Down)
    QTest.keyClick(people, Qt.Key.Key_Return)
    assert opened.service.orders == [("introduce", ANNA.id, FRIENDS["Lea Fontaine"][0].id)]


def test_why_they_cannot_be_introduced_is_told_in_the_dialog(opened: Opened) -> None:
    opened.service.introductions.absent.add(JONAS.id)
    dialog = introducing(opened)
    button(dialog, "introduce-go").click()
    assert text_of(dialog, "introduce-problem") == "They are not there now."
    assert dialog.isVisible()
    assert opened.service.orders == []


def test_with_nobody_else_there_it_says_so(opened: Opened) -> None:
    for friend, presence in FRIENDS.values():
        if presence.is_online and friend != ANNA:
            opened.service.emit(FriendChanged(friend, Presence()))
    dialog = introducing(opened)
    assert says(dialog, "Nobody else is there right now.")
    assert not button(dialog, "introduce-go").isVisible()
    assert nameless(dialog) == []


@pytest.mark.parametrize(
    ("agrees", "line"),
    [
        (True, "Anna Lindqvist agrees to become friends with Lea Fontaine"),
        (False, "Anna Lindqvist does not want to become friends with Lea Fontaine now"),
    ],
)
def test_the_introducer_is_told_each_answer(opened: Opened, agrees: bool, line: str) -> None:
    opened.service.emit(IntroductionAnswered(ANNA, "Lea Fontaine", agrees))
    assert says(offers(opened), line)
    button(offers(opened), "notice-dismiss").click()
    assert not says(offers(opened), line)
