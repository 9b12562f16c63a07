"""Amounts mean what people mean, and come back exactly as they were written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byhand.domain.amounts import LARGEST_AMOUNT, UNITS, amount_meant, exact_amount
from byhand.errors import UsageError


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        *(("1", 1), ("500MB", 500_000_000), ("1.5 gb", 1_500_000_000), ("2T", 2 * 10**12)),
        *(("7k", 7000), ("1.5MiB", 3 * 2**19), ("2 Gi", 2**31), (" 12 b ", 12), ("0.5kB", 500)),
    ],
)
def test_an_amount_is_what_people_mean(text: str, amount: int) -> None:
    assert amount_meant(text) == amount


@pytest.mark.parametrize(
    "text",
    [
        *("", "0", "-1", "MB", "1 XB", "1.2.3", "nan", "9" * 40, "9" * 5000, "٣", "0.1", "iB"),
        *("1 i", "10Mbit", "1e3", "1,5 MB", "1  MB", "1.MB", ".5MB", "0x10", "4194305TiB"),
    ],
)
def test_anything_else_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(UsageError, match="500MB"):
        amount_meant(text)


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        *((1, "1 B"), (999, "999 B"), (10_000, "10 kB"), (10_000_000, "10 MB")),
        *(
            (1_500_000, "1.5 MB"),
            (3 * 2**19, "1.5 MiB"),
            (2**30, "1 GiB"),
            (1_234_567, "1234567 B"),
        ),
    ],
)
def test_an_amount_is_written_with_the_largest_unit_that_fits(amount: int, text: str) -> None:
    assert exact_amount(amount) == text


@given(st.integers(1, LARGEST_AMOUNT))
def test_what_is_written_means_the_same_amount(amount: int) -> None:
    assert amount_meant(exact_amount(amount)) == amount


@given(st.integers(1, 10**5), st.sampled_from(UNITS), st.sampled_from(["", " "]), st.booleans())
def test_units_of_any_case_count(
    count: int, unit: tuple[str, int], gap: str, is_lower: bool
) -> None:
    text = f"{count}{gap}{unit[0].lower() if is_lower else unit[0].upper()}"
    assert amount_meant(text) == count * unit[1]


@given(st.text(max_size=12))
def test_any_text_is_an_amount_or_refused(text: str) -> None:
    try:
        amount = amount_meant(text)
    except UsageError:
        return
    assert 0 < amount <= LARGEST_AMOUNT
