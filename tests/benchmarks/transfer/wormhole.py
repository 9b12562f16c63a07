"""magic-wormhole, with a mailbox server and a transit relay of its own on loopback."""

import itertools
import os
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
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


@dataclass(frozen=True, slots=True)
class _Client:
    """The words before a client's own, and those behind the name of its command."""

    words: Sequence[str]
    options: Sequence[str]


@contextmanager
def _ready(
    source: Path, target: Path, *, name: str, options: Sequence[str] = ()
) -> Iterator[Contestant]:
    twist, wormhole = (PROGRAMS / program for program in ("twist", "wormhole"))
    if not wormhole.exists():
        raise LeftOut(f"{name} is left out: packaging/dev bench transfer installs it")
    mailbox_port, relay_port = free_port(), free_port()
    with (
        tempfile.TemporaryDirectory(prefix="byhand-bench-") as folder,
        server(
            _service(twist, "wormhole-mailbox", mailbox_port), mailbox_port, Path(folder)
        ) as mail,
        server(_service(twist, "transitrelay", relay_port), relay_port, Path(folder)) as relay,
    ):
        words = [
            str(wormhole),
            f"--relay-url=ws://127.0.0.1:{mailbox_port}/v1",
            f"--transit-helper=tcp:127.0.0.1:{relay_port}",
        ]
        client = _Client(words, ["--hide-progress", *options])
        codes = (f"{number}-by-hand" for number in itertools.count(1))

        def laps() -> list[Lap]:
            before = cost([mail, relay])
            seconds = _seconds(client, next(codes), source, target)
            take_away(target, source)
            return [Lap(name, seconds, cost([mail, relay]) - before)]

        yield laps


direct_wormhole = partial(_ready, name="magic-wormhole, direct")
"""Be ready to send by a code; on loopback the two ends connect directly."""
relayed_wormhole = partial(_ready, name="magic-wormhole, by its relay", options=["--no-listen"])
"""Be ready to send by a code; neither end can be reached, so all goes by the relay."""


def _service(twist: Path, plugin: str, port: int) -> list[str]:
    endpoint = f"tcp:{port}:interface=127.0.0.1"
    return [str(twist), "--log-level=warn", plugin, "--port", endpoint]


def _seconds(client: _Client, code: str, source: Path, target: Path) -> float:
    """Send once; count from when the receiver begins a file, as all before is code and greeting."""
    send = [*client.words, "send", *client.options, "--no-qr", "--code", code, str(source)]
    receive = [*client.words, "receive", *client.options, "--accept-file", "-o", str(target), code]
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
