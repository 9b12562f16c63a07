"""The command `receive`, with a service that answers by a script."""

import asyncio
import io
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from msgspec.structs import replace

from byhand.cli.asked import Asked
from byhand.cli.file_pages import PAGE_ROWS
from byhand.cli.happenings import Inbox, Stop, Tick, Typed
from byhand.cli.json_lines import JsonLines
from byhand.cli.orders import ExitCode, Receive
from byhand.cli.receive import receive
from byhand.domain.codes import Code
from byhand.domain.events import Event, FilesPage, OrderFailed, TextShown, TransferAdded
from byhand.domain.friend import Trust
from byhand.domain.progress import Progress
from byhand.domain.transfer import Compared, TransferState
from byhand.errors import UsageError
from tests.helpers.file_rows import file_row
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


async def test_a_script_puts_an_offer_off() -> None:
    service = ScriptedService()
    await run(service, Asked.SCRIPT, TransferAdded(OFFER), Typed(f"later {ID}"))
    assert service.orders == [("queue.put_off", OFFER.id)]


@pytest.mark.parametrize(
    ("answer", "order"),
    [
        ({"answer": "accept"}, ("accept", OFFER.id, None)),
        ({"answer": "accept", "chosen": None}, ("accept", OFFER.id, None)),
        ({"answer": "accept", "chosen": [4, 0, 1]}, ("accept", OFFER.id, None, (0, 2, 4, 1))),
        ({"answer": "accept", "update": True}, ("accept", OFFER.id, None, True)),
        ({"answer": "accept", "update": False}, ("accept", OFFER.id, None)),
        (
            {"answer": "accept", "update": True, "chosen": [0]},
            ("accept", OFFER.id, None, (0, 1), True),
        ),
        ({"answer": "decline"}, ("decline", OFFER.id)),
        ({"answer": "later"}, ("queue.put_off", OFFER.id)),
    ],
)
async def test_a_script_answers_by_an_object(
    answer: dict[str, object], order: tuple[object, ...]
) -> None:
    service = ScriptedService()
    line = json.dumps({"id": ID} | answer)
    await run(service, Asked.SCRIPT, TransferAdded(OFFER), Typed(line))
    assert service.orders == [order]


@pytest.mark.parametrize(
    "more",
    [
        {"answer": "accept", "chosen": []},
        {"answer": "accept", "chosen": [True]},
        {"answer": "accept", "chosen": [-1]},
        {"answer": "accept", "chosen": [1.0]},
        {"answer": "accept", "chosen": [10**6]},
        {"answer": "accept", "chosen": "0"},
        {"answer": "decline", "chosen": [0]},
        {"answer": "later", "update": True},
        {"answer": "accept", "update": 1},
        {"answer": "accept", "update": None},
        {"answer": "accept", "into": "/"},
        {"answer": "yes"},
        {"answer": 1},
        {"answer": "accept", "id": 1},
        {"answer": "accept", "id": "ff" * 16},
        {"answer": "accept", "id": ID[:8]},
    ],
)
async def test_an_object_that_is_no_answer_is_an_error(more: dict[str, object]) -> None:
    service = ScriptedService()
    line = json.dumps({"id": ID} | more)
    _, lines = await run(service, Asked.SCRIPT, TransferAdded(OFFER), Typed(line))
    assert [each["code"] for each in lines if each["event"] == "error"] == ["usage"]
    assert service.orders == []


async def test_a_script_sees_the_files_of_an_offer_page_by_page() -> None:
    service = ScriptedService()
    rows = tuple(map(file_row, range(PAGE_ROWS + 1)))
    pages = (
        FilesPage(OFFER.id, 0, len(rows), rows[:PAGE_ROWS]),
        FilesPage(OFFER.id, 0, len(rows), rows[:PAGE_ROWS]),  # somebody else's
        FilesPage(OFFER.id, PAGE_ROWS, len(rows), rows[PAGE_ROWS:]),
        FilesPage(OFFER.id, 0, len(rows), rows[:PAGE_ROWS]),
    )
    _, lines = await run(service, Asked.SCRIPT, TransferAdded(OFFER), Typed(f"files {ID}"), *pages)
    files = [line for line in lines if line["event"] == "file"]
    assert [line["index"] for line in files] == list(range(PAGE_ROWS + 1))
    assert files[1] == {
        "event": "file",
        "id": ID,
        "index": 1,
        "path": "file 1",
        "size": 1000,
        "state": "waiting",
    }
    asked = [order[1:] for order in service.orders]
    assert asked == [(OFFER.id, 0, PAGE_ROWS), (OFFER.id, PAGE_ROWS, PAGE_ROWS)]


