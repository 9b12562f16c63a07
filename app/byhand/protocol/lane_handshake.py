"""Opening a lane: use 4, for which a control session has made a ticket (§7)."""

from collections.abc import Generator
from typing import Final

from msgspec import Struct

from byhand.errors import AuthenticationError
from byhand.noise.handshake_state import HandshakeState, Session
from byhand.noise.primitives import DHLEN, TAG_SIZE
from byhand.protocol.credentials import LaneTicket
from byhand.protocol.door import Door
from byhand.protocol.handshake_steps import Claim, Step, exchange
from byhand.protocol.preamble import TAG_BYTES, Preamble, Use, encode_preamble, lane_prologue
from byhand.protocol.records import framed

_FIRST: Final = DHLEN + TAG_SIZE
_SECOND: Final = (DHLEN + TAG_SIZE,)


class LaneEstablished(Struct, frozen=True):
    """A session for one lane."""

    session: Session
    ticket: LaneTicket


Steps = Generator[Step, bytes, LaneEstablished]


def open_lane(ticket: LaneTicket) -> Steps:
    """Dial a lane; ends in LaneEstablished. Raises RemoteProtocolError."""
    preamble = Preamble(Use.LANE, _FIRST, ticket.cipher)
    handshake = _handshake(preamble, ticket, is_initiator=True)
    opening = encode_preamble(preamble) + ticket.tag + handshake.write_message()
    second = yield from exchange(opening, _SECOND)
    handshake.read_message(second)
    return LaneEstablished(handshake.split(), ticket)


def answer_lane(door: Door, preamble: Preamble, opening: bytes) -> Steps:
    """Answer a lane that was announced; any other tag meets silence."""
    tag, first = opening[:TAG_BYTES], opening[TAG_BYTES:]
    ticket = door.lane_by_tag(tag)
    if ticket is None or ticket.cipher is not preamble.cipher:
        raise AuthenticationError("a lane that was not announced")
    yield Step(b"", 0, Claim.LANE)
    handshake = _handshake(preamble, ticket, is_initiator=False)
    handshake.read_message(first)
    yield Step(framed(handshake.write_message()), 0)
    return LaneEstablished(handshake.split(), ticket)


def _handshake(preamble: Preamble, ticket: LaneTicket, *, is_initiator: bool) -> HandshakeState:
    return HandshakeState(
        preamble.noise_protocol_name,
        is_initiator,
        lane_prologue(preamble, ticket.tag, ticket.control_hash, ticket.index, ticket.direction),
        psks=(ticket.psk,),
    )
