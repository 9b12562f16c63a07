"""mDNS on one network interface: browsing for announcements and making ours (zeroconf)."""

import asyncio
import ipaddress
import socket
import sys
from collections.abc import Callable
from ipaddress import IPv4Interface, IPv6Interface

from zeroconf import (
    DNSQuestionType,
    IPVersion,
    NotRunningException,
    ServiceStateChange,
    Zeroconf,
)
from zeroconf.asyncio import AsyncServiceBrowser, AsyncServiceInfo, AsyncZeroconf

from byhand.errors import NetworkError
from byhand.network.addresses import Hint, Interface
from byhand.network.announcement import Announcement, Sighting, is_instance

SERVICE_TYPE = "_byhand._tcp.local."
MDNS_PORT = 5353
MDNS_IPV4 = "224.0.0.251"
MDNS_IPV6 = "ff02::fb"
RECORD_SECONDS = 20 * 60
LOOKUPS_AT_ONCE = 16
LOOKUP_MILLISECONDS = 3000
ADDRESSES_LIMIT = 8


class MdnsLink:
    """What one interface's neighbours announce, and what we announce to them.

    Neither our name for a neighbour nor theirs for us is ever the system's host name.
    """

    def __init__(
        self,
        interface: Interface,
        zeroconf: AsyncZeroconf,
        on_seen: Callable[["MdnsLink", Sighting], None],
        on_gone: Callable[["MdnsLink", str], None],
        *,
        is_apart: bool,
    ) -> None:
        self.interface = interface
        self.is_apart = is_apart
        """Whether what we announce here can be asked for through this interface alone."""
        self._zeroconf = zeroconf
        self._on_seen = on_seen
        self._on_gone = on_gone
        self._announced: AsyncServiceInfo | None = None
        self._lookups: dict[str, asyncio.Task[None]] = {}
        self._browser = self._new_browser()

    @staticmethod
    async def open(
        interface: Interface,
        on_seen: Callable[["MdnsLink", Sighting], None],
        on_gone: Callable[["MdnsLink", str], None],
    ) -> "MdnsLink":
        """Begin to listen and to ask on an interface; raise NetworkError if it is of no use."""
        choices = _working_choices(interface)
        if not choices:
            raise NetworkError(f"no multicast on {interface.name}")
        try:
            zeroconf = AsyncZeroconf(interfaces=choices, ip_version=IPVersion.All)
        except (OSError, RuntimeError) as exc:  # the interface has just gone
            raise NetworkError(f"no multicast on {interface.name}") from exc
        try:
            # Unshielded, a cancelled wait would leave it half started for ever.
            await asyncio.shield(zeroconf.zeroconf.async_wait_for_start())
            is_apart = _hear_only_this_interface(zeroconf.zeroconf, interface.name)
        except (OSError, NotRunningException) as exc:
            await zeroconf.async_close()
            raise NetworkError(f"no multicast on {interface.name}") from exc
        except asyncio.CancelledError:
            await zeroconf.async_close()
            raise
        return MdnsLink(interface, zeroconf, on_seen, on_gone, is_apart=is_apart)

    async def announce(self, announcement: Announcement, port: int) -> None:
        """Replace what we announce here: the old is withdrawn, the new made known."""
        await self.withdraw()
        info = AsyncServiceInfo(
            SERVICE_TYPE,
            f"{announcement.instance}.{SERVICE_TYPE}",
            port=port,
            properties=announcement.text,
            server=f"{announcement.server}.local.",
            other_ttl=RECORD_SECONDS,
            addresses=[own.ip.packed for own in announced_addresses(self.interface)],
            interface_index=self.interface.index,
        )
        self._announced = info
        # Random names need no probing, which would also make them known before their time.
        await (await self._zeroconf.async_register_service(info, cooperating_responders=True))

    async def withdraw(self) -> None:
        """Say goodbye for what we announce here, if anything."""
        if self._announced is None:
            return
        info, self._announced = self._announced, None
        await (await self._zeroconf.async_unregister_service(info))

    async def ask_again(self) -> None:
        """Ask the network anew; everything known is shown again, too."""
        await self._browser.async_cancel()
        self._browser = self._new_browser()

    async def close(self, *, with_goodbye: bool) -> None:
        """Stop; a goodbye is said only on a network that heard the announcement."""
        for lookup in self._lookups.values():
            lookup.cancel()
        await asyncio.gather(*self._lookups.values(), return_exceptions=True)
        await self._browser.async_cancel()
        # Once, where the library would take a quarter of a second to say it three times.
        goodbye = self._zeroconf.zeroconf.generate_unregister_all_services()
        if with_goodbye and goodbye is not None:
            self._zeroconf.zeroconf.async_send(goodbye)
        await self._zeroconf.async_close()

    def _new_browser(self) -> AsyncServiceBrowser:
        # Questions for multicast answers: on a port that is shared, others get our unicast.
        return AsyncServiceBrowser(
            self._zeroconf.zeroconf,
            SERVICE_TYPE,
            handlers=[self._receive_change],
            question_type=DNSQuestionType.QM,
        )

    def _receive_change(
        self, zeroconf: Zeroconf, service_type: str, name: str, state_change: ServiceStateChange
    ) -> None:
        instance = name.removesuffix("." + service_type)
        if not is_instance(instance):
            return
        if state_change is ServiceStateChange.Removed:
            self._on_gone(self, instance)
            return
        info = AsyncServiceInfo(service_type, name)
        if info.load_from_cache(zeroconf):
            self._show(instance, info)
        elif instance not in self._lookups and len(self._lookups) < LOOKUPS_AT_ONCE:
            lookup = asyncio.create_task(self._look_up(instance, info))
            self._lookups[instance] = lookup

    async def _look_up(self, instance: str, info: AsyncServiceInfo) -> None:
        try:
            found = await info.async_request(
                self._zeroconf.zeroconf, LOOKUP_MILLISECONDS, DNSQuestionType.QM
            )
            if found:
                self._show(instance, info)
        finally:
            del self._lookups[instance]

    def _show(self, instance: str, info: AsyncServiceInfo) -> None:
        if info.port is None:
            return
        addresses = [ipaddress.ip_address(packed) for packed in _packed(info)]
        hints = [
            Hint(str(address), info.port, self.interface.index if _needs_scope(address) else 0)
            for address in addresses[:ADDRESSES_LIMIT]
        ]
        self._on_seen(self, Sighting(instance, tuple(hints), info.text))


