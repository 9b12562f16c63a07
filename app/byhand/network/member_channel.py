"""What two members of a group send each other: frames and a few messages, both ways (§22)."""

import socket
from collections.abc import Callable
from time import monotonic

from byhand.errors import ConnectionLostError, LocalProtocolError, RemoteProtocolError
from byhand.network.lane import RECORD_SECONDS, FrameReceiver, FrameSender, Pace
from byhand.network.message_rate import MessageRate
from byhand.noise.cipher_state import CipherState
from byhand.protocol.codec import decode_message, encode_message
from byhand.protocol.data_frame import FrameHeader, judge_member_frame
from byhand.protocol.message import Message
from byhand.protocol.message_types import MEMBER_MESSAGES

KEEP_ALIVE_SECONDS = 15
_BEGINS_A_MESSAGE = (0, 1)
_IDLE_OPTIONS = ("TCP_KEEPIDLE", "TCP_KEEPALIVE")
"""What systems call the silence after which they ask whether the other side is there."""


class MemberSender(FrameSender):
    """Sends frames, and messages between them, over a blocking socket; used by one thread.

    No control connection knows better whether the other side is there: a path on which nothing
    moves for 30 s is lost, also one on which there is nothing to say.
    """

    def __init__(self, sock: socket.socket, cipher: CipherState) -> None:
        super().__init__(sock, cipher, outlasts_silence=False)
        _keep_alive(sock)

    def send_message(self, message: Message) -> None:
        """Send one message in a record of its own; raise ConnectionLostError.

        LocalProtocolError for one that members do not say, or that does not fit.
        """
        if type(message) not in MEMBER_MESSAGES:
            raise LocalProtocolError(f"a {type(message).__name__} to another member")
        self._send(self._sealed(memoryview(encode_message(message))))


class MemberReceiver(FrameReceiver):
    """Receives frames and messages over a blocking socket; used by one thread, as a lane's is."""

    def __init__(
        self,
        sock: socket.socket,
        cipher: CipherState,
        pace: Pace,
        *,
        record_seconds: float = RECORD_SECONDS,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(sock, cipher, pace, record_seconds=record_seconds)
        self._rate = MessageRate(clock)

    def receive(self) -> tuple[FrameHeader, memoryview] | Message | None:
        """Return the next message, or the next frame as `receive_frame` does; None at the end.

        Raises RemoteProtocolError for anything that members do not say to each other, and what
        `receive_frame` raises.
        """
        filled = self._open_first()
        if self._frame[0] in _BEGINS_A_MESSAGE:
            return self._message_in(self._frame[:filled])
        frame = self._frame_begun(filled)
        if frame is not None:
            judge_member_frame(frame[0])
        return frame

    def _message_in(self, record: memoryview) -> Message:
        self._rate.judge()
        message = decode_message(bytes(record))
        if message is None or type(message) not in MEMBER_MESSAGES:
            raise RemoteProtocolError("a message that is none between members")
        return message


def _keep_alive(sock: socket.socket) -> None:
    """Let the system notice, though nothing is sent, that the other side's machine is gone."""
    try:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        if sock.family not in (socket.AF_INET, socket.AF_INET6):
            return
        for name in _IDLE_OPTIONS:
            if hasattr(socket, name):
                option = getattr(socket, name)
                sock.setsockopt(socket.IPPROTO_TCP, option, KEEP_ALIVE_SECONDS)
    except OSError as exc:
        raise ConnectionLostError from exc
