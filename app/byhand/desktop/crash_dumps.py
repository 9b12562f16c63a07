"""Keeping our memory, and with it the keys in it, out of the system's crash dumps."""

import sys

if sys.platform != "win32":
    import resource


def forbid_crash_dumps() -> None:
    """Let no crash of this process leave a copy of its memory on the disk."""
    if sys.platform != "win32":
        _, hard = resource.getrlimit(resource.RLIMIT_CORE)
        resource.setrlimit(resource.RLIMIT_CORE, (0, hard))
