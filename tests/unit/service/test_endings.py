import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from byhand.domain.codes import Code
from byhand.domain.identity import FriendId
from byhand.domain.journal import EntryOutcome, JournalBatch
from byhand.domain.plan import IncomingPlan, OutgoingPlan, StoredTransfer
from byhand.domain.transfer import Direction, EntryState, Transfer, TransferId, TransferState
from byhand.errors import StorageError
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
from byhand.protocol.resume_messages import Phase, Role, SyncRow
from byhand.service.endings import Endings
from tests.helpers.connection_pair import ALICE, EVE
from tests.helpers.transfer_parts import Around, FakeSession, Storage, settled, storage_in

_S = TransferState
ID = TransferId(bytes(16))
RECEIPT = bytes(range(72))
ROW = SyncRow(ID, Role.SENDER, Phase.ACCEPTED, bytes(32), 1, False)
NOT_FOUND = ErrorReport(about=SYNC_TYPE, transfer_id=ID, code=Code.NOT_FOUND)


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[Storage]:
    with storage_in(tmp_path) as storage:
        yield storage


class World:
    def __init__(self, storage: Storage) -> None:
        self.storage = storage
        self.around = Around(storage)
        self.endings = Endings(self.around.keeping, storage.memory)

    async def said(self, friend_id: FriendId = ALICE.friend_id) -> list[object]:
        """Return what a friend hears who has it unfinished."""
        session = FakeSession(friend_id)
        await self.endings.answer_all(session.real, [ROW])
        return list(session.posted)

    async def end(self, stored: StoredTransfer) -> None:
        await self.around.keeping.kept(stored)


def incoming(
    state: TransferState, code: Code = Code.OK, receipt: bytes = b"", *, by_me: bool = False
) -> StoredTransfer:
    transfer = Transfer(
        ID,
        Direction.INCOMING,
        ALICE.friend_id,
        "x",
        state,
        0.0,
        code=code,
        ended_at=1.0 if state is not _S.ACTIVE else 0.0,
        done_files=3,
        failed_files=1,
        ended_by_me=by_me,
    )
    return StoredTransfer(transfer, IncomingPlan(lost=2), receipt)


def outgoing(state: TransferState, code: Code = Code.OK) -> StoredTransfer:
    transfer = Transfer(
        ID, Direction.OUTGOING, ALICE.friend_id, "x", state, 0.0, code=code, ended_at=1.0
    )
    return StoredTransfer(transfer, OutgoingPlan((b"/x",)))


async def test_what_has_arrived_is_said_again_as_it_was(storage: Storage) -> None:
    world = World(storage)
    await world.end(incoming(_S.DONE, receipt=RECEIPT))
    assert await world.said() == [Finished(transfer_id=ID, ok=3, bad=2, receipt=RECEIPT)]


async def test_files_that_the_receipt_does_not_speak_of_are_said_before_it(
    storage: Storage,
) -> None:
    world = World(storage)
    await world.end(incoming(_S.ACTIVE))
    outcomes = (
        EntryOutcome(1, EntryState.DONE, root=bytes([1]) * 32),
        EntryOutcome(2, EntryState.FAILED, Code.HASH_MISMATCH),
        EntryOutcome(4, EntryState.CANCELLED, Code.CANCELLED),
    )
    storage.worker.call(storage.database.journals.record, JournalBatch(ID, outcomes=outcomes))
    await world.end(incoming(_S.PARTLY_DONE, receipt=RECEIPT))
    files, finished = await world.said()
    assert isinstance(files, Files)
    assert files.rows == [
        FileRow(2, FileState.FAILED, Code.HASH_MISMATCH),
        FileRow(4, FileState.CANCELLED, Code.CANCELLED),
    ]
    assert isinstance(finished, Finished)


async def test_declining_is_said_again(storage: Storage) -> None:
    world = World(storage)
    await world.end(incoming(_S.DECLINED, Code.DECLINED, by_me=True))
    assert await world.said() == [
        Answer(transfer_id=ID, verdict=Verdict.DECLINE, code=Code.DECLINED)
    ]


@pytest.mark.parametrize(
    ("stored", "code"),
    [
        (incoming(_S.CANCELLED, Code.CANCELLED), Code.CANCELLED),
        (incoming(_S.EXPIRED, Code.EXPIRED), Code.EXPIRED),
        (incoming(_S.FAILED, Code.DISK_ERROR), Code.DISK_ERROR),
        (outgoing(_S.WITHDRAWN, Code.CANCELLED), Code.CANCELLED),
        (outgoing(_S.DONE), Code.CANCELLED),
    ],
)
async def test_everything_else_is_over_for_a_reason(
    storage: Storage, stored: StoredTransfer, code: Code
) -> None:
    world = World(storage)
    await world.end(stored)
    assert await world.said() == [Cancel(transfer_id=ID, code=code)]


async def test_what_is_not_known_or_not_theirs_is_not_found(storage: Storage) -> None:
    world = World(storage)
    assert await world.said() == [NOT_FOUND]
    await world.end(incoming(_S.DONE, receipt=RECEIPT))
    assert await world.said(EVE.friend_id) == [NOT_FOUND]


async def test_an_end_that_is_not_on_the_disk_yet_is_known(storage: Storage) -> None:
    world = World(storage)
    storage.worker.refusal = StorageError(Path("/full"))
    world.around.keeping.keep(incoming(_S.CANCELLED, Code.CANCELLED))
    await settled()
    assert await world.said() == [Cancel(transfer_id=ID, code=Code.CANCELLED)]
    assert await world.said(EVE.friend_id) == [NOT_FOUND]
    storage.worker.refusal = None


async def test_an_end_is_known_when_the_history_has_been_cleared(storage: Storage) -> None:
    world = World(storage)
    await world.end(incoming(_S.DONE, receipt=RECEIPT))
    await storage.memory.delete(ID)
    assert storage.stored(ID) is None
    assert await world.said() == [Finished(transfer_id=ID, ok=3, bad=2, receipt=RECEIPT)]


async def test_nothing_is_said_to_a_session_that_is_over(storage: Storage) -> None:
    world = World(storage)
    session = FakeSession(ended_with=Code.OK)
    await asyncio.wait_for(world.endings.answer_all(session.real, [ROW] * 1000), 60)
    assert session.posted == []
