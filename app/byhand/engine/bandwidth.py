"""Limits on how fast bytes go: a bucket for all, one a friend below it, one a transfer below that.

A bucket holds 100 ms of its limit. Who finds it in debt waits until that is paid; who does not may
go on, and pays for the whole frame: a bucket owes one frame at most to each lane. Of those who
wait for the same bucket the one that has been served least goes first: friends are equal below
the bucket of all, transfers below that of their friend, however many lanes and frames they have.
"""

import threading
from collections.abc import Callable
from math import inf
from time import monotonic
from weakref import WeakSet

BUCKET_SECONDS = 0.1
PATIENCE_SECONDS = 0.05
"""How long the others wait for one whose turn it is, and who does not come."""
MOMENT_SECONDS = 0.001
"""Less than this is not worth a wait: it is owed, and paid with the next frame."""

Wait = Callable[[threading.Event, float], object]
"""Waits so many seconds for an event, and no longer."""


class Pacer:
    """Holds the thread of one lane back as limits ask for; any other thread may wake it."""

    def __init__(self, wait: Wait = threading.Event.wait) -> None:
        self.allowed_at = -inf
        self._is_woken = threading.Event()
        self._wait = wait

    def seconds_to_turn(self, bucket: "Bucket") -> float:
        """Return how long to wait and then ask again, 0 to go on now and `charge` what went."""
        return 0.0 if bucket.rate is None else bucket.ask(self)

    def charge(self, bucket: "Bucket", byte_count: int) -> None:
        """Take note of what goes: every limit that held when it was allowed is owed it."""
        if bucket.rate is not None:
            bucket.charge(byte_count, self.allowed_at)

    def wait(self, seconds: float) -> None:
        """Return after some seconds, or as soon as somebody wakes this lane."""
        self._wait(self._is_woken, seconds)
        self._is_woken.clear()

    def wake(self) -> None:
        """End the wait, or the next one."""
        self._is_woken.set()


class Bucket:
    """One limit, and all limits above it; any thread may use it.

    `rate` is the lowest of them in bytes a second, None without any: only then nobody needs to
    ask. A new bucket has no limit of its own.
    """

    def __init__(
        self, above: "Bucket | None" = None, *, clock: Callable[[], float] = monotonic
    ) -> None:
        """`clock` in seconds; a bucket below another one goes by that one's."""
        self.rate: int | None = None
        self._above = above
        self._below: set[Bucket] = set()
        self._tree: _Tree = _Tree(clock) if above is None else above._tree
        self._path: tuple[Bucket, ...] = (self, *(above._path if above is not None else ()))
        self._limit: int | None = None
        self._limited_at = -inf
        self._paid_at = -inf
        # When somebody who waits for this very bucket will ask again.
        self._due_at = -inf
        # Bytes that went; and as many had gone for the one below that was let go last.
        self._served = 0.0
        self._reached = 0.0
        if above is not None:
            with self._tree.lock:
                above._below.add(self)
                self._inherit(above.rate)

    def limit(self, rate: int | None) -> None:
        """Set the limit in bytes a second, or lift it; whoever waits is woken.

        What is owed under another limit is forgiven: large frames at a high one would stop
        everything for minutes at a low one.
        """
        with self._tree.lock:
            if rate == self._limit:
                return
            self._limit = rate
            self._limited_at = self._paid_at = self._tree.clock()
            self._inherit(None if self._above is None else self._above.rate)
            self._tree.wake_all()

    def close(self) -> None:
        """Take the bucket out of what is above it; whoever waits for it is woken."""
        with self._tree.lock:
            if self._above is not None:
                self._above._below.discard(self)
            self._path, self._above, self._limit = (self,), None, None
            self._inherit(None)
            self._tree.wake_all()

    def wake(self) -> None:
        """Let whoever waits look whether it still has to."""
        with self._tree.lock:
            self._tree.wake_all()

    def ask(self, pacer: Pacer) -> float:
        """Return as `Pacer.seconds_to_turn` does; who has to wait is in the queue from now on."""
        with self._tree.lock:
            now = self._tree.clock()
            for each in self._path:
                each._join()
            wait = max(each._debt_seconds(now) for each in self._path)
            if wait < MOMENT_SECONDS and not self._is_outranked(now):
                self._go(pacer, now)
                return 0.0
            self._due_at = now + wait
            self._tree.waiting.add(pacer)
            if wait >= MOMENT_SECONDS:
                return wait
            self._tree.outranked.add(pacer)
            return PATIENCE_SECONDS

    def charge(self, byte_count: int, allowed_at: float) -> None:
        """Owe some bytes to every limit that has held since they were allowed."""
        with self._tree.lock:
            now = self._tree.clock()
            for each in self._path:
                each._served += byte_count
                if each._limit is not None and each._limited_at <= allowed_at:
                    paid_at = max(each._paid_at, now - BUCKET_SECONDS)
                    each._paid_at = paid_at + byte_count / each._limit
            self._tree.wake_outranked()

    def _inherit(self, rate: int | None) -> None:
        """Take over the lowest limit above, and pass on the lowest there is now."""
        limits = [each for each in (rate, self._limit) if each is not None]
        self.rate = min(limits, default=None)
        for below in self._below:
            below._inherit(self.rate)

    def _debt_seconds(self, now: float) -> float:
        return 0.0 if self._limit is None else max(0.0, self._paid_at - now)

    def _join(self) -> None:
        """Give nothing for the time in which nobody asked: others need not make up for it."""
        if self._above is not None:
            self._served = max(self._served, self._above._reached)

    def _go(self, pacer: Pacer, now: float) -> None:
        self._due_at = -inf
        pacer.allowed_at = now
        self._tree.waiting.discard(pacer)
        self._tree.outranked.discard(pacer)
        for each in self._path:
            if each._above is not None:
                each._above._reached = max(each._above._reached, each._served)

    def _is_outranked(self, now: float) -> bool:
        """Say whether somebody who was served less waits for the same limit and is due now."""
        return any(
            rival._served < each._served and rival._is_due(now)
            for each in self._path
            if each._above is not None and each._above.rate is not None
            for rival in each._above._below
        )

    def _is_due(self, now: float) -> bool:
        """Say whether somebody should be here by now who waited for this bucket, or below it."""
        is_due = self._due_at - MOMENT_SECONDS < now <= self._due_at + PATIENCE_SECONDS
        return is_due or any(below._is_due(now) for below in self._below)


class _Tree:
    """What all buckets below one share."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self.clock = clock
        self.lock = threading.Lock()
        self.waiting: WeakSet[Pacer] = WeakSet()
        # Those who wait only for others to go first.
        self.outranked: WeakSet[Pacer] = WeakSet()

    def wake_all(self) -> None:
        for pacer in self.waiting:
            pacer.wake()
        self.waiting.clear()
        self.outranked.clear()

    def wake_outranked(self) -> None:
        for pacer in self.outranked:
            pacer.wake()
        self.outranked.clear()
