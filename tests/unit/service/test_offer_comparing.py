"""What an offer would change in a folder that is here already, told before it is answered."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from byhand.domain.identity import FriendId
from byhand.domain.manifest import Entry
from byhand.domain.transfer import Compared, Direction, Transfer, TransferId, TransferState
from byhand.service.offer_comparing import compare
from byhand.service.worker import Worker
from tests.helpers.trees import Tree, entries_of

TREE: Tree = {
    "top": None,
    "top/a": bytes(1000),
    "top/b": bytes(2000),
    "top/inner": None,
    "top/inner/c": bytes(3000),
    "top/inner/d": bytes(0),
}
DATE_NS = 1_600_000_000_000_000_000


@pytest.fixture
def disk() -> Iterator[Worker]:
    worker = Worker("disk")
    yield worker
    worker.close()


def put(folder: Path, tree: Tree, date_ns: int = DATE_NS) -> None:
    for path, content in tree.items():
        if content is None:
            (folder / path).mkdir()
        else:
            (folder / path).write_bytes(content)
            os.utime(folder / path, ns=(date_ns, date_ns))


def offer(folder: Path, *, is_folder: bool = True) -> Transfer:
    return Transfer(
        *(TransferId(bytes(16)), Direction.INCOMING, FriendId(bytes(32)), "top"),
        *(TransferState.OFFERED, 0.0),
        folder=str(folder),
        is_folder=is_folder,
    )


async def compared(
    folder: Path, disk: Worker, tree: Tree = TREE, *, is_folder: bool = True
) -> Compared | None:
    entries: list[Entry] = entries_of(tree, DATE_NS)
    return await compare(entries, offer(folder, is_folder=is_folder), disk, lambda: True)


async def test_files_are_new_or_changed_or_identical(tmp_path: Path, disk: Worker) -> None:
    put(tmp_path, {key: TREE[key] for key in ("top", "top/a", "top/inner", "top/inner/d")})
    put(tmp_path, {"top/b": bytes(2001), "top/of mine": b""})
    assert await compared(tmp_path, disk) == Compared(new=1, changed=1, identical=2)


async def test_a_date_counts_as_coarsely_as_any_disk_keeps_it(tmp_path: Path, disk: Worker) -> None:
    put(tmp_path, TREE, DATE_NS + 10**9)
    assert await compared(tmp_path, disk) == Compared(0, 0, 4)
    put(tmp_path, {"top/a": bytes(1000)}, DATE_NS + 3 * 10**9)
    assert await compared(tmp_path, disk) == Compared(0, 1, 3)


async def test_where_no_folder_of_the_name_is_nothing_is_told(tmp_path: Path, disk: Worker) -> None:
    assert await compared(tmp_path, disk) is None
    assert await compared(tmp_path / "not there", disk) is None
    (tmp_path / "top").write_bytes(b"a file")
    assert await compared(tmp_path, disk) is None


async def test_what_lies_behind_links_is_not_looked_at(tmp_path: Path, disk: Worker) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    put(elsewhere, {"c": bytes(3000), "d": b""})
    put(tmp_path, {"top": None, "top/a": bytes(1000)})
    (tmp_path / "top/inner").symlink_to(elsewhere)
    (tmp_path / "top/b").symlink_to(tmp_path / "top/a")
    assert await compared(tmp_path, disk) == Compared(new=3, changed=0, identical=1)


async def test_of_several_items_any_folder_that_is_there_counts(
    tmp_path: Path, disk: Worker
) -> None:
    several: Tree = {"file": b"1", "one": None, "one/a": b"", "two": None, "two/a": b"22"}
    put(tmp_path, {"two": None, "two/a": b"22"})
    assert await compared(tmp_path, disk, several, is_folder=False) == Compared(2, 0, 1)


async def test_it_ends_early_once_it_is_not_wanted_any_more(tmp_path: Path, disk: Worker) -> None:
    put(tmp_path, TREE)
    entries = entries_of(TREE, DATE_NS)
    assert await compare(entries, offer(tmp_path), disk, lambda: False) is None
