"""Disks that are full, broken, read-only, away or slow: a state with words, and nothing lost."""

import asyncio
import errno
import functools
import os
import shutil
import subprocess
import tempfile
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from byhand.domain.codes import Code
from byhand.domain.columns import columns_of
from byhand.domain.limits import UNLIMITED, RateLimits
from byhand.domain.manifest import Entry, EntryKind
from byhand.domain.pieces import MIB, Packs
from byhand.domain.transfer import Transfer, TransferId, TransferState
from byhand.engine.acceptance import Acceptance
from byhand.engine.arrival import begin_arrival, resume_arrival
from byhand.errors import DiskFullError
from byhand.service import accepted_receiving, arrivals
from byhand.storage.disk import SYSTEM_DISK, Disk
from byhand.wording.failures import code_sentence
from byhand.wording.holding import held_line
from tests.helpers.arrivals import Receiver
from tests.helpers.disk_faults import ERRORS, TREE, hand_over_with_a_fault
from tests.helpers.faulty_disk import SwitchedDisk, disk_of
from tests.helpers.lasting import Friends, friends_in
from tests.helpers.needs import MISSING, require_tool
from tests.helpers.small_disk import make_read_only, make_writable, small_disk
from tests.helpers.trees import snapshot, write_files

_S = TransferState
BIG = 24 * MIB
TEN_TERABYTES = 10 * 1000**4
WRITES = ("write", "write_at", "allocate")
FLUSHES = ("sync", "sync_data", "sync_file_system")


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
    return write_files(quick_folder / "from", {"big": BIG, "empty": 0, "small": 10_000})


@pytest.fixture(autouse=True)
def looked_for_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(accepted_receiving, "TICKS_TO_RESTORE", 1)


def receive_onto(monkeypatch: pytest.MonkeyPatch, disk: Disk) -> None:
    """Let whatever arrives from now on be written by these calls."""
    for name, call in (("begin_arrival", begin_arrival), ("resume_arrival", resume_arrival)):
        monkeypatch.setattr(arrivals, name, functools.partial(call, disk=disk))


async def under_way(friends: Friends, source: Path) -> TransferId:
    """Return a transfer of which a part is here, held by Bob."""
    transfer_id = friends.send(source)
    await friends.bob.until_offered(transfer_id)
    friends.bob.service.set_transfer_limits(transfer_id, RateLimits(down=8 * MIB))
    friends.bob.service.accept(transfer_id)
    await friends.bob.until_moved(transfer_id, MIB)  # some of the big file, too
    friends.bob.service.queue.pause(transfer_id)
    await friends.alice.until_state(transfer_id, _S.PAUSED)
    friends.bob.service.set_transfer_limits(transfer_id, UNLIMITED)
    return transfer_id


async def blocked(friends: Friends, transfer_id: TransferId, *codes: Code) -> None:
    """Wait until both sides say that Bob's disk does not take it, with the same reason."""
    for side in (friends.alice, friends.bob):
        await side.until(
            lambda side=side: (  # type: ignore[misc]
                side.state(transfer_id) is _S.BLOCKED and now(side, transfer_id).code in codes
            )
        )
    mine = held_line(now(friends.bob, transfer_id), None, "Alice")
    theirs = held_line(now(friends.alice, transfer_id), None, "Bob")
    assert mine.startswith("Your disk ")
    assert theirs.startswith("Bob's disk ")


def now(side: object, transfer_id: TransferId) -> Transfer:
    transfer = side.transfer(transfer_id)  # type: ignore[attr-defined]
    assert isinstance(transfer, Transfer)
    return transfer


async def arrived(friends: Friends, transfer_id: TransferId, source: Path) -> None:
    """Wait until all has arrived, byte for byte, and both say so."""
    ends = await friends.both_final(transfer_id)
    assert [each.state for each in ends] == [_S.DONE, _S.DONE]
    assert snapshot(friends.bob.folder / source.name) == snapshot(source)
    await friends.bob.until(lambda: os.listdir(friends.bob.folder) == [source.name])


# A fault at any call


