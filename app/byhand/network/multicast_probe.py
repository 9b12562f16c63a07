"""Whether a network carries what people are found by: we ask all, and listen for a moment."""

import ipaddress
import secrets
import socket
import struct
import sys
import time
from collections.abc import Callable
from ipaddress import IPv4Interface

from msgspec import Struct

from byhand.errors import NetworkError
from byhand.network.addresses import Interface, SocketAddress
from byhand.network.mdns_link import MDNS_IPV4, MDNS_IPV6, MDNS_PORT

LISTEN_SECONDS = 2.0
ASK_AT_SECONDS = (0.0, 0.7)
RECEIVE_BYTES = 9000
"""As large as an mDNS message may be (RFC 6762, section 17)."""
# “Which services are there?” (RFC 6763, section 9): one question, for answers to everybody.
_QUESTION = b"\x09_services\x07_dns-sd\x04_udp\x05local\x00" + struct.pack(">HH", 12, 1)
# <linux/in.h>, <linux/in6.h>
_IP_MULTICAST_ALL = 49
_IPV6_MULTICAST_ALL = 29


class MulticastHeard(Struct, frozen=True):
    """What came in on one interface: our own question, and the addresses of others who spoke."""

    interface: str
    is_own_heard: bool
    others: frozenset[str]


def probe_multicast(
    interface: Interface,
    seconds: float = LISTEN_SECONDS,
    clock: Callable[[], float] = time.monotonic,
) -> MulticastHeard:
    """Ask on an interface which services there are, and listen; it blocks for so many seconds.

    It ends early once everything is known. Raises NetworkError if the system lets us neither
    ask nor listen.
    """
    question = struct.pack(">HHHHHH", secrets.randbelow(2**16), 0, 1, 0, 0, 0) + _QUESTION
    own = {str(each.ip) for each in interface.addresses}
    others: set[str] = set()
    is_own_heard = False
    start = clock()
    ask_at = [start + each for each in ASK_AT_SECONDS]
    try:
        sock, group = _opened(interface)
        with sock:
            while (now := clock()) < start + seconds and not (is_own_heard and others):
                if ask_at and now >= ask_at[0]:
                    ask_at.pop(0)
                    sock.sendto(question, group)
                until = min(ask_at[0] if ask_at else start + seconds, start + seconds)
                heard = _receive(sock, max(until - now, 0.001))
                if heard is None:
                    continue
                content, host = heard
                is_own_heard = is_own_heard or content == question
                if host not in own:
                    others.add(host)
    except OSError as exc:
        raise NetworkError(f"no multicast on {interface.name}") from exc
    return MulticastHeard(interface.name, is_own_heard, frozenset(others))


def _receive(sock: socket.socket, seconds: float) -> tuple[bytes, str] | None:
    sock.settimeout(seconds)
    try:
        content, address = sock.recvfrom(RECEIVE_BYTES)
    except TimeoutError:
        return None
    return content, str(ipaddress.ip_address(address[0].partition("%")[0]))


def _opened(interface: Interface) -> tuple[socket.socket, SocketAddress]:
    """Return a socket that hears the group on this interface alone, and where to ask."""
    ipv4 = next((own for own in interface.addresses if isinstance(own, IPv4Interface)), None)
    family = socket.AF_INET6 if ipv4 is None else socket.AF_INET
    sock = socket.socket(family, socket.SOCK_DGRAM)
    try:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if hasattr(socket, "SO_REUSEPORT"):
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        if ipv4 is None:
            return sock, _join_ipv6(sock, interface.index)
        return sock, _join_ipv4(sock, ipv4)
    except OSError:
        sock.close()
        raise


def _join_ipv4(sock: socket.socket, own: IPv4Interface) -> SocketAddress:
    group = MDNS_IPV4, MDNS_PORT
    # Bound to the group it takes no answer away that is meant for another program.
    sock.bind(("", MDNS_PORT) if sys.platform == "win32" else group)
    sock.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, own.ip.packed)
    membership = socket.inet_aton(MDNS_IPV4) + own.ip.packed
    sock.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, membership)
    if sys.platform == "linux":
        sock.setsockopt(socket.IPPROTO_IP, _IP_MULTICAST_ALL, 0)
    return group


def _join_ipv6(sock: socket.socket, index: int) -> SocketAddress:
    host = "::" if sys.platform == "win32" else MDNS_IPV6
    sock.bind((host, MDNS_PORT, 0, 0 if sys.platform == "win32" else index))
    packed = index.to_bytes(4, sys.byteorder)
    sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_MULTICAST_IF, packed)
    membership = socket.inet_pton(socket.AF_INET6, MDNS_IPV6) + packed
    sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_JOIN_GROUP, membership)
    if sys.platform == "linux":
        sock.setsockopt(socket.IPPROTO_IPV6, _IPV6_MULTICAST_ALL, 0)
    return MDNS_IPV6, MDNS_PORT, 0, index
