"""What was seen is judged without making anything up."""

import ipaddress

import pytest

from byhand.domain.connection_check import CheckStep, Finding, Found, Verdict
from byhand.network.addresses import Interface
from byhand.network.firewalls import Firewall, FirewallKind, Firewalls
from byhand.network.multicast_probe import MulticastHeard
from byhand.network.network_identity import NetworkAround
from byhand.network.tunnels import Tunnel
from byhand.service.connection_findings import (
    FOUND_BY_ANSWER,
    Called,
    discovery_finding,
    firewall_finding,
    network_finding,
    port_finding,
    vpn_finding,
)
from byhand.service.dial_backs import DialBackAnswer

PORT = 47_800
REACHED = Finding(CheckStep.FRIEND, Found.REACHED)
UNREACHED = Finding(CheckStep.FRIEND, Found.UNREACHED)
AWAY = Finding(CheckStep.FRIEND, Found.AWAY)
UFW = Firewall(FirewallKind.UFW)
NOBODY = frozenset[str]()


def around(name: str, address: str) -> NetworkAround:
    return NetworkAround(Interface(name, 1, (ipaddress.ip_interface(address),)), "id")


@pytest.mark.parametrize("wanted", [PORT, 0])
def test_the_port_that_is_set_is_fine(wanted: int) -> None:
    assert port_finding(PORT, wanted) == Finding(CheckStep.PORT, Found.LISTENING, port=PORT)


def test_another_port_than_the_one_that_is_set_was_taken() -> None:
    finding = port_finding(PORT + 1, PORT)
    assert (finding.found, finding.port, finding.other_port) == (
        Found.OTHER_PORT,
        PORT + 1,
        PORT,
    )


def test_the_networks_are_named_and_none_is_offline() -> None:
    assert network_finding([]).found is Found.OFFLINE
    finding = network_finding([around("wlan0", "10.1.0.7/24"), around("eth0", "10.2.0.7/24")])
    assert finding.found is Found.ON_NETWORK
    assert finding.name == "10.1.0.0/24 (wlan0), 10.2.0.0/24 (eth0)"


@pytest.mark.parametrize(
    ("tunnels", "friend", "found"),
    [
        ((), None, Found.NO_VPN),
        ((Tunnel("wg0", False),), None, Found.VPN_BESIDE),
        ((Tunnel("wg0", False),), UNREACHED, Found.VPN_BESIDE),
        ((Tunnel("wg0", True),), None, Found.VPN_TAKES_ALL),
        ((Tunnel("wg0", True),), AWAY, Found.VPN_TAKES_ALL),
        ((Tunnel("wg0", True),), REACHED, Found.VPN_BESIDE),
        ((Tunnel("zt0", False), Tunnel("wg0", True)), UNREACHED, Found.VPN_IN_THE_WAY),
    ],
)
def test_a_vpn_is_in_the_way_only_if_it_takes_all_and_nobody_gets_in(
    tunnels: tuple[Tunnel, ...], friend: Finding | None, found: Found
) -> None:
    finding = vpn_finding(tunnels, friend)
    assert finding.found is found
    if found is Found.VPN_IN_THE_WAY:
        assert finding.name == "wg0"


@pytest.mark.parametrize(
    ("firewalls", "friend", "found"),
    [
        (Firewalls(), None, Found.NO_FIREWALL),
        (Firewalls(), UNREACHED, Found.NO_FIREWALL),
        (Firewalls(is_told=False), None, Found.FIREWALL_UNTOLD),
        (Firewalls(is_told=False), UNREACHED, Found.FIREWALL_UNTOLD),
        (Firewalls(is_told=False), REACHED, Found.FIREWALL_OPEN),
        (Firewalls((UFW,)), None, Found.FIREWALL_UNSURE),
        (Firewalls((UFW,)), AWAY, Found.FIREWALL_UNSURE),
        (Firewalls((UFW,)), UNREACHED, Found.FIREWALL_CLOSED),
        (Firewalls((UFW,)), REACHED, Found.FIREWALL_OPEN),
        (Firewalls((Firewall(FirewallKind.FIREWALLD, True),)), None, Found.FIREWALL_OPEN),
        (Firewalls((Firewall(FirewallKind.FIREWALLD, True),)), UNREACHED, Found.FIREWALL_OPEN),
        (Firewalls((Firewall(FirewallKind.FIREWALLD, False),)), None, Found.FIREWALL_CLOSED),
        (Firewalls((Firewall(FirewallKind.FIREWALLD, False),)), REACHED, Found.FIREWALL_OPEN),
        (Firewalls((Firewall(FirewallKind.FIREWALLD, True), UFW)), None, Found.FIREWALL_UNSURE),
    ],
)
def test_a_firewall_is_judged_by_what_it_says_and_by_who_gets_in(
    firewalls: Firewalls, friend: Finding | None, found: Found
) -> None:
    finding = firewall_finding(firewalls, PORT, friend)
    assert finding.found is found
    assert bool(finding.command) == (finding.verdict is not Verdict.OK and bool(firewalls.active))


def test_the_command_is_that_of_the_firewall_which_shuts_us_out() -> None:
    firewalls = Firewalls((UFW, Firewall(FirewallKind.FIREWALLD, False)))
    finding = firewall_finding(firewalls, PORT)
    assert finding.name == "firewalld"
    assert "--add-port=47800/tcp" in finding.command


@pytest.mark.parametrize(
    ("called", "counts"),
    [
        (Called(REACHED, is_on_network=True), True),
        (Called(REACHED), True),
        (Called(REACHED, is_here=True, is_on_network=True), False),
        (Called(UNREACHED, is_on_network=True), True),
        (Called(UNREACHED), False),
        (Called(AWAY), False),
    ],
)
def test_a_call_that_failed_far_away_or_never_left_this_computer_says_nothing_of_it(
    called: Called, counts: bool
) -> None:
    assert called.evidence == (called.finding if counts else None)


def heard(*others: str, own: bool = True) -> MulticastHeard:
    return MulticastHeard("wlan0", own, frozenset(others))


def test_others_who_are_heard_are_counted_once() -> None:
    both = [heard("10.1.0.8", own=False), heard("10.1.0.8", "10.1.0.9")]
    finding = discovery_finding(both, frozenset({"10.1.0.9"}), Firewalls())
    assert (finding.found, finding.count) == (Found.OTHERS_HEARD, 2)


def test_friends_who_are_announced_were_heard() -> None:
    finding = discovery_finding([heard(own=False)], frozenset({"10.1.0.9"}), Firewalls())
    assert (finding.found, finding.count) == (Found.OTHERS_HEARD, 1)


def test_who_hears_nobody_else_may_be_alone_or_kept_apart() -> None:
    finding = discovery_finding([heard()], NOBODY, Firewalls())
    assert finding.found is Found.ONLY_OURSELVES
    assert finding.verdict is Verdict.UNKNOWN


def test_who_does_not_even_hear_themselves_is_blocked() -> None:
    assert discovery_finding([heard(own=False)], NOBODY, Firewalls()).command == ""
    finding = discovery_finding([heard(own=False)], NOBODY, Firewalls((UFW,)))
    assert finding.found is Found.NOTHING_HEARD
    assert finding.command == "sudo ufw allow 5353/udp"


def test_every_answer_of_a_friend_is_judged() -> None:
    assert set(FOUND_BY_ANSWER) == set(DialBackAnswer)
