"""One handshake between honest ends: what they get, and how the calls must be ordered."""

import hashlib
from collections.abc import Callable

import pytest

from byhand.errors import LocalProtocolError, RemoteProtocolError
from byhand.noise.handshake_state import HandshakeState
from byhand.noise.patterns import StaticKey
from byhand.noise.primitives import KeyPair
from tests.helpers.noise_pair import (
    PROTOCOLS_IN_USE,
    PSK,
    STATIC_KEYS,
    handshake_pair,
    one_side,
    run_handshake,
    session_pair,
    statics_of,
)

XX, XXPSK3, IKPSK2, NNPSK0, _ = PROTOCOLS_IN_USE

every_protocol = pytest.mark.parametrize("protocol_name", PROTOCOLS_IN_USE)
Call = Callable[[HandshakeState], object]


def assert_dead(side: HandshakeState) -> None:
    calls: list[Call] = [
        HandshakeState.write_message,
        lambda side: side.read_message(bytes(200)),
        lambda side: side.set_psk(PSK),
        HandshakeState.split,
    ]
    for call in calls:
        with pytest.raises(LocalProtocolError):
            call(side)


def supply(side: HandshakeState, psks: tuple[bytes, ...]) -> None:
    for psk in psks:
        side.set_psk(psk)


@every_protocol
def test_payloads_arrive(protocol_name: str) -> None:
    writer, reader = handshake_pair(protocol_name)
    for payload in (b"", b"timestamp", bytes(1000)):
        if not writer.is_finished:
            assert reader.read_message(writer.write_message(payload)) == payload
            writer, reader = reader, writer
    assert writer.is_finished


@every_protocol
def test_both_ends_get_the_same_session(protocol_name: str) -> None:
    initiator, responder = session_pair(protocol_name)

    assert initiator.is_initiator
    assert not responder.is_initiator
    assert initiator.handshake_hash == responder.handshake_hash
    for sender, receiver in ((initiator, responder), (responder, initiator)):
        for content in (b"", b"first", b"second"):
            sealed = sender.sending.encrypt_with_ad(b"", content)
            assert receiver.receiving.decrypt_with_ad(b"", sealed) == content


@every_protocol
def test_each_end_knows_the_others_static_key(protocol_name: str) -> None:
    for is_initiator, session in zip((True, False), session_pair(protocol_name), strict=True):
        _, remote = statics_of(protocol_name, is_initiator)
        has_key = remote is not StaticKey.NONE
        assert session.remote_static == (STATIC_KEYS[not is_initiator].public if has_key else None)


@every_protocol
def test_a_message_sent_back_to_its_sender_does_not_verify(protocol_name: str) -> None:
    for session in session_pair(protocol_name):
        sealed = session.sending.encrypt_with_ad(b"", b"content")
        with pytest.raises(RemoteProtocolError):
            session.receiving.decrypt_with_ad(b"", sealed)


@every_protocol
def test_fresh_ephemeral_keys_make_every_session_different(protocol_name: str) -> None:
    sessions = []
    for _ in range(2):
        initiator = one_side(protocol_name, True, e=None)
        run_handshake(initiator, one_side(protocol_name, False, e=None))
        sessions.append(initiator.split())
    first, second = sessions
    assert first.handshake_hash != second.handshake_hash
    assert first.exporter_key != second.exporter_key
    assert first.sending.encrypt_with_ad(b"", b"") != second.sending.encrypt_with_ad(b"", b"")


@every_protocol
def test_exported_keys_are_shared_and_differ_by_label(protocol_name: str) -> None:
    initiator, responder = session_pair(protocol_name)
    key = initiator.exporter(b"byhand/v1/lane")
    assert key == responder.exporter(b"byhand/v1/lane")
    assert key == hashlib.blake2s(b"byhand/v1/lane", key=initiator.exporter_key).digest()
    assert len(key) == 32
    assert key != initiator.exporter(b"byhand/v1/lane-tag")


def test_long_hashes_give_exporter_keys_of_32_bytes() -> None:
    initiator, responder = session_pair("Noise_XX_25519_AESGCM_SHA512")
    assert len(initiator.exporter_key) == 32
    assert initiator.exporter(b"label") == responder.exporter(b"label")
    assert len(initiator.handshake_hash) == 64


def test_a_session_does_not_show_its_secrets() -> None:
    session, _ = session_pair()
    assert repr(session.exporter_key) not in repr(session)
    assert "CipherState object at" in repr(session.sending)


@every_protocol
def test_the_hash_is_known_at_the_end_and_not_before(protocol_name: str) -> None:
    initiator, responder = handshake_pair(protocol_name)
    for side in (initiator, responder):
        assert not side.is_finished
        with pytest.raises(LocalProtocolError):
            _ = side.handshake_hash
    run_handshake(initiator, responder)
    for side in (initiator, responder):
        assert side.is_finished
        hash_before = side.handshake_hash
        assert side.split().handshake_hash == side.handshake_hash == hash_before


