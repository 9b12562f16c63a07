"""The one way that a whole file is replaced or made: all of it is on the disk, or nothing."""

import contextlib
import os
from pathlib import Path

from byhand.storage.disk import FOLDER_FLAGS, SYSTEM_DISK, Disk
from byhand.storage.os_errors import translated
from byhand.storage.target import CREATE_FLAGS

FILE_MODE = 0o600


def replace_file(path: Path, content: bytes, disk: Disk = SYSTEM_DISK) -> None:
    """Give a file this content, mode 0600; raises StorageError, and then the old one is intact.

    Only for folders whose lock we hold: nobody else writes beside us.
    """
    draft = path.with_name(f".{path.name}.new")
    with translated(path):
        # Left by a run that was killed.
        draft.unlink(missing_ok=True)
        try:
            _fill(disk.open(draft, CREATE_FLAGS, FILE_MODE), content, disk)
            disk.replace(draft, path)
        except OSError:
            with contextlib.suppress(OSError):
                draft.unlink(missing_ok=True)
            raise
        sync_folder(path.parent, disk)


def make_file(path: Path, content: bytes, disk: Disk = SYSTEM_DISK) -> None:
    """Make a file with this content, mode 0600; raises OSError, and then there is none of ours.

    FileExistsError if something of that name is there, be it a link that leads nowhere.
    """
    fd = disk.open(path, CREATE_FLAGS, FILE_MODE)
    try:
        _fill(fd, content, disk)
        sync_folder(path.parent, disk)
    except OSError:
        with contextlib.suppress(OSError):
            path.unlink()
        raise


def sync_folder(path: Path, disk: Disk = SYSTEM_DISK) -> None:
    """Have the names in a folder on the disk; raises OSError."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    fd = disk.open(path, FOLDER_FLAGS & ~os.O_NOFOLLOW)
    try:
        disk.sync(fd)
    finally:
        os.close(fd)


def _fill(fd: int, content: bytes, disk: Disk) -> None:
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[disk.write(fd, rest) :]
        disk.sync(fd)
    finally:
        os.close(fd)
