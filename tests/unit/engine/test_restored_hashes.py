"""What was recorded of a transfer before a stop counts after it."""

import os
from pathlib import Path

import pytest

from byhand.domain.codes import Code
from byhand.domain.journal import EntryOutcome, Journal, PieceRun
from byhand.domain.pieces import KIB, PACK_INDEX
from byhand.domain.transfer import Direction, EntryState
from byhand.engine.journal_writer import JournalWriter
from byhand.engine.recorded import JournalPace, Recorded
from byhand.engine.reports import RootKnown, SourceChanged, SourceFailed
from byhand.protocol.messages import Want
from byhand.storage.profile_database import ProfileDatabase
from tests.helpers.changes import overwrite, touch
from tests.helpers.kept import FIRST, stored
from tests.helpers.outbound import Outbound, listening, scanned


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    top = tmp_path / "top"
    top.mkdir()
    for name, size in (("big", 1000 * KIB), ("one", 1000), ("other", 700 * KIB), ("two", 2000)):
        (top / name).write_bytes(os.urandom(size))
    return top


BIG, ONE, OTHER, TWO = 1, 2, 3, 4


def serve(outbound: Outbound, *wants: Want, epoch: int = 1) -> None:
    """Send what is wanted, everything by default."""
    with listening() as at_the_end:
        order = outbound.push_rows(*wants, epoch=epoch) if wants else outbound.push()
        at_the_end.lane.order(order)
        at_the_end.log_until_served(outbound)


def restarted(outbound: Outbound) -> Outbound:
    """Return the transfer after the program has started again."""
    return Outbound.of(9, outbound.sources, outbound.recorder.journal())


def test_everything_that_was_read_need_not_be_read_again(folder: Path) -> None:
    first = Outbound.of(1, scanned(folder))
    serve(first)
    again = restarted(first)
    assert list(again.pieces.missing_hashes()) == []
    assert dict(again.pieces.roots_of(range(5))) == dict(first.pieces.roots_of(range(5)))
    assert set(again.pieces.known_roots()) == set(first.pieces.known_roots())
    assert {(each.entry, each.pack) for each in again.pieces.known_roots()} == {
        *((BIG, -1), (OTHER, -1), (PACK_INDEX, 0)),
    }


def test_a_file_of_which_a_part_was_read_is_whole_with_the_rest(folder: Path) -> None:
    first = Outbound.of(1, scanned(folder))
    serve(first, Want(BIG, [0, 2]))
    again = restarted(first)
    assert list(again.pieces.hashes.missing(BIG)) == [(2, 4)]
    with listening() as at_the_end:
        at_the_end.lane.order(again.push_rows(Want(BIG, [2, 2])))
        at_the_end.log_until_served(again)
    (root,) = at_the_end.told(RootKnown)
    whole = Outbound.of(2, scanned(folder))
    serve(whole)
    assert root.root == whole.pieces.hashes.root(BIG)


def test_M06_what_was_read_of_a_file_that_has_changed_since_counts_no_more(folder: Path) -> None:
    first = Outbound.of(1, scanned(folder))
    serve(first, Want(BIG, [0, 2]))
    overwrite(folder / "big", 0, b"other")
    again = restarted(first)
    with listening() as at_the_end:
        at_the_end.lane.order(again.push_rows(Want(BIG, [2, 2])))
        log = at_the_end.log_until_served(again)
    assert at_the_end.told(SourceChanged) == [SourceChanged(BIG, 1)]
    assert log.headers == []
    assert list(again.pieces.hashes.missing(BIG)) == [(0, 4)]


def test_M06_a_change_is_remembered_and_its_root_too(folder: Path) -> None:
    sources = scanned(folder)
    touch(folder / "big")
    touch(folder / "one")
    first = Outbound.of(1, sources)
    serve(first)
    serve(first, Want(BIG, [0, 4]), Want(ONE, [0, 1]), epoch=2)
    again = restarted(first)
    assert list(again.pieces.known_troubles()) == [SourceChanged(BIG, 1), SourceChanged(ONE, 1)]
    assert set(again.pieces.known_roots()) == set(first.pieces.known_roots())
    assert {(each.entry, each.pack, each.generation) for each in again.pieces.known_roots()} == {
        *((BIG, -1, 1), (ONE, -1, 1), (OTHER, -1, 0), (PACK_INDEX, 0, 0)),
    }
    assert list(again.pieces.missing_hashes()) == []


