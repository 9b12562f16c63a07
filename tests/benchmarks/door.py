"""What a crowd before the door costs, and how long a friend at a new address waits behind it.

Two profiles that are friends; one of them, as a service and as the window, is called by a crowd
from 250 addresses as fast as it can: silent connections, then first messages of somebody who
knows the key. The friend begins to call right behind the first, and when the crowd has settled.
"""

import os
import signal
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from byhand.service.stores import open_stores
from tests.helpers.processes import Byhand, Somebody, become_friends, talking

ADDRESSES = 250
SECONDS = 6
CROWDS = {"idle": "silent", "first": "good first messages"}
ARRIVALS = {"at once": 0.0, "after 3 s": 3.0}
HOSTS = {"service": "tests.helpers.door_probe", "window": "tests.benchmarks.door_window"}
GOAL_SECONDS = 2.0
SETTLING_SECONDS = 1.5
NAME_WIDTH = 40


@dataclass(frozen=True)
class Case:
    """Who is called, by what crowd, and when the friend comes."""

    host: str
    crowd: str
    arrival: str


def main() -> None:
    """Print the table."""
    print(f"{ADDRESSES} addresses, {SECONDS} s each, on {os.cpu_count()} cores with all the rest")
    print(f"{'':{NAME_WIDTH}}{'calls/s':>9}{'friend s':>10}{'ms late p50':>10}{'p99':>6}", end="")
    print(f"{'max':>7}   {'CPU %':>8}{'MiB before':>12}{'after':>7}")
    for host in HOSTS:
        with _two_friends() as (called, friend):
            _print(f"{host}, nobody", _quiet(host, called))
        for crowd, meaning in CROWDS.items():
            for arrival in ARRIVALS:
                with _two_friends() as (called, friend):
                    name = f"{host}, {meaning}, {arrival}"
                    _print(name, _measured(Case(host, crowd, arrival), called, friend))


@contextmanager
def _two_friends() -> Iterator[tuple[Somebody, Somebody]]:
    """Two friends who have forgotten where they met: to each the other's address is a new one."""
    with tempfile.TemporaryDirectory(prefix="byhand-bench-") as folder:
        called, friend = (Somebody(name, Path(folder) / name) for name in ("Called", "Friend"))
        become_friends(called, friend)
        for somebody in (called, friend):
            with sqlite3.connect(somebody.profile / "byhand.db") as database:
                database.execute("DELETE FROM addresses")
            database.close()
        yield called, friend


@contextmanager
def _running(host: str, somebody: Somebody) -> Iterator[tuple[Byhand, int]]:
    with talking([sys.executable, "-m", HOSTS[host], str(somebody.profile)]) as process:
        port = process.wait_for("ready")["port"]
        time.sleep(SETTLING_SECONDS)
        yield process, port


def _quiet(host: str, called: Somebody) -> dict[str, Any]:
    with _running(host, called) as (process, _):
        process.signal(signal.SIGUSR1)
        time.sleep(SECONDS)
        process.signal(signal.SIGUSR2)
        return process.wait_for("measured")


def _measured(case: Case, called: Somebody, friend: Somebody) -> dict[str, Any]:
    key = _key_of(called)
    with _running(case.host, called) as (process, port), _running("service", friend) as (caller, _):
        crowd = [sys.executable, "-m", "tests.helpers.flood", case.crowd, str(port)]
        with talking([*crowd, str(ADDRESSES), f"{SECONDS}s", key]) as pushing:
            pushing.wait_for("pushing")
            process.signal(signal.SIGUSR1)
            time.sleep(ARRIVALS[case.arrival])
            caller.write(f"127.0.0.1:{port}")
            waited = caller.wait_for("friend", online=True)["seconds"]
            pushed = pushing.wait_for("end")
        process.signal(signal.SIGUSR2)
        calls = pushed["connections"] / pushed["seconds"]
        return {**process.wait_for("measured"), "friend": waited, "calls": calls}


def _key_of(somebody: Somebody) -> str:
    stores = open_stores(somebody.profile)
    try:
        return stores.identity.keys.x25519.hex()
    finally:
        stores.close()


def _print(name: str, told: dict[str, Any]) -> None:
    calls, waited = told.get("calls"), told.get("friend")
    crowd = f"{'–':>9}{'–':>10}" if calls is None else f"{calls:9,.0f}{waited:10.2f}"
    late = f"{told['p50']:10.1f}{told['p99']:7.1f}{told['max']:7.1f}   "
    cost = f"{100 * told['cpu']:8.0f}{told['before']:12.1f}{told['after']:7.1f}"
    is_late = waited is not None and waited >= GOAL_SECONDS
    verdict = f"   the friend is to be there in {GOAL_SECONDS:.0f} s" if is_late else ""
    print(f"{name:{NAME_WIDTH}}{crowd}{late}{cost}{verdict}", flush=True)


if __name__ == "__main__":
    main()
