"""What a receiver wishes, as orders for a sending lane."""

from collections.abc import Sequence

from byhand.domain.columns import Columns
from byhand.domain.pieces import PACK_INDEX, Packs, is_packed, piece_count
from byhand.domain.ranges import decode_ranges
from byhand.engine.lane_orders import Wish
from byhand.errors import RemoteProtocolError
from byhand.protocol.messages import Want


def everything(columns: Columns, packs: Packs) -> Wish:
    """Return the wish for all packs, then all files that are in none, in order."""
    files = tuple(
        (entry, ((0, piece_count(size)),))
        for entry, size in enumerate(columns.sizes())
        if size and not is_packed(size)
    )
    return (((PACK_INDEX, ((0, len(packs)),)),) if len(packs) else ()) + files


def wished(wants: Sequence[Want], columns: Columns, packs: Packs) -> Wish:
    """Return the rows of a NEED as a wish; RemoteProtocolError for what was not offered."""
    return tuple((want.entry, _ranges(want, columns, packs)) for want in wants)


def _ranges(want: Want, columns: Columns, packs: Packs) -> tuple[tuple[int, int], ...]:
    if want.entry == PACK_INDEX:
        return tuple(decode_ranges(want.ranges, len(packs)))
    size = columns.size(want.entry) if want.entry < len(columns) else 0
    if not size:
        raise RemoteProtocolError("a wish for an entry that has no bytes, or was not offered")
    return tuple(decode_ranges(want.ranges, piece_count(size)))
