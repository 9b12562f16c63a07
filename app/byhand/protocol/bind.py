"""The first transport message each way: it ties an Ed25519 key to the handshake (§6)."""

from typing import Final

from byhand.domain.identity import PublicKeys
from byhand.domain.person_name import NAME_BYTES, fitting_name, judge_name
from byhand.errors import RemoteProtocolError
from byhand.noise.primitives import TAG_SIZE
from byhand.protocol.counted import counted
from byhand.protocol.credentials import Introduction, LocalIdentity, verify_signature

BIND_LABEL: Final = b"byhand/v1/bind"
SIGNATURE_BYTES: Final = 64
KEY_BYTES: Final = 32
_SMALLEST: Final = SIGNATURE_BYTES + KEY_BYTES + 2
_LARGEST: Final = _SMALLEST + 2 * NAME_BYTES
BIND_RECORD: Final = (SIGNATURE_BYTES + TAG_SIZE,)
INTRODUCTION_RECORD: Final = range(_SMALLEST + TAG_SIZE, _LARGEST + TAG_SIZE + 1)
"""The sizes that the records with a bind, and with an introduction, may have."""


def encode_bind(identity: LocalIdentity, handshake_hash: bytes) -> bytes:
    """Return what shows a friend that both our pinned keys are here: 64 bytes."""
    return identity.sign(_signed(handshake_hash, identity.keys))


def encode_introduction(
    identity: LocalIdentity, introduction: Introduction, handshake_hash: bytes
) -> bytes:
    """Return what shows a newcomer both our keys and proposes our names."""
    names = (fitting_name(introduction.name), fitting_name(introduction.computer))
    return b"".join(
        [encode_bind(identity, handshake_hash), identity.keys.ed25519, *map(counted, names)]
    )


def verify_bind(content: bytes, handshake_hash: bytes, keys: PublicKeys) -> None:
    """Raise AuthenticationError unless a friend's pinned keys made this bind."""
    verify_signature(keys.ed25519, content, _signed(handshake_hash, keys))


def decode_introduction(
    content: bytes, handshake_hash: bytes, x25519: bytes
) -> tuple[PublicKeys, Introduction]:
    """Return the keys and names of a newcomer whose static key the handshake showed.

    Raises AuthenticationError for the signature, RemoteProtocolError for the rest.
    """
    if not _SMALLEST <= len(content) <= _LARGEST:
        raise RemoteProtocolError("an introduction of another size")
    signature, rest = content[:SIGNATURE_BYTES], content[SIGNATURE_BYTES:]
    keys = PublicKeys(x25519, rest[:KEY_BYTES])
    verify_signature(keys.ed25519, signature, _signed(handshake_hash, keys))
    name, rest = _take_name(rest[KEY_BYTES:])
    computer, rest = _take_name(rest)
    if rest:
        raise RemoteProtocolError("an introduction that goes on after its names")
    return keys, Introduction(name, computer)


def _signed(handshake_hash: bytes, keys: PublicKeys) -> bytes:
    return BIND_LABEL + handshake_hash + keys.x25519


def _take_name(content: bytes) -> tuple[str, bytes]:
    size = content[0] if content else 0
    encoded, rest = content[1 : 1 + size], content[1 + size :]
    if not content or len(encoded) != size:
        raise RemoteProtocolError("an introduction that ends too early")
    try:
        name = encoded.decode()
    except UnicodeDecodeError as exc:
        raise RemoteProtocolError("a name that is not UTF-8") from exc
    judge_name(name)
    return name, rest
