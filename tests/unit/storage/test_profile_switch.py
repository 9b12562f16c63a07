import errno
from pathlib import Path

import pytest

from byhand.errors import StorageError
from byhand.storage.atomic import replace_file
from byhand.storage.disk import SYSTEM_DISK, Disk
from byhand.storage.profile_switch import PARTS, finish_switch, stage_switch, switch
from tests.helpers.faulty_disk import DyingDisk, FaultyDisk, Killed
from tests.helpers.trees import Tree, snapshot

OLD: Tree = {name: b"old " + name.encode() for name in (*PARTS, "byhand.db")}
NEW: Tree = {name: b"new " + name.encode() for name in PARTS}
DECIDED_AT = 1 + 6 * len(PARTS) + 1
"""The call that decides: it comes after a mkdir and six calls for each file."""
KEPT: Tree = {f"{name}.before-import": OLD[name] for name in PARTS}
SWITCHED: Tree = {**OLD, **NEW, **KEPT}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    profile = tmp_path / "profile"
    profile.mkdir()
    return profile


def fill(folder: Path, tree: Tree) -> None:
    for name, content in tree.items():
        assert content is not None
        (folder / name).write_bytes(content)


def put_in_place(folder: Path, disk: Disk = SYSTEM_DISK, tree: Tree = NEW) -> None:
    staged = stage_switch(folder, disk)
    for name, content in tree.items():
        assert content is not None
        replace_file(staged / name, content, disk)
    switch(folder, disk)


def test_new_files_take_the_places_and_the_old_ones_are_kept_beside(folder: Path) -> None:
    fill(folder, OLD)
    put_in_place(folder)
    assert snapshot(folder) == SWITCHED


def test_an_empty_profile_keeps_nothing(folder: Path) -> None:
    put_in_place(folder)
    assert snapshot(folder) == NEW


def test_what_was_kept_once_is_never_replaced(folder: Path) -> None:
    fill(folder, OLD)
    put_in_place(folder)
    newest: Tree = dict.fromkeys(PARTS, b"newest")
    put_in_place(folder, tree=newest)
    second: Tree = {f"{name}.before-import.2": NEW[name] for name in PARTS}
    assert snapshot(folder) == {**OLD, **newest, **KEPT, **second}


def test_files_kept_together_have_one_number(folder: Path) -> None:
    fill(folder, {**OLD, "friends.before-import": b"of an import that had nothing else"})
    put_in_place(folder)
    kept: Tree = {f"{name}.before-import.2": OLD[name] for name in PARTS}
    assert kept.items() <= snapshot(folder).items()


def test_a_kill_before_any_call_leaves_the_old_files_or_the_new(folder: Path) -> None:
    outcomes = []
    dies_at = 0
    while True:
        dies_at += 1
        profile = folder / str(dies_at)
        profile.mkdir()
        fill(profile, OLD)
        try:
            put_in_place(profile, DyingDisk(dies_at).disk)
        except Killed:
            finish_switch(profile)
            outcomes.append(snapshot(profile))
        else:
            break
    assert dies_at > 20
    decided = outcomes.index(SWITCHED)
    assert outcomes == [OLD] * decided + [SWITCHED] * (len(outcomes) - decided)
    assert decided > 10


def test_a_kill_while_a_switch_is_finished_is_no_obstacle_either(folder: Path) -> None:
    dies_at = 0
    while True:
        dies_at += 1
        profile = folder / str(dies_at)
        profile.mkdir()
        fill(profile, OLD)
        with pytest.raises(Killed):
            put_in_place(profile, DyingDisk(DECIDED_AT + 2).disk)
        try:
            finish_switch(profile, DyingDisk(dies_at).disk)
        except Killed:
            finish_switch(profile)
        else:
            break
        assert snapshot(profile) == SWITCHED
    assert dies_at > 5


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
def test_P8_after_a_fault_at_any_call_the_old_files_hold_or_the_new(
    folder: Path, number: int
) -> None:
    fail_at = 0
    while True:
        fail_at += 1
        profile = folder / str(fail_at)
        profile.mkdir()
        fill(profile, OLD)
        faulty = FaultyDisk(fail_at, number)
        try:
            put_in_place(profile, faulty.disk)
        except StorageError:
            assert faulty.has_failed
            finish_switch(profile)
            assert snapshot(profile) in (OLD, SWITCHED)
        else:
            break
    assert fail_at > 20


def test_what_decides_comes_after_all_is_on_the_disk(folder: Path) -> None:
    fill(folder, OLD)
    disk = FaultyDisk()
    put_in_place(folder, disk.disk)
    writing = ["open", "write", "sync", "replace", "open", "sync"]
    flushing = ["open", "sync"]
    moving = [*["replace"] * len(PARTS), *flushing]
    assert disk.calls == [
        *("mkdir", *writing * len(PARTS)),
        *("replace", *flushing),
        *moving * 2,
    ]


def test_a_link_in_the_place_of_a_file_is_kept_as_a_link(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_bytes(b"x")
    (folder / "identity.key").symlink_to(tmp_path / "elsewhere")
    put_in_place(folder)
    assert (tmp_path / "elsewhere").read_bytes() == b"x"
    assert (folder / "identity.key.before-import").is_symlink()


def test_without_a_switch_nothing_is_touched(folder: Path) -> None:
    fill(folder, OLD)
    (folder / "import.1").mkdir()
    before = snapshot(folder)
    finish_switch(folder)
    assert snapshot(folder) == before
