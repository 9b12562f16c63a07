"""Friends of friends: `service.introductions`, as `orders.IntroductionOrders`."""

import asyncio
import dataclasses
import time
from collections.abc import Callable, Coroutine, Iterator

from msgspec import Struct
from msgspec.structs import replace

from byhand.domain.codes import Code
from byhand.domain.events import Event, IntroductionChanged, IntroductionGone
from byhand.domain.friend import Friend, Trust
from byhand.domain.identity import FriendId, PublicKeys, short_id
from byhand.domain.introduction import Introduced, IntroductionId, IntroductionStage
from byhand.network.token_bucket import TokenBucket
from byhand.protocol.credentials import LocalIdentity
from byhand.protocol.friend_messages import Introduce, IntroduceAnswer
from byhand.protocol.introduction import verify_introduction
from byhand.service.acquainting import Acquainting
from byhand.service.address_book import AddressBook
from byhand.service.first_contacts import FirstContacts
from byhand.service.friend_book import FriendBook
from byhand.service.friend_session import FriendSession
from byhand.service.introducing import LIFETIME_SECONDS, Introducing, SessionOf
from byhand.service.introduction_rules import belongs_to_others, earlier_one, ready_answer
from byhand.storage.friend_store import IntroductionRecord

A_SECOND = 1 / 30
BURST = 10
"""How often one friend may introduce somebody."""
UNSENT_LIMIT = 16

_S = IntroductionStage


class IntroductionNeeds(Struct, frozen=True):
    """What introductions need of the rest of the service."""

    session_of: SessionOf
    tell: Callable[[Event], None]
    spawn: Callable[[Coroutine[None, None, None]], object]
    secrets_changed: Callable[[], None]


