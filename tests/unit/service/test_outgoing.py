"""An outgoing transfer driven by messages, with a session that only records."""

import asyncio
from pathlib import Path

import pytest

from byhand.domain.codes import Code
from byhand.domain.transfer import Direction, Transfer, TransferId, TransferState
from byhand.engine.lane_orders import Push
from byhand.engine.reports import LaneEnded, RootKnown, SourceFailed
from byhand.protocol.messages import (
    Answer,
    Entries,
    FileRow,
    Files,
    FileState,
    Finished,
    Need,
    Offer,
    Sent,
    Source,
    Verdict,
    Want,
    Withdraw,
)
from byhand.protocol.receipt import Delivery, sign_receipt
from byhand.service.friend_session import SessionEnded
from byhand.service.outgoing import Outgoing
from byhand.service.sending import NUMBERS_LIMIT
from byhand.service.surroundings import CancelOrder, SessionReady, Tick
from tests.helpers.connection_pair import ALICE, BOB
from tests.helpers.lanes import write_tree
from tests.helpers.transfer_parts import Around, FakeLane, FakeSession, settled

_S = TransferState
ID = TransferId(bytes(16))


class World:
    """One outgoing transfer of Bob's to Alice."""

    def __init__(self, *paths: Path) -> None:
        self.around = Around()
        self.session = FakeSession()
        transfer = Transfer(ID, Direction.OUTGOING, ALICE.friend_id, "x", _S.SCANNING, 0.0)
        self.around.queue.add(transfer)
        self.outgoing = Outgoing(
            transfer,
            ALICE.keys.ed25519,
            [str(path) for path in paths],
            self.session.real,
            self.around.real,
        )
        self.run = asyncio.get_running_loop().create_task(self.outgoing.run())

    @property
    def transfer(self) -> Transfer:
        transfer = self.around.queue.get(ID)
        assert transfer is not None
        return transfer

    def state(self) -> TransferState:
        return self.transfer.state

    async def hear(self, *events: object) -> None:
        for event in events:
            self.outgoing.put(event)
        await settled()

    async def accepted(self) -> FakeLane:
        """Go on to where everything was wished for and a lane is there."""
        await settled()
        (end,) = [each.end for each in self.session.posted_of(Entries) if each.end]
        lane = self.session.lanes.lane = FakeLane(0)
        self.session.lanes.open_lanes.add(0)
        answer = Answer(transfer_id=ID, verdict=Verdict.ACCEPT, digest=end.digest)
        await self.hear(answer, Need(transfer_id=ID, epoch=1))
        assert self.transfer.state is _S.ACTIVE
        return lane

    def receipt(self, roots: dict[int, bytes]) -> Finished:
        (end,) = [each.end for each in self.session.posted_of(Entries) if each.end]
        delivery = Delivery(ID, BOB.friend_id, ALICE.friend_id, end.digest, roots)
        return Finished(
            transfer_id=ID, ok=len(roots), bad=0, receipt=sign_receipt(ALICE, delivery, 1)
        )

    async def close(self) -> None:
        await self.hear(CancelOrder())
        await self.run


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return write_tree(tmp_path / "from", [10, 20, 0])


async def test_an_offer_comes_first_then_its_entries_then_their_end(source: Path) -> None:
    world = World(source)
    await settled()
    kinds = [type(message) for message in world.session.posted]
    assert kinds[0] is Offer
    assert set(kinds[1:]) == {Entries}
    rows = [row.components for each in world.session.posted_of(Entries) for row in each.entries]
    assert len(rows) == 4
    assert world.state() is _S.OFFERED
    await world.close()
    assert world.session.posted_of(Withdraw)
    assert not world.session.routed


async def test_finished_without_the_files_is_not_believed(source: Path) -> None:
    world = World(source)
    await world.accepted()
    await world.hear(world.receipt({}))
    assert world.state() is not _S.DONE
    assert world.transfer.done_files == 0


async def test_finished_with_a_receipt_over_other_bytes_is_not_believed(source: Path) -> None:
    world = World(source)
    await world.accepted()
    rows = [FileRow(entry, FileState.FINISHED, Code.OK) for entry in (1, 2, 3)]
    await world.hear(Files(transfer_id=ID, rows=rows), world.receipt({1: bytes(32)}))
    assert (world.transfer.state, world.transfer.code) == (_S.FAILED, Code.HASH_MISMATCH)


