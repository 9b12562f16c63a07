"""Letting those meet who were introduced and both want it; the introducer need not be there."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from functools import partial

from msgspec import Struct

from byhand.domain.friend import Friend
from byhand.domain.identity import FriendId
from byhand.domain.introduction import IntroductionId
from byhand.errors import ByhandError, InviteError, InviteProblem, UnreachableError
from byhand.network.addresses import Hint, parse_hints
from byhand.protocol.credentials import OpenInvite
from byhand.service.first_contacts import FirstContact, FirstContacts
from byhand.service.friend_book import FriendBook
from byhand.service.guarding import start_guarded
from byhand.service.meeting import Meeting
from byhand.storage.friend_store import IntroductionRecord

logger = logging.getLogger(__name__)

OTHER_FIRST_SECONDS = 3.0
LONGEST_PAUSE_SECONDS = 300.0


class _Running(Struct, frozen=True):
    friend_id: FriendId
    meeting: Meeting
    task: "asyncio.Task[None]"


class Acquainting:
    """Dials those whom our user agreed to meet, and lets exactly them in; inside `async with`.

    Until an introduction expires its secret opens the door again to the same two: one may have
    stored the other, who has not heard of it.
    """

    def __init__(
        self,
        own_id: FriendId,
        book: FriendBook,
        contacts: FirstContacts,
        is_here: Callable[[FriendId], bool],
        met: Callable[[IntroductionRecord, Friend], None],
        clock: Callable[[], float],
    ) -> None:
        self._own_id = own_id
        self._book = book
        self._contacts = contacts
        self._is_here = is_here
        self._met = met
        self._clock = clock
        self._running: dict[IntroductionId, _Running] = {}
        self._is_closing = False
        self._group = asyncio.TaskGroup()

    async def __aenter__(self) -> "Acquainting":
        await self._group.__aenter__()
        for record in self._open():
            has_met = self._book.presence(record.keys.friend_id).last_seen is not None
            if not (has_met and self._book.get(record.keys.friend_id)):
                self.start(record)
        return self

    async def __aexit__(self, *exc: object) -> None:
        self._is_closing = True
        for introduction_id in tuple(self._running):
            self.stop(introduction_id)
        await self._group.__aexit__(None, None, None)

    def secrets(self) -> tuple[OpenInvite, ...]:
        """Return what the door opens to, and to whom alone."""
        return tuple(map(_secret, self._open()))

    def announced(self) -> dict[FriendId, bytes]:
        """Return the keys to recognise, and be recognised by, those who are no friends yet."""
        return {
            record.keys.friend_id: record.psk
            for record in self._open()
            if self._book.get(record.keys.friend_id) is None
        }

    def holds(self, psk: bytes) -> bool:
        """Say whether a secret is that of an introduction."""
        return any(record.psk == psk for record in self._book.openings.introductions())

    def start(self, record: IntroductionRecord) -> None:
        """Look for somebody whom our user agreed to meet; who has the smaller id dials first."""
        self.stop(record.id)
        if self._is_closing:
            return
        is_first = self._own_id < record.keys.friend_id
        meeting = Meeting(
            parse_hints(record.hints),
            partial(self._call, record),
            ours_counts=is_first,
            longest_pause=LONGEST_PAUSE_SECONDS,
        )
        looking = meeting.run(0.0 if is_first else OTHER_FIRST_SECONDS)
        task = self._group.create_task(looking)
        self._running[record.id] = _Running(record.keys.friend_id, meeting, task)

    def stop(self, introduction_id: IntroductionId) -> None:
        """Look for somebody no more."""
        running = self._running.pop(introduction_id, None)
        if running is not None:
            running.task.cancel()

    def found(self, friend_id: FriendId, hint: Hint) -> None:
        """Try an address where somebody seems to be announced."""
        for running in self._with(friend_id):
            running.meeting.found(hint)

    def ready(self, friend_id: FriendId) -> None:
        """Look no more for somebody who is here."""
        for introduction_id, running in tuple(self._running.items()):
            if running.friend_id == friend_id:
                self.stop(introduction_id)

    async def established(self, contact: FirstContact) -> None:
        """Store whom an introduction has brought, and go on with the session."""
        try:
            record, friend = await self._befriend(contact)
        except ByhandError as exc:
            logger.warning("an introduction led to nothing: %s", type(exc).__name__)
            contact.sock.close()
        except BaseException:
            contact.sock.close()
            raise
        else:
            self._met(record, friend)

    async def _befriend(self, contact: FirstContact) -> tuple[IntroductionRecord, Friend]:
        keys = contact.established.keys
        running = self._with(keys.friend_id)
        if not running and self._is_here(keys.friend_id):
            raise InviteError(InviteProblem.REFUSED)
        for each in running:
            if not await each.meeting.takes(is_our_call=contact.is_our_call):
                raise InviteError(InviteProblem.REFUSED)
        psk = contact.established.psk_invite
        for record in self._open():
            introducer = self._book.get(record.introducer)
            if record.psk == psk and record.keys == keys and introducer is not None:
                befriend = self._contacts.befriend
                friend = await befriend(contact, record.name, introduced_by=introducer.name)
                return record, friend
        raise InviteError(InviteProblem.REFUSED)

    async def _call(self, record: IntroductionRecord, hints: Sequence[Hint]) -> None:
        if not hints or record not in self._open() or self._is_here(record.keys.friend_id):
            return
        try:
            contact = await self._contacts.call(hints, _secret(record))
        except (UnreachableError, InviteError):
            return
        # Not in this task: it ends as soon as they are here, also when another call was first.
        start_guarded(self._group, self.established(contact))

    def _open(self) -> tuple[IntroductionRecord, ...]:
        """Return what our user agreed to, unless one of the two others is held now."""
        now = self._clock()
        return tuple(
            record
            for record in self._book.openings.introductions()
            if record.is_agreed
            and now < record.expires_at
            and (introducer := self._book.get(record.introducer)) is not None
            and not introducer.is_held
            and not ((friend := self._book.get(record.keys.friend_id)) and friend.is_held)
        )

    def _with(self, friend_id: FriendId) -> list[_Running]:
        return [each for each in self._running.values() if each.friend_id == friend_id]


def _secret(record: IntroductionRecord) -> OpenInvite:
    return OpenInvite(record.psk, int(record.expires_at), record.keys.friend_id)
