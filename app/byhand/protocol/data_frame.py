"""Data frames on a lane: the 32-byte header before hashes and payload, and the lane's end (§9)."""

import struct
from typing import Final, NamedTuple

from msgspec import Struct

from byhand.domain.manifest import ENTRY_LIMIT
from byhand.domain.pieces import KIB, LARGEST_PIECE, MIB, PACK_BYTES, PACK_INDEX
from byhand.errors import LocalProtocolError, RemoteProtocolError
from byhand.noise.primitives import Buffer
from byhand.protocol.fields import FAILED_GENERATION

FLAG_HASHES: Final = 1
FLAG_FRAGMENT: Final = 2
FLAG_LAST: Final = 4
FLAG_ZERO: Final = 8
FLAG_SAME: Final = 16

HEADER_BYTES: Final = 32
HASH_BYTES: Final = 32
PIECES_LIMIT: Final = 16
ZERO_PIECES_LIMIT: Final = 2**16 - 1
"""Holes are named without hashes, so as many as the field can count."""
PIECE_NUMBERS: Final = 2**32
"""How many pieces the header can number."""
PAYLOAD_LIMIT: Final = MIB
FRAME_LIMIT: Final = MIB + 4 * KIB
END_BYTES: Final = 17

_KIND_FRAME: Final = 0x10
_KIND_END: Final = 0x1F
_WITHOUT_PAYLOAD: Final = FLAG_ZERO | FLAG_SAME
_LAWFUL_FLAGS: Final = frozenset(
    {
        *(0, FLAG_HASHES),
        *(FLAG_FRAGMENT, FLAG_FRAGMENT | FLAG_HASHES),
        *(FLAG_FRAGMENT | FLAG_LAST, FLAG_FRAGMENT | FLAG_HASHES | FLAG_LAST),
        FLAG_ZERO,
        *(FLAG_SAME, FLAG_SAME | FLAG_HASHES),
    }
)
_HEADER: Final = struct.Struct("<BBHIIIIIII")
_END: Final = struct.Struct("<BQQ")


class FrameHeader(NamedTuple):
    """What a frame carries: `piece_count` pieces of an entry, or packs, from `first_piece` on.

    `offset` is where a fragment begins in its piece; sizes in bytes. Immutable.
    """

    flags: int
    piece_count: int
    transfer_number: int
    entry: int
    first_piece: int
    offset: int
    payload_bytes: int
    generation: int
    request_id: int


class Totals(Struct, frozen=True):
    """How many frames, and bytes of payload in them, a lane has carried."""

    frames: int
    payload_bytes: int


def encode_header_into(buffer: bytearray | memoryview, start: int, header: FrameHeader) -> None:
    """Write the 32 bytes; LocalProtocolError for a header that no receiver would take."""
    reason = _fault_of(header)
    if reason:
        raise LocalProtocolError(reason)
    _HEADER.pack_into(buffer, start, _KIND_FRAME, *header)


def decode_header(frame: Buffer) -> FrameHeader:
    """Return the header at a frame's beginning; RemoteProtocolError for anything unlawful.

    After it, no number of the header exceeds what the format allows; whether the pieces are in
    the manifest is for the receiver to judge.
    """
    if len(frame) < HEADER_BYTES:
        raise RemoteProtocolError("a frame shorter than its header")
    kind, *fields = _HEADER.unpack_from(frame)
    if kind != _KIND_FRAME:
        raise RemoteProtocolError("a record that begins no frame")
    header = FrameHeader._make(fields)
    reason = _fault_of(header)
    if reason:
        raise RemoteProtocolError(reason)
    return header


def judge_member_frame(header: FrameHeader) -> None:
    """Raise RemoteProtocolError for a frame that answers no GET of another member (§22)."""
    if header.transfer_number or header.generation or not header.request_id:
        raise RemoteProtocolError("a frame between members that answers nothing")
    if header.flags & _WITHOUT_PAYLOAD:
        raise RemoteProtocolError("a frame between members without bytes")


def frame_bytes(header: FrameHeader) -> int:
    """Return the size of the whole frame: header, hashes and payload."""
    hashes = header.piece_count if header.flags & FLAG_HASHES else 0
    return HEADER_BYTES + hashes * HASH_BYTES + header.payload_bytes


def is_end(record: Buffer) -> bool:
    """Say whether a record's plaintext is the end of its lane rather than a frame."""
    return len(record) > 0 and record[0] == _KIND_END


def encode_end(totals: Totals) -> bytes:
    """Return the last record's 17 bytes."""
    return _END.pack(_KIND_END, totals.frames, totals.payload_bytes)


def decode_end(record: Buffer) -> Totals:
    """Return what the other side says it sent; RemoteProtocolError if that is not an end record."""
    if len(record) != END_BYTES or not is_end(record):
        raise RemoteProtocolError("an end record of another size or kind")
    _, frames, payload_bytes = _END.unpack(record)
    return Totals(frames, payload_bytes)


def _fault_of(header: FrameHeader) -> str:
    """Return what is unlawful in a header, "" if nothing is."""
    if header.flags not in _LAWFUL_FLAGS:
        return "a frame with flags that are unknown or exclude each other"
    limit = ZERO_PIECES_LIMIT if header.flags & FLAG_ZERO else PIECES_LIMIT
    if not 1 <= header.piece_count <= limit:
        return "a frame of no pieces, or of too many"
    if header.entry >= ENTRY_LIMIT and header.entry != PACK_INDEX:
        return "a frame of an entry beyond the limit"
    if header.first_piece + header.piece_count > _piece_limit(header):
        return "a frame of pieces beyond the limit"
    if header.entry == PACK_INDEX and header.piece_count != 1:
        return "a frame of several packs"
    if header.entry == PACK_INDEX and header.flags & _WITHOUT_PAYLOAD:
        return "a pack without its bytes"
    if header.generation == FAILED_GENERATION:
        return "a frame of a source that has failed"
    return _fault_of_payload(header) or _fault_of_fragment(header)


def _piece_limit(header: FrameHeader) -> int:
    return ENTRY_LIMIT if header.entry == PACK_INDEX else PIECE_NUMBERS


def _fault_of_payload(header: FrameHeader) -> str:
    is_without = bool(header.flags & _WITHOUT_PAYLOAD)
    if (header.payload_bytes == 0) != is_without or header.payload_bytes > PAYLOAD_LIMIT:
        return "a frame with no payload, or with too much"
    return ""


def _fault_of_fragment(header: FrameHeader) -> str:
    if not header.flags & FLAG_FRAGMENT:
        return "an offset in whole pieces" if header.offset else ""
    if header.piece_count != 1 or header.offset + header.payload_bytes > _largest_piece(header):
        return "a fragment of several pieces, or beyond its piece"
    if bool(header.flags & FLAG_HASHES) != (header.offset == 0):
        return "a fragment with its hash at the wrong place"
    return ""


def _largest_piece(header: FrameHeader) -> int:
    return PACK_BYTES if header.entry == PACK_INDEX else LARGEST_PIECE