async def test_an_answer_to_another_manifest_ends_the_session(source: Path) -> None:
    world = World(source)
    await settled()
    await world.hear(Answer(transfer_id=ID, verdict=Verdict.ACCEPT, digest=bytes(32)))
    assert world.session.failures
    assert world.state() is _S.FAILED


async def test_an_answer_before_the_end_of_the_entries_ends_the_session(source: Path) -> None:
    world = World(source)
    world.outgoing.put(Answer(transfer_id=ID, verdict=Verdict.ACCEPT, digest=bytes(32)))
    await settled()
    assert world.session.failures


@pytest.mark.parametrize("is_early", [True, False])
async def test_a_busy_friend_is_asked_again_later(source: Path, is_early: bool) -> None:
    world = World(source)
    if not is_early:
        await settled()
    busy = Answer(transfer_id=ID, verdict=Verdict.DECLINE, code=Code.BUSY)
    await world.hear(busy)
    assert world.state() is _S.QUEUED
    assert world.around.offered_next == [], "it would be refused again at once"
    assert world.around.real.refusals.is_waiting(ALICE.friend_id)
    assert not world.session.routed
    await world.hear(SessionReady(world.session.real))
    assert world.state() is _S.OFFERED
    assert len(world.session.posted_of(Offer)) == 2
    await world.close()


async def test_a_session_that_has_just_ended_is_not_offered_to(source: Path) -> None:
    world = World(source)
    await settled()
    await world.hear(SessionEnded(Code.OK))
    assert world.state() is _S.QUEUED
    world.session.is_ready = False
    await world.hear(SessionReady(world.session.real))
    assert world.state() is _S.QUEUED
    assert len(world.session.posted_of(Offer)) == 1
    await world.close()


async def test_a_wish_that_comes_twice_is_served_once(source: Path) -> None:
    world = World(source)
    lane = await world.accepted()
    await world.hear(Need(transfer_id=ID, epoch=1), Need(transfer_id=ID, epoch=1))
    assert len(lane.orders) == 1
    await world.hear(Need(transfer_id=ID, epoch=2, wants=[]))
    assert [order.epoch for order in lane.orders] == [1, 2]
    await world.close()


async def test_a_wish_without_end_ends_the_session(source: Path) -> None:
    world = World(source)
    await world.accepted()
    wants = [Want(1, [0, 1] * 8000)]
    part = Need(transfer_id=ID, epoch=2, wants=wants, more=True)
    for _ in range(NUMBERS_LIMIT // 16_000 + 2):
        world.outgoing.put(part)
    await settled()
    assert world.session.failures
    assert world.state() is _S.FAILED


async def test_a_lane_that_died_before_it_was_used_is_not_waited_for(source: Path) -> None:
    world = World(source)
    await settled()
    (end,) = [each.end for each in world.session.posted_of(Entries) if each.end]
    world.session.lanes.lane = FakeLane(0)  # but it is not open any more
    answer = Answer(transfer_id=ID, verdict=Verdict.ACCEPT, digest=end.digest)
    await world.hear(answer, Need(transfer_id=ID, epoch=1))
    (sent,) = world.session.posted_of(Sent)
    assert (sent.epoch, sent.lanes) == (1, [(0, 0)])
    await world.close()


async def test_a_lane_that_ends_lets_the_receiver_ask_again(source: Path) -> None:
    world = World(source)
    await world.accepted()
    await world.hear(LaneEnded(0, None))
    assert world.session.posted_of(Sent)
    fresh = world.session.lanes.lane = FakeLane(2)
    world.session.lanes.open_lanes = {2}
    await world.hear(Need(transfer_id=ID, epoch=2))
    assert [type(order) for order in fresh.orders] == [Push]
    await world.close()


async def test_lost_sources_are_told_together_and_before_the_roots(source: Path) -> None:
    world = World(source)
    await world.accepted()
    await world.hear(
        RootKnown(0xFFFFFFFE, 0, 0, bytes(32)),
        *(SourceFailed(entry, Code.SOURCE_GONE) for entry in (1, 2)),
        Tick(),
    )
    kinds = [type(message).__name__ for message in world.session.posted]
    assert kinds[-2:] == ["Source", "Roots"]
    assert len(world.session.posted_of(Source)) == 1
    assert world.transfer.failed_files == 2
    await world.close()


async def test_a_folder_cannot_be_finished(source: Path) -> None:
    world = World(source)
    await world.accepted()
    rows = [FileRow(0, FileState.FINISHED, Code.OK)]
    await world.hear(Files(transfer_id=ID, rows=rows))
    assert world.session.failures
