import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from byhand.domain.manifest import Entry
from byhand.domain.plan import Entered
from byhand.errors import DiskFullError, ReadOnlyError, StorageError
from byhand.storage.disk_calls import EXFAT, FAT, Disk
from byhand.storage.os_errors import storage_error
from byhand.storage.staging import Staging, discard_leftover
from byhand.storage.target import CREATE_FLAGS, READ_FLAGS
from byhand.storage.windows_calls import windows_error
from byhand.storage.windows_disk import ZONE
from byhand.storage.windows_places import PAUSES
from tests.helpers.trees import Tree, entries_of, open_descriptors, snapshot
from tests.helpers.windows import DENIED, PREFIX, FakeWindows

TREE: Tree = {
    "folder": None,
    "folder/inner": None,
    "folder/inner/member": b"member",
    "folder/large": b"L" * 3_000,
    "single": b"single",
}
MANY: Tree = {"many": None, **{f"many/{number}": b"%d" % number for number in range(100)}}


@pytest.fixture
def windows() -> FakeWindows:
    return FakeWindows()


@pytest.fixture
def disk(windows: FakeWindows) -> Disk:
    return windows.disk()


@pytest.fixture
def folder(tmp_path: Path, disk: Disk) -> Iterator[int]:
    fd = disk.open_folder(str(tmp_path))
    yield fd
    os.close(fd)


def base_of(tmp_path: Path) -> Path:
    base = tmp_path / "base"
    base.mkdir()
    return base


def received(base: Path, tree: Tree, disk: Disk) -> Staging:
    entries: Sequence[Entry] = entries_of(tree)
    staging = Staging.create(str(base), entries, disk)
    staging.make_folders()
    for index, content in enumerate(tree.values()):
        if content is None:
            continue
        if len(content) < 1_000:
            staging.store_member(index, content)
            continue
        part = staging.open_part(index)
        half = len(content) // 2
        part.write_at(half, content[half:])
        part.write_at(0, content[:half])
        found = bytearray(len(content))
        part.read_into(0, memoryview(found))
        assert bytes(found) == content
        part.close()
        staging.finish_part(index)
    return staging


@pytest.mark.parametrize("tree", [TREE, MANY], ids=["few", "many"])
def test_a_transfer_is_received_and_saved(
    tmp_path: Path, windows: FakeWindows, disk: Disk, tree: Tree
) -> None:
    base, before = base_of(tmp_path), open_descriptors()
    staging = received(base, tree, disk)
    staging.flush()
    staging.commit()
    staging.discard()
    assert snapshot(base) == tree
    assert open_descriptors() == before
    assert windows.slept == []
    assert {*windows.flushed} >= {Path(path).name for path, content in tree.items() if content}


def test_nothing_that_has_a_name_is_replaced(tmp_path: Path, disk: Disk) -> None:
    base = base_of(tmp_path)
    (base / "single").write_bytes(b"old")
    (base / "folder").mkdir()
    staging = received(base, TREE, disk)
    saved = staging.commit()
    staging.discard()
    assert [Path(path).name for path in saved] == ["folder (1)", "single (1)"]
    assert (base / "single").read_bytes() == b"old"


def test_what_was_left_is_gone_on_with(tmp_path: Path, disk: Disk) -> None:
    base = base_of(tmp_path)
    staging = received(base, TREE, disk)
    stamps = staging.stamps(range(len(TREE)))
    staging.close()
    staging = Staging.reopen(staging.path, entries_of(TREE), disk)
    for stamp in stamps:
        assert staging.adopt_part(stamp.entry, stamp.inode) == stamp
        staging.finish_part(stamp.entry)
    for index, content in enumerate(TREE.values()):
        if content is not None and len(content) < 1_000:
            assert staging.adopt_member(index) is not None
            assert staging.read_member(index) == content
    staging.commit()
    staging.discard()
    assert snapshot(base) == TREE


def test_files_are_placed_in_a_folder_that_is_there(tmp_path: Path, disk: Disk) -> None:
    base = base_of(tmp_path)
    (base / "folder/inner").mkdir(parents=True)
    (base / "folder/inner/member").write_bytes(b"old")
    staging = Staging.create(str(base), entries_of(TREE), disk)
    entered: tuple[Entered, ...] = staging.committing.folders_there()
    staging.discard()
    assert [each.name for each in entered] == ["folder"]
    staging = received(base, TREE, disk)
    staging.committing.enter(entered, replaces=True)
    staging.commit()
    staging.discard()
    found = snapshot(base)
    assert found.items() >= TREE.items()
    assert [c for path, c in found.items() if "replaced" in path and c] == [b"old"]


def test_what_a_killed_run_left_is_removed(tmp_path: Path, disk: Disk) -> None:
    base = base_of(tmp_path)
    staging = received(base, TREE, disk)
    staging.close()
    assert discard_leftover(staging.path, disk)
    assert snapshot(base) == {}


