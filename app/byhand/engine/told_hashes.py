"""The hashes that the sender told of what a group exchanges, with the bytes or before them."""

import threading

from byhand.domain.pieces import HASH_BYTES
from byhand.domain.ranges import RangeSet
from byhand.engine.piece_hashes import PieceHashes

REMEMBERED = 2**21
"""Of so many numbers, the first, hashes are kept: 64 MiB. All others come from the sender alone."""


class ToldHashes:
    """By the numbers of domain/numbering.py, 32 bytes each; any thread may ask and tell."""

    def __init__(self, count: int, limit: int = REMEMBERED) -> None:
        """`count` is how many numbers the manifest has."""
        self._end = min(count, limit)
        self._hashes = PieceHashes(self._end)
        self._known = RangeSet()
        self._lock = threading.Lock()

    def add(self, first: int, hashes: bytes) -> list[tuple[int, int]]:
        """Remember what was not known of numbers that follow each other; return which that is."""
        with self._lock:
            end = min(first + len(hashes) // HASH_BYTES, self._end)
            unknown = RangeSet([(first, end)])
            for start, stop in self._known.within(first, end):
                unknown.subtract(start, stop)
            for start, stop in unknown:
                self._put(start, hashes[(start - first) * HASH_BYTES : (stop - first) * HASH_BYTES])
            return list(unknown)

    def replace(self, first: int, hashes: bytes) -> None:
        """Remember what came with the bytes themselves, whatever was told before."""
        with self._lock:
            self._put(first, hashes[: max(0, self._end - first) * HASH_BYTES])

    def forget(self, first: int, end: int) -> None:
        """Know nothing of some numbers: what they stood for is another by now."""
        with self._lock:
            self._known.subtract(first, end)

    def known(self, first: int, end: int) -> list[tuple[int, int]]:
        """Return which of some numbers are known."""
        with self._lock:
            return self._known.within(first, end)

    def run(self, first: int, end: int) -> bytes | None:
        """Return the hashes from `first` to before `end`; None unless all are known."""
        with self._lock:
            if self._known.within(first, end) != [(first, end)]:
                return None
            return self._hashes.run(first, end)

    def _put(self, first: int, hashes: bytes) -> None:
        self._hashes.put(first, hashes)
        self._known.add(first, first + len(hashes) // HASH_BYTES)
