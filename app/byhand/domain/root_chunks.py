"""The roots of many files as they are kept: those of entries that follow each other together."""

from collections.abc import Iterable, Iterator, Sequence

from byhand.domain.outcomes import ROOT_BYTES

CHUNK_BYTES = 1024 * 1024
RootChunks = Sequence[tuple[int, bytes]]
"""(first entry, n × 32 bytes), ascending."""


def in_chunks(roots: Iterable[tuple[int, bytes]]) -> Iterator[tuple[int, bytes]]:
    """Yield roots of entries that follow each other together, each after the first entry."""
    first, chunk = 0, bytearray()
    for entry, root in roots:
        if chunk and (entry != first + len(chunk) // ROOT_BYTES or len(chunk) >= CHUNK_BYTES):
            yield first, bytes(chunk)
            chunk = bytearray()
        if not chunk:
            first = entry
        chunk += root
    if chunk:
        yield first, bytes(chunk)


def each_root(chunks: RootChunks) -> Iterator[tuple[int, bytes]]:
    """Yield (entry, root) one by one."""
    for first, roots in chunks:
        for place in range(0, len(roots), ROOT_BYTES):
            yield first + place // ROOT_BYTES, roots[place : place + ROOT_BYTES]
