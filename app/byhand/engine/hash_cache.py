"""Piece hashes of files that were read before, by what the files look like."""

import time
from collections.abc import Callable, Iterable, Sequence

from byhand.domain.pieces import file_root
from byhand.engine.hash_strings import split_hashes
from byhand.storage.file_stamps import is_settled
from byhand.storage.hash_store import FileHashes
from byhand.storage.source import FileStamp

Lookup = Callable[[Sequence[FileStamp]], Sequence[FileHashes | None]]
"""Returns what is known of each file; may block."""
Keep = Callable[[Sequence[tuple[FileStamp, FileHashes]]], None]
"""Remembers the hashes of files; returns at once."""


def _know_nothing(stamps: Sequence[FileStamp]) -> Sequence[FileHashes | None]:
    return [None] * len(stamps)


def _keep_nothing(files: Sequence[tuple[FileStamp, FileHashes]]) -> None:
    del files


class HashCache:
    """The engine's way to the store of hashes; used from lanes and worker threads."""

    def __init__(
        self,
        lookup: Lookup = _know_nothing,
        keep: Keep = _keep_nothing,
        clock: Callable[[], int] = time.time_ns,
    ) -> None:
        """`lookup` and `keep` are called from any thread; the clock tells Unix nanoseconds."""
        self.clock = clock
        self._lookup = lookup
        self._keep = keep

    def lookup(self, stamps: Sequence[FileStamp]) -> list[bytes | None]:
        """Return the piece hashes of each file, n × 32 bytes, where they are known; may block."""
        found = self._lookup(stamps) if stamps else ()
        return [None if known is None else known.pieces for known in found]

    def keep(self, files: Iterable[tuple[FileStamp, bytes]], read_at_ns: int) -> None:
        """Remember the piece hashes of files read whole since then, if they had been left alone."""
        settled = [
            (stamp, FileHashes(pieces, file_root(stamp.size, split_hashes(pieces))))
            for stamp, pieces in files
            if is_settled(stamp, read_at_ns)
        ]
        if settled:
            self._keep(settled)
