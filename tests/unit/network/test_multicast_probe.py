"""Whether a network carries multicast shows when our own question comes back, or others speak."""

import ipaddress
import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from byhand.errors import NetworkError
from byhand.network.addresses import Interface, own_interfaces
from byhand.network.mdns_link import MDNS_IPV4, MDNS_PORT
from byhand.network.multicast_probe import MulticastHeard, probe_multicast
from tests.helpers.needs import find_tool
from tests.helpers.private_network import INTERFACE, needs_private_network

pytestmark = needs_private_network()
SHORT = 0.3
HANG_SECONDS = 60.0


@pytest.fixture
def interface() -> Interface:
    return next(each for each in own_interfaces() if each.name == INTERFACE)


class Steps:
    """A clock that takes a step whenever it is looked at."""

    def __init__(self, step: float) -> None:
        self._now = 0.0
        self._step = step

    def __call__(self) -> float:
        self._now += self._step
        return self._now


@pytest.mark.parametrize("version", [4, 6])
def test_our_own_question_comes_back(interface: Interface, version: int) -> None:
    own = tuple(each for each in interface.addresses if each.version == version)
    heard = probe_multicast(Interface(interface.name, interface.index, own), SHORT)
    assert heard.is_own_heard


@contextmanager
def speaking(address: str) -> Iterator[None]:
    """Let somebody with an address of this computer say something again and again."""
    is_over = threading.Event()

    def speak() -> None:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
            sock.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton(address))
            sock.bind((address, 0))
            while not is_over.wait(0.02):
                sock.sendto(b"anything", (MDNS_IPV4, MDNS_PORT))

    thread = threading.Thread(target=speak)
    thread.start()
    try:
        yield
    finally:
        is_over.set()
        thread.join()


@pytest.fixture
def second_address() -> Iterator[str]:
    """An address of this computer that the interface is not known to have."""
    ip, address = find_tool("ip"), "10.78.0.9"
    assert ip is not None
    subprocess.run([ip, "addr", "add", f"{address}/24", "dev", INTERFACE], check=True)
    yield address
    subprocess.run([ip, "addr", "del", f"{address}/24", "dev", INTERFACE], check=True)


def test_what_this_computer_says_is_not_somebody_else(interface: Interface) -> None:
    own = next(each for each in interface.addresses if each.version == 4)
    with speaking(str(own.ip)):
        heard = probe_multicast(interface, SHORT)
    assert heard == MulticastHeard(interface.name, True, frozenset())


def test_who_speaks_from_another_address_is_heard_and_ends_the_listening(
    interface: Interface, second_address: str
) -> None:
    with speaking(second_address):
        heard = probe_multicast(interface, HANG_SECONDS)
    assert heard == MulticastHeard(interface.name, True, frozenset({second_address}))


def test_listening_ends_when_its_time_is_over(interface: Interface) -> None:
    heard = probe_multicast(interface, 2.0, clock=Steps(0.5))
    assert heard.others == frozenset()


def test_an_interface_that_is_gone_is_told() -> None:
    gone = Interface("gone0", 4_000_000, (ipaddress.ip_interface("192.0.2.77/24"),))
    with pytest.raises(NetworkError, match="no multicast on gone0"):
        probe_multicast(gone, SHORT)
