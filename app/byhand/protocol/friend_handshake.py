"""Two friends meet: use 3, in which each side knows the other's keys already (§5)."""

import hmac
from collections.abc import Generator
from dataclasses import dataclass, field
from typing import Final

from byhand.domain.identity import FriendId
from byhand.errors import AuthenticationError
from byhand.noise.handshake_state import Session
from byhand.noise.primitives import DHLEN, TAG_SIZE
from byhand.protocol import bind
from byhand.protocol.credentials import LocalIdentity, PinnedFriend
from byhand.protocol.door import Door
from byhand.protocol.handshake_steps import SEALED_KEY, Claim, Step, begin_handshake, exchange
from byhand.protocol.preamble import MAC1_BYTES, Preamble, Use, encode_preamble, mac1
from byhand.protocol.records import framed, open_record, seal

TIMESTAMP_BYTES: Final = 12
FUTURE_LIMIT_NS: Final = 48 * 3600 * 10**9

_FRIEND: Final = Preamble(Use.FRIEND, DHLEN + SEALED_KEY + TIMESTAMP_BYTES + TAG_SIZE)
_SECOND: Final = (DHLEN + TAG_SIZE,)


@dataclass(frozen=True, slots=True)
class FriendEstablished:
    """A session with a pinned friend; the timestamp is confirmed now and to be stored.

    `psk` is the shared secret that the other side holds, too.
    """

    session: Session
    friend_id: FriendId
    timestamp_ns: int
    psk: bytes = field(repr=False)


Steps = Generator[Step, bytes, FriendEstablished]


def call_friend(identity: LocalIdentity, friend: PinnedFriend, now_ns: int) -> Steps:
    """Dial a friend; ends in FriendEstablished. Raises RemoteProtocolError."""
    timestamp = max(now_ns, friend.last_timestamp + 1)
    handshake = begin_handshake(_FRIEND, identity, is_initiator=True, rs=friend.keys.x25519)
    handshake.set_psk(friend.psk)
    first = handshake.write_message(timestamp.to_bytes(TIMESTAMP_BYTES, "big"))
    opening = encode_preamble(_FRIEND) + first
    second = yield from exchange(opening + mac1(friend.keys.x25519, opening), _SECOND)
    handshake.read_message(second)
    session = handshake.split()
    ours = bind.encode_bind(identity, session.handshake_hash)
    record = yield from exchange(seal(session.sending, ours), bind.BIND_RECORD)
    bind.verify_bind(open_record(session.receiving, record), session.handshake_hash, friend.keys)
    return FriendEstablished(session, friend.friend_id, timestamp, friend.psk)


def answer_friend(door: Door, preamble: Preamble, opening: bytes) -> Steps:
    """Answer a friend; a stranger, an old timestamp or a wrong mac1 meets silence."""
    first, mac = opening[:-MAC1_BYTES], opening[-MAC1_BYTES:]
    covered = encode_preamble(preamble) + first
    if not hmac.compare_digest(mac, mac1(door.identity.keys.x25519, covered)):
        raise AuthenticationError("somebody who does not know our key")
    yield Step(b"", 0, Claim.FRIEND)
    handshake = begin_handshake(preamble, door.identity, is_initiator=False)
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
    record = yield from exchange(second, bind.BIND_RECORD)
    bind.verify_bind(open_record(session.receiving, record), session.handshake_hash, friend.keys)
    yield Step(seal(session.sending, bind.encode_bind(door.identity, session.handshake_hash)), 0)
    return FriendEstablished(session, friend.friend_id, timestamp, friend.psk)
