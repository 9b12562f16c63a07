"""How files are cut into pieces and small ones laid into packs, and the root over piece hashes."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable

from blake3 import blake3

from byhand.domain.columns import Columns

KIB = 1024
MIB = 1024 * KIB
GIB = 1024 * MIB
TIB = 1024 * GIB

PIECE_SIZES = ((16 * GIB, 256 * KIB), (256 * GIB, MIB), (4 * TIB, 4 * MIB))
LARGEST_PIECE = 16 * MIB
PACK_MEMBER_LIMIT = 256 * KIB
PACK_BYTES = MIB
PACK_FILES = 1024
PACK_INDEX = 0xFFFFFFFE
ROOT_CONTEXT = "byhand file root v1"
# Making a key of the context costs what hashing a small file does.
_ROOT_HASHER = blake3(derive_key_context=ROOT_CONTEXT)
HASH_BYTES = 32
"""Of the BLAKE3 of a piece."""


def piece_size(file_size: int) -> int:
    """Return the piece size in bytes of a file of this size (PROTOCOL.md, section 12)."""
    for limit, size in PIECE_SIZES:
        if file_size <= limit:
            return size
    return LARGEST_PIECE


def piece_count(file_size: int) -> int:
    """Return how many pieces a file has; 0 for an empty one."""
    return -(-file_size // piece_size(file_size))


def piece_length(file_size: int, piece: int) -> int:
    """Return the bytes of one piece; only the last may be shorter."""
    size = piece_size(file_size)
    return min(size, file_size - piece * size)


def span(file_size: int, first: int, count: int) -> int:
    """Return the bytes of some pieces that follow each other, at least one."""
    return (count - 1) * piece_size(file_size) + piece_length(file_size, first + count - 1)


def is_packed(file_size: int) -> bool:
    """Say whether a file of this size travels inside a pack; it has no pieces of its own then."""
    return 0 < file_size < PACK_MEMBER_LIMIT


def file_root(size: int, piece_hashes: Iterable[bytes]) -> bytes:
    """Return the 32-byte root of a file or pack from its piece hashes, in order."""
    hasher = _ROOT_HASHER.copy()
    hasher.update(size.to_bytes(8, "little"))
    for piece_hash in piece_hashes:
        hasher.update(piece_hash)
    return hasher.digest()


class Packs:
    """Small files laid end to end; both sides compute the same (PROTOCOL.md, section 12).

    Numbered from 0; 16 bytes a pack are kept beside the columns of the manifest.
    """

    def __init__(self, columns: Columns) -> None:
        """Take the columns of the whole manifest."""
        self._columns = columns
        self._firsts = array("I")
        self._sizes = array("Q")
        size, count = PACK_BYTES, PACK_FILES
        for index, member_size in enumerate(columns.sizes()):
            if not is_packed(member_size):
                continue
            if size + member_size > PACK_BYTES or count == PACK_FILES:
                self._firsts.append(index)
                self._sizes.append(0)
                size = count = 0
            size += member_size
            count += 1
            self._sizes[-1] = size

    def __len__(self) -> int:
        return len(self._sizes)

    def size(self, number: int) -> int:
        """Return the bytes of a pack."""
        return self._sizes[number]

    def members(self, number: int) -> list[int]:
        """Return the entry indices of the files in a pack, in order."""
        is_last = number + 1 == len(self._firsts)
        end = len(self._columns) if is_last else self._firsts[number + 1]
        span = range(self._firsts[number], end)
        return [index for index in span if is_packed(self._columns.size(index))]

    def pack_of(self, entry: int) -> int | None:
        """Return the number of the pack that a file is in, None if it is in none."""
        if not is_packed(self._columns.size(entry)):
            return None
        return bisect_right(self._firsts, entry) - 1
