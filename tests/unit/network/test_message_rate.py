import pytest

from byhand.errors import RemoteProtocolError
from byhand.network.message_rate import (
    MESSAGES_A_SECOND,
    MESSAGES_WINDOW_SECONDS,
    RANGES_A_SECOND,
    MessageRate,
    RangeRate,
)
from tests.helpers.clock import Clock

MOST = MESSAGES_A_SECOND * MESSAGES_WINDOW_SECONDS


def test_as_many_as_five_seconds_allow_may_come_at_once_and_no_more() -> None:
    rate = MessageRate(lambda: 0.0)
    for _ in range(MOST):
        rate.judge()
    with pytest.raises(RemoteProtocolError):
        rate.judge()


def test_all_ranges_that_there_may_be_come_at_once_and_then_so_many_a_second() -> None:
    clock = Clock()
    rate = RangeRate(2**22, clock)
    rate.judge(2**21)
    rate.judge(RANGES_A_SECOND)
    with pytest.raises(RemoteProtocolError):
        rate.judge(1)
    clock.now += 1
    rate.judge(RANGES_A_SECOND)
    with pytest.raises(RemoteProtocolError):
        rate.judge(1)
