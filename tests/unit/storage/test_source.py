import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from byhand.errors import SourceChangedError, SourceMissingError
from byhand.storage.scan import scan
from byhand.storage.source import SourceEntry, SourceFile, present_stamp, read_whole
from tests.helpers.trees import open_descriptors


def offered(path: Path) -> dict[str, SourceEntry]:
    found = [each for each in scan([str(path)], lambda: False) if isinstance(each, SourceEntry)]
    return {each.entry.components[-1]: each for each in found}


@pytest.fixture
def source(tmp_path: Path) -> SourceEntry:
    file = tmp_path / "file"
    file.write_bytes(bytes(range(256)) * 4)
    return offered(file)["file"]


def test_a_view_is_filled_from_any_place(source: SourceEntry) -> None:
    opened = SourceFile.open(source.path, source.stamp)
    for offset, length in [(0, 1024), (1000, 24), (5, 0), (255, 2)]:
        out = bytearray(length)
        opened.read_into(offset, memoryview(out))
        assert out == (bytes(range(256)) * 4)[offset : offset + length]
    opened.check_unchanged()
    opened.close()


def append(file: Path) -> None:
    with file.open("ab") as opened:
        opened.write(b"more")


def rewrite(file: Path) -> None:
    with file.open("r+b") as opened:
        opened.write(b"other")


def replace_file(file: Path) -> None:
    other = file.with_name("other")
    other.write_bytes(file.read_bytes())
    shutil.copystat(file, other)
    other.replace(file)


def touch(file: Path) -> None:
    os.utime(file, ns=(0, 0))


def truncate(file: Path) -> None:
    os.truncate(file, 10)


def forbid(file: Path) -> None:
    file.chmod(0o000)


def replace_by_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def replace_by_link(file: Path) -> None:
    file.rename(file.with_name("moved"))
    file.symlink_to("moved")


def replace_by_pipe(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


CHANGES = [append, rewrite, replace_file, touch, truncate, forbid]
REPLACEMENTS = [replace_by_folder, replace_by_link, replace_by_pipe]


def wait_for_another_time(file: Path) -> None:
    """Wait until the file system's clock, which ticks slowly, would date a change differently."""
    marker = file.with_name("marker")
    while True:
        marker.write_bytes(b"")
        if marker.stat().st_ctime_ns > file.stat().st_ctime_ns:
            marker.unlink()
            return
        marker.unlink()
        time.sleep(0.001)


@pytest.mark.parametrize("change", [*CHANGES, *REPLACEMENTS])
def test_M06_a_file_that_changed_since_it_was_offered_is_not_opened(
    source: SourceEntry, change: Callable[[Path], None]
) -> None:
    wait_for_another_time(Path(source.path))
    change(Path(source.path))
    before = open_descriptors()
    with pytest.raises(SourceChangedError):
        SourceFile.open(source.path, source.stamp)
    assert open_descriptors() == before


@pytest.mark.parametrize("change", [append, rewrite, touch, truncate, forbid, Path.unlink])
def test_M06_a_file_that_changes_while_it_is_read_is_noticed(
    source: SourceEntry, change: Callable[[Path], None]
) -> None:
    opened = SourceFile.open(source.path, source.stamp)
    wait_for_another_time(Path(source.path))
    change(Path(source.path))
    with pytest.raises(SourceChangedError):
        opened.check_unchanged()
    opened.close()


def test_M06_a_file_that_ends_early_is_noticed_at_once(source: SourceEntry) -> None:
    opened = SourceFile.open(source.path, source.stamp)
    truncate(Path(source.path))
    with pytest.raises(SourceChangedError):
        opened.read_into(0, memoryview(bytearray(1024)))
    opened.close()


def test_M06_a_file_that_is_gone_is_missing(source: SourceEntry) -> None:
    Path(source.path).unlink()
    with pytest.raises(SourceMissingError) as caught:
        SourceFile.open(source.path, source.stamp)
    assert caught.value.path == Path(source.path)


def test_holes_are_known_and_data_never_taken_for_one(tmp_path: Path) -> None:
    block = 1024 * 1024
    with (tmp_path / "f").open("wb") as file:
        file.truncate(8 * block)
        file.seek(4 * block)
        file.write(b"x")
    source = offered(tmp_path / "f")["f"]
    opened = SourceFile.open(source.path, source.stamp)
    data = opened.next_data(0)
    assert 3 * block < data <= 4 * block
    assert opened.next_data(4 * block) == 4 * block
    end = opened.next_hole(4 * block)
    assert 4 * block < end < 5 * block
    assert opened.next_data(end) == 8 * block
    assert opened.next_hole(end) == end
    opened.close()


def test_a_file_without_holes_has_its_only_one_at_its_end(source: SourceEntry) -> None:
    opened = SourceFile.open(source.path, source.stamp)
    assert opened.next_data(0) == 0
    assert opened.next_hole(0) == 1024
    opened.close()


def test_a_small_file_is_read_whole(source: SourceEntry) -> None:
    out = bytearray(1024)
    before = open_descriptors()
    read_whole(source.path, source.stamp, memoryview(out))
    assert out == bytes(range(256)) * 4
    assert open_descriptors() == before


@pytest.mark.parametrize("change", [*CHANGES, *REPLACEMENTS])
def test_M06_a_small_file_that_changed_since_it_was_offered_is_not_taken(
    source: SourceEntry, change: Callable[[Path], None]
) -> None:
    wait_for_another_time(Path(source.path))
    change(Path(source.path))
    before = open_descriptors()
    with pytest.raises(SourceChangedError):
        read_whole(source.path, source.stamp, memoryview(bytearray(1024)))
    assert open_descriptors() == before


def test_M06_a_small_file_that_is_gone_is_missing(source: SourceEntry) -> None:
    Path(source.path).unlink()
    with pytest.raises(SourceMissingError) as caught:
        read_whole(source.path, source.stamp, memoryview(bytearray(1024)))
    assert not caught.value.is_there


def test_what_is_there_now_can_be_looked_at(source: SourceEntry, tmp_path: Path) -> None:
    assert present_stamp(source.path) == source.stamp
    assert present_stamp(str(tmp_path)) is None
    assert present_stamp(f"{tmp_path}/nothing") is None
    (tmp_path / "link").symlink_to("file")
    assert present_stamp(f"{tmp_path}/link") is None
