"""A receiving lane: receives, opens, checks and writes what is sent to us, in plain threads."""

import logging
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from byhand.domain.pieces import MIB
from byhand.domain.stopwatch import Stopwatch
from byhand.engine.arriving_pieces import ArrivingPieces
from byhand.engine.bandwidth import Bucket, Pacer
from byhand.engine.confined_thread import confine_to, run_in_thread
from byhand.engine.fragments import Fragments
from byhand.engine.intake import Intake
from byhand.engine.reports import LaneEnded, ReceivingFailed
from byhand.errors import ByhandError, LocalProtocolError, RemoteProtocolError, StorageError
from byhand.network.lane import FrameReceiver
from byhand.noise.cipher_state import CipherState
from byhand.protocol.data_frame import HEADER_BYTES, FrameHeader

logger = logging.getLogger(__name__)

DROPPED_LIMIT = 64 * MIB
Frame = tuple[FrameHeader, memoryview]


@dataclass(slots=True)
class Receivers:
    """The transfers of one session that may receive, by number; shared by its lanes.

    `dropped` holds those that ended here while data may still be on the way. `bucket` limits how
    fast the friend's lanes are read, all together.
    """

    wanted: dict[int, ArrivingPieces] = field(default_factory=dict)
    dropped: dict[int, int] = field(default_factory=dict)
    bucket: Bucket = field(default_factory=Bucket)

    def bucket_of(self, number: int | None) -> Bucket:
        """Return a transfer's bucket, the friend's for None and for one that is not wanted."""
        pieces = None if number is None else self.wanted.get(number)
        return self.bucket if pieces is None else pieces.bucket

    def watch_of(self, number: int) -> Stopwatch | None:
        """Return a transfer's stopwatch, None for one that is not wanted."""
        pieces = self.wanted.get(number)
        return None if pieces is None else pieces.watch

    def admit(self, number: int, pieces: ArrivingPieces) -> None:
        """Take what arrives for a transfer; RemoteProtocolError if its number was used before."""
        if number in self.wanted or number in self.dropped:
            raise RemoteProtocolError("a transfer number that was used before")
        self.wanted[number] = pieces

    def drop(self, number: int) -> None:
        """Take nothing more of a transfer; what is on the way is passed over up to 64 MiB."""
        if number in self.wanted:
            # A lane that looks in between finds the transfer in one of the two.
            self.dropped[number] = 0
            self.wanted.pop(number).bucket.wake()


class ReceivingLane:
    """One data connection on which we receive, for all transfers of its session.

    Bytes are received, opened and written by a thread that is confined to the staging folders of
    the transfers wanted when it began; when one comes that is wanted since, another follows it.
    `frames_taken` counts frames whose pieces are judged and written.
    """

    def __init__(
        self,
        index: int,
        sock: socket.socket,
        cipher: CipherState,
        receivers: Receivers,
        ended: Callable[[LaneEnded], None],
        pacer: Pacer | None = None,
    ) -> None:
        self.index = index
        self._socket = sock
        self._intake = Intake(receivers.bucket_of, receivers.watch_of, pacer or Pacer())
        self._receiver = FrameReceiver(sock, cipher, self._intake)
        self._receivers = receivers
        self._ended = ended
        self.frames_taken = 0
        self._fragments: dict[int, Fragments] = {}
        self._is_over = threading.Event()
        self._thread = threading.Thread(
            target=self._run, name=f"receiving-lane-{index}", daemon=True
        )

    @property
    def received_bytes(self) -> int:
        """How many bytes have come, of whatever transfer."""
        return self._receiver.received_bytes

    @property
    def is_listening(self) -> bool:
        """Say whether the lane waits for the other side, and for nothing of ours."""
        return self._receiver.is_listening

    def start(self) -> None:
        """Start the lane, which owns the socket from now on."""
        self._thread.start()

    def close(self) -> None:
        """End the lane and join its threads."""
        self.interrupt()
        self._thread.join()

    def interrupt(self) -> None:
        """Wake the thread from a blocked receive, or a wait for the disk; the lane ends."""
        self._is_over.set()
        for pieces in list(self._receivers.wanted.values()):
            pieces.nudge()
        try:
            self._socket.shutdown(socket.SHUT_RDWR)
        except OSError:
            logger.debug("lane %d was down already", self.index)
        self._intake.stop()

    def _run(self) -> None:
        error: ByhandError | None = None
        try:
            self._receive_all()
        except ByhandError as exc:
            error = exc
        except Exception as exc:
            logger.exception("a bug in a receiving lane")
            error = LocalProtocolError(str(exc))
        finally:
            self._socket.close()
            self._ended(LaneEnded(self.index, error))

    def _receive_all(self) -> None:
        """Receive to the end. This thread touches no byte: it begins the next one."""
        name = f"{self._thread.name}-confined"
        frame = run_in_thread(partial(self._receive_confined, None), name)
        while frame is not None:
            frame = run_in_thread(partial(self._receive_confined, frame), name)

    def _receive_confined(self, frame: Frame | None) -> Frame | None:
        """Take a frame in hand and those that follow; return the first that is out of reach.

        None after the last.
        """
        reach = self._confine()
        frame = frame or self._receiver.receive_frame()
        while frame is not None and self._take(*frame, reach):
            frame = self._receiver.receive_frame()
        return frame

    def _confine(self) -> frozenset[int]:
        """Confine this thread to what is wanted now; return the numbers of that.

        Nothing else is kept of it: the thread may outlive a transfer for long.
        """
        wanted = tuple(self._receivers.wanted.items())
        try:
            confine_to(pieces.staging for _, pieces in wanted)
        except StorageError as exc:
            for _, pieces in wanted:
                pieces.tell(ReceivingFailed(exc))
            raise
        return frozenset(number for number, _ in wanted)

    def _take(self, header: FrameHeader, body: memoryview, reach: frozenset[int]) -> bool:
        """Take a frame and return True; False, having done nothing, if it is out of reach."""
        pieces = self._receivers.wanted.get(header.transfer_number)
        if pieces is None:
            self._pass_over(header)
            return True
        if header.transfer_number not in reach:
            return False
        pieces.take(header, body, self._fragments.setdefault(header.transfer_number, Fragments()))
        self.frames_taken += 1
        pieces.tell_frame(self.index)
        pieces.wait_for_room(self._is_over)
        return True

    def _pass_over(self, header: FrameHeader) -> None:
        """Let pass what was on the way when its transfer ended; anything else is a lie."""
        self._fragments.pop(header.transfer_number, None)
        seen = self._receivers.dropped.get(header.transfer_number)
        if seen is None:
            raise RemoteProtocolError("data of a transfer that was not accepted")
        seen += HEADER_BYTES + header.payload_bytes
        if seen > DROPPED_LIMIT:
            raise RemoteProtocolError("data keeps coming for a transfer that has ended")
        self._receivers.dropped[header.transfer_number] = seen
        self.frames_taken += 1
