"""An identity in doubt: what is explained, what may be said of it, and what never may."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QWidget

from byhand.domain.events import FriendChanged, FriendRemoved, TransferAdded
from byhand.domain.friend import Friend, Path, Presence, Trust
from byhand.domain.transfer import TransferId, TransferState
from byhand.gui.content import Content
from byhand.gui.friend_menu import Wish
from byhand.gui.identity_dialog import IdentityDialog
from byhand.gui.shown_transfer import TransferRow
from byhand.gui.transfer_list_model import TransferListModel
from byhand.gui.transfer_row import Tone
from tests.gui.conftest import Opened
from tests.gui.test_friend_menu import press, question, words
from tests.gui.test_people import choose, model_of
from tests.helpers.fake_orders import TAKEN_NAME
from tests.helpers.sample_world import (
    NOW,
    WAITING,
    blocked_friend,
    copied_friend,
    rivals,
)

(JONAS, JONAS_AWAY), (NEWCOMER, NEWCOMER_AWAY) = rivals()
SAM = copied_friend()[0]
VICTOR = blocked_friend()[0]
PROVED = replace(NEWCOMER, trust=Trust.VERIFIED, verified_at=NOW)


@pytest.fixture
def dialog(doubtful: Opened) -> IdentityDialog:
    return explained(doubtful, JONAS)


def explained(opened: Opened, friend: Friend) -> IdentityDialog:
    opened.window.sidebar.view.wish_told.emit(Wish.EXPLAIN, friend.id)
    return opened.window.findChildren(IdentityDialog)[-1]


def verdict(dialog: QWidget, name: str) -> QPushButton:
    button = dialog.findChild(QPushButton, f"verdict-{name}")
    assert isinstance(button, QPushButton)
    return button


def shown(dialog: QWidget) -> str:
    labels = [label for label in dialog.findChildren(QLabel) if label.isVisible()]
    return "\n".join(label.accessibleName() or label.text() for label in labels)


# --- how it is opened


@pytest.mark.parametrize("friend", [JONAS, NEWCOMER], ids=["known", "newcomer"])
def test_a_click_on_either_rival_explains_and_sends_nothing(
    doubtful: Opened, friend: Friend
) -> None:
    view = doubtful.window.sidebar.view
    index = model_of(doubtful).index_of(friend.id)
    view.scrollTo(index)
    place = view.visualRect(index).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=place)
    assert doubtful.window.findChild(IdentityDialog) is None
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert isinstance(doubtful.window.findChild(IdentityDialog), IdentityDialog)
    assert doubtful.service.orders == []


@pytest.mark.parametrize("friend", [JONAS, NEWCOMER], ids=["known", "newcomer"])
def test_enter_on_either_rival_explains(doubtful: Opened, friend: Friend) -> None:
    QTest.keyClick(choose(doubtful, friend), Qt.Key.Key_Return)
    assert isinstance(doubtful.window.findChild(IdentityDialog), IdentityDialog)


def test_files_for_a_rival_lead_to_the_explanation(doubtful: Opened) -> None:
    doubtful.window.send_to(Content(("/tmp/a",)), (JONAS.id,), QPoint(10, 10))
    assert isinstance(doubtful.window.findChild(IdentityDialog), IdentityDialog)
    assert doubtful.service.orders == []


def test_a_change_without_a_newcomer_leads_to_pairing_again(doubtful: Opened) -> None:
    doubtful.service.emit(FriendRemoved(NEWCOMER.id))
    doubtful.window.sidebar.view.wish_told.emit(Wish.EXPLAIN, JONAS.id)
    assert "Nothing is sent until you have paired with them again" in words(question(doubtful))
    press(question(doubtful), "question-yes")
    assert isinstance(doubtful.window.findChild(QDialog, "add-friend"), QDialog)


# --- what it says


def test_it_names_both_and_what_is_known_of_them(dialog: IdentityDialog) -> None:
    text = shown(dialog)
    for part in (
        "The identity of Jonas Weber has changed",
        "They may have a new computer — or it is someone else.",
        "Jonas Weber (2)",
        "new laptop",
        "Last seen 2 days ago",
        "Last seen 5 min ago",
        "Verified on ",
        "Not verified yet",
    ):
        assert part in text


def test_an_introducer_is_named(doubtful: Opened) -> None:
    introduced = replace(NEWCOMER, introduced_by="Lea Fontaine")
    doubtful.service.emit(FriendChanged(introduced, NEWCOMER_AWAY))
    assert "Introduced by Lea Fontaine · Last seen 5 min ago" in shown(explained(doubtful, JONAS))


def test_there_is_no_way_to_go_on_as_if_nothing_were(
    doubtful: Opened, dialog: IdentityDialog
) -> None:
    verbs = {button.text() for button in dialog.findChildren(QPushButton)}
    assert verbs == {
        "Give a name…",
        "Keep both",
        "Replace the old one…",
        "Remove…",
        "Block…",
        "Compare codes…",
        "Decide later",
    }
    press(dialog, "identity-later")
    assert doubtful.service.orders == []


# --- what may be said


def test_until_codes_were_compared_nobody_can_be_believed_to_be_the_old_friend(
    doubtful: Opened, dialog: IdentityDialog
) -> None:
    for name in ("another_computer", "replaces"):
        assert not verdict(dialog, name).isEnabled()
    assert "Compare codes with the newcomer before you believe" in shown(dialog)
    doubtful.service.emit(FriendChanged(PROVED, NEWCOMER_AWAY))
    for name in ("another_computer", "replaces"):
        assert verdict(dialog, name).isEnabled()
    assert "Compare codes" not in shown(dialog)


def test_codes_are_compared_in_the_session_where_there_is_one(
    doubtful: Opened, dialog: IdentityDialog
) -> None:
    told: list[object] = []
    doubtful.window.sidebar.view.verify_requested.connect(told.append)
    doubtful.service.emit(FriendChanged(NEWCOMER, Presence(Path.SAME_NETWORK)))
    press(dialog, "identity-compare")
    assert told == [NEWCOMER.id]


def test_codes_are_compared_by_pairing_again_while_there_is_no_session(
    doubtful: Opened, dialog: IdentityDialog
) -> None:
    press(dialog, "identity-compare")
    assert isinstance(doubtful.window.findChild(QDialog, "add-friend"), QDialog)


def test_somebody_else_gets_a_name_of_their_own(doubtful: Opened, dialog: IdentityDialog) -> None:
    verdict(dialog, "somebody_else").click()
    for typed in (TAKEN_NAME, "Jonas from work"):
        field = question(doubtful).findChild(QLineEdit, "name-field")
        assert isinstance(field, QLineEdit)
        field.setText(typed)
        press(question(doubtful), "question-yes")
    assert doubtful.service.orders == [("keep_apart", NEWCOMER.id, "Jonas from work")]


def test_another_computer_is_joined_to_the_old_friend(
    doubtful: Opened, dialog: IdentityDialog
) -> None:
    doubtful.service.emit(FriendChanged(PROVED, NEWCOMER_AWAY))
    verdict(dialog, "another_computer").click()
    assert doubtful.service.orders == [("join_friend", NEWCOMER.id, JONAS.id)]


def test_the_old_one_is_replaced_only_after_a_question(
    doubtful: Opened, dialog: IdentityDialog
) -> None:
    doubtful.service.emit(FriendChanged(PROVED, NEWCOMER_AWAY))
    verdict(dialog, "replaces").click()
    assert doubtful.service.orders == []
    assert "Forget the old Jonas Weber?" in words(question(doubtful))
    press(question(doubtful), "question-yes")
    assert doubtful.service.orders == [("remove_friend", JONAS.id)]


@pytest.mark.parametrize(
    ("name", "order"), [("block", "block_friend"), ("remove", "remove_friend")]
)
def test_the_newcomer_can_be_blocked_or_removed_and_never_the_known_friend(
    doubtful: Opened, dialog: IdentityDialog, name: str, order: str
) -> None:
    verdict(dialog, name).click()
    assert doubtful.service.orders == []
    assert "Jonas Weber (2)" in words(question(doubtful))
    press(question(doubtful), "question-yes")
    assert doubtful.service.orders == [(order, NEWCOMER.id)]


def test_it_goes_once_it_is_settled(doubtful: Opened, dialog: IdentityDialog) -> None:
    settled = replace(JONAS, rival=None, trust=Trust.VERIFIED)
    doubtful.service.emit(FriendRemoved(NEWCOMER.id))
    doubtful.service.emit(FriendChanged(settled, JONAS_AWAY))
    assert not dialog.isVisible()


# --- what waits


def waiting_row(opened: Opened, transfer_id: TransferId) -> TransferRow:
    model = opened.window.pane.view.model()
    assert isinstance(model, TransferListModel)
    row = model.row_at(model.position_of(transfer_id))
    assert isinstance(row, TransferRow)
    return row


def test_a_transfer_for_a_held_friend_says_what_it_waits_for(doubtful: Opened) -> None:
    state = TransferState.QUEUED
    waiting = replace(WAITING[1], id=TransferId(b"held".ljust(16)), friend_id=JONAS.id, state=state)
    doubtful.service.emit(TransferAdded(waiting))
    look = waiting_row(doubtful, waiting.id).look
    assert look.line == "Jonas Weber's identity has changed — nothing is sent until you pair again"
    assert (look.line_icon, look.tone) == ("shield-alert", Tone.BAD)
    assert look.line in look.spoken
    settled = replace(JONAS, rival=None, trust=Trust.VERIFIED)
    doubtful.service.emit(FriendChanged(settled, JONAS_AWAY))
    look = waiting_row(doubtful, waiting.id).look
    assert look.line.endswith("is offline — starts by itself when they're back")
    assert look.tone is Tone.PLAIN


# --- used on two computers, and blocked


def test_an_identity_on_two_computers_is_explained_and_has_moved_or_is_blocked(
    doubtful: Opened,
) -> None:
    for button, order in (
        ("question-no", None),
        ("question-yes", ("confirm_moved", SAM.id)),
        ("question-other", ("block_friend", SAM.id)),
    ):
        doubtful.service.orders.clear()
        doubtful.window.sidebar.view.wish_told.emit(Wish.EXPLAIN, SAM.id)
        asked = question(doubtful)
        assert "somebody has a copy of it" in words(asked)
        press(asked, button)
        assert doubtful.service.orders == ([order] if order else [])


def test_files_go_to_a_copied_friend_as_before(doubtful: Opened) -> None:
    doubtful.window.send_to(Content(("/tmp/a",)), (SAM.id,), QPoint(10, 10))
    assert doubtful.service.orders == [("send", ["/tmp/a"], SAM.id)]


def test_enter_on_a_blocked_friend_offers_to_unblock(doubtful: Opened) -> None:
    QTest.keyClick(choose(doubtful, VICTOR), Qt.Key.Key_Return)
    assert "You have blocked Victor Hale" in words(question(doubtful))
    press(question(doubtful), "question-yes")
    assert doubtful.service.orders == [("unblock_friend", VICTOR.id)]
