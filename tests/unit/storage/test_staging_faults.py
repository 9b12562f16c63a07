"""Faults at every call: nothing half-written ever stands under a final name."""

import errno
import itertools
import os
from collections.abc import Collection, Sequence
from functools import partial
from pathlib import Path

import pytest
from msgspec.structs import replace

from byhand.domain.manifest import Entry
from byhand.errors import DiskFullError, ReadOnlyError, StorageError
from byhand.storage.disk import SYSTEM_DISK, Disk
from byhand.storage.posix_disk import rename_in_steps
from byhand.storage.staging import Staging
from byhand.storage.unflushed import FEW_FILES
from tests.helpers.faulty_disk import (
    ALL_CALLS,
    FaultyDisk,
    inode_of,
)
from tests.helpers.recording_disk import RecordingDisk, inodes_below
from tests.helpers.trees import Tree, entries_of, open_descriptors, snapshot

SMALL: Tree = {
    "folder": None,
    "folder/empty": None,
    "folder/member": b"member",
    "folder/nothing": b"",
    "folder/part": b"p" * 1000,
    "single": b"single",
}
LARGE: Tree = {"folder": None, "other": b"x"} | {
    f"folder/{number}": b"y" for number in range(FEW_FILES)
}
AS_PART = 1000
OLD: Tree = {"folder": b"here before", "precious": b"x"}


def receive_all(base: Path, tree: Tree, disk: Disk) -> None:
    staging = received(base, tree, disk)
    try:
        staging.flush()
        staging.commit()
    finally:
        staging.discard()


def received(base: Path, tree: Tree, disk: Disk) -> Staging:
    """Return a staging folder in which a whole tree has arrived."""
    staging = Staging.create(str(base), entries_of(tree), disk)
    try:
        staging.make_folders()
        for index, content in enumerate(tree.values()):
            if content is not None:
                store(staging, index, content)
    except BaseException:
        staging.discard()
        raise
    return staging


def store(staging: Staging, index: int, content: bytes) -> None:
    if len(content) < AS_PART:
        staging.store_member(index, content)
        return
    part = staging.open_part(index)
    try:
        part.write_at(0, content)
    finally:
        part.close()
    staging.finish_part(index)


def make_old(base: Path) -> Path:
    base.mkdir()
    for name, content in OLD.items():
        assert content is not None
        (base / name).write_bytes(content)
    return base


@pytest.mark.parametrize(
    ("number", "expected"),
    [(errno.ENOSPC, DiskFullError), (errno.EIO, StorageError), (errno.EROFS, ReadOnlyError)],
    ids=["full", "broken", "read-only"],
)
def test_K01_K02_a_fault_at_any_call_leaves_whole_files_or_none(
    tmp_path: Path, number: int, expected: type[StorageError]
) -> None:
    calls = fail_everywhere(tmp_path, SMALL, number, expected, only=ALL_CALLS)
    assert calls > 50


def test_K01_a_fault_while_many_files_are_flushed_leaves_whole_files_or_none(
    tmp_path: Path,
) -> None:
    only = ["mkdir", "sync_file_system", "sync", "rename"]
    calls = fail_everywhere(tmp_path, LARGE, errno.ENOSPC, DiskFullError, only)
    assert calls > 6


def fail_everywhere(
    tmp_path: Path,
    tree: Tree,
    number: int,
    expected: type[StorageError],
    only: Collection[str],
) -> int:
    """Receive a tree again and again, each time with the next call failing, until none does."""
    before = open_descriptors()
    final = {path.replace("folder", "folder (1)", 1): content for path, content in tree.items()}
    for fail_at in itertools.count(1):
        faulty = FaultyDisk(fail_at, number, only)
        base = make_old(tmp_path / str(fail_at))
        try:
            receive_all(base, tree, faulty.disk)
        except expected:
            assert faulty.has_failed
        else:
            assert not faulty.has_failed
            assert snapshot(base) == OLD | final
            return fail_at
        assert open_descriptors() == before
        assert_whole(snapshot(base), final)
    raise AssertionError


def assert_whole(found: Tree, final: Tree) -> None:
    """Every top-level item is old and untouched, or new and complete; nothing else is there."""
    assert found.items() >= OLD.items()
    new = {path: content for path, content in found.items() if path not in OLD}
    tops = {path.split("/")[0] for path in new}
    assert new == {path: content for path, content in final.items() if path.split("/")[0] in tops}


