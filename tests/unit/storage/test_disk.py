import ast
import errno
import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from byhand.storage.disk import SYSTEM_DISK
from byhand.storage.posix_disk import rename_in_steps
from tests.helpers.checkout import APP
from tests.helpers.trees import snapshot

Rename = Callable[[str, str, int, int], None]
SYSTEMS = ("linux_", "macos_", "posix_", "windows_")
# What is sent, and the profile's own files.
NOT_RECEIVING = frozenset(
    {"backup", "identity_store", "landlock", "log_file", "manifest_spool", "scan", "source"}
)
BY_DESCRIPTOR = frozenset({"os.fstat", "os.dup", "os.preadv", "os.pwrite", "os.statvfs"})


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[int]:
    fd = os.open(tmp_path, os.O_RDONLY)
    yield fd
    os.close(fd)


def no_links(number: int) -> Rename:
    """Return how it is renamed where a file system answers a link with an error number."""

    def link(*_args: object, **_kwargs: object) -> None:
        raise OSError(number, os.strerror(number))

    return partial(rename_in_steps, link=link)


RENAMES = pytest.mark.parametrize(
    "rename",
    [SYSTEM_DISK.rename, rename_in_steps, no_links(errno.EPERM), no_links(errno.ENOTSUP)],
    ids=["at once", "in steps", "without links", "links unknown"],
)


@RENAMES
def test_files_and_folders_are_renamed(tmp_path: Path, folder: int, rename: Rename) -> None:
    (tmp_path / "a").write_bytes(b"x")
    (tmp_path / "d").mkdir()
    (tmp_path / "d/f").write_bytes(b"y")
    SYSTEM_DISK.mkdir("to", 0o700, dir_fd=folder)
    rename("a", "b é", folder, folder)
    rename("d", "e", folder, folder)
    assert snapshot(tmp_path) == {"b é": b"x", "e": None, "e/f": b"y", "to": None}


@RENAMES
@pytest.mark.parametrize("source", ["file", "folder"])
@pytest.mark.parametrize("target", ["file", "folder", "full", "link"])
def test_nothing_is_ever_replaced(
    tmp_path: Path, folder: int, rename: Rename, source: str, target: str
) -> None:
    (tmp_path / "file-source").write_bytes(b"new")
    (tmp_path / "folder-source").mkdir()
    (tmp_path / "file").write_bytes(b"old")
    (tmp_path / "folder").mkdir()
    (tmp_path / "full").mkdir()
    (tmp_path / "full/x").write_bytes(b"x")
    (tmp_path / "link").symlink_to("nowhere")
    before = snapshot(tmp_path)
    with pytest.raises(FileExistsError):
        rename(f"{source}-source", target, folder, folder)
    assert snapshot(tmp_path) == before


@RENAMES
def test_a_missing_source_is_an_error_that_leaves_nothing(
    tmp_path: Path, folder: int, rename: Rename
) -> None:
    with pytest.raises(FileNotFoundError):
        rename("nowhere", "b", folder, folder)
    assert snapshot(tmp_path) == {}


@RENAMES
def test_a_folder_that_cannot_be_moved_leaves_nothing_at_the_target(
    tmp_path: Path, rename: Rename
) -> None:
    (tmp_path / "d").mkdir()
    outer, inner = (os.open(place, os.O_RDONLY) for place in (tmp_path, tmp_path / "d"))
    with pytest.raises(OSError, match="argument"):
        rename("d", "itself", outer, inner)
    assert snapshot(tmp_path) == {"d": None}
    os.close(outer)
    os.close(inner)


@pytest.mark.parametrize("number", [errno.EIO, errno.ENOSPC])
def test_a_link_that_fails_otherwise_is_an_error_that_leaves_nothing(
    tmp_path: Path, folder: int, number: int
) -> None:
    (tmp_path / "a").write_bytes(b"x")
    with pytest.raises(OSError, match=os.strerror(number)):
        no_links(number)("a", "b", folder, folder)
    assert snapshot(tmp_path) == {"a": b"x"}


def test_without_links_a_file_that_cannot_be_moved_leaves_nothing_at_the_target(
    tmp_path: Path, folder: int
) -> None:
    (tmp_path / "a").write_bytes(b"x")

    def link(*_args: object, **_kwargs: object) -> None:
        (tmp_path / "a").unlink()
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    with pytest.raises(FileNotFoundError):
        rename_in_steps("a", "b", folder, folder, link)
    assert snapshot(tmp_path) == {}


def test_only_the_disks_of_the_systems_name_a_file_within_an_open_folder() -> None:
    direct = {
        f"{path.name}:{call.lineno}"
        for path in (APP / "storage").glob("*.py")
        if path.stem not in NOT_RECEIVING and not path.stem.startswith(SYSTEMS)
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call)
        and ast.unparse(call.func).startswith(("os.", "shutil."))
        and (
            any(each.arg and each.arg.endswith("dir_fd") for each in call.keywords)
            or ast.unparse(call.func) in BY_DESCRIPTOR
        )
    }
    assert direct == set()


def test_reserved_room_reads_as_zeros(tmp_path: Path) -> None:
    with (tmp_path / "f").open("w+b") as file:
        SYSTEM_DISK.allocate(file.fileno(), 100_000)
        assert file.read() == bytes(100_000)


def test_what_cannot_be_reserved_is_an_error(tmp_path: Path) -> None:
    with (tmp_path / "f").open("w+b") as file, pytest.raises(OSError, match=r"space|large"):
        SYSTEM_DISK.allocate(file.fileno(), 2**62)


def test_a_closed_descriptor_cannot_be_flushed(tmp_path: Path) -> None:
    with (tmp_path / "f").open("wb") as file:
        fd = file.fileno()
    for call in (SYSTEM_DISK.sync, SYSTEM_DISK.sync_data, SYSTEM_DISK.sync_file_system):
        with pytest.raises(OSError, match="descriptor"):
            call(fd)
