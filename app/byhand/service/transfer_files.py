"""What is told of the files of one transfer: a page of them, and what a text says."""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec.structs import replace

from byhand.domain.codes import Code
from byhand.domain.events import FileRow
from byhand.domain.local_names import System, caution_about, local_name
from byhand.domain.manifest import Entry
from byhand.domain.plan import IncomingPlan, OutgoingPlan, StoredTransfer
from byhand.domain.transfer import EntryState
from byhand.errors import UsageError
from byhand.service.transfer_memory import TransferMemory
from byhand.storage.manifest_block import ENTRIES, SOURCES
from byhand.storage.manifest_spool import Spool
from byhand.storage.os_errors import translated
from byhand.storage.saved_names import system_in, system_on

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
            some = entries[first : first + count]
            return len(entries), _received(_rows(some, first, state_of), some, stored)
        finally:
            entries.close()
    sources = Spool.open(path, SOURCES, plan.manifest)
    try:
        some = [source.entry for source in sources[first : first + count]]
        return len(sources), _rows(some, first, state_of)
    finally:
        sources.close()


def text_of(stored: StoredTransfer) -> str:
    """Return what a text says that was sent or has arrived; on a worker's thread.

    Raises UsageError, StorageError.
    """
    if isinstance(stored.plan, OutgoingPlan) and stored.plan.text:
        return stored.plan.text
    paths = stored.transfer.saved_paths
    if not stored.transfer.is_text or not paths:
        raise UsageError("That is not a text, or it has not arrived.")
    path = Path(paths[0])
    with translated(path), path.open("rb") as file:
        return file.read(TEXT_BYTES).decode("utf-8", "replace")


def _received(
    rows: tuple[FileRow, ...], entries: Sequence[Entry], stored: StoredTransfer
) -> tuple[FileRow, ...]:
    """Return rows with what is to be said of files that come from a friend."""
    assert isinstance(stored.plan, IncomingPlan)
    system, keeps_modes = _system_of(stored.transfer.folder), stored.plan.keeps_modes
    return tuple(_judged(*each, system, keeps_modes) for each in zip(rows, entries, strict=True))


def _judged(row: FileRow, entry: Entry, system: System, keeps_modes: bool) -> FileRow:
    name = entry.components[-1]
    local = local_name(name, system)
    is_executable = keeps_modes and entry.is_executable
    caution = None if row.is_folder else caution_about(name, is_executable=is_executable)
    if caution is None and local == name:
        return row
    return replace(row, caution=caution, saved_as="" if local == name else local)


def _system_of(folder: str) -> System:
    """Return whose rules a folder keeps, or would once it is there."""
    try:
        return system_in(folder if os.path.exists(folder) else os.path.dirname(folder))
    except OSError:
        return system_on(sys.platform, 0)


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
