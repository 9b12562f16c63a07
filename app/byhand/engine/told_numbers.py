"""What rows of a message name, as numbers, and numbers as rows (PROTOCOL.md, §8)."""

from collections.abc import Callable, Sequence

from byhand.domain.numbering import Numbering
from byhand.domain.ranges import RangeSet, decode_ranges
from byhand.network.message_rate import RangeRate
from byhand.protocol.codec import batches, wants
from byhand.protocol.messages import Want


class ToldNumbers:
    """What one side says over a connection that it has: no more of it than anybody needs."""

    def __init__(self, numbering: Numbering, clock: Callable[[], float]) -> None:
        """`clock` in seconds, never falling."""
        self._numbering = numbering
        self._rate = RangeRate(len(numbering), clock)

    def take(self, rows: Sequence[Want]) -> RangeSet:
        """Return what rows of a message name; raise RemoteProtocolError for what cannot be."""
        self._rate.judge(sum(max(1, len(row.ranges) // 2) for row in rows))
        return told_numbers(self._numbering, rows)


def told_numbers(numbering: Numbering, rows: Sequence[Want]) -> RangeSet:
    """Return the numbers of what rows name; RemoteProtocolError for what was not offered."""
    return numbering.numbers(
        (row.entry, decode_ranges(row.ranges, len(numbering.of_entry(row.entry)))) for row in rows
    )


def rows_of(numbering: Numbering, numbers: RangeSet) -> list[list[Want]]:
    """Return rows that name some numbers, each list fit for a message."""
    named = numbering.rows(numbers)
    return list(batches(row for entry, parts in named for row in wants(entry, parts.encode())))
