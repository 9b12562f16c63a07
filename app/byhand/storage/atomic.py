"""The one way that a file of the profile is replaced: whole and on the disk, or not at all."""

import contextlib
import os
from pathlib import Path

from byhand.storage.base_folder import FOLDER_FLAGS
from byhand.storage.disk import SYSTEM_DISK, Disk
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
            _write(draft, content, disk)
            disk.replace(draft, path)
        except OSError:
            with contextlib.suppress(OSError):
                draft.unlink(missing_ok=True)
            raise
        _sync_folder(path.parent, disk)


def _write(path: Path, content: bytes, disk: Disk) -> None:
    fd = disk.open(path, CREATE_FLAGS, FILE_MODE)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[disk.write(fd, rest) :]
        disk.sync(fd)
    finally:
        os.close(fd)


def _sync_folder(path: Path, disk: Disk) -> None:
    if not hasattr(os, "O_DIRECTORY"):
        return
    fd = disk.open(path, FOLDER_FLAGS & ~os.O_NOFOLLOW)
    try:
        disk.sync(fd)
    finally:
        os.close(fd)
