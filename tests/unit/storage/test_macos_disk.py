import errno
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from byhand.errors import DiskFullError, StorageError
from byhand.storage.disk import SYSTEM_DISK
from byhand.storage.disk_calls import EXFAT, FAT, Disk
from byhand.storage.macos_disk import (
    ALLOCATION,
    F_FULLFSYNC,
    F_PREALLOCATE,
    QUARANTINE,
    macos_disk,
)
from byhand.storage.staging import Staging
from tests.helpers.trees import Tree, entries_of, open_descriptors, snapshot

TREE: Tree = {"folder": None, "folder/inner": b"inner", "folder/large": b"L" * 3_000, "one": b"1"}
NOW = 0x6774_8580 + 0.5


class FakeMacos:
    """macOS' calls, as far as Linux can do what they do; `error_of` lets one answer a number."""

    def __init__(self) -> None:
        self.error_of: dict[str | int, int] = {}
        self.controls: list[tuple[int, int | bytes]] = []
        self.attributes: dict[str, tuple[bytes, bytes]] = {}
        self.type = b"apfs"

    def control(self, fd: int, command: int, argument: int | bytes) -> object:
        os.fstat(fd)
        if number := self.error_of.get(command, 0):
            raise OSError(number, os.strerror(number))
        self.controls.append((command, argument))
        return 0

    def rename(self, source_folder: int, source: bytes, folder: int, target: bytes) -> int:
        if number := self.error_of.get("rename", 0):
            return number
        try:
            SYSTEM_DISK.rename(os.fsdecode(source), os.fsdecode(target), source_folder, folder)
        except OSError as exc:
            return exc.errno or errno.EIO
        return 0

    def set_attribute(self, fd: int, name: bytes, value: bytes) -> int:
        number = self.error_of.get("set_attribute", 0)
        if not number:
            place = os.path.basename(os.readlink(f"/proc/self/fd/{fd}"))
            self.attributes[place] = (name, value)
        return number

    def sync_volume(self, fd: int) -> int:
        return self.error_of.get("sync_volume", 0)

    def file_system(self, fd: int) -> bytes:
        return self.type


@pytest.fixture
def macos() -> FakeMacos:
    return FakeMacos()


@pytest.fixture
def disk(macos: FakeMacos) -> Disk:
    return macos_disk(macos, lambda: NOW)


@pytest.fixture
def base(tmp_path: Path) -> Path:
    (tmp_path / "base").mkdir()
    return tmp_path / "base"


@pytest.fixture
def folder(tmp_path: Path, disk: Disk) -> Iterator[int]:
    fd = disk.open_folder(str(tmp_path))
    yield fd
    os.close(fd)


def receive(base: Path, disk: Disk) -> None:
    staging = Staging.create(str(base), entries_of(TREE), disk)
    try:
        staging.make_folders()
        for index, content in enumerate(TREE.values()):
            if content is not None and len(content) < 1_000:
                staging.store_member(index, content)
            elif content is not None:
                part = staging.open_part(index)
                part.write_at(0, content)
                part.close()
                staging.finish_part(index)
        staging.commit()
    finally:
        staging.discard()


@pytest.mark.parametrize("lacks", [(), ("rename", F_PREALLOCATE, F_FULLFSYNC, "set_attribute")])
def test_a_transfer_is_saved_whatever_the_file_system_lacks(
    base: Path, macos: FakeMacos, disk: Disk, lacks: tuple[str | int, ...]
) -> None:
    (base / "one").write_bytes(b"old")
    macos.error_of |= dict.fromkeys(lacks, errno.ENOTSUP)
    before = open_descriptors()
    receive(base, disk)
    assert snapshot(base) == {**TREE, "one": b"old", "one (1)": b"1"}
    assert open_descriptors() == before


def test_every_file_is_put_into_quarantine_and_no_folder(
    base: Path, macos: FakeMacos, disk: Disk
) -> None:
    receive(base, disk)
    assert macos.attributes.keys() == {"inner", "large", "one"}
    values = {value.decode() for _, value in macos.attributes.values()}
    assert {name for name, _ in macos.attributes.values()} == {QUARANTINE}
    assert len(values) == 3
    form = re.compile(r"0081;67748580;Byhand;[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}")
    assert all(form.fullmatch(value) for value in values)


@pytest.mark.parametrize(
    ("call", "number", "expected"),
    [
        ("set_attribute", errno.EIO, StorageError),
        ("set_attribute", errno.ENOSPC, DiskFullError),
        (F_PREALLOCATE, errno.ENOSPC, DiskFullError),
        (F_FULLFSYNC, errno.EIO, StorageError),
        ("rename", errno.EIO, StorageError),
    ],
)
def test_K01_K02_any_other_fault_is_an_error_that_leaves_nothing(
    base: Path,
    macos: FakeMacos,
    disk: Disk,
    call: str | int,
    number: int,
    expected: type[StorageError],
) -> None:
    macos.error_of[call] = number
    with pytest.raises(expected):
        receive(base, disk)
    assert snapshot(base) == {}


def test_room_is_reserved_and_flushed_down_to_the_medium(
    tmp_path: Path, macos: FakeMacos, disk: Disk
) -> None:
    with (tmp_path / "f").open("w+b") as file:
        disk.allocate(file.fileno(), 100_000)
        disk.sync(file.fileno())
        disk.sync_data(file.fileno())
        assert file.read() == bytes(100_000)
    (command, wanted), *flushes = macos.controls
    assert isinstance(wanted, bytes)
    assert (command, ALLOCATION.unpack(wanted)[3]) == (F_PREALLOCATE, 100_000)
    assert flushes == [(F_FULLFSYNC, 0)] * 2


def test_many_files_are_flushed_at_once_or_by_an_older_call(
    macos: FakeMacos, disk: Disk, folder: int
) -> None:
    disk.sync_file_system(folder)
    assert macos.controls == []
    macos.error_of["sync_volume"] = errno.ENOSYS
    disk.sync_file_system(folder)
    assert macos.controls == [(F_FULLFSYNC, 0)]
    macos.error_of["sync_volume"] = errno.EIO
    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        disk.sync_file_system(folder)


@pytest.mark.parametrize(("name", "number"), [(b"apfs", 0), (b"msdos", FAT), (b"exfat", EXFAT)])
def test_what_the_disk_is_formatted_as_is_known(
    macos: FakeMacos, disk: Disk, folder: int, name: bytes, number: int
) -> None:
    macos.type = name
    assert disk.file_system(folder) == number


def test_a_link_is_not_marked(tmp_path: Path, macos: FakeMacos, disk: Disk, folder: int) -> None:
    (tmp_path / "file").write_bytes(b"x")
    (tmp_path / "link").symlink_to("file")
    assert disk.mark is not None
    with pytest.raises(OSError, match="symbolic"):
        disk.mark("link", folder)
    assert macos.attributes == {}


def test_linux_has_no_mark_and_calls_nothing_for_it(base: Path, disk: Disk) -> None:
    assert SYSTEM_DISK.mark is None
    receive(base, replace(disk, mark=None))
    assert snapshot(base) == TREE
