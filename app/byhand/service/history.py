"""What is asked of what has ended: `service.history`, as `orders.HistoryOrders`."""

from collections.abc import Callable, Coroutine, Sequence

from byhand.domain.events import CheckedAgain, Event, HistoryTold
from byhand.domain.history import HistoryQuery
from byhand.domain.plan import StoredTransfer
from byhand.domain.transfer import TransferId
from byhand.errors import UsageError
from byhand.service.rechecking import Rechecked, handed_files, recheck
from byhand.service.transfer_memory import TransferMemory
from byhand.service.worker import Worker

ITEMS_AT_ONCE = 1_000


class History:
    """Looks into the history and at the disk; raises nothing, events tell."""

    def __init__(
        self,
        memory: TransferMemory,
        reading: Worker,
        tell: Callable[[Event], None],
        spawn: Callable[[Coroutine[None, None, None]], object],
        remove: Callable[[TransferId], None],
    ) -> None:
        """`reading` may be busy for minutes; `remove` takes a transfer off the list, too."""
        self._memory = memory
        self._reading = reading
        self._tell = tell
        self._spawn = spawn
        self._remove = remove

    def request(self, first: int, count: int, *, text: str = "") -> None:
        """Tell what has ended, the newest first, by HistoryTold; `text` is looked for."""
        self._spawn(self._page(max(0, first), min(count, ITEMS_AT_ONCE), text))

    def check_again(self, transfer_id: TransferId) -> None:
        """Compare the files of a transfer on our disk with its receipt; CheckedAgain tells."""
        self._spawn(self._check(transfer_id))

    def fetch_again(self, transfer_id: TransferId) -> None:
        """Say that a friend can't be asked for single files again: UsageError."""
        raise UsageError(
            f"What is damaged of {transfer_id.hex()[:8]} can't be fetched by itself: ask your"
            " friend to send it once more."
        )

    def forget(self, transfer_id: TransferId) -> None:
        """Take one out of the history; files stay where they are."""
        self._remove(transfer_id)
        self._spawn(self._memory.delete(transfer_id))

    def clear(self) -> None:
        """Empty the history; files stay where they are."""
        self._spawn(self._memory.clear())

    async def _page(self, first: int, count: int, text: str) -> None:
        page = await self._memory.history_page(HistoryQuery(text), first, count)
        self._tell(HistoryTold(page))

    async def _check(self, transfer_id: TransferId) -> None:
        stored = await self._memory.ended(transfer_id)
        if stored is None or stored.plan.manifest is None:
            raise UsageError("Nothing is known any more of that transfer.")
        roots = await self._memory.roots_of(transfer_id)
        if not roots:
            raise UsageError("Nothing of that arrived: there is nothing to check.")
        result = await self._reading.run(self._recheck, stored, roots)
        if result is None:
            return  # the program ends
        self._tell(
            CheckedAgain(
                transfer_id,
                result.right,
                result.missing,
                result.changed,
                result.missing_paths,
                result.changed_paths,
            )
        )

    def _recheck(
        self, stored: StoredTransfer, roots: Sequence[tuple[int, bytes]]
    ) -> Rechecked | None:
        spool = self._memory.spool_of(stored.transfer)
        return recheck(handed_files(stored, spool, roots), self._reading.is_stopping)
