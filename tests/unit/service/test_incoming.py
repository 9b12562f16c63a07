"""An incoming transfer driven by messages, orders and what happens on the disk."""

# ruff: noqa: ASYNC240

import asyncio
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from blake3 import blake3
from msgspec.structs import replace

from byhand.domain.bottleneck import Activity, Bottleneck
from byhand.domain.codes import Code
from byhand.domain.events import TransferChanged
from byhand.domain.friend import Policy
from byhand.domain.manifest import MANY_ENTRIES, Entry, EntryKind, manifest_digest
from byhand.domain.pieces import PACK_INDEX, file_root
from byhand.domain.plan import IncomingPlan
from byhand.domain.transfer import EntryState, TransferId, TransferState
from byhand.engine.recorder import Recorder
from byhand.engine.reports import JournalFailed, ReceivingFailed
from byhand.errors import CorruptStoreError, DiskFullError, ReadOnlyError, StorageError
from byhand.protocol.fields import FAILED_GENERATION
from byhand.protocol.group_consent import GroupOffer
from byhand.protocol.message_types import SYNC_TYPE
from byhand.protocol.messages import (
    Answer,
    Cancel,
    Entries,
    EntriesEnd,
    EntryRow,
    ErrorReport,
    Files,
    FileState,
    Finished,
    Need,
    Offer,
    RootRow,
    Roots,
    Sent,
    Source,
    SourceRow,
    Status,
    Verdict,
    Withdraw,
)
from byhand.protocol.resume_messages import Pause, Phase, Resume
from byhand.service import early_words
from byhand.service.disk_block import LOSSES
from byhand.service.disk_jobs import DiskJobs
from byhand.service.disk_reports import NotInPlace, Saved, SpoiltTexts
from byhand.service.offer_reading import PARTS_UNREAD, Checked, PartRead
from byhand.service.surroundings import (
    AcceptOrder,
    CancelOrder,
    ExpireOrder,
    Offered,
    PauseOrder,
    PutOffOrder,
    Reported,
    ShutdownOrder,
    Tick,
    code_of,
)
from byhand.storage.manifest_spool import spool_path
from byhand.storage.staging import Staging
from tests.helpers.connection_pair import ALICE
from tests.helpers.incoming_world import CONTENT, END, ENTRY, ROOT, ROW, World
from tests.helpers.slowing import Busy
from tests.helpers.transfer_parts import Storage, settled, storage_in

_S = TransferState


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[Storage]:
    (tmp_path / "profile").mkdir()
    with storage_in(tmp_path / "profile") as storage:
        yield storage


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "to").mkdir()
    return tmp_path / "to"


def spools(storage: Storage) -> list[str]:
    path = spool_path(Path(storage.memory._stores.folder.transfers), ALICE.friend_id, id_of(b"x"))
    return sorted(each.name for each in path.parent.iterdir()) if path.parent.is_dir() else []


def id_of(text: bytes) -> TransferId:
    return TransferId(text.ljust(16, b"\0"))


async def report(world: World, *reports: object) -> None:
    """Let what is being received report something."""
    receiving = world.incoming._accepted._receiving
    assert receiving is not None
    await world.hear(*(Reported(receiving.mark, each) for each in reports))


def full_disk(missing: int = 7) -> DiskFullError:
    return DiskFullError(Path("/"), missing)


# The offer


async def test_a_name_that_may_not_be_written_is_declined(storage: Storage, folder: Path) -> None:
    world = World(storage, folder)
    row = EntryRow(("..",), ROW.kind, 1, 1, 0, False)
    await world.hear(Entries(transfer_id=world.id, first_index=0, entries=[row]))
    (answer,) = world.session.posted_of(Answer)
    assert (answer.verdict, answer.code) == (Verdict.DECLINE, Code.NAME_REFUSED)
    await world.end()


@pytest.mark.parametrize("is_first", [True, False])
async def test_a_text_among_other_things_is_declined(
    storage: Storage, folder: Path, is_first: bool
) -> None:
    world = World(storage, folder)
    text = EntryRow(("note",), EntryKind.TEXT, 1, 1, 0, False)
    for index, row in enumerate([text, ROW] if is_first else [ROW, text]):
        await world.hear(Entries(transfer_id=world.id, first_index=index, entries=[row]))
    (answer,) = world.session.posted_of(Answer)
    assert (answer.verdict, answer.code) == (Verdict.DECLINE, Code.UNSUPPORTED)
    assert (world.state(), world.transfer.code) == (_S.FAILED, Code.UNSUPPORTED)
    await world.end()
    assert spools(storage) == []


async def test_while_too_much_of_a_manifest_is_not_written_its_session_waits_for_the_disk(
    storage: Storage, folder: Path
) -> None:
    world = World(storage, folder)
    rows = [EntryRow((f"{n}",), ROW.kind, 1, 1, 0, False) for n in range(PARTS_UNREAD + 2)]
    parts = [Entries(transfer_id=world.id, first_index=n, entries=[r]) for n, r in enumerate(rows)]
    for part in parts[:PARTS_UNREAD]:
        await world.hear(part)  # which waits until it is written
    assert world.session.waited_for == []
    await world.end()

    busy = World(storage, folder)
    await busy.hear(*(msgspec.structs.replace(part, transfer_id=busy.id) for part in parts))
    first, second = busy.session.waited_for
    assert first is second, "the oldest is the first to be done"
    assert first.done()
    await busy.end()