@pytest.mark.parametrize("first", range(len(ERRORS)))
def test_K01_K02_after_a_fault_at_any_call_an_arrival_goes_on_and_nothing_is_lost(
    tmp_path: Path, first: int
) -> None:
    """A fifth of all pairs of a call and an error; packaging/dev soak disk_faults has all."""
    numbers = list(ERRORS)
    fail_at, calls = 1 + first, 0
    while hand_over_with_a_fault(
        tmp_path / str(fail_at), fail_at, numbers[(fail_at + first) % len(numbers)]
    ):
        fail_at += len(numbers)
        calls += 1
    assert calls > 15


# While a service runs


@pytest.mark.parametrize(
    ("number", "codes"),
    [
        (errno.EIO, [Code.DISK_ERROR]),
        (errno.EACCES, [Code.DENIED]),
        (errno.EROFS, [Code.DENIED]),
        (errno.EDQUOT, [Code.DISK_FULL]),
    ],
    ids=["broken", "denied", "read-only", "quota"],
)
async def test_K02_K04_a_disk_that_takes_nothing_is_waited_for_by_both(
    friends: Friends,
    source: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    codes: list[Code],
) -> None:
    switched = SwitchedDisk()
    receive_onto(monkeypatch, switched.disk)
    transfer_id = await under_way(friends, source)
    switched.error = number
    friends.bob.service.queue.resume(transfer_id)
    await blocked(friends, transfer_id, *codes)
    before = switched.failures
    if number != errno.EDQUOT:
        await friends.bob.until(lambda: switched.failures > before + 1)
    await blocked(friends, transfer_id, *codes)
    switched.error = 0
    await arrived(friends, transfer_id, source)


@pytest.mark.parametrize("only", [WRITES, FLUSHES, ("rename",)], ids=["write", "flush", "rename"])
async def test_K02_a_disk_that_fails_again_and_again_fails_it_and_trying_again_works(
    friends: Friends, source: Path, monkeypatch: pytest.MonkeyPatch, only: tuple[str, ...]
) -> None:
    switched = SwitchedDisk(only)
    receive_onto(monkeypatch, switched.disk)
    transfer_id = await under_way(friends, source)
    switched.error = errno.EIO
    friends.bob.service.queue.resume(transfer_id)
    ends = await friends.both_final(transfer_id)
    assert [each.state for each in ends] == [_S.FAILED, _S.FAILED]
    assert [each.code for each in ends] == [Code.DISK_ERROR, Code.DISK_ERROR]
    assert "Bob's disk" in code_sentence(ends[0].code, ends[0], "Bob")
    assert friends.bob.folder.name in code_sentence(ends[1].code, ends[1], "Alice")
    await friends.bob.until(lambda: os.listdir(friends.bob.folder) == [])
    switched.error = 0
    await friends.both_here()
    again = friends.alice.service.send_again(transfer_id)
    await friends.bob.until_offered(again)
    friends.bob.service.accept(again)
    await arrived(friends, again, source)


