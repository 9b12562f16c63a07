"""What is kept of transfers beside their rows: manifests, journals and staging folders."""

import logging
import os
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from byhand.domain.history import Ending, HistoryDay, HistoryPage, HistoryQuery
from byhand.domain.identity import FriendId
from byhand.domain.journal import Journal, JournalBatch
from byhand.domain.plan import OutgoingPlan, StoredTransfer
from byhand.domain.retention import Retention
from byhand.domain.root_chunks import RootChunks
from byhand.domain.transfer import Transfer, TransferId
from byhand.errors import StorageError
from byhand.service.exchanges import Exchanges
from byhand.service.kept_hashes import KeptHashes
from byhand.service.stores import Stores
from byhand.service.worker import Worker
from byhand.storage.manifest_spool import spool_path
from byhand.storage.own_files import remove_all_own, remove_own
from byhand.storage.spool_writer import remove_spool, remove_spools
from byhand.storage.staging_store import StagedTransfer

logger = logging.getLogger(__name__)


class TransferMemory:
    """Asks the storage thread; everything raises StorageError."""

    def __init__(self, stores: Stores, storage: Worker) -> None:
        self.hashes = KeptHashes(stores.database.hashes, storage)
        self.exchanges = Exchanges(stores.database.exchanged, storage)
        self._stores = stores
        self._storage = storage

    def spool_of(self, transfer: Transfer) -> Path:
        """Return where the manifest of a transfer is kept: nobody else's id leads there."""
        return spool_path(self._stores.folder.transfers, transfer.friend_id, transfer.id)

    def record(self, batches: Sequence[JournalBatch]) -> None:
        """Have batches of journals on the disk when it returns; called by the journal's thread."""
        self._storage.call(self._stores.database.journals.record_many, batches)

    async def load_journal(self, transfer_id: TransferId) -> Journal:
        """Return what was recorded of a transfer."""
        return await self._storage.run(self._stores.database.journals.load, transfer_id)

    async def forget_journal(self, transfer_id: TransferId) -> None:
        """Forget what was recorded of a transfer: it begins anew."""
        await self._storage.run(self._stores.database.journals.forget, transfer_id)

    def remember_staging(self, transfer_id: TransferId, path: str) -> None:
        """Remember where a transfer is going to be built; called by a thread that may wait."""
        add = self._stores.database.stagings.add
        self._storage.call(add, path, time.time(), transfer_id)

    async def stagings_of(self, transfer_id: TransferId) -> tuple[str, ...]:
        """Return where a transfer is being built, and where that was tried before."""
        return await self._storage.run(self._stores.database.stagings.of, transfer_id)

    async def forget_staging(self, path: str) -> None:
        """Forget a staging folder: it is gone."""
        await self._storage.run(self._stores.database.stagings.remove, path)

    async def ended(self, transfer_id: TransferId) -> StoredTransfer | None:
        """Return a transfer that has ended, if it is remembered."""
        return await self._storage.run(self._stores.database.transfers.get, transfer_id)

    async def ending(self, friend_id: FriendId, transfer_id: TransferId) -> Ending | None:
        """Return how a transfer with a friend has ended, also once it has left the history."""
        return await self._storage.run(
            self._stores.database.transfers.ending, friend_id, transfer_id
        )

    async def forget(self, stored: StoredTransfer) -> None:
        """Let go of what only a transfer that goes on needs, once its end is saved.

        With a receipt it can be checked again.
        """
        if isinstance(stored.plan, OutgoingPlan) and stored.plan.text:
            await self._storage.run(remove_own, Path(os.fsdecode(stored.plan.paths[0])))
        if not stored.receipt:
            await self._storage.run(remove_spool, self.spool_of(stored.transfer))

    async def forget_offer(self, transfer_id: TransferId) -> None:
        """Forget an offer that came to nothing."""
        await self._storage.run(self._stores.database.transfers.delete, transfer_id)

    async def history_page(self, query: HistoryQuery, first: int, count: int) -> HistoryPage:
        """Return some of what has ended, the newest first."""
        return await self._storage.run(self._stores.database.history.page, query, first, count)

    async def history_days(self, query: HistoryQuery) -> tuple[HistoryDay, ...]:
        """Return on which days how much has ended, the newest first."""
        return await self._storage.run(self._stores.database.history.days, query)

    async def saved_paths(self, ids: Sequence[TransferId]) -> dict[TransferId, tuple[str, ...]]:
        """Return what transfers in the history have saved."""
        return await self._storage.run(self._stores.database.history.saved_paths, ids)

    async def keep_roots(self, transfer_id: TransferId, roots: RootChunks) -> None:
        """Keep the roots of files for a later check; before the end is saved.

        What the disk refuses costs that check, and nothing else.
        """
        history = self._stores.database.history
        try:
            await self._storage.run(history.save_roots, transfer_id, roots)
        except StorageError as exc:
            logger.warning("a transfer cannot be checked again: %s", exc.reason)

    async def roots_of(self, transfer_id: TransferId) -> RootChunks:
        """Return the chunks of roots that were kept."""
        return await self._storage.run(self._stores.database.history.load_roots, transfer_id)

    async def delete(self, transfer_id: TransferId) -> None:
        """Forget a transfer that has ended, with its manifest."""
        stored = await self.ended(transfer_id)
        if stored is not None and stored.transfer.is_final:
            await self._storage.run(self._stores.database.transfers.delete, transfer_id)
            await self._storage.run(remove_spool, self.spool_of(stored.transfer))

    async def clear(self) -> None:
        """Forget everything that has ended; what is listed still, once it is not."""
        await self._remove_spools(await self._storage.run(self._stores.database.history.clear))

    async def prune(self, now: float, retention: Retention) -> None:
        """Forget what has been kept long enough; `now` in Unix seconds."""
        history = self._stores.database.history
        await self._remove_spools(await self._storage.run(history.prune, now, retention))

    async def stale(self, now: float) -> tuple[StagedTransfer, ...]:
        """Return the unfinished transfers of which nothing has come for long."""
        return await self._storage.run(self._stores.database.stagings.stale, now)

    async def sweep(self) -> None:
        """Remove the files that runs which were killed have left; before anything runs."""
        await self._storage.run(self._sweep)

    async def _remove_spools(self, gone: Sequence[TransferId]) -> None:
        if gone:
            ids = {id_.hex() for id_ in gone}
            folder = self._stores.folder.transfers
            await self._storage.run(remove_spools, folder, ids.__contains__)

    def _sweep(self) -> None:
        kept = {id_.hex() for id_ in self._stores.database.transfers.kept_ids()}
        remove_spools(self._stores.folder.transfers, lambda id_: id_ not in kept)
        listed = self._stores.database.transfers.load_all()
        remove_all_own(self._stores.folder.texts, set(_folders_needed(listed)))


def _folders_needed(stored: Iterable[StoredTransfer]) -> Iterator[str]:
    """Yield the names of the folders that something on the list is sent from.

    A text that has ended needs none: the plan has it. A picture may be sent again.
    """
    for each in stored:
        if isinstance(each.plan, OutgoingPlan) and not (each.plan.text and each.transfer.is_final):
            yield from (Path(os.fsdecode(path)).parent.name for path in each.plan.paths)
