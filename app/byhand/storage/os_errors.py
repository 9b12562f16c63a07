"""What the operating system's errors mean to us; the one place where they are translated."""

import errno
import os
from pathlib import Path
from types import TracebackType

from byhand.errors import DiskFullError, ReadOnlyError, StorageError

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_READ_ONLY = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})


def storage_error(error: OSError, path: str | os.PathLike[str]) -> StorageError:
    """Return our error for a failed access to a path; `raise storage_error(exc, path) from exc`."""
    if error.errno in _FULL:
        return DiskFullError(Path(path))
    if error.errno in _READ_ONLY:
        return ReadOnlyError(Path(path), error.strerror or "")
    return StorageError(Path(path), error.strerror or type(error).__name__)


class translated:
    """`with translated(path):` raises OSErrors of its block as our errors about the path."""

    __slots__ = ("_path",)

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._path = path

    def __enter__(self) -> None:
        return None

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if isinstance(error, OSError):
            raise storage_error(error, self._path) from error