async def test_K02_an_error_of_close_loses_nothing(
    friends: Friends, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    switched = SwitchedDisk(("close",))
    receive_onto(monkeypatch, switched.disk)
    transfer_id = await under_way(friends, source)
    switched.error = errno.EIO
    friends.bob.service.queue.resume(transfer_id)
    await friends.bob.until(lambda: switched.failures > 0)
    switched.error = 0
    await arrived(friends, transfer_id, source)


async def test_K02_what_cannot_be_read_back_is_waited_for(
    friends: Friends, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    transfer_id = await under_way(friends, source)
    await friends.bob.stop()
    broken = SwitchedDisk(("read_at",))
    broken.error = errno.EIO
    for part in _parts(friends.bob.folder):
        os.utime(part)  # somebody has been at it: it is read again
    receive_onto(monkeypatch, broken.disk)
    await friends.bob.start()
    friends.bob.service.queue.resume(transfer_id)
    await blocked(friends, transfer_id, Code.DISK_ERROR)
    assert broken.failures
    broken.error = 0
    await arrived(friends, transfer_id, source)


def _parts(folder: Path) -> list[Path]:
    return [path for path in folder.glob(".byhand-*/parts/*") if path.is_file()]


async def test_K03_a_disk_that_fills_up_below_its_reserve_blocks_until_there_is_room(
    friends: Friends, source: Path, quick_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is paused here: somebody else fills the disk while it comes."""
    monkeypatch.setattr("byhand.engine.room_check.CHECK_BYTES", MIB)
    usual = friends.bob.folder
    with small_disk(quick_folder / "disk", 700 * MIB) as disk:
        friends.bob.folder = disk / "inbox"
        await friends.bob.restart()
        transfer_id = friends.send(source)
        await friends.bob.until_offered(transfer_id)
        friends.bob.service.set_transfer_limits(transfer_id, RateLimits(down=8 * MIB))
        friends.bob.service.accept(transfer_id)
        await friends.bob.until_moved(transfer_id, 1)
        filler = await asyncio.to_thread(_fill_but, disk, 400 * MIB)
        await blocked(friends, transfer_id, Code.DISK_FULL)
        assert now(friends.bob, transfer_id).missing_bytes
        free = os.statvfs(disk)
        assert free.f_bavail * free.f_frsize > 350 * MIB, "the reserve is left to others"
        filler.unlink()
        friends.bob.service.set_transfer_limits(transfer_id, UNLIMITED)
        await arrived(friends, transfer_id, source)
        await friends.stop()
    friends.bob.folder = usual


def _fill_but(disk: Path, left: int) -> Path:
    room = os.statvfs(disk)
    filler = disk / "filler"
    with filler.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, room.f_bavail * room.f_frsize - left)
    return filler


async def _blocked_by_remounting(friends: Friends, source: Path, disk: Path) -> TransferId:
    """Return a transfer that waits because Bob's disk became read-only while he was away."""
    transfer_id = await under_way(friends, source)
    await friends.bob.stop()
    make_read_only(disk)
    await friends.bob.start()
    friends.bob.service.queue.resume(transfer_id)
    await blocked(friends, transfer_id, Code.DENIED)
    return transfer_id


async def test_K04_a_disk_that_was_remounted_read_only_is_waited_for(
    friends: Friends, source: Path, quick_folder: Path
) -> None:
    async with _on_disk(friends, quick_folder) as disk:
        transfer_id = await _blocked_by_remounting(friends, source, disk)
        make_writable(disk)
        await arrived(friends, transfer_id, source)


async def test_K04_what_is_given_up_on_a_read_only_disk_is_removed_once_it_can_be(
    friends: Friends, source: Path, quick_folder: Path
) -> None:
    async with _on_disk(friends, quick_folder) as disk:
        transfer_id = await _blocked_by_remounting(friends, source, disk)
        friends.bob.service.cancel(transfer_id)
        ends = await friends.both_final(transfer_id)
        assert [each.state for each in ends] == [_S.CANCELLED, _S.CANCELLED]
        assert [name[:8] for name in os.listdir(friends.bob.folder)] == [".byhand-"]
        make_writable(disk)
        await friends.bob.restart()
        assert os.listdir(friends.bob.folder) == []


async def test_K04_a_disk_that_is_pulled_out_is_gone_on_with_where_it_was(
    friends: Friends, source: Path, quick_folder: Path
) -> None:
    """Torn off while everything is open; in the empty folder below it nothing is made."""
    with small_disk(quick_folder / "stick", 700 * MIB) as stick:
        usual, friends.bob.folder = friends.bob.folder, quick_folder / "mounted"
        friends.bob.folder.mkdir()
        _bind(stick, friends.bob.folder)
        try:
            await friends.bob.restart()
            transfer_id = await under_way(friends, source)
            _tear_off(friends.bob.folder)
            friends.bob.service.queue.resume(transfer_id)
            await blocked(friends, transfer_id, Code.DISK_ERROR)
            assert os.listdir(friends.bob.folder) == []
            _bind(stick, friends.bob.folder)
            await arrived(friends, transfer_id, source)
            await friends.stop()
        finally:
            _tear_off(friends.bob.folder)
        friends.bob.folder = usual


async def test_K04_received_data_that_is_removed_while_it_comes_is_received_again(
    friends: Friends, source: Path
) -> None:
    transfer_id = await under_way(friends, source)
    (staging,) = friends.bob.folder.glob(".byhand-*")
    shutil.rmtree(staging)
    friends.bob.service.queue.resume(transfer_id)
    await arrived(friends, transfer_id, source)


async def test_K04_a_folder_that_is_removed_while_it_comes_is_not_waited_for(
    friends: Friends, source: Path
) -> None:
    transfer_id = await under_way(friends, source)
    shutil.rmtree(friends.bob.folder)
    friends.bob.service.queue.resume(transfer_id)
    ends = await friends.both_final(transfer_id)
    assert [(each.state, each.code) for each in ends] == [(_S.FAILED, Code.DISK_ERROR)] * 2
    assert not friends.bob.folder.exists()
    friends.bob.folder.mkdir()
    await friends.bob.restart()  # only now is it certain that nothing of it is left


async def test_K04_a_disk_that_stalls_holds_up_nobody_else(
    friends: Friends, source: Path, quick_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a network share does whose server is away: the call never returns."""
    goes_on = threading.Event()
    goes_on.set()
    is_stuck = threading.Event()

    def stalling(name: str) -> Callable[..., object]:
        real: Callable[..., object] = getattr(SYSTEM_DISK, name)

        def call(*arguments: object, **named: object) -> object:
            if name == "write_at" and not goes_on.is_set():
                is_stuck.set()
                goes_on.wait()
            return real(*arguments, **named)

        return call

    receive_onto(monkeypatch, disk_of(stalling))
    transfer_id = await under_way(friends, source)
    goes_on.clear()
    try:
        friends.bob.service.queue.resume(transfer_id)
        await friends.bob.until(is_stuck.is_set)
        receive_onto(monkeypatch, SYSTEM_DISK)
        other = write_files(quick_folder / "other", {"small": 1000})
        back = friends.bob.service.send([str(other)], friends.bob.friend_id)
        await friends.alice.until_offered(back)
        friends.alice.service.accept(back)
        assert (await friends.bob.until_final(back)).state is _S.DONE
        assert not now(friends.bob, transfer_id).is_final
    finally:
        goes_on.set()
    await arrived(friends, transfer_id, source)


def _bind(disk: Path, folder: Path) -> None:
    subprocess.run([require_tool("mount"), "--bind", disk, folder], check=True)


def _tear_off(folder: Path) -> None:
    subprocess.run([require_tool("umount"), "--lazy", folder], check=True)


@asynccontextmanager
async def _on_disk(friends: Friends, quick_folder: Path) -> AsyncIterator[Path]:
    """Let Bob receive on a disk of his own."""
    usual = friends.bob.folder
    with small_disk(quick_folder / "disk", 700 * MIB) as disk:
        friends.bob.folder = disk / "inbox"
        await friends.bob.restart()
        yield disk
        await friends.stop()
    friends.bob.folder = usual


# What a disk can hold


def test_K05_a_tree_arrives_on_an_overlay(tmp_path: Path) -> None:
    with small_disk(tmp_path / "upper", 700 * MIB) as upper:
        for name in ("lower", "merged"):
            (tmp_path / name).mkdir()
        for name in ("upper", "work"):
            (upper / name).mkdir()
        options = f"lowerdir={tmp_path}/lower,upperdir={upper}/upper,workdir={upper}/work"
        merged = tmp_path / "merged"
        command = [require_tool("mount"), "-t", "overlay", "-o", options, "overlay", str(merged)]
        if subprocess.run(command, capture_output=True, check=False).returncode:
            pytest.skip(f"{MISSING}a kernel with overlay file systems")
        try:
            assert not hand_over_with_a_fault(merged / "inbox", 10**9, errno.EIO)
        finally:
            subprocess.run([require_tool("umount"), merged], check=True)


def test_K05_a_tree_arrives_in_memory(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 700 * MIB) as disk:
        assert not hand_over_with_a_fault(disk / "inbox", 10**9, errno.EIO)


@pytest.mark.parametrize("allocated", [TEN_TERABYTES, TEN_TERABYTES // 2])
def test_K08_what_claims_ten_terabytes_is_refused_before_anything_is_made(
    tmp_path: Path, allocated: int
) -> None:
    base = tmp_path / "base"
    base.mkdir()
    entries = [Entry(("huge",), EntryKind.FILE, TEN_TERABYTES, allocated)]
    columns = columns_of(entries)
    accepted = Acceptance(TransferId(bytes(16)), entries, columns, Packs(columns), None)
    with Receiver(base, TREE) as receiver, pytest.raises(DiskFullError) as refused:
        begin_arrival(accepted, str(base), receiver.writer, receiver.told.put)
    assert (refused.value.missing_bytes or 0) > TEN_TERABYTES // 4
    assert list(base.iterdir()) == []
