"""What a process has used so far: processor, memory, bytes read and written (Linux)."""

import os
import resource
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

LOOK_SECONDS = 0.05
_TICKS_A_SECOND = os.sysconf("SC_CLK_TCK")
# Not /sys: what is mounted there may belong to another network namespace than ours.
_INTERFACES = Path("/proc/self/net/dev")


@dataclass(frozen=True, slots=True)
class Usage:
    """CPU seconds of all threads; bytes through read and write, those of sockets not counted."""

    cpu_seconds: float
    read_bytes: int
    written_bytes: int


def usage_of(pid: int) -> Usage:
    """Return what a process of ours has used; also of one that has ended and is not waited for."""
    user, system, *_ = _times(pid)
    lines = Path(f"/proc/{pid}/io").read_text("ascii").splitlines()
    counts = dict(line.split(": ") for line in lines)
    return Usage(user + system, int(counts["rchar"]), int(counts["wchar"]))


def memory_bytes(pid: int) -> int:
    """Return how much memory a process holds now (RSS)."""
    return int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1]) * os.sysconf(
        "SC_PAGE_SIZE"
    )


def family_cpu_seconds(pid: int) -> float:
    """Return the CPU seconds of a process and of its children that have ended."""
    return sum(_times(pid))


def has_children(pid: int) -> bool:
    """Say whether a process has children it has not waited for."""
    return bool(Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split())


def children_cpu_seconds() -> float:
    """Return the CPU seconds of all our own children that have ended."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def loopback_bytes() -> int:
    """Return how many bytes have gone over loopback in this network namespace."""
    lines = _INTERFACES.read_text("ascii").splitlines()
    counts = dict(line.split(":") for line in lines if ":" in line)
    return int(next(text for name, text in counts.items() if name.strip() == "lo").split()[0])


@dataclass(frozen=True, slots=True)
class MachineTimes:
    """How long all cores together have been busy since the start, and how long they have run."""

    busy_seconds: float
    seconds: float

    def busy_share_since(self, before: "MachineTimes") -> float:
        """Return which share of all cores was busy in between."""
        return (self.busy_seconds - before.busy_seconds) / (self.seconds - before.seconds)


def machine_times() -> MachineTimes:
    """Return what the whole machine has used so far, whoever for."""
    first = Path("/proc/stat").read_text("ascii").splitlines()[0]
    user, nice, system, idle, waits, *rest = (
        int(field) / _TICKS_A_SECOND for field in first.split()[1:9]
    )
    busy = user + nice + system + sum(rest)
    return MachineTimes(busy, busy + idle + waits)


class PeakMemory:
    """The most memory that a process has held at once, as long as it lived."""

    def __init__(self, pid: int) -> None:
        self.bytes = 0
        self._status = Path(f"/proc/{pid}/status")

    def look(self) -> None:
        """Look again; of a process that has ended the last look counts."""
        try:
            lines = self._status.read_text("ascii", "replace").splitlines()
        except (FileNotFoundError, ProcessLookupError):
            return
        for line in lines:
            if line.startswith("VmHWM:"):
                self.bytes = int(line.split()[1]) * 1024


@contextmanager
def peak_memory(*pids: int) -> Iterator[list[PeakMemory]]:
    """Watch the memory of processes while the block runs."""
    peaks = [PeakMemory(pid) for pid in pids]
    is_over = threading.Event()

    def watch() -> None:
        while not is_over.wait(LOOK_SECONDS):
            for peak in peaks:
                peak.look()

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield peaks
    finally:
        is_over.set()
        thread.join()


def _times(pid: int) -> tuple[float, float, float, float]:
    """Return CPU seconds: user and system, and both of the children waited for."""
    # The command's name may hold spaces; fields are counted behind it.
    fields = Path(f"/proc/{pid}/stat").read_text("ascii", "replace").rpartition(")")[2].split()
    user, system, children_user, children_system = (
        int(field) / _TICKS_A_SECOND for field in fields[11:15]
    )
    return user, system, children_user, children_system
