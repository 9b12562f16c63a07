"""A person at the terminal is asked one question at a time."""

from dataclasses import dataclass, field, replace

from byhand.cli.answers import ARMING_SECONDS, EveryFriend, Nobody, Person
from byhand.cli.json_lines import JsonLines
from byhand.cli.present import Present
from byhand.domain.codes import Code
from byhand.domain.events import FriendAdded
from byhand.domain.friend import Presence
from byhand.domain.transfer import Transfer, TransferId, TransferState
from tests.helpers.scripted_service import ANNA, offer

FIRST = offer(number=1, title="first")
SECOND = offer(number=2, title="second")
LATER = ARMING_SECONDS


class Asking(JsonLines):
    """An output that keeps what it asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.notes: list[str] = []

    def question(self, transfer: Transfer, friend_name: str) -> None:
        self.asked.append(f"{friend_name}: {transfer.title}")

    def question_gone(self) -> None:
        self.asked.append("gone")

    def note(self, sentence: str) -> None:
        self.notes.append(sentence)


@dataclass
class Desk:
    output: Asking = field(default_factory=Asking)
    present: Present = field(default_factory=Present)
    answers: list[tuple[TransferId, bool]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.present.take(FriendAdded(ANNA, Presence()))
        self.person = Person(self.output, self.present, lambda *answer: self.answers.append(answer))

    def change(self, transfer: Transfer, now: float = 0.0) -> None:
        self.present.transfers[transfer.id] = transfer
        self.person.transfer_changed(transfer, now)


def gone(transfer: Transfer) -> Transfer:
    return replace(transfer, state=TransferState.WITHDRAWN)


def test_yes_accepts_and_no_declines() -> None:
    desk = Desk()
    desk.change(FIRST)
    desk.change(SECOND)
    desk.person.line_typed("Yes\r", LATER)
    desk.person.line_typed(" n ", 2 * LATER)
    assert desk.answers == [(FIRST.id, True), (SECOND.id, False)]
    assert desk.output.asked == ["Anna Lindqvist: first", "gone", "Anna Lindqvist: second", "gone"]


def test_anything_else_is_asked_again() -> None:
    desk = Desk()
    desk.change(FIRST)
    desk.person.line_typed("", LATER)
    desk.person.line_typed("maybe", LATER)
    assert desk.answers == []
    assert desk.output.asked == ["Anna Lindqvist: first"] * 3


def test_an_answer_to_an_offer_that_was_taken_back_does_not_reach_the_next() -> None:
    desk = Desk()
    desk.change(FIRST, 0.0)
    desk.change(SECOND, 1.0)
    desk.change(gone(FIRST), 10.0)
    desk.person.line_typed("y", 10.0 + ARMING_SECONDS / 2)
    assert desk.answers == []
    desk.person.line_typed("y", 10.0 + 2 * ARMING_SECONDS)
    assert desk.answers == [(SECOND.id, True)]


def test_an_offer_that_is_taken_back_before_its_turn_is_never_asked_about() -> None:
    desk = Desk()
    desk.change(FIRST)
    desk.change(SECOND)
    desk.change(gone(SECOND))
    desk.person.line_typed("y", LATER)
    assert desk.output.asked == ["Anna Lindqvist: first", "gone"]


def test_an_offer_is_asked_about_once_it_is_counted_and_only_once() -> None:
    desk = Desk()
    desk.change(replace(FIRST, is_counted=False))
    assert desk.output.asked == []
    desk.change(FIRST)
    desk.change(FIRST)
    assert desk.output.asked == ["Anna Lindqvist: first"]


def test_typing_without_a_question_is_nothing() -> None:
    desk = Desk()
    desk.person.line_typed("y", LATER)
    assert desk.answers == []


def test_without_a_terminal_an_offer_waits_and_one_note_says_so() -> None:
    desk = Desk()
    nobody = Nobody(desk.output, desk.present)
    nobody.transfer_changed(FIRST, 0.0)
    nobody.transfer_changed(FIRST, 0.0)
    assert len(desk.output.notes) == 1
    assert "--accept friends" in desk.output.notes[0]


def test_what_the_disk_has_refused_is_declined_instead_of_accepted_again() -> None:
    answers: list[tuple[TransferId, bool]] = []
    present = Present()
    present.take(FriendAdded(ANNA, Presence()))
    everyone = EveryFriend(present, lambda *answer: answers.append(answer))
    everyone.transfer_changed(FIRST, 0.0)
    everyone.transfer_changed(replace(FIRST, state=TransferState.CHECKING), 0.0)
    everyone.transfer_changed(replace(FIRST, code=Code.DISK_FULL), 0.0)
    assert answers == [(FIRST.id, True), (FIRST.id, False)]
