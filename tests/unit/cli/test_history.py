"""The commands about what has ended, with a service that answers by a script."""

import asyncio
import io
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from byhand.cli.happenings import Inbox, Stop, Tick
from byhand.cli.history import LOOKS, PAGE_ITEMS, carry_out
from byhand.cli.json_lines import JsonLines
from byhand.cli.orders import ExitCode
from byhand.cli.output import Output
from byhand.cli.terminal import Terminal
from byhand.cli.transfer_orders import (
    CheckAgain,
    ClearHistory,
    ForgetTransfer,
    HistoryOrder,
    ListHistory,
)
from byhand.cli.waiting import ANSWER_SECONDS
from byhand.domain.codes import Code
from byhand.domain.events import Event, OrderFailed, TransferAdded
from byhand.domain.history import HistoryItem, HistoryPage, HistoryQuery
from byhand.domain.history_events import CheckedAgain, HistoryTold
from byhand.domain.transfer import Direction, Transfer, TransferId, TransferState
from byhand.errors import DiskFullError, UsageError
from tests.helpers.scripted_service import ANNA, ScriptedService, lines_of, within

S = TransferState
NOON = time.mktime((2026, 7, 4, 12, 0, 0, 0, 0, -1))


def item(number: int, title: str, **changes: Any) -> HistoryItem:
    transfer = Transfer(
        TransferId(number.to_bytes(2, "big") * 8),
        Direction.OUTGOING,
        ANNA.id,
        title,
        S.DONE,
        created_at=0.0,
        total_files=480,
        total_bytes=3_400_000_000,
        is_counted=True,
        ended_at=NOON,
    )
    return HistoryItem(
        replace(transfer, **changes), "Anna Lindqvist", has_receipt=True, has_roots=True
    )


SUMMER = item(0xA1A1, "Summer", direction=Direction.INCOMING)
SENT = item(0xA4A4, "sent")
REPORT = item(
    0xA2A2,
    "report.pdf",
    state=S.DECLINED,
    code=Code.DECLINED,
    direction=Direction.INCOMING,
    note="look",
)
BARE = replace(item(0xA3A3, "bare"), has_receipt=False)


class Past(ScriptedService):
    """A service with a history that can be asked for."""

    def __init__(self, items: Sequence[HistoryItem] = (SUMMER, REPORT, BARE)) -> None:
        super().__init__()
        self.items = list(items)
        self.reactions["history.request"] = self._page
        self.reactions["history.forget"] = self._forget
        self.reactions["history.clear"] = self._clear

    def _page(self, first: int, count: int, query: HistoryQuery) -> list[Event]:
        found = [each for each in self.items if query.text in each.transfer.title]
        page = HistoryPage(tuple(found[first : first + count]), first, len(found))
        return [HistoryTold(page)]

    def _forget(self, transfer_id: TransferId) -> list[Event]:
        self.items = [each for each in self.items if each.transfer.id != transfer_id]
        return []

    def _clear(self) -> list[Event]:
        self.items = []
        return []

    def given(self) -> list[tuple[Any, ...]]:
        """Return the orders but those that only look."""
        return [order for order in self.orders if order[0] != "history.request"]


async def run(
    service: ScriptedService, order: HistoryOrder, *happenings: Any
) -> tuple[ExitCode, list[dict[str, Any]]]:
    stream = io.StringIO()
    code = await carried_out(service, order, JsonLines(stream), *happenings)
    return code, lines_of(stream)


async def said(service: ScriptedService, order: HistoryOrder, *happenings: Any) -> list[str]:
    out = io.StringIO()
    await carried_out(service, order, Terminal(out, io.StringIO()), *happenings)
    return out.getvalue().splitlines()


async def carried_out(
    service: ScriptedService, order: HistoryOrder, output: Output, *happenings: Any
) -> ExitCode:
    """Let the command start, then let the happenings come one after the other."""
    inbox: Inbox = asyncio.Queue()
    running = asyncio.create_task(carry_out(service, inbox, output, order))
    for happening in happenings:
        for _ in range(5):
            await asyncio.sleep(0)
        inbox.put_nowait(happening)
    code: ExitCode = await within(5, running)
    assert service.observers == []
    return code


async def test_what_has_ended_is_told_the_newest_first() -> None:
    code, lines = await run(Past(), ListHistory())
    assert code is ExitCode.DONE
    assert [line["title"] for line in lines] == ["Summer", "report.pdf", "bare"]
    assert lines[1] == {
        "event": "history",
        "id": "a2" * 16,
        "direction": "incoming",
        "friend": "Anna Lindqvist",
        "title": "report.pdf",
        "files": 480,
        "bytes": 3_400_000_000,
        "note": "look",
        "state": "declined",
        "code": "declined",
        "ended": int(NOON),
        "receipt": True,
        "paths": [],
    }


