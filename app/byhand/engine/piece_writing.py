"""Writes pieces that were checked into the staging folder, and takes note of them."""

from collections.abc import Container

from blake3 import blake3

from byhand.domain.bottleneck import Activity
from byhand.domain.pieces import HASH_BYTES, file_root, piece_length, piece_size
from byhand.domain.stopwatch import Stopwatch
from byhand.engine.acceptance import Acceptance
from byhand.engine.arriving_content import ArrivingContent
from byhand.engine.arriving_packs import PackHashes
from byhand.engine.room_check import RoomCheck
from byhand.engine.zeros import zero_hash
from byhand.storage.staging import Staging

Members = list[tuple[int, bool]]
"""The files of a pack in order, each with whether it is taken from it."""


class PieceWriting:
    """For one thread at a time; everything raises StorageError. `watch` tells of the disk."""

    def __init__(
        self,
        accepted: Acceptance,
        staging: Staging,
        content: ArrivingContent,
        room: RoomCheck,
        watch: Stopwatch,
    ) -> None:
        self._columns = accepted.columns
        self._staging = staging
        self._content = content
        self._files = content.files
        self._room = room
        self._watch = watch

    def pieces(
        self,
        entry: int,
        generation: int,
        first: int,
        hashes: bytes | memoryview,
        payload: memoryview,
    ) -> int:
        """Write those of some pieces that are missing; return their bytes."""
        size, taken = piece_size(self._columns.size(entry)), 0
        end = first + len(hashes) // HASH_BYTES
        for start, stop in self._content.missing_of(entry, first, end):
            content = payload[(start - first) * size : (stop - first) * size]
            self._room.before(len(content))
            self._watch.switch(Activity.DISK)
            self._files.part(entry).write_at(start * size, content)
            self._watch.switch(Activity.COMPUTING)
            taken += len(content)
            some = hashes[(start - first) * HASH_BYTES : (stop - first) * HASH_BYTES]
            self._note(entry, generation, start, some, len(content))
        return taken

    def zeros(self, entry: int, generation: int, first: int, end: int) -> bool:
        """Leave holes as holes: a new part file reads as zeros where nothing was written.

        Say whether any of them was missing.
        """
        size = self._columns.size(entry)
        missing = self._content.missing_of(entry, first, end)
        for start, stop in missing:
            hashes = [zero_hash(piece_length(size, piece)) for piece in range(start, stop)]
            part = self._files.part(entry)
            arriving = self._files.get(entry)
            if arriving is not None and not arriving.is_fresh:
                part.clear(start * piece_size(size), arriving.span(start, stop))
            self._note(entry, generation, start, b"".join(hashes), 0)
        return bool(missing)

    def same(self, entry: int, generation: int, first: int, end: int) -> int:
        """Take over old bytes that are read back as they were named; return how many are others."""
        arriving, bad = self._content.old.of(entry, first, end), 0
        missing = self._content.missing_of(entry, first, end) if arriving is not None else []
        for piece in (each for start, stop in missing for each in range(start, stop)):
            assert arriving is not None
            content = memoryview(bytearray(arriving.span(piece, piece + 1)))
            self._watch.switch(Activity.DISK)
            self._files.part(entry).read_into(piece * piece_size(arriving.size), content)
            self._watch.switch(Activity.COMPUTING)
            piece_hash = arriving.base.get(piece)
            if blake3(content).digest() == piece_hash:
                self._note(entry, generation, piece, piece_hash, 0)
            else:
                bad += 1
        return bad

    def single(
        self, entry: int, generation: int, content_hash: bytes, payload: bytes | memoryview
    ) -> None:
        """Store a small file that came by itself."""
        self._room.before(len(payload))
        self._watch.switch(Activity.DISK)
        self._staging.store_member(entry, payload)
        self._watch.switch(Activity.COMPUTING)
        self._content.note_single(entry, generation, content_hash)

    def members_of(self, number: int, held: Container[int]) -> Members:
        """Return the files of a pack; none if it is here, or nothing of it is taken."""
        members = [
            (entry, is_wanted and entry not in held)
            for entry, is_wanted in self._content.members_wanted(number)
        ]
        return members if any(is_wanted for _, is_wanted in members) else []

    def pack(self, number: int, whole: bytes, payload: memoryview, members: Members) -> int:
        """Store the files of a pack with this hash that are taken from it; return their bytes."""
        self._room.before(len(payload))
        contents, place = [], 0
        for entry, _ in members:
            contents.append(payload[place : place + self._columns.size(entry)])
            place += len(contents[-1])
        content_hashes = b"".join([blake3(content).digest() for content in contents])
        wanted = {
            entry: content
            for (entry, is_wanted), content in zip(members, contents, strict=True)
            if is_wanted
        }
        self._watch.switch(Activity.DISK)
        for entry, content in wanted.items():
            self._staging.store_member(entry, content)
        self._watch.switch(Activity.COMPUTING)
        self._content.note_pack(number, PackHashes(whole, content_hashes), set(wanted))
        return sum(map(len, wanted.values()))

    def _note(
        self, entry: int, generation: int, first: int, hashes: bytes | memoryview, written: int
    ) -> None:
        whole = self._content.note_pieces(entry, generation, first, hashes, written)
        if whole is not None:
            self._files.close_part(entry)
            self._staging.finish_part(entry)
            root = file_root(self._columns.size(entry), whole.all())
            self._content.note_whole(entry, generation, root)
