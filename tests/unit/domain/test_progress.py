import pytest
from hypothesis import given
from hypothesis import strategies as st

from byhand.domain.progress import Speedometer


def measured(samples: list[tuple[float, int]]) -> Speedometer:
    meter = Speedometer(0.0)
    for now, total in samples:
        meter.record(now, total)
    return meter


def steady(seconds: float, speed: int, interval: float = 0.5) -> list[tuple[float, int]]:
    count = round(seconds / interval)
    return [(step * interval, round(step * interval * speed)) for step in range(1, count + 1)]


def test_a_steady_transfer_has_its_speed() -> None:
    assert measured(steady(8, 1000)).bytes_per_second() == pytest.approx(1000)


def test_before_anything_was_measured_there_is_no_speed() -> None:
    assert Speedometer(5.0).bytes_per_second() == 0.0
    assert Speedometer(5.0).seconds_left(100) is None


def test_the_speed_is_that_of_the_last_three_seconds() -> None:
    samples = [*steady(10, 100), *[(10 + now, 1000 + total) for now, total in steady(3, 5000)]]
    assert measured(samples).bytes_per_second() == pytest.approx(5000)


def test_the_time_left_is_by_the_last_ten_seconds() -> None:
    samples = [*steady(20, 100), *[(20 + now, 2000 + total) for now, total in steady(5, 300)]]
    # Ten seconds, of which five at 100 and five at 300 bytes a second.
    assert measured(samples).seconds_left(2000) == pytest.approx(10)


def test_in_the_first_three_seconds_no_time_is_told() -> None:
    assert measured(steady(2.5, 1000)).seconds_left(1000) is None
    assert measured(steady(3, 1000)).seconds_left(1000) == pytest.approx(1)


def test_at_rest_the_speed_sinks_to_nothing_and_no_time_is_told() -> None:
    rest = [(10 + step / 2, 1000) for step in range(1, 25)]
    meter = measured([*steady(10, 100), *rest])
    assert meter.bytes_per_second() == 0.0
    assert meter.seconds_left(1000) is None


def test_idle_seconds_count_from_the_last_move() -> None:
    meter = measured([(1.0, 10), (2.0, 20), (3.0, 20)])
    assert meter.idle_seconds(7.0) == 5.0
    meter.record(8.0, 21)
    assert meter.idle_seconds(8.0) == 0.0
    assert Speedometer(1.0).idle_seconds(4.0) == 3.0


STEPS = st.lists(st.tuples(st.floats(0.05, 2.0), st.integers(0, 10**9)), min_size=1, max_size=60)


@given(STEPS)
def test_the_speed_is_never_beyond_the_fastest_step(steps: list[tuple[float, int]]) -> None:
    now, total, fastest = 0.0, 0, 0.0
    meter = Speedometer(0.0)
    for seconds, byte_count in steps:
        now, total = now + seconds, total + byte_count
        fastest = max(fastest, byte_count / seconds)
        meter.record(now, total)
        assert 0.0 <= meter.bytes_per_second() <= fastest * (1 + 1e-6)


def test_memory_is_bounded_by_the_window() -> None:
    meter = measured(steady(600, 1000, interval=0.05))
    assert len(meter._samples) <= 10 / 0.05 + 3
