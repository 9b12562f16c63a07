"""CipherState: a key and the nonce that counts its uses (§5.1)."""

from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, ChaCha20Poly1305

from byhand.errors import AuthenticationError, LocalProtocolError, RemoteProtocolError
from byhand.noise.primitives import KEY_SIZE, TAG_SIZE, Buffer, Cipher

MAX_MESSAGE_SIZE: Final = 65535
MAX_PLAINTEXT_SIZE: Final = MAX_MESSAGE_SIZE - TAG_SIZE
_RESERVED_NONCE: Final = 2**64 - 1


class CipherState:
    """Seals and opens messages in order with a 32-byte key; without a key it changes nothing.

    Every method raises LocalProtocolError rather than use the reserved nonce 2^64 - 1 or exceed
    a Noise message, and leaves the nonce where it was on any error.
    """

    def __init__(self, key: bytes | None, cipher: Cipher) -> None:
        self._cipher = cipher
        self._aead = None if key is None else _aead(key, cipher)
        self._nonce = 0

    @property
    def nonce(self) -> int:
        """How many messages this key has sealed or opened."""
        return self._nonce

    def has_key(self) -> bool:
        """Return whether messages are changed at all."""
        return self._aead is not None

    def encrypt_with_ad(self, ad: bytes, plaintext: Buffer) -> bytes:
        """Return the ciphertext: 16 bytes longer, or the plaintext itself without a key."""
        if self._aead is None:
            return bytes(plaintext)
        _check_plaintext(len(plaintext))
        ciphertext = self._aead.encrypt(self._next_nonce(), plaintext, ad)
        self._nonce += 1
        return ciphertext

    def decrypt_with_ad(self, ad: bytes, ciphertext: Buffer) -> bytes:
        """Return the plaintext; raise AuthenticationError, or RemoteProtocolError if too long."""
        if self._aead is None:
            return bytes(ciphertext)
        _check_ciphertext(len(ciphertext))
        try:
            plaintext = self._aead.decrypt(self._next_nonce(), ciphertext, ad)
        except InvalidTag as exc:
            raise AuthenticationError("a message did not verify") from exc
        self._nonce += 1  # §5.1: a failed decryption leaves the nonce alone
        return plaintext

    def encrypt_into(self, plaintext: Buffer, out: memoryview) -> int:
        """Seal a transport message into the front of `out` and return its size, 16 bytes more.

        Copies and allocates nothing and releases the GIL. `out` may begin with the plaintext.
        """
        size = len(plaintext) + TAG_SIZE
        _check_plaintext(len(plaintext))
        self._keyed().encrypt_into(self._next_nonce(), plaintext, None, _front(out, size))
        self._nonce += 1
        return size

    def decrypt_into(self, ciphertext: Buffer, out: memoryview) -> int:
        """Open a transport message into the front of `out` and return its size, 16 bytes less.

        Raises as `decrypt_with_ad` does, with zeros in `out`. Otherwise like `encrypt_into`.
        """
        size = len(ciphertext) - TAG_SIZE
        _check_ciphertext(len(ciphertext))
        if size < 0:
            raise AuthenticationError("a message shorter than its tag")
        plaintext = _front(out, size)
        try:
            self._keyed().decrypt_into(self._next_nonce(), ciphertext, None, plaintext)
        except InvalidTag as exc:
            plaintext[:] = bytes(size)  # the cipher wrote it before it knew the tag
            raise AuthenticationError("a message did not verify") from exc
        self._nonce += 1
        return size

    def rekey(self) -> None:
        """Replace the key by one that does not reveal it; the nonce runs on (§4.2, §11.3)."""
        nonce = self._cipher.encode_nonce(_RESERVED_NONCE)
        sealed_zeros = self._keyed().encrypt(nonce, bytes(KEY_SIZE), b"")
        self._aead = _aead(sealed_zeros[:KEY_SIZE], self._cipher)

    def _keyed(self) -> ChaCha20Poly1305 | AESGCM:
        if self._aead is None:
            raise LocalProtocolError("a cipher state without a key")
        return self._aead

    def _next_nonce(self) -> bytes:
        if self._nonce >= _RESERVED_NONCE:
            raise LocalProtocolError("the nonces of this key are used up")
        return self._cipher.encode_nonce(self._nonce)


def _aead(key: bytes, cipher: Cipher) -> ChaCha20Poly1305 | AESGCM:
    if len(key) != KEY_SIZE:
        raise LocalProtocolError(f"a cipher key of {len(key)} bytes")
    return cipher.aead(key)


def _check_plaintext(size: int) -> None:
    if size > MAX_PLAINTEXT_SIZE:
        raise LocalProtocolError(f"a plaintext of {size} bytes")


def _check_ciphertext(size: int) -> None:
    if size > MAX_MESSAGE_SIZE:
        raise RemoteProtocolError(f"a message of {size} bytes")


def _front(out: memoryview, size: int) -> memoryview:
    if len(out) < size:
        raise LocalProtocolError(f"{len(out)} bytes of room for {size}")
    return out if len(out) == size else out[:size]
