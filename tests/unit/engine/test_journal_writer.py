"""Recording by the clock: no thread, no waiting, every step by hand."""

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from byhand.domain.codes import Code
from byhand.domain.journal import EntryOutcome, JournalBatch, PartStamp, PieceRun
from byhand.domain.pieces import PACK_INDEX
from byhand.domain.transfer import EntryState, TransferId
from byhand.engine.journal_writer import JournalWriter
from byhand.engine.recorded import JournalPace, Recorded
from byhand.engine.recorder import Recorder
from byhand.engine.reports import JournalFailed
from byhand.errors import DiskFullError, StorageError
from tests.helpers.clock import Clock
from tests.helpers.memory_journal import MemoryJournal

PACE = JournalPace(
    commit_seconds=0.25, commit_bytes=500, flush_seconds=2.0, flush_bytes=1000, room_bytes=2000
)
ID = TransferId(bytes(16))
FULL = DiskFullError(Path("profile"))
BROKEN = StorageError(Path("disk"), "broken")


def hashes(*numbers: int) -> bytes:
    return b"".join(bytes([number]) * 32 for number in numbers)


@dataclass
class Bench:
    """A writer without a thread, one recorder, and what each of them did, in order."""

    flushes_at_once: bool = True
    has_flush: bool = True
    clock: Clock = field(default_factory=Clock)
    journal: MemoryJournal = field(default_factory=MemoryJournal)
    steps: list[str] = field(default_factory=list)
    told: list[JournalFailed] = field(default_factory=list)
    flush_error: StorageError | None = None
    waiting: list[Callable[[], None]] = field(default_factory=list)

    def __post_init__(self) -> None:
        run = (lambda flush: flush()) if self.flushes_at_once else self.waiting.append
        self.writer = JournalWriter(self._commit, PACE, self.clock, run)
        flush = self._flush if self.has_flush else None
        self.recorder = self.writer.open(Recorded(ID, flush, self._stamps, self.told.append))

    def work_after(self, seconds: float) -> None:
        self.clock.now += seconds
        self.writer.work()

    def _commit(self, batches: tuple[JournalBatch, ...]) -> None:
        self.steps.append("commit")
        self.journal.commit(batches)

    def _flush(self) -> None:
        self.steps.append("flush")
        if self.flush_error is not None:
            raise self.flush_error

    def _stamps(self, entries: Iterable[int]) -> tuple[PartStamp, ...]:
        return tuple(PartStamp(entry, 1, 2, 3, 4, 5) for entry in entries)


@pytest.fixture
def bench() -> Bench:
    return Bench()


def test_what_is_noted_is_recorded_after_a_quarter_of_a_second_and_not_before(
    bench: Bench,
) -> None:
    bench.recorder.record(PieceRun(0, 0, hashes(1)), 100)
    bench.work_after(0.2)
    assert bench.steps == []
    bench.work_after(0.05)
    assert bench.steps == ["commit"]
    assert bench.journal.journal().other_runs == (PieceRun(0, 0, hashes(1)),)
    assert bench.journal.journal().parts == (PartStamp(0, 1, 2, 3, 4, 5),)


def test_much_is_recorded_at_once(bench: Bench) -> None:
    bench.recorder.record(PieceRun(0, 0, hashes(1)), 499)
    bench.work_after(0)
    assert bench.steps == []
    bench.recorder.record(PieceRun(0, 1, hashes(2)), 1)
    bench.work_after(0)
    assert bench.steps == ["commit"]
    bench.recorder.record(PieceRun(0, 2, hashes(3)), 499)
    bench.work_after(0)
    assert bench.steps == ["commit"]


def test_runs_that_follow_each_other_are_recorded_as_one(bench: Bench) -> None:
    for entry, piece in ((0, 0), (7, 5), (0, 1), (0, 3), (7, 6), (PACK_INDEX, 2), (0, 4)):
        members = hashes(piece, piece) if entry == PACK_INDEX else b""
        bench.recorder.record(PieceRun(entry, piece, hashes(piece), members), 1)
    bench.work_after(1)
    (batch,) = bench.journal.batches
    assert batch.runs == (
        PieceRun(0, 0, hashes(0, 1)),
        PieceRun(7, 5, hashes(5, 6)),
        PieceRun(0, 3, hashes(3, 4)),
        PieceRun(PACK_INDEX, 2, hashes(2), hashes(2, 2)),
    )


def test_after_two_seconds_the_data_is_flushed_between_two_commits(bench: Bench) -> None:
    bench.recorder.record(PieceRun(0, 0, hashes(1)), 100)
    bench.work_after(2)
    bench.writer.work()
    assert bench.steps == ["commit", "flush", "commit"]
    assert bench.journal.journal().durable_runs == (PieceRun(0, 0, hashes(1)),)
    assert bench.recorder.durable_bytes == 100
    bench.work_after(100)
    assert len(bench.steps) == 3


