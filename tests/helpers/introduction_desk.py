"""One person's introductions without a network: a real friend book, sessions that only record."""

import asyncio
import dataclasses
from collections.abc import AsyncIterator, Coroutine, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import cast

import msgspec

from byhand.domain.codes import Code
from byhand.domain.events import Event, IntroductionChanged, IntroductionGone
from byhand.domain.friend import Friend, Trust
from byhand.domain.identity import FriendId
from byhand.domain.introduction import Introduced, IntroductionId
from byhand.network.addresses import Hint
from byhand.protocol.credentials import Introduction, LocalIdentity
from byhand.protocol.friend_messages import Introduce, IntroduceAnswer
from byhand.protocol.introduction import sign_introduction
from byhand.protocol.message import Message
from byhand.service.address_book import AddressBook
from byhand.service.first_contacts import FirstContacts
from byhand.service.friend_book import FriendBook
from byhand.service.friend_session import FriendSession
from byhand.service.introductions import IntroductionNeeds, Introductions
from byhand.service.ourselves import CAPABILITIES
from byhand.service.sessions import Connected
from byhand.service.stores import open_stores
from byhand.service.worker import Worker
from byhand.storage.friend_store import BookContents, FriendRecord, IntroductionRecord

DAY = 24 * 3600.0
LATER = 4_000_000_000.0
"""When these tests play; the book's own clock has not come so far, so nothing there expires."""
OWN_PORT = 47800


@dataclasses.dataclass
class FakeSession:
    """Keeps what is said to a friend."""

    friend_id: FriendId
    capabilities: frozenset[str] = frozenset(CAPABILITIES)
    posted: list[Message] = dataclasses.field(default_factory=list)

    def post(self, message: Message) -> None:
        self.posted.append(message)

    def answers(self) -> list[tuple[bytes, Code]]:
        """Return what was answered to introductions."""
        told = (each for each in self.posted if isinstance(each, IntroduceAnswer))
        return [(each.introduction_id, each.code) for each in told]


class Desk:
    """What one person's introductions need, and what came of them."""

    def __init__(
        self,
        book: FriendBook,
        identity: LocalIdentity,
        events: list[Event],
        places: AddressBook,
    ) -> None:
        self.identity = identity
        self.book = book
        self.events = events
        self.now = LATER
        self.sessions: dict[FriendId, FakeSession] = {}
        self.adopted: list[Connected] = []
        self.announcements = 0
        self._tasks: list[asyncio.Task[None]] = []
        contacts = FirstContacts(
            identity, book, lambda: Introduction("Me", "here"), self.adopted.append, self._announce
        )
        needs = IntroductionNeeds(
            session_of=lambda friend: cast("FriendSession | None", self.sessions.get(friend)),
            tell=events.append,
            spawn=self._spawn,
            secrets_changed=self._announce,
        )
        self.places = places
        self.introductions = Introductions(
            identity, book, contacts, places, needs, lambda: self.now
        )

    async def hears(self, introducer: LocalIdentity, message: Introduce | IntroduceAnswer) -> None:
        """Let a friend who is here say something, and wait until it is dealt with."""
        self.begins_to_hear(introducer, message)
        await self.settled()

    def begins_to_hear(
        self, introducer: LocalIdentity, message: Introduce | IntroduceAnswer
    ) -> None:
        """Let a friend who is here say something."""
        friend_id = introducer.friend_id
        session = self.sessions.setdefault(friend_id, FakeSession(friend_id))
        self.introductions.heard(cast(FriendSession, session), message)

    async def answers(self, introduction_id: IntroductionId, *, agrees: bool) -> None:
        """Let the user answer."""
        self.introductions.answer(introduction_id, agrees=agrees)
        await self.settled()

    async def settled(self) -> None:
        """Wait until all that was begun is done."""
        while self._tasks:
            tasks, self._tasks = self._tasks, []
            await asyncio.gather(*tasks)

    def answered(self, introducer: LocalIdentity) -> list[Code]:
        """Return the codes of what was answered to a friend."""
        return [code for _, code in self.sessions[introducer.friend_id].answers()]

    def shown(self) -> list[Introduced]:
        """Return what is on the screen."""
        now: dict[bytes, Introduced] = {}
        for event in self.events:
            if isinstance(event, IntroductionChanged):
                now[event.introduced.id] = event.introduced
            elif isinstance(event, IntroductionGone):
                now.pop(event.introduction_id, None)
        return list(now.values())

    def _announce(self) -> None:
        self.announcements += 1

    def _spawn(self, work: Coroutine[None, None, None]) -> None:
        self._tasks.append(asyncio.create_task(work))


@asynccontextmanager
async def desk(
    folder: Path,
    friends: Sequence[FriendRecord] = (),
    introductions: Sequence[IntroductionRecord] = (),
) -> AsyncIterator[Desk]:
    """Open the profile `folder` with these friends and introductions, while the block lasts."""
    storage = Worker("storage")
    events: list[Event] = []
    try:
        stores = await storage.run(open_stores, folder)
        contents = BookContents(tuple(friends), (), tuple(introductions))
        stores = dataclasses.replace(stores, book=contents)
        book = FriendBook(stores, storage, events.append, lambda _: None)
        places = AddressBook({}, stores.database.friends, storage, lambda: OWN_PORT)
        try:
            one = Desk(book, stores.identity, events, places)
            async with one.introductions.acquainting:
                yield one
            await one.settled()
        finally:
            await storage.run(stores.close)
    finally:
        storage.close()


def friend_record(
    identity: LocalIdentity, name: str, trust: Trust = Trust.UNVERIFIED
) -> FriendRecord:
    """Return a friend as the book keeps them."""
    friend = Friend(identity.friend_id, name, f"{name}'s computer", trust)
    return FriendRecord(friend, identity.keys, bytes(32), 0.0)


def introduction(
    introducer: LocalIdentity,
    recipient: FriendId,
    introduced: LocalIdentity,
    number: int = 1,
    **changes: object,
) -> Introduce:
    """Return what an introducer sends; `changes` are signed as well."""
    unsigned = Introduce(
        introduction_id=IntroductionId(number.to_bytes(16, "big")),
        x25519=introduced.keys.x25519,
        ed25519=introduced.keys.ed25519,
        name="Mira",
        computer="Mira's computer",
        psk=number.to_bytes(32, "big"),
        expires_at=int(LATER + 7 * DAY),
        hints=[str(Hint("10.78.9.9", 47800))],
        signature=bytes(64),
    )
    changed = msgspec.structs.replace(unsigned, **changes)
    signature = sign_introduction(introducer, recipient, changed)
    return msgspec.structs.replace(changed, signature=signature)
