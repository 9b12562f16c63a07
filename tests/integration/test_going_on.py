"""Transfers that go on by themselves: over cuts, restarts, pauses and full disks."""

import os
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import pytest

from byhand.domain.events import Event, TransferAdded, TransferChanged
from byhand.domain.pieces import MIB
from byhand.domain.transfer import Transfer, TransferId, TransferState
from byhand.engine.arriving_content import ArrivingContent
from byhand.engine.rereading import Rereading
from byhand.engine.source_pieces import SourcePieces
from tests.helpers.lasting import Friends, Lasting, friends_in
from tests.helpers.trees import snapshot, write_files

_S = TransferState
BIG = 96 * MIB
AGAIN_LIMIT = 32 * MIB
"""What may be under way when a link breaks, and is sent once more."""


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
    make = kind.__init__

    def noted(self: object, *arguments: object, **named: object) -> None:
        objects.append(self)
        make(self, *arguments, **named)

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


@pytest.mark.parametrize("disturb", DISTURBANCES)
async def test_it_goes_on_however_often_that_happens(
    friends: Friends, source: Path, disturb: Callable[[Friends], object]
) -> None:
    transfer_id = await friends.accepted(source)
    for part in range(1, 5):
        await friends.bob.until(
            lambda part=part: (
                friends.bob.done_bytes(transfer_id) >= part * BIG // 6  # type: ignore[misc]
                or friends.bob.transfer(transfer_id).is_final
            )  # type: ignore[union-attr]
        )
        await disturb(friends)  # type: ignore[misc]
        await friends.both_here()
    await arrived(friends, transfer_id, source)


# Holding


@pytest.mark.parametrize("is_by_sender", [True, False])
@pytest.mark.parametrize("disturb", [None, *DISTURBANCES])
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
