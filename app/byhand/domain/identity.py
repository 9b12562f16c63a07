"""Who is who: public keys and the id made from them."""

import hashlib
from typing import NewType

from msgspec import Struct

FriendId = NewType("FriendId", bytes)
"""32 bytes; the hash of an installation's two public keys."""

ID_LABEL = b"byhand/id/v1"


class PublicKeys(Struct, frozen=True):
    """An installation's two public keys, 32 bytes each, always pinned together."""

    x25519: bytes
    ed25519: bytes

    @property
    def friend_id(self) -> FriendId:
        """Return BLAKE2s-256 over label and both keys (PROTOCOL.md, section 2)."""
        return FriendId(hashlib.blake2s(ID_LABEL + self.x25519 + self.ed25519).digest())

    def shares_one_with(self, other: "PublicKeys") -> bool:
        """Say whether one of the keys is one of another installation's."""
        return not {self.x25519, self.ed25519}.isdisjoint({other.x25519, other.ed25519})


def short_id(friend_id: FriendId) -> str:
    """Return the first 16 hexadecimal digits, as people see and type an id."""
    return friend_id.hex()[:16]
