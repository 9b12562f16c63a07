"""What goes to several friends at once, on the command line: sent, received, looked at, stopped."""

import asyncio
import io
import time
from collections.abc import Iterable, Sequence
from typing import Any

import pytest
from msgspec.structs import replace

from byhand.cli.arguments import BYHAND
from byhand.cli.asked import Asked
from byhand.cli.asking import ARMING_SECONDS
from byhand.cli.command_line import read_line
from byhand.cli.happenings import Inbox, Stop, Tick, Typed
from byhand.cli.json_lines import JsonLines
from byhand.cli.orders import ExitCode, Receive, Send
from byhand.cli.output import Output
from byhand.cli.queue import carry_out
from byhand.cli.receive import receive
from byhand.cli.send import send
from byhand.cli.sent import Sent
from byhand.cli.terminal import Terminal
from byhand.cli.transfer_orders import ListGroup, ListQueue, QueueOrder, StopPassingOn
from byhand.domain.events import Event
from byhand.domain.group import GroupMode, GroupPart, GroupStanding, MemberStanding
from byhand.domain.group_events import GroupChanged, GroupOver
from byhand.domain.plan import SendOptions
from byhand.domain.transfer import Direction, Transfer, TransferId, TransferState
from byhand.errors import UsageError
from byhand.wording import together_line
from tests.helpers.scripted_service import (
    ANNA,
    HERE,
    MAREK,
    ScriptedService,
    changed,
    lines_of,
    offer,
    within,
)

S = TransferState
GROUP = b"g" * 16
OFFER = replace(offer(), others=3)
ID = OFFER.id.hex()
UNTIL = time.mktime((2026, 3, 1, 14, 32, 0, 0, 0, -1))
OTHERS = (
    MemberStanding(1, taken_bytes=400_000_000, given_bytes=250_000_000, is_linked=True),
    MemberStanding(2),
    MemberStanding(3, taken_bytes=300_000_000),
)
OURS = GroupStanding(
    OFFER.id, GROUP, GroupPart.MEMBER, OTHERS, OFFER.total_bytes, from_sender_bytes=500_000_000
)
GIFT = replace(OFFER, id=TransferId(b"o" * 16), direction=Direction.OUTGOING, state=S.ACTIVE)
SENT = GroupStanding(
    GIFT.id,
    GROUP,
    GroupPart.SENDER,
    (
        MemberStanding(1, ANNA.id, has_bytes=1_000_000_000, given_bytes=600_000_000),
        MemberStanding(2, MAREK.id, has_bytes=500_000_000, given_bytes=400_000_000),
    ),
    GIFT.total_bytes,
    from_sender_bytes=1_000_000_000,
    may_leave=True,
)


