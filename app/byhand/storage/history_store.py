"""The history: transfers that have ended, as long as the user keeps them."""

import logging
from collections.abc import Iterable, Sequence
from datetime import date

from byhand.domain.history import HistoryDay, HistoryItem, HistoryPage, HistoryQuery
from byhand.domain.retention import ENDING_SECONDS, Retention, forgotten_before
from byhand.domain.root_chunks import RootChunks
from byhand.domain.transfer import Transfer, TransferId
from byhand.storage.database import Cell, Database, Row
from byhand.storage.transfer_row import DAMAGED, decode_transfer

logger = logging.getLogger(__name__)

# Each query looks through the index transfers_of_history; only what it shows is read itself.
_FOUND = "FROM transfers WHERE is_remembered = 1 AND ended_at >= ?"
_COUNT = "SELECT count(*) {found}"
_DAYS = """
    SELECT date(ended_at, 'unixepoch', 'localtime') AS day, count(*) {found}
    GROUP BY day ORDER BY day DESC
"""
_PAGE = """
    SELECT id, snapshot, friend_name, receipt <> x'',
    EXISTS (SELECT 1 FROM roots WHERE transfer = id)
    FROM transfers WHERE rowid IN (
        SELECT rowid {found} ORDER BY ended_at DESC, rowid DESC LIMIT ? OFFSET ?
    ) ORDER BY ended_at DESC, rowid DESC
"""


class HistoryStore:
    """What has ended and is remembered; every change is durable. Raises as the database does."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def page(self, query: HistoryQuery, first: int, count: int) -> HistoryPage:
        """Return `count` of what is found, from number `first` on, the newest first.

        A row that cannot be read is counted and left out.
        """
        found, wanted = _looked_for(query)
        total = self._database.value(_COUNT.format(found=found), *wanted)
        rows = self._database.rows(_PAGE.format(found=found), *wanted, count, first)
        items = tuple(item for item in map(_item, rows) if item is not None)
        return HistoryPage(items, first, total if isinstance(total, int) else 0)

    def days(self, query: HistoryQuery) -> tuple[HistoryDay, ...]:
        """Return how much of what is found ended on which day, the newest first."""
        found, wanted = _looked_for(query)
        rows = self._database.rows(_DAYS.format(found=found), *wanted)
        return tuple(
            HistoryDay(date.fromisoformat(day), count)
            for day, count in rows
            if isinstance(day, str) and isinstance(count, int)
        )

    def saved_paths(self, ids: Sequence[TransferId]) -> dict[TransferId, tuple[str, ...]]:
        """Return what transfers have saved; those that cannot be read are left out."""
        rows = (
            self._database.rows("SELECT id, snapshot FROM transfers WHERE id = ?", id_)
            for id_ in ids
        )
        found = (_transfer(*row) for each in rows for row in each)
        return {transfer.id: transfer.saved_paths for transfer in found if transfer is not None}

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


def _looked_for(query: HistoryQuery) -> tuple[str, tuple[Cell, ...]]:
    """Return which rows are looked for, and what the question marks in that stand for."""
    friends = ", ".join("?" * len(query.friend_ids))
    conditions: tuple[tuple[str, tuple[Cell, ...]], ...] = (
        ("instr(words, ?)", (query.text.casefold(),) if query.text else ()),
        ("direction = ?", (query.direction,) if query.direction else ()),
        (f"friend IN ({friends})", query.friend_ids),
    )
    used = [(condition, cells) for condition, cells in conditions if cells]
    cells = (cell for _, cells in used for cell in cells)
    return " AND ".join((_FOUND, *(condition for condition, _ in used))), (query.since, *cells)


def _item(row: Row) -> HistoryItem | None:
    match row:
        case bytes() as id_, bytes() as snapshot, str(name), int(has_receipt), int(has_roots):
            transfer = _transfer(id_, snapshot)
            if transfer is None:
                return None
            return HistoryItem(transfer, name, bool(has_receipt), bool(has_roots))
    raise AssertionError("the columns of another query")


def _transfer(id_: Cell, snapshot: Cell) -> Transfer | None:
    assert isinstance(id_, bytes) and isinstance(snapshot, bytes)  # noqa: PT018  # by the schema
    try:
        return decode_transfer(TransferId(id_), snapshot)
    except DAMAGED as exc:
        logger.warning("a transfer that cannot be read is left out: %s", exc)
        return None
