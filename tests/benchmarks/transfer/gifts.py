"""What is handed over, and where it lies: sources in the page cache, targets in memory."""

import os
import random
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from byhand.domain.pieces import MIB
from tests.benchmarks.transfer.report import LeftOut
from tests.helpers.gifts import make_file

MEMORY = Path("/dev/shm")
FILES_A_FOLDER = 1000
SPARE_BYTES = 2 * 1024**3
"""Room for everything else on the machine."""


@contextmanager
def disk_folder(needed_bytes: int = 0) -> Iterator[Path]:
    """Make a folder on the disk for a while; LeftOut if so much does not fit."""
    free = shutil.disk_usage(tempfile.gettempdir()).free
    if free < needed_bytes + SPARE_BYTES:
        raise LeftOut(f"{needed_bytes:,} bytes do not fit on the disk")
    with tempfile.TemporaryDirectory(prefix="byhand-bench-") as folder:
        yield Path(folder)


@contextmanager
def memory_folder() -> Iterator[Path]:
    """Make a folder in memory for a while."""
    with tempfile.TemporaryDirectory(prefix="byhand-bench-", dir=MEMORY) as folder:
        yield Path(folder)


def require_memory(needed_bytes: int) -> None:
    """Raise LeftOut if so much does not fit in memory now."""
    available = _available_bytes()
    if available < needed_bytes + SPARE_BYTES:
        raise LeftOut(f"{needed_bytes:,} bytes do not fit in memory: {available:,} are free")


def film(folder: Path, size: int) -> Path:
    """Write one large file that no peer's compression helps with, and leave it in the cache."""
    return warmed(make_file(folder / "film.bin", size))


def holed_film(folder: Path, size: int, allocated: int) -> Path:
    """Write a file that is mostly holes: so many bytes are there, a mebibyte here and there."""
    path = folder / "holed.bin"
    block = random.Random(0).randbytes(MIB)
    count = max(1, allocated // MIB)
    with path.open("wb") as file:
        file.truncate(size)
        for number in range(count):
            file.seek(number * (size // count) // MIB * MIB)
            file.write(block)
    return path


def crowd(folder: Path, files: int, sizes: Sequence[int]) -> Path:
    """Write a folder of so many files, a thousand a folder, all different; sizes take turns."""
    top = folder / "crowd"
    source = random.Random(0)
    for number in range(files):
        place = top / f"{number // FILES_A_FOLDER:04}"
        if number % FILES_A_FOLDER == 0:
            place.mkdir(parents=True)
        (place / f"{number:07}.bin").write_bytes(source.randbytes(sizes[number % len(sizes)]))
    return top


def warmed(path: Path) -> Path:
    """Put a file in the page cache, and let the disk come to rest with it."""
    buffer = bytearray(4 * MIB)
    with path.open("rb", buffering=0) as file:
        os.fsync(file.fileno())
        while file.readinto(buffer):
            pass
    return path


def take_away(target: Path, source: Path) -> None:
    """Empty a target folder; RuntimeError unless all of the source had arrived there."""
    expected, arrived = _census(source), _census(target)
    if arrived != expected:
        raise RuntimeError(f"{arrived} files and bytes have arrived in place of {expected}")
    for path in target.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def _census(path: Path) -> tuple[int, int]:
    """Return how many files there are and how many bytes they hold."""
    if path.is_file():
        return 1, path.stat().st_size
    sizes = [
        os.stat(os.path.join(folder, name)).st_size
        for folder, _, names in os.walk(path)
        for name in names
    ]
    return len(sizes), sum(sizes)


def _available_bytes() -> int:
    lines = Path("/proc/meminfo").read_text("ascii").splitlines()
    amounts = dict(line.split(":") for line in lines)
    return int(amounts["MemAvailable"].split()[0]) * 1024
