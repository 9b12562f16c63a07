"""Runs one benchmark, named on the command line, or all of them one after the other."""

import importlib
import signal
import sys
from dataclasses import dataclass

from tests.helpers.private_network import enter_private_network


@dataclass(frozen=True, slots=True)
class Benchmark:
    """What it measures, the module whose `main` does it, and whether that takes arguments."""

    question: str
    module: str
    takes_arguments: bool = False


BENCHMARKS = {
    "transfer": Benchmark(
        "handing over, against its goals and in turns with other programs; --help lists its rows",
        "tests.benchmarks.transfer.run",
        takes_arguments=True,
    ),
    "group": Benchmark(
        "one file to several friends at the cost of one; --help lists its scenes",
        "tests.benchmarks.group.run",
        takes_arguments=True,
    ),
    "swarm": Benchmark(
        "how a group grows to 500, simulated: its last member, uploads, messages, memory; a plot",
        "tests.benchmarks.swarm",
        takes_arguments=True,
    ),
    "door": Benchmark(
        "a crowd before the door: how long a friend waits, what it costs, how late the loop is",
        "tests.benchmarks.door",
    ),
    "limits": Benchmark(
        "how exactly limits on speed are kept, and how soon a transfer that waits is dropped",
        "tests.benchmarks.limits",
    ),
    "window": Benchmark(
        "what the window costs at rest, and how late its loop is while transfers run at full speed",
        "tests.benchmarks.window",
    ),
}


def main(arguments: list[str]) -> int:
    """Run one benchmark by its name; without a name, all of them.

    Return the worst exit code of those that judge what they have measured.
    """
    name, *rest = arguments or [""]
    if name and name not in BENCHMARKS:
        print(f"There is no benchmark called {name}. There are:")
        for known, benchmark in BENCHMARKS.items():
            print(f"  {known:10}{benchmark.question}")
        return 2
    if rest and not BENCHMARKS[name].takes_arguments:
        print(f"The benchmark {name} takes no arguments.")
        return 2
    # So that whatever was started is ended, and the folders are removed.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    enter_private_network()
    codes = [
        _measured(each, rest) for each in ([BENCHMARKS[name]] if name else BENCHMARKS.values())
    ]
    return max(codes)


def _measured(benchmark: Benchmark, arguments: list[str]) -> int:
    measure = importlib.import_module(benchmark.module).main
    return measure(*[arguments] if benchmark.takes_arguments else []) or 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
