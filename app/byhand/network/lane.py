"""A lane's socket: whole frames, sealed into records, over one blocking connection."""

import os
import socket
from struct import Struct
from time import monotonic
from typing import Protocol

from byhand.domain.bottleneck import Activity
from byhand.domain.stopwatch import Stopwatch
from byhand.errors import ConnectionLostError, RemoteProtocolError
from byhand.network.unsent_limit import UnsentLimit
from byhand.noise.cipher_state import CipherState
from byhand.protocol.data_frame import (
    END_BYTES,
    FRAME_LIMIT,
    HEADER_BYTES,
    FrameHeader,
    Totals,
    decode_end,
    decode_header,
    encode_end,
    frame_bytes,
    is_end,
)
from byhand.protocol.records import rekey_if_due

TAG_BYTES = 16
LENGTH_BYTES = 2
RECORD_LIMIT = 65_535
RECORD_PAYLOAD = RECORD_LIMIT - TAG_BYTES
RECORDS_A_FRAME = -(-FRAME_LIMIT // RECORD_PAYLOAD)
RECORDS_LIMIT = 64
"""In how many records a frame may come: its bytes one by one would cost more than they carry."""
RECORD_SECONDS = 60.0
WIRE_BYTES = FRAME_LIMIT + RECORDS_A_FRAME * (LENGTH_BYTES + TAG_BYTES)


class FrameSender:
    """Seals frames and sends each with one system call; used by one thread."""

    def __init__(
        self, sock: socket.socket, cipher: CipherState, *, outlasts_silence: bool = True
    ) -> None:
        """`outlasts_silence`: for as long as the other side likes it need not read."""
        if outlasts_silence:
            _outlast_silence(sock)
        self._socket = sock
        self._unsent = UnsentLimit(sock)
        self._cipher = cipher
        self._wire = memoryview(bytearray(WIRE_BYTES))
        self._totals = Totals(0, 0)

    @property
    def frames(self) -> int:
        """How many frames have been sent."""
        return self._totals.frames

    def send_frame(self, frame: memoryview, payload_bytes: int, watch: Stopwatch) -> None:
        """Send one frame (header, hashes, payload); raise ConnectionLostError.

        Sealing it is computing, as what follows is; sending it is waiting for the other side.
        """
        wire = self._sealed(frame)
        watch.switch(Activity.WIRE)
        self._send(wire)
        watch.switch(Activity.COMPUTING)
        self._totals = Totals(self._totals.frames + 1, self._totals.payload_bytes + payload_bytes)

    def finish(self) -> None:
        """Tell the other side that nothing more comes, and close our half."""
        self._send(self._sealed(memoryview(encode_end(self._totals))))
        try:
            self._socket.shutdown(socket.SHUT_WR)
        except OSError as exc:
            raise ConnectionLostError from exc

    def _sealed(self, plaintext: memoryview) -> memoryview:
        place = 0
        for start in range(0, len(plaintext), RECORD_PAYLOAD):
            record = plaintext[start : start + RECORD_PAYLOAD]
            length = len(record) + TAG_BYTES
            body = place + LENGTH_BYTES
            rekey_if_due(self._cipher)
            self._wire[place:body] = length.to_bytes(LENGTH_BYTES, "big")
            self._cipher.encrypt_into(record, self._wire[body : body + length])
            place = body + length
        return self._wire[:place]

    def _send(self, wire: memoryview) -> None:
        try:
            self._socket.sendall(wire)
        except OSError as exc:
            raise ConnectionLostError from exc
        self._unsent.sent(len(wire))


class Pace(Protocol):
    """Says how fast a lane may be read."""

    def begin(self, transfer_number: int, /) -> None:
        """Take note of whose frame has begun."""

    def room(self) -> int:
        """Wait until bytes may be read; return how many, 0 for as many as there are."""

    def received(self, byte_count: int, /) -> None:
        """Take note of what was read."""


class FrameReceiver:
    """Receives and opens frames into one reused buffer; used by one thread.

    Between frames it waits as long as the connection lasts; a record that has begun must be
    whole within `record_seconds`, unless `pace` holds it back. Anybody may read `received_bytes`,
    all that came, and `is_listening`: it waits for the other side, and for nothing of ours.
    """

    def __init__(
        self,
        sock: socket.socket,
        cipher: CipherState,
        pace: Pace,
        *,
        record_seconds: float = RECORD_SECONDS,
    ) -> None:
        _wake_after(sock, record_seconds)
        self.received_bytes = 0
        self.is_listening = False
        self._socket = sock
        self._pace = pace
        self._record_seconds = record_seconds
        self._is_inside_frame = False
        self._cipher = cipher
        self._wire = memoryview(bytearray(WIRE_BYTES))
        self._start = 0
        self._end = 0
        self._frame = memoryview(bytearray(FRAME_LIMIT))
        self._totals = Totals(0, 0)

    @property
    def frames(self) -> int:
        """How many frames have been received whole."""
        return self._totals.frames

    def receive_frame(self) -> tuple[FrameHeader, memoryview] | None:
        """Return the next header and what follows it (hashes, payload), valid until the next call.

        None after the other side's end record. Raises RemoteProtocolError, AuthenticationError,
        or ConnectionLostError when the connection ends without an end record.
        """
        return self._frame_begun(self._open_first())

    def _open_first(self) -> int:
        """Open the record after a whole frame; return how many bytes of a next one it holds."""
        self._is_inside_frame = False
        return self._open_record(self._frame)

    def _frame_begun(self, filled: int) -> tuple[FrameHeader, memoryview] | None:
        """Receive the rest of a frame; None if it is none, but the end."""
        self._is_inside_frame = True
        if is_end(self._frame[:filled]):
            self._check_end(filled)
            return None
        header = decode_header(self._frame[:filled])
        self._pace.begin(header.transfer_number)
        total = frame_bytes(header)
        if filled > total:
            raise RemoteProtocolError("a record that runs beyond its frame")
        records = 1
        while filled < total:
            if records == RECORDS_LIMIT:
                raise RemoteProtocolError("a frame in crumbs")
            filled += self._open_record(self._frame[filled:total])
            records += 1
        self._totals = Totals(
            self._totals.frames + 1, self._totals.payload_bytes + header.payload_bytes
        )
        return header, self._frame[HEADER_BYTES:total]

    def _check_end(self, filled: int) -> None:
        if filled != END_BYTES or decode_end(self._frame[:filled]) != self._totals:
            raise RemoteProtocolError("the end record does not fit what was received")

    def _open_record(self, out: memoryview) -> int:
        """Open the next record into `out`; return its plaintext's length, at least 1."""
        self._fill(LENGTH_BYTES)
        length = int.from_bytes(self._wire[self._start : self._start + LENGTH_BYTES], "big")
        if not TAG_BYTES < length <= min(RECORD_LIMIT, len(out) + TAG_BYTES):
            raise RemoteProtocolError("a record of a length that cannot be")
        self._fill(LENGTH_BYTES + length)
        body = self._start + LENGTH_BYTES
        rekey_if_due(self._cipher)
        opened = self._cipher.decrypt_into(
            self._wire[body : body + length], out[: length - TAG_BYTES]
        )
        self._start = body + length
        return opened

    def _fill(self, wanted: int) -> None:
        """Receive until `wanted` bytes are there."""
        if self._end - self._start >= wanted:
            return
        if self._start == self._end:
            self._start = self._end = 0
        if len(self._wire) - self._start < RECORD_LIMIT + LENGTH_BYTES:
            tail = self._end - self._start
            self._wire[:tail] = self._wire[self._start : self._end]
            self._start, self._end = 0, tail
        begun_at = monotonic()
        while self._end - self._start < wanted:
            is_idle = self._end == self._start and not self._is_inside_frame
            room = self._pace.room()
            if room:
                begun_at = monotonic()  # who holds back cannot tell whether the other is slow
            self._end += self._receive(room or len(self._wire))
            if is_idle:
                begun_at = monotonic()
            elif monotonic() - begun_at >= self._record_seconds:
                raise ConnectionLostError("a record that never ends")

    def _receive(self, room: int) -> int:
        """Return how many bytes came; 0 after a while in which none did."""
        self.is_listening = True
        try:
            count = self._socket.recv_into(self._wire[self._end : self._end + room])
        except BlockingIOError:
            return 0
        except OSError as exc:
            raise ConnectionLostError from exc
        finally:
            self.is_listening = False
        if count == 0:
            raise ConnectionLostError
        self.received_bytes += count
        self._pace.received(count)
        return count


def _outlast_silence(sock: socket.socket) -> None:
    """Bear a receiver that does not read for a while: it keeps to a limit, or its disk is full.

    To the system it looks dead like one that is gone. The control connection knows better, and
    takes its lanes along when it ends.
    """
    if sock.family not in (socket.AF_INET, socket.AF_INET6):
        return
    if hasattr(socket, "TCP_USER_TIMEOUT"):
        try:
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, 0)
        except OSError as exc:
            raise ConnectionLostError from exc


def _wake_after(sock: socket.socket, seconds: float) -> None:
    """Let a blocking receive return after a while with nothing.

    The socket's own timeout would cost one more system call for every receive.
    """
    if os.name == "posix":
        whole = int(seconds)
        wait = Struct("@ll").pack(whole, int((seconds - whole) * 1e6))
    else:
        wait = Struct("@L").pack(int(seconds * 1000))
    try:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, wait)
    except OSError as exc:
        raise ConnectionLostError from exc