class Screen(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def typed(*words: str) -> object:
    order, _ = read_line(words, BYHAND, "byhand")
    return order


async def received(
    service: ScriptedService, order: Receive, *happenings: Any, asked: Asked = Asked.SCRIPT
) -> tuple[ExitCode, list[dict[str, Any]]]:
    stream, inbox = io.StringIO(), Inbox()
    running = asyncio.create_task(receive(service, inbox, JsonLines(stream), order, asked))
    await settled()
    for happening in happenings:
        inbox.put_nowait(happening)
        await settled()
    return await within(5, running), lines_of(stream)


async def settled() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


async def looked_at(service: ScriptedService, order: QueueOrder) -> str:
    out = io.StringIO()
    inbox: Inbox = asyncio.Queue()
    running = asyncio.create_task(carry_out(service, inbox, Terminal(out, io.StringIO()), order))
    await settled()
    for now in (0.0, 100.0):
        inbox.put_nowait(Tick(now))
    await within(5, running)
    return out.getvalue()


@pytest.mark.parametrize("mode", GroupMode)
def test_whether_friends_pass_it_on_can_be_typed(mode: GroupMode) -> None:
    order = typed("send", "--to", "Anna", "--to", "Marek", "--group", mode, "gift")
    assert isinstance(order, Send)
    assert order.to == ("Anna", "Marek")
    assert order.options == SendOptions(group=mode)


def test_passing_nothing_on_can_be_typed() -> None:
    order = typed("receive", "--no-group")
    assert isinstance(order, Receive)
    assert not order.takes_part
    assert typed("queue", "stop", "gift") == StopPassingOn("gift")
    assert typed("queue", "group", "gift") == ListGroup("gift")


async def test_several_friends_get_it_by_one_order_that_says_how_it_is_passed_on() -> None:
    def done(transfer: Transfer, *_: object) -> Iterable[Event]:
        return changed(replace(transfer, is_counted=True, state=S.DONE))

    service = ScriptedService({ANNA: HERE, MAREK: HERE}, reactions={"send_to_all": done})
    options = SendOptions(group=GroupMode.ON)
    order = Send(("gift",), (ANNA.name, MAREK.name), at="host:1", options=options)
    stream = io.StringIO()
    code = await within(5, send(service, Inbox(), JsonLines(stream), order, Sent()))
    assert code is ExitCode.DONE
    assert [order[2:] for order in service.orders] == [
        (("gift",), each.id, "host:1", options) for each in (ANNA, MAREK)
    ]


async def test_a_script_sees_who_has_what_once_for_all_of_a_senders_transfers() -> None:
    service = ScriptedService({ANNA: HERE, MAREK: HERE})
    service.reactions["send_to_all"] = lambda transfer, *_: changed(
        replace(transfer, is_counted=True, state=S.ACTIVE)
    )
    stream, inbox = io.StringIO(), Inbox()
    order = Send(("gift",), (ANNA.name, MAREK.name))
    running = asyncio.create_task(send(service, inbox, JsonLines(stream), order, Sent()))
    await settled()
    ids = [order[1].id for order in service.orders]
    for _ in range(2):
        service.emit(*(GroupChanged(replace(SENT, transfer_id=each)) for each in ids))
    await settled()
    service.emit(*(GroupOver(each, GROUP) for each in ids))
    await settled()
    inbox.put_nowait(Stop())
    await within(5, running)
    told = [line for line in lines_of(stream) if line["event"].startswith("group")]
    assert [line["event"] for line in told] == ["group", "group_over"]
    assert told[0]["group"] == told[1]["group"] == GROUP.hex()
    assert told[0]["may_leave"] is True
    assert told[0]["members"][1] == {
        "number": 2,
        "friend_id": MAREK.id.hex(),
        "linked": False,
        "gave": 0,
        "got": 400_000_000,
        "has": 500_000_000,
    }


@pytest.mark.parametrize(
    ("order", "line", "alone"),
    [
        (Receive(), f"accept {ID}", ()),
        (Receive(takes_part=False), f"accept {ID}", ("alone",)),
        (Receive(), f'{{"id": "{ID}", "answer": "accept", "group": false}}', ("alone",)),
    ],
)
async def test_a_script_receives_with_the_others_or_alone(
    order: Receive, line: str, alone: tuple[str, ...]
) -> None:
    service = ScriptedService(transfers=[OFFER])
    _, lines = await received(service, order, Typed(line), Stop())
    assert service.orders == [("accept", OFFER.id, None, *alone)]
    (told,) = [each for each in lines if each["event"] == "offer"]
    assert told["others"] == 3


@pytest.mark.parametrize("more", ['"group": "no"', '"group": 0', '"group": null'])
async def test_what_is_neither_with_the_others_nor_alone_is_no_answer(more: str) -> None:
    service = ScriptedService(transfers=[OFFER])
    line = Typed(f'{{"id": "{ID}", "answer": "accept", {more}}}')
    decline = Typed(f'{{"id": "{ID}", "answer": "decline", "group": false}}')
    _, lines = await received(service, Receive(), line, decline, Stop())
    assert service.orders == []
    assert [each["code"] for each in lines if each["event"] == "error"] == ["usage", "usage"]


async def asked(service: ScriptedService, *lines: str) -> str:
    out, inbox = io.StringIO(), Inbox()
    output: Output = Terminal(out, io.StringIO())
    running = asyncio.create_task(receive(service, inbox, output, Receive(), Asked.PERSON))
    await settled()
    await asyncio.sleep(ARMING_SECONDS)
    for line in lines:
        inbox.put_nowait(Typed(line))
    inbox.put_nowait(Stop())
    await within(5, running)
    return out.getvalue()


async def test_a_person_is_told_what_taking_part_means_and_may_receive_alone() -> None:
    service = ScriptedService(transfers=[OFFER])
    said = await asked(service, "a")
    assert "Also offered to 3 others." in said
    assert "they will see your IP address." in said
    assert "a for alone" in said
    assert service.orders == [("accept", OFFER.id, None, "alone")]


async def test_where_there_are_no_others_nothing_is_said_of_them() -> None:
    service = ScriptedService(transfers=[offer()])
    said = await asked(service, "a")
    assert "other" not in said
    assert service.orders == []


async def test_once_stays_while_others_still_fetch_what_is_here() -> None:
    service = ScriptedService(transfers=[OFFER])
    lingering = replace(OURS, lingers_until=UNTIL)
    events: Sequence[Event] = (
        GroupChanged(OURS),
        *changed(replace(OFFER, state=S.DONE, saved_paths=("/x",))),
        GroupChanged(lingering),
    )
    stream, inbox = io.StringIO(), Inbox()
    order = Receive(is_once=True)
    running = asyncio.create_task(
        receive(service, inbox, JsonLines(stream), order, Asked.EVERY_FRIEND)
    )
    await settled()
    service.emit(*events)
    await settled()
    assert not running.done()
    service.emit(GroupOver(OFFER.id, GROUP))
    assert await within(5, running) is ExitCode.DONE
    told = [line for line in lines_of(stream) if line["event"] == "group"]
    assert [line.get("passing_on_until") for line in told] == [None, int(UNTIL)]


async def test_stopped_while_it_passes_on_once_has_what_it_wanted() -> None:
    service = ScriptedService(transfers=[OFFER])
    stream, inbox = io.StringIO(), Inbox()
    order = Receive(is_once=True)
    running = asyncio.create_task(
        receive(service, inbox, JsonLines(stream), order, Asked.EVERY_FRIEND)
    )
    await settled()
    service.emit(GroupChanged(OURS), *changed(replace(OFFER, state=S.DONE)))
    inbox.put_nowait(Stop())
    assert await within(5, running) is ExitCode.DONE


async def test_the_queue_says_who_gave_how_much_and_for_whom_it_stays() -> None:
    here = replace(OFFER, state=S.DONE, folder="/home/mira")
    service = ScriptedService(transfers=[GIFT, here])
    service.groups = [SENT, OURS]
    said = await looked_at(service, ListQueue())
    assert "2 friends: 1.5 GB of 3.8 GB · 1.0 GB uploaded from here" in said
    assert "you may leave: everything is out" in said
    assert "500 MB from Anna Lindqvist · 700 MB from 3 others · 250 MB passed on" in said
    service.groups = [replace(OURS, lingers_until=UNTIL)]
    assert "passing it on to 3 others until 14:32" in await looked_at(service, ListQueue())


async def test_each_of_a_group_is_shown_by_name_to_the_sender_and_by_number_to_the_others() -> None:
    service = ScriptedService({ANNA: HERE, MAREK: HERE}, transfers=[GIFT])
    service.groups = [SENT]
    said = await looked_at(service, ListGroup(GIFT.id.hex()))
    assert "Marek Novák     has 500 MB of 1.9 GB · 400 MB from you" in said
    service = ScriptedService(transfers=[OFFER])
    service.groups = [OURS]
    said = await looked_at(service, ListGroup(ID))
    assert "Receiver 1  400 MB to you · 250 MB from you" in said
    service.groups = []
    with pytest.raises(UsageError, match="nobody passes it on"):
        await looked_at(service, ListGroup(ID))


async def test_what_one_group_gets_is_one_thing_by_its_title() -> None:
    other = replace(GIFT, id=TransferId(b"p" * 16), friend_id=MAREK.id)
    over = replace(GIFT, id=TransferId(b"q" * 16), state=S.DONE)
    service = ScriptedService({ANNA: HERE, MAREK: HERE}, transfers=[over, GIFT, other])
    service.groups = [SENT, replace(SENT, transfer_id=other.id)]
    assert "Marek Novák" in await looked_at(service, ListGroup(GIFT.title))


def test_a_person_sees_how_far_all_are_and_once_that_they_may_leave() -> None:
    screen = Screen()
    terminal = Terminal(screen, io.StringIO())
    for standing in (replace(SENT, may_leave=False), SENT, SENT):
        terminal.group_progress(GIFT, standing, ANNA.name)
    terminal.group_over(GIFT.id, GROUP)
    terminal.end(ExitCode.DONE)
    seen = screen.getvalue()
    assert seen.count("You may leave: everything is out") == 1
    assert "all together" in seen
    assert together_line(SENT) == "1.5 GB of 3.8 GB · 1.0 GB uploaded from here"


def test_that_it_is_passed_on_is_said_once() -> None:
    out = io.StringIO()
    terminal = Terminal(out, io.StringIO())
    for standing in (OURS, replace(OURS, lingers_until=UNTIL), replace(OURS, lingers_until=UNTIL)):
        terminal.group_progress(OFFER, standing, ANNA.name)
    assert out.getvalue().splitlines() == [
        "Concert videos from Anna Lindqvist: passing it on to 3 others until 14:32 (Ctrl+C ends)"
    ]


async def test_passing_on_can_be_stopped() -> None:
    here = replace(OFFER, state=S.DONE)
    service = ScriptedService(transfers=[here])
    service.groups = [replace(OURS, lingers_until=UNTIL)]
    service.reactions["stop_passing_on"] = lambda *_: [GroupOver(OFFER.id, GROUP)]
    said = await looked_at(service, StopPassingOn(ID))
    assert service.orders == [("stop_passing_on", OFFER.id)]
    assert "is passed on no more." in said


async def test_what_is_not_passed_on_cannot_be_stopped() -> None:
    service = ScriptedService(transfers=[replace(OFFER, state=S.DONE)])
    service.groups = [OURS]
    with pytest.raises(UsageError, match="is not being passed on"):
        await looked_at(service, StopPassingOn(ID))
    assert service.orders == []
