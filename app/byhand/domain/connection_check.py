"""What a check of the connection finds, step by step: what is well, what is not, what mends it."""

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from byhand.domain.identity import FriendId


class CheckStep(StrEnum):
    """What is looked at, in the order in which it is shown."""

    PORT = "port"
    NETWORK = "network"
    VPN = "vpn"
    FIREWALL = "firewall"
    DISCOVERY = "discovery"
    FRIEND = "friend"


class Verdict(StrEnum):
    """How it stands with a step."""

    OK = "ok"
    UNKNOWN = "unknown"
    PROBLEM = "problem"


class Remedy(StrEnum):
    """What the user may do about a finding, with one click."""

    COPY_COMMAND = "copy_command"
    OPEN_SETTINGS = "open_settings"
    TRY_AGAIN = "try_again"


class Found(StrEnum):
    """What was found."""

    LISTENING = "listening"
    OTHER_PORT = "other_port"
    """Another program has the port that is set."""
    ON_NETWORK = "on_network"
    OFFLINE = "offline"
    NO_VPN = "no_vpn"
    VPN_BESIDE = "vpn_beside"
    """There is one, but not everything goes through it."""
    VPN_TAKES_ALL = "vpn_takes_all"
    VPN_IN_THE_WAY = "vpn_in_the_way"
    """Everything goes through one, and the friend could not reach us."""
    NO_FIREWALL = "no_firewall"
    FIREWALL_OPEN = "firewall_open"
    FIREWALL_CLOSED = "firewall_closed"
    FIREWALL_UNSURE = "firewall_unsure"
    """One is active; whether it lets our port through only an administrator can see."""
    FIREWALL_UNTOLD = "firewall_untold"
    """The system does not say whether one is active."""
    OTHERS_HEARD = "others_heard"
    ONLY_OURSELVES = "only_ourselves"
    """Our own announcement comes back, and nobody else's: alone, or kept apart."""
    NOTHING_HEARD = "nothing_heard"
    NOT_LISTENED = "not_listened"
    """There is no network to listen on."""
    REACHED = "reached"
    UNREACHED = "unreached"
    SEEN_NOT_REACHED = "seen_not_reached"
    """The friend is announced on this network, but does not answer."""
    AWAY = "away"
    TOO_OLD = "too_old"
    """The friend's program cannot dial back."""
    TRIED_LATELY = "tried_lately"
    SILENT = "silent"
    UNPROVEN = "unproven"
    """The friend says that they reached us, but nothing came."""
    HELD = "held"
    NOBODY_THERE = "nobody_there"
    PORT_TOO_LOW = "port_too_low"
    """No friend dials ports below 1024."""


_OK = frozenset(
    {
        *(Found.LISTENING, Found.ON_NETWORK, Found.NO_VPN, Found.VPN_BESIDE, Found.NO_FIREWALL),
        *(Found.FIREWALL_OPEN, Found.OTHERS_HEARD, Found.REACHED),
    }
)
_PROBLEMS = frozenset(
    {
        *(Found.OTHER_PORT, Found.OFFLINE, Found.VPN_IN_THE_WAY, Found.FIREWALL_CLOSED),
        *(Found.NOTHING_HEARD, Found.UNREACHED, Found.SEEN_NOT_REACHED),
    }
)
_SETTLED_IN_SETTINGS = frozenset({Found.OTHER_PORT, Found.PORT_TOO_LOW})


class Finding(Struct, frozen=True):
    """What was found at one step.

    `name`: a friend, a firewall, a VPN, or networks, as they call themselves. `other_port`: the
    one that is set but taken. `count`: computers that were heard. `command`: what an
    administrator types to mend it, "" if that is not it.
    """

    step: CheckStep
    found: Found
    name: str = ""
    port: int = 0
    other_port: int = 0
    count: int = 0
    command: str = ""

    @property
    def verdict(self) -> Verdict:
        """How it stands with this step."""
        if self.found in _OK:
            return Verdict.OK
        return Verdict.PROBLEM if self.found in _PROBLEMS else Verdict.UNKNOWN

    @property
    def remedy(self) -> Remedy | None:
        """What may be done with one click; None where nothing need be done."""
        if self.verdict is Verdict.OK:
            return None
        if self.command:
            return Remedy.COPY_COMMAND
        is_setting = self.found in _SETTLED_IN_SETTINGS
        return Remedy.OPEN_SETTINGS if is_setting else Remedy.TRY_AGAIN


class ConnectionReport(Struct, frozen=True):
    """What is known so far of a check; `friend_id` is who was meant, None for anybody."""

    friend_id: FriendId | None = None
    findings: tuple[Finding, ...] = ()
    is_done: bool = False

    def get(self, step: CheckStep) -> Finding | None:
        """Return what was found at a step, None if that is not known yet."""
        return next((each for each in self.findings if each.step is step), None)

    def with_findings(self, findings: Iterable[Finding]) -> "ConnectionReport":
        """Return the report with these, each in place of what was found at its step before."""
        by_step = {each.step: each for each in (*self.findings, *findings)}
        in_order = tuple(by_step[step] for step in CheckStep if step in by_step)
        return replace(self, findings=in_order)

    @property
    def verdict(self) -> Verdict:
        """The gravest of all findings; UNKNOWN as long as there are none."""
        verdicts = {each.verdict for each in self.findings}
        for gravest in (Verdict.PROBLEM, Verdict.UNKNOWN):
            if gravest in verdicts:
                return gravest
        return Verdict.OK if verdicts else Verdict.UNKNOWN
