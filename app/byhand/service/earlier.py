"""A transfer that has ended, of which some is handed over once more."""

from bisect import bisect_right
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from byhand.domain.identity import FriendId
from byhand.domain.outcomes import ROOT_BYTES
from byhand.domain.plan import SpoolDigest, StoredTransfer, left_out
from byhand.domain.ranges import RangeSet
from byhand.domain.root_chunks import RootChunks
from byhand.domain.transfer import Direction, Transfer, TransferId
from byhand.service.rechecking import root_of
from byhand.service.surroundings import Surroundings
from byhand.storage.source import FileStamp, SourceEntry

DAYS_REPEATED = 30
"""So long after its end a transfer is repeated without asking the other side's user."""


class Earlier(Struct, frozen=True):
    """The transfer, its manifest in the file `spool`, and the files of it that arrived.

    `roots` are theirs.
    """

    stored: StoredTransfer
    spool: Path
    manifest: SpoolDigest
    arrived: RangeSet
    roots: RootChunks

    @property
    def unfinished(self) -> RangeSet:
        """The entries that were to be handed over and have not arrived; folders count as such."""
        rest = RangeSet([(0, self.manifest.entries)])
        for gone in (left_out(self.stored.plan, self.manifest.entries), self.arrived):
            for start, end in gone:
                rest.subtract(start, end)
        return rest

    def arrived_of(self, asked: RangeSet) -> RangeSet:
        """Return the files, of some entries, that arrived."""
        return RangeSet(part for start, end in asked for part in self.arrived.within(start, end))

    def is_as_handed_over(
        self, entry: int, source: SourceEntry, now: FileStamp, is_stopped: Callable[[], bool]
    ) -> bool:
        """Say whether a file that arrived is still the same here, of which this is the stamp now.

        It is read if something was done to it that its date does not show: what is kept in a
        file may change behind the same date.
        """
        if not now.has_content_of(source.stamp):
            return False
        is_untouched = now.ctime_ns == source.stamp.ctime_ns
        return is_untouched or root_of(source.path, now, is_stopped) == self.root(entry)

    def root(self, entry: int) -> bytes:
        """Return the root of a file that arrived."""
        first, roots = self.roots[bisect_right(self.roots, entry, key=lambda each: each[0]) - 1]
        start = (entry - first) * ROOT_BYTES
        return roots[start : start + ROOT_BYTES]


def is_recent(transfer: Transfer, now: float) -> bool:
    """Say whether a transfer ended so lately, by Unix seconds, that nobody need be asked again."""
    return now - transfer.ended_at <= DAYS_REPEATED * 86_400


async def find_earlier(
    transfer_id: TransferId, friend_id: FriendId, direction: Direction, around: Surroundings
) -> Earlier | None:
    """Return a transfer of files with a friend if it was accepted and has ended; StorageError."""
    stored = await around.remembered(transfer_id)
    if stored is None or stored.plan.manifest is None or not stored.receipt:
        return None
    transfer = stored.transfer
    is_meant = (transfer.friend_id, transfer.direction) == (friend_id, direction)
    if not is_meant or not transfer.is_final or transfer.is_text:
        return None
    roots = await around.memory.roots_of(transfer_id)
    arrived = RangeSet((first, first + len(some) // ROOT_BYTES) for first, some in roots)
    if arrived.count() != transfer.done_files:
        return None  # the disk had no room for the roots
    return Earlier(stored, around.memory.spool_of(transfer), stored.plan.manifest, arrived, roots)
