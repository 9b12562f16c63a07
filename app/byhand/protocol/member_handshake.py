"""Two members of a group meet: use 5, with the ticket that the sender has given both (§22)."""

from collections.abc import Generator

from msgspec import Struct

from byhand.errors import AuthenticationError
from byhand.noise.handshake_state import HandshakeState, Session
from byhand.protocol.credentials import MemberTicket
from byhand.protocol.door import Door
from byhand.protocol.handshake_steps import Claim, Step, exchange
from byhand.protocol.preamble import TAG_BYTES, Preamble, Use, member_prologue
from byhand.protocol.records import SEAL_BYTES, open_record, seal
from byhand.protocol.ticket_steps import FIRST_MESSAGE_BYTES, answer_tag, dial_tag, with_key

_CONFIRMATION = (SEAL_BYTES,)


class MemberEstablished(Struct, frozen=True):
    """A session with the other member of a ticket's pair; whoever it is, they hold its key."""

    session: Session
    ticket: MemberTicket


Steps = Generator[Step, bytes, MemberEstablished]


def open_member(ticket: MemberTicket) -> Steps:
    """Dial another member; ends in MemberEstablished. Raises RemoteProtocolError."""
    preamble = Preamble(Use.MEMBER, FIRST_MESSAGE_BYTES, ticket.cipher)
    handshake = _handshake(preamble, ticket, is_initiator=True)
    session = yield from dial_tag(preamble, ticket.their_tag, handshake)
    yield Step(seal(session.sending, b""), 0)
    return MemberEstablished(session, ticket)


def answer_member(door: Door, preamble: Preamble, opening: bytes) -> Steps:
    """Answer another member; any tag but that of a ticket which may be used now meets silence.

    A tag may be used again once its connection is lost: only an empty record shows that the first
    message is not one that came before.
    """
    tag, first = opening[:TAG_BYTES], opening[TAG_BYTES:]
    ticket = door.member_by_tag(tag)
    if ticket is None or ticket.cipher is not preamble.cipher:
        raise AuthenticationError("a member whom nobody told us of")
    handshake = _handshake(preamble, ticket, is_initiator=False)
    session = yield from answer_tag(Claim.MEMBER, handshake, first)
    record = yield from exchange(b"", _CONFIRMATION)
    open_record(session.receiving, record)
    return MemberEstablished(session, ticket)


def _handshake(preamble: Preamble, ticket: MemberTicket, *, is_initiator: bool) -> HandshakeState:
    own, their = ticket.own_tag, ticket.their_tag
    dialler, listener = (own, their) if is_initiator else (their, own)
    prologue = member_prologue(preamble, ticket.group_id, dialler, listener)
    return with_key(preamble, prologue, ticket.key, is_initiator=is_initiator)
