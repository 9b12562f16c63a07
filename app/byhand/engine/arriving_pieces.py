"""Checks what arrives for one incoming transfer and writes it into its staging folder."""

import threading

from blake3 import blake3

from byhand.domain.columns import Columns
from byhand.domain.pieces import (
    MIB,
    PACK_INDEX,
    Packs,
    file_root,
    is_packed,
    piece_length,
    piece_size,
)
from byhand.domain.ranges import RangeSet
from byhand.engine.arriving_files import ArrivingFile, ArrivingFiles
from byhand.engine.bandwidth import Bucket
from byhand.engine.fragments import Fragments
from byhand.engine.frame_rules import check_frame
from byhand.engine.reports import TellReceiver
from byhand.engine.zeros import zero_hash
from byhand.errors import RemoteProtocolError
from byhand.protocol.data_frame import FLAG_FRAGMENT, FLAG_ZERO, HASH_BYTES, FrameHeader
from byhand.storage.staging import Staging

UNWANTED_LIMIT = 64 * MIB


class ArrivingPieces:
    """The writing side of one transfer; called by lanes from their threads.

    Every piece is compared with its hash before any of it is written. Counters are plain
    integers that anybody may read: `received_bytes` (checked and written), `bad_pieces`. While
    `is_watched`, every frame is told, not only the one that makes the transfer complete; but
    nothing more while `has_news` that the listener has not looked at. `bucket` limits how fast it
    is received; whoever owns the transfer may put another one there.
    """

    def __init__(
        self,
        number: int,
        columns: Columns,
        packs: Packs,
        staging: Staging,
        tell: TellReceiver,
    ) -> None:
        self.number = number
        self.tell = tell
        self.bucket = Bucket()
        self.received_bytes = 0
        self.bad_pieces = 0
        self.is_watched = False
        self.has_news = False
        self._columns = columns
        self._packs = packs
        self._staging = staging
        self._missing_packs = RangeSet([(0, len(packs))])
        self._pack_hashes: dict[int, bytes] = {}
        self._files = ArrivingFiles(columns, staging)
        self._unfinished = {
            index for index, size in enumerate(columns.sizes()) if size > 0 and not is_packed(size)
        }
        self._roots: dict[int, bytes] = {}
        self._expected: dict[tuple[int, int], bytes] = {}
        # Of each, how much more may still be on the way.
        self._given_up: dict[int, int] = {}
        self._unwanted_bytes = 0
        self._fragments = Fragments()
        self._lock = threading.Lock()
        self._gate = threading.Lock()
        self._is_closed = False

    @property
    def roots(self) -> dict[int, bytes]:
        """Roots by entry index of the files that are written whole."""
        return self._roots

    def pack_of(self, entry: int) -> int | None:
        """Return the number of the pack that holds a file, None for one that travels alone."""
        return self._packs.pack_of(entry)

    def pack_root(self, number: int) -> bytes | None:
        """Return the root of a pack, None while it has not arrived."""
        piece_hash = self._pack_hashes.get(number)
        return file_root(self._packs.size(number), [piece_hash]) if piece_hash else None

    def take_empty(self, entry: int) -> None:
        """Store a file that has no bytes; raise StorageError."""
        self._staging.store_member(entry, memoryview(b""))
        self._roots[entry] = file_root(0, [])

    def provable(self) -> set[tuple[int, int]]:
        """Return (entry, -1) of each file and (PACK_INDEX, number) of each pack to come."""
        return {(entry, -1) for entry in self._unfinished} | {
            (PACK_INDEX, number) for number in range(len(self._packs))
        }

    def expect_root(self, entry: int, pack: int, root: bytes) -> None:
        """Remember the root that the sender vouches for; RemoteProtocolError for none of ours."""
        known = len(self._packs) if entry == PACK_INDEX else len(self._columns)
        if (pack if entry == PACK_INDEX else entry) >= known:
            raise RemoteProtocolError("a root of what was not offered")
        self._expected[entry, pack] = root

    def wrong_roots(self) -> list[int]:
        """Return the entries whose root is not what the sender vouched for."""
        wrong: list[int] = []
        for (entry, pack), root in self._expected.items():
            if entry == PACK_INDEX:
                if pack < len(self._packs) and self.pack_root(pack) != root:
                    wrong += self._packs.members(pack)
            elif self._roots.get(entry, root) != root:
                wrong.append(entry)
        return wrong

    def missing_entries(self) -> list[int]:
        """Return every entry of which something is missing."""
        with self._lock:
            packs = [number for start, end in self._missing_packs for number in range(start, end)]
            packed = [entry for number in packs for entry in self._packs.members(number)]
            return packed + sorted(self._unfinished)

    def give_up_packs(self) -> None:
        """Expect none of the packs that have not come."""
        with self._lock:
            self._missing_packs = RangeSet()

    def finished_files(self) -> int:
        """Return how many files are written whole."""
        return len(self._roots)

    def give_up(self, entry: int) -> None:
        """Expect nothing more of an entry that the sender cannot send."""
        with self._lock:
            self._given_up.setdefault(entry, self._columns.size(entry))
            self._unfinished.discard(entry)
            self._roots.pop(entry, None)

    def wish(self) -> tuple[tuple[int, RangeSet], ...]:
        """Return everything that is still missing: packs first, then files in order."""
        with self._lock:
            packs = [(PACK_INDEX, self._missing_packs)] if self._missing_packs else []
            files = [(entry, self._files.missing(entry)) for entry in sorted(self._unfinished)]
            return tuple((entry, RangeSet(ranges)) for entry, ranges in packs + files)

    def is_complete(self) -> bool:
        """Say whether nothing is missing of what was not given up."""
        return not self._missing_packs and not self._unfinished

    def take(self, header: FrameHeader, body: memoryview) -> None:
        """Judge a frame, write its pieces and take note; nothing happens after `close`.

        A piece with another hash is dropped and counted. Raises RemoteProtocolError for a frame
        that does not fit the manifest, StorageError when the disk refuses.
        """
        with self._gate:
            if not self._is_closed:
                self._take(header, body)

    def close(self) -> None:
        """Take nothing more and close every file; waits for a write that is under way."""
        with self._gate:
            self._is_closed = True
            self._files.close()

    def _take(self, header: FrameHeader, body: memoryview) -> None:
        check_frame(header, self._columns, self._packs)
        if header.flags & FLAG_ZERO:
            self._take_zeros(header)
            return
        if header.flags & FLAG_FRAGMENT:
            whole = self._fragments.joined(header, body)
            if whole is not None:
                self._take_pieces(header.entry, header.first_piece, *whole)
            return
        hashes = header.piece_count * HASH_BYTES
        self._take_pieces(header.entry, header.first_piece, body[:hashes], body[hashes:])

    def _take_pieces(self, entry: int, first: int, hashes: memoryview, payload: memoryview) -> None:
        if entry == PACK_INDEX:
            self._take_pack(first, hashes, payload)
            return
        size = piece_size(self._columns.size(entry))
        good: list[tuple[int, bytes]] = []
        for place in range(0, len(payload), size):
            piece_hash = bytes(hashes[len(good) * HASH_BYTES :][:HASH_BYTES])
            if blake3(payload[place : place + size]).digest() != piece_hash:
                self.bad_pieces += 1
                self._count_unwanted(min(size, len(payload) - place))
                break
            good.append((first + len(good), piece_hash))
        if good:
            self._write(entry, good, payload[: len(good) * size])

    def _write(self, entry: int, pieces: list[tuple[int, bytes]], payload: memoryview) -> None:
        """Write checked pieces that follow each other, unless one of them is there already."""
        arriving = self._arriving(entry)
        first = pieces[0][0]
        if arriving is None or not all(piece in arriving.missing for piece, _ in pieces):
            self._pass_over(entry, len(payload))
            return
        self._files.check_room(len(payload))
        arriving.part.write_at(first * piece_size(self._columns.size(entry)), payload)
        self._note(entry, arriving, pieces, len(payload))

    def _take_zeros(self, header: FrameHeader) -> None:
        """Leave holes as holes: a part file reads as zeros where nothing was written."""
        entry, size = header.entry, self._columns.size(header.entry)
        pieces = [
            (piece, zero_hash(piece_length(size, piece)))
            for piece in range(header.first_piece, header.first_piece + header.piece_count)
        ]
        arriving = self._arriving(entry)
        if arriving is None or not all(piece in arriving.missing for piece, _ in pieces):
            self._pass_over(entry, HASH_BYTES * len(pieces))
            return
        span = sum(piece_length(size, piece) for piece, _ in pieces)
        self._note(entry, arriving, pieces, span)

    def _arriving(self, entry: int) -> ArrivingFile | None:
        """Return the open file of an entry; None when nothing of it is wanted."""
        if entry not in self._unfinished:
            return None
        return self._files.begun(entry, self._given_up)

    def _note(
        self, entry: int, arriving: ArrivingFile, pieces: list[tuple[int, bytes]], length: int
    ) -> None:
        with self._lock:
            for piece, piece_hash in pieces:
                arriving.hashes[piece * HASH_BYTES : (piece + 1) * HASH_BYTES] = piece_hash
            arriving.missing.subtract(pieces[0][0], pieces[-1][0] + 1)
            self.received_bytes += length
        if not arriving.missing:
            self._finish(entry, arriving)

    def _finish(self, entry: int, arriving: ArrivingFile) -> None:
        """Close a whole file and put it at its place in the staged tree."""
        self._files.finish(entry)
        if entry in self._given_up:
            return
        self._staging.place_part(entry)
        hashes = memoryview(arriving.hashes)
        pieces = (
            bytes(hashes[start : start + HASH_BYTES]) for start in range(0, len(hashes), HASH_BYTES)
        )
        root = file_root(self._columns.size(entry), pieces)
        with self._lock:
            if entry not in self._given_up:
                self._roots[entry] = root
            self._unfinished.discard(entry)

    def _take_pack(self, number: int, hashes: memoryview, payload: memoryview) -> None:
        if number not in self._missing_packs:
            self._count_unwanted(len(payload))
            return
        piece_hash = bytes(hashes[:HASH_BYTES])
        if blake3(payload).digest() != piece_hash:
            self.bad_pieces += 1
            self._count_unwanted(len(payload))
            return
        self._files.check_room(len(payload))
        place = 0
        for entry in self._packs.members(number):
            size = self._columns.size(entry)
            if entry not in self._given_up:
                self._store_member(entry, payload[place : place + size])
            place += size
        with self._lock:
            self._pack_hashes[number] = piece_hash
            self._missing_packs.subtract(number, number + 1)

    def _store_member(self, entry: int, content: memoryview) -> None:
        self._staging.store_member(entry, content)
        root = file_root(len(content), [blake3(content).digest()])
        with self._lock:
            if entry not in self._given_up:
                self._roots[entry] = root
            self.received_bytes += len(content)

    def _pass_over(self, entry: int, byte_count: int) -> None:
        """Drop what is there already, or was on the way when its file was given up."""
        on_the_way = self._given_up.get(entry, 0)
        if byte_count <= on_the_way:
            self._given_up[entry] = on_the_way - byte_count
        else:
            self._count_unwanted(byte_count)

    def _count_unwanted(self, byte_count: int) -> None:
        self._unwanted_bytes += byte_count
        if self._unwanted_bytes > UNWANTED_LIMIT:
            raise RemoteProtocolError("too much that was not asked for")
