"""Whether a VPN is on, and whether everything goes through it."""

import ipaddress
import socket
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from byhand.network.addresses import Address, Interface

SYS = Path("/sys/class/net")
# Addresses for documentation (RFC 5737, RFC 3849): nothing is sent there, only the way is asked.
_FAR_AWAY = ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1"))
_DISCARD_PORT = 9
# <linux/if.h>
_IFF_POINTOPOINT = 0x10


class Tunnel(Struct, frozen=True):
    """A VPN's interface; `takes_all`: what has no other way goes through it."""

    name: str
    takes_all: bool


def find_tunnels(
    interfaces: Sequence[Interface],
    sys_net: Path = SYS,
    outward: Sequence[Address] | None = None,
) -> tuple[Tunnel, ...]:
    """Return the tunnels among our interfaces; `outward` are our addresses of the way far away."""
    ways = outward_addresses() if outward is None else outward
    return tuple(
        Tunnel(each.name, any(own.ip in ways for own in each.addresses))
        for each in interfaces
        if each.is_vpn or _is_point_to_point(sys_net / each.name)
    )


def outward_addresses(
    far_away: Sequence[tuple[socket.AddressFamily, str]] = _FAR_AWAY,
) -> tuple[Address, ...]:
    """Return which of our addresses we speak from to somebody far away, if there is a way."""
    found: list[Address] = []
    for family, far in far_away:
        try:
            with socket.socket(family, socket.SOCK_DGRAM) as sock:
                sock.connect((far, _DISCARD_PORT))
                found.append(ipaddress.ip_address(sock.getsockname()[0].partition("%")[0]))
        except OSError:  # no way there; where IPv6 is switched off, not even such a socket
            continue
    return tuple(found)


def _is_point_to_point(device: Path) -> bool:
    try:
        return bool(int((device / "flags").read_text("ascii"), 16) & _IFF_POINTOPOINT)
    except (OSError, ValueError):  # not told here
        return False
