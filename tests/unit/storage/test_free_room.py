import errno
import os
from pathlib import Path

import pytest
from msgspec.structs import replace

from byhand.errors import StorageError
from byhand.storage.disk import SYSTEM_DISK
from byhand.storage.disk_calls import Room
from byhand.storage.free_room import free_room
from tests.helpers.small_disk import small_disk


def test_the_room_is_that_of_the_folders_disk(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 4_000_000) as disk:
        before = free_room(str(disk))
        assert before is not None
        assert 0 < before <= 4_100_000  # in whole pages
        (disk / "file").write_bytes(bytes(1_000_000))
        assert free_room(str(disk)) == pytest.approx(before - 1_000_000, abs=100_000)


def test_a_folder_that_will_be_made_has_the_room_of_where_it_will_be(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 4_000_000) as disk:
        assert free_room(str(disk / "Lea" / "June")) == free_room(str(disk))


def test_below_a_file_it_is_the_room_beside_it(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    found = free_room(str(tmp_path / "file" / "below"))
    assert found is not None
    assert found > 0


def test_a_disk_that_does_not_tell_is_not_taken_for_a_full_one() -> None:
    silent = replace(SYSTEM_DISK, room=lambda _: Room(0, 0))
    assert free_room("/", silent) is None


def test_what_cannot_be_looked_at_is_an_error_of_ours() -> None:
    def refuse(_place: str | int) -> Room:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    with pytest.raises(StorageError):
        free_room("/home/somebody", replace(SYSTEM_DISK, room=refuse))


def test_where_nothing_is_there_at_all_it_ends() -> None:
    def vanish(_place: str | int) -> Room:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))

    with pytest.raises(StorageError):
        free_room("/a/b", replace(SYSTEM_DISK, room=vanish))
