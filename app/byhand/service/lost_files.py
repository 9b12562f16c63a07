"""What our user wants back of earlier transfers, until the friends offer it."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from byhand.domain.identity import FriendId
from byhand.domain.transfer import TransferId


class Lost(Struct, frozen=True):
    """Files of a transfer from a friend: ranges [start, count, …] of entries."""

    transfer_id: TransferId
    friend_id: FriendId
    entries: Sequence[int]


class LostFiles:
    """Keeps what is wanted for as long as the program runs; once offered it is wanted no more."""

    def __init__(self) -> None:
        self._lost: dict[TransferId, Lost] = {}

    def want(self, lost: Lost) -> None:
        """Want files back, in place of others of the same transfer."""
        self._lost[lost.transfer_id] = lost

    def of(self, transfer_id: TransferId, friend_id: FriendId) -> Sequence[int]:
        """Return what is wanted of a transfer, if it came from this friend."""
        lost = self._lost.get(transfer_id)
        return lost.entries if lost is not None and lost.friend_id == friend_id else ()

    def with_friend(self, friend_id: FriendId) -> Iterator[Lost]:
        """Yield everything that is wanted of a friend."""
        yield from [lost for lost in self._lost.values() if lost.friend_id == friend_id]

    def settle(self, transfer_id: TransferId) -> None:
        """Want nothing more of a transfer: it comes, or never will."""
        self._lost.pop(transfer_id, None)
