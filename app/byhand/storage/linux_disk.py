"""The disk as Linux has it: `os` by descriptors, and four calls that `os` lacks."""

import ctypes
import errno
import os
import shutil
import sys
from functools import partial

from byhand.storage.disk_calls import FOLDER_FLAGS, Disk
from byhand.storage.posix_disk import (
    LACKING,
    answer,
    c_function,
    is_hole,
    is_own,
    rename_in_steps,
    room,
)

if sys.platform == "linux":
    import fcntl

_RENAME_NOREPLACE = 1
_FICLONE = 0x40049409  # <linux/fs.h>
# struct statfs begins with the type, a long; it takes at most 120 bytes. <linux/magic.h>
_STATFS_ROOM = 256
_MEMORY_FILE_SYSTEMS = frozenset({0x01021994, 0x858458F6})


def _allocate(fd: int, size: int) -> None:
    """Reserve real room for a file; where that is unknown it is only made that long.

    Never by `posix_fallocate`: where the file system lacks it, the C library writes zeros. Nor
    in memory: there it clears every page, which costs more than writing the file.
    """
    if _file_system(fd) in _MEMORY_FILE_SYSTEMS:
        os.ftruncate(fd, size)
        return
    call = c_function("fallocate64") or c_function("fallocate")
    number = errno.EINTR if call else errno.ENOSYS
    while call and number == errno.EINTR:
        number = answer(call, fd, 0, ctypes.c_int64(0), ctypes.c_int64(size))
    if number in LACKING:
        os.ftruncate(fd, size)
    elif number:
        raise OSError(number, os.strerror(number))


def _file_system(fd: int) -> int:
    call = c_function("fstatfs64") or c_function("fstatfs")
    status = ctypes.create_string_buffer(_STATFS_ROOM)
    if call is None or answer(call, fd, status):
        return 0
    return ctypes.c_long.from_buffer(status).value


def _clone(source: int, target: int) -> bool:
    """Let a file share all the bytes of another on its disk; False where that cannot be.

    Whatever the reason: then it is copied, which tells what is wrong.
    """
    try:
        fcntl.ioctl(target, _FICLONE, source)
    except OSError:
        return False
    return True


def _sync_file_system(fd: int) -> None:
    """Flush all of a file system at once: hundreds of small files cost what one costs."""
    call = c_function("syncfs")
    if call is None:
        os.sync()
    elif number := answer(call, fd):
        raise OSError(number, os.strerror(number))


def _rename(source: str, target: str, source_folder: int, target_folder: int) -> None:
    """Rename without replacing: FileExistsError if the target is there, whatever it is."""
    call = c_function("renameat2")
    number = errno.ENOSYS
    if call:
        source_bytes, target_bytes = os.fsencode(source), os.fsencode(target)
        number = answer(
            call, source_folder, source_bytes, target_folder, target_bytes, _RENAME_NOREPLACE
        )
    if number in LACKING:
        rename_in_steps(source, target, source_folder, target_folder)
    elif number:
        raise OSError(number, os.strerror(number), target)


LINUX_DISK = Disk(
    open=os.open,
    open_folder=partial(os.open, flags=FOLDER_FLAGS),
    close=os.close,
    mkdir=os.mkdir,
    rmdir=os.rmdir,
    remove_tree=shutil.rmtree,
    write=os.write,
    write_at=os.pwrite,
    allocate=_allocate,
    truncate=os.ftruncate,
    clone=_clone,
    chmod=os.chmod,
    utime=os.utime,
    unlink=os.unlink,
    sync=os.fsync,
    sync_data=os.fdatasync,
    sync_file_system=_sync_file_system,
    rename=_rename,
    replace=os.replace,
    mark=None,
    stat=os.stat,
    status=os.fstat,
    names=os.listdir,
    duplicate=os.dup,
    read_at=os.preadv,
    is_hole=is_hole,
    is_own=is_own,
    room=room,
    file_system=_file_system,
)
