"""The command `send`, with a service that answers by a script."""

import asyncio
import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from byhand.cli.happenings import Inbox, Stop, Tick
from byhand.cli.json_lines import JsonLines
from byhand.cli.orders import ExitCode, Send, SendOrder, SendText
from byhand.cli.send import send, worst_exit_code
from byhand.cli.sent import Sent
from byhand.cli.terminal import Terminal
from byhand.domain.codes import Code
from byhand.domain.events import Event, FriendChanged, OrderFailed, TransferRemoved
from byhand.domain.friend import Trust
from byhand.domain.limits import RateLimits
from byhand.domain.plan import SendOptions
from byhand.domain.progress import Progress
from byhand.domain.transfer import Direction, FileProblem, Transfer, TransferId, TransferState
from byhand.errors import DiskFullError, FriendOrderError, FriendProblem, UnknownFriendError
from tests.helpers.scripted_service import (
    ANNA,
    AWAY,
    HERE,
    MAREK,
    ScriptedService,
    changed,
    lines_of,
    within,
)

ORDER = Send(("/tmp/a.txt", "/tmp/b"), ("Anna Lindqvist",))
S = TransferState


def counted(transfer: Transfer, state: TransferState, **changes: object) -> Transfer:
    totals = {"total_files": 2, "total_bytes": 3000, "is_counted": True}
    return replace(transfer, state=state, **(totals | changes))


def sent(transfer: Transfer, *_: object) -> Iterable[Event]:
    offered = counted(transfer, S.OFFERED)
    return changed(
        offered,
        replace(offered, state=S.ACTIVE),
        replace(offered, state=S.CLOSING),
        replace(offered, state=S.DONE, done_files=2),
    )


async def run(
    service: ScriptedService, order: SendOrder = ORDER, *ticks: float
) -> tuple[ExitCode, list[dict[str, object]]]:
    stream = io.StringIO()
    inbox: Inbox = asyncio.Queue()
    running = asyncio.create_task(send(service, inbox, JsonLines(stream), order, Sent()))
    for now in ticks:
        await drained(inbox)
        inbox.put_nowait(Tick(now))
    return await within(5, running), lines_of(stream)


async def drained(inbox: Inbox) -> None:
    for _ in range(5):
        await asyncio.sleep(0)
    assert inbox.empty()


async def test_a_transfer_is_told_from_offer_to_finished() -> None:
    code, lines = await run(ScriptedService(reactions={"send": sent}))
    assert code is ExitCode.DONE
    assert [line.get("state", line["event"]) for line in lines] == [
        "scanning",
        "offer",
        "offered",
        "active",
        "closing",
        "done",
        "finished",
    ]
    assert lines[1] == {
        "event": "offer",
        "id": "00" * 16,
        "direction": "outgoing",
        "friend": "Anna Lindqvist",
        "title": "gift",
        "files": 2,
        "bytes": 3000,
    }
    assert lines[-1] == {"event": "finished", "id": "00" * 16, "ok": 2, "failed": 0, "paths": []}


async def test_paths_and_address_reach_the_service() -> None:
    service = ScriptedService(reactions={"send": sent})
    await run(service, replace(ORDER, at="10.0.0.1:47800"))
    assert service.orders[0][2:] == (ORDER.paths, ANNA.id, "10.0.0.1:47800")


async def test_an_unknown_name_sends_nothing_to_anybody() -> None:
    service = ScriptedService(reactions={"send": sent})
    with pytest.raises(UnknownFriendError):
        await run(service, replace(ORDER, to=("Anna Lindqvist", "Nobody")))
    assert service.orders == []


@pytest.mark.parametrize(
    ("trust", "problem"),
    [(Trust.BLOCKED, FriendProblem.BLOCKED), (Trust.KEY_CHANGED, FriendProblem.IN_DOUBT)],
)
async def test_nothing_is_sent_to_anybody_if_one_of_them_is_held(
    trust: Trust, problem: FriendProblem
) -> None:
    held = replace(MAREK, trust=trust)
    service = ScriptedService({ANNA: HERE, held: AWAY}, reactions={"send": sent})
    with pytest.raises(FriendOrderError) as refusal:
        await run(service, replace(ORDER, to=(ANNA.name, MAREK.name)))
    assert (refusal.value.problem, refusal.value.name) == (problem, MAREK.name)
    assert service.orders == []


