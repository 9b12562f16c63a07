"""What is known of the bytes of an outgoing transfer: hashes, roots, generations, failures."""

import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from byhand.domain.codes import Code
from byhand.domain.flags import places_of_ones
from byhand.domain.pieces import MIB, PACK_INDEX, file_root, is_packed, piece_count
from byhand.domain.ranges import RangeSet
from byhand.engine.hash_strings import NO_HASH, count_unknown, fits, split_hashes
from byhand.engine.offered import Offered
from byhand.engine.recent_hashes import RecentHashes
from byhand.engine.reports import RootKnown, SourceChanged, SourceFailed
from byhand.errors import SourceChangedError
from byhand.protocol.data_frame import HASH_BYTES

KEPT_BYTES = 8 * MIB
"""How many piece hashes of files that were read whole stay, to be compared with."""

_CHANGED = 1
_FAILED = 2
_ALONE = 4
_CODE_SHIFT = 3
_CODES = (Code.SOURCE_CHANGED, Code.SOURCE_GONE, Code.SOURCE_UNREADABLE)
_TROUBLE = bytes(bool(mark & (_CHANGED | _FAILED)) for mark in range(256))
_TOLD = bytes(mark & (_ALONE | _FAILED) == _ALONE for mark in range(256))


@dataclass(slots=True)
class _Unfinished:
    """Piece hashes of a file that has not been read whole; `left` are not known."""

    hashes: bytearray
    left: int


