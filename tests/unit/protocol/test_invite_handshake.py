"""Use 2, where the other end of an invite does not take whoever comes."""

from collections.abc import Generator

import pytest

from byhand.domain.codes import Code
from byhand.domain.identity import PublicKeys
from byhand.errors import InviteRefusedError, RemoteProtocolError
from byhand.protocol.handshake import InviteEstablished, Step, answer, use_invite
from byhand.protocol.handshake_steps import begin_handshake, exchange
from byhand.protocol.preamble import PREAMBLE_BYTES, decode_preamble
from byhand.protocol.records import framed, seal
from tests.helpers.connection_pair import (
    ALICE,
    ALICE_INTRODUCED,
    BOB,
    BOBS_INVITE,
    INVITE_PSK,
    FakeDoor,
    HandshakeEnd,
    Tamper,
    run_ends,
)

REFUSAL = 2 + 1 + 16


def flipped(sent: bytes) -> bytes:
    """What was sent with its last bit another."""
    return sent[:-1] + bytes([sent[-1] ^ 1])


def refused(code: Code, tamper: Tamper = bytes) -> tuple[HandshakeEnd, HandshakeEnd]:
    """Let Alice use an invite that Bob refuses her; neither may have established anything."""
    alice = HandshakeEnd(use_invite(ALICE, ALICE_INTRODUCED, BOBS_INVITE))
    bob = HandshakeEnd(answer(FakeDoor(refusal=code)))
    with pytest.raises(RemoteProtocolError):
        run_ends(alice, bob, tamper)
    return alice, bob


@pytest.mark.parametrize("code", [Code.DENIED, Code.EXPIRED, Code.BUSY])
def test_who_uses_a_link_that_is_used_up_hears_why_and_nothing_else(code: Code) -> None:
    alice, bob = refused(code)
    assert not alice.is_done
    assert not bob.is_done
    assert len(bob.sent[-1]) == REFUSAL
    with pytest.raises(InviteRefusedError) as caught:
        alice.run()
    assert caught.value.code == code


def test_a_refusal_is_sealed_like_everything_else() -> None:
    alice, _ = refused(Code.DENIED, lambda sent: flipped(sent) if len(sent) == REFUSAL else sent)
    with pytest.raises(RemoteProtocolError) as caught:
        alice.run()
    assert not isinstance(caught.value, InviteRefusedError)


def bob_who_says(content: bytes) -> Generator[Step, bytes, InviteEstablished]:
    """Bob's side by other software, which sends this in place of his introduction."""
    preamble = decode_preamble((yield Step(b"", PREAMBLE_BYTES)))
    opening = yield Step(b"", preamble.opening_bytes)
    handshake = begin_handshake(preamble, BOB, is_initiator=False)
    handshake.set_psk(INVITE_PSK)
    handshake.read_message(opening)
    third = yield from exchange(framed(handshake.write_message()), (64,))
    handshake.read_message(third)
    session = handshake.split()
    yield from exchange(b"", range(1024))
    yield Step(seal(session.sending, content), 1)
    raise AssertionError("nothing more comes")


@pytest.mark.parametrize(
    ("content", "code"), [(b"\x0c", Code.DENIED), (b"\x14", Code.EXPIRED), (b"\xff", Code.INTERNAL)]
)
def test_a_refusal_is_one_byte_and_a_later_versions_code_is_taken(
    content: bytes, code: Code
) -> None:
    alice = HandshakeEnd(use_invite(ALICE, ALICE_INTRODUCED, BOBS_INVITE))
    with pytest.raises(InviteRefusedError) as caught:
        _run_until_alice_ends(alice, content)
    assert caught.value.code == code


@pytest.mark.parametrize("content", [b"\0", b"", b"\x0c\x0c"], ids=["OK", "nothing", "two bytes"])
def test_what_is_neither_a_refusal_nor_an_introduction_is_refused(content: bytes) -> None:
    alice = HandshakeEnd(use_invite(ALICE, ALICE_INTRODUCED, BOBS_INVITE))
    with pytest.raises(RemoteProtocolError) as caught:
        _run_until_alice_ends(alice, content)
    assert not isinstance(caught.value, InviteRefusedError)
    assert not alice.is_done


def test_who_answers_is_asked_only_once_it_knows_who_comes() -> None:
    asked: list[tuple[bytes, PublicKeys]] = []

    class Door(FakeDoor):
        def invite_refusal(self, psk: bytes, newcomer: PublicKeys) -> Code:
            asked.append((psk, newcomer))
            return Code.OK

    bob = HandshakeEnd(answer(Door()))
    alice = HandshakeEnd(use_invite(ALICE, ALICE_INTRODUCED, BOBS_INVITE))
    with pytest.raises(RemoteProtocolError):  # her introduction does not verify
        run_ends(alice, bob, lambda sent: flipped(sent) if len(sent) > 150 else sent)
    assert not asked
    run_ends(
        HandshakeEnd(use_invite(ALICE, ALICE_INTRODUCED, BOBS_INVITE)), HandshakeEnd(answer(Door()))
    )
    assert asked == [(INVITE_PSK, ALICE.keys)]


def _run_until_alice_ends(alice: HandshakeEnd, content: bytes) -> None:
    bob = HandshakeEnd(bob_who_says(content))
    for _ in range(2):
        alice.run()
        bob.inbox += alice.sent[-1]
        bob.run()
        alice.inbox += bob.sent[-1] if len(bob.sent) == len(alice.sent) else b""
    alice.run()
