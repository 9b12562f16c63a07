"""Case H01: every published handshake, in both roles, byte for byte."""

from typing import Any

import pytest

from byhand.noise.handshake_state import HandshakeState, Session
from byhand.noise.patterns import StaticKey, parse_protocol_name
from byhand.noise.primitives import KeyPair
from tests.helpers.noise_pair import load_json, statics_of

CACOPHONY = load_json("noise/cacophony-selected.json")["vectors"]
MULTI_PSK = load_json("noise/noiseprotocol-snow-multipsk.txt")
VECTORS = [
    pytest.param(vector, is_initiator, id=f"{vector['protocol_name']}-{role}")
    for vector in [*CACOPHONY, *MULTI_PSK]
    for is_initiator, role in ((True, "initiator"), (False, "responder"))
]


def side_of(vector: dict[str, Any], is_initiator: bool) -> HandshakeState:
    role = "init" if is_initiator else "resp"
    local, remote = statics_of(vector["protocol_name"], is_initiator)

    def key_pair(name: str) -> KeyPair:
        return KeyPair.from_private(bytes.fromhex(vector[f"{role}_{name}"]))

    return HandshakeState(
        vector["protocol_name"],
        is_initiator,
        prologue=bytes.fromhex(vector[f"{role}_prologue"]),
        s=None if local is StaticKey.NONE else key_pair("static"),
        e=key_pair("ephemeral"),
        rs=bytes.fromhex(vector[f"{role}_remote_static"]) if remote is StaticKey.KNOWN else None,
        psks=tuple(bytes.fromhex(psk) for psk in vector.get(f"{role}_psks", ())),
    )


def play_handshake(side: HandshakeState, messages: list[tuple[bytes, bytes]], first: bool) -> None:
    is_writing = first
    for payload, ciphertext in messages:
        if is_writing:
            assert side.write_message(payload) == ciphertext
        else:
            assert side.read_message(ciphertext) == payload
        is_writing = not is_writing


def play_transport(session: Session, messages: list[tuple[bytes, bytes]], is_writing: bool) -> None:
    for payload, ciphertext in messages:
        if is_writing:
            assert session.sending.encrypt_with_ad(b"", payload) == ciphertext
        else:
            assert session.receiving.decrypt_with_ad(b"", ciphertext) == payload
        is_writing = not is_writing


def test_H01_no_vector_is_missing() -> None:
    assert len(CACOPHONY) == 56
    assert len(MULTI_PSK) == 104


@pytest.mark.parametrize(("vector", "is_initiator"), VECTORS)
def test_H01_every_message_and_the_handshake_hash_equal_the_vectors(
    vector: dict[str, Any], is_initiator: bool
) -> None:
    side = side_of(vector, is_initiator)
    messages = [
        (bytes.fromhex(message["payload"]), bytes.fromhex(message["ciphertext"]))
        for message in vector["messages"]
    ]
    count = len(parse_protocol_name(vector["protocol_name"]).messages)

    play_handshake(side, messages[:count], is_initiator)
    session = side.split()

    if "handshake_hash" in vector:
        assert session.handshake_hash == bytes.fromhex(vector["handshake_hash"])
    play_transport(session, messages[count:], is_initiator == (count % 2 == 0))
    assert session.sending.nonce + session.receiving.nonce == len(messages) - count
