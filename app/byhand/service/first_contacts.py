"""The first connection with somebody who shares a secret with us, and what is kept of it."""

import socket
from collections import OrderedDict
from collections.abc import Callable, Sequence

from msgspec import Struct

from byhand.domain.codes import Code
from byhand.domain.friend import Friend
from byhand.domain.identity import PublicKeys
from byhand.errors import InviteError, InviteProblem, InviteRefusedError
from byhand.network.addresses import Hint
from byhand.network.dialer import dial
from byhand.protocol.credentials import Introduction, InviteSecret, LocalIdentity
from byhand.protocol.handshake import InviteEstablished, use_invite
from byhand.service.friend_book import FriendBook
from byhand.service.friend_session import FriendSession
from byhand.service.sessions import Connected

REMEMBERED = 16

_REFUSALS = {Code.DENIED: InviteProblem.USED, Code.EXPIRED: InviteProblem.EXPIRED}


class FirstContact(Struct, frozen=True):
    """A connection on which both have shown a secret; `hint` is the one we dialled, if we did."""

    sock: socket.socket
    established: InviteEstablished
    hint: Hint | None = None

    @property
    def is_our_call(self) -> bool:
        """Say whether we have dialled."""
        return self.established.session.is_initiator


class FirstContacts:
    """Makes friends of those whom secrets have brought together, of links or of introductions."""

    def __init__(
        self,
        identity: LocalIdentity,
        book: FriendBook,
        introduction: Callable[[], Introduction],
        adopt: Callable[[Connected], None],
        secrets_changed: Callable[[], None],
    ) -> None:
        self._identity = identity
        self._book = book
        self._introduction = introduction
        self._adopt = adopt
        self._secrets_changed = secrets_changed
        self._fresh: OrderedDict[bytes, tuple[PublicKeys, bytes]] = OrderedDict()

    async def call(self, hints: Sequence[Hint], secret: InviteSecret) -> FirstContact:
        """Dial wherever the other end of a secret may be; UnreachableError, InviteError.

        The key that friends share comes from the handshake: of two that race, each side could
        keep another one.
        """
        try:
            dialled = await dial(
                hints,
                lambda: use_invite(self._identity, self._introduction(), secret),
                handshakes_at_once=1,
            )
        except InviteRefusedError as exc:
            raise InviteError(_REFUSALS.get(Code(exc.code), InviteProblem.REFUSED)) from exc
        established = dialled.established
        assert isinstance(established, InviteEstablished)
        return FirstContact(dialled.sock, established, dialled.hint)

    async def befriend(
        self, contact: FirstContact, name: str, *, introduced_by: str = ""
    ) -> Friend:
        """Store a friend and go on with the session; KeyChangedError, StorageError."""
        established = contact.established
        keys, psk = established.keys, established.psk_friend
        friend = await self._book.add(
            keys, psk, name, established.computer, introduced_by=introduced_by
        )
        self._fresh[established.session.handshake_hash] = keys, psk
        if len(self._fresh) > REMEMBERED:
            self._fresh.popitem(last=False)
        self._secrets_changed()
        self._adopt(Connected(contact.sock, established.session, friend.id, 0, contact.hint))
        return friend

    async def confirm(self, session: FriendSession) -> None:
        """Pin the key of the first contact whose session both sides are in now.

        Of two calls that have crossed one session stays, the same on both sides.
        """
        keys, psk = self._fresh.pop(session.control_hash, (None, b""))
        friend, pinned = self._book.get(session.friend_id), self._book.pinned(session.friend_id)
        if keys is None or friend is None or pinned is None or pinned.psk == psk:
            return
        await self._book.add(keys, psk, friend.name, friend.computer)
        self._secrets_changed()
