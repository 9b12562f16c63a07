"""What was exchanged with a friend, remembered by file: it need not be sent a second time."""

from collections.abc import Generator, Iterable, Sequence

from byhand.domain.plan import StoredTransfer
from byhand.service.rechecking import HandedFile, handed_files
from byhand.service.stepping import run_in_steps
from byhand.service.surroundings import Surroundings
from byhand.storage.exchange_store import ExchangedFile
from byhand.storage.source import present_stamp

FILES_AT_ONCE = 2_000


async def remember_exchanged(stored: StoredTransfer, around: Surroundings) -> None:
    """Remember the files of a transfer that has ended; raises StorageError.

    Only those that are still what they were, as far as their stamps tell.
    """
    memory, friend_id = around.memory, stored.transfer.friend_id
    if stored.transfer.is_text or stored.plan.manifest is None:
        return
    roots = await memory.roots_of(stored.transfer.id)
    found: list[ExchangedFile] = []

    async def goes_on() -> bool:
        if len(found) >= FILES_AT_ONCE:
            await memory.exchanges.remember(friend_id, found)
            found.clear()
        return not memory.exchanges.is_stopping

    files = handed_files(stored, memory.spool_of(stored.transfer), roots)
    await run_in_steps(around.disk, _exchanged(files), lambda some: _gather(some, found), goes_on)
    if found:
        await memory.exchanges.remember(friend_id, found)


def _exchanged(files: Iterable[HandedFile]) -> Generator[ExchangedFile | None, None, None]:
    for file in files:
        stamp = present_stamp(file.local_path)
        is_same = stamp is not None and stamp.size == file.size
        if stamp is None or not is_same or file.stamp not in (None, stamp):
            yield None
        else:
            yield ExchangedFile(file.root, file.local_path, stamp)


def _gather(some: Sequence[ExchangedFile | None], found: list[ExchangedFile]) -> None:
    found.extend(each for each in some if each is not None)
