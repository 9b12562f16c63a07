"""What the handshakes of all uses share: steps without I/O, and messages of known sizes (§3)."""

from collections.abc import Collection, Generator
from enum import Enum, auto
from typing import Final

from msgspec import Struct

from byhand.errors import RemoteProtocolError
from byhand.noise.handshake_state import HandshakeState
from byhand.noise.primitives import DHLEN, TAG_SIZE
from byhand.protocol.credentials import LocalIdentity
from byhand.protocol.preamble import Preamble, prologue
from byhand.protocol.records import LENGTH_BYTES

SEALED_KEY: Final = DHLEN + TAG_SIZE
"""The size of a static key in a handshake message."""


class Claim(Enum):
    """What a first message has shown before answering it costs any Diffie-Hellman."""

    PAIR = auto()
    """It carries the token of our announcement, while our user wants to meet somebody nearby."""
    INVITE = auto()
    """It names an open invite, whose secret it needs."""
    FRIEND = auto()
    """Whoever sent it knows our key: mac1 is right."""
    LANE = auto()
    """It has the tag of a lane that a live session announced."""
    MEMBER = auto()
    """It has the tag of a ticket that a sender gave us for one other member of a group."""


class Step(Struct, frozen=True):
    """What to do next: send these bytes, then receive exactly `wanted` (0: go on with b"").

    A `claim` comes once, from the answering side: going on means to compute for it.
    """

    send: bytes
    wanted: int
    claim: Claim | None = None


def exchange(send: bytes, sizes: Collection[int]) -> Generator[Step, bytes, bytes]:
    """Send, then return the next Noise message, which must be of one of these sizes."""
    size = int.from_bytes((yield Step(send, LENGTH_BYTES)), "big")
    if size not in sizes:
        raise RemoteProtocolError(f"a handshake message of {size} bytes")
    return (yield Step(b"", size))


def begin_handshake(
    preamble: Preamble, identity: LocalIdentity, *, is_initiator: bool, rs: bytes | None = None
) -> HandshakeState:
    """Return our side of a handshake in which we show who we are: uses 1 to 3."""
    name = preamble.noise_protocol_name
    return HandshakeState(name, is_initiator, prologue(preamble), identity.x25519, rs=rs)
