"""Checks what arrives for one incoming transfer and writes it into its staging folder."""

import threading
from time import monotonic_ns

from blake3 import blake3

from byhand.domain.bottleneck import Activity
from byhand.domain.pieces import MIB, PACK_INDEX, is_packed, piece_size
from byhand.domain.stopwatch import Stopwatch
from byhand.engine.acceptance import Acceptance
from byhand.engine.arriving_content import ArrivingContent
from byhand.engine.bandwidth import Bucket
from byhand.engine.fragments import Fragments
from byhand.engine.frame_rules import check_frame
from byhand.engine.piece_writing import PieceWriting
from byhand.engine.recorder import Recorder
from byhand.engine.reports import FrameArrived, ReceivingFailed, TellReceiver
from byhand.engine.room_check import RoomCheck
from byhand.engine.unwanted_bytes import UnwantedBytes
from byhand.engine.zeros import zero_hash
from byhand.errors import RemoteProtocolError, StorageError
from byhand.protocol.data_frame import (
    FLAG_FRAGMENT,
    FLAG_HASHES,
    FLAG_SAME,
    FLAG_ZERO,
    HASH_BYTES,
    FrameHeader,
)
from byhand.storage.staging import Staging

BLOCKED_LIMIT = 256 * MIB
"""So much is passed over while nothing is taken: the sender has to hear of that first."""


