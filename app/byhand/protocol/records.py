"""Noise transport messages on a byte stream: length prefix and rekeying (§4)."""

from typing import Final

from byhand.errors import LocalProtocolError
from byhand.noise.cipher_state import MAX_MESSAGE_SIZE, MAX_PLAINTEXT_SIZE, CipherState
from byhand.noise.primitives import TAG_SIZE, Buffer

LENGTH_BYTES: Final = 2
RECORD_BYTES: Final = MAX_MESSAGE_SIZE
RECORD_PAYLOAD_BYTES: Final = MAX_PLAINTEXT_SIZE
SEAL_BYTES: Final = TAG_SIZE
REKEY_EVERY: Final = 2**20


def framed(message: bytes) -> bytes:
    """Return a Noise message preceded by its length, u16 big-endian."""
    if len(message) > RECORD_BYTES:
        raise LocalProtocolError(f"a record of {len(message)} bytes")
    return len(message).to_bytes(LENGTH_BYTES, "big") + message


def seal(sending: CipherState, plaintext: Buffer) -> bytes:
    """Return the plaintext as the next record with its length prefix."""
    rekey_if_due(sending)
    return framed(sending.encrypt_with_ad(b"", plaintext))


def open_record(receiving: CipherState, record: Buffer) -> bytes:
    """Return the plaintext of the next record, given without prefix; raise AuthenticationError."""
    rekey_if_due(receiving)
    return receiving.decrypt_with_ad(b"", record)


def rekey_if_due(cipher_state: CipherState) -> None:
    """Rekey if the next message's number is a multiple of 2^20; call before every message."""
    number = cipher_state.nonce
    if number and number % REKEY_EVERY == 0:
        cipher_state.rekey()
