"""Asking a friend to dial back: the two messages, and what shows that the call is theirs (§20)."""

from typing import Annotated

from msgspec import Meta

from byhand.domain.codes import Code
from byhand.domain.profile import HIGHEST_PORT, LOWEST_PORT
from byhand.noise.handshake_state import Session
from byhand.protocol.credentials import LaneTicket
from byhand.protocol.fields import Unsigned32
from byhand.protocol.message import Message
from byhand.protocol.preamble import TAG_BYTES, LaneCipher


class DialBack(Message, frozen=True):
    """Dial this port at the address that I have in this session; `number` names the request."""

    number: Unsigned32
    port: Annotated[int, Meta(ge=LOWEST_PORT, le=HIGHEST_PORT)]


class DialResult(Message, frozen=True):
    """What came of a request: OK, UNREACHABLE, BUSY with another one, or LIMIT: too many."""

    number: Unsigned32
    code: Code


class DialBackTicket(LaneTicket):
    """Opens the door to a call that was asked for, and to no lane."""

    __slots__ = ()


def dial_back_ticket(session: Session, number: int, *, is_ours: bool) -> DialBackTicket:
    """Return what the call of a request is known by; `is_ours`: this side has asked for it.

    Only the two ends of the session can make it, and it is good for nothing but that call.
    """
    asker = 0 if session.is_initiator == is_ours else 1
    which = number.to_bytes(4, "little") + bytes([asker])
    tag = session.exporter(b"byhand/v1/dial-back-tag" + which)[:TAG_BYTES]
    psk = session.exporter(b"byhand/v1/dial-back" + which)
    cipher = LaneCipher.CHACHAPOLY
    return DialBackTicket(tag, number, asker, psk, session.handshake_hash, cipher)