class SourceHashes:
    """A million entries take 34 bytes each, and a file in progress 32 more for every piece.

    Used from lanes, worker threads and the loop. A packed file counts as one piece. A file is
    of generation 0, or 1 once it has changed; then it never travels in its pack any more.
    """

    def __init__(self, offered: Offered) -> None:
        columns = offered.columns
        self._columns = columns
        self._packs = offered.packs
        # Roots; of a packed file the hash of its content, of which the root is made.
        self._digests = bytearray(HASH_BYTES * len(columns))
        # 1 where nothing is left to find out: it is known, or failed, or there are no bytes.
        self._settled = bytearray(not size for size in columns.sizes())
        self._marks = bytearray(len(columns))
        self._pack_hashes = bytearray(HASH_BYTES * len(offered.packs))
        self._changes_in_packs: dict[int, int] = {}
        self._unfinished: dict[int, _Unfinished] = {}
        self._kept = RecentHashes(KEPT_BYTES)
        self._lock = threading.Lock()

    def generation(self, entry: int) -> int:
        """Return how often a file has changed."""
        return self._marks[entry] & _CHANGED

    def changes_in_pack(self, number: int) -> int:
        """Return how many members of a pack have changed."""
        return self._changes_in_packs.get(number, 0)

    def is_failed(self, entry: int) -> bool:
        """Say whether an entry was given up."""
        return bool(self._marks[entry] & _FAILED)

    def is_settled(self, entry: int) -> bool:
        """Say whether nothing is left to find out of an entry: its root is known, or it failed."""
        return bool(self._settled[entry])

    def settled(self) -> bytes:
        """Return a byte for each entry: 1 if it is settled."""
        return bytes(self._settled)

    def is_told(self, entry: int) -> bool:
        """Say whether the root of an entry was vouched for by itself, or never will be."""
        with self._lock:
            return self._is_told(entry)

    def travels_alone(self, entry: int) -> bool:
        """Say whether a packed file is no part of its pack (any more)."""
        return bool(self._marks[entry] & (_CHANGED | _FAILED))

    def unsettled(self, entries: RangeSet | None = None) -> Iterator[int]:
        """Yield the entries, of these or of all, whose root is to be found out; in order."""
        for start, end in ((0, len(self._settled)),) if entries is None else entries:
            entry = self._settled.find(0, start, end)
            while entry >= 0:
                yield entry
                entry = self._settled.find(0, entry + 1, end)

    def missing(self, entry: int) -> RangeSet:
        """Return the pieces of a file whose hash is not known."""
        count = piece_count(self._columns.size(entry))
        with self._lock:
            if self._settled[entry]:
                return RangeSet()
            known = self._unfinished.get(entry)
            if known is None:
                return RangeSet([(0, count)])
            hashes = bytes(known.hashes)
        unknown = (piece for piece, each in enumerate(split_hashes(hashes)) if each == NO_HASH)
        return RangeSet((piece, piece + 1) for piece in unknown)

    def root(self, entry: int) -> bytes | None:
        """Return the newest root of a file that was ever known."""
        size = self._columns.size(entry)
        if not size:
            return None if self._columns.is_folder(entry) else file_root(0, ())
        digest = bytes(self._digests[entry * HASH_BYTES : (entry + 1) * HASH_BYTES])
        if digest == NO_HASH:
            return None
        return file_root(size, (digest,)) if is_packed(size) else digest

    def roots_of(self, entries: Iterable[int]) -> Iterator[tuple[int, bytes]]:
        """Yield (entry, root) of those that have one and did not fail; for the receipt."""
        for entry in entries:
            if not self.is_failed(entry) and (root := self.root(entry)) is not None:
                yield entry, root

    def known_roots(self) -> Iterator[RootKnown]:
        """Yield every root that can be vouched for: of packs, and of files that go alone."""
        for number in range(len(self._packs)):
            if (known := self.pack_root(number)) is not None:
                yield known
        for entry in places_of_ones(self._marks.translate(_TOLD)):
            if self._settled[entry]:
                yield self._root_known(entry)

    def piece_hashes(self) -> Iterator[tuple[int, bytes]]:
        """Yield (entry, hashes) of what is kept of unchanged files, NO_HASH for what is unknown."""
        with self._lock:
            begun = {entry: bytes(each.hashes) for entry, each in self._unfinished.items()}
            known = self._kept.all() | begun
        yield from ((each, known[each]) for each in sorted(known) if not self.travels_alone(each))

    def pack_hashes(self) -> bytes:
        """Return the hashes of all packs, NO_HASH of one that was not read."""
        return bytes(self._pack_hashes)

    def pack_root(self, number: int) -> RootKnown | None:
        """Return the root of a pack that was read."""
        digest = bytes(self._pack_hashes[number * HASH_BYTES : (number + 1) * HASH_BYTES])
        if digest == NO_HASH:
            return None
        root = file_root(self._packs.size(number), (digest,))
        return RootKnown(PACK_INDEX, number, 0, root)

    def troubles(self) -> Iterator[SourceChanged | SourceFailed]:
        """Yield what has changed or failed so far."""
        for entry in places_of_ones(self._marks.translate(_TROUBLE)):
            mark = self._marks[entry]
            if mark & _FAILED:
                yield SourceFailed(entry, _CODES[mark >> _CODE_SHIFT])
            else:
                yield SourceChanged(entry, 1)

    def note(self, entry: int, generation: int, first: int, hashes: bytes) -> bytes | None:
        """Remember hashes of pieces that were read; return all of the file's with the last one.

        Raises SourceChangedError for a file that has meanwhile been found changed, or had another
        hash there before: nothing is remembered then.
        """
        with self._lock:
            if self.generation(entry) != generation or self.is_failed(entry):
                raise SourceChangedError(entry)
            before = self._before(entry, first, len(hashes))
            if not fits(before, hashes):
                raise SourceChangedError(entry)
            if self._is_told(entry):
                return None
            size = self._columns.size(entry)
            if is_packed(size):
                return hashes
            known = self._unfinished.get(entry)
            if known is None:
                count = piece_count(size)
                known = _Unfinished(bytearray(count * HASH_BYTES), count)
                self._unfinished[entry] = known
            known.left -= count_unknown(before)
            known.hashes[first * HASH_BYTES : first * HASH_BYTES + len(hashes)] = hashes
            return None if known.left else bytes(known.hashes)

    def settle(self, entry: int, generation: int, hashes: bytes) -> RootKnown | None:
        """Vouch for a file by all its hashes; None if that was done, or it has changed."""
        with self._lock:
            is_over = self._is_told(entry) or self.is_failed(entry)
            if is_over or self.generation(entry) != generation:
                return None
            size = self._columns.size(entry)
            if not is_packed(size):
                self._kept.keep(entry, hashes)
            self._settle_with(
                entry, hashes if is_packed(size) else file_root(size, split_hashes(hashes))
            )
            self._marks[entry] |= _ALONE
        return self._root_known(entry)

    def settle_alone(self, entry: int) -> RootKnown | None:
        """Vouch by itself for a file that was vouched for with its pack; None if it was not."""
        with self._lock:
            if self.is_failed(entry) or not self._settled[entry] or self._is_told(entry):
                return None
            self._marks[entry] |= _ALONE
        return self._root_known(entry)

    def settle_root(self, entry: int, root: bytes) -> None:
        """Vouch for a file that is in no pack by a root that was vouched for before."""
        with self._lock:
            if not self._settled[entry]:
                self._settle_with(entry, root)
                self._marks[entry] |= _ALONE

    def note_pack(self, number: int, changes: int, pack_hash: bytes, members: bytes) -> bool:
        """Vouch for a pack and its members by their hashes; NO_HASH of one that is zeros.

        False unless `changes` is still how many members have changed: it must be read again.
        """
        with self._lock:
            if self.changes_in_pack(number) != changes:
                return False
            self._pack_hashes[number * HASH_BYTES : (number + 1) * HASH_BYTES] = pack_hash
            self._take_members(number, members)
            return True

    def is_other(self, entry: int, content_hash: bytes) -> bool:
        """Say whether a packed file had another content when it was read before."""
        before = self._digests[entry * HASH_BYTES : (entry + 1) * HASH_BYTES]
        return bool(self._settled[entry]) and before != content_hash

    def start_again(self, entry: int) -> bool:
        """Count a file that has changed as generation 1; False if it is already, or failed.

        Its root stays for the receipt until there is a newer: the receiver may have the old one.
        """
        with self._lock:
            if self._marks[entry] & (_CHANGED | _FAILED):
                return False
            self._mark_changed(entry)
            return True

    def fail(self, entry: int, code: Code) -> bool:
        """Give an entry up; False if it was already."""
        with self._lock:
            if self.is_failed(entry):
                return False
            self._mark_failed(entry, code)
            return True

    def _is_told(self, entry: int) -> bool:
        """Say whether there is nothing to vouch for any more, by itself."""
        is_in_pack = is_packed(self._columns.size(entry)) and not self._marks[entry] & _ALONE
        return bool(self._settled[entry]) and not is_in_pack

    def _before(self, entry: int, first: int, length: int) -> bytes:
        """Return the hashes that were known, NO_HASH where none was."""
        start = first * HASH_BYTES
        if is_packed(self._columns.size(entry)):
            start = entry * HASH_BYTES
            known = self._digests[start : start + length] if self._settled[entry] else b""
            return bytes(known or length)
        unfinished = self._unfinished.get(entry)
        if unfinished is not None:
            return bytes(unfinished.hashes[start : start + length])
        return self._kept.get(entry)[start : start + length] or bytes(length)

    def _settle_with(self, entry: int, digest: bytes) -> None:
        self._digests[entry * HASH_BYTES : (entry + 1) * HASH_BYTES] = digest
        self._settled[entry] = 1
        self._unfinished.pop(entry, None)

    def _take_members(self, number: int, hashes: bytes) -> None:
        for place, entry in enumerate(self._packs.members(number)):
            member = hashes[place * HASH_BYTES : (place + 1) * HASH_BYTES]
            if member != NO_HASH and not self.travels_alone(entry):
                self._settle_with(entry, member)

    def _mark_changed(self, entry: int) -> None:
        self._marks[entry] |= _CHANGED
        self._settled[entry] = 0
        self._unfinished.pop(entry, None)
        self._kept.forget(entry)
        number = self._packs.pack_of(entry)
        if number is not None:
            self._changes_in_packs[number] = self.changes_in_pack(number) + 1
            self._pack_hashes[number * HASH_BYTES : (number + 1) * HASH_BYTES] = NO_HASH

    def _mark_failed(self, entry: int, code: Code) -> None:
        self._marks[entry] |= _FAILED | _CODES.index(code) << _CODE_SHIFT
        self._settled[entry] = 1
        self._unfinished.pop(entry, None)

    def _root_known(self, entry: int) -> RootKnown:
        return RootKnown(entry, -1, self.generation(entry), self.root(entry) or NO_HASH)
