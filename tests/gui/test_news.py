"""What is worth a notification."""

import pytest
from msgspec.structs import replace

from byhand.domain.events import (
    FriendAdded,
    FriendChanged,
    IntroductionChanged,
    IntroductionGone,
    PairingChanged,
    ProfileChanged,
    TransferAdded,
    TransferChanged,
    TransferRemoved,
)
from byhand.domain.friend import Presence, Trust
from byhand.domain.introduction import IntroductionStage
from byhand.domain.notification import Notification, Reply, Telling
from byhand.domain.pairing import PairingStage
from byhand.domain.transfer import Transfer, TransferState
from byhand.gui.news import WORTH_TELLING, News
from tests.helpers.fake_desktop import FakeDesktop
from tests.helpers.fake_service import PROFILE
from tests.helpers.meetings import FRIEND_ASKS, LEA, STRANGER
from tests.helpers.sample_world import FRIENDS, MOVING, OFFER

ANNA_SENT = MOVING[1]
LEA_NOW = FRIENDS["Lea Fontaine"][0]
KNOWN = replace(OFFER, digest=b"what is offered")


class Board:
    """Collects notifications."""

    def __init__(self, *, is_looked_at: bool = False, telling: Telling = Telling.EVERYTHING):
        self.desktop = FakeDesktop()
        self.news = News(lambda: is_looked_at, self.desktop)
        self.news.handle(ProfileChanged(replace(PROFILE, telling=telling)))
        for friend, presence in FRIENDS.values():
            self.news.handle(FriendAdded(friend, presence))

    @property
    def notes(self) -> list[tuple[str, str, str]]:
        return [(each.title, each.body, each.category) for each in self.desktop.told]

    def tell(self, *transfers: Transfer) -> list[tuple[str, str, str]]:
        for transfer in transfers:
            self.news.handle(TransferChanged(transfer))
        return self.notes

    def shown(self, about: bytes) -> Notification | None:
        return self.desktop.notifications.get(about)

    def offered(self, offer: Transfer = OFFER) -> Notification:
        """Tell an offer and return its notification."""
        self.tell(offer)
        return self.desktop.notifications[offer.id]


def test_an_offer_is_told_once_and_only_when_it_is_counted() -> None:
    board = Board()
    board.news.handle(TransferAdded(replace(OFFER, is_counted=False)))
    assert board.notes == []
    notes = board.tell(OFFER, OFFER)
    assert notes == [("Lea Fontaine wants to send you 6 files", "Concert videos", "transfer")]


def test_programs_on_offer_are_told_as_such() -> None:
    ((_, body, _),) = Board().tell(replace(OFFER, programs=2))
    assert body == "Concert videos · 2 programs among them"


@pytest.mark.parametrize("telling", [Telling.EVERYTHING, Telling.NO_NAMES])
def test_whoever_may_say_yes_at_once_is_told_what_others_will_see(telling: Telling) -> None:
    ((_, body, _),) = Board(telling=telling).tell(replace(OFFER, others=3))
    assert "Also offered to 3 others." in body
    assert "they will see your IP address" in body


def test_what_comes_by_itself_is_passed_on_to_nobody_and_nothing_is_said_of_others() -> None:
    coming = replace(OFFER, state=TransferState.ACTIVE, accepted_by_policy=True, others=3)
    ((_, body, _),) = Board().tell(coming)
    assert body == "Concert videos"


@pytest.mark.parametrize("state", [TransferState.OFFERED, TransferState.DONE])
def test_what_waits_or_ended_before_this_start_does_not_come_up_again(state: TransferState) -> None:
    board = Board()
    before = replace(OFFER, state=state)
    board.news.handle(TransferAdded(before))
    assert board.tell(before, replace(before, is_put_off=True)) == []


def test_what_has_arrived_is_told() -> None:
    done = replace(ANNA_SENT, state=TransferState.DONE, folder="/home/mira/Downloads")
    assert Board().tell(done) == [
        (
            "rehearsal-take-04.wav",
            "from Jonas Weber · 1.1 GB · Saved in Downloads",
            "transfer.complete",
        )
    ]


