from collections.abc import Iterator
from pathlib import Path

import pytest

from byhand.domain.codes import Code
from byhand.domain.events import Event, TransferChanged
from byhand.domain.plan import IncomingPlan, OutgoingPlan, SpoolDigest
from byhand.domain.transfer import Direction, FileProblem, Transfer, TransferId, TransferState
from byhand.errors import LocalProtocolError
from byhand.service.queue import Queue
from byhand.service.row import SHOWN_PROBLEMS, Row
from tests.helpers.connection_pair import ALICE
from tests.helpers.transfer_parts import Around, Storage, settled, storage_in

_S = TransferState
ID = TransferId(bytes(16))


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[Storage]:
    with storage_in(tmp_path) as storage:
        yield storage


@pytest.fixture
async def around(storage: Storage) -> Around:
    return Around(storage)


def outgoing(around: Around, state: TransferState = _S.ACTIVE) -> Row[OutgoingPlan]:
    transfer = Transfer(ID, Direction.OUTGOING, ALICE.friend_id, "x", state, 0.0)
    return around.row(transfer, OutgoingPlan((b"/x",)))


def incoming(around: Around, state: TransferState) -> Row[IncomingPlan]:
    transfer = Transfer(ID, Direction.INCOMING, ALICE.friend_id, "x", state, 0.0)
    return around.row(transfer, IncomingPlan())


@pytest.mark.parametrize(
    ("is_here", "blocked", "by_me", "by_friend", "state"),
    [
        (True, Code.OK, False, False, _S.ACTIVE),
        (True, Code.DISK_FULL, False, False, _S.BLOCKED),
        (False, Code.OK, False, False, _S.STALLED),
        (False, Code.DISK_FULL, False, False, _S.STALLED),
        (True, Code.DISK_FULL, False, True, _S.PAUSED),
        (False, Code.OK, True, False, _S.PAUSED),
    ],
)
async def test_of_several_reasons_to_wait_the_users_own_is_shown(
    around: Around,
    is_here: bool,
    blocked: Code,
    by_me: bool,
    by_friend: bool,
    state: TransferState,
) -> None:
    row = outgoing(around)
    is_held = row.hold(is_here=is_here, blocked=blocked, by_me=by_me, by_friend=by_friend)
    assert is_held is (state is not _S.ACTIVE)
    assert (row.state, row.now.code) == (state, blocked)
    assert (row.now.paused_by_me, row.now.paused_by_friend) == (by_me, by_friend)


async def test_who_holds_it_stays_so_until_they_say_otherwise(around: Around) -> None:
    row = outgoing(around)
    row.hold(is_here=True, blocked=Code.OK, by_me=True, by_friend=True)
    assert row.hold(is_here=True, blocked=Code.OK, by_me=False)
    assert (row.now.paused_by_me, row.now.paused_by_friend) == (False, True)
    assert not row.hold(is_here=True, blocked=Code.OK, by_friend=False)
    assert row.state is _S.ACTIVE


async def test_holding_is_one_change_for_everybody_who_watches(around: Around) -> None:
    row = outgoing(around)
    around.events.clear()
    row.hold(is_here=True, blocked=Code.OK, by_me=True)
    (event,) = around.events
    assert isinstance(event, TransferChanged)
    assert (event.transfer.state, event.transfer.paused_by_me) == (_S.PAUSED, True)


async def test_what_is_closing_stays_so_unless_it_is_held(around: Around) -> None:
    row = outgoing(around, _S.CLOSING)
    assert (row.hold(is_here=True, blocked=Code.OK), row.now.state) == (False, _S.CLOSING)
    assert (row.hold(is_here=False, blocked=Code.OK), row.now.state) == (True, _S.STALLED)


async def test_what_is_being_saved_goes_on_unless_the_disk_refuses(around: Around) -> None:
    row = incoming(around, _S.FINALIZING)
    row.hold(is_here=False, blocked=Code.OK, by_me=True)
    assert (row.state, row.now.paused_by_me) == (_S.FINALIZING, True)
    row.hold(is_here=True, blocked=Code.DISK_FULL, by_me=False)
    assert row.state is _S.BLOCKED


