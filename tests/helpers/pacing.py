"""Pacers for tests: time that passes by itself when a lane waits, or that stands still."""

import queue
import threading

from byhand.engine.bandwidth import Pacer
from tests.helpers.clock import Clock

HANG_SECONDS = 20.0


class Leaping(Clock):
    """A clock that leaps over every wait of its one lane: nobody really waits."""

    def pacer(self) -> Pacer:
        return Pacer(self._leap)

    def _leap(self, is_woken: threading.Event, seconds: float) -> None:
        if not is_woken.is_set():
            self.now += seconds


class Still(Clock):
    """A clock that stands still: who waits does so until somebody wakes it.

    `waits` tells how long a lane was going to wait, as it begins to.
    """

    def __init__(self) -> None:
        super().__init__()
        self.waits: queue.SimpleQueue[float] = queue.SimpleQueue()

    def pacer(self) -> Pacer:
        return Pacer(self._stay)

    def until_somebody_waits(self) -> float:
        return self.waits.get(timeout=HANG_SECONDS)

    def _stay(self, is_woken: threading.Event, seconds: float) -> None:
        self.waits.put(seconds)
        assert is_woken.wait(HANG_SECONDS), "nobody woke a lane that waits"
