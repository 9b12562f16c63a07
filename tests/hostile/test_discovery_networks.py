"""Case D11 of the hostile tests: no network, networks that come and go, a port that is taken."""

from collections.abc import Callable, Iterator

import pytest

from tests.helpers.discovering import Probe
from tests.helpers.lab import Lab, needs_lab, python

pytestmark = needs_lab()

PSK = "11" * 32
MOVED_TO = "10.77.0.99"


@pytest.fixture
def lab() -> Iterator[Lab]:
    with Lab("alice", "bob") as lab:
        yield lab


def befriend(alice: Probe, bob: Probe) -> None:
    alice.knows(friends={bob.id: PSK})
    bob.knows(friends={alice.id: PSK})


def finds(alice: Probe, bob: Probe, address: str, since: int | None = None) -> None:
    """Bob is announced at an address of his, also before Alice says that discovery works."""
    alice.wait_for_hints(bob, {f"tcp://{address}:47800"}, since=since)


def test_D11_a_start_without_any_network_is_said_and_comes_right(lab: Lab) -> None:
    lab.cut("alice")
    alice, bob = Probe(lab, "alice"), Probe(lab, "bob")
    alice.wait_for(event="trouble", trouble="offline")
    befriend(alice, bob)
    lab.restore("alice")
    alice.wait_for(event="trouble", trouble=None)
    finds(alice, bob, lab.ipv4("bob"), since=0)
    finds(bob, alice, lab.ipv4("alice"), since=0)
    alice.stop()
    bob.stop()


def cut(lab: Lab) -> None:
    lab.cut("alice")
    lab.restore("alice")


def readdress(lab: Lab) -> None:
    lab.readdress("alice", f"{MOVED_TO}/24")
    lab.readdress("alice", f"{lab.ipv4('alice')}/24")


@pytest.mark.parametrize("flap", [cut, readdress])
def test_D11_a_hundred_flaps_leave_discovery_well(lab: Lab, flap: Callable[[Lab], None]) -> None:
    alice, bob = Probe(lab, "alice"), Probe(lab, "bob")
    befriend(alice, bob)
    finds(alice, bob, lab.ipv4("bob"))
    alice.order(descriptors=True)
    before = alice.wait_for(event="descriptors")["count"]
    for _ in range(100):
        flap(lab)
    lab.cut("alice")
    alice.wait_for(event="trouble", trouble="offline")
    since = alice.seen_count
    lab.readdress("alice", f"{MOVED_TO}/24")
    lab.restore("alice")
    alice.wait_for(event="trouble", trouble=None)
    finds(alice, bob, lab.ipv4("bob"), since)
    finds(bob, alice, MOVED_TO)
    alice.order(descriptors=True)
    assert alice.wait_for(event="descriptors")["count"] <= before
    alice.stop()
    bob.stop()


def test_D11_a_port_that_another_program_keeps_to_itself_is_said_and_comes_back(lab: Lab) -> None:
    greedy = "import socket; s = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)\n"
    greedy += "s.bind(('::', 5353)); print('bound'); input()"
    other = lab.start("alice", *python("-c", greedy))
    assert other.stdout is not None
    assert other.stdout.readline() == "bound\n"
    alice, bob = Probe(lab, "alice"), Probe(lab, "bob")
    alice.wait_for(event="trouble", trouble="no_discovery")
    befriend(alice, bob)
    other.communicate("\n")
    alice.wait_for(event="trouble", trouble=None)
    finds(alice, bob, lab.ipv4("bob"), since=0)
    alice.stop()
    bob.stop()


def test_D11_every_change_of_the_networks_around_us_is_told_once(lab: Lab) -> None:
    alice = Probe(lab, "alice")
    first = alice.wait_for(event="networks")["ids"]
    lab.cut("alice")
    assert alice.wait_for(event="networks")["ids"] == {}
    lab.restore("alice")
    while (again := alice.wait_for(event="networks")["ids"]) != first:
        assert set(again) == {"eth0"}
    lab.readdress("alice", "10.88.0.1/24")
    while alice.wait_for(event="networks")["ids"] == first:
        pass
    assert alice.is_silent(2.0)
    alice.stop()


def test_D11_a_router_that_becomes_known_makes_the_network_known(lab: Lab) -> None:
    alice = Probe(lab, "alice")
    assert alice.wait_for(event="networks")["routers"] == {"eth0": ""}
    lab.set_router("alice", "bob")
    router = lab.hardware_address("bob")
    while alice.wait_for(event="networks")["routers"] != {"eth0": router}:
        pass
    alice.stop()
