"""What carries one of our addresses: a wire or the air, and then which access point.

Linux tells both without asking for rights; of other systems, and of what is no device of its own
(a bridge, a tunnel), nothing is known.
"""

import contextlib
import ipaddress
import socket
import struct
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from msgspec import Struct

from byhand.domain.group import LinkKind
from byhand.errors import NetworkError
from byhand.network.addresses import Interface, own_interfaces

if sys.platform == "linux":
    import fcntl

ACCESS_POINT_BYTES = 6
SYS = Path("/sys/class/net")


class CarriedBy(Struct, frozen=True):
    """What an address is carried by; `access_point` is its BSSID, empty where it is not known."""

    kind: LinkKind = LinkKind.UNKNOWN
    access_point: bytes = b""


LinkTable = Callable[[str], CarriedBy]
"""Tells what one of our addresses, as a socket gives it, is carried by."""


def carried_by(host: str) -> CarriedBy:
    """Tell what one of our addresses is carried by, as far as the system says.

    It asks the kernel a few things, and waits for nothing.
    """
    try:
        return looked_up(host, own_interfaces())
    except NetworkError:  # of no interface anything is known then
        return CarriedBy()


def asked_access_point(name: str) -> bytes:
    """Return the address of the access point an interface is at as the driver says it, or b""."""
    if sys.platform != "linux":
        return b""
    request = _IWREQ.pack(name.encode(), 0, b"")
    with contextlib.suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        _, _, address = _IWREQ.unpack(fcntl.ioctl(sock, _SIOCGIWAP, request))
        return bytes(address[:ACCESS_POINT_BYTES])
    return b""


def looked_up(
    host: str,
    interfaces: Iterable[Interface],
    sys_net: Path = SYS,
    ask: Callable[[str], bytes] = asked_access_point,
) -> CarriedBy:
    """Tell what an address of one of these interfaces is carried by, by a tree like Linux's."""
    name = _interface_of(host, interfaces)
    if sys.platform != "linux" or name is None:
        return CarriedBy()
    device = sys_net / name
    if (device / "wireless").exists() or (device / "phy80211").exists():
        return CarriedBy(LinkKind.WIFI, _judged(ask(name)))
    return CarriedBy(LinkKind.WIRED if _is_ethernet(device) else LinkKind.UNKNOWN)


# <linux/wireless.h>; struct iwreq: 16 bytes of name, then here a struct sockaddr.
_SIOCGIWAP = 0x8B15
_IWREQ = struct.Struct("16sH14s")
# <linux/if_arp.h>
_ARPHRD_ETHER = "1"
_NO_ACCESS_POINT = b"\x44" * ACCESS_POINT_BYTES
"""What drivers say while they look for one; some say zeros, or ones."""


def _interface_of(host: str, interfaces: Iterable[Interface]) -> str | None:
    address = ipaddress.ip_address(host.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped
    for interface in interfaces:
        if any(own.ip == address for own in interface.addresses):
            return None if interface.is_vpn else interface.name
    return None


def _judged(access_point: bytes) -> bytes:
    """Return the address of an access point, b"" for what is that of no device."""
    is_none = access_point in (b"", bytes(ACCESS_POINT_BYTES), _NO_ACCESS_POINT)
    is_of_a_device = len(access_point) == ACCESS_POINT_BYTES and not access_point[0] & 1
    return access_point if is_of_a_device and not is_none else b""


def _is_ethernet(device: Path) -> bool:
    """Say whether an interface is a device with a cable, and not one that the system made up."""
    try:
        kind = (device / "type").read_text("ascii").strip()
        is_named_otherwise = "DEVTYPE=" in (device / "uevent").read_text("ascii")
    except (OSError, ValueError):  # it has just gone
        return False
    return kind == _ARPHRD_ETHER and (device / "device").exists() and not is_named_otherwise
