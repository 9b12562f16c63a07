"""The journal of one running transfer: what is noted, being recorded, and safely on the disk."""

import logging
import threading
from collections.abc import Callable

from msgspec.structs import replace

from byhand.domain.journal import EntryOutcome, JournalBatch, PartStamp, PieceRun
from byhand.domain.pieces import PACK_INDEX
from byhand.engine.journal_notes import JournalNotes
from byhand.engine.recorded import JournalPace, Recorded
from byhand.engine.reports import JournalFailed
from byhand.errors import ByhandError, LocalProtocolError

logger = logging.getLogger(__name__)

NOW = float("-inf")


class Recorder:
    """What lanes and the service note of one transfer; the writer takes batches from it.

    Anybody may read `durable_bytes`: of what was noted here, how much is flushed and recorded.
    """

    def __init__(
        self,
        recorded: Recorded,
        pace: JournalPace,
        clock: Callable[[], float],
        wake: Callable[[], None],
    ) -> None:
        self.durable_bytes = 0
        self._recorded = recorded
        self._pace = pace
        self._clock = clock
        self._wake = wake
        self._changed = threading.Condition()
        self._notes = JournalNotes()
        self._noted_at: float | None = None
        self._noted_bytes = 0
        # Outcomes that speak of data are recorded by the flush that begins after them.
        self._unflushed: list[EntryOutcome] = []
        self._being_flushed: list[EntryOutcome] = []
        self._unflushed_at: float | None = None
        self._flush_mark = self._commit_mark = 0
        self._asked = self._asked_mark = self._settled = 0
        self._is_flushing = self._is_flushed = self._is_recording = False
        self._is_closed = self._is_in_doubt = False
        self._error: ByhandError | None = None

    # For lanes and the service

    @property
    def has_failed(self) -> bool:
        """Say whether nothing is recorded any more, at least until `retry`."""
        return self._error is not None

    @property
    def error(self) -> ByhandError | None:
        """Why nothing is recorded any more; None while it is."""
        return self._error

    @property
    def is_in_doubt(self) -> bool:
        """Say whether what was to be flushed last may be lost."""
        return self._is_in_doubt

    def wrote(self, byte_count: int) -> None:
        """Note data that is written, and recorded later or not at all."""
        with self._changed:
            self._note_data(byte_count)

    def record(self, run: PieceRun, byte_count: int) -> None:
        """Note pieces that were checked and written, and how many bytes were not noted before."""
        with self._changed:
            self._notes.add(run)
            self._note_data(byte_count)

    def outcome(self, outcome: EntryOutcome) -> None:
        """Note what has become of an entry."""
        with self._changed:
            if outcome.root and self._recorded.flush is not None:
                self._unflushed.append(outcome)
                self._note_data(0)
            else:
                self._notes.add_outcome(outcome)
                self._note()

    def forget(self, entry: int) -> None:
        """Note that no piece of an entry counts that was recorded so far."""
        with self._changed:
            self._notes.forget(entry)
            self._note()

    def wait_for_room(self, is_over: threading.Event) -> None:
        """Wait while too much is not flushed; no longer than to `nudge` once `is_over` is set."""
        with self._changed:
            while (
                self._recorded.flush is not None
                and self._noted_bytes - self.durable_bytes > self._pace.room_bytes
                and not (self._error or self._is_closed or is_over.is_set())
            ):
                self._changed.wait()

    def nudge(self) -> None:
        """Let lanes that wait for room look whether they still should."""
        with self._changed:
            self._changed.notify_all()

    def settle(self) -> None:
        """Return once all that was noted before is recorded and, with `flush`, durable.

        Never on the thread that commits. Raises what flushing or committing raised.
        """
        with self._changed:
            self._asked += 1
            mine = self._asked
            self._wake()
            while self._settled < mine and not (self._error or self._is_closed):
                self._changed.wait()
            if self._error is not None:
                raise self._error

    def retry(self) -> None:
        """Try again what could not be recorded.

        Raises the error of a flush: what it was about may be lost, and only what was durable
        before can be trusted; see `resume_arrival`.
        """
        with self._changed:
            if self._is_in_doubt and self._error is not None:
                raise self._error
            self._error = None
            self._wake()

    def close(self) -> None:
        """Record nothing more; waits for what is under way, so never on the committing thread."""
        with self._changed:
            self._is_closed = True
            self._changed.notify_all()
            while self._is_flushing or self._is_recording:
                self._changed.wait()

    # For the writer

    @property
    def is_closed(self) -> bool:
        """Say whether nothing more will come of it."""
        return self._is_closed

    def due_at(self) -> float | None:
        """Return when something is to be recorded; None if nothing is."""
        with self._changed:
            return self._due_at()

    def take(self) -> JournalBatch | None:
        """Return what is due; None if nothing is. `committed` or `failed` must follow."""
        with self._changed:
            due_at = self._due_at()
            if due_at is None or due_at > self._clock():
                return None
            batch = self._batch(begins_flush=not self._is_flushed and self._flush_is_due())
            self._is_recording = True
        try:
            return replace(batch, parts=self._stamps_of(batch))
        except ByhandError as exc:
            self.failed(exc, batch)
            return None

    def committed(self, batch: JournalBatch) -> None:
        """Take note that a batch is recorded."""
        with self._changed:
            self._is_recording = False
            if batch.makes_durable:
                self._is_flushed = False
                self._being_flushed = []
                self.durable_bytes = self._flush_mark
            if batch.makes_durable or self._recorded.flush is None:
                self._settled = self._asked_mark
            self._changed.notify_all()

    def flush(self) -> None:
        """Flush the data; on a thread of its own, after the batch that begins it is recorded."""
        error: ByhandError | None = None
        try:
            if self._recorded.flush is not None:
                self._recorded.flush()
        except ByhandError as exc:
            error = exc
        except Exception as exc:
            logger.exception("a bug in flushing")
            error = LocalProtocolError(str(exc))
        with self._changed:
            self._is_flushing = False
            self._is_flushed = error is None
            self._is_in_doubt = error is not None
            self._changed.notify_all()
        if error is not None:
            self._fail(error)
        self._wake()

    def failed(self, error: ByhandError, batch: JournalBatch) -> None:
        """Keep a batch that could not be recorded, and say so."""
        with self._changed:
            self._is_recording = False
            if batch.begins_flush:
                self._is_flushing = False
                self._unflushed = self._being_flushed + self._unflushed
                self._unflushed_at = self._clock()
            if batch.begins_flush or self._recorded.flush is None:
                self._asked_mark = self._settled
            # Those of a flush that is over stay with it.
            kept = (each for each in batch.outcomes if not (batch.makes_durable and each.root))
            self._notes.put_back(replace(batch, outcomes=tuple(kept)))
            self._note()
        self._fail(error)

    def _fail(self, error: ByhandError) -> None:
        with self._changed:
            is_first = self._error is None and not self._is_closed
            self._error = error
            self._changed.notify_all()
        if is_first:
            self._recorded.tell(JournalFailed(error))

    def _note(self) -> None:
        if self._noted_at is None:
            self._noted_at = self._clock()
            self._wake()

    def _note_data(self, byte_count: int) -> None:
        if self._unflushed_at is None:
            self._unflushed_at = self._clock()
        before, self._noted_bytes = self._noted_bytes, self._noted_bytes + byte_count
        for mark, limit in (
            (self._flush_mark, self._pace.flush_bytes),
            (self._commit_mark, self._pace.commit_bytes),
        ):
            if before - mark < limit <= self._noted_bytes - mark:
                self._wake()
        self._note()

    def _due_at(self) -> float | None:
        if self._is_closed or self._error or self._is_recording:
            return None
        if self._is_flushed or (self._asked > self._asked_mark and not self._is_flushing):
            return NOW
        if self._recorded.flush is None or self._is_flushing or self._unflushed_at is None:
            flush_at = None
        elif self._noted_bytes - self._flush_mark >= self._pace.flush_bytes:
            flush_at = NOW
        else:
            flush_at = self._unflushed_at + self._pace.flush_seconds
        commit_at = None
        if self._notes and self._noted_at is not None:
            is_much = self._noted_bytes - self._commit_mark >= self._pace.commit_bytes
            commit_at = NOW if is_much else self._noted_at + self._pace.commit_seconds
        return min((at for at in (flush_at, commit_at) if at is not None), default=None)

    def _flush_is_due(self) -> bool:
        if self._recorded.flush is None or self._is_flushing:
            return False
        if self._asked > self._asked_mark:
            return True
        if self._unflushed_at is None:
            return False
        is_much = self._noted_bytes - self._flush_mark >= self._pace.flush_bytes
        return is_much or self._unflushed_at + self._pace.flush_seconds <= self._clock()

    def _batch(self, *, begins_flush: bool) -> JournalBatch:
        runs, outcomes, forgets = self._notes.take()
        self._noted_at, self._commit_mark = None, self._noted_bytes
        if self._is_flushed:
            outcomes += tuple(self._being_flushed)
        if begins_flush:
            self._is_flushing = True
            self._flush_mark = self._noted_bytes
            self._unflushed_at = None
            self._being_flushed, self._unflushed = self._unflushed, []
        if begins_flush or self._recorded.flush is None:
            self._asked_mark = self._asked
        return JournalBatch(
            self._recorded.transfer_id,
            runs=runs,
            outcomes=outcomes,
            forgets=forgets,
            begins_flush=begins_flush,
            makes_durable=self._is_flushed,
        )

    def _stamps_of(self, batch: JournalBatch) -> tuple[PartStamp, ...]:
        entries = dict.fromkeys(run.entry for run in batch.runs if run.entry != PACK_INDEX)
        entries |= dict.fromkeys(each.entry for each in batch.outcomes if each.root)
        return self._recorded.stamps(entries) if entries else ()
