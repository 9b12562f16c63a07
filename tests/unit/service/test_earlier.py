"""Whether a file that was handed over is still the same here."""

import os
from pathlib import Path

import pytest

from byhand.domain.plan import OutgoingPlan, SpoolDigest, StoredTransfer
from byhand.domain.ranges import RangeSet
from byhand.domain.transfer import Direction, Transfer, TransferId, TransferState
from byhand.service.earlier import Earlier
from byhand.service.rechecking import root_of
from byhand.storage.source import SourceEntry, present_stamp
from tests.helpers.connection_pair import ALICE
from tests.helpers.outbound import scanned


class Handed:
    """A file that arrived somewhere, as entry 7 of its transfer."""

    def __init__(self, path: Path) -> None:
        path.write_bytes(b"as it was" * 1000)
        self.path = path
        (self.source,) = scanned(path)
        assert isinstance(self.source, SourceEntry)
        root = root_of(str(path), self.source.stamp, bool)
        assert root
        transfer = Transfer(
            *(TransferId(bytes(16)), Direction.OUTGOING, ALICE.friend_id, "it"),
            *(TransferState.DONE, 0.0),
        )
        manifest = SpoolDigest(8, 0, bytes(32))
        stored = StoredTransfer(transfer, OutgoingPlan((bytes(path),), manifest=manifest))
        roots = [(2, bytes(32)), (6, bytes(32) + root)]
        self.earlier = Earlier(stored, path, manifest, RangeSet([(2, 3), (6, 8)]), roots)

    def is_same(self) -> bool:
        now = present_stamp(str(self.path))
        assert now is not None
        return self.earlier.is_as_handed_over(7, self.source, now, bool)

    def date_back(self) -> None:
        os.utime(self.path, ns=(0, self.source.stamp.mtime_ns))


@pytest.fixture
def handed(tmp_path: Path) -> Handed:
    return Handed(tmp_path / "it")


def test_what_nobody_has_touched_is_the_same(handed: Handed) -> None:
    assert handed.is_same()


def test_so_is_what_something_was_done_to_but_not_written(handed: Handed) -> None:
    handed.path.chmod(0o400)
    assert handed.is_same()


def test_what_was_written_to_is_another_whatever_its_date_says(handed: Handed) -> None:
    handed.path.write_bytes(b"as it is!" * 1000)
    handed.date_back()
    assert not handed.is_same()


def test_what_has_another_date_is_not_looked_into(handed: Handed) -> None:
    os.utime(handed.path)
    assert not handed.is_same()
