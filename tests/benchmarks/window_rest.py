"""What the window costs at rest: how soon it is seen, memory with 50 friends, processor time.

The window's program is started anew each time, its code read from the page cache and its bytecode
there; it is seen once it has painted itself on a screen of its own.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from byhand.domain.friend import Friend, Trust
from byhand.protocol.credentials import LocalIdentity
from byhand.service.stores import book_key, open_stores
from byhand.storage.friend_store import BookContents, FriendRecord, save_book
from tests.benchmarks.transfer.usage import memory_bytes, usage_of
from tests.helpers.processes import HANG_SECONDS
from tests.helpers.screen import Screen

STARTS = 7
FRIENDS = 50
SETTLING_SECONDS = 10.0
IDLE_SECONDS = 30.0
SEEN_GOAL_SECONDS = 0.8
MEMORY_GOAL_BYTES = 120_000_000
IDLE_GOAL = 0.005
PROBE = Path(__file__).with_name("window_rest_probe.py")


def report(screen: Screen) -> None:
    """Print the three figures, each beside its goal."""
    with tempfile.TemporaryDirectory(prefix="byhand-bench-") as folder:
        profile = Path(folder) / "profile"
        befriend(profile, FRIENDS)
        seconds = statistics.median(_seen_after(screen, profile) for _ in range(STARTS))
        held, share = _at_rest(screen, profile)
    print(f"the window at rest, {FRIENDS} friends")
    _print("seen after its start", f"{seconds:.2f} s", seconds <= SEEN_GOAL_SECONDS, "0.8 s")
    _print("memory (RSS)", f"{held / 1e6:.0f} MB", held <= MEMORY_GOAL_BYTES, "120 MB")
    _print("of one processor", f"{share:.2%}", share <= IDLE_GOAL, "0.5 %")


def befriend(profile: Path, count: int) -> None:
    """Make a profile with so many friends, none of whom is there."""
    stores = open_stores(profile)
    try:
        records = tuple(_record(number) for number in range(count))
        save_book(stores.folder.friends, book_key(stores.identity), BookContents(records))
    finally:
        stores.close()


def _record(number: int) -> FriendRecord:
    keys = LocalIdentity.generate().keys
    friend = Friend(keys.friend_id, f"Friend {number}", "laptop", Trust.VERIFIED, verified_at=1.0)
    return FriendRecord(friend, keys, bytes(32), 1.0)


def _seen_after(screen: Screen, profile: Path) -> float:
    with _window(screen, profile) as (_, seconds):
        return seconds


def _at_rest(screen: Screen, profile: Path) -> tuple[int, float]:
    """Return bytes of memory, and the share of one processor."""
    with _window(screen, profile) as (window, _):
        time.sleep(SETTLING_SECONDS)
        before = usage_of(window.pid).cpu_seconds
        time.sleep(IDLE_SECONDS)
        used = usage_of(window.pid).cpu_seconds - before
        return memory_bytes(window.pid), used / IDLE_SECONDS


@contextmanager
def _window(screen: Screen, profile: Path) -> "Iterator[tuple[subprocess.Popen[str], float]]":
    """Run the window, with the seconds until it was seen."""
    started_at = time.monotonic()
    command = [sys.executable, str(PROBE), "--profile", str(profile)]
    window = subprocess.Popen(command, env=screen.environment, stdout=subprocess.PIPE, text=True)
    try:
        assert window.stdout is not None
        yield window, float(window.stdout.readline()) - started_at
    finally:
        window.terminate()
        window.wait(HANG_SECONDS)


def _print(what: str, measured: str, is_met: bool, goal: str) -> None:
    verdict = "" if is_met else f"   is to be at most {goal}"
    print(f"{what:38}{measured:>8}{verdict}")
