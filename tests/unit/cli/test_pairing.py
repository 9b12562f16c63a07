"""The commands `friends pair` and `friends verify`."""

import asyncio
import io
from typing import Any

import pytest
from msgspec.structs import replace

from byhand.cli import pairing
from byhand.cli.happenings import Inbox, Stop, Tick, Typed
from byhand.cli.orders import ExitCode, Pair, Verify
from byhand.cli.terminal import Terminal
from byhand.domain.events import (
    FriendChanged,
    NearbyAppeared,
    NearbyGone,
    PairingChanged,
    PairingWindowChanged,
)
from byhand.domain.friend import Nearby
from byhand.domain.pairing import (
    Pairing,
    PairingId,
    PairingProblem,
    PairingStage,
    PairingWindow,
)
from byhand.errors import UsageError
from tests.helpers.scripted_service import ANNA, AWAY, HERE, MAREK, ScriptedService
from tests.unit.cli.test_friends import run

TOMAS = Nearby("aa", "Tomás")
STUDIO = Nearby("bb", "studio-pc")
_S = PairingStage
FOUND = Pairing(PairingId(1), _S.CONNECTING, "Tomás", nearby_key="aa")
ASKED = replace(FOUND, stage=_S.ASKED)
COMPARING = replace(FOUND, stage=_S.COMPARING, shown="482915")
DONE = replace(COMPARING, stage=_S.DONE, friend=ANNA)
OPEN, CLOSE = ("pairing.open",), ("pairing.close",)


def failed(problem: PairingProblem) -> Pairing:
    return replace(FOUND, stage=_S.FAILED, problem=problem)


async def paired(
    order: Pair, *happenings: Any
) -> tuple[ExitCode, list[dict[str, Any]], list[tuple[Any, ...]]]:
    service = ScriptedService({})
    code, lines = await run(pairing.pair, service, order, *happenings)
    assert (service.orders[0], service.orders[-1]) == (OPEN, CLOSE)
    return code, lines, service.orders[1:-1]


async def test_who_is_named_is_picked_when_they_appear_and_the_number_is_typed() -> None:
    code, lines, orders = await paired(
        Pair("tomás", is_mine=True),
        NearbyAppeared(STUDIO),
        NearbyAppeared(TOMAS),
        PairingChanged(FOUND),
        PairingChanged(COMPARING),
        Typed("730 118"),
        PairingChanged(DONE),
    )
    assert code is ExitCode.DONE
    assert orders == [("pairing.pair", "aa", True), ("pairing.type_code", 1, "730 118")]
    assert [line["stage"] for line in lines if line["event"] == "pairing"] == [
        "connecting",
        "comparing",
        "done",
    ]
    assert lines[1]["shown"] == "482915"
    assert lines[-1]["event"] == "friend"


async def test_somebody_just_paired_has_been_seen() -> None:
    out = io.StringIO()
    inbox: Inbox = asyncio.Queue()
    inbox.put_nowait(PairingChanged(DONE))
    await pairing.pair(ScriptedService({}), inbox, Terminal(out, io.StringIO()), Pair("Tomás"))
    assert "Last seen just now" in out.getvalue()


async def test_without_a_name_the_user_picks_by_number() -> None:
    code, lines, orders = await paired(
        Pair(), NearbyAppeared(STUDIO), NearbyAppeared(TOMAS), Typed("3"), Typed("2"), Stop()
    )
    assert (code, orders) == (ExitCode.FAILED, [("pairing.pair", "aa", False)])
    assert [line["number"] for line in lines] == [1, 2]


async def test_who_has_gone_cannot_be_picked() -> None:
    _, _, orders = await paired(
        Pair(), NearbyAppeared(TOMAS), NearbyGone("aa"), Typed("1"), Typed("Tomás"), Stop()
    )
    assert orders == []


