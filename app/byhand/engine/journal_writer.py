"""The thread that has the journals of all transfers recorded, and their data flushed before."""

import logging
import threading
from collections.abc import Callable
from time import monotonic

from byhand.domain.journal import JournalBatch
from byhand.engine.recorded import JournalPace, Recorded
from byhand.engine.recorder import Recorder
from byhand.errors import ByhandError, LocalProtocolError

logger = logging.getLogger(__name__)

Commit = Callable[[tuple[JournalBatch, ...]], None]


def _in_a_thread(flush: Callable[[], None]) -> None:
    threading.Thread(target=flush, name="journal-flush", daemon=True).start()


class JournalWriter:
    """Records what recorders hold, several transfers at once; raises nothing, recorders tell.

    `commit` returns once the batches are in the database and raises ByhandError. A flush runs
    beside the thread, so that recording goes on. `run_flush` and `clock` are for tests.
    """

    def __init__(
        self,
        commit: Commit,
        pace: JournalPace | None = None,
        clock: Callable[[], float] = monotonic,
        run_flush: Callable[[Callable[[], None]], None] = _in_a_thread,
    ) -> None:
        self._commit = commit
        self._pace = pace or JournalPace()
        self._clock = clock
        self._run_flush = run_flush
        self._recorders: list[Recorder] = []
        self._lock = threading.Lock()
        self._woken = threading.Event()
        self._is_over = False
        self._thread = threading.Thread(target=self._run, name="journal-writer", daemon=True)

    def start(self) -> None:
        """Start the thread."""
        self._thread.start()

    def close(self) -> None:
        """End the thread; recorders are to be settled and closed before."""
        self._is_over = True
        self._woken.set()
        self._thread.join()

    def open(self, recorded: Recorded) -> Recorder:
        """Return the recorder of a transfer; it is let go of once it is closed."""
        recorder = Recorder(recorded, self._pace, self._clock, self._woken.set)
        with self._lock:
            self._recorders.append(recorder)
        return recorder

    def work(self) -> float | None:
        """Record what is due; return when something will be, on the clock, None if nothing is."""
        with self._lock:
            self._recorders = [each for each in self._recorders if not each.is_closed]
            recorders = self._recorders.copy()
        taken = [(each, batch) for each in recorders if (batch := each.take()) is not None]
        if taken:
            self._record(taken)
        return min((at for each in recorders if (at := each.due_at()) is not None), default=None)

    def _record(self, taken: list[tuple[Recorder, JournalBatch]]) -> None:
        error: ByhandError | None = None
        try:
            self._commit(tuple(batch for _, batch in taken))
        except ByhandError as exc:
            error = exc
        except Exception as exc:
            logger.exception("a bug in recording")
            error = LocalProtocolError(str(exc))
        for recorder, batch in taken:
            if error is not None:
                recorder.failed(error, batch)
                continue
            recorder.committed(batch)
            if batch.begins_flush:
                self._run_flush(recorder.flush)

    def _run(self) -> None:
        while not self._is_over:
            self._woken.clear()
            next_at = self.work()
            self._woken.wait(None if next_at is None else max(0.0, next_at - self._clock()))
