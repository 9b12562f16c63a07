"""How much a connection may bring to be judged (PROTOCOL.md, section 13); a clock is passed in."""

from collections.abc import Callable

from byhand.errors import RemoteProtocolError
from byhand.network.token_bucket import TokenBucket

MESSAGES_A_SECOND = 2000
MESSAGES_WINDOW_SECONDS = 5
RANGES_A_SECOND = 65_536


class MessageRate:
    """At most 2,000 a second, averaged over 5 s."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """`clock` in seconds, never falling."""
        self._clock = clock
        self._bucket = TokenBucket(MESSAGES_A_SECOND, MESSAGES_A_SECOND * MESSAGES_WINDOW_SECONDS)

    def judge(self) -> None:
        """Take note of a message; raise RemoteProtocolError if it is one too many."""
        if not self._bucket.take(self._clock()):
            raise RemoteProtocolError("more messages than anybody needs")


class RangeRate:
    """At most 65,536 ranges a second of what is there, and at once as many as there may be.

    No more than half of the numbers in a manifest can be in ranges that do not touch.
    """

    def __init__(self, numbers: int, clock: Callable[[], float]) -> None:
        """`numbers`: of all packs and pieces; `clock` in seconds, never falling."""
        self._clock = clock
        self._bucket = TokenBucket(RANGES_A_SECOND, numbers // 2 + RANGES_A_SECOND)

    def judge(self, count: int) -> None:
        """Take note of so many ranges; raise RemoteProtocolError if they are too many."""
        if not self._bucket.take(self._clock(), count):
            raise RemoteProtocolError("more ranges than anybody needs")
