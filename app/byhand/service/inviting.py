"""Becoming friends by a link: invites we make, and links we were given."""

import asyncio
import logging
import secrets
import socket
import time
from collections.abc import Callable, Sequence
from typing import TypeVar

from byhand.domain.codes import Code
from byhand.domain.events import AddingFriend, AddingStage, Event, InviteMade, InviteUsed
from byhand.domain.friend import Friend
from byhand.domain.identity import FriendId
from byhand.errors import (
    ByhandError,
    InviteError,
    InviteProblem,
    InviteRefusedError,
    KeyChangedError,
    UnreachableError,
)
from byhand.network.addresses import Hint, parse_hint
from byhand.network.dialer import Dialled, dial
from byhand.protocol.credentials import (
    Introduction,
    InviteSecret,
    LocalIdentity,
    OpenInvite,
)
from byhand.protocol.handshake import InviteEstablished, use_invite
from byhand.protocol.invite import Invite, decode_link, encode_link
from byhand.service.friend_book import FriendBook
from byhand.storage.friend_store import InviteRecord

logger = logging.getLogger(__name__)

LIFETIME_SECONDS = 24 * 3600
PATIENCE_SECONDS = 20.0
HINTS_LIMIT = 32
RETRY_SECONDS = 2.0
USER_FIRST_SECONDS = 3.0
PROMISE_SECONDS = 10.0
"""How long an invite is kept for a newcomer whose handshake is about to end."""
UNREACHABLE = "unreachable"
KEY_CHANGED = "key_changed"

_REFUSALS = {Code.DENIED: InviteProblem.USED, Code.EXPIRED: InviteProblem.EXPIRED}

_Result = TypeVar("_Result")

Adopt = Callable[[socket.socket, InviteEstablished, FriendId, Hint | None], None]


