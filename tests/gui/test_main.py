"""The window's process: how it ends, and what it says when it cannot begin."""

import asyncio
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QSessionManager

from byhand.errors import ByhandError, CorruptIdentityError, StorageError
from byhand.gui.side_place import SIDES, side_place
from byhand.main.endings import ended_by_session, ended_by_signals
from byhand.main.turns import Replacement, serve_in_turn
from byhand.service.stores import open_stores
from byhand.storage.locations import ProfileFolder
from tests.helpers.sample_backups import PASSPHRASE, written_backup
from tests.helpers.trees import snapshot

SECONDS = 60
OPEN = "from byhand.__main__ import window; window()"
TAKE_OVER = """
import sys
from PySide6.QtCore import QTimer
from byhand.main import window as composition
from byhand.gui.opening import open_window
profile, *ways = sys.argv[1:]
opened = []

def open_and_go_on(service, theme, desktop, *, take_over):
    window, controller = open_window(service, theme, desktop, take_over=take_over)
    opened.append(service.profile.now())
    way = (lambda: take_over(*ways)) if len(opened) == 1 else window.close
    QTimer.singleShot(0, window, way)
    return window, controller

vars(composition)["open_window"] = open_and_go_on
code = composition.main(["--profile", profile])
print([each.name for each in opened], opened[0].id == opened[1].id)
sys.exit(code)
"""


class House:
    """Stands in for window and boxes: serves what was planned, chooses what was planned."""

    def __init__(self, *plan: Replacement | ByhandError | None, choices: Sequence[bool] = ()):
        self.told: list[tuple[str, str]] = []
        self._plan = list(plan)
        self._choices = list(choices)

    async def serve(self) -> Replacement | None:
        match self._plan.pop(0):
            case ByhandError() as error:
                raise error
            case replacement:
                return replacement

    async def report(self, sentence: str, remedy: str) -> bool:
        self.told.append((sentence, remedy))
        return self._choices.pop(0) if self._choices else False

    @property
    def is_done(self) -> bool:
        return not (self._plan or self._choices)


def owner(profile: Path) -> tuple[bytes, str]:
    stores = open_stores(profile)
    stores.close()
    return stores.identity.friend_id, stores.settings.name


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_a_signal_ends_the_wait_and_the_old_handler_comes_back(
    number: signal.Signals,
) -> None:
    before = signal.getsignal(number)
    closing = asyncio.Event()
    with ended_by_signals(closing):
        os.kill(os.getpid(), number)
        await asyncio.wait_for(closing.wait(), SECONDS)
    assert signal.getsignal(number) is before


def test_two_windows_side_by_side_leave_room_below_to_drag_files_from() -> None:
    area = QRect(10, 30, 1280, 1000)
    assert [side_place(area, side) for side in SIDES] == [
        QRect(10, 30, 640, 750),
        QRect(650, 30, 640, 750),
    ]