async def test_a_manifest_that_does_not_fit_its_end_ends_the_session(
    storage: Storage, folder: Path
) -> None:
    world = World(storage, folder)
    lie = EntriesEnd(1, ENTRY.size, ENTRY.allocated, bytes(32))
    await world.hear(Entries(transfer_id=world.id, first_index=0, entries=[ROW], end=lie))
    assert world.session.failures
    assert world.state() is _S.FAILED
    await world.end()
    assert spools(storage) == []


async def test_an_offer_that_is_not_complete_leaves_nothing_when_the_session_ends(
    storage: Storage, folder: Path
) -> None:
    world = World(storage, folder)
    await world.hear(Entries(transfer_id=world.id, first_index=0, entries=[ROW]))
    world.lose_session()
    await settled()
    assert (world.state(), world.transfer.code) == (_S.WITHDRAWN, Code.CONNECTION_LOST)
    await world.end()
    assert storage.stored(world.id) is None, "the friend would be told that it has ended"
    assert spools(storage) == []


async def test_an_offer_that_is_complete_stays_when_the_session_ends_and_can_be_accepted(
    storage: Storage, folder: Path
) -> None:
    world = World(storage, folder)
    await world.step("E")
    world.lose_session()
    await settled()
    assert world.state() is _S.OFFERED
    await world.step("A")
    assert world.state() is _S.STALLED
    await world.meet_again(Phase.OFFERED)
    (answer,) = world.session.posted_of(Answer)
    assert (answer.verdict, answer.digest) == (Verdict.ACCEPT, END.digest)
    kinds = [type(each) for each in world.session.posted]
    assert kinds.index(Answer) < kinds.index(Need)
    await world.step("D", "R")
    assert world.state() is _S.DONE
    await world.end()


async def test_the_same_offered_once_more_replaces_what_was_read(
    storage: Storage, folder: Path
) -> None:
    """Also while it is being read: nothing of the first reading gets into the second."""
    world = World(storage, folder)
    other = EntryRow(("other",), ROW.kind, 3, 3, 0, False)
    world.incoming.put(Entries(transfer_id=world.id, first_index=0, entries=[other]))
    world.offer()
    await world.step("E")
    assert world.transfer.is_counted
    assert (world.transfer.total_files, world.transfer.total_bytes) == (1, ENTRY.size)
    for symbol in "ADR":
        await world.step(symbol)
    assert world.state() is _S.DONE
    assert [each.name for each in folder.iterdir()] == ["file"]
    await world.end()


async def test_a_reading_that_was_checked_too_late_is_passed_over(
    storage: Storage, folder: Path
) -> None:
    world = World(storage, folder)
    world.incoming.put(Entries(transfer_id=world.id, first_index=0, entries=[ROW], end=END))
    world.offer()
    await settled()
    assert not world.transfer.is_counted
    await world.step("E", "A")
    assert world.state() is _S.ACTIVE
    await world.end()


async def test_what_ended_while_it_was_judged_stays_ended(storage: Storage, folder: Path) -> None:
    world = World(storage, folder)
    world.around.policy = Policy(True)
    world.incoming.put(Entries(transfer_id=world.id, first_index=0, entries=[ROW], end=END))
    world.incoming.put(Withdraw(transfer_id=world.id))
    await settled()
    assert world.state() is _S.WITHDRAWN
    assert list(folder.iterdir()) == []
    await world.end()
    assert spools(storage) == []


async def test_deciding_later_is_told_and_keeps_the_offer(storage: Storage, folder: Path) -> None:
    world = World(storage, folder)
    await world.step("E")
    await world.hear(PutOffOrder())
    assert world.transfer.is_put_off
    (answer,) = world.session.posted_of(Answer)
    assert answer.verdict is Verdict.LATER
    await world.step("A")
    assert (world.state(), world.transfer.is_put_off) == (_S.ACTIVE, False)
    await world.end()


async def test_declining_holds_the_friend_off_and_accepting_forgives(
    storage: Storage, folder: Path
) -> None:
    world = World(storage, folder)
    declines = world.around.real.declines
    await world.step("N")
    assert declines.is_waiting(ALICE.friend_id)
    await world.end()
    world = World(storage, folder)
    world.around.real.declines.refused(ALICE.friend_id)
    await world.step("E", "A")
    assert not world.around.real.declines.is_waiting(ALICE.friend_id)
    await world.end()


async def test_an_offer_that_waited_too_long_expires_and_the_friend_is_told(
    storage: Storage, folder: Path
) -> None:
    world = World(storage, folder)
    await world.step("E")
    await world.hear(ExpireOrder())
    assert (world.state(), world.transfer.code) == (_S.EXPIRED, Code.EXPIRED)
    (cancel,) = world.session.posted_of(Cancel)
    assert cancel.code is Code.EXPIRED
    await world.end()


# Policies


async def test_N17_an_offer_of_very_many_entries_is_marked_until_another_replaces_it(
    storage: Storage, folder: Path
) -> None:
    world, count = World(storage, folder), MANY_ENTRIES + 1
    entries = [Entry((f"{number}",), EntryKind.FOLDER) for number in range(count)]
    rows = [EntryRow(each.components, each.kind, 0, 0, 0, False) for each in entries]
    for first in range(0, count, 50_000):
        part = rows[first : first + 50_000]
        await world.hear(Entries(transfer_id=world.id, first_index=first, entries=part))
    end = EntriesEnd(0, 0, 0, manifest_digest(entries))
    await world.hear(Entries(transfer_id=world.id, first_index=count, entries=[], end=end))
    many = world.transfer
    world.offer()
    await world.step("E")
    few = world.transfer
    assert many.is_counted
    assert few.is_counted
    assert (many.has_many_entries, few.has_many_entries) == (True, False)
    await world.end()


