import os
import shutil
import socket
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from byhand.domain.codes import Code
from byhand.domain.manifest import EntryKind
from byhand.domain.names import check_manifest_names
from byhand.errors import SourceChangedError, SourceMissingError
from byhand.storage.source import FileStamp, SourceEntry, SourceFile, SourceProblem, scan
from tests.helpers.privileges import without_privileges
from tests.helpers.trees import open_descriptors


def scanned(*paths: Path | str) -> list[SourceEntry | SourceProblem]:
    return list(scan([str(path) for path in paths], lambda: False))


def offered(*paths: Path | str) -> dict[str, SourceEntry]:
    """Return what is offered by its path in the offer; nothing may be a problem."""
    found = scanned(*paths)
    entries = [item for item in found if isinstance(item, SourceEntry)]
    assert entries == found
    check_manifest_names(item.entry for item in entries)
    return {"/".join(item.entry.components): item for item in entries}


def problems(*paths: Path | str) -> dict[str, Code]:
    return {item.path: item.code for item in scanned(*paths) if isinstance(item, SourceProblem)}


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    top = tmp_path / "top"
    for folder in ("b/deep/er", "a", "c-empty"):
        (top / folder).mkdir(parents=True)
    for name in ("b/deep/er/f", "b/z", "b/a", "a/1", "file", "B"):
        (top / name).write_bytes(name.encode())
    return top


def test_folders_come_before_their_content_depth_first_and_sorted(tree: Path) -> None:
    assert list(offered(tree)) == [
        *("top", "top/B", "top/a", "top/a/1", "top/b", "top/b/a", "top/b/deep", "top/b/deep/er"),
        *("top/b/deep/er/f", "top/b/z", "top/c-empty", "top/file"),
    ]


def test_an_entry_says_what_the_file_is(tmp_path: Path) -> None:
    file = tmp_path / "run.sh"
    file.write_bytes(b"x" * 5000)
    file.chmod(0o610)
    os.utime(file, ns=(0, 1_600_000_000_123_456_789))
    found = offered(file)["run.sh"]
    status = file.stat()
    assert found.path == str(file)
    assert found.entry.kind is EntryKind.FILE
    assert found.entry.size == found.entry.allocated == 5000
    assert found.entry.mtime_ns == 1_600_000_000_123_456_789
    assert found.entry.is_executable
    assert found.stamp == FileStamp(
        *(5000, status.st_mtime_ns, status.st_ctime_ns, status.st_dev, status.st_ino)
    )
    folder = offered(tmp_path)[tmp_path.name].entry
    assert (folder.kind, folder.size, folder.is_executable) == (EntryKind.FOLDER, 0, False)
    assert folder.mtime_ns == tmp_path.stat().st_mtime_ns


def test_a_sparse_file_says_what_it_really_holds(tmp_path: Path) -> None:
    with (tmp_path / "sparse").open("wb") as file:
        file.truncate(10**10)
        file.seek(5 * 10**9)
        file.write(b"x" * 8192)
    entry = offered(tmp_path / "sparse")["sparse"].entry
    assert entry.size == 10**10
    assert 8192 <= entry.allocated < 10**6


def test_several_things_are_offered_in_the_order_they_were_given(tree: Path) -> None:
    names = list(offered(tree / "file", tree / "a", tree / "B"))
    assert names == ["file", "a", "a/1", "B"]


def test_equal_names_at_the_top_are_made_distinct(tree: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "a").write_bytes(b"x")
    (other / "file").write_bytes(b"y")
    found = offered(tree / "a", other / "a", tree / "file", other / "file")
    assert list(found) == ["a", "a/1", "a (1)", "file", "file (1)"]
    assert found["file (1)"].path == str(other / "file")


def test_one_thing_given_twice_is_offered_once(tree: Path) -> None:
    names = list(offered(tree / "file", f"{tree}/a/", tree / "b/../file", tree / "a"))
    assert names == ["file", "a", "a/1"]


