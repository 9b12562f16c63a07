"""The command `limits`, with a service that follows a script."""

import asyncio
import io
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from byhand.cli import friends, limits
from byhand.cli.happenings import Inbox, Stop
from byhand.cli.json_lines import JsonLines
from byhand.cli.limit_orders import LimitAll, SetHours, ShowLimits
from byhand.cli.orders import ExitCode, LimitFriend
from byhand.cli.sizes import NO_LIMIT
from byhand.cli.terminal import Terminal
from byhand.domain.events import FriendChanged, OrderFailed, ProfileChanged
from byhand.domain.limits import UNLIMITED, RateLimits, Schedule
from byhand.errors import StorageError, UnknownFriendError
from tests.helpers.scripted_service import (
    ANNA,
    HERE,
    MAREK,
    PROFILE,
    ScriptedService,
    lines_of,
    within,
)

SLOW = RateLimits(up=50_000, down=3 * 2**19)
NIGHT = Schedule(UNLIMITED, 22 * 60, 6 * 60 + 5, 0b0010011)


async def run(
    service: ScriptedService, order: Any, *happenings: Any
) -> tuple[ExitCode, list[dict[str, Any]]]:
    stream = io.StringIO()
    inbox: Inbox = asyncio.Queue()
    command: Any = friends if isinstance(order, LimitFriend) else limits
    running = asyncio.create_task(command.carry_out(service, inbox, JsonLines(stream), order))
    for _ in range(5):
        await asyncio.sleep(0)
    for happening in happenings:
        inbox.put_nowait(happening)
    code = await within(5, running)
    assert service.observers == []
    return code, lines_of(stream)


def profile_with(**changes: Any) -> list[Any]:
    return [ProfileChanged(replace(PROFILE, **changes))]


async def test_limits_of_all_and_of_friends_who_have_some_are_shown() -> None:
    service = ScriptedService({replace(ANNA, limits=SLOW): HERE, MAREK: HERE})
    code, lines = await run(service, ShowLimits())
    assert code is ExitCode.DONE
    assert lines == [
        {"event": "limits", "up": None, "down": None, "at_once": 3},
        {
            "event": "friend_limits",
            "friend": ANNA.name,
            "id": "aa" * 32,
            "up": 50_000,
            "down": 3 * 2**19,
        },
    ]


async def test_limits_of_one_friend_are_shown_even_if_there_are_none() -> None:
    code, (line,) = await run(ScriptedService(), ShowLimits(ANNA.name))
    assert code is ExitCode.DONE
    assert (line["friend"], line["up"], line["down"]) == (ANNA.name, None, None)
    with pytest.raises(UnknownFriendError):
        await run(ScriptedService(), ShowLimits("Nobody"))


async def test_what_is_said_is_told_once_it_is_kept() -> None:
    service = ScriptedService(reactions={"set_limits": lambda new: profile_with(limits=new)})
    code, (line,) = await run(service, LimitAll(up=50_000))
    assert service.orders == [("set_limits", RateLimits(up=50_000))]
    assert code is ExitCode.DONE
    assert line == {"event": "limits", "up": 50_000, "down": None, "at_once": 3}


async def test_how_many_at_once_is_told_once_it_is_kept() -> None:
    service = ScriptedService(reactions={"set_at_once": lambda new: profile_with(at_once=new)})
    code, (line,) = await run(service, LimitAll(at_once=5))
    assert service.orders == [("set_at_once", 5)]
    assert code is ExitCode.DONE
    assert line["at_once"] == 5


@pytest.mark.parametrize(
    ("order", "changed"),
    [
        (LimitAll(down=NO_LIMIT), RateLimits(up=50_000)),
        (LimitAll(up=NO_LIMIT), RateLimits(down=3 * 2**19)),
        (LimitAll(up=20_000, down=30_000), RateLimits(20_000, 30_000)),
    ],
)
def test_what_is_not_said_stays_and_none_lifts(order: LimitAll, changed: RateLimits) -> None:
    service = ScriptedService()
    limits._order(service, replace(PROFILE, limits=SLOW), order)
    assert service.orders == [("set_limits", changed)]


@pytest.mark.parametrize("schedule", [NIGHT, None])
async def test_hours_are_told_once_they_are_kept(schedule: Schedule | None) -> None:
    service = ScriptedService(reactions={"set_schedule": lambda new: profile_with(schedule=new)})
    code, (line,) = await run(service, SetHours(schedule), *profile_with())
    assert service.orders == [("set_schedule", schedule)]
    assert code is ExitCode.DONE
    hours = {
        "from": "22:00",
        "to": "06:05",
        "days": ["mon", "tue", "fri"],
        "up": None,
        "down": None,
    }
    assert line.get("hours") == (hours if schedule else None)


async def test_a_friends_limits_are_told_once_they_are_kept() -> None:
    def changed(_: object, wanted: RateLimits) -> list[FriendChanged]:
        return [FriendChanged(replace(ANNA, limits=wanted), HERE)]

    service = ScriptedService(reactions={"set_friend_limits": changed})
    code, (line,) = await run(service, LimitFriend(ANNA.name, up=50_000))
    assert service.orders == [("set_friend_limits", ANNA.id, RateLimits(up=50_000))]
    assert code is ExitCode.DONE
    assert (line["event"], line["up"], line["down"]) == ("friend_limits", 50_000, None)


async def test_an_order_that_the_disk_refuses_is_no_success() -> None:
    full = StorageError(Path("settings.json"))
    service = ScriptedService(reactions={"set_limits": lambda _: [OrderFailed(full)]})
    with pytest.raises(StorageError):
        await run(service, LimitAll(up=50_000))


async def test_who_stops_waiting_is_told_of_no_success() -> None:
    code, lines = await run(ScriptedService(), LimitAll(up=50_000), Stop())
    assert (code, lines) == (ExitCode.FAILED, [])


def test_limits_are_said_in_words() -> None:
    out = io.StringIO()
    output = Terminal(out, io.StringIO())
    output.limits(replace(PROFILE, limits=SLOW, at_once=1))
    output.limits(replace(PROFILE, schedule=NIGHT))
    output.limits(replace(PROFILE, schedule=replace(NIGHT, days=0b1111111, limits=SLOW)))
    output.friend_limits(replace(ANNA, limits=SLOW))
    assert out.getvalue().splitlines() == [
        "All together: up 50 kB/s · down 1.5 MiB/s",
        "Up to 1 large transfer to one friend at once",
        "All together: up without a limit · down without a limit",
        "Up to 3 large transfers to one friend at once",
        "From 22:00 to 06:05, Monday, Tuesday, Friday: up without a limit · down without a limit",
        "All together: up without a limit · down without a limit",
        "Up to 3 large transfers to one friend at once",
        "From 22:00 to 06:05 every day: up 50 kB/s · down 1.5 MiB/s",
        "Anna Lindqvist: up 50 kB/s · down 1.5 MiB/s",
    ]
