"""Keeping every transfer on the disk as it changes, without anybody waiting for it."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence

from byhand.domain.plan import StoredTransfer
from byhand.domain.transfer import TransferId
from byhand.errors import StorageError
from byhand.service.worker import Worker

Save = Callable[[Sequence[StoredTransfer]], None]
"""Has transfers on the disk when it returns; raises StorageError. Runs on the storage thread."""


class Keeping:
    """Saves the newest state of each transfer; many changes while the disk is busy cost one."""

    def __init__(
        self,
        storage: Worker,
        save: Save,
        spawn: Callable[[Coroutine[None, None, None]], asyncio.Task[None]],
        failed: Callable[[StorageError], None],
    ) -> None:
        """`failed` is told once for a disk that refuses; it is tried again with each change."""
        self._storage = storage
        self._save = save
        self._spawn = spawn
        self._failed = failed
        self._pending: dict[TransferId, StoredTransfer] = {}
        self._writing: asyncio.Task[None] | None = None
        self._is_refused = False
        self._ended: set[TransferId] = set()

    def keep(self, stored: StoredTransfer) -> None:
        """Have a transfer on the disk soon; one that is there as ended stays so."""
        if stored.transfer.id in self._ended and not stored.transfer.is_final:
            return
        self._pending[stored.transfer.id] = stored
        self.retry()

    async def kept(self, stored: StoredTransfer) -> None:
        """Return once a transfer is on the disk; raises StorageError."""
        self._pending.pop(stored.transfer.id, None)
        if stored.transfer.is_final:
            self._ended.add(stored.transfer.id)
        await self._storage.run(self._save, (stored,))

    def drop(self, transfer_id: TransferId) -> None:
        """Save no more of a transfer that is about to be deleted."""
        self._pending.pop(transfer_id, None)

    def retry(self) -> None:
        """Save what waits, unless that is under way."""
        if self._pending and self._writing is None:
            self._writing = self._spawn(self._write())

    async def settle(self) -> None:
        """Return once everything has been saved, or the disk has refused it."""
        self.retry()
        if self._writing is not None:
            await asyncio.wait({self._writing})

    async def _write(self) -> None:
        try:
            while self._pending:
                pending, self._pending = self._pending, {}
                try:
                    await self._storage.run(self._save, tuple(pending.values()))
                except StorageError as exc:
                    self._pending = pending | self._pending
                    self._refuse(exc)
                    return
                self._is_refused = False
        finally:
            self._writing = None

    def _refuse(self, error: StorageError) -> None:
        if not self._is_refused:
            self._is_refused = True
            self._failed(error)
