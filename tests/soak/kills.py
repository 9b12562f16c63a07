"""Kill one of two programs at a random moment, a thousand times; everything arrives every time.

packaging/dev soak kills [CYCLES [FIRST SEED]]
"""

import sys
import time
from collections import Counter

from tests.helpers.kills import couple_in_memory
from tests.helpers.private_network import enter_private_network

CYCLES = 1000
TOLD_EVERY = 50


def main(cycles: int = CYCLES, first: int = 0) -> None:
    """Run the cycles; the first that does not end as it should ends the run, with its seed."""
    enter_private_network()
    begun_at = time.monotonic()
    done: Counter[str] = Counter()
    with couple_in_memory() as couple:
        for number, seed in enumerate(range(first, first + cycles), 1):
            kills = couple.cycle(seed)
            done.update(f"{kill.who} {kill.state or 'at any time'}" for kill in kills)
            if number % TOLD_EVERY == 0 or number == cycles:
                print(f"{number} cycles, {time.monotonic() - begun_at:,.0f} s", flush=True)
    for kind, count in sorted(done.items()):
        print(f"{count:5} × {kind}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
