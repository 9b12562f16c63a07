"""What is told of the files of one transfer: a page of them, and what a text says."""

import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from pathlib import Path

from msgspec.structs import replace

from byhand.domain.codes import Code
from byhand.domain.events import UNKNOWN_SIZE, FileRow
from byhand.domain.file_query import EVERY_FILE, FileQuery
from byhand.domain.local_names import System, caution_about, local_name
from byhand.domain.manifest import Entry, EntryKind
from byhand.domain.plan import IncomingPlan, OutgoingPlan, SpoolDigest, StoredTransfer
from byhand.domain.transfer import EntryState, Transfer
from byhand.errors import StorageError, UsageError
from byhand.service.file_finding import FileFinding, StandingOf
from byhand.service.transfer_memory import TransferMemory
from byhand.storage.manifest_block import ENTRIES, SOURCES
from byhand.storage.manifest_spool import Spool
from byhand.storage.os_errors import translated
from byhand.storage.saved_names import system_in, system_on

TEXT_BYTES = 1024 * 1024
Page = tuple[int, Sequence[FileRow]]
"""How many entries there are, and some rows."""


class FileListing:
    """Looks files up in manifests on our disk."""

    def __init__(self, memory: TransferMemory, is_stopped: Callable[[], bool]) -> None:
        self._memory = memory
        self._finding = FileFinding(is_stopped)

    def page(
        self,
        stored: StoredTransfer,
        standing_of: StandingOf,
        first: int,
        count: int,
        query: FileQuery = EVERY_FILE,
    ) -> Page:
        """Return a page of what fits a query; on a worker's thread. StorageError.

        Of a transfer that came to nothing only the problems are kept.
        """
        manifest = stored.plan.manifest
        if manifest is None:
            return 0, ()
        try:
            return self._looked_up(
                stored, manifest, standing_of, slice(first, first + count), query
            )
        except StorageError:
            if stored.receipt or not stored.transfer.is_final:
                raise
            return _page_of_problems(stored.transfer, slice(first, first + count), query)

    def _looked_up(
        self,
        stored: StoredTransfer,
        manifest: SpoolDigest,
        standing_of: StandingOf,
        wanted: slice,
        query: FileQuery,
    ) -> Page:
        path = self._memory.spool_of(stored.transfer)
        if isinstance(stored.plan, IncomingPlan):
            with closing(Spool.open(path, ENTRIES, manifest)) as entries:
                found = self._find(stored, query, entries, len(entries), standing_of)
                some = [entries[index] for index in found[wanted]]
            rows = _rows(some, found[wanted], standing_of, stored.transfer)
            return len(found), _received(rows, some, stored)
        with closing(Spool.open(path, SOURCES, manifest)) as sources:
            listed = (source.entry for source in sources)
            found = self._find(stored, query, listed, len(sources), standing_of)
            some = [sources[index].entry for index in found[wanted]]
        return len(found), _rows(some, found[wanted], standing_of, stored.transfer)

    def _find(
        self,
        stored: StoredTransfer,
        query: FileQuery,
        entries: Iterable[Entry],
        count: int,
        standing_of: StandingOf,
    ) -> Sequence[int]:
        if query.only_problems and not stored.transfer.failed_files:
            return ()
        if not (query.wanted or query.only_problems or query.largest_first):
            return range(count)
        return self._finding.find(stored, query, entries, standing_of)


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


def _rows(
    entries: Sequence[Entry], indices: Sequence[int], standing_of: StandingOf, transfer: Transfer
) -> tuple[FileRow, ...]:
    """Return rows; a failure that is told by its path alone has its reason from there."""
    codes = {problem.path: problem.code for problem in transfer.problems}
    return tuple(
        _row(index, entry, standing_of, codes)
        for index, entry in zip(indices, entries, strict=True)
    )


def _row(index: int, entry: Entry, standing_of: StandingOf, codes: Mapping[str, Code]) -> FileRow:
    path, standing = "/".join(entry.components), standing_of(index)
    is_failed = standing.state is EntryState.FAILED
    code = standing.code or (codes.get(path, Code.INTERNAL) if is_failed else Code.OK)
    return FileRow(
        index,
        path,
        entry.size,
        entry.kind is EntryKind.FOLDER,
        standing.state,
        code,
        here=standing.bytes if standing.state is EntryState.PARTIAL else 0,
    )


def _page_of_problems(transfer: Transfer, wanted: slice, query: FileQuery) -> Page:
    rows = [
        FileRow(number, each.path, UNKNOWN_SIZE, False, EntryState.FAILED, each.code)
        for number, each in enumerate(transfer.problems)
        if query.fits(each.path)
    ]
    return len(rows), tuple(rows[wanted])
