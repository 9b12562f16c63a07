"""Sizes and speeds as people type them."""

import re

import typer

_UNITS = {"": 1, "k": 10**3, "m": 10**6, "g": 10**9, "t": 10**12}
_SIZE = re.compile(r"([0-9]+(?:\.[0-9]+)?) ?([kmgt]?)b?", re.IGNORECASE)
LARGEST = 2**62


def size_typed(text: str) -> int:
    """Return the bytes of "500MB", "2 GB" or "1000"; typer.BadParameter for anything else."""
    match = _SIZE.fullmatch(text.strip())
    size = round(float(match[1]) * _UNITS[match[2].lower()]) if match else -1
    if not 0 < size <= LARGEST:
        raise typer.BadParameter(f"“{text}” is no size; write it like 500MB or 2GB")
    return size


def rate_typed(text: str) -> int:
    """Return the bytes a second of "10MB" or "10MB/s"; typer.BadParameter for anything else."""
    return size_typed(text.strip().removesuffix("/s"))
