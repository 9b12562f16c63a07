"""What an offer contains: entries in order, and the digest that binds an answer to them."""

import struct
from collections.abc import Iterable
from enum import IntEnum

from blake3 import blake3
from msgspec import Struct

ENTRY_LIMIT = 1_000_000
MANY_ENTRIES = 200_000
"""Above this whoever is asked is told that it is a lot to save and to look through."""
MANIFEST_BYTES_LIMIT = 256 * 1024 * 1024
SIZE_LIMIT = 2**56
TEXT_BYTES_LIMIT = 1024 * 1024
DIGEST_CONTEXT = "byhand manifest v1"
_HEAD = struct.Struct("<BQqBH")


class EntryKind(IntEnum):
    """What an entry is; the numbers are part of the wire protocol."""

    FILE = 0
    FOLDER = 1
    TEXT = 2


class Entry(Struct, frozen=True, gc=False):
    """One file or folder of an offer; sizes in bytes, `components` as they travel."""

    components: tuple[str, ...]
    kind: EntryKind
    size: int = 0
    allocated: int = 0
    mtime_ns: int = 0
    is_executable: bool = False


class Totals(Struct, frozen=True):
    """How much an offer holds: files (folders do not count), bytes, and bytes really on disk."""

    files: int
    bytes: int
    allocated: int


def totals_of(entries: Iterable[Entry]) -> Totals:
    """Return how much some entries hold together."""
    files = byte_count = allocated = 0
    for entry in entries:
        files += entry.kind is not EntryKind.FOLDER
        byte_count += entry.size
        allocated += entry.allocated
    return Totals(files, byte_count, allocated)


class ManifestDigest:
    """The digest over all entries in index order, entry by entry (PROTOCOL.md, section 12)."""

    def __init__(self) -> None:
        self._hasher = blake3(derive_key_context=DIGEST_CONTEXT)

    def update(self, entries: Iterable[Entry]) -> None:
        """Add the next entries."""
        for entry in entries:
            self._hasher.update(_encoded(entry))

    def digest(self) -> bytes:
        """Return the 32 bytes over what was added so far."""
        return self._hasher.digest()


def manifest_digest(entries: Iterable[Entry]) -> bytes:
    """Return the digest over entries that are all there."""
    digest = ManifestDigest()
    digest.update(entries)
    return digest.digest()


def _encoded(entry: Entry) -> bytes:
    components = entry.components
    head = _HEAD.pack(entry.kind, entry.size, entry.mtime_ns, entry.is_executable, len(components))
    return head + b"".join(map(_encoded_name, components))


def _encoded_name(component: str) -> bytes:
    name = component.encode()
    return len(name).to_bytes(2, "little") + name
