"""Which files were changed since the last flush, as long as they are few."""

import threading

FEW_FILES = 64
"""Up to so many files and folders are flushed singly; more, by flushing their file system."""


class Unflushed:
    """Entry indices; several threads at a time."""

    def __init__(self) -> None:
        self._indices: set[int] = set()
        self._are_many = False
        self._lock = threading.Lock()

    def add(self, index: int) -> None:
        """Note a file that was written, or a folder that was made, before."""
        with self._lock:
            if not self._are_many:
                self._indices.add(index)
                self._are_many = len(self._indices) > FEW_FILES

    def take(self) -> set[int] | None:
        """Return what was noted, None if that is more than few, and keep nothing."""
        with self._lock:
            indices = None if self._are_many else self._indices
            self._indices, self._are_many = set(), False
            return indices

    def add_all(self) -> None:
        """Note that anything may be unflushed: a flush has failed."""
        with self._lock:
            self._are_many = True
