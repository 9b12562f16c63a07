"""One peer of a member, as what is exchanged knows it: what is to be said to it, and what went."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from byhand.domain.ranges import RangeSet
from byhand.protocol.message import Message


@dataclass(slots=True, eq=False)
class Peer:
    """Who shares the ticket with our own `tag`. Its sending thread is woken when there is more.

    `unannounced` is guarded by the lock of ExchangedPieces; the rest is for any thread.
    """

    tag: bytes = field(repr=False)
    wake: Callable[[], None]
    unannounced: RangeSet = field(default_factory=RangeSet)
    to_say: deque[Message] = field(default_factory=deque)
    may_ask: bool = True
    received_bytes: int = 0
    given_bytes: int = 0

    def say(self, message: Message) -> None:
        """Have a message sent, before any more data."""
        self.to_say.append(message)
        self.wake()

    def ask_soon(self) -> None:
        """Have it looked at what may be asked of the peer now."""
        self.may_ask = True
        self.wake()
