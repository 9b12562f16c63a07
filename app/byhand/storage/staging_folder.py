"""The folder `.byhand-<16 hex>` in a base folder: made, opened, and removed with all it holds."""

import contextlib
import os
import re
import secrets
import stat
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from byhand.errors import StagingGoneError, StorageError
from byhand.storage.base_folder import BaseFolder, identity_of, open_base
from byhand.storage.disk import SYSTEM_DISK, Disk
from byhand.storage.folder_tree import FOLDER_MODE, open_own_folder
from byhand.storage.os_errors import translated
from byhand.storage.target import Target, probed_target

_NAME = re.compile(r"\.byhand-[0-9a-f]{16}")
_PARTS = "parts"
_TREE = "tree"


class StagingFolder(Struct, frozen=True):
    """An open staging folder: descriptors of itself and of `parts` and `tree` in it."""

    base: BaseFolder
    name: str
    identity: tuple[int, int]
    top: int
    parts: int
    tree: int
    target: Target


def new_staging_name() -> str:
    """Return a name for a staging folder that nobody has."""
    return f".byhand-{secrets.token_hex(8)}"


def make_staging_folder(base: BaseFolder, name: str, disk: Disk) -> StagingFolder:
    """Make a staging folder, 0700, under a new name; raises OSError and leaves nothing."""
    # What we did not make we do not enter: mkdir must succeed.
    disk.mkdir(name, FOLDER_MODE, dir_fd=base.fd)
    with contextlib.ExitStack() as undo:
        undo.callback(disk.remove_tree, name, dir_fd=base.fd)
        opened = _opened(base, name, disk)
        undo.pop_all()
    return opened


def open_staging_folder(
    path: str, disk: Disk, is_base: Callable[[tuple[int, int]], bool]
) -> StagingFolder:
    """Open a staging folder that was left, if it is exactly one of ours.

    Raises StagingGoneError if the base folder is there and the staging folder is not,
    StorageError for anything else; also if by device and inode the folder that is there is not
    the base folder, as where a disk is not mounted. That it holds the staging folder, which
    nobody else can make, proves that it is.
    """
    parent, name = os.path.split(path)
    base = open_base(parent, disk, makes=False)
    with contextlib.ExitStack() as undo, translated(path):
        undo.callback(os.close, base.fd)
        try:
            status = disk.stat(name, dir_fd=base.fd, follow_symlinks=False)
        except FileNotFoundError as exc:
            if not is_base(base.identity):
                raise StorageError(Path(parent), "it is not the same folder any more") from exc
            raise StagingGoneError(Path(path)) from exc
        if not _is_ours(name, status, disk) or status.st_dev != base.identity[0]:
            raise StorageError(Path(path), "it is not a staging folder of ours")
        opened = _opened(base, name, disk)
        undo.pop_all()
    return opened


def close_staging_folder(staging: StagingFolder) -> None:
    """Close a staging folder, not its base folder, and leave it where it is."""
    for fd in (staging.parts, staging.tree, staging.top):
        os.close(fd)


def remove_staging_folder(staging: StagingFolder, disk: Disk) -> None:
    """Remove a staging folder that is closed, with all it holds; raises OSError."""
    with contextlib.suppress(FileNotFoundError):
        status = disk.stat(staging.name, dir_fd=staging.base.fd, follow_symlinks=False)
        if identity_of(status) == staging.identity:
            disk.remove_tree(staging.name, dir_fd=staging.base.fd)


def discard_leftover(path: str, disk: Disk = SYSTEM_DISK) -> bool:
    """Remove the staging folder of a run that was killed; say whether it is certainly gone.

    Only what looks exactly like one of ours is touched; a disk that is not there now may come
    back with it. Raises StorageError.
    """
    parent, name = os.path.split(path)
    if not os.path.isdir(parent):
        return False
    with translated(path), contextlib.ExitStack() as done:
        folder = disk.open_folder(os.path.realpath(parent))
        done.callback(os.close, folder)
        try:
            status = disk.stat(name, dir_fd=folder, follow_symlinks=False)
        except FileNotFoundError:
            return True
        if not _is_ours(name, status, disk):
            return False
        disk.remove_tree(name, dir_fd=folder)
    return True


def _opened(base: BaseFolder, name: str, disk: Disk) -> StagingFolder:
    """Open a staging folder, and make in it what is missing."""
    with contextlib.ExitStack() as undo:
        top = open_own_folder(name, base.fd, disk)
        undo.callback(os.close, top)
        target = probed_target(top, disk)
        parts = _entered(_PARTS, top, disk)
        undo.callback(os.close, parts)
        tree = _entered(_TREE, top, disk)
        undo.pop_all()
    return StagingFolder(base, name, identity_of(disk.status(top)), top, parts, tree, target)


def _entered(name: str, folder: int, disk: Disk) -> int:
    with contextlib.suppress(FileExistsError):
        disk.mkdir(name, FOLDER_MODE, dir_fd=folder)
    return open_own_folder(name, folder, disk)


def _is_ours(name: str, status: os.stat_result, disk: Disk) -> bool:
    return (
        _NAME.fullmatch(name) is not None
        and stat.S_ISDIR(status.st_mode)
        and stat.S_IMODE(status.st_mode) & 0o777 == FOLDER_MODE
        and disk.is_own(status)
    )
