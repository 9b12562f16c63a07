"""What a check of the connection says, at every finding, in the window and on the terminal."""

import pytest

from byhand import wording
from byhand.domain.connection_check import (
    CheckStep,
    ConnectionReport,
    Finding,
    Found,
    Remedy,
    Verdict,
)


def finding(found: Found, command: str = "") -> Finding:
    return Finding(
        CheckStep.FRIEND, found, "Anna", port=47_801, other_port=47_800, count=3, command=command
    )


@pytest.mark.parametrize("found", Found)
def test_every_finding_is_one_sentence_without_holes(found: Found) -> None:
    line = wording.finding_line(finding(found))
    assert line.endswith(".")
    assert "{" not in line
    assert "{" not in wording.finding_advice(finding(found))


@pytest.mark.parametrize("found", Found)
def test_what_is_not_well_comes_with_advice_and_what_is_well_with_none(found: Found) -> None:
    advice = wording.finding_advice(finding(found))
    assert bool(advice) == (finding(found).verdict is not Verdict.OK)


@pytest.mark.parametrize("found", Found)
def test_advice_on_a_command_stands_only_where_there_is_one(found: Found) -> None:
    advice = wording.finding_advice(finding(found))
    if "command" in advice:
        assert found in {Found.FIREWALL_CLOSED, Found.FIREWALL_UNSURE}
        assert finding(found, "sudo x").remedy is Remedy.COPY_COMMAND


def test_names_are_made_safe() -> None:
    evil = Finding(CheckStep.FRIEND, Found.REACHED, "Eve\u202e\nlive")
    line = wording.finding_line(evil)
    assert "\u202e" not in line
    assert "\n" not in line


def test_a_port_is_said_where_it_matters() -> None:
    assert wording.finding_line(finding(Found.OTHER_PORT)) == (
        "Another program uses port 47800: listening on 47801 instead."
    )
    nobody = Finding(CheckStep.FIREWALL, Found.FIREWALL_OPEN, port=47_800)
    assert wording.finding_line(nobody) == "Nothing here keeps port 47800 closed."


@pytest.mark.parametrize(("count", "text"), [(1, "1 other computer"), (3, "3 other computers")])
def test_those_who_are_heard_are_counted(count: int, text: str) -> None:
    heard = Finding(CheckStep.DISCOVERY, Found.OTHERS_HEARD, count=count)
    assert wording.finding_line(heard) == f"{text} heard here."


@pytest.mark.parametrize("step", CheckStep)
def test_every_step_has_a_title(step: CheckStep) -> None:
    assert wording.check_step_title(step)


def test_the_verdicts_have_words_of_their_own() -> None:
    words = {wording.check_verdict_word(each) for each in (None, *Verdict)}
    assert len(words) == 4


@pytest.mark.parametrize(
    ("findings", "is_done", "text"),
    [
        ((), False, "Looking at this computer, the network and your friend…"),
        ((Found.LISTENING,), True, "Everything is fine"),
        ((Found.UNREACHED,), True, "1 problem found"),
        ((Found.AWAY,), True, "No problem found, but not everything could be checked"),
    ],
)
def test_how_it_stands_is_said_in_one_sentence(
    findings: tuple[Found, ...], is_done: bool, text: str
) -> None:
    report = ConnectionReport(None, tuple(map(finding, findings)), is_done)
    assert wording.check_summary(report) == text
