"""The entries of what is offered, as they travel."""

from byhand.protocol.codec import batches
from byhand.protocol.messages import EntryRow
from byhand.storage.manifest_spool import Spool
from byhand.storage.source import SourceEntry

TOLD_AT_ONCE = 2_000
"""How many entries are encoded before others get their turn."""


def next_rows(sources: Spool[SourceEntry], first: int) -> list[list[EntryRow]]:
    """Return the next rows from an index on, each list fit for a message; on a worker's thread."""
    some = sources[first : first + TOLD_AT_ONCE]
    return list(batches(_row(source) for source in some))


def _row(source: SourceEntry) -> EntryRow:
    entry = source.entry
    return EntryRow(
        entry.components,
        entry.kind,
        entry.size,
        entry.allocated,
        entry.mtime_ns,
        entry.is_executable,
    )
