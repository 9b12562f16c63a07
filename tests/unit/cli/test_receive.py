"""The command `receive`, with a service that answers by a script."""

import asyncio
import io
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import pytest

from byhand.cli.happenings import Inbox, Stop, Tick, Typed
from byhand.cli.json_lines import JsonLines
from byhand.cli.orders import ExitCode, Receive
from byhand.cli.receive import Asked, receive
from byhand.domain.codes import Code
from byhand.domain.events import TransferAdded
from byhand.domain.friend import Trust
from byhand.domain.progress import Progress
from byhand.domain.transfer import TransferState
from tests.helpers.scripted_service import (
    ANNA,
    HERE,
    PROFILE,
    ScriptedService,
    changed,
    lines_of,
    offer,
    within,
)

OFFER = offer()
ID = OFFER.id.hex()
S = TransferState


async def run(
    service: ScriptedService, asked: Asked, *happenings: Any, order: Receive | None = None
) -> tuple[ExitCode, list[dict[str, Any]]]:
    """Let the happenings come one after the other, then a Stop."""
    stream = io.StringIO()
    inbox: Inbox = asyncio.Queue()
    running = asyncio.create_task(
        receive(service, inbox, JsonLines(stream), order or Receive(), asked)
    )
    await settled()
    for happening in (*happenings, Stop()):
        inbox.put_nowait(happening)
    code = await within(5, running)
    ready, *lines = lines_of(stream)
    assert ready == {"event": "ready", "port": PROFILE.port}
    return code, lines


async def test_a_script_sees_the_offer_and_accepts_it() -> None:
    service = ScriptedService()
    code, lines = await run(service, Asked.SCRIPT, TransferAdded(OFFER), Typed(f"accept {ID}"))
    assert code is ExitCode.DONE
    assert lines[0] == {
        "event": "offer",
        "id": ID,
        "direction": "incoming",
        "friend": "Anna Lindqvist",
        "title": "Concert videos",
        "files": 6,
        "bytes": 1_900_000_000,
    }
    assert lines[1] == {"event": "state", "id": ID, "state": "offered"}
    assert service.orders == [("accept", OFFER.id, None)]


async def test_a_script_declines() -> None:
    service = ScriptedService()
    line = f"  decline   {ID.upper()}\r"
    await run(service, Asked.SCRIPT, TransferAdded(OFFER), Typed(line))
    assert service.orders == [("decline", OFFER.id)]


@pytest.mark.parametrize(
    "line", ["accept", "yes", "accept zz", f"accept {ID} now", f"accept {'ff' * 16}", "\x00", "{}"]
)
async def test_a_line_that_is_no_answer_is_an_error_and_nothing_else(line: str) -> None:
    service = ScriptedService()
    code, lines = await run(service, Asked.SCRIPT, TransferAdded(OFFER), Typed(line))
    assert code is ExitCode.DONE
    assert [each["code"] for each in lines if each["event"] == "error"] == ["usage"]
    assert service.orders == []


async def test_an_offer_still_being_counted_cannot_be_accepted() -> None:
    service = ScriptedService()
    early = replace(OFFER, is_counted=False)
    _, lines = await run(service, Asked.SCRIPT, TransferAdded(early), Typed(f"accept {ID}"))
    assert [line["event"] for line in lines] == ["state", "error"]
    assert service.orders == []


async def test_an_answered_offer_cannot_be_answered_again() -> None:
    service = ScriptedService()
    moving = changed(replace(OFFER, state=S.ACTIVE))
    await run(service, Asked.SCRIPT, TransferAdded(OFFER), *moving, Typed(f"decline {ID}"))
    assert service.orders == []


async def test_empty_lines_are_nothing() -> None:
    _, lines = await run(ScriptedService(), Asked.SCRIPT, Typed("  "), Typed(""))
    assert lines == []


@asynccontextmanager
async def stepped(
    service: ScriptedService, asked: Asked, order: Receive | None = None
) -> AsyncIterator[tuple[Inbox, io.StringIO, asyncio.Task[ExitCode]]]:
    stream = io.StringIO()
    inbox: Inbox = asyncio.Queue()
    running = asyncio.create_task(
        receive(service, inbox, JsonLines(stream), order or Receive(), asked)
    )
    await settled()
    yield inbox, stream, running
    inbox.put_nowait(Stop())
    await within(5, running)


async def settled() -> None:
    for _ in range(10):
        await asyncio.sleep(0)


