"""Offers that a rule answers, or nobody."""

from dataclasses import dataclass, field

from msgspec.structs import replace

from byhand.cli.answers import Answer, EveryFriend, Nobody, Verdict
from byhand.cli.json_lines import JsonLines
from byhand.cli.present import Present
from byhand.domain.codes import Code
from byhand.domain.events import FriendAdded
from byhand.domain.friend import Presence
from byhand.domain.transfer import TransferState
from tests.helpers.scripted_service import ANNA, offer

FIRST = offer(number=1, title="first")


class Noting(JsonLines):
    """An output that keeps its notes."""

    def __init__(self) -> None:
        self.notes: list[str] = []

    def note(self, sentence: str) -> None:
        self.notes.append(sentence)


@dataclass
class Desk:
    present: Present = field(default_factory=Present)
    answers: list[Answer] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.present.take(FriendAdded(ANNA, Presence()))


def test_without_a_terminal_an_offer_waits_and_one_note_says_so() -> None:
    output = Noting()
    nobody = Nobody(output, Desk().present)
    nobody.transfer_changed(FIRST, 0.0)
    nobody.transfer_changed(FIRST, 0.0)
    assert len(output.notes) == 1
    assert "--accept friends" in output.notes[0]


def test_what_was_put_off_before_is_accepted_by_the_rule() -> None:
    desk = Desk()
    everyone = EveryFriend(desk.present, desk.answers.append)
    everyone.transfer_changed(replace(FIRST, is_put_off=True), 0.0)
    assert desk.answers == [Answer(FIRST.id, Verdict.ACCEPT)]


def test_what_the_disk_has_refused_is_declined_instead_of_accepted_again() -> None:
    desk = Desk()
    everyone = EveryFriend(desk.present, desk.answers.append)
    everyone.transfer_changed(FIRST, 0.0)
    everyone.transfer_changed(replace(FIRST, state=TransferState.CHECKING), 0.0)
    everyone.transfer_changed(replace(FIRST, code=Code.DISK_FULL), 0.0)
    assert [answer.verdict for answer in desk.answers] == [Verdict.ACCEPT, Verdict.DECLINE]
