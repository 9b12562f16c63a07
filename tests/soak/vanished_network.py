"""The network vanishes during a transfer: both sides give up in time and say so; then it is back.

packaging/dev soak vanished_network
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from byhand.network.channel import LOST_AFTER_SECONDS, PING_AFTER_SECONDS
from tests.helpers.gifts import make_file
from tests.helpers.lab import Lab
from tests.helpers.lab_people import Home, both_at_home, inhabitant
from tests.helpers.processes import Somebody, become_friends

RATE = "40mbit"
FILE_BYTES = 60_000_000
LONGEST_SECONDS = LOST_AFTER_SECONDS + PING_AFTER_SECONDS
"""A side that is silent itself notices after 45 s; on a busy machine a little later."""

Way = tuple[str, Callable[[Lab], None], Callable[[Lab], None]]
WAYS: tuple[Way, ...] = (
    (
        "the receiver's cable is pulled",
        lambda lab: lab.cut("marek"),
        lambda lab: lab.restore("marek"),
    ),
    ("the sender's cable is pulled", lambda lab: lab.cut("anna"), lambda lab: lab.restore("anna")),
    (
        "the switch passes nothing on",
        lambda lab: lab.divide("marek"),
        lambda lab: lab.join(),
    ),
)


def main() -> None:
    """Let the network vanish in every way; exit with a sentence if anything is not as promised."""
    if os.geteuid() != 0:
        sys.exit("This makes network namespaces: run it as root.")
    with tempfile.TemporaryDirectory() as folder, Lab("anna", "marek") as lab:
        place = Path(folder)
        anna = inhabitant(lab, "anna", "Anna", place / "anna")
        marek = inhabitant(lab, "marek", "Marek", place / "marek")
        become_friends(anna, marek)
        lab.limit("marek", RATE)
        film = make_file(place / "film.mov", FILE_BYTES)
        for title, vanish, come_back in WAYS:
            print(f"{title}:")
            try_way(lab, (anna, marek), film, place / title, vanish, come_back)


def try_way(
    lab: Lab,
    friends: tuple[Somebody, Somebody],
    film: Path,
    inbox: Path,
    vanish: Callable[[Lab], None],
    come_back: Callable[[Lab], None],
) -> None:
    with both_at_home(*friends, inbox) as (anna, marek):
        transfer_id = begin(anna, marek, film, inbox)
        vanished_at = time.monotonic()
        vanish(lab)
        for name, home in (("Anna", anna), ("Marek", marek)):
            end = home.sees_the_end(transfer_id)
            seconds = time.monotonic() - vanished_at
            print(f"  {name} is told after {seconds:4.1f} s: {end['line']} ({end['code']})")
            insist(end["state"] == "failed", f"{name} was told {end['state']}")
            insist(seconds <= LONGEST_SECONDS, f"{name} was told too late")
        come_back(lab)
        again = begin(anna, marek, film, inbox)
        insist(anna.sees_the_end(again)["state"] == "done", "it did not arrive afterwards")
        insist(marek.sees_the_end(again)["state"] == "done", "it did not arrive afterwards")
        print(f"  it arrived, {time.monotonic() - vanished_at:.1f} s after the network vanished")
    insist(os.listdir(inbox) == [film.name], f"left behind: {os.listdir(inbox)}")


def begin(anna: Home, marek: Home, film: Path, inbox: Path) -> str:
    """Send a file; it is on its way when this returns."""
    transfer_id = anna.sends([film], to="Marek")
    marek.is_asked(transfer_id)
    marek.accepts(transfer_id, inbox)
    marek.sees_it_move(transfer_id)
    return transfer_id


def insist(is_so: bool, otherwise: str) -> None:
    if not is_so:
        sys.exit(otherwise)


if __name__ == "__main__":
    main()
