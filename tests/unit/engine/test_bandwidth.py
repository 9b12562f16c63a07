"""Limits keep the bytes they promise, to everybody the same, and let go as soon as they change."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from byhand.engine.bandwidth import BUCKET_SECONDS, PATIENCE_SECONDS, Bucket, Pacer
from tests.helpers.clock import Clock

KB, MB = 1_000, 1_000_000
SECONDS = 5.0
TOLERANCE = 0.05
NETWORK = 1_000 * MB
"""Bytes a second that a lane could send."""
JITTER_SECONDS = 0.0002
"""How much later than it asked for a lane wakes up."""


class Lane(Pacer):
    """A lane that has frames of one transfer to send without end, in simulated time."""

    def __init__(self, clock: Clock, bucket: Bucket, frame: Callable[[], int]) -> None:
        super().__init__()
        self.bucket = bucket
        self.frame = frame
        self.sent = 0
        self.asks_at = clock.now
        self.late_seconds = JITTER_SECONDS
        self._clock = clock

    def wake(self) -> None:
        self.asks_at = min(self.asks_at, self._clock.now)

    def step(self) -> None:
        wait = self.seconds_to_turn(self.bucket)
        if wait:
            self.asks_at = self._clock.now + wait + self.late_seconds
            return
        size = self.frame()
        self.asks_at = self._clock.now + size / NETWORK
        self.charge(self.bucket, size)
        self.sent += size


@dataclass
class World:
    """Everybody's bucket, and lanes that are simulated in the order of time."""

    clock: Clock = field(default_factory=Clock)
    lanes: list[Lane] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.all = Bucket(clock=self.clock)

    def lane(self, bucket: Bucket, frame: int | Callable[[], int] = 64_000) -> Lane:
        lane = Lane(self.clock, bucket, frame if callable(frame) else lambda: frame)
        self.lanes.append(lane)
        return lane

    def run(self, seconds: float = SECONDS) -> None:
        end = self.clock.now + seconds
        while (first := min(self.lanes, key=lambda lane: lane.asks_at)).asks_at < end:
            self.clock.now = max(self.clock.now, first.asks_at)
            first.step()
        self.clock.now = end


def close_to(expected: float) -> object:
    return pytest.approx(expected, rel=TOLERANCE)


RATES = [10 * KB, 100 * KB, MB, 10 * MB, 50 * MB, 400 * MB]


