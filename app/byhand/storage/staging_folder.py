"""The folder `.byhand-<16 hex>` in a base folder: made, opened, and removed with all it holds."""

import contextlib
import os
import re
import secrets
import shutil
import stat
from dataclasses import dataclass

from byhand.storage.base_folder import FOLDER_FLAGS, BaseFolder, identity_of
from byhand.storage.disk import Disk
from byhand.storage.folder_tree import FOLDER_MODE
from byhand.storage.os_errors import translated
from byhand.storage.target import Target, probed_target

_NAME = re.compile(r"\.byhand-[0-9a-f]{16}")
_PARTS = "parts"
_TREE = "tree"


@dataclass(frozen=True, slots=True)
class StagingFolder:
    """An open staging folder: `parts` and `tree` are descriptors of the two folders in it."""

    base: BaseFolder
    name: str
    identity: tuple[int, int]
    parts: int
    tree: int
    target: Target


def make_staging_folder(base: BaseFolder, disk: Disk) -> StagingFolder:
    """Make a staging folder, 0700, under a name nobody had; raises OSError and leaves nothing."""
    name = f".byhand-{secrets.token_hex(8)}"
    # What we did not make we do not enter: mkdir must succeed.
    disk.mkdir(name, FOLDER_MODE, dir_fd=base.fd)
    with contextlib.ExitStack() as undo, contextlib.ExitStack() as done:
        undo.callback(shutil.rmtree, name, dir_fd=base.fd)
        folder = disk.open(name, FOLDER_FLAGS, dir_fd=base.fd)
        done.callback(os.close, folder)
        target = probed_target(folder, disk)
        parts = _made(_PARTS, folder, disk)
        undo.callback(os.close, parts)
        tree = _made(_TREE, folder, disk)
        undo.pop_all()
        return StagingFolder(base, name, identity_of(os.fstat(folder)), parts, tree, target)


def remove_staging_folder(staging: StagingFolder) -> None:
    """Close a staging folder and remove it with all it holds; raises OSError."""
    os.close(staging.parts)
    os.close(staging.tree)
    with contextlib.suppress(FileNotFoundError):
        status = os.stat(staging.name, dir_fd=staging.base.fd, follow_symlinks=False)
        if identity_of(status) == staging.identity:
            shutil.rmtree(staging.name, dir_fd=staging.base.fd)


def discard_leftover(path: str) -> bool:
    """Remove the staging folder of a run that was killed; say whether it is certainly gone.

    Only what looks exactly like one of ours is touched; a disk that is not there now may come
    back with it. Raises StorageError.
    """
    parent, name = os.path.split(path)
    if not os.path.isdir(parent):
        return False
    with translated(path), contextlib.ExitStack() as done:
        folder = os.open(os.path.realpath(parent), FOLDER_FLAGS)
        done.callback(os.close, folder)
        try:
            status = os.stat(name, dir_fd=folder, follow_symlinks=False)
        except FileNotFoundError:
            return True
        if not _is_ours(name, status):
            return False
        shutil.rmtree(name, dir_fd=folder)
    return True


def _made(name: str, folder: int, disk: Disk) -> int:
    disk.mkdir(name, FOLDER_MODE, dir_fd=folder)
    return disk.open(name, FOLDER_FLAGS, dir_fd=folder)


def _is_ours(name: str, status: os.stat_result) -> bool:
    return (
        _NAME.fullmatch(name) is not None
        and stat.S_ISDIR(status.st_mode)
        and stat.S_IMODE(status.st_mode) & 0o777 == FOLDER_MODE
        and status.st_uid == os.geteuid()
    )
