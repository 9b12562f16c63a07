"""Frames on a lane as a liar sends them: true ones, and others."""

from collections import Counter
from random import Random
from struct import Struct
from typing import Final

from blake3 import blake3

from byhand.domain.pieces import PACK_INDEX
from byhand.protocol.data_frame import FrameHeader

HEADER: Final = Struct("<BBHIIIIIII")
"""The header of a frame as PROTOCOL.md, section 9, has it: its first byte and nine fields."""
FRAME: Final = 0x10
END: Final = 0x1F

FRAME_FIELDS: Final[dict[str, tuple[int, ...]]] = {
    "flags": (0, 1, 2, 3, 4, 6, 7, 8, 9, 16, 17, 24, 32, 255),
    "piece_count": (0, 1, 2, 15, 16, 17, 65535),
    "transfer_number": (0, 1, 2, 3, 9, 2**32 - 1),
    "entry": (0, 1, 2, 3, 999_999, 1_000_000, PACK_INDEX, PACK_INDEX + 1),
    "first_piece": (0, 1, 2, 65536, 2**32 - 2, 2**32 - 1),
    "offset": (0, 1, 1000, 262_144, 2**24, 2**32 - 1),
    "payload_bytes": (0, 1, 9, 11, 262_144, 2**20, 2**20 + 1, 2**32 - 1),
    "generation": (0, 1, 2, 2**32 - 2, 2**32 - 1),
    "request_id": (0, 1, 2**32 - 1),
}
"""What a liar writes into each field of a frame's header."""


class FrameLies:
    """Frames as bytes: true ones, or with some probability others."""

    def __init__(self, rng: Random, rate: float) -> None:
        self.rng = rng
        self.rate = rate
        self.lies: Counter[str] = Counter()
        self._held: list[bytes] = []
        self._ways = (
            *((self._wrong_field,) * 4),
            *(self._wrong_content, self._wrong_hash, self._wrong_content_and_hash),
            *(self._shorter, self._longer, self._twice, self._dropped, self._later),
            *(self._early_end, self._garbage),
        )

    def frames(self, header: FrameHeader, hashes: bytes, payload: bytes) -> list[bytes]:
        """Return the frames that are sent in place of a true one."""
        if self.rng.random() >= self.rate:
            held, self._held = self._held, []
            return [_frame(header, hashes, payload), *held]
        way = self.rng.choice(self._ways)
        self.lies["frame" + way.__name__] += 1
        return way(header, hashes, payload)

    def _wrong_field(self, header: FrameHeader, hashes: bytes, payload: bytes) -> list[bytes]:
        name = self.rng.choice(sorted(FRAME_FIELDS))
        value = self.rng.choice(FRAME_FIELDS[name])
        return [_frame(header._replace(**{name: value}), hashes, payload)]

    def _wrong_content(self, header: FrameHeader, hashes: bytes, payload: bytes) -> list[bytes]:
        return [_frame(header, hashes, self._flipped(payload))]

    def _wrong_hash(self, header: FrameHeader, hashes: bytes, payload: bytes) -> list[bytes]:
        return [_frame(header, self._flipped(hashes), payload)]

    def _wrong_content_and_hash(
        self, header: FrameHeader, hashes: bytes, payload: bytes
    ) -> list[bytes]:
        """Bytes that fit their hash, and not the root of the file."""
        wrong = self._flipped(payload)
        return [_frame(header, blake3(wrong).digest() + hashes[32:], wrong)]

    def _shorter(self, header: FrameHeader, hashes: bytes, payload: bytes) -> list[bytes]:
        return [_frame(header, hashes, payload)[: -self.rng.randint(1, 40)] or b"\x10"]

    def _longer(self, header: FrameHeader, hashes: bytes, payload: bytes) -> list[bytes]:
        return [_frame(header, hashes, payload) + b"\0"]

    def _twice(self, header: FrameHeader, hashes: bytes, payload: bytes) -> list[bytes]:
        return [_frame(header, hashes, payload)] * 2

    def _dropped(self, header: FrameHeader, hashes: bytes, payload: bytes) -> list[bytes]:
        return []

    def _later(self, header: FrameHeader, hashes: bytes, payload: bytes) -> list[bytes]:
        self._held.append(_frame(header, hashes, payload))
        return []

    def _early_end(self, header: FrameHeader, hashes: bytes, payload: bytes) -> list[bytes]:
        count = self.rng.choice((0, 1, 2**64 - 1))
        end = bytes([END]) + count.to_bytes(8, "little") * 2
        return [end[: self.rng.choice((1, 9, 17, 17))], _frame(header, hashes, payload)]

    def _garbage(self, header: FrameHeader, hashes: bytes, payload: bytes) -> list[bytes]:
        return [self.rng.randbytes(self.rng.randint(1, 100))]

    def _flipped(self, content: bytes) -> bytes:
        if not content:
            return b"\0"
        at = self.rng.randrange(len(content))
        return content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]


def _frame(header: FrameHeader, hashes: bytes, payload: bytes) -> bytes:
    return HEADER.pack(FRAME, *header) + hashes + payload
