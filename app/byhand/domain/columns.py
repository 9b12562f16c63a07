"""What planning needs of every entry of a manifest, kept in arrays: nine bytes an entry."""

from array import array
from collections.abc import Iterable, Iterator, Sequence

from byhand.domain.manifest import Entry, EntryKind, Totals

_KIND = 0b11
_EXECUTABLE = 0b100
_SPARSE = 0b1000
_KINDS = tuple(EntryKind)
_FOLDER = int(EntryKind.FOLDER)


def mark_of(entry: Entry) -> int:
    """Return kind, executable bit and whether it is sparse, as one byte."""
    executable = _EXECUTABLE if entry.is_executable else 0
    return entry.kind | executable | (_SPARSE if entry.allocated < entry.size else 0)


def kind_of(mark: int) -> EntryKind:
    """Return the kind in a mark; LookupError for one that nobody made."""
    return _KINDS[mark & _KIND]


def is_executable(mark: int) -> bool:
    """Return the executable bit in a mark."""
    return bool(mark & _EXECUTABLE)


class Columns:
    """Kinds and sizes by entry index, and totals; grows, and never changes otherwise.

    One thread may add while others look at indices below `len`.
    """

    def __init__(self) -> None:
        self._sizes = array("Q")
        self._files = 0
        self._bytes = 0
        self._allocated = 0
        self._marks = bytearray()

    def __len__(self) -> int:
        return len(self._marks)

    def extend(self, marks: bytes, sizes: Sequence[int], allocated: Sequence[int]) -> None:
        """Add the columns of the next entries, as they are in `mark_of` and Entry."""
        self._sizes.extend(sizes)
        self._files += sum(mark & _KIND != _FOLDER for mark in marks)
        self._bytes += sum(sizes)
        self._allocated += sum(allocated)
        # Last: it is what `len` tells.
        self._marks += marks

    def kind(self, index: int) -> EntryKind:
        """Return what an entry is."""
        return kind_of(self._marks[index])

    def is_folder(self, index: int) -> bool:
        """Say whether an entry is a folder."""
        return self._marks[index] & _KIND == _FOLDER

    def is_sparse(self, index: int) -> bool:
        """Say whether a file holds less on its disk than its size."""
        return bool(self._marks[index] & _SPARSE)

    def size(self, index: int) -> int:
        """Return the bytes of a file; 0 for a folder."""
        return self._sizes[index]

    def sizes(self) -> Iterator[int]:
        """Yield all sizes in order."""
        return iter(self._sizes)

    @property
    def totals(self) -> Totals:
        """How much all entries hold together."""
        return Totals(self._files, self._bytes, self._allocated)


def columns_of(entries: Iterable[Entry]) -> Columns:
    """Return the columns of some entries."""
    columns = Columns()
    listed = list(entries)
    columns.extend(
        bytes(map(mark_of, listed)),
        [entry.size for entry in listed],
        [entry.allocated for entry in listed],
    )
    return columns
