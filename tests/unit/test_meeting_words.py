"""How pairing and introductions are told, in the window and on the terminal."""

import pytest
from msgspec.structs import replace

from byhand import wording
from byhand.domain.introduction import IntroductionStage
from byhand.domain.pairing import PairingId, PairingProblem, PairingStage
from tests.helpers.meetings import DONE, FRIEND_ASKS, LEA, NAMED, STRANGER

NAME = "Tomás"
BRACES = "{name} %n {0}"
"""A name that would be filled in, if names were templates."""


def test_digits_are_read_in_threes_by_eyes_and_ears() -> None:
    assert wording.digits_apart("482915") == "482 915"
    assert wording.digits_spoken("482915") == "4 8 2, 9 1 5"
    assert wording.digits_apart("") == wording.digits_spoken("") == ""


@pytest.mark.parametrize("problem", [*PairingProblem, None])
def test_every_problem_of_a_pairing_is_said_with_what_to_do(
    problem: PairingProblem | None,
) -> None:
    sentence = wording.pairing_problem(problem, NAME)
    assert sentence.endswith(".")
    assert "{" not in sentence
    assert len(sentence) > len("Something is wrong.")


@pytest.mark.parametrize("problem", sorted(wording.DANGERS))
def test_what_may_be_somebody_in_between_says_stop(problem: PairingProblem) -> None:
    sentence = wording.pairing_problem(problem, NAME)
    assert sentence.startswith("Stop.")
    assert "Nothing was sent" in sentence


@pytest.mark.parametrize(
    ("stage", "line"),
    [
        (PairingStage.CONNECTING, "Connecting to Tomás…"),
        (PairingStage.ASKED, "Tomás wants to add you"),
        (PairingStage.WAITING, "Waiting for Tomás to pick you…"),
        (PairingStage.COMPARING, ""),
        (PairingStage.SETTLED_HERE, "Tomás is still typing yours"),
        (PairingStage.DONE, "You and Tomás are friends now"),
    ],
)
def test_every_stage_says_who_acts_next(stage: PairingStage, line: str) -> None:
    assert wording.pairing_line(replace(NAMED, stage=stage), NAME) == line


def test_the_other_sides_result_and_the_tries_left_are_told() -> None:
    told = replace(NAMED, has_other_settled=True)
    assert wording.pairing_line(told, NAME) == "Tomás has typed yours"
    settled = replace(told, stage=PairingStage.SETTLED_HERE)
    assert wording.pairing_line(settled, NAME) == "Tomás has typed yours"
    later = replace(told, has_other_put_off=True)
    assert wording.pairing_line(later, NAME) == "Tomás does this later"
    wrong = "That doesn't fit. Ask Tomás to read it again."
    assert wording.pairing_line(replace(NAMED, tries_left=2), NAME) == f"{wrong} 2 tries left."
    last = wording.pairing_line(replace(NAMED, tries_left=1), NAME)
    assert last == f"{wrong} This is the last try."


def test_a_failure_is_told_by_its_problem() -> None:
    failed = replace(NAMED, stage=PairingStage.FAILED, problem=PairingProblem.LOST)
    assert wording.pairing_line(failed, NAME) == wording.pairing_problem(failed.problem, NAME)


def test_strangers_and_friends_ask_for_different_things() -> None:
    assert wording.pairing_question(STRANGER, "Marek") == "Marek wants to add you"
    assert wording.pairing_question(FRIEND_ASKS, "Marek") == "Marek wants to compare codes with you"
    waiting = replace(FRIEND_ASKS, stage=PairingStage.WAITING)
    assert wording.pairing_line(waiting, "Marek") == "Waiting for Marek to agree…"


def test_what_has_become_of_friends_who_compared_codes() -> None:
    assert wording.pairing_done(DONE, NAME, was_friend=True) == "You and Tomás have compared codes"
    later = replace(DONE, friend=FRIEND_ASKS.friend)
    assert wording.pairing_done(later, NAME, was_friend=True) == (
        "You and Tomás compare codes another time"
    )


@pytest.mark.parametrize(
    ("seconds", "line"),
    [
        (120.0, "People nearby can find you for 2:00"),
        (102.3, "People nearby can find you for 1:43"),
        (0.1, "People nearby can find you for 0:01"),
        (0.0, "People nearby can't find you any more"),
        (-5.0, "People nearby can't find you any more"),
    ],
)
def test_the_time_to_be_found_is_rounded_up(seconds: float, line: str) -> None:
    assert wording.window_line(seconds) == line


@pytest.mark.parametrize("stage", list(IntroductionStage))
def test_every_stage_of_an_introduction_names_both(stage: IntroductionStage) -> None:
    line = wording.introduction_line(replace(LEA, stage=stage), "Anna", "Lea")
    assert "Lea" in line
    assert "{" not in line


def test_an_introduction_without_a_computers_name_says_less() -> None:
    assert "at “" not in wording.introduction_details("Anna", "Lea", "")
    assert "“Lea”, at “laptop”" in wording.introduction_details("Anna", "Lea", "laptop")


def test_a_name_is_never_taken_for_a_template() -> None:
    pairing = replace(NAMED, id=PairingId(3), tries_left=2)
    lines = [
        wording.pairing_line(pairing, BRACES),
        wording.pairing_question(STRANGER, BRACES),
        wording.pairing_problem(PairingProblem.REFUSED, BRACES),
        wording.introduction_line(LEA, BRACES, BRACES),
        wording.introduction_details(BRACES, BRACES, BRACES),
        wording.introduction_sent(BRACES, BRACES),
        wording.introduction_answer(BRACES, BRACES, agrees=True),
    ]
    assert all(BRACES in line for line in lines)
