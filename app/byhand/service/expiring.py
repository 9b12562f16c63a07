"""What has waited too long ends, and what the history keeps no longer goes (PROTOCOL.md, §19)."""

import time
from collections.abc import Callable, Iterable

from byhand.domain.events import Event
from byhand.domain.history_events import HistoryChanged
from byhand.domain.retention import Retention, is_expired
from byhand.domain.transfer import Direction, Transfer, TransferId
from byhand.service.surroundings import ExpireOrder
from byhand.service.transfer_memory import TransferMemory


class Expiring:
    """Looks through everything, to be called now and then."""

    def __init__(
        self,
        transfers: Iterable[Transfer],
        memory: TransferMemory,
        order: Callable[[TransferId, object], None],
        tell: Callable[[Event], None],
        retention: Retention,
        now: Callable[[], float] = time.time,
    ) -> None:
        """`order` hands an order to a transfer; `now` returns Unix seconds."""
        self._transfers = transfers
        self._memory = memory
        self._order = order
        self._tell = tell
        self._retention = retention
        self._now = now

    def keep_for(self, retention: Retention) -> bool:
        """Keep the history that long from the next look on; say whether that is a change."""
        is_change = retention is not self._retention
        self._retention = retention
        return is_change

    async def look(self) -> None:
        """End offers of others that nobody answers, and arrivals of which nothing comes.

        Raises StorageError.
        """
        now = self._now()
        for transfer in self._transfers:
            if transfer.direction is Direction.INCOMING and is_expired(transfer, now):
                self._order(transfer.id, ExpireOrder())
        for staged in await self._memory.stale(now):
            self._order(staged.transfer_id, ExpireOrder())
        await self._memory.prune(now, self._retention)
        self._tell(HistoryChanged())
