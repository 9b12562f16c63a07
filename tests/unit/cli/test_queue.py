"""The commands about what is on its way, with a service that answers by a script."""

import asyncio
import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from byhand.cli.file_pages import PAGE_ROWS
from byhand.cli.happenings import Inbox, Stop, Tick
from byhand.cli.json_lines import JsonLines
from byhand.cli.orders import ExitCode
from byhand.cli.output import Output
from byhand.cli.queue import LOOK_SECONDS, carry_out
from byhand.cli.rows import ENDED_SHOWN
from byhand.cli.terminal import Terminal
from byhand.cli.transfer_orders import (
    CancelFiles,
    CancelTransfer,
    ListFiles,
    ListQueue,
    MoveTransfer,
    PauseTransfers,
    QueueOrder,
    RemoveTransfer,
    RetryTransfer,
)
from byhand.cli.waiting import ANSWER_SECONDS
from byhand.domain.bottleneck import Bottleneck
from byhand.domain.codes import Code
from byhand.domain.events import (
    Event,
    FileRow,
    FilesPage,
    FriendChanged,
    OrderFailed,
    TransferAdded,
    TransferRemoved,
)
from byhand.domain.progress import Progress
from byhand.domain.transfer import (
    Direction,
    EntryState,
    Transfer,
    TransferId,
    TransferState,
)
from byhand.errors import DiskFullError, UsageError
from tests.helpers.file_rows import FOLDER_TREE, file_row
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

S = TransferState
E = EntryState


def transfer(number: int, title: str, state: TransferState, **changes: Any) -> Transfer:
    """Return a transfer to Anna whose place in the queue is its number."""
    made = Transfer(
        TransferId(bytes([number]) * 16),
        Direction.OUTGOING,
        ANNA.id,
        title,
        state,
        created_at=0.0,
        total_files=480,
        total_bytes=3_400_000_000,
        is_counted=True,
        place=float(number),
    )
    return replace(made, **changes)


SUMMER = transfer(0xA1, "Summer", S.ACTIVE)
REPORT = transfer(0xA2, "report.pdf", S.QUEUED)
LETTERS = transfer(0xA3, "Letters", S.OFFERED, friend_id=MAREK.id, direction=Direction.INCOMING)
OLD = transfer(0xA4, "old", S.PARTLY_DONE, ended_at=5.0)
ALL = [LETTERS, OLD, REPORT, SUMMER]


def service_with(
    transfers: Sequence[Transfer] = ALL, **reactions: Callable[..., Sequence[Event]]
) -> ScriptedService:
    named = {f"queue.{name}": reaction for name, reaction in reactions.items()}
    return ScriptedService(
        {ANNA: HERE, MAREK: AWAY}, transfers=list(transfers), reactions=dict(named)
    )


async def run(
    service: ScriptedService, order: QueueOrder, *happenings: Any
) -> tuple[ExitCode, list[dict[str, Any]]]:
    """Let the command start, then let the happenings come."""
    stream = io.StringIO()
    code = await carried_out(service, order, JsonLines(stream), *happenings)
    return code, lines_of(stream)


async def said(service: ScriptedService, order: QueueOrder, *happenings: Any) -> list[str]:
    """Return what a person reads of a command that is done."""
    out = io.StringIO()
    code = await carried_out(service, order, Terminal(out, io.StringIO()), *happenings)
    assert code is ExitCode.DONE
    return out.getvalue().splitlines()


async def carried_out(
    service: ScriptedService, order: QueueOrder, output: Output, *happenings: Any
) -> ExitCode:
    inbox: Inbox = asyncio.Queue()
    running = asyncio.create_task(carry_out(service, inbox, output, order))
    for happening in happenings:
        for _ in range(5):
            await asyncio.sleep(0)
        inbox.put_nowait(happening)
    code: ExitCode = await within(5, running)
    assert service.observers == []
    return code


def nothing(*_: object) -> list[Event]:
    return []


# --- list


async def test_the_queue_is_told_in_its_order_and_then_what_ended() -> None:
    service = service_with()
    service.moving[SUMMER.id] = Progress(2_100_000_000, 3_400_000_000, 312, 480, 41_800_000.4)
    code, lines = await run(service, ListQueue())
    assert code is ExitCode.DONE
    assert [line["title"] for line in lines] == ["Summer", "report.pdf", "Letters", "old"]
    assert lines[0] == {
        "event": "transfer",
        "id": SUMMER.id.hex(),
        "direction": "outgoing",
        "friend": "Anna Lindqvist",
        "title": "Summer",
        "state": "active",
        "online": True,
        "bytes": 2_100_000_000,
        "total_bytes": 3_400_000_000,
        "files": 312,
        "total_files": 480,
        "bytes_per_second": 41_800_000,
    }
    assert (lines[2]["online"], lines[2]["bytes"]) == (False, None)


