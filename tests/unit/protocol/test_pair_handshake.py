"""Use 1: strangers in one room, before they compare codes."""

import pytest

from byhand.errors import (
    AuthenticationError,
    LocalProtocolError,
    OurselvesError,
    RemoteProtocolError,
)
from byhand.protocol.credentials import LocalIdentity
from byhand.protocol.handshake import PairEstablished, answer, pair_with
from byhand.protocol.handshake_steps import Claim
from byhand.protocol.records import open_record, seal
from tests.helpers.connection_pair import (
    ALICE,
    ALICE_INTRODUCED,
    BOB,
    BOB_INTRODUCED,
    EVE,
    TOKEN,
    FakeDoor,
    HandshakeEnd,
    meet_in_person,
    run_ends,
    run_steps,
)


def open_door(identity: LocalIdentity = BOB) -> FakeDoor:
    return FakeDoor(identity=identity, pairing_tokens=(TOKEN,))


def test_two_strangers_see_each_others_keys_and_names() -> None:
    ours, theirs = meet_in_person()
    assert (ours.keys, ours.name, ours.computer) == (BOB.keys, "Bob 🐢", "Büro")
    assert (theirs.keys, theirs.name) == (ALICE.keys, ALICE_INTRODUCED.name)
    assert ours.session.is_initiator
    assert not theirs.session.is_initiator
    record = seal(ours.session.sending, b"ping")
    assert open_record(theirs.session.receiving, record[2:]) == b"ping"
    assert ours.session.exporter(b"byhand/v1/friend") == theirs.session.exporter(
        b"byhand/v1/friend"
    )


def test_the_first_message_is_40_bytes_behind_the_preamble() -> None:
    alice = HandshakeEnd(pair_with(ALICE, ALICE_INTRODUCED, TOKEN))
    alice.run()
    assert alice.sent[0][:8] == b"BYH1\1\1\0\x28"
    assert alice.sent[0][40:] == TOKEN


def test_H10_outside_the_pairing_window_no_more_than_the_preamble_is_read() -> None:
    bob = HandshakeEnd(answer(FakeDoor()))
    bob.inbox += b"BYH1\1\1\0\x28"
    with pytest.raises(RemoteProtocolError):
        bob.run()
    assert not bob.sent


@pytest.mark.parametrize("token", [bytes(8), TOKEN[::-1], TOKEN[:7] + b"\0"])
def test_D09_a_first_message_without_the_token_meets_silence(token: bytes) -> None:
    bob = HandshakeEnd(answer(open_door()))
    with pytest.raises(AuthenticationError):
        run_ends(HandshakeEnd(pair_with(ALICE, ALICE_INTRODUCED, token)), bob)
    assert not bob.sent


def test_H10_a_window_that_closes_after_the_preamble_is_closed() -> None:
    door = open_door()
    bob = HandshakeEnd(answer(door))
    alice = HandshakeEnd(pair_with(ALICE, ALICE_INTRODUCED, TOKEN))
    alice.run()
    bob.inbox += alice.sent[0][:8]
    bob.run()
    door.pairing_tokens = ()
    bob.inbox += alice.sent[0][8:]
    with pytest.raises(AuthenticationError):
        bob.run()
    assert not bob.sent


def test_a_token_that_cannot_be_one_is_our_own_fault() -> None:
    with pytest.raises(LocalProtocolError):
        next(pair_with(ALICE, ALICE_INTRODUCED, bytes(9)))


def test_room_in_the_first_message_is_reserved() -> None:
    """Whoever sends more than the token is let in, and a token of less room is not."""
    bob = answer(open_door())
    next(bob)
    assert bob.send(b"BYH1\1\1\0\x60").wanted == 96
    assert bob.send(bytes(range(1, 33)) + TOKEN + bytes(56)).claim is Claim.PAIR
    second = bob.send(b"")
    assert len(second.send) == 2 + 96
    refused = answer(open_door())
    next(refused)
    with pytest.raises(RemoteProtocolError):
        refused.send(b"BYH1\1\1\0\x27")


def test_H09_our_own_static_key_at_the_other_end_is_refused_by_both() -> None:
    bob, mirror = (
        HandshakeEnd(pair_with(BOB, BOB_INTRODUCED, TOKEN)),
        HandshakeEnd(answer(open_door())),
    )
    with pytest.raises(OurselvesError):
        run_ends(bob, mirror)
    assert not bob.is_done
    assert not mirror.is_done


def test_H09_one_of_our_keys_with_another_partner_is_refused_whoever_dials() -> None:
    twisted = LocalIdentity.from_private(EVE.x25519.private, BOB.ed25519_private)
    bob = HandshakeEnd(answer(open_door()))
    with pytest.raises(OurselvesError):
        run_ends(HandshakeEnd(pair_with(twisted, ALICE_INTRODUCED, TOKEN)), bob)
    assert len(bob.sent) == 1  # the second message, but never who we are
    dialling = HandshakeEnd(pair_with(BOB, BOB_INTRODUCED, TOKEN))
    with pytest.raises(OurselvesError):
        run_ends(dialling, HandshakeEnd(answer(open_door(twisted))))
    assert not dialling.is_done


def test_H09_our_ephemeral_key_reflected_leads_nowhere() -> None:
    alice = HandshakeEnd(pair_with(ALICE, ALICE_INTRODUCED, TOKEN))
    alice.run()
    ephemeral = alice.sent[0][8:40]
    alice.inbox += (96).to_bytes(2, "big") + ephemeral + bytes(64)
    with pytest.raises(AuthenticationError):
        alice.run()
    assert len(alice.sent) == 1


def test_H09_our_introduction_reflected_is_not_theirs() -> None:
    alice = HandshakeEnd(pair_with(ALICE, ALICE_INTRODUCED, TOKEN))
    bob = HandshakeEnd(answer(open_door()))
    alice.run()
    bob.inbox += alice.sent[0]
    bob.run()
    alice.inbox += bob.sent[0]
    alice.run()
    alice.inbox += alice.sent[1][66:]  # behind the third message
    with pytest.raises(AuthenticationError):
        alice.run()
    assert not alice.is_done


def test_each_attempt_is_new() -> None:
    first, second = (HandshakeEnd(pair_with(ALICE, ALICE_INTRODUCED, TOKEN)) for _ in range(2))
    first.run()
    second.run()
    assert first.sent[0][8:40] != second.sent[0][8:40]


def test_the_session_of_an_impostor_is_not_that_of_the_person() -> None:
    """Whoever swaps the keys has another handshake hash on each side: the codes will differ."""
    with_eve, _ = run_steps(pair_with(ALICE, ALICE_INTRODUCED, TOKEN), answer(open_door(EVE)))
    assert isinstance(with_eve, PairEstablished)
    eves, at_bob = run_steps(pair_with(EVE, ALICE_INTRODUCED, TOKEN), answer(open_door()))
    assert isinstance(at_bob, PairEstablished)
    assert with_eve.keys == EVE.keys
    assert at_bob.keys == EVE.keys
    assert with_eve.session.handshake_hash != at_bob.session.handshake_hash
    assert eves.session.handshake_hash == at_bob.session.handshake_hash
