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
    """Run one benchmark by its name; without a name, all of them."""
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
    for benchmark in [BENCHMARKS[name]] if name else BENCHMARKS.values():
        measure = importlib.import_module(benchmark.module).main
        measure(*[rest] if benchmark.takes_arguments else [])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
