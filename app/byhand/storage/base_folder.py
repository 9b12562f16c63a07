"""The folder the user chose to receive into: opened once, recognised later, room counted."""

import os
from pathlib import Path

from msgspec import Struct

from byhand.domain.local_names import is_refused_base
from byhand.errors import StorageError
from byhand.storage.disk import SYSTEM_DISK, Disk
from byhand.storage.disk_calls import Room
from byhand.storage.os_errors import translated

RESERVE_BYTES = 500_000_000
RESERVE_SHARE = 50
"""The reserve is at least one fiftieth of the disk: 2 %."""


class BaseFolder(Struct, frozen=True):
    """An open base folder and what it was when it was opened: device and inode."""

    path: str
    fd: int
    identity: tuple[int, int]


def open_base(path: str, disk: Disk, *, makes: bool = True) -> BaseFolder:
    """Open a base folder; if it `makes`, making it if only its last name is missing.

    Two names may be missing right below the home folder, as of a friend's in the downloads: there
    is no disk between them that may have been pulled out.
    A link is followed now and must lead to the same place later. Raises StorageError; also
    for the folders that domain/local_names.py refuses.
    """
    resolved, home = os.path.realpath(path), _home()
    if is_refused_base(resolved, home) or is_refused_base(os.path.abspath(path), home):
        raise StorageError(Path(path), "nothing is received into this folder")
    with translated(path):
        for folder in _to_make(resolved, home) if makes else ():
            disk.mkdir(folder, 0o777)
        fd = disk.open_folder(resolved)
    return BaseFolder(os.path.abspath(path), fd, identity_of(disk.status(fd)))


def check_base(base: BaseFolder, disk: Disk) -> None:
    """Raise StorageError unless the base folder's path still leads to the folder opened."""
    with translated(base.path):
        if identity_of(disk.stat(base.path)) != base.identity:
            raise StorageError(Path(base.path), "it is not the same folder any more")


def is_removed(path: str, device: int, disk: Disk = SYSTEM_DISK) -> bool:
    """Say whether a base folder that lay on a device was removed from it.

    False if it is there, or if its disk may have been pulled out instead.
    """
    place = path
    while not os.path.lexists(place):
        place = os.path.dirname(place)
    return place != path and disk.stat(place).st_dev == device


def missing_bytes(
    base: str | int, needed: int, reserve: int = RESERVE_BYTES, disk: Disk = SYSTEM_DISK
) -> int:
    """Return how many bytes are missing before `needed` fit and the reserve stays; 0 if they do.

    `base` is a path or an open folder; a path that is not there yet counts as where it is made.
    The reserve is the larger of `reserve` bytes and 2 % of the disk.
    """
    place = base if isinstance(base, int) else _nearest(base)
    with translated(str(base)):
        room = disk.room(place)
    if room.total == 0:
        # Some network file systems do not tell; the disk itself will.
        return 0
    return max(0, needed + _kept(room, reserve) - room.free)


def room_for_files(folder: str, disk: Disk = SYSTEM_DISK) -> int | None:
    """Return how many bytes fit into a folder that is there, or can be made, beside the reserve.

    None if its disk does not tell. Raises StorageError.
    """
    with translated(folder):
        room = disk.room(_nearest(folder))
    return max(0, room.free - _kept(room, RESERVE_BYTES)) if room.total else None


def identity_of(status: os.stat_result) -> tuple[int, int]:
    """Return what tells one file or folder from all others on this system."""
    return status.st_dev, status.st_ino


def _kept(room: Room, reserve: int) -> int:
    return max(reserve, room.total // RESERVE_SHARE)


def _nearest(path: str) -> str:
    """Return a base folder, or where it is made if it is not there."""
    missing = _to_make(os.path.realpath(path), _home())
    return os.path.dirname(missing[0]) if missing else path


def _to_make(resolved: str, home: str) -> list[str]:
    """Return which folders are made for a base folder, the outer one first; none if it is there."""
    if os.path.isdir(resolved):
        return []
    parent = os.path.dirname(resolved)
    is_missing_too = os.path.dirname(parent) == home and not os.path.isdir(parent)
    return [parent, resolved] if is_missing_too else [resolved]


def _home() -> str:
    return os.path.realpath(os.path.expanduser("~"))
