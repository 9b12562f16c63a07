"""What may happen to a file that is being sent."""

import os
import time
from pathlib import Path


def wait_for_another_time(file: Path) -> None:
    """Wait until the file system's clock, which ticks slowly, would date a change differently."""
    marker = file.with_name(f".{file.name}.marker")
    while True:
        marker.write_bytes(b"")
        is_later = marker.stat().st_ctime_ns > file.stat().st_ctime_ns
        marker.unlink()
        if is_later:
            return
        time.sleep(0.001)


def touch(file: Path) -> None:
    """Change only the time."""
    wait_for_another_time(file)
    os.utime(file)


def overwrite(file: Path, place: int, content: bytes) -> None:
    """Change bytes; the size stays."""
    wait_for_another_time(file)
    with file.open("r+b") as opened:
        opened.seek(place)
        opened.write(content)


def append(file: Path) -> None:
    wait_for_another_time(file)
    with file.open("ab") as opened:
        opened.write(b"more")
