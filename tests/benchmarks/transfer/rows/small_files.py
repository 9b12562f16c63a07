"""How fast does a folder of small files go, compared with rsync?"""

from collections.abc import Sequence

from byhand.domain.pieces import KIB
from tests.benchmarks.transfer.contest import Entrant, contest
from tests.benchmarks.transfer.gifts import crowd, disk_folder
from tests.benchmarks.transfer.pair import ACCEPT_TO_FINISHED, WHOLE_COMMAND, byhand
from tests.benchmarks.transfer.plan import Case
from tests.benchmarks.transfer.report import Figure, Report
from tests.benchmarks.transfer.ssh import rsync

ENTRANTS = (byhand, rsync)
PEER = "rsync over ssh"
FILE_BYTES = 4 * KIB
FILES_A_SECOND = 8000.0
TIMES_AS_FAST = 1.0


def measure(case: Case, entrants: Sequence[Entrant] = ENTRANTS) -> Report:
    """Hand a folder of so many files over in turns."""
    with disk_folder(case.amount * FILE_BYTES) as folder:
        source = crowd(folder, case.amount, [FILE_BYTES])
        standings = contest(entrants, source, case.rounds)
    what = f"{case.amount:,} files of 4 KiB"
    rate = case.amount / standings.seconds(ACCEPT_TO_FINISHED)
    figures = [Figure(f"{what}, accept to FINISHED", rate, "files/s", FILES_A_SECOND, True)]
    if PEER in standings.names():
        ratio = standings.seconds(PEER) / standings.seconds(WHOLE_COMMAND)
        times = f"{what}, whole command, times as fast as {PEER}"
        figures.append(Figure(times, ratio, "×", TIMES_AS_FAST, True))
    header, lines = standings.table(WHOLE_COMMAND, case.amount, "file")
    title = f"{what}, {case.rounds} rounds in turns"
    return Report(title, header, lines, figures, standings.left_out)
