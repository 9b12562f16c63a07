from hypothesis import given
from hypothesis import strategies as st

from byhand.domain.bottleneck import Activity
from byhand.domain.stopwatch import Stopwatch

STEPS = st.lists(st.tuples(st.sampled_from(list(Activity)), st.integers(0, 10**10)), max_size=50)


class Clock:
    def __init__(self) -> None:
        self.now = 5

    def __call__(self) -> int:
        return self.now


@given(STEPS)
def test_all_time_goes_to_what_was_done_in_it(steps: list[tuple[Activity, int]]) -> None:
    clock = Clock()
    watch = Stopwatch(clock)
    expected = dict.fromkeys(Activity, 0)
    for activity, passed in steps:
        watch.switch(activity)
        clock.now += passed
        expected[activity] += passed
        assert watch.spent() == tuple(expected.values())


def test_looking_changes_nothing() -> None:
    clock = Clock()
    watch = Stopwatch(clock)
    watch.switch(Activity.DISK)
    clock.now += 7
    assert watch.spent() == watch.spent() == (0, 0, 7, 0, 0)
