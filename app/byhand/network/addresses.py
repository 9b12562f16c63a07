"""Where others may be reached: hints, our own interfaces, and which addresses may be dialled."""

import ipaddress
import re
import socket
import struct
import sys
from collections.abc import Iterable, Sequence
from enum import IntEnum
from ipaddress import IPv4Address, IPv4Interface, IPv6Address, IPv6Interface
from typing import TypeAlias

import ifaddr
from msgspec import Struct

from byhand.errors import NetworkError, UsageError

if sys.platform == "linux":
    import fcntl

Address: TypeAlias = IPv4Address | IPv6Address
SocketAddress: TypeAlias = tuple[str, int] | tuple[str, int, int, int]

DEFAULT_PORT = 47800
LOWEST_DIALLED_PORT = 1024
OWN_HINTS_LIMIT = 8


class Hint(Struct, frozen=True):
    """Where somebody may be reached: an address or host name, and a TCP port.

    `scope` is the index of our interface that a link-local IPv6 address lies behind, else 0.
    """

    host: str
    port: int
    scope: int = 0

    def __str__(self) -> str:
        """Return the URI that `parse_hint` reads."""
        if ":" not in self.host:
            return f"tcp://{self.host}:{self.port}"
        scope = f"%{self.scope}" if self.scope else ""
        return f"tcp://[{self.host}{scope}]:{self.port}"

    @property
    def address(self) -> Address | None:
        """Return the numeric address, or None for a host name."""
        try:
            return ipaddress.ip_address(self.host)
        except ValueError:
            return None


class Reach(IntEnum):
    """The way to an address; the lower, the earlier it is tried."""

    SAME_NETWORK = 0
    VPN = 1
    IPV6 = 2
    IPV4 = 3


class Interface(Struct, frozen=True):
    """One of our network interfaces that is up, with its addresses and their prefixes."""

    name: str
    index: int
    addresses: tuple[IPv4Interface | IPv6Interface, ...]

    @property
    def is_vpn(self) -> bool:
        """Say whether this is a tunnel and not a network around us, judged by its name."""
        return self.name.lower().startswith(_VPN_NAMES)


def parse_hint(text: str) -> Hint | None:
    """Return the hint that a URI stands for; None if this version cannot dial it."""
    match = _HINT.fullmatch(text)
    if match is None:
        return None
    address, scope, name, port = match.groups()
    host = _canonical(address or name)
    if host is None or not 0 < int(port) < 65_536 or (address is not None and ":" not in host):
        return None
    return Hint(host, int(port), int(scope or 0))


def parse_hints(uris: Iterable[str]) -> list[Hint]:
    """Return the hints of those URIs that this version can dial."""
    return [hint for uri in uris if (hint := parse_hint(uri)) is not None]


def typed_hint(text: str) -> Hint:
    """Return the hint for HOST, HOST:PORT or [ADDRESS]:PORT as people type it; UsageError."""
    typed = text.strip().removeprefix("tcp://")
    if _canonical(typed) is not None and ":" in typed:
        typed = f"[{typed}]"
    for candidate in (typed, f"{typed}:{DEFAULT_PORT}"):
        hint = parse_hint(f"tcp://{candidate}")
        if hint is not None:
            return hint
    raise UsageError(f"“{text}” is not an address; write it as HOST:PORT.")


def hint_of(address: SocketAddress) -> Hint:
    """Return the hint for a socket's numeric address, as `getpeername` gives it."""
    host = address[0].partition("%")[0]
    scope = address[3] if len(address) == 4 and _is_link_local_v6(host) else 0
    return Hint(host, address[1], scope)


def own_interfaces() -> tuple[Interface, ...]:
    """Return our interfaces that are up, with the addresses that may be used; no loopback.

    Raises NetworkError when the system does not tell.
    """
    try:
        return _interfaces()
    except OSError as exc:
        raise NetworkError("the network interfaces cannot be listed") from exc


def reach(address: Address, interfaces: Iterable[Interface]) -> Reach:
    """Say which way leads to an address from these interfaces."""
    if address.is_link_local:
        return Reach.SAME_NETWORK
    for interface in interfaces:
        if any(address in own.network for own in interface.addresses):
            return Reach.VPN if interface.is_vpn else Reach.SAME_NETWORK
    if address in _SHARED_BY_VPNS:
        return Reach.VPN
    return Reach.IPV6 if address.version == 6 else Reach.IPV4


def is_same_network(host: str, interfaces: Iterable[Interface]) -> bool:
    """Say whether a numeric address lies on one of the networks around us."""
    address = Hint(host, 0).address
    return address is not None and reach(address, interfaces) is Reach.SAME_NETWORK


def is_dialable(hint: Hint, interfaces: Sequence[Interface], own_port: int) -> bool:
    """Say whether an address that anybody may have announced may be dialled (PROTOCOL.md, §2).

    Only private, unique local and link-local addresses (the latter with an interface of ours),
    or those inside a prefix of ours; never a port below 1024, never ourselves.
    """
    address = _other_ends(hint, interfaces, own_port)
    if address is None:
        return False
    if isinstance(address, IPv6Address) and address.is_link_local:
        return any(hint.scope == interface.index for interface in interfaces)
    own = [each.network for interface in interfaces for each in interface.addresses]
    return any(address in network for network in (*_LOCAL_NETWORKS, *own))


def is_local(hint: Hint) -> bool:
    """Say whether an address is of a private network or of a VPN, and tells no stranger a place."""
    networks = (*_LOCAL_NETWORKS, _SHARED_BY_VPNS)
    return any(hint.address in network for network in networks if hint.address is not None)


