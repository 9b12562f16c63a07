"""Keeping our memory, and with it the keys in it, out of the system's crash dumps."""

import sys

if sys.platform != "win32":
    import resource

# Linux hands a dump to a program whatever the limit is, unless the limit is 1. A file of one byte
# is not written either.
_MOST_BYTES = 1 if sys.platform == "linux" else 0


def forbid_crash_dumps() -> None:
    """Let no crash of this process leave a copy of its memory on the disk."""
    if sys.platform != "win32":
        _, hard = resource.getrlimit(resource.RLIMIT_CORE)
        most = 0 if hard == 0 else _MOST_BYTES
        resource.setrlimit(resource.RLIMIT_CORE, (most, hard))
