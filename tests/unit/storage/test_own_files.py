"""Files of ours that something is sent from: kept whole, and gone when nobody needs them."""

from pathlib import Path

import pytest

from byhand.errors import DiskFullError
from byhand.storage.own_files import keep_own, own_path, remove_all_own, remove_own
from tests.helpers.faulty_disk import FaultyDisk


def test_two_files_of_one_name_have_a_folder_each(tmp_path: Path) -> None:
    one, other = own_path(tmp_path, "a.png"), own_path(tmp_path, "a.png")
    assert one != other
    assert one.parent.parent == tmp_path
    assert one.name == "a.png"


def test_a_file_is_kept_for_us_alone_and_removed_with_its_folder(tmp_path: Path) -> None:
    path = own_path(tmp_path / "texts", "a.png")
    keep_own(path, b"content")
    assert path.read_bytes() == b"content"
    assert path.stat().st_mode & 0o077 == 0
    for _ in range(2):
        remove_own(path)
    assert list((tmp_path / "texts").iterdir()) == []


@pytest.mark.parametrize("fail_at", range(1, 9))
def test_a_full_disk_leaves_the_whole_file_or_what_can_be_removed(
    tmp_path: Path, fail_at: int
) -> None:
    path = own_path(tmp_path / "texts", "a.png")
    disk = FaultyDisk(fail_at, only=("open", "write", "sync", "replace"))
    with pytest.raises(DiskFullError):
        keep_own(path, b"content", disk.disk)
    assert not path.exists() or path.read_bytes() == b"content"
    remove_own(path)
    assert list((tmp_path / "texts").iterdir()) == []


def test_a_name_is_on_the_disk_before_anybody_relies_on_it(tmp_path: Path) -> None:
    disk = FaultyDisk()
    keep_own(own_path(tmp_path / "texts", "a.png"), b"content", disk.disk)
    written = disk.calls.index("replace")
    assert disk.calls[:written].count("sync") == 1
    assert disk.calls[written:].count("sync") == 3  # the three folders above it


def test_what_nobody_needs_is_removed_with_what_a_kill_has_left_halfway(tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    remove_all_own(folder, set())
    paths = [own_path(folder, name) for name in ("one.txt", "two.png", "three.png")]
    for path in paths:
        keep_own(path, b"content")
    begun = [own_path(folder, "four.png"), own_path(folder, "five.png")]
    for path in begun:
        path.parent.mkdir()
    begun[1].with_name(".five.png.new").write_bytes(b"hal")
    remove_all_own(folder, {paths[1].parent.name})
    assert list(folder.rglob("*")) == [paths[1].parent, paths[1]]


def test_a_link_that_somebody_put_there_is_not_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "dear").touch()
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "1234").symlink_to(elsewhere)
    remove_all_own(folder, set())
    assert (elsewhere / "dear").exists()
