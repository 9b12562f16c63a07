"""Opening a lane: use 4, for which a control session has made a ticket (§7)."""

from collections.abc import Generator

from msgspec import Struct

from byhand.errors import AuthenticationError
from byhand.noise.handshake_state import HandshakeState, Session
from byhand.protocol.credentials import LaneTicket
from byhand.protocol.door import Door
from byhand.protocol.handshake_steps import Claim, Step
from byhand.protocol.preamble import TAG_BYTES, Preamble, Use, lane_prologue
from byhand.protocol.ticket_steps import FIRST_MESSAGE_BYTES, answer_tag, dial_tag, with_key


class LaneEstablished(Struct, frozen=True):
    """A session for one lane."""

    session: Session
    ticket: LaneTicket


Steps = Generator[Step, bytes, LaneEstablished]


def open_lane(ticket: LaneTicket) -> Steps:
    """Dial a lane; ends in LaneEstablished. Raises RemoteProtocolError."""
    preamble = Preamble(Use.LANE, FIRST_MESSAGE_BYTES, ticket.cipher)
    handshake = _handshake(preamble, ticket, is_initiator=True)
    session = yield from dial_tag(preamble, ticket.tag, handshake)
    return LaneEstablished(session, ticket)


def answer_lane(door: Door, preamble: Preamble, opening: bytes) -> Steps:
    """Answer a lane that was announced; any other tag meets silence."""
    tag, first = opening[:TAG_BYTES], opening[TAG_BYTES:]
    ticket = door.lane_by_tag(tag)
    if ticket is None or ticket.cipher is not preamble.cipher:
        raise AuthenticationError("a lane that was not announced")
    handshake = _handshake(preamble, ticket, is_initiator=False)
    session = yield from answer_tag(Claim.LANE, handshake, first)
    return LaneEstablished(session, ticket)


def _handshake(preamble: Preamble, ticket: LaneTicket, *, is_initiator: bool) -> HandshakeState:
    place = ticket.control_hash, ticket.index, ticket.direction
    prologue = lane_prologue(preamble, ticket.tag, *place)
    return with_key(preamble, prologue, ticket.psk, is_initiator=is_initiator)
