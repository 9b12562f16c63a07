"""What our addresses are carried by, judged by trees like the one of Linux."""

import ipaddress
import sys
from pathlib import Path

import pytest

from byhand.domain.group import LinkKind
from byhand.network.addresses import Interface
from byhand.network.link_kind import CarriedBy, asked_access_point, carried_by, looked_up

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the tree is Linux's")

ACCESS_POINT = bytes.fromhex("a0b1c2d3e4f5")
WIRED, UNKNOWN = CarriedBy(LinkKind.WIRED), CarriedBy()


def interface(name: str, index: int, *addresses: str) -> Interface:
    return Interface(name, index, tuple(map(ipaddress.ip_interface, addresses)))


INTERFACES = (
    interface("eth0", 2, "10.0.0.7/8", "fe80::2/64"),
    interface("wlan0", 3, "192.168.1.7/24", "fd00::7/64", "fe80::7/64"),
    interface("wg0", 4, "10.9.0.7/24"),
    interface("br0", 5, "172.16.0.7/24"),
    interface("wwan0", 6, "100.64.0.7/24"),
)


class System:
    """A tree as the kernel shows it, and what the wireless drivers answer."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.access_points = {"wlan0": ACCESS_POINT}
        self.asked: list[str] = []
        for name in ("eth0", "wlan0", "wwan0", "wg0"):
            (folder / name / "device").mkdir(parents=True)
        (folder / "wlan0/wireless").mkdir()
        (folder / "br0").mkdir()
        devtypes = {"wlan0": "wlan", "br0": "bridge", "wwan0": "wwan"}
        for each in INTERFACES:
            devtype = devtypes.get(each.name)
            lines = [f"DEVTYPE={devtype}"] if devtype else []
            uevent = "\n".join([*lines, f"INTERFACE={each.name}", f"IFINDEX={each.index}", ""])
            (folder / each.name / "uevent").write_text(uevent)
            (folder / each.name / "type").write_text("1\n")

    def carried_by(self, host: str) -> CarriedBy:
        return looked_up(host, INTERFACES, self.folder, self._ask)

    def _ask(self, name: str) -> bytes:
        self.asked.append(name)
        return self.access_points.get(name, b"")


@pytest.fixture
def system(tmp_path: Path) -> System:
    return System(tmp_path)


@pytest.mark.parametrize("host", ["192.168.1.7", "::ffff:192.168.1.7", "fd00::7", "fe80::7%wlan0"])
def test_an_address_on_the_air_is_known_with_its_access_point(system: System, host: str) -> None:
    assert system.carried_by(host) == CarriedBy(LinkKind.WIFI, ACCESS_POINT)


def test_a_driver_that_shows_only_its_radio_is_on_the_air_too(system: System) -> None:
    (system.folder / "wlan0/wireless").rmdir()
    (system.folder / "wlan0/phy80211").mkdir()
    assert system.carried_by("192.168.1.7").kind is LinkKind.WIFI


@pytest.mark.parametrize("host", ["10.0.0.7", "fe80::2%2"])
def test_a_device_with_a_cable_is_a_wire_and_no_driver_is_asked(system: System, host: str) -> None:
    assert (system.carried_by(host), system.asked) == (WIRED, [])


@pytest.mark.parametrize("host", ["10.9.0.7", "172.16.0.7", "100.64.0.7", "10.0.0.8", "127.0.0.1"])
def test_of_what_is_no_network_device_of_its_own_nothing_is_known(
    system: System, host: str
) -> None:
    assert system.carried_by(host) == UNKNOWN


def test_of_another_hardware_nothing_is_known(system: System) -> None:
    (system.folder / "eth0/type").write_text("24\n")
    assert system.carried_by("10.0.0.7") == UNKNOWN


def test_of_a_device_that_has_just_gone_nothing_is_known(system: System) -> None:
    (system.folder / "eth0/type").unlink()
    assert system.carried_by("10.0.0.7") == UNKNOWN


@pytest.mark.parametrize(
    "said", [b"", bytes(6), b"\x44" * 6, b"\xff" * 6, b"\x01" * 6, ACCESS_POINT[:5]]
)
def test_what_is_no_access_points_address_is_none(system: System, said: bytes) -> None:
    system.access_points["wlan0"] = said
    assert system.carried_by("192.168.1.7") == CarriedBy(LinkKind.WIFI)


def test_an_interface_that_is_not_wireless_has_no_access_point() -> None:
    assert asked_access_point("lo") == b""
    assert asked_access_point("a name of more than sixteen bytes") == b""


def test_the_way_to_ourselves_is_carried_by_nothing_that_is_known() -> None:
    assert carried_by("127.0.0.1") == UNKNOWN
