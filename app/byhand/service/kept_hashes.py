"""Piece hashes of our own files on the disk: looked up by whoever needs them, kept in batches."""

import logging
import threading
from collections.abc import Sequence

from byhand.engine.hash_cache import HashCache
from byhand.errors import StorageError
from byhand.service.worker import Worker
from byhand.storage.hash_store import FileHashes, HashStore
from byhand.storage.source import FileStamp

logger = logging.getLogger(__name__)

PENDING_BYTES = 32 * 1024 * 1024
"""How many bytes of hashes wait for the disk; those of further files are computed again."""
_ROW_BYTES = 256


class KeptHashes:
    """Lets lanes and workers ask the storage thread; a disk that refuses costs only time."""

    def __init__(self, store: HashStore, storage: Worker) -> None:
        self.cache = HashCache(self._lookup, self._keep)
        self._store = store
        self._storage = storage
        self._pending: list[tuple[FileStamp, FileHashes]] = []
        self._pending_bytes = 0
        self._lock = threading.Lock()

    @property
    def is_pending(self) -> bool:
        """Say whether something waits to be saved."""
        return bool(self._pending)

    async def save(self) -> None:
        """Have on the disk what was kept so far."""
        with self._lock:
            pending, self._pending, self._pending_bytes = self._pending, [], 0
        if pending:
            try:
                await self._storage.run(self._store.keep_many, pending)
            except StorageError as exc:
                logger.warning("hashes of files are not kept: %s", exc.reason)

    def _lookup(self, stamps: Sequence[FileStamp]) -> Sequence[FileHashes | None]:
        """Wait for the storage thread: never on the loop."""
        try:
            return self._storage.call(self._store.lookup_many, stamps)
        except StorageError as exc:
            logger.warning("hashes of files cannot be looked up: %s", exc.reason)
            return [None] * len(stamps)

    def _keep(self, files: Sequence[tuple[FileStamp, FileHashes]]) -> None:
        with self._lock:
            for stamp, hashes in files:
                if self._pending_bytes < PENDING_BYTES:
                    self._pending.append((stamp, hashes))
                    self._pending_bytes += len(hashes.pieces) + _ROW_BYTES
