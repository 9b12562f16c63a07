"""The calls that Linux and macOS have in common."""

import ctypes
import errno
import functools
import os
import stat
from collections.abc import Callable

from byhand.storage.disk_calls import Room

LACKING = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP})
"""What a system answers that lacks a call, or a file system that lacks one of its flags."""
_LINKLESS = LACKING | {errno.EPERM, errno.EMLINK}

Link = Callable[..., None]


def is_own(status: os.stat_result) -> bool:
    """Say whether something is ours."""
    return status.st_uid == os.geteuid()


def is_hole(fd: int, offset: int, length: int) -> bool:
    """Say whether a range of a file was never written, as far as its file system knows."""
    try:
        return os.lseek(fd, offset, os.SEEK_DATA) >= offset + length
    except OSError as exc:
        return exc.errno == errno.ENXIO


def room(place: str | int) -> Room:
    """Return what room is on the disk of a path or an open folder."""
    found = os.statvfs(place)
    return Room(found.f_blocks * found.f_frsize, found.f_bavail * found.f_frsize)


def rename_in_steps(
    source: str, target: str, source_folder: int, target_folder: int, link: Link = os.link
) -> None:
    """Rename without replacing where the system has no single call for it."""
    status = os.stat(source, dir_fd=source_folder, follow_symlinks=False)
    if stat.S_ISDIR(status.st_mode):
        _rename_over_folder(source, target, source_folder, target_folder)
        return
    try:
        link(source, target, src_dir_fd=source_folder, dst_dir_fd=target_folder)
    except OSError as exc:
        if exc.errno not in _LINKLESS:
            raise
        _rename_over_file(source, target, source_folder, target_folder)
        return
    os.unlink(source, dir_fd=source_folder)


def _rename_over_folder(source: str, target: str, source_folder: int, target_folder: int) -> None:
    # The name is ours once mkdir succeeds; a folder may replace an empty one, and no other.
    os.mkdir(target, 0o700, dir_fd=target_folder)
    try:
        os.rename(source, target, src_dir_fd=source_folder, dst_dir_fd=target_folder)
    except OSError:
        os.rmdir(target, dir_fd=target_folder)
        raise


def _rename_over_file(source: str, target: str, source_folder: int, target_folder: int) -> None:
    """Rename where there are no links: over an empty file, made now, so that its name was free.

    Only who writes to that file in this moment, or takes its place, could lose something; after
    a kill here it stays, empty, and what was received gets the next name.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    fd = os.open(target, flags, 0o600, dir_fd=target_folder)
    try:
        ours = os.fstat(fd)
        there = os.stat(target, dir_fd=target_folder, follow_symlinks=False)
        if there.st_size or not os.path.samestat(ours, there):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), target)
        try:
            os.rename(source, target, src_dir_fd=source_folder, dst_dir_fd=target_folder)
        except OSError:
            os.unlink(target, dir_fd=target_folder)
            raise
    finally:
        os.close(fd)


@functools.cache
def c_function(name: str) -> Callable[..., int] | None:
    """Return a function of the C library, None if it lacks it; runs without Python's lock."""
    return getattr(ctypes.CDLL(None, use_errno=True), name, None)


def answer(call: Callable[..., int], *arguments: object) -> int:
    """Call a C function and return 0, or the error's number."""
    return ctypes.get_errno() if call(*arguments) else 0
