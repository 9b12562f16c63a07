"""What an offer says of a group, and what its receiver says to take part in it (§8, §21)."""

import hashlib
from typing import Annotated

from msgspec import Meta, Struct

from byhand.domain.group import LinkKind
from byhand.protocol.fields import WIRE_KEYS, GroupId

NETWORK_BYTES = 8
OTHERS_LIMIT = 2**16 - 1


class GroupOffer(Struct, frozen=True, rename=WIRE_KEYS):
    """The same is offered to `members` others, who may hand it to each other."""

    id: GroupId
    members: Annotated[int, Meta(ge=1, le=OTHERS_LIMIT)]


class GroupConsent(Struct, frozen=True, omit_defaults=True, rename=WIRE_KEYS):
    """The receiver takes part: its link, and the name of its access point, 8 bytes or none."""

    kind: LinkKind = LinkKind.UNKNOWN
    network: Annotated[bytes, Meta(max_length=NETWORK_BYTES)] = b""


def network_name(group_id: bytes, access_point: bytes) -> bytes:
    """Return the 8 bytes that an access point (its BSSID, 6 bytes) is called in one group."""
    return hashlib.blake2s(access_point, key=group_id).digest()[:NETWORK_BYTES]