class ArrivingPieces:
    """The writing side of one transfer; called by lanes from their threads.

    Every piece is compared with its hash before any of it is written. While `is_watched`, every
    frame is told, not only the one that makes the transfer complete; but nothing more while
    `has_news` that the listener has not looked at. When the disk refuses, it `is_blocked`: that
    is told once, and what comes is passed over until `unblock`. `bucket` limits how fast it is
    received; whoever owns the transfer may put another one there. `watch` tells what its lane does.
    """

    def __init__(
        self,
        accepted: Acceptance,
        staging: Staging,
        recorder: Recorder,
        content: ArrivingContent,
        tell: TellReceiver,
    ) -> None:
        self.tell = tell
        self.content = content
        self.staging = staging
        self.bucket = Bucket()
        self.watch = Stopwatch(monotonic_ns)
        self.bad_pieces = 0
        self.is_watched = False
        self.has_news = False
        self.is_blocked = False
        self._columns = accepted.columns
        self._packs = accepted.packs
        room = RoomCheck(staging)
        self._writing = PieceWriting(accepted, staging, content, room, self.watch)
        # Another stopwatch: the transfer's own tells of the sender's lane.
        beside = Stopwatch(monotonic_ns)
        self._writing_beside = PieceWriting(accepted, staging, content, room, beside)
        self._recorder = recorder
        self._files = content.files
        self._states = content.states
        self._unwanted = UnwantedBytes()
        self._blocked_bytes = 0
        # For whoever makes files of what is here: nothing of those is taken meanwhile.
        self.held: set[int] = set()
        self.gate = threading.Lock()
        self.is_closed = False

    def is_complete(self) -> bool:
        """Say whether nothing is missing of what is wanted."""
        return self._states.missing == 0

    def new_epoch(self) -> None:
        """Count what was not asked for from zero: the wish is another now."""
        self._unwanted.new_epoch()

    def new_session(self) -> None:
        """Begin with a sender who has vouched for nothing yet; see ArrivingContent."""
        self._unwanted.new_session()
        self.content.new_session()

    def unblock(self) -> None:
        """Take what comes again; raise the error of a flush that failed."""
        self._recorder.retry()
        self._blocked_bytes = 0
        self.is_blocked = False

    def take(self, header: FrameHeader, body: memoryview, fragments: Fragments) -> None:
        """Judge a frame, write its pieces and take note; nothing happens after `close`.

        `fragments` are those of this transfer on this lane. A piece with another hash is dropped
        and counted. Raises RemoteProtocolError for a frame that does not fit the manifest.
        """
        check_frame(header, self._columns, self._packs)
        hashes = header.piece_count * HASH_BYTES if header.flags & FLAG_HASHES else 0
        parts = (body[:hashes], body[hashes:])
        if header.flags & FLAG_FRAGMENT:
            whole = fragments.joined(header, body)
            if whole is None:
                return
            parts = whole
        with self.gate:
            if not self.is_closed:
                self._judge(header, *parts)

    def take_from_member(
        self, entry: int, first: int, hashes: bytes, payload: memoryview
    ) -> int | None:
        """Write pieces, or a pack, that somebody else of the group sent, and take note.

        They were compared with `hashes`, by the sender's word those of what it offered at first.
        Returns how many bytes were wanted, which the sender may send, too; None if nothing is
        taken now.
        """
        with self.gate:
            if self.is_closed or not self.is_taking:
                return None
            try:
                taken = self._write_from_member(entry, first, hashes, payload)
            except StorageError as exc:
                self._block(exc)
                return None
            self._unwanted.expect(taken)
            return taken

    @property
    def is_taking(self) -> bool:
        """Say whether what comes is written: the disk takes it, and the journal."""
        return not (self.is_blocked or self._recorder.has_failed)

    def tell_frame(self, lane_index: int) -> None:
        """Tell of a frame that was taken, if somebody listens for it."""
        if not self.has_news and (self.is_watched or self.is_complete()):
            self.has_news = True
            self.tell(FrameArrived(lane_index))

    def wait_for_room(self, is_over: threading.Event, watch: Stopwatch | None = None) -> None:
        """Wait while too much is not flushed; see Recorder. `watch`: whose time that is."""
        watch = watch or self.watch
        watch.switch(Activity.DISK)
        self._recorder.wait_for_room(is_over)
        watch.switch(Activity.COMPUTING)

    def nudge(self) -> None:
        """Let lanes that wait for room look whether they still should."""
        self._recorder.nudge()

    def remove_given_up(self) -> None:
        """Remove what is there of files that were given up; on a disk thread, StorageError."""
        with self.gate:
            if self.is_closed:
                return
            for entry in self.content.take_leftovers():
                self._files.close_part(entry)
                self.staging.remove(entry)

    def close(self) -> None:
        """Take nothing more and close every file; waits for a write that is under way."""
        with self.gate:
            self.is_closed = True
            self._files.close()

    def _judge(self, header: FrameHeader, hashes: memoryview, payload: memoryview) -> None:
        """Take what is wanted, pass over what is not, and block when the disk refuses."""
        weight = len(payload) or HASH_BYTES * header.piece_count
        if not self.is_taking:
            self._blocked_bytes += weight
            if self._blocked_bytes > BLOCKED_LIMIT:
                raise RemoteProtocolError("data keeps coming though nothing is taken")
            return
        try:
            if header.entry == PACK_INDEX:
                self._take_pack(header.first_piece, hashes, payload)
            elif self._is_of_another_version(header):
                self._pass_over(weight)
            elif header.flags & FLAG_SAME:
                self._take_same(header, hashes)
            elif header.flags & FLAG_ZERO:
                self._take_zeros(header)
            elif is_packed(self._columns.size(header.entry)):
                self._take_single(header, bytes(hashes), payload)
            else:
                self._take_pieces(header, hashes, payload)
        except StorageError as exc:
            self._block(exc)

    def _block(self, error: StorageError) -> None:
        self.is_blocked = True
        self.tell(ReceivingFailed(error))

    def _write_from_member(self, entry: int, first: int, hashes: bytes, payload: memoryview) -> int:
        if entry == PACK_INDEX:
            members = self._writing_beside.members_of(first, self.held)
            return self._writing_beside.pack(first, hashes, payload, members) if members else 0
        if self.content.generation(entry) or entry in self.held:
            return 0
        return self._writing_beside.pieces(entry, 0, first, hashes, payload)

    def _is_of_another_version(self, header: FrameHeader) -> bool:
        entry = header.entry
        is_other = header.generation != self.content.generation(entry)
        return is_other or entry in self.held or not self._states.is_wanted(entry)

    def _take_pieces(self, header: FrameHeader, hashes: memoryview, payload: memoryview) -> None:
        entry, size = header.entry, piece_size(self._columns.size(header.entry))
        good = 0
        for place in range(0, len(payload), size):
            piece_hash = hashes[good * HASH_BYTES :][:HASH_BYTES]
            if blake3(payload[place : place + size]).digest() != piece_hash:
                self._count_bad(min(size, len(payload) - place))
                break
            good += 1
        hashes, payload = hashes[: good * HASH_BYTES], payload[: good * size]
        first, generation = header.first_piece, header.generation
        taken = self._writing.pieces(entry, generation, first, hashes, payload)
        if taken < len(payload):
            self._pass_over(len(payload) - taken)

    def _take_zeros(self, header: FrameHeader) -> None:
        entry, size = header.entry, self._columns.size(header.entry)
        first, end = header.first_piece, header.first_piece + header.piece_count
        if is_packed(size):
            self._take_single(header, zero_hash(size), memoryview(bytes(size)))
        elif not self._writing.zeros(entry, header.generation, first, end):
            self._pass_over(HASH_BYTES * header.piece_count)

    def _take_same(self, header: FrameHeader, hashes: memoryview) -> None:
        """Take over old bytes that were named, once they are read back and are what was named."""
        first, end = header.first_piece, header.first_piece + header.piece_count
        arriving = self.content.old.of(header.entry, first, end)
        if arriving is None:
            raise RemoteProtocolError("nothing of ours was named as a base")
        if hashes and arriving.base.run(first, end) != hashes:
            raise RemoteProtocolError("the same as something else")
        self.bad_pieces += self._writing.same(header.entry, header.generation, first, end)

    def _take_single(self, header: FrameHeader, piece_hash: bytes, payload: memoryview) -> None:
        if blake3(payload).digest() != piece_hash:
            self._count_bad(len(payload))
        else:
            self._writing.single(header.entry, header.generation, piece_hash, payload)

    def _take_pack(self, number: int, hashes: memoryview, payload: memoryview) -> None:
        members = self._writing.members_of(number, self.held)
        if not members:
            self._pass_over(len(payload))
        elif blake3(payload).digest() != hashes:
            self._count_bad(len(payload))
        else:
            self._writing.pack(number, bytes(hashes), payload, members)

    def _count_bad(self, byte_count: int) -> None:
        self.bad_pieces += 1
        self._unwanted.count(byte_count)

    def _pass_over(self, byte_count: int) -> None:
        """Drop what is there already, or was on the way when its file was given up."""
        self._unwanted.pass_over(byte_count, self.content.take_allowance())
