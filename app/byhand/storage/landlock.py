"""Landlock, by which a thread of ours gives up, for ever, what it may do with files (Linux).

It concerns what is opened by name and what is done to names. A descriptor that is open goes on
working, a socket too. Threads that such a thread starts are confined as well.
"""

import ctypes
import errno
import functools
import logging
import os
import stat
import sys
import sysconfig
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from struct import Struct as Layout

from msgspec import Struct

from byhand.errors import StorageError

logger = logging.getLogger(__name__)

# <linux/landlock.h>
WRITE_FILE, READ_FILE, READ_DIR = 1 << 1, 1 << 2, 1 << 3
REMOVE_FILE, MAKE_DIR, MAKE_REG = 1 << 5, 1 << 7, 1 << 8
TRUNCATE, IOCTL_DEV = 1 << 14, 1 << 15
READING = READ_FILE | READ_DIR
WRITING = READING | WRITE_FILE | TRUNCATE | MAKE_REG | MAKE_DIR | REMOVE_FILE
"""No links, devices or pipes, nothing executed, and nothing moved to another folder."""
BIND_TCP, CONNECT_TCP = 1, 2
SCOPE_ABSTRACT_SOCKETS, SCOPE_SIGNALS = 1, 2

LEAST_VERSION = 3
"""Before that a file could be truncated by name in spite of it."""

_RULESET = Layout("=QQQ")  # struct landlock_ruleset_attr: files, network, scopes
_PATH_BENEATH = Layout("=Qi")  # struct landlock_path_beneath_attr, which is packed
_RULE_PATH_BENEATH = 1
_ASK_VERSION = 1
# The same numbers on all machines but MIPS, which knows no call by them, and Alpha.
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_NO_NEW_PRIVILEGES = 38  # <linux/prctl.h>
# What a kernel answers that lacks it, was told to go without, or is forbidden the call by a
# container's filter; and one in which as many programs above us have confined us as can.
_LACKING = frozenset({errno.ENOSYS, errno.EOPNOTSUPP, errno.EPERM, errno.E2BIG})
_LIBRARIES = ("/usr/lib", "/usr/lib64", "/lib", "/lib64", "/etc/ld.so.cache")
_PACKAGES = ("site-packages", "dist-packages")


def _ask_version() -> int:
    return _called("syscall", _CREATE_RULESET, None, 0, _ASK_VERSION)


def _create_ruleset(attributes: bytes) -> int:
    return _called("syscall", _CREATE_RULESET, attributes, len(attributes), 0)


def _add_rule(ruleset: int, rule: bytes) -> None:
    _called("syscall", _ADD_RULE, ruleset, _RULE_PATH_BENEATH, rule, 0)


def _restrict_self(ruleset: int) -> None:
    # Without this promise only root may confine itself; it too is for this thread alone.
    _called("prctl", _NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    _called("syscall", _RESTRICT_SELF, ruleset, 0)


class Calls(Struct, frozen=True):
    """The system calls, which raise OSError. A test passes in others."""

    version: Callable[[], int] = _ask_version
    create_ruleset: Callable[[bytes], int] = _create_ruleset
    add_rule: Callable[[int, bytes], None] = _add_rule
    restrict_self: Callable[[int], None] = _restrict_self


SYSTEM_CALLS = Calls()


def confine(folders: Sequence[int], calls: Calls = SYSTEM_CALLS) -> bool:
    """Let the calling thread write, and read, beneath open folders alone, from now on.

    It still may read what the interpreter needs. No program is executed; no TCP connection made
    and no other process signalled, where the kernel can prevent it. Returns False, and logs that
    once, where the system has no Landlock. Raises StorageError if it has, and fails.
    """
    try:
        version = calls.version()
        if version < LEAST_VERSION:
            _say_lacking(f"it has version {version}")
            return False
        _confine(folders, version, calls)
    except OSError as exc:
        if exc.errno in _LACKING:
            _say_lacking(exc.strerror or type(exc).__name__)
            return False
        raise StorageError(Path("landlock"), exc.strerror or type(exc).__name__) from exc
    return True


def file_rights(version: int) -> int:
    """Return all rights to files that a version of Landlock knows, from LEAST_VERSION on."""
    newest = IOCTL_DEV if version >= 5 else TRUNCATE
    return 2 * newest - 1  # they are the bits from the lowest on


@functools.cache
def interpreter_places() -> tuple[str, ...]:
    """Return files and folders in which the interpreter finds what is imported late.

    Not all of `sys.path`: in that may be the current folder, and that may be anybody's.
    """
    names = ("stdlib", "platstdlib", "purelib", "platlib")
    places = [sysconfig.get_path(name) for name in names]
    places += [each for each in sys.path if os.path.basename(each) in _PACKAGES]
    places += [os.path.dirname(os.path.dirname(__file__)), *_LIBRARIES]
    return tuple(dict.fromkeys(place for place in places if os.path.exists(place)))


def _confine(folders: Sequence[int], version: int, calls: Calls) -> None:
    rights = file_rights(version)
    network = BIND_TCP | CONNECT_TCP if version >= 4 else 0
    scopes = SCOPE_ABSTRACT_SOCKETS | SCOPE_SIGNALS if version >= 6 else 0
    with ExitStack() as opened:
        # What an older kernel does not know is zero, and that it takes.
        ruleset = calls.create_ruleset(_RULESET.pack(rights, network, scopes))
        opened.callback(os.close, ruleset)
        for folder in folders:
            calls.add_rule(ruleset, _PATH_BENEATH.pack(WRITING, folder))
        for place in interpreter_places():
            fd = _found(place, opened)
            if fd is not None:
                is_folder = stat.S_ISDIR(os.fstat(fd).st_mode)
                allowed = READING if is_folder else READ_FILE
                calls.add_rule(ruleset, _PATH_BENEATH.pack(allowed, fd))
        calls.restrict_self(ruleset)


def _found(place: str, opened: ExitStack) -> int | None:
    try:
        fd = os.open(place, getattr(os, "O_PATH", os.O_RDONLY) | getattr(os, "O_CLOEXEC", 0))
    except (FileNotFoundError, PermissionError):
        return None  # removed or replaced while we run, by an update
    opened.callback(os.close, fd)
    return fd


@functools.cache
def _say_lacking(why: str) -> None:
    logger.info("lanes are not confined by Landlock: %s", why)


def _called(name: str, *arguments: int | bytes | None) -> int:
    """Make a call of the C library and return what it does; all numbers are passed as longs."""
    if sys.platform != "linux":
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    call = getattr(ctypes.CDLL(None, use_errno=True), name)
    call.restype = ctypes.c_long
    answer: int = call(
        *(ctypes.c_long(each) if isinstance(each, int) else each for each in arguments)
    )
    if answer < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return answer
