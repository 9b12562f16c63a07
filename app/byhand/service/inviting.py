"""Becoming friends by a link: invites we make, and links we were given."""

import asyncio
import logging
import secrets
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from byhand.domain.codes import Code
from byhand.domain.events import AddingFriend, AddingStage, Event, InviteMade, InviteUsed
from byhand.domain.friend import Friend
from byhand.domain.identity import FriendId
from byhand.errors import (
    ByhandError,
    InviteError,
    InviteProblem,
    KeyChangedError,
    StorageError,
    UnreachableError,
    UsageError,
)
from byhand.network.addresses import Hint, parse_hints, typed_hint
from byhand.protocol.credentials import OpenInvite
from byhand.protocol.invite import (
    HINT_LIMIT,
    Invite,
    decode_link,
    encode_link,
    fitting_hints,
    is_hint,
)
from byhand.service.address_book import AddressBook
from byhand.service.first_contacts import FirstContact, FirstContacts
from byhand.service.meeting import Meeting
from byhand.service.openings import Openings
from byhand.storage.friend_store import InviteRecord

logger = logging.getLogger(__name__)

LONGEST_HOURS = 7 * 24
PATIENCE_SECONDS = 20.0
RETRY_SECONDS = 2.0
USER_FIRST_SECONDS = 3.0
PROMISE_SECONDS = 10.0
"""How long an invite is kept for a newcomer whose handshake is about to end."""
UNREACHABLE = "unreachable"
KEY_CHANGED = "key_changed"
NOT_SAVED = "not_saved"


@dataclass(slots=True)
class _Use:
    """A link we were given, while we try to use it."""

    invite: Invite
    meeting: Meeting
    done: asyncio.Future[Friend]
    was_refused: bool = False

    def fail(self, error: ByhandError) -> None:
        if not self.done.done():
            self.done.set_exception(error)


