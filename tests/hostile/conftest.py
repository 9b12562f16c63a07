"""What must hold after every hostile case, whatever it was."""

import asyncio
import contextlib
import gc
import inspect
import logging
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from byhand.noise import handshake_state
from byhand.noise.primitives import KeyPair, dh
from tests.helpers.lateness import resident_bytes, return_free_memory
from tests.helpers.trees import Tree, open_descriptors, snapshot

GROWTH_LIMIT = 32 * 1024 * 1024
BLOCKED_SECONDS = 5.0
"""Ten times what is allowed: a busy machine is no failure, a loop that hangs is one."""
LOOK_SECONDS = 0.02
KEPT_FILES = ("identity.key", "friends")


class Oracle:
    """Holds what was before, and says at the end what must not have changed."""

    def __init__(self, home: Path) -> None:
        self.allowed_growth = GROWTH_LIMIT
        self._log = _Errors()
        self._trees: dict[Path, tuple[Tree, Path | None]] = {}
        self._files: dict[Path, bytes] = {}
        self._descriptors = len(open_descriptors())
        self._resident = resident_bytes()
        self.guard(home)

    def guard(self, folder: Path, *, apart_from: Path | None = None) -> None:
        """From now on nothing in a folder may change, but what is received into another."""
        self._trees[folder] = (_without(snapshot(folder), folder, apart_from), apart_from)

    def guard_profile(self, profile: Path) -> None:
        """From now on a profile's identity and friends stay as they are, byte for byte."""
        for name in KEPT_FILES:
            self._files[profile / name] = (profile / name).read_bytes()

    @contextlib.contextmanager
    def watching(self) -> Iterator[None]:
        """Judge what happens inside."""
        root = logging.getLogger()
        root.addHandler(self._log)
        try:
            yield
        finally:
            root.removeHandler(self._log)
        self._judge()

    def _judge(self) -> None:
        assert self._log.found == [], "an error nobody caught"
        for folder, (tree, apart_from) in self._trees.items():
            assert _without(snapshot(folder), folder, apart_from) == tree
        for path, content in self._files.items():
            assert path.read_bytes() == content
        if len(open_descriptors()) > self._descriptors:
            gc.collect()
        assert len(open_descriptors()) <= self._descriptors, "descriptors are left open"
        growth = resident_bytes() - self._resident
        if growth >= self.allowed_growth:
            # What was let go of, here or by a test before, need not be with the system yet.
            gc.collect()
            return_free_memory()
            growth = resident_bytes() - self._resident
        assert growth < self.allowed_growth, f"{growth >> 20} MiB more than before"


@pytest.fixture(autouse=True)
def oracle(request: pytest.FixtureRequest, private_home: Path) -> Iterator[Oracle]:
    """Judges this process after every case; services and folders are put under it by the test."""
    if inspect.iscoroutinefunction(getattr(request.function, "__wrapped__", request.function)):
        request.getfixturevalue("no_blocked_loop")
    judge = Oracle(private_home)
    with judge.watching():
        yield judge


@pytest.fixture
async def no_blocked_loop() -> AsyncIterator[None]:
    """Fails when the loop stood still for long."""
    worst = 0.0

    async def look() -> None:
        nonlocal worst
        while True:
            before = time.monotonic()
            await asyncio.sleep(LOOK_SECONDS)
            worst = max(worst, time.monotonic() - before - LOOK_SECONDS)

    looking = asyncio.create_task(look())
    yield
    looking.cancel()
    assert worst < BLOCKED_SECONDS, f"the loop stood still for {worst:.2f} s"


@pytest.fixture
def exchanges(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The public keys of every Diffie-Hellman that is computed, in order."""
    computed: list[bytes] = []

    def counted(key_pair: KeyPair, public_key: bytes) -> bytes:
        computed.append(public_key)
        return dh(key_pair, public_key)

    monkeypatch.setattr(handshake_state, "dh", counted)
    return computed


class _Errors(logging.Handler):
    """Keeps what was logged as an error, which the loop does with exceptions nobody caught."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.found.append(self.format(record))


def _without(tree: Tree, folder: Path, apart_from: Path | None) -> Tree:
    if apart_from is None:
        return tree
    left_out = str(apart_from.relative_to(folder))
    return {
        name: content
        for name, content in tree.items()
        if name != left_out and not name.startswith(left_out + "/")
    }
