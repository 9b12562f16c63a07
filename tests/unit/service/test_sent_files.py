from pathlib import Path
from types import SimpleNamespace

import pytest

from byhand.domain.codes import Code
from byhand.domain.pieces import PACK_INDEX
from byhand.domain.ranges import RangeSet
from byhand.domain.transfer import EntryState, Standing
from byhand.errors import RemoteProtocolError
from byhand.protocol.messages import FileRow, FileState
from byhand.service.given_up import GivenUp
from byhand.service.sent_files import SentFiles
from tests.helpers.lanes import write_tree
from tests.helpers.outbound import Outbound, scanned

LARGE = 3_000_000
_E = EntryState


class NoRow:
    """Takes what a row is told."""

    now = SimpleNamespace(problems=())

    def update(self, **changes: object) -> None:
        """Nobody looks."""


@pytest.fixture
def outbound(tmp_path: Path) -> Outbound:
    """Return a folder with a large file, two small ones and an empty one."""
    return Outbound.of(1, scanned(write_tree(tmp_path / "from", [LARGE, 10, 20, 0])))


@pytest.fixture
def files(outbound: Outbound) -> SentFiles:
    given_up = GivenUp(NoRow(), None, lambda _: ())  # type: ignore[arg-type]
    return SentFiles(outbound.pieces, outbound.pieces.offered.columns, given_up)


def test_before_anything_is_sent_everything_waits(files: SentFiles) -> None:
    assert {files.standing(entry) for entry in range(1, 5)} == {Standing(_E.WAITING)}


def test_a_file_is_partly_sent_and_then_sent(files: SentFiles, outbound: Outbound) -> None:
    outbound.pieces.note_sent(1, 0, 1_000_000)
    assert files.standing(1) == Standing(_E.PARTIAL, Code.OK, 1_000_000)
    outbound.pieces.note_sent(1, 4, 2_500_000)
    assert files.standing(1) == Standing(_E.COMPLETE, Code.OK, LARGE)


def test_with_a_pack_its_members_are_sent(files: SentFiles, outbound: Outbound) -> None:
    outbound.pieces.note_sent(PACK_INDEX, 0, 29)
    assert files.standing(2).state is _E.WAITING
    outbound.pieces.note_sent(PACK_INDEX, 0, 1)
    assert [files.standing(entry).state for entry in (2, 3)] == [_E.COMPLETE, _E.COMPLETE]


def test_the_receivers_word_comes_before_ours(files: SentFiles, outbound: Outbound) -> None:
    outbound.pieces.leave_out(RangeSet([(4, 5)]))
    files.take(
        [
            FileRow(1, FileState.FINISHED, Code.OK),
            FileRow(2, FileState.SKIPPED, Code.OK),
            FileRow(3, FileState.FAILED, Code.DISK_FULL),
        ]
    )
    assert [files.standing(entry) for entry in range(1, 5)] == [
        Standing(_E.DONE),
        Standing(_E.SKIPPED),
        Standing(_E.FAILED, Code.DISK_FULL),
        Standing(_E.NOT_CHOSEN),
    ]
    files.take([FileRow(2, FileState.CANCELLED, Code.CANCELLED)])
    assert files.standing(2) == Standing(_E.CANCELLED, Code.CANCELLED)


@pytest.mark.parametrize("entry", [0, 5, 2**32 - 1])
def test_a_file_that_was_not_offered_is_the_receivers_fault(files: SentFiles, entry: int) -> None:
    with pytest.raises(RemoteProtocolError):
        files.take([FileRow(entry, FileState.FINISHED, Code.OK)])


def test_what_was_read_only_to_know_its_hash_was_not_sent(
    files: SentFiles, outbound: Outbound
) -> None:
    outbound.pieces.hashes.settle_root(1, bytes(32))
    assert files.standing(1).state is _E.WAITING


def test_what_was_read_before_a_stop_counts_as_sent(outbound: Outbound) -> None:
    outbound.pieces.hashes.settle_root(1, bytes(32))
    given_up = GivenUp(NoRow(), None, lambda _: ())  # type: ignore[arg-type]
    again = SentFiles(outbound.pieces, outbound.pieces.offered.columns, given_up)
    assert [again.standing(entry).state for entry in (1, 2, 4)] == [
        _E.COMPLETE,
        _E.WAITING,
        _E.WAITING,
    ]