async def offered_under(policy: Policy | None, storage: Storage, folder: Path) -> World:
    world = World(storage, folder)
    world.around.policy = policy
    await world.step("E")
    return world


async def test_a_policy_accepts_without_a_question(
    storage: Storage, folder: Path, tmp_path: Path
) -> None:
    world = await offered_under(Policy(True, len(CONTENT), str(folder)), storage, tmp_path)
    assert world.state() is _S.ACTIVE
    assert world.transfer.accepted_by_policy
    seen = [event.transfer for event in world.around.events if isinstance(event, TransferChanged)]
    assert [each.folder for each in seen if each.state is _S.CHECKING][-1] == str(folder)
    assert world.around.used == [ALICE.friend_id]
    await world.step("D", "R")
    assert world.state() is _S.DONE
    assert world.transfer.accepted_by_policy
    assert (folder / "file").read_bytes() == CONTENT
    await world.end()


@pytest.mark.parametrize("policy", [None, Policy(True, len(CONTENT) - 1)])
async def test_what_no_policy_accepts_is_asked_about(
    storage: Storage, folder: Path, policy: Policy | None
) -> None:
    world = await offered_under(policy, storage, folder)
    assert world.state() is _S.OFFERED
    assert world.transfer.is_counted
    assert not world.transfer.accepted_by_policy
    assert list(folder.iterdir()) == []
    await world.end()


@pytest.mark.parametrize("later", [None, Policy(True, len(CONTENT) + 1)])
async def test_a_policy_that_has_changed_meanwhile_accepts_nothing(
    storage: Storage, folder: Path, later: Policy | None
) -> None:
    world = World(storage, folder)
    world.around.policy = Policy(True, 2**40)
    put = world.incoming._reading._put

    def changing(event: object) -> None:
        assert isinstance(event, PartRead | Checked)
        if isinstance(event, Checked):
            world.around.policy = later
        put(event)

    world.incoming._reading._put = changing
    await world.step("E")
    assert world.state() is _S.OFFERED
    assert world.transfer.is_counted
    await world.end()


async def test_a_policy_whose_folder_refuses_leaves_an_ordinary_question(
    storage: Storage, folder: Path
) -> None:
    world = await offered_under(Policy(True, 1000, "/proc/nothing/here"), storage, folder)
    assert world.state() is _S.OFFERED
    assert world.transfer.code is not Code.OK
    assert world.transfer.is_counted
    assert not world.transfer.accepted_by_policy
    await world.step("A", "D", "R")
    assert world.state() is _S.DONE
    assert not world.transfer.accepted_by_policy
    await world.end()


# A place on the disk


async def test_a_disk_that_refuses_leaves_the_offer_open_for_another_folder(
    storage: Storage, folder: Path
) -> None:
    world = World(storage, folder)
    await world.step("E")
    await world.hear(AcceptOrder("/proc/nothing/here"))
    assert world.state() is _S.OFFERED
    assert world.transfer.code is not Code.OK
    await world.step("A", "D", "R")
    assert world.state() is _S.DONE
    await world.end()


async def test_declining_what_the_disk_refused_is_not_the_friends_fault(
    storage: Storage, folder: Path
) -> None:
    world = World(storage, folder)
    await world.step("E")
    await world.hear(AcceptOrder("/proc/nothing/here"))
    await world.step("N")
    assert world.state() is _S.DECLINED
    assert not world.around.real.declines.is_waiting(ALICE.friend_id)
    await world.end()


async def test_a_place_that_cannot_be_remembered_is_not_left_behind(
    storage: Storage, folder: Path
) -> None:
    world = World(storage, folder)
    await world.step("E")
    storage.worker.refusal = StorageError(folder)
    await world.step("A")
    storage.worker.refusal = None
    assert world.state() is _S.OFFERED
    assert list(folder.iterdir()) == []
    assert not world.session.posted_of(Answer), "nothing was promised"
    assert not world.incoming.is_accepted
    await world.step("A", "D", "R")
    assert world.state() is _S.DONE
    await world.end()


async def test_what_is_promised_is_found_again_after_a_stop(storage: Storage, folder: Path) -> None:
    world = World(storage, folder)
    await world.step("E", "A")
    (answer,) = world.session.posted_of(Answer)
    stored = storage.stored(world.id)
    assert stored is not None
    assert isinstance(stored.plan, IncomingPlan)
    assert (stored.plan.digest, stored.plan.staging != b"") == (answer.digest, True)
    await world.end()


# Receiving


async def test_a_member_that_its_source_lost_is_not_told_as_finished(
    storage: Storage, folder: Path
) -> None:
    world = World(storage, folder)
    await world.step("E", "A", "D")
    await world.hear(Tick())
    assert not world.session.posted_of(Files)
    row = SourceRow(0, Code.SOURCE_GONE, FAILED_GENERATION)
    await world.hear(Source(transfer_id=world.id, rows=[row]))
    await world.step("R")
    assert (world.state(), world.transfer.code) == (_S.FAILED, Code.SOURCE_GONE)
    assert (world.transfer.failed_files, world.transfer.problems[0].path) == (1, "file")
    assert list(folder.iterdir()) == []
    await world.end()


