"""Judges what other members send by the hashes that the sender told, and has it written."""

import threading

from blake3 import blake3

from byhand.domain.columns import Columns
from byhand.domain.pieces import HASH_BYTES, PACK_INDEX, Packs, piece_size
from byhand.domain.stopwatch import Stopwatch
from byhand.engine.arriving_pieces import ArrivingPieces
from byhand.engine.exchanged_pieces import ExchangedPieces
from byhand.engine.frame_rules import check_member_frame
from byhand.engine.peer import Peer
from byhand.errors import RemoteProtocolError
from byhand.protocol.data_frame import FrameHeader

MEMBERS = -1
"""Stands for the lane of a frame that came from another member."""
Place = tuple[int, int]


class MemberPieces:
    """Called by the receiving threads of all links; each piece is looked at beside the others.

    `written_bytes`: how many of what came were missing, and are here now.
    """

    def __init__(
        self, pieces: ArrivingPieces, exchanged: ExchangedPieces, columns: Columns, packs: Packs
    ) -> None:
        self.written_bytes = 0
        self._lock = threading.Lock()
        self._pieces = pieces
        self._exchanged = exchanged
        self._columns = columns
        self._packs = packs

    @property
    def is_taking(self) -> bool:
        """Say whether anything would be written now."""
        return self._pieces.is_taking and not self._pieces.is_closed

    def check(self, peer: Peer, header: FrameHeader) -> None:
        """Raise RemoteProtocolError unless a frame answers what was asked of a peer."""
        check_member_frame(header, self._columns, self._packs)
        first, end = self._numbers(header)
        if not self._exchanged.may_take(peer, header.request_id, first, end):
            raise RemoteProtocolError("data that was not asked for")

    def take(self, peer: Peer, header: FrameHeader, payload: memoryview) -> Place | None:
        """Write the pieces of a frame that was checked; return the first that is wrong.

        None if all are right, or stand for something else by now.
        """
        first, end = self._numbers(header)
        known = self._exchanged.told.run(first, end)
        bad = None if known is None else self._first_bad(header, known, payload)
        if bad is not None:
            return header.entry, bad
        self._exchanged.arrived(peer, header.request_id, first, end)
        written = None if known is None else self._write(peer, header, known, payload)
        self._exchanged.judged(first, end, is_over=written is not None)
        return None

    def wait_for_room(self, is_over: threading.Event, watch: Stopwatch) -> None:
        """Wait while too much is not flushed."""
        self._pieces.wait_for_room(is_over, watch)

    def _write(
        self, peer: Peer, header: FrameHeader, known: bytes, payload: memoryview
    ) -> int | None:
        place = header.entry, header.first_piece
        written = self._pieces.take_from_member(*place, known, payload)
        with self._lock:
            peer.received_bytes += len(payload)
            self.written_bytes += written or 0
        self._pieces.tell_frame(MEMBERS)
        return written

    def _first_bad(self, header: FrameHeader, known: bytes, payload: memoryview) -> int | None:
        is_pack = header.entry == PACK_INDEX
        size = len(payload) if is_pack else piece_size(self._columns.size(header.entry))
        for offset in range(header.piece_count):
            piece_hash = known[offset * HASH_BYTES : (offset + 1) * HASH_BYTES]
            if blake3(payload[offset * size : (offset + 1) * size]).digest() != piece_hash:
                return header.first_piece + offset
        return None

    def _numbers(self, header: FrameHeader) -> tuple[int, int]:
        number = self._exchanged.numbering.number(header.entry, header.first_piece)
        return number, number + header.piece_count
