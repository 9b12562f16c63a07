"""What is told of the files of one transfer: a page of them, and what a text says."""

from collections.abc import Callable, Sequence
from pathlib import Path

from byhand.domain.codes import Code
from byhand.domain.events import FileRow
from byhand.domain.manifest import Entry
from byhand.domain.plan import IncomingPlan, StoredTransfer
from byhand.domain.transfer import EntryState
from byhand.errors import UsageError
from byhand.service.transfer_memory import TransferMemory
from byhand.storage.manifest_block import ENTRIES, SOURCES
from byhand.storage.manifest_spool import Spool
from byhand.storage.os_errors import translated

TEXT_BYTES = 1024 * 1024
StateOf = Callable[[int], tuple[EntryState, Code]]
"""Returns where an entry stands, by its index."""


def files_page(
    memory: TransferMemory, stored: StoredTransfer, first: int, count: int, state_of: StateOf
) -> tuple[int, Sequence[FileRow]]:
    """Return how many entries there are, and some rows; on a worker's thread. StorageError."""
    plan = stored.plan
    if plan.manifest is None:
        return 0, ()
    path = memory.spool_of(stored.transfer)
    if isinstance(plan, IncomingPlan):
        entries = Spool.open(path, ENTRIES, plan.manifest)
        try:
            return len(entries), _rows(entries[first : first + count], first, state_of)
        finally:
            entries.close()
    sources = Spool.open(path, SOURCES, plan.manifest)
    try:
        some = [source.entry for source in sources[first : first + count]]
        return len(sources), _rows(some, first, state_of)
    finally:
        sources.close()


def text_of(stored: StoredTransfer) -> str:
    """Return what a text that has arrived says; on a worker's thread. UsageError, StorageError."""
    paths = stored.transfer.saved_paths
    if not stored.transfer.is_text or not paths:
        raise UsageError("That is not a text, or it has not arrived.")
    path = Path(paths[0])
    with translated(path), path.open("rb") as file:
        return file.read(TEXT_BYTES).decode("utf-8", "replace")


def _rows(entries: Sequence[Entry], first: int, state_of: StateOf) -> tuple[FileRow, ...]:
    return tuple(
        FileRow(
            index,
            "/".join(entry.components),
            entry.size,
            entry.kind.name == "FOLDER",
            *state_of(index),
        )
        for index, entry in enumerate(entries, first)
    )
