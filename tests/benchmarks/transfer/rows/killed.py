"""After kill -9 at half, how soon does data flow again, and how much goes a second time?

Both are told by what the processes have read: a fresh process's own start is no reading again.
"""

import os
import signal
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from byhand.domain.pieces import MIB
from tests.benchmarks.transfer.gifts import disk_folder, film, take_away
from tests.benchmarks.transfer.memory import memory_folder, require_memory
from tests.benchmarks.transfer.pair import LOOK_SECONDS, command, friends, sending
from tests.benchmarks.transfer.plan import Case
from tests.benchmarks.transfer.report import Cells, Figure, Report
from tests.benchmarks.transfer.usage import loopback_bytes, usage_of
from tests.helpers.processes import Byhand

SENDER, RECEIVER = "sender", "receiver"
FLOWING_BYTES = MIB
"""More on the wire than two sides say to each other when they meet again."""
FLOWING_SECONDS = 2.0
AGAIN_MIB = 64.0
HEADER = ("killed", "data flows after s", "slowest s", "read again MiB", "most MiB")


@dataclass(frozen=True, slots=True)
class Recovery:
    """One kill: seconds from both being up to data, bytes that both sides read once more."""

    seconds: float
    again_bytes: int


class Side:
    """One side's command, started again after a kill; `up_event` is its first sign of life."""

    def __init__(
        self, stack: ExitStack, start: Callable[[], AbstractContextManager[Byhand]], up_event: str
    ) -> None:
        self._stack = stack
        self._start = start
        self._up_event = up_event
        self._pids: list[int] = []
        self.start()
        self._own_bytes = usage_of(self.process.pid).read_bytes

    def start(self) -> None:
        """Run the command, and wait until it is up."""
        self.process = self._stack.enter_context(self._start())
        self.process.wait_for(self._up_event)
        self._pids.append(self.process.pid)

    def kill(self) -> None:
        """End the command by kill -9; what it has used can still be asked for."""
        self.process.signal(signal.SIGKILL)
        os.waitid(os.P_PID, self.process.pid, os.WEXITED | os.WNOWAIT)

    def has_ended(self) -> bool:
        """Say whether the command has said its last line."""
        return bool(self.process.lines) and self.process.lines[-1]["event"] == "end"

    def again_bytes(self, size: int) -> int:
        """Return how much more than the size all its processes have read."""
        read = sum(usage_of(pid).read_bytes - self._own_bytes for pid in self._pids)
        return max(0, read - size)


def measure(case: Case) -> Report:
    """Kill either side, so many times, at half of a file of so many bytes."""
    require_memory(2 * case.amount)
    what = f"kill -9 at half of {case.amount / MIB:,.0f} MiB"
    lines: list[Cells] = []
    figures: list[Figure] = []
    remarks: list[str] = []
    with disk_folder(case.amount) as folder:
        source = film(folder, case.amount)
        for victim in (SENDER, RECEIVER):
            recoveries = [_recovered(victim, source, case.amount) for _ in range(case.rounds)]
            lines.append(_line(victim, recoveries))
            figures += _figures(f"{what}, the {victim}", recoveries)
            if max(each.again_bytes for each in recoveries) >= case.amount // 2:
                remarks.append(f"After the {victim}'s end, all was sent again from the beginning.")
    return Report(what, HEADER, lines, figures, remarks)


def _recovered(victim: str, source: Path, size: int) -> Recovery:
    with memory_folder() as target, friends() as pair, ExitStack() as stack:
        receive = ("receive", "--accept", "friends", "--into", str(target))
        receiver = Side(stack, lambda: command(pair.there, *receive), "ready")
        sender = Side(stack, lambda: sending(pair, source), "state")
        _wait_for_half(receiver.process.pid, size)
        killed = sender if victim == SENDER else receiver
        killed.kill()
        killed.start()
        seconds = _seconds_to_data(sender)
        sender.process.wait_for("finished", failed=0)
        again = sender.again_bytes(size) + receiver.again_bytes(0)
        sender.process.ended()
        take_away(target, source)
        return Recovery(seconds, again)


def _wait_for_half(receiver: int, size: int) -> None:
    before = usage_of(receiver).written_bytes
    while usage_of(receiver).written_bytes < before + size // 2:
        time.sleep(LOOK_SECONDS)


def _seconds_to_data(sender: Side) -> float:
    """Wait until bytes flow; a sender who has given up meanwhile is told to send again."""
    up_at, before = time.monotonic(), loopback_bytes()
    while loopback_bytes() < before + FLOWING_BYTES:
        time.sleep(LOOK_SECONDS)
        if sender.has_ended():
            sender.start()
            up_at, before = time.monotonic(), loopback_bytes()
    return time.monotonic() - up_at


def _line(victim: str, recoveries: Sequence[Recovery]) -> Cells:
    seconds = [each.seconds for each in recoveries]
    again = [each.again_bytes / MIB for each in recoveries]
    return (
        f"the {victim}",
        f"{median(seconds):.2f}",
        f"{max(seconds):.2f}",
        f"{median(again):,.0f}",
        f"{max(again):,.0f}",
    )


def _figures(what: str, recoveries: Sequence[Recovery]) -> list[Figure]:
    seconds = median(each.seconds for each in recoveries)
    again = max(each.again_bytes for each in recoveries) / MIB
    return [
        Figure(f"{what}, up to data", seconds, "s", FLOWING_SECONDS),
        Figure(f"{what}, most sent or read again", again, "MiB", AGAIN_MIB),
    ]