# Marks


def test_every_file_carries_the_mark_of_the_web(
    tmp_path: Path, windows: FakeWindows, disk: Disk
) -> None:
    base = base_of(tmp_path)
    staging = received(base, TREE, disk)
    staging.commit()
    staging.discard()
    files = {base / path: ZONE for path, content in TREE.items() if content is not None}
    assert windows.streams == files


def test_a_marked_file_still_has_the_date_of_its_sender(
    tmp_path: Path, windows: FakeWindows, disk: Disk
) -> None:
    staging = received(base_of(tmp_path), TREE, disk)
    windows.times.clear()
    staging.commit()
    staging.discard()
    assert {"member", "large", "single"} <= windows.times.keys()


def test_a_file_system_without_streams_keeps_no_mark(
    tmp_path: Path, windows: FakeWindows, disk: Disk
) -> None:
    windows.streams = None
    base = base_of(tmp_path)
    staging = received(base, TREE, disk)
    staging.commit()
    staging.discard()
    assert snapshot(base) == TREE


@pytest.mark.parametrize(
    ("number", "expected"), [(112, DiskFullError), (19, ReadOnlyError), (1117, StorageError)]
)
def test_a_mark_that_fails_otherwise_is_an_error_and_saving_may_be_tried_again(
    tmp_path: Path,
    windows: FakeWindows,
    disk: Disk,
    number: int,
    expected: type[StorageError],
) -> None:
    base = base_of(tmp_path)
    staging = received(base, TREE, disk)
    windows.error_of["stream"] = number
    with pytest.raises(expected):
        staging.commit()
    assert {path.split("/")[0] for path in snapshot(base)} == {Path(staging.path).name}
    windows.error_of.clear()
    staging.commit()
    staging.discard()
    assert snapshot(base) == TREE


# Somebody who holds a file


def test_K10_a_file_that_is_held_for_seconds_is_saved_then(
    tmp_path: Path, windows: FakeWindows, disk: Disk
) -> None:
    base = base_of(tmp_path)
    staging = received(base, TREE, disk)
    windows.held[Path(staging.path) / "tree/single"] = len(PAUSES)
    staging.commit()
    staging.discard()
    assert snapshot(base) == TREE
    assert windows.slept == list(PAUSES)
    assert sum(PAUSES) == pytest.approx(5)


def test_K10_a_file_that_stays_held_is_a_clear_error_and_saved_later(
    tmp_path: Path, windows: FakeWindows, disk: Disk
) -> None:
    base = base_of(tmp_path)
    staging = received(base, TREE, disk)
    windows.held[Path(staging.path) / "tree/single"] = 10**9
    with pytest.raises(StorageError, match="another program has it open"):
        staging.commit()
    assert sum(windows.slept) == pytest.approx(5)
    windows.held.clear()
    staging.commit()
    staging.discard()
    assert snapshot(base) == TREE


def test_a_folder_that_is_open_is_not_moved(tmp_path: Path, disk: Disk, folder: int) -> None:
    (tmp_path / "a").mkdir()
    inner = disk.open_folder("a", dir_fd=folder)
    with pytest.raises(PermissionError):
        disk.rename("a", "b", folder, folder)
    os.close(inner)
    disk.rename("a", "b", folder, folder)
    assert snapshot(tmp_path) == {"b": None}


# Links, and places that are not what they seem


def test_a_link_is_neither_opened_nor_entered(tmp_path: Path, disk: Disk, folder: int) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "file").write_bytes(b"x")
    (tmp_path / "to folder").symlink_to("real")
    (tmp_path / "to file").symlink_to("file")
    before = open_descriptors()
    with pytest.raises(OSError, match="symbolic"):
        disk.open_folder("to folder", dir_fd=folder)
    with pytest.raises(OSError, match="symbolic"):
        disk.open("to file", READ_FLAGS, dir_fd=folder)
    with pytest.raises(OSError, match="symbolic"):
        disk.open_folder(str(tmp_path / "to folder"))
    assert open_descriptors() == before


def test_a_link_is_seen_as_one(tmp_path: Path, disk: Disk, folder: int) -> None:
    (tmp_path / "link").symlink_to("nowhere")
    status = disk.stat("link", dir_fd=folder, follow_symlinks=False)
    assert stat.S_ISLNK(status.st_mode)


@pytest.mark.parametrize("flags", [READ_FLAGS, CREATE_FLAGS])
def test_a_file_that_turns_out_to_lie_elsewhere_is_refused(
    tmp_path: Path, windows: FakeWindows, disk: Disk, folder: int, flags: int
) -> None:
    if flags == READ_FLAGS:
        (tmp_path / "file").write_bytes(b"x")
    windows.lies[tmp_path / "file"] = tmp_path.parent / "file"
    before = open_descriptors()
    with pytest.raises(OSError, match="somewhere else"):
        disk.open("file", flags, dir_fd=folder)
    assert open_descriptors() == before


