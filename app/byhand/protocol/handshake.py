"""From an open connection to an established session, as generators without I/O (§5, §6, §7).

A driver sends `step.send`, receives exactly `step.wanted` bytes, sends these into the generator,
and goes on until it returns. After an error nothing more may be sent.
"""

import hmac
from collections.abc import Collection, Generator, Iterable
from dataclasses import dataclass, field
from typing import Final, Protocol, TypeAlias

from byhand.domain.identity import FriendId, PublicKeys
from byhand.errors import AuthenticationError, RemoteProtocolError
from byhand.noise.handshake_state import HandshakeState, Session
from byhand.noise.primitives import DHLEN, TAG_SIZE
from byhand.protocol import bind
from byhand.protocol.credentials import (
    SELECTOR_BYTES,
    Introduction,
    InviteSecret,
    LocalIdentity,
    PinnedFriend,
    invite_selector,
)
from byhand.protocol.preamble import (
    MAC1_BYTES,
    PREAMBLE_BYTES,
    TAG_BYTES,
    LaneCipher,
    Preamble,
    Use,
    decode_preamble,
    encode_preamble,
    lane_prologue,
    mac1,
    prologue,
)
from byhand.protocol.records import LENGTH_BYTES, framed, open_record, seal
from byhand.protocol.steps import Claim, Step

TIMESTAMP_BYTES: Final = 12
FUTURE_LIMIT_NS: Final = 48 * 3600 * 10**9

_SEALED_KEY: Final = DHLEN + TAG_SIZE
_FRIEND: Final = Preamble(Use.FRIEND, DHLEN + _SEALED_KEY + TIMESTAMP_BYTES + TAG_SIZE)
_INVITE: Final = Preamble(Use.INVITE, DHLEN + SELECTOR_BYTES + TAG_SIZE)
_LANE_FIRST: Final = DHLEN + TAG_SIZE
_SHORT_SECOND: Final = (DHLEN + TAG_SIZE,)
_INVITE_SECOND: Final = (DHLEN + _SEALED_KEY + TAG_SIZE,)
_INVITE_THIRD: Final = (_SEALED_KEY + TAG_SIZE,)


@dataclass(frozen=True, slots=True)
class LaneTicket:
    """What one lane is opened with, once; the same at both ends of its control session.

    `direction` 0 means that data flows from the initiator of the control session.
    """

    tag: bytes = field(repr=False)
    index: int
    direction: int
    psk: bytes = field(repr=False)
    control_hash: bytes = field(repr=False)
    cipher: LaneCipher


@dataclass(frozen=True, slots=True)
class FriendEstablished:
    """A session with a pinned friend; the timestamp is confirmed now and to be stored."""

    session: Session
    friend_id: FriendId
    timestamp_ns: int


@dataclass(frozen=True, slots=True)
class InviteEstablished:
    """A session with a newcomer who holds the invite of `psk_invite`; names as they propose them.

    `psk_friend` is what both sides pin for later.
    """

    session: Session
    keys: PublicKeys
    name: str
    computer: str
    psk_invite: bytes = field(repr=False)
    psk_friend: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class LaneEstablished:
    """A session for one lane."""

    session: Session
    ticket: LaneTicket


Established: TypeAlias = FriendEstablished | InviteEstablished | LaneEstablished
Steps: TypeAlias = Generator[Step, bytes, Established]


class Door(Protocol):
    """What an answering side knows: who it is and whom it lets in. Called between two steps."""

    @property
    def identity(self) -> LocalIdentity:
        """Our keys."""

    @property
    def introduction(self) -> Introduction:
        """The names we propose."""

    def friend_by_static(self, x25519: bytes) -> PinnedFriend | None:
        """Return the friend who has this key, unless blocked or unknown."""

    def open_invites(self) -> Iterable[InviteSecret]:
        """Return the invites that may be used, our own and those we were given."""

    def lane_by_tag(self, tag: bytes) -> LaneTicket | None:
        """Return an announced lane's ticket and forget it: it works once."""

    def now_ns(self) -> int:
        """Return the time in Unix nanoseconds."""


