"""magic-wormhole, with a mailbox server and a transit relay of its own on loopback."""

import itertools
import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks.transfer.contest import Contestant, Lap
from tests.benchmarks.transfer.gifts import take_away
from tests.benchmarks.transfer.peers import (
    cost,
    free_port,
    server,
    wait_until,
)
from tests.benchmarks.transfer.report import LeftOut
from tests.helpers.checkout import ROOT

PROGRAMS = ROOT / ".cache/peers/bin"
END_SECONDS = 3600.0


@contextmanager
def magic_wormhole(source: Path, target: Path) -> Iterator[Contestant]:
    """Be ready to send by a code; the two ends may connect directly, and on loopback they do."""
    twist, wormhole = (PROGRAMS / name for name in ("twist", "wormhole"))
    if not wormhole.exists():
        raise LeftOut("magic-wormhole is left out: packaging/dev bench transfer installs it")
    mailbox_port, relay_port = free_port(), free_port()
    with (
        tempfile.TemporaryDirectory(prefix="byhand-bench-") as name,
        server(_service(twist, "wormhole-mailbox", mailbox_port), mailbox_port, Path(name)) as mail,
        server(_service(twist, "transitrelay", relay_port), relay_port, Path(name)) as relay,
    ):
        client = [
            str(wormhole),
            f"--relay-url=ws://127.0.0.1:{mailbox_port}/v1",
            f"--transit-helper=tcp:127.0.0.1:{relay_port}",
        ]
        codes = (f"{number}-by-hand" for number in itertools.count(1))

        def laps() -> list[Lap]:
            before = cost([mail, relay])
            seconds = _seconds(client, next(codes), source, target)
            take_away(target, source)
            return [Lap("magic-wormhole", seconds, cost([mail, relay]) - before)]

        yield laps


def _service(twist: Path, plugin: str, port: int) -> list[str]:
    endpoint = f"tcp:{port}:interface=127.0.0.1"
    return [str(twist), "--log-level=warn", plugin, "--port", endpoint]


def _seconds(client: list[str], code: str, source: Path, target: Path) -> float:
    """Send once; count from when the receiver begins a file, as all before is code and greeting."""
    send = [*client, "send", "--hide-progress", "--no-qr", "--code", code, str(source)]
    receive = [*client, "receive", "--hide-progress", "--accept-file", "-o", str(target), code]
    processes: list[subprocess.Popen[bytes]] = []
    try:
        for command in (send, receive):
            processes.append(
                subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            )
        receiver = processes[-1]
        wait_until(lambda: any(os.scandir(target)) or receiver.poll() is not None, "wormhole")
        started_at = time.monotonic()
        codes = {process.wait(END_SECONDS) for process in processes}
        if codes != {0}:
            raise RuntimeError("magic-wormhole has failed")
        return time.monotonic() - started_at
    finally:
        for process in processes:
            if process.poll() is None:
                process.kill()
                process.wait()
