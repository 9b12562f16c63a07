"""A VPN is known by its interface, and whether everything goes through it by the way far away."""

import ipaddress
import socket
from pathlib import Path

from byhand.network.addresses import Interface
from byhand.network.tunnels import Tunnel, find_tunnels, outward_addresses
from tests.helpers.private_network import needs_private_network


def interface(name: str, address: str) -> Interface:
    return Interface(name, 7, (ipaddress.ip_interface(address),))


HOME, WIREGUARD = interface("wlan0", "192.168.1.7/24"), interface("wg0", "10.6.0.2/32")
HOME_IP, VPN_IP = ipaddress.ip_address("192.168.1.7"), ipaddress.ip_address("10.6.0.2")


def test_a_computer_without_a_vpn_has_none(tmp_path: Path) -> None:
    assert find_tunnels([HOME], tmp_path, [HOME_IP]) == ()


def test_a_vpn_beside_the_way_out_takes_not_everything(tmp_path: Path) -> None:
    found = find_tunnels([HOME, WIREGUARD], tmp_path, [HOME_IP])
    assert found == (Tunnel("wg0", takes_all=False),)


def test_a_vpn_that_is_the_way_out_takes_everything(tmp_path: Path) -> None:
    found = find_tunnels([HOME, WIREGUARD], tmp_path, [VPN_IP])
    assert found == (Tunnel("wg0", takes_all=True),)


def test_a_link_from_point_to_point_is_one_whatever_its_name(tmp_path: Path) -> None:
    for name, flags in (("work", "0x10d1\n"), ("wlan0", "0x1003\n"), ("odd", "what?\n")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "flags").write_text(flags)
    interfaces = [interface(name, "10.6.0.2/32") for name in ("work", "wlan0", "odd")]
    assert find_tunnels(interfaces, tmp_path, []) == (Tunnel("work", takes_all=False),)


def test_a_system_without_a_family_of_addresses_has_the_way_of_the_other_one() -> None:
    ways = [(socket.AF_UNSPEC, "192.0.2.1"), (socket.AF_INET, "127.0.0.1")]
    assert outward_addresses(ways) == (ipaddress.ip_address("127.0.0.1"),)


@needs_private_network()
def test_without_a_way_out_no_address_leads_there() -> None:
    assert outward_addresses() == ()