def test_names_that_may_not_travel_are_offered_under_cleaned_ones(tmp_path: Path) -> None:
    top = tmp_path / "top"
    top.mkdir()
    local = [b"caf\xe9", b"caf_", b"caf\xe8", b"line\nbreak", "ru\u202eof".encode(), b"back\\slash"]
    for name in local:
        with open(os.path.join(os.fsencode(top), name), "wb") as file:
            file.write(name)
    found = offered(top)
    assert set(found) == {
        *("top", "top/caf_", "top/caf_ (1)", "top/caf_ (2)", "top/line_break", "top/ru_of"),
        "top/back_slash",
    }
    assert os.fsencode(found["top/caf_"].path).endswith(b"/caf_")
    read = {
        Path(os.fsencode(item.path).decode("utf-8", "surrogateescape")) for item in found.values()
    }
    assert len(read) == len(found)
    for item in found.values():
        if item.entry.kind is EntryKind.FILE:
            assert content_of(item) == os.path.basename(os.fsencode(item.path))


def content_of(item: SourceEntry) -> bytes:
    source = SourceFile.open(item)
    content = bytearray(item.entry.size)
    source.read_into(0, memoryview(content))
    source.close()
    return bytes(content)


def test_names_equal_in_normal_form_are_kept_apart(tmp_path: Path) -> None:
    (tmp_path / "\u00e9").write_bytes(b"")
    (tmp_path / "e\u0301").write_bytes(b"")
    found = offered(tmp_path)
    assert set(found) == {tmp_path.name, f"{tmp_path.name}/é", f"{tmp_path.name}/é (1)"}
    assert found[f"{tmp_path.name}/é"].path.endswith("\u00e9")


def test_N12_links_and_special_files_are_problems_not_entries(tmp_path: Path) -> None:
    top = tmp_path / "top"
    top.mkdir()
    (top / "link").symlink_to("/etc/passwd")
    (top / "loop").symlink_to(".")
    (top / "dangling").symlink_to("nowhere")
    os.mkfifo(top / "pipe")
    with socket.socket(socket.AF_UNIX) as sock:
        sock.bind(str(top / "socket"))
        found = problems(top)
    assert found == {
        f"top/{name}": Code.UNSUPPORTED for name in ("link", "loop", "dangling", "pipe", "socket")
    }


def test_a_link_that_was_given_itself_is_followed(tree: Path, tmp_path: Path) -> None:
    (tmp_path / "to file").symlink_to(tree / "file")
    (tmp_path / "to folder").symlink_to(tree / "a")
    found = offered(tmp_path / "to file", tmp_path / "to folder")
    assert list(found) == ["to file", "to folder", "to folder/1"]
    assert content_of(found["to file"]) == b"file"


@pytest.mark.parametrize("name", ["missing", "missing/deeper", "file/below", "nul\0", "dangling"])
def test_a_missing_path_is_told_before_anything_is_offered(
    tree: Path, tmp_path: Path, name: str
) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "dangling").symlink_to("nowhere")
    scanning = scan([str(tree), f"{tmp_path}/{name}"], lambda: False)
    with pytest.raises(SourceMissingError) as caught:
        next(scanning)
    assert caught.value.path == Path(f"{tmp_path}/{name}")


def test_scanning_ends_when_cancelled(tree: Path) -> None:
    looks = iter([False, False, True])
    assert len(list(scan([str(tree)], lambda: next(looks, True)))) == 2


