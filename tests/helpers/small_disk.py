"""A disk of a few megabytes of its own, that can be filled, made read-only and torn off."""

import contextlib
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.needs import MISSING, require_tool


@contextlib.contextmanager
def small_disk(folder: Path, size_bytes: int) -> Iterator[Path]:
    """Mount a tmpfs of that size at a new folder; the test is skipped where that is forbidden."""
    mount, unmount = require_tool("mount"), require_tool("umount")
    folder.mkdir()
    command = [mount, "-t", "tmpfs", "-o", f"size={size_bytes}", "byhand-test", str(folder)]
    mounted = subprocess.run(command, capture_output=True, check=False)
    if mounted.returncode != 0:
        pytest.skip(f"{MISSING}the right to mount a file system")
    try:
        yield folder
    finally:
        subprocess.run([unmount, "--lazy", str(folder)], check=True, capture_output=True)


@contextlib.contextmanager
def small_ext4(folder: Path, size_bytes: int, feature: str = "") -> Iterator[Path]:
    """Mount an ext4 of that size from an image file; the test is skipped where that cannot be.

    `feature` is one that the kernel may lack.
    """
    features = ",".join(("^has_journal", *([feature] if feature else [])))
    make = [require_tool("mkfs.ext4"), "-q", "-F", "-m", "0", "-O", features]
    with small_file_system(folder, size_bytes, make):
        yield folder


@contextlib.contextmanager
def small_file_system(folder: Path, size_bytes: int, make: list[str]) -> Iterator[Path]:
    """Mount an image file that a program made a file system of; skipped where that cannot be."""
    mount, unmount = require_tool("mount"), require_tool("umount")
    image = folder.with_suffix(".image")
    image.write_bytes(b"")
    os.truncate(image, size_bytes)
    subprocess.run([*make, str(image)], check=True, capture_output=True)
    folder.mkdir()
    command = [mount, "-o", "loop", str(image), str(folder)]
    if subprocess.run(command, capture_output=True, check=False).returncode != 0:
        pytest.skip(f"this system mounts nothing from a file, or not what {make} makes")
    try:
        yield folder
    finally:
        subprocess.run([unmount, str(folder)], check=True, capture_output=True)


def make_read_only(folder: Path) -> None:
    """Remount a small disk read-only, as a system does after an error of the disk."""
    command = [require_tool("mount"), "-o", "remount,ro", str(folder)]
    subprocess.run(command, check=True, capture_output=True)


def make_writable(folder: Path) -> None:
    """Undo `make_read_only`."""
    command = [require_tool("mount"), "-o", "remount,rw", str(folder)]
    subprocess.run(command, check=True, capture_output=True)


def fill(disk: Path) -> Path:
    """Take all room that a disk has left."""
    filler = disk / "filler"
    with filler.open("wb") as file:
        for chunk in (16 * 1024**2, 64 * 1024, 4096):
            with contextlib.suppress(OSError):
                while True:
                    os.posix_fallocate(file.fileno(), file.seek(0, os.SEEK_END), chunk)
    return filler
