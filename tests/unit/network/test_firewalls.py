"""Firewalls are found without rights, and what is not told is not made up."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from byhand.network.firewalls import Firewall, FirewallKind, Firewalls, find_firewalls
from byhand.network.system_commands import Ran

PORT = 47_800
INACTIVE = Ran(3, "inactive\n")
NO_SUCH_UNIT = Ran(4, "")
NO_SYSTEMD = Ran(1, "")


class FakeSystem:
    """Answers commands that begin with some words; of all other services says "inactive"."""

    def __init__(self, answers: Mapping[str, Ran | None], otherwise: Ran | None = INACTIVE) -> None:
        self.asked: list[tuple[str, ...]] = []
        self._answers = answers
        self._otherwise = otherwise

    def run(self, words: Sequence[str]) -> Ran | None:
        self.asked.append(tuple(words))
        line = " ".join(words)
        found = [answer for known, answer in self._answers.items() if known in line]
        return found[0] if found else self._otherwise


def found_on_linux(system: FakeSystem, ufw: Path) -> Firewalls:
    return find_firewalls(PORT, platform="linux", run=system.run, ufw_settings=ufw)


@pytest.fixture
def no_ufw(tmp_path: Path) -> Path:
    return tmp_path / "ufw.conf"


def test_a_computer_without_any_says_so(no_ufw: Path) -> None:
    assert found_on_linux(FakeSystem({}), no_ufw) == Firewalls((), is_told=True)
    assert found_on_linux(FakeSystem({}, NO_SUCH_UNIT), no_ufw) == Firewalls((), is_told=True)


@pytest.mark.parametrize("otherwise", [NO_SYSTEMD, None])
def test_where_the_system_does_not_answer_nothing_is_told(
    no_ufw: Path, otherwise: Ran | None
) -> None:
    assert found_on_linux(FakeSystem({}, otherwise), no_ufw) == Firewalls((), is_told=False)


@pytest.mark.parametrize(
    "line", ["ENABLED=yes", "ENABLED = yes", '# x\n  ENABLED="yes"\nLOGLEVEL=low']
)
def test_ufw_is_on_if_its_settings_say_so(tmp_path: Path, line: str) -> None:
    settings = tmp_path / "ufw.conf"
    settings.write_text(f"# /etc/ufw/ufw.conf\n{line}\n")
    found = found_on_linux(FakeSystem({}), settings)
    assert found == Firewalls((Firewall(FirewallKind.UFW),))


@pytest.mark.parametrize("line", ["ENABLED=no", "#ENABLED=yes", "XENABLED=yes", ""])
def test_ufw_is_off_if_its_settings_do_not_say_so(tmp_path: Path, line: str) -> None:
    settings = tmp_path / "ufw.conf"
    settings.write_bytes(f"{line}\n".encode() + b"\xff\xfe")
    assert found_on_linux(FakeSystem({}), settings) == Firewalls(())


def test_settings_that_cannot_be_read_leave_it_open(tmp_path: Path) -> None:
    folder = tmp_path / "ufw.conf"
    folder.mkdir()
    assert found_on_linux(FakeSystem({}), folder) == Firewalls((), is_told=False)


@pytest.mark.parametrize(
    ("answer", "lets_in"),
    [
        (Ran(0, "yes\n"), True),
        (Ran(1, "no\n"), False),
        (Ran(253, "Authorization failed.\n"), None),
        (None, None),
    ],
)
def test_firewalld_is_asked_for_our_port(
    no_ufw: Path, answer: Ran | None, lets_in: bool | None
) -> None:
    system = FakeSystem({"is-active --quiet firewalld": Ran(0, ""), "firewall-cmd": answer})
    found = found_on_linux(system, no_ufw)
    assert found == Firewalls((Firewall(FirewallKind.FIREWALLD, lets_in),))
    assert ("firewall-cmd", f"--query-port={PORT}/tcp") in system.asked


def test_rules_of_the_kernel_are_known_by_their_service_and_told_once(no_ufw: Path) -> None:
    system = FakeSystem(
        {name: Ran(0, "") for name in ("quiet nftables", "quiet iptables", "persistent")}
    )
    found = found_on_linux(system, no_ufw)
    kinds = [FirewallKind.NFTABLES, FirewallKind.IPTABLES]
    assert found == Firewalls(tuple(map(Firewall, kinds)))


@pytest.mark.parametrize(
    ("standard", "public", "found"),
    [
        ("0x1", "0x1", Firewalls((Firewall(FirewallKind.WINDOWS),))),
        ("0x0", "0x1", Firewalls((Firewall(FirewallKind.WINDOWS),))),
        ("0x0", "0x0", Firewalls(())),
    ],
)
def test_windows_is_asked_for_both_kinds_of_networks(
    standard: str, public: str, found: Firewalls
) -> None:
    answer = "\r\n{place}\r\n    EnableFirewall    REG_DWORD    {value}\r\n\r\n"
    system = FakeSystem(
        {
            "StandardProfile": Ran(0, answer.format(place="HKLM", value=standard)),
            "PublicProfile": Ran(0, answer.format(place="HKLM", value=public)),
        }
    )
    assert find_firewalls(PORT, platform="win32", run=system.run) == found


def test_where_windows_does_not_answer_nothing_is_told() -> None:
    system = FakeSystem({}, Ran(1, ""))
    assert find_firewalls(PORT, platform="win32", run=system.run) == Firewalls((), is_told=False)


def test_of_other_systems_nothing_is_told() -> None:
    system = FakeSystem({})
    assert find_firewalls(PORT, platform="darwin", run=system.run) == Firewalls((), is_told=False)
    assert system.asked == []


@pytest.mark.parametrize(
    ("kind", "command"),
    [
        (FirewallKind.UFW, "sudo ufw allow 47801/tcp"),
        (
            FirewallKind.FIREWALLD,
            "sudo firewall-cmd --permanent --add-port=47801/tcp && sudo firewall-cmd --reload",
        ),
        (FirewallKind.NFTABLES, "sudo nft insert rule inet filter input tcp dport 47801 accept"),
        (FirewallKind.IPTABLES, "sudo iptables -I INPUT -p tcp --dport 47801 -j ACCEPT"),
    ],
)
def test_the_command_that_mends_it_has_the_real_port(kind: FirewallKind, command: str) -> None:
    assert Firewall(kind).opening_command(47_801) == command


@pytest.mark.parametrize("kind", FirewallKind)
def test_every_firewall_has_a_command_for_the_port_and_for_announcements(
    kind: FirewallKind,
) -> None:
    assert "47801" in Firewall(kind).opening_command(47_801)
    command = Firewall(kind).discovery_command
    assert "5353" in command or "mdns" in command
