import socket
from collections.abc import Iterator

import pytest

from byhand.network.unsent_limit import SMALLEST_BYTES, UnsentLimit

MIB = 1024 * 1024
needs_the_option = pytest.mark.skipif(
    not hasattr(socket, "TCP_NOTSENT_LOWAT"), reason="this system cannot be told"
)


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def sock() -> Iterator[socket.socket]:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname()) as connection,
    ):
        yield connection


def told(sock: socket.socket) -> int:
    return sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_NOTSENT_LOWAT)


@needs_the_option
def test_little_waits_in_the_system_from_the_start(sock: socket.socket) -> None:
    UnsentLimit(sock)
    assert told(sock) == SMALLEST_BYTES


@needs_the_option
def test_a_tenth_of_a_second_of_a_fast_connection_waits(sock: socket.socket) -> None:
    clock = Clock()
    limit = UnsentLimit(sock, clock)
    for _ in range(10):
        clock.now += 0.1
        limit.sent(10 * MIB)
    assert 9 * MIB < limit.byte_count < 11 * MIB
    assert told(sock) == limit.byte_count


@needs_the_option
def test_it_becomes_less_when_the_connection_becomes_slow(sock: socket.socket) -> None:
    clock = Clock()
    limit = UnsentLimit(sock, clock)
    clock.now += 1
    limit.sent(1000 * MIB)
    assert limit.byte_count == 100 * MIB
    clock.now += 10
    limit.sent(MIB)
    assert told(sock) == limit.byte_count == SMALLEST_BYTES


def test_other_sockets_are_left_as_they_are() -> None:
    near, far = socket.socketpair()
    with near, far:
        clock = Clock()
        limit = UnsentLimit(near, clock)
        clock.now += 1
        limit.sent(1000 * MIB)
        assert limit.byte_count == 100 * MIB


def test_a_connection_that_has_gone_is_for_the_sending_to_notice(sock: socket.socket) -> None:
    clock = Clock()
    limit = UnsentLimit(sock, clock)
    sock.close()
    clock.now += 1
    limit.sent(1000 * MIB)
