"""Whether a data frame fits the manifest that was accepted."""

from byhand.domain.columns import Columns
from byhand.domain.pieces import (
    PACK_INDEX,
    Packs,
    is_packed,
    piece_count,
    piece_length,
    piece_size,
)
from byhand.errors import RemoteProtocolError
from byhand.protocol.data_frame import (
    FLAG_FRAGMENT,
    FLAG_HASHES,
    FLAG_LAST,
    FLAG_SAME,
    FLAG_ZERO,
    FrameHeader,
)


def check_frame(header: FrameHeader, columns: Columns, packs: Packs) -> None:
    """Raise RemoteProtocolError unless a frame holds pieces or packs of this manifest.

    What no header may say at all has been judged when it was decoded.
    """
    if header.request_id:
        raise RemoteProtocolError("a request that was not made")
    span = _pack_span(header, packs) if header.entry == PACK_INDEX else _span(header, columns)
    if not _fits(header, span):
        raise RemoteProtocolError("a payload that does not fit its pieces")


def check_member_frame(header: FrameHeader, columns: Columns, packs: Packs) -> None:
    """Raise RemoteProtocolError unless a frame answers a GET with pieces of this manifest.

    What was offered at first is exchanged, and nothing but bytes: no holes, no "the same".
    """
    if header.transfer_number or header.generation or not header.request_id:
        raise RemoteProtocolError("a frame that answers nothing that was asked")
    if header.flags & (FLAG_ZERO | FLAG_SAME):
        raise RemoteProtocolError("pieces without their bytes")
    if header.entry < len(columns) and is_packed(columns.size(header.entry)):
        raise RemoteProtocolError("a small file without its pack")
    # Hashes may be left out: what counts is what the sender told.
    flags = header.flags if header.flags & FLAG_FRAGMENT else FLAG_HASHES
    check_frame(header._replace(request_id=0, flags=flags), columns, packs)


def _pack_span(header: FrameHeader, packs: Packs) -> int:
    is_without = header.flags & (FLAG_ZERO | FLAG_SAME)
    if header.first_piece >= len(packs) or header.piece_count != 1 or is_without:
        raise RemoteProtocolError("a pack that is not in the manifest")
    return packs.size(header.first_piece)


def _span(header: FrameHeader, columns: Columns) -> int:
    """Return the bytes of the pieces that a frame names."""
    if header.entry >= len(columns):
        raise RemoteProtocolError("an entry that is not in the manifest")
    size = columns.size(header.entry)
    if not size or (is_packed(size) and header.flags & FLAG_SAME):
        raise RemoteProtocolError("an entry that has no such pieces")
    last = header.first_piece + header.piece_count - 1
    if last >= piece_count(size):
        raise RemoteProtocolError("pieces beyond the end of the file")
    return (header.piece_count - 1) * piece_size(size) + piece_length(size, last)


def _fits(header: FrameHeader, span: int) -> bool:
    if header.flags & (FLAG_ZERO | FLAG_SAME):
        return True
    if not header.flags & FLAG_FRAGMENT:
        return bool(header.flags & FLAG_HASHES) and header.payload_bytes == span
    end = header.offset + header.payload_bytes
    return end == span if header.flags & FLAG_LAST else end < span
