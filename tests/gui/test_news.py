"""What is worth a notification."""

import pytest
from msgspec.structs import replace

from byhand.domain.events import (
    FriendAdded,
    IntroductionChanged,
    PairingChanged,
    TransferAdded,
    TransferChanged,
)
from byhand.domain.introduction import IntroductionStage
from byhand.domain.transfer import Transfer, TransferState
from byhand.gui.news import News
from tests.helpers.meetings import FRIEND_ASKS, LEA, STRANGER
from tests.helpers.sample_world import FRIENDS, MOVING, OFFER

ANNA_SENT = MOVING[1]


class Board:
    """Collects notifications."""

    def __init__(self, *, is_looked_at: bool = False) -> None:
        self.notes: list[tuple[str, str, str]] = []
        self.news = News(lambda: is_looked_at, self._put)
        for friend, presence in FRIENDS.values():
            self.news.handle(FriendAdded(friend, presence))

    def _put(self, _about: bytes, title: str, body: str, category: str) -> None:
        self.notes.append((title, body, category))

    def tell(self, *transfers: Transfer) -> list[tuple[str, str, str]]:
        for transfer in transfers:
            self.news.handle(TransferChanged(transfer))
        return self.notes


def test_an_offer_is_told_once_and_only_when_it_is_counted() -> None:
    board = Board()
    board.news.handle(TransferAdded(replace(OFFER, is_counted=False)))
    assert board.notes == []
    notes = board.tell(OFFER, OFFER)
    assert notes == [("Lea Fontaine wants to send you 6 files", "Concert videos", "transfer")]


def test_programs_on_offer_are_told_as_such() -> None:
    ((_, body, _),) = Board().tell(replace(OFFER, programs=2))
    assert body == "Concert videos · 2 programs among them"


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