async def test_each_friend_gets_a_transfer_and_nobody_two() -> None:
    service = ScriptedService({ANNA: HERE, MAREK: HERE}, reactions={"send_to_all": sent})
    names = ("Anna Lindqvist", "marek novák", "ANNA LINDQVIST")
    code, _ = await run(service, replace(ORDER, to=names))
    assert code is ExitCode.DONE
    assert [order[3] for order in service.orders] == [ANNA.id, MAREK.id]


async def test_a_decline_ends_with_three() -> None:
    def declined(transfer: Transfer, *_: object) -> Iterable[Event]:
        offered = counted(transfer, S.OFFERED)
        return changed(offered, replace(offered, state=S.DECLINED, code=Code.DECLINED))

    code, lines = await run(ScriptedService(reactions={"send": declined}))
    assert code is ExitCode.DECLINED
    assert lines[-1] == {
        "event": "state",
        "id": "00" * 16,
        "state": "declined",
        "code": "declined",
    }


async def test_a_failure_ends_with_one_and_says_what_to_do() -> None:
    def failed(transfer: Transfer, *_: object) -> Iterable[Event]:
        return changed(counted(transfer, S.FAILED, code=Code.DISK_FULL, missing_bytes=9_300_000))

    code, lines = await run(ScriptedService(reactions={"send": failed}))
    assert code is ExitCode.FAILED
    assert lines[-1]["event"] == "error"
    assert lines[-1]["code"] == "disk_full"
    assert lines[-1]["message"] == "Anna Lindqvist's disk is full — 9.3 MB more needed"


async def test_a_transfer_partly_done_ends_with_one() -> None:
    def partly(transfer: Transfer, *_: object) -> Iterable[Event]:
        problems = (FileProblem("b/secret", Code.SOURCE_UNREADABLE),)
        return changed(
            counted(transfer, S.ACTIVE),
            counted(transfer, S.PARTLY_DONE, done_files=1, failed_files=1, problems=problems),
        )

    code, lines = await run(ScriptedService(reactions={"send": partly}))
    assert code is ExitCode.FAILED
    assert lines[-2]["event"] == "finished"
    assert (lines[-2]["ok"], lines[-2]["failed"]) == (1, 1)
    assert lines[-1] == {
        "event": "error",
        "id": "00" * 16,
        "code": "source_unreadable",
        "message": "b/secret could not be read",
    }


@pytest.mark.parametrize("state", [S.SCANNING, S.QUEUED, S.OFFERED])
async def test_what_waits_for_a_friend_who_stays_away_is_left_in_the_queue_with_four(
    state: TransferState,
) -> None:
    service = ScriptedService({ANNA: AWAY})
    service.reactions["send"] = lambda transfer, *_: changed(counted(transfer, state))
    code, lines = await run(service, ORDER, 100.0, 114.9, 115.0)
    assert code is ExitCode.UNREACHABLE
    assert [order[0] for order in service.orders] == ["send"]
    assert lines[-1] == {"event": "queued", "id": "00" * 16}
    assert not [line for line in lines if line["event"] == "error"]


