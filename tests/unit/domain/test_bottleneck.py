from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byhand.domain.bottleneck import (
    MARGIN,
    OWN,
    WINDOW_SECONDS,
    Activity,
    ActivityWindow,
    Bottleneck,
    activity_known,
    bottleneck,
    main_activity,
)

_A = Activity
TIMES = st.lists(st.integers(0, 10**12), min_size=5, max_size=5)
ACTIVITIES = st.sampled_from(list(Activity))


def spent(**shares: float) -> list[float]:
    names = ("idle", "wire", "disk", "limit", "work")
    assert shares.keys() <= set(names)
    return [shares.get(name, 0.0) for name in names]


@pytest.mark.parametrize(
    ("times", "what"),
    [
        (spent(), _A.IDLE),
        (spent(idle=9), _A.IDLE),
        (spent(wire=60, disk=40), _A.WIRE),
        (spent(wire=40, disk=35, work=25), _A.DISK),
        (spent(wire=30, disk=20, limit=50), _A.LIMIT),
        (spent(wire=10, disk=30, work=60), _A.COMPUTING),
        (spent(idle=99, work=1), _A.COMPUTING),
    ],
)
def test_one_end_is_held_up_by_what_it_does_most(times: list[float], what: Activity) -> None:
    assert main_activity(times) is what


@given(TIMES, ACTIVITIES)
def test_what_holds_an_end_up_was_done_and_nearly_most(times: list[int], before: Activity) -> None:
    found = main_activity(times, before)
    busy = sum(times[1:])
    if not busy:
        assert found is _A.IDLE
        return
    shares = [each / busy for each in times]
    if found is _A.WIRE:
        assert shares[found] > 0.5 - MARGIN
    else:
        assert found in OWN
        assert shares[_A.WIRE] <= 0.5 + MARGIN
        assert all(shares[found] >= shares[each] - MARGIN for each in OWN)


@given(TIMES, ACTIVITIES, st.integers(2, 1000))
def test_only_shares_count(times: list[int], before: Activity, factor: int) -> None:
    scaled = [each * factor for each in times]
    assert main_activity(scaled, before) is main_activity([scaled[0], *times[1:]], before)


@given(TIMES, ACTIVITIES)
def test_the_same_shares_do_not_change_the_word_again(times: list[int], before: Activity) -> None:
    found = main_activity(times, before)
    assert main_activity(times, found) is found


@given(
    st.integers(40, 60), st.lists(st.integers(-4, 4), min_size=2, max_size=30), st.sampled_from(OWN)
)
def test_shares_that_swing_a_little_do_not_make_the_word_flicker(
    middle: int, swings: list[int], own: Activity
) -> None:
    words = []
    word = _A.IDLE
    for swing in swings:
        times = [0.0] * 5
        times[_A.WIRE], times[own] = middle + swing, 100 - middle - swing
        word = main_activity(times, word)
        words.append(word)
    changes = sum(one is not other for one, other in pairwise(words))
    assert changes <= 1


@pytest.mark.parametrize(
    ("sender", "receiver", "at_sender", "at_receiver"),
    [
        (_A.WIRE, _A.WIRE, Bottleneck.NETWORK, Bottleneck.NETWORK),
        (_A.DISK, _A.WIRE, Bottleneck.DISK_HERE, Bottleneck.DISK_THERE),
        (_A.WIRE, _A.DISK, Bottleneck.DISK_THERE, Bottleneck.DISK_HERE),
        (_A.LIMIT, _A.WIRE, Bottleneck.LIMIT_HERE, Bottleneck.LIMIT_THERE),
        (_A.WIRE, _A.LIMIT, Bottleneck.LIMIT_THERE, Bottleneck.LIMIT_HERE),
        (_A.COMPUTING, _A.WIRE, Bottleneck.COMPUTER_HERE, Bottleneck.COMPUTER_THERE),
        (_A.WIRE, _A.COMPUTING, Bottleneck.COMPUTER_THERE, Bottleneck.COMPUTER_HERE),
        (_A.LIMIT, _A.DISK, Bottleneck.LIMIT_HERE, Bottleneck.LIMIT_THERE),
        (_A.DISK, _A.IDLE, Bottleneck.DISK_HERE, Bottleneck.DISK_THERE),
        (_A.IDLE, _A.DISK, Bottleneck.DISK_THERE, Bottleneck.DISK_HERE),
        (_A.WIRE, _A.IDLE, None, None),
        (_A.IDLE, _A.WIRE, None, None),
        (_A.IDLE, _A.IDLE, None, None),
    ],
)
def test_both_ends_tell_the_same_from_where_they_are(
    sender: Activity,
    receiver: Activity,
    at_sender: Bottleneck | None,
    at_receiver: Bottleneck | None,
) -> None:
    assert bottleneck(sender, receiver, is_sender=True) is at_sender
    assert bottleneck(sender, receiver, is_sender=False) is at_receiver


@pytest.mark.parametrize("number", [-1, 0, 5, 2**16 - 1])
def test_what_the_other_side_says_and_we_do_not_know_is_nothing(number: int) -> None:
    assert activity_known(number) is _A.IDLE
    assert [activity_known(each) for each in (1, 2, 3, 4)] == [_A.WIRE, *OWN]


def watched(window: ActivityWindow, seconds: float, begin: float = 0.0, **shares: float) -> None:
    """Let a window see shares of the time, twice a second."""
    base = list(window._looks[-1][1]) if window._looks else [0.0] * 5
    for step in range(round(seconds * 2) + 1):
        passed = step / 2
        grown = [passed * each for each in spent(**shares)]
        window.record(begin + passed, [one + other for one, other in zip(base, grown, strict=True)])


def activity_of(window: ActivityWindow) -> Activity:
    return window.activity


def test_in_the_first_three_seconds_nothing_is_told() -> None:
    window = ActivityWindow()
    watched(window, 2.5, disk=1.0)
    assert activity_of(window) is _A.IDLE
    watched(window, 0.5, begin=2.5, disk=1.0)
    assert activity_of(window) is _A.DISK


def test_only_the_last_seconds_count() -> None:
    window = ActivityWindow()
    watched(window, 60, disk=1.0)
    watched(window, WINDOW_SECONDS, begin=60, wire=1.0)
    assert activity_of(window) is _A.WIRE
    assert len(window._looks) <= WINDOW_SECONDS * 2 + 2


def test_who_is_idle_most_of_the_time_says_nothing() -> None:
    window = ActivityWindow()
    watched(window, 5, idle=0.9, disk=0.1)
    assert activity_of(window) is _A.IDLE


def test_after_a_pause_it_is_measured_anew() -> None:
    window = ActivityWindow()
    watched(window, 5, disk=1.0)
    window.clear()
    assert activity_of(window) is _A.IDLE
    watched(window, 2, begin=100, wire=1.0)
    assert activity_of(window) is _A.IDLE
    watched(window, 1, begin=102, wire=1.0)
    assert activity_of(window) is _A.WIRE