def test_a_profile_in_use_is_one_sentence_and_the_box_can_be_ended(tmp_path: Path) -> None:
    folder = ProfileFolder.open(tmp_path / "profile")
    window = subprocess.Popen(
        [sys.executable, "-c", OPEN, "--profile", str(folder.path)],
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert window.stderr is not None
        lines = iter(window.stderr.readline, "")
        sentence = next(line for line in lines if line.startswith("byhand: "))
        assert str(folder.path) in sentence
        window.terminate()
        assert window.wait(SECONDS) == 1
    finally:
        window.kill()
        window.communicate()
        folder.close()


async def test_a_window_that_is_closed_ends_it(tmp_path: Path) -> None:
    house = House(None)
    assert await serve_in_turn(tmp_path, house.serve, house.report) == 0
    assert house.told == []


async def test_what_cannot_be_mended_is_told_and_ends_it(tmp_path: Path) -> None:
    house = House(StorageError(tmp_path, "why"))
    assert await serve_in_turn(tmp_path, house.serve, house.report) == 1
    ((sentence, remedy),) = house.told
    assert "why" in sentence
    assert remedy == ""


@pytest.mark.parametrize("is_wanted", [True, False])
async def test_an_identity_open_to_others_is_made_private_if_that_is_wanted(
    tmp_path: Path, is_wanted: bool
) -> None:
    profile = tmp_path / "profile"
    before = owner(profile)
    key = profile / "identity.key"
    os.chmod(key, 0o644)
    error = CorruptIdentityError(key, "others may read it", is_mendable=True)
    house = House(error, *[None] * is_wanted, choices=[is_wanted])
    code = await serve_in_turn(profile, house.serve, house.report)
    assert code == (0 if is_wanted else 1)
    assert house.is_done
    ((sentence, remedy),) = house.told
    assert "chmod 600" in sentence
    assert remedy == "Make it private"
    assert stat.S_IMODE(os.stat(key).st_mode) == (0o600 if is_wanted else 0o644)
    os.chmod(key, 0o600)
    assert owner(profile) == before


async def test_what_cannot_be_made_private_is_told(tmp_path: Path) -> None:
    error = CorruptIdentityError(tmp_path / "gone/identity.key", "why", is_mendable=True)
    house = House(error, choices=[True])
    assert await serve_in_turn(tmp_path, house.serve, house.report) == 1
    assert len(house.told) == 2
    assert house.told[1][1] == ""


async def test_a_saved_identity_takes_the_place_and_the_window_comes_back(tmp_path: Path) -> None:
    backup = written_backup(tmp_path / "file")
    owner(tmp_path / "profile")
    house = House(Replacement(tmp_path / "file", PASSPHRASE), None)
    assert await serve_in_turn(tmp_path / "profile", house.serve, house.report) == 0
    assert house.is_done
    assert house.told == []
    assert owner(tmp_path / "profile") == (backup.identity.friend_id, "Mira Kohl")


async def test_why_it_cannot_take_the_place_is_told_and_the_old_window_comes_back(
    tmp_path: Path,
) -> None:
    written_backup(tmp_path / "file")
    owner(tmp_path / "profile")
    before = snapshot(tmp_path / "profile")
    house = House(Replacement(tmp_path / "file", "another passphrase"), None)
    assert await serve_in_turn(tmp_path / "profile", house.serve, house.report) == 0
    assert house.is_done
    assert ["passphrase" in sentence for sentence, _ in house.told] == [True]
    assert snapshot(tmp_path / "profile") == before


def test_no_passphrase_is_in_a_repr() -> None:
    assert PASSPHRASE not in repr(Replacement(Path("/f"), PASSPHRASE))


def test_a_real_window_ends_and_opens_again_as_somebody_else(tmp_path: Path) -> None:
    backup = written_backup(tmp_path / "file")
    done = subprocess.run(
        [sys.executable, "-c", TAKE_OVER, tmp_path / "profile", tmp_path / "file", PASSPHRASE],
        capture_output=True,
        text=True,
        check=False,
        timeout=SECONDS,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("'Mira Kohl'] False\n")
    assert owner(tmp_path / "profile")[0] == backup.identity.friend_id


def test_a_real_window_offers_to_make_an_identity_private(tmp_path: Path) -> None:
    owner(tmp_path / "profile")
    os.chmod(tmp_path / "profile/identity.key", 0o644)
    window = subprocess.Popen(
        [sys.executable, "-c", OPEN, "--profile", tmp_path / "profile"],
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert window.stderr is not None
        lines = iter(window.stderr.readline, "")
        sentence = next(line for line in lines if line.startswith("byhand: "))
        assert f"chmod 600 {tmp_path / 'profile/identity.key'}" in sentence
        window.terminate()
        assert window.wait(SECONDS) == 1
    finally:
        window.kill()
        window.communicate()


class Session(QObject):
    """A desktop's session that ends, and what it was asked for."""

    commitDataRequest = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.hints: list[QSessionManager.RestartHint] = []

    def setRestartHint(self, hint: QSessionManager.RestartHint) -> None:
        self.hints.append(hint)


async def test_the_end_of_the_session_ends_it_and_has_it_not_started_twice() -> None:
    session, closing = Session(), asyncio.Event()
    with ended_by_session(session, closing):  # type: ignore[arg-type]
        assert not closing.is_set()
        session.commitDataRequest.emit(session)
        assert closing.is_set()
    assert session.hints == [QSessionManager.RestartHint.RestartNever]
    session.commitDataRequest.emit(session)
    assert len(session.hints) == 1
