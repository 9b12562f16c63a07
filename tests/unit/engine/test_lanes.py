"""Sending and receiving lanes together, over a socket pair and real staging folders."""

import os
import tempfile
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from byhand.domain.codes import Code
from byhand.domain.manifest import Entry, EntryKind
from byhand.domain.pieces import KIB, MIB
from byhand.domain.transfer import EntryState
from byhand.engine.lane_orders import Drop
from byhand.engine.payload_aim import SMALLEST_PAYLOAD, PayloadAim
from byhand.engine.reports import RootKnown, SourceFailed, WishServed
from byhand.errors import ConnectionLostError, RemoteProtocolError
from byhand.protocol.messages import Want
from tests.helpers.lanes import Inbound, LanePair, Outbound, lane_pair, scanned, write_tree
from tests.helpers.trees import open_descriptors, snapshot


def hand_over(source: Path, into: Path, pair: LanePair, number: int = 1) -> Outbound:
    """Send a file or folder whole and save it."""
    outbound = Outbound.of(number, scanned(source))
    entries = [each.entry for each in outbound.sources]
    inbound = Inbound.of(entries, into)
    pair.receivers.admit(number, inbound.pieces)
    pair.sending.order(outbound.push())
    inbound.wait_until_complete()
    reports = outbound.reports_until(WishServed)
    for report in reports:
        if isinstance(report, RootKnown):
            inbound.content.vouch(report.entry, report.pack, report.root)
    assert inbound.content.states.wrong() == []
    files = [index for index, entry in enumerate(entries) if entry.kind is EntryKind.FILE]
    assert inbound.roots == dict(outbound.pieces.roots_of(files))
    assert len(inbound.roots) == len(files)
    inbound.commit()
    return outbound


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lanes that have found their connection slow."""
    slow_aim = partial(PayloadAim, SMALLEST_PAYLOAD)
    monkeypatch.setattr("byhand.engine.sending_lane.PayloadAim", slow_aim)


def test_a_file_arrives_byte_for_byte(tmp_path: Path) -> None:
    source = write_tree(tmp_path / "from", [3 * MIB + 17])
    with lane_pair() as pair:
        hand_over(source, tmp_path / "to", pair)
    assert snapshot(tmp_path / "to/from") == snapshot(source)


def test_lanes_leave_no_descriptor_open(tmp_path: Path) -> None:
    source = write_tree(tmp_path / "from", [MIB, 5, 0])
    before = open_descriptors()
    with lane_pair() as pair:
        hand_over(source, tmp_path / "to", pair)
    assert open_descriptors() == before


EDGES = [0, 1, 256 * KIB - 1, 256 * KIB, 256 * KIB + 1, 512 * KIB, MIB - 1, MIB, MIB + 1]


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(st.sampled_from(EDGES), st.integers(0, 3 * 256 * KIB)), max_size=8))
def test_any_tree_arrives_with_equal_roots_and_bytes(sizes: list[int]) -> None:
    with tempfile.TemporaryDirectory() as folder, lane_pair() as pair:
        source = write_tree(Path(folder) / "from", sizes)
        hand_over(source, Path(folder) / "to", pair)
        assert snapshot(Path(folder) / "to/from") == snapshot(source)


def test_many_small_files_fill_several_packs(tmp_path: Path) -> None:
    source = write_tree(tmp_path / "from", [1] * 1100 + [200 * KIB] * 12)
    with lane_pair() as pair:
        outbound = hand_over(source, tmp_path / "to", pair)
    assert len(outbound.pieces.offered.packs) > 3
    assert snapshot(tmp_path / "to/from") == snapshot(source)


@pytest.mark.usefixtures("slow")
def test_pieces_arrive_whole_in_fragments(tmp_path: Path) -> None:
    source = write_tree(tmp_path / "from", [256 * KIB * 3 + 1, 100 * KIB, 90 * KIB, 80 * KIB])
    with lane_pair() as pair:
        hand_over(source, tmp_path / "to", pair)
        assert pair.receiving.frames_taken >= 4 * 3 + 1
    assert snapshot(tmp_path / "to/from") == snapshot(source)


@pytest.mark.usefixtures("slow")
def test_fragments_of_two_transfers_in_turn_do_not_mix(tmp_path: Path) -> None:
    sources = [write_tree(tmp_path / f"from {number}", [2 * MIB]) for number in (1, 2)]
    with lane_pair() as pair:
        outbound = [Outbound.of(number, scanned(each)) for number, each in enumerate(sources, 1)]
        inbound = [
            Inbound.of([each.entry for each in sending.sources], tmp_path / f"to {number}")
            for number, sending in enumerate(outbound, 1)
        ]
        for number, receiving in enumerate(inbound, 1):
            pair.receivers.admit(number, receiving.pieces)
        for sending in outbound:
            pair.sending.order(sending.push())
        for receiving in inbound:
            receiving.wait_until_complete()
            assert receiving.pieces.bad_pieces == 0
            receiving.commit()
    for number, source in enumerate(sources, 1):
        assert snapshot(tmp_path / f"to {number}" / source.name) == snapshot(source)


def test_a_small_transfer_overtakes_a_huge_one(tmp_path: Path) -> None:
    huge = tmp_path / "huge"
    with huge.open("wb") as file:
        for _ in range(64):
            file.write(os.urandom(MIB))
    small = write_tree(tmp_path / "small", [10])
    with lane_pair() as pair:
        first, second = Outbound.of(1, scanned(huge)), Outbound.of(2, scanned(small))
        into = [
            Inbound.of([s.entry for s in each.sources], tmp_path / "to") for each in (first, second)
        ]
        for number, inbound in enumerate(into, 1):
            pair.receivers.admit(number, inbound.pieces)
        pair.sending.order(first.push())
        pair.sending.order(second.push())
        second.reports_until(WishServed)
        assert first.pieces.sent_bytes < 64 * MIB
        for inbound in into:
            inbound.wait_until_complete()
            inbound.commit()


def test_holes_travel_as_zeros_and_stay_holes(tmp_path: Path) -> None:
    source = tmp_path / "sparse"
    with source.open("wb") as file:
        file.truncate(64 * MIB)
        file.seek(5 * MIB)
        file.write(os.urandom(256 * KIB))
    if source.stat().st_blocks * 512 >= 64 * MIB:
        pytest.skip("this file system keeps no holes")
    with lane_pair() as pair:
        hand_over(source, tmp_path / "to", pair)
        frames = pair.receiving.frames_taken
    assert frames < 64
    saved = tmp_path / "to/sparse"
    assert saved.read_bytes() == source.read_bytes()
    assert saved.stat().st_blocks * 512 < 16 * MIB


def test_a_source_that_changed_before_it_is_read_is_reported_and_skipped(tmp_path: Path) -> None:
    source = write_tree(tmp_path / "from", [MIB, MIB, 10, 20])
    outbound = Outbound.of(1, scanned(source))
    (source / "00000").write_bytes(b"another")
    (source / "00001").unlink()
    (source / "00002").write_bytes(b"longer than ten bytes")
    inbound = Inbound.of([each.entry for each in outbound.sources], tmp_path / "to")
    with lane_pair() as pair:
        pair.receivers.admit(1, inbound.pieces)
        pair.sending.order(outbound.push())
        reports = outbound.reports_until(WishServed)
        failed = {each.entry: each.code for each in reports if isinstance(each, SourceFailed)}
        assert failed == {1: Code.SOURCE_CHANGED, 2: Code.SOURCE_GONE, 3: Code.SOURCE_CHANGED}
        for entry, code in failed.items():
            inbound.content.give_up(entry, EntryState.FAILED, code)
        inbound.wait_until_complete()
    assert set(inbound.roots) == {4} == set(dict(outbound.pieces.roots_of(range(1, 5))))
    inbound.commit(failed=[1, 2, 3])
    assert {path.name for path in (tmp_path / "to/from").iterdir()} == {"00003"}


def test_a_dropped_transfer_sends_no_more_and_its_late_frames_are_passed_over(
    tmp_path: Path,
) -> None:
    source = write_tree(tmp_path / "from", [32 * MIB])
    outbound = Outbound.of(1, scanned(source))
    inbound = Inbound.of([each.entry for each in outbound.sources], tmp_path / "to")
    inbound.pieces.is_watched = True
    with lane_pair() as pair:
        pair.receivers.admit(1, inbound.pieces)
        pair.sending.order(outbound.push())
        inbound.told.get(timeout=10)
        pair.receivers.drop(1)
        pair.sending.order(Drop(1))
        hand_over(write_tree(tmp_path / "next", [10]), tmp_path / "to", pair, number=2)
        assert outbound.pieces.sent_bytes < 32 * MIB
    inbound.discard()


def test_a_lane_cut_in_the_middle_ends_on_both_sides(tmp_path: Path) -> None:
    source = write_tree(tmp_path / "from", [32 * MIB])
    outbound = Outbound.of(1, scanned(source))
    inbound = Inbound.of([each.entry for each in outbound.sources], tmp_path / "to")
    inbound.pieces.is_watched = True
    with lane_pair() as pair:
        pair.receivers.admit(1, inbound.pieces)
        pair.sending.order(outbound.push())
        inbound.told.get(timeout=10)
        pair.receiving.interrupt()
        ends = {end.lane_index: end.error for end in (pair.ends.get(timeout=10) for _ in range(2))}
    assert isinstance(ends[0], ConnectionLostError)
    assert isinstance(ends[1], ConnectionLostError)
    inbound.discard()
    assert list((tmp_path / "to").iterdir()) == []


def test_wishes_that_extend_each_other_are_served_as_one(tmp_path: Path) -> None:
    source = write_tree(tmp_path / "from", [MIB])
    outbound = Outbound.of(1, scanned(source))
    inbound = Inbound.of([each.entry for each in outbound.sources], tmp_path / "to")
    with lane_pair() as pair:
        pair.receivers.admit(1, inbound.pieces)
        pair.sending.order(outbound.push_rows(Want(1, [0, 1])))
        for piece in (1, 2, 3):
            pair.sending.order(outbound.push_rows(Want(1, [piece, 1]), extends=True))
        inbound.wait_until_complete()
        outbound.reports_until(WishServed)
    inbound.commit()


def test_a_hundred_thousand_wishes_that_extend_each_other_do_no_harm(tmp_path: Path) -> None:
    source = write_tree(tmp_path / "from", [MIB])
    outbound = Outbound.of(1, scanned(source))
    with lane_pair() as pair:
        pair.receivers.dropped[1] = -(2**40)
        pair.sending.order(outbound.push_rows(Want(1, [0, 4])))
        for _ in range(100_000):
            pair.sending.order(outbound.push_rows(extends=True))
        outbound.reports_until(WishServed)


def test_a_number_is_used_once(tmp_path: Path) -> None:
    entries = [Entry(("a",), EntryKind.FILE, 10, 10)]
    inbound = Inbound.of(entries, tmp_path / "to")
    with lane_pair() as pair:
        pair.receivers.admit(7, inbound.pieces)
        with pytest.raises(RemoteProtocolError):
            pair.receivers.admit(7, inbound.pieces)
        pair.receivers.drop(7)
        with pytest.raises(RemoteProtocolError):
            pair.receivers.admit(7, inbound.pieces)
    inbound.discard()