@pytest.mark.parametrize("rate", RATES)
def test_what_goes_in_5_s_is_what_the_limit_says(rate: int) -> None:
    world = World()
    bucket = Bucket(world.all)
    bucket.limit(rate)
    lane = world.lane(bucket, min(2**20, max(2048, rate // 20)))
    world.run()
    assert lane.sent == close_to(rate * SECONDS)
    lane.sent = 0
    world.run()
    assert lane.sent == close_to(rate * SECONDS)


@settings(max_examples=50)
@given(st.sampled_from(RATES), st.data())
def test_frames_of_any_size_and_lanes_that_oversleep_change_nothing(
    rate: int, data: st.DataObject
) -> None:
    most = max(2, min(2**20, rate // 20))
    sizes = data.draw(st.lists(st.integers(most // 2, most), min_size=1, max_size=9))
    world = World()
    world.all.limit(rate)
    taken = iter(range(10**9))
    lane = world.lane(Bucket(world.all), lambda: sizes[next(taken) % len(sizes)])
    lane.late_seconds = data.draw(st.floats(0, BUCKET_SECONDS / 2))
    world.run()
    assert lane.sent == close_to(rate * SECONDS)


def test_after_a_rest_no_more_than_the_bucket_goes_at_once() -> None:
    world = World()
    world.all.limit(MB)
    lane = world.lane(world.all, 1000)
    world.clock.now += 3600
    lane.asks_at = world.clock.now
    world.run(0.01)
    assert lane.sent == pytest.approx(MB * (BUCKET_SECONDS + 0.01), abs=2000)


def test_a_frame_that_is_too_large_is_paid_for_before_the_next() -> None:
    world = World()
    world.all.limit(100 * KB)
    lane = world.lane(world.all, MB)
    world.run(9.9)
    assert lane.sent == MB
    world.run(0.2)
    assert lane.sent == 2 * MB


# One below the other


def test_the_lowest_limit_on_the_way_up_holds() -> None:
    world = World()
    friend, other = Bucket(world.all), Bucket(world.all)
    transfer = Bucket(friend)
    world.all.limit(10 * MB)
    friend.limit(4 * MB)
    transfer.limit(MB)
    limited, sibling = world.lane(transfer), world.lane(Bucket(friend))
    rest = world.lane(Bucket(other))
    world.run()
    assert limited.sent == close_to(MB * SECONDS)
    assert sibling.sent == close_to(3 * MB * SECONDS)
    assert rest.sent == close_to(6 * MB * SECONDS)


def test_the_rate_of_a_bucket_is_the_lowest_on_the_way_up() -> None:
    world = World()
    friend = Bucket(world.all)
    transfer = Bucket(friend)

    def rates() -> list[int | None]:
        return [each.rate for each in (world.all, friend, transfer)]

    assert rates() == [None, None, None]
    world.all.limit(3 * MB)
    assert rates() == [3 * MB, 3 * MB, 3 * MB]
    transfer.limit(MB)
    assert rates() == [3 * MB, 3 * MB, MB]
    friend.limit(MB // 2)
    assert rates() == [3 * MB, MB // 2, MB // 2]
    assert Bucket(friend).rate == MB // 2
    world.all.limit(None)
    friend.limit(None)
    assert rates() == [None, None, MB]


# Everybody the same


def shares(lanes: Sequence[Lane]) -> list[float]:
    whole = sum(lane.sent for lane in lanes)
    return [lane.sent / whole for lane in lanes]


@pytest.mark.parametrize("rate", [100 * KB, MB, 50 * MB])
def test_transfers_of_one_friend_are_equal_whatever_their_frames(rate: int) -> None:
    world = World()
    friend = Bucket(world.all)
    friend.limit(rate)
    sizes = [rate // 100, rate // 50, rate // 40, rate // 30]
    lanes = [world.lane(Bucket(friend), size) for size in sizes]
    world.run(4 * SECONDS)
    assert sum(lane.sent for lane in lanes) == close_to(4 * rate * SECONDS)
    assert shares(lanes) == [close_to(1 / 4)] * 4


def test_friends_are_equal_however_many_transfers_they_have() -> None:
    world = World()
    world.all.limit(10 * MB)
    many, one = Bucket(world.all), Bucket(world.all)
    crowd = [world.lane(Bucket(many)) for _ in range(8)]
    single = world.lane(Bucket(one))
    world.run(4 * SECONDS)
    assert shares([*crowd, single]) == [close_to(1 / 16)] * 8 + [close_to(1 / 2)]


def test_what_one_cannot_use_is_the_others() -> None:
    world = World()
    world.all.limit(10 * MB)
    lanes = [world.lane(Bucket(Bucket(world.all))) for _ in range(3)]
    lanes[0].bucket.limit(MB)
    world.run()
    sent = [lane.sent for lane in lanes]
    assert sent == [close_to(each * MB * SECONDS) for each in (1, 4.5, 4.5)]


def test_who_comes_late_gets_an_equal_share_and_no_more() -> None:
    world = World()
    world.all.limit(10 * MB)
    early = world.lane(Bucket(world.all))
    world.run(60)
    late = world.lane(Bucket(world.all))
    early.sent = 0
    world.run()
    assert shares([early, late]) == [close_to(1 / 2)] * 2


def test_one_who_does_not_come_when_it_is_their_turn_holds_nobody_up() -> None:
    world = World()
    world.all.limit(MB)
    gone = Lane(world.clock, Bucket(world.all), lambda: 64_000)
    lane = world.lane(Bucket(world.all))
    world.run(1)
    assert gone.seconds_to_turn(gone.bucket) > 0
    lane.sent = 0
    world.run()
    assert lane.sent == close_to(MB * SECONDS)


def test_the_others_wait_a_moment_for_one_who_was_served_less() -> None:
    clock = Clock()
    everybody = Bucket(clock=clock)
    everybody.limit(MB)
    first, second = Bucket(everybody), Bucket(everybody)
    ahead, behind = Pacer(), Pacer()
    assert ahead.seconds_to_turn(first) == 0
    ahead.charge(first, 50_000)
    assert behind.seconds_to_turn(second) == pytest.approx(0.05)
    assert ahead.seconds_to_turn(first) == pytest.approx(0.05)
    clock.now += 0.05
    assert ahead.seconds_to_turn(first) == PATIENCE_SECONDS
    assert behind.seconds_to_turn(second) == 0
    assert ahead.seconds_to_turn(first) == 0  # who has come is not waited for any more


def test_nobody_starves_behind_many_lanes_that_are_always_quicker() -> None:
    world = World()
    world.all.limit(MB)
    quick = [world.lane(Bucket(world.all), 20_000) for _ in range(20)]
    slow = world.lane(Bucket(world.all), 20_000)
    for lane in quick:
        lane.late_seconds = 0
    slow.late_seconds = 0.03
    world.run(4 * SECONDS)
    assert slow.sent >= 0.8 * sum(lane.sent for lane in quick) / len(quick)


# Changes


def woken(pacer: Pacer) -> list[float]:
    """Return how long a wait would have lasted that nobody ended."""
    waited: list[float] = []

    def wait(is_woken: threading.Event, seconds: float) -> None:
        if not is_woken.is_set():
            waited.append(seconds)

    pacer._wait = wait
    pacer.wait(9.0)
    return waited


def in_debt() -> tuple[Bucket, Bucket, Pacer]:
    """Return a friend's bucket, one below it that is 100 s in debt, and a lane that waits."""
    friend, pacer = Bucket(Bucket(clock=Clock())), Pacer()
    bucket = Bucket(friend)
    bucket.limit(10 * KB)
    assert pacer.seconds_to_turn(bucket) == 0
    pacer.charge(bucket, MB)
    assert pacer.seconds_to_turn(bucket) == pytest.approx(100)
    return friend, bucket, pacer


@pytest.mark.parametrize("rate", [None, 20 * KB, 10 * MB])
def test_a_change_wakes_who_waits_and_forgives_the_debt(rate: int | None) -> None:
    _, bucket, pacer = in_debt()
    bucket.limit(rate)
    assert woken(pacer) == []
    assert pacer.seconds_to_turn(bucket) == 0


def test_a_change_further_up_wakes_who_waits() -> None:
    friend, bucket, pacer = in_debt()
    friend.limit(5 * KB)
    assert woken(pacer) == []
    assert pacer.seconds_to_turn(bucket) == pytest.approx(100)


def test_the_same_limit_once_more_changes_nothing() -> None:
    _, bucket, pacer = in_debt()
    bucket.limit(10 * KB)
    assert woken(pacer) == [9.0]
    assert pacer.seconds_to_turn(bucket) == pytest.approx(100)


def test_a_frame_that_was_allowed_under_another_limit_costs_nothing_under_the_new_one() -> None:
    clock, pacer = Clock(), Pacer()
    bucket = Bucket(clock=clock)
    bucket.limit(100 * MB)
    assert pacer.seconds_to_turn(bucket) == 0
    clock.now += 0.01
    bucket.limit(10 * KB)
    pacer.charge(bucket, MB)
    assert pacer.seconds_to_turn(bucket) == 0


def test_a_frame_that_was_on_its_way_before_there_was_a_limit_costs_nothing() -> None:
    bucket, pacer = Bucket(clock=Clock()), Pacer()
    assert pacer.seconds_to_turn(bucket) == 0
    bucket.limit(10 * KB)
    pacer.charge(bucket, MB)
    assert pacer.seconds_to_turn(bucket) == 0


def test_a_bucket_that_is_closed_wakes_who_waits_and_limits_nothing_any_more() -> None:
    friend, bucket, pacer = in_debt()
    bucket.close()
    assert woken(pacer) == []
    assert pacer.seconds_to_turn(bucket) == 0
    friend.limit(MB)
    assert bucket.rate is None


def test_whoever_waits_can_be_woken_to_look_again() -> None:
    _, bucket, pacer = in_debt()
    bucket.wake()
    assert woken(pacer) == []
    assert pacer.seconds_to_turn(bucket) == pytest.approx(100)


def test_who_is_woken_before_the_wait_does_not_wait() -> None:
    pacer = Pacer()
    pacer.wake()
    assert woken(pacer) == []
    assert woken(pacer) == [9.0]


# What it costs


class Counting(Clock):
    """Counts how often somebody looked at it."""

    looks = 0

    def __call__(self) -> float:
        self.looks += 1
        return self.now


def test_without_a_limit_a_million_frames_look_at_no_clock_and_take_no_lock() -> None:
    clock, pacer = Counting(), Pacer()
    bucket = Bucket(Bucket(Bucket(clock=clock)))
    with bucket._tree.lock:  # who wanted it now would hang
        for _ in range(1_000_000):
            pacer.seconds_to_turn(bucket)
            pacer.charge(bucket, 1)
    assert clock.looks == 0


def test_a_frame_under_a_limit_looks_at_the_clock_twice() -> None:
    clock = Counting()
    everybody, pacer = Bucket(clock=clock), Pacer()
    everybody.limit(MB)
    bucket = Bucket(Bucket(everybody))
    clock.looks = 0
    assert pacer.seconds_to_turn(bucket) == 0
    pacer.charge(bucket, 1)
    assert clock.looks == 2


def test_nothing_that_many_threads_owe_is_lost() -> None:
    clock = Clock()
    everybody = Bucket(clock=clock)
    everybody.limit(MB)
    buckets = [Bucket(Bucket(everybody)) for _ in range(4)]

    def owe(bucket: Bucket) -> None:
        for _ in range(5_000):
            bucket.charge(100, clock.now)

    threads = [threading.Thread(target=owe, args=(bucket,)) for bucket in buckets]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Pacer().seconds_to_turn(buckets[0]) == pytest.approx(4 * 5_000 * 100 / MB)
