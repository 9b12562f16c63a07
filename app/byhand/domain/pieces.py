"""How files are cut into pieces and small ones laid into packs, and the root over piece hashes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from blake3 import blake3

from byhand.domain.manifest import Entry, EntryKind

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


@dataclass(frozen=True, slots=True)
class Pack:
    """Small files laid end to end: their entry indices in order, and the bytes of all."""

    members: tuple[int, ...]
    size: int


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


def is_packed(entry: Entry) -> bool:
    """Say whether a file travels inside a pack."""
    return entry.kind is not EntryKind.FOLDER and 0 < entry.size < PACK_MEMBER_LIMIT


def packs_of(entries: Sequence[Entry]) -> tuple[Pack, ...]:
    """Return the packs of a manifest; both sides compute the same (PROTOCOL.md, section 12)."""
    packs: list[Pack] = []
    members: list[int] = []
    size = 0
    for index, entry in enumerate(entries):
        if not is_packed(entry):
            continue
        if members and (size + entry.size > PACK_BYTES or len(members) == PACK_FILES):
            packs.append(Pack(tuple(members), size))
            members, size = [], 0
        members.append(index)
        size += entry.size
    if members:
        packs.append(Pack(tuple(members), size))
    return tuple(packs)


def file_root(size: int, piece_hashes: Iterable[bytes]) -> bytes:
    """Return the 32-byte root of a file or pack from its piece hashes, in order."""
    hasher = blake3(size.to_bytes(8, "little"), derive_key_context=ROOT_CONTEXT)
    for piece_hash in piece_hashes:
        hasher.update(piece_hash)
    return hasher.digest()