class Inviting:
    """Makes invites and uses those we were given; whoever dials, one friendship comes of it."""

    def __init__(
        self,
        identity: LocalIdentity,
        book: FriendBook,
        introduction: Callable[[], Introduction],
        own_hints: Callable[[], tuple[str, ...]],
        adopt: Adopt,
        tell: Callable[[Event], None],
        secrets_changed: Callable[[], None],
    ) -> None:
        self._identity = identity
        self._book = book
        self._introduction = introduction
        self._own_hints = own_hints
        self._adopt = adopt
        self._tell = tell
        self._secrets_changed = secrets_changed
        self._given: dict[bytes, Invite] = {}
        self._settled: set[bytes] = set()
        self._calling_users: set[bytes] = set()
        self._candidates: dict[bytes, dict[Hint, None]] = {}
        self._found: dict[bytes, asyncio.Event] = {}
        self._done: dict[bytes, asyncio.Future[Friend]] = {}
        self._promised: dict[bytes, tuple[FriendId, float]] = {}

    def refusal(self, psk: bytes, newcomer: FriendId) -> Code:
        """Say why a newcomer may not use an invite; OK keeps it for them until they are stored."""
        if psk in self._given:
            return Code.OK
        used_by = [invite.used_by for invite in self._book.invites() if invite.psk == psk]
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
        return tuple(self._given.values())

    async def make(self) -> None:
        """Open an invite that works once, for 24 h; InviteMade tells its link."""
        expires_at = int(time.time()) + LIFETIME_SECONDS
        psk = secrets.token_bytes(32)
        invite = Invite(
            psk=psk,
            friend_id=self._identity.friend_id,
            expires_at=expires_at,
            hints=self._own_hints(),
            name=self._introduction().name,
        )
        link = encode_link(invite)
        await self._book.open_invite(InviteRecord(psk, float(expires_at), link, None))
        self._secrets_changed()
        self._tell(InviteMade(link, float(expires_at)))

    async def use(self, link: str) -> None:
        """Become a friend of whoever made the link; AddingFriend tells how it goes."""
        self._tell(AddingFriend(AddingStage.CONNECTING))
        try:
            friend = await self._use(self._judged(link))
        except InviteError as exc:
            self._tell(AddingFriend(AddingStage.FAILED, problem=exc.problem))
        except KeyChangedError:
            self._tell(AddingFriend(AddingStage.FAILED, problem=KEY_CHANGED))
        except UnreachableError:
            self._tell(AddingFriend(AddingStage.FAILED, problem=UNREACHABLE))
        else:
            self._tell(AddingFriend(AddingStage.ADDED, friend))

    async def found(self, psk: bytes, hint: Hint) -> None:
        """Use where the other end of a link was seen on the network."""
        candidates = self._candidates.get(psk)
        if candidates is None:
            await self._call_user(psk, hint)
        elif hint not in candidates and len(candidates) < HINTS_LIMIT:
            candidates[hint] = None
            self._found[psk].set()

    async def established(
        self, sock: socket.socket, established: InviteEstablished, hint: Hint | None
    ) -> None:
        """Store the friend of a handshake with an invite and go on with the session."""
        try:
            await self._store(sock, established, hint)
        except ByhandError as exc:
            logger.warning("an invite led to nothing: %s", type(exc).__name__)
            sock.close()
            done = self._done.get(established.psk_invite)
            if done is not None and not done.done():
                done.set_exception(exc)

    async def _store(
        self, sock: socket.socket, established: InviteEstablished, hint: Hint | None
    ) -> None:
        psk = established.psk_invite
        given = self._given.get(psk)
        if established.session.is_initiator == (given is not None):
            self._settled.add(psk)
        elif psk in self._settled:
            raise InviteError(InviteProblem.REFUSED)  # both have called: the user's call counts
        invite = None
        if given is None:
            invite = await self._book.use_invite(psk, established.keys.friend_id)
            if invite is None:
                raise InviteError(InviteProblem.REFUSED)
        name = given.name if given is not None else established.name
        friend = await self._book.add(
            established.keys, established.psk_friend, name, established.computer
        )
        self._secrets_changed()
        self._adopt(sock, established, friend.id, hint)
        if invite is not None:
            self._tell(InviteUsed(invite.link, friend))
        done = self._done.get(psk)
        if done is not None and not done.done():
            done.set_result(friend)

    def _judged(self, link: str) -> Invite:
        invite = decode_link(link.strip())
        if invite.friend_id == self._identity.friend_id:
            raise InviteError(InviteProblem.OWN)
        if invite.expires_at <= time.time():
            raise InviteError(InviteProblem.EXPIRED)
        return invite

    async def _use(self, invite: Invite) -> Friend:
        """Dial until it works; the maker's own dial counts as well."""
        psk = invite.psk
        if psk in self._done:  # the same link once more
            return await asyncio.shield(self._done[psk])
        done: asyncio.Future[Friend] = asyncio.get_running_loop().create_future()
        self._given[psk], self._done[psk] = invite, done
        self._found[psk] = asyncio.Event()
        parsed = (parse_hint(uri) for uri in invite.hints)
        self._candidates[psk] = {hint: None for hint in parsed if hint is not None}
        self._secrets_changed()
        calling = asyncio.create_task(self._call(invite, done))
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                return await asyncio.shield(done)
        except TimeoutError as exc:
            raise UnreachableError(False) from exc
        finally:
            calling.cancel()
            await asyncio.gather(calling, return_exceptions=True)
            del self._given[psk], self._done[psk], self._candidates[psk], self._found[psk]
            self._secrets_changed()

    async def _call_user(self, psk: bytes, hint: Hint) -> None:
        """Dial whoever uses our link and does not reach us: a firewall may stand on our side."""
        if psk in self._calling_users:
            return
        self._calling_users.add(psk)
        try:
            await asyncio.sleep(USER_FIRST_SECONDS)
            for invite in self._book.invites():
                if invite.psk == psk and invite.used_by is None:
                    secret = OpenInvite(psk, int(invite.expires_at))
                    await self._answered(await self._dial([hint], secret))
        except (UnreachableError, InviteRefusedError):
            return
        finally:
            self._calling_users.discard(psk)

    async def _call(self, invite: Invite, done: asyncio.Future[Friend]) -> None:
        """Dial again and again; at once when the maker was found at another place."""
        refusals = 0
        found = self._found[invite.psk]
        while not done.done():
            found.clear()
            last_found_first = tuple(reversed(self._candidates[invite.psk]))
            dialling = asyncio.create_task(self._dial(last_found_first, invite))
            is_through = await _ends_before(found, dialling)
            if not is_through:
                continue
            try:
                dialled = dialling.result()
            except InviteRefusedError as exc:
                if not done.done():
                    problem = _REFUSALS.get(Code(exc.code), InviteProblem.REFUSED)
                    done.set_exception(InviteError(problem))
                return
            except UnreachableError as exc:
                refusals += exc.was_refused
                if refusals > 1 and not done.done():
                    done.set_exception(InviteError(InviteProblem.REFUSED))
                await _ends_before(found, asyncio.create_task(asyncio.sleep(RETRY_SECONDS)))
                continue
            await self._answered(dialled)

    async def _dial(self, hints: Sequence[Hint], secret: InviteSecret) -> Dialled:
        """Dial wherever the other end of a link may be.

        The key that friends share comes from the handshake: of two that race, each side could
        keep another one.
        """
        return await dial(
            hints,
            lambda: use_invite(self._identity, self._introduction(), secret),
            handshakes_at_once=1,
        )

    async def _answered(self, dialled: Dialled) -> None:
        established = dialled.established
        assert isinstance(established, InviteEstablished)
        await self.established(dialled.sock, established, dialled.hint)


async def _ends_before(event: asyncio.Event, task: asyncio.Task[_Result]) -> bool:
    """Wait for a task or an event, whichever comes first; say whether the task has ended."""
    waiting = asyncio.create_task(event.wait())
    try:
        await asyncio.wait({task, waiting}, return_when=asyncio.FIRST_COMPLETED)
        return task.done()
    finally:
        for each in (task, waiting):
            each.cancel()
        await asyncio.gather(task, waiting, return_exceptions=True)
