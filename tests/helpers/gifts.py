"""Files and folders for tests to hand over."""

import random
from pathlib import Path

BLOCK_BYTES = 1024 * 1024


def make_file(path: Path, byte_count: int, seed: int = 0) -> Path:
    """Write a file of random bytes, the same for each seed; they repeat after 1 MiB."""
    path.parent.mkdir(parents=True, exist_ok=True)
    block = random.Random(seed).randbytes(min(byte_count, BLOCK_BYTES))
    with path.open("wb") as file:
        while byte_count > 0:
            byte_count -= file.write(block[:byte_count])
    return path


def make_film(path: Path, byte_count: int) -> Path:
    """Write a file of random bytes in which nothing repeats."""
    source = random.Random(byte_count)
    with path.open("wb") as file:
        while byte_count > 0:
            byte_count -= file.write(source.randbytes(min(byte_count, BLOCK_BYTES)))
    return path


def make_tree(root: Path, files: int) -> Path:
    """Write a folder with many small files, a large one, an empty folder and Unicode names."""
    for number in range(files):
        name = f"part {number % 5}/héllo wörld {number} 文.txt"
        make_file(root / name, number % 7 * 1000, seed=number)
    make_file(root / "large.bin", 3_000_001)
    (root / "empty folder").mkdir()
    return root
