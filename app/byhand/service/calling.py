"""Dialling friends again and again until there is a session, and who gives way when calls cross."""

import asyncio
import time
from collections.abc import Callable, Iterable

from byhand.domain.identity import FriendId
from byhand.errors import UnreachableError
from byhand.network.addresses import Hint
from byhand.network.dialer import Dialled, dial
from byhand.protocol.credentials import LocalIdentity
from byhand.protocol.handshake import call_friend
from byhand.service.address_book import AddressBook
from byhand.service.friend_book import FriendBook
from byhand.service.guarding import guarded

FIRST_RETRY_SECONDS = 0.25
WANTED_RETRY_SECONDS = 30.0
QUIET_RETRY_SECONDS = 300.0
CROSSING_SECONDS = 1.0


class Calls:
    """Calls every friend who is looked for while `needs_call` says so; inside `async with`.

    `answered` takes over the connections, `unanswered` hears of calls in vain; for a friend who
    `is_wanted` it is tried more often.
    """

    def __init__(
        self,
        identity: LocalIdentity,
        book: FriendBook,
        addresses: AddressBook,
        needs_call: Callable[[FriendId], bool],
        is_wanted: Callable[[FriendId], bool],
        answered: Callable[[FriendId, Dialled], None],
        unanswered: Callable[[FriendId], None],
    ) -> None:
        self._identity = identity
        self._book = book
        self._addresses = addresses
        self._needs_call = needs_call
        self._is_wanted = is_wanted
        self._answered = answered
        self._unanswered = unanswered
        self._wakers: dict[FriendId, asyncio.Event] = {}
        self._callers: dict[FriendId, asyncio.Task[None]] = {}
        self._dialling: dict[FriendId, asyncio.Task[None]] = {}
        self._group = asyncio.TaskGroup()

    async def __aenter__(self) -> "Calls":
        await self._group.__aenter__()
        return self

    async def __aexit__(self, *exc: object) -> None:
        self.stop()
        await self._group.__aexit__(None, None, None)

    def stop(self) -> None:
        """Call nobody any more."""
        for caller in self._callers.values():
            caller.cancel()

    def look_for(self, friend_id: FriendId, hints: Iterable[Hint], *, afresh: bool) -> None:
        """Take places where a friend may be; dial at once if one is new, or with `afresh`."""
        fresh = [hint for hint in hints if self._addresses.see(friend_id, hint)]
        if friend_id not in self._callers:
            self._wakers[friend_id] = asyncio.Event()
            self._callers[friend_id] = self._group.create_task(self._call(friend_id))
        if fresh or afresh:
            self.wake(friend_id)

    def wake(self, friend_id: FriendId) -> None:
        """Dial a friend at once, if they are looked for."""
        waker = self._wakers.get(friend_id)
        if waker is not None:
            waker.set()

    def forget(self, friend_id: FriendId) -> None:
        """Look for somebody no more."""
        caller = self._callers.pop(friend_id, None)
        if caller is not None:
            caller.cancel()

    async def let_settle(self, friend_id: FriendId) -> None:
        """When a friend's call has come through, wait for ours if it is the one that stays, else
        give it up: so nothing has been said in a session that another one replaces."""
        dialling = self._dialling.get(friend_id)
        if dialling is None:
            return
        if self._identity.friend_id < friend_id:
            await asyncio.wait({dialling}, timeout=CROSSING_SECONDS)
        dialling.cancel()

    async def _call(self, friend_id: FriendId) -> None:
        wait = 0.0
        waker = self._wakers[friend_id]
        while True:
            try:
                async with asyncio.timeout(wait):
                    await waker.wait()
                wait = 0.0
            except TimeoutError:
                pass
            waker.clear()
            if self._needs_call(friend_id):
                await guarded(self._dial_unless_called(friend_id))
            is_wanted = self._is_wanted(friend_id)
            longest = WANTED_RETRY_SECONDS if is_wanted else QUIET_RETRY_SECONDS
            wait = min(max(FIRST_RETRY_SECONDS, wait * 2), longest)

    async def _dial_unless_called(self, friend_id: FriendId) -> None:
        """Dial, unless the friend's own call comes through and is the one that stays."""
        dialling = asyncio.create_task(self._dial(friend_id))
        self._dialling[friend_id] = dialling
        try:
            await asyncio.wait({dialling})
        finally:
            del self._dialling[friend_id]
            dialling.cancel()
            await asyncio.wait({dialling})
        if not dialling.cancelled():
            dialling.result()

    async def _dial(self, friend_id: FriendId) -> None:
        route = self._addresses.route(friend_id)
        friend = self._book.pinned(friend_id)
        if not route.hints or friend is None:
            return
        try:
            dialled = await dial(
                route.hints,
                lambda: call_friend(self._identity, friend, time.time_ns()),
                sure=route.sure,
            )
        except UnreachableError:
            self._unanswered(friend_id)
            return
        self._answered(friend_id, dialled)
