"""The hashes of zeros, which holes in files are full of."""

from blake3 import blake3

_HASHES: dict[int, bytes] = {}


def zero_hash(length: int) -> bytes:
    """Return the hash of that many zero bytes, at most one piece; computed once a length."""
    known = _HASHES.get(length)
    if known is None:
        known = _HASHES[length] = blake3(bytes(length)).digest()
    return known
