"""The memory that is received into."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks.transfer.report import LeftOut

MEMORY = Path("/dev/shm")
SPARE_BYTES = 2 * 1024**3
"""Room for everything else on the machine."""


@contextmanager
def memory_folder() -> Iterator[Path]:
    """Make a folder in memory for a while."""
    with tempfile.TemporaryDirectory(prefix="byhand-bench-", dir=MEMORY) as folder:
        yield Path(folder)


def require_memory(needed_bytes: int) -> None:
    """Raise LeftOut if so much does not fit in memory now."""
    lines = Path("/proc/meminfo").read_text("ascii").splitlines()
    amounts = dict(line.split(":") for line in lines)
    available = int(amounts["MemAvailable"].split()[0]) * 1024
    if available < needed_bytes + SPARE_BYTES:
        raise LeftOut(f"{needed_bytes:,} bytes do not fit in memory: {available:,} are free")