class Inviting:
    """Makes invites and uses those we were given; whoever dials, one friendship comes of it."""

    def __init__(
        self,
        own_id: FriendId,
        own_name: Callable[[], str],
        openings: Openings,
        contacts: FirstContacts,
        places: AddressBook,
        tell: Callable[[Event], None],
        secrets_changed: Callable[[], None],
    ) -> None:
        self._own_id = own_id
        self._own_name = own_name
        self._openings = openings
        self._contacts = contacts
        self._places = places
        self._tell = tell
        self._secrets_changed = secrets_changed
        self._uses: dict[bytes, _Use] = {}
        self._calling_users: dict[bytes, Meeting] = {}
        self._promised: dict[bytes, tuple[FriendId, float]] = {}

    def refusal(self, psk: bytes, newcomer: FriendId) -> Code:
        """Say why a newcomer may not use an invite; OK keeps it for them until they are stored."""
        if psk in self._uses:
            return Code.OK
        used_by = [invite.used_by for invite in self._openings.invites() if invite.psk == psk]
        if not used_by:
            return Code.EXPIRED
        promised_to, until = self._promised.get(psk, (newcomer, 0.0))
        is_kept_for_another = promised_to != newcomer and time.monotonic() < until
        if used_by[0] not in (None, newcomer) or is_kept_for_another:
            return Code.DENIED
        self._promised[psk] = newcomer, time.monotonic() + PROMISE_SECONDS
        return Code.OK

    def given(self) -> tuple[Invite, ...]:
        """Return the invites we were given and are trying to use now."""
        return tuple(use.invite for use in self._uses.values())

    async def make(self, hours: float, at: Sequence[Hint]) -> None:
        """Open an invite that works once, as judged before; InviteMade tells its link.

        It leads to the typed addresses first, and last to another profile on this computer.
        """
        expires_at = int(time.time() + hours * 3600)
        psk = secrets.token_bytes(32)
        elsewhere = fitting_hints([*map(str, at), *self._places.ours()])[: HINT_LIMIT - 1]
        invite = Invite(
            psk=psk,
            friend_id=self._own_id,
            expires_at=expires_at,
            hints=(*elsewhere, self._places.on_this_computer()),
            name=self._own_name(),
        )
        link = encode_link(invite)
        await self._openings.open_invite(InviteRecord(psk, float(expires_at), link, None))
        self._secrets_changed()
        self._tell(InviteMade(link, float(expires_at)))

    async def use(self, link: str) -> None:
        """Become a friend of whoever made the link; AddingFriend tells how it goes."""
        try:
            invite = self._judged(link)
            self._tell(AddingFriend(AddingStage.CONNECTING))
            friend = await self._use(invite)
        except InviteError as exc:
            self._tell(AddingFriend(AddingStage.FAILED, problem=exc.problem))
        except KeyChangedError:
            self._tell(AddingFriend(AddingStage.FAILED, problem=KEY_CHANGED))
        except UnreachableError:
            self._tell(AddingFriend(AddingStage.FAILED, problem=UNREACHABLE))
        except StorageError:
            self._tell(AddingFriend(AddingStage.FAILED, problem=NOT_SAVED))
            raise
        else:
            self._tell(AddingFriend(AddingStage.ADDED, friend))

    async def found(self, psk: bytes, hint: Hint) -> None:
        """Use where the other end of a link was seen on the network."""
        meeting = self._meeting(psk)
        if meeting is not None:
            meeting.found(hint)
        elif self._open_invite(psk) is not None:
            await self._call_user(psk, hint)

    async def established(self, contact: FirstContact) -> None:
        """Store the friend of a handshake with an invite and go on with the session."""
        psk = contact.established.psk_invite
        use, meeting = self._uses.get(psk), self._meeting(psk)
        try:
            if meeting is not None and not await meeting.takes(is_our_call=contact.is_our_call):
                contact.sock.close()  # both have called: the user's call counts
                return
            friend = await self._store(contact, use)
        except ByhandError as exc:
            logger.warning("an invite led to nothing: %s", type(exc).__name__)
            contact.sock.close()
            if use is not None:
                use.fail(exc)
        except BaseException:
            contact.sock.close()
            raise
        else:
            if use is not None and not use.done.done():
                use.done.set_result(friend)

    async def _store(self, contact: FirstContact, use: _Use | None) -> Friend:
        established = contact.established
        if use is not None:
            return await self._contacts.befriend(contact, use.invite.name)
        used = await self._openings.use_invite(established.psk_invite, established.keys.friend_id)
        if used is None:
            raise InviteError(InviteProblem.REFUSED)
        friend = await self._contacts.befriend(contact, established.name)
        self._tell(InviteUsed(used.link, friend))
        return friend

    def _judged(self, link: str) -> Invite:
        invite = decode_link(link)
        # Whoever read a link of ours could put another name on its secret.
        is_our_secret = any(each.psk == invite.psk for each in self._openings.invites())
        if invite.friend_id == self._own_id or is_our_secret:
            raise InviteError(InviteProblem.OWN)
        if invite.expires_at <= time.time():
            raise InviteError(InviteProblem.EXPIRED)
        return invite

    async def _use(self, invite: Invite) -> Friend:
        """Dial until it works; the maker's own dial counts as well."""
        psk = invite.psk
        if psk in self._uses:  # the same link once more
            return await asyncio.shield(self._uses[psk].done)
        meeting = Meeting(
            parse_hints(invite.hints),
            lambda hints: self._call_maker(use, hints),
            ours_counts=True,
            longest_pause=RETRY_SECONDS,
        )
        use = _Use(invite, meeting, asyncio.get_running_loop().create_future())
        self._uses[psk] = use
        self._secrets_changed()
        calling = asyncio.create_task(meeting.run(0.0))
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                return await asyncio.shield(use.done)
        except TimeoutError as exc:
            if use.was_refused:
                raise InviteError(InviteProblem.REFUSED) from exc
            raise UnreachableError(False) from exc
        finally:
            calling.cancel()
            await asyncio.gather(calling, return_exceptions=True)
            del self._uses[psk]
            self._secrets_changed()

    async def _call_maker(self, use: _Use, hints: Sequence[Hint]) -> None:
        try:
            contact = await self._contacts.call(hints, use.invite)
        except UnreachableError as exc:
            # Anybody may live at an old address: the maker may yet be found at another one.
            use.was_refused = use.was_refused or exc.was_refused
        except ByhandError as exc:
            use.fail(exc)
        else:
            await self.established(contact)

    async def _call_user(self, psk: bytes, hint: Hint) -> None:
        """Dial whoever uses our link and does not reach us: a firewall may stand on our side."""
        attempt = partial(self._call_user_once, psk)
        meeting = Meeting([hint], attempt, ours_counts=False, longest_pause=PATIENCE_SECONDS)
        self._calling_users[psk] = meeting
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                await meeting.run(USER_FIRST_SECONDS)
        except TimeoutError:
            return
        finally:
            del self._calling_users[psk]

    async def _call_user_once(self, psk: bytes, hints: Sequence[Hint]) -> None:
        invite = self._open_invite(psk)
        if invite is None:
            return
        try:
            secret = OpenInvite(psk, int(invite.expires_at))
            contact = await self._contacts.call(hints, secret)
        except (UnreachableError, InviteError):
            return
        await self.established(contact)

    def _meeting(self, psk: bytes) -> Meeting | None:
        """Return where the two ends of a link look for each other now, if we are one of them."""
        use = self._uses.get(psk)
        return self._calling_users.get(psk) if use is None else use.meeting

    def _open_invite(self, psk: bytes) -> InviteRecord | None:
        return next(
            (each for each in self._openings.invites() if each.psk == psk and each.used_by is None),
            None,
        )


def judged_hours(hours: float) -> float:
    """Return how long an invite shall be good; UsageError unless that is 7 days at most."""
    if not 0 < hours <= LONGEST_HOURS:
        raise UsageError("An invitation is good for at most 7 days: choose 1 to 168 hours.")
    return hours


def judged_addresses(at: Sequence[str]) -> tuple[Hint, ...]:
    """Return where people say that they can be reached; UsageError for what no link may hold."""
    hints = tuple(map(typed_hint, at))
    if len(hints) >= HINT_LIMIT:
        raise UsageError(f"An invitation holds at most {HINT_LIMIT - 1} addresses: leave some out.")
    for hint, typed in zip(hints, at, strict=True):
        if not is_hint(str(hint)):
            raise UsageError(f"“{typed}” is too long for an invitation: use a shorter name.")
    return hints
