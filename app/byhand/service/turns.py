"""Which of the transfers that have something to send may send now."""

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from byhand.domain.identity import FriendId
from byhand.domain.progress import Progress
from byhand.domain.transfer import Transfer, TransferId

SMALL_BYTES = 16_000_000
"""Up to so much waits for nothing: it is through before anybody looks."""


class Contender(Struct, frozen=True):
    """A transfer that would send: to whom, its place in the queue and how much is left."""

    id: TransferId
    friend_id: FriendId
    place: float
    bytes_left: int
    has_turn: bool


def contender(transfer: Transfer, progress: Progress | None, *, has_turn: bool) -> Contender:
    """Return a transfer as one that would send; `has_turn`: it is among those that may."""
    left = transfer.total_bytes - (progress.bytes if progress is not None else 0)
    return Contender(transfer.id, transfer.friend_id, transfer.place, left, has_turn)


def turns(contenders: Iterable[Contender], at_once: int) -> frozenset[TransferId]:
    """Return whose turn it is: at most so many a friend, the first of the queue first.

    Whoever has begun goes on, unless fewer may go now. What is small never waits. Friends do not
    wait for each other.
    """
    chosen: set[TransferId] = set()
    taken: Counter[FriendId] = Counter()
    in_order = sorted(contenders, key=lambda each: (not each.has_turn, each.place))
    for each in in_order:
        if each.bytes_left <= SMALL_BYTES:
            chosen.add(each.id)
        elif taken[each.friend_id] < at_once:
            taken[each.friend_id] += 1
            chosen.add(each.id)
    return frozenset(chosen)
