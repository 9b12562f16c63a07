"""A person at the terminal is asked one question at a time, and may choose files."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest
from msgspec.structs import replace

from byhand.cli.answers import Answer, Verdict
from byhand.cli.asking import ARMING_SECONDS, CHOOSABLE_ROWS, LISTED_ROWS, Person
from byhand.cli.file_pages import PAGE_ROWS
from byhand.cli.json_lines import JsonLines
from byhand.cli.present import Present
from byhand.cli.transfer_lines import question_text
from byhand.domain.events import FileRow, FilesPage, FriendAdded
from byhand.domain.friend import Presence
from byhand.domain.transfer import Compared, Transfer, TransferId, TransferState
from tests.helpers.file_rows import FOLDER_TREE, file_row
from tests.helpers.scripted_service import ANNA, ScriptedService, offer

FIRST = offer(number=1, title="first")
SECOND = offer(number=2, title="second")
LATER = ARMING_SECONDS


class Asking(JsonLines):
    """An output that keeps what it asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.notes: list[str] = []
        self.listed: list[FileRow] = []

    def question(self, transfer: Transfer, friend_name: str) -> None:
        self.asked.append(f"{friend_name}: {transfer.title}")

    def question_gone(self) -> None:
        self.asked.append("gone")

    def note(self, sentence: str) -> None:
        self.notes.append(sentence)

    def files(self, transfer_id: TransferId, rows: Sequence[FileRow]) -> None:
        self.listed += rows


def test_a_question_about_very_many_files_warns_of_them() -> None:
    many = replace(FIRST, has_many_entries=True)
    assert "Very many files and folders" in question_text(many, "Anna")
    assert "Very many" not in question_text(FIRST, "Anna")


@dataclass
class Desk:
    rows: Sequence[FileRow] = FOLDER_TREE
    output: Asking = field(default_factory=Asking)
    present: Present = field(default_factory=Present)
    service: ScriptedService = field(default_factory=ScriptedService)
    answers: list[Answer] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.present.take(FriendAdded(ANNA, Presence()))
        self.person = Person(self.output, self.present, self.service, self.answers.append)
        self.told = 0

    def change(self, transfer: Transfer, now: float = 0.0) -> None:
        self.present.transfers[transfer.id] = transfer
        self.person.transfer_changed(transfer, now)

    def type(self, line: str, now: float = LATER) -> None:
        """Type a line, and have every file told that is then asked for."""
        self.person.line_typed(line, now)
        while self.told < len(self.service.orders):
            name, transfer_id, first, count = self.service.orders[self.told]
            self.told += 1
            assert name == "queue.request_files"
            rows = tuple(self.rows[first : first + count])
            self.person.files_told(FilesPage(transfer_id, first, len(self.rows), rows), now)


def gone(transfer: Transfer) -> Transfer:
    return replace(transfer, state=TransferState.WITHDRAWN)


def test_yes_accepts_and_no_declines() -> None:
    desk = Desk()
    desk.change(FIRST)
    desk.change(SECOND)
    desk.type("Yes\r", LATER)
    desk.type(" n ", 2 * LATER)
    assert desk.answers == [Answer(FIRST.id, Verdict.ACCEPT), Answer(SECOND.id, Verdict.DECLINE)]
    assert desk.output.asked == ["Anna Lindqvist: first", "gone", "Anna Lindqvist: second", "gone"]


@pytest.mark.parametrize("line", ["", "maybe", "yn", "?1", "-1", "x1"])
def test_anything_else_is_asked_again(line: str) -> None:
    desk = Desk()
    desk.change(FIRST)
    desk.type(line)
    assert desk.answers == []
    assert desk.output.asked == ["Anna Lindqvist: first"] * 2


def test_what_is_put_off_is_not_asked_about_again_while_the_command_runs() -> None:
    desk = Desk()
    desk.change(FIRST)
    desk.change(SECOND)
    desk.type("l")
    desk.change(replace(FIRST, is_put_off=True))
    desk.type("y", 2 * LATER)
    assert desk.answers == [Answer(FIRST.id, Verdict.LATER), Answer(SECOND.id, Verdict.ACCEPT)]
    assert desk.output.asked == ["Anna Lindqvist: first", "gone", "Anna Lindqvist: second", "gone"]


def test_an_answer_to_an_offer_that_was_taken_back_does_not_reach_the_next() -> None:
    desk = Desk()
    desk.change(FIRST, 0.0)
    desk.change(SECOND, 1.0)
    desk.change(gone(FIRST), 10.0)
    desk.type("y", 10.0 + ARMING_SECONDS / 2)
    assert desk.answers == []
    desk.type("y", 10.0 + 2 * ARMING_SECONDS)
    assert desk.answers == [Answer(SECOND.id, Verdict.ACCEPT)]


def test_an_offer_that_is_taken_back_before_its_turn_is_never_asked_about() -> None:
    desk = Desk()
    desk.change(FIRST)
    desk.change(SECOND)
    desk.change(gone(SECOND))
    desk.type("y")
    assert desk.output.asked == ["Anna Lindqvist: first", "gone"]


def test_an_offer_is_asked_about_once_it_is_counted_and_only_once() -> None:
    desk = Desk()
    desk.change(replace(FIRST, is_counted=False))
    assert desk.output.asked == []
    desk.change(FIRST)
    desk.change(FIRST)
    assert desk.output.asked == ["Anna Lindqvist: first"]


