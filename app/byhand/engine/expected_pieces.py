"""Which pieces the receiver has already, by what it says of its old files."""

from collections.abc import Iterator

from byhand.domain.columns import Columns
from byhand.domain.pieces import MIB, is_packed, piece_count
from byhand.errors import RemoteProtocolError
from byhand.protocol.data_frame import HASH_BYTES

MEMORY_LIMIT = 32 * MIB
"""What goes beyond is not remembered: those pieces are sent like any others."""
_FILE_BYTES = 256
_UNKNOWN = bytes(HASH_BYTES)


class ExpectedPieces:
    """Piece hashes by entry and piece; each is used once, so that what is asked again is sent.

    Filled by one thread while another looks.
    """

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._files: dict[int, bytearray] = {}
        self._room = MEMORY_LIMIT

    def add(self, entry: int, first: int, hashes: bytes) -> None:
        """Remember hashes of pieces that follow each other, n × 32 bytes.

        Raises RemoteProtocolError for pieces that were not offered.
        """
        size = self._columns.size(entry) if entry < len(self._columns) else 0
        count = piece_count(size)
        end = first * HASH_BYTES + len(hashes)
        if len(hashes) % HASH_BYTES or end > count * HASH_BYTES:
            raise RemoteProtocolError("hashes of pieces that were not offered")
        if is_packed(size):
            return
        known = self._files.get(entry)
        if known is None:
            needed = count * HASH_BYTES + _FILE_BYTES
            if needed > self._room:
                return
            self._room -= needed
            known = self._files[entry] = bytearray(count * HASH_BYTES)
        known[first * HASH_BYTES : end] = hashes

    def forget(self, entry: int) -> None:
        """Expect nothing of a file any more."""
        known = self._files.pop(entry, None)
        if known is not None:
            self._room += len(known) + _FILE_BYTES

    def runs(self, entry: int, first: int, hashes: bytes) -> Iterator[tuple[bool, int, int]]:
        """Yield (is at the receiver, first piece, count) for pieces that are about to be sent."""
        known = self._files.get(entry)
        count = len(hashes) // HASH_BYTES
        if known is None:
            yield False, first, count
            return
        start, was_same = first, False
        for piece in range(first, first + count):
            is_same = self._take(known, piece, hashes[(piece - first) * HASH_BYTES :][:HASH_BYTES])
            if is_same is not was_same and piece > start:
                yield was_same, start, piece - start
                start = piece
            was_same = is_same
        yield was_same, start, first + count - start

    @staticmethod
    def _take(known: bytearray, piece: int, piece_hash: bytes) -> bool:
        place = piece * HASH_BYTES
        expected = known[place : place + HASH_BYTES]
        known[place : place + HASH_BYTES] = _UNKNOWN
        return expected == piece_hash
