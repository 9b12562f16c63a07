"""How fast one large file goes: page cache to tmpfs over loopback, byhand against scp.

Everything runs in a network namespace of its own where that is possible, so that nothing but
loopback is there. Ratios of one run are what counts; seconds depend on the machine.
"""

import os
import resource
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.helpers.needs import find_tool
from tests.helpers.processes import Somebody, become_friends, running

SIZE = 2 * 1024**3
ROUNDS = 5
MEMORY = Path("/dev/shm")
CHUNK = 16 * 1024**2


@dataclass(frozen=True)
class Run:
    """One way of sending the file: seconds, and CPU seconds of both sides, 0 if not known."""

    name: str
    seconds: float
    cpu_seconds: float

    @property
    def speed(self) -> float:
        """Gigabytes a second."""
        return SIZE / self.seconds / 1e9


Contestant = Callable[[], list[Run]]
"""Sends the file once."""


def main() -> None:
    """Print the table."""
    if not MEMORY.is_dir():
        print("speed: left out, this system has no /dev/shm to receive into")
        return
    runs: list[Run] = []
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="byhand-bench-")))
        source = _source(folder)
        contestants = [stack.enter_context(_byhand(source)), stack.enter_context(_scp(source))]
        for _ in range(ROUNDS):  # in turns, so that a slow minute of the machine is everybody's
            for contestant in contestants:
                runs += contestant()
    _print(runs)


def _print(runs: list[Run]) -> None:
    by_name: dict[str, list[Run]] = {}
    for run in runs:
        by_name.setdefault(run.name, []).append(run)
    medians = {name: median(run.seconds for run in runs) for name, runs in by_name.items()}
    print(f"one file of 2 GiB, {ROUNDS} rounds in turns, both sides on {os.cpu_count()} cores")
    print(f"{'':26}{'best s':>8}{'median s':>10}{'GB/s':>7}{'CPU-s/GB':>10}{'× scp':>8}")
    for name, each in by_name.items():
        best = min(each, key=lambda run: run.seconds)
        cost = f"{best.cpu_seconds / (SIZE / 1e9):10.2f}" if best.cpu_seconds else f"{'–':>10}"
        ratio = f"{medians['scp'] / medians[name]:8.2f}" if "scp" in medians else f"{'–':>8}"
        print(f"{name:26}{best.seconds:8.2f}{medians[name]:10.2f}{best.speed:7.2f}{cost}{ratio}")
    if "scp" not in medians:
        print("scp: left out, there is no sshd here")


def _source(folder: Path) -> Path:
    """Return a file that no compression helps with, in the page cache."""
    path = folder / "film.bin"
    with path.open("wb") as file:
        for _ in range(SIZE // CHUNK):
            file.write(os.urandom(CHUNK))
    return path


@contextmanager
def _byhand(source: Path) -> Iterator[Contestant]:
    with tempfile.TemporaryDirectory(dir=MEMORY, prefix="byhand-bench-") as room:
        here, there = (Somebody(name, Path(room) / name) for name in ("Here", "There"))
        target = Path(room) / "target"
        target.mkdir()
        become_friends(here, there)

        def send() -> list[Run]:
            runs = list(_one_send(source, here, there, target))
            (target / source.name).unlink()
            return runs

        yield send


def _one_send(source: Path, here: Somebody, there: Somebody, target: Path) -> Iterator[Run]:
    before = _cpu_seconds()
    with running(
        there, "receive", "--once", "--accept", "friends", "--into", str(target)
    ) as receiver:
        receiver.wait_for("ready")
        started = time.monotonic()
        with running(here, "send", str(source), "--to", there.name) as sender:
            sender.wait_for("state", state="active")
            accepted = time.monotonic()
            sender.wait_for("finished", ok=1, failed=0)
            finished = time.monotonic()
            sender.ended()
        ended = time.monotonic()
        receiver.ended()
    cost = _cpu_seconds() - before
    yield Run("byhand, accept to finish", finished - accepted, cost)
    yield Run("byhand, whole command", ended - started, cost)


@contextmanager
def _scp(source: Path) -> Iterator[Contestant]:
    sshd, scp, keygen = (find_tool(name) for name in ("sshd", "scp", "ssh-keygen"))
    if sshd is None or scp is None or keygen is None:
        yield list
        return
    with (
        tempfile.TemporaryDirectory(dir=MEMORY, prefix="byhand-bench-") as target,
        tempfile.TemporaryDirectory(prefix="byhand-bench-") as keys,
        _ssh_server(sshd, keygen, Path(keys)) as options,
    ):

        def send() -> list[Run]:
            started = time.monotonic()
            subprocess.run([scp, "-q", *options, source, f"127.0.0.1:{target}"], check=True)
            seconds = time.monotonic() - started
            (Path(target) / source.name).unlink()
            return [Run("scp", seconds, 0.0)]

        yield send


@contextmanager
def _ssh_server(sshd: str, keygen: str, folder: Path) -> Iterator[list[str]]:
    """Run a server on loopback with keys of its own; yield a client's options to reach it."""
    for name in ("host", "user"):
        subprocess.run([keygen, "-q", "-t", "ed25519", "-N", "", "-f", folder / name], check=True)
    (folder / "authorized").write_text((folder / "user.pub").read_text())
    os.makedirs("/run/sshd", exist_ok=True)
    port = _free_port()
    settings = [
        f"Port={port}",
        "ListenAddress=127.0.0.1",
        f"HostKey={folder}/host",
        f"AuthorizedKeysFile={folder}/authorized",
        "StrictModes=no",
        "UsePAM=no",
        "PermitRootLogin=prohibit-password",
        f"PidFile={folder}/sshd.pid",
        "Subsystem=sftp internal-sftp",
    ]
    words = [word for setting in settings for word in ("-o", setting)]
    log = (folder / "sshd.log").open("wb")
    server = subprocess.Popen([sshd, "-D", "-e", "-f", "/dev/null", *words], stderr=log)
    try:
        _wait_until_it_listens(port)
        yield [
            "-P",
            str(port),
            "-i",
            f"{folder}/user",
            "-o",
            "StrictHostKeyChecking=no",
            "-o",
            f"UserKnownHostsFile={folder}/known",
        ]
    finally:
        server.terminate()
        server.wait()
        log.close()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


def _wait_until_it_listens(port: int) -> None:
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except ConnectionRefusedError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError("sshd does not listen")


def _cpu_seconds() -> float:
    """Return the CPU time of all children that have ended."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    main()
