"""K05: what is received is whole on every kind of disk, as far as this machine can make them."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from byhand.storage.disk import SYSTEM_DISK
from byhand.storage.staging import Staging
from tests.helpers.needs import find_tool
from tests.helpers.small_disk import small_file_system
from tests.helpers.trees import Tree, entries_of, snapshot

SIZE = 64 * 1024**2
TREE: Tree = {
    "folder": None,
    "folder/inner": None,
    "folder/inner/member": b"member",
    "folder/large": b"L" * 300_000,
    "single": b"single",
}
# Of the second, the base folder is told to fold case.
MAKERS = {
    "ext4": ["mkfs.ext4", "-q", "-F"],
    "casefold": ["mkfs.ext4", "-q", "-F", "-O", "casefold"],
    "vfat": ["mkfs.vfat"],
    "exfat": ["mkfs.exfat"],
    "ntfs": ["mkfs.ntfs", "-F", "-Q"],
}


@pytest.fixture(params=MAKERS)
def base(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    name, *options = MAKERS[request.param]
    program = find_tool(name)
    if program is None:
        pytest.skip(f"no {name} here, which not every system has")
    with small_file_system(tmp_path / "disk", SIZE, [program, *options]) as disk:
        base = disk / "base"
        base.mkdir()
        chattr = find_tool("chattr")
        if request.param == "casefold" and chattr:
            subprocess.run([chattr, "+F", str(base)], check=True, capture_output=True)
        yield base


def receive(base: Path, tree: Tree) -> None:
    staging = Staging.create(str(base), entries_of(tree), SYSTEM_DISK)
    staging.make_folders()
    for index, content in enumerate(tree.values()):
        if content is not None and len(content) < 1_000:
            staging.store_member(index, content)
        elif content is not None:
            part = staging.open_part(index)
            part.write_at(0, content)
            part.close()
            staging.finish_part(index)
    staging.flush()
    staging.commit()
    staging.discard()


def test_K05_a_transfer_is_saved_twice_and_nothing_is_replaced(base: Path) -> None:
    receive(base, TREE)
    receive(base, TREE)
    again = {
        path.replace("folder", "folder (1)", 1).replace("single", "single (1)"): content
        for path, content in TREE.items()
    }
    assert snapshot(base) == TREE | again


def test_K05_names_that_a_disk_takes_for_one_are_kept_apart(base: Path) -> None:
    receive(base, {"name": b"1", "NAME": b"2"})
    assert sorted(content or b"" for content in snapshot(base).values()) == [b"1", b"2"]
