"""The files of one arriving transfer of which some pieces are there, but that are not finished."""

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from contextlib import ExitStack

from byhand.domain.columns import Columns
from byhand.domain.pieces import HASH_BYTES, file_root, piece_count, piece_length, piece_size
from byhand.domain.ranges import RangeSet
from byhand.engine.piece_hashes import PieceHashes
from byhand.errors import RemoteProtocolError
from byhand.storage.staging import PartFile, Staging

OPEN_LIMIT = 64
"""So many part files are open at a time; the one used least recently is closed for another."""
BEGUN_LIMIT = 65_536
"""So many files may be begun, or whole and not vouched for: each takes memory."""


class ArrivingFile:
    """What is there of a file of several pieces, with which hashes.

    `base` are the hashes of old bytes that lie where pieces are missing, by piece; `is_fresh`
    if what is missing reads as zeros for sure.
    """

    __slots__ = ("base", "based", "hashes", "is_fresh", "missing", "size")

    def __init__(self, size: int, *, is_fresh: bool) -> None:
        count = piece_count(size)
        self.size = size
        self.missing = RangeSet([(0, count)])
        self.hashes = PieceHashes(count)
        self.base = PieceHashes(count)
        self.based = RangeSet()
        self.is_fresh = is_fresh

    def note(self, first: int, hashes: bytes | memoryview) -> int:
        """Take note that pieces are there; return their bytes."""
        end = first + len(hashes) // HASH_BYTES
        self.hashes.put(first, hashes)
        self.missing.subtract(first, end)
        return self.span(first, end)

    def span(self, first: int, end: int) -> int:
        """Return how many bytes some pieces have."""
        return (end - 1 - first) * piece_size(self.size) + piece_length(self.size, end - 1)

    def present_bytes(self) -> int:
        """Return how many bytes are there."""
        return self.size - sum(self.span(first, end) for first, end in self.missing)

    def bytes_about(self) -> int:
        """Return about how many bytes are there; from any thread, also while pieces come."""
        return max(0, self.size - self.missing.count() * piece_size(self.size))

    def root(self) -> bytes:
        """Return the root of a file that is whole."""
        return file_root(self.size, self.hashes.all())

    def runs_here(self) -> list[tuple[int, bytes]]:
        """Return the hashes of what is there, by runs."""
        present = self._present()
        return [(first, self.hashes.run(first, end)) for first, end in present]

    def start_over(self, *, keeps_base: bool) -> list[tuple[int, bytes]]:
        """Want all pieces again; return the hashes of what is there, by runs, if it is kept."""
        count = piece_count(self.size)
        present = self._present() if keeps_base else RangeSet()
        self.set_base(self.hashes, present)
        self.hashes, self.missing = PieceHashes(count), RangeSet([(0, count)])
        return [(first, self.base.run(first, end)) for first, end in present]

    def set_base(self, hashes: PieceHashes, based: RangeSet) -> None:
        """Take note that old bytes lie where pieces are missing."""
        self.base, self.based = hashes, based
        self.is_fresh = False

    def set_base_run(self, hashes: bytes) -> None:
        """Take note that old bytes lie where the first pieces are missing."""
        count = piece_count(self.size)
        base = PieceHashes(count)
        base.put(0, hashes)
        self.set_base(base, RangeSet([(0, len(hashes) // HASH_BYTES)]))

    def base_runs(self) -> list[tuple[int, bytes]]:
        """Return the hashes of old bytes where pieces are missing, by runs."""
        runs = (run for based in self.based for run in self.missing.within(*based))
        return [(first, self.base.run(first, end)) for first, end in runs]

    def want_end(self) -> int:
        """Want the last piece once more; return its bytes."""
        last = piece_count(self.size) - 1
        self.missing.add(last, last + 1)
        self.is_fresh = False
        return piece_length(self.size, last)

    def _present(self) -> RangeSet:
        present = RangeSet([(0, piece_count(self.size))])
        for first, end in self.missing:
            present.subtract(first, end)
        return present


class ArrivingFiles:
    """Begun files by entry, and their open part files; what opens is for one thread at a time."""

    def __init__(self, columns: Columns, staging: Staging) -> None:
        self._columns = columns
        self._staging = staging
        self._begun: dict[int, ArrivingFile] = {}
        self._open: OrderedDict[int, PartFile] = OrderedDict()

    def get(self, entry: int) -> ArrivingFile | None:
        """Return what is there of a file; None if it is not begun, or is finished."""
        return self._begun.get(entry)

    def bytes_about(self, entry: int) -> int:
        """Return about how many bytes are there of a file that is begun; 0 for any other."""
        arriving = self._begun.get(entry)
        return 0 if arriving is None else arriving.bytes_about()

    def bases(
        self, entries: Iterable[int] | None = None
    ) -> Iterator[tuple[int, list[tuple[int, bytes]]]]:
        """Yield those, of some or all, of which old bytes lie where pieces are missing."""
        for entry in self._begun if entries is None else entries:
            arriving = self._begun.get(entry)
            if arriving is not None and (runs := arriving.base_runs()):
                yield entry, runs

    def begin(self, entry: int, *, is_fresh: bool = True) -> ArrivingFile:
        """Return what is there of a file, begun now unless it is.

        RemoteProtocolError if too many are begun.
        """
        arriving = self._begun.get(entry)
        if arriving is None:
            if len(self._begun) >= BEGUN_LIMIT:
                raise RemoteProtocolError("too many files at once")
            arriving = ArrivingFile(self._columns.size(entry), is_fresh=is_fresh)
            self._begun[entry] = arriving
        return arriving

    def part(self, entry: int) -> PartFile:
        """Return the open part file of an entry; raise StorageError."""
        part = self._open.get(entry)
        if part is not None:
            self._open.move_to_end(entry)
            return part
        if len(self._open) >= OPEN_LIMIT:
            self._open.popitem(last=False)[1].close()
        part = self._open[entry] = self._staging.open_part(entry)
        return part

    def missing(self, entry: int) -> RangeSet:
        """Return the pieces of a file that are not there."""
        arriving = self._begun.get(entry)
        if arriving is not None:
            return arriving.missing.copy()
        return RangeSet([(0, piece_count(self._columns.size(entry)))])

    def close_part(self, entry: int) -> None:
        """Close the part file of an entry, if it is open; raise StorageError."""
        part = self._open.pop(entry, None)
        if part is not None:
            part.close()

    def drop(self, entry: int) -> None:
        """Forget what is there of a file: it is finished, or given up."""
        self._begun.pop(entry, None)

    def close(self) -> None:
        """Close every part file, each of them even if one fails; raise StorageError."""
        parts, self._open = list(self._open.values()), OrderedDict()
        with ExitStack() as closing:
            for part in parts:
                closing.callback(part.close)