class Introductions:
    """Introduces friends to each other; asks the user about those whom friends introduce."""

    def __init__(
        self,
        identity: LocalIdentity,
        book: FriendBook,
        contacts: FirstContacts,
        places: AddressBook,
        needs: IntroductionNeeds,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._own = identity.keys
        self._book = book
        self._places = places
        self._needs = needs
        self._clock = clock
        self._introducing = Introducing(
            identity, book, needs.session_of, places.passed_on, needs.tell, clock
        )
        self.acquainting = Acquainting(
            identity.friend_id,
            book,
            contacts,
            lambda friend_id: needs.session_of(friend_id) is not None,
            self._met,
            clock,
        )
        self._shown: dict[IntroductionId, Introduced] = {}
        self._unsent: dict[FriendId, list[IntroduceAnswer]] = {}
        self._rates: dict[FriendId, TokenBucket] = {}
        self._taking = asyncio.Lock()
        for record in book.openings.introductions():
            introduced = self._introduced(record)
            if introduced is not None and book.get(record.keys.friend_id) is None:
                self._shown[record.id] = introduced

    # Orders

    def introduce(self, friend_id: FriendId, other: FriendId) -> None:
        """Introduce two friends to each other; UsageError unless both are there and can do that."""
        self._introducing.introduce(friend_id, other)

    def answer(self, introduction_id: IntroductionId, *, agrees: bool) -> None:
        """Agree to become friends with somebody whom a friend introduces, or not.

        Also a yes can be taken back, until they have met.
        """
        shown, record = self._shown.get(introduction_id), self._record(introduction_id)
        if shown is not None and record is not None and not shown.is_final:
            self._needs.spawn(self._agree(record) if agrees else self._decline(record))

    def dismiss(self, introduction_id: IntroductionId) -> None:
        """Take one that has ended off the screen."""
        shown = self._shown.get(introduction_id)
        if shown is not None and shown.is_final:
            self._hide(introduction_id)

    # What happens

    def present(self) -> Iterator[Event]:
        """Yield what is there, as events."""
        for introduced in self._shown.values():
            yield IntroductionChanged(introduced)

    def heard(self, session: FriendSession, message: Introduce | IntroduceAnswer) -> None:
        """Take what a friend says about introductions; raise RemoteProtocolError for a lie."""
        if isinstance(message, IntroduceAnswer):
            self._introducing.answered(session.friend_id, message)
            return
        introducer = self._book.get(session.friend_id)
        if introducer is None or introducer.is_held:
            return
        rate = self._rates.setdefault(introducer.id, TokenBucket(A_SECOND, BURST))
        if not rate.take(time.monotonic()):
            session.post(IntroduceAnswer(message.introduction_id, Code.BUSY))
            return
        keys = self._book.keys(introducer.id)
        verify_introduction(keys.ed25519, introducer.id, self._own.friend_id, message)
        self._needs.spawn(self._take(introducer.id, message))

    def ready(self, friend_id: FriendId) -> None:
        """Say to a friend who is here what could not be said before."""
        self.acquainting.ready(friend_id)
        session = self._needs.session_of(friend_id)
        if session is not None:
            for answer in self._unsent.pop(friend_id, []):
                session.post(answer)

    async def review(self) -> None:
        """End what has expired, and what other events have made needless."""
        now = self._clock()
        for introduced in tuple(self._shown.values()):
            if not introduced.is_final and introduced.expires_at <= now:
                await self._end(introduced.id, _S.EXPIRED)
        for record in self._book.openings.introductions():
            introducer = self._book.get(record.introducer)
            is_unwanted = introducer is None or introducer.trust is Trust.BLOCKED
            friend = self._book.get(record.keys.friend_id)
            if is_unwanted or record.expires_at <= now:
                await self._forget(record)
            elif friend is not None:
                await self._settle(record, friend)
            elif belongs_to_others(record, self._own, self._book):
                await self._forget(record)

    async def forget(self, friend_id: FriendId) -> None:
        """Forget whom a former friend has introduced, and that they were introduced."""
        self._rates.pop(friend_id, None)
        self._unsent.pop(friend_id, None)
        for record in self._book.openings.introductions():
            if friend_id in (record.introducer, record.keys.friend_id):
                await self._forget(record)

    async def _take(self, introducer: FriendId, introduce: Introduce) -> None:
        now = self._clock()
        keys = PublicKeys(introduce.x25519, introduce.ed25519)
        record = IntroductionRecord(
            id=introduce.introduction_id,
            introducer=introducer,
            keys=keys,
            name=introduce.name.strip() or short_id(keys.friend_id),
            computer=introduce.computer.strip(),
            psk=introduce.psk,
            expires_at=min(float(introduce.expires_at), now + LIFETIME_SECONDS),
            hints=tuple(map(str, self._places.dialable(introduce.hints))),
        )
        async with self._taking:  # or many that come at once would not count each other
            answer = ready_answer(introduce, record, self._own, self._book, now)
            if answer is None:
                await self._keep(record)
            else:
                self._say(introducer, record.id, answer)

    async def _keep(self, record: IntroductionRecord) -> None:
        """Ask the user, unless they have said yes to the same before: this replaces it.

        They may be saying yes right now: the name they see or agreed to is not another one later.
        """
        earlier = earlier_one(record, self._book)
        if earlier is not None and (earlier.is_agreed or earlier.id == record.id):
            record = dataclasses.replace(record, name=earlier.name, computer=earlier.computer)
        if earlier is not None and earlier.id != record.id:
            await self._forget(earlier)
        await self._book.openings.keep_introduction(record)
        self._show(record)
        if earlier is not None and earlier.is_agreed:
            await self._agree(record)

    async def _agree(self, record: IntroductionRecord) -> None:
        agreed = dataclasses.replace(record, is_agreed=True)
        await self._book.openings.keep_introduction(agreed)
        self._say(record.introducer, record.id, Code.OK)
        self._show(agreed)
        self.acquainting.start(agreed)
        self._needs.secrets_changed()

    async def _decline(self, record: IntroductionRecord) -> None:
        await self._end(record.id, _S.DECLINED)
        self._say(record.introducer, record.id, Code.DECLINED)
        self._hide(record.id)

    async def _end(self, introduction_id: IntroductionId, stage: IntroductionStage) -> None:
        """Forget an introduction that came to nothing, and show how it ended."""
        await self._drop(introduction_id)
        introduced = self._shown.get(introduction_id)
        if introduced is not None:
            self._tell(replace(introduced, stage=stage))

    async def _settle(self, record: IntroductionRecord, friend: Friend) -> None:
        """Show that somebody is a friend now; who had not been answered needs no answer."""
        introduced = self._shown.get(record.id)
        if introduced is not None and introduced.stage is _S.AGREED:
            self._tell(replace(introduced, stage=_S.DONE, friend=friend))
        elif introduced is not None and introduced.stage is _S.ASKED:
            await self._forget(record)
            self._say(record.introducer, record.id, Code.OK)

    async def _forget(self, record: IntroductionRecord) -> None:
        await self._drop(record.id)
        self._hide(record.id)

    async def _drop(self, introduction_id: IntroductionId) -> None:
        await self._book.openings.drop_introduction(introduction_id)
        self.acquainting.stop(introduction_id)  # only now: a yes may have been on its way before
        self._needs.secrets_changed()

    def _met(self, record: IntroductionRecord, friend: Friend) -> None:
        introduced = self._shown.get(record.id)
        if introduced is not None:
            self._tell(replace(introduced, stage=_S.DONE, friend=friend))
        self._needs.spawn(self.review())

    def _say(self, introducer: FriendId, introduction_id: IntroductionId, code: Code) -> None:
        """Answer the introducer, and nobody else; now, or when they are here again."""
        answer = IntroduceAnswer(introduction_id, code)
        session = self._needs.session_of(introducer)
        if session is not None:
            session.post(answer)
        else:
            unsent = self._unsent.setdefault(introducer, [])
            unsent.append(answer)
            del unsent[:-UNSENT_LIMIT]

    def _show(self, record: IntroductionRecord) -> None:
        introduced = self._introduced(record)
        if introduced is not None:
            self._tell(introduced)

    def _tell(self, introduced: Introduced) -> None:
        self._shown[introduced.id] = introduced
        self._needs.tell(IntroductionChanged(introduced))

    def _hide(self, introduction_id: IntroductionId) -> None:
        if self._shown.pop(introduction_id, None) is not None:
            self._needs.tell(IntroductionGone(introduction_id))

    def _record(self, introduction_id: IntroductionId) -> IntroductionRecord | None:
        known = self._book.openings.introductions()
        return next((record for record in known if record.id == introduction_id), None)

    def _introduced(self, record: IntroductionRecord) -> Introduced | None:
        introducer = self._book.get(record.introducer)
        if introducer is None:
            return None
        stage = _S.AGREED if record.is_agreed else _S.ASKED
        return Introduced(
            record.id, introducer, record.name, record.computer, record.expires_at, stage
        )