async def test_a_file_that_both_sides_know_as_cancelled_ends_it_as_cancelled(
    storage: Storage, folder: Path
) -> None:
    world = World(storage, folder)
    await world.step("E", "A")
    await world.hear(CancelOrder((0, 1)))
    (cancel,) = world.session.posted_of(Cancel)
    assert cancel.entries == [0, 1]
    (files,) = world.session.posted_of(Files)
    assert [(row.entry, row.state) for row in files.rows] == [(0, FileState.CANCELLED)]
    assert (world.state(), world.transfer.failed_files) == (_S.CANCELLED, 0)
    (finished,) = world.session.posted_of(Finished)
    assert (finished.ok, finished.bad) == (0, 1)
    await world.end()


async def test_what_nobody_wants_any_more_before_there_is_a_place_for_it_is_left_out(
    storage: Storage, folder: Path
) -> None:
    world = World(storage, folder)
    await world.step("E")
    world.incoming.put(AcceptOrder(str(folder)))
    world.incoming.put(CancelOrder((0, 1)))
    await settled()
    assert world.state() is _S.CANCELLED
    await world.end()


async def test_the_rest_is_asked_for_again_five_times_and_then_given_up(
    storage: Storage, folder: Path
) -> None:
    world = World(storage, folder)
    await world.step("E", "A")
    for epoch in range(1, 7):
        await world.hear(Sent(transfer_id=world.id, epoch=epoch, lanes=[(1, 0)]))
    assert [each.epoch for each in world.session.posted_of(Need)] == [1, 2, 3, 4, 5, 6]
    assert (world.state(), world.transfer.code) == (_S.FAILED, Code.HASH_MISMATCH)
    await world.end()


async def test_a_hold_ends_the_wish_and_letting_go_makes_a_new_one(
    storage: Storage, folder: Path
) -> None:
    world = World(storage, folder)
    await world.step("E", "A")
    await world.hear(PauseOrder(is_paused=True), Pause(transfer_id=world.id))
    assert world.state() is _S.PAUSED
    await world.hear(PauseOrder(is_paused=False))
    assert (world.state(), world.transfer.paused_by_friend) == (_S.PAUSED, True)
    await world.hear(Resume(transfer_id=world.id))
    assert world.state() is _S.ACTIVE
    assert [each.epoch for each in world.session.posted_of(Need)] == [1, 2]
    assert [type(each) for each in world.session.posted if isinstance(each, Pause | Resume)] == [
        Pause,
        Resume,
    ]
    await world.end()


async def test_a_hold_does_not_keep_what_is_whole_from_being_saved(
    storage: Storage, folder: Path
) -> None:
    world = World(storage, folder)
    await world.step("E", "A", "D")
    save = world.incoming._disk.save

    def held() -> None:
        world.incoming.put(PauseOrder(is_paused=True))
        world.incoming.put(Pause(transfer_id=world.id))
        save()

    world.incoming._disk.save = held  # type: ignore[method-assign]
    await world.step("R")
    assert world.state() is _S.DONE
    await world.end()


@pytest.mark.parametrize("is_in_another", [False, True])
async def test_a_text_that_is_not_utf_8_has_failed_on_both_sides_and_leaves_nothing(
    storage: Storage, folder: Path, is_in_another: bool
) -> None:
    """Also if the session began while it was about to be saved."""
    world = World(storage, folder)
    content = CONTENT[:-1] + b"\xff"
    text, piece = replace(ENTRY, kind=EntryKind.TEXT), blake3(content).digest()
    row = EntryRow(text.components, text.kind, text.size, text.allocated, 0, False)
    end = EntriesEnd(1, text.size, text.allocated, manifest_digest([text]))
    await world.hear(Entries(transfer_id=world.id, first_index=0, entries=[row], end=end))
    await world.step("A")
    save = world.incoming._disk.save
    world.incoming._disk.save = lambda: None  # type: ignore[method-assign]
    world.take(piece + content)
    root = RootRow(PACK_INDEX, 0, 0, file_root(len(content), [piece]))
    await world.hear(Roots(transfer_id=world.id, rows=[root]))
    assert world.state() is _S.FINALIZING
    if is_in_another:
        world.lose_session()
        await world.meet_again()
    world.incoming._disk.save = save  # type: ignore[method-assign]
    save()
    await settled()
    assert (world.state(), world.transfer.code) == (_S.FAILED, Code.PROTOCOL)
    assert [each.code for each in world.transfer.problems] == [Code.PROTOCOL]
    assert world.transfer.saved_paths == ()
    (files,) = world.session.posted_of(Files)
    assert [(each.state, each.code) for each in files.rows] == [(FileState.FAILED, Code.PROTOCOL)]
    (finished,) = world.session.posted_of(Finished)
    assert (finished.ok, finished.bad) == (0, 1)
    await world.end()
    assert list(folder.iterdir()) == []


# Disks that refuse


