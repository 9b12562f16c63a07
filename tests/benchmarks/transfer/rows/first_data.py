"""How soon after the accept is there data at the receiver, and in how much memory does it end?

Data is there once the receiver has written more than any message could make it write: the first
piece. Each round is stopped there; one more goes on to the end.
"""

from pathlib import Path
from statistics import median

from byhand.domain.pieces import MIB
from tests.benchmarks.transfer.gifts import disk_folder, film, holed_film, take_away
from tests.benchmarks.transfer.pair import friends, hand_over, offered
from tests.benchmarks.transfer.plan import Case
from tests.benchmarks.transfer.report import Figure, Report

FIRST_MILLISECONDS = 300.0
MEMORY_MIB = 250.0
ALLOCATED_SHARE = 100


def measure_sparse(case: Case) -> Report:
    """Offer a file of so many bytes, of which a hundredth is there, scattered."""
    allocated = max(MIB, case.amount // ALLOCATED_SHARE)
    what = f"{case.amount / 1e9:,.3g} GB with {allocated / MIB:,.0f} MiB allocated"
    with disk_folder(2 * allocated) as folder:
        return _report(what, holed_film(folder, case.amount, allocated), case.rounds)


def measure_solid(case: Case) -> Report:
    """Offer a file of so many bytes that are all there."""
    what = f"{case.amount / MIB:,.0f} MiB really there"
    with disk_folder(2 * case.amount) as folder:
        return _report(what, film(folder, case.amount), case.rounds)


def _report(what: str, source: Path, rounds: int) -> Report:
    """Receive on the disk: so much does not fit in memory."""
    waits = [_first_milliseconds(source) for _ in range(rounds)]
    with disk_folder() as target, friends() as pair:
        handed = hand_over(pair, source, target)
        take_away(target, source)
    peak = max(handed.sender_peak_bytes, handed.receiver_peak_bytes)
    return Report(
        f"{what}, from the disk to the disk",
        ("first data", "median ms", "slowest ms", "the whole s", "sender MiB", "receiver MiB"),
        [
            (
                what,
                f"{median(waits):.0f}",
                f"{max(waits):.0f}",
                f"{handed.laps[0].seconds:.2f}",
                f"{handed.sender_peak_bytes / MIB:.0f}",
                f"{handed.receiver_peak_bytes / MIB:.0f}",
            )
        ],
        [
            Figure(f"{what}, accept to first data", median(waits), "ms", FIRST_MILLISECONDS),
            Figure(f"{what}, most memory on a side", peak / MIB, "MiB", MEMORY_MIB),
        ],
    )


def _first_milliseconds(source: Path) -> float:
    with disk_folder() as target, friends() as pair, offered(pair, source, target) as offer:
        return offer.first_data_seconds() * 1000
