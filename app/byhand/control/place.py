"""Where whoever has a profile listens for those who want something done with it."""

import os
from hashlib import blake2s
from pathlib import Path

NAME = "control.sock"
PATH_BYTES = 100
"""What every system takes as a socket's path."""


def control_path(profile: Path, runtime: str | None) -> Path | None:
    """Return the path of a profile's socket: in it, or by a hash in `runtime` if that is too long.

    `runtime` is the user's own folder for this login, XDG_RUNTIME_DIR; without one, None for a
    path that is too long. Looks at the disk.
    """
    whole = os.path.realpath(profile)
    path = Path(whole, NAME)
    if len(os.fsencode(path)) <= PATH_BYTES:
        return path
    digest = blake2s(os.fsencode(whole), digest_size=8).hexdigest()
    return Path(runtime, "byhand", f"{digest}.sock") if runtime else None
