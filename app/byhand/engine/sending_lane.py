"""A sending lane: one thread that reads, hashes, seals and sends what the receiver wants."""

import logging
import socket
import threading
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from time import monotonic

from byhand.domain.pieces import (
    MIB,
    PACK_INDEX,
    piece_length,
    piece_size,
)
from byhand.engine.bandwidth import Pacer
from byhand.engine.lane_orders import Drop, Push, Stop, Wish
from byhand.engine.payload_aim import LARGEST_PAYLOAD, PayloadAim
from byhand.engine.reports import LaneEnded, WishServed
from byhand.engine.source_pieces import SourcePieces
from byhand.errors import (
    ByhandError,
    LocalProtocolError,
    SourceChangedError,
    SourceMissingError,
)
from byhand.network.lane import FrameSender
from byhand.noise.cipher_state import CipherState
from byhand.protocol.data_frame import (
    FLAG_FRAGMENT,
    FLAG_HASHES,
    FLAG_LAST,
    FLAG_ZERO,
    HASH_BYTES,
    HEADER_BYTES,
    PIECES_LIMIT,
    FrameHeader,
    encode_header_into,
)
from byhand.storage.source import SourceFile

logger = logging.getLogger(__name__)

HEADROOM = HEADER_BYTES + PIECES_LIMIT * HASH_BYTES
CHECK_BYTES = 64 * MIB
CHECK_SECONDS = 1.0


@dataclass(slots=True)
class _Job:
    """What is being sent of a transfer: frames of one wish, and the wishes after it."""

    push: Push
    waiting: deque[Wish]
    frames: Iterator[None] = field(default_factory=lambda: iter(()))


