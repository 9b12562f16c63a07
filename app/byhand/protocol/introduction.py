"""The introducer's signature under what they say of one friend to another (§18)."""

from typing import Final

from byhand.domain.identity import FriendId, PublicKeys
from byhand.protocol.counted import counted
from byhand.protocol.credentials import LocalIdentity, verify_signature
from byhand.protocol.friend_messages import Introduce

LABEL: Final = b"byhand/v1/introduction"


def sign_introduction(identity: LocalIdentity, recipient: FriendId, introduce: Introduce) -> bytes:
    """Return our signature, 64 bytes, under a message to `recipient`; its own is ignored."""
    return identity.sign(_signed(identity.friend_id, recipient, introduce))


def verify_introduction(
    introducer_ed25519: bytes, introducer: FriendId, recipient: FriendId, introduce: Introduce
) -> None:
    """Raise AuthenticationError unless the introducer signed this message to `recipient`."""
    content = _signed(introducer, recipient, introduce)
    verify_signature(introducer_ed25519, introduce.signature, content)


def _signed(introducer: FriendId, recipient: FriendId, introduce: Introduce) -> bytes:
    introduced = PublicKeys(introduce.x25519, introduce.ed25519).friend_id
    return b"".join(
        [
            LABEL,
            introduce.introduction_id,
            introducer,
            recipient,
            introduced,
            introduce.psk,
            introduce.expires_at.to_bytes(8, "little"),
            counted(introduce.name),
            counted(introduce.computer),
            bytes([len(introduce.hints)]),
            *map(counted, introduce.hints),
        ]
    )
