"""However an order ends, the exit code says it and the last line is `end`."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from byhand import errors
from byhand.cli.error_codes import error_code
from byhand.cli.orders import (
    ExitCode,
    ExportIdentity,
    IdentityOrder,
    Me,
    Options,
    Order,
    Receive,
    RemoveFriend,
    Send,
    SendText,
)
from byhand.cli.performing import perform
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
from byhand.domain.events import HistoryTold
from byhand.domain.history import HistoryPage
from tests.helpers.scripted_service import ScriptedService

JSON = Options(is_json=True)


def performed(
    order: Order | IdentityOrder, service: ScriptedService, capsys: pytest.CaptureFixture[str]
) -> tuple[int, list[dict[str, Any]]]:
    code = perform(order, JSON, lambda _: service.running())
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
    assert perform(order, options, lambda _: service.running()) == ExitCode.FAILED
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
    assert perform(Receive(), Options(), lambda _: service.running()) == ExitCode.FAILED
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
