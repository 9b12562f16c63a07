"""Files of an arriving transfer made of what is here already, compared as if they had come."""

import threading
from collections.abc import Generator, Iterable

from blake3 import blake3

from byhand.domain.pieces import (
    HASH_BYTES,
    file_root,
    is_packed,
    piece_count,
    piece_length,
    piece_size,
)
from byhand.engine.arrival import Arrival
from byhand.engine.hash_cache import HashCache
from byhand.engine.held_files import HeldFiles
from byhand.engine.room_check import RoomCheck
from byhand.engine.zeros import zero_hash
from byhand.errors import SourceChangedError, SourceMissingError
from byhand.storage.existing_files import LocalFile
from byhand.storage.part_file import PartFile
from byhand.storage.source import SourceFile, read_whole

BASE_PIECES = 2**20
"""Of so many pieces of old files the hashes may be in memory: 32 MiB."""

Making = Generator[None, None, bool]
"""Does a short step at a time; returns at the end whether the file was made, and is kept."""


class Copying:
    """Copies for one arrival; one thread at a time. All iterators raise StorageError.

    What is here may change, or be gone, at any moment: then nothing is made of it.
    """

    def __init__(self, arrival: Arrival, cache: HashCache, is_over: threading.Event) -> None:
        """Once `is_over` is set and the recorder was nudged, nothing is waited for."""
        self._columns = arrival.accepted.columns
        self._staging = arrival.staging
        self._recorder = arrival.recorder
        self._held = HeldFiles(arrival)
        self._cache = cache
        self._is_over = is_over
        self._room = RoomCheck(arrival.staging)
        self._base_room = BASE_PIECES

    def hashes_of(self, file: LocalFile) -> Generator[None, None, bytes | None]:
        """Return the piece hashes of a file, and remember them; None if it cannot be read."""
        try:
            return (yield from self._hashes_of(file))
        except (SourceChangedError, SourceMissingError):
            return None

    def make(self, entry: int, root: bytes, source: LocalFile, *, is_base: bool = False) -> Making:
        """Make a file of another one if that has the root.

        With `is_base` its bytes lie where the file is to come, if it has another: only what
        differs has to come then.
        """
        size = self._columns.size(entry)
        if source.stamp.size != size:
            return False
        if is_packed(size):
            return (yield from self._guarded(entry, self._make_small(entry, root, source)))
        large = self._make_large(entry, root, source, is_base=is_base and self._has_room(size))
        return (yield from self._guarded(entry, large))

    def leave(self, entry: int, root: bytes, there: LocalFile) -> bool:
        """Leave a file where it is to be saved: it has the root; False if it is too late."""
        if not self._held.hold_back(entry):
            return False
        try:
            return self._held.keep_in_place(entry, root, there.stamp)
        finally:
            self._held.let_in(entry)

    def make_base(self, entry: int, old: LocalFile, hashes: bytes) -> Making:
        """Let the bytes of another file, with these hashes, lie where a file is to come."""
        size = self._columns.size(entry)
        count = _equal_pieces(size, old.stamp.size)
        if is_packed(size) or is_packed(old.stamp.size) or not count or not self._has_room(size):
            return False
        base = self._make_base(entry, old, hashes[: HASH_BYTES * count])
        return (yield from self._guarded(entry, base))

    def _guarded(self, entry: int, making: Making) -> Making:
        if not self._held.hold_back(entry):
            return False
        try:
            return (yield from making)
        except (SourceChangedError, SourceMissingError):
            return False  # it is not what it was any more
        finally:
            self._held.let_in(entry)

    # What is made

    def _make_small(self, entry: int, root: bytes, source: LocalFile) -> Making:
        size = source.stamp.size
        content = memoryview(bytearray(size))
        read_whole(source.path, source.stamp, content)
        yield
        if file_root(size, [blake3(content).digest()]) != root:
            return False
        self._room.before(size)
        return self._held.keep_content(entry, root, content)

    def _make_large(self, entry: int, root: bytes, source: LocalFile, *, is_base: bool) -> Making:
        size = source.stamp.size
        is_kept = is_made = False
        try:
            hashes = yield from self._copied(entry, source, piece_count(size), is_hashed=True)
            if file_root(size, hashes) == root:
                is_kept = is_made = self._held.keep_part(entry, root)
            elif is_base:
                is_kept = self._keep_base(entry, b"".join(hashes))
        finally:
            if not is_kept:
                self._staging.remove(entry)
        return is_made

    def _make_base(self, entry: int, old: LocalFile, hashes: bytes) -> Making:
        is_kept = False
        try:
            yield from self._copied(entry, old, len(hashes) // HASH_BYTES, is_hashed=False)
            is_kept = self._keep_base(entry, hashes)
        finally:
            if not is_kept:
                self._staging.remove(entry)
        return is_kept

    def _keep_base(self, entry: int, hashes: bytes) -> bool:
        self._base_room -= piece_count(self._columns.size(entry))
        return self._held.keep_base(entry, hashes)

    def _has_room(self, size: int) -> bool:
        """Say whether the hashes of one more old file fit into memory."""
        return piece_count(size) <= self._base_room

    # Reading and copying

    def _hashes_of(self, file: LocalFile) -> Generator[None, None, bytes]:
        size, read_at = file.stamp.size, self._cache.clock()
        buffer = memoryview(bytearray(min(size, piece_size(size))))
        hashes: list[bytes] = []
        opened = SourceFile.open(file.path, file.stamp)
        try:
            for piece in range(piece_count(size)):
                start, content = piece * piece_size(size), buffer[: piece_length(size, piece)]
                hashes.append(_hash_of(opened, start, content))
                yield
            opened.check_unchanged()
        finally:
            opened.close()
        joined = b"".join(hashes)
        self._cache.keep([(file.stamp, joined)], read_at)
        return joined

    def _copied(
        self, entry: int, source: LocalFile, count: int, *, is_hashed: bool
    ) -> Generator[None, None, list[bytes]]:
        """Fill the first pieces of a new part file; return the hashes of what lies there then."""
        hashes: list[bytes] = []
        file = SourceFile.open(source.path, source.stamp)
        try:
            part = self._staging.open_part(entry)
            try:
                is_clone = part.clone(file.fileno())
                for start, content in _places(part.size, count if is_hashed or not is_clone else 0):
                    is_hole = not is_clone and not self._copy_piece(file, part, start, content)
                    if is_clone:
                        part.read_into(start, content)
                    if is_hashed:
                        whole = zero_hash(len(content)) if is_hole else blake3(content).digest()
                        hashes.append(whole)
                    yield
            finally:
                part.close()
        finally:
            file.close()
        return hashes

    def _copy_piece(
        self, file: SourceFile, part: PartFile, start: int, content: memoryview
    ) -> bool:
        """Copy one piece; a hole stays one, and False is returned."""
        if file.next_data(start) >= start + len(content):
            return False
        self._room.before(len(content))
        file.read_into(start, content)
        part.write_at(start, content)
        self._recorder.wrote(len(content))
        self._recorder.wait_for_room(self._is_over)
        return True


def _equal_pieces(size: int, old_size: int) -> int:
    """Return how many pieces from the first on have the same place and length in both files."""
    if piece_size(size) != piece_size(old_size):
        return 0
    count = min(piece_count(size), piece_count(old_size))
    return count - (piece_length(size, count - 1) != piece_length(old_size, count - 1))


def _places(size: int, count: int) -> Iterable[tuple[int, memoryview]]:
    """Yield where each of the first pieces begins, and room for what it holds."""
    buffer = memoryview(bytearray(min(size, piece_size(size))))
    for piece in range(count):
        yield piece * piece_size(size), buffer[: piece_length(size, piece)]


def _hash_of(file: SourceFile, start: int, content: memoryview) -> bytes:
    if file.next_data(start) >= start + len(content):
        return zero_hash(len(content))
    file.read_into(start, content)
    return blake3(content).digest()