def announced_addresses(interface: Interface) -> tuple[IPv4Interface | IPv6Interface, ...]:
    """Return what neighbours need of an interface: not the global IPv6 address where a local one
    does, which would follow us into their logs."""
    local = [own for own in interface.addresses if own.version == 4 or not own.is_global]
    return tuple(local or interface.addresses)[:ADDRESSES_LIMIT]


def _packed(info: AsyncServiceInfo) -> list[bytes]:
    return info.addresses_by_version(IPVersion.All)


def _needs_scope(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    return address.version == 6 and address.is_link_local


def _working_choices(interface: Interface) -> list[str | int]:
    """Return how zeroconf is told to use an interface: an IPv4 address, an index for IPv6."""
    ipv4 = [own for own in interface.addresses if isinstance(own, IPv4Interface)]
    ipv6 = [own for own in interface.addresses if isinstance(own, IPv6Interface)]
    choices: list[str | int] = []
    if ipv4 and _can_send_ipv4(str(ipv4[0].ip)):
        choices.append(str(ipv4[0].ip))
    if ipv6 and _can_send_ipv6(str(ipv6[0].ip), interface.index):
        choices.append(interface.index)
    return choices


# An answer without records: every responder ignores it.
_NOTHING = bytes.fromhex("000084000000000000000000")


def _can_send_ipv4(address: str) -> bool:
    packed = socket.inet_aton(address)
    membership = socket.inet_aton(MDNS_IPV4) + packed
    try:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
            _share_port(sock)
            sock.bind((address, MDNS_PORT))
            sock.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, packed)
            sock.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, membership)
            sock.sendto(_NOTHING, (MDNS_IPV4, MDNS_PORT))
    except OSError:
        return False
    return True


def _can_send_ipv6(address: str, index: int) -> bool:
    packed = index.to_bytes(4, sys.byteorder)
    membership = socket.inet_pton(socket.AF_INET6, MDNS_IPV6) + packed
    try:
        with socket.socket(socket.AF_INET6, socket.SOCK_DGRAM) as sock:
            _share_port(sock)
            sock.bind((address, MDNS_PORT, 0, index))
            sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_MULTICAST_IF, packed)
            sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_JOIN_GROUP, membership)
            sock.sendto(_NOTHING, (MDNS_IPV6, MDNS_PORT, 0, index))
    except OSError:
        return False
    return True


def _share_port(sock: socket.socket) -> None:
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if hasattr(socket, "SO_REUSEPORT"):
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)


# <linux/in.h>, <linux/in6.h>
_IP_MULTICAST_ALL = 49
_IPV6_MULTICAST_ALL = 29


def _hear_only_this_interface(zeroconf: Zeroconf, name: str) -> bool:
    """Without this Linux hands a socket what any program's membership brings in, and questions
    to our addresses from wherever they come: from networks where our names on this one are
    nobody's business. Return whether the system could keep them apart."""
    if sys.platform != "linux":
        return False
    sockets = [reader.sock for reader in zeroconf.engine.readers]
    for sock in sockets:
        sock.setsockopt(socket.IPPROTO_IP, _IP_MULTICAST_ALL, 0)
        if sock.family == socket.AF_INET6:
            sock.setsockopt(socket.IPPROTO_IPV6, _IPV6_MULTICAST_ALL, 0)
    try:
        for sock in sockets:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_BINDTODEVICE, name.encode())
    except PermissionError:  # before Linux 5.7
        return False
    return True
