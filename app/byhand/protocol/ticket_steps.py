"""What opening a lane and a member's connection share: NNpsk0 behind a ticket's tag (§7, §22)."""

from collections.abc import Generator
from typing import Final

from byhand.noise.handshake_state import HandshakeState, Session
from byhand.noise.primitives import DHLEN, TAG_SIZE
from byhand.protocol.handshake_steps import Claim, Step, exchange
from byhand.protocol.preamble import Preamble, encode_preamble
from byhand.protocol.records import framed

FIRST_MESSAGE_BYTES: Final = DHLEN + TAG_SIZE
_SECOND: Final = (DHLEN + TAG_SIZE,)


def with_key(
    preamble: Preamble, prologue: bytes, key: bytes, *, is_initiator: bool
) -> HandshakeState:
    """Return our side of a handshake in which both hold a ticket's key, and nothing else."""
    return HandshakeState(preamble.noise_protocol_name, is_initiator, prologue, psks=(key,))


def dial_tag(
    preamble: Preamble, tag: bytes, handshake: HandshakeState
) -> Generator[Step, bytes, Session]:
    """Dial who answers a tag; ends in a session. Raises RemoteProtocolError."""
    opening = encode_preamble(preamble) + tag + handshake.write_message()
    handshake.read_message((yield from exchange(opening, _SECOND)))
    return handshake.split()


def answer_tag(
    claim: Claim, handshake: HandshakeState, first: bytes
) -> Generator[Step, bytes, Session]:
    """Answer who has named a tag of ours; ends in a session. Raises RemoteProtocolError."""
    yield Step(b"", 0, claim)
    handshake.read_message(first)
    yield Step(framed(handshake.write_message()), 0)
    return handshake.split()
