"""Whom the listening port lets in: friends, who shares a secret or a token, lanes, members."""

import socket
import time
from collections.abc import Callable, Iterable

from msgspec import Struct

from byhand.domain.codes import Code
from byhand.domain.identity import PublicKeys
from byhand.protocol.credentials import (
    Introduction,
    InviteSecret,
    LocalIdentity,
    MemberTicket,
    OpenInvite,
    PinnedFriend,
)
from byhand.protocol.handshake import LaneTicket, MemberEstablished
from byhand.service.friend_book import FriendBook
from byhand.service.newcomers import Newcomers
from byhand.service.pairing import Pairings


def _hang_up(sock: socket.socket, _: MemberEstablished) -> None:
    sock.close()


class MembersAtDoor(Struct, frozen=True):
    """Whom groups let in: who dials with a tag, what becomes of them, how many come from a host."""

    by_tag: Callable[[bytes], MemberTicket | None] = lambda _: None
    arrived: Callable[[socket.socket, MemberEstablished], None] = _hang_up
    awaited: Callable[[str], int] = lambda _: 0


NO_MEMBERS = MembersAtDoor()


class Door:
    """What the answering side of a handshake asks the service."""

    def __init__(
        self,
        identity: LocalIdentity,
        book: FriendBook,
        introduction: Callable[[], Introduction],
        newcomers: Newcomers,
        pairing: Pairings,
        lane_by_tag: Callable[[bytes], LaneTicket | None],
        member_by_tag: Callable[[bytes], MemberTicket | None],
    ) -> None:
        self.identity = identity
        self.lane_by_tag = lane_by_tag
        self.member_by_tag = member_by_tag
        self._book = book
        self._introduction = introduction
        self._newcomers = newcomers
        self._pairing = pairing

    @property
    def introduction(self) -> Introduction:
        """The names we propose."""
        return self._introduction()

    @property
    def pairing_tokens(self) -> tuple[bytes, ...]:
        """The tokens of our announcements while strangers may ask to be paired."""
        return self._pairing.tokens()

    def friend_by_static(self, x25519: bytes) -> PinnedFriend | None:
        """Return the friend who has this key, unless blocked or unknown; or a late newcomer."""
        return self._pairing.pinned(x25519, self._book.pinned_by_static(x25519))

    def open_invites(self) -> Iterable[InviteSecret]:
        """Return our open invites, those we were given and are using now, and introductions."""
        held = {friend.id for friend in self._book if friend.is_held}
        open_ones = [
            invite for invite in self._book.openings.invites() if invite.used_by not in held
        ]
        own = [OpenInvite(invite.psk, int(invite.expires_at)) for invite in open_ones]
        return [*own, *self._newcomers.given_secrets()]

    def invite_refusal(self, psk: bytes, newcomer: PublicKeys) -> Code:
        """Say why a newcomer may not use an invite; OK if they may."""
        return self._newcomers.refusal(psk, newcomer.friend_id)

    def now_ns(self) -> int:
        """Return the time in Unix nanoseconds."""
        return time.time_ns()