async def test_a_person_reads_a_table() -> None:
    service = service_with([SUMMER, REPORT, replace(LETTERS, title="文件")])
    service.moving[SUMMER.id] = Progress(2_100_000_000, 3_400_000_000, 312, 480, 41.8e6, 31.0)
    assert await said(service, ListQueue()) == [
        "a1a1a1a1  to    Anna Lindqvist  Summer      3.4 GB"
        "  2.1 GB of 3.4 GB · 312 of 480 files · 41.8 MB/s · 31 s left",
        "a2a2a2a2  to    Anna Lindqvist  report.pdf  3.4 GB  Next after “Summer”",
        "a3a3a3a3  from  Marek Novák     文件        3.4 GB"
        "  Marek Novák waits for your answer · 480 files · 3.4 GB",
    ]


async def test_what_slows_a_transfer_down_is_told_once_it_is_clear() -> None:
    service = service_with([SUMMER])
    service.moving[SUMMER.id] = Progress(
        1, 2, 0, 480, 41.8e6, 31.0, bottleneck=Bottleneck.LIMIT_HERE, limit=42_000_000
    )
    (line,) = await said(service, ListQueue())
    assert line.endswith("· 31 s left · slowed down by the limit that is set: 42 MB/s")
    _, (fields,) = await run(service, ListQueue())
    assert (fields["bottleneck"], fields["limit"]) == ("limit_here", 42_000_000)


async def test_what_waits_for_its_turn_says_after_what() -> None:
    coming = replace(LETTERS, state=S.ACTIVE, others_first=True, friend_id=ANNA.id)
    going = replace(REPORT, state=S.ACTIVE, others_first=True, place=float(0xA4))
    service = service_with([SUMMER, coming, going])
    for each in (SUMMER, coming, going):
        service.moving[each.id] = Progress(0, 3_400_000_000, 0, 480, 0.0, None, 15.0)
    _, third, second = await said(service, ListQueue())
    assert third.endswith("Anna Lindqvist sends something else first · 0 bytes of 3.4 GB")
    assert second.endswith("Next after “Summer” · 0 bytes of 3.4 GB")
    code, lines = await run(service, ListQueue())
    assert code is ExitCode.DONE
    assert [line.get("awaits_turn") for line in lines] == [None, True, True]


async def test_only_what_ended_last_is_told() -> None:
    ended = [transfer(number, f"{number}", S.DONE, ended_at=100.0 - number) for number in range(30)]
    _, lines = await run(service_with(ended), ListQueue())
    assert [line["title"] for line in lines] == [f"{n}" for n in reversed(range(ENDED_SHOWN))]
    assert lines[0]["bytes"] == 3_400_000_000


async def test_the_list_waits_a_moment_for_friends_and_speeds() -> None:
    service = service_with([SUMMER, replace(REPORT, friend_id=MAREK.id)])
    service.moving[SUMMER.id] = Progress(1, 2, 0, 480)
    _, lines = await run(service, ListQueue(), Tick(0.0), FriendChanged(MAREK, HERE))
    assert [line["online"] for line in lines] == [True, True]


async def test_the_list_does_not_wait_for_long() -> None:
    ticks = (Tick(7.0), Tick(7.0 + LOOK_SECONDS))
    code, lines = await run(service_with([SUMMER]), ListQueue(), *ticks)
    assert (code, lines[0]["bytes"]) == (ExitCode.DONE, None)


async def test_an_empty_queue_is_no_error() -> None:
    assert await run(service_with([]), ListQueue()) == (ExitCode.DONE, [])


# --- list ID


def paged(rows: Sequence[FileRow]) -> Callable[..., list[Event]]:
    def page(transfer_id: TransferId, first: int, count: int) -> list[Event]:
        return [FilesPage(transfer_id, first, len(rows), tuple(rows[first : first + count]))]

    return page


async def test_all_files_of_a_transfer_are_told_page_by_page() -> None:
    rows = [file_row(index) for index in range(2 * PAGE_ROWS + 1)]
    service = service_with(request_files=paged(rows))
    code, lines = await run(service, ListFiles("a1a1"))
    assert code is ExitCode.DONE
    assert [line["index"] for line in lines] == list(range(len(rows)))
    assert [order[2] for order in service.orders] == [0, PAGE_ROWS, 2 * PAGE_ROWS]


