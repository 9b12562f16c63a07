"""Amounts of bytes as people type them, and written so that nothing gets lost."""

import re
from fractions import Fraction

from byhand.errors import UsageError

LARGEST_AMOUNT = 2**62
UNITS = (
    *(("TiB", 1024**4), ("TB", 1000**4), ("GiB", 1024**3), ("GB", 1000**3)),
    *(("MiB", 1024**2), ("MB", 1000**2), ("KiB", 1024), ("kB", 1000), ("B", 1)),
)
"""The largest first."""
_BYTES = {unit.lower().removesuffix("b"): size for unit, size in UNITS}
_AMOUNT = re.compile(r"([0-9]{1,20}(?:\.[0-9]{1,20})?) ?((?:[kmgt]i?)?)b?", re.IGNORECASE)


def amount_meant(text: str) -> int:
    """Return the bytes of "500MB", "1.5 MiB" or "1000", at least 1; UsageError for no amount."""
    match = _AMOUNT.fullmatch(text.strip())
    amount = round(Fraction(match[1]) * _BYTES[match[2].lower()]) if match else 0
    if not 0 < amount <= LARGEST_AMOUNT:
        raise UsageError(f"“{text}” is no size: write it like 500MB or 2GB.")
    return amount


def exact_amount(amount: int) -> str:
    """Return a text that means exactly this many bytes: "10 MB", "1.5 MiB", "1234567 B"."""
    for unit, size in UNITS:
        tenths, rest = divmod(10 * amount, size)
        if amount >= size and not rest:
            whole, tenth = divmod(tenths, 10)
            return f"{whole}.{tenth} {unit}" if tenth else f"{whole} {unit}"
    return f"{amount} B"
