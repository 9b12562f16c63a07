"""The command `doctor`: what stands between us and a friend, step by step."""

from byhand.cli.happenings import Inbox, Stop, Tick
from byhand.cli.orders import CheckConnection, ExitCode
from byhand.cli.output import Output
from byhand.cli.waiting import Patience, heard, subscribed
from byhand.domain.connection_check import CheckStep, ConnectionReport, Finding, Verdict
from byhand.domain.events import ConnectionChecked
from byhand.domain.identity import FriendId
from byhand.service.orders import Service

PATIENCE_SECONDS = 60.0
"""Longer than a check takes, also while another one asks a friend."""


async def check_connection(
    service: Service, inbox: Inbox, output: Output, order: CheckConnection
) -> ExitCode:
    """Check the connection and tell every finding once it stands; FAILED if one is a problem.

    Raises UnknownFriendError.
    """
    friend_id = None if order.friend is None else service.friend_named(order.friend).id
    told = _Told(output)
    with subscribed(service, inbox):
        service.check_connection(friend_id)
        report = await _followed(inbox, friend_id, told)
    if report is None:
        return ExitCode.FAILED
    if not report.is_done:
        output.error("not_told", "The check did not come to its end: try again.")
        return ExitCode.FAILED
    output.connection(report)
    return ExitCode.FAILED if report.verdict is Verdict.PROBLEM else ExitCode.DONE


async def _followed(
    inbox: Inbox, friend_id: FriendId | None, told: "_Told"
) -> ConnectionReport | None:
    """Return the last that is told of the check; None if the user has ended it."""
    patience = Patience(PATIENCE_SECONDS)
    report = ConnectionReport(friend_id)
    while not report.is_done:
        match await heard(inbox):
            case Stop():
                return None
            case Tick(now) if patience.has_ended(now):
                return report
            case ConnectionChecked(now_known) if now_known.friend_id == friend_id:
                report = now_known
                told.take(report)
            case _:
                pass
    return report


class _Told:
    """Tells each finding once, in order; those that a friend's call may change, in the end."""

    _SETTLED_LATE = (CheckStep.VPN, CheckStep.FIREWALL)

    def __init__(self, output: Output) -> None:
        self._output = output
        self._steps: set[CheckStep] = set()

    def take(self, report: ConnectionReport) -> None:
        """Tell what stands by now and was not told."""
        for finding in report.findings:
            if finding.step not in self._steps and self._stands(finding, report):
                self._steps.add(finding.step)
                self._output.finding(finding)

    def _stands(self, finding: Finding, report: ConnectionReport) -> bool:
        return report.is_done or finding.step not in self._SETTLED_LATE