@pytest.mark.parametrize(
    "line",
    [
        *("accept", "yes", "accept zz", f"accept {ID} now", f"accept {'ff' * 16}", "\x00", "{}"),
        *(f"files {'ff' * 16}", "later", "[]", "{", '{"id": 1}', "{" * 10_000),
    ],
)
async def test_a_line_that_is_no_answer_is_an_error_and_nothing_else(line: str) -> None:
    service = ScriptedService()
    code, lines = await run(service, Asked.SCRIPT, TransferAdded(OFFER), Typed(line))
    assert code is ExitCode.DONE
    assert [each["code"] for each in lines if each["event"] == "error"] == ["usage"]
    assert service.orders == []


@pytest.mark.parametrize("word", ["\x1b]0;owned\x07", "\u202egpj", "a\x9bb", "\udcff", "../x"])
@pytest.mark.parametrize("line", ["{}", "accept {}", "{} {}", "files {}", '{{"id": "{}"}}'])
async def test_N03_a_line_that_is_no_answer_is_repeated_so_that_nothing_of_it_acts(
    line: str, word: str
) -> None:
    service = ScriptedService()
    typed = Typed(line.replace("{}", word).replace("{{", "{").replace("}}", "}"))
    code, lines = await run(service, Asked.SCRIPT, TransferAdded(OFFER), typed)
    assert code is ExitCode.DONE
    (message,) = (each["message"] for each in lines if each["event"] == "error")
    assert not set(word) & set("\x1b\x07\u202e\x9b\udcff") & set(message)
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


async def test_every_friend_is_accepted_with_updates_if_those_are_ordered() -> None:
    service = ScriptedService()
    order = Receive(into="/srv/in", updates=True)
    async with stepped(service, Asked.EVERY_FRIEND, order):
        service.emit(TransferAdded(OFFER))
        await settled()
    assert service.orders == [("accept", OFFER.id, "/srv/in", True)]


async def test_ordered_updates_hold_for_what_is_typed_too() -> None:
    service = ScriptedService()
    happenings = (TransferAdded(OFFER), Typed(f"accept {ID}"))
    await run(service, Asked.SCRIPT, *happenings, order=Receive(updates=True))
    assert service.orders == [("accept", OFFER.id, None, True)]


COMPARED = replace(OFFER, folder="/srv/in", compared=Compared(1, 2, 3))


@pytest.mark.parametrize("into", [None, "/srv/in", "/srv/../srv/in/"])
async def test_what_would_change_in_a_folder_is_told_as_long_as_it_is_an_offer(
    into: str | None,
) -> None:
    happenings = (
        TransferAdded(replace(COMPARED, compared=None)),
        *changed(COMPARED, COMPARED, replace(COMPARED, state=S.ACTIVE)),
    )
    _, lines = await run(ScriptedService(), Asked.SCRIPT, *happenings, order=Receive(into=into))
    beside = {"new": 1, "changed": 2, "identical": 3}
    assert [line for line in lines if line["event"] == "state"] == [
        {"event": "state", "id": ID, "state": "offered"},
        {"event": "state", "id": ID, "state": "offered", "compared": beside},
        {"event": "state", "id": ID, "state": "active"},
    ]


async def test_what_would_change_elsewhere_than_it_is_saved_is_not_told() -> None:
    happenings = (TransferAdded(COMPARED), *changed(COMPARED))
    order = Receive(into="/srv/other")
    _, lines = await run(ScriptedService(), Asked.SCRIPT, *happenings, order=order)
    assert lines[1:] == [{"event": "state", "id": ID, "state": "offered"}]


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
    state = {"state": "offered", "code": "disk_full", "missing_bytes": 9_000_000}
    assert {"event": "state", "id": ID, **state} in lines
    sentence = "Your disk is full — free 9.0 MB or choose another folder"
    assert lines[-1] == {"event": "error", "code": "disk_full", "message": sentence, "id": ID}
    assert service.orders == [("accept", OFFER.id, None)] * 2