async def test_a_friend_who_is_back_while_another_is_sent_to_is_stayed_with() -> None:
    service = ScriptedService({ANNA: HERE, MAREK: AWAY})
    service.reactions["send"] = lambda transfer, *_: changed(counted(transfer, S.OFFERED))
    stream, inbox = io.StringIO(), asyncio.Queue[Any]()
    order = replace(ORDER, to=(ANNA.name, MAREK.name))
    running = asyncio.create_task(send(service, inbox, JsonLines(stream), order, Sent()))
    for now in (0.0, 20.0):
        await drained(inbox)
        inbox.put_nowait(Tick(now))
    await drained(inbox)
    to_anna, to_marek = (order[1] for order in service.orders)
    assert lines_of(stream)[-1] == {"event": "queued", "id": to_marek.id.hex()}
    service.emit(FriendChanged(MAREK, HERE))
    inbox.put_nowait(Tick(21.0))
    service.emit(*changed(counted(to_anna, S.DONE)))
    await drained(inbox)
    assert not running.done()
    service.emit(*changed(counted(to_marek, S.DECLINED)))
    assert await within(5, running) is ExitCode.DECLINED


async def test_nobody_is_waited_for_if_that_is_wanted() -> None:
    service = ScriptedService()
    service.reactions["send"] = lambda transfer, *_: changed(counted(transfer, S.OFFERED))
    code, lines = await run(service, replace(ORDER, wait_seconds=None))
    assert code is ExitCode.DONE
    assert [line["event"] for line in lines] == ["state", "queued"]
    assert [order[0] for order in service.orders] == ["send"]


async def test_a_friend_who_comes_in_time_is_not_given_up() -> None:
    service = ScriptedService({ANNA: AWAY})
    queued: list[Transfer] = []

    def queue(transfer: Transfer, *_: object) -> Iterable[Event]:
        queued.append(counted(transfer, S.QUEUED))
        return changed(*queued)

    service.reactions["send"] = queue
    stream = io.StringIO()
    inbox: Inbox = asyncio.Queue()
    running = asyncio.create_task(send(service, inbox, JsonLines(stream), ORDER, Sent()))
    await drained(inbox)
    inbox.put_nowait(Tick(0.0))
    service.emit(FriendChanged(ANNA, HERE))
    inbox.put_nowait(Tick(20.0))
    service.emit(FriendChanged(ANNA, AWAY))
    inbox.put_nowait(Tick(21.0))
    inbox.put_nowait(Tick(35.9))
    await drained(inbox)
    service.emit(*sent(queued[0]))
    assert await within(5, running) is ExitCode.DONE


async def test_a_transfer_that_moves_is_not_given_up() -> None:
    service = ScriptedService({ANNA: AWAY})
    service.reactions["send"] = lambda transfer, *_: changed(counted(transfer, S.ACTIVE))
    inbox: Inbox = asyncio.Queue()
    running = asyncio.create_task(send(service, inbox, JsonLines(io.StringIO()), ORDER, Sent()))
    await drained(inbox)
    inbox.put_nowait(Tick(0.0))
    inbox.put_nowait(Tick(100.0))
    await drained(inbox)
    assert [order[0] for order in service.orders] == ["send"]
    service.emit(*changed(counted(service.orders[0][1], S.DONE)))
    assert await within(5, running) is ExitCode.DONE


@pytest.mark.parametrize("state", [S.OFFERED, S.ACTIVE, S.STALLED, S.PAUSED, S.CLOSING])
async def test_a_stop_leaves_every_transfer_in_the_queue(state: TransferState) -> None:
    service = ScriptedService({ANNA: HERE, MAREK: HERE})
    service.reactions["send_to_all"] = lambda transfer, *_: changed(counted(transfer, state))
    stream, inbox = io.StringIO(), asyncio.Queue[Any]()
    order = replace(ORDER, to=("Anna Lindqvist", "Marek Novák"))
    running = asyncio.create_task(send(service, inbox, JsonLines(stream), order, Sent()))
    await drained(inbox)
    inbox.put_nowait(Stop())
    assert await within(5, running) is ExitCode.FAILED
    assert [order[0] for order in service.orders] == ["send_to_all", "send_to_all"]
    assert [line["event"] for line in lines_of(stream)[-2:]] == ["queued", "queued"]
    assert service.observers == []


