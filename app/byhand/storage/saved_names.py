"""Under which names entries were saved, or would be, in a folder that nothing is tried in."""

import os
import sys
from collections.abc import Sequence

from byhand.domain.local_names import System
from byhand.domain.local_paths import LocalPaths
from byhand.domain.manifest import Entry
from byhand.storage.base_folder import FOLDER_FLAGS
from byhand.storage.disk import file_system_type

FAT_TYPES = frozenset({0x4D44, 0x2011BAB0})
"""FAT and exFAT. <linux/magic.h>"""
_SYSTEMS = {"darwin": System.MACOS, "win32": System.WINDOWS}


def saved_names(entries: Sequence[Entry], folder: int) -> LocalPaths:
    """Return the local paths of entries below an open folder, by what its file system is."""
    return names_on(sys.platform, file_system_type(folder), entries)


def names_on(platform: str, file_system: int, entries: Sequence[Entry]) -> LocalPaths:
    """Return them for a system, and what Linux calls the type of a file system."""
    system = system_on(platform, file_system)
    return LocalPaths(entries, system, folds_case=system is not System.LINUX)


def system_in(folder: str) -> System:
    """Return whose rules for names a folder keeps; raises OSError."""
    fd = os.open(folder, FOLDER_FLAGS & ~getattr(os, "O_NOFOLLOW", 0))
    try:
        return system_on(sys.platform, file_system_type(fd))
    finally:
        os.close(fd)


def system_on(platform: str, file_system: int) -> System:
    """Return whose rules for names a file system keeps, by its type as Linux calls it."""
    return System.FAT if file_system in FAT_TYPES else _SYSTEMS.get(platform, System.LINUX)
