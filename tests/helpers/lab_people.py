"""People who live on machines of a lab, and what they do in a window without a window."""

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from byhand.domain.transfer import FINAL_STATES
from tests.helpers.lab import Lab
from tests.helpers.processes import Byhand, Line, Somebody, become_friends, talking

PROBE = Path(__file__).with_name("service_probe.py")
_NAMED = 'echo "$0" >/proc/sys/kernel/hostname && exec "$@"'


def inhabitant(lab: Lab, machine: str, name: str, profile: Path, host: str = "") -> Somebody:
    """Return a person whose commands run on a machine; `host` is what the system calls it."""
    named = ["unshare", "--uts", "sh", "-c", _NAMED, host] if host else []
    return Somebody(name, profile, lab.command(machine, *named))


@contextmanager
def at_home(somebody: Somebody, downloads: Path) -> Iterator["Home"]:
    """Let somebody sit before a window without a window (service_probe.py) during the block."""
    command = [*somebody.prefix, sys.executable, "-u", "-W", "error", str(PROBE)]
    with talking([*command, str(somebody.profile), str(downloads)]) as window:
        yield Home(window)


@contextmanager
def both_at_home(anna: Somebody, marek: Somebody, inbox: Path) -> Iterator[tuple["Home", "Home"]]:
    """Let two friends sit at home; both see each other. What Marek is sent comes into `inbox`."""
    with at_home(anna, inbox) as annas, at_home(marek, inbox) as mareks:
        annas.window.has_told("friend", name=marek.name, online=True)
        mareks.window.has_told("friend", name=anna.name, online=True)
        yield annas, mareks


class Home:
    """What somebody does and sees; every wait fails after a while instead of hanging."""

    def __init__(self, window: Byhand) -> None:
        self.window = window

    def sends(self, paths: Sequence[Path], to: str) -> str:
        """Send something and return the transfer's id."""
        self._order(send=[str(path) for path in paths], to=to)
        sent: str = self.window.wait_for("sent")["id"]
        return sent

    def is_asked(self, transfer_id: str) -> Line:
        """Wait until an offer can be answered."""
        return self.sees(transfer_id, direction="incoming", state="offered", counted=True)

    def accepts(self, transfer_id: str, into: Path) -> None:
        self._order(accept=transfer_id, into=str(into))

    def declines(self, transfer_id: str) -> None:
        self._order(decline=transfer_id)

    def cancels(self, transfer_id: str) -> None:
        self._order(cancel=transfer_id)

    def sees(self, transfer_id: str, **fields: object) -> Line:
        """Return the first line about a transfer with these fields."""
        return self.window.has_told("transfer", id=transfer_id, **fields)

    def sees_it_move(self, transfer_id: str) -> None:
        """Wait until bytes have arrived, or left."""
        while self.window.wait_for("progress", id=transfer_id)["bytes"] == 0:
            pass

    def sees_the_end(self, transfer_id: str) -> Line:
        """Wait until a transfer has ended, and return how."""
        for line in tuple(self.window.lines):
            if _is_end_of(line, transfer_id):
                return line
        while not _is_end_of(line := self.window.wait_for("transfer", id=transfer_id), transfer_id):
            pass
        return line

    def invites(self, *addresses: str) -> str:
        """Make an invite that leads to these addresses too, and return its link."""
        self._order(invite_to=addresses)
        link: str = self.window.wait_for("invite")["link"]
        return link

    def uses(self, link: str) -> None:
        """Use an invite, and wait until its maker is a friend."""
        self._order(use=link)
        self.window.wait_for("adding", stage="added")

    def introduces(self, name: str, other: str) -> None:
        self._order(**{"introduce": name, "and": other})

    def is_introduced(self, to: str) -> str:
        """Wait until somebody is introduced, and return the introduction's id."""
        asked: str = self.window.has_told("introduced", name=to, stage="asked")["id"]
        return asked

    def agrees(self, introduction_id: str) -> None:
        self._order(agree=introduction_id)
        self.window.has_told("introduced", id=introduction_id, stage="agreed")

    def _order(self, **order: object) -> None:
        self.window.write(json.dumps(order))


def _is_end_of(line: Line, transfer_id: str) -> bool:
    return line.get("id") == transfer_id and line.get("state") in FINAL_STATES


@contextmanager
def friends_on_a_slow_cable(place: Path, rate: str) -> Iterator[tuple[Somebody, Somebody]]:
    """Anna and Marek, who are friends, on two machines; what goes to Marek goes at `rate`."""
    with Lab("anna", "marek") as lab:
        anna = inhabitant(lab, "anna", "Anna", place / "anna")
        marek = inhabitant(lab, "marek", "Marek", place / "marek")
        become_friends(anna, marek)
        lab.limit("marek", rate)
        yield anna, marek
