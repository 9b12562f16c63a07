"""How many offers, and transfers, there may be at once with a friend and in all (§13)."""

from collections import Counter, deque
from collections.abc import Callable, Iterable

from byhand.domain.identity import FriendId
from byhand.domain.transfer import Direction, Transfer, TransferId, TransferState
from byhand.service.back_off import BackOff
from byhand.service.outgoing import Outgoing
from byhand.service.queue import Queue

OFFERS_A_FRIEND = 3
OFFERS_IN_ALL = 10
TRANSFERS_A_FRIEND = 8
REFUSED_KEPT = 50
WITHDRAWN_AT_ONCE = 20
"""How many offers a friend may take back, none being accepted, before they are left alone."""


class OfferLimits:
    """Counts what is on the list."""

    def __init__(
        self, queue: Queue, declines: BackOff, forget: Callable[[TransferId], None]
    ) -> None:
        """`declines` are the friends whose offers the user declines."""
        self._queue = queue
        self._declines = declines
        self._forget = forget
        self._refused: deque[TransferId] = deque()
        self._withdrawn: Counter[FriendId] = Counter()

    def is_busy(self, friend_id: FriendId) -> bool:
        """Say whether no more offers of a friend are shown now."""
        return (
            self._declines.is_waiting(friend_id)
            or self._queue.open_offers(friend_id) >= OFFERS_A_FRIEND
            or self._queue.open_offers() >= OFFERS_IN_ALL
            or self._queue.under_way(friend_id, Direction.INCOMING) >= TRANSFERS_A_FRIEND
        )

    def offers_left(self, friend_id: FriendId, going_to: Iterable[Outgoing]) -> int:
        """Return how many more offers we may make to a friend; `going_to` are those under way."""
        unanswered = sum(each.is_offering for each in going_to)
        under_way = self._queue.under_way(friend_id, Direction.OUTGOING)
        return min(OFFERS_A_FRIEND - unanswered, TRANSFERS_A_FRIEND - under_way)

    def keep_few(self, refused: Transfer) -> None:
        """Let what was taken back go, and the oldest of what came to nothing.

        Else a friend who offers and withdraws would fill the list, and the disk.
        """
        if refused.state is TransferState.WITHDRAWN:
            self._forget(refused.id)
            self._count_withdrawn(refused.friend_id)
            return
        self._refused.append(refused.id)
        while len(self._refused) > REFUSED_KEPT:
            self._forget(self._refused.popleft())

    def _count_withdrawn(self, friend_id: FriendId) -> None:
        """Leave a friend alone who only offers and takes back, as if they had been declined."""
        self._withdrawn[friend_id] += 1
        if self._withdrawn[friend_id] >= WITHDRAWN_AT_ONCE:
            del self._withdrawn[friend_id]
            self._declines.refused(friend_id)


def may_come_again(earlier: Transfer, friend_id: FriendId) -> bool:
    """Say whether a friend may offer under the id of an earlier transfer."""
    is_theirs = earlier.direction is Direction.INCOMING and earlier.friend_id == friend_id
    return is_theirs and earlier.state not in (TransferState.DONE, TransferState.PARTLY_DONE)
