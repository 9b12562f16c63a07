import errno
import os
import stat
from pathlib import Path

import pytest

from byhand.errors import DiskFullError, StorageError
from byhand.storage.atomic import make_file, replace_file
from tests.helpers.faulty_disk import FaultyDisk
from tests.helpers.small_disk import small_disk
from tests.helpers.trees import open_descriptors, snapshot


def test_a_file_is_made_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / "f"
    for content in (b"one", b"", b"x" * 100_000):
        replace_file(path, content)
        assert snapshot(tmp_path) == {"f": content}
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_short_writes_are_continued(tmp_path: Path) -> None:
    replace_file(tmp_path / "f", b"content", FaultyDisk(shortest_write=True).disk)
    assert snapshot(tmp_path) == {"f": b"content"}


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
def test_P8_a_fault_at_any_call_leaves_the_old_file_or_the_new(tmp_path: Path, number: int) -> None:
    before = open_descriptors()
    path = tmp_path / "f"
    fail_at = 0
    while True:
        fail_at += 1
        path.write_bytes(b"old")
        faulty = FaultyDisk(fail_at, number)
        try:
            replace_file(path, b"new", faulty.disk)
        except StorageError:
            assert faulty.has_failed
            is_replaced = "replace" in faulty.calls[:-1]
            assert snapshot(tmp_path) == {"f": b"new" if is_replaced else b"old"}
            assert open_descriptors() == before
        else:
            break
    assert fail_at > 5
    assert snapshot(tmp_path) == {"f": b"new"}


def test_the_content_is_on_the_disk_before_it_has_the_name(tmp_path: Path) -> None:
    disk = FaultyDisk()
    replace_file(tmp_path / "f", b"x", disk.disk)
    assert disk.calls == ["open", "write", "sync", "replace", "open", "sync"]


def test_a_draft_of_a_killed_run_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / ".f.new").write_bytes(b"half")
    replace_file(tmp_path / "f", b"whole")
    assert snapshot(tmp_path) == {"f": b"whole"}


def test_a_planted_link_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "precious").write_bytes(b"x")
    (tmp_path / ".f.new").symlink_to("precious")
    (tmp_path / "f").symlink_to("precious")
    replace_file(tmp_path / "f", b"y")
    assert snapshot(tmp_path) == {"f": b"y", "precious": b"x"}


def test_P8_a_really_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 200_000) as disk:
        replace_file(disk / "f", b"old")
        with pytest.raises(DiskFullError):
            replace_file(disk / "f", os.urandom(400_000))
        assert snapshot(disk) == {"f": b"old"}
        replace_file(disk / "f", b"new")


def test_a_new_file_is_private_and_on_the_disk_with_its_name(tmp_path: Path) -> None:
    disk = FaultyDisk(shortest_write=True)
    make_file(tmp_path / "f", b"abc", disk.disk)
    assert disk.calls == ["open", *["write"] * 3, "sync", "open", "sync"]
    assert snapshot(tmp_path) == {"f": b"abc"}
    assert stat.S_IMODE((tmp_path / "f").stat().st_mode) == 0o600


def test_what_is_there_is_never_replaced_by_a_new_file(tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(b"old")
    (tmp_path / "link").symlink_to("nowhere")
    (tmp_path / "folder").mkdir()
    before = snapshot(tmp_path)
    for name in ("f", "link", "folder"):
        with pytest.raises(FileExistsError):
            make_file(tmp_path / name, b"new")
    assert snapshot(tmp_path) == before


def test_P8_after_a_fault_at_any_call_there_is_no_new_file(tmp_path: Path) -> None:
    before = open_descriptors()
    fail_at = 0
    while True:
        fail_at += 1
        faulty = FaultyDisk(fail_at, errno.ENOSPC)
        try:
            make_file(tmp_path / "f", b"new", faulty.disk)
        except OSError:
            assert snapshot(tmp_path) == {}
            assert open_descriptors() == before
        else:
            break
    assert fail_at > 4
    assert snapshot(tmp_path) == {"f": b"new"}
