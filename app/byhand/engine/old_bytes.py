"""Old bytes that lie where pieces of a file are to come: only what differs has to."""

import threading
from collections.abc import Iterable, Sequence

from byhand.engine.arriving_files import ArrivingFile, ArrivingFiles
from byhand.engine.entry_states import EntryStates

Runs = list[tuple[int, bytes]]
"""(first piece, hashes of 32 bytes of it and those that follow)."""


class OldBytes:
    """A view of what ArrivingContent keeps, under its lock; any thread may ask and tell."""

    def __init__(
        self,
        files: ArrivingFiles,
        states: EntryStates,
        generations: Sequence[int],
        lock: threading.Lock,
    ) -> None:
        self._files = files
        self._states = states
        self._generations = generations
        self._lock = lock

    def of(self, entry: int, first: int, end: int) -> ArrivingFile | None:
        """Return a file whose old bytes were named as the base of all these pieces, else None."""
        with self._lock:
            arriving = self._files.get(entry)
            if arriving is None or arriving.based.within(first, end) != [(first, end)]:
                return None
            return arriving

    def keep(self, entry: int, hashes: bytes) -> None:
        """Old bytes with these hashes lie where the first pieces of a file are to come."""
        with self._lock:
            if self._states.is_wanted(entry):
                self._files.begin(entry, is_fresh=False).set_base_run(hashes)

    def runs(self, entries: Iterable[int] | None = None) -> list[tuple[int, int, Runs]]:
        """Return (entry, generation, hashes by runs) of old bytes where pieces are missing."""
        with self._lock:
            bases = self._files.bases(entries)
            return [(entry, self._generations[entry], runs) for entry, runs in bases]
