"""Which files of a transfer fit a query: what was found last is kept while its pages are shown."""

import threading
from array import array
from collections.abc import Callable, Iterable

from byhand.domain.file_query import FileQuery
from byhand.domain.manifest import Entry, EntryKind
from byhand.domain.plan import StoredTransfer
from byhand.domain.transfer import EntryState, Standing

StandingOf = Callable[[int], Standing]
"""Returns where an entry stands, by its index."""
LOOKED_AT_ONCE = 4096


class FileFinding:
    """Goes through all entries once a query, not once a page; several threads may ask."""

    def __init__(self, is_stopped: Callable[[], bool]) -> None:
        """Once `is_stopped` what has been found so far is all."""
        self._is_stopped = is_stopped
        self._lock = threading.Lock()
        self._query: tuple[object, ...] = ()
        self._found = array("I")

    def find(
        self,
        stored: StoredTransfer,
        query: FileQuery,
        entries: Iterable[Entry],
        standing_of: StandingOf,
    ) -> "array[int]":
        """Return the indices of the entries that fit, in the order asked for; on a worker's thread.

        Looks again when more files have failed, if those are asked for.
        """
        transfer = stored.transfer
        failed = (transfer.failed_files, transfer.is_final) if query.only_problems else None
        asked = transfer.id, stored.plan.manifest, query.wanted, query.largest_first, failed
        with self._lock:
            if asked != self._query:
                self._found = self._look(query, entries, standing_of)
                self._query = asked
            return self._found

    def _look(
        self, query: FileQuery, entries: Iterable[Entry], standing_of: StandingOf
    ) -> "array[int]":
        found, sizes = array("I"), array("Q")
        wanted, is_any = query.wanted, not query.only_problems
        for index, entry in enumerate(entries):
            if index % LOOKED_AT_ONCE == 0 and self._is_stopped():
                break
            if query.largest_first and entry.kind is EntryKind.FOLDER:
                continue
            has_text = not wanted or query.fits("/".join(entry.components))
            if has_text and (is_any or _has_failed(entry, standing_of(index))):
                found.append(index)
                sizes.append(entry.size if query.largest_first else 0)
        if not query.largest_first:
            return found
        places = sorted(range(len(found)), key=sizes.__getitem__, reverse=True)
        return array("I", (found[place] for place in places))


def _has_failed(entry: Entry, standing: Standing) -> bool:
    return entry.kind is not EntryKind.FOLDER and standing.state is EntryState.FAILED
