"""The demo's two windows: side by side on a screen, or as one picture without."""

import asyncio
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from byhand.demo.person import ENDING_SECONDS, DemoError, Person, running
from byhand.demo.picture import is_whole, join_side_by_side

LOOK_SECONDS = 0.1
SIDES = ("left", "right")

_OPEN = "from byhand.__main__ import window; window()"


async def open_both(people: Sequence[Person]) -> None:
    """Open a window for each of two people, and stay until both are closed."""
    windows = [
        await _open(person, "--side", side) for person, side in zip(people, SIDES, strict=True)
    ]
    try:
        await asyncio.gather(*(window.wait() for window in windows))
    finally:
        await _close(windows)


async def picture_both(people: Sequence[Person], gift: Path, place: Path, picture: Path) -> None:
    """Save one PNG with the windows of two people, each asked to accept a gift by the other."""
    shots = []
    for person, other, side in zip(people, reversed(people), SIDES, strict=True):
        shots.append(place / f"{side}.ppm")
        # One after the other: a profile has either a window or a command.
        await _picture_a_request(person, other, gift, shots[-1])
    await asyncio.to_thread(join_side_by_side, shots, picture)


async def _picture_a_request(asked: Person, sender: Person, gift: Path, shot: Path) -> None:
    window = await _open(asked, "--screenshot", str(shot), is_hidden=True)
    try:
        async with running(sender, "send", str(gift), "--to", asked.name):
            await _saved(window, shot)
    finally:
        await _close([window])


async def _open(
    person: Person, *arguments: str, is_hidden: bool = False
) -> asyncio.subprocess.Process:
    environment = {**os.environ, **({"QT_QPA_PLATFORM": "offscreen"} if is_hidden else {})}
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", _OPEN, "--profile", str(person.profile)),
        *arguments,
        env=environment,
    )


async def _saved(window: asyncio.subprocess.Process, shot: Path) -> None:
    while not await asyncio.to_thread(is_whole, shot):
        if window.returncode is not None:
            raise DemoError("A window closed before its picture was taken.")
        await asyncio.sleep(LOOK_SECONDS)


async def _close(windows: Sequence[asyncio.subprocess.Process]) -> None:
    for window in windows:
        if window.returncode is None:
            window.terminate()
    for window in windows:
        try:
            await asyncio.wait_for(window.wait(), ENDING_SECONDS)
        except TimeoutError:
            window.kill()
            await window.wait()
