"""What is handed over: files and folders that lie in the page cache."""

import os
import random
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from byhand.domain.pieces import MIB
from tests.benchmarks.transfer.memory import SPARE_BYTES
from tests.benchmarks.transfer.report import LeftOut
from tests.helpers.gifts import make_file

FILES_A_FOLDER = 1000


@contextmanager
def disk_folder(needed_bytes: int = 0) -> Iterator[Path]:
    """Make a folder on the disk for a while; LeftOut if so much does not fit."""
    free = shutil.disk_usage(tempfile.gettempdir()).free
    if free < needed_bytes + SPARE_BYTES:
        raise LeftOut(f"{needed_bytes:,} bytes do not fit on the disk")
    with tempfile.TemporaryDirectory(prefix="byhand-bench-") as folder:
        yield Path(folder)


def film(folder: Path, size: int) -> Path:
    """Write one large file that no peer's compression helps with.

    It is in the page cache then, and the disk is at rest with it.
    """
    path = make_file(folder / "film.bin", size)
    buffer = bytearray(4 * MIB)
    with path.open("rb", buffering=0) as file:
        os.fsync(file.fileno())
        while file.readinto(buffer):
            pass
    return path


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
