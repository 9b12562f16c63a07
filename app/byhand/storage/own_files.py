"""Files of our own that something is sent from: each in a folder of its own, below a common one."""

import contextlib
import secrets
from collections.abc import Container
from pathlib import Path

from byhand.storage.atomic import replace_file, sync_folder
from byhand.storage.disk import SYSTEM_DISK, Disk
from byhand.storage.folder_tree import FOLDER_MODE
from byhand.storage.os_errors import translated


def own_path(folder: Path, name: str) -> Path:
    """Return where a file is to be kept that no other one has."""
    return folder / secrets.token_hex(8) / name


def keep_own(path: Path, content: bytes, disk: Disk = SYSTEM_DISK) -> None:
    """Have this content in a file, made now if need be, so that it outlives a loss of power.

    Raises StorageError; then something may be there to be removed, but never half of it.
    """
    place = path.parent
    with translated(path):
        place.parent.mkdir(FOLDER_MODE, exist_ok=True)
        place.mkdir(FOLDER_MODE, exist_ok=True)
    replace_file(path, content, disk)
    with translated(path):
        for folder in (place.parent, place.parent.parent):
            sync_folder(folder, disk)


def remove_own(path: Path) -> None:
    """Remove a file and its folder, if they are there; raises StorageError."""
    with translated(path):
        path.unlink(missing_ok=True)
        with contextlib.suppress(FileNotFoundError):
            path.parent.rmdir()


def remove_all_own(folder: Path, kept: Container[str]) -> None:
    """Remove all files below a folder but those whose own folder's name is kept; StorageError.

    So goes what a run that was killed had only begun: drafts, and folders without a file.
    """
    with translated(folder):
        for place in folder.iterdir() if folder.is_dir() else ():
            if place.name not in kept and place.is_dir() and not place.is_symlink():
                for path in place.iterdir():
                    path.unlink()
                place.rmdir()
