"""The SQLite database of a profile: opened, brought to this version, changed as a whole or not."""

import contextlib
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from byhand.errors import CorruptStoreError, DiskFullError, ReadOnlyError, StorageError
from byhand.storage.atomic import FILE_MODE
from byhand.storage.database_copy import copy_database
from byhand.storage.os_errors import translated
from byhand.storage.schema import MIGRATIONS

Cell = bytes | str | int | float | None
Row = tuple[Cell, ...]


class Database:
    """One connection, used by the thread that opened it alone; what is kept is in the stores.

    Everything raises DiskFullError, ReadOnlyError, CorruptStoreError or StorageError.
    """

    def __init__(self, path: Path, migrations: Sequence[str] = MIGRATIONS) -> None:
        """Open the database, made or brought to this version if need be.

        One of an earlier version is first copied to `byhand.db.VERSION.bak`.
        """
        self._path = path
        with translated(path):
            # SQLite gives its other files the mode of this one.
            os.close(os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), FILE_MODE))
        with self._translated():
            self._connection = sqlite3.connect(path, isolation_level=None)
        try:
            self._prepare(migrations)
        except BaseException:
            self._connection.close()
            raise

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def value(self, statement: str, *arguments: Cell) -> Cell:
        """Return the first cell of the first row; None if there is no row."""
        rows = self.rows(statement, *arguments)
        return rows[0][0] if rows else None

    def rows(self, statement: str, *arguments: Cell) -> list[Row]:
        """Run a statement and return all its rows; outside a transaction a change is durable."""
        with self._translated():
            return self._connection.execute(statement, arguments).fetchall()

    def each(self, statement: str, *arguments: Cell) -> Iterator[Row]:
        """Yield the rows of a query one by one; the database must not change meanwhile."""
        with self._translated():
            yield from self._connection.execute(statement, arguments)

    def run(self, statement: str, *arguments: Cell) -> None:
        """Run a statement; outside a transaction the change is durable."""
        with self._translated():
            self._connection.execute(statement, arguments)

    def run_many(self, statement: str, rows: Iterable[Row]) -> None:
        """Run a statement once for each row of arguments; only in a transaction."""
        with self._translated():
            self._connection.executemany(statement, rows)

    @contextlib.contextmanager
    def transaction(self, *, is_flushed: bool = True) -> Iterator[None]:
        """Make all changes of the block, or none if it raises.

        They are durable once it ends. Unless `is_flushed`: then a crash of the program costs
        nothing, but a power loss may cost the newest of them; never an earlier one alone.
        """
        if not is_flushed:
            self.run("PRAGMA synchronous = NORMAL")
        try:
            self.run("BEGIN IMMEDIATE")
            try:
                yield
                self.run("COMMIT")
            except BaseException:
                # A full disk may have ended it already.
                if self._connection.in_transaction:
                    self.run("ROLLBACK")
                raise
        finally:
            if not is_flushed:
                self.run("PRAGMA synchronous = FULL")

    def _prepare(self, migrations: Sequence[str]) -> None:
        with self._translated():
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = FULL")
            # On macOS only this flushes the drive, too; elsewhere it changes nothing.
            self._connection.execute("PRAGMA fullfsync = ON")
            self._connection.execute("PRAGMA foreign_keys = ON")
            (version,) = self._connection.execute("PRAGMA user_version").fetchone()
        if version > len(migrations):
            raise StorageError(self._path, "it was written by a newer Byhand")
        if version < len(migrations):
            self._migrate(version, migrations)

    def _migrate(self, version: int, migrations: Sequence[str]) -> None:
        """Take all steps at once or, by an error or a kill, none."""
        with self._translated():
            if version > 0:
                copy_database(self._connection, self._path, version)
            steps = "".join(migrations[version:])
            self._connection.executescript(
                f"BEGIN; {steps} PRAGMA user_version = {len(migrations)}; COMMIT;"
            )

    @contextlib.contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.ProgrammingError:
            raise  # a bug of ours, no fault of the disk
        except sqlite3.Error as exc:
            raise _storage_error(exc, self._path) from exc


def _storage_error(error: sqlite3.Error, path: Path) -> StorageError:
    # The low byte is the kind; the rest says where it happened.
    kind = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if kind == sqlite3.SQLITE_FULL:
        return DiskFullError(path)
    if kind in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return ReadOnlyError(path, str(error))
    if kind in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return CorruptStoreError(path, str(error))
    return StorageError(path, str(error))