def test_an_answer_is_told_with_the_whole_name_and_then_the_first() -> None:
    declined = replace(MOVING[0], state=TransferState.DECLINED)
    assert Board().tell(declined) == [
        ("Summer 2026", "to Anna Lindqvist · Anna declined", "transfer.error")
    ]


@pytest.mark.parametrize("state", [TransferState.ACTIVE, TransferState.CANCELLED])
def test_what_goes_on_or_was_wanted_is_not_told(state: TransferState) -> None:
    assert Board().tell(replace(ANNA_SENT, state=state, ended_by_me=True)) == []


def test_what_was_accepted_by_itself_is_told_once_and_always() -> None:
    board = Board(is_looked_at=True)
    accepted = replace(OFFER, accepted_by_policy=True)
    checking = replace(accepted, state=TransferState.CHECKING)
    active = replace(accepted, state=TransferState.ACTIVE)
    assert board.tell(checking, active, active) == [
        (
            "Lea Fontaine is sending you 6 files — accepted by itself",
            "Concert videos",
            "transfer",
        )
    ]
    folder = replace(active, id=ANNA_SENT.id, total_files=0)
    assert board.tell(folder)[-1][0] == (
        "Lea Fontaine is sending you a folder — accepted by itself"
    )


def test_a_friend_who_wants_to_compare_codes_is_told_of_once() -> None:
    board = Board()
    for _ in range(2):
        board.news.handle(PairingChanged(FRIEND_ASKS))
    assert board.notes == [("Marek Novák wants to compare codes with you", "", "im")]


def test_a_stranger_who_asks_is_told_of_in_the_dialog_alone() -> None:
    board = Board()
    board.news.handle(PairingChanged(STRANGER))
    assert board.notes == []


def test_an_introduction_is_told_of_while_it_waits_for_an_answer() -> None:
    board = Board()
    board.news.handle(IntroductionChanged(LEA))
    board.news.handle(IntroductionChanged(replace(LEA, stage=IntroductionStage.DONE)))
    assert board.notes == [("Anna Lindqvist introduces Lea Fontaine to you", "", "im")]


def test_nothing_is_told_while_the_window_is_looked_at() -> None:
    assert Board(is_looked_at=True).tell(OFFER) == []


# --- what can be answered at once


def replies_of(notification: Notification) -> list[Reply]:
    return [reply for reply, _ in notification.replies]


def test_an_offer_by_a_verified_friend_can_be_answered_at_once() -> None:
    notification = Board().offered()
    assert notification.replies == (
        (Reply.CLICK, "Open"),
        (Reply.ACCEPT, "Accept"),
        (Reply.DECLINE, "Decline"),
    )


@pytest.mark.parametrize("trust", [each for each in Trust if each is not Trust.VERIFIED])
def test_an_offer_by_anybody_else_is_only_looked_at(trust: Trust) -> None:
    board = Board()
    board.news.handle(FriendChanged(replace(LEA_NOW, trust=trust), Presence()))
    assert replies_of(board.offered()) == [Reply.CLICK, Reply.OPEN]


def test_what_has_ended_and_what_comes_by_itself_asks_nothing() -> None:
    board = Board()
    done = board.offered(replace(ANNA_SENT, state=TransferState.DONE))
    active = board.offered(replace(OFFER, accepted_by_policy=True, state=TransferState.ACTIVE))
    assert [replies_of(each) for each in (done, active)] == [[Reply.CLICK]] * 2


# --- which offer is meant


def test_the_very_offer_that_was_shown_stands() -> None:
    board = Board()
    notification = board.offered(KNOWN)
    assert board.news.standing_offer(notification) == OFFER.id