async def test_room_that_is_missing_is_forgotten_once_there_is_some(around: Around) -> None:
    row = outgoing(around)
    row.hold(is_here=True, blocked=Code.DISK_FULL)
    row.update(missing_bytes=100)
    row.hold(is_here=True, blocked=Code.DISK_FULL)
    assert row.now.missing_bytes == 100
    row.hold(is_here=True, blocked=Code.OK)
    assert row.now.missing_bytes == 0


async def test_every_change_is_on_the_disk(storage: Storage, around: Around) -> None:
    row = outgoing(around)
    row.update(title="another")
    row.replan(OutgoingPlan((b"/x",), is_accepted=True))
    await settled()
    stored = storage.stored(ID)
    assert stored is not None
    assert stored == row.stored
    assert (stored.transfer.title, stored.plan) == ("another", row.plan)


async def test_an_offer_that_is_not_complete_is_not_kept(storage: Storage, around: Around) -> None:
    row = incoming(around, _S.OFFERED)
    row.update(total_files=3)
    row.end(_S.WITHDRAWN, Code.CONNECTION_LOST)
    await settled()
    assert storage.stored(ID) is None
    assert not row.is_kept


@pytest.mark.parametrize("is_complete", [True, False])
async def test_an_offer_that_is_complete_or_was_answered_is_kept(
    storage: Storage, around: Around, is_complete: bool
) -> None:
    row = incoming(around, _S.OFFERED)
    if is_complete:
        row.replan(IncomingPlan(SpoolDigest(1, 1, bytes(32)), bytes(32)))
    else:
        row.end(_S.DECLINED, Code.DECLINED, by_me=True)
    await settled()
    assert storage.stored(ID) is not None


async def test_what_has_ended_stays_as_it_ended(around: Around) -> None:
    row = outgoing(around)
    row.end(_S.CANCELLED, Code.CANCELLED, by_me=True)
    row.end(_S.FAILED, Code.INTERNAL)
    assert (row.state, row.now.code, row.now.ended_by_me) == (_S.CANCELLED, Code.CANCELLED, True)
    assert row.now.ended_at > 0


async def test_who_is_told_of_a_change_finds_the_row_as_they_are_told(around: Around) -> None:
    seen: list[tuple[TransferState, TransferState]] = []

    def tell(event: Event) -> None:
        if isinstance(event, TransferChanged):
            seen.append((event.transfer.state, row.state))

    around.queue = Queue(tell)
    row = outgoing(around)
    row.update(done_files=1)
    row.end(_S.DONE)
    assert seen == [(_S.ACTIVE, _S.ACTIVE), (_S.DONE, _S.DONE)]


async def test_an_end_is_on_the_disk_before_anybody_is_told(
    storage: Storage, around: Around
) -> None:
    row = incoming(around, _S.FINALIZING)
    row.receipt = bytes(72)
    around.events.clear()
    await row.keep_end(_S.DONE, Code.OK)
    stored = storage.stored(ID)
    assert stored is not None
    assert (stored.transfer.state, stored.receipt) == (_S.DONE, bytes(72))
    assert around.events == []
    row.end(_S.DONE)
    assert row.state is _S.DONE


async def test_the_table_is_kept(around: Around) -> None:
    row = outgoing(around, _S.SCANNING)
    with pytest.raises(LocalProtocolError):
        row.move(_S.CLOSING)
    assert row.state is _S.SCANNING


async def test_problems_are_counted_and_some_are_shown(around: Around) -> None:
    row = outgoing(around)
    row.add_problems([FileProblem(f"{n}", Code.SOURCE_GONE) for n in range(SHOWN_PROBLEMS - 1)])
    row.add_problems([FileProblem(f"{n}", Code.DENIED) for n in range(3)], unnamed=1000)
    assert row.now.failed_files == SHOWN_PROBLEMS + 1002
    assert len(row.now.problems) == SHOWN_PROBLEMS
    assert row.now.problems[-1].code is Code.DENIED