def test_an_update_is_an_answer_once_it_is_known_what_would_change() -> None:
    desk = Desk()
    desk.change(FIRST)
    desk.type("u")
    assert desk.answers == []
    desk.change(replace(FIRST, compared=Compared(1, 2, 3)), LATER)
    desk.type("u", 2 * LATER)
    assert desk.answers == [Answer(FIRST.id, Verdict.ACCEPT, updates=True)]


def test_an_offer_is_asked_about_anew_when_it_is_known_what_would_change() -> None:
    desk = Desk()
    compared = replace(FIRST, compared=Compared(1, 2, 3))
    desk.change(FIRST, 0.0)
    desk.change(compared, 10.0)
    desk.change(compared, 11.0)
    assert desk.output.asked == ["Anna Lindqvist: first"] * 2
    desk.change(replace(compared, compared=None), 20.0)
    desk.type("y", 20.0 + ARMING_SECONDS / 2)
    assert desk.answers == []


def test_what_would_change_by_an_offer_whose_turn_is_not_yet_asks_nothing() -> None:
    desk = Desk()
    desk.change(FIRST)
    desk.change(SECOND)
    desk.change(replace(SECOND, compared=Compared(1, 2, 3)))
    assert desk.output.asked == ["Anna Lindqvist: first"]
    desk.type("n")
    desk.type("update", 2 * LATER)
    assert desk.answers[1:] == [Answer(SECOND.id, Verdict.ACCEPT, updates=True)]


def test_typing_without_a_question_is_nothing() -> None:
    desk = Desk()
    desk.type("y")
    desk.type("?")
    desk.type("1-3")
    assert (desk.answers, desk.service.orders) == ([], [])


def test_the_first_files_are_shown_and_the_question_comes_again() -> None:
    desk = Desk(tuple(map(file_row, range(LISTED_ROWS + 3))))
    desk.change(FIRST)
    desk.type(" ? ")
    assert [row.index for row in desk.output.listed] == list(range(LISTED_ROWS))
    assert desk.output.notes[0] == "… and 3 more"
    assert desk.output.asked == ["Anna Lindqvist: first"] * 2
    assert desk.answers == []


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [
        ("4", (4, 1)),
        ("0,4", (0, 1, 4, 1)),
        ("3-4 0", (0, 1, 3, 2)),
        ("1", (1, 3)),  # a folder, with what is in it
        ("2", (2, 2)),  # one inside it
        ("0-4", None),
        ("0,1,4", None),
    ],
)
def test_numbers_choose_files_and_folders_with_all_in_them(
    typed: str, chosen: tuple[int, ...] | None
) -> None:
    desk = Desk()
    desk.change(FIRST)
    desk.type(typed)
    assert desk.answers == [Answer(FIRST.id, Verdict.ACCEPT, chosen)]


def test_a_choice_may_reach_over_several_pages() -> None:
    desk = Desk(tuple(map(file_row, range(2 * PAGE_ROWS + 1))))
    desk.change(FIRST)
    desk.type(f"5,{2 * PAGE_ROWS}")
    assert desk.answers[0].chosen == (5, 1, 2 * PAGE_ROWS, 1)


@pytest.mark.parametrize("typed", ["5", "0-5", "3-1", "1,,2", "1-2-3", "٣"])
def test_numbers_that_no_file_has_are_refused_and_asked_for_again(typed: str) -> None:
    desk = Desk()
    desk.change(FIRST)
    desk.type(typed)
    assert desk.answers == []
    assert len(desk.output.notes) == 1
    assert desk.output.asked == ["Anna Lindqvist: first"] * 2
    desk.type("y", 2 * LATER)
    assert desk.answers == [Answer(FIRST.id, Verdict.ACCEPT)]


def test_nobody_chooses_by_number_from_very_many_files() -> None:
    desk = Desk(tuple(map(file_row, range(CHOOSABLE_ROWS + 1))))
    desk.change(FIRST)
    desk.type("3")
    assert desk.answers == []
    assert [order[3] for order in desk.service.orders] == [PAGE_ROWS]
    assert "too many" in desk.output.notes[0]


def test_files_of_an_offer_that_is_gone_choose_nothing() -> None:
    desk = Desk()
    desk.change(FIRST)
    desk.change(SECOND)
    desk.person.line_typed("0", LATER)
    desk.change(gone(FIRST), LATER)
    desk.person.files_told(FilesPage(FIRST.id, 0, 5, tuple(FOLDER_TREE)), LATER)
    assert desk.answers == []


def test_a_page_that_somebody_else_asked_for_is_passed_over() -> None:
    desk = Desk()
    desk.change(FIRST)
    desk.person.files_told(FilesPage(FIRST.id, 0, 5, tuple(FOLDER_TREE)), LATER)
    desk.person.line_typed("0", LATER)
    desk.person.files_told(FilesPage(SECOND.id, 0, 5, tuple(FOLDER_TREE)), LATER)
    desk.person.files_told(FilesPage(FIRST.id, 1, 5, tuple(FOLDER_TREE[1:])), LATER)
    assert (desk.answers, desk.output.listed) == ([], [])
