"""What the user picks of a transfer, judged before anything is ordered; UsageError."""

from collections.abc import Iterable, Sequence

from byhand.domain.plan import StoredTransfer
from byhand.domain.ranges import RangeSet, decode_ranges
from byhand.errors import RemoteProtocolError, UsageError

_NOT_THERE = "There are no such files in it."


def picked_entries(stored: StoredTransfer, entries: Iterable[int]) -> tuple[int, ...]:
    """Return entries, given by their indices in any order, as ranges [start, count, …]."""
    count = _count(stored)
    picked = RangeSet()
    for entry in entries:
        if not 0 <= entry < count:
            raise UsageError(_NOT_THERE)
        picked.add(entry, entry + 1)
    return tuple(picked.encode())


def picked_ranges(stored: StoredTransfer, ranges: Sequence[int]) -> tuple[int, ...]:
    """Return ranges [start, count, …] as they are, if they are ranges of what there is."""
    try:
        return tuple(decode_ranges(ranges, _count(stored)).encode())
    except RemoteProtocolError as exc:
        raise UsageError(_NOT_THERE) from exc


def _count(stored: StoredTransfer) -> int:
    manifest = stored.plan.manifest
    if manifest is None:
        raise UsageError("Its files are still being counted.")
    return manifest.entries
