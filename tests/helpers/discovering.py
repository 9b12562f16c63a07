"""Driving `discovery_probe.py`: a process that discovers on one machine of a lab."""

import json
import queue
import subprocess
import threading
from pathlib import Path
from typing import Any, TypeAlias

from tests.helpers.lab import Lab, python

PROGRAM = Path(__file__).with_name("discovery_probe.py")
PATIENCE_SECONDS = 30.0

Event: TypeAlias = dict[str, Any]


class Probe:
    """A process that discovers on one machine of the lab."""

    def __init__(
        self,
        lab: Lab,
        machine: str,
        *,
        port: int = 47800,
        clock_offset: int = 0,
        ask_again_seconds: float = 300.0,
        loop: str = "asyncio",
        visibility: str = "friends",
    ) -> None:
        self.id = machine.encode().ljust(32, b"\0").hex()
        options = {
            "own_id": self.id,
            "port": port,
            "clock_offset": clock_offset,
            "ask_again_seconds": ask_again_seconds,
            "loop": loop,
            "visibility": visibility,
        }
        # What goes to standard error is no JSON: any warning or traceback fails the test.
        self._process = lab.start(
            machine, *python(PROGRAM, json.dumps(options)), stderr=subprocess.STDOUT
        )
        self._events: queue.SimpleQueue[Event] = queue.SimpleQueue()
        self._seen: list[Event] = []
        self._thread = threading.Thread(target=self._read)
        self._thread.start()
        self.wait_for(event="started")

    def order(self, **order: object) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()

    def knows(
        self, friends: dict[str, str] | None = None, invites: dict[str, str] | None = None
    ) -> None:
        self.order(friends=friends or {}, invites=invites or {})

    def wait_for(self, **wanted: object) -> Event:
        """Return the next event that holds all this."""
        while True:
            event = self._events.get(timeout=PATIENCE_SECONDS)
            self._seen.append(event)
            assert "unexpected" not in event, event["unexpected"]
            if wanted.items() <= event.items():
                return event

    @property
    def seen_count(self) -> int:
        """How many events were seen, by whoever waited for one of them."""
        return len(self._seen)

    def is_silent(self, seconds: float) -> bool:
        """Say whether nothing is reported for so long."""
        try:
            self._seen.append(self._events.get(timeout=seconds))
        except queue.Empty:
            return True
        return False

    def wait_for_hints(
        self, friend: "Probe", wanted: set[str], *, since: int | None = None
    ) -> None:
        """Wait until a friend has been announced at all these addresses.

        Also what was reported before counts, `since` so many events had been seen.
        """
        a_candidate = {"event": "candidate", "friend": friend.id}
        seen = self._seen[since:] if since is not None else []
        found = {each["hint"] for each in seen if a_candidate.items() <= each.items()}
        while not wanted <= found:
            found.add(self.wait_for(**a_candidate)["hint"])

    def stop(self) -> list[Event]:
        """End well and return everything that was reported."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        assert self._process.wait(PATIENCE_SECONDS) == 0
        self._thread.join()
        while not self._events.empty():
            self._seen.append(self._events.get())
        assert self._seen[-1] == {"event": "ended"}
        assert not any("unexpected" in event for event in self._seen)
        return self._seen

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            try:
                event = json.loads(line)
            except json.JSONDecodeError:
                event = {"unexpected": line}
            self._events.put(event)
