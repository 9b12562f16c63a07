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
        ended: Callable[[], None],
    ) -> None:
        """`failed` is told once for a disk that refuses; it is tried again with each change.

        `ended` is told when something that has ended has come to the disk.
        """
        self._storage = storage
        self._save = save
        self._spawn = spawn
        self._failed = failed
        self._ended = ended
        # What is not on the disk yet as it is now, also while it is being saved.
        self._unsaved: dict[TransferId, StoredTransfer] = {}
        self._ending: set[TransferId] = set()
        self._writing: asyncio.Task[None] | None = None
        self._is_refused = False

    def keep(self, stored: StoredTransfer) -> None:
        """Have a transfer on the disk soon."""
        if stored.transfer.is_final or stored.transfer.id not in self._ending:
            self._unsaved[stored.transfer.id] = stored
            self.retry()

    async def kept(self, stored: StoredTransfer) -> None:
        """Return once a transfer is on the disk; after a StorageError it is tried again.

        While its end is being saved no other change takes the place of that.
        """
        transfer = stored.transfer
        self._unsaved[transfer.id] = stored
        if transfer.is_final:
            self._ending.add(transfer.id)
        try:
            await self._storage.run(self._save, (stored,))
        finally:
            self._ending.discard(transfer.id)
        self._note_saved((stored,))

    def unsaved(self, transfer_id: TransferId) -> StoredTransfer | None:
        """Return the newest state of a transfer if it is not on the disk yet."""
        return self._unsaved.get(transfer_id)

    def drop(self, transfer_id: TransferId) -> None:
        """Save no more of a transfer that is about to be forgotten."""
        self._unsaved.pop(transfer_id, None)

    def retry(self) -> None:
        """Save what waits, unless that is under way."""
        if self._unsaved and self._writing is None:
            self._writing = self._spawn(self._write())

    async def settle(self) -> None:
        """Return once everything has been saved, or the disk has refused it."""
        self.retry()
        if self._writing is not None:
            await asyncio.wait({self._writing})

    async def _write(self) -> None:
        try:
            while self._unsaved:
                batch = tuple(self._unsaved.values())
                try:
                    await self._storage.run(self._save, batch)
                except StorageError as exc:
                    self._refuse(exc)
                    return
                self._is_refused = False
                self._note_saved(batch)
        finally:
            self._writing = None

    def _note_saved(self, saved: Sequence[StoredTransfer]) -> None:
        for stored in saved:
            if self._unsaved.get(stored.transfer.id) is stored:
                del self._unsaved[stored.transfer.id]
        if any(stored.transfer.is_final for stored in saved):
            self._ended()

    def _refuse(self, error: StorageError) -> None:
        if not self._is_refused:
            self._is_refused = True
            self._failed(error)