def test_an_offer_that_was_replaced_does_not_stand_and_the_new_one_is_shown_in_its_place() -> None:
    board = Board()
    earlier = board.offered(KNOWN)
    board.tell(replace(KNOWN, is_counted=False, digest=b""))
    assert board.news.standing_offer(earlier) is None
    later = board.offered(replace(KNOWN, digest=b"other", title="Other videos"))
    assert (later.body, later.digest) == ("Other videos", b"other")
    assert board.news.standing_offer(earlier) is None
    assert board.news.standing_offer(later) == OFFER.id


def test_the_same_offer_told_anew_stands_again_and_is_not_told_twice() -> None:
    board = Board()
    notification = board.offered(KNOWN)
    board.tell(replace(KNOWN, is_counted=False, digest=b""), KNOWN)
    assert len(board.notes) == 1
    assert board.shown(OFFER.id) is notification
    assert board.news.standing_offer(notification) == OFFER.id


@pytest.mark.parametrize(
    "state", [TransferState.CHECKING, TransferState.DECLINED, TransferState.WITHDRAWN]
)
def test_an_offer_that_is_answered_or_gone_is_taken_off_the_screen(state: TransferState) -> None:
    board = Board()
    notification = board.offered(KNOWN)
    board.tell(replace(KNOWN, state=state, ended_by_me=True))
    assert board.shown(OFFER.id) is None
    assert board.news.standing_offer(notification) is None


def test_an_offer_that_is_off_the_list_is_off_the_screen() -> None:
    board = Board()
    notification = board.offered(KNOWN)
    board.news.handle(TransferRemoved(OFFER.id))
    assert board.shown(OFFER.id) is None
    assert board.news.standing_offer(notification) is None


def test_an_offer_by_a_friend_who_is_not_verified_any_more_does_not_stand() -> None:
    board = Board()
    notification = board.offered(KNOWN)
    board.news.handle(FriendChanged(replace(LEA_NOW, trust=Trust.KEY_CHANGED), Presence()))
    assert board.news.standing_offer(notification) is None


def test_nothing_stands_whose_content_nobody_has_named() -> None:
    board = Board()
    assert board.news.standing_offer(board.offered(OFFER)) is None


def test_a_question_that_is_answered_is_taken_off_the_screen() -> None:
    board = Board()
    board.news.handle(PairingChanged(FRIEND_ASKS))
    board.news.handle(IntroductionChanged(LEA))
    assert len(board.desktop.notifications) == 2
    board.news.handle(PairingChanged(replace(FRIEND_ASKS, stage=PairingStage.COMPARING)))
    board.news.handle(IntroductionGone(LEA.id))
    assert board.desktop.notifications == {}


# --- how much is told


def test_nothing_is_told_to_who_wants_nothing() -> None:
    board = Board(is_looked_at=False, telling=Telling.NOTHING)
    board.news.handle(PairingChanged(FRIEND_ASKS))
    board.tell(replace(OFFER, accepted_by_policy=True, state=TransferState.ACTIVE), ANNA_SENT)
    assert board.notes == []


def test_without_names_no_text_of_anybody_elses_is_told() -> None:
    board = Board(telling=Telling.NO_NAMES)
    board.news.handle(PairingChanged(FRIEND_ASKS))
    board.news.handle(IntroductionChanged(LEA))
    for state in (TransferState.OFFERED, *sorted(WORTH_TELLING)):
        board.tell(replace(OFFER, state=state))
    board.tell(replace(MOVING[0], state=TransferState.DONE))
    board.tell(replace(ANNA_SENT, accepted_by_policy=True, state=TransferState.ACTIVE))
    assert [title for title, _, _ in board.notes] == [
        "A friend wants to compare codes with you",
        "A friend introduces somebody to you",
        "A friend wants to send you something",
        "A friend declined",
        "Something from a friend has arrived",
        "A transfer has failed",
        "Not all of a transfer has arrived",
        "What you sent has been delivered",
        "Something is coming from a friend — accepted by itself",
    ]
    assert {body for _, body, _ in board.notes} == {""}