async def test_files_are_told_with_where_they_stand() -> None:
    rows = [
        file_row(0, "Summer", is_folder=True),
        file_row(1, "Summer/a.jpg", E.DONE),
        file_row(2, "Summer/b\x1b.jpg", E.FAILED, code=Code.SOURCE_UNREADABLE),
    ]
    shown = await said(service_with(request_files=paged(rows)), ListFiles("Summer"))
    assert shown == [
        "0  folder  waiting            Summer",
        "1  1.0 kB  done               Summer/a.jpg",
        "2  2.0 kB  could not be read  Summer/b⟨U+001B⟩.jpg",
    ]
    _, lines = await run(service_with(request_files=paged(rows)), ListFiles("Summer"))
    assert lines[2] == {
        "event": "file",
        "id": SUMMER.id.hex(),
        "index": 2,
        "path": "Summer/b\x1b.jpg",
        "size": 2000,
        "state": "failed",
        "code": "source_unreadable",
    }
    assert lines[0]["folder"] is True


@pytest.mark.parametrize("state", EntryState)
async def test_every_state_of_a_file_has_words(state: EntryState) -> None:
    rows = [file_row(0, "x", state, code=Code.DISK_ERROR)]
    (line,) = await said(service_with(request_files=paged(rows)), ListFiles("Summer"))
    assert line.startswith("0  0 bytes  ")
    assert line.removesuffix("  x").removeprefix("0  0 bytes  ").strip()


async def test_a_transfer_that_is_still_counted_has_no_files_to_show() -> None:
    shown = await said(service_with(request_files=paged([])), ListFiles("Summer"))
    assert shown == ["Its files are still being counted."]


async def test_files_that_are_not_told_are_no_success() -> None:
    service = service_with(request_files=nothing)
    ticks = (Tick(0.0), Tick(ANSWER_SECONDS))
    code, lines = await run(service, ListFiles("Summer"), *ticks)
    assert (code, lines[-1]["code"]) == (ExitCode.FAILED, "not_told")


async def test_a_list_that_ends_early_ends_the_command() -> None:
    service = service_with(
        request_files=lambda id_, first, _: [FilesPage(id_, first, 5, FOLDER_TREE[first:2])]
    )
    code, lines = await run(service, ListFiles("Summer"))
    assert (code, len(lines)) == (ExitCode.DONE, 2)


# --- pause and resume


def held(*, by_me: bool) -> Callable[[TransferId], list[Event]]:
    def hold(transfer_id: TransferId) -> list[Event]:
        known = next(each for each in ALL if each.id == transfer_id)
        return changed(replace(known, paused_by_me=by_me))

    return hold


async def test_transfers_are_paused_one_after_the_other() -> None:
    service = service_with(pause=held(by_me=True))
    code, lines = await run(service, PauseTransfers(("a1a1", "Report.PDF")))
    assert code is ExitCode.DONE
    assert service.orders == [("queue.pause", SUMMER.id), ("queue.pause", REPORT.id)]
    assert [(line["title"], line["paused_by_me"]) for line in lines] == [
        ("Summer", True),
        ("report.pdf", True),
    ]
    again = service_with(pause=held(by_me=True))
    assert await said(again, PauseTransfers(("Summer",))) == ["Summer to Anna Lindqvist is paused."]


@pytest.mark.parametrize(
    ("now", "sentence"),
    [
        (SUMMER, "Summer to Anna Lindqvist goes on."),
        (
            replace(SUMMER, paused_by_friend=True),
            "Summer to Anna Lindqvist is still paused by Anna Lindqvist.",
        ),
        (replace(SUMMER, state=S.DONE), "Summer to Anna Lindqvist is over."),
        (
            replace(SUMMER, friend_id=MAREK.id),
            "Summer to Marek Novák goes on when Marek Novák is there.",
        ),
    ],
)
async def test_what_goes_on_says_whether_it_does(now: Transfer, sentence: str) -> None:
    paused = replace(SUMMER, paused_by_me=True)
    service = service_with([paused], resume=lambda _: changed(now))
    assert await said(service, PauseTransfers(("Summer",), is_paused=False)) == [sentence]
    assert service.orders == [("queue.resume", SUMMER.id)]


async def test_what_is_paused_already_is_not_paused_again() -> None:
    service = service_with([replace(SUMMER, paused_by_me=True)])
    code, lines = await run(service, PauseTransfers(("Summer",)))
    assert (code, service.orders, len(lines)) == (ExitCode.DONE, [], 1)


