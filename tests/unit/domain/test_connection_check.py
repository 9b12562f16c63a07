"""What a check finds stands in one order, the later word counts, and the gravest decides."""

import pytest

from byhand.domain.connection_check import (
    CheckStep,
    ConnectionReport,
    Finding,
    Found,
    Remedy,
    Verdict,
)

FINE = Finding(CheckStep.PORT, Found.LISTENING, port=47_800)
ALONE = Finding(CheckStep.DISCOVERY, Found.ONLY_OURSELVES)
CLOSED = Finding(CheckStep.FIREWALL, Found.FIREWALL_CLOSED, command="sudo open sesame")


def test_findings_stand_in_the_order_of_the_steps_however_they_come() -> None:
    report = ConnectionReport().with_findings([ALONE]).with_findings([CLOSED, FINE])
    assert report.findings == (FINE, CLOSED, ALONE)


def test_a_later_finding_takes_the_place_of_an_earlier_one() -> None:
    open_now = Finding(CheckStep.FIREWALL, Found.FIREWALL_OPEN)
    report = ConnectionReport().with_findings([CLOSED]).with_findings([open_now])
    assert report.findings == (open_now,)
    assert report.get(CheckStep.FIREWALL) == open_now
    assert report.get(CheckStep.FRIEND) is None


@pytest.mark.parametrize(
    ("findings", "verdict"),
    [
        ([], Verdict.UNKNOWN),
        ([FINE], Verdict.OK),
        ([FINE, ALONE], Verdict.UNKNOWN),
        ([FINE, ALONE, CLOSED], Verdict.PROBLEM),
    ],
)
def test_the_gravest_finding_decides(findings: list[Finding], verdict: Verdict) -> None:
    assert ConnectionReport().with_findings(findings).verdict is verdict


@pytest.mark.parametrize("found", Found)
def test_what_is_well_needs_no_remedy_and_all_else_has_exactly_one(found: Found) -> None:
    finding = Finding(CheckStep.FRIEND, found)
    assert (finding.remedy is None) == (finding.verdict is Verdict.OK)


def test_a_command_is_copied_a_port_is_set_and_all_else_is_tried_again() -> None:
    assert CLOSED.remedy is Remedy.COPY_COMMAND
    taken = Finding(CheckStep.PORT, Found.OTHER_PORT, port=47_801, other_port=47_800)
    assert taken.remedy is Remedy.OPEN_SETTINGS
    assert ALONE.remedy is Remedy.TRY_AGAIN