def test_M06_of_a_changed_file_that_was_not_read_whole_everything_is_read_again(
    folder: Path,
) -> None:
    first = Outbound.of(1, scanned(folder))
    first.recorder.outcome(EntryOutcome(BIG, EntryState.PARTIAL, Code.SOURCE_CHANGED))
    first.recorder.record(PieceRun(BIG, 0, bytes(range(64))), 512 * KIB)
    again = restarted(first)
    assert again.pieces.hashes.generation(BIG) == 1
    assert list(again.pieces.hashes.missing(BIG)) == [(0, 4)]


def test_a_pack_read_before_a_member_changed_is_read_again(folder: Path) -> None:
    first = Outbound.of(1, scanned(folder))
    serve(first, Want(PACK_INDEX, [0, 1]))
    first.recorder.outcome(EntryOutcome(ONE, EntryState.PARTIAL, Code.SOURCE_CHANGED))
    again = restarted(first)
    assert list(again.pieces.known_roots()) == []
    assert list(again.pieces.missing_hashes()) == [BIG, ONE, OTHER, TWO]


def test_a_failure_is_remembered(folder: Path) -> None:
    first = Outbound.of(1, scanned(folder))
    (folder / "one").unlink()
    serve(first)
    again = restarted(first)
    assert list(again.pieces.known_troubles()) == [SourceFailed(ONE, Code.SOURCE_GONE)]
    assert dict(again.pieces.roots_of([ONE, TWO])).keys() == {TWO}


def test_what_failed_at_the_receiver_may_still_be_sent(folder: Path) -> None:
    failed = EntryOutcome(BIG, EntryState.FAILED, Code.HASH_MISMATCH)
    again = Outbound.of(1, scanned(folder), Journal(outcomes=(failed,)))
    assert not again.pieces.hashes.is_failed(BIG)


def test_runs_that_cannot_be_of_this_manifest_do_no_harm(folder: Path) -> None:
    runs = (
        PieceRun(BIG, 3, bytes([1]) * 64),
        PieceRun(77, 0, bytes([1]) * 32),
        PieceRun(PACK_INDEX, 0, bytes([1]) * 320, bytes([1]) * 64),
    )
    outcomes = (EntryOutcome(99, EntryState.FAILED, Code.SOURCE_GONE),)
    again = Outbound.of(1, scanned(folder), Journal(other_runs=runs, outcomes=outcomes))
    assert list(again.pieces.hashes.missing(BIG)) == [(0, 4)]


def test_what_the_database_kept_counts_as_what_was_recorded(folder: Path, tmp_path: Path) -> None:
    sources = scanned(folder)
    touch(folder / "one")
    touch(folder / "other")
    first = Outbound.of(1, sources)
    database = ProfileDatabase.open(tmp_path / "byhand.db")
    try:
        database.transfers.save(stored(FIRST, direction=Direction.OUTGOING))
        writer = JournalWriter(database.journals.record_many, JournalPace(commit_seconds=0))
        recorder = writer.open(Recorded(FIRST, None, lambda _: (), lambda _: None))
        first.pieces.recorder = recorder
        serve(first)
        writer.work()
        serve(first, Want(ONE, [0, 1]), Want(OTHER, [0, 1]), epoch=2)
        writer.work()
        recorder.close()
        again = Outbound.of(9, sources, database.journals.load(FIRST))
    finally:
        database.close()
    assert set(again.pieces.known_roots()) == set(first.pieces.known_roots())
    assert list(again.pieces.known_troubles()) == list(first.pieces.known_troubles())
    assert list(again.pieces.missing_hashes()) == [OTHER]
