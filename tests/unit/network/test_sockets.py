import asyncio
import socket

import pytest

from byhand.errors import ConnectionLostError
from byhand.network.sockets import is_port_free, open_servers, receive_exactly, set_up
from tests.helpers.loopback import tcp_pair


def close(servers: tuple[socket.socket, ...]) -> None:
    for server in servers:
        server.close()


def test_one_port_serves_ipv4_and_ipv6() -> None:
    servers = open_servers(0)
    try:
        assert {server.family for server in servers} == {socket.AF_INET, socket.AF_INET6}
        assert len({server.getsockname()[1] for server in servers}) == 1
        assert not any(server.getblocking() for server in servers)
    finally:
        close(servers)


def test_a_taken_port_gives_way_to_the_next_free_one() -> None:
    first = open_servers(0)
    port = first[0].getsockname()[1]
    try:
        second = open_servers(port)
        try:
            assert second[0].getsockname()[1] != port
        finally:
            close(second)
    finally:
        close(first)


def test_a_port_taken_on_one_family_only_is_taken() -> None:
    with socket.create_server(("::", 0), family=socket.AF_INET6, dualstack_ipv6=False) as other:
        port = other.getsockname()[1]
        servers = open_servers(port)
        try:
            assert servers[0].getsockname()[1] != port
            assert len(servers) == 2
        finally:
            close(servers)


def test_the_last_port_is_followed_by_any() -> None:
    with socket.create_server(("0.0.0.0", 65_535)):
        servers = open_servers(65_535)
        close(servers)


def test_a_connection_is_set_up_for_small_messages_and_dead_peers() -> None:
    near, far = tcp_pair()
    with near, far:
        set_up(near)
        assert not near.getblocking()
        assert near.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) == 1
        assert near.getsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT) == 30_000


async def test_exactly_what_was_asked_for_is_received() -> None:
    near, far = tcp_pair()
    with near, far:
        receiving = asyncio.create_task(receive_exactly(far, 5))
        for byte in b"hello, world":
            near.send(bytes([byte]))
            await asyncio.sleep(0)
        assert await receiving == b"hello"
        assert await receive_exactly(far, 7) == b", world"
        assert await receive_exactly(far, 0) == b""


async def test_an_early_end_is_a_lost_connection() -> None:
    near, far = tcp_pair()
    with far:
        near.send(b"half")
        near.close()
        with pytest.raises(ConnectionLostError):
            await receive_exactly(far, 5)


def test_a_port_is_free_until_somebody_listens_there() -> None:
    servers = open_servers(0)
    port = servers[0].getsockname()[1]
    try:
        assert not is_port_free(port)
    finally:
        close(servers)
    assert is_port_free(port)
    assert is_port_free(port), "looking takes nothing"
