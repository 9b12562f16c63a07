"""What goes over loopback, counted frame by frame in a network namespace of our own.

Loopback carries large segments as they leave TCP. For each of them is added up what it would be
on Ethernet: segments of 1,500 bytes, each with its headers.
"""

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from tests.benchmarks.transfer.report import LeftOut
from tests.helpers.private_network import is_private

MTU = 1500
ETHERNET_HEADER = 14
_EVERY_PROTOCOL = 0x0003
_SOL_PACKET = 263
_PACKET_STATISTICS = 6
_PACKET_IGNORE_OUTGOING = 23
_SO_RCVBUFFORCE = 33
_QUEUE_BYTES = 256 * 1024**2
_HEADERS_BYTES = 256
_TCP = 6
_WAKE_SECONDS = 0.1


class Wire:
    """Counts since it was made: what TCP carried, and what Ethernet would have carried for it."""

    def __init__(self) -> None:
        self.tcp_bytes = 0
        self.ethernet_bytes = 0

    def count(self, headers: memoryview, length: int) -> None:
        """Take note of a frame, of which the front is given."""
        ip = headers[ETHERNET_HEADER:]
        is_version_4 = ip[0] >> 4 == 4
        ip_bytes = (ip[0] & 15) * 4 if is_version_4 else 40
        if ip[9 if is_version_4 else 6] != _TCP:
            self.ethernet_bytes += length
            return
        header_bytes = ip_bytes + (ip[ip_bytes + 12] >> 4) * 4
        payload = length - ETHERNET_HEADER - header_bytes
        segments = max(1, -(-payload // (MTU - header_bytes)))
        self.tcp_bytes += payload
        self.ethernet_bytes += payload + segments * (ETHERNET_HEADER + header_bytes)


@contextmanager
def counted_wire() -> Iterator[Wire]:
    """Count while the block runs; LeftOut where others may use the same loopback."""
    if not is_private():
        raise LeftOut("counting bytes on the wire needs the right to make a network namespace")
    wire, is_over = Wire(), threading.Event()
    with socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 0) as sock:
        sock.setsockopt(socket.SOL_SOCKET, _SO_RCVBUFFORCE, _QUEUE_BYTES)
        sock.setsockopt(_SOL_PACKET, _PACKET_IGNORE_OUTGOING, 1)
        sock.settimeout(_WAKE_SECONDS)
        sock.bind(("lo", _EVERY_PROTOCOL))
        thread = threading.Thread(target=_count_all, args=(sock, wire, is_over))
        thread.start()
        try:
            yield wire
        finally:
            is_over.set()
            thread.join()
        _check_none_was_missed(sock)


def _count_all(sock: socket.socket, wire: Wire, is_over: threading.Event) -> None:
    """Count what comes, to the last frame that had come when it was over."""
    headers = memoryview(bytearray(_HEADERS_BYTES))
    while True:
        was_over = is_over.is_set()
        try:
            length = sock.recv_into(headers, 0, socket.MSG_TRUNC)
        except TimeoutError:
            if was_over:
                return
            continue
        wire.count(headers, length)


def _check_none_was_missed(sock: socket.socket) -> None:
    _, missed = struct.unpack("II", sock.getsockopt(_SOL_PACKET, _PACKET_STATISTICS, 8))
    if missed:
        raise RuntimeError(f"{missed} frames went by uncounted")
