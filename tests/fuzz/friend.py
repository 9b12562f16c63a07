"""A friend who lies in every field and order, for a while: python -m tests.fuzz.friend.

--seed N plays scene N alone; with --scenes K those after it, too, against the same service; with
--seconds S as many as there is time for, from N on, some to a service.
"""

import argparse
import asyncio
import itertools
import os
import sys
import tempfile
import time
from typing import Final

from tests.fuzz.chain import Tally, play
from tests.fuzz.watching import Fault
from tests.helpers.private_network import enter_private_network

SCENES_A_SERVICE: Final = 25
SECONDS: Final = 60.0
REACHED: Final = ("incoming done", "incoming failed", "outgoing done", "outgoing failed")
"""A run of some length that has not come so far was no test."""
LONG_SECONDS: Final = 60.0


def main(arguments: list[str]) -> int:
    """Play as told; return 1 if anything was found."""
    parser = argparse.ArgumentParser(prog="packaging/dev fuzz friend")
    parser.add_argument("--seed", type=int)
    parser.add_argument("--scenes", type=int, default=1)
    parser.add_argument("--seconds", type=float)
    told = parser.parse_args(arguments)
    if not enter_private_network():
        print("As root on Linux it would have a network of its own; here it has loopback.")
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="byhand-home-") as home:
        os.environ |= {"HOME": home, "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home}
        try:
            _play(told, tally)
        except Fault as exc:
            print(f"FOUND: {exc}")
            return 1
        finally:
            print("\n".join(tally.lines()), flush=True)
    return _judged(tally, told.seconds or 0)


def _play(told: argparse.Namespace, tally: Tally) -> None:
    if told.seed is not None and told.seconds is None:
        asyncio.run(play(itertools.count(told.seed), told.scenes, tally))
        return
    first = told.seed if told.seed is not None else int(time.time())
    ends_at = time.monotonic() + (told.seconds or SECONDS)
    seeds = itertools.count(first)
    print(f"from scene {first} on", flush=True)
    while time.monotonic() < ends_at:
        asyncio.run(play(seeds, SCENES_A_SERVICE, tally, lambda: time.monotonic() >= ends_at))


def _judged(tally: Tally, seconds: float) -> int:
    missing = [name for name in REACHED if not tally.states[name]]
    if seconds >= LONG_SECONDS and missing:
        print(f"Never reached: {', '.join(missing)}")
        return 1
    print("nothing found")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
