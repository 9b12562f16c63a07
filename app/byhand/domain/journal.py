"""What is kept of a running transfer so that it goes on after any stop (PROTOCOL.md, §19)."""

from collections.abc import Iterable

from msgspec import Struct

from byhand.domain.codes import Code
from byhand.domain.transfer import EntryState, TransferId


class PieceRun(Struct, frozen=True, gc=False):
    """Pieces of an entry that follow each other and are there, or were read: n × 32 bytes.

    With PACK_INDEX the pieces are packs; `members` then holds the BLAKE3 hash of the content of
    every member of every pack, in order, of which the members' roots are made. `is_hole`: none of
    it needed to be read; that is not kept.
    """

    entry: int
    first: int
    hashes: bytes
    members: bytes = b""
    is_hole: bool = False

    @property
    def count(self) -> int:
        """How many pieces there are."""
        return len(self.hashes) // 32


class PartStamp(Struct, frozen=True, gc=False):
    """What a file that is being received looked like on the disk when it was last recorded."""

    entry: int
    dev: int
    inode: int
    size: int
    mtime_ns: int
    ctime_ns: int


class EntryOutcome(Struct, frozen=True, gc=False):
    """What has become of an entry; `root` of a file that is whole and flushed, else empty.

    A later one replaces it; WAITING says that nothing has become of it yet.
    """

    entry: int
    state: EntryState
    code: Code = Code.OK
    root: bytes = b""


class JournalBatch(Struct, frozen=True):
    """What is recorded of one transfer at once.

    `begins_flush`: once this batch is recorded, a flush of the data begins. `makes_durable`: that
    flush is over; what was recorded up to the batch that began it is durable, and nothing that
    was recorded since. If no batch began one: all that was recorded before. Never both at once.
    `forgets`: entries whose runs recorded so far count no more (the source changed, a piece was
    bad), dropped before `runs` are added.
    """

    transfer_id: TransferId
    runs: tuple[PieceRun, ...] = ()
    parts: tuple[PartStamp, ...] = ()
    outcomes: tuple[EntryOutcome, ...] = ()
    forgets: tuple[int, ...] = ()
    begins_flush: bool = False
    makes_durable: bool = False


class Journal(Struct, frozen=True):
    """What was recorded of one transfer, as it is found when a profile is opened.

    `outcomes` by ascending entry, one of each at most. `recorded_at`: when the last batch was
    committed, in Unix nanoseconds. `was_stopped_well`: the program came to its end by itself.
    `is_same_boot`: the machine has run all the time since.
    """

    durable_runs: tuple[PieceRun, ...] = ()
    other_runs: tuple[PieceRun, ...] = ()
    parts: tuple[PartStamp, ...] = ()
    outcomes: Iterable[EntryOutcome] = ()
    recorded_at: int = 0
    was_stopped_well: bool = True
    is_same_boot: bool = True
