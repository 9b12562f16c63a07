"""What no way of handing out can be faster than, and how fast the lab's network is."""

import json
import subprocess
from collections.abc import Sequence

from tests.benchmarks.transfer.peers import program
from tests.helpers.lab import Lab

STREAM_SECONDS = 5


def bound_seconds(size: int, sender_rate: float, member_rates: Sequence[float]) -> float:
    """Return T* of PROTOCOL.md: the least time in which everybody can have `size` bytes.

    Rates are in bytes a second. Each machine gives as fast as it takes: so what all can give
    together, the third term, bounds nothing that the slowest does not bound already.
    """
    return max(size / sender_rate, size / min(member_rates))


def goodput(lab: Lab, one: str, other: str) -> float:
    """Return how many bytes a second one TCP stream of iperf3 carries from one to the other."""
    iperf3 = program("iperf3")
    client = [iperf3, "-c", lab.ipv4(other), "-J", "-t", str(STREAM_SECONDS)]
    with lab.start(other, iperf3, "-s", "-1", "--forceflush") as server:
        try:
            _until_it_listens(server)
            told = json.loads(lab.run(one, *client, check=False).stdout)
        finally:
            server.kill()
    if "error" in told:
        raise RuntimeError(f"iperf3: {told['error']}")
    rate: float = told["end"]["sum_received"]["bits_per_second"] / 8
    return rate


def _until_it_listens(server: "subprocess.Popen[str]") -> None:
    assert server.stdout is not None
    for line in server.stdout:
        if "listening" in line:
            return
    raise RuntimeError("iperf3 does not listen")
