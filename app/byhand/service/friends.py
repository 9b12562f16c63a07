"""What the user says of a friend: `service.friends`, as `orders.FriendOrders`."""

from collections.abc import Callable, Coroutine

from byhand.domain import trust
from byhand.domain.friend import Policy
from byhand.domain.identity import FriendId
from byhand.domain.limits import RateLimits
from byhand.errors import UnknownFriendError
from byhand.network.addresses import typed_hint
from byhand.service.friend_book import Rule
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
        """Give a person another name; FriendOrderError for one that cannot be theirs."""
        self._change(lambda friends: trust.renamed(friends, friend_id, name))

    def remove(self, friend_id: FriendId) -> None:
        """Forget a friend; what is under way with them ends."""
        self._end_transfers(friend_id)
        self._spawn(self._people.remove(friend_id))

    def block(self, friend_id: FriendId) -> None:
        """Let nothing come from a friend, nor go to them; what is under way ends."""
        self._end_transfers(friend_id)
        self._change(lambda friends: trust.blocked(friends, friend_id))

    def unblock(self, friend_id: FriendId) -> None:
        """Take a friend back, as sure of them as before."""
        self._change(lambda friends: trust.unblocked(friends, friend_id))

    def set_mine(self, friend_id: FriendId, is_mine: bool) -> None:
        """Keep a friend among the user's own computers, or among other people."""
        self._change(lambda friends: trust.kept_as_mine(friends, friend_id, is_mine))

    def join(self, friend_id: FriendId, person: FriendId) -> None:
        """Show a friend as another computer of a person; FriendOrderError if that may not be."""
        self._change(lambda friends: trust.joined(friends, friend_id, person))

    def keep_apart(self, friend_id: FriendId, name: str) -> None:
        """Say that a newcomer is somebody else than their rival; FriendOrderError for the name."""
        self._change(lambda friends: trust.kept_apart(friends, friend_id, name))

    def set_policy(self, friend_id: FriendId, policy: Policy) -> None:
        """Say what happens to a friend's offers; FriendOrderError for one not verified."""
        self._change(lambda friends: trust.given_policy(friends, friend_id, policy))

    def set_limits(self, friend_id: FriendId, limits: RateLimits) -> None:
        """Say how fast bytes go to a friend and come from them; UsageError for what cannot be."""
        self._change(lambda friends: trust.given_limits(friends, friend_id, limits))

    def confirm_moved(self, friend_id: FriendId) -> None:
        """Say that a friend's identity has moved to another computer, and is not a copy."""
        self._spawn(self._people.book.confirm_moved(friend_id))

    def add_address(self, friend_id: FriendId, address: str) -> None:
        """Try HOST or HOST:PORT, too, to reach a friend, and remember it; UsageError."""
        if self._people.book.get(friend_id) is None:
            raise UnknownFriendError(friend_id.hex())
        self._spawn(self._people.add_address(friend_id, typed_hint(address)))

    def _change(self, rule: Rule) -> None:
        """Raise at once what the rule raises; the disk takes its time."""
        book = self._people.book
        rule(book.by_id())
        self._spawn(book.change(rule))
