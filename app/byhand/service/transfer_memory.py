"""What is kept of transfers beside their rows: manifests, journals and staging folders."""

from collections.abc import Sequence
from pathlib import Path

from byhand.domain.journal import Journal, JournalBatch
from byhand.domain.plan import IncomingPlan, StoredTransfer
from byhand.domain.transfer import Transfer, TransferId
from byhand.service.stores import Stores
from byhand.service.worker import Worker
from byhand.storage.manifest_spool import spool_path
from byhand.storage.spool_writer import remove_spool


class TransferMemory:
    """Asks the storage thread; everything raises StorageError."""

    def __init__(self, stores: Stores, storage: Worker) -> None:
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

    async def ended(self, transfer_id: TransferId) -> StoredTransfer | None:
        """Return a transfer that has ended, if it is remembered."""
        return await self._storage.run(self._stores.database.transfers.get, transfer_id)

    async def forget(self, stored: StoredTransfer) -> None:
        """Let go of what only a transfer that goes on needs."""
        await self._storage.run(self._stores.database.journals.forget, stored.transfer.id)
        if isinstance(stored.plan, IncomingPlan) and not stored.receipt:
            await self._storage.run(remove_spool, self.spool_of(stored.transfer))
