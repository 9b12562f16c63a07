"""The ends of a connection of two members, over a socket pair and after a real handshake."""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import monotonic, monotonic_ns

from byhand.domain.stopwatch import Stopwatch
from byhand.network.member_channel import MemberReceiver, MemberSender
from byhand.noise.cipher_state import CipherState
from byhand.protocol.data_frame import HEADER_BYTES, FrameHeader, encode_header_into
from byhand.protocol.records import seal
from tests.helpers.connection_pair import member_pair
from tests.helpers.outbound import unpaced


@dataclass
class LyingMember:
    """One that sends what it likes to a receiver of ours."""

    socket: socket.socket
    sealing: CipherState
    sender: MemberSender
    receiver: MemberReceiver

    def say(self, *plaintexts: bytes) -> None:
        """Send records with these plaintexts."""
        self.socket.sendall(b"".join(seal(self.sealing, each) for each in plaintexts))

    def send(self, header: FrameHeader, body: bytes) -> None:
        """Send a frame: its header, and what follows it."""
        frame = bytearray(HEADER_BYTES) + body
        encode_header_into(frame, 0, header)
        self.sender.send_frame(memoryview(frame), header.payload_bytes, Stopwatch(monotonic_ns))


@contextmanager
def lying_member(
    *, record_seconds: float = 60.0, clock: Callable[[], float] = monotonic
) -> Iterator[LyingMember]:
    ours, theirs = member_pair()
    near, far = socket.socketpair()
    with near, far:
        near.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4 * 1024 * 1024)
        sealing = theirs.session.sending
        yield LyingMember(
            near,
            sealing,
            MemberSender(near, sealing),
            MemberReceiver(
                *(far, ours.session.receiving, unpaced()),
                record_seconds=record_seconds,
                clock=clock,
            ),
        )
