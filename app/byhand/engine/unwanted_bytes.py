"""How much data came of one transfer that was not asked for, and when that is too much."""

from byhand.domain.pieces import MIB
from byhand.errors import RemoteProtocolError

UNWANTED_LIMIT = 64 * MIB


class UnwantedBytes:
    """Counts by epoch; what was on the way when its file was given up does not count."""

    def __init__(self) -> None:
        self._count = 0
        self._on_the_way = 0

    def new_epoch(self) -> None:
        """Count from zero: the wish is another now."""
        self._count = 0

    def new_session(self) -> None:
        """Begin with a sender of whom nothing is on the way."""
        self._count = self._on_the_way = 0

    def expect(self, byte_count: int) -> None:
        """Take note that so much came from elsewhere: it may be on the way as well."""
        self._on_the_way += byte_count

    def pass_over(self, byte_count: int, allowance: int) -> None:
        """Count what is there already; `allowance` more may have been on the way."""
        self._on_the_way += allowance
        expected = min(byte_count, self._on_the_way)
        self._on_the_way -= expected
        self.count(byte_count - expected)

    def count(self, byte_count: int) -> None:
        """Count what nobody wanted; RemoteProtocolError if it becomes too much."""
        self._count += byte_count
        if self._count > UNWANTED_LIMIT:
            raise RemoteProtocolError("too much that was not asked for")