async def test_what_had_ended_before_is_not_told_and_what_is_unfinished_goes_on() -> None:
    ended = replace(offer(number=2), state=S.DONE, saved_paths=("/srv/in/old",))
    stalled = replace(OFFER, state=S.STALLED)
    service = ScriptedService(transfers=[ended, stalled])
    done = replace(OFFER, state=S.DONE, done_files=6)
    happenings = changed(replace(OFFER, state=S.ACTIVE), done)
    code, lines = await run(service, Asked.EVERY_FRIEND, *happenings, order=Receive(is_once=True))
    assert code is ExitCode.DONE
    assert {line.get("id") for line in lines} == {ID}
    states = [line["state"] for line in lines if line["event"] == "state"]
    assert states == ["stalled", "active", "done"]
    assert service.orders == []


async def test_who_holds_a_transfer_is_told_each_time_it_changes() -> None:
    paused = replace(OFFER, state=S.PAUSED, paused_by_friend=True)
    both = replace(paused, paused_by_me=True)
    happenings = (TransferAdded(paused), *changed(paused, both, replace(both, done_files=1)))
    _, lines = await run(ScriptedService(), Asked.SCRIPT, *happenings)
    marks = [line for line in lines if line["event"] == "state"]
    assert marks == [
        {"event": "state", "id": ID, "state": "paused", "paused_by_friend": True},
        {
            "event": "state",
            "id": ID,
            "state": "paused",
            "paused_by_me": True,
            "paused_by_friend": True,
        },
    ]


TEXT = replace(OFFER, is_text=True, title="Text", note="look", total_files=1, total_bytes=7)


async def received_once(
    service: ScriptedService, *told: Event
) -> tuple[ExitCode, list[dict[str, Any]]]:
    """Return how `receive --once` ends, and what it tells, when a text arrives."""
    async with stepped(service, Asked.EVERY_FRIEND, Receive(is_once=True)) as (_, stream, running):
        service.emit(TransferAdded(TEXT), *changed(replace(TEXT, state=S.DONE)))
        await settled()
        assert not running.done()
        assert service.orders == [("accept", TEXT.id, None), ("queue.show_text", TEXT.id)]
        service.emit(*told)
        return await within(5, running), lines_of(stream)


async def test_a_text_is_shown_once_it_has_arrived_and_only_then_is_once_over() -> None:
    code, lines = await received_once(ScriptedService(), TextShown(TEXT.id, "a\n\x1b"))
    assert code is ExitCode.DONE
    assert (lines[1]["text"], lines[1]["note"]) == (True, "look")
    assert lines[-1] == {"event": "text", "id": ID, "text": "a\n\x1b"}


async def test_a_text_that_cannot_be_shown_is_no_success() -> None:
    code, lines = await received_once(ScriptedService(), OrderFailed(UsageError("It is gone.")))
    assert code is ExitCode.FAILED
    assert lines[-1] == {"event": "error", "code": "usage", "message": "It is gone."}


async def test_a_text_that_was_not_asked_for_is_not_shown() -> None:
    happenings = (TransferAdded(TEXT), TextShown(TEXT.id, "x"), TextShown(offer(number=3).id, "y"))
    _, lines = await run(ScriptedService(), Asked.SCRIPT, *happenings)
    assert [line["event"] for line in lines] == ["offer", "state"]


async def test_what_had_ended_before_is_not_the_one_that_is_waited_for() -> None:
    past = replace(OFFER, state=S.DONE)
    new = offer(number=2)
    service = ScriptedService(transfers=[past], is_elsewhere=True)
    done = changed(replace(new, state=S.DONE))
    order = Receive(is_once=True)
    code, lines = await run(service, Asked.NOBODY, TransferAdded(new), *done, order=order)
    assert code is ExitCode.DONE
    assert {line["id"] for line in lines} == {new.id.hex()}
