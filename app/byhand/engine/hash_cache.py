"""Piece hashes of files that were read before, by what the files look like."""

import time
from collections.abc import Callable, Iterable, Sequence

from byhand.storage.file_stamps import is_settled
from byhand.storage.source import FileStamp

Lookup = Callable[[Sequence[FileStamp]], Sequence[bytes | None]]
"""Returns the piece hashes of each file, n × 32 bytes, or None; may block."""
Keep = Callable[[Sequence[tuple[FileStamp, bytes]]], None]
"""Remembers the piece hashes of files; returns at once."""


def _know_nothing(stamps: Sequence[FileStamp]) -> Sequence[bytes | None]:
    return [None] * len(stamps)


def _keep_nothing(files: Sequence[tuple[FileStamp, bytes]]) -> None:
    del files


class HashCache:
    """The engine's way to the store of hashes; used from lanes and worker threads."""

    def __init__(
        self,
        lookup: Lookup = _know_nothing,
        keep: Keep = _keep_nothing,
        clock: Callable[[], int] = time.time_ns,
    ) -> None:
        """Both are called from any thread; the clock tells Unix nanoseconds."""
        self.lookup = lookup
        self.clock = clock
        self._keep = keep

    def keep(self, files: Iterable[tuple[FileStamp, bytes]], read_at_ns: int) -> None:
        """Remember the hashes of files read whole since then, but for those changed just before.

        Another change may hide behind the same time.
        """
        settled = [each for each in files if is_settled(each[0], read_at_ns)]
        if settled:
            self._keep(settled)
