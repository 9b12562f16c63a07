import ipaddress
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from byhand.network.addresses import Interface
from byhand.network.network_identity import (
    NetworkAround,
    continued,
    identified,
    is_another,
    is_left,
    networks_around,
)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the tables are Linux's")


def interface(*addresses: str, name: str = "wlan0", index: int = 3) -> Interface:
    return Interface(name, index, tuple(map(ipaddress.ip_interface, addresses)))


WIRELESS = interface("192.168.1.7/24", "fd00::7/64", "fe80::7/64")
CABLE = interface("10.0.0.7/8", name="eth0", index=2)
ROUTER, OTHER_ROUTER = "02:00:00:00:00:01", "02:00:00:00:00:99"
ROUTE_HEAD = (
    "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT    \n"
)
ARP_HEAD = "IP address       HW type     Flags       HW address            Mask     Device\n"


class System:
    """Tables as the kernel writes them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.routes: list[str] = []
        self.routes_6: list[str] = []
        self.neighbours: list[str] = []
        self.carrier_changes: dict[str, str] = {}

    def route(self, gateway: str, *, device: str = "wlan0", metric: int = 600) -> None:
        packed = ipaddress.IPv4Address(gateway).packed
        word = f"{int.from_bytes(packed, sys.byteorder):08X}"
        row = [device, "00000000", word, "0003", "0", "0", str(metric), "00000000", "0", "0", "0"]
        self.routes.append("\t".join(row) + "\n")

    def neighbour(
        self, address: str, hardware: str, *, device: str = "wlan0", flags: str = "0x2"
    ) -> None:
        self.neighbours.append(
            f"{address:<16} 0x1         {flags}         {hardware}     *        {device}\n"
        )

    def around(self, *interfaces: Interface) -> tuple[NetworkAround, ...]:
        (self.folder / "route").write_text(ROUTE_HEAD + "".join(self.routes))
        (self.folder / "ipv6_route").write_text("".join(self.routes_6))
        (self.folder / "arp").write_text(ARP_HEAD + "".join(self.neighbours))
        for name, count in self.carrier_changes.items():
            (self.folder / name).mkdir(exist_ok=True)
            (self.folder / name / "carrier_changes").write_text(count)
        return identified(interfaces, self.folder, self.folder)


@pytest.fixture
def system(tmp_path: Path) -> System:
    return System(tmp_path)


@pytest.fixture
def home(system: System) -> System:
    """A system whose wireless interface is in a network with a router that has answered."""
    system.route("192.168.1.1")
    system.neighbour("192.168.1.1", ROUTER)
    system.neighbour("192.168.1.55", "02:00:00:00:00:55")
    return system


def test_a_network_is_known_by_its_router(home: System) -> None:
    (network,) = home.around(WIRELESS)
    assert network.router == ROUTER
    assert len(network.id) == 32
    assert network.name == "192.168.1.0/24 (wlan0)"
    moved = interface("192.168.1.8/24")
    assert home.around(moved)[0].id == network.id


@pytest.mark.parametrize(
    ("gateway", "router"), [("192.168.1.1", OTHER_ROUTER), ("192.168.1.254", ROUTER)]
)
def test_another_router_with_the_same_prefix_is_another_network(
    home: System, gateway: str, router: str
) -> None:
    (at_home,) = home.around(WIRELESS)
    home.routes.clear()
    home.neighbours.clear()
    home.route(gateway)
    home.neighbour(gateway, router)
    assert home.around(WIRELESS)[0].id != at_home.id


@pytest.mark.parametrize(("hardware", "flags"), [("00:00:00:00:00:00", "0x2"), (ROUTER, "0x0")])
def test_a_router_that_does_not_answer_is_not_known(
    system: System, hardware: str, flags: str
) -> None:
    system.route("192.168.1.1")
    system.neighbour("192.168.1.1", hardware, flags=flags)
    assert system.around(WIRELESS)[0].router == ""


def test_without_a_known_router_the_prefixes_count(system: System) -> None:
    (network,) = system.around(WIRELESS)
    assert network.router == ""
    assert system.around(interface("192.168.1.9/24", "fd00::9/64", "fe80::9/64"))[0].id == (
        network.id
    )
    assert system.around(interface("192.168.2.7/24"))[0].id != network.id
    system.route("192.168.1.1")
    assert system.around(WIRELESS)[0].id != network.id


def test_each_interface_has_its_own_network(home: System) -> None:
    home.route("10.0.0.1", device="eth0", metric=100)
    home.neighbour("10.0.0.1", OTHER_ROUTER, device="eth0")
    cable, wireless = home.around(CABLE, WIRELESS)
    assert (cable.router, wireless.router) == (OTHER_ROUTER, ROUTER)
    assert cable.id != wireless.id


def test_of_two_routers_the_nearer_one_counts(home: System) -> None:
    home.route("192.168.1.2", metric=50)
    home.neighbour("192.168.1.2", OTHER_ROUTER)
    assert home.around(WIRELESS)[0].router == OTHER_ROUTER


def test_only_default_routes_lead_to_routers(system: System) -> None:
    system.routes = ["wlan0\t0001A8C0\t0101A8C0\t0003\t0\t0\t0\t00FFFFFF\t0\t0\t0\n"]
    system.neighbour("192.168.1.1", ROUTER)
    assert system.around(WIRELESS)[0].router == ""


def test_a_router_of_ipv6_tells_networks_apart_but_is_not_known(system: System) -> None:
    (before,) = system.around(WIRELESS)
    unreachable = f"{'0' * 32} 00 {'0' * 32} 00 {'0' * 32} ffffffff 00000001 0 00200200       lo\n"
    system.routes_6 = [unreachable]
    assert system.around(WIRELESS)[0].id == before.id
    gateway = f"{int(ipaddress.IPv6Address('fe80::1')):032x}"
    default = f"{'0' * 32} 00 {'0' * 32} 00 {gateway} 00000400 00000002 0 00000003    wlan0\n"
    system.routes_6 = [unreachable, default]
    (after,) = system.around(WIRELESS)
    assert after.id != before.id
    assert after.router == ""


def test_a_system_without_tables_has_networks_all_the_same(tmp_path: Path) -> None:
    (network,) = identified([WIRELESS], tmp_path / "none", tmp_path / "none")
    assert (network.router, network.carrier_changes) == ("", 0)


def test_what_people_read_prefers_what_they_may_know(system: System) -> None:
    only_local = interface("fe80::7/64", name="eth0")
    assert system.around(only_local)[0].name == "fe80::/64 (eth0)"
    assert system.around(interface("fd00::7/64", "fe80::7/64"))[0].name == "fd00::/64 (wlan0)"
    assert system.around(interface())[0].name == "(wlan0)"


def test_what_is_the_same_is_no_other_network(home: System) -> None:
    (network,) = home.around(WIRELESS)
    assert not is_another(network, home.around(WIRELESS)[0])


def test_a_cable_that_came_and_went_between_two_looks_may_lead_elsewhere(home: System) -> None:
    home.carrier_changes["wlan0"] = "4\n"
    (before,) = home.around(WIRELESS)
    home.carrier_changes["wlan0"] = "6\n"
    (now,) = home.around(WIRELESS)
    assert is_another(before, now)
    assert not is_left(before, now)


def test_a_count_that_is_no_number_is_none(home: System) -> None:
    home.carrier_changes["wlan0"] = "many\n"
    assert home.around(WIRELESS)[0].carrier_changes == 0


def test_a_router_that_is_silent_for_a_while_does_not_make_another_network(home: System) -> None:
    (before,) = home.around(WIRELESS)
    silent = replace(before, id="prefixes", router="")
    assert not is_another(before, silent)
    kept = continued(before, silent)
    assert not is_another(kept, before)
    assert is_another(kept, replace(before, id="other", router=OTHER_ROUTER))
    assert not is_another(silent, before)


def test_a_network_is_left_unless_its_router_is_there(home: System) -> None:
    (before,) = home.around(WIRELESS)
    assert is_left(before, None)
    assert is_left(before, replace(before, router=""))
    assert is_left(before, replace(before, id="other"))
    assert not is_left(before, replace(before, interface=CABLE))


def test_our_own_networks_can_be_looked_at() -> None:
    networks = networks_around()
    assert len({network.interface.index for network in networks}) == len(networks)
