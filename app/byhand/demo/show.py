"""The demo from start to end: with two windows on a screen, else as a job with a picture."""

import asyncio
import json
import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from byhand.demo.hand_over import hand_over
from byhand.demo.person import DemoError, Person, become_friends
from byhand.demo.windows import open_both, picture_both

JOB_SECONDS = 120.0
"""Far longer than the job without a screen takes; whoever waits longer waits for nothing."""

Say = Callable[[str], None]


def show(is_json: bool) -> int:
    """Run the demo and return an exit code; scripts get `picture` and `end` lines."""
    say = _say_beside if is_json else _say
    with tempfile.TemporaryDirectory(prefix="byhand-demo-", ignore_cleanup_errors=True) as folder:
        try:
            exit_code = asyncio.run(_show(Path(folder), say, is_json))
        except (DemoError, TimeoutError) as error:
            reason = str(error) or f"it was not done within {JOB_SECONDS:.0f} s"
            sys.stderr.write(f"byhand: the demo failed: {reason}\n")
            exit_code = 1
        except asyncio.CancelledError:
            exit_code = 0
    if is_json:
        _say(json.dumps({"event": "end", "exit": exit_code}))
    return exit_code


async def _show(folder: Path, say: Say, is_json: bool) -> int:
    task = asyncio.current_task()
    assert task is not None
    # Both end the demo well: no process of it may stay behind.
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, task.cancel)
    anna = Person("Anna Lindqvist", "Anna's laptop", folder / "anna")
    marek = Person("Marek Novák", "Marek's desktop", folder / "marek")
    async with asyncio.timeout(JOB_SECONDS):
        await become_friends(anna, marek)
        say(f"{anna.name} and {marek.name} are friends, each with a throw-away profile.")
        if not _has_screen():
            await _show_job(anna, marek, folder, say, is_json)
            return 0
    say("Drag a file from your file manager onto a friend's name in either window, and accept it")
    say("in the other. The demo ends when both are closed.")
    await open_both((anna, marek))
    return 0


async def _show_job(anna: Person, marek: Person, folder: Path, say: Say, is_json: bool) -> None:
    started_at = time.monotonic()
    gift = await hand_over(anna, marek, folder)
    seconds = time.monotonic() - started_at
    say(f"Offered, accepted, sent encrypted and compared byte for byte in {seconds:.1f} s:")
    say("a file of 32 MB and a folder of 200 files, from one process to another.")
    picture = Path(tempfile.mkdtemp(prefix="byhand-demo-")) / "both-windows.png"
    await picture_both((anna, marek), gift.file, folder, picture)
    say(f"A picture of both windows: {picture}")
    if is_json:
        _say(json.dumps({"event": "picture", "path": str(picture)}))


def _has_screen() -> bool:
    return any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def _say_beside(text: str) -> None:
    sys.stderr.write(text + "\n")