@pytest.fixture
def open_to_all() -> Iterator[Path]:
    """A folder that somebody else than its owner may reach, unlike pytest's."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def test_what_may_not_be_read_is_a_problem(open_to_all: Path) -> None:
    (open_to_all / "closed").mkdir(mode=0o000)
    (open_to_all / "closed file").write_bytes(b"x")
    (open_to_all / "closed file").chmod(0o000)
    (open_to_all / "open").write_bytes(b"x")
    with without_privileges():
        found = scanned(open_to_all)
        assert [item for item in found if isinstance(item, SourceProblem)] == [
            SourceProblem(f"{open_to_all.name}/closed", Code.SOURCE_UNREADABLE)
        ]
        (closed,) = (item for item in found[1:] if str(getattr(item, "path", "")).endswith("file"))
        assert isinstance(closed, SourceEntry)
        with pytest.raises(SourceMissingError):
            SourceFile.open(closed)


def test_what_goes_while_scanning_is_a_problem(tree: Path) -> None:
    scanning = scan([str(tree)], lambda: False)
    assert [next(scanning).path for _ in range(2)] == [str(tree), str(tree / "B")]
    shutil.rmtree(tree / "b")
    assert SourceProblem("top/b", Code.SOURCE_GONE) in list(scanning)


def test_N07_paths_deeper_or_longer_than_may_travel_are_problems(tmp_path: Path) -> None:
    deep = tmp_path / "top"
    deep.mkdir()
    # By descriptor: the whole path is longer than the system takes at once.
    fd = os.open(deep, os.O_RDONLY)
    for _ in range(20):
        os.mkdir("x" * 250, dir_fd=fd)
        inner = os.open("x" * 250, os.O_RDONLY, dir_fd=fd)
        os.close(fd)
        fd = inner
    os.close(fd)
    shallow = tmp_path / "levels"
    shallow.joinpath(*["d"] * 70).mkdir(parents=True)
    found = scanned(deep, shallow)
    codes = [item.code for item in found if isinstance(item, SourceProblem)]
    assert codes == [Code.PATH_TOO_LONG, Code.PATH_TOO_LONG]
    entries = [item.entry for item in found if isinstance(item, SourceEntry)]
    check_manifest_names(entries)
    assert max(len(entry.components) for entry in entries) == 64


def test_N07_a_path_that_only_its_normal_form_makes_too_long_is_a_problem(tmp_path: Path) -> None:
    top = tmp_path / "top"
    top.joinpath(*["\u0958" * 42] * 20).mkdir(parents=True)
    found = scanned(top)
    assert isinstance(found[-1], SourceProblem)
    assert found[-1].code is Code.PATH_TOO_LONG
    check_manifest_names(item.entry for item in found if isinstance(item, SourceEntry))


# One open source file


@pytest.fixture
def source(tmp_path: Path) -> SourceEntry:
    file = tmp_path / "file"
    file.write_bytes(bytes(range(256)) * 4)
    return offered(file)["file"]


def test_a_view_is_filled_from_any_place(source: SourceEntry) -> None:
    opened = SourceFile.open(source)
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
        SourceFile.open(source)
    assert open_descriptors() == before


@pytest.mark.parametrize("change", [append, rewrite, touch, truncate, forbid, Path.unlink])
def test_M06_a_file_that_changes_while_it_is_read_is_noticed(
    source: SourceEntry, change: Callable[[Path], None]
) -> None:
    opened = SourceFile.open(source)
    wait_for_another_time(Path(source.path))
    change(Path(source.path))
    with pytest.raises(SourceChangedError):
        opened.check_unchanged()
    opened.close()


def test_M06_a_file_that_ends_early_is_noticed_at_once(source: SourceEntry) -> None:
    opened = SourceFile.open(source)
    truncate(Path(source.path))
    with pytest.raises(SourceChangedError):
        opened.read_into(0, memoryview(bytearray(1024)))
    opened.close()


def test_M06_a_file_that_is_gone_is_missing(source: SourceEntry) -> None:
    Path(source.path).unlink()
    with pytest.raises(SourceMissingError) as caught:
        SourceFile.open(source)
    assert caught.value.path == Path(source.path)


def test_holes_are_known_and_data_never_taken_for_one(tmp_path: Path) -> None:
    block = 1024 * 1024
    with (tmp_path / "f").open("wb") as file:
        file.truncate(8 * block)
        file.seek(4 * block)
        file.write(b"x")
    opened = SourceFile.open(offered(tmp_path / "f")["f"])
    assert [opened.is_hole(piece * block, block) for piece in range(8)] == [
        *(True, True, True, True, False, True, True, True)
    ]
    assert not opened.is_hole(3 * block, block + 1)
    opened.close()


def test_a_file_without_holes_has_none(source: SourceEntry) -> None:
    opened = SourceFile.open(source)
    assert not opened.is_hole(0, 1024)
    opened.close()
