"""Folders and names that somebody swaps while files arrive: what is other people's stays as it is.

Whoever swaps has our user's rights, by hand or with a program in a shared folder.
"""

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from msgspec.structs import replace

from byhand.domain.transfer import TransferState
from byhand.engine.arrival import Arrival
from byhand.errors import LocalProtocolError, StorageError
from byhand.service import accepted_receiving
from byhand.storage.disk import SYSTEM_DISK, Disk
from tests.helpers.arrivals import Receiver
from tests.helpers.disk_faults import FINAL, OLD, TREE
from tests.helpers.faulty_disk import disk_of
from tests.helpers.lanes import write_tree
from tests.helpers.needs import require_tool
from tests.helpers.small_disk import small_ext4
from tests.helpers.trees import Tree, snapshot
from tests.helpers.two_services import Party

_S = TransferState
Swap = Callable[[Path, Path], None]
Seen = dict[str, tuple[int, int, bytes]]


@pytest.fixture
def base(tmp_path: Path) -> Path:
    folder = tmp_path / "base"
    folder.mkdir()
    for name, content in OLD.items():
        (folder / name).write_bytes(content or b"")
    return folder


@pytest.fixture
def outside(tmp_path: Path) -> Iterator[Path]:
    """A folder of somebody else, with the names that are received; nothing in it may change."""
    folder = tmp_path / "outside"
    (folder / "folder").mkdir(parents=True)
    for name in ("0", "1", "big", "folder/big", "folder/member", "member", "single"):
        (folder / name).write_bytes(b"of somebody else")
        (folder / name).chmod(0o640)
    before = _seen(folder)
    yield folder
    assert _seen(folder) == before


def _seen(folder: Path) -> Seen:
    files = [path for path in folder.rglob("*") if not path.is_dir()]
    return {
        str(path.relative_to(folder)): (
            path.lstat().st_mode,
            path.lstat().st_mtime_ns,
            path.read_bytes(),
        )
        for path in files
    }


def _by_link(path: Path, target: Path) -> None:
    """Put a link where something lies, which is moved away."""
    if os.path.lexists(path):
        path.rename(_aside(target) / f"{path.name} moved")
    path.symlink_to(target)


def _aside(outside: Path) -> Path:
    return next(each.parent for each in (outside, *outside.parents) if each.name == "outside")


def _everything(arrival: Arrival, receiver: Receiver) -> None:
    receiver.sender.serve(arrival)
    receiver.flush(arrival)


# The base folder


@pytest.mark.parametrize("swap", ["another", "link", "gone", "file"])
def test_K04_between_accept_and_commit_another_base_folder_gets_nothing(
    base: Path, outside: Path, swap: str
) -> None:
    away = base.with_name("away")
    with Receiver(base, TREE) as receiver:
        arrival = receiver.begin()
        _everything(arrival, receiver)
        base.rename(away)
        match swap:
            case "another":
                base.mkdir()
            case "link":
                base.symlink_to(outside)
            case "file":
                base.write_bytes(b"a file")
        with pytest.raises(StorageError):
            arrival.save()
        path = receiver.kill(arrival)
        with pytest.raises(StorageError):
            receiver.resume(path, was_stopped_well=True, is_same_boot=True)
        if swap == "another":
            assert snapshot(base) == {}
            base.rmdir()
        elif swap != "gone":
            base.unlink()
        away.rename(base)
        again = receiver.resume(path, was_stopped_well=True, is_same_boot=True)
        receiver.save(again)
    assert snapshot(base) == OLD | FINAL


