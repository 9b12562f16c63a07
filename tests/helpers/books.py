"""A friend book on a real file, whose disk can be made to refuse, driven step by step."""

from collections.abc import Callable, Coroutine
from pathlib import Path
from types import SimpleNamespace
from typing import Any, ParamSpec, TypeVar, cast

from byhand.domain.events import Event, FriendAdded, FriendChanged, FriendRemoved
from byhand.domain.friend import Friend, Presence
from byhand.domain.identity import FriendId
from byhand.errors import DiskFullError
from byhand.service.friend_book import FriendBook
from byhand.service.stores import Stores
from byhand.storage.friend_store import BookContents, load_book
from tests.helpers.transfer_parts import PromptWorker

KEY = bytes(range(32))
_Arguments = ParamSpec("_Arguments")
_Result = TypeVar("_Result")


class FullDisk(PromptWorker):
    """Does everything at once, unless it is full."""

    is_full = False

    async def run(
        self,
        function: Callable[_Arguments, _Result],
        *args: _Arguments.args,
        **kwargs: _Arguments.kwargs,
    ) -> _Result:
        if self.is_full:
            raise DiskFullError(Path("friends"))
        return await super().run(function, *args, **kwargs)


class Book:
    """A book with what it told: `seen` is everybody as an observer sees them."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.disk = FullDisk("storage")
        self.seen: dict[FriendId, tuple[Friend, Presence]] = {}
        self.held: list[tuple[FriendId, bool]] = []
        stores = SimpleNamespace(
            folder=SimpleNamespace(friends=path),
            book_key=KEY,
            book=self.saved(),
            timestamps={},
            presences={},
        )
        self.real = FriendBook(
            cast(Stores, stores),
            self.disk,
            self._hear,
            lambda friend: self.held.append((friend.id, friend.is_held)),
        )

    def saved(self) -> BookContents:
        """Return what is on the disk."""
        return load_book(self.path, KEY)

    def now(self, work: Coroutine[Any, Any, _Result]) -> _Result:
        """Return what comes of a change that waits for nothing."""
        try:
            work.send(None)
        except StopIteration as end:
            return cast(_Result, end.value)
        raise AssertionError("it waits")

    def _hear(self, event: Event) -> None:
        match event:
            case FriendAdded(friend, presence):
                assert friend.id not in self.seen
                self.seen[friend.id] = friend, presence
            case FriendChanged(friend, presence):
                assert friend.id in self.seen
                self.seen[friend.id] = friend, presence
            case FriendRemoved(friend_id):
                del self.seen[friend_id]
