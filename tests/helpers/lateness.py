"""How late something comes that is to come every so many seconds, and what it costs meanwhile."""

import ctypes
import resource
import statistics
import time
from pathlib import Path

_PAGE_BYTES = resource.getpagesize()


def resident_bytes() -> int:
    """Return how much memory this process has, as the system counts it."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * _PAGE_BYTES


def return_free_memory() -> None:
    """Have the C library give back to the system what nobody holds any more, if it can."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)


class Lateness:
    """Measures between `begin` and `end` what ticks come later than they should."""

    def __init__(self, interval_seconds: float) -> None:
        self._interval = interval_seconds
        self._last = self._began = time.perf_counter()
        self._cpu = self._bytes = 0.0
        self._late: list[float] = []
        self._is_on = False

    def tick(self) -> None:
        """Call every interval."""
        now = time.perf_counter()
        passed, self._last = now - self._last, now
        if self._is_on:
            self._late.append(max(0.0, passed - self._interval) * 1000)

    def begin(self) -> None:
        """Forget what was measured and measure."""
        self._late.clear()
        self._is_on = True
        self._began, self._cpu = time.perf_counter(), time.process_time()
        self._bytes = resident_bytes()

    def end(self) -> dict[str, float]:
        """Return milliseconds late, the share of a core, and MiB before and after."""
        self._is_on = False
        cuts = statistics.quantiles(self._late, n=100)
        seconds = time.perf_counter() - self._began
        return {
            "p50": cuts[49],
            "p99": cuts[98],
            "max": max(self._late),
            "cpu": (time.process_time() - self._cpu) / seconds,
            "before": self._bytes / 2**20,
            "after": resident_bytes() / 2**20,
        }
