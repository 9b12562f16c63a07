"""How long after an order to stop does the last byte move, at full speed?

The order goes to a running service, as a click in the window does.
"""

import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from byhand.domain.pieces import MIB
from tests.benchmarks.transfer.gifts import disk_folder, film
from tests.benchmarks.transfer.memory import memory_folder, require_memory
from tests.benchmarks.transfer.pair import LOOK_SECONDS, friends
from tests.benchmarks.transfer.plan import Case
from tests.benchmarks.transfer.report import Cells, Figure, LeftOut, Report
from tests.benchmarks.transfer.usage import loopback_bytes, usage_of
from tests.helpers.processes import Byhand, Somebody, talking

SENDER, RECEIVER = "sender", "receiver"
FULL_SPEED_BYTES = 32 * MIB
MOVING_BYTES = 16 * 1024
"""Less than this from one look to the next is talk, not data."""
STILL_SECONDS = 1.0
STOP_MILLISECONDS = 250.0
HEADER = ("ordered by", "median ms", "slowest ms")


def measure_cancel(case: Case) -> Report:
    """Cancel a file of so many bytes on its way."""
    return _report("cancel", case)


def measure_pause(case: Case) -> Report:
    """Pause a file of so many bytes on its way."""
    return _report("pause", case)


def _report(order: str, case: Case) -> Report:
    require_memory(2 * case.amount)
    lines: list[Cells] = []
    figures: list[Figure] = []
    with disk_folder(case.amount) as folder:
        source = film(folder, case.amount)
        for side in (SENDER, RECEIVER):
            waits = [_milliseconds(order, side, source) for _ in range(case.rounds)]
            lines.append((f"the {side}", f"{median(waits):.0f}", f"{max(waits):.0f}"))
            what = f"{order} by the {side}, until the last byte"
            figures.append(Figure(what, median(waits), "ms", STOP_MILLISECONDS))
    title = f"{order}, at full speed, one file of {case.amount / MIB:,.0f} MiB"
    return Report(title, HEADER, lines, figures)


def _milliseconds(order: str, side: str, source: Path) -> float:
    with (
        memory_folder() as target,
        friends() as pair,
        _service(pair.there, target) as receiver,
        _service(pair.here, target) as sender,
    ):
        sender.wait_for("friend", online=True)
        sender.write(json.dumps({"send": [str(source)], "to": pair.there.name}))
        offer = receiver.wait_for("transfer", counted=True, state="offered")
        receiver.write(json.dumps({"accept": offer["id"], "into": str(target)}))
        _wait_for_full_speed(receiver.pid)
        ordered_at = time.monotonic()
        ordering = sender if side == SENDER else receiver
        ordering.write(json.dumps({order: offer["id"]}))
        last_at = _last_moved_at(receiver.pid)
        if usage_of(receiver.pid).written_bytes >= source.stat().st_size:
            raise LeftOut("all had arrived before the order: the file is too small")
        return (last_at - ordered_at) * 1000


@contextmanager
def _service(somebody: Somebody, downloads: Path) -> Iterator[Byhand]:
    words = [sys.executable, "-m", "tests.helpers.service_probe", str(somebody.profile)]
    with talking([*words, str(downloads)]) as process:
        process.wait_for("ready")
        yield process


def _wait_for_full_speed(receiver: int) -> None:
    before = usage_of(receiver).written_bytes
    while usage_of(receiver).written_bytes < before + FULL_SPEED_BYTES:
        time.sleep(LOOK_SECONDS)


def _last_moved_at(receiver: int) -> float:
    """Return when data last moved, over the wire or to the disk, once it is still."""
    last_at, before = time.monotonic(), _moved_bytes(receiver)
    while time.monotonic() < last_at + STILL_SECONDS:
        time.sleep(LOOK_SECONDS)
        moved = _moved_bytes(receiver)
        if moved >= before + MOVING_BYTES:
            last_at = time.monotonic()
        before = moved
    return last_at


def _moved_bytes(receiver: int) -> int:
    return loopback_bytes() + usage_of(receiver).written_bytes