@pytest.mark.parametrize("is_generated", [True, False])
def test_the_ephemeral_key_is_known_before_it_is_sent(is_generated: bool) -> None:
    e = None if is_generated else KeyPair.generate()
    initiator, responder = one_side(XXPSK3, True, e=e), one_side(XXPSK3, False)
    public = initiator.local_ephemeral
    assert public == (e.public if e else initiator.local_ephemeral)

    message = initiator.write_message(hashlib.blake2s(public, key=PSK).digest())
    payload = responder.read_message(message)

    assert message[:32] == public == responder.remote_ephemeral
    assert payload == hashlib.blake2s(public, key=PSK).digest()


def test_a_responder_picks_the_psk_by_the_friends_static_key() -> None:
    initiator, responder = one_side(IKPSK2, True), one_side(IKPSK2, False, psks=())
    assert responder.read_message(initiator.write_message(b"now")) == b"now"
    assert responder.remote_static == STATIC_KEYS[True].public
    responder.set_psk(PSK)
    initiator.read_message(responder.write_message())
    assert initiator.split().handshake_hash == responder.split().handshake_hash


def test_a_responder_picks_the_psk_by_the_first_payload() -> None:
    initiator, responder = one_side(XXPSK3, True), one_side(XXPSK3, False, psks=())
    assert responder.read_message(initiator.write_message(b"which invite")) == b"which invite"
    responder.set_psk(PSK)
    initiator.read_message(responder.write_message())
    responder.read_message(initiator.write_message())
    assert initiator.split().handshake_hash == responder.split().handshake_hash


def test_psks_are_used_in_the_order_they_were_given() -> None:
    name = "Noise_NNpsk0+psk2_25519_ChaChaPoly_BLAKE2s"
    first, second = bytes(32), PSK
    initiator, responder = (one_side(name, role, psks=(first,)) for role in (True, False))
    responder.read_message(initiator.write_message())
    initiator.set_psk(second)
    responder.set_psk(second)
    initiator.read_message(responder.write_message())

    swapped = one_side(name, True, psks=(second, first))
    with pytest.raises(RemoteProtocolError):
        one_side(name, False, psks=(first, second)).read_message(swapped.write_message())


def test_a_missing_psk_is_our_fault() -> None:
    side = one_side(NNPSK0, True, psks=())
    with pytest.raises(LocalProtocolError):
        side.write_message()
    assert_dead(side)


@pytest.mark.parametrize(
    "psks",
    [(b"",), (bytes(31),), (bytes(33),), (PSK, PSK)],
    ids=["empty", "short", "long", "two"],
)
def test_psks_of_another_size_or_number_are_refused(psks: tuple[bytes, ...]) -> None:
    with pytest.raises(LocalProtocolError):
        one_side(IKPSK2, True, psks=psks)
    side = one_side(IKPSK2, True, psks=())
    with pytest.raises(LocalProtocolError):
        supply(side, psks)
    assert_dead(side)


def test_a_psk_for_a_pattern_without_one_is_refused() -> None:
    with pytest.raises(LocalProtocolError):
        one_side(XX, True, psks=(PSK,))


KEY = STATIC_KEYS[True]


@pytest.mark.parametrize(
    ("protocol_name", "is_initiator", "s", "rs"),
    [
        (XX, True, None, None),
        (XX, True, KEY, bytes(32)),
        (NNPSK0, True, KEY, None),
        (NNPSK0, False, None, bytes(32)),
        (IKPSK2, True, KEY, None),
        (IKPSK2, True, None, bytes(32)),
        (IKPSK2, True, KEY, bytes(31)),
        (IKPSK2, True, KEY, KEY.public),
        (IKPSK2, False, KEY, bytes(32)),
        (IKPSK2, False, None, None),
    ],
    ids=lambda value: value if isinstance(value, str) else type(value).__name__,
)
def test_exactly_the_static_keys_of_the_pattern_are_demanded(
    protocol_name: str, is_initiator: bool, s: KeyPair | None, rs: bytes | None
) -> None:
    with pytest.raises(LocalProtocolError):
        HandshakeState(protocol_name, is_initiator, s=s, rs=rs)


@every_protocol
def test_a_message_may_be_65535_bytes_and_not_one_more(protocol_name: str) -> None:
    ends = handshake_pair(protocol_name)
    overheads = [
        len(message) - len(b"payload 0")
        for message in run_handshake(*handshake_pair(protocol_name))
    ]
    for number, overhead in enumerate(overheads):
        writer, reader = ends[number % 2], ends[1 - number % 2]
        payload = bytes(65535 - overhead)
        message = writer.write_message(payload)
        assert len(message) == 65535
        assert reader.read_message(message) == payload


@every_protocol
@pytest.mark.parametrize("number", [0, 1])
def test_one_byte_more_is_refused_by_both_sides(protocol_name: str, number: int) -> None:
    overhead = len(run_handshake(*handshake_pair(protocol_name))[number]) - len(b"payload 0")
    ends = handshake_pair(protocol_name)
    for earlier in range(number):
        ends[1 - earlier % 2].read_message(ends[earlier % 2].write_message())
    writer, reader = ends[number % 2], ends[1 - number % 2]

    with pytest.raises(LocalProtocolError):
        writer.write_message(bytes(65536 - overhead))
    assert_dead(writer)
    with pytest.raises(RemoteProtocolError, match="65536 bytes"):
        reader.read_message(bytes(65536))
    assert_dead(reader)
