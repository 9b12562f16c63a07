"""The disk as macOS has it: `os` by descriptors, and five calls that `os` lacks."""

import ctypes
import errno
import fcntl
import os
import shutil
import struct
import time
import uuid
from collections.abc import Callable
from functools import partial
from typing import Protocol

from byhand.storage.disk_calls import EXFAT, FAT, FOLDER_FLAGS, Disk
from byhand.storage.posix_disk import (
    LACKING,
    answer,
    c_function,
    is_hole,
    is_own,
    rename_in_steps,
    room,
)

QUARANTINE = b"com.apple.quarantine"
F_PREALLOCATE, F_FULLFSYNC = 42, 51  # <sys/fcntl.h>
ALLOCATION = struct.Struct("@Iiqqq")
"""fstore_t: flags, from where, offset, length, and how much it became."""
_ALLOCATE_ALL, _FROM_END = 0x4, 3
_RENAME_EXCL = 0x4  # <sys/stdio.h>
_FULL_AND_WAIT = 0x3  # SYNC_VOLUME_FULLSYNC | SYNC_VOLUME_WAIT
# struct statfs has the name of the type here. <sys/mount.h>
_STATFS_ROOM, _TYPE_PLACE = 4096, slice(72, 88)
_FILE_SYSTEMS = {b"msdos": FAT, b"exfat": EXFAT}
_NO_SUCH_CONTROL = LACKING | {errno.ENOTTY}
# Downloaded, and not looked at by anybody yet: as browsers write it.
_FLAGS = 0x0081
_AGENT = "Byhand"
_MARK_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)


class MacosCalls(Protocol):
    """What `os` lacks; `control` raises OSError, the others return 0 or the error's number."""

    def control(self, fd: int, command: int, argument: int | bytes) -> object:
        """Call fcntl."""

    def rename(self, source_folder: int, source: bytes, folder: int, target: bytes) -> int:
        """renameatx_np with RENAME_EXCL."""

    def set_attribute(self, fd: int, name: bytes, value: bytes) -> int:
        """Call fsetxattr."""

    def sync_volume(self, fd: int) -> int:
        """fsync_volume_np, down to the medium."""

    def file_system(self, fd: int) -> bytes:
        """Call fstatfs: return the name of the file system's type, b"" if that cannot be told."""


class MacosDisk:
    """What `Disk` asks for; `now` is Unix time in seconds."""

    def __init__(self, calls: MacosCalls, now: Callable[[], float]) -> None:
        self._calls = calls
        self._now = now

    def allocate(self, fd: int, size: int) -> None:
        """Reserve real room for an empty file, and make it that long."""
        wanted = ALLOCATION.pack(_ALLOCATE_ALL, _FROM_END, 0, size, 0)
        try:
            self._calls.control(fd, F_PREALLOCATE, wanted)
        except OSError as exc:
            if exc.errno not in _NO_SUCH_CONTROL:
                raise
        os.ftruncate(fd, size)

    def sync(self, fd: int) -> None:
        """Flush a file down to the medium: fsync stops in the memory of the drive."""
        try:
            self._calls.control(fd, F_FULLFSYNC, 0)
        except OSError as exc:
            if exc.errno not in _NO_SUCH_CONTROL:
                raise
            os.fsync(fd)

    def sync_file_system(self, fd: int) -> None:
        """Flush all of a file system at once."""
        number = self._calls.sync_volume(fd)
        if number in _NO_SUCH_CONTROL:
            os.sync()
            self.sync(fd)
        elif number:
            raise OSError(number, os.strerror(number))

    def rename(self, source: str, target: str, source_folder: int, target_folder: int) -> None:
        """Rename without replacing: FileExistsError if the target is there, whatever it is."""
        names = os.fsencode(source), os.fsencode(target)
        number = self._calls.rename(source_folder, names[0], target_folder, names[1])
        if number in LACKING:
            rename_in_steps(source, target, source_folder, target_folder)
        elif number:
            raise OSError(number, os.strerror(number), target)

    def mark(self, name: str, folder: int) -> None:
        """Put a file into quarantine, so that the user is asked before it is run."""
        parts = (f"{_FLAGS:04x}", f"{int(self._now()):08x}", _AGENT, str(uuid.uuid4()).upper())
        fd = os.open(name, _MARK_FLAGS, dir_fd=folder)
        try:
            number = self._calls.set_attribute(fd, QUARANTINE, ";".join(parts).encode())
        finally:
            os.close(fd)
        if number and number not in LACKING:
            raise OSError(number, os.strerror(number), name)

    def file_system(self, fd: int) -> int:
        """Return what Linux calls the type of a file system; 0 for those of macOS."""
        return _FILE_SYSTEMS.get(self._calls.file_system(fd), 0)


def macos_disk(calls: MacosCalls, now: Callable[[], float]) -> Disk:
    """Return the calls for receiving."""
    disk = MacosDisk(calls, now)
    return Disk(
        open=os.open,
        open_folder=partial(os.open, flags=FOLDER_FLAGS),
        close=os.close,
        mkdir=os.mkdir,
        rmdir=os.rmdir,
        remove_tree=shutil.rmtree,
        write=os.write,
        write_at=os.pwrite,
        allocate=disk.allocate,
        truncate=os.ftruncate,
        clone=lambda _source, _target: False,
        chmod=os.chmod,
        utime=os.utime,
        unlink=os.unlink,
        sync=disk.sync,
        sync_data=disk.sync,
        sync_file_system=disk.sync_file_system,
        rename=disk.rename,
        replace=os.replace,
        mark=disk.mark,
        stat=os.stat,
        status=os.fstat,
        names=os.listdir,
        duplicate=os.dup,
        read_at=os.preadv,
        is_hole=is_hole,
        is_own=is_own,
        room=room,
        file_system=disk.file_system,
    )


class SystemCalls:
    """See MacosCalls."""

    def control(self, fd: int, command: int, argument: int | bytes) -> object:
        return fcntl.fcntl(fd, command, argument)

    def rename(self, source_folder: int, source: bytes, folder: int, target: bytes) -> int:
        return _number("renameatx_np", source_folder, source, folder, target, _RENAME_EXCL)

    def set_attribute(self, fd: int, name: bytes, value: bytes) -> int:
        return _number("fsetxattr", fd, name, value, ctypes.c_size_t(len(value)), 0, 0)

    def sync_volume(self, fd: int) -> int:
        return _number("fsync_volume_np", fd, _FULL_AND_WAIT)

    def file_system(self, fd: int) -> bytes:
        status = ctypes.create_string_buffer(_STATFS_ROOM)
        # With Intel the plain name is an older, shorter structure's.
        name = "fstatfs$INODE64" if c_function("fstatfs$INODE64") else "fstatfs"
        found = b"" if _number(name, fd, status) else status.raw[_TYPE_PLACE]
        return found.partition(b"\0")[0]


def _number(name: str, *arguments: object) -> int:
    call = c_function(name)
    return errno.ENOSYS if call is None else answer(call, *arguments)


MACOS_DISK = macos_disk(SystemCalls(), time.time)
