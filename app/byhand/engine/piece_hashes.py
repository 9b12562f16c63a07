"""The hashes of the pieces of one file, as far as they are known; memory only for those."""

from collections.abc import Iterator

from byhand.domain.pieces import HASH_BYTES

CHUNK_PIECES = 1024
_CHUNK_BYTES = CHUNK_PIECES * HASH_BYTES


class PieceHashes:
    """32 bytes a piece, kept in chunks: a file may be far larger than what is there of it."""

    __slots__ = ("_chunks", "_last")

    def __init__(self, count: int) -> None:
        """`count` is how many pieces the file has."""
        self._chunks: dict[int, bytearray] = {}
        self._last = count

    def put(self, first: int, hashes: bytes | memoryview) -> None:
        """Set the hashes of pieces that follow each other."""
        done = 0
        while done < len(hashes):
            number, piece = divmod(first + done // HASH_BYTES, CHUNK_PIECES)
            chunk = self._chunks.get(number)
            if chunk is None:
                size = min(CHUNK_PIECES, self._last - number * CHUNK_PIECES) * HASH_BYTES
                chunk = self._chunks[number] = bytearray(size)
            start = piece * HASH_BYTES
            part = hashes[done : done + _CHUNK_BYTES - start]
            chunk[start : start + len(part)] = part
            done += len(part)

    def run(self, first: int, end: int) -> bytes:
        """Return the hashes from `first` to before `end`, all of which were set."""
        return b"".join(self._parts(first, end))

    def get(self, piece: int) -> bytes:
        """Return a hash that was set."""
        return self.run(piece, piece + 1)

    def all(self) -> Iterator[bytes]:
        """Yield the hashes of the whole file, many at once, all of which were set."""
        return self._parts(0, self._last)

    def _parts(self, first: int, end: int) -> Iterator[bytes]:
        while first < end:
            number, piece = divmod(first, CHUNK_PIECES)
            stop = min(end - first + piece, CHUNK_PIECES)
            yield bytes(self._chunks[number][piece * HASH_BYTES : stop * HASH_BYTES])
            first += stop - piece
