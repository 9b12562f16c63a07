"""What is received is placed in a folder that was there before, and that folder is never harmed."""

import itertools
import os
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from byhand.domain.manifest import Entry
from byhand.domain.plan import Entered
from byhand.errors import DiskFullError, StorageError
from byhand.storage import entered_folders
from byhand.storage.disk import SYSTEM_DISK, Disk
from byhand.storage.staging import Staging
from byhand.storage.unflushed import FEW_FILES
from tests.helpers.faulty_disk import DyingDisk, FaultyDisk, Killed
from tests.helpers.trees import Tree, entries_of, open_descriptors, snapshot

TREE: Tree = {
    "top": None,
    "top/changed": b"new",
    "top/inner": None,
    "top/inner/changed": b"new",
    "top/inner/new": b"new",
    "top/new": b"new",
    "top/sub": None,
    "top/sub/deep": None,
    "top/sub/deep/file": b"new",
    "top/sub/empty": None,
}
OLD: Tree = {
    "top": None,
    "top/changed": b"old",
    "top/inner": None,
    "top/inner/changed": b"old",
    "top/inner/mine": b"mine",
    "top/mine": b"mine",
}
DAY = date.today().isoformat()  # noqa: DTZ011  # as people see it
REPLACED = f"top (replaced {DAY})"
UPDATED = TREE | {"top/mine": b"mine", "top/inner/mine": b"mine"}
KEPT: Tree = {
    REPLACED: None,
    f"{REPLACED}/changed": b"old",
    f"{REPLACED}/inner": None,
    f"{REPLACED}/inner/changed": b"old",
}


@pytest.fixture(autouse=True)
def nothing_stays_open() -> Iterator[None]:
    before = open_descriptors()
    yield
    assert open_descriptors() == before


def put(folder: Path, tree: Tree = OLD) -> Path:
    folder.mkdir(exist_ok=True)
    for path, content in tree.items():
        if content is None:
            (folder / path).mkdir()
        else:
            (folder / path).write_bytes(content)
    return folder


def received(
    base: Path,
    tree: Tree = TREE,
    disk: Disk = SYSTEM_DISK,
    *,
    replaces: bool = True,
    entries: Sequence[Entry] = (),
) -> Staging:
    """Return a staging folder that enters what is there, and in which everything has arrived."""
    staging = Staging.create(str(base), entries or entries_of(tree), disk)
    staging.committing.enter(staging.committing.folders_there(), replaces=replaces)
    staging.make_folders()
    for index, content in enumerate(tree.values()):
        if content is not None:
            staging.store_member(index, content)
    return staging


def leave(staging: Staging, index: int) -> None:
    """Leave a file of the folder that is there as it is."""
    file = staging.existing.file(index)
    assert file is not None
    staging.committing.in_place.leave(index, file.stamp)


def commit(staging: Staging) -> list[str]:
    try:
        return [os.path.basename(name) for name in staging.commit()]
    finally:
        staging.discard()


def test_new_files_come_and_changed_ones_make_way_for_theirs(tmp_path: Path) -> None:
    base = put(tmp_path / "base")
    inode = (base / "top").stat().st_ino
    assert commit(received(base)) == ["top"]
    assert snapshot(base) == UPDATED | KEPT
    assert (base / "top").stat().st_ino == inode


def test_what_makes_way_twice_a_day_is_kept_apart(tmp_path: Path) -> None:
    base = put(tmp_path / "base")
    commit(received(base))
    commit(received(base, {"top": None, "top/new": b"newer"}))
    assert (base / "top/new").read_bytes() == b"newer"
    assert (base / f"{REPLACED} (1)/new").read_bytes() == b"new"
    assert not (base / f"{REPLACED} (1)/changed").exists()


def test_if_nothing_is_replaced_nothing_is_made_beside_it(tmp_path: Path) -> None:
    base = put(tmp_path / "base", {"top": None, "top/mine": b"mine"})
    commit(received(base))
    assert snapshot(base) == TREE | {"top/mine": b"mine"}


def test_files_come_beside_what_is_not_theirs_to_replace(tmp_path: Path) -> None:
    base = put(tmp_path / "base")
    assert commit(received(base, replaces=False)) == ["top"]
    assert snapshot(base) == TREE | OLD | {
        "top/changed (1)": b"new",
        "top/inner/changed (1)": b"new",
    }


def test_a_folder_and_a_file_of_one_name_are_both_kept(tmp_path: Path) -> None:
    base = put(tmp_path / "base", {"top": None, "top/sub": b"a file", "top/new": None})
    (base / "top/new/inside").write_bytes(b"mine")
    commit(received(base))
    assert snapshot(base) == TREE | {
        REPLACED: None,
        f"{REPLACED}/new": None,
        f"{REPLACED}/new/inside": b"mine",
        f"{REPLACED}/sub": b"a file",
    }


