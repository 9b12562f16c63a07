"""What the other side says is unfinished between us: SYNC, put together from its parts (§19)."""

from collections.abc import Sequence

from byhand.domain.transfer import TransferId
from byhand.errors import RemoteProtocolError
from byhand.protocol.resume_messages import Sync, SyncRow

ROWS_LIMIT = 10_000
"""How many unfinished transfers a friend may list."""


class Unfinished:
    """Collects the rows of one session's SYNC."""

    def __init__(self) -> None:
        self.is_complete = False
        self._rows: list[SyncRow] = []
        self._ids: set[TransferId] = set()
        self._numbers: set[int] = set()

    def read(self, message: Sync) -> Sequence[SyncRow] | None:
        """Return all rows once the last part is here, else None; RemoteProtocolError."""
        for row in message.rows:
            if row.transfer_id in self._ids or (row.number and row.number in self._numbers):
                raise RemoteProtocolError("a transfer twice in SYNC")
            self._ids.add(row.transfer_id)
            self._numbers.add(row.number)
        self._rows += message.rows
        if len(self._rows) > ROWS_LIMIT:
            raise RemoteProtocolError("more unfinished transfers than there can be")
        self.is_complete = not message.more
        return self._rows if self.is_complete else None
