"""What is said of a transfer that only the other side still has unfinished (PROTOCOL.md, §19)."""

from collections.abc import Iterable, Iterator

from byhand.domain.codes import Code
from byhand.domain.history import Ending, ending_of
from byhand.domain.identity import FriendId
from byhand.domain.journal import EntryOutcome
from byhand.domain.transfer import Direction, EntryState, TransferId, TransferState
from byhand.protocol.codec import batches
from byhand.protocol.message import Message
from byhand.protocol.message_types import SYNC_TYPE
from byhand.protocol.messages import (
    Answer,
    Cancel,
    ErrorReport,
    FileRow,
    Files,
    FileState,
    Finished,
    Verdict,
)
from byhand.protocol.resume_messages import SyncRow
from byhand.service.friend_session import FriendSession
from byhand.service.keeping import Keeping
from byhand.service.transfer_memory import TransferMemory

_FILE_STATES = {
    EntryState.FAILED: FileState.FAILED,
    EntryState.CANCELLED: FileState.CANCELLED,
}


class Endings:
    """Repeats how a transfer ended."""

    def __init__(self, keeping: Keeping, memory: TransferMemory) -> None:
        self._keeping = keeping
        self._memory = memory

    async def answer_all(self, session: FriendSession, rows: Iterable[SyncRow]) -> None:
        """Tell a friend what became of transfers; raises StorageError.

        One after the other, as fast as the friend listens: they may list thousands.
        """
        for row in rows:
            if session.ended_with is not None:
                return
            await self._answer(session, row)
            await session.drain()

    async def _answer(self, session: FriendSession, theirs: SyncRow) -> None:
        transfer_id = theirs.transfer_id
        ending = await self._find(session.friend_id, transfer_id)
        if ending is None:
            session.post(ErrorReport(about=SYNC_TYPE, transfer_id=transfer_id, code=Code.NOT_FOUND))
            return
        if _has_arrived(ending):
            journal = await self._memory.load_journal(transfer_id)
            for message in _given_up(transfer_id, journal.outcomes):
                session.post(message)
        session.post(_word_on(ending))

    async def _find(self, friend_id: FriendId, transfer_id: TransferId) -> Ending | None:
        unsaved = self._keeping.unsaved(transfer_id)
        if unsaved is None:
            return await self._memory.ending(friend_id, transfer_id)
        is_theirs = unsaved.transfer.friend_id == friend_id
        return ending_of(unsaved) if is_theirs and unsaved.transfer.is_final else None


def _has_arrived(ending: Ending) -> bool:
    return ending.direction is Direction.INCOMING and bool(ending.receipt)


def _word_on(ending: Ending) -> Message:
    transfer_id = ending.transfer_id
    if _has_arrived(ending):
        return Finished(
            transfer_id=transfer_id,
            ok=ending.done_files,
            bad=ending.failed_files,
            receipt=ending.receipt,
        )
    if ending.direction is Direction.INCOMING and ending.state is TransferState.DECLINED:
        return Answer(transfer_id=transfer_id, verdict=Verdict.DECLINE, code=Code.DECLINED)
    return Cancel(transfer_id=transfer_id, code=ending.code or Code.CANCELLED)


def _given_up(transfer_id: TransferId, outcomes: Iterable[EntryOutcome]) -> Iterator[Message]:
    """Yield which files a receipt does not speak of: the sender may have forgotten."""
    rows = (
        FileRow(each.entry, _FILE_STATES[each.state], each.code)
        for each in outcomes
        if each.state in _FILE_STATES
    )
    for part in batches(rows):
        yield Files(transfer_id=transfer_id, rows=part)
