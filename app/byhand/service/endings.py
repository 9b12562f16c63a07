"""What is said of a transfer that only the other side still has unfinished (PROTOCOL.md, §11)."""

from collections.abc import Awaitable, Callable

from byhand.domain.codes import Code
from byhand.domain.plan import StoredTransfer
from byhand.domain.transfer import Direction, TransferId, TransferState
from byhand.protocol.message import Message
from byhand.protocol.message_types import SYNC_TYPE
from byhand.protocol.messages import Answer, Cancel, ErrorReport, Finished, Verdict
from byhand.protocol.resume_messages import SyncRow
from byhand.service.friend_session import FriendSession

Find = Callable[[TransferId], Awaitable[StoredTransfer | None]]
"""Returns a transfer that has ended, if it is remembered."""


class Endings:
    """Repeats how a transfer ended."""

    def __init__(self, find: Find) -> None:
        self._find = find

    async def answer(self, session: FriendSession, theirs: SyncRow) -> None:
        """Tell a friend what became of a transfer; raises StorageError."""
        stored = await self._find(theirs.transfer_id)
        is_with_them = stored is not None and stored.transfer.friend_id == session.friend_id
        session.post(_word_on(theirs, stored if is_with_them else None))


def _word_on(theirs: SyncRow, stored: StoredTransfer | None) -> Message:
    transfer_id = theirs.transfer_id
    if stored is None or not stored.transfer.is_final:
        return ErrorReport(about=SYNC_TYPE, transfer_id=transfer_id, code=Code.NOT_FOUND)
    transfer = stored.transfer
    if transfer.direction is Direction.INCOMING:
        if stored.receipt:
            return Finished(
                transfer_id=transfer_id,
                ok=transfer.done_files,
                bad=transfer.failed_files,
                receipt=stored.receipt,
            )
        if transfer.state is TransferState.DECLINED:
            return Answer(transfer_id=transfer_id, verdict=Verdict.DECLINE, code=Code.DECLINED)
    return Cancel(transfer_id=transfer_id, code=transfer.code or Code.CANCELLED)