async def test_K04_a_service_waits_for_the_base_folder_that_was_accepted(
    pair: tuple[Party, Party], tmp_path: Path, outside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(accepted_receiving, "TICKS_TO_RESTORE", 1)
    alice, bob = pair
    source = write_tree(tmp_path / "photos", [10, 5_000_000, 30])
    transfer_id = alice.service.send([str(source)], alice.friend.id)
    await bob.until_offered(transfer_id)
    bob.service.queue.pause(transfer_id)
    await alice.until_state(transfer_id, _S.OFFERED)
    bob.service.accept(transfer_id)
    await bob.until_state(transfer_id, _S.PAUSED)
    away = bob.folder.rename(tmp_path / "away")
    bob.folder.symlink_to(outside)
    bob.service.queue.resume(transfer_id)
    for side in (alice, bob):
        await side.until_state(transfer_id, _S.BLOCKED)
    bob.folder.unlink()
    away.rename(bob.folder)
    assert (await alice.until_final(transfer_id)).state is _S.DONE
    assert snapshot(bob.folder / "photos") == snapshot(source)


# The staging folder


SWAPS: dict[str, Swap] = {
    "staging": _by_link,
    "parts": lambda staging, outside: _by_link(staging / "parts", outside),
    "tree": lambda staging, outside: _by_link(staging / "tree", outside),
    "folder in tree": lambda staging, outside: _by_link(staging / "tree/folder", outside),
    "part": lambda staging, outside: _by_link(staging / "parts/1", outside / "1"),
    "member": lambda staging, outside: _by_link(staging / "tree/folder/member", outside / "member"),
    "top file": lambda staging, outside: _by_link(staging / "tree/single", outside / "single"),
    "placed": lambda staging, outside: _by_link(staging / "placed", outside / "single"),
    "names": lambda staging, outside: _by_link(staging / "names", outside / "single"),
}


@pytest.mark.parametrize("moment", ["begun", "half", "arrived", "first rename", "stopped"])
@pytest.mark.parametrize("name", SWAPS)
def test_K04_a_link_in_place_of_something_of_ours_is_never_followed(
    base: Path, outside: Path, name: str, moment: str
) -> None:
    is_due = [moment == "first rename"]
    path = ""

    def swap() -> None:
        with suppress(FileNotFoundError):  # its folder is not made yet
            SWAPS[name](Path(path), outside)

    def before(_: str) -> None:
        if is_due[0] and path:
            is_due[0] = False
            swap()

    with Receiver(base, TREE, _watched(before)) as receiver:
        arrival = receiver.begin()
        path = arrival.staging.path
        is_whole = True
        try:
            if moment == "begun":
                swap()
            receiver.sender.serve(arrival, 2)
            if moment == "half":
                swap()
            _everything(arrival, receiver)
            if moment == "stopped":
                receiver.stop(arrival)
                swap()
                arrival = receiver.resume(path, was_stopped_well=True, is_same_boot=True)
                _everything(arrival, receiver)
            if moment == "arrived":
                swap()
            arrival.save()
        except (StorageError, LocalProtocolError):
            is_whole = False
        with suppress(StorageError):
            arrival.discard()
    found = {path: each for path, each in snapshot(base).items() if path[:8] != ".byhand-"}
    assert found.items() >= OLD.items()
    assert not any((base / each).is_symlink() for each in found), "no link is handed over"
    if is_whole:
        assert found == OLD | FINAL


def _watched(before: Callable[[str], None]) -> Disk:
    """Return a disk that tells what is about to be renamed."""

    def rename(source: str, target: str, source_folder: int, target_folder: int) -> None:
        before(target)
        SYSTEM_DISK.rename(source, target, source_folder, target_folder)

    return replace(disk_of(lambda name: getattr(SYSTEM_DISK, name)), rename=rename)


# Names at the top


def _take_by_a_file(path: Path) -> None:
    path.write_bytes(b"in the last moment")


def _take_by_a_full_folder(path: Path) -> None:
    path.mkdir()
    (path / "x").write_bytes(b"x")


TAKEN: dict[str, Callable[[Path], None]] = {
    "file": _take_by_a_file,
    "folder": Path.mkdir,
    "full folder": _take_by_a_full_folder,
    "dangling link": lambda path: path.symlink_to("nowhere"),
    "link": lambda path: path.symlink_to("precious"),
}


@pytest.mark.parametrize("kind", TAKEN)
def test_K04_a_name_that_is_taken_before_is_left_as_it_is(base: Path, kind: str) -> None:
    TAKEN[kind](base / "single")
    before = _top(base / "single")
    with Receiver(base, TREE) as receiver:
        arrival = receiver.begin()
        _everything(arrival, receiver)
        saved = receiver.save(arrival)
    assert saved == (str(base / "folder (1)"), str(base / "single (1)"))
    assert _top(base / "single") == before
    assert (base / "single (1)").read_bytes() == TREE["single"]
    assert not (base / "nowhere").exists()


@pytest.mark.parametrize("kind", TAKEN)
def test_K04_a_name_that_is_taken_in_the_last_moment_is_left_as_it_is(
    base: Path, kind: str
) -> None:
    """Three times: as often as one is promised, somebody takes it before the rename."""
    taken: list[Path] = []

    def before(target: str) -> None:
        if target.startswith("single") and len(taken) < 3:
            taken.append(base / target)
            TAKEN[kind](base / target)

    with Receiver(base, TREE, _watched(before)) as receiver:
        arrival = receiver.begin()
        _everything(arrival, receiver)
        saved = receiver.save(arrival)
    assert [path.name for path in taken] == ["single", "single (1)", "single (2)"]
    assert saved[1] == str(base / "single (3)")
    assert (base / "single (3)").read_bytes() == TREE["single"]
    fresh = base.with_name("fresh")
    fresh.mkdir()
    (fresh / "precious").write_bytes(b"x")
    TAKEN[kind](fresh / "single")
    assert {_top(path) for path in taken} == {_top(fresh / "single")}
    assert not (base / "nowhere").exists()


def _top(path: Path) -> tuple[object, ...]:
    if path.is_symlink():
        return "link", os.readlink(path)
    return tuple(snapshot(path).items()) if path.is_dir() else (path.read_bytes(),)


# A folder that is brought up to date


@pytest.mark.parametrize("moment", ["arrived", "first rename"])
@pytest.mark.parametrize("where", ["folder", "folder/inner"])
def test_K04_an_update_does_not_follow_a_link_in_place_of_its_folder(
    tmp_path: Path, outside: Path, where: str, moment: str
) -> None:
    base = tmp_path / "shared"
    (base / "folder/inner").mkdir(parents=True)
    (base / "folder/inner/big").write_bytes(b"older")
    (base / "folder/member").write_bytes(b"older")
    tree: Tree = {
        "folder": None,
        "folder/inner": None,
        "folder/inner/big": bytes(3_000_000),
        "folder/member": b"member",
    }
    is_due = [moment == "first rename"]

    def before(_: str) -> None:
        if is_due[0]:
            is_due[0] = False
            _by_link(base / where, outside)

    with Receiver(base, tree, _watched(before)) as receiver:
        receiver.accepted = replace(receiver.accepted, updates=True)
        arrival = receiver.begin()
        _everything(arrival, receiver)
        if moment == "arrived":
            _by_link(base / where, outside)
        with suppress(StorageError):
            arrival.want_changed()
            arrival.save()
        arrival.discard()


# Names that differ in case alone


def test_K05_on_a_disk_that_folds_case_both_of_two_names_arrive(tmp_path: Path) -> None:
    tree: Tree = {"Photo": b"one", "photo": b"two"}
    with small_ext4(tmp_path / "disk", 700_000_000, "casefold") as disk:
        base = disk / "inbox"
        base.mkdir()
        subprocess.run([require_tool("chattr"), "+F", base], check=True)
        (base / "PHOTO").write_bytes(b"here before")
        with Receiver(base, tree) as receiver:
            arrival = receiver.begin()
            _everything(arrival, receiver)
            saved = receiver.save(arrival)
        assert len(saved) == 2
        contents = sorted(path.read_bytes() for path in base.iterdir())
        assert contents == [b"here before", b"one", b"two"]
