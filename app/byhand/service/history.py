"""What is asked of what has ended: `service.history`, as `history_orders.HistoryOrders`."""

import asyncio
import contextvars
import os
from collections.abc import Callable, Coroutine, Mapping, Sequence

from byhand.domain.events import Event
from byhand.domain.history import EVERYTHING, HistoryQuery, Located
from byhand.domain.history_events import (
    CheckedAgain,
    CheckingAgain,
    FilesLocated,
    HistoryChanged,
    HistoryOutlined,
    HistoryTold,
)
from byhand.domain.identity import PublicKeys
from byhand.domain.plan import StoredTransfer
from byhand.domain.root_chunks import RootChunks
from byhand.domain.transfer import Direction, Transfer, TransferId
from byhand.errors import UsageError
from byhand.service.handing_over import HandingOver
from byhand.service.kept_receipt import is_signed
from byhand.service.rechecking import Rechecked, handed_files, recheck
from byhand.service.worker import Worker

ITEMS_AT_ONCE = 1_000
CHECKS_KEPT = 16
BYTES_BETWEEN_WORDS = 64 * 1024 * 1024


class History:
    """Looks into the history and at the disk; raises nothing, events tell."""

    def __init__(
        self,
        handing_over: HandingOver,
        disk: Worker,
        tell: Callable[[Event], None],
        spawn: Callable[[Coroutine[None, None, None]], object],
        own: PublicKeys,
    ) -> None:
        """`own` are our keys."""
        self._memory = handing_over.memory
        self._reading = handing_over.reading
        """May be busy for minutes."""
        self._disk = disk
        self._tell = tell
        self._spawn = spawn
        self._remove = handing_over.transfers.remove
        self._repairing = handing_over.repairing
        self._repeat = handing_over.sending_out.repeat
        self._own = own
        # What the last checks found, as ranges of entries.
        self._damaged: dict[TransferId, Sequence[int]] = {}

    def request(self, first: int, count: int, query: HistoryQuery = EVERYTHING) -> None:
        """Tell some of what has ended and is looked for, the newest first, by HistoryTold."""
        self._spawn(self._page(max(0, first), max(0, min(count, ITEMS_AT_ONCE)), query))

    def outline(self, query: HistoryQuery = EVERYTHING) -> None:
        """Tell on which days how much of it has ended, by HistoryOutlined."""
        self._spawn(self._outline(query))

    def locate(self, ids: Sequence[TransferId]) -> None:
        """Tell what is there now of what transfers have saved, by FilesLocated."""
        self._spawn(self._locate(ids[:ITEMS_AT_ONCE]))

    def send_again(self, transfer_id: TransferId) -> None:
        """Offer the same files to the same friend once more; OrderFailed if that cannot be."""
        self._spawn(self._send_again(transfer_id))

    def check_again(self, transfer_id: TransferId) -> None:
        """Compare the files of a transfer on our disk with its receipt; CheckedAgain tells.

        CheckingAgain tells meanwhile how far that is.
        """
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
        self._spawn(self._forget(transfer_id))

    def clear(self) -> None:
        """Empty the history; files stay where they are."""
        self._spawn(self._clear())

    async def _page(self, first: int, count: int, query: HistoryQuery) -> None:
        page = await self._memory.history_page(query, first, count)
        self._tell(HistoryTold(page, query))

    async def _outline(self, query: HistoryQuery) -> None:
        self._tell(HistoryOutlined(query, await self._memory.history_days(query)))

    async def _locate(self, ids: Sequence[TransferId]) -> None:
        saved = await self._memory.saved_paths(ids)
        self._tell(FilesLocated(await self._disk.run(_located, saved)))

    async def _send_again(self, transfer_id: TransferId) -> None:
        self._repeat(await self._ended(transfer_id))

    async def _forget(self, transfer_id: TransferId) -> None:
        await self._memory.delete(transfer_id)
        self._tell(HistoryChanged())

    async def _clear(self) -> None:
        await self._memory.clear()
        self._tell(HistoryChanged())

    async def _fetch(self, transfer_id: TransferId) -> None:
        damaged = self._damaged.pop(transfer_id, None)
        if damaged is None:
            await self._check(transfer_id)
            damaged = self._damaged.pop(transfer_id, None)
        if damaged is not None:  # else the program ends
            self._repairing.ask(await self._ended(transfer_id), damaged)

    async def _ended(self, transfer_id: TransferId) -> StoredTransfer:
        stored = await self._memory.ended(transfer_id)
        if stored is None:
            raise UsageError("Nothing is known any more of that transfer.")
        return stored

    async def _check(self, transfer_id: TransferId) -> None:
        """Tell what has become of a transfer's files, and keep which are missing or changed."""
        stored = await self._ended(transfer_id)
        roots = await self._memory.roots_of(transfer_id)
        if not roots or stored.plan.manifest is None:
            raise UsageError("Nothing of that arrived: there is nothing to check.")
        told = _Progress(stored.transfer, asyncio.get_running_loop(), self._tell)
        found = await self._reading.run(self._recheck, stored, roots, told.read)
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

    def _recheck(
        self, stored: StoredTransfer, roots: RootChunks, read: Callable[[int], object]
    ) -> Rechecked | None:
        spool = self._memory.spool_of(stored.transfer)
        return recheck(handed_files(stored, spool, roots), self._reading.is_stopping, read)

    def _is_signed(self, stored: StoredTransfer, roots: RootChunks) -> bool | None:
        transfer, own = stored.transfer, self._own
        is_ours = transfer.direction is Direction.INCOMING
        key = own.ed25519 if is_ours else self._repairing.key_of(transfer.friend_id)
        return None if key is None else is_signed(stored, roots, own.friend_id, key)


class _Progress:
    """Tells whoever has ordered a check how far it is; `read` is called by the reading thread."""

    def __init__(
        self, transfer: Transfer, loop: asyncio.AbstractEventLoop, tell: Callable[[Event], None]
    ) -> None:
        self._transfer = transfer
        self._loop = loop
        self._tell = tell
        # By it the word finds back to whoever gave the order.
        self._context = contextvars.copy_context()
        self._bytes = self._told = 0

    def read(self, byte_count: int) -> None:
        """Count what was read, and tell of it now and then."""
        self._bytes += byte_count
        if self._bytes - self._told >= BYTES_BETWEEN_WORDS:
            self._told = self._bytes
            word = CheckingAgain(self._transfer.id, self._bytes, self._transfer.total_bytes)
            self._loop.call_soon_threadsafe(self._tell, word, context=self._context)


def _located(saved: Mapping[TransferId, Sequence[str]]) -> tuple[Located, ...]:
    """Return which paths are there; on a worker's thread: a disk that was pulled may take long."""
    return tuple(
        Located(transfer_id, tuple(filter(os.path.lexists, paths)))
        for transfer_id, paths in saved.items()
    )