def test_where_a_file_is_in_the_way_of_a_folder_all_comes_under_another_name(
    tmp_path: Path,
) -> None:
    old: Tree = {"top": None, "top/sub": None, "top/sub/deep": b"a file"}
    base = put(tmp_path / "base", old)
    assert commit(received(base, replaces=False)) == ["top (1)"]
    there = {key.replace("top", "top (1)", 1): content for key, content in TREE.items()}
    assert snapshot(base) == old | there


@pytest.mark.parametrize("replaces", [True, False])
def test_links_in_the_folder_are_moved_away_or_avoided_and_never_followed(
    tmp_path: Path, replaces: bool
) -> None:
    elsewhere = put(tmp_path / "elsewhere", {"deep": None, "changed": b"precious"})
    base = put(tmp_path / "base", {"top": None, "top/mine": b"mine"})
    (base / "top/sub").symlink_to(elsewhere)
    (base / "top/changed").symlink_to(elsewhere / "changed")
    before = snapshot(elsewhere)
    saved = commit(received(base, replaces=replaces))
    assert snapshot(elsewhere) == before
    links = {name: (base / "top" / name).is_symlink() for name in ("sub", "changed")}
    if replaces:
        assert saved == ["top"]
        assert snapshot(base / "top") == {
            key.removeprefix("top/"): content for key, content in TREE.items() if key != "top"
        } | {"mine": b"mine"}
        assert (base / REPLACED / "sub").is_symlink()
        assert (base / REPLACED / "changed").is_symlink()
    else:
        assert (saved, links) == (["top (1)"], {"sub": True, "changed": True})


def swap_for_a_link(base: Path) -> None:
    (base / "top").rename(base / "moved")
    (base / "top").symlink_to(base / "moved")


def swap_for_another(base: Path) -> None:
    (base / "top").rename(base / "moved")
    (base / "top").mkdir()


def remove(base: Path) -> None:
    (base / "top").rename(base.parent / "moved")


@pytest.mark.parametrize("swap", [swap_for_a_link, swap_for_another])
def test_another_folder_in_the_place_of_the_one_that_was_meant_is_not_entered(
    tmp_path: Path, swap: "object"
) -> None:
    base = put(tmp_path / "base")
    staging = received(base)
    swap(base)  # type: ignore[operator]
    assert commit(staging) == ["top (1)"]
    assert snapshot(base / "moved") == snapshot(put(tmp_path / "same") / "top")
    assert (base / "top (1)/new").read_bytes() == b"new"


def test_a_folder_that_is_gone_is_made_anew(tmp_path: Path) -> None:
    base = put(tmp_path / "base")
    staging = received(base)
    remove(base)
    assert commit(staging) == ["top"]
    assert snapshot(base) == TREE


@pytest.mark.parametrize("swap", [swap_for_a_link, swap_for_another, remove])
def test_if_a_part_of_it_lies_there_already_the_rest_comes_nowhere_else(
    tmp_path: Path, swap: "object"
) -> None:
    base = put(tmp_path / "base")
    staging = received(base)
    leave(staging, 1)
    swap(base)  # type: ignore[operator]
    before = snapshot(base)
    with pytest.raises(StorageError):
        staging.commit()
    staging.close()
    assert {key for key in snapshot(base) if not key.startswith(".byhand")} == {
        key for key in before if not key.startswith(".byhand")
    }


def test_a_file_that_is_in_place_stays_as_it_is(tmp_path: Path) -> None:
    base = put(tmp_path / "base", OLD | {"top/changed": TREE["top/changed"]})
    staging = received(base)
    staging.remove(1)
    leave(staging, 1)
    inode = (base / "top/changed").stat().st_ino
    commit(staging)
    assert (base / "top/changed").stat().st_ino == inode
    assert not (base / REPLACED / "changed").exists()


@pytest.mark.parametrize("change", ["write", "remove", "another", "folder"])
def test_what_has_changed_in_place_is_noticed(tmp_path: Path, change: str) -> None:
    base = put(tmp_path / "base", OLD)
    staging = received(base)
    number = list(TREE).index("top/inner/changed")
    leave(staging, number)
    assert staging.committing.take_changed() == []
    path = base / "top/inner/changed"
    match change:
        case "write":
            path.write_bytes(b"odd")
        case "remove":
            path.unlink()
        case "another":
            (base / "other").write_bytes(b"old")
            (base / "other").rename(path)
        case _:
            (base / "top/inner").rename(base / "moved")
    assert list(staging.stamps([number])) == [] or change == "folder"
    assert staging.committing.take_changed() == [number]
    assert number not in staging.committing.in_place
    staging.discard()


