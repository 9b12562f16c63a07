"""What was accepted of an offer."""

from collections.abc import Sequence

from msgspec import Struct, field

from byhand.domain.columns import Columns
from byhand.domain.manifest import Entry
from byhand.domain.pieces import Packs
from byhand.domain.plan import Entered
from byhand.domain.ranges import RangeSet
from byhand.domain.transfer import TransferId


class Acceptance(Struct, frozen=True):
    """A manifest that was judged, and which entries of it are wanted; `chosen` None = all.

    What it `entered` are folders that are there already, and that files are saved into one by
    one; if it `updates`, all that have an offered folder's name, and what lies there is replaced.
    `base`: device and inode of the folder in which it was begun, None for any. `keeps_modes`:
    files that are marked executable become so.
    """

    transfer_id: TransferId
    entries: Sequence[Entry]
    columns: Columns
    packs: Packs
    chosen: RangeSet | None = None
    cancelled: RangeSet = field(default_factory=RangeSet)
    updates: bool = False
    entered: tuple[Entered, ...] = ()
    base: tuple[int, int] | None = None
    keeps_modes: bool = False

    def is_chosen(self, entry: int) -> bool:
        """Say whether an entry was accepted, cancelled later or not."""
        return self.chosen is None or entry in self.chosen
