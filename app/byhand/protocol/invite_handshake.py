"""Two strangers become friends by a secret that both hold: use 2 (§5)."""

import hmac
from collections.abc import Generator
from dataclasses import dataclass, field
from typing import Final

from byhand.domain.codes import Code
from byhand.domain.identity import PublicKeys
from byhand.errors import AuthenticationError, InviteRefusedError, RemoteProtocolError
from byhand.noise.handshake_state import Session
from byhand.noise.primitives import DHLEN, TAG_SIZE
from byhand.protocol.bind import INTRODUCTION_RECORD
from byhand.protocol.credentials import (
    SELECTOR_BYTES,
    Introduction,
    InviteSecret,
    LocalIdentity,
    invite_selector,
)
from byhand.protocol.door import Door
from byhand.protocol.handshake_steps import SEALED_KEY, Claim, Step, begin_handshake, exchange
from byhand.protocol.newcomer import friend_psk, opened_introduction, sealed_introduction
from byhand.protocol.preamble import Preamble, Use, encode_preamble
from byhand.protocol.records import framed, open_record, seal

_INVITE: Final = Preamble(Use.INVITE, DHLEN + SELECTOR_BYTES + TAG_SIZE)
_SECOND: Final = (DHLEN + SEALED_KEY + TAG_SIZE,)
_THIRD: Final = (SEALED_KEY + TAG_SIZE,)
_REFUSAL_RECORD: Final = 1 + TAG_SIZE


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


Steps = Generator[Step, bytes, InviteEstablished]


def use_invite(identity: LocalIdentity, introduction: Introduction, invite: InviteSecret) -> Steps:
    """Dial whoever holds the other end of an invite; ends in InviteEstablished.

    Raises InviteRefusedError if they do not take us, RemoteProtocolError, of that
    AuthenticationError if the invite names somebody else.
    """
    handshake = begin_handshake(_INVITE, identity, is_initiator=True)
    handshake.set_psk(invite.psk)
    first = handshake.write_message(invite_selector(invite.psk, handshake.local_ephemeral))
    second = yield from exchange(encode_preamble(_INVITE) + first, _SECOND)
    handshake.read_message(second)
    third = framed(handshake.write_message())
    session = handshake.split()
    ours = sealed_introduction(session, identity, introduction)
    record = yield from exchange(third + ours, (_REFUSAL_RECORD, *INTRODUCTION_RECORD))
    if len(record) == _REFUSAL_RECORD:
        raise InviteRefusedError(_refusal(open_record(session.receiving, record)))
    return _newcomer(session, identity, record, invite)


def answer_invite(door: Door, preamble: Preamble, opening: bytes) -> Steps:
    """Answer who holds an invite; if none is meant, silence, if they may not use it, why not."""
    handshake = begin_handshake(preamble, door.identity, is_initiator=False)
    selector = handshake.read_message(opening)[:SELECTOR_BYTES]
    invite = _selected(door, selector, handshake.remote_ephemeral or b"")
    yield Step(b"", 0, Claim.INVITE)
    handshake.set_psk(invite.psk)
    third = yield from exchange(framed(handshake.write_message()), _THIRD)
    handshake.read_message(third)
    session = handshake.split()
    record = yield from exchange(b"", INTRODUCTION_RECORD)
    newcomer = _newcomer(session, door.identity, record, invite)
    refusal = door.invite_refusal(invite.psk, newcomer.keys)
    if refusal is not Code.OK:
        yield Step(seal(session.sending, bytes([refusal])), 0)
        raise RemoteProtocolError(f"a newcomer who is refused: {refusal.name}")
    yield Step(sealed_introduction(session, door.identity, door.introduction), 0)
    return newcomer


def _refusal(content: bytes) -> Code:
    refusal = Code(content[0])
    if refusal is Code.OK:
        raise RemoteProtocolError("a refusal that refuses nothing")
    return refusal


def _selected(door: Door, selector: bytes, ephemeral: bytes) -> InviteSecret:
    now = door.now_ns() // 10**9
    for invite in door.open_invites():
        is_meant = hmac.compare_digest(selector, invite_selector(invite.psk, ephemeral))
        if is_meant and now < invite.expires_at:
            return invite
    raise AuthenticationError("no open invite")


def _newcomer(
    session: Session, identity: LocalIdentity, record: bytes, invite: InviteSecret
) -> InviteEstablished:
    keys, proposed = opened_introduction(session, identity, record)
    if invite.friend_id is not None and invite.friend_id != keys.friend_id:
        raise AuthenticationError("somebody else than the invite names")
    return InviteEstablished(
        session, keys, proposed.name, proposed.computer, invite.psk, friend_psk(session)
    )