def lane_ticket(session: Session, index: int, direction: int, cipher: int) -> LaneTicket:
    """Return the ticket of a lane of this control session; both ends make the same."""
    number = index.to_bytes(4, "little")
    tag = session.exporter(b"byhand/v1/lane-tag" + number)[:TAG_BYTES]
    psk = session.exporter(b"byhand/v1/lane" + number)
    return LaneTicket(tag, index, direction, psk, session.handshake_hash, LaneCipher(cipher))


def call_friend(identity: LocalIdentity, friend: PinnedFriend, now_ns: int) -> Steps:
    """Dial a friend; ends in FriendEstablished. Raises RemoteProtocolError."""
    timestamp = max(now_ns, friend.last_timestamp + 1)
    handshake = _handshake(_FRIEND, identity, is_initiator=True, rs=friend.keys.x25519)
    handshake.set_psk(friend.psk)
    first = handshake.write_message(timestamp.to_bytes(TIMESTAMP_BYTES, "big"))
    opening = encode_preamble(_FRIEND) + first
    second = yield from _exchange(opening + mac1(friend.keys.x25519, opening), _SHORT_SECOND)
    handshake.read_message(second)
    session = handshake.split()
    ours = bind.encode_bind(identity, session.handshake_hash)
    record = yield from _exchange(seal(session.sending, ours), bind.BIND_RECORD)
    bind.verify_bind(open_record(session.receiving, record), session.handshake_hash, friend.keys)
    return FriendEstablished(session, friend.friend_id, timestamp)


def use_invite(identity: LocalIdentity, introduction: Introduction, invite: InviteSecret) -> Steps:
    """Dial whoever holds the other end of an invite; ends in InviteEstablished.

    Raises RemoteProtocolError, of that AuthenticationError if the invite names somebody else.
    """
    handshake = _handshake(_INVITE, identity, is_initiator=True)
    handshake.set_psk(invite.psk)
    first = handshake.write_message(invite_selector(invite.psk, handshake.local_ephemeral))
    second = yield from _exchange(encode_preamble(_INVITE) + first, _INVITE_SECOND)
    handshake.read_message(second)
    third = framed(handshake.write_message())
    session = handshake.split()
    ours = bind.encode_introduction(identity, introduction, session.handshake_hash)
    record = yield from _exchange(third + seal(session.sending, ours), bind.INTRODUCTION_RECORD)
    return _newcomer(session, record, invite)


def open_lane(ticket: LaneTicket) -> Steps:
    """Dial a lane; ends in LaneEstablished. Raises RemoteProtocolError."""
    preamble = Preamble(Use.LANE, _LANE_FIRST, ticket.cipher)
    handshake = _lane_handshake(preamble, ticket, is_initiator=True)
    opening = encode_preamble(preamble) + ticket.tag + handshake.write_message()
    second = yield from _exchange(opening, _SHORT_SECOND)
    handshake.read_message(second)
    return LaneEstablished(handshake.split(), ticket)


def answer(door: Door) -> Steps:
    """Answer whoever dialled us; ends in any of the three. Raises RemoteProtocolError.

    Strangers hear nothing: the first byte is sent once a key, an invite or a lane is known. The
    claim of a first message comes before the first Diffie-Hellman for it.
    """
    preamble = decode_preamble((yield Step(b"", PREAMBLE_BYTES)))
    answer_use = _ANSWERS.get(preamble.use)
    if answer_use is None:
        raise RemoteProtocolError(f"use {preamble.use.name} is not answered here")
    opening = yield Step(b"", preamble.opening_bytes)
    return (yield from answer_use(door, preamble, opening))


def _answer_friend(door: Door, preamble: Preamble, opening: bytes) -> Steps:
    first, mac = opening[:-MAC1_BYTES], opening[-MAC1_BYTES:]
    covered = encode_preamble(preamble) + first
    if not hmac.compare_digest(mac, mac1(door.identity.keys.x25519, covered)):
        raise AuthenticationError("somebody who does not know our key")
    yield Step(b"", 0, Claim.FRIEND)
    handshake = _handshake(preamble, door.identity, is_initiator=False)
    timestamp = int.from_bytes(handshake.read_message(first)[:TIMESTAMP_BYTES], "big")
    friend = door.friend_by_static(handshake.remote_static or b"")
    if friend is None:
        raise AuthenticationError("nobody we know")
    latest = max(door.now_ns(), friend.last_timestamp) + FUTURE_LIMIT_NS
    if not friend.last_timestamp < timestamp <= latest:
        raise AuthenticationError("a first message from the past, or too far in the future")
    handshake.set_psk(friend.psk)
    second = framed(handshake.write_message())
    session = handshake.split()
    record = yield from _exchange(second, bind.BIND_RECORD)
    bind.verify_bind(open_record(session.receiving, record), session.handshake_hash, friend.keys)
    yield Step(seal(session.sending, bind.encode_bind(door.identity, session.handshake_hash)), 0)
    return FriendEstablished(session, friend.friend_id, timestamp)


