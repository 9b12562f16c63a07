"""What an outgoing transfer offers, by entry index."""

from collections.abc import Sequence

from msgspec import Struct

from byhand.domain.columns import Columns
from byhand.domain.pieces import Packs
from byhand.storage.source import SourceEntry


class Offered(Struct, frozen=True):
    """Where each entry lies on the disk, what planning needs of all of them, and the packs.

    A look at `sources` may read from the disk, and raise StorageError. Unless one `may_change`,
    it has failed as soon as it has: nobody wants to hand over what it is now.
    """

    sources: Sequence[SourceEntry]
    columns: Columns
    packs: Packs
    may_change: bool = True
