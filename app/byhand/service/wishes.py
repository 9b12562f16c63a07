"""What a receiver wishes, as orders for a sending lane."""

from collections.abc import Sequence

from byhand.domain.pieces import PACK_INDEX, Pack, piece_count
from byhand.domain.ranges import decode_ranges
from byhand.engine.lane_orders import Wish
from byhand.errors import RemoteProtocolError
from byhand.protocol.messages import Want
from byhand.storage.source import SourceEntry


def everything(sources: Sequence[SourceEntry], packs: Sequence[Pack]) -> Wish:
    """Return the wish for all packs, then all files that are in none, in order."""
    packed = {member for pack in packs for member in pack.members}
    files = tuple(
        (entry, ((0, piece_count(source.entry.size)),))
        for entry, source in enumerate(sources)
        if source.entry.size and entry not in packed
    )
    return (((PACK_INDEX, ((0, len(packs)),)),) if packs else ()) + files


def wished(wants: Sequence[Want], sources: Sequence[SourceEntry], packs: Sequence[Pack]) -> Wish:
    """Return the rows of a NEED as a wish; RemoteProtocolError for what was not offered."""
    return tuple((want.entry, _ranges(want, sources, packs)) for want in wants)


def _ranges(
    want: Want, sources: Sequence[SourceEntry], packs: Sequence[Pack]
) -> tuple[tuple[int, int], ...]:
    if want.entry == PACK_INDEX:
        return tuple(decode_ranges(want.ranges, len(packs)))
    size = sources[want.entry].entry.size if want.entry < len(sources) else 0
    if not size:
        raise RemoteProtocolError("a wish for an entry that has no bytes, or was not offered")
    return tuple(decode_ranges(want.ranges, piece_count(size)))
