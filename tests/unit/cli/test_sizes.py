"""Sizes and speeds as people type them."""

import pytest
import typer

from byhand.cli.sizes import rate_typed, size_typed


@pytest.mark.parametrize(
    ("text", "size"),
    [("1", 1), ("500MB", 500_000_000), ("1.5 gb", 1_500_000_000), ("2T", 2 * 10**12), ("7k", 7000)],
)
def test_a_size_is_what_people_mean(text: str, size: int) -> None:
    assert size_typed(text) == size


@pytest.mark.parametrize("text", ["", "0", "-1", "MB", "1 XB", "1.2.3", "nan", "9" * 40, "٣"])
def test_anything_else_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(typer.BadParameter, match="500MB"):
        size_typed(text)


@pytest.mark.parametrize("text", ["10MB", "10MB/s", " 10 mb/s "])
def test_a_speed_may_say_that_it_is_one(text: str) -> None:
    assert rate_typed(text) == 10_000_000


@pytest.mark.parametrize("text", ["", "/s", "10MB/h", "fast"])
def test_anything_else_is_no_speed(text: str) -> None:
    with pytest.raises(typer.BadParameter):
        rate_typed(text)
