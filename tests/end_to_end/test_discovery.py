import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.helpers.discovering import Probe
from tests.helpers.lab import Lab, needs_lab
from tests.helpers.needs import find_tool

pytestmark = needs_lab()


PSK = "11" * 32


@pytest.fixture
def lab() -> Iterator[Lab]:
    with Lab("alice", "bob") as lab:
        yield lab


def befriend(alice: Probe, bob: Probe) -> None:
    alice.knows(friends={bob.id: PSK})
    bob.knows(friends={alice.id: PSK})


def addresses(lab: Lab, machine: str, port: int = 47800) -> set[str]:
    return {f"tcp://{lab.ipv4(machine)}:{port}", f"tcp://[{lab.ipv6(machine)}]:{port}"}


def test_friends_find_each_other_over_ipv4_and_ipv6(lab: Lab) -> None:
    alice, bob = Probe(lab, "alice"), Probe(lab, "bob")
    befriend(alice, bob)
    alice.wait_for_hints(bob, addresses(lab, "bob"))
    bob.wait_for_hints(alice, addresses(lab, "alice"))
    for probe in (alice, bob):
        assert not any(event["event"].startswith("nearby") for event in probe.stop())


@pytest.mark.parametrize("family", ["ipv4", "ipv6"])
def test_friends_find_each_other_where_there_is_only_one_family(family: str) -> None:
    with Lab("alice", "bob", with_ipv4=family == "ipv4", with_ipv6=family == "ipv6") as lab:
        alice, bob = Probe(lab, "alice"), Probe(lab, "bob")
        befriend(alice, bob)
        alice.wait_for(event="candidate", friend=bob.id)
        bob.wait_for(event="candidate", friend=alice.id)
        alice.stop()
        bob.stop()


def test_a_link_leads_its_user_and_its_maker_to_each_other(lab: Lab) -> None:
    maker, user = Probe(lab, "alice"), Probe(lab, "bob", port=50_000)
    maker.knows(invites={PSK: ""})
    user.knows(invites={PSK: maker.id})
    assert "50000" in maker.wait_for(event="invite_candidate", psk=PSK)["hint"]
    assert "47800" in user.wait_for(event="invite_candidate", psk=PSK)["hint"]
    maker.stop()
    user.stop()


def test_a_name_is_seen_while_it_is_shown_and_not_after(lab: Lab) -> None:
    alice, bob = Probe(lab, "alice"), Probe(lab, "bob")
    alice.order(show="Alice Ångström", seconds=2)
    nearby = bob.wait_for(event="nearby")
    assert nearby["name"] == "Alice Ångström"
    alice.wait_for(event="visibility_ended")
    bob.wait_for(event="nearby_gone", key=nearby["key"])
    alice.stop()
    bob.stop()


def test_a_friend_who_shows_a_name_is_no_stranger(lab: Lab) -> None:
    alice, bob = Probe(lab, "alice"), Probe(lab, "bob")
    befriend(alice, bob)
    bob.order(show="Not Bob", seconds=600)
    alice.wait_for_hints(bob, addresses(lab, "bob"))
    bob.stop()
    assert not any(event["event"] == "nearby" for event in alice.stop())


def test_whoever_hides_still_finds_others_and_is_not_found(lab: Lab) -> None:
    alice = Probe(lab, "alice")
    alice.order(visibility="nobody", name="Alice", trusted=[])
    bob = Probe(lab, "bob")
    befriend(alice, bob)
    alice.wait_for_hints(bob, addresses(lab, "bob"))
    alice.stop()
    assert not any(event["event"] == "candidate" for event in bob.stop())


def test_whoever_leaves_is_not_announced_any_more(lab: Lab) -> None:
    alice, bob = Probe(lab, "alice"), Probe(lab, "bob")
    befriend(alice, bob)
    alice.wait_for_hints(bob, addresses(lab, "bob"))
    bob.stop()
    wait_until(alice, bob, lambda hints: not hints)
    alice.stop()


def wait_until(probe: Probe, friend: Probe, holds: Callable[[list[str]], bool]) -> None:
    """Ask a probe for a friend's hints until they are as they shall be."""
    for _ in range(10_000):
        probe.order(hints_of=friend.id)
        if holds(probe.wait_for(event="hints")["hints"]):
            return
    raise AssertionError


