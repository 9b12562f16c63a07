"""One iperf3 stream: how fast TCP is when nothing is read, sealed or written."""

import json
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks.transfer.contest import Contestant, Lap
from tests.benchmarks.transfer.peers import cost, free_port, program, server


@contextmanager
def iperf3(source: Path, target: Path) -> Iterator[Contestant]:
    """Be ready to push as many bytes as the source file has; nothing gets to the target."""
    found, port, size = program("iperf3"), free_port(), source.stat().st_size
    client = [found, "-c", "127.0.0.1", "-p", str(port), "-n", str(size), "-J"]
    with tempfile.TemporaryDirectory(prefix="byhand-bench-") as folder:
        command = [found, "-s", "-B", "127.0.0.1", "-p", str(port)]
        with server(command, port, Path(folder)) as pid:

            def laps() -> list[Lap]:
                before = cost([pid])
                done = subprocess.run(client, check=True, capture_output=True)
                received = json.loads(done.stdout)["end"]["sum_received"]
                seconds = size * 8 / received["bits_per_second"]
                return [Lap("iperf3, one stream", seconds, cost([pid]) - before)]

            yield laps
