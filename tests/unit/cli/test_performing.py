"""However an order ends, the exit code says it and the last line is `end`."""

import asyncio
import io
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from byhand import errors
from byhand.cli.error_codes import error_code
from byhand.cli.orders import (
    AcceptPolicy,
    ExitCode,
    ExportIdentity,
    IdentityOrder,
    LookNearby,
    Me,
    Options,
    Order,
    Receive,
    RemoveFriend,
    Send,
    SendText,
)
from byhand.cli.performing import ATTEMPTS, perform
from byhand.cli.transfer_orders import (
    CancelFiles,
    CancelTransfer,
    CheckAgain,
    ClearHistory,
    ForgetTransfer,
    ListFiles,
    ListHistory,
    ListQueue,
    MoveTransfer,
    PauseTransfers,
    RemoveTransfer,
    RetryTransfer,
)
from byhand.domain.events import Event
from byhand.domain.history import HistoryPage
from byhand.domain.history_events import HistoryTold
from byhand.domain.transfer import Transfer, TransferState
from byhand.service.guarding import unwrapped
from tests.helpers.scripted_service import ANNA, ScriptedService, changed, offer

JSON = Options(is_json=True)


def performed(
    order: Order | IdentityOrder, service: ScriptedService, capsys: pytest.CaptureFixture[str]
) -> tuple[int, list[dict[str, Any]]]:
    code = perform(order, JSON, lambda *_: service.running())
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert lines[-1] == {"event": "end", "exit": code}
    assert not service.is_open
    return code, lines[:-1]


def test_an_order_that_is_done_ends_with_zero(capsys: pytest.CaptureFixture[str]) -> None:
    code, lines = performed(Me(), ScriptedService(), capsys)
    assert code == ExitCode.DONE
    assert [line["event"] for line in lines] == ["me"]


@pytest.mark.parametrize(
    ("error", "name", "code"),
    [
        (errors.ProfileInUseError(Path("/p")), "profile_in_use", ExitCode.FAILED),
        (errors.CorruptIdentityError(Path("/p"), "x"), "corrupt_identity", ExitCode.FAILED),
        (errors.UnreachableError(), "unreachable", ExitCode.UNREACHABLE),
        (errors.UsageError("Choose."), "usage", ExitCode.WRONG_USE),
    ],
)
def test_an_error_at_the_start_is_one_sentence(
    error: errors.ByhandError, name: str, code: ExitCode, capsys: pytest.CaptureFixture[str]
) -> None:
    exit_code, lines = performed(Me(), ScriptedService(error=error), capsys)
    assert exit_code == code
    assert [(line["event"], line["code"]) for line in lines] == [("error", name)]


@pytest.mark.parametrize(
    ("order", "code"),
    [
        (ListQueue(), ExitCode.DONE),
        (ListFiles("abcd"), ExitCode.WRONG_USE),
        (PauseTransfers(("abcd",)), ExitCode.WRONG_USE),
        (PauseTransfers(), ExitCode.DONE),
        (CancelTransfer("abcd"), ExitCode.WRONG_USE),
        (CancelFiles("abcd", ("x",)), ExitCode.WRONG_USE),
        (RetryTransfer("abcd"), ExitCode.WRONG_USE),
        (MoveTransfer("abcd"), ExitCode.WRONG_USE),
        (RemoveTransfer("abcd"), ExitCode.WRONG_USE),
        (ListHistory(), ExitCode.DONE),
        (CheckAgain("abcd"), ExitCode.WRONG_USE),
        (ForgetTransfer("abcd"), ExitCode.WRONG_USE),
        (ClearHistory(), ExitCode.WRONG_USE),
        (ClearHistory(is_sure=True), ExitCode.DONE),
        (SendText(" ", ("Anna Lindqvist",)), ExitCode.WRONG_USE),
        (SendText("hello", ("Nobody",)), ExitCode.WRONG_USE),
        (SendText("hello", ("Anna Lindqvist",), wait_seconds=None), ExitCode.DONE),
    ],
    ids=repr,
)
def test_orders_about_transfers_end_with_their_codes(
    order: Order, code: ExitCode, capsys: pytest.CaptureFixture[str]
) -> None:
    service = ScriptedService()
    service.reactions["history.request"] = lambda first, *_: [
        HistoryTold(HistoryPage((), first, 0))
    ]
    exit_code, lines = performed(order, service, capsys)
    assert exit_code == code
    complaints = [line for line in lines if line["event"] == "error"]
    assert len(complaints) == (code is ExitCode.WRONG_USE)


def test_an_unknown_friend_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    code, lines = performed(RemoveFriend("Nobody"), ScriptedService(), capsys)
    assert code == ExitCode.WRONG_USE
    assert [line["code"] for line in lines] == ["unknown_friend"]


