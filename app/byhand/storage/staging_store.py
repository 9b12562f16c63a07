"""Where incoming transfers are being built, so that nothing half-received is left behind."""

import os

from msgspec import Struct

from byhand.domain.retention import PARTIAL_SECONDS
from byhand.domain.transfer import TransferId
from byhand.storage.database import Cell, Database

_NANOSECONDS = 10**9


class StagedTransfer(Struct, frozen=True):
    """A staging folder of an unfinished transfer."""

    path: str
    transfer_id: TransferId


class StagingStore:
    """The staging folders of a profile; every change is durable. Raises as the database does."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, path: str, now: float, transfer_id: TransferId | None = None) -> None:
        """Remember a staging folder; without a transfer it is left over after the next start."""
        self._database.run(
            "INSERT OR REPLACE INTO stagings (path, transfer, added_at) VALUES (?, ?, ?)",
            os.fsencode(path),
            transfer_id,
            now,
        )

    def remove(self, path: str) -> None:
        """Forget a staging folder."""
        self._database.run("DELETE FROM stagings WHERE path = ?", os.fsencode(path))

    def of(self, transfer_id: TransferId) -> tuple[str, ...]:
        """Return the folders of a transfer: its own, and those of tries that were cut off."""
        rows = self._database.rows("SELECT path FROM stagings WHERE transfer = ?", transfer_id)
        return tuple(_path(path) for (path,) in rows)

    def leftovers(self) -> tuple[str, ...]:
        """Return the folders that belong to no unfinished transfer: of a run that was killed."""
        rows = self._database.rows(
            "SELECT path FROM stagings WHERE transfer IS NULL"
            " OR transfer NOT IN (SELECT id FROM transfers WHERE ended_at IS NULL)"
        )
        return tuple(_path(path) for (path,) in rows)

    def stale(self, now: float) -> tuple[StagedTransfer, ...]:
        """Return the folders of unfinished transfers of which nothing came for 14 days."""
        rows = self._database.rows(
            "SELECT path, id FROM stagings JOIN transfers ON id = stagings.transfer"
            " LEFT JOIN journals ON journals.transfer = id WHERE ended_at IS NULL"
            " AND max(added_at, ifnull(recorded_at, 0) / ?1) <= ?2",
            float(_NANOSECONDS),
            now - PARTIAL_SECONDS,
        )
        return tuple(
            StagedTransfer(_path(path), TransferId(id_))
            for path, id_ in rows
            if isinstance(id_, bytes)
        )


def _path(cell: Cell) -> str:
    assert isinstance(cell, bytes)
    return os.fsdecode(cell)
