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
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.helpers.needs import find_tool
from tests.helpers.processes import Somebody, become_friends, running

SIZE = 2 * 1024**3
ROUNDS = 3
MEMORY = Path("/dev/shm")
CHUNK = 16 * 1024**2


@dataclass(frozen=True)
class Run:
    """One way of sending the file: seconds, and CPU seconds of both sides together."""

    name: str
    seconds: float
    cpu_seconds: float

    @property
    def speed(self) -> float:
        """Gigabytes a second."""
        return SIZE / self.seconds / 1e9


def main() -> None:
    """Print the table."""
    if not MEMORY.is_dir():
        print("speed: left out, this system has no /dev/shm to receive into")
        return
    with tempfile.TemporaryDirectory(prefix="byhand-bench-") as folder:
        source = _source(Path(folder))
        runs = [*_byhand(source), *_scp(source, Path(folder))]
    _print(runs)


def _print(runs: list[Run]) -> None:
    best = {run.name: run for run in sorted(runs, key=lambda run: -run.seconds)}
    scp = best.get("scp")
    print(f"one file of 2 GiB, best of {ROUNDS}, both sides on {os.cpu_count()} cores")
    print(f"{'':26}{'seconds':>9}{'GB/s':>8}{'CPU-s/GB':>10}{'× scp':>8}")
    for run in best.values():
        ratio = f"{scp.seconds / run.seconds:8.2f}" if scp else "       –"
        cost = run.cpu_seconds / (SIZE / 1e9)
        print(f"{run.name:26}{run.seconds:9.2f}{run.speed:8.2f}{cost:10.2f}{ratio}")
    if scp is None:
        print("scp: left out, there is no sshd here")


def _source(folder: Path) -> Path:
    """Return a file that no compression helps with, in the page cache."""
    path = folder / "film.bin"
    with path.open("wb") as file:
        for _ in range(SIZE // CHUNK):
            file.write(os.urandom(CHUNK))
    return path


def _byhand(source: Path) -> Iterator[Run]:
    with tempfile.TemporaryDirectory(dir=MEMORY, prefix="byhand-bench-") as room:
        here, there = (Somebody(name, Path(room) / name) for name in ("Here", "There"))
        target = Path(room) / "target"
        target.mkdir()
        become_friends(here, there)
        for _ in range(ROUNDS):
            yield from _one_send(source, here, there, target)
            (target / source.name).unlink()


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


def _scp(source: Path, folder: Path) -> Iterator[Run]:
    sshd, scp, keygen = (find_tool(name) for name in ("sshd", "scp", "ssh-keygen"))
    if sshd is None or scp is None or keygen is None:
        return
    with (
        tempfile.TemporaryDirectory(dir=MEMORY, prefix="byhand-bench-") as target,
        _ssh_server(sshd, keygen, folder) as options,
    ):
        for _ in range(ROUNDS):
            before, started = _cpu_seconds(), time.monotonic()
            subprocess.run([scp, "-q", *options, source, f"127.0.0.1:{target}"], check=True)
            yield Run("scp", time.monotonic() - started, _cpu_seconds() - before)
            (Path(target) / source.name).unlink()


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
