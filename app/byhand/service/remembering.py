"""What was exchanged with a friend, remembered by file: it need not be sent a second time."""

import logging
import os
from collections.abc import Callable, Generator, Sequence
from pathlib import Path

from byhand.domain.plan import StoredTransfer
from byhand.domain.root_chunks import RootChunks
from byhand.errors import CorruptStoreError, StorageError
from byhand.service.rechecking import HandedFile, handed_files
from byhand.service.stepping import run_in_steps
from byhand.service.surroundings import Surroundings
from byhand.storage.exchange_store import ExchangedFile
from byhand.storage.source import present_stamp

logger = logging.getLogger(__name__)

FILES_AT_ONCE = 2_000
CLOCKS_APART_SECONDS = 60.0
"""So much later than our clock may say a disk elsewhere may date what it keeps."""


async def remember_exchanged(stored: StoredTransfer, around: Surroundings) -> None:
    """Remember the files of a transfer that has ended; raises StorageError.

    Only those that are still what they were, as far as their stamps tell. If the program ends
    before that is done, or the disk refuses, all of it is left to the next start.
    """
    exchanges = around.memory.exchanges
    if not stored.transfer.is_text and stored.plan.manifest is not None:
        await _remember_files(stored, around)
    if not exchanges.is_stopping:
        await exchanges.mark_remembered(stored.transfer.id)


async def remember_leftovers(around: Surroundings) -> None:
    """Remember what earlier runs have left, transfer after transfer; raises StorageError.

    What the disk refuses is tried again at the next start; so is a transfer that cannot be read.
    """
    memory = around.memory
    for transfer_id in await memory.exchanges.unremembered():
        if memory.exchanges.is_stopping:
            return
        try:
            stored = await memory.ended(transfer_id)
            if stored is not None:
                await remember_exchanged(stored, around)
        except StorageError as exc:
            logger.warning("what was exchanged is not remembered yet: %s", exc.reason)


async def _remember_files(stored: StoredTransfer, around: Surroundings) -> None:
    memory, friend_id = around.memory, stored.transfer.friend_id
    exchanges = memory.exchanges
    roots = await memory.roots_of(stored.transfer.id)
    found: list[ExchangedFile] = []

    async def goes_on() -> bool:
        if len(found) >= FILES_AT_ONCE and not exchanges.is_stopping:
            await exchanges.remember(friend_id, found)
            found.clear()
        return not exchanges.is_stopping

    spool = memory.spool_of(stored.transfer)
    steps = _exchanged(stored, spool, roots, lambda: exchanges.is_stopping)
    await run_in_steps(around.disk, steps, lambda some: _gather(some, found), goes_on)
    if found and not exchanges.is_stopping:
        await exchanges.remember(friend_id, found)


def _exchanged(
    stored: StoredTransfer, spool: Path, roots: RootChunks, is_stopping: Callable[[], bool]
) -> Generator[ExchangedFile | None, None, None]:
    """Yield each file, or None for one that is another now; nothing without a whole manifest."""
    if not roots or not os.path.exists(spool):
        return
    latest_ns = int((stored.transfer.ended_at + CLOCKS_APART_SECONDS) * 10**9)
    try:
        for file in handed_files(stored, spool, roots):
            if is_stopping():
                return
            yield _as_exchanged(file, latest_ns)
    except CorruptStoreError as exc:
        logger.warning("what was exchanged cannot be remembered: %s", exc.reason)


def _as_exchanged(file: HandedFile, latest_ns: int) -> ExchangedFile | None:
    """Return a file as it is now; None if it was changed since, for all that can be seen.

    What was sent has the stamp with which it was offered. What came has none: it was last
    changed before the transfer ended.
    """
    stamp = present_stamp(file.local_path)
    if stamp is None or stamp.size != file.size:
        return None
    is_same = stamp.ctime_ns <= latest_ns if file.stamp is None else stamp == file.stamp
    return ExchangedFile(file.root, file.local_path, stamp) if is_same else None


def _gather(some: Sequence[ExchangedFile | None], found: list[ExchangedFile]) -> None:
    found.extend(each for each in some if each is not None)
