"""What is asked of what has ended: `service.history`, as `orders.HistoryOrders`."""

from collections.abc import Callable, Coroutine, Sequence

from byhand.domain.events import CheckedAgain, Event, HistoryTold
from byhand.domain.history import HistoryQuery
from byhand.domain.identity import PublicKeys
from byhand.domain.plan import StoredTransfer
from byhand.domain.root_chunks import RootChunks
from byhand.domain.transfer import Direction, TransferId
from byhand.errors import UsageError
from byhand.service.kept_receipt import is_signed
from byhand.service.rechecking import Rechecked, handed_files, recheck
from byhand.service.repairing import Repairing
from byhand.service.transfer_memory import TransferMemory
from byhand.service.worker import Worker

ITEMS_AT_ONCE = 1_000
CHECKS_KEPT = 16


class History:
    """Looks into the history and at the disk; raises nothing, events tell."""

    def __init__(
        self,
        memory: TransferMemory,
        reading: Worker,
        tell: Callable[[Event], None],
        spawn: Callable[[Coroutine[None, None, None]], object],
        remove: Callable[[TransferId], None],
        repairing: Repairing,
        own: PublicKeys,
    ) -> None:
        """`reading` may be busy for minutes; `remove` takes a transfer off the list, too.

        `own` are our keys.
        """
        self._memory = memory
        self._reading = reading
        self._tell = tell
        self._spawn = spawn
        self._remove = remove
        self._repairing = repairing
        self._own = own
        # What the last checks found, as ranges of entries.
        self._damaged: dict[TransferId, Sequence[int]] = {}

    def request(self, first: int, count: int, *, text: str = "") -> None:
        """Tell what has ended, the newest first, by HistoryTold; `text` is looked for."""
        self._spawn(self._page(max(0, first), min(count, ITEMS_AT_ONCE), text))

    def check_again(self, transfer_id: TransferId) -> None:
        """Compare the files of a transfer on our disk with its receipt; CheckedAgain tells."""
        self._spawn(self._check(transfer_id))

    def fetch_again(self, transfer_id: TransferId) -> None:
        """Ask the friend for what the last check found missing or changed; it is made if need be.

        OrderFailed tells that it is not to be had. What comes is a transfer of its own, `again_of`
        this one.
        """
        self._spawn(self._fetch(transfer_id))

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

    async def _fetch(self, transfer_id: TransferId) -> None:
        damaged = self._damaged.pop(transfer_id, None)
        if damaged is None:
            await self._check(transfer_id)
            damaged = self._damaged.pop(transfer_id, None)
        if damaged is not None:  # else the program ends
            self._repairing.ask(await self._ended(transfer_id), damaged)

    async def _ended(self, transfer_id: TransferId) -> StoredTransfer:
        stored = await self._memory.ended(transfer_id)
        if stored is None or stored.plan.manifest is None:
            raise UsageError("Nothing is known any more of that transfer.")
        return stored

    async def _check(self, transfer_id: TransferId) -> None:
        """Tell what has become of a transfer's files, and keep which are missing or changed."""
        stored = await self._ended(transfer_id)
        roots = await self._memory.roots_of(transfer_id)
        if not roots:
            raise UsageError("Nothing of that arrived: there is nothing to check.")
        found = await self._reading.run(self._recheck, stored, roots)
        if found is None:
            return  # the program ends
        self._tell(
            CheckedAgain(
                *(transfer_id, found.right, found.missing, found.changed),
                missing_paths=found.missing_paths,
                changed_paths=found.changed_paths,
                could_be_fetched=bool(found.damaged) and self._repairing.may_ask(stored.transfer),
                is_signed_right=await self._reading.run(self._is_signed, stored, roots),
            )
        )
        self._damaged[transfer_id] = found.damaged
        while len(self._damaged) > CHECKS_KEPT:
            del self._damaged[next(iter(self._damaged))]

    def _recheck(self, stored: StoredTransfer, roots: RootChunks) -> Rechecked | None:
        spool = self._memory.spool_of(stored.transfer)
        return recheck(handed_files(stored, spool, roots), self._reading.is_stopping)

    def _is_signed(self, stored: StoredTransfer, roots: RootChunks) -> bool | None:
        transfer, own = stored.transfer, self._own
        is_ours = transfer.direction is Direction.INCOMING
        key = own.ed25519 if is_ours else self._repairing.key_of(transfer.friend_id)
        return None if key is None else is_signed(stored, roots, own.friend_id, key)