class SendingLane:
    """One data connection on which we send; transfers take turns frame by frame.

    One that its limits hold back is passed over: it holds up no other.
    """

    def __init__(
        self,
        index: int,
        sock: socket.socket,
        cipher: CipherState,
        ended: Callable[[LaneEnded], None],
        pacer: Pacer | None = None,
    ) -> None:
        self.index = index
        self._socket = sock
        self._sender = FrameSender(sock, cipher)
        self._ended = ended
        self._pacer = pacer or Pacer()
        self._orders: SimpleQueue[Push | Drop | Stop] = SimpleQueue()
        self._jobs: dict[int, _Job] = {}
        self._buffer = memoryview(bytearray(HEADROOM + LARGEST_PAYLOAD))
        self._aim = PayloadAim()
        self._thread = threading.Thread(target=self._run, name=f"sending-lane-{index}", daemon=True)

    def start(self) -> None:
        """Start the thread, which owns the socket from now on."""
        self._thread.start()

    def order(self, order: Push | Drop | Stop) -> None:
        """Hand an order to the thread; it is read between two frames."""
        self._orders.put(order)
        self._pacer.wake()

    def close(self, patience_seconds: float = 1.0) -> None:
        """End the lane, by force after a while, and join its thread."""
        self.order(Stop())
        self._thread.join(patience_seconds)
        if self._thread.is_alive():
            self.interrupt()
            self._thread.join()

    def interrupt(self) -> None:
        """Wake the thread from a blocked send; the lane ends."""
        try:
            self._socket.shutdown(socket.SHUT_RDWR)
        except OSError:
            logger.debug("lane %d was down already", self.index)
        self.order(Stop())

    def _run(self) -> None:
        error: ByhandError | None = None
        try:
            while self._take_orders():
                self._take_turns()
            self._sender.finish()
        except ByhandError as exc:
            error = exc
        except Exception as exc:
            logger.exception("a bug in a sending lane")
            error = LocalProtocolError(str(exc))
        finally:
            self._jobs.clear()
            self._socket.close()
            self._ended(LaneEnded(self.index, error))

    def _take_orders(self) -> bool:
        """Take all orders that are there, waiting for one if idle; False when told to stop."""
        while True:
            try:
                order = self._orders.get(block=not self._jobs)
            except Empty:
                return True
            match order:
                case Push():
                    self._start_job(order)
                case Drop(number):
                    self._jobs.pop(number, None)
                case Stop():
                    return False

    def _start_job(self, push: Push) -> None:
        earlier = self._jobs.get(push.pieces.number)
        if push.extends and earlier is not None:
            earlier.push = push
            earlier.waiting.append(push.wish)
            return
        self._jobs[push.pieces.number] = _Job(push, deque([push.wish]))

    def _take_turns(self) -> None:
        """Send one frame of every transfer that may go; if none may, wait for the first."""
        waits = [self._take_turn(number, job) for number, job in list(self._jobs.items())]
        if all(waits):
            self._pacer.wait(min(waits))

    def _take_turn(self, number: int, job: "_Job") -> float:
        """Send one frame of a transfer and return 0, or how many seconds it still has to wait."""
        wait = self._pacer.seconds_to_turn(job.push.pieces.bucket)
        if wait:
            return wait
        started_at, before = monotonic(), self._sender.frames
        if next(job.frames, StopIteration) is StopIteration:
            self._end_part(number, job)
        elif self._sender.frames > before:
            self._aim.took(monotonic() - started_at)
        return 0.0

    def _end_part(self, number: int, job: "_Job") -> None:
        """Go on with what extends a wish; tell when all of it has left."""
        if job.waiting:
            job.frames = self._frames(job.push.pieces, job.waiting.popleft())
            return
        del self._jobs[number]
        job.push.pieces.tell(WishServed(job.push.epoch, self.index, self._sender.frames))

    def _frames(self, pieces: SourcePieces, wish: Wish) -> Iterator[None]:
        """Send a wish; one frame a step."""
        for entry, ranges in wish:
            if entry == PACK_INDEX:
                for start, end in ranges:
                    for number in range(start, end):
                        yield from self._pack_frames(pieces, number)
            elif not pieces.is_failed(entry):
                yield from self._file_frames(pieces, entry, ranges)

    def _pack_frames(self, pieces: SourcePieces, number: int) -> Iterator[None]:
        size = pieces.pack(number).size
        payload = self._payload(size)
        hashes = pieces.read_pack(number, payload)
        yield from self._send(pieces, PACK_INDEX, number, hashes, size)

    def _file_frames(
        self, pieces: SourcePieces, entry: int, ranges: tuple[tuple[int, int], ...]
    ) -> Iterator[None]:
        source = pieces.open(entry)
        if source is None:
            return
        unchecked, checked_at = 0, monotonic()
        try:
            for start, end in ranges:
                first = start
                while first < end:
                    count = self._zeros_at(pieces, entry, source, first, end)
                    if count:
                        pieces.know_zeros(source, entry, first, count)
                        self._send_zeros(pieces, entry, first, count)
                        yield
                    else:
                        count = self._count_at(pieces, entry, first, end)
                        length = _span(pieces.size(entry), first, count)
                        hashes = pieces.read_pieces(source, entry, first, self._payload(length))
                        unchecked += length
                        yield from self._send(pieces, entry, first, hashes, length)
                    first += count
                    late = monotonic() - checked_at > CHECK_SECONDS
                    if unchecked >= CHECK_BYTES or late:
                        source.check_unchanged()
                        unchecked, checked_at = 0, monotonic()
        except (SourceChangedError, SourceMissingError) as exc:
            pieces.fail(entry, exc)
        finally:
            source.close()

    def _count_at(self, pieces: SourcePieces, entry: int, first: int, end: int) -> int:
        """Return how many pieces one frame takes."""
        fitting = self._aim.bytes_below(pieces.bucket) // piece_size(pieces.size(entry))
        return min(max(1, fitting), PIECES_LIMIT, end - first)

    def _zeros_at(
        self, pieces: SourcePieces, entry: int, source: SourceFile, first: int, end: int
    ) -> int:
        """Return how many pieces from `first` lie in a hole, as many as one frame can name."""
        if not pieces.is_sparse(entry):
            return 0
        return pieces.holes_at(source, entry, first, min(end, first + PIECES_LIMIT))

    def _payload(self, length: int) -> memoryview:
        """Return the place for a payload, behind room for header and hashes."""
        if HEADROOM + length > len(self._buffer):
            self._buffer = memoryview(bytearray(HEADROOM + length))
        return self._buffer[HEADROOM : HEADROOM + length]

    def _send_zeros(self, pieces: SourcePieces, entry: int, first: int, count: int) -> None:
        header = FrameHeader(FLAG_ZERO, count, pieces.number, entry, first, 0, 0, 0, 0)
        self._send_frame(pieces, self._buffer, header, b"", HEADROOM)
        pieces.sent_bytes += _span(pieces.size(entry), first, count)

    def _send(
        self, pieces: SourcePieces, entry: int, first: int, hashes: list[bytes], length: int
    ) -> Iterator[None]:
        """Send what lies in the buffer as one frame, or a large piece as fragments."""
        if len(hashes) > 1 or length <= self._aim.bytes_below(pieces.bucket):
            header = FrameHeader(
                FLAG_HASHES, len(hashes), pieces.number, entry, first, 0, length, 0, 0
            )
            self._send_frame(pieces, self._buffer, header, b"".join(hashes), HEADROOM)
            pieces.sent_bytes += length
            yield
            return
        # Other transfers read their pieces between two fragments: into a buffer of their own.
        buffer, self._buffer = self._buffer, memoryview(bytearray(HEADROOM + LARGEST_PAYLOAD))
        offset = 0
        while offset < length:
            taken = min(self._aim.bytes_below(pieces.bucket), length - offset)
            flags = FLAG_FRAGMENT | (FLAG_HASHES if offset == 0 else 0)
            flags |= FLAG_LAST if offset + taken == length else 0
            header = FrameHeader(flags, 1, pieces.number, entry, first, offset, taken, 0, 0)
            place, first_hash = HEADROOM + offset, hashes[0] if offset == 0 else b""
            self._send_frame(pieces, buffer, header, first_hash, place)
            pieces.sent_bytes += taken
            offset += taken
            yield

    def _send_frame(
        self,
        pieces: SourcePieces,
        buffer: memoryview,
        header: FrameHeader,
        hashes: bytes,
        place: int,
    ) -> None:
        """Send a frame whose payload lies at `place`; what lay before it is overwritten."""
        start = place - HEADER_BYTES - len(hashes)
        encode_header_into(buffer, start, header)
        buffer[start + HEADER_BYTES : place] = hashes
        frame = buffer[start : place + header.payload_bytes]
        # Not afterwards: on a slow network the debt is paid while the frame is sent.
        self._pacer.charge(pieces.bucket, len(frame))
        self._sender.send_frame(frame, header.payload_bytes)


def _span(size: int, first: int, count: int) -> int:
    """Return the bytes of some pieces that follow each other."""
    return (count - 1) * piece_size(size) + piece_length(size, first + count - 1)
