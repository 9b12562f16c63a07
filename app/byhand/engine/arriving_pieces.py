"""Checks what arrives for one incoming transfer and writes it into its staging folder."""

import threading
from time import monotonic_ns

from blake3 import blake3

from byhand.domain.bottleneck import Activity
from byhand.domain.pieces import MIB, PACK_INDEX, file_root, is_packed, piece_length, piece_size
from byhand.domain.stopwatch import Stopwatch
from byhand.engine.acceptance import Acceptance
from byhand.engine.arriving_content import ArrivingContent
from byhand.engine.arriving_packs import PackHashes
from byhand.engine.bandwidth import Bucket
from byhand.engine.fragments import Fragments
from byhand.engine.frame_rules import check_frame
from byhand.engine.recorder import Recorder
from byhand.engine.reports import ReceivingFailed, TellReceiver
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
        self._room = RoomCheck(staging)
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

    def wait_for_room(self, is_over: threading.Event) -> None:
        """Wait while too much is not flushed; see Recorder."""
        self.watch.switch(Activity.DISK)
        self._recorder.wait_for_room(is_over)
        self.watch.switch(Activity.COMPUTING)

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
        if self.is_blocked or self._recorder.has_failed:
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
            self.is_blocked = True
            self.tell(ReceivingFailed(exc))

    def _is_of_another_version(self, header: FrameHeader) -> bool:
        entry = header.entry
        is_other = header.generation != self.content.generation(entry)
        return is_other or entry in self.held or not self._states.is_wanted(entry)

    def _take_pieces(self, header: FrameHeader, hashes: memoryview, payload: memoryview) -> None:
        size = piece_size(self._columns.size(header.entry))
        good = 0
        for place in range(0, len(payload), size):
            piece_hash = hashes[good * HASH_BYTES :][:HASH_BYTES]
            if blake3(payload[place : place + size]).digest() != piece_hash:
                self._count_bad(min(size, len(payload) - place))
                break
            good += 1
        self._write(header, hashes[: good * HASH_BYTES], payload[: good * size])

    def _write(self, header: FrameHeader, hashes: memoryview, payload: memoryview) -> None:
        """Write those of some checked pieces that are missing."""
        first, count = header.first_piece, len(hashes) // HASH_BYTES
        size = piece_size(self._columns.size(header.entry))
        taken = 0
        for start, end in self.content.missing_of(header.entry, first, first + count):
            content = payload[(start - first) * size : (end - first) * size]
            self._room.before(len(content))
            self.watch.switch(Activity.DISK)
            self._files.part(header.entry).write_at(start * size, content)
            self.watch.switch(Activity.COMPUTING)
            taken += len(content)
            self._note(
                header,
                start,
                hashes[(start - first) * HASH_BYTES : (end - first) * HASH_BYTES],
                len(content),
            )
        if taken < len(payload):
            self._pass_over(len(payload) - taken)

    def _take_zeros(self, header: FrameHeader) -> None:
        """Leave holes as holes: a new part file reads as zeros where nothing was written."""
        entry, size = header.entry, self._columns.size(header.entry)
        if is_packed(size):
            self._take_single(header, zero_hash(size), memoryview(bytes(size)))
            return
        first, end = header.first_piece, header.first_piece + header.piece_count
        missing = self.content.missing_of(entry, first, end)
        for start, stop in missing:
            hashes = [zero_hash(piece_length(size, piece)) for piece in range(start, stop)]
            part = self._files.part(entry)
            arriving = self._files.get(entry)
            if arriving is not None and not arriving.is_fresh:
                part.clear(start * piece_size(size), arriving.span(start, stop))
            self._note(header, start, b"".join(hashes), 0)
        if not missing:
            self._pass_over(HASH_BYTES * header.piece_count)

    def _take_same(self, header: FrameHeader, hashes: memoryview) -> None:
        """Take over old bytes that were named, once they are read back and are what was named."""
        first, end = header.first_piece, header.first_piece + header.piece_count
        arriving = self.content.base_of(header.entry, first, end)
        if arriving is None:
            raise RemoteProtocolError("nothing of ours was named as a base")
        if hashes and arriving.base.run(first, end) != hashes:
            raise RemoteProtocolError("the same as something else")
        for start, stop in self.content.missing_of(header.entry, first, end):
            for piece in range(start, stop):
                content = memoryview(bytearray(arriving.span(piece, piece + 1)))
                self.watch.switch(Activity.DISK)
                self._files.part(header.entry).read_into(piece * piece_size(arriving.size), content)
                self.watch.switch(Activity.COMPUTING)
                piece_hash = arriving.base.get(piece)
                if blake3(content).digest() == piece_hash:
                    self._note(header, piece, piece_hash, 0)
                else:
                    self.bad_pieces += 1

    def _note(
        self, header: FrameHeader, first: int, hashes: bytes | memoryview, written: int
    ) -> None:
        entry, generation = header.entry, header.generation
        whole = self.content.note_pieces(entry, generation, first, hashes, written)
        if whole is not None:
            self._files.close_part(entry)
            self.staging.finish_part(entry)
            root = file_root(self._columns.size(entry), whole.all())
            self.content.note_whole(entry, generation, root)

    def _take_single(self, header: FrameHeader, piece_hash: bytes, payload: memoryview) -> None:
        if blake3(payload).digest() != piece_hash:
            self._count_bad(len(payload))
            return
        self._room.before(len(payload))
        self.watch.switch(Activity.DISK)
        self.staging.store_member(header.entry, payload)
        self.watch.switch(Activity.COMPUTING)
        self.content.note_single(header.entry, header.generation, piece_hash)

    def _take_pack(self, number: int, hashes: memoryview, payload: memoryview) -> None:
        members = [
            (entry, is_wanted and entry not in self.held)
            for entry, is_wanted in self.content.members_wanted(number)
        ]
        if not any(is_wanted for _, is_wanted in members):
            self._pass_over(len(payload))
            return
        if blake3(payload).digest() != hashes:
            self._count_bad(len(payload))
            return
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
        self.watch.switch(Activity.DISK)
        for entry, content in wanted.items():
            self.staging.store_member(entry, content)
        self.watch.switch(Activity.COMPUTING)
        self.content.note_pack(number, PackHashes(bytes(hashes), content_hashes), set(wanted))

    def _count_bad(self, byte_count: int) -> None:
        self.bad_pieces += 1
        self._unwanted.count(byte_count)

    def _pass_over(self, byte_count: int) -> None:
        """Drop what is there already, or was on the way when its file was given up."""
        self._unwanted.pass_over(byte_count, self.content.take_allowance())
