"""How many bytes more than the file go over the wire?"""

from byhand.domain.pieces import MIB
from tests.benchmarks.transfer.gifts import disk_folder, film
from tests.benchmarks.transfer.memory import memory_folder, require_memory
from tests.benchmarks.transfer.pair import friends, hand_over
from tests.benchmarks.transfer.plan import Case
from tests.benchmarks.transfer.report import Figure, Report
from tests.benchmarks.transfer.wire import counted_wire

OVERHEAD_PERCENT = 0.3
HEADER = ("on the wire", "bytes", "more than the file")


def measure(case: Case) -> Report:
    """Hand a file of so many bytes over once, from finding each other to the last farewell."""
    require_memory(2 * case.amount)
    with disk_folder(case.amount) as folder, memory_folder() as target, friends() as pair:
        source = film(folder, case.amount)
        with counted_wire() as wire:
            hand_over(pair, source, target)
    what = f"one file of {case.amount / MIB:,.0f} MiB"
    counted = {"in TCP": wire.tcp_bytes, "on Ethernet of 1,500 bytes": wire.ethernet_bytes}
    percents = {name: (sent / case.amount - 1) * 100 for name, sent in counted.items()}
    lines = [(name, f"{sent:,}", f"{percents[name]:.3f} %") for name, sent in counted.items()]
    figure = Figure(f"{what}, overhead in TCP", percents["in TCP"], "%", OVERHEAD_PERCENT)
    remark = "Ethernet's share is the headers of Ethernet, IP and TCP, and TCP's acknowledgements."
    return Report(what, HEADER, lines, [figure], [remark])
