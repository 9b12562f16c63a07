"""Which networks are around us, and whether one is the same as another time.

A network is known by its router: the address and the hardware address of the default gateway.
Where the system does not tell these (nothing but Linux over IPv4 does, and only once something
was sent there), it is known by its prefixes, which many other networks share: enough to try
addresses in a good order, not enough to show a name there without asking. Even a router can be
imitated by somebody who has seen it: what is at stake is our name, nothing else.
"""

import hashlib
import ipaddress
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from byhand.network.addresses import Address, Interface, own_interfaces

LABEL = b"byhand/v1/network"
ID_BYTES = 16
PROC = Path("/proc/net")
SYS = Path("/sys/class/net")


class NetworkAround(Struct, frozen=True):
    """What an interface of ours is in; `id` is the same whenever it is in that network again.

    `router` is the gateway's hardware address, "" where it is not known: then others may have
    this id, too. `carrier_changes` counts how often the cable or the radio came and went.
    """

    interface: Interface
    id: str
    router: str = ""
    carrier_changes: int = 0

    @property
    def name(self) -> str:
        """Return what people may know it by: its prefix and our interface."""
        networks = sorted(
            (own.is_link_local, own.version, str(own.network)) for own in self.interface.addresses
        )
        prefix = f"{networks[0][2]} " if networks else ""
        return f"{prefix}({self.interface.name})"


def networks_around() -> tuple[NetworkAround, ...]:
    """Return what each of our interfaces is in; reads files, so not on the loop's thread.

    Raises NetworkError when the system does not tell our interfaces.
    """
    return identified(own_interfaces())


def identified(
    interfaces: Sequence[Interface], proc: Path = PROC, sys_net: Path = SYS
) -> tuple[NetworkAround, ...]:
    """Return what each of these interfaces is in, by tables in the form of Linux's."""
    gateways = list(_gateways(proc)) if sys.platform == "linux" else []
    neighbours = dict(_neighbours(proc)) if sys.platform == "linux" else {}
    return tuple(
        _network(
            interface,
            [address for device, address in gateways if device == interface.name],
            neighbours,
            _carrier_changes(sys_net / interface.name),
        )
        for interface in interfaces
    )


def is_another(before: NetworkAround, now: NetworkAround) -> bool:
    """Say whether an interface may be in another network than before: it lost its carrier
    meanwhile, has other addresses, or another router answers."""
    unlike_routers = "" not in (before.router, now.router) and before.router != now.router
    return (
        unlike_routers
        or before.interface != now.interface
        or before.carrier_changes != now.carrier_changes
    )


def is_left(before: NetworkAround, now: NetworkAround | None) -> bool:
    """Say whether an interface that has changed is not certainly in the same network again."""
    return now is None or not now.router or now.id != before.id


def continued(before: NetworkAround, now: NetworkAround) -> NetworkAround:
    """Return what to compare with next time: a router that is silent just now is not forgotten."""
    return replace(now, router=now.router or before.router)


# <linux/route.h>, <net/if_arp.h>
_RTF_UP_AND_GATEWAY = 0x3
_ATF_COMPLETE = 0x2


def _network(
    interface: Interface,
    gateways: Sequence[Address],
    neighbours: dict[tuple[str, str], str],
    carrier_changes: int,
) -> NetworkAround:
    for gateway in gateways:
        router = neighbours.get((interface.name, str(gateway)), "")
        if router:
            return NetworkAround(
                interface, _id("router", [str(gateway), router]), router, carrier_changes
            )
    prefixes = sorted({str(own.network) for own in interface.addresses})
    known = [*map(str, gateways), *prefixes]
    return NetworkAround(interface, _id("prefixes", known), "", carrier_changes)


def _id(kind: str, known: Iterable[str]) -> str:
    content = "\0".join([kind, *known]).encode()
    return hashlib.blake2s(content, key=LABEL, digest_size=ID_BYTES).hexdigest()


def _gateways(proc: Path) -> Iterator[tuple[str, Address]]:
    """Yield interfaces and the gateways of their default routes, IPv4 first, the nearest first."""
    found: list[tuple[int, str, Address]] = []
    for row in _rows(proc / "route"):
        device, destination, gateway, flags, _, _, metric, mask, *_ = row
        is_default = int(destination, 16) == int(mask, 16) == 0
        if is_default and int(flags, 16) & _RTF_UP_AND_GATEWAY == _RTF_UP_AND_GATEWAY:
            packed = int(gateway, 16).to_bytes(4, sys.byteorder)
            found.append((int(metric), device, ipaddress.IPv4Address(packed)))
    yield from ((device, address) for _, device, address in sorted(found, key=lambda each: each[0]))
    for row in _rows(proc / "ipv6_route", has_head=False):
        destination, length, _, _, gateway, *_, device = row
        if int(destination, 16) == int(length, 16) == 0 and int(gateway, 16):
            yield device, ipaddress.IPv6Address(int(gateway, 16))


def _neighbours(proc: Path) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield (interface, IPv4 address) and the hardware address that answers there."""
    for row in _rows(proc / "arp"):
        address, _, flags, hardware, _, device = row
        if int(flags, 16) & _ATF_COMPLETE and hardware.strip("0:"):
            yield (device, address), hardware.lower()


def _rows(path: Path, *, has_head: bool = True) -> list[list[str]]:
    """Return a table of the kernel; none if it has none, as without IPv6."""
    try:
        lines = path.read_text("ascii").splitlines()
    except OSError:
        return []
    return [line.split() for line in lines[1 if has_head else 0 :]]


def _carrier_changes(device: Path) -> int:
    try:
        return int((device / "carrier_changes").read_text("ascii"))
    except (OSError, ValueError):  # not counted here
        return 0
