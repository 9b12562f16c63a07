"""A crowd before the door for minutes: a friend comes and goes all the time, memory stays flat.

packaging/dev soak door_flood [SECONDS]
"""

import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from byhand.service.stores import open_stores
from tests.helpers.private_network import enter_private_network
from tests.helpers.processes import Byhand, Somebody, become_friends, talking

SECONDS = 120.0
ADDRESSES = (1, 250)
KINDS = ("idle", "first")
LONGEST_SECONDS = 2.0
GROWTH_MIB = 32.0
PROBE = (sys.executable, "-m", "tests.helpers.door_probe")


def main(seconds: float = SECONDS) -> None:
    """Run every kind of crowd for its share of the time."""
    enter_private_network()
    share = seconds / len(KINDS) / len(ADDRESSES)
    with tempfile.TemporaryDirectory(prefix="byhand-soak-") as folder:
        called, friend = (Somebody(name, Path(folder) / name) for name in ("Called", "Friend"))
        become_friends(called, friend)
        stores = open_stores(called.profile)
        key = stores.identity.keys.x25519.hex()
        stores.close()
        with talking([*PROBE, str(called.profile)]) as host:
            port = host.wait_for("ready")["port"]
            host.signal(signal.SIGUSR1)
            for kind in KINDS:
                for addresses in ADDRESSES:
                    with _crowd(kind, port, addresses, share, key) as crowd:
                        longest = _visits(friend, port, share)
                        pushed = crowd.wait_for("end")["connections"]
                    print(f"{kind}, {addresses} addresses: {pushed:,} calls, {longest:.2f} s")
                    insist(longest < LONGEST_SECONDS, "a friend waited too long")
            host.signal(signal.SIGUSR2)
            told = host.wait_for("measured")
    print(f"{told['before']:.1f} MiB before, {told['after']:.1f} after")
    insist(told["after"] - told["before"] < GROWTH_MIB, "memory grew")


@contextmanager
def _crowd(kind: str, port: int, addresses: int, seconds: float, key: str) -> Iterator[Byhand]:
    words = [kind, str(port), str(addresses), f"{seconds}s", key]
    with talking([sys.executable, "-m", "tests.helpers.flood", *words]) as crowd:
        crowd.wait_for("pushing")
        yield crowd


def _visits(friend: Somebody, port: int, seconds: float) -> float:
    """Come and go until the time is over; return how long the longest way in was."""
    longest, end = 0.0, time.monotonic() + seconds
    while time.monotonic() < end:
        with talking([*PROBE, str(friend.profile)]) as visitor:
            visitor.wait_for("ready")
            visitor.write(f"127.0.0.1:{port}")
            longest = max(longest, visitor.wait_for("friend", online=True)["seconds"])
    return longest


def insist(is_so: bool, otherwise: str) -> None:
    if not is_so:
        sys.exit(otherwise)


if __name__ == "__main__":
    main(*map(float, sys.argv[1:]))
