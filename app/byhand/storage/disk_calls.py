"""The calls by which receiving reads and writes a disk: one seam, filled in for each system."""

import os
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

Buffer = bytes | bytearray | memoryview

FOLDER_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_DIRECTORY", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
)
FAT = 0x4D44
EXFAT = 0x2011BAB0
"""What Linux calls the types of these file systems. <linux/magic.h>"""
LARGEST_FILES = {FAT: 2**32 - 1}
"""Bytes of the largest file, for file systems where one may be too large."""


class Room(Struct, frozen=True):
    """How many bytes a disk holds, 0 if it does not tell, and how many of them are free to us."""

    total: int
    free: int


class Disk(Struct, frozen=True):
    """Calls that take what those of `os` take; all raise OSError. A test passes in ones that fail.

    A name goes with `dir_fd`, an open folder that it is in; no call follows a link at its end
    if the caller says so by flags or `follow_symlinks`. `mark` says of a file in an open folder
    that it came from somebody else; None where the system has no such mark.
    """

    open: Callable[..., int]
    open_folder: Callable[..., int]
    close: Callable[[int], None]
    mkdir: Callable[..., None]
    rmdir: Callable[..., None]
    remove_tree: Callable[..., None]
    write: Callable[[int, Buffer], int]
    write_at: Callable[[int, Buffer, int], int]
    allocate: Callable[[int, int], None]
    truncate: Callable[[int, int], None]
    clone: Callable[[int, int], bool]
    chmod: Callable[..., None]
    utime: Callable[..., None]
    unlink: Callable[..., None]
    sync: Callable[[int], None]
    sync_data: Callable[[int], None]
    sync_file_system: Callable[[int], None]
    rename: Callable[[str, str, int, int], None]
    replace: Callable[[Path, Path], None]
    mark: Callable[[str, int], None] | None

    # What only looks
    stat: Callable[..., os.stat_result]
    status: Callable[[int], os.stat_result]
    names: Callable[[int], list[str]]
    duplicate: Callable[[int], int]
    read_at: Callable[[int, list[memoryview], int], int]
    is_hole: Callable[[int, int, int], bool]
    is_own: Callable[[os.stat_result], bool]
    room: Callable[[str | int], Room]
    file_system: Callable[[int], int]
    """The type of the file system of an open file, as Linux calls it; 0 if nobody tells."""
