"""The DH, cipher and hash functions that Noise builds on (§4, §12)."""

import hashlib
import hmac
import struct
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, ChaCha20Poly1305
from msgspec import Struct

from byhand.errors import AuthenticationError, LocalProtocolError

Buffer: TypeAlias = bytes | bytearray | memoryview

DHLEN: Final = 32
KEY_SIZE: Final = 32
TAG_SIZE: Final = 16


@dataclass(frozen=True, slots=True)
class KeyPair:
    """An X25519 key pair, 32 bytes each; made by `generate` or `from_private` only."""

    private: bytes = field(repr=False)
    public: bytes
    # Kept because deriving it from `private` costs as much as the exchange itself.
    _key: X25519PrivateKey = field(repr=False, compare=False)

    @staticmethod
    def generate() -> "KeyPair":
        """Return a fresh key pair (GENERATE_KEYPAIR)."""
        return _key_pair(X25519PrivateKey.generate())

    @staticmethod
    def from_private(private: bytes) -> "KeyPair":
        """Return the pair of a 32-byte private key; raise LocalProtocolError at another size."""
        if len(private) != DHLEN:
            raise LocalProtocolError(f"a private key of {len(private)} bytes")
        return _key_pair(X25519PrivateKey.from_private_bytes(private))


def dh(key_pair: KeyPair, public_key: bytes) -> bytes:
    """Return the 32-byte shared secret (DH); raise AuthenticationError for keys of low order."""
    if len(public_key) != DHLEN:
        raise LocalProtocolError(f"a public key of {len(public_key)} bytes")
    try:
        return key_pair._key.exchange(X25519PublicKey.from_public_bytes(public_key))
    except ValueError as exc:  # the shared secret is all zeros (§12.1)
        raise AuthenticationError("a public key of low order") from exc


class Cipher(Struct, frozen=True):
    """One AEAD with 32-byte keys and 16-byte tags, and how it writes the 64-bit nonce (§12.3)."""

    name: str
    aead: type[ChaCha20Poly1305] | type[AESGCM]
    encode_nonce: Callable[[int], bytes]


CIPHERS: Final = {
    cipher.name: cipher
    for cipher in (
        Cipher("ChaChaPoly", ChaCha20Poly1305, struct.Struct("<4xQ").pack),
        Cipher("AESGCM", AESGCM, struct.Struct(">4xQ").pack),
    )
}


class HashFunction(Struct, frozen=True):
    """One hash function with `size` = HASHLEN and what Noise derives from it (§4.3)."""

    name: str
    size: int
    algorithm: str

    def hash(self, *parts: bytes) -> bytes:
        """Return the hash of the parts laid end to end."""
        return hashlib.new(self.algorithm, b"".join(parts)).digest()

    def hkdf(
        self, chaining_key: bytes, input_key_material: bytes, outputs: Literal[2, 3]
    ) -> tuple[bytes, ...]:
        """Return two or three values of HASHLEN bytes; the first two do not depend on `outputs`."""
        temp_key = self._hmac(chaining_key, input_key_material)
        values = [b""]
        for number in range(1, outputs + 1):
            values.append(self._hmac(temp_key, values[-1] + bytes([number])))
        return tuple(values[1:])

    def _hmac(self, key: bytes, message: bytes) -> bytes:
        return hmac.digest(key, message, self.algorithm)


HASH_FUNCTIONS: Final = {
    function.name: function
    for function in (
        HashFunction("BLAKE2s", 32, "blake2s"),
        HashFunction("BLAKE2b", 64, "blake2b"),
        HashFunction("SHA256", 32, "sha256"),
        HashFunction("SHA512", 64, "sha512"),
    )
}


def _key_pair(key: X25519PrivateKey) -> KeyPair:
    return KeyPair(key.private_bytes_raw(), key.public_key().public_bytes_raw(), key)
