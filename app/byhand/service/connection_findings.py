"""What a check of the connection makes of what was seen: pure judgement, no looking."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from byhand.domain.connection_check import CheckStep, Finding, Found
from byhand.network.firewalls import Firewalls
from byhand.network.multicast_probe import MulticastHeard
from byhand.network.network_identity import NetworkAround
from byhand.network.tunnels import Tunnel
from byhand.service.dial_backs import DialBackAnswer

FOUND_BY_ANSWER = {
    DialBackAnswer.ARRIVED: Found.REACHED,
    DialBackAnswer.UNREACHED: Found.UNREACHED,
    DialBackAnswer.UNTRIED: Found.TRIED_LATELY,
    DialBackAnswer.SILENCE: Found.SILENT,
    DialBackAnswer.UNPROVEN: Found.UNPROVEN,
}


def port_finding(port: int, wanted: int) -> Finding:
    """Judge the port that we listen on; `wanted` is the one that is set, 0 for any."""
    if wanted in (0, port):
        return Finding(CheckStep.PORT, Found.LISTENING, port=port)
    return Finding(CheckStep.PORT, Found.OTHER_PORT, port=port, other_port=wanted)


def network_finding(networks: Sequence[NetworkAround]) -> Finding:
    """Judge the networks around us."""
    if not networks:
        return Finding(CheckStep.NETWORK, Found.OFFLINE)
    names = ", ".join(each.name for each in networks)
    return Finding(CheckStep.NETWORK, Found.ON_NETWORK, name=names)


class Called(Struct, frozen=True):
    """What came of a friend's call, and where they called from.

    `is_here`: this very computer. `is_on_network`: a network around us, with nothing in between.
    """

    finding: Finding
    is_here: bool = False
    is_on_network: bool = False

    @property
    def evidence(self) -> Finding | None:
        """What it says of firewalls and VPNs on this computer; None: nothing.

        From this very computer a call passes them by; from far away a router may turn it away.
        """
        is_reached = self.finding.found is Found.REACHED
        counts = not self.is_here and (is_reached or self.is_on_network)
        return self.finding if counts else None


def vpn_finding(tunnels: Sequence[Tunnel], friend: Finding | None = None) -> Finding:
    """Judge our VPNs, and once more when it is known whether a friend reaches us."""
    if not tunnels:
        return Finding(CheckStep.VPN, Found.NO_VPN)
    greedy = next((each for each in tunnels if each.takes_all), None)
    if greedy is None or _is_reached(friend):
        name = ", ".join(each.name for each in tunnels)
        return Finding(CheckStep.VPN, Found.VPN_BESIDE, name=name)
    is_cut_off = friend is not None and friend.found in (Found.UNREACHED, Found.SEEN_NOT_REACHED)
    found = Found.VPN_IN_THE_WAY if is_cut_off else Found.VPN_TAKES_ALL
    return Finding(CheckStep.VPN, found, name=greedy.name)


def firewall_finding(firewalls: Firewalls, port: int, friend: Finding | None = None) -> Finding:
    """Judge the firewalls here, and once more when it is known whether a friend reaches us.

    One that does not say what it does is believed to be what a friend meets who does not get in.
    """
    active = sorted(firewalls.active, key=lambda each: each.lets_in is not False)
    if not active:
        is_safe = firewalls.is_told or _is_reached(friend)
        found = Found.NO_FIREWALL if firewalls.is_told else Found.FIREWALL_OPEN
        return Finding(CheckStep.FIREWALL, found if is_safe else Found.FIREWALL_UNTOLD, port=port)
    # One that shuts us out stands first, then one that may.
    first = next((each for each in active if each.lets_in is not True), active[0])
    told = Finding(CheckStep.FIREWALL, Found.FIREWALL_OPEN, name=first.kind, port=port)
    if first.lets_in is True or _is_reached(friend):
        return told
    is_shut_out = friend is not None and friend.found is Found.UNREACHED
    is_closed = first.lets_in is False or is_shut_out
    found = Found.FIREWALL_CLOSED if is_closed else Found.FIREWALL_UNSURE
    return replace(told, found=found, command=first.opening_command(port))


def discovery_finding(
    heard: Sequence[MulticastHeard], recognised: frozenset[str], firewalls: Firewalls
) -> Finding:
    """Judge what came in on our networks; `recognised` are addresses of friends announced now."""
    step = CheckStep.DISCOVERY
    others = recognised.union(*(each.others for each in heard))
    if others:
        return Finding(step, Found.OTHERS_HEARD, count=len(others))
    if any(each.is_own_heard for each in heard):
        return Finding(step, Found.ONLY_OURSELVES)
    command = firewalls.active[0].discovery_command if firewalls.active else ""
    return Finding(step, Found.NOTHING_HEARD, command=command)


def _is_reached(friend: Finding | None) -> bool:
    return friend is not None and friend.found is Found.REACHED
