"""Cases H inside Noise: whatever a lying other side changes, nobody ends up with a session."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from byhand.errors import AuthenticationError, LocalProtocolError, RemoteProtocolError
from byhand.noise.handshake_state import HandshakeState
from byhand.noise.patterns import StaticKey
from byhand.noise.primitives import KeyPair, dh
from tests.helpers.noise_pair import (
    PROTOCOLS_IN_USE,
    PSK,
    STATIC_KEYS,
    Tamper,
    handshake_pair,
    load_json,
    low_order_keys,
    one_side,
    run_handshake,
    statics_of,
)

XX, XXPSK3, IKPSK2, NNPSK0, _ = PROTOCOLS_IN_USE

every_protocol = pytest.mark.parametrize("protocol_name", PROTOCOLS_IN_USE)
every_low_order_key = pytest.mark.parametrize("key", low_order_keys(), ids=bytes.hex)


def assert_over(side: HandshakeState) -> None:
    calls: list[Callable[[HandshakeState], object]] = [
        HandshakeState.write_message,
        lambda side: side.read_message(bytes(200)),
        lambda side: side.set_psk(PSK),
        HandshakeState.split,
    ]
    for call in calls:
        with pytest.raises(LocalProtocolError):
            call(side)


def assert_dead(side: HandshakeState) -> None:
    assert_over(side)
    assert not side.is_finished
    assert side.remote_static is None


def assert_refused(ends: tuple[HandshakeState, HandshakeState], tamper: Tamper) -> None:
    """One end notices the change and is dead; the other never finishes by itself."""
    with pytest.raises(RemoteProtocolError):
        run_handshake(*ends, tamper)
    assert not all(side.is_finished for side in ends)
    victim = next(side for side in ends if not side.is_finished)
    with pytest.raises(LocalProtocolError):
        victim.split()


def change_of(number: int, changed: bytes) -> Tamper:
    return lambda current, message: changed if current == number else message


@every_protocol
def test_H02_any_flipped_bit_of_any_message_is_refused(protocol_name: str) -> None:
    for number, message in enumerate(run_handshake(*handshake_pair(protocol_name))):
        for bit in range(len(message) * 8):
            changed = bytearray(message)
            changed[bit // 8] ^= 1 << bit % 8
            assert_refused(handshake_pair(protocol_name), change_of(number, bytes(changed)))


@every_protocol
def test_H03_a_message_cut_at_any_length_is_refused(protocol_name: str) -> None:
    for number, message in enumerate(run_handshake(*handshake_pair(protocol_name))):
        for size in range(len(message)):
            assert_refused(handshake_pair(protocol_name), change_of(number, message[:size]))


@every_protocol
def test_H03_a_message_with_more_behind_it_is_refused(protocol_name: str) -> None:
    for number, message in enumerate(run_handshake(*handshake_pair(protocol_name))):
        for more in (b"\0", bytes(16), message):
            assert_refused(handshake_pair(protocol_name), change_of(number, message + more))


@every_protocol
def test_H05_another_prologue_is_refused(protocol_name: str) -> None:
    ends = one_side(protocol_name, True), one_side(protocol_name, False, prologue=b"Prologue")
    assert_refused(ends, lambda _, message: message)


@pytest.mark.parametrize("protocol_name", [XXPSK3, IKPSK2, NNPSK0])
def test_H05_another_psk_is_refused(protocol_name: str) -> None:
    ends = one_side(protocol_name, True), one_side(protocol_name, False, psks=(bytes(32),))
    assert_refused(ends, lambda _, message: message)


def test_H05_another_pattern_or_cipher_of_the_other_side_is_refused() -> None:
    names = [*PROTOCOLS_IN_USE, "Noise_XX_25519_ChaChaPoly_SHA256"]
    for mine in names:
        for theirs in names:
            if mine != theirs:
                with pytest.raises(RemoteProtocolError):
                    run_handshake(one_side(mine, True), one_side(theirs, False))


def test_H06_a_message_for_another_static_key_is_refused() -> None:
    stranger = KeyPair.generate().public
    responder = one_side(IKPSK2, False)
    with pytest.raises(AuthenticationError):
        responder.read_message(one_side(IKPSK2, True, rs=stranger).write_message())
    assert_dead(responder)


def test_H06_nobody_speaks_for_a_static_key_without_its_private_half() -> None:
    friend = STATIC_KEYS[True].public
    impostor = KeyPair.generate()
    responder = one_side(IKPSK2, False)
    claim = one_side(IKPSK2, True, s=_posing_as(friend, impostor)).write_message()
    with pytest.raises(AuthenticationError):
        responder.read_message(claim)
    assert_dead(responder)


@pytest.mark.parametrize("protocol_name", [XX, XXPSK3])
@pytest.mark.parametrize("is_initiator", [True, False])
def test_H09_our_own_static_key_from_the_other_side_is_refused(
    protocol_name: str, is_initiator: bool
) -> None:
    honest = one_side(protocol_name, is_initiator)
    thief = one_side(protocol_name, not is_initiator, s=STATIC_KEYS[is_initiator])
    with pytest.raises(AuthenticationError):
        run_handshake(*((honest, thief) if is_initiator else (thief, honest)))
    assert_dead(honest)


@every_protocol
def test_H09_our_first_message_sent_back_is_refused(protocol_name: str) -> None:
    initiator = one_side(protocol_name, True)
    message = initiator.write_message()
    with pytest.raises(RemoteProtocolError):
        initiator.read_message(message)
    assert_dead(initiator)


@every_protocol
def test_H09_our_ephemeral_key_before_anything_is_refused(protocol_name: str) -> None:
    initiator = one_side(protocol_name, True)
    initiator.write_message()
    with pytest.raises(AuthenticationError):
        initiator.read_message(initiator.local_ephemeral + bytes(200))
    assert_dead(initiator)


def test_H04_each_of_wycheproofs_31_exchanges_of_low_order_is_refused() -> None:
    tests = load_json("wycheproof/x25519_test.json")["testGroups"][0]["tests"]
    exchanges = [each for each in tests if "LowOrderPublic" in each["flags"]]
    assert len(exchanges) == 31
    assert {each["public"] for each in exchanges} == {key.hex() for key in low_order_keys()}
    for each in exchanges:
        with pytest.raises(AuthenticationError):
            dh(KeyPair.from_private(bytes.fromhex(each["private"])), bytes.fromhex(each["public"]))


@every_low_order_key
@every_protocol
def test_H04_an_ephemeral_key_of_low_order_is_refused(protocol_name: str, key: bytes) -> None:
    liar = _posing_as(key, KeyPair.generate())
    initiator, responder = one_side(protocol_name, True, e=liar), one_side(protocol_name, False)
    with pytest.raises(AuthenticationError):  # at the latest in our own second message
        _answer(responder, initiator.write_message())
    assert_dead(responder)

    initiator, responder = one_side(protocol_name, True), one_side(protocol_name, False, e=liar)
    answer = _answer(responder, initiator.write_message())
    with pytest.raises(AuthenticationError):
        initiator.read_message(answer)
    assert_dead(initiator)


@every_low_order_key
@pytest.mark.parametrize("protocol_name", [XX, XXPSK3, IKPSK2])
@pytest.mark.parametrize("is_initiator", [True, False])
def test_H04_a_static_key_of_low_order_is_refused(
    protocol_name: str, is_initiator: bool, key: bytes
) -> None:
    liar = _posing_as(key, KeyPair.generate())
    _, remote = statics_of(protocol_name, is_initiator)
    pinned = {"rs": key} if remote is StaticKey.KNOWN else {}
    honest = one_side(protocol_name, is_initiator, **pinned)
    dishonest = one_side(protocol_name, not is_initiator, s=liar)
    with pytest.raises(AuthenticationError):
        run_handshake(*((honest, dishonest) if is_initiator else (dishonest, honest)))
    assert_dead(honest)


@every_protocol
def test_H12_the_initiator_writes_first_and_then_they_take_turns(protocol_name: str) -> None:
    initiator, responder = handshake_pair(protocol_name)
    with pytest.raises(LocalProtocolError):
        initiator.read_message(bytes(200))
    with pytest.raises(LocalProtocolError):
        responder.write_message()
    assert_over(initiator)
    assert_over(responder)

    initiator, responder = handshake_pair(protocol_name)
    message = initiator.write_message()
    with pytest.raises(LocalProtocolError):
        initiator.write_message()
    responder.read_message(message)
    with pytest.raises(LocalProtocolError):
        responder.read_message(message)
    assert_over(initiator)
    assert_over(responder)


@every_protocol
def test_H12_nothing_is_written_or_read_after_the_last_message(protocol_name: str) -> None:
    for call in (HandshakeState.write_message, lambda side: side.read_message(bytes(200))):
        for index in (0, 1):
            ends = handshake_pair(protocol_name)
            run_handshake(*ends)
            with pytest.raises(LocalProtocolError):
                call(ends[index])
            assert_over(ends[index])


@every_protocol
def test_H12_a_split_before_the_end_is_refused(protocol_name: str) -> None:
    side = one_side(protocol_name, True)
    side.write_message()
    with pytest.raises(LocalProtocolError):
        side.split()
    assert_over(side)


def test_H12_a_handshake_is_split_only_once() -> None:
    ends = handshake_pair(XX)
    run_handshake(*ends)
    for is_initiator, side in zip((True, False), ends, strict=True):
        side.split()
        with pytest.raises(LocalProtocolError):
            side.split()
        assert_over(side)
        assert side.remote_static == STATIC_KEYS[not is_initiator].public


@every_protocol
@settings(deadline=None)
@given(message=st.binary(max_size=300))
def test_H13_random_bytes_never_end_in_anything_but_a_remote_error(
    protocol_name: str, message: bytes
) -> None:
    initiator, responder = handshake_pair(protocol_name)
    initiator.write_message()
    with pytest.raises(RemoteProtocolError):
        initiator.read_message(message)
    assert_dead(initiator)
    # XX sends its first message in clear: then what follows does not verify.
    with pytest.raises(RemoteProtocolError):
        _answer_and_go_on(responder, message)
    assert not responder.is_finished


def _posing_as(public: bytes, key_pair: KeyPair) -> KeyPair:
    return KeyPair(key_pair.private, public, key_pair._key)


def _answer(responder: HandshakeState, message: bytes) -> bytes:
    responder.read_message(message)
    return responder.write_message()


def _answer_and_go_on(responder: HandshakeState, message: bytes) -> None:
    _answer(responder, message)
    responder.read_message(message)
