"""What the handshakes of all uses share: steps without I/O, and messages of known sizes (§3)."""

from collections.abc import Collection, Generator
from dataclasses import dataclass
from typing import Final

from byhand.errors import RemoteProtocolError
from byhand.noise.handshake_state import HandshakeState
from byhand.noise.primitives import DHLEN, TAG_SIZE
from byhand.protocol.credentials import LocalIdentity
from byhand.protocol.preamble import Preamble, prologue
from byhand.protocol.records import LENGTH_BYTES

SEALED_KEY: Final = DHLEN + TAG_SIZE
"""The size of a static key in a handshake message."""


@dataclass(frozen=True, slots=True)
class Step:
    """What to do next: send these bytes, then receive exactly `wanted` (0: go on with b"")."""

    send: bytes
    wanted: int


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
