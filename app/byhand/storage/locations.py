"""Where a profile and received files lie, and who owns the profile right now."""

import os
import sys
from pathlib import Path

import platformdirs
from msgspec import Struct

from byhand.errors import ProfileInUseError
from byhand.storage.atomic import FILE_MODE
from byhand.storage.os_errors import translated

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

FOLDER_MODE = 0o700
_IDENTITY = "identity.key"


def default_profile_folder() -> Path:
    """Return where a profile lies unless another place is asked for."""
    return platformdirs.user_data_path("byhand", appauthor=False)


def default_downloads_folder() -> Path:
    """Return where received files go unless the user chose another place."""
    return platformdirs.user_downloads_path()


class ProfileFolder(Struct, frozen=True):
    """A profile that is ours until `close`; the paths of what lies in it."""

    path: Path
    _lock: int

    @classmethod
    def open(cls, path: Path) -> "ProfileFolder":
        """Take a profile, made with mode 0700 if it is not there.

        Raises ProfileInUseError if another process has it, ReadOnlyError, StorageError.
        """
        path = path.absolute()
        with translated(path):
            path.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
            _make_private(path)
            flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0)
            lock = os.open(path / "lock", flags | getattr(os, "O_NOFOLLOW", 0), FILE_MODE)
            try:
                _take(lock)
                (path / "log").mkdir(mode=FOLDER_MODE, exist_ok=True)
            except BlockingIOError as exc:
                os.close(lock)
                raise ProfileInUseError(path) from exc
            except BaseException:
                os.close(lock)
                raise
        return cls(path, lock)

    @property
    def identity(self) -> Path:
        """The file of our own keys."""
        return self.path / _IDENTITY

    @property
    def friends(self) -> Path:
        """The file of friends and open invites."""
        return self.path / "friends"

    @property
    def settings(self) -> Path:
        """The file of what the user has set."""
        return self.path / "settings.json"

    @property
    def database(self) -> Path:
        """The database."""
        return self.path / "byhand.db"

    @property
    def transfers(self) -> Path:
        """The folder of the manifests of unfinished transfers; made when the first is written."""
        return self.path / "transfers"

    @property
    def texts(self) -> Path:
        """The folder of texts and pictures that are sent; made when the first is."""
        return self.path / "texts"

    @property
    def log(self) -> Path:
        """The folder of log files."""
        return self.path / "log"

    def close(self) -> None:
        """Let others have the profile."""
        # The lock goes with the descriptor; the file stays, or two could lock two of them.
        os.close(self._lock)


def _make_private(path: Path) -> None:
    """Keep others out of a folder that is a profile, or is about to be one and nothing else."""
    is_profile = (path / _IDENTITY).exists() or not any(path.iterdir())
    if os.name == "posix" and is_profile and path.stat().st_mode & 0o077:
        path.chmod(FOLDER_MODE)


def _take(lock: int) -> None:
    """Lock for as long as the descriptor is open; raises BlockingIOError if somebody else has."""
    if sys.platform == "win32":
        try:
            msvcrt.locking(lock, msvcrt.LK_NBLCK, 1)
        except PermissionError as exc:
            raise BlockingIOError from exc
    else:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
