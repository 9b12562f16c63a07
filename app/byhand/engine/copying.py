"""Files of an arriving transfer made of what is here already, compared as if they had come."""

import threading
from collections.abc import Generator
from pathlib import Path

from blake3 import blake3

from byhand.domain.pieces import MIB, file_root, is_packed, piece_count, piece_length, piece_size
from byhand.engine.arrival import Arrival
from byhand.engine.zeros import zero_hash
from byhand.errors import DiskFullError, SourceChangedError, SourceMissingError
from byhand.storage.existing_files import LocalFile
from byhand.storage.source import SourceFile, read_whole
from byhand.storage.staging import PartFile

CHECK_BYTES = 64 * MIB


class Copying:
    """Copies for one arrival; one thread at a time, and each step of an iterator is short."""

    def __init__(self, arrival: Arrival, is_over: threading.Event) -> None:
        """Once `is_over` is set and the pieces were nudged, nothing is waited for."""
        self._is_over = is_over
        self._columns = arrival.accepted.columns
        self._staging = arrival.staging
        self._pieces = arrival.pieces
        self._recorder = arrival.recorder
        self._unchecked_bytes = 0

    def make(self, entry: int, root: bytes, source: LocalFile) -> Generator[None, None, bool]:
        """Make a file of one of its size; say whether that has the root, and is kept.

        Nothing is kept of another file, nor of one of which something has come. Raises
        StorageError.
        """
        if source.stamp.size != self._columns.size(entry) or not self._pieces.hold_back(entry):
            return False
        try:
            make = self._make_small if is_packed(source.stamp.size) else self._make_large
            return (yield from make(entry, root, source))
        except (SourceChangedError, SourceMissingError):
            return False  # it is not what it was any more
        finally:
            self._pieces.let_in(entry)

    def _make_small(
        self, entry: int, root: bytes, source: LocalFile
    ) -> Generator[None, None, bool]:
        size = source.stamp.size
        content = memoryview(bytearray(size))
        read_whole(source.path, source.stamp, content)
        yield
        if file_root(size, [blake3(content).digest()]) != root:
            return False
        self._check_room(size)
        return self._pieces.keep_copy(entry, root, content)

    def _make_large(
        self, entry: int, root: bytes, source: LocalFile
    ) -> Generator[None, None, bool]:
        size = source.stamp.size
        is_kept = False
        file = SourceFile.open(source.path, source.stamp)
        try:
            part = self._staging.open_part(entry)
            try:
                hashes = yield from self._copied(file, part)
            finally:
                part.close()
            is_kept = file_root(size, hashes) == root and self._pieces.keep_copy(entry, root, None)
        finally:
            file.close()
            if not is_kept:
                self._staging.remove(entry)
        return is_kept

    def _copied(self, file: SourceFile, part: PartFile) -> Generator[None, None, list[bytes]]:
        """Fill a part file from a file of its size; return the hashes of what lies there then."""
        is_clone = part.clone(file.fileno())
        size = part.size
        buffer = memoryview(bytearray(min(size, piece_size(size))))
        hashes: list[bytes] = []
        for piece in range(piece_count(size)):
            content = buffer[: piece_length(size, piece)]
            start = piece * piece_size(size)
            if is_clone:
                part.read_into(start, content)
                hashes.append(blake3(content).digest())
            else:
                hashes.append(self._copy_piece(file, part, start, content))
            yield
        return hashes

    def _copy_piece(
        self, file: SourceFile, part: PartFile, start: int, content: memoryview
    ) -> bytes:
        """Copy one piece and return its hash; a hole stays one."""
        if file.next_data(start) >= start + len(content):
            return zero_hash(len(content))
        self._check_room(len(content))
        file.read_into(start, content)
        part.write_at(start, content)
        self._recorder.wrote(len(content))
        self._recorder.wait_for_room(self._is_over)
        return blake3(content).digest()

    def _check_room(self, length: int) -> None:
        self._unchecked_bytes += length
        if self._unchecked_bytes > CHECK_BYTES:
            missing = self._staging.missing_bytes(0)
            if missing:
                raise DiskFullError(Path(self._staging.base), missing)
            self._unchecked_bytes = 0
