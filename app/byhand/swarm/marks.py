"""What the sender knows of one member and one piece: a byte."""

from collections.abc import Iterator

NOTHING, LACKED, SENT, OLD, HAD = range(5)
"""Not wanted; wanted and not sent; sent; sent long ago and never confirmed; there."""


def _table(**changes: int) -> bytes:
    """Return the table for `bytes.translate` that changes these marks and leaves the others."""
    marks = {"nothing": NOTHING, "lacked": LACKED, "sent": SENT, "old": OLD, "had": HAD}
    table = bytearray(range(256))
    for name, mark in changes.items():
        table[marks[name]] = mark
    return bytes(table)


COUNTS_AS_HAD = _table(nothing=0, lacked=0, sent=1, old=0, had=1)
IS_HAD = _table(nothing=0, lacked=0, sent=0, old=0, had=1)
IS_NEEDED = _table(nothing=0, lacked=1, sent=1, old=1, had=0)
WAS_SENT = _table(nothing=0, lacked=0, sent=1, old=1, had=0)
WAS_SENT_OR_HAD = _table(nothing=0, lacked=0, sent=1, old=1, had=1)
"""These make 1 of what is so, and 0 of the rest."""
FORGOTTEN = _table(lacked=NOTHING, sent=NOTHING, old=NOTHING)
AGED = _table(sent=OLD)
LOST = _table(sent=LACKED, old=LACKED)
"""These make of a mark what it becomes."""


def mask(marks: bytes | bytearray) -> int:
    """Return marks that are 0 or 1 as a number, to be combined at once."""
    return int.from_bytes(marks, "little")


def places(combined: int, count: int) -> Iterator[int]:
    """Yield where a mask of so many marks has a 1."""
    marks = combined.to_bytes(count, "little")
    place = marks.find(1)
    while place >= 0:
        yield place
        place = marks.find(1, place + 1)