@pytest.mark.parametrize("kind", [ReceivingFailed, JournalFailed])
async def test_a_full_disk_is_waited_for_and_both_sides_see_why(
    storage: Storage, folder: Path, kind: type[ReceivingFailed] | type[JournalFailed]
) -> None:
    world = World(storage, folder)
    await world.step("E", "A")
    await report(world, kind(full_disk()))
    assert (world.state(), world.transfer.code) == (_S.BLOCKED, Code.DISK_FULL)
    assert world.transfer.missing_bytes == 7
    assert [each.blocked for each in world.session.posted_of(Status)] == [Code.DISK_FULL]
    await world.hear(Tick())  # there is room
    assert (world.state(), world.transfer.missing_bytes) == (_S.ACTIVE, 0)
    assert world.session.posted_of(Status)[-1].blocked is Code.OK
    assert [each.epoch for each in world.session.posted_of(Need)] == [1, 2]
    await world.step("D", "R")
    assert world.state() is _S.DONE
    await world.end()


def _is_in_doubt(world: World) -> bool:
    return world.incoming.row.plan.is_in_doubt


@pytest.mark.parametrize("error", [StorageError, ReadOnlyError])
@pytest.mark.parametrize("kind", [ReceivingFailed, JournalFailed])
async def test_a_disk_that_fails_is_looked_for_until_it_takes_it_again(
    storage: Storage,
    folder: Path,
    kind: type[ReceivingFailed] | type[JournalFailed],
    error: type[StorageError],
) -> None:
    world = World(storage, folder)
    await world.step("E", "A", "D")
    code = code_of(error(folder))
    away = folder.with_name("away")
    await report(world, kind(error(folder)))
    folder.rename(away)
    folder.mkdir()  # as where a disk was mounted
    assert (world.state(), world.transfer.code) == (_S.BLOCKED, code)
    assert [each.blocked for each in world.session.posted_of(Status)] == [code]
    assert world.session.closed_with is Code.OK, "what was vouched for is to be told again"
    assert _is_in_doubt(world)
    await world.hear(*[Tick()] * 20)
    assert (world.state(), world.transfer.code) == (_S.BLOCKED, Code.DISK_ERROR)
    folder.rmdir()
    away.rename(folder)
    await world.hear(*[Tick()] * 10)
    assert (world.state(), world.transfer.code) == (_S.ACTIVE, Code.OK)
    assert not _is_in_doubt(world)
    await world.step("S", "D", "R")
    assert world.state() is _S.DONE
    assert (folder / "file").read_bytes() == CONTENT
    await world.end()


async def test_a_disk_that_fails_again_and_again_ends_it_on_both_sides(
    storage: Storage, folder: Path
) -> None:
    world = World(storage, folder)
    await world.step("E", "A")
    for _ in range(LOSSES):
        await report(world, ReceivingFailed(StorageError(folder)))
        assert world.state() is _S.BLOCKED
        await world.hear(*[Tick()] * 10)
        await world.step("S")
        assert world.state() is _S.ACTIVE
    await report(world, ReceivingFailed(StorageError(folder)))
    assert (world.state(), world.transfer.code) == (_S.FAILED, Code.DISK_ERROR)
    (cancel,) = world.session.posted_of(Cancel)
    assert cancel.code is Code.DISK_ERROR
    await world.end()


async def test_a_right_that_was_taken_is_waited_for_however_long(
    storage: Storage, folder: Path
) -> None:
    world = World(storage, folder)
    await world.step("E", "A")
    for _ in range(3 * LOSSES):
        await report(world, ReceivingFailed(ReadOnlyError(folder)))
        assert (world.state(), world.transfer.code) == (_S.BLOCKED, Code.DENIED)
        await world.hear(*[Tick()] * 10)
        await world.step("S")
        assert world.state() is _S.ACTIVE
    await world.step("D", "R")
    assert world.state() is _S.DONE
    await world.end()


