"""Arrays of one byte an entry, 0 or 1, in which ones are looked for."""

from collections.abc import Iterator


def places_of_ones(flags: bytes | bytearray) -> Iterator[int]:
    """Yield where ones are, in order; some may be set or cleared meanwhile."""
    place = flags.find(1)
    while place >= 0:
        yield place
        place = flags.find(1, place + 1)
