"""`identity export` and `identity import`, for people at a terminal and for scripts."""

import io
import json
import os
import pty
import select
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from byhand.cli.identity import carry_out
from byhand.cli.json_lines import JsonLines
from byhand.cli.keyboard import Keyboard
from byhand.cli.orders import ExitCode, ExportIdentity, IdentityOrder, ImportIdentity, Options
from byhand.cli.terminal import Terminal
from byhand.errors import (
    BackupError,
    BackupProblem,
    CorruptIdentityError,
    ProfileInUseError,
    UsageError,
)
from byhand.service.stores import book_key, open_stores
from byhand.storage.backup import read_backup
from byhand.storage.friend_store import save_book
from byhand.storage.identity_store import load_or_create_identity
from byhand.storage.locations import ProfileFolder
from tests.helpers.sample_backups import BOOK, PASSPHRASE, written_backup
from tests.helpers.trees import snapshot

SECONDS = 60


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


class Somebody:
    """Sits at a terminal, types these answers and remembers what was asked."""

    def __init__(self, *answers: str) -> None:
        self.asked: list[str] = []
        self._answers = list(answers)
        self.keyboard = Keyboard(Screen(), self._answer, self._answer)

    def _answer(self, prompt: str) -> str:
        self.asked.append(prompt)
        return self._answers.pop(0)


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    folder = ProfileFolder.open(tmp_path / "profile")
    stored = load_or_create_identity(folder.identity)
    save_book(folder.friends, book_key(stored.identity), BOOK)
    folder.close()
    return folder.path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "mira.byhand"


def at_terminal(order: IdentityOrder, profile: Path, somebody: Somebody) -> tuple[ExitCode, str]:
    out, err = io.StringIO(), io.StringIO()
    code = carry_out(order, Options(profile), Terminal(out, err), somebody.keyboard)
    assert err.getvalue() == ""
    return code, out.getvalue()


def in_script(
    order: IdentityOrder, profile: Path, text: str
) -> tuple[ExitCode, list[dict[str, Any]]]:
    out = io.StringIO()
    options = Options(profile, is_json=True)
    code = carry_out(order, options, JsonLines(out), Keyboard(io.StringIO(text)))
    return code, [json.loads(line) for line in out.getvalue().splitlines()]


def test_export_asks_twice_and_says_what_it_saved(profile: Path, file: Path) -> None:
    somebody = Somebody(PASSPHRASE, PASSPHRASE)
    code, told = at_terminal(ExportIdentity(str(file)), profile, somebody)
    assert code == ExitCode.DONE
    assert len(somebody.asked) == 2
    assert "10 characters" in somebody.asked[0]
    assert f"{file} holds " in told
    assert "2 friends" in told
    assert PASSPHRASE not in told
    assert read_backup(file, PASSPHRASE).book == BOOK


def test_two_different_passphrases_write_nothing(profile: Path, file: Path) -> None:
    with pytest.raises(UsageError):
        at_terminal(ExportIdentity(str(file)), profile, Somebody(PASSPHRASE, "mistyped one"))
    assert not file.exists()


def test_a_short_passphrase_is_refused_before_it_is_typed_again(profile: Path, file: Path) -> None:
    somebody = Somebody("short")
    with pytest.raises(BackupError) as caught:
        at_terminal(ExportIdentity(str(file)), profile, somebody)
    assert caught.value.problem is BackupProblem.TOO_SHORT
    assert len(somebody.asked) == 1


def test_a_file_that_is_there_is_refused_before_anything_is_asked(
    profile: Path, file: Path
) -> None:
    file.write_bytes(b"precious")
    somebody = Somebody()
    with pytest.raises(BackupError) as caught:
        at_terminal(ExportIdentity(str(file)), profile, somebody)
    assert caught.value.problem is BackupProblem.EXISTS
    assert somebody.asked == []
    assert file.read_bytes() == b"precious"