async def test_a_person_reads_when_it_ended_and_how() -> None:
    assert await said(Past(), ListHistory(count=2)) == [
        "a1a1a1a1  2026-07-04 12:00  from  Anna Lindqvist  Summer      3.4 GB · Saved in ",
        "a2a2a2a2  2026-07-04 12:00  from  Anna Lindqvist  report.pdf  Anna Lindqvist declined",
        "… and 1 more: --count says how many are shown.",
    ]


async def test_a_text_is_looked_for() -> None:
    service = Past()
    _, lines = await run(service, ListHistory("port"))
    assert [line["title"] for line in lines] == ["report.pdf"]
    assert service.orders == [("history.request", 0, 20, HistoryQuery("port"))]


@pytest.mark.parametrize(
    ("items", "text", "sentence"),
    [([], "", "Nothing has ended yet."), ([SUMMER], "x", "Nothing is found.")],
)
async def test_an_empty_history_is_no_error(
    items: list[HistoryItem], text: str, sentence: str
) -> None:
    assert await said(Past(items), ListHistory(text)) == [sentence]


async def test_a_long_history_is_read_in_pages() -> None:
    items = [item(number, f"{number}") for number in range(2 * PAGE_ITEMS + 5)]
    service = Past(items)
    _, lines = await run(service, ListHistory(count=2 * PAGE_ITEMS + 1))
    assert [line["title"] for line in lines] == [f"{n}" for n in range(2 * PAGE_ITEMS + 1)]
    assert [order[1:3] for order in service.orders] == [
        (0, PAGE_ITEMS),
        (PAGE_ITEMS, PAGE_ITEMS),
        (2 * PAGE_ITEMS, 1),
    ]


async def test_an_item_that_cannot_be_read_does_not_hide_what_follows() -> None:
    items = [item(number, f"{number}") for number in range(PAGE_ITEMS + 1)]
    service = Past(items)

    def page(first: int, count: int, _: HistoryQuery) -> list[Event]:
        some = [each for each in items[first : first + count] if each.transfer.title != "7"]
        return [HistoryTold(HistoryPage(tuple(some), first, len(items)))]

    service.reactions["history.request"] = page
    _, lines = await run(service, ListHistory(count=1_000))
    assert lines[-1]["title"] == f"{PAGE_ITEMS}"
    assert len(lines) == PAGE_ITEMS


@pytest.mark.parametrize(
    "order", [ListHistory(), CheckAgain("a1a1"), ForgetTransfer("a1a1")], ids=repr
)
async def test_a_history_that_is_not_told_is_no_success(order: HistoryOrder) -> None:
    ticks = (Tick(0.0), Tick(ANSWER_SECONDS))
    code, lines = await run(ScriptedService(), order, *ticks)
    assert (code, lines[-1]["code"]) == (ExitCode.FAILED, "not_told")


def checked(**found: Any) -> Callable[[TransferId], list[Event]]:
    return lambda transfer_id: [CheckedAgain(transfer_id, **found)]


async def test_a_check_that_finds_everything_ends_with_zero() -> None:
    service = Past()
    service.reactions["history.check_again"] = checked(right=480)
    code, lines = await run(service, CheckAgain("summer"))
    assert code is ExitCode.DONE
    assert service.given() == [("history.check_again", SUMMER.transfer.id)]
    assert lines == [
        {
            "event": "checked",
            "id": "a1" * 16,
            "right": 480,
            "missing": 0,
            "changed": 0,
            "missing_paths": [],
            "changed_paths": [],
            "could_be_fetched": False,
            "is_signed_right": None,
        }
    ]


async def test_a_receipt_that_is_not_signed_right_is_no_success() -> None:
    service = Past()
    service.reactions["history.check_again"] = checked(right=480, is_signed_right=False)
    assert (await run(service, CheckAgain("summer")))[0] is ExitCode.FAILED
    service.reactions["history.check_again"] = checked(right=480, is_signed_right=True)
    assert (await run(service, CheckAgain("summer")))[0] is ExitCode.DONE


DAMAGED: dict[str, Any] = {
    "right": 477,
    "missing": 2,
    "changed": 1,
    "missing_paths": ("Summer/a\x1b.jpg",),
    "changed_paths": ("Summer/b.jpg",),
}


