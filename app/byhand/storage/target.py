"""What the target file system does with names and modes, found out by trying."""

import contextlib
import errno
import os
import stat
import sys

from msgspec import Struct

from byhand.domain.local_names import System
from byhand.storage.disk import Disk
from byhand.storage.disk_calls import LARGEST_FILES

CREATE_FLAGS = (
    os.O_WRONLY
    | os.O_CREAT
    | os.O_EXCL
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
READ_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
_PROBE = "Aa"
_PROBE_FOLDED = "aA"
_PROBE_COLON = "a:b"
OWN_RULES = {"darwin": System.MACOS, "win32": System.WINDOWS}
"""Systems that keep their own rules for names on whatever file system."""


class Target(Struct, frozen=True):
    """How names and modes turn out on a target; the modes follow umask and access lists.

    `largest_file` in bytes, None where any fits that there is room for.
    """

    system: System
    folds_case: bool
    file_mode: int
    folder_mode: int
    largest_file: int | None = None


def probed_target(folder: int, disk: Disk) -> Target:
    """Try a folder of ours, leaving in it what was there; raises OSError."""
    _clear(folder, disk)
    os.close(disk.open(_PROBE, CREATE_FLAGS, 0o666, dir_fd=folder))
    # Reading the umask means setting it for all threads; a file made with it tells the same.
    file_mode = stat.S_IMODE(disk.stat(_PROBE, dir_fd=folder).st_mode)
    folds_case = _exists(_PROBE_FOLDED, folder, disk)
    disk.unlink(_PROBE, dir_fd=folder)
    disk.mkdir(_PROBE, 0o777, dir_fd=folder)
    folder_mode = stat.S_IMODE(disk.stat(_PROBE, dir_fd=folder).st_mode)
    disk.rmdir(_PROBE, dir_fd=folder)
    system = OWN_RULES.get(sys.platform) or _system_of(folder, disk)
    # Whoever receives a file may read and change it, whatever the umask.
    largest_file = LARGEST_FILES.get(disk.file_system(folder))
    return Target(system, folds_case, file_mode | 0o600, folder_mode | 0o700, largest_file)


def _system_of(folder: int, disk: Disk) -> System:
    try:
        os.close(disk.open(_PROBE_COLON, CREATE_FLAGS, 0o600, dir_fd=folder))
    except OSError as exc:
        if exc.errno in (errno.EINVAL, errno.ENOENT):
            return System.FAT
        raise
    disk.unlink(_PROBE_COLON, dir_fd=folder)
    return System.LINUX


def _clear(folder: int, disk: Disk) -> None:
    """Remove what a run left that was killed while it tried."""
    for name in (_PROBE, _PROBE_COLON):
        with contextlib.suppress(FileNotFoundError):
            status = disk.stat(name, dir_fd=folder, follow_symlinks=False)
            remove = disk.rmdir if stat.S_ISDIR(status.st_mode) else disk.unlink
            remove(name, dir_fd=folder)


def _exists(name: str, folder: int, disk: Disk) -> bool:
    try:
        disk.stat(name, dir_fd=folder, follow_symlinks=False)
    except FileNotFoundError:
        return False
    return True
