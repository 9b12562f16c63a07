"""How much goes over the wire when a folder is sent that the friend has already?"""

from byhand.domain.pieces import MIB
from tests.benchmarks.transfer.gifts import disk_folder
from tests.benchmarks.transfer.memory import memory_folder, require_memory
from tests.benchmarks.transfer.pair import friends, hand_over
from tests.benchmarks.transfer.plan import Case
from tests.benchmarks.transfer.report import Figure, Report
from tests.benchmarks.transfer.wire import counted_wire
from tests.helpers.gifts import make_file

FILES = 64
SHARE_PERCENT = 1.0
HEADER = ("the same folder", "bytes in TCP", "share", "accept to FINISHED s")


def measure(case: Case) -> Report:
    """Hand a folder of so many bytes over twice."""
    require_memory(3 * case.amount)
    with disk_folder(case.amount) as folder, memory_folder() as target, friends() as pair:
        source = folder / "films"
        for number in range(FILES):
            make_file(source / f"{number:03}.bin", max(1, case.amount // FILES), seed=number)
        lines, share = [], 0.0
        for time in ("first", "again"):
            with counted_wire() as wire:
                handed = hand_over(pair, source, target)
            share = wire.tcp_bytes / case.amount * 100
            seconds = f"{handed.laps[0].seconds:.2f}"
            lines.append((time, f"{wire.tcp_bytes:,}", f"{share:.2f} %", seconds))
    what = f"an identical folder of {case.amount / MIB:,.0f} MiB sent again"
    figure = Figure(f"{what}, bytes on the wire", share, "%", SHARE_PERCENT)
    return Report(what, HEADER, lines, [figure])