def _answer_invite(door: Door, preamble: Preamble, opening: bytes) -> Steps:
    handshake = _handshake(preamble, door.identity, is_initiator=False)
    selector = handshake.read_message(opening)[:SELECTOR_BYTES]
    invite = _selected(door, selector, handshake.remote_ephemeral or b"")
    yield Step(b"", 0, Claim.INVITE)
    handshake.set_psk(invite.psk)
    third = yield from _exchange(framed(handshake.write_message()), _INVITE_THIRD)
    handshake.read_message(third)
    session = handshake.split()
    record = yield from _exchange(b"", bind.INTRODUCTION_RECORD)
    newcomer = _newcomer(session, record, invite)
    ours = bind.encode_introduction(door.identity, door.introduction, session.handshake_hash)
    yield Step(seal(session.sending, ours), 0)
    return newcomer


def _answer_lane(door: Door, preamble: Preamble, opening: bytes) -> Steps:
    tag, first = opening[:TAG_BYTES], opening[TAG_BYTES:]
    ticket = door.lane_by_tag(tag)
    if ticket is None or ticket.cipher is not preamble.cipher:
        raise AuthenticationError("a lane that was not announced")
    yield Step(b"", 0, Claim.LANE)
    handshake = _lane_handshake(preamble, ticket, is_initiator=False)
    handshake.read_message(first)
    yield Step(framed(handshake.write_message()), 0)
    return LaneEstablished(handshake.split(), ticket)


_ANSWERS: Final = {
    Use.INVITE: _answer_invite,
    Use.FRIEND: _answer_friend,
    Use.LANE: _answer_lane,
}


def _exchange(send: bytes, sizes: Collection[int]) -> Generator[Step, bytes, bytes]:
    """Send, then return the next Noise message, which must be of one of these sizes."""
    size = int.from_bytes((yield Step(send, LENGTH_BYTES)), "big")
    if size not in sizes:
        raise RemoteProtocolError(f"a handshake message of {size} bytes")
    return (yield Step(b"", size))


def _handshake(
    preamble: Preamble, identity: LocalIdentity, *, is_initiator: bool, rs: bytes | None = None
) -> HandshakeState:
    name = preamble.noise_protocol_name
    return HandshakeState(name, is_initiator, prologue(preamble), identity.x25519, rs=rs)


def _lane_handshake(
    preamble: Preamble, ticket: LaneTicket, *, is_initiator: bool
) -> HandshakeState:
    return HandshakeState(
        preamble.noise_protocol_name,
        is_initiator,
        lane_prologue(preamble, ticket.tag, ticket.control_hash, ticket.index, ticket.direction),
        psks=(ticket.psk,),
    )


def _selected(door: Door, selector: bytes, ephemeral: bytes) -> InviteSecret:
    now = door.now_ns() // 10**9
    for invite in door.open_invites():
        is_meant = hmac.compare_digest(selector, invite_selector(invite.psk, ephemeral))
        if is_meant and now < invite.expires_at:
            return invite
    raise AuthenticationError("no open invite")


def _newcomer(session: Session, record: bytes, invite: InviteSecret) -> InviteEstablished:
    content = open_record(session.receiving, record)
    keys, proposed = bind.decode_introduction(
        content, session.handshake_hash, session.remote_static or b""
    )
    if invite.friend_id is not None and invite.friend_id != keys.friend_id:
        raise AuthenticationError("somebody else than the invite names")
    psk_friend = session.exporter(b"byhand/v1/friend")
    return InviteEstablished(
        session, keys, proposed.name, proposed.computer, invite.psk, psk_friend
    )
