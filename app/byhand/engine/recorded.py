"""What a transfer gives to be recorded, and how often that is done."""

from collections.abc import Callable, Iterable

from msgspec import Struct

from byhand.domain.journal import PartStamp
from byhand.domain.pieces import MIB
from byhand.domain.transfer import TransferId
from byhand.engine.reports import JournalFailed

Flush = Callable[[], None]
Stamps = Callable[[Iterable[int]], tuple[PartStamp, ...]]


class JournalPace(Struct, frozen=True):
    """How often is recorded and flushed, in seconds and bytes of new data (PROTOCOL.md, §19)."""

    commit_seconds: float = 0.25
    commit_bytes: int = 24 * MIB
    flush_seconds: float = 2.0
    flush_bytes: int = 256 * MIB
    room_bytes: int = 512 * MIB


class Recorded(Struct, frozen=True):
    """What a transfer gives to be recorded.

    `flush` makes all that was written before durable, `stamps` tells how part files look now;
    both raise StorageError and run on threads of the writer. Without `flush` nothing becomes
    durable and nobody waits for room. `tell` hears of a failure, on any thread.
    """

    transfer_id: TransferId
    flush: Flush | None
    stamps: Stamps
    tell: Callable[[JournalFailed], None]
