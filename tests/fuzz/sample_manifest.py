"""A manifest with a file of each sort: packed, in pieces, in large pieces, empty, a folder."""

from typing import Final

from byhand.domain.columns import columns_of
from byhand.domain.manifest import Entry, EntryKind
from byhand.domain.pieces import Packs

_SIZES: Final = (0, 100, 300_000, 20 * 2**30, 2**42, 2**56)

ENTRIES: Final = (
    Entry(("folder",), EntryKind.FOLDER, 0, 0, 0, False),
    *(Entry((f"{size}.bin",), EntryKind.FILE, size, size, 0, False) for size in _SIZES),
)
COLUMNS: Final = columns_of(ENTRIES)
PACKS: Final = Packs(COLUMNS)