def test_much_data_is_flushed_at_once(bench: Bench) -> None:
    bench.recorder.record(PieceRun(0, 0, hashes(1)), 999)
    bench.work_after(0.25)
    assert bench.steps == ["commit"]
    bench.recorder.wrote(1)
    bench.writer.work()
    assert bench.steps == ["commit", "commit", "flush"]


def test_what_is_noted_while_a_flush_runs_is_recorded_meanwhile_and_not_durable_by_it() -> None:
    bench = Bench(flushes_at_once=False)
    bench.recorder.record(PieceRun(0, 0, hashes(1)), 100)
    bench.work_after(2)
    bench.recorder.record(PieceRun(0, 1, hashes(2)), 100)
    bench.work_after(0.25)
    assert bench.journal.journal().other_runs == (
        PieceRun(0, 0, hashes(1)),
        PieceRun(0, 1, hashes(2)),
    )
    bench.waiting.pop()()
    bench.recorder.record(PieceRun(0, 2, hashes(3)), 100)
    bench.writer.work()
    journal = bench.journal.journal()
    assert journal.durable_runs == (PieceRun(0, 0, hashes(1)),)
    assert bench.recorder.durable_bytes == 100
    bench.work_after(2)
    bench.waiting.pop()()
    bench.writer.work()
    assert len(bench.journal.journal().durable_runs) == 3


def test_an_outcome_with_a_root_is_recorded_only_once_its_data_is_flushed() -> None:
    bench = Bench(flushes_at_once=False)
    done = EntryOutcome(0, EntryState.DONE, root=hashes(9))
    late = EntryOutcome(1, EntryState.DONE, root=hashes(8))
    failed = EntryOutcome(2, EntryState.FAILED, Code.SOURCE_GONE)
    bench.recorder.outcome(done)
    bench.recorder.outcome(failed)
    bench.work_after(0.25)
    assert bench.journal.journal().outcomes == (failed,)
    bench.work_after(2)
    bench.recorder.outcome(late)
    bench.waiting.pop()()
    bench.writer.work()
    assert bench.journal.journal().outcomes == (failed, done)


def test_what_is_forgotten_is_dropped_before_what_is_noted_later(bench: Bench) -> None:
    bench.recorder.record(PieceRun(0, 0, hashes(1)), 1)
    bench.work_after(1)
    bench.recorder.record(PieceRun(0, 1, hashes(2)), 1)
    bench.recorder.record(PieceRun(1, 0, hashes(3)), 1)
    bench.recorder.forget(0)
    bench.recorder.record(PieceRun(0, 5, hashes(4)), 1)
    bench.work_after(0.25)
    assert bench.journal.journal().other_runs == (
        PieceRun(1, 0, hashes(3)),
        PieceRun(0, 5, hashes(4)),
    )


def test_a_commit_that_fails_is_told_once_and_nothing_is_lost_by_it(bench: Bench) -> None:
    bench.journal.error = FULL
    bench.recorder.record(PieceRun(0, 0, hashes(1)), 100)
    bench.work_after(0.25)
    bench.work_after(10)
    assert bench.told == [JournalFailed(FULL)]
    assert bench.recorder.has_failed
    bench.recorder.forget(1)
    bench.recorder.record(PieceRun(0, 1, hashes(2)), 100)
    bench.journal.error = None
    bench.recorder.retry()
    bench.work_after(2)
    bench.writer.work()
    assert bench.journal.journal().durable_runs == (PieceRun(0, 0, hashes(1, 2)),)
    assert bench.recorder.durable_bytes == 200


@pytest.mark.parametrize("at", [1, 2])
def test_a_commit_around_a_flush_that_fails_may_be_tried_again(bench: Bench, at: int) -> None:
    outcome = EntryOutcome(0, EntryState.DONE, root=hashes(9))
    bench.recorder.record(PieceRun(0, 0, hashes(1)), 100)
    bench.recorder.outcome(outcome)
    bench.journal.error = FULL if at == 1 else None
    bench.work_after(2)
    bench.journal.error = FULL
    bench.writer.work()
    assert bench.recorder.durable_bytes == 0
    bench.journal.error = None
    bench.recorder.retry()
    for _ in range(3):
        bench.work_after(2)
    assert bench.journal.journal().outcomes == (outcome,)
    assert bench.journal.journal().durable_runs == (PieceRun(0, 0, hashes(1)),)
    assert bench.recorder.durable_bytes == 100


def test_a_flush_that_fails_is_told_and_never_taken_for_done(bench: Bench) -> None:
    bench.flush_error = BROKEN
    bench.recorder.record(PieceRun(0, 0, hashes(1)), 100)
    bench.work_after(2)
    bench.work_after(10)
    assert bench.told == [JournalFailed(BROKEN)]
    assert bench.journal.journal().durable_runs == ()
    with pytest.raises(StorageError, match="broken"):
        bench.recorder.retry()
    with pytest.raises(StorageError, match="broken"):
        bench.recorder.settle()
    bench.recorder.wait_for_room(threading.Event())


