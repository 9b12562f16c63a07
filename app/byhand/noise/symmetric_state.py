"""SymmetricState: the chaining key and the running hash of one handshake (§5.2)."""

from byhand.noise.cipher_state import CipherState
from byhand.noise.patterns import Protocol
from byhand.noise.primitives import KEY_SIZE, Buffer


class SymmetricState:
    """What both sides mix every key and message into; starts at the protocol's name."""

    def __init__(self, protocol: Protocol) -> None:
        name = protocol.name.encode("ascii")
        self._cipher = protocol.cipher
        self._hash_function = protocol.hash_function
        is_short = len(name) <= self._hash_function.size
        self._h = name.ljust(self._hash_function.size, b"\0") if is_short else self._hash(name)
        self._ck = self._h
        self._cipher_state = CipherState(None, self._cipher)

    def has_key(self) -> bool:
        """Return whether what is mixed in from now on is encrypted."""
        return self._cipher_state.has_key()

    def mix_key(self, input_key_material: bytes) -> None:
        """Derive a new chaining key and cipher key."""
        self._ck, temp_k = self._hash_function.hkdf(self._ck, input_key_material, outputs=2)
        self._initialize_key(temp_k)

    def mix_hash(self, content: bytes) -> None:
        """Add public bytes to the handshake hash."""
        self._h = self._hash(self._h, content)

    def mix_key_and_hash(self, input_key_material: bytes) -> None:
        """Mix a pre-shared key into keys and hash (§9.2)."""
        self._ck, temp_h, temp_k = self._hash_function.hkdf(self._ck, input_key_material, outputs=3)
        self.mix_hash(temp_h)
        self._initialize_key(temp_k)

    def get_handshake_hash(self) -> bytes:
        """Return HASHLEN bytes that are unique to the finished handshake (§11.2)."""
        return self._h

    def encrypt_and_hash(self, plaintext: Buffer) -> bytes:
        """Return the plaintext, encrypted if there is a key, and add it to the hash."""
        ciphertext = self._cipher_state.encrypt_with_ad(self._h, plaintext)
        self.mix_hash(ciphertext)
        return ciphertext

    def decrypt_and_hash(self, ciphertext: bytes) -> bytes:
        """Return the plaintext and add the ciphertext to the hash; raise AuthenticationError."""
        plaintext = self._cipher_state.decrypt_with_ad(self._h, ciphertext)
        self.mix_hash(ciphertext)
        return plaintext

    def split(self) -> tuple[CipherState, CipherState, bytes]:
        """Return the initiator's and the responder's sending ciphers, and a 32-byte exporter key.

        The two are those of §5.2: a third output of HKDF leaves the first two as they are.
        """
        keys = self._hash_function.hkdf(self._ck, b"", outputs=3)
        key_1, key_2, exporter_key = (key[:KEY_SIZE] for key in keys)
        return CipherState(key_1, self._cipher), CipherState(key_2, self._cipher), exporter_key

    def _hash(self, *parts: bytes) -> bytes:
        return self._hash_function.hash(*parts)

    def _initialize_key(self, temp_k: bytes) -> None:
        self._cipher_state = CipherState(temp_k[:KEY_SIZE], self._cipher)