async def test_every_friend_is_accepted_into_the_ordered_folder() -> None:
    service = ScriptedService()
    async with stepped(service, Asked.EVERY_FRIEND, Receive(into="/srv/in")):
        service.emit(TransferAdded(OFFER))
        await settled()
    assert service.orders == [("accept", OFFER.id, "/srv/in")]


async def test_a_blocked_friend_is_not_accepted() -> None:
    blocked = replace(ANNA, trust=Trust.BLOCKED)
    service = ScriptedService({blocked: HERE})
    async with stepped(service, Asked.EVERY_FRIEND):
        service.emit(TransferAdded(OFFER))
        await settled()
    assert service.orders == []


async def test_somebody_who_is_no_friend_is_not_accepted() -> None:
    service = ScriptedService({})
    async with stepped(service, Asked.EVERY_FRIEND):
        service.emit(TransferAdded(OFFER))
        await settled()
    assert service.orders == []


async def test_every_friend_is_accepted_once_the_offer_is_counted() -> None:
    service = ScriptedService()
    async with stepped(service, Asked.EVERY_FRIEND):
        service.emit(TransferAdded(replace(OFFER, is_counted=False)))
        await settled()
        assert service.orders == []
        service.emit(*changed(OFFER))
        await settled()
    assert [order[0] for order in service.orders] == ["accept"]


@pytest.mark.parametrize(
    ("state", "code"),
    [
        (S.DONE, ExitCode.DONE),
        (S.PARTLY_DONE, ExitCode.FAILED),
        (S.FAILED, ExitCode.FAILED),
        (S.DECLINED, ExitCode.DECLINED),
        (S.WITHDRAWN, ExitCode.FAILED),
        (S.CANCELLED, ExitCode.FAILED),
    ],
)
async def test_once_ends_with_the_first_transfer(state: TransferState, code: ExitCode) -> None:
    service = ScriptedService()
    ended = changed(replace(OFFER, state=state, code=Code.OK))
    exit_code, lines = await run(
        service, Asked.SCRIPT, TransferAdded(OFFER), *ended, order=Receive(is_once=True)
    )
    assert exit_code is code
    assert {"event": "state", "id": ID, "state": state.value} in lines


async def test_once_without_any_transfer_is_not_done() -> None:
    code, _ = await run(ScriptedService(), Asked.SCRIPT, order=Receive(is_once=True))
    assert code is ExitCode.FAILED


async def test_without_once_a_finished_transfer_is_told_and_more_may_come() -> None:
    service = ScriptedService()
    done = replace(OFFER, state=S.DONE, done_files=6, saved_paths=("/srv/in/Concert videos",))
    async with stepped(service, Asked.SCRIPT) as (inbox, stream, running):
        service.emit(TransferAdded(OFFER), *changed(replace(OFFER, state=S.ACTIVE)))
        service.moving[OFFER.id] = Progress(1, 2, 0, 6)
        inbox.put_nowait(Tick(0.0))
        await settled()
        service.emit(*changed(done))
        await settled()
        assert not running.done()
    assert lines_of(stream)[-1] == {
        "event": "finished",
        "id": ID,
        "ok": 6,
        "failed": 0,
        "paths": ["/srv/in/Concert videos"],
    }
    assert [line["event"] for line in lines_of(stream)].count("progress") == 1


async def test_a_disk_that_refuses_is_said_and_the_offer_can_be_answered_again() -> None:
    service = ScriptedService()
    checking = replace(OFFER, state=S.CHECKING)
    refused = replace(OFFER, code=Code.DISK_FULL, missing_bytes=9_000_000)
    happenings = (
        TransferAdded(OFFER),
        Typed(f"accept {ID}"),
        *changed(checking, refused),
        Typed(f"accept {ID}"),
    )
    _, lines = await run(service, Asked.SCRIPT, *happenings)
    assert {"event": "state", "id": ID, "state": "offered", "code": "disk_full"} in lines
    sentence = "Your disk is full — free 9.0 MB or choose another folder"
    assert lines[-1] == {"event": "error", "code": "disk_full", "message": sentence, "id": ID}
    assert service.orders == [("accept", OFFER.id, None)] * 2


async def test_what_had_ended_before_is_no_news_and_not_the_one_that_is_waited_for() -> None:
    past = replace(OFFER, state=S.DONE)
    new = offer(number=2)
    service = ScriptedService(incoming=[past], is_elsewhere=True)
    done = changed(replace(new, state=S.DONE))
    order = Receive(is_once=True)
    code, lines = await run(service, Asked.NOBODY, TransferAdded(new), *done, order=order)
    assert code is ExitCode.DONE
    assert {line["id"] for line in lines} == {new.id.hex()}
