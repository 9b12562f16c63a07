"""The buffer in which one thread makes its frames: the payload is read to where it is sent from."""

from collections.abc import Callable, Iterator

from byhand.engine.payload_aim import LARGEST_PAYLOAD
from byhand.protocol.data_frame import (
    FLAG_FRAGMENT,
    FLAG_HASHES,
    FLAG_LAST,
    HASH_BYTES,
    HEADER_BYTES,
    FrameHeader,
    encode_header_into,
)

Fragment = tuple[FrameHeader, bytes, int]
"""Its header, the hashes in it, and where in the payload it begins."""


class FrameBuffer:
    """Before the payload is room for a header and hashes, and before each part of it once sent."""

    def __init__(self, hashes: int) -> None:
        """`hashes` is how many a frame has at most."""
        self._headroom = HEADER_BYTES + hashes * HASH_BYTES
        self._buffer = memoryview(bytearray(self._headroom + LARGEST_PAYLOAD))

    def payload(self, length: int) -> memoryview:
        """Return the place for a payload; a longer one than ever makes the buffer anew."""
        end = self._headroom + length
        if end > len(self._buffer):
            self._buffer = memoryview(bytearray(end))
        return self._buffer[self._headroom : end]

    def frame(self, header: FrameHeader, hashes: bytes, start: int = 0) -> memoryview:
        """Return a frame of the payload from `start` on; what lay before that is overwritten."""
        place = self._headroom + start
        begin = place - HEADER_BYTES - len(hashes)
        encode_header_into(self._buffer, begin, header)
        self._buffer[begin + HEADER_BYTES : place] = hashes
        return self._buffer[begin : place + header.payload_bytes]


def fragments(
    header: FrameHeader, piece_hash: bytes, largest: Callable[[], int]
) -> Iterator[Fragment]:
    """Yield a piece in parts, each of at most as many bytes as `largest` then says."""
    length, offset = header.payload_bytes, 0
    while offset < length:
        taken = min(largest(), length - offset)
        flags = FLAG_FRAGMENT | (FLAG_HASHES if offset == 0 else 0)
        flags |= FLAG_LAST if offset + taken == length else 0
        part = header._replace(flags=flags, offset=offset, payload_bytes=taken)
        yield part, b"" if offset else piece_hash, offset
        offset += taken
