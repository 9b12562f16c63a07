"""What is remembered of friends and transfers from run to run, in SQLite."""

import contextlib
import os
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from byhand.domain.identity import FriendId
from byhand.errors import CorruptStoreError, DiskFullError, ReadOnlyError, StorageError
from byhand.storage.atomic import FILE_MODE
from byhand.storage.database_copy import copy_database
from byhand.storage.os_errors import translated

_Cell = bytes | str | int | float

ADDRESSES_KEPT = 16
"""How many addresses of one friend are remembered, beside those that the user has typed."""
TYPED_ADDRESSES_KEPT = 4
TYPED = "typed"
"""Stands for the network of an address that the user has typed."""

MIGRATIONS = (
    """
    CREATE TABLE friends (
        friend BLOB PRIMARY KEY, confirmed INTEGER NOT NULL DEFAULT 0, last_seen REAL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE addresses (
        friend BLOB NOT NULL, hint TEXT NOT NULL, network TEXT NOT NULL, used_at REAL NOT NULL,
        PRIMARY KEY (friend, hint, network)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE stagings (path BLOB PRIMARY KEY) STRICT, WITHOUT ROWID;
    """,
    "ALTER TABLE friends ADD COLUMN last_used REAL;",
)
"""Step n makes version n + 1 out of version n; steps are added, never changed."""


@dataclass(frozen=True, slots=True)
class RememberedAddress:
    """A hint under which a friend was reached, and in which network of ours; or TYPED."""

    hint: str
    network: str


class Database:
    """One connection, used by the thread that opened it alone; every change is durable.

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

    def confirmed_timestamp(self, friend_id: FriendId) -> int:
        """Return the newest handshake timestamp of a friend, in Unix nanoseconds; 0 if none."""
        confirmed = self._value("SELECT confirmed FROM friends WHERE friend = ?", friend_id)
        return confirmed if isinstance(confirmed, int) else 0

    def set_confirmed_timestamp(self, friend_id: FriendId, timestamp_ns: int) -> None:
        """Remember a handshake's timestamp; an older one than remembered changes nothing."""
        self._run(
            "INSERT INTO friends (friend, confirmed) VALUES (?, ?) ON CONFLICT (friend)"
            " DO UPDATE SET confirmed = max(confirmed, excluded.confirmed)",
            friend_id,
            timestamp_ns,
        )

    def last_seen(self, friend_id: FriendId) -> float | None:
        """Return when a friend was last here, in Unix seconds; None if never."""
        seen = self._value("SELECT last_seen FROM friends WHERE friend = ?", friend_id)
        return seen if isinstance(seen, float) else None

    def set_last_seen(self, friend_id: FriendId, now: float) -> None:
        """Remember that a friend is here now."""
        self._run(
            "INSERT INTO friends (friend, last_seen) VALUES (?, ?) ON CONFLICT (friend)"
            " DO UPDATE SET last_seen = excluded.last_seen",
            friend_id,
            now,
        )

    def last_used(self, friend_id: FriendId) -> float | None:
        """Return when something was last handed over with a friend, in Unix seconds."""
        used = self._value("SELECT last_used FROM friends WHERE friend = ?", friend_id)
        return used if isinstance(used, float) else None

    def set_last_used(self, friend_id: FriendId, now: float) -> None:
        """Remember that something is handed over with a friend now."""
        self._run(
            "INSERT INTO friends (friend, last_used) VALUES (?, ?) ON CONFLICT (friend)"
            " DO UPDATE SET last_used = excluded.last_used",
            friend_id,
            now,
        )

    def addresses(self, friend_id: FriendId) -> tuple[RememberedAddress, ...]:
        """Return where a friend was reached, or may be by the user's word, the newest first."""
        rows = self._rows(
            "SELECT hint, network FROM addresses WHERE friend = ? ORDER BY used_at DESC", friend_id
        )
        return tuple(RememberedAddress(str(hint), str(network)) for hint, network in rows)

    def remember_address(self, friend_id: FriendId, hint: str, network: str, now: float) -> None:
        """Remember where, and in which network of ours, a friend was reached just now."""
        with self._transaction():
            self._keep_address(friend_id, hint, network, now)
            self.set_last_seen(friend_id, now)

    def remember_typed_address(self, friend_id: FriendId, hint: str, now: float) -> None:
        """Remember where the user says that a friend may be reached."""
        with self._transaction():
            self._keep_address(friend_id, hint, TYPED, now)

    def forget_friend(self, friend_id: FriendId) -> None:
        """Forget all about a friend."""
        with self._transaction():
            self._run("DELETE FROM addresses WHERE friend = ?", friend_id)
            self._run("DELETE FROM friends WHERE friend = ?", friend_id)

    def stagings(self) -> tuple[str, ...]:
        """Return the staging folders that were not removed: left by a run that was killed."""
        rows = self._rows("SELECT path FROM stagings")
        return tuple(os.fsdecode(path) for (path,) in rows if isinstance(path, bytes))

    def add_staging(self, path: str) -> None:
        """Remember a staging folder."""
        self._run("INSERT OR IGNORE INTO stagings VALUES (?)", os.fsencode(path))

    def remove_staging(self, path: str) -> None:
        """Forget a staging folder."""
        self._run("DELETE FROM stagings WHERE path = ?", os.fsencode(path))

    def _keep_address(self, friend_id: FriendId, hint: str, network: str, now: float) -> None:
        """Put an address first, and forget the oldest: typed ones and others apart."""
        self._run(
            "INSERT OR REPLACE INTO addresses VALUES (?, ?, ?, ?)", friend_id, hint, network, now
        )
        is_typed = network == TYPED
        self._run(
            "DELETE FROM addresses WHERE friend = ?1 AND (network = ?2) = ?3"
            " AND (hint, network) NOT IN (SELECT hint, network FROM addresses"
            " WHERE friend = ?1 AND (network = ?2) = ?3 ORDER BY used_at DESC LIMIT ?4)",
            friend_id,
            TYPED,
            is_typed,
            TYPED_ADDRESSES_KEPT if is_typed else ADDRESSES_KEPT,
        )

    def _prepare(self, migrations: Sequence[str]) -> None:
        with self._translated():
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = FULL")
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

    def _value(self, statement: str, *arguments: _Cell) -> _Cell | None:
        rows = self._rows(statement, *arguments)
        return rows[0][0] if rows else None

    def _rows(self, statement: str, *arguments: _Cell) -> list[tuple[_Cell | None, ...]]:
        with self._translated():
            return self._connection.execute(statement, arguments).fetchall()

    def _run(self, statement: str, *arguments: _Cell) -> None:
        with self._translated():
            self._connection.execute(statement, arguments)

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[None]:
        self._run("BEGIN IMMEDIATE")
        try:
            yield
            self._run("COMMIT")
        except BaseException:
            # A full disk may have ended it already.
            if self._connection.in_transaction:
                self._run("ROLLBACK")
            raise

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
