"""What all control messages have in common (§8)."""

from msgspec import Struct

from byhand.protocol.fields import WIRE_KEYS


class Message(Struct, frozen=True, omit_defaults=True, rename=WIRE_KEYS):
    """Any control message."""
