"""What the window costs at rest, and how late its event loop is while files go at full speed.

The window is shown on a screen of its own, the friend is another process, and the bytes go from
page cache to memory over loopback; what has arrived is removed, or it would be copied the next
time instead of sent. A tick is late by what its interval is longer than 5 ms. At last both ways at
once, with a queue of 100,000 rows that is scrolled twenty times a second.
"""

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree

from tests.benchmarks import window_rest
from tests.benchmarks.transfer.gifts import crowd
from tests.helpers.gifts import make_file
from tests.helpers.processes import Somebody, become_friends, running
from tests.helpers.screen import Screen

SECONDS = 30.0
FILM_BYTES = 2 * 1024**3
SMALL_FILES = 100_000
LIST_ROWS = 100_000
SMALL_BYTES = 4096
MEMORY = Path("/dev/shm")
GOAL_MS = 16.0
PROBE = Path(__file__).with_name("window_probe.py")
LONGEST_SECONDS = 600.0
SWEEP_SECONDS = 0.1
Measured = Callable[[Screen, Somebody, Somebody, Path, Path], str]


def main() -> None:
    """Print what the window costs at rest, and how late it is on either side."""
    if not MEMORY.is_dir():
        print("window: left out, this system has no /dev/shm to receive into")
        return
    with Screen() as screen:
        window_rest.report(screen)
    print(f"ticks of 5 ms in the window while bytes go, {SECONDS:.0f} s on {os.cpu_count()} cores")
    print(f"{'ms late':38}{'p50':>8}{'p99':>8}{'max':>8}{'GB/s':>8}")
    gifts = ("a film", _film), (f"{SMALL_FILES:,} files", _small_files)
    with Screen() as screen:
        for what, make in gifts:
            for says, measured in (("sends", _sending), ("receives", _receiving)):
                _print(f"the window {says} {what}", _row(screen, make, measured))
        _print(f"both ways, {LIST_ROWS:,} rows scrolled", _row(screen, _film, _both_ways))


def _row(screen: Screen, make: Callable[[Path], Path], measured: Measured) -> str:
    """Measure two who have never exchanged anything."""
    with tempfile.TemporaryDirectory(prefix="byhand-bench-", dir=MEMORY) as folder:
        place = Path(folder)
        window, peer = Somebody("Window", place / "window"), Somebody("Peer", place / "peer")
        become_friends(window, peer)
        become_friends(window, giver_beside(peer))
        gift = make(place)
        with swept(place / "arrived") as inbox:
            _save_into(window, inbox)
            return measured(screen, window, peer, gift, inbox)


def _film(folder: Path) -> Path:
    return make_file(folder / "film.mov", FILM_BYTES)


def _small_files(folder: Path) -> Path:
    return crowd(folder, SMALL_FILES, [SMALL_BYTES])


def _sending(screen: Screen, window: Somebody, peer: Somebody, gift: Path, inbox: Path) -> str:
    with running(peer, "receive", "--accept", "friends", "--into", str(inbox)):
        probe = _measured(screen, window, 0, str(gift), peer.name)
        return probe.communicate(timeout=LONGEST_SECONDS)[0]


def _receiving(screen: Screen, window: Somebody, peer: Somebody, gift: Path, _inbox: Path) -> str:
    return _fed(_measured(screen, window, 0), window, peer, gift)


def _both_ways(screen: Screen, window: Somebody, peer: Somebody, gift: Path, inbox: Path) -> str:
    with running(peer, "receive", "--accept", "friends", "--into", str(inbox)):
        probe = _measured(screen, window, LIST_ROWS, str(gift), peer.name)
        return _fed(probe, window, giver_beside(peer), gift)


def giver_beside(peer: Somebody) -> Somebody:
    """Return who sends while the peer receives: one profile does not do both at once."""
    return Somebody("Giver", peer.profile.with_name("giver"))


def _fed(probe: "subprocess.Popen[str]", window: Somebody, peer: Somebody, gift: Path) -> str:
    """Send again and again until the probe has seen enough, and return what it tells."""
    while probe.poll() is None:
        with running(peer, "send", str(gift), "--to", window.name) as sending:
            while probe.poll() is None and not _has_ended(sending.lines):
                time.sleep(SWEEP_SECONDS)
    return probe.communicate()[0]


def _has_ended(lines: list[dict[str, object]]) -> bool:
    return bool(lines) and lines[-1]["event"] == "end"


def _measured(screen: Screen, window: Somebody, rows: int, *file: str) -> "subprocess.Popen[str]":
    """`file` and the name of who gets it, if any."""
    command = [sys.executable, str(PROBE), str(window.profile), str(SECONDS), str(rows), *file]
    return subprocess.Popen(command, env=screen.environment, stdout=subprocess.PIPE, text=True)


def _save_into(somebody: Somebody, folder: Path) -> None:
    settings = somebody.profile / "settings.json"
    told = json.loads(settings.read_text(encoding="utf-8"))
    told["downloads"] = str(folder)
    settings.write_text(json.dumps(told), encoding="utf-8")


@contextmanager
def swept(folder: Path) -> Iterator[Path]:
    """Make a folder and keep it empty: what has arrived goes at once, or memory would fill."""
    folder.mkdir()
    is_over = threading.Event()

    def sweep() -> None:
        while not is_over.wait(SWEEP_SECONDS):
            for arrived in folder.glob("[!.]*"):
                rmtree(arrived) if arrived.is_dir() else arrived.unlink()

    thread = threading.Thread(target=sweep)
    thread.start()
    try:
        yield folder
    finally:
        is_over.set()
        thread.join()


def _print(side: str, told: str) -> None:
    measured = json.loads(told)
    speed = measured["bytes"] / measured["seconds"] / 1e9
    verdict = "" if measured["p99"] < GOAL_MS else f"   p99 is to be below {GOAL_MS:.0f}"
    late = "".join(f"{measured[name]:8.1f}" for name in ("p50", "p99", "max"))
    print(f"{side:38}{late}{speed:8.2f}{verdict}")