def test_a_script_writes_the_passphrase_once(profile: Path, file: Path) -> None:
    code, lines = in_script(ExportIdentity(str(file)), profile, PASSPHRASE + "\n")
    assert code == ExitCode.DONE
    assert [(line["event"], line["path"], line["friends"]) for line in lines] == [
        ("backup", str(file), 2)
    ]


def test_import_says_whose_it_is_and_that_it_moves_and_asks(profile: Path, file: Path) -> None:
    backup = written_backup(file)
    somebody = Somebody(PASSPHRASE, "yes")
    code, told = at_terminal(ImportIdentity(str(file)), profile, somebody)
    assert code == ExitCode.DONE
    assert "holds Mira Kohl (Mira's laptop), 2 friends." in told
    assert "don't use it on the old computer any more" in told
    stores = open_stores(profile)
    stores.close()
    assert stores.identity == backup.identity
    assert (profile / "identity.key.before-import").exists()


@pytest.mark.parametrize("answer", ["no", "", "y"])
def test_without_a_whole_yes_nothing_is_changed(profile: Path, file: Path, answer: str) -> None:
    written_backup(file)
    before = snapshot(profile)
    code, told = at_terminal(ImportIdentity(str(file)), profile, Somebody(PASSPHRASE, answer))
    assert code == ExitCode.DECLINED
    assert told.endswith("Nothing was changed.\n")
    assert snapshot(profile) == before


def test_a_script_says_yes_beforehand(profile: Path, file: Path) -> None:
    written_backup(file)
    code, lines = in_script(ImportIdentity(str(file), True), profile, PASSPHRASE)
    assert code == ExitCode.DONE
    assert [(line["event"], line["name"]) for line in lines] == [("backup", "Mira Kohl")]
    before = snapshot(profile)
    with pytest.raises(UsageError):
        in_script(ImportIdentity(str(file)), profile, PASSPHRASE)
    assert snapshot(profile) == before


@pytest.mark.parametrize("order", [ExportIdentity("new"), ImportIdentity("mira.byhand", True)])
def test_P6_a_profile_in_use_is_refused_before_anything_is_asked(
    profile: Path, order: IdentityOrder
) -> None:
    folder = ProfileFolder.open(profile)
    somebody = Somebody()
    with pytest.raises(ProfileInUseError):
        at_terminal(order, profile, somebody)
    assert somebody.asked == []
    folder.close()


def test_an_identity_that_is_damaged_is_not_exported(profile: Path, file: Path) -> None:
    (profile / "identity.key").write_bytes(b"x")
    with pytest.raises(CorruptIdentityError):
        at_terminal(ExportIdentity(str(file)), profile, Somebody(PASSPHRASE, PASSPHRASE))
    assert not file.exists()


@pytest.mark.parametrize("order", [ExportIdentity("f"), ImportIdentity("f", True)])
def test_the_profile_is_free_again_whatever_happened(profile: Path, order: IdentityOrder) -> None:
    with pytest.raises(UsageError):
        in_script(order, profile, "")
    ProfileFolder.open(profile).close()


def test_on_a_real_terminal_the_passphrase_is_never_shown(profile: Path, file: Path) -> None:
    written_backup(file)
    child, terminal = pty.openpty()
    command = [sys.executable, "-m", "byhand", "--profile", str(profile), "identity", "import"]
    with subprocess.Popen(
        [*command, str(file)],
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        start_new_session=True,
    ) as process:
        os.close(terminal)
        shown = _until(child, b"passphrase of this file: ")
        os.write(child, PASSPHRASE.encode() + b"\n")
        shown += _until(child, b"Type yes to go on: ")
        os.write(child, b"yes\n")
        shown += _until(child, b"this computer has the identity now.")
        assert process.wait(SECONDS) == 0
    os.close(child)
    assert PASSPHRASE.encode() not in shown
    assert "Mira Kohl" in shown.decode()


def _until(descriptor: int, text: bytes) -> bytes:
    shown = b""
    while text not in shown:
        ready, _, _ = select.select([descriptor], [], [], SECONDS)
        assert ready, shown
        shown += os.read(descriptor, 4096)
    return shown
