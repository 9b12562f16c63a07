import os
import shutil
import socket
import tempfile
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from byhand.domain.codes import Code
from byhand.domain.manifest import EntryKind
from byhand.domain.names import check_manifest_names
from byhand.errors import SourceMissingError
from byhand.storage.scan import SourceProblem, scan, scan_text
from byhand.storage.source import FileStamp, SourceEntry, SourceFile
from tests.helpers.privileges import without_privileges


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
    source = SourceFile.open(item.path, item.stamp)
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
            SourceFile.open(closed.path, closed.stamp)


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


# Links inside folders, followed


def followed(*paths: Path) -> list[SourceEntry | SourceProblem]:
    return list(scan([str(path) for path in paths], lambda: False, follows_links=True))


def test_links_are_followed_if_the_user_says_so(tree: Path, tmp_path: Path) -> None:
    top = tmp_path / "links"
    top.mkdir()
    (top / "to file").symlink_to(tree / "file")
    (top / "to folder").symlink_to("../top/a")
    (top / "to link").symlink_to("to file")
    found = followed(top)
    entries = {
        "/".join(each.entry.components): each for each in found if isinstance(each, SourceEntry)
    }
    assert list(entries) == [
        *("links", "links/to file", "links/to folder", "links/to folder/1", "links/to link"),
    ]
    assert len(entries) == len(found)
    for name in ("links/to file", "links/to link"):
        assert content_of(entries[name]) == b"file"
    assert content_of(entries["links/to folder/1"]) == b"a/1"


def test_N12_links_that_lead_back_up_or_nowhere_are_problems_also_when_followed(
    tree: Path,
) -> None:
    (tree / "b/up").symlink_to("..")
    (tree / "b/self").symlink_to(".")
    (tree / "b/dangling").symlink_to("nowhere")
    (tree / "b/round").symlink_to("round")
    (tree / "b/device").symlink_to("/dev/null")
    found = followed(tree)
    problems = {each.path: each.code for each in found if isinstance(each, SourceProblem)}
    assert problems == {
        "top/b/up": Code.UNSUPPORTED,
        "top/b/self": Code.UNSUPPORTED,
        "top/b/dangling": Code.SOURCE_GONE,
        "top/b/round": Code.UNSUPPORTED,
        "top/b/device": Code.UNSUPPORTED,
    }
    assert len(found) == 12 + len(problems)


def test_folders_that_lead_to_each_other_end(tmp_path: Path) -> None:
    for name, other in (("one", "two"), ("two", "one")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "over").symlink_to(f"../{other}")
    found = followed(tmp_path / "one")
    assert [getattr(each, "code", None) for each in found] == [None, None, Code.UNSUPPORTED]


def test_scanning_holds_the_names_of_the_folders_above_and_no_more(tmp_path: Path) -> None:
    for number in range(50):
        folder = tmp_path / f"{number:02}"
        folder.mkdir()
        for inner in range(20):
            (folder / f"{inner:02}").write_bytes(b"")
    scanning = scan([str(tmp_path)], lambda: False)
    tracemalloc.start()
    try:
        assert sum(1 for _ in scanning) == 1 + 50 * 21
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 100_000


# A text


def test_a_text_is_offered_as_one(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Grüße")
    found = scan_text(str(tmp_path / "note.txt"))
    assert isinstance(found, SourceEntry)
    assert (found.entry.kind, found.entry.size) == (EntryKind.TEXT, 7)
    assert found.entry.components == ("note.txt",)
    assert content_of(found) == "Grüße".encode()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\xff\xfe", Code.UNSUPPORTED),
        (b"\xc0\xae", Code.UNSUPPORTED),
        (b"x" * 2**20 + b"x", Code.LIMIT),
    ],
)
def test_what_is_no_text_or_too_long_is_not_offered_as_one(
    tmp_path: Path, content: bytes, code: Code
) -> None:
    (tmp_path / "note").write_bytes(content)
    assert scan_text(str(tmp_path / "note")) == SourceProblem("note", code)


def test_a_text_that_is_no_file_is_not_offered(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to("folder")
    for name, code in (
        ("folder", Code.UNSUPPORTED),
        ("link", Code.UNSUPPORTED),
        ("none", Code.SOURCE_GONE),
    ):
        assert scan_text(str(tmp_path / name)) == SourceProblem(name, code)
