"""Runs the benchmarks named on the command line, or those that take a minute."""

import importlib
import sys

from tests.helpers.private_network import enter_private_network

BENCHMARKS = {
    "speed": "one file of 2 GiB: byhand against scp, over loopback",
    "door": "a crowd before the door: how long a friend waits, what it costs, how late the loop is",
    "limits": "how exactly limits on speed are kept, and how soon a transfer that waits is dropped",
    "window": "how late the window's event loop is while a transfer runs at full speed",
}


def main(arguments: list[str]) -> int:
    """Run benchmarks by name; without a name, all of them."""
    unknown = [name for name in arguments if name not in BENCHMARKS]
    if unknown:
        print(f"There is no benchmark called {unknown[0]}. There are:")
        for name, meaning in BENCHMARKS.items():
            print(f"  {name:8} {meaning}")
        return 2
    enter_private_network()
    for name in arguments or BENCHMARKS:
        importlib.import_module(f"tests.benchmarks.{name}").main()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
