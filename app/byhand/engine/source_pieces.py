"""Reads the pieces and packs of one outgoing transfer into a lane's buffer and hashes them."""

import threading
from collections.abc import Iterable, Sequence

from blake3 import blake3

from byhand.domain.codes import Code
from byhand.domain.pieces import PACK_INDEX, Pack, file_root, piece_count, piece_length, piece_size
from byhand.engine.bandwidth import Bucket
from byhand.engine.reports import RootKnown, SourceFailed, TellSender
from byhand.engine.zeros import zero_hash
from byhand.errors import SourceChangedError, SourceMissingError
from byhand.storage.source import SourceEntry, SourceFile


class SourcePieces:
    """The readable side of one transfer: sources, packs, the piece hashes seen so far.

    Lanes call it from their threads; a failed entry is reported once and then skipped. `bucket`
    limits how fast it is sent; whoever owns the transfer may put another one there.
    """

    def __init__(
        self, number: int, sources: Sequence[SourceEntry], packs: Sequence[Pack], tell: TellSender
    ) -> None:
        self.number = number
        self.tell = tell
        self.bucket = Bucket()
        self.sent_bytes = 0
        self._sources = sources
        self._packs = packs
        self._hashes: dict[tuple[int, int], dict[int, bytes]] = {}
        self._rooted: set[tuple[int, int]] = set()
        self._roots: dict[int, bytes] = {}
        self._failed: set[int] = set()
        self._lock = threading.Lock()

    def roots_of(self, entries: Iterable[int]) -> dict[int, bytes]:
        """Return the roots of those entries that were read whole; for the receipt."""
        return {
            entry: self._roots[entry] if self.size(entry) else file_root(0, [])
            for entry in entries
            if entry in self._roots or not self.size(entry)
        }

    def size(self, entry: int) -> int:
        """Return a file's size in bytes."""
        return self._sources[entry].entry.size

    def is_sparse(self, entry: int) -> bool:
        """Say whether a file holds less on disk than its size."""
        offered = self._sources[entry].entry
        return offered.allocated < offered.size

    def pack(self, number: int) -> Pack:
        """Return a pack by its number."""
        return self._packs[number]

    def is_failed(self, entry: int) -> bool:
        """Say whether an entry was given up."""
        return entry in self._failed

    def open(self, entry: int) -> SourceFile | None:
        """Open a file; None, and a report, when it is gone, changed or unreadable."""
        try:
            return SourceFile.open(self._sources[entry])
        except (SourceChangedError, SourceMissingError) as exc:
            self.fail(entry, exc)
            return None

    def fail(self, entry: int, error: SourceChangedError | SourceMissingError) -> None:
        """Give an entry up and say so, once."""
        with self._lock:
            if entry in self._failed:
                return
            self._failed.add(entry)
            self._roots.pop(entry, None)
        changed = isinstance(error, SourceChangedError)
        self.tell(SourceFailed(entry, Code.SOURCE_CHANGED if changed else Code.SOURCE_GONE))

    def read_pack(self, number: int, out: memoryview) -> list[bytes]:
        """Read a pack end to end; members that cannot be read are zeros and reported."""
        place = 0
        for entry in self._packs[number].members:
            size = self.size(entry)
            self._read_member(entry, out[place : place + size])
            place += size
        hashes = [blake3(out[:place]).digest()]
        known = self._known(PACK_INDEX, number, 0, hashes)
        if known is not None:
            self.tell(RootKnown(PACK_INDEX, number, 0, file_root(place, known)))
        return hashes

    def read_pieces(
        self, source: SourceFile, entry: int, first: int, out: memoryview
    ) -> list[bytes]:
        """Read as many whole pieces as fill `out`, from piece `first`; return their hashes.

        Raises SourceChangedError or SourceMissingError.
        """
        size = piece_size(self.size(entry))
        hashes: list[bytes] = []
        for start in range(0, len(out), size):
            # Piece by piece: it is hashed while it is still in the processor's cache.
            piece = out[start : start + size]
            source.read_into(first * size + start, piece)
            hashes.append(blake3(piece).digest())
        self._know(source, entry, first, hashes)
        return hashes

    def holes_at(self, source: SourceFile, entry: int, first: int, end: int) -> int:
        """Return how many pieces from `first`, before `end`, lie in a hole of the file."""
        size = self.size(entry)
        piece = first
        while piece < end and source.is_hole(piece * piece_size(size), piece_length(size, piece)):
            piece += 1
        return piece - first

    def know_zeros(self, source: SourceFile, entry: int, first: int, count: int) -> None:
        """Take note that pieces lie in a hole; raises as `read_pieces` does."""
        size = self.size(entry)
        hashes = [zero_hash(piece_length(size, piece)) for piece in range(first, first + count)]
        self._know(source, entry, first, hashes)

    def _read_member(self, entry: int, out: memoryview) -> None:
        source = None if self.is_failed(entry) else self.open(entry)
        if source is None:
            out[:] = bytes(len(out))
            return
        try:
            source.read_into(0, out)
            source.check_unchanged()
        except (SourceChangedError, SourceMissingError) as exc:
            self.fail(entry, exc)
            out[:] = bytes(len(out))
            return
        finally:
            source.close()
        self._roots[entry] = file_root(len(out), [blake3(out).digest()])

    def _know(self, source: SourceFile, entry: int, first: int, hashes: list[bytes]) -> None:
        """Remember hashes; report the root with the last one, of a file that is still the same.

        What was vouched for is not taken back: the receiver may be finished with it at once.
        """
        known = self._known(entry, -1, first, hashes)
        if known is None:
            return
        source.check_unchanged()
        root = file_root(self.size(entry), known)
        with self._lock:
            if entry in self._failed:
                return
            self._roots[entry] = root
        self.tell(RootKnown(entry, -1, 0, root))

    def _known(self, entry: int, pack: int, first: int, hashes: list[bytes]) -> list[bytes] | None:
        """Remember hashes; return all of them, in order, once the last one is there."""
        key = (entry, pack)
        count = piece_count(self.size(entry)) if pack < 0 else 1
        with self._lock:
            if key in self._rooted:
                return None
            known = self._hashes.setdefault(key, {})
            known.update(enumerate(hashes, first))
            if len(known) < count:
                return None
            self._rooted.add(key)
            del self._hashes[key]
        return [known[piece] for piece in range(count)]
