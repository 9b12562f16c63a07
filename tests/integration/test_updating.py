"""Two whole services, and a folder that the receiver has already brought up to date."""

import asyncio
import os
from datetime import date
from pathlib import Path

import pytest

from byhand.domain.limits import LOWEST_RATE, UNLIMITED, RateLimits
from byhand.domain.pieces import KIB
from byhand.domain.transfer import EntryState, TransferId, TransferState
from tests.helpers.exchanging import Wire, arrived, handed_over, offered
from tests.helpers.trees import Tree, snapshot
from tests.helpers.two_services import SECONDS, Party, party, two_services

PIECE = 256 * KIB
DAY = date.today().isoformat()  # noqa: DTZ011  # as people see it
FILES: Tree = {
    "big": os.urandom(8 * PIECE),
    "empty": b"",
    "inner": None,
    "inner/a": os.urandom(3000),
    "inner/large": os.urandom(4 * PIECE),
    "tiny": b"t",
}
REPLACED = f"folder (replaced {DAY})"


def put(folder: Path, files: Tree = FILES) -> Path:
    folder.mkdir(exist_ok=True)
    for path, content in files.items():
        if content is None:
            (folder / path).mkdir(exist_ok=True)
        else:
            (folder / path).write_bytes(content)
    return folder


def stamp_of(path: Path) -> tuple[int, ...]:
    """Return what tells a file that was written from one that was only read."""
    found = path.stat()
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def change(source: Path) -> None:
    """Change one piece of a large file, and the end of another; and a small one; and add one."""
    with (source / "big").open("r+b") as file:
        file.seek(3 * PIECE)
        file.write(b"changed")
    with (source / "inner/large").open("ab") as file:
        file.write(b"longer")
    (source / "inner/a").write_bytes(b"another")
    (source / "new").write_bytes(b"new")


async def updated(sender: Party, receiver: Party, source: Path) -> TransferId:
    transfer_id = await offered(sender, receiver, source)
    receiver.service.accept(transfer_id, updates=True)
    return await arrived(sender, receiver, transfer_id)


async def until_skipped(side: Party, transfer_id: TransferId, entry: int) -> None:
    """Wait until a file is found to be here; nobody is told of that."""
    standing_of = side.service._handing_over.transfers.standing_of(transfer_id)
    assert standing_of is not None
    async with asyncio.timeout(SECONDS):
        while True:
            if standing_of(entry).state is EntryState.SKIPPED:
                return
            await asyncio.sleep(0.01)


async def test_only_what_changed_travels_and_what_it_replaces_is_kept(
    pair: tuple[Party, Party], tmp_path: Path, wire: Wire
) -> None:
    alice, bob = pair
    source = put(tmp_path / "folder")
    await handed_over(alice, bob, source)
    (bob.folder / "folder/mine").write_bytes(b"mine")
    old = snapshot(bob.folder / "folder")
    change(source)
    wire.clear()
    transfer_id = await updated(alice, bob, source)
    assert snapshot(bob.folder / "folder") == snapshot(source) | {"mine": b"mine"}
    assert snapshot(bob.folder / REPLACED) == {
        "big": old["big"],
        "inner": None,
        "inner/a": old["inner/a"],
        "inner/large": old["inner/large"],
    }
    assert PIECE < wire.lanes < PIECE + 5000, "one piece, what is new, and frames that say the same"
    assert bob.transfers()[transfer_id].saved_paths == (str(bob.folder / "folder"),)
    await bob.until_only("folder", REPLACED)


async def test_a_folder_that_nobody_exchanged_is_brought_up_to_date_as_well(
    pair: tuple[Party, Party], tmp_path: Path, wire: Wire
) -> None:
    alice, bob = pair
    source = put(tmp_path / "folder")
    put(bob.folder / "folder")
    inodes = {path: (bob.folder / "folder" / path).stat().st_ino for path in FILES}
    change(source)
    await updated(alice, bob, source)
    assert snapshot(bob.folder / "folder") == snapshot(source)
    assert wire.lanes < PIECE + 5000
    for path in ("empty", "tiny"):
        assert (bob.folder / "folder" / path).stat().st_ino == inodes[path], "it is the same"


async def test_an_identical_folder_is_left_as_it_is(
    pair: tuple[Party, Party], tmp_path: Path, wire: Wire
) -> None:
    alice, bob = pair
    source = put(tmp_path / "folder")
    put(bob.folder / "folder")
    before = {path: stamp_of(bob.folder / "folder" / path) for path in FILES}
    await updated(alice, bob, source)
    assert wire.lanes == 0
    assert {path: stamp_of(bob.folder / "folder" / path) for path in FILES} == before
    await bob.until_only("folder")