@pytest.mark.parametrize(
    ("word", "order"), [("yes", ("pairing.accept", 1, False)), ("n", ("pairing.refuse", 1, False))]
)
async def test_somebody_who_asks_is_answered_by_the_user(word: str, order: Any) -> None:
    _, _, orders = await paired(Pair(), PairingChanged(ASKED), Typed("what?"), Typed(word), Stop())
    assert orders[0] == order


async def test_somebody_who_was_named_need_not_be_asked_about() -> None:
    _, _, orders = await paired(Pair("Tomás"), PairingChanged(ASKED), Stop())
    assert orders == [("pairing.accept", 1, False), ("pairing.refuse", 1, False)]


@pytest.mark.parametrize(
    ("line", "orders"),
    [
        ("later", [("pairing.put_off", 1)]),
        ("Differ", [("pairing.refuse", 1, True)]),
        ("12345", []),
        ("1234567", []),
        ("", []),
        ("no.: 123-456", [("pairing.type_code", 1, "no.: 123-456")]),
    ],
)
async def test_what_is_typed_while_comparing(line: str, orders: list[Any]) -> None:
    *_, given = await paired(
        Pair(), PairingChanged(COMPARING), Typed(line), PairingChanged(DONE), Stop()
    )
    assert given == orders


@pytest.mark.parametrize(
    ("problem", "code"),
    [
        (PairingProblem.UNREACHABLE, ExitCode.UNREACHABLE),
        (PairingProblem.WRONG_CODE, ExitCode.FAILED),
        (PairingProblem.THEY_DIFFER, ExitCode.DECLINED),
    ],
)
async def test_a_failure_ends_with_its_code(problem: PairingProblem, code: ExitCode) -> None:
    ended, lines, _ = await paired(Pair(), PairingChanged(failed(problem)))
    assert (ended, lines[-1]["problem"]) == (code, problem)


async def test_after_somebody_was_refused_others_may_come() -> None:
    refused = failed(PairingProblem.REFUSED)
    code, _, _ = await paired(
        Pair(), PairingChanged(ASKED), Typed("no"), PairingChanged(refused), PairingChanged(DONE)
    )
    assert code is ExitCode.DONE


@pytest.mark.parametrize(
    ("window", "code"),
    [
        (PairingWindow(), ExitCode.UNREACHABLE),
        (PairingWindow(is_warned=True), ExitCode.FAILED),
    ],
)
async def test_a_window_that_closes_ends_the_command(window: PairingWindow, code: ExitCode) -> None:
    ended, lines, _ = await paired(
        Pair(), PairingWindowChanged(PairingWindow(2e9)), PairingWindowChanged(window)
    )
    assert ended is code
    assert lines[-1]["event"] == "error"


async def test_a_friend_who_is_there_is_verified() -> None:
    service = ScriptedService({ANNA: AWAY})
    code, _ = await run(
        pairing.verify,
        service,
        Verify("Anna Lindqvist"),
        FriendChanged(ANNA, HERE),
        PairingChanged(replace(COMPARING, friend=ANNA)),
        Typed("730118"),
        PairingChanged(DONE),
    )
    assert code is ExitCode.DONE
    assert service.orders == [
        ("pairing.compare_codes", ANNA.id),
        ("pairing.type_code", 1, "730118"),
    ]


async def test_a_friend_who_asks_first_is_what_was_ordered() -> None:
    service = ScriptedService({ANNA: HERE})
    asked = replace(ASKED, friend=ANNA, name=ANNA.name)
    others = replace(asked, id=PairingId(2), friend=MAREK)
    events = (PairingChanged(others), PairingChanged(asked), PairingChanged(DONE))
    code, _ = await run(pairing.verify, service, Verify("Anna Lindqvist"), *events)
    assert code is ExitCode.DONE
    assert service.orders[1:] == [("pairing.accept", 1, False)]


async def test_a_friend_who_stays_away_cannot_be_verified() -> None:
    ticks = (Tick(1.0), Tick(1.0 + pairing.ONLINE_SECONDS))
    with pytest.raises(UsageError, match="not there"):
        await run(pairing.verify, ScriptedService({ANNA: AWAY}), Verify("Anna Lindqvist"), *ticks)
