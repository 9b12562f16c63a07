"""What the answering side is asked in a handshake: who it is, and whom it lets in (§5, §7, §22)."""

from collections.abc import Collection, Iterable
from typing import Protocol

from byhand.domain.codes import Code
from byhand.domain.identity import PublicKeys
from byhand.protocol.credentials import (
    Introduction,
    InviteSecret,
    LaneTicket,
    LocalIdentity,
    MemberTicket,
    PinnedFriend,
)


class Door(Protocol):
    """Knows who we are and whom we let in. Called between two steps."""

    @property
    def identity(self) -> LocalIdentity:
        """Our keys."""

    @property
    def introduction(self) -> Introduction:
        """The names we propose."""

    @property
    def pairing_tokens(self) -> Collection[bytes]:
        """The tokens of our announcements while strangers may ask to be paired, else none."""

    def friend_by_static(self, x25519: bytes) -> PinnedFriend | None:
        """Return the friend who has this key, unless blocked or unknown."""

    def open_invites(self) -> Iterable[InviteSecret]:
        """Return what use 2 may begin with: our invites, those we were given, and introductions."""

    def invite_refusal(self, psk: bytes, newcomer: PublicKeys) -> Code:
        """Say why a newcomer may not use an invite, now that we know who they are; OK: they may."""

    def lane_by_tag(self, tag: bytes) -> LaneTicket | None:
        """Return an announced lane's ticket and forget it: it works once."""

    def member_by_tag(self, tag: bytes) -> MemberTicket | None:
        """Return the ticket whose own tag this is, if it holds and its member is not here yet."""

    def now_ns(self) -> int:
        """Return the time in Unix nanoseconds."""
