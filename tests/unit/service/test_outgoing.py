"""An outgoing transfer driven by messages, with sessions that only record."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from byhand.domain.bottleneck import Activity, Bottleneck
from byhand.domain.codes import Code
from byhand.domain.journal import Journal
from byhand.domain.manifest import EntryKind
from byhand.domain.pieces import PACK_INDEX
from byhand.domain.plan import OutgoingPlan, StoredTransfer
from byhand.domain.transfer import Direction, Transfer, TransferState
from byhand.engine.lane_orders import Drop, Push
from byhand.engine.proving import complete
from byhand.engine.reports import LaneEnded, RootKnown, SourceFailed
from byhand.protocol.message_types import SYNC_TYPE
from byhand.protocol.messages import (
    Answer,
    Cancel,
    Entries,
    ErrorReport,
    FileRow,
    Files,
    FileState,
    Need,
    Offer,
    Roots,
    Sent,
    Source,
    Status,
    Verdict,
    Want,
    Withdraw,
)
from byhand.protocol.resume_messages import Pause, Phase, Resume, Role
from byhand.service.offering import FRESH_SECONDS
from byhand.service.ourselves import TEXT
from byhand.service.surroundings import (
    CancelOrder,
    PauseOrder,
    Reported,
    ShutdownOrder,
    Synced,
    Tick,
)
from tests.helpers.connection_pair import ALICE
from tests.helpers.lanes import write_tree
from tests.helpers.outgoing_world import ID, World, not_listed, theirs
from tests.helpers.slowing import Busy
from tests.helpers.transfer_parts import (
    FakeLane,
    FakeSession,
    Storage,
    settled,
    storage_in,
)

_S = TransferState


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[Storage]:
    with storage_in(tmp_path) as storage:
        yield storage


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return write_tree(tmp_path / "from", [10, 20, 0])


# The offer


async def test_an_offer_comes_first_then_its_entries_then_their_end(
    storage: Storage, source: Path
) -> None:
    world = World(storage, source)
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


async def test_an_answer_to_another_manifest_ends_the_session(
    storage: Storage, source: Path
) -> None:
    world = World(storage, source)
    await settled()
    await world.hear(Answer(transfer_id=ID, verdict=Verdict.ACCEPT, digest=bytes(32)))
    assert world.session.failures
    assert world.state() is _S.FAILED
    await world.run


async def test_an_answer_before_the_end_of_the_entries_ends_the_session(
    storage: Storage, source: Path
) -> None:
    world = World(storage, source)
    world.outgoing.put(Answer(transfer_id=ID, verdict=Verdict.ACCEPT, digest=bytes(32)))
    await settled()
    assert world.session.failures
    await world.run


async def test_a_choice_of_what_was_not_offered_ends_the_session(
    storage: Storage, source: Path
) -> None:
    world = World(storage, source)
    await settled()
    answer = Answer(transfer_id=ID, verdict=Verdict.ACCEPT, digest=world.digest(), chosen=[3, 2])
    await world.hear(answer)
    assert world.session.failures
    await world.run


@pytest.mark.parametrize("is_early", [True, False])
async def test_a_busy_friend_is_asked_again_later(
    storage: Storage, source: Path, is_early: bool
) -> None:
    world = World(storage, source)
    if not is_early:
        await settled()
    busy = Answer(transfer_id=ID, verdict=Verdict.DECLINE, code=Code.BUSY)
    await world.hear(busy)
    assert world.state() is _S.QUEUED
    assert world.around.offered_next == [], "it would be refused again at once"
    assert world.around.real.refusals.is_waiting(ALICE.friend_id)
    assert not world.session.routed
    world.outgoing.promise(world.session.real)
    await settled()
    assert world.state() is _S.OFFERED
    assert len(world.session.posted_of(Offer)) == 2
    await world.close()


@pytest.mark.parametrize("is_here", [True, False])
async def test_a_text_is_offered_only_to_a_side_that_can_show_it(
    storage: Storage, tmp_path: Path, is_here: bool
) -> None:
    text = Transfer(
        ID, Direction.OUTGOING, ALICE.friend_id, "hello", _S.SCANNING, 0.0, is_text=True
    )
    plan = OutgoingPlan((bytes(tmp_path / "texts" / "1" / "hello.txt"),), text="hello")
    world = World(storage, tmp_path, is_here=is_here, stored=StoredTransfer(text, plan))
    await settled()
    if not is_here:
        assert world.state() is _S.QUEUED
        world.outgoing.promise(world.session.real)
    await world.run
    assert (world.state(), world.transfer.code) == (_S.FAILED, Code.UNSUPPORTED)
    assert world.session.posted == []
    assert world.session.failures == []


async def test_a_text_is_offered_to_a_side_that_can_show_it(
    storage: Storage, tmp_path: Path
) -> None:
    text = Transfer(
        ID, Direction.OUTGOING, ALICE.friend_id, "hello", _S.SCANNING, 0.0, is_text=True
    )
    plan = OutgoingPlan((bytes(tmp_path / "texts" / "1" / "hello.txt"),), text="hello")
    world = World(storage, tmp_path, is_here=False, stored=StoredTransfer(text, plan))
    await settled()
    world.session.capabilities = frozenset({TEXT})
    world.outgoing.promise(world.session.real)
    await settled()
    assert world.state() is _S.OFFERED
    (row,) = (row for each in world.session.posted_of(Entries) for row in each.entries)
    assert row.kind is EntryKind.TEXT
    await world.close()


async def test_a_session_that_has_just_ended_is_not_offered_to(
    storage: Storage, source: Path
) -> None:
    world = World(storage, source)
    await settled()
    await world.lose_session()
    assert world.state() is _S.QUEUED
    world.session.is_synced = False
    world.outgoing.promise(world.session.real)
    await settled()
    assert world.state() is _S.QUEUED
    assert len(world.session.posted_of(Offer)) == 1
    assert not world.outgoing.is_offering
    await world.close()


async def test_what_was_promised_counts_as_offered_until_it_is(
    storage: Storage, source: Path
) -> None:
    world = World(storage, source, is_here=False)
    await settled()
    assert world.state() is _S.QUEUED
    assert world.wishes() == (True, False)
    world.outgoing.promise(world.session.real)
    assert world.wishes() == (False, True), "it is not promised twice"
    await settled()
    assert world.state() is _S.OFFERED
    assert world.wishes() == (False, True)
    await world.close()


async def test_a_friend_who_comes_while_it_is_counted_is_offered_that_count(
    storage: Storage, source: Path
) -> None:
    world = World(storage, source, is_here=False)
    world.disk.let_go.clear()
    await settled()
    assert world.state() is _S.SCANNING
    assert world.wishes() == (True, False)
    world.outgoing.promise(world.session.real)
    await settled()
    assert world.session.posted_of(Offer), "it counts along"
    assert world.wishes() == (False, True)
    world.disk.let_go.set()
    await settled()
    assert world.state() is _S.OFFERED
    assert world.digest() == world.plan.digest
    assert world.counts() == 1
    await world.close()


async def test_a_friend_who_goes_and_comes_back_while_it_is_counted_hears_all_of_it(
    storage: Storage, source: Path
) -> None:
    world = World(storage, source)
    world.disk.let_go.clear()
    await settled()
    await world.lose_session()
    await world.meet_again(not_listed)
    await world.hear(ErrorReport(about=SYNC_TYPE, transfer_id=ID, code=Code.NOT_FOUND))
    world.outgoing.promise(world.session.real)
    await settled()
    world.disk.let_go.set()
    await settled()
    assert world.state() is _S.OFFERED
    assert sum(len(each.entries) for each in world.session.posted_of(Entries)) == 4
    assert world.counts() == 1
    await world.close()


async def test_what_was_counted_a_moment_ago_is_offered_as_it_is(
    storage: Storage, source: Path
) -> None:
    world = World(storage, source, is_here=False)
    await settled()
    digest = world.plan.digest
    world.around.now += FRESH_SECONDS
    world.outgoing.promise(world.session.real)
    await settled()
    assert world.state() is _S.OFFERED
    assert world.digest() == digest
    assert sum(len(each.entries) for each in world.session.posted_of(Entries)) == 4
    assert world.transfer.total_files == 3
    assert world.counts() == 1
    lane = await world.accepted()
    assert lane.ordered(Push)
    await world.close()


async def test_what_was_counted_longer_ago_is_counted_again(storage: Storage, source: Path) -> None:
    world = World(storage, source, is_here=False)
    await settled()
    (source / "more").write_bytes(b"new")
    world.around.now += FRESH_SECONDS + 1
    world.outgoing.promise(world.session.real)
    await settled()
    assert world.transfer.total_files == 4
    assert world.counts() == 2
    await world.close()


async def test_what_an_earlier_run_counted_is_counted_again(storage: Storage, source: Path) -> None:
    world = World(storage, source, is_here=False)
    await settled()
    await world.hear(ShutdownOrder())
    await world.run
    world = World(storage, source, is_here=False, stored=storage.stored(ID))
    await settled()
    assert world.state() is _S.QUEUED
    world.outgoing.promise(world.session.real)
    await settled()
    assert world.state() is _S.OFFERED
    assert world.counts() == 1
    await world.close()


async def test_a_friend_who_goes_before_the_whole_count_is_told_is_waited_for(
    storage: Storage, source: Path
) -> None:
    world = World(storage, source, is_here=False)
    await settled()
    world.session.is_slow = True
    world.outgoing.promise(world.session.real)
    await settled()
    assert world.state() is _S.SCANNING
    await world.lose_session()
    assert world.state() is _S.QUEUED
    assert not world.holds_open()
    world.session = FakeSession()
    world.outgoing.promise(world.session.real)
    await settled()
    assert world.state() is _S.OFFERED
    await world.close()


async def test_what_waits_for_its_friend_holds_no_file_open(storage: Storage, source: Path) -> None:
    world = World(storage, source)
    await settled()
    assert world.holds_open()
    await world.lose_session()
    assert not world.holds_open()
    await world.close()


async def test_accepting_makes_room_for_the_next_offer(storage: Storage, source: Path) -> None:
    world = World(storage, source)
    await world.accepted()
    assert ALICE.friend_id in world.around.offered_next
    await world.close()


async def test_nothing_to_send_takes_the_offer_back(storage: Storage, tmp_path: Path) -> None:
    world = World(storage, tmp_path / "not there")
    await settled()
    assert (world.state(), world.transfer.code) == (_S.FAILED, Code.SOURCE_GONE)
    assert world.session.posted_of(Withdraw)
    await world.run


# What is held


async def test_an_offer_is_held_and_let_go_for_both(storage: Storage, source: Path) -> None:
    world = World(storage, source)
    await settled()
    await world.hear(PauseOrder(is_paused=True))
    assert world.session.posted_of(Pause)
    await world.hear(Pause(transfer_id=ID))
    assert (world.transfer.paused_by_me, world.transfer.paused_by_friend) == (True, True)
    await world.hear(Answer(transfer_id=ID, verdict=Verdict.ACCEPT, digest=world.digest()))
    assert world.state() is _S.PAUSED
    await world.hear(PauseOrder(is_paused=False), Resume(transfer_id=ID))
    assert world.state() is _S.ACTIVE
    assert world.session.posted_of(Resume)
    await world.close()


async def test_nothing_is_pushed_while_it_is_held_or_the_friends_disk_is_full(
    storage: Storage, source: Path
) -> None:
    world = World(storage, source)
    lane = await world.accepted()
    await world.hear(Status(transfer_id=ID, written=0, blocked=Code.DISK_FULL))
    assert (world.state(), world.transfer.code) == (_S.BLOCKED, Code.DISK_FULL)
    assert lane.ordered(Drop)
    await world.hear(Need(transfer_id=ID, epoch=2))
    assert len(lane.ordered(Push)) == 1, "it was on the way when the disk was full"
    await world.hear(Status(transfer_id=ID, written=0), Need(transfer_id=ID, epoch=3))
    assert world.state() is _S.ACTIVE
    assert [order.epoch for order in lane.ordered(Push)] == [1, 3]
    await world.close()


# Wishes and lanes


async def test_a_wish_that_comes_twice_is_served_once(storage: Storage, source: Path) -> None:
    world = World(storage, source)
    lane = await world.accepted()
    await world.hear(Need(transfer_id=ID, epoch=1), Need(transfer_id=ID, epoch=1))
    assert len(lane.orders) == 1
    await world.hear(Need(transfer_id=ID, epoch=2, wants=[]))
    assert [order.epoch for order in lane.orders] == [1, 2]
    await world.close()


async def test_a_wish_for_what_was_not_offered_ends_the_session(
    storage: Storage, source: Path
) -> None:
    world = World(storage, source)
    await world.accepted()
    await world.hear(Need(transfer_id=ID, epoch=2, wants=[Want(4, [0, 1])]))
    assert world.session.failures
    assert world.state() is _S.FAILED
    await world.run


async def test_nothing_is_pushed_before_its_turn(storage: Storage, source: Path) -> None:
    world = World(storage, source)
    await settled()
    lane = world.give_lane(0)
    answer = Answer(transfer_id=ID, verdict=Verdict.ACCEPT, digest=world.digest())
    await world.hear(answer, Need(transfer_id=ID, epoch=1))
    assert world.outgoing.wants_turn
    assert lane.orders == []
    world.give_turn()
    await settled()
    assert len(lane.ordered(Push)) == 1
    await world.close()


async def test_both_sides_are_told_that_it_waits_for_its_turn(
    storage: Storage, source: Path
) -> None:
    world = World(storage, source)
    await world.accepted()

    def told() -> list[tuple[int, Code]]:
        return [(each.written, each.blocked) for each in world.session.posted_of(Status)]

    assert (told(), world.transfer.awaits_turn) == ([], False)
    for _ in range(2):
        world.outgoing.give_turn(has_turn=False)
    assert (told(), world.transfer.awaits_turn) == ([(0, Code.BUSY)], True)
    await world.outgoing.row.settled()
    stored = storage.stored(ID)
    assert stored is not None
    assert not stored.transfer.others_first, "whose turn it is holds for this run only"
    for _ in range(2):
        world.outgoing.give_turn(has_turn=True)
    assert (told(), world.transfer.awaits_turn) == ([(0, Code.BUSY), (0, Code.OK)], False)
    world.outgoing.give_turn(has_turn=False)
    await world.lose_session()
    world.outgoing.give_turn(has_turn=False)
    assert not world.transfer.others_first, "nothing is wished for any more"
    await world.close()


async def test_the_receiver_is_told_what_holds_us_up_when_that_changes(
    storage: Storage, source: Path
) -> None:
    world = World(storage, source)
    await world.accepted()
    busy = Busy(world.outgoing.row.slowing)

    async def told() -> list[tuple[int, Code]]:
        await world.hear(Tick(), Tick())
        statuses = world.session.posted_of(Status)
        return [(each.held_up_by, each.blocked) for each in statuses]

    assert await told() == []
    busy.go_on(Activity.DISK)
    assert await told() == [(2, Code.OK)]
    busy.go_on(Activity.WIRE)
    assert (await told())[1:] == [(1, Code.OK)]
    world.outgoing.give_turn(has_turn=False)
    assert (await told())[2:] == [(0, Code.BUSY)], "while others go it is not measured"
    await world.close()


async def test_what_slows_it_down_is_known_once_the_receiver_has_said_so(
    storage: Storage, source: Path
) -> None:
    world = World(storage, source)
    await world.accepted()
    Busy(world.outgoing.row.slowing).go_on(Activity.WIRE)
    assert world.around.queue.progress()[ID].bottleneck is None
    await world.hear(Status(transfer_id=ID, written=0, held_up_by=Activity.DISK))
    assert world.around.queue.progress()[ID].bottleneck is Bottleneck.DISK_THERE
    await world.lose_session()
    assert world.around.queue.progress()[ID].bottleneck is None
    await world.close()


async def test_what_the_receiver_has_kept_from_before_is_no_speed(
    storage: Storage, source: Path
) -> None:
    world = World(storage, source)
    await world.accepted()
    queue = world.around.queue
    await world.hear(Status(transfer_id=ID, written=500_000_000))
    queue.sample()
    assert queue.progress()[ID].bytes_per_second == 0
    await world.hear(Status(transfer_id=ID, written=500_000_010))
    queue.sample()
    assert queue.progress()[ID].bytes_per_second > 0
    await world.close()


async def test_what_has_ended_waits_for_no_turn(storage: Storage, source: Path) -> None:
    world = World(storage, source)
    await world.accepted()
    world.outgoing.give_turn(has_turn=False)
    await world.close()
    world.outgoing.give_turn(has_turn=False)
    assert world.state() is _S.CANCELLED
    assert not world.transfer.others_first


async def test_what_is_wished_for_while_the_manifest_is_opened_is_not_lost(
    storage: Storage, source: Path
) -> None:
    world = World(storage, source)
    await settled()
    lane = world.give_lane(0)
    world.give_turn()
    for event in (
        Answer(transfer_id=ID, verdict=Verdict.ACCEPT, digest=world.digest()),
        Need(transfer_id=ID, epoch=1),
        Cancel(transfer_id=ID, entries=[1, 1]),
    ):
        world.outgoing.put(event)
    await settled()
    assert len(lane.ordered(Push)) == 1
    assert 1 in world.pieces().left_out
    await world.close()


async def test_what_is_said_of_an_offer_that_nobody_has_accepted_is_not_kept(
    storage: Storage, source: Path
) -> None:
    world = World(storage, source)
    await settled()
    await world.hear(*[Need(transfer_id=ID, epoch=number) for number in range(1, 100)])
    assert world.outgoing._accepted._early == []
    await world.close()


async def test_what_our_user_leaves_out_before_the_answer_is_left_out(
    storage: Storage, source: Path
) -> None:
    world = World(storage, source)
    await settled()
    await world.hear(CancelOrder((2, 1)))
    await world.accepted()
    assert world.plan.cancelled == (2, 1)
    assert [each.entries for each in world.session.posted_of(Cancel)] == [[2, 1]]
    await world.close()


async def test_what_was_left_out_of_another_count_is_not_left_out_of_this_one(
    storage: Storage, source: Path
) -> None:
    world = World(storage, source)
    await settled()
    await world.hear(CancelOrder((2, 1)))
    await world.lose_session()
    world.outgoing.promise(world.session.real)
    await settled()
    await world.accepted()
    assert world.plan.cancelled == ()
    await world.close()


async def test_a_lane_that_died_before_it_was_used_is_not_waited_for(
    storage: Storage, source: Path
) -> None:
    world = World(storage, source)
    await settled()
    world.session.lanes.lane = FakeLane(0)  # but it is not open any more
    world.give_turn()
    answer = Answer(transfer_id=ID, verdict=Verdict.ACCEPT, digest=world.digest())
    await world.hear(answer, Need(transfer_id=ID, epoch=1))
    (sent,) = world.session.posted_of(Sent)
    assert (sent.epoch, sent.lanes) == (1, [(0, 0)])
    await world.close()


async def test_a_lane_that_ends_lets_the_receiver_ask_again(storage: Storage, source: Path) -> None:
    world = World(storage, source)
    await world.accepted()
    await world.hear(LaneEnded(0, None))
    assert world.session.posted_of(Sent)
    assert world.state() is _S.CLOSING
    fresh = world.give_lane(2)
    await world.hear(Need(transfer_id=ID, epoch=2))
    assert [type(order) for order in fresh.orders] == [Push]
    assert world.state() is _S.ACTIVE
    await world.close()


async def test_lost_sources_are_told_together_and_before_the_roots(
    storage: Storage, source: Path
) -> None:
    world = World(storage, source)
    await world.accepted()
    await world.report(
        RootKnown(PACK_INDEX, 0, 0, bytes(32)),
        *(SourceFailed(entry, Code.SOURCE_GONE) for entry in (1, 2)),
    )
    await world.hear(Tick())
    assert [type(message) for message in world.session.posted][-2:] == [Source, Roots]
    (told,) = world.session.posted_of(Source)
    assert [row.entry for row in told.rows] == [1, 2]
    assert world.transfer.failed_files == 2
    assert {problem.path for problem in world.transfer.problems} == {"from/00000", "from/00001"}
    await world.close()


async def test_what_an_earlier_acceptance_reports_is_passed_over(
    storage: Storage, source: Path
) -> None:
    world = World(storage, source)
    await world.accepted()
    await world.hear(Reported(object(), SourceFailed(1, Code.SOURCE_GONE)), Tick())
    assert world.session.posted_of(Source) == []
    await world.close()


# The end


async def finished(world: World, *entries: int, bad: int = 0) -> None:
    """Let the receiver say that these files have arrived, and so many others have not."""
    roots = {entry: world.pieces().hashes.root(entry) or b"" for entry in entries}
    await world.hear(world.receipt(roots, bad))


async def read_all(world: World) -> None:
    for _ in complete(world.pieces()):
        pass


async def test_what_has_arrived_is_done(storage: Storage, source: Path) -> None:
    world = World(storage, source)
    await world.accepted()
    await read_all(world)
    await finished(world, 1, 2, 3)
    await world.run
    assert (world.state(), world.transfer.done_files) == (_S.DONE, 3)
    stored = storage.stored(ID)
    assert stored is not None
    assert stored.receipt
    assert storage.worker.call(storage.database.history.load_roots, ID)


async def test_a_receipt_is_checked_even_of_what_has_to_be_read_again(
    storage: Storage, source: Path
) -> None:
    world = World(storage, source)
    await world.accepted()
    await read_all(world)
    roots = {entry: world.pieces().hashes.root(entry) or b"" for entry in (1, 2, 3)}
    await world.lose_session()
    await world.hear(ShutdownOrder())
    await world.run
    world = World(storage, source, stored=storage.stored(ID))
    await settled()
    await world.meet_again(not_listed)
    await world.hear(world.receipt(roots))
    await world.run
    assert world.state() is _S.DONE


async def test_finished_without_the_files_is_not_believed(storage: Storage, source: Path) -> None:
    world = World(storage, source)
    await world.accepted()
    await world.hear(world.receipt({}))
    assert world.state() is not _S.DONE
    assert world.transfer.done_files == 0
    await world.run


async def test_finished_with_a_receipt_over_other_bytes_is_not_believed(
    storage: Storage, source: Path
) -> None:
    world = World(storage, source)
    await world.accepted()
    rows = [FileRow(entry, FileState.FINISHED, Code.OK) for entry in (1, 2, 3)]
    await world.hear(Files(transfer_id=ID, rows=rows), world.receipt({1: bytes(32)}))
    assert (world.state(), world.transfer.code) == (_S.FAILED, Code.HASH_MISMATCH)
    await world.run


@pytest.mark.parametrize(
    ("state", "code"),
    [(FileState.FAILED, Code.HASH_MISMATCH), (FileState.CANCELLED, Code.CANCELLED)],
)
async def test_a_file_that_the_receiver_gave_up_makes_it_partly_done(
    storage: Storage, source: Path, state: FileState, code: Code
) -> None:
    world = World(storage, source)
    await world.accepted()
    await read_all(world)
    await world.hear(Files(transfer_id=ID, rows=[FileRow(2, state, code)]))
    await finished(world, 1, 3, bad=1)
    await world.run
    assert (world.state(), world.transfer.done_files) == (_S.PARTLY_DONE, 2)
    assert world.transfer.failed_files == (state is FileState.FAILED)


async def test_a_right_receipt_beside_wrong_counts_is_no_end(
    storage: Storage, source: Path
) -> None:
    world = World(storage, source)
    await world.accepted()
    await read_all(world)
    await finished(world, 1, 2, 3, bad=1)
    await world.run
    assert (world.state(), world.transfer.code) == (_S.FAILED, Code.PROTOCOL)
    stored = storage.stored(ID)
    assert stored is not None
    assert not stored.receipt


async def test_a_file_that_arrived_before_it_was_cancelled_counts(
    storage: Storage, source: Path
) -> None:
    world = World(storage, source)
    await world.accepted()
    await read_all(world)
    await world.hear(CancelOrder((2, 1)))
    assert world.session.posted_of(Cancel)
    await finished(world, 1, 2, 3)
    await world.run
    assert (world.state(), world.transfer.done_files) == (_S.DONE, 3)


async def test_a_folder_cannot_be_finished(storage: Storage, source: Path) -> None:
    world = World(storage, source)
    await world.accepted()
    rows = [FileRow(0, FileState.FINISHED, Code.OK)]
    await world.hear(Files(transfer_id=ID, rows=rows))
    assert world.session.failures
    await world.run


@pytest.mark.parametrize(
    ("code", "state"),
    [
        (Code.CANCELLED, _S.CANCELLED),
        (Code.EXPIRED, _S.EXPIRED),
        (Code.DISK_ERROR, _S.FAILED),
    ],
)
async def test_it_ends_as_the_receiver_says(
    storage: Storage, source: Path, code: Code, state: TransferState
) -> None:
    world = World(storage, source)
    await world.accepted()
    await world.hear(Cancel(transfer_id=ID, code=code))
    assert (world.state(), world.transfer.code) == (state, code)
    await world.run


# Session after session


async def test_an_offer_that_the_friend_still_has_is_not_made_again(
    storage: Storage, source: Path
) -> None:
    world = World(storage, source)
    await settled()
    digest = world.digest()
    await world.lose_session()
    ours = await world.meet_again(theirs(Phase.OFFERED))
    assert (ours.role, ours.phase, ours.digest) == (Role.SENDER, Phase.OFFERED, digest)
    assert world.state() is _S.OFFERED
    assert world.session.posted == []
    await world.hear(Answer(transfer_id=ID, verdict=Verdict.ACCEPT, digest=digest))
    assert world.state() is _S.ACTIVE
    await world.close()


@pytest.mark.parametrize("phase", Phase)
async def test_another_manifest_at_the_friend_is_offered_over(
    storage: Storage, source: Path, phase: Phase
) -> None:
    world = World(storage, source)
    await settled()
    await world.lose_session()
    await world.meet_again(theirs(phase, digest=bytes(32)))
    assert world.state() is _S.QUEUED
    assert world.around.offered_next
    world.outgoing.promise(world.session.real)
    await settled()
    assert world.session.posted_of(Offer)
    await world.close()


async def test_of_what_the_friend_has_not_listed_their_word_is_waited_for(
    storage: Storage, source: Path
) -> None:
    world = World(storage, source)
    await settled()
    await world.lose_session()
    await world.meet_again(not_listed)
    assert world.wishes() == (False, False), "they may have declined it"
    await world.hear(ErrorReport(about=SYNC_TYPE, transfer_id=ID, code=Code.NOT_FOUND))
    assert world.wishes() == (True, False)
    await world.close()


async def test_what_was_declined_meanwhile_is_not_offered_again(
    storage: Storage, source: Path
) -> None:
    world = World(storage, source)
    await settled()
    await world.lose_session()
    await world.meet_again(not_listed)
    await world.hear(Answer(transfer_id=ID, verdict=Verdict.DECLINE, code=Code.DECLINED))
    assert world.state() is _S.DECLINED
    await world.run


async def test_that_something_is_not_found_is_heard_only_of_what_was_listed(
    storage: Storage, source: Path
) -> None:
    world = World(storage, source)
    await world.accepted()
    await world.hear(ErrorReport(about=SYNC_TYPE, transfer_id=ID, code=Code.NOT_FOUND))
    assert world.state() is _S.ACTIVE
    await world.close()


async def test_a_lost_session_stalls_what_was_accepted_and_the_next_one_goes_on(
    storage: Storage, source: Path
) -> None:
    world = World(storage, source)
    await world.accepted()
    await world.lose_session()
    assert world.state() is _S.STALLED
    assert ALICE.friend_id in world.around.looked_for
    ours = await world.meet_again(theirs())
    assert ours.phase is Phase.ACCEPTED
    assert world.state() is _S.ACTIVE
    assert world.pieces().number == ours.number
    lane = world.give_lane(0)
    await world.hear(Need(transfer_id=ID, epoch=1))
    assert [order.epoch for order in lane.ordered(Push)] == [1], "epochs begin afresh"
    await world.close()


async def test_what_may_have_been_lost_is_told_again_in_the_next_session(
    storage: Storage, source: Path
) -> None:
    world = World(storage, source)
    await world.accepted()
    await read_all(world)
    await world.hear(CancelOrder((2, 1)))
    await world.report(SourceFailed(1, Code.SOURCE_GONE))
    world.pieces().hashes.fail(1, Code.SOURCE_GONE)
    await world.lose_session()
    await world.meet_again(theirs())
    kinds = [type(message) for message in world.session.posted]
    assert kinds == [Source, Roots, Cancel]
    await world.hear(Tick())
    assert world.transfer.failed_files == 1, "it is told again, but has not failed twice"
    await world.close()


async def test_the_friends_word_and_ours_on_holding_it_hold_in_the_next_session(
    storage: Storage, source: Path
) -> None:
    world = World(storage, source)
    await world.accepted()
    await world.lose_session()
    await world.hear(PauseOrder(is_paused=True))
    ours = await world.meet_again(theirs(is_paused=True))
    assert ours.is_paused
    assert world.transfer.paused_by_friend
    assert world.session.posted_of(Pause) == [], "it is in the row"
    await world.hear(PauseOrder(is_paused=False), Resume(transfer_id=ID))
    assert world.state() is _S.ACTIVE
    await world.close()


async def test_what_is_held_between_our_word_and_theirs_is_told(
    storage: Storage, source: Path
) -> None:
    world = World(storage, source)
    await world.accepted()
    await world.lose_session()
    world.session = FakeSession()
    ours = world.outgoing.sync_row(world.session.real)
    await world.hear(PauseOrder(is_paused=True))
    await world.hear(Synced(world.session.real, theirs()(ours)))
    assert world.session.posted_of(Pause)
    await world.close()


async def test_a_session_that_is_replaced_says_nothing_more_of_it(
    storage: Storage, source: Path
) -> None:
    world = World(storage, source)
    await world.accepted()
    old = world.session
    await world.meet_again(theirs())
    assert ID not in old.routed
    assert ID in world.session.routed
    assert world.state() is _S.ACTIVE
    await world.close()


async def test_what_the_friend_does_not_know_any_more_is_offered_and_read_afresh(
    storage: Storage, source: Path
) -> None:
    world = World(storage, source)
    await world.accepted()
    await read_all(world)
    await world.lose_session()
    await world.meet_again(not_listed)
    await world.hear(ErrorReport(about=SYNC_TYPE, transfer_id=ID, code=Code.NOT_FOUND))
    assert world.state() is _S.QUEUED
    assert not world.plan.is_accepted
    assert storage.worker.call(storage.database.journals.load, ID) == Journal()
    (source / "00000").write_bytes(b"another content")
    world.outgoing.promise(world.session.real)
    await settled()
    await world.accepted()
    await read_all(world)
    await finished(world, 1, 2, 3)
    assert world.state() is _S.DONE
    await world.run


async def test_finished_of_what_we_do_not_know_as_accepted_is_believed_if_the_receipt_is_right(
    storage: Storage, source: Path
) -> None:
    world = World(storage, source)
    await world.accepted()
    await read_all(world)
    roots = {entry: world.pieces().hashes.root(entry) or b"" for entry in (1, 2, 3)}
    done = world.receipt(roots)
    world = World(storage, source)
    await settled()
    await world.lose_session()
    await world.meet_again(not_listed)
    await world.hear(done)
    await world.run
    assert (world.state(), world.transfer.done_files) == (_S.DONE, 3)


async def test_the_next_run_goes_on_with_what_was_accepted(storage: Storage, source: Path) -> None:
    world = World(storage, source)
    await world.accepted()
    await world.report(SourceFailed(1, Code.SOURCE_GONE))
    await world.hear(Tick())
    await world.hear(ShutdownOrder())
    await world.run
    assert world.state() is _S.ACTIVE, "the end of the program is no end of it"
    assert not world.session.posted_of(Cancel)
    world = World(storage, source, stored=storage.stored(ID))
    await settled()
    assert world.state() is _S.STALLED
    await world.meet_again(theirs())
    assert world.state() is _S.ACTIVE
    await world.close()