async def test_a_check_that_finds_damage_ends_with_one_and_names_the_files() -> None:
    service = Past()
    service.reactions["history.check_again"] = checked(**DAMAGED, could_be_fetched=True)
    code, lines = await run(service, CheckAgain("summer"))
    assert (code, lines[0]["missing"]) == (ExitCode.FAILED, 2)
    assert await said(service, CheckAgain("summer")) == [
        "Reading the files… (Ctrl+C leaves)",
        "480 files checked — 2 missing, 1 changed.",
        "  missing: Summer/a⟨U+001B⟩.jpg",
        "  missing: 1 more",
        "  changed: Summer/b.jpg",
        "They may still be had: byhand history check ID --fetch asks for them.",
    ]


async def test_a_check_may_take_as_long_as_it_takes() -> None:
    service = Past()
    happenings = (
        Tick(0.0),
        Tick(86_400.0),
        CheckedAgain(REPORT.transfer.id, right=0, missing=1),  # another's
        CheckedAgain(SUMMER.transfer.id, right=480),
    )
    code, _ = await run(service, CheckAgain("summer"), *happenings)
    assert code is ExitCode.DONE


async def test_a_check_can_be_left() -> None:
    code, lines = await run(Past(), CheckAgain("summer"), Stop())
    assert (code, lines) == (ExitCode.FAILED, [])


async def test_what_is_missing_is_fetched_again_if_that_is_wanted() -> None:
    service = Past()
    service.reactions["history.check_again"] = checked(**DAMAGED, could_be_fetched=True)
    service.reactions["history.fetch_again"] = lambda _: [
        TransferAdded(replace(SUMMER.transfer, state=S.DONE)),
        TransferAdded(
            replace(
                *(SUMMER.transfer,),
                id=TransferId(b"again" + bytes(11)),
                state=S.ACTIVE,
                again_of=SUMMER.transfer.id,
            )
        ),
    ]
    code, lines = await run(service, CheckAgain("summer", fetches=True))
    assert code is ExitCode.DONE
    assert service.given()[-1] == ("history.fetch_again", SUMMER.transfer.id)
    assert (lines[-1]["event"], lines[-1]["state"]) == ("transfer", "active")


async def test_what_cannot_be_had_any_more_is_told() -> None:
    service = Past()
    service.reactions["history.check_again"] = checked(**DAMAGED)
    code, lines = await run(service, CheckAgain("summer", fetches=True))
    assert (code, lines[-1]["code"]) == (ExitCode.FAILED, "not_found")
    assert service.given() == [("history.check_again", SUMMER.transfer.id)]


@pytest.mark.parametrize("bare", [BARE, replace(BARE, has_receipt=True, has_roots=False)])
async def test_without_a_receipt_nothing_can_be_checked(bare: HistoryItem) -> None:
    service = Past([bare])
    with pytest.raises(UsageError, match="No receipt was kept of bare to Anna Lindqvist"):
        await run(service, CheckAgain("bare"))
    assert service.given() == []


async def test_a_check_that_the_disk_refuses_is_an_error() -> None:
    service = Past()
    service.reactions["history.check_again"] = lambda _: [OrderFailed(DiskFullError(Path("/p")))]
    with pytest.raises(DiskFullError):
        await run(service, CheckAgain("summer"))


async def test_one_is_forgotten() -> None:
    service = Past()
    assert await said(service, ForgetTransfer("a2a2")) == [
        "report.pdf from Anna Lindqvist is forgotten; files stay where they are."
    ]
    assert service.given() == [("history.forget", REPORT.transfer.id)]


async def test_the_history_is_emptied() -> None:
    service = Past()
    assert await said(service, ClearHistory(is_sure=True)) == [
        "The history is empty; files stay where they are."
    ]
    assert service.given() == [("history.clear",)]


@pytest.mark.parametrize("order", [ForgetTransfer("a1a1"), ClearHistory(is_sure=True)], ids=repr)
async def test_a_history_that_stays_as_it_is_is_no_success(order: HistoryOrder) -> None:
    service = Past()
    service.reactions["history.forget"] = service.reactions["history.clear"] = lambda *_: []
    ticks = [Tick(float(number)) for number in range(LOOKS)]
    code, lines = await run(service, order, *ticks)
    assert (code, lines[-1]["code"]) == (ExitCode.FAILED, "not_changed")


async def test_one_that_is_not_in_the_history_is_wrong_use() -> None:
    with pytest.raises(UsageError, match="No transfer is called “x”"):
        await run(Past(), ForgetTransfer("x"))
    with pytest.raises(UsageError, match="2 transfers fit “Summer”"):
        await run(Past([SUMMER, item(0xB1B1, "Summer")]), ForgetTransfer("Summer"))


async def test_what_came_from_here_cannot_be_fetched() -> None:
    service = Past([SENT])
    with pytest.raises(UsageError, match="sent to Anna Lindqvist came from here"):
        await run(service, CheckAgain("sent", fetches=True))
    assert service.given() == []
