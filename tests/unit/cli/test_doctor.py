"""The command that checks the connection: what it tells, when, and how it ends."""

import asyncio
import io
from typing import Any

import pytest

from byhand.cli import people
from byhand.cli.doctor import PATIENCE_SECONDS
from byhand.cli.happenings import Inbox, Stop, Tick
from byhand.cli.json_lines import JsonLines
from byhand.cli.orders import CheckConnection, ExitCode
from byhand.cli.terminal import Terminal
from byhand.domain.connection_check import CheckStep, ConnectionReport, Finding, Found
from byhand.domain.events import ConnectionChecked
from byhand.domain.identity import FriendId
from byhand.errors import UnknownFriendError
from tests.helpers.scripted_service import ANNA, ScriptedService, lines_of, within

PORT = Finding(CheckStep.PORT, Found.LISTENING, port=47_800)
UNSURE = Finding(
    CheckStep.FIREWALL, Found.FIREWALL_UNSURE, "ufw", 47_800, command="sudo ufw allow 47800/tcp"
)
OPEN = Finding(CheckStep.FIREWALL, Found.FIREWALL_OPEN, "ufw", 47_800)
REACHED = Finding(CheckStep.FRIEND, Found.REACHED, "Anna Lindqvist", 47_800)
UNREACHED = Finding(CheckStep.FRIEND, Found.UNREACHED, "Anna Lindqvist", 47_800)


def told(friend_id: FriendId | None, *steps: Finding, is_done: bool = True) -> list[Any]:
    """What a service tells of a check that finds these one after the other."""
    report = ConnectionReport(friend_id)
    events = []
    for finding in steps:
        report = report.with_findings([finding])
        events.append(ConnectionChecked(report))
    if is_done:
        events.append(ConnectionChecked(ConnectionReport(friend_id, report.findings, True)))
    return events


async def run(
    service: ScriptedService, order: CheckConnection, *happenings: Any, output: Any = None
) -> tuple[ExitCode, list[dict[str, Any]]]:
    stream = io.StringIO()
    inbox: Inbox = asyncio.Queue()
    checking = people.carry_out(service, inbox, output or JsonLines(stream), order)
    running = asyncio.create_task(checking)
    for _ in range(5):
        await asyncio.sleep(0)
    for happening in happenings:
        inbox.put_nowait(happening)
    code = await within(5, running)
    assert service.observers == []
    return code, lines_of(stream)


def service_that_finds(*steps: Finding, is_done: bool = True) -> ScriptedService:
    return ScriptedService(
        reactions={"check_connection": lambda friend_id: told(friend_id, *steps, is_done=is_done)}
    )


async def test_every_finding_is_told_once_as_it_stands_in_the_end() -> None:
    service = service_that_finds(PORT, UNSURE, OPEN, REACHED)
    code, lines = await run(service, CheckConnection("anna lindqvist"))
    assert service.orders == [("check_connection", ANNA.id)]
    assert [(line["step"], line["found"], line["verdict"]) for line in lines[:-1]] == [
        ("port", "listening", "ok"),
        ("friend", "reached", "ok"),
        ("firewall", "firewall_open", "ok"),
    ]
    assert lines[-1] == {"event": "connection", "verdict": "ok"}
    assert code is ExitCode.DONE


async def test_a_problem_ends_with_one_and_tells_the_command() -> None:
    closed = Finding(
        CheckStep.FIREWALL, Found.FIREWALL_CLOSED, "ufw", 47_800, command=UNSURE.command
    )
    code, lines = await run(service_that_finds(PORT, UNREACHED, closed), CheckConnection())
    assert code is ExitCode.FAILED
    finding = next(line for line in lines if line.get("step") == "firewall")
    assert finding == {
        "event": "finding",
        "step": "firewall",
        "found": "firewall_closed",
        "verdict": "problem",
        "name": "ufw",
        "port": 47_800,
        "command": "sudo ufw allow 47800/tcp",
    }


async def test_what_cannot_be_found_out_is_no_problem() -> None:
    code, lines = await run(service_that_finds(PORT, UNSURE), CheckConnection())
    assert code is ExitCode.DONE
    assert lines[-1] == {"event": "connection", "verdict": "unknown"}


async def test_the_check_of_somebody_else_is_not_taken_for_ours() -> None:
    service = ScriptedService()
    others = told(None, UNREACHED)
    code, lines = await run(service, CheckConnection("Anna Lindqvist"), *others, Stop())
    assert (code, lines) == (ExitCode.FAILED, [])


async def test_a_name_that_is_no_friends_is_told_before_anything_is_checked() -> None:
    service = ScriptedService()
    with pytest.raises(UnknownFriendError):
        await within(
            5,
            asyncio.create_task(
                people.carry_out(
                    service, asyncio.Queue(), JsonLines(io.StringIO()), CheckConnection("Nobody")
                )
            ),
        )
    assert service.orders == []


async def test_a_check_that_does_not_end_is_not_waited_for_for_ever() -> None:
    service = service_that_finds(PORT, is_done=False)
    ticks = Tick(0.0), Tick(PATIENCE_SECONDS)
    code, lines = await run(service, CheckConnection(), *ticks)
    assert code is ExitCode.FAILED
    assert lines[-1]["code"] == "not_told"


async def test_a_person_reads_the_words_of_the_window_with_advice_and_command() -> None:
    out = io.StringIO()
    evil = Finding(CheckStep.FRIEND, Found.UNREACHED, "Eve\x1b[2J\u202eltr", 47_800)
    closed = Finding(
        CheckStep.FIREWALL, Found.FIREWALL_CLOSED, "ufw", 47_800, command=UNSURE.command
    )
    service = service_that_finds(PORT, closed, evil)
    await run(service, CheckConnection(), output=Terminal(out, io.StringIO()))
    text = out.getvalue()
    assert "Fine:     This computer's port — Listening on port 47800.\n" in text
    assert "Problem:  Firewall — The firewall ufw keeps port 47800 closed.\n" in text
    assert "          sudo ufw allow 47800/tcp\n" in text
    assert text.endswith("2 problems found.\n")
    assert "\x1b" not in text
    assert "\u202e" not in text
