"""How our TCP sockets are opened, set up and read, always without blocking."""

import asyncio
import errno
import os
import socket

from byhand.errors import ConnectionLostError, NetworkError
from byhand.network.addresses import SocketAddress

# A crowd must not fill it before we come round: a call that finds it full waits for a second.
BACKLOG = 4096
PORTS_TRIED = 64
USER_TIMEOUT_MILLISECONDS = 30_000


def set_up(sock: socket.socket) -> None:
    """Make a connection's socket non-blocking with the options of PROTOCOL.md, section 3."""
    sock.setblocking(False)
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    if hasattr(socket, "TCP_USER_TIMEOUT"):
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, USER_TIMEOUT_MILLISECONDS)


def remote_address(sock: socket.socket) -> SocketAddress | None:
    """Return whom a connection is with; None if it has ended."""
    try:
        address: SocketAddress = sock.getpeername()
    except OSError:
        return None
    return address


def open_servers(port: int) -> tuple[socket.socket, ...]:
    """Listen on one port over IPv4 and IPv6, where they exist: `port`, or the next that is free.

    Port 0 takes any. Raises NetworkError if nothing can be listened on.
    """
    last = min(port + PORTS_TRIED, 65_536)
    candidates = [0] * PORTS_TRIED if port == 0 else [*range(port, last), *[0] * PORTS_TRIED]
    for candidate in candidates:
        try:
            return _servers_on(candidate)
        except OSError as exc:
            if exc.errno not in _TAKEN:
                raise NetworkError(f"cannot listen: {exc.strerror}") from exc
    raise NetworkError("cannot listen: every port is taken")


def is_port_free(port: int) -> bool:
    """Say whether we could listen on a port now; NetworkError if that cannot be told."""
    try:
        servers = _servers_on(port)
    except OSError as exc:
        if exc.errno in _TAKEN:
            return False
        raise NetworkError(f"cannot listen: {exc.strerror}") from exc
    for server in servers:
        server.close()
    return True


async def receive_exactly(sock: socket.socket, count: int) -> bytes:
    """Return the next `count` bytes and take no more; raise ConnectionLostError at an end."""
    loop = asyncio.get_running_loop()
    received = bytearray(count)
    view = memoryview(received)
    while view:
        try:
            arrived = await loop.sock_recv_into(sock, view)
        except OSError as exc:
            raise ConnectionLostError("the connection broke") from exc
        if arrived == 0:
            raise ConnectionLostError("the other side hung up")
        view = view[arrived:]
    return bytes(received)


async def send_all(sock: socket.socket, payload: bytes) -> None:
    """Hand all bytes to the system; raise ConnectionLostError."""
    try:
        await asyncio.get_running_loop().sock_sendall(sock, payload)
    except OSError as exc:
        raise ConnectionLostError("the connection broke") from exc


_TAKEN = (errno.EADDRINUSE, errno.EACCES)
_NO_SUCH_FAMILY = (errno.EAFNOSUPPORT, errno.EADDRNOTAVAIL)


def _servers_on(port: int) -> tuple[socket.socket, ...]:
    servers: list[socket.socket] = []
    try:
        for family, host in ((socket.AF_INET, "0.0.0.0"), (socket.AF_INET6, "::")):
            try:
                server = _server(family, host, port)
            except OSError as exc:
                if exc.errno not in _NO_SUCH_FAMILY or (family == socket.AF_INET6 and not servers):
                    raise
                continue
            servers.append(server)
            port = server.getsockname()[1]
    except OSError:
        for server in servers:
            server.close()
        raise
    return tuple(servers)


def _server(family: socket.AddressFamily, host: str, port: int) -> socket.socket:
    server = socket.socket(family, socket.SOCK_STREAM)
    try:
        if os.name == "posix":  # elsewhere it would let two programs share the port
            server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            server.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        server.setblocking(False)
        server.bind((host, port))
        server.listen(BACKLOG)
    except OSError:
        server.close()
        raise
    return server
