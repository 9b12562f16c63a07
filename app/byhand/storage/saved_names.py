"""Under which names entries were saved, or would be, in a folder that nothing is tried in."""

import os
import sys
from collections.abc import Sequence

from byhand.domain.local_names import System
from byhand.domain.local_paths import LocalPaths
from byhand.domain.manifest import Entry
from byhand.storage.disk import SYSTEM_DISK
from byhand.storage.disk_calls import EXFAT, FAT
from byhand.storage.target import OWN_RULES

FAT_TYPES = frozenset({FAT, EXFAT})


def saved_names(entries: Sequence[Entry], folder: int) -> LocalPaths:
    """Return the local paths of entries below an open folder, by what its file system is."""
    return names_on(sys.platform, SYSTEM_DISK.file_system(folder), entries)


def names_on(platform: str, file_system: int, entries: Sequence[Entry]) -> LocalPaths:
    """Return them for a system, and what Linux calls the type of a file system."""
    system = system_on(platform, file_system)
    return LocalPaths(entries, system, folds_case=system is not System.LINUX)


def system_in(folder: str) -> System:
    """Return whose rules for names a folder keeps; raises OSError."""
    fd = SYSTEM_DISK.open_folder(os.path.realpath(folder))
    try:
        return system_on(sys.platform, SYSTEM_DISK.file_system(fd))
    finally:
        os.close(fd)


def system_on(platform: str, file_system: int) -> System:
    """Return whose rules for names a file system keeps, by its type as Linux calls it."""
    fallback = System.FAT if file_system in FAT_TYPES else System.LINUX
    return OWN_RULES.get(platform, fallback)