@pytest.mark.parametrize("call", ["open", "write", "write_at", "allocate", "mkdir"])
def test_K01_after_a_full_disk_the_same_file_may_be_tried_again(tmp_path: Path, call: str) -> None:
    base = make_old(tmp_path / "base")
    entries: Sequence[Entry] = entries_of(SMALL)
    # Making the staging folder itself takes calls too: those are counted first.
    counted = FaultyDisk()
    Staging.create(str(base), entries, counted.disk).discard()
    faulty = FaultyDisk(counted.calls.count(call) + 1, errno.ENOSPC, only=[call])
    staging = Staging.create(str(base), entries, faulty.disk)
    for index, content in enumerate(SMALL.values()):
        if content is None:
            continue
        try:
            store(staging, index, content)
        except DiskFullError:
            store(staging, index, content)
    assert faulty.has_failed
    staging.commit()
    staging.discard()
    assert snapshot(base).items() >= {"single": b"single", "folder (1)/member": b"member"}.items()


def test_K01_after_a_full_disk_saving_may_be_tried_again_whatever_failed(tmp_path: Path) -> None:
    final = {path.replace("folder", "folder (1)", 1): content for path, content in SMALL.items()}
    for fail_at in itertools.count(1):
        base = make_old(tmp_path / str(fail_at))
        calls = _calls_before_commit(make_old(tmp_path / f"{fail_at} counted"))
        faulty = FaultyDisk(calls + fail_at, errno.ENOSPC)
        staging = received(base, SMALL, faulty.disk)
        try:
            saved = staging.commit()
        except DiskFullError:
            saved = staging.commit()
        staging.discard()
        assert saved == (str(base / "folder (1)"), str(base / "single"))
        assert snapshot(base) == OLD | final
        if not faulty.has_failed:
            assert fail_at > 25
            return


def _calls_before_commit(base: Path) -> int:
    counted = FaultyDisk()
    received(base, SMALL, counted.disk).discard()
    return len(counted.calls)


@pytest.mark.parametrize("tree", [SMALL, LARGE], ids=["few", "many"])
def test_P2_P3_what_gets_a_final_name_would_survive_a_power_loss(
    tmp_path: Path, tree: Tree
) -> None:
    base = make_old(tmp_path / "base")
    base_inode = inode_of(str(base))
    final_names: list[str] = []

    def before_rename(disk: RecordingDisk, name: str, source: int, target: int) -> None:
        if inode_of(target) == base_inode:
            final_names.append(name)
            assert not inodes_below(name, source) & disk.unflushed

    careful = RecordingDisk(before_rename)
    receive_all(base, tree, careful.disk)
    assert set(final_names) == {path.split("/")[0] for path in tree}
    assert base_inode not in careful.unflushed
    assert careful.calls[-1] == "sync"


@pytest.mark.parametrize("tree", [SMALL, LARGE], ids=["few", "many"])
def test_P3_what_was_flushed_would_survive_a_power_loss(tmp_path: Path, tree: Tree) -> None:
    base = make_old(tmp_path / "base")
    careful = RecordingDisk()
    staging = Staging.create(str(base), entries_of(tree), careful.disk)
    staging.make_folders()
    for index, content in enumerate(tree.values()):
        if content is not None and len(content) < AS_PART:
            staging.store_member(index, content)
    if tree is SMALL:
        part = staging.open_part(4)
        part.write_at(0, b"p" * AS_PART)
        part.close()
    folder = os.open(staging.path, os.O_RDONLY)
    assert inodes_below("tree", folder) & careful.unflushed
    staging.flush()
    assert not inodes_below("tree", folder) & careful.unflushed
    assert not inodes_below("parts", folder) & careful.unflushed
    os.close(folder)
    staging.discard()


def test_many_files_are_flushed_at_once_and_few_one_by_one(tmp_path: Path) -> None:
    calls = []
    for name, tree in (("few", SMALL), ("many", LARGE)):
        disk = FaultyDisk()
        receive_all(make_old(tmp_path / name), tree, disk.disk)
        calls.append(disk.calls)
    assert "sync_file_system" not in calls[0]
    assert calls[1].count("sync_file_system") == 2
    # The record of the names and its folder; the folder in which the names are.
    assert calls[1].count("sync") == 3


def test_K05_a_file_system_without_links_and_without_the_call_replaces_nothing(
    tmp_path: Path,
) -> None:
    def link(*_args: object, **_kwargs: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    base = make_old(tmp_path / "base")
    (base / "single").write_bytes(b"old")
    receive_all(base, SMALL, replace(SYSTEM_DISK, rename=partial(rename_in_steps, link=link)))
    found = snapshot(base)
    assert found["single"] == b"old"
    assert found.items() >= {"single (1)": b"single", "folder (1)/member": b"member"}.items()
    assert not [path for path in found if path.startswith(".byhand")]
