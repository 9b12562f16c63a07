"""What must hold while somebody lies, and after it."""

import asyncio
import gc
import logging
import os
import sys
import threading
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from blake3 import blake3

from tests.helpers.lateness import resident_bytes
from tests.helpers.trees import Tree, open_descriptors, snapshot

LOOK_SECONDS: Final = 0.05
GROWTH_LIMIT: Final = 400 * 2**20
"""More than all that a run of any length keeps."""
SETTLING_SECONDS: Final = 20.0
GUARDED: Final = ("home", "beside", "sources")
PASSING_THREADS: Final = ("sending-lane", "receiving-lane", "journal-flush")
"""What ends with a session or soon after, by how their names begin."""


class Fault(Exception):
    """Something that must not happen, has."""


class Crashes(logging.Handler):
    """Hears of every exception that nobody caught, wherever it was."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep what was logged as an error."""
        self.found.append(logging.Formatter().format(record))

    @contextmanager
    def caught(self) -> Iterator[None]:
        """Listen until the block ends."""
        root = logging.getLogger()
        hooks = threading.excepthook, sys.unraisablehook
        root.addHandler(self)
        threading.excepthook = lambda args: self._keep("in a thread", args.exc_value)
        sys.unraisablehook = lambda args: self._keep("unraisable", args.exc_value)
        try:
            yield
        finally:
            root.removeHandler(self)
            threading.excepthook, sys.unraisablehook = hooks

    def listen_to_loop(self) -> None:
        """Hear of what tasks and callbacks of the running loop raise."""
        asyncio.get_running_loop().set_exception_handler(self._of_loop)

    def _of_loop(self, _: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        self._keep(str(context.get("message")), context.get("exception"))

    def _keep(self, where: str, error: BaseException | None) -> None:
        lines = traceback.format_exception(error) if error is not None else ["nothing raised\n"]
        self.found.append(f"{where}\n{''.join(lines)}")


class Watch:
    """Guards the folders of a run, and counts what a process holds."""

    def __init__(self, root: Path, crashes: Crashes) -> None:
        self.root = root
        self.crashes = crashes
        self.worst_block = 0.0
        self.contents: set[bytes] = {blake3(b"").digest()}
        """The hashes of all that may lie under a final name."""
        self.by_name: dict[str, set[bytes]] = {}
        """Of these the ones that a file of this name may have."""
        self._guarded = self._look()
        self._descriptors = 0
        self._resident = resident_bytes()
        self._threads = _threads()

    def allow(self, name: str, content: bytes) -> None:
        """Take note of an honest content."""
        digest = blake3(content).digest()
        self.contents.add(digest)
        self.by_name.setdefault(name, {blake3(b"").digest()}).add(digest)

    def expect_changes(self) -> None:
        """Take what is in the guarded folders now as what must stay."""
        self._guarded = self._look()

    @property
    def is_counting(self) -> bool:
        """Say whether `count` was called."""
        return self._descriptors > 0

    def count(self) -> None:
        """Take what is open now as what may be open later."""
        gc.collect()
        self._descriptors = len(open_descriptors())

    async def measure(self) -> None:
        """Measure how long the loop stands still, until cancelled."""
        while True:
            before = time.monotonic()
            await asyncio.sleep(LOOK_SECONDS)
            self.worst_block = max(self.worst_block, time.monotonic() - before - LOOK_SECONDS)

    async def judge(self) -> None:
        """Raise Fault unless everything is as it must be between two scenes."""
        self._judge_crashes()
        if self._look() != self._guarded:
            raise Fault(f"changed outside: {_difference(self._guarded, self._look())}")
        self.judge_received()
        await self._until_let_go()
        growth = resident_bytes() - self._resident
        if growth > GROWTH_LIMIT:
            raise Fault(f"{growth >> 20} MiB more than at first")

    def judge_closed(self) -> None:
        """Raise Fault unless a service that is closed has ended all its threads."""
        if more := _threads() - self._threads:
            raise Fault(f"threads go on: {sorted(more)}")
        gc.collect()
        self._judge_crashes()

    def judge_received(self) -> None:
        """Raise Fault if a file has a final name whose content nobody offered honestly."""
        for parent, folders, files in os.walk(self.root / "in"):
            folders[:] = [name for name in folders if not name.startswith(".byhand-")]
            for name in files:
                path = Path(parent, name)
                if path.is_symlink():
                    raise Fault(f"{path} is a link")
                digest = blake3(path.read_bytes()).digest()
                if digest not in self.by_name.get(name, self.contents):
                    raise Fault(f"{path} has a content that nobody vouched for")

    def _judge_crashes(self) -> None:
        if self.crashes.found:
            raise Fault("an exception that nobody caught")

    async def _until_let_go(self) -> None:
        """Wait until descriptors and threads are given back; no event tells that."""
        deadline = time.monotonic() + SETTLING_SECONDS
        while self._excess() and time.monotonic() < deadline:
            await asyncio.sleep(0.02)
            gc.collect()
        if excess := self._excess():
            raise Fault(f"held: {excess}")

    def _excess(self) -> list[str]:
        excess = [each for each in _threads() if each.startswith(PASSING_THREADS)]
        if self._descriptors and len(open_descriptors()) > self._descriptors:
            excess.append(f"{len(open_descriptors())} descriptors, {self._descriptors} before")
        return excess

    def _look(self) -> Tree:
        tree: Tree = {}
        for name in GUARDED:
            tree |= {f"{name}/{at}": each for at, each in snapshot(self.root / name).items()}
        rest = set(os.listdir(self.root)) - {*GUARDED, "profile", "in"}
        return tree | dict.fromkeys(rest, b"")


def _threads() -> set[str]:
    names = {each.name for each in threading.enumerate()}
    return {name for name in names if not name.startswith("asyncio")}  # the loop's own


def _difference(before: Tree, after: Tree) -> list[str]:
    names = before.keys() | after.keys()
    return sorted(name for name in names if before.get(name, b"?") != after.get(name, b"?"))
