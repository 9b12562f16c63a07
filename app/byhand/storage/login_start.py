"""The file by which a desktop starts Byhand at login (freedesktop.org's autostart)."""

import hashlib
import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from byhand.storage.atomic import replace_file
from byhand.storage.disk import SYSTEM_DISK, Disk
from byhand.storage.locations import default_profile_folder
from byhand.storage.os_errors import storage_error

WINDOW = "byhand-window"
HIDDEN = "--hidden"
GROUP = "[Desktop Entry]"
SIZE_LIMIT = 65_536
_QUOTED = str.maketrans({mark: f"\\{mark}" for mark in '"`$\\'})
_SWITCHED_OFF = {"Hidden": "true", "X-GNOME-Autostart-enabled": "false"}


class LoginStart:
    """Says whether Byhand starts when the user logs in, and changes it."""

    def __init__(self, path: Path, command: Sequence[str], disk: Disk = SYSTEM_DISK) -> None:
        self._path = path
        self._command = command
        self._disk = disk

    def is_set(self) -> bool:
        """Say whether it is so; the desktop may have switched it off meanwhile."""
        try:
            with self._path.open("rb") as file:
                content = file.read(SIZE_LIMIT)
        except OSError:
            return False  # what we cannot read the desktop cannot either
        entries = _entries(content.decode("utf-8", "replace"))
        return not any(entries.get(key) == off for key, off in _SWITCHED_OFF.items())

    def set(self, is_wanted: bool) -> None:
        """Let it be so, or not; StorageError."""
        try:
            if is_wanted:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                replace_file(self._path, self._content(), self._disk)
            else:
                self._path.unlink(missing_ok=True)
        except OSError as exc:
            raise storage_error(exc, self._path) from exc

    def _content(self) -> bytes:
        lines = (
            *(GROUP, "Type=Application", "Name=Byhand", "Icon=byhand", "Terminal=false"),
            f"Exec={exec_line(self._command)}",
            "X-GNOME-Autostart-enabled=true",
        )
        return os.fsencode("".join(f"{line}\n" for line in lines))


def login_start(
    profile: Path, environment: Mapping[str, str] = os.environ, system: str = sys.platform
) -> LoginStart | None:
    """Return what starts the window on a profile; None where that cannot be had.

    That is so on systems other than Linux, and where the window's program is not to be found.
    """
    program = _program()
    if system != "linux" or program is None:
        return None
    folder = Path(environment.get("XDG_CONFIG_HOME", ""))
    if not folder.is_absolute():
        folder = Path.home() / ".config"
    words, name = [program, HIDDEN], "byhand.desktop"
    if profile != default_profile_folder():
        place = str(profile.absolute())
        words += ["--profile", place]
        name = f"byhand-{hashlib.sha256(os.fsencode(place)).hexdigest()[:8]}.desktop"
    return LoginStart(folder / "autostart" / name, words)


def exec_line(command: Sequence[str]) -> str:
    """Return a command as the value of Exec: each word quoted, and then escaped as a string."""
    quoted = (f'"{word.translate(_QUOTED)}"'.replace("%", "%%") for word in command)
    return " ".join(quoted).replace("\\", "\\\\").replace("\n", "\\n")


def _entries(text: str) -> dict[str, str]:
    entries = dict[str, str]()
    is_ours = False
    for line in text.splitlines():
        if line.startswith("["):
            is_ours = line.strip() == GROUP
        elif is_ours and "=" in line:
            key, _, value = line.partition("=")
            entries.setdefault(key.strip(), value.strip())
    return entries


def _program() -> str | None:
    """Return the script that opens the window, of this very installation if it has one."""
    beside = Path(sys.executable).with_name(WINDOW)
    return str(beside) if beside.is_file() else shutil.which(WINDOW)
