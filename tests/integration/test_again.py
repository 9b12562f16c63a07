"""The same things sent once more, between two whole services: what is read, what travels."""

import asyncio
import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from byhand.domain.pieces import KIB, MIB
from byhand.domain.transfer import Compared, EntryState, TransferId, TransferState
from byhand.protocol.resume_messages import HashAsk
from byhand.storage.source import FileStamp, present_stamp
from tests.helpers.exchanging import Wire, arrived, handed_over, memory_of, offered
from tests.helpers.lanes import write_tree
from tests.helpers.trees import snapshot
from tests.helpers.two_services import SECONDS, Party, party, two_services


@pytest.fixture
def quick_folder() -> Iterator[Path]:
    """A folder in memory, where the system has one."""
    memory = "/dev/shm"
    with tempfile.TemporaryDirectory(dir=memory if os.path.isdir(memory) else None) as folder:
        yield Path(folder)


@pytest.fixture
def slowly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what is copied be copied in many steps, so that there is a time in between."""
    monkeypatch.setattr("byhand.service.stepping.STEP_SECONDS", 0.0)


def stamps(folder: Path) -> dict[str, FileStamp]:
    found = {path.name: present_stamp(str(path)) for path in sorted(folder.rglob("*"))}
    return {name: stamp for name, stamp in found.items() if stamp is not None}


async def known(party: Party, folder: Path) -> set[str]:
    """Return the names of the files of a folder whose hashes a service has kept."""
    memory = memory_of(party)
    await memory.hashes.save()
    looked_at = stamps(folder)
    store = memory._stores.database.hashes
    found = await memory._storage.run(store.lookup_many, tuple(looked_at.values()))
    return {name for name, each in zip(looked_at, found, strict=True) if each is not None}


async def test_what_was_read_to_be_sent_need_not_be_read_again(
    pair: tuple[Party, Party], tmp_path: Path
) -> None:
    alice, bob = pair
    source = write_tree(tmp_path / "from", [10, 300_000, 0, 700_000])
    await handed_over(alice, bob, source)
    assert await known(alice, source) == set(), "they were changed just before"
    memory_of(alice).hashes.cache.clock = lambda: 2**62
    await handed_over(alice, bob, source)
    assert await known(alice, source) == {"00000", "00001", "00003"}


async def test_a_folder_that_is_sent_again_is_copied_here(
    pair: tuple[Party, Party], tmp_path: Path, wire: Wire
) -> None:
    alice, bob = pair
    source = write_tree(tmp_path / "from", [10, 300_000, 0, 700_000, 2000, 3000])
    await handed_over(alice, bob, source)
    wire.clear()
    again = await handed_over(alice, bob, source)
    assert snapshot(bob.folder / "from (1)") == snapshot(source)
    assert wire.lanes < 100, "the file of ten bytes alone"
    assert (alice.transfers()[again].done_files, bob.transfers()[again].done_files) == (6, 6)


async def test_what_comes_back_is_copied_here(
    pair: tuple[Party, Party], tmp_path: Path, wire: Wire
) -> None:
    alice, bob = pair
    source = write_tree(tmp_path / "from", [300_000, 2000])
    await handed_over(alice, bob, source)
    wire.clear()
    await handed_over(bob, alice, bob.folder / "from")
    assert wire.lanes == 0
    assert snapshot(alice.folder / "from") == snapshot(source)


async def test_what_was_deleted_or_has_changed_since_travels_again(
    pair: tuple[Party, Party], tmp_path: Path, wire: Wire
) -> None:
    alice, bob = pair
    source = write_tree(tmp_path / "from", [300_000, 2000, 400_000, 500_000])
    await handed_over(alice, bob, source)
    (bob.folder / "from/00000").unlink()
    (bob.folder / "from/00001").unlink()
    (bob.folder / "from/00002").write_bytes(bytes(400_000))
    wire.clear()
    await handed_over(alice, bob, source)
    assert 702_000 < wire.lanes < 710_000
    assert snapshot(bob.folder / "from (1)") == snapshot(source)


@pytest.mark.parametrize(("count", "size", "most"), [(128, 4 * MIB, 0.001), (2_000, 4 * KIB, 0.02)])
async def test_of_an_identical_folder_only_names_and_roots_travel(
    pair: tuple[Party, Party], quick_folder: Path, wire: Wire, count: int, size: int, most: float
) -> None:
    alice, bob = pair
    bob.service.profile.set_downloads(str(quick_folder))
    source = write_tree(quick_folder / "from", [size] * count)
    await handed_over(alice, bob, source)
    wire.clear()
    await handed_over(alice, bob, source)
    assert wire.lanes == 0
    assert wire.control().total() <= most * count * size
    assert wire.control()["Roots"] <= 0.01 * count * size
    assert snapshot(quick_folder / "from (1)") == snapshot(source)


async def test_what_only_others_have_sent_is_neither_asked_about_nor_used(
    pair: tuple[Party, Party], tmp_path: Path, wire: Wire
) -> None:
    """A file that lies here and came from nobody: a friend must not learn that it is here."""
    alice, bob = pair
    source = write_tree(tmp_path / "from", [300_000, 2000])
    (bob.folder / "mine").mkdir()
    for path in source.iterdir():
        (bob.folder / "mine" / path.name).write_bytes(path.read_bytes())
    await handed_over(alice, bob, source)
    assert wire.lanes > 302_000
    assert "HashAsk" not in wire.control()


def copied(party: Party, transfer_id: TransferId) -> int:
    """Return how many files of a transfer a receiver has copied so far."""
    incoming = party.service._handing_over.transfers._running.incoming.get(transfer_id)
    receiving = incoming._accepted._receiving if incoming is not None else None
    return receiving._states.count(EntryState.SKIPPED) if receiving is not None else 0


async def until_half_copied(party: Party, transfer_id: TransferId) -> None:
    async with asyncio.timeout(SECONDS):
        while not copied(party, transfer_id):  # noqa: ASYNC110  # no event tells it
            await asyncio.sleep(0)


@pytest.mark.parametrize("what", ["link", "pause"])
async def test_what_is_copied_goes_on_after_a_lost_link_and_a_pause(
    pair: tuple[Party, Party],
    tmp_path: Path,
    wire: Wire,
    monkeypatch: pytest.MonkeyPatch,
    what: str,
) -> None:
    alice, bob = pair
    source = write_tree(tmp_path / "from", [1_000_000] * 20)
    await handed_over(alice, bob, source)
    wire.clear()
    monkeypatch.setattr("byhand.service.stepping.STEP_SECONDS", 0.0)
    again = await offered(alice, bob, source)
    bob.service.accept(again)
    await until_half_copied(bob, again)
    if what == "link":
        session = alice.service._people.sessions.get(alice.friend.id)
        assert session is not None
        session._channel.abort()
        await bob.until_state(again, TransferState.STALLED)
    else:
        bob.service.queue.pause(again)
        await bob.until_state(again, TransferState.PAUSED)
        before = copied(bob, again)
        await asyncio.sleep(0.05)
        assert copied(bob, again) <= before + 1
        bob.service.queue.resume(again)
    await arrived(alice, bob, again)
    assert wire.lanes == 0
    assert snapshot(bob.folder / "from (1)") == snapshot(source)


async def test_what_was_copied_before_a_restart_is_not_copied_again_and_nothing_travels(
    tmp_path: Path, wire: Wire, slowly: None
) -> None:
    source = write_tree(tmp_path / "from", [1_000_000] * 20)
    async with contextlib.AsyncExitStack() as stack:
        alice, bob = await stack.enter_async_context(two_services(tmp_path))
        await handed_over(alice, bob, source)
        again = await offered(alice, bob, source)
        bob.service.accept(again)
        await until_half_copied(bob, again)
    wire.clear()
    async with (
        party(tmp_path / "alice", tmp_path / "alice's downloads") as alice,
        party(tmp_path / "bob", tmp_path / "bob's downloads") as bob,
    ):
        port = alice.service._people.port
        bob.service.friends.add_address(bob.friend.id, f"127.0.0.1:{port}")
        await arrived(alice, bob, again)
        # What is told before it can be asked about is not asked about.
        asks = [message for message in wire.messages if isinstance(message, HashAsk)]
        assert sum(sum(ask.entries[1::2]) for ask in asks) < 20
    assert wire.lanes == 0
    assert snapshot(tmp_path / "bob's downloads" / "from (1)") == snapshot(source)


async def test_what_an_offer_would_change_is_told_before_it_is_answered(
    pair: tuple[Party, Party], tmp_path: Path
) -> None:
    alice, bob = pair
    source = write_tree(tmp_path / "from", [10, 300_000, 0, 700_000])
    first = await handed_over(alice, bob, source)
    assert bob.transfers()[first].compared is None
    (source / "new").write_bytes(b"new")
    (source / "00001").write_bytes(b"changed")
    second = await offered(alice, bob, source)
    await bob.until(lambda: bob.transfers()[second].compared is not None)
    assert bob.transfers()[second].compared == Compared(new=1, changed=1, identical=3)
    bob.service.accept(second)
    await arrived(alice, bob, second)
