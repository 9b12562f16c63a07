"""Hours and days of the week as people type them on the command line."""

from argparse import ArgumentTypeError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byhand.cli.hours import days_typed, hours_typed
from byhand.domain.limits import EVERY_DAY, MINUTES_A_DAY, clock_written


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        *(("22:00-06:00", (1320, 360)), (" 7:05 - 8:59 ", (425, 539)), ("00:00-24:00", (0, 0))),
        *(("24:00-12:00", (0, 720)), ("23:59-00:00", (1439, 0))),
    ],
)
def test_hours_are_what_people_mean(text: str, minutes: tuple[int, int]) -> None:
    assert hours_typed(text) == minutes


@given(st.integers(0, MINUTES_A_DAY - 1), st.integers(0, MINUTES_A_DAY - 1))
def test_hours_mean_what_is_written(begin: int, end: int) -> None:
    assert hours_typed(f"{clock_written(begin)}-{clock_written(end)}") == (begin, end)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "22:00",
        "22-06",
        "22:00-24:01",
        "22:60-23:00",
        "25:00-01:00",
        "1:00-2:0",
        "٢:٠٠-3:00",
    ],
)
def test_other_hours_are_refused_with_an_example(text: str) -> None:
    with pytest.raises(ArgumentTypeError, match="22:00-06:00"):
        hours_typed(text)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        *(("mon", 0b0000001), ("sun", 0b1000000), ("Mon-Fri", 0b0011111), ("sat, sun", 0b1100000)),
        *(("fri-mon", 0b1110001), ("mon-sun", EVERY_DAY), ("tue-tue", 0b0000010)),
        ("mon-wed,fri,wed", 0b0010111),
    ],
)
def test_days_are_what_people_mean(text: str, days: int) -> None:
    assert days_typed(text) == days


@pytest.mark.parametrize("text", ["", "monday", "mon-", "-fri", "mon,,tue", "mon-fri-sun", "1-5"])
def test_other_days_are_refused_with_an_example(text: str) -> None:
    with pytest.raises(ArgumentTypeError, match="mon-fri"):
        days_typed(text)
