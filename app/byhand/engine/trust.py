"""What of a journal is believed without reading the data again (PROTOCOL.md, §19)."""

from msgspec import Struct

from byhand.domain.journal import Journal, PartStamp

LATE_NS = 2 * 10**9
"""So long after the last commit a file may have been written by us still."""


class Trust(Struct, frozen=True):
    """The rules for one journal; with `is_in_doubt` a flush has failed: only durable counts.

    Stopped well: files that look as recorded. Killed: files not written long after the last
    commit. Power lost: what was flushed.
    """

    journal: Journal
    is_in_doubt: bool = False

    @property
    def is_by_flush(self) -> bool:
        """Say whether it is decided run by run, by what was flushed."""
        stopped_well, same_boot = self.journal.was_stopped_well, self.journal.is_same_boot
        return self.is_in_doubt or not (stopped_well or same_boot)

    def believes_part(self, recorded: PartStamp, found: PartStamp) -> bool:
        """Say whether everything recorded of a part file is believed as it is found."""
        if self.is_by_flush:
            return False
        if not self.journal.was_stopped_well:
            return self.believes_time(found.ctime_ns)
        return (recorded.size, recorded.mtime_ns, recorded.ctime_ns) == (
            found.size,
            found.mtime_ns,
            found.ctime_ns,
        )

    def believes_time(self, ctime_ns: int) -> bool:
        """Say whether a file that last changed then is believed, unless it goes by flush."""
        return not self.is_by_flush and ctime_ns <= self.journal.recorded_at + LATE_NS

    def is_same_file(self, recorded: PartStamp, found: PartStamp) -> bool:
        """Say whether it is the same file."""
        return self.is_same((recorded.dev, recorded.inode), (found.dev, found.inode))

    def is_same(self, recorded: tuple[int, int], found: tuple[int, int]) -> bool:
        """Say whether device and inode are the same; devices are numbered anew with each boot."""
        is_numbered_alike = self.journal.is_same_boot and self.journal.recorded_at > 0
        return recorded == found if is_numbered_alike else recorded[1] == found[1]
