"""Which boot of the machine this is: a power loss lies between two of them, a kill does not."""

import ctypes
import sys
import uuid
from pathlib import Path

_LINUX = Path("/proc/sys/kernel/random/boot_id")
_MACOS = b"kern.bootsessionuuid"
_ROOM = 64


def boot_id(linux: Path = _LINUX) -> str:
    """Return the same text as long as the machine runs, and another one after each start.

    Where the system does not tell, it is another one each time: the careful answer, by which
    nothing is believed that had not been flushed.
    """
    return _told_by_system(linux) or uuid.uuid4().hex


def _told_by_system(linux: Path) -> str:
    if sys.platform == "darwin":
        return _sysctl(_MACOS)
    try:
        return linux.read_text("ascii").strip()
    except (OSError, ValueError):
        return ""  # another system, or a jail that hides it


def _sysctl(name: bytes) -> str:
    value, size = ctypes.create_string_buffer(_ROOM), ctypes.c_size_t(_ROOM)
    number = ctypes.CDLL(None).sysctlbyname(name, value, ctypes.byref(size), None, 0)
    return "" if number else value.value.decode("ascii", "replace")
