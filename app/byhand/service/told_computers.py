"""What friends tell of their computers: the name of each."""

import asyncio
from collections.abc import Callable, Coroutine

from byhand.domain.identity import FriendId
from byhand.service.friend_book import FriendBook

SAVED_APART_SECONDS = 5.0

Run = Callable[[Coroutine[None, None, None]], object]


class ToldComputers:
    """Has the book keep it; what is often told is seldom saved."""

    def __init__(self, book: FriendBook, wait: Run) -> None:
        """`wait` runs what is given up when the service ends."""
        self._book = book
        self._wait = wait
        self._names: dict[FriendId, str] = {}

    def called(self, friend_id: FriendId, computer: str) -> None:
        """Keep what a friend calls their computer."""
        is_idle = friend_id not in self._names
        self._names[friend_id] = computer
        if is_idle:
            self._wait(self._keep_name(friend_id))

    async def _keep_name(self, friend_id: FriendId) -> None:
        kept = None
        try:
            while kept != self._names[friend_id]:
                if kept is not None:
                    await asyncio.sleep(SAVED_APART_SECONDS)
                kept = self._names[friend_id]
                await self._book.set_computer(friend_id, kept)
        finally:
            del self._names[friend_id]
