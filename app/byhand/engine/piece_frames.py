"""Answers what one peer asks for: pieces are read back, looked at, and sent frame by frame."""

from collections.abc import Iterator
from time import monotonic, monotonic_ns

from byhand.domain.codes import Code
from byhand.domain.stopwatch import Stopwatch
from byhand.engine.asked_of_us import AskedOfUs
from byhand.engine.bandwidth import Bucket, Pacer
from byhand.engine.frame_buffer import FrameBuffer, fragments
from byhand.engine.link_sharing import LinkSharing
from byhand.engine.payload_aim import PayloadAim
from byhand.engine.peer import Peer
from byhand.engine.served_pieces import Served
from byhand.network.member_channel import MemberSender
from byhand.protocol.data_frame import (
    FrameHeader,
)
from byhand.protocol.member_messages import Asked, No


class PieceFrames:
    """For the sending thread of one link; owns the buffer in which frames are made.

    `bucket` limits how fast they go.
    """

    def __init__(
        self,
        peer: Peer,
        asked: AskedOfUs,
        sharing: LinkSharing,
        sender: MemberSender,
        pacer: Pacer,
        bucket: Bucket,
    ) -> None:
        self._peer = peer
        self._asked = asked
        self._exchanged = sharing.exchanged
        self._served = sharing.served
        self._sender = sender
        self._pacer = pacer
        self._bucket = bucket
        self._aim = PayloadAim()
        self._watch = Stopwatch(monotonic_ns)
        self._buffer = FrameBuffer(hashes=1)
        self._steps: Iterator[None] | None = None

    def seconds_to_turn(self) -> float | None:
        """Return how long to wait before `step`, 0 for not at all; None if nothing is asked."""
        if self._steps is None and not self._asked:
            return None
        return self._pacer.seconds_to_turn(self._bucket)

    def step(self) -> bool:
        """Answer a piece, or send one frame of it; say whether anything was done.

        Not while all is being saved: it is asked for still.
        """
        if self._steps is None:
            return self._begin()
        if next(self._steps, StopIteration) is StopIteration:
            self._steps = None
        return True

    def _begin(self) -> bool:
        """Begin with the next piece that is asked for; say whether there was anything to do."""
        asked = self._asked.next()
        if asked is None:
            return False
        request, entry, piece = asked
        number = self._exchanged.numbering.number(entry, piece)
        length = self._exchanged.numbering.length(number)
        known = self._exchanged.told.run(number, number + 1)
        answer = self._answer(number, known, self._buffer.payload(length))
        if answer is None:
            return False
        if not self._asked.answered(asked):
            return True  # it was cancelled, and that was answered
        if known is None or answer is not Code.OK:
            self._peer.say(No(request=request, rows=[Asked(entry, piece, 1)], code=answer))
            return True
        self._exchanged.served(self._peer, length)
        header = FrameHeader(0, 1, 0, entry, piece, 0, length, 0, request)
        self._steps = self._frames(header, known)
        return True

    def _answer(self, number: int, known: bytes | None, content: memoryview) -> Code | None:
        """Return OK, with the content filled, or why it is not given; None if not now."""
        if known is None or not self._exchanged.is_shown(number):
            return Code.NOT_FOUND
        if not self._exchanged.may_serve(self._peer, len(content)):
            return Code.LIMIT
        entry, piece = self._exchanged.numbering.place(number)
        match self._served.read(entry, piece, known, content):
            case Served.READY:
                return Code.OK
            case Served.LATER:
                return None
            case Served.GONE:
                self._exchanged.gone(number, number + 1)
                return Code.NOT_FOUND

    def _frames(self, header: FrameHeader, known: bytes) -> Iterator[None]:
        """Send what lies in the buffer as one frame, or as fragments."""
        if header.payload_bytes <= self._largest():
            self._send(header, b"", 0)
            return
        for part, hashes, offset in fragments(header, known, self._largest):
            self._send(part, hashes, offset)
            yield

    def _send(self, header: FrameHeader, hashes: bytes, start: int) -> None:
        frame = self._buffer.frame(header, hashes, start)
        self._pacer.charge(self._bucket, len(frame))
        begun_at = monotonic()
        self._sender.send_frame(frame, header.payload_bytes, self._watch)
        self._aim.took(monotonic() - begun_at)

    def _largest(self) -> int:
        return self._aim.bytes_below(self._bucket)