def test_an_identity_is_exported_while_no_service_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("short\n"))
    service = ScriptedService(error=AssertionError("started"))
    order = ExportIdentity(str(tmp_path / "f"))
    options = Options(tmp_path / "profile", is_json=True)
    assert perform(order, options, lambda *_: service.running()) == ExitCode.FAILED
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line.get("code") for line in lines] == ["backup_too_short", None]


def test_a_missing_path_never_starts_the_service(capsys: pytest.CaptureFixture[str]) -> None:
    service = ScriptedService(error=AssertionError("started"))
    code, lines = performed(Send(("/nowhere/x",), ("Anna",)), service, capsys)
    assert code == ExitCode.WRONG_USE
    assert [line["code"] for line in lines] == ["usage"]


def test_a_bug_is_told_and_ends_with_one(capsys: pytest.CaptureFixture[str]) -> None:
    code, lines = performed(Me(), ScriptedService(error=ZeroDivisionError("secret")), capsys)
    assert code == ExitCode.FAILED
    assert [line["code"] for line in lines] == ["internal"]
    assert "secret" not in str(lines)


def test_people_get_the_sentence_on_the_other_stream(capsys: pytest.CaptureFixture[str]) -> None:
    service = ScriptedService(error=errors.ProfileInUseError(Path("/p")))
    assert perform(Receive(), Options(), lambda *_: service.running()) == ExitCode.FAILED
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("byhand: Another Byhand is already using the profile /p:")
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("error", "name"),
    [
        (errors.ByhandError(), "byhand"),
        (errors.DiskFullError(Path("/p")), "disk_full"),
        (errors.ReadOnlyError(Path("/p")), "read_only"),
    ],
)
def test_errors_have_names_for_scripts(error: errors.ByhandError, name: str) -> None:
    assert error_code(error) == name


class Lost:
    """Starts services that end, in turn, with the process that ran them; the last one stays."""

    def __init__(self, *services: ScriptedService) -> None:
        self.started: list[tuple[Options, Order]] = []
        self._services = list(services)

    @asynccontextmanager
    async def start(self, options: Options, order: Order) -> AsyncIterator[ScriptedService]:
        self.started.append((options, order))
        service = self._services.pop(0)
        with unwrapped():
            async with service.running(), asyncio.TaskGroup() as group:
                if self._services:
                    group.create_task(_end())
                yield service

    def perform(
        self, order: Order, capsys: pytest.CaptureFixture[str]
    ) -> tuple[int, list[dict[str, Any]]]:
        code = perform(order, JSON, self.start)
        return code, [json.loads(line) for line in capsys.readouterr().out.splitlines()[:-1]]


async def _end() -> None:
    for _ in range(20):
        await asyncio.sleep(0)
    raise errors.ServiceGoneError


def sent(transfer: Transfer, *_: object) -> list[Event]:
    return changed(replace(transfer, state=TransferState.DONE))


def test_what_was_sent_by_somebody_who_has_ended_is_sent_here(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gone, here = ScriptedService(is_elsewhere=True), ScriptedService(reactions={"send": sent})
    lost = Lost(gone, here)
    order = Send((str(tmp_path),), (ANNA.name,))
    code, lines = lost.perform(order, capsys)
    assert code == ExitCode.DONE
    assert lost.started == [(JSON, order)] * 2
    assert [len(service.orders) for service in (gone, here)] == [1, 1]
    states = [line["state"] for line in lines if line["event"] == "state"]
    assert states == ["scanning", "scanning", "done"]


def test_who_received_through_somebody_who_has_ended_receives_by_themselves(
    capsys: pytest.CaptureFixture[str],
) -> None:
    offered = offer()
    here = ScriptedService(transfers=[offered])
    here.reactions["accept"] = lambda *_: changed(replace(offered, state=TransferState.DONE))
    lost = Lost(ScriptedService(is_elsewhere=True), ScriptedService(is_elsewhere=True), here)
    code, lines = lost.perform(Receive(accept=AcceptPolicy.FRIENDS, is_once=True), capsys)
    assert code == ExitCode.DONE
    assert [line["event"] for line in lines].count("ready") == 3


def test_what_cannot_go_on_without_who_did_it_ends_with_a_sentence(
    capsys: pytest.CaptureFixture[str],
) -> None:
    lost = Lost(ScriptedService(is_elsewhere=True), ScriptedService())
    code, lines = lost.perform(LookNearby(), capsys)
    assert code == ExitCode.FAILED
    assert [line["code"] for line in lines] == ["service_gone"]


def test_who_loses_one_after_the_other_gives_up(capsys: pytest.CaptureFixture[str]) -> None:
    lost = Lost(*(ScriptedService(is_elsewhere=True) for _ in range(ATTEMPTS + 1)))
    code, lines = lost.perform(Receive(accept=AcceptPolicy.FRIENDS), capsys)
    assert code == ExitCode.FAILED
    assert lines[-1]["code"] == "service_gone"
    assert len(lost.started) == ATTEMPTS
