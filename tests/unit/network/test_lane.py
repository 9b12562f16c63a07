"""How a lane's socket is read, and how long its sender bears that it is not."""

import socket
import threading
from time import monotonic_ns

from byhand.domain.stopwatch import Stopwatch
from byhand.network.lane import FrameReceiver, FrameSender
from byhand.protocol.data_frame import (
    FLAG_HASHES,
    HASH_BYTES,
    HEADER_BYTES,
    FrameHeader,
    encode_header_into,
)
from tests.helpers.lanes import cipher
from tests.helpers.loopback import tcp_pair

PAYLOAD = 60_000
HEADER = FrameHeader(FLAG_HASHES, 1, 7, 0, 0, 0, PAYLOAD, 0, 0)


class Crumbs:
    """Lets a lane be read in crumbs, each after a pause; tells what it was asked."""

    def __init__(self, room: int, pause_seconds: float = 0.0) -> None:
        self.numbers: list[int] = []
        self.reads: list[int] = []
        self._room = room
        self._pause_seconds = pause_seconds

    def begin(self, transfer_number: int) -> None:
        self.numbers.append(transfer_number)

    def room(self) -> int:
        threading.Event().wait(self._pause_seconds)
        return self._room

    def received(self, byte_count: int) -> None:
        self.reads.append(byte_count)


def frame() -> memoryview:
    content = bytearray(HEADER_BYTES + HASH_BYTES + PAYLOAD)
    encode_header_into(content, 0, HEADER)
    return memoryview(content)


def send_one(sock: socket.socket) -> None:
    sender = FrameSender(sock, cipher())
    sender.send_frame(frame(), PAYLOAD, Stopwatch(monotonic_ns))
    sender.finish()


def test_no_more_is_read_than_there_is_room_for() -> None:
    near, far = socket.socketpair()
    pace = Crumbs(1000)
    sending = threading.Thread(target=send_one, args=(near,))
    with near, far:
        receiver = FrameReceiver(far, cipher(), pace)
        sending.start()
        received = receiver.receive_frame()
        assert received is not None
        assert received[0] == HEADER
        assert receiver.receive_frame() is None
        sending.join()
    assert max(pace.reads) == 1000
    assert pace.numbers == [7]
    assert sum(pace.reads) > PAYLOAD


def test_everything_is_read_at_once_where_nothing_limits_it() -> None:
    near, far = socket.socketpair()
    pace = Crumbs(0)
    with near, far:
        near.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 2 * PAYLOAD)
        send_one(near)
        receiver = FrameReceiver(far, cipher(), pace)
        assert receiver.receive_frame() is not None
        assert receiver.receive_frame() is None
    assert len(pace.reads) == 1


def test_a_record_that_we_read_slowly_is_not_one_that_never_ends() -> None:
    near, far = socket.socketpair()
    sending = threading.Thread(target=send_one, args=(near,))
    with near, far:
        receiver = FrameReceiver(far, cipher(), Crumbs(4_000, 0.05), record_seconds=0.5)
        sending.start()
        assert receiver.receive_frame() is not None
        sending.join()


def test_a_lane_bears_a_receiver_that_does_not_read() -> None:
    near, far = tcp_pair()
    with near, far:
        assert near.getsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT) > 0
        FrameSender(near, cipher())
        assert near.getsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT) == 0
