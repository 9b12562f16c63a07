"""The hashes of zeros, which holes in files are full of."""

from functools import lru_cache

from blake3 import blake3

LENGTHS_KEPT = 64


@lru_cache(LENGTHS_KEPT)
def zero_hash(length: int) -> bytes:
    """Return the hash of that many zero bytes, at most one piece; seldom computed twice."""
    return blake3(bytes(length)).digest()
