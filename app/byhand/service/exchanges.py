"""Which files were exchanged with which friend, by way of the storage thread."""

from collections.abc import Collection, Sequence

from byhand.domain.identity import FriendId
from byhand.domain.transfer import TransferId
from byhand.service.worker import Worker
from byhand.storage.exchange_store import ExchangedFile, ExchangeStore

LOOKED_AT = 50_000
"""How many files of a friend are looked at to find out what may be here, the newest first."""


class Exchanges:
    """Each friend's files, and no other's; everything raises StorageError."""

    def __init__(self, store: ExchangeStore, storage: Worker) -> None:
        self.is_stopping = False
        """Whether nothing more is to be remembered: the program ends."""
        self._store = store
        self._storage = storage

    async def sizes(self, friend_id: FriendId) -> frozenset[int]:
        """Return the sizes of a friend's files."""
        return await self._storage.run(self._store.sizes, friend_id)

    async def of_sizes(
        self, friend_id: FriendId, sizes: Collection[int]
    ) -> tuple[ExchangedFile, ...]:
        """Return a friend's newest files of some sizes."""
        return await self._storage.run(self._store.candidates, friend_id, sizes, LOOKED_AT)

    async def by_roots(
        self, friend_id: FriendId, roots: Collection[bytes]
    ) -> dict[bytes, tuple[ExchangedFile, ...]]:
        """Return a friend's files that have some roots."""
        return await self._storage.run(self._store.by_roots, friend_id, roots)

    async def remember(self, friend_id: FriendId, files: Sequence[ExchangedFile]) -> None:
        """Remember some files."""
        await self._storage.run(self._store.remember_exchanged, friend_id, files)

    async def unremembered(self) -> tuple[TransferId, ...]:
        """Return the ended transfers whose files are still to be remembered, the oldest first."""
        return await self._storage.run(self._store.unremembered)

    async def mark_remembered(self, transfer_id: TransferId) -> None:
        """Note that all files of a transfer are remembered, or that none can be."""
        await self._storage.run(self._store.mark_remembered, transfer_id)