async def test_everything_is_paused_at_once() -> None:
    paused = [replace(each, paused_by_me=True) for each in (SUMMER, REPORT, LETTERS)]
    service = service_with(pause_all=lambda: changed(*paused))
    code, lines = await run(service, PauseTransfers())
    assert (code, service.orders) == (ExitCode.DONE, [("queue.pause_all",)])
    assert [line["title"] for line in lines] == ["Summer", "report.pdf", "Letters"]
    service = service_with(paused, resume_all=lambda: changed(SUMMER, REPORT, LETTERS))
    assert await said(service, PauseTransfers(is_paused=False)) == ["Let go on: 3 transfers."]


async def test_pausing_everything_of_nothing_is_no_error() -> None:
    assert await said(service_with([OLD]), PauseTransfers()) == ["Paused: 0 transfers."]


async def test_a_pause_that_does_not_come_is_no_success() -> None:
    ticks = (Tick(0.0), Tick(ANSWER_SECONDS))
    code, lines = await run(service_with(pause=nothing), PauseTransfers(("Summer",)), *ticks)
    assert (code, lines[-1]["code"]) == (ExitCode.FAILED, "not_changed")


async def test_a_stop_ends_the_waiting() -> None:
    code, _ = await run(service_with(pause=nothing), PauseTransfers(("Summer",)), Stop())
    assert code is ExitCode.FAILED


async def test_what_is_over_cannot_be_paused() -> None:
    service = service_with()
    with pytest.raises(UsageError, match="“old” is over: there is nothing to pause"):
        await run(service, PauseTransfers(("Summer", "old")))
    assert service.orders == []


# --- cancel


async def test_a_transfer_is_cancelled() -> None:
    service = service_with()
    service.reactions["cancel"] = lambda _: changed(replace(SUMMER, state=S.CANCELLED))
    code, lines = await run(service, CancelTransfer("A1A1A1A1"))
    assert (code, service.orders) == (ExitCode.DONE, [("cancel", SUMMER.id)])
    assert [line["state"] for line in lines] == ["cancelled"]


async def test_what_is_over_cannot_be_cancelled() -> None:
    with pytest.raises(UsageError, match="is over already"):
        await run(service_with(), CancelTransfer("old"))


def leaving_out(state: EntryState, looks: int = 1) -> ScriptedService:
    """Return a service whose files go into a state some looks after they are left out."""
    left: list[int] = []

    def leave(_: TransferId, entries: Sequence[int]) -> list[Event]:
        left.extend(entries)
        return []

    def page(transfer_id: TransferId, first: int, count: int) -> list[Event]:
        nonlocal looks
        looks -= bool(left)
        rows = [
            replace(row, state=state if row.index in left and looks < 1 else row.state)
            for row in FOLDER_TREE[first : first + count]
        ]
        return [FilesPage(transfer_id, first, len(FOLDER_TREE), tuple(rows))]

    return service_with(leave_out=leave, request_files=page)


async def test_files_are_left_out_by_their_numbers() -> None:
    service = leaving_out(E.CANCELLED)
    code, lines = await run(service, CancelFiles("Summer", ("0", "3-4")))
    assert code is ExitCode.DONE
    assert [order for order in service.orders if order[0] == "queue.leave_out"] == [
        ("queue.leave_out", SUMMER.id, [0, 3, 4])
    ]
    assert [(line["index"], line["state"]) for line in lines] == [
        (0, "cancelled"),
        (3, "cancelled"),
        (4, "cancelled"),
    ]
    shown = await said(leaving_out(E.CANCELLED), CancelFiles("Summer", ("3",)))
    assert shown[-1] == "Summer to Anna Lindqvist goes on without 1 file."


async def test_files_are_looked_at_again_until_they_are_left_out() -> None:
    ticks = (Tick(0.0), Tick(1.0), Tick(2.0), Tick(3.0))
    code, lines = await run(leaving_out(E.CANCELLED, 3), CancelFiles("Summer", ("0",)), *ticks)
    assert (code, lines[0]["state"]) == (ExitCode.DONE, "cancelled")


async def test_files_that_are_not_left_out_in_time_are_no_success() -> None:
    ticks = (Tick(0.0), Tick(ANSWER_SECONDS))
    code, lines = await run(leaving_out(E.CANCELLED, 99), CancelFiles("Summer", ("0",)), *ticks)
    assert (code, lines[-1]["code"]) == (ExitCode.FAILED, "not_changed")


