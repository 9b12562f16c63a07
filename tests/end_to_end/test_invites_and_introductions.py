"""Invites through a router, and friends of a friend who find each other without her."""

from pathlib import Path

import pytest

from byhand.protocol.invite import decode_link
from tests.helpers.gifts import make_file
from tests.helpers.lab import Lab, needs_lab
from tests.helpers.lab_people import at_home, inhabitant
from tests.helpers.needs import needs_tool
from tests.helpers.processes import Somebody, become_friends, ran

pytestmark = [*needs_lab(), needs_tool("unshare", "mount")]

PORT = 52_000
HOME = "home.example.net"
_KNOWING = 'mount --bind "$0" /etc/hosts && exec "$@"'
ANNA, MAREK, MIRA = "Anna", "Marek", "Mira"


def named(somebody: Somebody) -> Somebody:
    code, lines = ran(somebody, "me", "--name", somebody.name, "--computer", "computer")
    assert code == 0, lines
    return somebody


@pytest.mark.parametrize("typed", [f"{HOME}:{PORT}", f"10.77.0.2:{PORT}"])
def test_an_invite_leads_through_a_forwarded_port(tmp_path: Path, typed: str) -> None:
    """Nothing passes between the two but what goes through the router's one port."""
    with Lab("anna", "router", "marek") as lab:
        hosts = tmp_path / "hosts"
        hosts.write_text(f"{lab.ipv4('router')} {HOME}\n")
        for machine, far in (("anna", "marek"), ("marek", "anna")):
            addresses = (f"ip daddr {lab.ipv4(far)}", f"ip6 daddr {lab.ipv6(far)}")
            lab.firewall(machine, *addresses, "udp dport 5353", "ip6 daddr fe80::/10")
        lab.forward("router", PORT, "anna", 47_800)
        anna = named(inhabitant(lab, "anna", ANNA, tmp_path / "anna"))
        knowing = ("unshare", "--mount", "sh", "-c", _KNOWING, hosts)
        marek = named(Somebody(MAREK, tmp_path / "marek", lab.command("marek", *knowing)))
        with at_home(anna, tmp_path / "annas") as annas, at_home(marek, tmp_path) as mareks:
            link = annas.invites(typed)
            assert decode_link(link).hints[0] == f"tcp://{typed}"
            mareks.uses(link)
            annas.window.has_told("friend", name=MAREK, online=True)
            mareks.window.has_told("friend", name=ANNA, online=True)
            note = make_file(tmp_path / "note.txt", 12)
            for one, other, whom in ((annas, mareks, MAREK), (mareks, annas, ANNA)):
                transfer, inbox = one.sends([note], whom), tmp_path / f"inbox of {whom}"
                other.is_asked(transfer)
                other.accepts(transfer, inbox)
                assert other.sees_the_end(transfer)["state"] == "done"
                assert (inbox / note.name).read_bytes() == note.read_bytes()


def test_friends_of_a_friend_find_each_other_when_she_is_gone_and_they_have_moved(
    tmp_path: Path,
) -> None:
    """The addresses that she passed on lead nowhere any more: their announcements do."""
    with Lab("anna", "marek", "mira") as lab:
        anna = inhabitant(lab, "anna", ANNA, tmp_path / "anna")
        marek = inhabitant(lab, "marek", MAREK, tmp_path / "marek")
        mira = inhabitant(lab, "mira", MIRA, tmp_path / "mira")
        become_friends(anna, marek)
        become_friends(anna, mira)
        with at_home(marek, tmp_path) as mareks, at_home(mira, tmp_path) as miras:
            with at_home(anna, tmp_path) as annas:
                for name in (MAREK, MIRA):
                    annas.window.has_told("friend", name=name, online=True)
                annas.introduces(MAREK, MIRA)
                for_marek, for_mira = mareks.is_introduced(MIRA), miras.is_introduced(MAREK)
            for number, machine in enumerate(("marek", "mira")):
                lab.readdress(machine, f"10.99.3.{7 + number}/24")
                lab.firewall(machine, "ip6 daddr fd77::/16")
            mareks.agrees(for_marek)
            miras.agrees(for_mira)
            mareks.window.has_told("friend", name=MIRA, online=True)
            miras.window.has_told("friend", name=MAREK, online=True)
