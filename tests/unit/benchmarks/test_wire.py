"""Frames of loopback, and what they would be on Ethernet."""

import struct

from tests.benchmarks.transfer.wire import Wire

ETHERNET = 14
IP4, IP6, TCP_WITH_TIMESTAMPS = 20, 40, 32
UDP, TCP = 17, 6


def _counted(ip: bytes, payload: int) -> Wire:
    transport = bytes(12) + bytes([TCP_WITH_TIMESTAMPS // 4 << 4]) + bytes(19)
    front = bytes(ETHERNET) + ip + transport
    wire = Wire()
    wire.count(memoryview(front.ljust(256, b"\0")), len(front) + payload)
    return wire


def _ip4(protocol: int) -> bytes:
    return struct.pack("BxHHHBBH4s4s", 0x45, 0, 0, 0, 64, protocol, 0, bytes(4), bytes(4))


def _ip6(next_header: int) -> bytes:
    return struct.pack("BxxxHBB16s16s", 0x60, 0, next_header, 64, bytes(16), bytes(16))


def test_a_large_segment_is_many_frames_on_ethernet() -> None:
    wire = _counted(_ip4(TCP), 3 * 1448 + 1)
    assert wire.tcp_bytes == 3 * 1448 + 1
    headers = ETHERNET + IP4 + TCP_WITH_TIMESTAMPS
    assert wire.ethernet_bytes == 3 * 1448 + 1 + 4 * headers


def test_an_acknowledgement_is_headers_only() -> None:
    wire = _counted(_ip4(TCP), 0)
    assert (wire.tcp_bytes, wire.ethernet_bytes) == (0, ETHERNET + IP4 + TCP_WITH_TIMESTAMPS)


def test_addresses_of_version_6_take_longer_headers() -> None:
    wire = _counted(_ip6(TCP), 1428 + 1)
    headers = ETHERNET + IP6 + TCP_WITH_TIMESTAMPS
    assert (wire.tcp_bytes, wire.ethernet_bytes) == (1429, 1429 + 2 * headers)


def test_what_is_not_tcp_is_no_payload() -> None:
    wire = _counted(_ip4(UDP), 100)
    assert wire.tcp_bytes == 0
    assert wire.ethernet_bytes == ETHERNET + IP4 + TCP_WITH_TIMESTAMPS + 100