async def test_files_that_are_there_already_are_told_as_such() -> None:
    shown = await said(leaving_out(E.DONE), CancelFiles("Summer", ("0",)))
    assert shown[-1] == "Summer to Anna Lindqvist had them already."


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        (("5",), "no file 5"),
        (("0-7", "9"), "no file 5-7,9"),
        (("1",), "1 is a folder"),
        (("x",), "no numbers of files"),
    ],
)
async def test_files_that_are_not_there_are_named_and_nothing_is_left_out(
    files: tuple[str, ...], sentence: str
) -> None:
    service = leaving_out(E.CANCELLED)
    with pytest.raises(UsageError, match=sentence):
        await run(service, CancelFiles("Summer", files))
    assert not [order for order in service.orders if order[0] == "queue.leave_out"]


# --- retry, move, remove


async def test_what_failed_is_tried_again_under_an_id_of_its_own() -> None:
    service = service_with()
    again = replace(SUMMER, id=service.queue.retried, title="old", state=S.SCANNING)
    service.reactions["queue.retry"] = lambda _: [TransferAdded(again)]
    shown = await said(service, RetryTransfer("old"))
    assert shown == [
        "What failed of old to Anna Lindqvist is in the queue again, as 61676169: it goes when"
        " Anna Lindqvist is there and Byhand is open."
    ]
    assert service.orders == [("queue.retry", OLD.id)]


async def test_what_is_not_over_cannot_be_tried_again() -> None:
    with pytest.raises(UsageError, match="is not over yet"):
        await run(service_with(), RetryTransfer("Summer"))


@pytest.mark.parametrize(
    ("order", "before", "places", "sentence"),
    [
        (
            MoveTransfer("Letters", is_first=True),
            SUMMER.id,
            {"Letters": 1.0},
            "Letters from Marek Novák is before Summer to Anna Lindqvist in the queue.",
        ),
        (
            MoveTransfer("Summer", before="Letters"),
            LETTERS.id,
            {"Summer": 162.5},
            "Summer to Anna Lindqvist is before Letters from Marek Novák in the queue.",
        ),
        (
            MoveTransfer("Summer"),
            None,
            {"Summer": 200.0},
            "Summer to Anna Lindqvist is last in the queue.",
        ),
    ],
)
async def test_a_transfer_gets_another_place(
    order: MoveTransfer, before: TransferId | None, places: dict[str, float], sentence: str
) -> None:
    def move(transfer_id: TransferId, _: TransferId | None) -> list[Event]:
        moved = next(each for each in ALL if each.id == transfer_id)
        return changed(replace(moved, place=places[moved.title]))

    service = service_with(move=move)
    assert await said(service, order) == [sentence]
    assert [given[2] for given in service.orders] == [before]


@pytest.mark.parametrize(
    "order",
    [
        MoveTransfer("Summer", is_first=True),
        MoveTransfer("Letters"),
        MoveTransfer("Summer", before="report.pdf"),
    ],
)
async def test_a_transfer_that_is_there_already_is_not_moved(order: MoveTransfer) -> None:
    service = service_with()
    code, _ = await run(service, order)
    assert (code, service.orders) == (ExitCode.DONE, [])


async def test_the_only_one_in_the_queue_is_first_and_last() -> None:
    for order in (MoveTransfer("Summer"), MoveTransfer("Summer", is_first=True)):
        service = service_with([SUMMER, OLD])
        assert await said(service, order) == ["Summer to Anna Lindqvist is last in the queue."]


async def test_nothing_is_put_before_itself() -> None:
    with pytest.raises(UsageError, match="before itself"):
        await run(service_with(), MoveTransfer("Summer", before="a1a1"))


async def test_what_is_over_is_taken_off_the_list() -> None:
    service = service_with()
    service.reactions["remove"] = lambda transfer_id: [TransferRemoved(transfer_id)]
    assert await said(service, RemoveTransfer("old")) == ["old to Anna Lindqvist is off the list."]
    with pytest.raises(UsageError, match="cancel it first"):
        await run(service_with(), RemoveTransfer("Summer"))


async def test_what_the_disk_refuses_is_an_error_at_once() -> None:
    service = service_with(pause=lambda _: [OrderFailed(DiskFullError(Path("/p")))])
    with pytest.raises(DiskFullError):
        await run(service, PauseTransfers(("Summer",)))


async def test_a_transfer_that_nobody_knows_is_wrong_use() -> None:
    for order in (ListFiles("x"), PauseTransfers(("x",)), CancelTransfer("x")):
        with pytest.raises(UsageError, match="No transfer"):
            await run(service_with(), order)
