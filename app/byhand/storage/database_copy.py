"""A whole copy of a database, kept beside it before its tables are changed."""

import contextlib
import os
import sqlite3
from pathlib import Path

from byhand.storage.atomic import FILE_MODE, sync_folder
from byhand.storage.os_errors import translated
from byhand.storage.target import CREATE_FLAGS


def copy_database(connection: sqlite3.Connection, path: Path, version: int) -> Path:
    """Copy the database at `path` to NAME.VERSION.bak, on the disk when this returns.

    An earlier copy of the same version is replaced. Raises sqlite3.Error, StorageError.
    """
    copy = path.with_name(f"{path.name}.{version}.bak")
    draft = path.with_name(f".{copy.name}.new")
    with translated(copy):
        # Left by a run that was killed.
        draft.unlink(missing_ok=True)
        # SQLite gives its other files the mode of this one.
        os.close(os.open(draft, CREATE_FLAGS, FILE_MODE))
        try:
            _fill(connection, draft)
            _sync(draft)
            draft.replace(copy)
        except BaseException:
            draft.unlink(missing_ok=True)
            raise
        sync_folder(path.parent)
    return copy


def _fill(connection: sqlite3.Connection, draft: Path) -> None:
    with contextlib.closing(sqlite3.connect(draft, isolation_level=None)) as target:
        connection.backup(target)
        # The copy of a database in WAL mode is one, too; this one shall be a single file.
        target.execute("PRAGMA journal_mode = DELETE")


def _sync(path: Path) -> None:
    fd = os.open(path, os.O_RDWR)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)
