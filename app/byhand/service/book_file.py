"""What the friends' file holds, in memory as on the disk."""

import asyncio
from collections.abc import Iterable

from byhand.domain.identity import FriendId
from byhand.errors import StorageError
from byhand.service.stores import Stores
from byhand.service.worker import Worker
from byhand.storage.friend_store import (
    BookContents,
    FriendRecord,
    IntroductionRecord,
    InviteRecord,
    save_book,
)


class BookFile:
    """Friends, invites and introductions; whoever changes them holds `turn` meanwhile."""

    def __init__(self, stores: Stores, storage: Worker) -> None:
        self.turn = asyncio.Lock()
        self._path = stores.folder.friends
        self._key = stores.book_key
        self._storage = storage
        self._contents = stores.book
        self._records = _by_id(stores.book.friends)

    @property
    def records(self) -> dict[FriendId, FriendRecord]:
        """Everybody, in the order in which they were added."""
        return self._records

    @property
    def invites(self) -> tuple[InviteRecord, ...]:
        """Our invites, expired ones too."""
        return self._contents.invites

    @property
    def introductions(self) -> tuple[IntroductionRecord, ...]:
        """Who is introduced to us, expired ones too."""
        return self._contents.introductions

    async def save(
        self,
        *,
        friends: Iterable[FriendRecord] | None = None,
        invites: Iterable[InviteRecord] | None = None,
        introductions: Iterable[IntroductionRecord] | None = None,
    ) -> None:
        """Take over what is new, at once, and keep it; raise StorageError and take it back."""
        before = self._contents
        self._take(
            BookContents(
                before.friends if friends is None else tuple(friends),
                before.invites if invites is None else tuple(invites),
                before.introductions if introductions is None else tuple(introductions),
            )
        )
        try:
            await self._storage.run(save_book, self._path, self._key, self._contents)
        except StorageError:
            self._take(before)
            raise

    async def replace(self, *records: FriendRecord) -> None:
        """Save friends of whom something is another, or who are new, as `save` does."""
        await self.save(friends=(self._records | _by_id(records)).values())

    def _take(self, contents: BookContents) -> None:
        self._contents = contents
        self._records = _by_id(contents.friends)


def _by_id(records: Iterable[FriendRecord]) -> dict[FriendId, FriendRecord]:
    return {record.friend.id: record for record in records}