def test_another_case_of_the_same_name_is_the_same_place(
    tmp_path: Path, windows: FakeWindows, disk: Disk, folder: int
) -> None:
    (tmp_path / "photos").mkdir()
    windows.lies[tmp_path / "photos"] = tmp_path / "Photos"
    os.close(disk.open_folder("photos", dir_fd=folder))


def test_a_file_is_no_folder(tmp_path: Path, disk: Disk, folder: int) -> None:
    (tmp_path / "file").write_bytes(b"x")
    before = open_descriptors()
    with pytest.raises(NotADirectoryError):
        disk.open_folder("file", dir_fd=folder)
    assert open_descriptors() == before


def test_paths_are_long_ones(windows: FakeWindows, disk: Disk, folder: int) -> None:
    windows.paths.clear()
    os.close(disk.open("f" * 200, CREATE_FLAGS, dir_fd=folder))
    disk.mkdir("d" * 200, dir_fd=folder)
    assert [path.startswith(PREFIX) for path in windows.paths] == [True, True]


# Content


def test_room_is_reserved_before_a_file_is_that_long(
    tmp_path: Path, windows: FakeWindows, disk: Disk
) -> None:
    with (tmp_path / "f").open("w+b") as file:
        disk.allocate(file.fileno(), 100_000)
        assert windows.sparse == {file.fileno()}
        assert windows.reserved == {file.fileno(): 100_000}
        assert file.read() == bytes(100_000)


def test_a_file_system_that_cannot_reserve_makes_files_that_long(
    tmp_path: Path, windows: FakeWindows, disk: Disk
) -> None:
    windows.error_of |= {"make_sparse": 1, "reserve": 50}
    with (tmp_path / "f").open("w+b") as file:
        disk.allocate(file.fileno(), 1_000)
        disk.truncate(file.fileno(), 2_000)
        assert os.fstat(file.fileno()).st_size == 2_000


@pytest.mark.parametrize("call", ["reserve", "set_end"])
def test_a_full_disk_is_one(tmp_path: Path, windows: FakeWindows, disk: Disk, call: str) -> None:
    windows.error_of[call] = 112
    base = base_of(tmp_path)
    with pytest.raises(DiskFullError):
        received(base, TREE, disk)


def test_a_file_opened_for_reading_is_flushed_and_a_folder_is_not(
    tmp_path: Path, windows: FakeWindows, disk: Disk, folder: int
) -> None:
    (tmp_path / "file").write_bytes(b"x")
    fd = disk.open("file", READ_FLAGS, dir_fd=folder)
    disk.sync(fd)
    os.close(fd)
    disk.sync(folder)
    assert windows.flushed == ["file"]


def test_what_the_disk_is_formatted_as_is_known(
    windows: FakeWindows, disk: Disk, folder: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = []
    for name in ("NTFS", "FAT", "FAT32", "exFAT", "ReFS"):
        monkeypatch.setattr(windows, "file_system", lambda _, name=name: name)
        found.append(disk.file_system(folder))
    assert found == [0, FAT, FAT, EXFAT, 0]


def test_room_is_told_of_a_path_and_of_a_folder(tmp_path: Path, disk: Disk, folder: int) -> None:
    assert disk.room(folder).total == disk.room(str(tmp_path)).total > 0


def test_dates_are_counted_from_1601(
    tmp_path: Path, windows: FakeWindows, disk: Disk, folder: int
) -> None:
    (tmp_path / "file").write_bytes(b"x")
    disk.utime("file", ns=(0, 1_000_000_000), dir_fd=folder, follow_symlinks=False)
    # 134,774 days lie between, of 864,000,000,000 ticks each.
    assert windows.times["file"] == (134_774 * 864 * 10**9, 134_774 * 864 * 10**9 + 10**7)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (2, FileNotFoundError),
        (3, FileNotFoundError),
        (5, PermissionError),
        (80, FileExistsError),
        (183, FileExistsError),
        (267, NotADirectoryError),
    ],
)
def test_error_numbers_have_their_classes(number: int, expected: type[OSError]) -> None:
    assert type(windows_error(number)) is expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (39, DiskFullError),
        (112, DiskFullError),
        (1295, DiskFullError),
        (19, ReadOnlyError),
        (DENIED, ReadOnlyError),
        (32, StorageError),
        (1117, StorageError),
    ],
)
def test_error_numbers_are_our_errors(number: int, expected: type[StorageError]) -> None:
    assert type(storage_error(windows_error(number), "place")) is expected
