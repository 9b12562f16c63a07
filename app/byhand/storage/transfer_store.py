"""The transfers of a profile in its database: what is unfinished, and what has ended."""

import logging
from collections.abc import Iterable

from msgspec.structs import replace

from byhand.domain.codes import Code
from byhand.domain.history import Ending, ending_of
from byhand.domain.identity import FriendId
from byhand.domain.plan import StoredTransfer
from byhand.domain.transfer import Direction, TransferId, TransferState
from byhand.storage.database import Database, Row
from byhand.storage.journal_store import end_journal
from byhand.storage.transfer_row import DAMAGED, decode_stored, encode

logger = logging.getLogger(__name__)

_SELECT = "SELECT id, snapshot, plan, receipt, is_listed, friend_name FROM transfers"
_SAVE = """
    INSERT INTO transfers (
        id, direction, friend, friend_name, state, created_at, ended_at, words, is_listed,
        receipt, snapshot, plan
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET
        friend_name = excluded.friend_name, state = excluded.state, ended_at = excluded.ended_at,
        words = excluded.words, is_listed = excluded.is_listed, receipt = excluded.receipt,
        snapshot = excluded.snapshot, plan = excluded.plan
"""
_SAVE_ENDING = """
    INSERT OR REPLACE INTO endings (
        transfer, friend, direction, state, code, receipt, ended_at, done_files, failed_files
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


class TransferStore:
    """Every transfer by its id; every change is durable. Raises as the database does."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, stored: StoredTransfer) -> None:
        """Keep a transfer as it is now."""
        self.save_many((stored,))

    def save_many(self, stored: Iterable[StoredTransfer]) -> None:
        """Keep transfers as they are now: all of them or, by an error, none.

        Of one that has ended the journal goes, but for what became of files that have no root. One
        that has left the history since does not come back.
        """
        with self._database.transaction():
            for each in stored:
                self._save(each)

    def load_all(self) -> tuple[StoredTransfer, ...]:
        """Return what is unfinished, and what has ended but is still listed; the oldest first.

        A row that cannot be read, or is in a state that this version does not know, stays.
        """
        rows = self._database.rows(
            f"{_SELECT} WHERE ended_at IS NULL OR is_listed ORDER BY created_at, rowid"
        )
        return tuple(stored for stored in map(_read, rows) if stored is not None)

    def get(self, transfer_id: TransferId) -> StoredTransfer | None:
        """Return a transfer; None if there is none or its row cannot be read."""
        rows = self._database.rows(f"{_SELECT} WHERE id = ?", transfer_id)
        return _read(rows[0]) if rows else None

    def kept_ids(self) -> frozenset[TransferId]:
        """Return the ids of all that is kept, the history too: files of others are in no use."""
        rows = self._database.rows("SELECT id FROM transfers")
        return frozenset(TransferId(id_) for (id_,) in rows if isinstance(id_, bytes))

    def delete(self, transfer_id: TransferId) -> None:
        """Forget a transfer, with its journal and roots; how it ended is still known."""
        self._database.run("DELETE FROM transfers WHERE id = ?", transfer_id)

    def unlist(self, transfer_id: TransferId) -> bool:
        """Take a transfer that has ended off the list; return whether it is still kept."""
        with self._database.transaction():
            self._database.run(
                "UPDATE transfers SET is_listed = 0 WHERE id = ? AND ended_at IS NOT NULL",
                transfer_id,
            )
            self._database.run(
                "DELETE FROM transfers WHERE id = ? AND NOT is_listed AND NOT is_remembered",
                transfer_id,
            )
        found = self._database.value("SELECT 1 FROM transfers WHERE id = ?", transfer_id)
        return found is not None

    def ending(self, friend_id: FriendId, transfer_id: TransferId) -> Ending | None:
        """Return how a transfer with this friend has ended; None if that is not known."""
        rows = self._database.rows(
            "SELECT direction, state, code, receipt, ended_at, done_files, failed_files"
            " FROM endings WHERE transfer = ? AND friend = ?",
            transfer_id,
            friend_id,
        )
        return _ending(friend_id, transfer_id, rows[0]) if rows else None

    def _save(self, stored: StoredTransfer) -> None:
        transfer = stored.transfer
        if not transfer.is_final:
            self._save_row(stored, None)
            return
        ending = ending_of(stored)
        if self._is_unfinished(transfer.id):
            end_journal(self._database, transfer.id)
        if not self._is_dropped(transfer.id):
            self._save_row(stored, ending.ended_at)
        self._database.run(
            _SAVE_ENDING,
            transfer.id,
            ending.friend_id,
            ending.direction,
            ending.state,
            ending.code,
            ending.receipt,
            ending.ended_at,
            ending.done_files,
            ending.failed_files,
        )

    def _save_row(self, stored: StoredTransfer, ended_at: float | None) -> None:
        transfer = stored.transfer
        kept_name = self._database.value(
            "SELECT friend_name FROM transfers WHERE id = ?", transfer.id
        )
        name = stored.friend_name or str(kept_name or "")
        self._database.run(
            _SAVE,
            transfer.id,
            transfer.direction,
            transfer.friend_id,
            name,
            transfer.state,
            transfer.created_at,
            ended_at,
            "\n".join((transfer.title, transfer.note, name)).casefold(),
            stored.is_listed,
            stored.receipt,
            encode(transfer),
            encode(stored.plan),
        )

    def _is_unfinished(self, transfer_id: TransferId) -> bool:
        return bool(
            self._database.value(
                "SELECT 1 FROM transfers WHERE id = ? AND ended_at IS NULL", transfer_id
            )
        )

    def _is_dropped(self, transfer_id: TransferId) -> bool:
        """Say whether a transfer had ended and then left the history: it does not come back."""
        return bool(
            self._database.value(
                "SELECT 1 FROM endings WHERE transfer = ?1"
                " AND NOT EXISTS (SELECT 1 FROM transfers WHERE id = ?1)",
                transfer_id,
            )
        )


def _read(row: Row) -> StoredTransfer | None:
    match row:
        case bytes(id_), bytes(snapshot), bytes(plan), bytes(receipt), int(is_listed), str(name):
            try:
                stored = decode_stored(TransferId(id_), snapshot, plan)
            except DAMAGED as exc:
                logger.warning("a transfer that cannot be read is left alone: %s", exc)
                return None
            return replace(stored, receipt=receipt, is_listed=bool(is_listed), friend_name=name)
    raise AssertionError("the columns of another query")


def _ending(friend_id: FriendId, transfer_id: TransferId, row: Row) -> Ending | None:
    match row:
        case (
            str(direction),
            str(state),
            int(code),
            bytes(receipt),
            float(ended_at),
            int(done_files),
            int(failed_files),
        ):
            return Ending(
                transfer_id,
                friend_id,
                Direction(direction),
                TransferState(state),
                Code(code),
                receipt,
                ended_at,
                done_files,
                failed_files,
            )
    raise AssertionError("the columns of another query")
