"""Two strangers in one room meet for the first time: use 1, before they compare codes (§17)."""

import hmac
from collections.abc import Generator
from typing import Final

from msgspec import Struct

from byhand.domain.identity import PublicKeys
from byhand.errors import AuthenticationError, LocalProtocolError
from byhand.noise.handshake_state import Session
from byhand.noise.primitives import DHLEN, TAG_SIZE
from byhand.protocol.bind import INTRODUCTION_RECORD
from byhand.protocol.credentials import Introduction, LocalIdentity
from byhand.protocol.door import Door
from byhand.protocol.handshake_steps import SEALED_KEY, Claim, Step, begin_handshake, exchange
from byhand.protocol.newcomer import opened_introduction, sealed_introduction
from byhand.protocol.preamble import Preamble, Use, encode_preamble
from byhand.protocol.records import framed

TOKEN_BYTES: Final = 8

_PAIR: Final = Preamble(Use.PAIR, DHLEN + TOKEN_BYTES)
_SECOND: Final = (DHLEN + SEALED_KEY + TAG_SIZE,)
_THIRD: Final = (SEALED_KEY + TAG_SIZE,)


class PairEstablished(Struct, frozen=True):
    """A session with a stranger; names as they propose them. Who they are, codes must show."""

    session: Session
    keys: PublicKeys
    name: str
    computer: str


Steps = Generator[Step, bytes, PairEstablished]


def pair_with(identity: LocalIdentity, introduction: Introduction, token: bytes) -> Steps:
    """Dial who announces this token; ends in PairEstablished.

    Raises OurselvesError if we meet ourselves, RemoteProtocolError.
    """
    if len(token) != TOKEN_BYTES:
        raise LocalProtocolError(f"a token of {len(token)} bytes")
    handshake = begin_handshake(_PAIR, identity, is_initiator=True)
    opening = encode_preamble(_PAIR) + handshake.write_message(token)
    second = yield from exchange(opening, _SECOND)
    handshake.read_message(second)
    third = framed(handshake.write_message())
    session = handshake.split()
    ours = sealed_introduction(session, identity, introduction)
    record = yield from exchange(third + ours, INTRODUCTION_RECORD)
    return _stranger(session, identity, record)


def answer_pair(door: Door, preamble: Preamble, opening: bytes) -> Steps:
    """Answer who knows the token of our announcement; anybody else meets silence."""
    handshake = begin_handshake(preamble, door.identity, is_initiator=False)
    token = handshake.read_message(opening)[:TOKEN_BYTES]
    if not any(hmac.compare_digest(token, each) for each in door.pairing_tokens):
        raise AuthenticationError("somebody who has not seen our announcement")
    yield Step(b"", 0, Claim.PAIR)
    third = yield from exchange(framed(handshake.write_message()), _THIRD)
    handshake.read_message(third)
    session = handshake.split()
    record = yield from exchange(b"", INTRODUCTION_RECORD)
    stranger = _stranger(session, door.identity, record)
    yield Step(sealed_introduction(session, door.identity, door.introduction), 0)
    return stranger


def _stranger(session: Session, identity: LocalIdentity, record: bytes) -> PairEstablished:
    keys, proposed = opened_introduction(session, identity, record)
    return PairEstablished(session, keys, proposed.name, proposed.computer)
