"""K05: a file that its target's file system cannot hold is refused before anything is sent."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from byhand.domain.columns import columns_of
from byhand.domain.pieces import Packs
from byhand.domain.ranges import RangeSet
from byhand.errors import FileTooLargeError
from byhand.storage.disk import SYSTEM_DISK
from byhand.storage.disk_calls import EXFAT, FAT
from tests.helpers.arrivals import Receiver
from tests.helpers.trees import Tree, open_descriptors, snapshot

LIMIT = 2**32 - 1
EXT4 = 0xEF53
TREE: Tree = {"large": b"x", "small": b"y"}


@pytest.fixture
def receiver(tmp_path: Path) -> Iterator[Receiver]:
    with Receiver(tmp_path / "to", TREE) as receiver:
        yield receiver


def offered(receiver: Receiver, size: int, file_system: int) -> None:
    """Let the first file be that long, of which nothing has to be kept but holes."""
    large, small = receiver.entries
    entries = (replace(large, size=size, allocated=0), small)
    columns = columns_of(entries)
    receiver.accepted = replace(
        receiver.accepted, entries=entries, columns=columns, packs=Packs(columns)
    )
    receiver.disk = replace(SYSTEM_DISK, file_system=lambda _: file_system)


def test_K05_a_file_of_4_gib_is_refused_at_once_on_fat_and_nothing_is_left(
    receiver: Receiver,
) -> None:
    offered(receiver, LIMIT + 1, FAT)
    before = open_descriptors()
    with pytest.raises(FileTooLargeError) as caught:
        receiver.begin()
    assert caught.value.limit == LIMIT
    assert snapshot(receiver.base) == {}
    assert open_descriptors() == before


@pytest.mark.parametrize(
    ("size", "file_system"), [(LIMIT, FAT), (LIMIT + 1, EXFAT), (LIMIT + 1, EXT4), (LIMIT + 1, 0)]
)
def test_K05_any_other_size_or_file_system_is_taken(
    receiver: Receiver, size: int, file_system: int
) -> None:
    offered(receiver, size, file_system)
    receiver.begin().discard()


@pytest.mark.parametrize("how", [{"chosen": RangeSet([(1, 2)])}, {"cancelled": RangeSet([(0, 1)])}])
def test_K05_a_large_file_that_is_not_wanted_is_nothing(
    receiver: Receiver, how: dict[str, RangeSet]
) -> None:
    offered(receiver, LIMIT + 1, FAT)
    receiver.accepted = replace(receiver.accepted, **how)
    receiver.begin().discard()
