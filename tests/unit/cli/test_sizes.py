"""Sizes as people type them."""

import pytest
import typer

from byhand.cli.sizes import size_typed


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
