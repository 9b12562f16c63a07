"""Hashes of pieces that follow each other, as one string of bytes."""

import re
from collections.abc import Iterator

from byhand.protocol.data_frame import HASH_BYTES

NO_HASH = bytes(HASH_BYTES)
"""Stands for a hash that is not known; nothing that is read has it."""

# Either known ones or others, so that each search begins where a hash does.
_RUNS = re.compile(rb"((?:(?!\0{32}).{32})+)|(?:\0{32})+", re.DOTALL)


def split_hashes(hashes: bytes) -> Iterator[bytes]:
    """Yield the hashes in order."""
    return (hashes[place : place + HASH_BYTES] for place in range(0, len(hashes), HASH_BYTES))


def fits(before: bytes, hashes: bytes) -> bool:
    """Say whether no hash that was known before is another now."""
    if before == bytes(len(before)):
        return True
    pairs = zip(split_hashes(before), split_hashes(hashes), strict=True)
    return all(old in (NO_HASH, new) for old, new in pairs)


def count_unknown(hashes: bytes) -> int:
    """Return how many of them are not known."""
    if hashes == bytes(len(hashes)):
        return len(hashes) // HASH_BYTES
    return sum(each == NO_HASH for each in split_hashes(hashes))


def known_runs(hashes: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield (which is the first, those that follow each other) of the hashes that are known."""
    for run in _RUNS.finditer(hashes):
        if run[1]:
            yield run.start() // HASH_BYTES, run[1]
