"""One person sends something to several friends, who are strangers to each other: a lab of them."""

import shutil
import sys
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from blake3 import blake3

from tests.helpers.lab import Lab
from tests.helpers.lab_people import inhabitant
from tests.helpers.processes import HANG_SECONDS, Byhand, Somebody, become_friends, ran, talking

SENDER = "sender"
BYHAND = (sys.executable, "-m", "byhand")
WAIT_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Company:
    """A sender and their friends, each on a machine of the lab that is called as they are."""

    lab: Lab
    sender: Somebody
    receivers: Sequence[Somebody]

    def first(self, count: int, place: Path) -> "Company":
        """Return so many of the receivers and the sender, as they are now, with new profiles.

        What they do from now on the originals never learn.
        """
        sender, *receivers = (
            _moved(each, place) for each in (self.sender, *self.receivers[:count])
        )
        return Company(self.lab, sender, receivers)

    def id_of(self, name: str) -> str:
        """Return a receiver's identity in hexadecimal digits."""
        (somebody,) = (each for each in self.receivers if each.name == name)
        _, (me,) = ran(somebody, "me")
        told: str = me["id"]
        return told

    def names(self) -> list[str]:
        """Return the receivers' names."""
        return [each.name for each in self.receivers]


def _moved(somebody: Somebody, place: Path) -> Somebody:
    profile = place / somebody.name
    shutil.copytree(somebody.profile, profile)
    return replace(somebody, profile=profile)


@contextmanager
def company(place: Path, count: int) -> Iterator[Company]:
    """Make the machines and the people on them: everybody is a friend of the sender's alone."""
    names = [f"receiver{number}" for number in range(1, count + 1)]
    # One family of addresses, so that all that is compared has the same headers.
    with Lab(SENDER, *names, with_ipv6=False) as lab:
        sender, *receivers = (
            inhabitant(lab, name, name, place / name) for name in (SENDER, *names)
        )
        for receiver in receivers:
            become_friends(sender, receiver)
        yield Company(lab, sender, receivers)


class HandOut:
    """Something that was offered to everybody: their processes, and when what has happened."""

    def __init__(self, sender: Byhand, receivers: Mapping[str, Byhand], inbox: Path) -> None:
        self.sender = sender
        self.receivers = receivers
        self._inbox = inbox
        self._ids = {name: each.wait_for("offer")["id"] for name, each in receivers.items()}
        for transfer_id in self._ids.values():
            sender.has_told("state", id=transfer_id, state="offered")

    def accept(self) -> float:
        """Let everybody accept; return when the last one did, on the monotonic clock."""
        for name, receiver in self.receivers.items():
            receiver.write(f"accept {self._ids[name]}")
        return time.monotonic()

    def until_it_has(self, name: str, byte_count: int) -> None:
        """Wait until a receiver has told that so many bytes are there."""
        while self.receivers[name].wait_for("progress")["bytes"] < byte_count:
            pass

    def finished_at(self, name: str) -> float:
        """Wait until the sender has heard FINISHED from somebody, and return when."""
        line = self.sender.has_told("finished", id=self._ids[name])
        assert line["failed"] == 0, line
        return self.sender.told_at(line)

    def taken(self, name: str) -> int:
        """Return how many bytes somebody has told that the others gave them."""
        told = [line for line in self.receivers[name].lines if line["event"] == "group"]
        return sum(each["gave"] for each in told[-1]["members"]) if told else 0

    def received(self, name: str) -> Path:
        """Return the folder that somebody receives into."""
        return self._inbox / name


@contextmanager
def handing_out(
    people: Company,
    source: Path,
    inbox: Path,
    *options: str,
    programs: Mapping[str, Sequence[str]] | None = None,
    patience_seconds: float = HANG_SECONDS,
) -> Iterator[HandOut]:
    """Offer something to everybody; all processes are ended with the block.

    `options` are those of `byhand send`; `programs` says who runs another program than Byhand.
    """
    with ExitStack() as stack:

        def started(somebody: Somebody, *arguments: str) -> Byhand:
            program = (programs or {}).get(somebody.name, BYHAND)
            words = [*somebody.prefix, *program, "--json", "--profile", str(somebody.profile)]
            process = stack.enter_context(talking([*words, *arguments]))
            process.patience_seconds = patience_seconds
            return process

        receivers = {
            each.name: started(each, "receive", "--into", str(inbox / each.name))
            for each in people.receivers
        }
        for receiver in receivers.values():
            receiver.wait_for("ready")
        to = [word for name in receivers for word in ("--to", name)]
        patience = ("--wait", str(WAIT_SECONDS))
        sender = started(people.sender, "send", str(source), *to, *patience, *options)
        yield HandOut(sender, receivers, inbox)


def wrong_files(source: Path, folders: Collection[Path]) -> int:
    """Count the files under a final name that are not what was sent, or that nobody sent."""
    right = _digest(source)
    found = [path for folder in folders if folder.exists() for path in folder.iterdir()]
    return sum(
        path.name != source.name or _digest(path) != right
        for path in found
        if not path.name.startswith(".")
    )


def _digest(path: Path) -> str:
    return blake3().update_mmap(path).hexdigest()