def test_without_flush_everything_is_only_recorded() -> None:
    bench = Bench(has_flush=False)
    outcome = EntryOutcome(0, EntryState.DONE, root=hashes(9))
    bench.recorder.record(PieceRun(0, 0, hashes(1)), 10**6)
    bench.recorder.outcome(outcome)
    bench.recorder.wait_for_room(threading.Event())
    bench.work_after(0.25)
    assert bench.journal.journal().outcomes == (outcome,)
    bench.work_after(100)
    assert bench.steps == ["commit"]


def test_several_transfers_are_recorded_by_one_commit() -> None:
    batches: list[tuple[JournalBatch, ...]] = []
    clock = Clock()
    writer = JournalWriter(batches.append, PACE, clock)
    ids = [TransferId(bytes([number]) * 16) for number in range(3)]
    for each in ids:
        recorder = writer.open(Recorded(each, None, lambda _: (), lambda _: None))
        recorder.record(PieceRun(0, 0, hashes(1)), 1)
    clock.now += 1
    writer.work()
    assert [[batch.transfer_id for batch in each] for each in batches] == [ids]


# With the thread


@dataclass
class Live:
    """A writer with its thread; flushing waits until it is let."""

    journal: MemoryJournal = field(default_factory=MemoryJournal)
    may_flush: threading.Event = field(default_factory=threading.Event)
    flushing: threading.Event = field(default_factory=threading.Event)
    told: list[JournalFailed] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.writer = JournalWriter(self.journal.commit, PACE)
        self.writer.start()

    def open(self) -> Recorder:
        return self.writer.open(Recorded(ID, self._flush, lambda _: (), self.told.append))

    def _flush(self) -> None:
        self.flushing.set()
        assert self.may_flush.wait(60)


def in_thread(work: Callable[[], None]) -> threading.Thread:
    thread = threading.Thread(target=work)
    thread.start()
    return thread


def ended(thread: threading.Thread) -> bool:
    thread.join(60)
    return not thread.is_alive()


def test_settling_returns_once_everything_is_durable() -> None:
    live = Live()
    recorder = live.open()
    recorder.record(PieceRun(0, 0, hashes(1)), 100)
    settling = in_thread(recorder.settle)
    assert live.flushing.wait(60)
    assert settling.is_alive()
    assert live.journal.journal().durable_runs == ()
    live.may_flush.set()
    assert ended(settling)
    assert live.journal.journal().durable_runs == (PieceRun(0, 0, hashes(1)),)
    recorder.settle()  # with nothing to do
    recorder.close()
    live.writer.close()


def test_a_lane_waits_while_too_much_is_unflushed_and_goes_on_after_the_flush() -> None:
    live = Live()
    recorder = live.open()
    recorder.wrote(PACE.room_bytes + 1)
    waiting = in_thread(lambda: recorder.wait_for_room(threading.Event()))
    assert live.flushing.wait(60)
    assert waiting.is_alive()
    live.may_flush.set()
    assert ended(waiting)
    recorder.close()
    live.writer.close()


def test_a_lane_that_waits_goes_on_when_it_is_over_and_when_the_journal_fails() -> None:
    live = Live()
    recorder = live.open()
    recorder.wrote(PACE.room_bytes + 1)
    is_over = threading.Event()
    waiting = in_thread(lambda: recorder.wait_for_room(is_over))
    assert live.flushing.wait(60)
    is_over.set()
    recorder.nudge()
    assert ended(waiting)
    waiting = in_thread(lambda: recorder.wait_for_room(threading.Event()))
    live.journal.error = FULL
    recorder.forget(0)
    live.may_flush.set()
    assert ended(waiting)
    assert live.told == [JournalFailed(FULL)]
    recorder.close()
    live.writer.close()


def test_closing_waits_for_a_flush_under_way() -> None:
    live = Live()
    recorder = live.open()
    recorder.wrote(PACE.room_bytes + 1)
    assert live.flushing.wait(60)
    closing = in_thread(recorder.close)
    recorder.wait_for_room(threading.Event())
    assert closing.is_alive()
    live.may_flush.set()
    assert ended(closing)
    live.writer.close()


def test_batches_that_failed_come_before_what_was_noted_since() -> None:
    bench = Bench()
    bench.journal.error = FULL
    bench.recorder.record(PieceRun(0, 0, hashes(1)), 1)
    bench.recorder.record(PieceRun(1, 0, hashes(1)), 1)
    bench.recorder.outcome(EntryOutcome(3, EntryState.FAILED))
    bench.work_after(0.25)
    bench.recorder.forget(0)
    bench.recorder.record(PieceRun(0, 1, hashes(2)), 1)
    bench.recorder.outcome(EntryOutcome(3, EntryState.CANCELLED))
    bench.journal.error = None
    bench.recorder.retry()
    bench.work_after(0.25)
    found = bench.journal.journal()
    assert set(found.other_runs) == {PieceRun(1, 0, hashes(1)), PieceRun(0, 1, hashes(2))}
    assert found.outcomes == (EntryOutcome(3, EntryState.CANCELLED),)