async def test_a_stop_that_comes_first_of_all_still_ends_the_command() -> None:
    service = ScriptedService()
    inbox: Inbox = asyncio.Queue()
    inbox.put_nowait(Stop())
    stream = io.StringIO()
    running = send(service, inbox, JsonLines(stream), ORDER, Sent())
    assert await within(5, running) is ExitCode.FAILED
    assert lines_of(stream)[-1] == {"event": "queued", "id": "00" * 16}


async def test_a_person_is_told_how_what_is_left_goes_on() -> None:
    out = io.StringIO()
    service = ScriptedService({ANNA: AWAY})
    service.reactions["send"] = lambda transfer, *_: changed(counted(transfer, S.QUEUED))
    inbox: Inbox = asyncio.Queue()
    for happening in (Tick(0.0), Tick(15.0), Stop()):
        inbox.put_nowait(happening)
    running = send(service, inbox, Terminal(out, io.StringIO()), ORDER, Sent())
    assert await within(5, running) is ExitCode.FAILED
    assert out.getvalue().splitlines()[-1] == (
        "gift to Anna Lindqvist: it goes on the next time Byhand runs; byhand queue cancel"
        " 00000000 ends it."
    )


async def test_what_is_on_its_way_already_is_joined_where_it_stands() -> None:
    under_way = counted(
        Transfer(TransferId(b"u" * 16), Direction.OUTGOING, ANNA.id, "gift", S.PAUSED, 0.0),
        S.PAUSED,
        paused_by_me=True,
    )
    service = ScriptedService(transfers=[under_way])
    service.reactions["queue.resume"] = lambda _: changed(
        counted(under_way, S.ACTIVE), counted(under_way, S.DONE, done_files=2)
    )
    code, lines = await run(service)
    assert code is ExitCode.DONE
    assert [order[0] for order in service.orders] == ["send", "queue.resume"]
    assert [line.get("state", line["event"]) for line in lines] == [
        "offer",
        "paused",
        "active",
        "done",
        "finished",
    ]


async def test_a_note_a_limit_and_the_rest_reach_the_service() -> None:
    options = SendOptions("for you", follows_links=True)
    service = ScriptedService(reactions={"send": sent})
    await run(service, replace(ORDER, options=options, limit=10_000_000))
    transfer_id = service.orders[0][1].id
    assert service.orders[0][-1] == options
    limits = RateLimits(up=10_000_000)
    assert service.orders[1] == ("set_transfer_limits", transfer_id, limits)


async def test_a_text_goes_like_a_file() -> None:
    service = ScriptedService(reactions={"send_text": sent})
    code, lines = await run(service, SendText("https://a.example", ("Anna Lindqvist",), "h:1"))
    assert code is ExitCode.DONE
    assert service.orders[0][2:] == ("https://a.example", ANNA.id, "h:1")
    assert lines[-1]["event"] == "finished"


async def test_a_queue_that_cannot_be_kept_on_the_disk_is_told_while_it_goes_on() -> None:
    def failing(transfer: Transfer, *_: object) -> Iterable[Event]:
        return [OrderFailed(DiskFullError(Path("/p"))), *sent(transfer)]

    code, lines = await run(ScriptedService(reactions={"send": failing}))
    assert code is ExitCode.DONE
    assert [line["code"] for line in lines if line["event"] == "error"] == ["disk_full"]


async def test_progress_is_told_at_each_tick_for_what_moves() -> None:
    service = ScriptedService()
    service.reactions["send"] = lambda transfer, *_: changed(counted(transfer, S.ACTIVE))
    stream = io.StringIO()
    inbox: Inbox = asyncio.Queue()
    running = asyncio.create_task(send(service, inbox, JsonLines(stream), ORDER, Sent()))
    await drained(inbox)
    transfer = service.orders[0][1]
    service.moving[transfer.id] = Progress(1500, 3000, 1, 2, bytes_per_second=750.4)
    inbox.put_nowait(Tick(1.0))
    service.emit(*changed(counted(transfer, S.DONE)))
    await within(5, running)
    assert {
        "event": "progress",
        "id": "00" * 16,
        "bytes": 1500,
        "total_bytes": 3000,
        "files": 1,
        "total_files": 2,
        "bytes_per_second": 750,
    } in lines_of(stream)


