"""A sending lane, by what comes out of it: frames, reports and what is recorded."""

import os
from pathlib import Path
from typing import NoReturn

import pytest
from blake3 import blake3

from byhand.domain.codes import Code
from byhand.domain.pieces import KIB, MIB, PACK_INDEX, file_root
from byhand.domain.ranges import RangeSet
from byhand.domain.transfer import EntryState
from byhand.engine.lane_orders import Drop, Push
from byhand.engine.reports import RootKnown, SendingFailed, SourceChanged, SourceFailed
from byhand.errors import StorageError
from byhand.protocol.data_frame import FLAG_FRAGMENT, FLAG_SAME, FLAG_ZERO, FrameHeader
from byhand.protocol.messages import Want
from byhand.storage.source import SourceEntry
from tests.helpers.changes import append, overwrite, touch
from tests.helpers.lanes import write_tree
from tests.helpers.outbound import FrameLog, Listening, Outbound, listening, scanned
from tests.helpers.trees import open_descriptors

BIG = 3 * MIB + 17


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a file that travels in pieces, and three that travel in a pack."""
    top = tmp_path / "top"
    top.mkdir()
    for name, size in (("big", BIG), ("one", 1000), ("three", 3000), ("two", 2000)):
        (top / name).write_bytes(os.urandom(size))
    return top


def root_of(content: bytes) -> bytes:
    pieces = [content[place : place + 256 * KIB] for place in range(0, len(content), 256 * KIB)]
    return file_root(len(content), [blake3(piece).digest() for piece in pieces])


def test_everything_arrives_and_is_vouched_for_and_recorded(folder: Path) -> None:
    outbound = Outbound.of(1, scanned(folder))
    with listening() as at_the_end:
        at_the_end.lane.order(outbound.push())
        log = at_the_end.log_until_served(outbound)
    for entry in range(1, 5):
        content = Path(outbound.sources[entry].path).read_bytes()
        assert log.content(entry) == content
        assert outbound.pieces.hashes.root(entry) == root_of(content)
    assert {(each.entry, each.pack) for each in at_the_end.told(RootKnown)} == {
        *((1, -1), (PACK_INDEX, 0)),
    }
    assert outbound.recorder.recorded_bytes == BIG + 6000 == outbound.pieces.sent_bytes
    (pack,) = (run for run in outbound.recorder.runs if run.entry == PACK_INDEX)
    assert len(pack.members) == 3 * 32


def test_what_is_left_out_is_not_read(folder: Path) -> None:
    outbound = Outbound.of(1, scanned(folder))
    outbound.pieces.leave_out(RangeSet([(1, 3)]))
    with listening() as at_the_end:
        at_the_end.lane.order(outbound.push(completes=True))
        log = at_the_end.log_until_served(outbound)
    assert {header.entry for header in log.headers} == {3, 4}
    assert log.content(outbound.index("two")) == (folder / "two").read_bytes()
    assert {each.entry for each in at_the_end.told(RootKnown)} == {3, 4}


def test_what_is_left_out_later_is_zeros_in_a_pack_that_was_asked_for(folder: Path) -> None:
    outbound = Outbound.of(1, scanned(folder))
    outbound.pieces.leave_out(RangeSet([(2, 3)]))
    with listening() as at_the_end:
        at_the_end.lane.order(outbound.push_rows(Want(PACK_INDEX, [0, 1])))
        log = at_the_end.log_until_served(outbound)
    assert log.content(2) == bytes(1000)
    assert log.content(3) == (folder / "three").read_bytes()
    assert outbound.pieces.hashes.root(2) is None


def test_cancelling_a_file_ends_it_in_the_middle(folder: Path) -> None:
    outbound = Outbound.of(1, scanned(folder))
    with listening() as at_the_end:
        at_the_end.lane.order(outbound.push_rows(Want(1, [0, 13])))
        log = FrameLog.of(outbound)
        at_the_end.take(log)
        outbound.pieces.leave_out(RangeSet([(1, 2)]))
        at_the_end.log_until_served(outbound, log)
    assert 0 < len(log.content(1)) < BIG
    assert at_the_end.told(RootKnown) == []


def test_a_packed_file_that_is_wanted_singly_is_one_piece(folder: Path) -> None:
    outbound = Outbound.of(1, scanned(folder))
    with listening() as at_the_end:
        at_the_end.lane.order(outbound.push_rows(Want(2, [0, 1])))
        log = at_the_end.log_until_served(outbound)
    (header,) = log.headers
    assert (header.entry, header.first_piece, header.piece_count) == (2, 0, 1)
    content = (folder / "one").read_bytes()
    assert log.content(2) == content
    assert at_the_end.told(RootKnown) == [RootKnown(2, -1, 0, root_of(content))]


def serve(outbound: Outbound, *wants: Want, epoch: int = 1) -> tuple[FrameLog, Listening]:
    with listening() as at_the_end:
        at_the_end.lane.order(outbound.push_rows(*wants, epoch=epoch))
        return at_the_end.log_until_served(outbound), at_the_end


def test_a_packed_file_that_is_wanted_singly_after_its_pack_is_vouched_for_by_itself(
    folder: Path,
) -> None:
    outbound = Outbound.of(1, scanned(folder))
    entry = outbound.index("two")
    with listening() as at_the_end:
        at_the_end.lane.order(outbound.push_rows(Want(PACK_INDEX, [0, 1])))
        at_the_end.lane.order(outbound.push_rows(Want(entry, [0, 1]), extends=True))
        log = at_the_end.log_until_served(outbound)
    root = root_of((folder / "two").read_bytes())
    assert RootKnown(entry, -1, 0, root) in at_the_end.told(RootKnown)
    assert log.content(entry) == (folder / "two").read_bytes()


def test_M06_a_file_that_changes_while_it_is_sent_comes_no_further(folder: Path) -> None:
    outbound = Outbound.of(1, scanned(folder))
    with listening() as at_the_end:
        at_the_end.lane.order(
            outbound.push_rows(Want(1, [0, 13]), Want(2, [0, 1]), Want(1, [0, 2]))
        )
        log = FrameLog.of(outbound)
        at_the_end.take(log, 2)
        touch(folder / "big")
        at_the_end.log_until_served(outbound, log)
    assert {header.generation for header in log.headers} == {0}
    assert log.headers[-1].entry == 2
    assert at_the_end.told(SourceChanged) == [SourceChanged(1, 1)]
    assert 1 not in {each.entry for each in at_the_end.told(RootKnown)}


def test_M06_it_comes_whole_when_it_is_asked_for_once_more(folder: Path) -> None:
    outbound = Outbound.of(1, scanned(folder))
    overwrite(folder / "big", 10, b"other")
    log, _ = serve(outbound, Want(1, [0, 13]))
    assert log.headers == []
    log, at_the_end = serve(outbound, Want(1, [0, 13]), epoch=2)
    content = (folder / "big").read_bytes()
    assert log.content(1, generation=1) == content
    assert at_the_end.told(RootKnown) == [RootKnown(1, -1, 1, root_of(content))]
    assert dict(outbound.pieces.roots_of([1])) == {1: root_of(content)}
    assert outbound.recorder.outcomes[1].root == root_of(content)


def test_M06_what_the_receiver_kept_of_it_is_not_sent_again(folder: Path) -> None:
    outbound = Outbound.of(1, scanned(folder))
    before = (folder / "big").read_bytes()
    hashes = [blake3(before[n * 256 * KIB : (n + 1) * 256 * KIB]).digest() for n in range(13)]
    overwrite(folder / "big", 10, b"other")
    outbound.pieces.expect(1, 0, 0, b"".join(hashes))
    serve(outbound, Want(1, [0, 13]))
    outbound.pieces.expect(1, 0, 0, hashes[12] * 13)
    outbound.pieces.expect(1, 0, 1, b"".join(hashes))
    log, at_the_end = serve(outbound, Want(1, [0, 13]), epoch=2)
    assert set(log.pieces) == {(1, 1, 0)}
    assert log.same == {(1, 1, piece): hashes[piece] for piece in range(1, 13)}
    assert at_the_end.told(RootKnown)[0].root == root_of((folder / "big").read_bytes())


def test_M06_a_file_that_changes_twice_has_failed(folder: Path) -> None:
    outbound = Outbound.of(1, scanned(folder))
    touch(folder / "big")
    serve(outbound, Want(1, [0, 13]))
    with listening() as at_the_end:
        at_the_end.lane.order(outbound.push_rows(Want(1, [0, 13]), epoch=2))
        log = FrameLog.of(outbound)
        at_the_end.take(log, 2)
        touch(folder / "big")
        at_the_end.log_until_served(outbound, log)
    assert at_the_end.told(SourceFailed) == [SourceFailed(1, Code.SOURCE_CHANGED)]
    assert at_the_end.told(RootKnown) == []
    assert outbound.recorder.outcomes[1].state is EntryState.FAILED


def test_in_a_new_session_what_changed_before_may_be_asked_for_at_once(folder: Path) -> None:
    outbound = Outbound.of(1, scanned(folder))
    touch(folder / "big")
    serve(outbound, Want(1, [0, 13]))
    outbound.pieces.start_session(8)
    log, _ = serve(outbound, Want(1, [0, 13]))
    assert log.content(1, generation=1) == (folder / "big").read_bytes()
    assert {header.transfer_number for header in log.headers} == {8}


def test_M06_a_file_of_another_size_has_failed_at_once(folder: Path) -> None:
    outbound = Outbound.of(1, scanned(folder))
    append(folder / "big")
    append(folder / "two")
    with listening() as at_the_end:
        at_the_end.lane.order(outbound.push())
        log = at_the_end.log_until_served(outbound)
    assert at_the_end.told(SourceChanged) == []
    failed = {each.entry: each.code for each in at_the_end.told(SourceFailed)}
    assert failed == {1: Code.SOURCE_CHANGED, 4: Code.SOURCE_CHANGED}
    assert log.content(4) == bytes(2000)
    assert set(dict(outbound.pieces.roots_of(range(5)))) == {2, 3}


def test_M06_a_member_that_changed_is_zeros_in_its_pack_and_is_to_be_had_alone(
    folder: Path,
) -> None:
    outbound = Outbound.of(1, scanned(folder))
    overwrite(folder / "three", 0, b"other")
    log, at_the_end = serve(outbound, Want(PACK_INDEX, [0, 1]), Want(3, [0, 1]))
    assert log.pieces[PACK_INDEX, 0, 0][1000:4000] == bytes(3000)
    assert {header.entry for header in log.headers} == {PACK_INDEX}
    told = [(type(each), getattr(each, "entry", None)) for each in at_the_end.reports]
    assert told.index((SourceChanged, 3)) < told.index((RootKnown, PACK_INDEX))
    log, at_the_end = serve(outbound, Want(3, [0, 1]), epoch=2)
    content = (folder / "three").read_bytes()
    assert log.content(3, generation=1) == content
    assert at_the_end.told(RootKnown) == [RootKnown(3, -1, 1, root_of(content))]
    assert dict(outbound.pieces.roots_of([3])) == {3: root_of(content)}


def test_M06_a_member_that_is_gone_is_zeros_and_told_before_the_root(folder: Path) -> None:
    outbound = Outbound.of(1, scanned(folder))
    (folder / "one").unlink()
    with listening() as at_the_end:
        at_the_end.lane.order(outbound.push_rows(Want(PACK_INDEX, [0, 1])))
        log = at_the_end.log_until_served(outbound)
    assert log.content(2) == bytes(1000)
    assert log.content(3) == (folder / "three").read_bytes()
    told = [type(each) for each in at_the_end.reports]
    assert told[:2] == [SourceFailed, RootKnown]
    assert at_the_end.told(SourceFailed) == [SourceFailed(2, Code.SOURCE_GONE)]


def test_a_member_whose_content_changed_behind_its_stamp_is_noticed(folder: Path) -> None:
    outbound = Outbound.of(1, scanned(folder))
    other = [blake3(b"another").digest()] * 3
    outbound.pieces.hashes.note_pack(0, 0, blake3(b"pack").digest(), b"".join(other))
    with listening() as at_the_end:
        at_the_end.lane.order(outbound.push_rows(Want(PACK_INDEX, [0, 1])))
        log = at_the_end.log_until_served(outbound)
    assert {each.entry for each in at_the_end.told(SourceChanged)} == {2, 3, 4}
    assert log.content(2) == bytes(1000)


def test_pieces_that_the_receiver_has_are_named_not_sent(folder: Path) -> None:
    outbound = Outbound.of(1, scanned(folder))
    content = (folder / "big").read_bytes()
    hashes = [blake3(content[n * 256 * KIB : (n + 1) * 256 * KIB]).digest() for n in range(13)]
    outbound.pieces.expect(1, 0, 0, b"".join(hashes[:5]))
    outbound.pieces.expect(1, 5, 0, bytes(32) + b"".join(hashes[6:9]))
    with listening() as at_the_end:
        at_the_end.lane.order(outbound.push_rows(Want(1, [0, 13])))
        log = at_the_end.log_until_served(outbound)
    assert log.same == {(1, 0, piece): hashes[piece] for piece in (*range(5), 6, 7, 8)}
    assert set(log.pieces) == {(1, 0, piece) for piece in (5, 9, 10, 11, 12)}
    assert log.pieces[1, 0, 5] == content[5 * 256 * KIB : 6 * 256 * KIB]
    assert any(h.flags & FLAG_SAME and h.piece_count > 1 for h in log.headers)
    assert at_the_end.told(RootKnown) == [RootKnown(1, -1, 0, root_of(content))]
    assert outbound.pieces.sent_bytes == BIG


def test_a_piece_that_was_named_and_is_wanted_again_is_sent(folder: Path) -> None:
    outbound = Outbound.of(1, scanned(folder))
    content = (folder / "big").read_bytes()[: 256 * KIB]
    outbound.pieces.expect(1, 0, 0, blake3(content).digest())
    with listening() as at_the_end:
        at_the_end.lane.order(outbound.push_rows(Want(1, [0, 1])))
        at_the_end.lane.order(outbound.push_rows(Want(1, [0, 1]), extends=True))
        log = at_the_end.log_until_served(outbound)
    assert set(log.same) == set(log.pieces) == {(1, 0, 0)}
    assert log.pieces[1, 0, 0] == content


def test_M06_a_change_after_a_part_was_read_is_noticed_at_its_end(folder: Path) -> None:
    outbound = Outbound.of(1, scanned(folder))
    with listening() as at_the_end:
        at_the_end.lane.order(outbound.push_rows(Want(1, [0, 8])))
        log = FrameLog.of(outbound)
        at_the_end.take(log)
        touch(folder / "big")
        at_the_end.log_until_served(outbound, log)
    assert at_the_end.told(SourceChanged) == [SourceChanged(1, 1)]


def test_a_pack_of_which_everything_is_left_out_is_not_sent(folder: Path) -> None:
    outbound = Outbound.of(1, scanned(folder))
    outbound.pieces.leave_out(RangeSet([(2, 5)]))
    log, at_the_end = serve(outbound, Want(PACK_INDEX, [0, 1]))
    assert log.headers == []
    assert at_the_end.told(RootKnown) == []


def test_without_a_wish_the_missing_roots_can_be_asked_for(folder: Path) -> None:
    outbound = Outbound.of(1, scanned(folder))
    with listening() as at_the_end:
        at_the_end.lane.order(Push(outbound.pieces, 1, (), completes=True))
        log = at_the_end.log_until_served(outbound)
    assert log.headers == []
    assert len(at_the_end.told(RootKnown)) == 2
    assert list(outbound.pieces.missing_hashes()) == []


def sparse(path: Path, size: int, *places: int) -> Path:
    """Write a file that is one hole but for a block at each place."""
    with path.open("wb") as file:
        file.truncate(size)
        for place in places:
            file.seek(place)
            file.write(os.urandom(4096))
    if path.stat().st_blocks * 512 >= size:
        pytest.skip("this file system keeps no holes")
    return path


def test_a_hole_takes_one_frame_and_one_look(tmp_path: Path) -> None:
    path = sparse(tmp_path / "sparse", 64 * MIB, 20 * MIB, 63 * MIB)
    outbound = Outbound.of(1, scanned(path))
    with listening() as at_the_end:
        at_the_end.lane.order(outbound.push())
        log = at_the_end.log_until_served(outbound)
    zeros = [header.piece_count for header in log.headers if header.flags & FLAG_ZERO]
    assert zeros == [80, 171, 3]
    assert log.content(0) == path.read_bytes()
    assert at_the_end.told(RootKnown) == [RootKnown(0, -1, 0, root_of(path.read_bytes()))]


def test_M08_a_sparse_file_of_five_terabytes_is_a_few_frames(tmp_path: Path) -> None:
    size = 5 * 10**12
    path = sparse(tmp_path / "sparse", size, 10**12)
    outbound = Outbound.of(1, scanned(path))
    with listening() as at_the_end:
        at_the_end.lane.order(outbound.push())
        frames: list[FrameHeader] = []
        while sum(header.piece_count for header in frames) < -(-size // (16 * MIB)):
            frame = at_the_end.next_frame()
            assert frame is not None
            if not frame[0].flags & FLAG_FRAGMENT or frame[0].offset == 0:
                frames.append(frame[0])
        reports = outbound.reports_until(RootKnown)
    assert len(frames) < 10
    assert isinstance(reports[-1], RootKnown)
    assert outbound.pieces.sent_bytes == size


@pytest.mark.parametrize("size", [0, 1, 256 * KIB - 1, 256 * KIB, 256 * KIB + 1])
def test_M08_sizes_around_a_piece_have_the_right_root_and_count(tmp_path: Path, size: int) -> None:
    path = tmp_path / "file"
    path.write_bytes(os.urandom(size))
    outbound = Outbound.of(1, scanned(path))
    with listening() as at_the_end:
        at_the_end.lane.order(outbound.push())
        log = at_the_end.log_until_served(outbound)
    pieces = -(-size // (256 * KIB))
    assert len(log.pieces) == pieces
    assert dict(outbound.pieces.roots_of([0])) == {0: root_of(path.read_bytes())}


def test_a_dropped_transfer_closes_what_it_was_reading(folder: Path) -> None:
    outbound = Outbound.of(1, scanned(folder))
    with listening() as at_the_end:
        before = open_descriptors()
        at_the_end.lane.order(outbound.push_rows(Want(1, [0, 13])))
        log = FrameLog.of(outbound)
        at_the_end.take(log)
        assert open_descriptors() > before
        at_the_end.lane.order(Drop(1))
        other = Outbound.of(2, scanned(folder / "one"))
        at_the_end.lane.order(other.push())
        while log.headers[-1].transfer_number == 1:
            frame = at_the_end.next_frame()
            assert frame is not None
            log.headers.append(frame[0])
        assert open_descriptors() == before
        assert outbound.pieces.sent_bytes < BIG


def test_a_higher_wish_replaces_the_one_before(folder: Path) -> None:
    outbound = Outbound.of(1, scanned(folder))
    with listening() as at_the_end:
        at_the_end.lane.order(outbound.push_rows(Want(1, [0, 13])))
        log = FrameLog.of(outbound)
        at_the_end.take(log)
        at_the_end.lane.order(outbound.push_rows(Want(2, [0, 1]), epoch=2))
        at_the_end.log_until_served(outbound, log)
    assert log.headers[-1].entry == 2
    assert len(log.content(1)) < BIG
    assert 1 in outbound.pieces.missing_hashes()


def test_roots_that_a_sudden_end_has_lost_are_found_out_without_sending(folder: Path) -> None:
    first = Outbound.of(1, scanned(folder))
    with listening() as at_the_end:
        at_the_end.lane.order(first.push())
        at_the_end.log_until_served(first)
    again = Outbound.of(7, scanned(folder), first.recorder.journal(lost_runs=2))
    assert list(again.pieces.missing_hashes()) == [1]
    with listening() as at_the_end:
        at_the_end.lane.order(again.push_rows(Want(2, [0, 1])))
        log = at_the_end.log_until_served(again)
        assert [header.entry for header in log.headers] == [2]
    with listening() as at_the_end:
        at_the_end.lane.order(Push(again.pieces, 2, (), completes=True))
        log = at_the_end.log_until_served(again)
    assert log.headers == []
    assert {each.entry for each in at_the_end.told(RootKnown)} == {1}
    assert dict(again.pieces.roots_of(range(5))) == dict(first.pieces.roots_of(range(5)))


class LostList(list[SourceEntry]):
    """A list of what is sent that the disk does not give back."""

    def __getitem__(self, index: object) -> NoReturn:
        raise StorageError(Path("entries"), "lost")


def test_a_list_that_cannot_be_read_ends_its_transfer_and_no_other(folder: Path) -> None:
    lost = Outbound.of(1, LostList(scanned(folder)))
    other = Outbound.of(2, scanned(folder))
    with listening() as at_the_end:
        at_the_end.lane.order(lost.push())
        (failed,) = lost.reports_until(SendingFailed)
        at_the_end.lane.order(other.push())
        log = at_the_end.log_until_served(other)
    assert isinstance(failed, SendingFailed)
    assert isinstance(failed.error, StorageError)
    assert log.content(1) == (folder / "big").read_bytes()


def test_a_large_piece_goes_in_fragments_and_can_be_dropped_between_them(tmp_path: Path) -> None:
    path = sparse(tmp_path / "huge", 5 * 2**40, 0)
    huge = Outbound.of(1, scanned(path))
    small = write_tree(tmp_path / "small", [10])
    with listening() as at_the_end:
        at_the_end.lane.order(huge.push_rows(Want(0, [0, 1])))
        first = at_the_end.next_frame()
        assert first is not None
        assert first[0].flags & FLAG_FRAGMENT
        at_the_end.lane.order(Drop(1))
        other = Outbound.of(2, scanned(small))
        at_the_end.lane.order(other.push())
        log = FrameLog.of(other)
        while (frame := at_the_end.next_frame()) is not None:
            if frame[0].transfer_number == 2:
                log.take(*frame)
                break
        assert huge.pieces.sent_bytes < 16 * MIB
    assert log.content(1) == (small / "00000").read_bytes()
