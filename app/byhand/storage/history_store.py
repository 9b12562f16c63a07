"""The history: transfers that have ended, as long as the user keeps them."""

import logging
from collections.abc import Iterable

from byhand.domain.history import HistoryItem, HistoryPage, HistoryQuery
from byhand.domain.retention import ENDING_SECONDS, Retention, forgotten_before
from byhand.domain.root_chunks import RootChunks
from byhand.domain.transfer import TransferId
from byhand.storage.database import Cell, Database, Row
from byhand.storage.transfer_row import DAMAGED, decode_transfer

logger = logging.getLogger(__name__)

_FOUND = """
    FROM transfers WHERE is_remembered AND ended_at >= ?1
    AND (?2 = '' OR instr(words, ?2)) AND (?3 IS NULL OR direction = ?3)
    AND (?4 IS NULL OR friend = ?4)
"""
_COUNT = f"SELECT count(*) {_FOUND}"
_PAGE = f"""
    SELECT id, snapshot, friend_name, receipt <> x'',
    EXISTS (SELECT 1 FROM roots WHERE transfer = id) {_FOUND}
    ORDER BY ended_at DESC, rowid DESC LIMIT ?5 OFFSET ?6
"""  # noqa: S608  # our own words


class HistoryStore:
    """What has ended and is remembered; every change is durable. Raises as the database does."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def page(self, query: HistoryQuery, first: int, count: int) -> HistoryPage:
        """Return `count` of what is found, from number `first` on, the newest first.

        A row that cannot be read is counted and left out.
        """
        wanted: tuple[Cell, ...] = (
            query.since,
            query.text.casefold(),
            query.direction,
            query.friend_id,
        )
        total = self._database.value(_COUNT, *wanted)
        rows = self._database.rows(_PAGE, *wanted, count, first)
        items = tuple(item for item in map(_item, rows) if item is not None)
        return HistoryPage(items, first, total if isinstance(total, int) else 0)

    def clear(self, before: float | None = None) -> tuple[TransferId, ...]:
        """Empty the history, or forget what ended before a time in Unix seconds.

        What is still listed stays as long as it is. Returns the ids of what is kept no more:
        whoever holds files for these may delete them.
        """
        with self._database.transaction():
            self._database.run(
                "UPDATE transfers SET is_remembered = 0 WHERE ended_at < ifnull(?1, 9e999)", before
            )
            rows = self._database.rows(
                "DELETE FROM transfers"
                " WHERE ended_at IS NOT NULL AND NOT is_listed AND NOT is_remembered RETURNING id"
            )
        return tuple(TransferId(id_) for (id_,) in rows if isinstance(id_, bytes))

    def prune(self, now: float, retention: Retention) -> tuple[TransferId, ...]:
        """Forget what has been kept long enough; returns what `clear` does."""
        self._database.run("DELETE FROM endings WHERE ended_at < ?", now - ENDING_SECONDS)
        before = forgotten_before(retention, now)
        return () if before is None else self.clear(before)

    def save_roots(self, transfer_id: TransferId, chunks: Iterable[tuple[int, bytes]]) -> None:
        """Keep the roots of a transfer's files for a later check, in place of earlier ones.

        Each chunk: the first entry, and 32 bytes for it and each that follows; zeros for one that
        has no root. To be called before the transfer is saved as ended; from then on it is
        unremembered. What is kept no more has none.
        """
        with self._database.transaction():
            self._database.run("DELETE FROM roots WHERE transfer = ?", transfer_id)
            self._database.run_many(
                "INSERT INTO roots SELECT id, ?, ? FROM transfers WHERE id = ?",
                ((first, roots, transfer_id) for first, roots in chunks),
            )
            self._database.run(
                "INSERT OR IGNORE INTO unremembered SELECT DISTINCT transfer FROM roots"
                " WHERE transfer = ?",
                transfer_id,
            )

    def load_roots(self, transfer_id: TransferId) -> RootChunks:
        """Return the chunks of roots that were saved, in order."""
        rows = self._database.rows(
            "SELECT first, roots FROM roots WHERE transfer = ? ORDER BY first", transfer_id
        )
        return tuple(
            (first, roots)
            for first, roots in rows
            if isinstance(first, int) and isinstance(roots, bytes)
        )


def _item(row: Row) -> HistoryItem | None:
    match row:
        case bytes(id_), bytes(snapshot), str(name), int(has_receipt), int(has_roots):
            try:
                transfer = decode_transfer(TransferId(id_), snapshot)
            except DAMAGED as exc:
                logger.warning("a transfer that cannot be read is left out: %s", exc)
                return None
            return HistoryItem(transfer, name, bool(has_receipt), bool(has_roots))
    raise AssertionError("the columns of another query")
