"""Lanes under limits, over a socket pair, with a clock that is passed in."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from byhand.domain.pieces import KIB, MIB
from byhand.engine.bandwidth import Bucket
from byhand.engine.lane_orders import Drop, Hold
from byhand.engine.receiving_lane import Receivers
from byhand.engine.reports import LaneEnded, ReceivingReport, WishServed
from tests.helpers.lanes import Inbound, LanePair, Outbound, lane_pair, scanned, write_tree
from tests.helpers.pacing import HANG_SECONDS, Leaping, Still

KB, MB = 1_000, 1_000_000


def noise(path: Path, size: int) -> Path:
    path.write_bytes(os.urandom(size))
    return path


def under_way(number: int, source: Path, pair: LanePair, up: Bucket) -> tuple[Outbound, Inbound]:
    """Let a file or folder be sent, below a limit, and received below that of the friend."""
    outbound = Outbound.of(number, scanned(source))
    outbound.pieces.bucket = Bucket(up)
    entries = [each.entry for each in outbound.sources]
    inbound = Inbound.of(entries, source.parent / f"to {number}")
    inbound.pieces.bucket = Bucket(pair.receivers.bucket)
    pair.receivers.admit(number, inbound.pieces)
    return outbound, inbound


@contextmanager
def receiving_by(clock: Leaping | Still, rate: int | None = None) -> Iterator[LanePair]:
    """Lanes of which the one that receives keeps to a limit from the beginning."""
    receivers = Receivers(bucket=Bucket(clock=clock))
    receivers.bucket.limit(rate)
    with lane_pair(receiving=clock.pacer(), receivers=receivers) as pair:
        yield pair


def arrived(inbound: Inbound, source: Path) -> None:
    """Wait for all of a file and see that it is the same."""
    inbound.wait_until_complete()
    (saved,) = inbound.commit()
    assert Path(saved).read_bytes() == source.read_bytes()


# Sending


@pytest.mark.parametrize("rate", [10 * KB, 100 * KB, MB, 10 * MB])
def test_what_is_sent_in_5_s_is_what_the_limit_says(rate: int, tmp_path: Path) -> None:
    clock = Leaping()
    source = noise(tmp_path / "film", 5 * rate)
    with lane_pair(clock.pacer()) as pair:
        outbound, inbound = under_way(1, source, pair, Bucket(clock=clock))
        outbound.pieces.bucket.limit(rate)
        began_at = clock.now
        pair.sending.order(outbound.push())
        outbound.reports_until(WishServed)
        assert clock.now - began_at == pytest.approx(5, rel=0.05)
        arrived(inbound, source)


def test_many_small_files_are_held_to_the_limit_too(tmp_path: Path) -> None:
    clock = Leaping()
    source = write_tree(tmp_path / "from", [100 * KIB] * 50)
    with lane_pair(clock.pacer()) as pair:
        outbound, inbound = under_way(1, source, pair, Bucket(clock=clock))
        outbound.pieces.bucket.limit(MB)
        began_at = clock.now
        pair.sending.order(outbound.push())
        outbound.reports_until(WishServed)
        assert clock.now - began_at == pytest.approx(50 * 100 * KIB / MB, rel=0.05)
        inbound.wait_until_complete()
        inbound.commit()


def test_a_limited_transfer_holds_up_no_other_on_its_lane(tmp_path: Path) -> None:
    clock = Still()
    slow, quick = noise(tmp_path / "slow", MB), noise(tmp_path / "quick", 20 * MIB)
    with lane_pair(clock.pacer()) as pair:
        held, waiting = under_way(1, slow, pair, Bucket(clock=clock))
        held.pieces.bucket.limit(100 * KB)
        pair.sending.order(held.push())
        clock.until_somebody_waits()
        outbound, inbound = under_way(2, quick, pair, Bucket(clock=clock))
        pair.sending.order(outbound.push())
        arrived(inbound, quick)
        assert held.pieces.sent_bytes < 10 * KB
        held.pieces.bucket.limit(None)
        arrived(waiting, slow)


def test_a_lane_that_waits_goes_on_as_soon_as_its_limit_is_lifted(tmp_path: Path) -> None:
    clock = Still()
    source = noise(tmp_path / "film", 4 * MIB)
    with lane_pair(clock.pacer()) as pair:
        outbound, inbound = under_way(1, source, pair, Bucket(clock=clock))
        outbound.pieces.bucket.limit(10 * KB)
        pair.sending.order(outbound.push())
        clock.until_somebody_waits()
        assert outbound.pieces.sent_bytes < 10 * KB
        outbound.pieces.bucket.limit(None)
        arrived(inbound, source)


def test_a_limit_that_is_set_while_bytes_go_holds_from_the_next_frame_on(tmp_path: Path) -> None:
    clock = Still()
    source = noise(tmp_path / "film", 64 * MIB)
    with lane_pair(clock.pacer()) as pair:
        outbound, inbound = under_way(1, source, pair, Bucket(clock=clock))
        rates = iter([10 * KB])

        def limit_at_the_first_frame(report: ReceivingReport) -> None:
            for rate in rates:
                outbound.pieces.bucket.limit(rate)
            inbound.told.put(report)

        inbound.pieces.tell, inbound.pieces.is_watched = limit_at_the_first_frame, True
        pair.sending.order(outbound.push())
        clock.until_somebody_waits()
        assert outbound.pieces.sent_bytes < 64 * MIB
        outbound.pieces.bucket.limit(None)
        arrived(inbound, source)


def test_a_transfer_that_rests_sends_nothing_and_goes_on_where_it_was(tmp_path: Path) -> None:
    clock = Still()
    first, second = noise(tmp_path / "first", 4 * MIB), noise(tmp_path / "second", 4 * MIB)
    with lane_pair(clock.pacer()) as pair:
        outbound, inbound = under_way(1, first, pair, Bucket(clock=clock))
        outbound.pieces.bucket.limit(10 * KB)
        pair.sending.order(outbound.push())
        clock.until_somebody_waits()
        pair.sending.order(Hold(1, is_held=True))
        outbound.pieces.bucket.limit(None)
        other, into = under_way(2, second, pair, Bucket(clock=clock))
        pair.sending.order(other.push())
        arrived(into, second)
        other.reports_until(WishServed)
        assert outbound.pieces.sent_bytes < 10 * KB
        pair.sending.order(Hold(2, is_held=True))  # it is through
        pair.sending.order(Hold(1, is_held=False))
        outbound.reports_until(WishServed)
        assert outbound.pieces.sent_bytes < 4 * MIB + 10 * KB, "nothing is sent twice"
        arrived(inbound, first)


def test_a_transfer_that_rests_goes_on_when_more_of_it_is_wished_for(tmp_path: Path) -> None:
    source = noise(tmp_path / "film", MIB)
    with lane_pair() as pair:
        outbound, inbound = under_way(1, source, pair, Bucket())
        for hold in (Hold(1, is_held=True), Hold(1, is_held=False), Hold(1, is_held=True)):
            pair.sending.order(hold)
        pair.sending.order(outbound.push())
        arrived(inbound, source)


def test_a_transfer_that_waits_can_be_dropped_at_once(tmp_path: Path) -> None:
    clock = Still()
    slow, next_one = noise(tmp_path / "slow", 4 * MIB), noise(tmp_path / "next", MIB)
    with lane_pair(clock.pacer()) as pair:
        outbound, inbound = under_way(1, slow, pair, Bucket(clock=clock))
        outbound.pieces.bucket.limit(10 * KB)
        pair.sending.order(outbound.push())
        clock.until_somebody_waits()
        pair.sending.order(Drop(1))
        second, into = under_way(2, next_one, pair, Bucket(clock=clock))
        pair.sending.order(second.push())
        arrived(into, next_one)
        assert outbound.pieces.sent_bytes < 10 * KB
    inbound.pieces.close()
    inbound.staging.discard()


def test_a_lane_that_waits_ends_when_it_is_told_to(tmp_path: Path) -> None:
    clock = Still()
    source = noise(tmp_path / "film", 4 * MIB)
    with lane_pair(clock.pacer()) as pair:
        outbound, inbound = under_way(1, source, pair, Bucket(clock=clock))
        outbound.pieces.bucket.limit(10 * KB)
        pair.sending.order(outbound.push())
        clock.until_somebody_waits()
        pair.sending.close(HANG_SECONDS)
        assert {pair.ends.get(timeout=HANG_SECONDS) for _ in range(2)} == {
            LaneEnded(0, None, frames=1),
            LaneEnded(1, None),
        }
    inbound.pieces.close()
    inbound.staging.discard()


# Receiving


@pytest.mark.parametrize("rate", [10 * KB, 100 * KB, MB, 10 * MB])
def test_what_is_received_in_5_s_is_what_the_limit_says(rate: int, tmp_path: Path) -> None:
    clock = Leaping()
    source = noise(tmp_path / "film", 5 * rate)
    with receiving_by(clock, rate) as pair:
        outbound, inbound = under_way(1, source, pair, Bucket())
        began_at = clock.now
        pair.sending.order(outbound.push())
        arrived(inbound, source)
        assert clock.now - began_at == pytest.approx(5, rel=0.05)


def test_one_transfer_can_be_received_more_slowly_than_its_friend(tmp_path: Path) -> None:
    clock = Leaping()
    source = noise(tmp_path / "film", 50 * MB)
    with receiving_by(clock) as pair:
        outbound, inbound = under_way(1, source, pair, Bucket())
        inbound.pieces.bucket.limit(MB)
        began_at = clock.now
        pair.sending.order(outbound.push())
        arrived(inbound, source)
        # Until the first header says whose it is, a lane reads as much as there is.
        assert clock.now - began_at == pytest.approx(50, rel=0.05)
        quick = noise(tmp_path / "next", MB)
        second, into = under_way(2, quick, pair, Bucket())
        at_rest = clock.now
        pair.receivers.drop(1)
        pair.sending.order(second.push())
        arrived(into, quick)
        assert clock.now == at_rest


def test_a_lane_that_does_not_read_goes_on_as_soon_as_the_limit_is_lifted(tmp_path: Path) -> None:
    clock = Still()
    source = noise(tmp_path / "film", 4 * MIB)
    with receiving_by(clock, 10 * KB) as pair:
        outbound, inbound = under_way(1, source, pair, Bucket())
        pair.sending.order(outbound.push())
        clock.until_somebody_waits()
        assert inbound.content.received_bytes == 0
        pair.receivers.bucket.limit(None)
        arrived(inbound, source)


def test_a_lane_reads_on_when_the_transfer_it_waits_for_has_ended(tmp_path: Path) -> None:
    clock = Still()
    slow, next_one = noise(tmp_path / "slow", 4 * MIB), noise(tmp_path / "next", MIB)
    with receiving_by(clock) as pair:
        outbound, inbound = under_way(1, slow, pair, Bucket())
        inbound.pieces.bucket.limit(10 * KB)
        pair.sending.order(outbound.push())
        clock.until_somebody_waits()
        pair.receivers.drop(1)
        second, into = under_way(2, next_one, pair, Bucket())
        pair.sending.order(second.push())
        arrived(into, next_one)
    inbound.pieces.close()
    inbound.staging.discard()


def test_a_lane_that_does_not_read_ends_when_it_is_told_to(tmp_path: Path) -> None:
    clock = Still()
    source = noise(tmp_path / "film", 4 * MIB)
    with receiving_by(clock, 10 * KB) as pair:
        outbound, inbound = under_way(1, source, pair, Bucket())
        pair.sending.order(outbound.push())
        clock.until_somebody_waits()
        pair.receiving.close()
        ends = {end.lane_index for end in (pair.ends.get(timeout=HANG_SECONDS) for _ in range(2))}
        assert ends == {0, 1}
    inbound.pieces.close()
    inbound.staging.discard()
