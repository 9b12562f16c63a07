"""How groups grow: a simulation that runs the pickers which Byhand runs, as a table and a plot.

Everybody has a link of 100 Mbit/s, and up to 16 neighbours. Times are simulated: how busy the
machine is changes nothing.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from byhand.domain.pieces import KIB, MIB
from tests.benchmarks.curves import Curve, Panel, picture
from tests.benchmarks.transfer.report import markdown
from tests.helpers.checkout import ROOT
from tests.helpers.footprint import kept_bytes
from tests.helpers.swarm_plan import Person, Plan
from tests.helpers.swarm_world import World

COUNTS = (2, 4, 8, 16, 32, 100, 500)
PIECES = 1024
PIECE_BYTES = 256 * KIB
GOAL = 1.3
PLOT = ROOT / ".cache" / "bench" / "swarm.svg"
USAGE = "bench swarm [MEMBERS ...]: how many members the simulated groups have"


@dataclass(frozen=True)
class Grown:
    """What came of a group: times as multiples of T*, memory and messages of the worst member."""

    members: int
    last: float
    middle: float
    sent: float
    member_bytes: int
    sender_bytes: int
    messages: float
    """Sent by a member, a piece."""
    cpu_seconds: float


def main(arguments: Sequence[str]) -> int:
    """Print the table, draw the plot, and return 1 if a group takes too long."""
    if not all(each.isdecimal() and int(each) for each in arguments):
        print(USAGE)
        return 2
    counts = sorted({int(each) for each in arguments}) or COUNTS
    print(f"simulated: {PIECES * PIECE_BYTES // MIB} MiB to N members, 100 Mbit/s each way")
    grown = []
    for count in counts:
        grown.append(measure(count, PIECES))
        print(f"  N = {count}: {grown[-1].last:.3f} × T*", flush=True)
    print(table(grown))
    PLOT.parent.mkdir(parents=True, exist_ok=True)
    PLOT.write_text(plot(grown), "utf-8")
    print(f"drawn in {PLOT.relative_to(ROOT)}")
    return int(any(each.last > GOAL for each in grown))


def measure(count: int, pieces: int) -> Grown:
    """Hand so many pieces to so many members."""
    quantum = 64 * KIB if count <= 16 else PIECE_BYTES
    started = time.process_time()
    world = World(Plan([Person()] * count, pieces, PIECE_BYTES, quantum=quantum)).run()
    members = world.members.values()
    seconds = [world.seconds(number) / world.plan.bound for number in world.members]
    return Grown(
        count,
        world.last,
        median(seconds),
        world.sent,
        max(kept_bytes(each.picker) for each in members),
        kept_bytes(world.sender.picker),
        max(each.messages for each in members) / pieces,
        time.process_time() - started,
    )


def table(grown: Sequence[Grown]) -> str:
    """Return what came of each group, line by line."""
    header = (
        *("N", "last, × T*", "median, × T*", "sender's upload, × size"),
        *("messages a member and piece", "memory of a member, KiB", "of the sender, KiB", "CPU s"),
    )
    return markdown(
        header,
        [
            (
                *(f"{each.members}", f"{each.last:.3f}", f"{each.middle:.3f}", f"{each.sent:.3f}"),
                *(f"{each.messages:.1f}", f"{each.member_bytes / KIB:.0f}"),
                *(f"{each.sender_bytes / KIB:.0f}", f"{each.cpu_seconds:.0f}"),
            )
            for each in grown
        ],
    )


def plot(grown: Sequence[Grown]) -> str:
    """Return the same as curves."""
    goal = [(float(each.members), GOAL) for each in grown]
    across = "members"
    return picture(
        [
            Panel(
                "Time and upload, as multiples of what nobody can beat",
                across,
                [
                    Curve("goal", goal, is_bound=True),
                    Curve("last member", [(each.members, each.last) for each in grown]),
                    Curve("sender's upload", [(each.members, each.sent) for each in grown]),
                ],
            ),
            Panel(
                "Messages a member and piece",
                across,
                [Curve("HAVE, GET, …", [(each.members, each.messages) for each in grown])],
            ),
            Panel(
                "Memory of a member's picker, KiB",
                across,
                [Curve("member", [(each.members, each.member_bytes / KIB) for each in grown])],
            ),
        ]
    )