@pytest.mark.parametrize(
    ("codes", "worst"),
    [
        ([ExitCode.DONE, ExitCode.DONE], ExitCode.DONE),
        ([ExitCode.DONE, ExitCode.DECLINED], ExitCode.DECLINED),
        ([ExitCode.DECLINED, ExitCode.UNREACHABLE], ExitCode.UNREACHABLE),
        ([ExitCode.UNREACHABLE, ExitCode.FAILED, ExitCode.DONE], ExitCode.FAILED),
    ],
)
def test_several_transfers_end_with_the_worst(codes: list[ExitCode], worst: ExitCode) -> None:
    assert worst_exit_code(codes) is worst


async def test_a_stop_says_that_another_process_goes_on() -> None:
    service = ScriptedService(is_elsewhere=True)
    service.reactions["send"] = lambda transfer, *_: changed(counted(transfer, S.OFFERED))
    out, inbox = io.StringIO(), asyncio.Queue[Any]()
    running = asyncio.create_task(send(service, inbox, Terminal(out, io.StringIO()), ORDER, Sent()))
    await drained(inbox)
    inbox.put_nowait(Stop())
    assert await within(5, running) is ExitCode.FAILED
    assert [order[0] for order in service.orders] == ["send"]
    assert service.observers == []
    assert out.getvalue().splitlines()[-1] == (
        "gift to Anna Lindqvist: it goes on in the running Byhand; byhand queue cancel 00000000"
        " ends it."
    )


@pytest.mark.parametrize("order", [ORDER, SendText("hello", (ANNA.name,))], ids=["files", "text"])
async def test_what_was_begun_in_another_process_goes_on_and_is_not_sent_twice(
    order: SendOrder,
) -> None:
    transfer_id = TransferId(b"b" * 16)
    begun = counted(
        Transfer(transfer_id, Direction.OUTGOING, ANNA.id, "gift", S.STALLED, 0.0), S.STALLED
    )
    service = ScriptedService(transfers=[begun])
    so_far = Sent({ANNA.id: transfer_id})
    inbox: Inbox = asyncio.Queue()
    running = asyncio.create_task(send(service, inbox, JsonLines(io.StringIO()), order, so_far))
    await drained(inbox)
    service.emit(*changed(counted(begun, S.ACTIVE), counted(begun, S.DONE)))
    assert await within(5, running) is ExitCode.DONE
    assert service.orders == []


async def test_what_was_begun_and_is_not_known_any_more_is_sent_again() -> None:
    service = ScriptedService(reactions={"send": sent})
    so_far = Sent({ANNA.id: TransferId(b"b" * 16)})
    running = send(service, asyncio.Queue(), JsonLines(io.StringIO()), ORDER, so_far)
    assert await within(5, running) is ExitCode.DONE
    assert [order[0] for order in service.orders] == ["send"]


async def test_what_has_been_sent_already_is_not_sent_again() -> None:
    service = ScriptedService({ANNA: HERE, MAREK: HERE}, reactions={"send": sent})
    order = replace(ORDER, to=(ANNA.name, MAREK.name))
    so_far = Sent(codes={ANNA.id: ExitCode.DECLINED})
    running = send(service, asyncio.Queue(), JsonLines(io.StringIO()), order, so_far)
    assert await within(5, running) is ExitCode.DECLINED
    assert [order[3] for order in service.orders] == [MAREK.id]
    assert so_far.codes == {ANNA.id: ExitCode.DECLINED, MAREK.id: ExitCode.DONE}


async def test_what_is_taken_off_the_list_at_once_has_ended_all_the_same() -> None:
    def removed(transfer: Transfer, *_: object) -> Iterable[Event]:
        return [*sent(transfer), TransferRemoved(transfer.id)]

    code, lines = await run(ScriptedService(reactions={"send": removed}))
    assert (code, lines[-1]["event"]) == (ExitCode.DONE, "finished")
