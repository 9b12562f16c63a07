"""When friends were met, used and lost: told in memory, kept by the storage thread."""

import time
from collections.abc import Callable, Coroutine

from byhand.domain.identity import FriendId
from byhand.service.address_book import AddressBook
from byhand.service.friend_book import FriendBook
from byhand.service.sessions import Connected
from byhand.service.worker import Worker
from byhand.storage.friend_memory import FriendMemory


class Encounters:
    """Remembers what sessions with friends show, from run to run."""

    def __init__(
        self,
        book: FriendBook,
        addresses: AddressBook,
        memory: FriendMemory,
        storage: Worker,
        spawn: Callable[[Coroutine[None, None, None]], object],
    ) -> None:
        self._book = book
        self._addresses = addresses
        self._memory = memory
        self._storage = storage
        self._spawn = spawn

    async def confirmed(self, connected: Connected) -> None:
        """Keep, before anything is said in a session, what its handshake has confirmed."""
        friend_id, timestamp_ns = connected.friend_id, connected.timestamp_ns
        await self._storage.run(self._memory.set_confirmed_timestamp, friend_id, timestamp_ns)
        if connected.hint is not None:
            await self._addresses.meet(friend_id, connected.hint)

    async def gone(self, friend_id: FriendId) -> None:
        """Keep when a friend was here last."""
        if self._book.get(friend_id) is not None:
            await self._storage.run(self._memory.set_last_seen, friend_id, time.time())

    def unanswered(self, friend_id: FriendId, *, is_announced: bool) -> None:
        """Take note that a friend who is not here, though maybe announced, was called in vain."""
        if not self._book.presence(friend_id).is_online:
            self._book.set_unreachable(friend_id, is_unreachable=is_announced)

    def used(self, friend_id: FriendId) -> None:
        """Remember that something goes to a friend, or comes from them."""
        if self._book.get(friend_id) is not None:
            now = time.time()
            self._book.note_used(friend_id, now)
            self._spawn(self._storage.run(self._memory.set_last_used, friend_id, now))

    def seen_at(self, friend_id: FriendId) -> float:
        """Return when a friend was here last, in Unix seconds; 0 for never."""
        presence = self._book.presence(friend_id)
        return time.time() if presence.is_online else presence.last_seen or 0.0
