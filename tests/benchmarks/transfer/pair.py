"""Two friends on this machine: one offers, the benchmark accepts for the other, bytes go."""

import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.transfer.contest import Contestant, Lap
from tests.benchmarks.transfer.gifts import take_away
from tests.benchmarks.transfer.memory import MEMORY
from tests.benchmarks.transfer.usage import children_cpu_seconds, peak_memory, usage_of
from tests.helpers.processes import Byhand, Somebody, become_friends, talking

PATIENCE_SECONDS = 3600.0
FIRST_BYTES = 256 * 1024
"""What is more than any message, and at most the first frame: data flows."""
LOOK_SECONDS = 0.001
ACCEPT_TO_FINISHED = "Byhand, accept to FINISHED"
WHOLE_COMMAND = "Byhand, whole command"


@dataclass(frozen=True, slots=True)
class Pair:
    """Who sends and who receives."""

    here: Somebody
    there: Somebody


@dataclass(frozen=True, slots=True)
class HandOver:
    """What one handing over took: both laps, and the most bytes of memory on either side."""

    laps: tuple[Lap, Lap]
    sender_peak_bytes: int
    receiver_peak_bytes: int


class Offered:
    """An offer that waits for its answer, and the two processes that are about it.

    AssertionError if it never comes to that.
    """

    def __init__(self, sender: Byhand, receiver: Byhand) -> None:
        self.sender = sender
        self.receiver = receiver
        sender.wait_for("state", state="offered")
        self._id = receiver.wait_for("offer")["id"]

    def cpu_seconds(self) -> float:
        """Return what both sides have used so far."""
        return sum(usage_of(process.pid).cpu_seconds for process in (self.sender, self.receiver))

    def accept(self) -> float:
        """Accept and return when, on the monotonic clock."""
        now = time.monotonic()
        self.receiver.write(f"accept {self._id}")
        return now

    def first_data_seconds(self) -> float:
        """Accept and return after how long the receiver has written its first piece."""
        before = usage_of(self.receiver.pid).written_bytes
        accepted_at = self.accept()
        while usage_of(self.receiver.pid).written_bytes < before + FIRST_BYTES:
            time.sleep(LOOK_SECONDS)
        return time.monotonic() - accepted_at

    def finish(self) -> None:
        """Wait until the sender has heard FINISHED; AssertionError if a file failed."""
        self.sender.wait_for("finished", failed=0)


@contextmanager
def friends() -> Iterator[Pair]:
    """Make two profiles in memory that are friends."""
    with tempfile.TemporaryDirectory(prefix="byhand-bench-", dir=MEMORY) as folder:
        here, there = (Somebody(name, Path(folder) / name) for name in ("Here", "There"))
        # Who receives runs first, then as now: as on two computers, each is where the other knows.
        become_friends(there, here)
        yield Pair(here, there)


@contextmanager
def command(somebody: Somebody, *arguments: str) -> Iterator[Byhand]:
    """Run a command as a user's script would, without its log."""
    words = [sys.executable, "-m", "byhand", "--json", "--profile", str(somebody.profile)]
    with talking([*words, *arguments]) as process:
        process.patience_seconds = PATIENCE_SECONDS
        yield process


@contextmanager
def receiving(pair: Pair, target: Path) -> Iterator[Byhand]:
    """Run a receiver who asks about each offer, from when it is there."""
    with command(pair.there, "receive", "--into", str(target)) as receiver:
        receiver.wait_for("ready")
        yield receiver


@contextmanager
def sending(pair: Pair, source: Path) -> Iterator[Byhand]:
    """Run a sender, who waits for an answer."""
    with command(pair.here, "send", str(source), "--to", pair.there.name) as sender:
        yield sender


@contextmanager
def offered(pair: Pair, source: Path, target: Path) -> Iterator[Offered]:
    """Run both sides up to the offer; both are ended with the block."""
    with receiving(pair, target) as receiver, sending(pair, source) as sender:
        yield Offered(sender, receiver)


def hand_over(pair: Pair, source: Path, target: Path) -> HandOver:
    """Hand something over once; it stays in the target."""
    with receiving(pair, target) as receiver:
        idle = usage_of(receiver.pid).cpu_seconds + children_cpu_seconds()
        started_at = time.monotonic()
        with sending(pair, source) as sender:
            offer = Offered(sender, receiver)
            accepted, peaks = _accept_to_finished(offer)
            sender.ended()
            seconds = time.monotonic() - started_at
        cost = usage_of(receiver.pid).cpu_seconds + children_cpu_seconds() - idle
    return HandOver((accepted, Lap(WHOLE_COMMAND, seconds, cost)), *peaks)


@contextmanager
def byhand(source: Path, target: Path) -> Iterator[Contestant]:
    """Be ready to hand over: as two laps, from accept to FINISHED and the whole command.

    Each time between two who have never exchanged anything: nothing may be known already.
    """

    def laps() -> list[Lap]:
        with friends() as pair:
            handed = hand_over(pair, source, target)
        take_away(target, source)
        return list(handed.laps)

    yield laps


def _accept_to_finished(offer: Offered) -> tuple[Lap, list[int]]:
    with peak_memory(offer.sender.pid, offer.receiver.pid) as peaks:
        before = offer.cpu_seconds()
        accepted_at = offer.accept()
        offer.finish()
        seconds = time.monotonic() - accepted_at
        lap = Lap(ACCEPT_TO_FINISHED, seconds, offer.cpu_seconds() - before)
        for peak in peaks:
            peak.look()
    return lap, [peak.bytes for peak in peaks]
