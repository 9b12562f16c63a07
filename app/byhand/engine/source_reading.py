"""Reading the pieces of one source file into a lane's buffer, and hashing them."""

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from time import monotonic

from blake3 import blake3

from byhand.domain.bottleneck import Activity
from byhand.domain.pieces import MIB, piece_length, piece_size
from byhand.domain.stopwatch import Stopwatch
from byhand.engine.source_pieces import SourcePieces
from byhand.engine.zeros import zero_hash
from byhand.protocol.data_frame import PIECES_LIMIT, ZERO_PIECES_LIMIT
from byhand.storage.source import FileStamp, SourceFile

CHECK_BYTES = 64 * MIB
CHECK_SECONDS = 1.0


class SourceReading:
    """One file while a thread reads pieces of it; looked at every 64 MiB and every second.

    Everything raises SourceChangedError or SourceMissingError.
    """

    def __init__(
        self,
        pieces: SourcePieces,
        entry: int,
        generation: int,
        file: SourceFile,
        stamp: FileStamp,
        watch: Stopwatch,
    ) -> None:
        self.entry = entry
        self.generation = generation
        self._pieces = pieces
        self._file = file
        self._stamp = stamp
        self._watch = watch
        self._size = pieces.size(entry)
        self._piece_size = piece_size(self._size)
        # Up to where no hole is; everywhere, where the file has none.
        self._data_end = 0 if pieces.offered.columns.is_sparse(entry) else self._size
        self._unchecked = 0
        self._opened_at = pieces.cache.clock()
        self._checked_at = monotonic()

    def portion(self, first: int, end: int, byte_aim: int) -> tuple[int, bool]:
        """Return how many of the next pieces to take at once, and whether they are a hole.

        Of a hole as many as one frame may name; else what comes next to so many bytes.
        """
        holes = self._holes(first, min(end, first + ZERO_PIECES_LIMIT))
        if holes:
            return holes, True
        end = min(end, -(-self._data_end // self._piece_size))
        return min(max(1, byte_aim // self._piece_size), PIECES_LIMIT, end - first), False

    def take_zeros(self, first: int, count: int) -> None:
        """Take note that pieces lie in a hole."""
        whole = zero_hash(self._piece_size) * (count - 1)
        last = zero_hash(piece_length(self._size, first + count - 1))
        self._know(first, whole + last, is_hole=True)

    def read(self, first: int, out: memoryview) -> Generator[None, None, bytes]:
        """Fill `out` with whole pieces from piece `first` on; return their hashes at the end.

        Pieces larger than 1 MiB are read in steps, so that others get their turn.
        """
        if self._piece_size > MIB:
            hashes = yield from self._read_in_steps(first, out)
        else:
            hashes = self._read_pieces(first, out)
        self._unchecked += len(out)
        if self._unchecked >= CHECK_BYTES or monotonic() - self._checked_at > CHECK_SECONDS:
            self._look()
        self._know(first, hashes)
        return hashes

    def check(self) -> None:
        """Look whether the file is the same, if anything was read since the last look."""
        if self._unchecked:
            self._look()

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _read_pieces(self, first: int, out: memoryview) -> bytes:
        hashes: list[bytes] = []
        for start in range(0, len(out), self._piece_size):
            # Piece by piece: it is hashed while it is still in the processor's cache.
            piece = out[start : start + self._piece_size]
            self._read(first * self._piece_size + start, piece)
            hashes.append(blake3(piece).digest())
        return b"".join(hashes)

    def _read_in_steps(self, first: int, out: memoryview) -> Generator[None, None, bytes]:
        hasher = blake3()
        for start in range(0, len(out), MIB):
            part = out[start : start + MIB]
            self._read(first * self._piece_size + start, part)
            hasher.update(part)
            yield
        return hasher.digest()

    def _read(self, start: int, out: memoryview) -> None:
        self._watch.switch(Activity.DISK)
        self._file.read_into(start, out)
        self._watch.switch(Activity.COMPUTING)

    def _holes(self, first: int, end: int) -> int:
        start = first * self._piece_size
        if start < self._data_end:
            return 0
        data = self._file.next_data(start)
        if data < min(start + self._piece_size, self._size):
            self._data_end = max(self._file.next_hole(data), data + 1)
            return 0
        is_rest = data >= self._size
        return (end if is_rest else min(end, data // self._piece_size)) - first

    def _know(self, first: int, hashes: bytes, *, is_hole: bool = False) -> None:
        """Remember hashes; with the last one vouch for a file that is still the same.

        What was vouched for is not taken back: the receiver may be finished with it at once.
        """
        whole = self._pieces.know(self.entry, self.generation, first, hashes, is_hole=is_hole)
        if whole is None:
            return
        self._look()
        self._pieces.cache.keep([(self._stamp, whole)], self._opened_at)
        self._pieces.vouch(self.entry, self.generation, whole)

    def _look(self) -> None:
        self._file.check_unchanged()
        self._unchecked, self._checked_at = 0, monotonic()


@contextmanager
def reading(pieces: SourcePieces, entry: int, watch: Stopwatch) -> Iterator[SourceReading]:
    """Open a file and close it at the end; raises SourceChangedError or SourceMissingError.

    `watch` is that of the thread that reads.
    """
    generation = pieces.hashes.generation(entry)
    watch.switch(Activity.DISK)
    stamp = pieces.stamp(entry, generation)
    file = SourceFile.open(pieces.offered.sources[entry].path, stamp)
    watch.switch(Activity.COMPUTING)
    opened = SourceReading(pieces, entry, generation, file, stamp, watch)
    try:
        yield opened
    finally:
        opened.close()
