"""Which firewall is active on this computer, found out without being an administrator."""

import re
import sys
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from byhand.network.mdns_link import MDNS_PORT
from byhand.network.system_commands import Run, run_command

UFW_SETTINGS = Path("/etc/ufw/ufw.conf")
WINDOWS_POLICY = (
    r"HKLM\SYSTEM\CurrentControlSet\Services\SharedAccess\Parameters\FirewallPolicy"
    r"\{profile}Profile"
)
WINDOWS_PROFILES = ("Standard", "Public")


class FirewallKind(StrEnum):
    """A firewall by the name that people know it by."""

    UFW = "ufw"
    FIREWALLD = "firewalld"
    NFTABLES = "nftables"
    IPTABLES = "iptables"
    WINDOWS = "Windows"


_TCP_COMMANDS = {
    FirewallKind.UFW: "sudo ufw allow {port}/tcp",
    FirewallKind.FIREWALLD: "sudo firewall-cmd --permanent --add-port={port}/tcp"
    " && sudo firewall-cmd --reload",
    FirewallKind.NFTABLES: "sudo nft insert rule inet filter input tcp dport {port} accept",
    FirewallKind.IPTABLES: "sudo iptables -I INPUT -p tcp --dport {port} -j ACCEPT",
    FirewallKind.WINDOWS: 'netsh advfirewall firewall add rule name="Byhand" dir=in action=allow'
    " protocol=TCP localport={port} profile=private",
}
_MDNS_COMMANDS = {
    FirewallKind.UFW: f"sudo ufw allow {MDNS_PORT}/udp",
    FirewallKind.FIREWALLD: "sudo firewall-cmd --permanent --add-service=mdns"
    " && sudo firewall-cmd --reload",
    FirewallKind.NFTABLES: f"sudo nft insert rule inet filter input udp dport {MDNS_PORT} accept",
    FirewallKind.IPTABLES: f"sudo iptables -I INPUT -p udp --dport {MDNS_PORT} -j ACCEPT",
    FirewallKind.WINDOWS: 'netsh advfirewall firewall add rule name="Byhand mDNS" dir=in'
    f" action=allow protocol=UDP localport={MDNS_PORT} profile=private",
}
_SERVICES = {
    "firewalld": FirewallKind.FIREWALLD,
    "nftables": FirewallKind.NFTABLES,
    "iptables": FirewallKind.IPTABLES,
    "netfilter-persistent": FirewallKind.IPTABLES,
}
# What `systemctl is-active` ends with: active; inactive or failed; no such service.
_SYSTEMD_ANSWERS = (0, 3, 4)


class Firewall(Struct, frozen=True):
    """One that is active; `lets_in`: whether it lets our port in, None if that is not told."""

    kind: FirewallKind
    lets_in: bool | None = None

    def opening_command(self, port: int) -> str:
        """Return what an administrator types so that a TCP port may be reached."""
        return _TCP_COMMANDS[self.kind].format(port=port)

    @property
    def discovery_command(self) -> str:
        """What an administrator types so that announcements of others come in."""
        return _MDNS_COMMANDS[self.kind]


class Firewalls(Struct, frozen=True):
    """Those that are active; `is_told`: the system has said of all of them whether they are."""

    active: tuple[Firewall, ...] = ()
    is_told: bool = True


def find_firewalls(
    port: int,
    *,
    platform: str = sys.platform,
    run: Run = run_command,
    ufw_settings: Path = UFW_SETTINGS,
) -> Firewalls:
    """Return which firewalls are active, and whether they let a TCP port in; it blocks."""
    finders: dict[str, Callable[[], Firewalls]] = {
        "linux": lambda: _on_linux(port, run, ufw_settings),
        "win32": lambda: _on_windows(run),
    }
    find = finders.get(platform)
    return Firewalls(is_told=False) if find is None else find()


def _on_linux(port: int, run: Run, ufw_settings: Path) -> Firewalls:
    active: list[Firewall] = []
    is_ufw_on = _is_ufw_on(ufw_settings)
    if is_ufw_on:
        active.append(Firewall(FirewallKind.UFW))
    is_told = is_ufw_on is not None
    for service, kind in _SERVICES.items():
        state = run(("systemctl", "is-active", "--quiet", service))
        is_told = is_told and state is not None and state.code in _SYSTEMD_ANSWERS
        if state is not None and state.code == 0 and all(each.kind is not kind for each in active):
            lets_in = _firewalld_lets_in(port, run) if kind is FirewallKind.FIREWALLD else None
            active.append(Firewall(kind, lets_in))
    return Firewalls(tuple(active), is_told)


def _is_ufw_on(settings: Path) -> bool | None:
    """Say whether ufw is switched on; None if that may not be read."""
    try:
        text = settings.read_text("utf-8", errors="replace")
    except FileNotFoundError:
        return False
    except OSError:
        return None
    return re.search(r"^\s*ENABLED\s*=\s*[\"']?yes", text, re.MULTILINE | re.IGNORECASE) is not None


def _firewalld_lets_in(port: int, run: Run) -> bool | None:
    """Ask for our zone's ports; that needs no rights while somebody is logged in here."""
    asked = run(("firewall-cmd", f"--query-port={port}/tcp"))
    answers = {"yes": True, "no": False}
    return answers.get(asked.output.strip()) if asked is not None else None


def _on_windows(run: Run) -> Firewalls:
    states = [*_windows_states(run)]
    is_on = any(states)
    active = (Firewall(FirewallKind.WINDOWS),) if is_on else ()
    return Firewalls(active, is_told=None not in states)


def _windows_states(run: Run) -> Iterator[bool | None]:
    """Yield whether the firewall is on in private networks, and in public ones."""
    for profile in WINDOWS_PROFILES:
        place = WINDOWS_POLICY.format(profile=profile)
        asked = run(("reg", "query", place, "/v", "EnableFirewall"))
        value = re.search(r"0x([0-9a-f]+)", asked.output) if asked and asked.code == 0 else None
        yield int(value[1], 16) != 0 if value else None