def is_dialable_for_friend(hint: Hint, interfaces: Sequence[Interface], own_port: int) -> bool:
    """Say whether an address that a friend has told in a session may be dialled (PROTOCOL.md, §2).

    Public ones as well, for a friend may be far away; link-local IPv6 ones not, for the friend
    cannot know behind which interface of ours they lie.
    """
    address = _other_ends(hint, interfaces, own_port)
    if address is None or address.is_reserved or address in _NO_HOSTS:
        return False
    return not (isinstance(address, IPv6Address) and address.is_link_local)


def own_hints(
    port: int, interfaces: Iterable[Interface], limit: int = OWN_HINTS_LIMIT
) -> tuple[str, ...]:
    """Return URIs for our own addresses, nearest kind first.

    Link-local IPv6 is left out: it means nothing without the other side's own interface.
    """
    addresses = [
        (interface.is_vpn, own.version == 6, not own.is_private, str(Hint(str(own.ip), port)))
        for interface in interfaces
        for own in interface.addresses
        if not (own.version == 6 and own.is_link_local)
    ]
    return tuple(uri for *_, uri in sorted(addresses)[:limit])


_HINT = re.compile(
    r"tcp://(?:\[([0-9A-Fa-f:.]{2,45})(?:%([0-9]{1,9}))?\]|([0-9A-Za-z._-]{1,253})):([0-9]{1,5})"
)
_VPN_NAMES = ("tailscale", "zerotier", "wireguard", "openvpn", "wg", "zt", "tun", "utun", "ppp")
_NO_HOSTS = ipaddress.ip_network("0.0.0.0/8")
_SHARED_BY_VPNS = ipaddress.ip_network("100.64.0.0/10")
_LOCAL_NETWORKS = tuple(
    ipaddress.ip_network(text)
    for text in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "fc00::/7")
)
# <net/if.h>; the request fills struct ifreq: 16 bytes of name, then the flags.
_SIOCGIFFLAGS = 0x8913
_IFF_UP_AND_RUNNING = 0x41
_IFREQ = struct.Struct("16sH22x")


def _canonical(host: str) -> str | None:
    """Return an address in its one spelling, a host name as it is, None for neither."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        # What looks like a number but is none would be read as an address by some resolvers.
        return host if re.fullmatch(r".*[A-Za-z_-].*", host) and ":" not in host else None
    if isinstance(address, IPv6Address):
        return str(address.ipv4_mapped or IPv6Address(address.packed))
    return str(address)


def _interfaces() -> tuple[Interface, ...]:
    found: dict[int, Interface] = {}
    for adapter in ifaddr.get_adapters():
        if adapter.index is None or not _is_running(adapter.name):
            continue
        addresses = tuple(_usable(adapter.ips, adapter.index))
        if not addresses:
            continue
        known = found.get(adapter.index)  # Linux names a second address apart: eth0:1
        name = known.name if known else f"{adapter.nice_name}"
        addresses = (*known.addresses, *addresses) if known else addresses
        found[adapter.index] = Interface(name, adapter.index, addresses)
    return tuple(found[index] for index in sorted(found))


def _usable(ips: Iterable[ifaddr.IP], index: int) -> Iterable[IPv4Interface | IPv6Interface]:
    for ip in ips:
        text = ip.ip if isinstance(ip.ip, str) else ip.ip[0].partition("%")[0]
        own = ipaddress.ip_interface(f"{text}/{ip.network_prefix}")
        if not (own.is_loopback or own.is_unspecified) and _is_ours(own, index):
            yield own


def _is_ours(own: IPv4Interface | IPv6Interface, index: int) -> bool:
    """Say whether an address is in use already: a new IPv6 one is first looked for elsewhere."""
    if isinstance(own, IPv4Interface):
        return True
    with socket.socket(socket.AF_INET6, socket.SOCK_DGRAM) as sock:
        try:
            sock.bind((str(own.ip), 0, 0, index))
        except OSError:
            return False
    return True


def _is_running(name: str) -> bool:
    """Say whether an interface is up and has a carrier, where the system tells without waiting."""
    if sys.platform != "linux":
        return True
    request = _IFREQ.pack(name.encode(), 0)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        try:
            _, flags = _IFREQ.unpack(fcntl.ioctl(sock, _SIOCGIFFLAGS, request))
        except OSError:  # it has just gone
            return False
    return int(flags) & _IFF_UP_AND_RUNNING == _IFF_UP_AND_RUNNING


def _is_link_local_v6(host: str) -> bool:
    address = Hint(host, 0).address
    return isinstance(address, IPv6Address) and address.is_link_local


def _other_ends(hint: Hint, interfaces: Iterable[Interface], own_port: int) -> Address | None:
    """Return the numeric address of one other program, unprivileged, or None if it is none."""
    address = hint.address
    if address is None or not LOWEST_DIALLED_PORT <= hint.port < 65_536:
        return None
    if address.is_loopback or address.is_multicast or address.is_unspecified:
        return None
    own = [own for interface in interfaces for own in interface.addresses]
    if any(_is_nobody(address, each) for each in own):
        return None
    is_ourselves = hint.port == own_port and any(address == each.ip for each in own)
    return None if is_ourselves else address


def _is_nobody(address: Address, own: IPv4Interface | IPv6Interface) -> bool:
    """Say whether an address is the broadcast or network address of one of our networks."""
    if isinstance(own, IPv6Interface) or own.network.prefixlen >= 31:
        return False
    return address in (own.network.broadcast_address, own.network.network_address)
