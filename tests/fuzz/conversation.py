"""A stranger's side of a handshake, made of arbitrary bytes but for what any attacker can make."""

import hashlib
from collections.abc import Callable
from typing import Final

from byhand.errors import RemoteProtocolError
from byhand.noise.handshake_state import HandshakeState
from byhand.noise.primitives import KeyPair
from byhand.protocol.handshake import Step, Steps, answer, call_friend, open_member
from byhand.protocol.preamble import (
    RULES,
    Preamble,
    Use,
    encode_preamble,
    mac1,
    prologue,
)
from byhand.protocol.records import framed, seal
from tests.helpers.connection_pair import (
    ALICE,
    BOB,
    BOB_AS_FRIEND,
    INVITE_PSK,
    NOW_NS,
    TOKEN,
    FakeDoor,
    member_tickets,
)

_EPHEMERAL: Final = KeyPair.from_private(bytes(range(1, 33)))


def answer_stranger(data: bytes) -> None:
    """Let one way of attack, chosen by the first byte, have the rest of the bytes."""
    way = _WAYS[(data[0] if data else 0) % len(_WAYS)]
    try:
        way(data[1:])
    except RemoteProtocolError:
        return


def _raw(data: bytes) -> None:
    """Send the bytes as they are."""
    _feed(answer(FakeDoor()), data)


def _with_our_key(data: bytes) -> None:
    """Know Bob's key, as a removed friend does: a right preamble and mac1 round any bytes."""
    use = Use.FRIEND
    first = data[: RULES[use].first_message.stop - 1].ljust(RULES[use].first_message.start, b"\0")
    opening = encode_preamble(Preamble(use, len(first))) + first
    _feed(answer(FakeDoor()), opening + mac1(BOB.keys.x25519, opening) + data)


def _with_any_timestamp(data: bytes) -> None:
    """Be Alice, who may put what she likes into the payload, and goes on with any bytes."""
    payload = data[:64].ljust(12, b"\0")
    handshake = _initiator(Use.FRIEND, len(payload) + 96, BOB.keys.x25519)
    handshake.set_psk(BOB_AS_FRIEND.psk)
    opening = encode_preamble(Preamble(Use.FRIEND, len(payload) + 96))
    opening += handshake.write_message(payload)
    _feed(answer(FakeDoor()), opening + mac1(BOB.keys.x25519, opening) + data[64:])


def _with_a_link(data: bytes) -> None:
    """Hold an invite: the handshake is right, the introduction is any bytes."""
    preamble = Preamble(Use.INVITE, 64)
    handshake = _initiator(Use.INVITE, preamble.first_message_bytes)
    handshake.set_psk(INVITE_PSK)
    selector = hashlib.blake2s(
        b"byhand/v1/invite" + handshake.local_ephemeral, key=INVITE_PSK, digest_size=16
    ).digest()
    door = answer(FakeDoor())
    next(door)
    door.send(encode_preamble(preamble))
    _answer_by_introduction(door, handshake, handshake.write_message(selector), data)


def _with_a_token(data: bytes) -> None:
    """Have seen the announcement of somebody who is pairing: the introduction is any bytes."""
    preamble = Preamble(Use.PAIR, 40)
    handshake = _initiator(Use.PAIR, preamble.first_message_bytes)
    door = answer(FakeDoor(pairing_tokens=(TOKEN,)))
    next(door)
    door.send(encode_preamble(preamble))
    _answer_by_introduction(door, handshake, handshake.write_message(TOKEN), data)


def _with_a_ticket(data: bytes) -> None:
    """Have seen a member call: their first message comes again, and any bytes after it."""
    dialling, answering = member_tickets()
    opening = next(open_member(dialling)).send
    _feed(answer(FakeDoor(members={answering.own_tag: answering})), opening + data)


def _answer_by_introduction(
    door: Steps, handshake: HandshakeState, first: bytes, introduction: bytes
) -> None:
    step = door.send(first)
    while not step.send:  # it says what has been shown before it computes anything
        step = door.send(b"")
    handshake.read_message(step.send[2:])
    third = framed(handshake.write_message())
    _feed(door, third + seal(handshake.split().sending, introduction), started=Step(b"", 2))


def _as_friend_called(data: bytes) -> None:
    """Be called by Alice and answer any bytes."""
    _feed(call_friend(ALICE, BOB_AS_FRIEND, NOW_NS), data)


_WAYS: Final[tuple[Callable[[bytes], None], ...]] = (
    _raw,
    _with_our_key,
    _with_any_timestamp,
    _with_a_link,
    _with_a_token,
    _as_friend_called,
    _with_a_ticket,
)


def _initiator(use: Use, size: int, responder: bytes | None = None) -> HandshakeState:
    preamble = Preamble(use, size)
    return HandshakeState(
        preamble.noise_protocol_name,
        True,
        prologue(preamble),
        ALICE.x25519,
        e=_EPHEMERAL,
        rs=responder,
    )


def _feed(steps: Steps, data: bytes, started: Step | None = None) -> None:
    """Give the steps what they want until the bytes are used up; nobody may get through."""
    try:
        step = next(steps) if started is None else started
        while len(data) >= step.wanted:
            received, data = data[: step.wanted], data[step.wanted :]
            step = steps.send(received)
    except StopIteration:
        raise AssertionError("somebody got through who should not") from None
    finally:
        steps.close()
