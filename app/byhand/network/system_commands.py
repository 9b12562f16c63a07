"""Asking the system's own tools something, without a shell and not for long."""

import ntpath
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

TIMEOUT_SECONDS = 2.0
# Elsewhere than on Windows there is no window to be kept from opening.
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)


class Ran(Struct, frozen=True):
    """How a command ended, and what it wrote."""

    code: int
    output: str


Run = Callable[[Sequence[str]], Ran | None]


def run_command(words: Sequence[str]) -> Ran | None:
    """Run a command; None if there is none of that name, or if it takes too long.

    It blocks: not for the loop's thread. It answers in English and asks nothing.
    """
    try:
        ended = subprocess.run(
            (place_of(words[0]), *words[1:]),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=TIMEOUT_SECONDS,
            env=os.environ | {"LC_ALL": "C"},
            creationflags=_NO_WINDOW,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return Ran(ended.returncode, ended.stdout)


def place_of(
    tool: str, system: str = sys.platform, environment: Mapping[str, str] = os.environ
) -> str:
    """Return by what a tool of the system is started: its name, on Windows its whole path.

    There a name alone would be looked for first in the folder that we happen to be in.
    """
    if system != "win32" or ntpath.dirname(tool):
        return tool
    return ntpath.join(environment.get("SystemRoot", "C:\\Windows"), "System32", f"{tool}.exe")
