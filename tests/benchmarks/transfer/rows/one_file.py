"""How fast does one large file go, and at what cost, compared with its peers?"""

from collections.abc import Sequence

from byhand.domain.pieces import MIB
from tests.benchmarks.transfer.contest import Entrant, contest
from tests.benchmarks.transfer.gifts import disk_folder, film
from tests.benchmarks.transfer.iperf import iperf3
from tests.benchmarks.transfer.memory import require_memory
from tests.benchmarks.transfer.pair import ACCEPT_TO_FINISHED, byhand
from tests.benchmarks.transfer.plan import Case
from tests.benchmarks.transfer.report import Figure, Report
from tests.benchmarks.transfer.ssh import rsync, scp
from tests.benchmarks.transfer.wormhole import direct_wormhole, relayed_wormhole

ENTRANTS = (byhand, scp, rsync, direct_wormhole, relayed_wormhole, iperf3)
TIMES_AS_FAST = {
    "scp": 3.0,
    "rsync over ssh": 4.0,
    "magic-wormhole, by its relay": 10.0,
    "iperf3, one stream": 0.4,
}
CPU_SECONDS_A_GIGABYTE = 0.9


def measure(case: Case, entrants: Sequence[Entrant] = ENTRANTS) -> Report:
    """Hand a file of so many bytes over in turns."""
    require_memory(2 * case.amount)
    with disk_folder(case.amount) as folder:
        standings = contest(entrants, film(folder, case.amount), case.rounds)
    what, gigabytes = f"one file of {case.amount / MIB:,.0f} MiB", case.amount / 1e9
    own = standings.seconds(ACCEPT_TO_FINISHED)
    figures = [
        Figure(f"{what}, times as fast as {name}", standings.seconds(name) / own, "×", goal, True)
        for name, goal in TIMES_AS_FAST.items()
        if name in standings.names()
    ]
    cost = standings.cpu_seconds(ACCEPT_TO_FINISHED) / gigabytes
    figures.append(Figure(f"{what}, both sides", cost, "CPU-s/GB", CPU_SECONDS_A_GIGABYTE))
    header, lines = standings.table(ACCEPT_TO_FINISHED, gigabytes, "GB")
    title = f"{what}, {case.rounds} rounds in turns"
    return Report(title, header, lines, figures, standings.left_out)
