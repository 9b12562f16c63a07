"""The frames of one transfer on one lane: what is wished is read, hashed and sent, step by step."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from msgspec import Struct

from byhand.domain.pieces import PACK_INDEX, span
from byhand.engine.bandwidth import Pacer
from byhand.engine.frame_buffer import FrameBuffer, fragments
from byhand.engine.pack_reading import read_pack
from byhand.engine.payload_aim import PayloadAim
from byhand.engine.source_pieces import SourcePieces
from byhand.engine.source_reading import SourceReading, reading
from byhand.engine.wishes import Run, Wish
from byhand.errors import SourceChangedError, SourceMissingError
from byhand.network.lane import FrameSender
from byhand.protocol.data_frame import (
    FLAG_HASHES,
    FLAG_SAME,
    FLAG_ZERO,
    HASH_BYTES,
    HEADER_BYTES,
    PIECES_LIMIT,
    FrameHeader,
    encode_header_into,
)


class Outlet(Struct, frozen=True):
    """A lane's way out: who sends frames, who says when, and how large they shall be."""

    sender: FrameSender
    pacer: Pacer
    aim: PayloadAim


class WishFrames:
    """Sends wishes of one transfer; owns the buffer in which its frames are made.

    Every step of an iterator is short: it sends one frame, or a part of what is read for one.
    """

    def __init__(self, pieces: SourcePieces, outlet: Outlet) -> None:
        self._pieces = pieces
        self._outlet = outlet
        self._buffer = FrameBuffer(PIECES_LIMIT)

    def of(self, wish: Wish) -> Iterator[float | None]:
        """Send a wish; yields for how many seconds there is nothing to send of it, if so."""
        yield from self._all(wish.runs(self._pieces.left_out))
        while (choice := wish.choose()) is not None:
            if isinstance(choice, float):
                yield choice
            else:
                yield from self._all(choice)

    def _all(self, runs: Iterable[Run]) -> Iterator[None]:
        for entry, group in groupby(runs, key=itemgetter(0)):
            if entry == PACK_INDEX:
                for _, start, end in group:
                    yield
                    for number in range(start, end):
                        yield from self._pack(number)
            else:
                yield from self._file(entry, group)
                yield

    def _pack(self, number: int) -> Iterator[None]:
        packs = self._pieces.offered.packs
        if all(map(self._pieces.skips, packs.members(number))):
            return
        size = packs.size(number)
        pack_hash = yield from read_pack(self._pieces, number, self._buffer.payload(size))
        header = self._header(FLAG_HASHES, 1, PACK_INDEX, number, 0)
        yield from self._send(header._replace(payload_bytes=size), pack_hash)

    def _file(self, entry: int, runs: Iterable[Run]) -> Iterator[None]:
        wanted = [(start, end) for _, start, end in runs if start < end]
        pieces = self._pieces
        if not wanted or pieces.skips(entry) or pieces.awaits_wish(entry):
            return
        generation = pieces.hashes.generation(entry)
        try:
            with reading(pieces, entry, pieces.watch) as opened:
                for start, end in wanted:
                    yield from self._run(opened, start, end)
                opened.check()
        except SourceChangedError as exc:
            pieces.changed(entry, generation, exc)
        except SourceMissingError as exc:
            pieces.fail(entry, exc)

    def _run(self, opened: SourceReading, first: int, end: int) -> Iterator[None]:
        entry = opened.entry
        size = self._pieces.size(entry)
        while first < end and not self._pieces.skips(entry):
            count, is_hole = opened.portion(first, end, self._aim())
            if is_hole:
                opened.take_zeros(first, count)
                yield from self._without_payload(FLAG_ZERO, opened, first, count, b"")
            else:
                payload = self._buffer.payload(span(size, first, count))
                hashes = yield from opened.read(first, payload)
                yield from self._pieces_read(opened, first, hashes)
            first += count

    def _pieces_read(self, opened: SourceReading, first: int, hashes: bytes) -> Iterator[None]:
        """Send what lies in the buffer, but for what the receiver has already."""
        entry, size = opened.entry, self._pieces.size(opened.entry)
        for is_same, start, count in self._pieces.expected.runs(entry, first, hashes):
            some = hashes[(start - first) * HASH_BYTES : (start - first + count) * HASH_BYTES]
            if is_same:
                flags = FLAG_SAME | FLAG_HASHES
                yield from self._without_payload(flags, opened, start, count, some)
                continue
            header = self._header(FLAG_HASHES, count, entry, start, opened.generation)
            before = span(size, first, start - first) if start > first else 0
            length = span(size, start, count)
            yield from self._send(header._replace(payload_bytes=length), some, before)

    def _without_payload(
        self, flags: int, opened: SourceReading, first: int, count: int, hashes: bytes
    ) -> Iterator[None]:
        header = self._header(flags, count, opened.entry, first, opened.generation)
        frame = memoryview(bytearray(HEADER_BYTES) + hashes)
        encode_header_into(frame, 0, header)
        self._let_go(frame, 0)
        sent = span(self._pieces.size(opened.entry), first, count)
        self._pieces.note_sent(opened.entry, first, sent)
        yield

    def _send(self, header: FrameHeader, hashes: bytes, start: int = 0) -> Iterator[None]:
        """Send what lies in the payload from `start` on as one frame, or a piece as fragments."""
        length = header.payload_bytes
        if header.piece_count > 1 or length <= self._aim():
            self._send_frame(header, hashes, start)
            yield
            return
        for part, part_hashes, offset in fragments(header, hashes, self._aim):
            self._send_frame(part, part_hashes, start + offset)
            yield

    def _send_frame(self, header: FrameHeader, hashes: bytes, start: int) -> None:
        self._let_go(self._buffer.frame(header, hashes, start), header.payload_bytes)
        self._pieces.note_sent(header.entry, header.first_piece, header.payload_bytes)

    def _let_go(self, frame: memoryview, payload_bytes: int) -> None:
        # Not afterwards: on a slow network the debt is paid while the frame is sent.
        self._outlet.pacer.charge(self._pieces.bucket, len(frame))
        self._outlet.sender.send_frame(frame, payload_bytes, self._pieces.watch)

    def _aim(self) -> int:
        """Return how many bytes of payload the next frame may have."""
        return self._outlet.aim.bytes_below(self._pieces.bucket)

    def _header(
        self, flags: int, count: int, entry: int, first: int, generation: int
    ) -> FrameHeader:
        return FrameHeader(flags, count, self._pieces.number, entry, first, 0, 0, generation, 0)
