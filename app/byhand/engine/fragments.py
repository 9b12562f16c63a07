"""Putting the fragments of a large piece together."""

from byhand.domain.pieces import MIB
from byhand.errors import RemoteProtocolError
from byhand.protocol.data_frame import FLAG_LAST, HASH_BYTES, FrameHeader


class Fragments:
    """Joins one piece at a time; its memory grows with what has really arrived."""

    def __init__(self) -> None:
        self._place: tuple[int, int] | None = None
        self._end = 0
        self._hash = b""
        self._buffer = memoryview(bytearray())

    def joined(self, header: FrameHeader, body: memoryview) -> tuple[memoryview, memoryview] | None:
        """Return hash and bytes of the piece whose last fragment this is, else None.

        Valid until the next call. RemoteProtocolError for a fragment out of order.
        """
        if header.offset == 0:
            self._place = (header.entry, header.first_piece)
            self._end = 0
            self._hash = bytes(body[:HASH_BYTES])
            body = body[HASH_BYTES:]
        if (header.entry, header.first_piece) != self._place or header.offset != self._end:
            raise RemoteProtocolError("a fragment out of order")
        self._append(body)
        if not header.flags & FLAG_LAST:
            return None
        self._place = None
        return memoryview(self._hash), self._buffer[: self._end]

    def _append(self, content: memoryview) -> None:
        end = self._end + len(content)
        if end > len(self._buffer):
            grown = memoryview(bytearray(max(MIB, 2 * end)))
            grown[: self._end] = self._buffer[: self._end]
            self._buffer = grown
        self._buffer[self._end : end] = content
        self._end = end