async def test_a_search_that_takes_long_is_not_begun_anew(
    storage: Storage, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = World(storage, folder)
    await world.step("E", "A")
    find, begun, goes_on = DiskJobs._find, 0, asyncio.Event()

    async def slow(jobs: DiskJobs, mark: object) -> None:
        nonlocal begun
        begun += 1
        await goes_on.wait()
        await find(jobs, mark)

    monkeypatch.setattr(DiskJobs, "_find", slow)
    await report(world, ReceivingFailed(StorageError(folder)))
    await world.hear(*[Tick()] * 50)
    goes_on.set()
    await world.step("S", "D", "R")
    assert begun == 1
    assert world.state() is _S.DONE
    await world.end()


async def test_what_was_saved_before_the_disk_failed_is_found_again(
    storage: Storage, folder: Path
) -> None:
    world = World(storage, folder)
    await world.step("E", "A")
    await report(world, ReceivingFailed(StorageError(folder)))
    for late in (Saved((), ()), NotInPlace(), SpoiltTexts((0,))):
        await world.hear(late)
        assert (world.state(), world.transfer.code) == (_S.BLOCKED, Code.DISK_ERROR)
    await world.hear(*[Tick()] * 10)
    await world.step("S", "D", "R")
    assert world.state() is _S.DONE
    await world.end()


async def test_what_a_full_disk_did_not_flush_is_in_doubt_while_it_is_waited_for(
    storage: Storage, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = World(storage, folder)
    await world.step("E", "A")
    monkeypatch.setattr(Recorder, "is_in_doubt", True)
    await report(world, JournalFailed(full_disk()))
    assert (world.state(), world.transfer.code) == (_S.BLOCKED, Code.DISK_FULL)
    assert _is_in_doubt(world)
    monkeypatch.undo()
    await world.end()


async def test_what_is_not_flushed_as_the_program_ends_is_in_doubt(
    storage: Storage, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Staging) -> None:
        raise StorageError(folder, "worn out")

    monkeypatch.setattr(Staging, "flush", refuse)
    world = World(storage, folder)
    await world.step("E", "A", "D")
    with pytest.raises(StorageError):
        await closed(world)
    await world.around.keeping.settle()
    stored = storage.stored(world.id)
    assert stored is not None
    assert isinstance(stored.plan, IncomingPlan)
    assert stored.plan.is_in_doubt
    world.close_lane()


async def test_a_damaged_store_is_not_waited_for(storage: Storage, folder: Path) -> None:
    world = World(storage, folder)
    await world.step("E", "A")
    await report(world, JournalFailed(CorruptStoreError(folder)))
    assert (world.state(), world.transfer.code) == (_S.FAILED, Code.DISK_ERROR)
    await world.end()


async def test_what_was_in_doubt_before_a_stop_is_so_after_it(
    storage: Storage, folder: Path
) -> None:
    world = World(storage, folder)
    await world.step("E", "A", "D")
    storage.writer.work()
    await report(world, ReceivingFailed(StorageError(folder)))
    await closed(world)
    stored = storage.stored(world.id)
    assert stored is not None
    assert isinstance(stored.plan, IncomingPlan)
    assert stored.plan.is_in_doubt
    world = World(storage, folder, stored)
    await settled()
    assert not _is_in_doubt(world)
    await world.meet_again()
    assert world.session.posted_of(Need), "what was not flushed is wanted again"
    await world.step("D", "R")
    assert world.state() is _S.DONE
    await world.end()


async def test_after_a_flush_that_failed_only_what_was_flushed_is_believed(
    storage: Storage, folder: Path
) -> None:
    world = World(storage, folder)
    await world.step("E", "A", "D")
    receiving = world.incoming._accepted._receiving
    assert receiving is not None
    arrival = world.incoming._disk._arrival
    assert arrival is not None
    recorder = arrival.recorder
    recorder._is_in_doubt, recorder._error = True, full_disk()
    await report(world, JournalFailed(full_disk()))
    assert world.state() is _S.BLOCKED
    await world.hear(Tick())
    assert world.state() is _S.ACTIVE
    assert world.incoming._accepted._receiving is not receiving
    assert world.session.closed_with is Code.OK, "what was vouched for is to be told again"
    await world.step("D", "R")
    assert world.state() is _S.ACTIVE, "nothing is taken in a session that we end"
    assert [each.epoch for each in world.session.posted_of(Need)] == [1]
    await world.step("S")
    assert [each.epoch for each in world.session.posted_of(Need)] == [1]
    await world.step("D", "R")
    assert world.state() is _S.DONE
    assert not world.session.failures
    await world.end()


async def test_an_end_that_cannot_be_written_down_is_not_told_before_it_can(
    storage: Storage, folder: Path
) -> None:
    world = World(storage, folder)
    await world.step("E", "A", "D")
    save = world.incoming._disk.save

    def refusing() -> None:
        save()
        world.around.keeping._save = refuse

    def refuse(_: object) -> None:
        raise full_disk()

    keep = world.around.keeping._save
    world.incoming._disk.save = refusing  # type: ignore[method-assign]
    await world.step("R")
    assert world.state() is _S.FINALIZING
    assert not world.session.posted_of(Finished)
    assert (folder / "file").read_bytes() == CONTENT
    assert len(storage.stagings()) == 1, "until it is certain, everything can be gone on with"
    world.around.keeping._save = keep
    await world.hear(Tick())
    assert world.state() is _S.DONE
    assert len(world.session.posted_of(Finished)) == 1
    await world.end()


@pytest.mark.parametrize("is_in_another", [False, True])
async def test_what_has_to_come_after_all_is_wished_for_in_the_session_that_there_is(
    storage: Storage, folder: Path, is_in_another: bool
) -> None:
    """Also if that began while all was thought to be here, and was about to be saved."""
    world = World(storage, folder)
    await world.step("E", "A")
    arrival, save = world.incoming._disk._arrival, world.incoming._disk.save
    assert arrival is not None
    world.incoming._disk.save = lambda: None  # type: ignore[method-assign]
    arrival.content.note_copied(0, ROOT, EntryState.SKIPPED)
    await world.hear(Tick())
    assert world.state() is _S.FINALIZING
    if is_in_another:
        world.lose_session()
        await world.meet_again()
        assert not world.session.posted_of(Need)
    arrival.content.want_back(0)
    await world.hear(NotInPlace())
    assert world.state() is _S.ACTIVE
    epochs = [need.epoch for need in world.session.posted_of(Need)]
    assert epochs == ([1] if is_in_another else [1, 2])
    world.incoming._disk.save = save  # type: ignore[method-assign]
    await world.step("D", "R")
    assert world.state() is _S.DONE
    assert (folder / "file").read_bytes() == CONTENT
    await world.end()


# Session after session


async def test_what_was_accepted_stalls_without_the_friend_and_goes_on_with_them(
    storage: Storage, folder: Path
) -> None:
    world = World(storage, folder)
    await world.step("E", "A")
    world.lose_session()
    await settled()
    assert world.state() is _S.STALLED
    assert ALICE.friend_id in world.around.looked_for
    ours = await world.meet_again()
    assert (ours.phase, ours.digest, ours.number) == (Phase.ACCEPTED, END.digest, 0)
    assert world.state() is _S.ACTIVE
    assert [each.epoch for each in world.session.posted_of(Need)] == [1]
    await world.step("D", "R")
    assert world.state() is _S.DONE
    await world.end()


async def test_what_the_sender_says_of_what_holds_it_up_counts_until_the_session_ends(
    storage: Storage, folder: Path
) -> None:
    world = World(storage, folder)
    await world.step("E", "A")
    slowing = world.incoming.row.slowing
    await world.hear(Status(transfer_id=world.id, written=0, held_up_by=Activity.DISK))
    assert slowing.bottleneck() is Bottleneck.DISK_THERE
    Busy(slowing).go_on(Activity.DISK)
    await world.hear(Tick())
    assert world.session.posted_of(Status)[-1].held_up_by == Activity.DISK
    assert slowing.bottleneck() is Bottleneck.DISK_THERE
    world.lose_session()
    await settled()
    assert slowing.bottleneck() is None
    await world.end()


async def test_what_the_sender_says_of_turns_is_shown_until_the_session_ends(
    storage: Storage, folder: Path
) -> None:
    world = World(storage, folder)
    await world.step("E", "A")

    async def hear(code: Code) -> bool:
        await world.hear(Status(transfer_id=world.id, written=0, blocked=code))
        return world.transfer.awaits_turn

    assert not world.transfer.awaits_turn
    assert await hear(Code.BUSY)
    assert not await hear(Code.OK)
    assert not await hear(Code.DISK_FULL), "their disk is none of our business"
    assert world.state() is _S.ACTIVE
    assert await hear(Code.BUSY)
    world.lose_session()
    await settled()
    assert not world.transfer.others_first
    await world.meet_again()
    assert not world.transfer.awaits_turn
    await world.end()


async def test_what_is_given_up_is_told_again_in_the_next_session(
    storage: Storage, folder: Path
) -> None:
    world = World(storage, folder)
    two = [ROW, EntryRow(("second",), ROW.kind, 1, 1, 0, False)]
    entries = [ENTRY, replace(ENTRY, components=("second",), size=1, allocated=1)]
    end = EntriesEnd(2, len(CONTENT) + 1, len(CONTENT) + 1, manifest_digest(entries))
    await world.hear(Entries(transfer_id=world.id, first_index=0, entries=two, end=end))
    await world.step("A")
    await world.hear(CancelOrder((1, 1)))
    await world.meet_again()
    (files,) = world.session.posted_of(Files)
    assert [(row.entry, row.state) for row in files.rows] == [(1, FileState.CANCELLED)]
    await world.end()


async def test_whole_and_vouched_for_it_is_saved_without_the_friend(
    storage: Storage, folder: Path
) -> None:
    world = World(storage, folder)
    await world.step("E", "A", "D")
    await world.hear(Pause(transfer_id=world.id))
    await world.step("R")
    assert world.state() is _S.PAUSED, "the friend holds it"
    world.lose_session()
    await settled()
    await world.hear(Resume(transfer_id=world.id), Tick())
    assert world.state() is _S.DONE
    await world.end()


async def test_a_manifest_that_the_friend_has_changed_replaces_what_was_accepted(
    storage: Storage, folder: Path
) -> None:
    world = World(storage, folder)
    await world.step("E", "A")
    world.lose_session()
    await settled()
    await world.meet_again(Phase.OFFERED, digest=bytes(32))
    assert world.state() is _S.STALLED, "their offer is waited for"
    assert not world.session.posted
    world.offer()
    await world.step("E")
    assert (world.state(), world.transfer.is_counted) == (_S.OFFERED, True)
    assert not world.incoming.is_accepted
    assert list(folder.iterdir()) == []
    assert storage.stagings() == ()
    await world.step("A", "D", "R")
    assert world.state() is _S.DONE
    await world.end()


async def test_what_is_offered_again_in_the_session_of_its_answer_changes_nothing(
    storage: Storage, folder: Path
) -> None:
    world = World(storage, folder)
    await world.step("E", "A")
    world.offer()
    await settled()
    assert world.state() is _S.ACTIVE
    await world.step("E", "D", "R")
    assert world.state() is _S.DONE
    await world.end()


async def test_what_the_friend_does_not_know_any_more_is_cancelled(
    storage: Storage, folder: Path
) -> None:
    world = World(storage, folder)
    await world.step("E", "A")
    await world.hear(ErrorReport(about=SYNC_TYPE, transfer_id=world.id, code=Code.NOT_FOUND))
    assert world.state() is _S.CANCELLED
    await world.end()
    assert list(folder.iterdir()) == []


async def test_partial_data_of_which_nothing_came_for_long_expires(
    storage: Storage, folder: Path
) -> None:
    world = World(storage, folder)
    await world.step("E", "A")
    world.lose_session()
    await world.hear(ExpireOrder())
    assert (world.state(), world.transfer.code) == (_S.EXPIRED, Code.EXPIRED)
    await world.end()
    assert list(folder.iterdir()) == []


# Run after run


async def closed(world: World) -> None:
    """Let the program end."""
    await world.hear(ShutdownOrder())
    async with asyncio.timeout(20):
        await world.run
    await world.around.keeping.settle()
    await settled()
    world.close_lane()


async def test_the_next_run_goes_on_with_what_was_accepted(storage: Storage, folder: Path) -> None:
    world = World(storage, folder)
    await world.step("E", "A")
    await closed(world)
    assert world.state() is _S.ACTIVE, "the end of the program is no end of it"
    assert not world.session.posted_of(Cancel)
    assert len(storage.stagings()) == 1
    world = World(storage, folder, storage.stored(world.id))
    await settled()
    assert world.state() is _S.STALLED
    await world.meet_again()
    await world.step("D", "R")
    assert world.state() is _S.DONE
    await world.end()


async def test_the_next_run_prepares_what_this_one_was_about_to_prepare(
    storage: Storage, folder: Path
) -> None:
    world = World(storage, folder)
    await world.step("E")
    await closed(world)
    stored = storage.stored(world.id)
    assert stored is not None
    checking = replace(stored, transfer=stored.transfer.moved_to(_S.CHECKING))
    world = World(storage, folder, checking)
    await settled()
    assert world.state() is _S.STALLED
    await world.meet_again(Phase.OFFERED)
    assert [each.verdict for each in world.session.posted_of(Answer)] == [Verdict.ACCEPT]
    await world.step("D", "R")
    assert world.state() is _S.DONE
    await world.end()


async def test_a_disk_that_is_not_there_after_a_stop_may_come_back(
    storage: Storage, folder: Path
) -> None:
    world = World(storage, folder)
    await world.step("E", "A")
    await closed(world)
    away = folder.rename(folder.with_name("away"))
    world = World(storage, folder, storage.stored(world.id))
    await settled()
    await world.meet_again()
    assert (world.state(), world.transfer.code) == (_S.BLOCKED, Code.DISK_ERROR)
    assert world.session.posted_of(Status)[-1].blocked is Code.DISK_ERROR
    assert not world.session.posted_of(Need)
    away.rename(folder)
    await world.hear(*[Tick()] * 10)
    assert world.state() is _S.ACTIVE
    await world.step("D", "R")
    assert world.state() is _S.DONE
    await world.end()


@pytest.mark.parametrize("is_too_much", [False, True])
async def test_what_is_said_while_it_is_looked_for_counts(
    storage: Storage, folder: Path, monkeypatch: pytest.MonkeyPatch, is_too_much: bool
) -> None:
    monkeypatch.setattr(early_words, "ROWS", 0 if is_too_much else 1)
    world = World(storage, folder)
    await world.step("E", "A")
    await closed(world)
    away = folder.rename(folder.with_name("away"))
    world = World(storage, folder, storage.stored(world.id))
    await settled()
    await world.meet_again()
    await world.step("R")
    away.rename(folder)
    await world.hear(*[Tick()] * 10)
    assert world.session.closed_with is (Code.OK if is_too_much else None)
    assert len(world.session.posted_of(Need)) == (0 if is_too_much else 1)
    if is_too_much:
        await world.step("S", "R")
    await world.step("D")
    assert world.state() is _S.DONE
    await world.end()


@pytest.mark.parametrize("is_found_out_first", [True, False])
async def test_a_disk_that_is_not_mounted_after_a_stop_is_waited_for(
    storage: Storage, folder: Path, is_found_out_first: bool
) -> None:
    """Nothing is begun in the empty folder that lies there instead."""
    world = World(storage, folder)
    await world.step("E", "A")
    await closed(world)
    away = folder.rename(folder.with_name("away"))
    folder.mkdir()
    world = World(storage, folder, storage.stored(world.id))
    if is_found_out_first:
        await settled()
    await world.meet_again()
    await world.hear(*[Tick()] * 10)
    assert (world.state(), world.transfer.code) == (_S.BLOCKED, Code.DISK_ERROR)
    assert world.session.posted_of(Status)[-1].blocked is Code.DISK_ERROR
    assert list(folder.iterdir()) == []
    folder.rmdir()
    away.rename(folder)
    await world.hear(*[Tick()] * 10)
    assert world.state() is _S.ACTIVE
    said = [each for each in world.session.posted if isinstance(each, Status | Need)]
    assert isinstance(said[-1], Need)
    assert isinstance(said[-2], Status)
    assert said[-2].blocked is Code.OK, "what is wished for while it is blocked is passed over"
    await world.step("D", "R")
    assert world.state() is _S.DONE
    await world.end()


async def test_received_data_that_somebody_removed_is_received_again(
    storage: Storage, folder: Path
) -> None:
    world = World(storage, folder)
    await world.step("E", "A")
    await closed(world)
    (staging,) = folder.iterdir()
    staging.rename(folder.with_name("elsewhere"))
    world = World(storage, folder, storage.stored(world.id))
    await settled()
    await world.meet_again()
    await world.step("D", "R")
    assert world.state() is _S.DONE
    await world.end()


async def test_a_place_that_was_tried_and_cut_off_is_cleared_away(
    storage: Storage, folder: Path
) -> None:
    world = World(storage, folder)
    await world.step("E")
    storage.memory.remember_staging(world.id, str(folder / ".byhand-0123456789abcdef"))
    await world.step("A")
    assert len(storage.stagings()) == 1
    await world.end()


async def test_who_cancels_while_a_place_is_made_takes_part_in_no_group_any_more(
    storage: Storage, folder: Path
) -> None:
    world = World(storage, folder)
    await settled()
    offer = Offer(transfer_id=world.id, number=5, title="file", group=GroupOffer(bytes(16), 2))
    world.incoming.offered(Offered(world.session.real, offer, str(folder)))
    await world.step("E")
    order = AcceptOrder(str(folder), in_group=True)
    await world.hear(order, CancelOrder())
    async with asyncio.timeout(20):
        await world.run
    assert world.state() is _S.CANCELLED
    await settled()
    assert [each for each in world.around.tasks if not each.done()] == []
    world.close_lane()
