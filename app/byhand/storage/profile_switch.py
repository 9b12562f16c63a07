"""Putting other files in the place of a profile's: all of them or none, whenever it is killed.

They are written to `.byhand-import`. Renaming that to `.byhand-import.N` decides: from then on
it is carried through, if need be by whoever opens the profile next. What was there is kept beside.
"""

import os
import re
import shutil
from pathlib import Path

from byhand.storage.atomic import sync_folder
from byhand.storage.disk import SYSTEM_DISK, Disk
from byhand.storage.locations import FOLDER_MODE
from byhand.storage.os_errors import translated

PARTS = ("friends", "settings.json", "identity.key")
_STAGED = ".byhand-import"
_DECIDED = re.compile(r"\.byhand-import\.([1-9][0-9]*)")


def stage_switch(folder: Path, disk: Disk = SYSTEM_DISK) -> Path:
    """Return a new empty folder for the files, named as in PARTS, that shall take their places.

    For profiles whose lock we hold, as everything here. Raises StorageError.
    """
    finish_switch(folder, disk)
    staged = folder / _STAGED
    with translated(staged):
        disk.mkdir(staged, FOLDER_MODE)
    return staged


def switch(folder: Path, disk: Disk = SYSTEM_DISK) -> None:
    """Put the staged files in their places.

    Raises StorageError; `finish_switch` then tells what holds, after any restart.
    """
    with translated(folder):
        disk.replace(folder / _STAGED, folder / f"{_STAGED}.{_free_number(folder)}")
        sync_folder(folder, disk)
    finish_switch(folder, disk)


def finish_switch(folder: Path, disk: Disk = SYSTEM_DISK) -> None:
    """Carry through a switch that was decided, undo one that was not; raises StorageError."""
    with translated(folder):
        names = os.listdir(folder)
        for name in names:
            if decided := _DECIDED.fullmatch(name):
                _carry_through(folder, folder / name, int(decided[1]), disk)
        if _STAGED in names:
            shutil.rmtree(folder / _STAGED)


def _carry_through(folder: Path, source: Path, number: int, disk: Disk) -> None:
    left = [name for name in PARTS if os.path.lexists(source / name)]
    for name in left:
        # What has been moved in is not in `source` any more: this is what was there before.
        if os.path.lexists(folder / name):
            disk.replace(folder / name, folder / _kept_name(name, number))
    sync_folder(folder, disk)
    for name in left:
        disk.replace(source / name, folder / name)
    sync_folder(folder, disk)
    source.rmdir()


def _free_number(folder: Path) -> int:
    number = 1
    while any(os.path.lexists(folder / _kept_name(name, number)) for name in PARTS):
        number += 1
    return number


def _kept_name(name: str, number: int) -> str:
    return f"{name}.before-import" + (f".{number}" if number > 1 else "")
