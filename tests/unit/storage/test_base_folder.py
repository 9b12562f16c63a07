"""A base folder that is not there, and how much fits into one that is."""

import os
from pathlib import Path

import pytest
from msgspec.structs import replace

from byhand.errors import StorageError
from byhand.storage.base_folder import RESERVE_SHARE, is_removed, open_base, room_for_files
from byhand.storage.disk import SYSTEM_DISK
from byhand.storage.disk_calls import Room


def test_a_folder_is_removed_only_if_its_disk_is_there_without_it(tmp_path: Path) -> None:
    device = tmp_path.stat().st_dev
    folder = tmp_path / "stick" / "Downloads"
    assert is_removed(str(folder), device)
    assert not is_removed(str(folder), device + 1), "it was on another disk"
    folder.parent.mkdir()
    folder.symlink_to("nowhere")
    assert not is_removed(str(folder), device), "something has its name"


def test_two_names_may_be_missing_right_below_home_and_nowhere_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for path in ("Downloads/Anna", "Downloads/Marek"):
        assert room_for_files(str(tmp_path / path)) is not None
        os.close(open_base(str(tmp_path / path), SYSTEM_DISK).fd)
        assert (tmp_path / path).is_dir()
    for path in ("stick/photos/Anna", "elsewhere/stick/Anna"):
        with pytest.raises(StorageError):
            open_base(str(tmp_path / path), SYSTEM_DISK)
        with pytest.raises(StorageError):
            room_for_files(str(tmp_path / path))
    assert [each.name for each in tmp_path.iterdir()] == ["Downloads"]


def test_the_room_for_files_leaves_a_reserve() -> None:
    disk = replace(SYSTEM_DISK, room=lambda _: Room(10**12, 10**11))
    assert room_for_files("/", disk) == 10**11 - 10**12 // RESERVE_SHARE
    small = replace(SYSTEM_DISK, room=lambda _: Room(10**9, 10**8))
    assert room_for_files("/", small) == 0


def test_a_disk_that_does_not_tell_is_not_taken_for_a_full_one() -> None:
    assert room_for_files("/", replace(SYSTEM_DISK, room=lambda _: Room(0, 0))) is None


def test_a_folder_that_can_be_made_has_the_room_of_its_parent(tmp_path: Path) -> None:
    asked: list[str | int] = []

    def room(place: str | int) -> Room:
        asked.append(place)
        return Room(10**12, 10**11)

    disk = replace(SYSTEM_DISK, room=room)
    room_for_files(str(tmp_path / "Lea"), disk)
    room_for_files(str(tmp_path), disk)
    assert asked == [str(tmp_path), str(tmp_path)]


def test_a_folder_that_cannot_be_made_has_none_to_tell_of(tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        room_for_files(str(tmp_path / "pulled out" / "Lea"))
