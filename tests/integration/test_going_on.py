"""Transfers that go on by themselves: over cuts, restarts, pauses and full disks."""

import asyncio
import os
import shutil
import tempfile
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from pathlib import Path

import pytest

from byhand.domain.codes import Code
from byhand.domain.events import Event, ProfileChanged, TransferAdded, TransferChanged
from byhand.domain.friend import Policy
from byhand.domain.limits import UNLIMITED, RateLimits
from byhand.domain.pieces import MIB, file_root
from byhand.domain.plan import StoredTransfer
from byhand.domain.transfer import Transfer, TransferId, TransferState
from byhand.engine.arrival import Arrival
from byhand.engine.arriving_content import ArrivingContent
from byhand.engine.rereading import Rereading
from byhand.engine.source_pieces import SourcePieces
from byhand.network.lane import FrameSender
from byhand.service.arrivals import begin
from byhand.service.friend_session import FriendSession
from byhand.service.silence import LOOKED_APART_SECONDS, SILENT_SECONDS, Silence
from byhand.storage.disk import SYSTEM_DISK
from byhand.storage.disk_calls import LARGEST_FILES
from byhand.storage.spool_writer import SpoolWriter
from byhand.storage.transfer_store import TransferStore
from tests.helpers.clock import Clock
from tests.helpers.kept import manifest_on_disk
from tests.helpers.lasting import Friends, Lasting, befriend, friends_in
from tests.helpers.small_disk import fill, small_disk
from tests.helpers.trees import snapshot, write_files

_S = TransferState
BIG = 64 * MIB
AGAIN_LIMIT = 24 * MIB
"""What may be under way when a link breaks, and is sent once more."""
SLOW_SECONDS = 0.05


class Work:
    """Counts what is sent, written and read again, over all sessions and restarts."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.sources = _made(monkeypatch, SourcePieces)
        self.contents = _made(monkeypatch, ArrivingContent)
        self.readings = _made(monkeypatch, Rereading)

    @property
    def sent_bytes(self) -> int:
        return sum(each.sent_bytes for each in self.sources)

    @property
    def received_bytes(self) -> int:
        return sum(each.received_bytes for each in self.contents)

    @property
    def read_again_bytes(self) -> int:
        return sum(each.read_bytes for each in self.readings)


def _made(monkeypatch: pytest.MonkeyPatch, kind: type) -> list:  # type: ignore[type-arg]
    """Return a list that will hold every object of a class made from now on."""
    objects: list[object] = []
    make: Callable[..., None] = vars(kind)["__init__"]

    def noted(made: object, *arguments: object, **named: object) -> None:
        objects.append(made)
        make(made, *arguments, **named)

    monkeypatch.setattr(kind, "__init__", noted)
    return objects


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Work:
    return Work(monkeypatch)


@pytest.fixture
def quick_folder() -> Iterator[Path]:
    """A folder in memory, where the system has one."""
    memory = "/dev/shm"
    with tempfile.TemporaryDirectory(dir=memory if os.path.isdir(memory) else None) as folder:
        yield Path(folder)


@pytest.fixture
async def friends(quick_folder: Path) -> AsyncIterator[Friends]:
    """Alice and Bob; of what they did nothing may be left in the end."""
    async with friends_in(quick_folder) as both:
        yield both
    assert both.leftovers() == []


@pytest.fixture
def source(quick_folder: Path) -> Path:
    """A folder with a file of many pieces, and some of the size of few."""
    small = {f"small {number:02}": 10_000 + number for number in range(40)}
    return write_files(quick_folder / "from", {"big": BIG, "empty": 0, **small})


async def ended(friends: Friends, transfer_id: TransferId, state: TransferState) -> None:
    """Wait until both sides say that a transfer has ended so."""
    ends = await friends.both_final(transfer_id)
    assert [each.state for each in ends] == [state, state]


async def arrived(friends: Friends, transfer_id: TransferId, source: Path) -> None:
    """Wait until all of a folder is at Bob's, and both say so."""
    ends = await friends.both_final(transfer_id)
    assert [each.state for each in ends] == [_S.DONE, _S.DONE]
    assert [each.failed_files for each in ends] == [0, 0]
    assert snapshot(friends.bob.folder / source.name) == snapshot(source)


async def cut_link(friends: Friends) -> None:
    friends.alice.cut()


async def restart_sender(friends: Friends) -> None:
    await friends.alice.restart()


async def restart_receiver(friends: Friends) -> None:
    await friends.bob.restart()


async def restart_both(friends: Friends) -> None:
    await friends.stop()
    await friends.alice.start()
    await friends.bob.start()


DISTURBANCES = [cut_link, restart_sender, restart_receiver, restart_both]
TWO_OF_THEM = [cut_link, restart_both]


# Cuts and restarts


