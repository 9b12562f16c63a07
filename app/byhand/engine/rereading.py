"""Reading again what is in doubt of files that were left."""

from collections.abc import Callable
from pathlib import Path

from blake3 import blake3

from byhand.domain.columns import Columns
from byhand.domain.pieces import file_root, piece_count, piece_length, piece_size
from byhand.domain.ranges import RangeSet
from byhand.errors import StorageError
from byhand.storage.staging import Staging


class Rereading:
    """Compares bytes on the disk with hashes; `read_bytes` counts them.

    All raises StorageError, also once `is_stopped`.
    """

    def __init__(self, columns: Columns, staging: Staging, is_stopped: Callable[[], bool]) -> None:
        self.read_bytes = 0
        self._columns = columns
        self._staging = staging
        self._is_stopped = is_stopped

    def good_pieces(self, entry: int, first: int, hashes: bytes) -> RangeSet:
        """Return those of some pieces of a part file that have their hashes."""
        good = RangeSet()
        for place, piece_hash in enumerate(self._piece_hashes(entry, first, len(hashes) // 32)):
            if piece_hash == hashes[32 * place : 32 * place + 32]:
                good.add(first + place, first + place + 1)
        return good

    def root(self, entry: int) -> bytes:
        """Return the root of a part file."""
        size = self._columns.size(entry)
        return file_root(size, self._piece_hashes(entry, 0, piece_count(size)))

    def member_hash(self, entry: int) -> bytes:
        """Return the hash of a small file's content."""
        self._check_stop()
        content = self._staging.read_member(entry)
        self.read_bytes += len(content)
        return blake3(content).digest()

    def _piece_hashes(self, entry: int, first: int, count: int) -> list[bytes]:
        size = self._columns.size(entry)
        buffer = memoryview(bytearray(min(size, piece_size(size))))
        part = self._staging.open_part(entry)
        hashes = []
        try:
            for piece in range(first, first + count):
                self._check_stop()
                content = buffer[: piece_length(size, piece)]
                part.read_into(piece * piece_size(size), content)
                hashes.append(blake3(content).digest())
                self.read_bytes += len(content)
        finally:
            part.close()
        return hashes

    def _check_stop(self) -> None:
        if self._is_stopped():
            raise StorageError(Path(self._staging.path), "not looked through to the end")
