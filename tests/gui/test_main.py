"""The window's process: how it ends, and what it says when it cannot begin."""

import asyncio
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect

from byhand.gui.side_place import SIDES, side_place
from byhand.main import ended_by_signals
from byhand.storage.locations import ProfileFolder

SECONDS = 60
OPEN = "from byhand.__main__ import window; window()"


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