@pytest.mark.parametrize("disturb", DISTURBANCES)
async def test_it_goes_on_by_itself_and_little_is_sent_again(
    friends: Friends, source: Path, work: Work, disturb: Callable[[Friends], object]
) -> None:
    transfer_id = await friends.accepted(source)
    await friends.bob.until_moved(transfer_id, BIG // 3)
    await disturb(friends)  # type: ignore[misc]
    await arrived(friends, transfer_id, source)
    total = friends.bob.transfer(transfer_id).total_bytes  # type: ignore[union-attr]
    assert work.sent_bytes - total <= AGAIN_LIMIT
    assert work.read_again_bytes == 0


@pytest.mark.parametrize("disturb", TWO_OF_THEM)
async def test_it_goes_on_however_often_that_happens(
    friends: Friends, source: Path, disturb: Callable[[Friends], object]
) -> None:
    transfer_id = await friends.accepted(source)
    for part in range(1, 5):
        await friends.bob.until_moved_or_over(transfer_id, part * BIG // 6)
        await disturb(friends)  # type: ignore[misc]
        await friends.both_here()
    await arrived(friends, transfer_id, source)


@pytest.mark.parametrize("is_kept", [True, False])
async def test_modes_are_kept_if_the_user_says_so_from_the_accept_to_the_end(
    friends: Friends, source: Path, is_kept: bool
) -> None:
    (source / "small 00").chmod(0o755)
    bob = friends.bob
    bob.service.friends.set_policy(bob.friend_id, Policy(keeps_modes=True))
    transfer_id = await friends.accepted(source)
    await bob.until_moved(transfer_id, BIG // 8)
    await restart_both(friends)
    bob.service.friends.set_policy(bob.friend_id, Policy(keeps_modes=is_kept))
    await arrived(friends, transfer_id, source)
    received = sorted((bob.folder / source.name).iterdir())
    executable = [each.name for each in received if os.access(each, os.X_OK)]
    assert executable == (["small 00"] if is_kept else [])


async def test_it_goes_on_in_a_session_that_replaces_an_old_one(
    friends: Friends, source: Path, work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = (friends.alice, friends.bob)
    transfer_id = await friends.accepted(source)
    await friends.bob.until_moved(transfer_id, BIG // 8)
    before = friends.bob.session()
    assert before is not None
    for side in both:
        side.grow_old()
    await friends.bob.until(lambda: friends.bob.session() not in (None, before))
    await arrived(friends, transfer_id, source)
    assert before.ended_with is not None
    total = friends.bob.transfer(transfer_id).total_bytes  # type: ignore[union-attr]
    assert work.sent_bytes - total <= AGAIN_LIMIT


async def test_a_lane_that_falls_silent_is_replaced(
    friends: Friends, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    transfer_id = await friends.accepted(source)
    await friends.bob.until_moved(transfer_id, BIG // 8)
    goes_on = threading.Event()
    send = FrameSender._send

    def silent(self: FrameSender, wire: memoryview) -> None:
        goes_on.wait()
        send(self, wire)

    monkeypatch.setattr(FrameSender, "_send", silent)
    session = friends.bob.session()
    assert session is not None
    before = dict(session.lanes._receiving)
    await friends.bob.until(lambda: all(each.is_listening for each in before.values()))
    clock = Clock()
    session.lanes._silence = Silence(clock)
    while clock.now < Clock().now + SILENT_SECONDS:
        session.lanes.hang_up_silent()
        assert session.lanes._receiving == before
        clock.now += LOOKED_APART_SECONDS / 2
    session.lanes.hang_up_silent()
    await friends.bob.until(lambda: not session.lanes._receiving)
    goes_on.set()
    await arrived(friends, transfer_id, source)
    assert friends.bob.session() is session


async def test_what_was_accepted_just_before_a_kill_need_not_be_accepted_again(
    friends: Friends, source: Path, quick_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bob = friends.bob
    transfer_id = friends.send(source)
    await bob.until_offered(transfer_id)
    goes_on = threading.Event()

    def late(*arguments: object) -> object:
        goes_on.wait()
        return begin(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr("byhand.service.disk_jobs.begin", late)
    bob.service.accept(transfer_id, chosen=[0, 3])
    await bob.until_state(transfer_id, _S.CHECKING)
    await bob.service._handing_over.transfers._keeping.settle()
    await friends.alice.stop()
    killed = await asyncio.to_thread(shutil.copytree, bob.profile, quick_folder / "bob as killed")
    goes_on.set()
    await bob.stop()
    await asyncio.to_thread(shutil.rmtree, bob.folder)
    await asyncio.to_thread(shutil.rmtree, bob.profile)
    await asyncio.to_thread(os.rename, killed, bob.profile)
    await friends.alice.start()
    await bob.start()
    await ended(friends, transfer_id, _S.DONE)
    assert _transfer(bob, transfer_id).done_files == 2


# Holding


@pytest.mark.parametrize("is_by_sender", [True, False])
@pytest.mark.parametrize("disturb", [None, *TWO_OF_THEM])
async def test_a_pause_lasts_until_who_paused_resumes(
    friends: Friends,
    source: Path,
    work: Work,
    is_by_sender: bool,
    disturb: Callable[[Friends], object] | None,
) -> None:
    both = (friends.alice, friends.bob)
    holder, other = both if is_by_sender else reversed(both)
    transfer_id = await friends.accepted(source)
    await friends.bob.until_moved(transfer_id, BIG // 8)
    holder.service.queue.pause(transfer_id)
    for side in both:
        await side.until_state(transfer_id, _S.PAUSED)
    if disturb is not None:
        await disturb(friends)  # type: ignore[misc]
        await friends.both_here()
        for side in both:
            await side.until_state(transfer_id, _S.PAUSED)
    await holder.until(lambda: _held(holder, transfer_id) == (True, False))
    await other.until(lambda: _held(other, transfer_id) == (False, True))
    await holder.party.until_quiet()
    before = work.received_bytes
    other.service.queue.resume(transfer_id)
    await holder.party.until_quiet()
    assert [side.state(transfer_id) for side in both] == [_S.PAUSED, _S.PAUSED]
    assert work.received_bytes == before < BIG
    holder.service.queue.resume(transfer_id)
    await arrived(friends, transfer_id, source)


def _held(side: Lasting, transfer_id: TransferId) -> tuple[bool, bool]:
    transfer = side.transfer(transfer_id)
    assert transfer is not None
    return transfer.paused_by_me, transfer.paused_by_friend


async def test_what_both_hold_goes_on_when_both_have_let_go(friends: Friends, source: Path) -> None:
    transfer_id = await friends.accepted(source)
    await friends.bob.until_moved(transfer_id, BIG // 8)
    for side in (friends.alice, friends.bob):
        side.service.queue.pause(transfer_id)
    for side in (friends.alice, friends.bob):
        await side.until(lambda side=side: _held(side, transfer_id) == (True, True))  # type: ignore[misc]
    friends.alice.service.queue.resume(transfer_id)
    await friends.bob.until(lambda: _held(friends.bob, transfer_id) == (True, False))
    await friends.bob.party.until_quiet()
    assert friends.alice.state(transfer_id) is _S.PAUSED
    friends.bob.service.queue.resume(transfer_id)
    await arrived(friends, transfer_id, source)


@pytest.mark.parametrize("is_by_sender", [True, False])
async def test_what_is_held_and_let_go_while_the_friend_is_away_is_known_when_they_are_back(
    friends: Friends, source: Path, is_by_sender: bool
) -> None:
    both = (friends.alice, friends.bob)
    holder, other = both if is_by_sender else reversed(both)
    transfer_id = await friends.accepted(source)
    await friends.bob.until_moved(transfer_id, BIG // 8)
    await other.stop()
    holder.service.queue.pause(transfer_id)
    await holder.until_state(transfer_id, _S.PAUSED)
    await other.start()
    await other.until(lambda: _held(other, transfer_id) == (False, True))
    await other.stop()
    holder.service.queue.resume(transfer_id)
    await other.start()
    await arrived(friends, transfer_id, source)


async def test_an_offer_that_is_held_waits_when_it_is_accepted(
    friends: Friends, source: Path
) -> None:
    transfer_id = friends.send(source)
    await friends.bob.until_offered(transfer_id)
    friends.bob.service.queue.pause(transfer_id)
    friends.bob.service.accept(transfer_id)
    await friends.bob.until_state(transfer_id, _S.PAUSED)
    await friends.alice.until(lambda: _held(friends.alice, transfer_id) == (False, True))
    friends.bob.service.queue.resume(transfer_id)
    await arrived(friends, transfer_id, source)


# While the friend is away


async def test_what_is_sent_while_the_friend_is_away_goes_when_they_are_back(
    friends: Friends, source: Path
) -> None:
    await friends.bob.stop()
    transfer_id = friends.send(source)
    await friends.alice.until_state(transfer_id, _S.QUEUED)
    await friends.alice.restart()
    (source / "small 01").write_bytes(b"another one now")
    await friends.bob.start()
    await friends.bob.until_offered(transfer_id)
    friends.bob.service.accept(transfer_id)
    await arrived(friends, transfer_id, source)


@pytest.mark.parametrize("is_restarted", [True, False])
async def test_what_is_accepted_while_the_friend_is_away_goes_on_when_they_are_back(
    friends: Friends, source: Path, is_restarted: bool
) -> None:
    transfer_id = friends.send(source)
    await friends.bob.until_offered(transfer_id)
    await friends.alice.stop()
    friends.bob.service.accept(transfer_id)
    await friends.bob.until_state(transfer_id, _S.STALLED)
    if is_restarted:
        await friends.bob.restart()
    await friends.alice.start()
    await arrived(friends, transfer_id, source)


@pytest.mark.parametrize("is_restarted", [True, False])
async def test_what_is_declined_while_the_friend_is_away_is_not_offered_again(
    friends: Friends, source: Path, is_restarted: bool
) -> None:
    transfer_id = friends.send(source)
    await friends.bob.until_offered(transfer_id)
    await friends.alice.stop()
    friends.bob.service.decline(transfer_id)
    await friends.bob.until_final(transfer_id)
    if is_restarted:
        await friends.bob.restart()
    told = len(friends.bob.party.events)
    await friends.alice.start()
    await ended(friends, transfer_id, _S.DECLINED)
    await friends.bob.party.until_quiet()
    assert not any(isinstance(each, TransferAdded) for each in friends.bob.party.events[told:])


@pytest.mark.parametrize("is_by_sender", [True, False])
@pytest.mark.parametrize("is_restarted", [True, False])
async def test_what_is_cancelled_while_the_friend_is_away_ends_when_they_are_back(
    friends: Friends, source: Path, is_by_sender: bool, is_restarted: bool
) -> None:
    both = (friends.alice, friends.bob)
    holder, other = both if is_by_sender else reversed(both)
    transfer_id = await friends.accepted(source)
    await friends.bob.until_moved(transfer_id, BIG // 8)
    await other.stop()
    holder.service.cancel(transfer_id)
    await holder.until_final(transfer_id)
    if is_restarted:
        await holder.restart()
    await other.start()
    await ended(friends, transfer_id, _S.CANCELLED)
    assert [_transfer(side, transfer_id).ended_by_me for side in (holder, other)] == [True, False]


async def test_what_is_withdrawn_while_the_friend_is_away_is_gone_when_they_are_back(
    friends: Friends, source: Path
) -> None:
    transfer_id = friends.send(source)
    await friends.bob.until_offered(transfer_id)
    await friends.bob.stop()
    friends.alice.service.cancel(transfer_id)
    await friends.alice.until_final(transfer_id)
    await friends.bob.start()
    assert friends.bob.state(transfer_id) is _S.OFFERED
    await friends.bob.until(lambda: friends.bob.transfer(transfer_id) is None)


def _transfer(side: Lasting, transfer_id: TransferId) -> Transfer:
    transfer = side.transfer(transfer_id)
    assert transfer is not None
    return transfer


@pytest.mark.parametrize("disturb", DISTURBANCES)
async def test_an_offer_that_stands_is_not_made_again(
    friends: Friends, source: Path, disturb: Callable[[Friends], object]
) -> None:
    transfer_id = friends.send(source)
    await friends.bob.until_offered(transfer_id)
    await friends.alice.until_state(transfer_id, _S.OFFERED)
    told = len(friends.bob.party.events) if disturb in (cut_link, restart_sender) else 0
    await disturb(friends)  # type: ignore[misc]
    await friends.both_here()
    await friends.alice.until_state(transfer_id, _S.OFFERED)
    await friends.bob.party.until_quiet()
    assert all(each.is_counted for each in _changes(friends.bob.party.events[told:], transfer_id))
    friends.bob.service.accept(transfer_id)
    await arrived(friends, transfer_id, source)


async def test_a_manifest_is_forgotten_before_another_takes_its_place(
    friends: Friends, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a stop in between would leave an offer that nobody can read."""
    alice, bob = friends.alice, friends.bob
    transfer_id = friends.send(source)
    await bob.until_offered(transfer_id)
    found: list[object] = []
    create, save = SpoolWriter.create, TransferStore.save_many

    def created(path: Path, *arguments: object) -> object:
        found.append(manifest_on_disk(path.parents[1], transfer_id))
        return create(path, *arguments)  # type: ignore[arg-type]

    def saved(store: TransferStore, rows: Iterable[StoredTransfer]) -> None:
        time.sleep(SLOW_SECONDS)
        save(store, rows)

    monkeypatch.setattr(TransferStore, "save_many", saved)
    for side in (alice, bob):
        await side.restart()
    await friends.both_here()
    await alice.until_state(transfer_id, _S.OFFERED)
    monkeypatch.setattr(SpoolWriter, "create", created)
    outgoing = alice.service._handing_over.transfers._running.outgoing[transfer_id]
    outgoing._offer_afresh()
    await bob.until(lambda: len(found) == 2)
    await bob.until_offered(transfer_id)
    assert found == [None, None]
    bob.service.accept(transfer_id)
    await arrived(friends, transfer_id, source)


def _changes(events: list[Event], transfer_id: TransferId) -> list[Transfer]:
    told = [each for each in events if isinstance(each, TransferAdded | TransferChanged)]
    return [each.transfer for each in told if each.transfer.id == transfer_id]


async def test_the_same_sent_again_joins_what_is_under_way(friends: Friends, source: Path) -> None:
    transfer_id = await friends.accepted(source)
    await friends.bob.until_moved(transfer_id, BIG // 8)
    assert friends.send(source) == transfer_id
    await friends.alice.restart()
    assert friends.send(source) == transfer_id
    await arrived(friends, transfer_id, source)
    another = friends.send(source)
    assert another != transfer_id
    friends.alice.service.cancel(another)
    await friends.alice.until_final(another)


# Parts of a transfer


@pytest.mark.parametrize("is_by_sender", [True, False])
async def test_one_file_of_many_that_either_side_cancels_is_left_out(
    friends: Friends, quick_folder: Path, is_by_sender: bool
) -> None:
    sizes = {"a big": BIG // 2, "b small": 100, "c big": BIG // 2, "d small": 5}
    source = write_files(quick_folder / "from", sizes)
    transfer_id = await friends.accepted(source)
    await friends.bob.until_moved(transfer_id, BIG // 8)
    side = friends.alice if is_by_sender else friends.bob
    side.service.queue.leave_out(transfer_id, [3])
    await ended(friends, transfer_id, _S.PARTLY_DONE)
    expected = snapshot(source)
    del expected["c big"]
    assert snapshot(friends.bob.folder / "from") == expected
    for each in (friends.alice, friends.bob):
        assert _transfer(each, transfer_id).done_files == 3


@pytest.mark.parametrize("disturb", TWO_OF_THEM)
async def test_a_file_that_was_cancelled_stays_out_over_stops(
    friends: Friends, quick_folder: Path, disturb: Callable[[Friends], object]
) -> None:
    source = write_files(quick_folder / "from", {"a": BIG, "b": 500_000, "c": 700_000})
    transfer_id = await friends.accepted(source)
    friends.bob.service.queue.leave_out(transfer_id, [2])
    friends.alice.service.queue.leave_out(transfer_id, [3])
    await friends.bob.until_moved(transfer_id, BIG // 8)
    await disturb(friends)  # type: ignore[misc]
    await ended(friends, transfer_id, _S.PARTLY_DONE)
    assert set(snapshot(friends.bob.folder / "from")) == {"a"}


@pytest.mark.parametrize("disturb", TWO_OF_THEM)
async def test_only_what_was_chosen_comes(
    friends: Friends, quick_folder: Path, disturb: Callable[[Friends], object]
) -> None:
    small = {f"small {number}": 1000 for number in range(5)}
    source = write_files(quick_folder / "from", {"a": BIG, "b": 500_000, **small})
    transfer_id = friends.send(source)
    await friends.bob.until_offered(transfer_id)
    friends.bob.service.accept(transfer_id, chosen=[0, 2, 4, 2])
    await friends.bob.until_moved(transfer_id, BIG // 8)
    await disturb(friends)  # type: ignore[misc]
    await ended(friends, transfer_id, _S.DONE)
    assert set(snapshot(friends.bob.folder / "from")) == {"a", "small 1", "small 2"}


# Words that are lost


async def test_finished_that_is_lost_is_said_again(friends: Friends, source: Path) -> None:
    transfer_id = await friends.accepted(source)
    _cut_when(friends.bob, transfer_id, _S.DONE)
    await arrived(friends, transfer_id, source)


async def test_finished_that_is_lost_is_said_again_after_a_restart(
    friends: Friends, source: Path
) -> None:
    transfer_id = await friends.accepted(source)
    _cut_when(friends.bob, transfer_id, _S.DONE)
    await friends.bob.until_final(transfer_id)
    await friends.bob.restart()
    await arrived(friends, transfer_id, source)


async def test_finished_of_some_files_that_is_lost_is_said_again_with_the_same_counts(
    friends: Friends, quick_folder: Path
) -> None:
    source = write_files(quick_folder / "from", {"a": BIG, "b": 500_000, "c": 700_000})
    transfer_id = await friends.accepted(source)
    friends.bob.service.queue.leave_out(transfer_id, [2])
    _cut_when(friends.bob, transfer_id, _S.PARTLY_DONE)
    await friends.bob.until_final(transfer_id)
    for side in (friends.alice, friends.bob):
        await side.restart()
    await ended(friends, transfer_id, _S.PARTLY_DONE)
    assert _transfer(friends.alice, transfer_id).done_files == 2


async def test_finished_is_said_in_a_session_that_began_while_all_was_being_saved(
    friends: Friends, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_on = threading.Event()
    save = Arrival.save

    def late(arrival: Arrival, **named: bool) -> tuple[str, ...]:
        goes_on.wait()
        return save(arrival, **named)

    monkeypatch.setattr(Arrival, "save", late)
    transfer_id = await friends.accepted(source)
    await friends.bob.until_state(transfer_id, _S.FINALIZING)
    friends.bob.cut()
    await friends.alice.until_state(transfer_id, _S.STALLED)
    await friends.alice.until_state(transfer_id, _S.ACTIVE, _S.CLOSING)
    await friends.bob.party.until_quiet()
    goes_on.set()
    await arrived(friends, transfer_id, source)


async def test_an_answer_that_is_lost_is_said_again(friends: Friends, source: Path) -> None:
    transfer_id = friends.send(source)
    await friends.bob.until_offered(transfer_id)
    _cut_when(friends.bob, transfer_id, _S.CHECKING)
    friends.bob.service.accept(transfer_id)
    await arrived(friends, transfer_id, source)


def _cut_when(side: Lasting, transfer_id: TransferId, state: TransferState) -> None:
    """Break the link at once when a transfer is told to stand so, before that can be said."""

    def hear(event: Event) -> None:
        is_told = isinstance(event, TransferChanged) and event.transfer.id == transfer_id
        if is_told and event.transfer.state is state:  # type: ignore[union-attr]
            side.cut()

    side.service.subscribe(hear)


@pytest.mark.parametrize("is_by_sender", [True, False])
@pytest.mark.parametrize("name", ["pause", "resume", "cancel"])
async def test_what_is_ordered_between_the_words_of_a_new_session_is_heard(
    friends: Friends, source: Path, monkeypatch: pytest.MonkeyPatch, is_by_sender: bool, name: str
) -> None:
    """After our SYNC has left and before theirs is here."""
    both = (friends.alice, friends.bob)
    holder, other = both if is_by_sender else reversed(both)
    transfer_id = await friends.accepted(source)
    await friends.bob.until_moved(transfer_id, BIG // 8)
    if name == "resume":
        holder.service.queue.pause(transfer_id)
        await other.until_state(transfer_id, _S.PAUSED)
    transfers = holder.service._handing_over.transfers
    greet, orders = transfers.greet, holder.service.queue

    def greeted(session: FriendSession) -> None:
        greet(session)
        order = {"pause": orders.pause, "resume": orders.resume, "cancel": holder.service.cancel}
        order[name](transfer_id)

    monkeypatch.setattr(transfers, "greet", greeted)
    holder.cut()
    if name == "cancel":
        await ended(friends, transfer_id, _S.CANCELLED)
        return
    if name == "pause":
        await other.until(lambda: _held(other, transfer_id) == (False, True))
        holder.service.queue.resume(transfer_id)
    await arrived(friends, transfer_id, source)


# Sources that change


@pytest.mark.parametrize("disturb", [None, *TWO_OF_THEM])
async def test_a_source_that_changes_while_it_is_sent_arrives_as_it_is_now(
    friends: Friends, source: Path, disturb: Callable[[Friends], object] | None
) -> None:
    transfer_id = await friends.accepted(source)
    await friends.bob.until_moved(transfer_id, BIG // 3)
    friends.bob.service.queue.pause(transfer_id)
    await friends.alice.until_state(transfer_id, _S.PAUSED)
    with (source / "big").open("r+b") as file:
        file.seek(BIG // 5)
        file.write(b"another content now")
    friends.bob.service.queue.resume(transfer_id)
    if disturb is not None:
        await friends.bob.until_moved(transfer_id, BIG // 2)
        await disturb(friends)  # type: ignore[misc]
    await arrived(friends, transfer_id, source)


@pytest.mark.parametrize("disturb", [None, *TWO_OF_THEM])
async def test_a_source_of_another_length_is_left_out(
    friends: Friends, quick_folder: Path, disturb: Callable[[Friends], object] | None
) -> None:
    source = write_files(quick_folder / "from", {"a": BIG, "b": BIG // 2, "c": 1000})
    transfer_id = await friends.accepted(source)
    await friends.bob.until_moved(transfer_id, BIG // 8)
    with (source / "b").open("ab") as file:
        file.write(b"more")
    if disturb is not None:
        await disturb(friends)  # type: ignore[misc]
    await ended(friends, transfer_id, _S.PARTLY_DONE)
    assert set(snapshot(friends.bob.folder / "from")) == {"a", "c"}
    for side in (friends.alice, friends.bob):
        transfer = _transfer(side, transfer_id)
        assert [each.code for each in transfer.problems] == [Code.SOURCE_CHANGED]
        assert (transfer.done_files, transfer.failed_files) == (2, 1)


# Files that are not what their sender vouched for


@pytest.mark.parametrize("times", [1, 9])
async def test_M05_what_is_not_as_vouched_for_is_asked_for_once_more_and_then_given_up(
    friends: Friends, quick_folder: Path, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    source = write_files(quick_folder / "from", {"a": 3 * MIB, "b": MIB, "c": 1000})
    said = 0

    def wrong(size: int, hashes: Iterable[bytes]) -> bytes:
        nonlocal said
        said += size == MIB
        return bytes(32) if size == MIB and said <= times else file_root(size, hashes)

    monkeypatch.setattr("byhand.engine.piece_writing.file_root", wrong)
    transfer_id = await friends.accepted(source)
    if times == 1:
        await arrived(friends, transfer_id, source)
        return
    await ended(friends, transfer_id, _S.PARTLY_DONE)
    assert set(snapshot(friends.bob.folder / "from")) == {"a", "c"}
    for side in (friends.alice, friends.bob):
        problems = _transfer(side, transfer_id).problems
        assert [each.code for each in problems] == [Code.HASH_MISMATCH]
    assert said == 2


# Several at once


async def test_two_at_once_both_arrive(friends: Friends, quick_folder: Path) -> None:
    sources = [write_files(quick_folder / name, {"big": BIG // 2}) for name in ("one", "two")]
    ids = [await friends.accepted(each) for each in sources]
    for disturb in DISTURBANCES:
        await disturb(friends)
        await friends.both_here()
    for transfer_id, source in zip(ids, sources, strict=True):
        await arrived(friends, transfer_id, source)


async def test_a_small_one_does_not_wait_for_a_huge_one(
    friends: Friends, quick_folder: Path
) -> None:
    huge = write_files(quick_folder / "huge", {"a": 4 * BIG})
    small = write_files(quick_folder / "small", {"a": 1000})
    first = await friends.accepted(huge)
    await friends.bob.until_moved(first, MIB)
    second = await friends.accepted(small)
    await arrived(friends, second, small)
    assert not _transfer(friends.alice, first).is_final
    await arrived(friends, first, huge)


async def go_at_once(side: Lasting, count: int) -> None:
    """Have so many go to one friend at once, and wait until that holds."""
    side.service.profile.set_at_once(count)
    told = side.party.events
    await side.until(
        lambda: any(
            isinstance(each, ProfileChanged) and each.profile.at_once == count for each in told
        )
    )


async def test_they_move_in_the_order_of_the_queue_and_no_more_at_once_than_may(
    friends: Friends, quick_folder: Path
) -> None:
    transfers = friends.alice.service._handing_over.transfers
    await go_at_once(friends.alice, 1)
    names = ("one", "two", "three")
    sources = [write_files(quick_folder / name, {"big": BIG // 2}) for name in names]
    ids = [await friends.accepted(each) for each in sources]
    friends.alice.service.queue.move(ids[2], ids[1])
    running = transfers._running.outgoing
    most = 0
    order: list[TransferId] = []
    while len(order) < len(ids):
        await asyncio.sleep(0.001)
        most = max(most, sum(each.has_turn for each in running.values()))
        order += [id_ for id_ in ids if id_ not in order and _transfer(friends.bob, id_).is_final]
    assert most == 1
    assert order == [ids[0], ids[2], ids[1]]
    for transfer_id, source in zip(ids, sources, strict=True):
        await arrived(friends, transfer_id, source)


async def test_both_sides_show_what_only_waits_for_its_turn(
    friends: Friends, quick_folder: Path
) -> None:
    await go_at_once(friends.alice, 1)
    sources = [write_files(quick_folder / name, {"big": BIG // 2}) for name in ("one", "two")]
    ids = [await friends.accepted(sources[0])]
    await friends.bob.until_moved(ids[0], MIB)
    friends.alice.service.set_transfer_limits(ids[0], RateLimits(up=MIB))
    ids.append(await friends.accepted(sources[1]))
    both = (friends.alice, friends.bob)
    for side in both:
        await side.until(lambda side=side: _transfer(side, ids[1]).awaits_turn)  # type: ignore[misc]
        assert not _transfer(side, ids[0]).awaits_turn
    friends.alice.service.set_transfer_limits(ids[0], UNLIMITED)
    for transfer_id, source in zip(ids, sources, strict=True):
        await arrived(friends, transfer_id, source)
        for side in both:
            assert not _transfer(side, transfer_id).others_first


async def test_how_many_go_at_once_is_changed_while_they_run_and_kept(
    friends: Friends, quick_folder: Path
) -> None:
    alice = friends.alice
    sources = [write_files(quick_folder / name, {"big": BIG // 2}) for name in ("one", "two")]
    ids = []
    for source in sources:
        ids.append(await friends.accepted(source))
        alice.service.set_transfer_limits(ids[-1], RateLimits(up=MIB))
        await friends.bob.until_moved(ids[-1], 1)
    await go_at_once(alice, 1)
    await friends.bob.until(lambda: _transfer(friends.bob, ids[1]).awaits_turn)
    alice.service.set_transfer_limits(ids[1], UNLIMITED)
    assert not _transfer(friends.bob, ids[0]).awaits_turn
    await go_at_once(alice, 2)
    await arrived(friends, ids[1], sources[1])
    assert not _transfer(alice, ids[0]).is_final
    alice.service.set_transfer_limits(ids[0], UNLIMITED)
    await arrived(friends, ids[0], sources[0])
    await alice.restart()
    assert alice.service.profile.now().at_once == 2


# Full disks


DISK_BYTES = 700 * MIB
"""Of which 500 MB are kept free."""


@pytest.fixture
def disk(quick_folder: Path) -> Iterator[Path]:
    with small_disk(quick_folder / "disk", DISK_BYTES) as mounted:
        yield mounted


@pytest.fixture
async def friends_on_disk(friends: Friends, disk: Path) -> AsyncIterator[Friends]:
    """Bob receives on a disk that can be filled."""
    usual, friends.bob.folder = friends.bob.folder, disk / "inbox"
    await friends.bob.restart()
    yield friends
    await friends.stop()
    assert friends.leftovers() == []
    friends.bob.folder = usual


@pytest.mark.parametrize("disturb", [None, *TWO_OF_THEM])
async def test_a_disk_that_fills_up_holds_it_until_there_is_room(
    friends_on_disk: Friends, source: Path, disk: Path, disturb: Callable[[Friends], object] | None
) -> None:
    friends = friends_on_disk
    transfer_id = await friends.accepted(source)
    await friends.bob.until_moved(transfer_id, BIG // 4)
    both = (friends.alice, friends.bob)
    friends.bob.service.queue.pause(transfer_id)
    await friends.alice.until_state(transfer_id, _S.PAUSED)
    filler = await asyncio.to_thread(fill, disk)
    friends.bob.service.queue.resume(transfer_id)
    for side in both:
        await side.until_state(transfer_id, _S.BLOCKED)
        assert _transfer(side, transfer_id).code is Code.DISK_FULL
    if disturb is not None:
        await disturb(friends)  # type: ignore[misc]
        await friends.both_here()
    filler.unlink()
    told = [len(side.party.events) for side in both]
    await arrived(friends, transfer_id, source)
    for side, before in zip(both, told, strict=True):
        states = {each.state for each in _changes(side.party.events[before:], transfer_id)}
        assert _S.OFFERED not in states


async def test_a_disk_that_is_not_mounted_is_waited_for_by_both(
    friends: Friends, source: Path
) -> None:
    transfer_id = await friends.accepted(source)
    await friends.bob.until_moved(transfer_id, BIG // 4)
    await friends.bob.stop()
    folder = friends.bob.folder
    away = folder.rename(folder.with_name("away"))
    await friends.bob.start()  # an empty folder lies there now
    for side in (friends.alice, friends.bob):
        await side.until_state(transfer_id, _S.BLOCKED)
        assert _transfer(side, transfer_id).code is Code.DISK_ERROR
    assert list(folder.iterdir()) == []
    folder.rmdir()
    away.rename(folder)
    await arrived(friends, transfer_id, source)


async def test_an_offer_for_which_there_is_no_room_can_be_accepted_once_there_is(
    friends_on_disk: Friends, source: Path, disk: Path
) -> None:
    friends = friends_on_disk
    filler = await asyncio.to_thread(fill, disk)
    transfer_id = await friends.accepted(source)
    await friends.bob.until(lambda: _transfer(friends.bob, transfer_id).code is Code.DISK_FULL)
    assert friends.bob.state(transfer_id) is _S.OFFERED
    assert _transfer(friends.bob, transfer_id).missing_bytes > BIG
    filler.unlink()
    friends.bob.service.accept(transfer_id)
    await arrived(friends, transfer_id, source)


async def test_K05_an_offer_too_large_for_a_file_system_can_be_accepted_into_another(
    friends: Friends, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = os.open(friends.bob.folder, os.O_RDONLY)
    file_system = SYSTEM_DISK.file_system(folder)
    os.close(folder)
    # What a FAT of 4 GiB would be, without the bytes.
    monkeypatch.setitem(LARGEST_FILES, file_system, BIG - 1)
    transfer_id = await friends.accepted(source)
    await friends.bob.until(lambda: _transfer(friends.bob, transfer_id).code is Code.FILE_TOO_LARGE)
    assert friends.bob.state(transfer_id) is _S.OFFERED
    assert friends.alice.state(transfer_id) is _S.OFFERED
    assert list(friends.bob.folder.iterdir()) == []
    monkeypatch.delitem(LARGEST_FILES, file_system)
    friends.bob.service.accept(transfer_id)
    await arrived(friends, transfer_id, source)


@pytest.mark.parametrize("is_by_sender", [True, False])
async def test_a_full_disk_under_a_profile_costs_the_receiver_time_and_the_sender_nothing(
    quick_folder: Path, source: Path, is_by_sender: bool
) -> None:
    with small_disk(quick_folder / "disk", 24 * MIB) as disk:
        places = (disk, quick_folder) if is_by_sender else (quick_folder, disk)
        alice, bob = (
            Lasting(place / name, quick_folder / f"{name}'s downloads")
            for place, name in zip(places, ("alice", "bob"), strict=True)
        )
        friends = Friends(alice, bob)
        await alice.start()
        await bob.start()
        await befriend(alice, bob)
        transfer_id = await friends.accepted(source)
        await bob.until_moved(transfer_id, BIG // 8)
        bob.service.queue.pause(transfer_id)
        await alice.until_state(transfer_id, _S.PAUSED)
        filler = await asyncio.to_thread(fill, disk)
        bob.service.queue.resume(transfer_id)
        if is_by_sender:
            await bob.until_moved(transfer_id, BIG // 2)
        else:
            for side in (alice, bob):
                await side.until_state(transfer_id, _S.BLOCKED)
            await bob.party.until_quiet()
        filler.unlink()
        await arrived(friends, transfer_id, source)
        await friends.stop()
        assert friends.leftovers() == []


async def test_an_acceptance_that_cannot_be_kept_leaves_the_offer_open(
    quick_folder: Path, source: Path
) -> None:
    with small_disk(quick_folder / "disk", 24 * MIB) as disk:
        alice = Lasting(quick_folder / "alice", quick_folder / "alice's downloads")
        bob = Lasting(disk / "bob", quick_folder / "bob's downloads")
        friends = Friends(alice, bob)
        await alice.start()
        await bob.start()
        await befriend(alice, bob)
        transfer_id = friends.send(source)
        await bob.until_offered(transfer_id)
        filler = await asyncio.to_thread(fill, disk)
        bob.service.accept(transfer_id)
        await bob.until(lambda: _transfer(bob, transfer_id).code is Code.DISK_FULL)
        assert bob.state(transfer_id) is _S.OFFERED
        assert await asyncio.to_thread(os.listdir, bob.folder) == []
        filler.unlink()
        bob.service.accept(transfer_id)
        await arrived(friends, transfer_id, source)
        await friends.stop()
        assert friends.leftovers() == []
