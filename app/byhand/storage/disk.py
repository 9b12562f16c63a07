"""The system calls by which we write to disk: one seam, so that tests can fail each."""

import ctypes
import errno
import functools
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

if sys.platform == "linux":
    import fcntl

Buffer = bytes | bytearray | memoryview

_RENAME_NOREPLACE = 1
_FICLONE = 0x40049409  # <linux/fs.h>
# struct statfs begins with the type, a long; it takes at most 120 bytes. <linux/magic.h>
_STATFS_ROOM = 256
_MEMORY_FILE_SYSTEMS = frozenset({0x01021994, 0x858458F6})
# What a system answers that lacks a call, or a file system that lacks one of its flags.
_LACKING = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP})


def _write_at(fd: int, data: Buffer, offset: int) -> int:
    return os.pwrite(fd, data, offset)


def _sync_data(fd: int) -> None:
    os.fdatasync(fd)


def _allocate(fd: int, size: int) -> None:
    """Reserve real room for a file; where that is unknown it is only made that long.

    Never by `posix_fallocate`: where the file system lacks it, the C library writes zeros. Nor
    in memory: there it clears every page, which costs more than writing the file.
    """
    if _is_in_memory(fd):
        os.ftruncate(fd, size)
        return
    call = _libc("fallocate64") or _libc("fallocate")
    number = errno.EINTR if call else errno.ENOSYS
    while call and number == errno.EINTR:
        number = _answer(call, fd, 0, ctypes.c_int64(0), ctypes.c_int64(size))
    if number in _LACKING:
        os.ftruncate(fd, size)
    elif number:
        raise OSError(number, os.strerror(number))


def _is_in_memory(fd: int) -> bool:
    return file_system_type(fd) in _MEMORY_FILE_SYSTEMS


def file_system_type(fd: int) -> int:
    """Return what Linux calls the type of the file system of an open file; 0 elsewhere."""
    call = _libc("fstatfs64") or _libc("fstatfs")
    status = ctypes.create_string_buffer(_STATFS_ROOM)
    if sys.platform != "linux" or call is None or _answer(call, fd, status):
        return 0
    return ctypes.c_long.from_buffer(status).value


def _clone(source: int, target: int) -> bool:
    """Let a file share all the bytes of another on its disk; False where that cannot be.

    Whatever the reason: then it is copied, which tells what is wrong.
    """
    if sys.platform != "linux":
        return False
    try:
        fcntl.ioctl(target, _FICLONE, source)
    except OSError:
        return False
    return True


def _sync_file_system(fd: int) -> None:
    """Flush all of a file system at once: hundreds of small files cost what one costs."""
    call = _libc("syncfs")
    if call is None:
        os.sync()
    elif number := _answer(call, fd):
        raise OSError(number, os.strerror(number))


def _rename(source: str, target: str, source_folder: int, target_folder: int) -> None:
    """Rename without replacing: FileExistsError if the target is there, whatever it is."""
    call = _libc("renameat2")
    number = errno.ENOSYS
    if call:
        source_bytes, target_bytes = os.fsencode(source), os.fsencode(target)
        number = _answer(
            call, source_folder, source_bytes, target_folder, target_bytes, _RENAME_NOREPLACE
        )
    if number in _LACKING:
        rename_in_steps(source, target, source_folder, target_folder)
    elif number:
        raise OSError(number, os.strerror(number), target)


def rename_in_steps(source: str, target: str, source_folder: int, target_folder: int) -> None:
    """Rename without replacing where the system has no single call for it."""
    status = os.stat(source, dir_fd=source_folder, follow_symlinks=False)
    if not stat.S_ISDIR(status.st_mode):
        os.link(source, target, src_dir_fd=source_folder, dst_dir_fd=target_folder)
        os.unlink(source, dir_fd=source_folder)
        return
    # The name is ours once mkdir succeeds; a folder may replace an empty one, and no other.
    os.mkdir(target, 0o700, dir_fd=target_folder)
    try:
        os.rename(source, target, src_dir_fd=source_folder, dst_dir_fd=target_folder)
    except OSError:
        os.rmdir(target, dir_fd=target_folder)
        raise


class Disk(Struct, frozen=True):
    """The calls that change a disk; all raise OSError. A test passes in ones that fail."""

    open: Callable[..., int] = os.open
    close: Callable[[int], None] = os.close
    mkdir: Callable[..., None] = os.mkdir
    rmdir: Callable[..., None] = os.rmdir
    write: Callable[[int, Buffer], int] = os.write
    write_at: Callable[[int, Buffer, int], int] = _write_at
    allocate: Callable[[int, int], None] = _allocate
    truncate: Callable[[int, int], None] = os.ftruncate
    clone: Callable[[int, int], bool] = _clone
    chmod: Callable[..., None] = os.chmod
    utime: Callable[..., None] = os.utime
    unlink: Callable[..., None] = os.unlink
    sync: Callable[[int], None] = os.fsync
    sync_data: Callable[[int], None] = _sync_data
    sync_file_system: Callable[[int], None] = _sync_file_system
    rename: Callable[[str, str, int, int], None] = _rename
    replace: Callable[[Path, Path], None] = os.replace


SYSTEM_DISK = Disk()


@functools.cache
def _libc(name: str) -> Callable[..., int] | None:
    if sys.platform != "linux":
        return None
    # The C library's calls run without the interpreter's lock.
    return getattr(ctypes.CDLL(None, use_errno=True), name, None)


def _answer(call: Callable[..., int], *arguments: object) -> int:
    """Return 0, or the error's number."""
    return ctypes.get_errno() if call(*arguments) else 0
