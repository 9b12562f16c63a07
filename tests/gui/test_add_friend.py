"""The dialog "Add a friend": somebody nearby, or an invite link."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from byhand import wording
from byhand.domain.events import (
    AddingFriend,
    AddingStage,
    InviteMade,
    InviteUsed,
    NearbyAppeared,
    NearbyGone,
    PairingChanged,
    PairingWindowChanged,
)
from byhand.domain.friend import Nearby
from byhand.domain.pairing import PairingStage, PairingWindow
from byhand.errors import InviteProblem
from byhand.gui.add_friend_dialog import AddFriendDialog, Way
from byhand.gui.nearby_list import MOST_SHOWN
from byhand.gui.offer_card import ARMING_MS
from byhand.gui.qr_code import QrCode
from byhand.gui.request_card import RequestCard
from byhand.gui.secret_text import marked_secret
from byhand.gui.segmented import SegmentedControl
from byhand.gui.switch import Switch
from tests.gui.conftest import Opened
from tests.gui.parts import button, field, nameless, part, says, settle, text_of, texts
from tests.helpers.fake_orders import BAD_ADDRESS
from tests.helpers.meetings import FRIEND_ASKS, STRANGER
from tests.helpers.sample_world import FRIENDS, NEARBY, NOW

LINK = "byhand://add/abc"
DAY = 24 * 3600


def adding(opened: Opened, way: Way = Way.NEARBY) -> AddFriendDialog:
    opened.window.sidebar.add_button.click()
    dialog = opened.window.findChild(AddFriendDialog)
    assert isinstance(dialog, AddFriendDialog)
    if way is Way.INVITE:
        choose(dialog, "ways", way)
    return dialog


def choose(dialog: QWidget, name: str, number: int) -> None:
    """Press a segment as a hand would."""
    segments = part(dialog, SegmentedControl, name).findChildren(QWidget)
    QTest.mouseClick(segments[number], Qt.MouseButton.LeftButton)


def add_buttons(dialog: QWidget) -> list[QPushButton]:
    """Return the buttons of people nearby, from top to bottom."""
    settle()
    rows = [row for row in dialog.findChildren(QPushButton, "add-nearby") if row.isVisible()]
    return sorted(rows, key=lambda row: row.mapTo(dialog, row.rect().topLeft()).y())


def clock(dialog: QWidget) -> str:
    return text_of(dialog, "window-clock")


# --- somebody nearby


def test_opening_lets_people_nearby_ask_and_closing_ends_that(opened: Opened) -> None:
    dialog = adding(opened)
    assert opened.service.orders == [("pairing.open",)]
    button(dialog, "add-friend-close").click()
    assert opened.service.orders == [("pairing.open",), ("pairing.close",)]


def test_escape_closes_it_too(opened: Opened) -> None:
    dialog = adding(opened)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert opened.service.orders[-1] == ("pairing.close",)


def test_it_counts_down_how_long_one_can_be_found(opened: Opened) -> None:
    dialog = adding(opened)
    opened.service.emit(PairingWindowChanged(PairingWindow(NOW + 103)))
    assert clock(dialog) == "People nearby can find you for 1:43"
    assert not button(dialog, "look-again").isVisible()
    opened.service.emit(PairingWindowChanged(PairingWindow(NOW + 8.2)))
    assert clock(dialog) == "People nearby can find you for 0:09"


def test_the_countdown_goes_by_the_clock(opened: Opened) -> None:
    dialog = adding(opened)
    opened.service.emit(PairingWindowChanged(PairingWindow(NOW + 2)))
    dialog.nearby.clock._now = lambda: NOW + 1
    dialog.nearby.clock.tick()
    assert clock(dialog) == "People nearby can find you for 0:01"
    dialog.nearby.clock._now = lambda: NOW + 2
    dialog.nearby.clock.tick()
    assert clock(dialog) == "People nearby can't find you any more"


def test_when_it_has_ended_one_can_look_again(opened: Opened) -> None:
    dialog = adding(opened)
    opened.service.emit(PairingWindowChanged(PairingWindow()))
    assert clock(dialog) == "People nearby can't find you any more"
    button(dialog, "look-again").click()
    assert opened.service.orders == [("pairing.open",), ("pairing.open",)]


def test_too_many_attempts_are_warned_of_in_plain_words(opened: Opened) -> None:
    dialog = adding(opened)
    opened.service.emit(PairingWindowChanged(PairingWindow(0.0, is_warned=True)))
    assert "as if someone were in between. Nobody was added." in clock(dialog)
    assert part(dialog, QLabel, "window-clock").property("tone") == "warning"
    opened.service.emit(PairingWindowChanged(PairingWindow(NOW + 120)))
    assert clock(dialog) == "People nearby can find you for 2:00"


def test_everybody_nearby_has_a_row_with_a_button_of_its_own(opened: Opened) -> None:
    dialog = adding(opened)
    names = [row.accessibleName() for row in add_buttons(dialog)]
    assert names == ["Add studio-pc", "Add Tomás's ThinkPad"]
    add_buttons(dialog)[1].click()
    assert opened.service.orders[1:] == [("pairing.pair", NEARBY[0].key, False)]


def test_whose_computer_it_is_goes_with_the_order(opened: Opened) -> None:
    dialog = adding(opened)
    part(dialog, Switch, "is-mine").click()
    add_buttons(dialog)[0].click()
    assert opened.service.orders[1:] == [("pairing.pair", NEARBY[1].key, True)]


def test_people_come_change_their_name_and_go(opened: Opened) -> None:
    dialog = adding(opened)
    opened.service.emit(NearbyAppeared(Nearby("new", "Bea")))
    opened.service.emit(NearbyAppeared(replace(NEARBY[1], name="Zoe's desk")))
    assert [row.accessibleName() for row in add_buttons(dialog)] == [
        "Add Bea",
        "Add Tomás's ThinkPad",
        "Add Zoe's desk",
    ]
    for key in ("new", NEARBY[0].key):
        opened.service.emit(NearbyGone(key))
    assert [row.accessibleName() for row in add_buttons(dialog)] == ["Add Zoe's desk"]


def test_a_button_keeps_the_focus_when_others_come(opened: Opened) -> None:
    dialog = adding(opened)
    held = add_buttons(dialog)[0]
    held.setFocus()
    opened.service.emit(NearbyAppeared(Nearby("new", "Anyone")))
    assert dialog.focusWidget() is held
    assert add_buttons(dialog)[1] is held


def test_nobody_nearby_says_what_they_need(nobody: Opened) -> None:
    dialog = adding(nobody)
    assert says(dialog, "Nobody nearby")
    assert says(dialog, "They need Byhand open on the same network, with “Add a friend” open.")


def test_a_crowd_is_cut_and_can_be_searched(opened: Opened) -> None:
    dialog = adding(opened)
    assert not field(dialog, "find-nearby").isVisible()
    for number in range(MOST_SHOWN):
        opened.service.emit(NearbyAppeared(Nearby(f"guest{number}", f"Guest {number}")))
    assert len(add_buttons(dialog)) == MOST_SHOWN
    assert says(dialog, "and 2 more: search by name")
    field(dialog, "find-nearby").setText("tomás")
    assert [row.accessibleName() for row in add_buttons(dialog)] == ["Add Tomás's ThinkPad"]
    field(dialog, "find-nearby").clear()
    assert len(add_buttons(dialog)) == MOST_SHOWN


def test_a_name_from_the_network_is_shown_as_it_is_and_harmless(nobody: Opened) -> None:
    dialog = adding(nobody)
    nobody.service.emit(NearbyAppeared(Nearby("evil", "<b>Anna</b>\u202egnp")))
    assert says(dialog, "<b>Anna</b>⟨U+202E⟩gnp")
    assert all(
        label.textFormat() is Qt.TextFormat.PlainText for label in dialog.findChildren(QLabel)
    )


# --- somebody who asks


def test_who_asks_has_a_card_that_says_it_is_only_what_they_say(
    opened: Opened, qtbot: QtBot
) -> None:
    dialog = adding(opened)
    opened.service.emit(PairingChanged(STRANGER))
    card = part(dialog, RequestCard, "request")
    assert texts(card) == [
        "Marek Novák wants to add you",
        "They call themselves “Marek Novák”, at “desktop”.",
    ]
    yes = button(card, "request-yes")
    assert not yes.isEnabled()
    qtbot.waitUntil(yes.isEnabled, timeout=10 * ARMING_MS)
    yes.click()
    assert opened.service.orders[1:] == [("pairing.accept", STRANGER.id, False)]
    assert not card.isVisible()


def test_a_computer_of_ones_own_may_ask_as_well(opened: Opened, qtbot: QtBot) -> None:
    dialog = adding(opened)
    part(dialog, Switch, "is-mine").click()
    opened.service.emit(PairingChanged(STRANGER))
    yes = button(dialog, "request-yes")
    qtbot.waitUntil(yes.isEnabled, timeout=10 * ARMING_MS)
    yes.click()
    assert opened.service.orders[1:] == [("pairing.accept", STRANGER.id, True)]


def test_not_now_refuses_and_what_comes_of_it_opens_nothing(opened: Opened) -> None:
    dialog = adding(opened)
    opened.service.emit(PairingChanged(STRANGER))
    button(dialog, "request-no").click()
    assert opened.service.orders[1:] == [("pairing.refuse", STRANGER.id, False)]
    opened.service.emit(PairingChanged(replace(STRANGER, stage=PairingStage.FAILED)))
    assert opened.window.findChild(QWidget, "pairing") is None


def test_the_card_goes_when_they_give_up(opened: Opened) -> None:
    dialog = adding(opened)
    opened.service.emit(PairingChanged(STRANGER))
    opened.service.emit(PairingChanged(replace(STRANGER, stage=PairingStage.FAILED)))
    assert not part(dialog, RequestCard, "request").isVisible()
    assert opened.window.findChild(QWidget, "pairing") is None


def test_the_card_takes_no_focus_and_is_no_default_button(opened: Opened) -> None:
    dialog = adding(opened)
    add = add_buttons(dialog)[0]
    add.setFocus()
    opened.service.emit(PairingChanged(STRANGER))
    assert dialog.focusWidget() is add
    yes = part(dialog, QPushButton, "request-yes")
    assert not yes.isDefault()
    assert not yes.autoDefault()


def test_a_stranger_is_not_shown_without_the_dialog_but_a_friend_is(opened: Opened) -> None:
    opened.service.emit(PairingChanged(STRANGER))
    assert opened.window.findChild(RequestCard) is None
    opened.service.emit(PairingChanged(FRIEND_ASKS))
    card = opened.window.pane.offers.findChild(RequestCard)
    assert card is not None
    assert says(card, "Marek Novák wants to compare codes with you")


def test_a_friends_card_moves_into_the_dialog_and_back(opened: Opened) -> None:
    opened.service.emit(PairingChanged(FRIEND_ASKS))
    dialog = adding(opened)
    assert says(dialog, "Marek Novák wants to compare codes with you")
    dialog.close()
    card = opened.window.pane.offers.findChildren(RequestCard)[-1]
    assert says(card, "Marek Novák wants to compare codes with you")
    settle()
    assert card.isVisible()


# --- our invitation


def test_an_invitation_is_made_when_its_way_is_first_shown(opened: Opened) -> None:
    dialog = adding(opened)
    choose(dialog, "ways", Way.INVITE)
    choose(dialog, "ways", Way.NEARBY)
    choose(dialog, "ways", Way.INVITE)
    assert opened.service.orders == [("pairing.open",), ("make_invite",)]


def test_the_ways_can_be_turned_with_the_arrow_keys(opened: Opened, qtbot: QtBot) -> None:
    dialog = adding(opened)
    segment = part(dialog, SegmentedControl, "ways").findChildren(QWidget)[0]
    qtbot.waitUntil(segment.hasFocus)
    QTest.keyClick(segment, Qt.Key.Key_Right)
    assert part(dialog, QStackedWidget, "ways-pages").currentIndex() == Way.INVITE
    assert opened.service.orders[-1] == ("make_invite",)


def test_the_invitation_is_shown_as_link_and_code(opened: Opened) -> None:
    dialog = adding(opened, Way.INVITE)
    assert text_of(dialog, "invite-state") == "Making an invitation…"
    assert not button(dialog, "copy-link").isEnabled()
    opened.service.emit(InviteMade(LINK, NOW + DAY))
    assert field(dialog, "own-link").text() == LINK
    assert text_of(dialog, "invite-state") == "Waiting for someone to use this link…"
    assert part(dialog, QrCode, "invite-code").is_open()


def test_copy_puts_the_link_on_the_clipboard_and_says_so(opened: Opened) -> None:
    dialog = adding(opened, Way.INVITE)
    opened.service.emit(InviteMade(LINK, NOW + DAY))
    copy = button(dialog, "copy-link")
    copy.click()
    assert QGuiApplication.clipboard().text() == LINK
    assert copy.text().strip() == "Copied"


def test_a_copied_link_asks_the_history_of_the_clipboard_to_pass_it_over(opened: Opened) -> None:
    dialog = adding(opened, Way.INVITE)
    opened.service.emit(InviteMade(LINK, NOW + DAY))
    link = field(dialog, "own-link")
    assert link.contextMenuPolicy() is Qt.ContextMenuPolicy.NoContextMenu
    for copy in (
        button(dialog, "copy-link").click,
        lambda: QTest.keyClick(link, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier),
    ):
        QGuiApplication.clipboard().clear()
        link.selectAll()
        copy()
        content = QGuiApplication.clipboard().mimeData()
        assert content.text() == LINK
        for kind in marked_secret(LINK).formats():
            assert content.data(kind) == marked_secret(LINK).data(kind)


def test_each_system_is_asked_in_its_own_way() -> None:
    on_linux = marked_secret(LINK, "linux")
    assert on_linux.data("x-kde-passwordManagerHint").data() == b"secret"
    on_windows = marked_secret(LINK, "win32")
    kinds = [each for each in on_windows.formats() if "CanIncludeInClipboardHistory" in each]
    assert [on_windows.data(each).data() for each in kinds] == [bytes(4)]
    assert on_windows.text() == on_linux.text() == LINK


@pytest.mark.parametrize(("number", "hours"), [(0, 1.0), (2, 168.0)])
def test_another_time_makes_another_invitation(opened: Opened, number: int, hours: float) -> None:
    dialog = adding(opened, Way.INVITE)
    opened.service.emit(InviteMade(LINK, NOW + DAY))
    choose(dialog, "invite-hours", number)
    assert opened.service.orders[-1] == ("make_invite", hours, [])
    assert field(dialog, "own-link").text() == ""


def test_it_says_who_used_the_invitation_and_another_can_be_made(opened: Opened) -> None:
    dialog = adding(opened, Way.INVITE)
    opened.service.emit(InviteMade(LINK, NOW + DAY))
    opened.service.emit(InviteUsed("byhand://add/of-another-day", FRIENDS["Dad"][0]))
    assert text_of(dialog, "invite-state") == "Waiting for someone to use this link…"
    opened.service.emit(InviteUsed(LINK, FRIENDS["Anna Lindqvist"][0]))
    assert text_of(dialog, "invite-state") == "Anna Lindqvist used your link"
    assert not button(dialog, "copy-link").isEnabled()
    assert not part(dialog, QrCode, "invite-code").is_open()
    button(dialog, "new-invite").click()
    assert opened.service.orders[-1] == ("make_invite",)


def test_a_link_made_here_before_may_be_used_while_a_newer_one_waits(opened: Opened) -> None:
    dialog = adding(opened, Way.INVITE)
    opened.service.emit(InviteMade(LINK, NOW + DAY))
    opened.service.emit(InviteMade("byhand://add/newer", NOW + DAY))
    opened.service.emit(InviteUsed(LINK, FRIENDS["Dad"][0]))
    assert text_of(dialog, "invite-state") == "Dad used an earlier link of yours"
    assert part(dialog, QrCode, "invite-code").is_open()
    assert field(dialog, "own-link").text() == "byhand://add/newer"


def test_an_expired_invitation_says_so_and_another_can_be_made(opened: Opened) -> None:
    dialog = adding(opened, Way.INVITE)
    opened.service.emit(InviteMade(LINK, NOW))
    assert text_of(dialog, "invite-state") == "This invitation has expired"
    assert field(dialog, "own-link").text() == ""
    assert not button(dialog, "copy-link").isEnabled()
    assert button(dialog, "new-invite").isVisible()


def test_a_further_address_goes_into_the_next_invitation(opened: Opened) -> None:
    dialog = adding(opened, Way.INVITE)
    assert not field(dialog, "also-at").isVisible()
    button(dialog, "also-reachable").click()
    assert dialog.focusWidget() is field(dialog, "also-at")
    field(dialog, "also-at").setText(" home.example:47800 ")
    QTest.keyClick(field(dialog, "also-at"), Qt.Key.Key_Return)
    assert opened.service.orders[-1] == ("make_invite", 24.0, ["home.example:47800"])


def test_a_bad_address_is_told_beside_its_field_and_nothing_is_lost(opened: Opened) -> None:
    dialog = adding(opened, Way.INVITE)
    opened.service.emit(InviteMade(LINK, NOW + DAY))
    button(dialog, "also-reachable").click()
    field(dialog, "also-at").setText(BAD_ADDRESS)
    button(dialog, "use-address").click()
    assert text_of(dialog, "invite-problem") == "That is not an address; write it as HOST:PORT."
    assert part(dialog, QLabel, "invite-problem").isVisible()
    assert field(dialog, "also-at").text() == BAD_ADDRESS
    assert field(dialog, "own-link").text() == LINK
    QTest.keyClicks(field(dialog, "also-at"), "x")
    assert not part(dialog, QLabel, "invite-problem").isVisible()


def test_without_an_earlier_invitation_a_problem_leaves_a_way_to_try_again(opened: Opened) -> None:
    dialog = adding(opened, Way.INVITE)
    button(dialog, "also-reachable").click()
    field(dialog, "also-at").setText(BAD_ADDRESS)
    button(dialog, "use-address").click()
    assert text_of(dialog, "invite-state") == "There is no invitation yet"
    assert button(dialog, "new-invite").isVisible()


# --- a link that was sent to us


def test_a_pasted_link_is_used_and_its_fate_is_told(opened: Opened) -> None:
    dialog = adding(opened, Way.INVITE)
    link, add = field(dialog, "their-link"), button(dialog, "add-link")
    assert not add.isEnabled()
    link.setText(f"  {LINK}\t")
    QTest.keyClick(link, Qt.Key.Key_Return)
    assert opened.service.orders[-1] == ("add_friend", LINK)
    opened.service.emit(AddingFriend(AddingStage.CONNECTING))
    assert says(dialog, "Connecting…")
    assert not add.isEnabled()
    opened.service.emit(AddingFriend(AddingStage.ADDED, FRIENDS["Sam Okafor"][0]))
    assert says(dialog, "Sam Okafor is your friend now. Not verified yet")
    assert link.text() == ""


@pytest.mark.parametrize("problem", [*InviteProblem, "key_changed", "not_saved", "unreachable"])
def test_what_is_wrong_with_a_link_is_told_and_it_stays(opened: Opened, problem: str) -> None:
    dialog = adding(opened, Way.INVITE)
    field(dialog, "their-link").setText(LINK)
    button(dialog, "add-link").click()
    anna = FRIENDS["Anna Lindqvist"][0]
    opened.service.emit(AddingFriend(AddingStage.FAILED, anna, problem))
    assert text_of(dialog, "link-outcome") == wording.invite_sentence(problem, anna.name)
    assert field(dialog, "their-link").text() == LINK
    assert button(dialog, "add-link").isEnabled()


def test_a_typed_link_survives_a_look_at_the_other_way(opened: Opened) -> None:
    dialog = adding(opened, Way.INVITE)
    field(dialog, "their-link").setText(LINK)
    choose(dialog, "ways", Way.NEARBY)
    choose(dialog, "ways", Way.INVITE)
    assert field(dialog, "their-link").text() == LINK


# --- the dialog


def test_events_after_closing_find_nobody_and_it_opens_anew(opened: Opened, qtbot: QtBot) -> None:
    dialog = adding(opened, Way.INVITE)
    dialog.close()
    qtbot.waitUntil(lambda: opened.window.findChild(AddFriendDialog) is None)
    opened.service.emit(InviteMade(LINK, NOW + DAY))
    adding(opened)
    assert opened.service.orders.count(("pairing.open",)) == 2


def test_opening_it_twice_shows_the_same_one(opened: Opened) -> None:
    dialog = adding(opened)
    opened.window.pane.first_friend.invite_requested.emit()
    assert opened.window.findChildren(AddFriendDialog) == [dialog]
    assert part(dialog, QStackedWidget, "ways-pages").currentIndex() == Way.INVITE


@pytest.mark.parametrize("way", list(Way))
def test_everything_that_can_be_used_has_a_name(opened: Opened, way: Way) -> None:
    dialog = adding(opened, way)
    opened.service.emit(PairingChanged(STRANGER))
    assert nameless(dialog) == []


def test_tab_goes_where_the_eye_goes(opened: Opened) -> None:
    dialog = adding(opened)
    opened.service.emit(PairingChanged(STRANGER))
    opened.service.emit(PairingWindowChanged(PairingWindow()))
    assert tab_stops(dialog) == [
        "look-again",
        "request",
        "request-no",
        "add-nearby",
        "add-nearby",
        "is-mine",
        "add-friend-close",
    ]


def tab_stops(dialog: QWidget) -> list[str]:
    """Return the named stops of the Tab key, in order."""
    settle()
    found: list[str] = []
    widget = dialog.nextInFocusChain()
    while widget is not None and widget is not dialog:
        is_stop = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled()
        if is_stop and dialog.isAncestorOf(widget) and widget.isVisible() and widget.objectName():
            found.append(widget.objectName())
        widget = widget.nextInFocusChain()
    return found
