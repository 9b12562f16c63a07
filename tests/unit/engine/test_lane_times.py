"""What lanes say that their time goes to, by what they switch their stopwatches to."""

import os
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from time import monotonic_ns

import pytest

from byhand.domain.bottleneck import Activity
from byhand.domain.pieces import KIB, MIB
from byhand.domain.stopwatch import Stopwatch
from byhand.engine.bandwidth import Bucket, Pacer
from byhand.engine.intake import Intake
from byhand.engine.proving import complete, roots_for
from byhand.engine.receiving_lane import Receivers
from byhand.engine.reports import WishServed
from tests.helpers.lanes import Inbound, lane_pair, write_tree
from tests.helpers.outbound import Outbound, scanned
from tests.helpers.pacing import Still

_A = Activity


class Noted(Stopwatch):
    """Keeps what it was switched to, each thing once in a row."""

    def __init__(self) -> None:
        super().__init__(monotonic_ns)
        self._all: list[Activity] = []

    def switch(self, activity: Activity) -> None:
        super().switch(activity)
        self._all.append(activity)

    @property
    def activities(self) -> list[Activity]:
        return [activity for activity, _ in groupby(self._all.copy())]

    def latest(self) -> Activity:
        return self._all[-1]


def sent(source: Path, to: Path) -> tuple[Outbound, Inbound, Noted, Noted]:
    """Hand something over; return both ends, and what each was busy with."""
    outbound = Outbound.of(1, scanned(source))
    inbound = Inbound.of([each.entry for each in outbound.sources], to)
    sender, receiver = outbound.pieces.watch, inbound.pieces.watch = Noted(), Noted()
    with lane_pair() as pair:
        pair.receivers.admit(1, inbound.pieces)
        pair.sending.order(outbound.push())
        outbound.reports_until(WishServed)
        inbound.wait_until_complete()
    return outbound, inbound, sender, receiver


def follows(found: Sequence[Activity], *wanted: Activity) -> bool:
    """Say whether things are done one after the other, with others in between or not."""
    rest = iter(found)
    return all(each in rest for each in wanted)


@pytest.mark.parametrize("sizes", [[MIB], [3000, 2000, 1000]], ids=["pieces", "a pack"])
def test_a_sender_reads_computes_and_waits_for_the_other_side(
    tmp_path: Path, sizes: list[int]
) -> None:
    _, _, sender, _ = sent(write_tree(tmp_path / "from", sizes), tmp_path / "to")
    cycle = (_A.COMPUTING, _A.DISK, _A.COMPUTING, _A.WIRE, _A.COMPUTING, _A.IDLE)
    assert follows(sender.activities, *cycle)
    assert sender.latest() is _A.IDLE


@pytest.mark.parametrize("sizes", [[MIB], [3000, 2000, 1000]], ids=["pieces", "a pack"])
def test_a_receiver_waits_computes_and_writes(tmp_path: Path, sizes: list[int]) -> None:
    # In two frames: before the first one nobody knows whose it is.
    source = write_tree(tmp_path / "from", [2 * MIB, *sizes])
    _, _, _, receiver = sent(source, tmp_path / "to")
    assert receiver.activities[0] is _A.COMPUTING
    assert follows(receiver.activities, _A.WIRE, _A.COMPUTING, _A.DISK, _A.COMPUTING)


def test_a_sender_that_its_limit_holds_back_says_so(tmp_path: Path) -> None:
    still = Still()
    outbound = Outbound.of(1, scanned(write_tree(tmp_path / "from", [MIB])))
    outbound.pieces.watch = watch = Noted()
    outbound.pieces.bucket = Bucket(clock=still)
    outbound.pieces.bucket.limit(100 * KIB)
    with lane_pair(sending=still.pacer()) as pair:
        inbound = Inbound.of([each.entry for each in outbound.sources], tmp_path / "to")
        pair.receivers.admit(1, inbound.pieces)
        pair.sending.order(outbound.push())
        still.until_somebody_waits()
        assert watch.latest() is _A.LIMIT
        outbound.pieces.bucket.limit(None)
        inbound.wait_until_complete()
    assert watch.latest() is _A.IDLE


def test_a_receiver_that_its_limit_holds_back_says_so(tmp_path: Path) -> None:
    still = Still()
    bucket = Bucket(clock=still)
    receivers = Receivers(bucket=bucket)
    outbound = Outbound.of(1, scanned(write_tree(tmp_path / "from", [MIB])))
    inbound = Inbound.of([each.entry for each in outbound.sources], tmp_path / "to")
    inbound.pieces.watch = watch = Noted()
    inbound.pieces.bucket = Bucket(bucket)
    inbound.pieces.bucket.limit(100 * KIB)
    with lane_pair(receiving=still.pacer(), receivers=receivers) as pair:
        pair.receivers.admit(1, inbound.pieces)
        pair.sending.order(outbound.push())
        still.until_somebody_waits()
        assert watch.latest() is _A.LIMIT
        inbound.pieces.bucket.limit(None)
        inbound.wait_until_complete()


def test_while_another_transfer_comes_a_receiver_is_busy_with_that() -> None:
    watches = {1: Noted(), 2: Noted()}
    intake = Intake(lambda _: Bucket(), watches.get, Pacer())
    intake.room()
    assert [each.activities for each in watches.values()] == [[], []]
    intake.begin(1)
    intake.room()
    intake.received(1000)
    intake.begin(2)
    intake.room()
    intake.begin(3)  # it has been dropped
    assert watches[1].activities == [_A.COMPUTING, _A.WIRE, _A.COMPUTING, _A.IDLE]
    assert watches[2].activities == [_A.COMPUTING, _A.WIRE, _A.IDLE]


def test_reading_to_answer_what_is_asked_is_nothing_that_the_lane_does(tmp_path: Path) -> None:
    (tmp_path / "film").write_bytes(os.urandom(MIB))
    outbound = Outbound.of(1, scanned(tmp_path / "film"))
    outbound.pieces.watch = watch = Noted()
    list(roots_for(outbound.pieces, [0]))
    assert watch.activities == []
    assert outbound.pieces.hashes.root(0) is not None


def test_what_a_lane_reads_to_vouch_for_it_is_the_disks_time(tmp_path: Path) -> None:
    (tmp_path / "film").write_bytes(os.urandom(MIB))
    outbound = Outbound.of(1, scanned(tmp_path / "film"))
    outbound.pieces.watch = watch = Noted()
    list(complete(outbound.pieces))
    assert follows(watch.activities, _A.DISK, _A.COMPUTING)