@pytest.mark.parametrize("is_gone", [False, True])
async def test_what_was_the_same_and_changes_before_the_end_is_replaced_as_well(
    pair: tuple[Party, Party], tmp_path: Path, is_gone: bool
) -> None:
    """Another transfer may have brought up to date the same folder, or our user has."""
    alice, bob = pair
    source = put(tmp_path / "folder")
    put(bob.folder / "folder")
    (source / "slow").write_bytes(os.urandom(4 * PIECE))
    transfer_id = await offered(alice, bob, source)
    alice.service.set_transfer_limits(transfer_id, RateLimits(up=LOWEST_RATE))
    bob.service.accept(transfer_id, updates=True)
    await until_skipped(bob, transfer_id, ["", *FILES].index("inner/large"))
    (bob.folder / "folder/inner/large").unlink()
    if not is_gone:
        (bob.folder / "folder/inner/large").write_bytes(b"mine")
    assert bob.transfers()[transfer_id].state is TransferState.ACTIVE
    alice.service.set_transfer_limits(transfer_id, UNLIMITED)
    await arrived(alice, bob, transfer_id)
    assert snapshot(bob.folder / "folder") == snapshot(source)
    if not is_gone:
        assert (bob.folder / REPLACED / "inner/large").read_bytes() == b"mine"


async def test_where_there_is_no_folder_of_the_name_it_is_made(
    pair: tuple[Party, Party], tmp_path: Path
) -> None:
    alice, bob = pair
    source = put(tmp_path / "folder")
    await updated(alice, bob, source)
    await bob.until_only("folder")
    assert snapshot(bob.folder) == {"folder": None} | {
        f"folder/{path}": content for path, content in FILES.items()
    }


async def test_without_being_told_to_a_folder_that_is_there_is_not_touched(
    pair: tuple[Party, Party], tmp_path: Path, wire: Wire
) -> None:
    alice, bob = pair
    source = put(tmp_path / "folder")
    old = put(bob.folder / "folder")
    before = snapshot(old)
    change(source)
    await handed_over(alice, bob, source)
    assert snapshot(old) == before
    assert snapshot(bob.folder / "folder (1)") == snapshot(source)
    assert wire.lanes < PIECE + 5000, "but what it holds is of use"


async def test_a_folder_that_is_swapped_for_a_link_is_not_written_into(
    pair: tuple[Party, Party], tmp_path: Path
) -> None:
    alice, bob = pair
    source = put(tmp_path / "folder")
    put(bob.folder / "folder", {"inner": None, "inner/a": b"old"})
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    transfer_id = await offered(alice, bob, source)
    alice.service.queue.pause(transfer_id)
    bob.service.accept(transfer_id, updates=True)
    await bob.until_state(transfer_id, TransferState.PAUSED)
    (bob.folder / "folder").rename(bob.folder / "moved")
    (bob.folder / "folder").symlink_to(elsewhere)
    alice.service.queue.resume(transfer_id)
    await arrived(alice, bob, transfer_id)
    assert os.listdir(elsewhere) == []
    assert snapshot(bob.folder / "moved") == {"inner": None, "inner/a": b"old"}
    assert snapshot(bob.folder / "folder (1)") == snapshot(source)


async def test_what_is_in_place_is_known_after_a_restart_and_not_asked_about_again(
    tmp_path: Path, wire: Wire
) -> None:
    source = put(tmp_path / "folder")
    async with two_services(tmp_path) as (alice, bob):
        put(bob.folder / "folder")
        change(source)
        transfer_id = await offered(alice, bob, source)
        bob.service.accept(transfer_id, updates=True)
        await bob.until_state(transfer_id, TransferState.ACTIVE, TransferState.FINALIZING)
    async with (
        party(tmp_path / "alice", tmp_path / "alice's downloads") as alice,
        party(tmp_path / "bob", tmp_path / "bob's downloads") as bob,
    ):
        if not bob.transfers()[transfer_id].is_final:
            port = alice.service._people.port
            bob.service.friends.add_address(bob.friend.id, f"127.0.0.1:{port}")
        await arrived(alice, bob, transfer_id)
        assert snapshot(bob.folder / "folder") == snapshot(source)
        await bob.until_only("folder", REPLACED)
