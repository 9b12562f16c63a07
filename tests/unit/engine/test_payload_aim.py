import pytest

from byhand.engine.bandwidth import Bucket
from byhand.engine.payload_aim import (
    FIRST_PAYLOAD,
    LARGEST_PAYLOAD,
    SMALLEST_LIMITED_PAYLOAD,
    SMALLEST_PAYLOAD,
    PayloadAim,
)

FREE = Bucket()


def test_the_speed_there_is_sets_the_size_of_frames() -> None:
    aim = PayloadAim()
    assert aim.bytes_below(FREE) == FIRST_PAYLOAD
    for _ in range(5):
        aim.took(1.0)
    assert aim.bytes_below(FREE) == SMALLEST_PAYLOAD
    for _ in range(9):
        aim.took(0.001)
    assert aim.bytes_below(FREE) == LARGEST_PAYLOAD
    aim.took(0.05)
    assert aim.bytes_below(FREE) == LARGEST_PAYLOAD


@pytest.mark.parametrize(
    ("rate", "payload"),
    [
        *((10_000, SMALLEST_LIMITED_PAYLOAD), (100_000, 5_000), (1_000_000, 50_000)),
        *((10_000_000, FIRST_PAYLOAD), (None, FIRST_PAYLOAD)),
    ],
)
def test_under_a_limit_a_frame_takes_50_ms_of_it_at_most(rate: int | None, payload: int) -> None:
    bucket = Bucket()
    bucket.limit(rate)
    assert PayloadAim().bytes_below(bucket) == payload
