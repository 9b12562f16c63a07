"""Sizes and speeds as people type them on the command line."""

from argparse import ArgumentTypeError

import pytest

from byhand.cli.sizes import (
    NO_LIMIT,
    count_typed,
    limit_typed,
    rate_typed,
    seconds_typed,
    size_typed,
)


def test_a_size_is_what_people_mean() -> None:
    assert size_typed("1.5 GB") == 1_500_000_000


def test_a_speed_is_what_people_mean() -> None:
    assert rate_typed("1.5 MB/s") == 1_500_000


def test_a_limit_can_be_none() -> None:
    assert limit_typed("10MB") == 10_000_000
    assert limit_typed(" None ") == NO_LIMIT


def test_anything_else_is_refused_with_an_example() -> None:
    with pytest.raises(ArgumentTypeError, match="500MB"):
        size_typed("much")
    for typed in (rate_typed, limit_typed):
        with pytest.raises(ArgumentTypeError, match="10MB"):
            typed("fast")
    with pytest.raises(ArgumentTypeError, match="at least 10 kB/s"):
        rate_typed("1 kB/s")


def test_numbers_are_none_below_what_can_be() -> None:
    assert (seconds_typed("1.5"), seconds_typed("0"), count_typed("3")) == (1.5, 0.0, 3)
    for text in ("-1", "nan", "soon", ""):
        with pytest.raises(ArgumentTypeError):
            seconds_typed(text)
    for text in ("0", "-1", "1.5", "many", ""):
        with pytest.raises(ArgumentTypeError):
            count_typed(text)