def test_what_is_placed_is_found_under_another_name_of_its_folder(tmp_path: Path) -> None:
    base = put(tmp_path / "base", {"top (1)": None, "top (1)/mine": b"mine"})
    staging = Staging.create(str(base), entries_of(TREE))
    status = (base / "top (1)").stat()
    entered = Entered("top", "top (1)", status.st_dev, status.st_ino)
    staging.committing.enter([entered], replaces=False)
    staging.make_folders()
    for index, content in enumerate(TREE.values()):
        if content is not None:
            staging.store_member(index, content)
    assert commit(staging) == ["top (1)"]
    assert (base / "top (1)/inner/new").read_bytes() == b"new"
    assert not (base / "top").exists()


# Kills


def kills(tmp_path: Path, old: Tree, tree: Tree) -> Iterator[tuple[Path, str]]:
    """Yield a base folder and the staging folder in it, killed before each call in turn."""
    for number in itertools.count(1):
        base = put(tmp_path / f"{number}", old)
        dying = DyingDisk(10**9)
        staging = received(base, tree, dying.disk)
        dying.left = number
        try:
            staging.commit()
        except Killed:
            staging.close()
            yield base, staging.path
        else:
            staging.discard()
            assert number > 20
            return


def test_P3_after_a_kill_at_any_moment_everything_is_there_once(tmp_path: Path) -> None:
    for base, path in kills(tmp_path, OLD, TREE):
        staging = Staging.reopen(path, entries_of(TREE))
        entered = staging.committing.folders_there()
        staging.committing.enter(entered, replaces=True)
        for index, content in enumerate(TREE.values()):
            if content is not None and not staging.is_given(index):
                assert staging.adopt_member(index) is not None
        staging.make_folders()
        assert commit(staging) == ["top"]
        assert snapshot(base) == UPDATED | KEPT


class Looked(list[Entry]):
    """Counts how often all of it is looked through."""

    looks = 0

    def __iter__(self) -> Iterator[Entry]:
        self.looks += 1
        return super().__iter__()


@pytest.mark.parametrize("together", [2, 1000])
def test_what_is_placed_is_looked_for_once_however_many_folders_are_entered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, together: int
) -> None:
    monkeypatch.setattr(entered_folders, "PROMISED_AT_ONCE", together)
    looks = []
    for count in (1, 20):
        base = tmp_path / f"{count}"
        tops = [f"top {number}" for number in range(count)]
        put(base, dict.fromkeys(tops))
        tree: Tree = dict.fromkeys(tops)
        tree |= dict.fromkeys([f"{top}/a" for top in tops], b"new")
        entries = Looked(entries_of(tree))
        staging = received(base, tree, entries=entries)
        entries.looks = 0
        assert commit(staging) == tops
        assert snapshot(base) == tree
        looks.append(entries.looks)
    assert looks[0] == looks[1]


def test_after_an_error_at_any_moment_it_goes_on_where_it_was(tmp_path: Path) -> None:
    for number in itertools.count(1):
        base = put(tmp_path / f"{number}")
        faulty = FaultyDisk(only=("mkdir", "open", "rename", "sync", "write_at"))
        staging = received(base, TREE, faulty.disk)
        faulty.fail_after(number)
        try:
            staging.commit()
        except DiskFullError:
            assert commit(staging) == ["top"]
            assert snapshot(base) == UPDATED | KEPT
        else:
            staging.discard()
            assert number > 20
            return


class CountedPaths(list[tuple[str, ...]]):
    """Local paths, and how many were asked for."""

    looks = 0

    def __getitem__(self, index: object) -> tuple[str, ...]:  # type: ignore[override]
        self.looks += 1
        return super().__getitem__(index)  # type: ignore[call-overload,no-any-return]

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        self.looks += len(self)
        return super().__iter__()


def test_the_work_grows_as_the_folders_do_however_many_lie_at_the_top(tmp_path: Path) -> None:
    looks = []
    for count in (20, 40):
        tree: Tree = {}
        for number in range(count):
            tree |= {f"top {number}": None, f"top {number}/new": b"new"}
        base = put(tmp_path / f"{count}", {path: None for path in tree if "/" not in path})
        staging = received(base, tree)
        paths = staging.committing._paths = CountedPaths(staging._paths)
        assert len(commit(staging)) == count
        looks.append(paths.looks)
    assert looks[1] <= 2 * looks[0]


def test_many_files_are_flushed_by_their_file_system(tmp_path: Path) -> None:
    many: Tree = {"top": None} | {f"top/{number}": b"new" for number in range(FEW_FILES + 1)}
    base = put(tmp_path / "base", dict.fromkeys(many, b"old") | {"top": None})
    calls: list[int] = []

    def sync_file_system(fd: int) -> None:
        calls.append(fd)
        SYSTEM_DISK.sync_file_system(fd)

    disk = replace(SYSTEM_DISK, sync_file_system=sync_file_system)
    assert commit(received(base, many, disk)) == ["top"]
    assert len(calls) == 2, "before anything is placed, and after everything is"
    assert set(snapshot(base / "top").values()) == {b"new"}
    assert set(snapshot(base / REPLACED).values()) == {b"old"}
