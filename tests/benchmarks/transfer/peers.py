"""The programs that Byhand is compared with: found, started on loopback, ended by their id."""

import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks.transfer.contest import Lap
from tests.benchmarks.transfer.report import LeftOut
from tests.benchmarks.transfer.usage import (
    children_cpu_seconds,
    family_cpu_seconds,
    has_children,
)
from tests.helpers.needs import find_tool

HANG_SECONDS = 60.0
LOOK_SECONDS = 0.01
_LISTENING = "0A"
_TABLES = (Path("/proc/net/tcp"), Path("/proc/net/tcp6"))


def program(name: str) -> str:
    """Return a program's full path; LeftOut if it is not installed."""
    found = find_tool(name)
    if found is None:
        raise LeftOut(f"{name} is left out: it is not installed")
    return found


def free_port() -> int:
    """Return a port of loopback on which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


@contextmanager
def server(command: Sequence[str], port: int, folder: Path) -> Iterator[int]:
    """Run a server, from when it listens; yield its process id. Its log is in the folder."""
    log = folder / f"{port}.log"
    with log.open("wb") as file:
        process = subprocess.Popen(command, cwd=folder, stdout=file, stderr=file)
    try:
        wait_until(lambda: process.poll() is not None or _listens(port), command[0])
        if process.poll() is not None:
            raise RuntimeError(f"{command[0]} has ended: {log.read_text('utf-8', 'replace')}")
        yield process.pid
    finally:
        process.terminate()
        process.wait(HANG_SECONDS)


def timed(name: str, command: Sequence[str], servers: Sequence[int]) -> Lap:
    """Run a client to its good end; the cost is its own and that of its servers."""
    before = cost(servers)
    started_at = time.monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    seconds = time.monotonic() - started_at
    wait_until(lambda: not any(map(has_children, servers)), name)
    return Lap(name, seconds, cost(servers) - before)


def cost(servers: Sequence[int]) -> float:
    """Return the CPU seconds so far of servers and of all clients that have ended."""
    return children_cpu_seconds() + sum(family_cpu_seconds(pid) for pid in servers)


def wait_until(is_so: Callable[[], bool], about: str) -> None:
    """Look again and again; RuntimeError if it does not become so."""
    give_up_at = time.monotonic() + HANG_SECONDS
    while not is_so():
        if time.monotonic() > give_up_at:
            raise RuntimeError(f"{about} hangs")
        time.sleep(LOOK_SECONDS)


def _listens(port: int) -> bool:
    """Say whether somebody listens on a port; to connect would be a client's first move."""
    lines = [line for table in _TABLES for line in table.read_text("ascii").splitlines()[1:]]
    fields = [line.split() for line in lines]
    return any(each[3] == _LISTENING and each[1].endswith(f":{port:04X}") for each in fields)
