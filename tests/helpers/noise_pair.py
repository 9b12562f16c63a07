"""Two ends of a Noise handshake in memory, and the vectors published for them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from byhand.noise.handshake_state import HandshakeState, Session
from byhand.noise.patterns import StaticKey, parse_protocol_name
from byhand.noise.primitives import KeyPair

VECTORS = Path(__file__).parents[1] / "vectors"

PROTOCOLS_IN_USE = (
    "Noise_XX_25519_ChaChaPoly_BLAKE2s",
    "Noise_XXpsk3_25519_ChaChaPoly_BLAKE2s",
    "Noise_IKpsk2_25519_ChaChaPoly_BLAKE2s",
    "Noise_NNpsk0_25519_ChaChaPoly_BLAKE2s",
    "Noise_NNpsk0_25519_AESGCM_BLAKE2s",
)
STATIC_KEYS = {
    True: KeyPair.from_private(bytes(range(32))),
    False: KeyPair.from_private(bytes(range(32, 64))),
}
EPHEMERAL_KEYS = {
    True: KeyPair.from_private(bytes(range(64, 96))),
    False: KeyPair.from_private(bytes(range(96, 128))),
}
PSK = bytes(range(128, 160))

Tamper = Callable[[int, bytes], bytes]


def load_json(path: str) -> Any:
    return json.loads((VECTORS / path).read_bytes())


def low_order_keys() -> list[bytes]:
    """Wycheproof's public keys whose shared secret is all zeros."""
    tests = load_json("wycheproof/x25519_test.json")["testGroups"][0]["tests"]
    keys = [bytes.fromhex(test["public"]) for test in tests if "ZeroSharedSecret" in test["flags"]]
    return sorted(set(keys))


def statics_of(protocol_name: str, is_initiator: bool) -> tuple[StaticKey, StaticKey]:
    """How this side's static key reaches the other, and how the other's reaches this side."""
    protocol = parse_protocol_name(protocol_name)
    sides = (protocol.initiator_static, protocol.responder_static)
    return sides if is_initiator else (sides[1], sides[0])


def one_side(protocol_name: str, is_initiator: bool, **overrides: Any) -> HandshakeState:
    """One end with fixed keys; overrides are arguments of HandshakeState."""
    local, remote = statics_of(protocol_name, is_initiator)
    has_psk = "psk" in protocol_name
    arguments = {
        "prologue": b"prologue",
        "s": None if local is StaticKey.NONE else STATIC_KEYS[is_initiator],
        "e": EPHEMERAL_KEYS[is_initiator],
        "rs": STATIC_KEYS[not is_initiator].public if remote is StaticKey.KNOWN else None,
        "psks": (PSK,) if has_psk else (),
    }
    return HandshakeState(protocol_name, is_initiator, **(arguments | overrides))


def handshake_pair(protocol_name: str) -> tuple[HandshakeState, HandshakeState]:
    return one_side(protocol_name, True), one_side(protocol_name, False)


def run_handshake(
    initiator: HandshakeState,
    responder: HandshakeState,
    tamper: Tamper = lambda _, message: message,
) -> list[bytes]:
    """Run all messages, each with its number as payload, and return them as they were written."""
    written: list[bytes] = []
    writer, reader = initiator, responder
    while not initiator.is_finished or not responder.is_finished:
        number = len(written)
        written.append(writer.write_message(b"payload %d" % number))
        reader.read_message(tamper(number, written[number]))
        writer, reader = reader, writer
    return written


def session_pair(protocol_name: str = PROTOCOLS_IN_USE[0]) -> tuple[Session, Session]:
    """The initiator's and the responder's session of a finished handshake."""
    initiator, responder = handshake_pair(protocol_name)
    run_handshake(initiator, responder)
    return initiator.split(), responder.split()
