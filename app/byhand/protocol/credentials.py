"""What a handshake is done with: our own keys, a pinned friend's, an invite's secret, a ticket."""

import hashlib
from dataclasses import dataclass, field
from typing import Final, Protocol

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from msgspec import Struct

from byhand.domain.identity import FriendId, PublicKeys
from byhand.errors import AuthenticationError
from byhand.noise.handshake_state import Session
from byhand.noise.primitives import KeyPair
from byhand.protocol.preamble import TAG_BYTES, LaneCipher

SELECTOR_BYTES: Final = 16
FIELD: Final = 2**255 - 19
_ORDER_8: Final = 0x7A03AC9277FDC74EC6CC392CFA53202A0F67100D760B3CBA4FD84D3D706A17C7
SMALL_ORDER: Final = frozenset({0, 1, FIELD - 1, _ORDER_8, FIELD - _ORDER_8})
"""The y of all eight points of Ed25519's curve whose order is 1, 2, 4 or 8 (RFC 8032, 5.1)."""


@dataclass(frozen=True, slots=True)
class LocalIdentity:
    """Our own keys; made by `generate` or `from_private`, so that they belong together."""

    x25519: KeyPair
    ed25519_private: bytes = field(repr=False)
    keys: PublicKeys

    @staticmethod
    def generate() -> "LocalIdentity":
        """Return a fresh identity."""
        private = Ed25519PrivateKey.generate().private_bytes_raw()
        return LocalIdentity.from_private(KeyPair.generate().private, private)

    @staticmethod
    def from_private(x25519_private: bytes, ed25519_private: bytes) -> "LocalIdentity":
        """Return the identity of two private keys of 32 bytes each."""
        x25519 = KeyPair.from_private(x25519_private)
        public = Ed25519PrivateKey.from_private_bytes(ed25519_private).public_key()
        keys = PublicKeys(x25519.public, public.public_bytes_raw())
        return LocalIdentity(x25519, ed25519_private, keys)

    @property
    def friend_id(self) -> FriendId:
        """Our id, as friends know it."""
        return self.keys.friend_id

    def sign(self, content: bytes) -> bytes:
        """Return our Ed25519 signature over the content, 64 bytes."""
        return Ed25519PrivateKey.from_private_bytes(self.ed25519_private).sign(content)


def verify_signature(public: bytes, signature: bytes, content: bytes) -> None:
    """Raise AuthenticationError unless the signature was made with the Ed25519 key `public`."""
    if not _is_sound(public):
        raise AuthenticationError("a key for which anybody could sign")
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, content)
    except (InvalidSignature, ValueError) as exc:
        raise AuthenticationError("a signature did not verify") from exc


def _is_sound(ed25519: bytes) -> bool:
    """Say whether a key is written in the one way there is, and is not of small order.

    For a point of small order one signature in eight or more verifies without any secret.
    """
    y = int.from_bytes(ed25519, "little") & (2**255 - 1)
    return y < FIELD and y not in SMALL_ORDER


class Introduction(Struct, frozen=True):
    """The names that we propose to a new friend: a person's and a computer's."""

    name: str
    computer: str


@dataclass(frozen=True, slots=True)
class PinnedFriend:
    """What we hold of a friend; `last_timestamp` is the last confirmed one, in Unix nanoseconds."""

    friend_id: FriendId
    keys: PublicKeys
    psk: bytes = field(repr=False)
    last_timestamp: int = 0


class InviteSecret(Protocol):
    """An invite that may be used: an `Invite` we were given, or an `OpenInvite` we made."""

    @property
    def psk(self) -> bytes:
        """The secret of the link, 32 bytes."""

    @property
    def expires_at(self) -> int:
        """When it ends, in Unix seconds."""

    @property
    def friend_id(self) -> FriendId | None:
        """Whom the link names; None when the link is our own."""


@dataclass(frozen=True, slots=True)
class OpenInvite:
    """A secret that a friend may come by: anybody with an invite of our own, else only this one."""

    psk: bytes = field(repr=False)
    expires_at: int
    friend_id: FriendId | None = None


def invite_selector(psk: bytes, ephemeral: bytes) -> bytes:
    """Return the 16 bytes by which a first message tells the holder of an invite which it means."""
    content = b"byhand/v1/invite" + ephemeral
    return hashlib.blake2s(content, key=psk, digest_size=SELECTOR_BYTES).digest()


@dataclass(frozen=True, slots=True)
class LaneTicket:
    """What one lane is opened with, once; the same at both ends of its control session.

    `direction` 0 means that data flows from the initiator of the control session.
    """

    tag: bytes = field(repr=False)
    index: int
    direction: int
    psk: bytes = field(repr=False)
    control_hash: bytes = field(repr=False)
    cipher: LaneCipher


@dataclass(frozen=True, slots=True)
class MemberTicket:
    """What two members of a group meet with, as one of them holds it; `key` is the pair's own."""

    group_id: bytes
    own_tag: bytes = field(repr=False)
    their_tag: bytes = field(repr=False)
    key: bytes = field(repr=False)
    cipher: LaneCipher


def lane_ticket(session: Session, index: int, direction: int, cipher: int) -> LaneTicket:
    """Return the ticket of a lane of this control session; both ends make the same."""
    number = index.to_bytes(4, "little")
    tag = session.exporter(b"byhand/v1/lane-tag" + number)[:TAG_BYTES]
    psk = session.exporter(b"byhand/v1/lane" + number)
    return LaneTicket(tag, index, direction, psk, session.handshake_hash, LaneCipher(cipher))