def test_clocks_may_differ_by_an_epoch(lab: Lab) -> None:
    alice, bob = Probe(lab, "alice", clock_offset=1800), Probe(lab, "bob")
    befriend(alice, bob)
    alice.wait_for_hints(bob, addresses(lab, "bob"))
    bob.wait_for_hints(alice, addresses(lab, "alice"))
    alice.stop()
    bob.stop()


def test_a_cable_that_is_pulled_and_plugged_in_again(lab: Lab) -> None:
    alice = Probe(lab, "alice")
    lab.cut("alice")
    alice.wait_for(event="trouble", trouble="offline")
    bob = Probe(lab, "bob")
    befriend(alice, bob)
    lab.restore("alice")
    alice.wait_for(event="trouble", trouble=None)
    alice.wait_for_hints(bob, addresses(lab, "bob"))
    bob.wait_for_hints(alice, addresses(lab, "alice"))
    alice.stop()
    bob.stop()


def test_an_end_right_after_the_start_leaves_nothing_open(lab: Lab) -> None:
    for _ in range(3):
        Probe(lab, "alice").stop()


def test_a_machine_that_moves_is_found_at_its_new_address(lab: Lab) -> None:
    alice, bob = Probe(lab, "alice"), Probe(lab, "bob")
    befriend(alice, bob)
    alice.wait_for_hints(bob, addresses(lab, "bob"))
    lab.readdress("bob", "10.77.0.99/24")
    alice.wait_for_hints(bob, {"tcp://10.77.0.99:47800"})
    alice.stop()
    bob.stop()


def test_multicast_that_may_not_be_sent_is_said_and_comes_back(lab: Lab) -> None:
    lab.firewall("alice", "udp dport 5353")
    alice, bob = Probe(lab, "alice"), Probe(lab, "bob")
    alice.wait_for(event="trouble", trouble="no_discovery")
    befriend(alice, bob)
    lab.firewall("alice")
    alice.wait_for(event="trouble", trouble=None)
    alice.wait_for_hints(bob, addresses(lab, "bob"))
    alice.stop()
    bob.stop()


def test_a_network_that_was_divided_elsewhere_heals(lab: Lab) -> None:
    alice = Probe(lab, "alice", ask_again_seconds=1.0)
    alice.wait_for(event="networks")
    lab.divide("alice")
    bob = Probe(lab, "bob")
    befriend(alice, bob)
    assert alice.is_silent(seconds=2.0)
    lab.join()
    alice.wait_for_hints(bob, addresses(lab, "bob"))
    alice.stop()
    bob.stop()


def test_two_on_one_machine_find_each_other(lab: Lab) -> None:
    alice, other = Probe(lab, "alice"), Probe(lab, "alice", port=47801)
    friends = {alice.id: PSK}
    alice.knows(friends=friends)
    other.knows(friends=friends)
    alice.wait_for_hints(other, addresses(lab, "alice", 47801))
    other.wait_for_hints(alice, addresses(lab, "alice"))
    alice.stop()
    other.stop()


def test_discovery_works_under_qts_event_loop(lab: Lab) -> None:
    alice, bob = Probe(lab, "alice", loop="qt"), Probe(lab, "bob")
    befriend(alice, bob)
    alice.wait_for_hints(bob, addresses(lab, "bob"))
    bob.wait_for_hints(alice, addresses(lab, "alice"))
    alice.stop()
    bob.stop()


AVAHI_CONFIGURATION = """
[server]
use-ipv4=yes
use-ipv6=yes
enable-dbus=no
disallow-other-stacks=no
"""


@pytest.mark.skipif(find_tool("avahi-daemon") is None, reason="there is no avahi-daemon here")
def test_discovery_works_beside_a_running_avahi_daemon(lab: Lab, tmp_path: Path) -> None:
    configuration = tmp_path / "avahi.conf"
    configuration.write_text(AVAHI_CONFIGURATION)
    for machine in ("alice", "bob"):
        script = (
            "mount -t tmpfs none /run && mkdir /run/avahi-daemon && "
            f"exec avahi-daemon --no-drop-root --no-chroot --no-rlimits -f {configuration}"
        )
        avahi = lab.start(
            machine, "unshare", "--mount", "sh", "-c", script, stderr=subprocess.STDOUT
        )
        assert avahi.stdout is not None
        assert any("Server startup complete" in line for line in avahi.stdout)
    alice, bob = Probe(lab, "alice"), Probe(lab, "bob")
    befriend(alice, bob)
    alice.wait_for_hints(bob, addresses(lab, "bob"))
    bob.wait_for_hints(alice, addresses(lab, "alice"))
    alice.stop()
    bob.stop()
