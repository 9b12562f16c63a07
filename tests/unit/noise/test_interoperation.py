"""An independent implementation as the other side, in both roles, for all we use."""

import pytest
from noise.connection import Keypair, NoiseConnection

from byhand.noise.handshake_state import HandshakeState, Session
from byhand.noise.patterns import StaticKey
from byhand.protocol.preamble import RULES, Preamble
from tests.helpers.noise_pair import (
    PROTOCOLS_IN_USE,
    PSK,
    STATIC_KEYS,
    one_side,
    statics_of,
)

RECORD = bytes(range(251)) * 261  # 65,511 bytes


def independent_side(protocol_name: str, is_initiator: bool) -> NoiseConnection:
    connection = NoiseConnection.from_name(protocol_name.encode("ascii"))
    (connection.set_as_initiator if is_initiator else connection.set_as_responder)()
    connection.set_prologue(b"prologue")
    local, remote = statics_of(protocol_name, is_initiator)
    if local is not StaticKey.NONE:
        key = STATIC_KEYS[is_initiator].private
        connection.set_keypair_from_private_bytes(Keypair.STATIC, key)
    if remote is StaticKey.KNOWN:
        key = STATIC_KEYS[not is_initiator].public
        connection.set_keypair_from_public_bytes(Keypair.REMOTE_STATIC, key)
    if "psk" in protocol_name:
        connection.set_psks(PSK)
    connection.start_handshake()
    return connection


def shake_hands(ours: HandshakeState, theirs: NoiseConnection, we_write: bool) -> Session:
    number = 0
    while not ours.is_finished:
        payload = b"payload %d" % number
        if we_write:
            assert theirs.read_message(ours.write_message(payload)) == payload
        else:
            assert ours.read_message(bytes(theirs.write_message(payload))) == payload
        we_write = not we_write
        number += 1
    assert theirs.handshake_finished
    return ours.split()


def exchange_records(session: Session, theirs: NoiseConnection) -> None:
    for payload in (b"", b"x", RECORD):
        assert theirs.decrypt(session.sending.encrypt_with_ad(b"", payload)) == payload
        assert session.receiving.decrypt_with_ad(b"", theirs.encrypt(payload)) == payload


in_both_roles = pytest.mark.parametrize(
    "we_initiate", [True, False], ids=["initiator", "responder"]
)


def test_all_that_we_use_is_tried() -> None:
    used = {
        Preamble(use, rules.first_message[0], cipher).noise_protocol_name
        for use, rules in RULES.items()
        for cipher in rules.ciphers
    }
    assert used == set(PROTOCOLS_IN_USE)


@in_both_roles
@pytest.mark.parametrize("protocol_name", PROTOCOLS_IN_USE)
def test_an_independent_peer_understands_us_and_we_it(
    protocol_name: str, we_initiate: bool
) -> None:
    theirs = independent_side(protocol_name, not we_initiate)
    session = shake_hands(one_side(protocol_name, we_initiate), theirs, we_initiate)

    assert session.handshake_hash == theirs.get_handshake_hash()
    exchange_records(session, theirs)


@in_both_roles
@pytest.mark.parametrize("protocol_name", PROTOCOLS_IN_USE)
def test_both_move_to_the_same_keys_by_rekey(protocol_name: str, we_initiate: bool) -> None:
    theirs = independent_side(protocol_name, not we_initiate)
    session = shake_hands(one_side(protocol_name, we_initiate), theirs, we_initiate)
    exchange_records(session, theirs)

    session.sending.rekey()
    theirs.rekey_inbound_cipher()
    session.receiving.rekey()
    theirs.rekey_outbound_cipher()

    exchange_records(session, theirs)
