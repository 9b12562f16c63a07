"""What the user says of a friend: `service.friends`, as `orders.FriendOrders`."""

from collections.abc import Callable, Coroutine

from byhand.domain.identity import FriendId
from byhand.errors import UnknownFriendError
from byhand.network.addresses import typed_hint
from byhand.service.people import People


class Friends:
    """Checks what is ordered at once, and has it done."""

    def __init__(
        self,
        people: People,
        spawn: Callable[[Coroutine[None, None, None]], object],
        end_transfers: Callable[[FriendId], None],
    ) -> None:
        self._people = people
        self._spawn = spawn
        self._end_transfers = end_transfers

    def rename(self, friend_id: FriendId, name: str) -> None:
        """Give a friend another name; UsageError for one that is empty or taken."""
        book = self._people.book
        self._spawn(book.rename(friend_id, book.judged_name(friend_id, name)))

    def remove(self, friend_id: FriendId) -> None:
        """Forget a friend; what is under way with them ends."""
        self._end_transfers(friend_id)
        self._spawn(self._people.remove(friend_id))

    def add_address(self, friend_id: FriendId, address: str) -> None:
        """Try HOST or HOST:PORT, too, to reach a friend, and remember it; UsageError."""
        if self._people.book.get(friend_id) is None:
            raise UnknownFriendError(friend_id.hex())
        self._spawn(self._people.add_address(friend_id, typed_hint(address)))
