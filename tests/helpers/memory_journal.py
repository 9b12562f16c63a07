"""A journal that is kept in memory by the same rules as in the database."""

import random
import threading
from dataclasses import dataclass, field

from msgspec.structs import replace

from byhand.domain.journal import EntryOutcome, Journal, JournalBatch, PartStamp, PieceRun
from byhand.domain.transfer import EntryState
from byhand.errors import ByhandError

NOT_DURABLE, BEING_FLUSHED, DURABLE = range(3)


@dataclass
class MemoryJournal:
    """What was recorded of one transfer; `error` is raised instead of recording."""

    batches: list[JournalBatch] = field(default_factory=list)
    error: ByhandError | None = None
    recorded_at: int = 0
    _runs: list[tuple[PieceRun, int]] = field(default_factory=list)
    _parts: dict[int, PartStamp] = field(default_factory=dict)
    _outcomes: dict[int, EntryOutcome] = field(default_factory=dict)
    _is_flushing: bool = False
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def commit(self, batches: tuple[JournalBatch, ...]) -> None:
        """Record batches of one transfer."""
        if self.error is not None:
            raise self.error
        with self._lock:
            for batch in batches:
                self.batches.append(batch)
                self._apply(batch)

    def journal(self, **stop: object) -> Journal:
        """Return what would be loaded; `stop` says how the program ended."""
        with self._lock:
            found = Journal(
                durable_runs=tuple(run for run, state in self._runs if state == DURABLE),
                other_runs=tuple(run for run, state in self._runs if state != DURABLE),
                parts=tuple(self._parts.values()),
                outcomes=tuple(self._outcomes.values()),
                recorded_at=self.recorded_at,
            )
        return replace(found, **stop)

    def lose(self, chance: random.Random) -> None:
        """Let the power fail: the last batches may be gone, but none before a flushed one."""
        with self._lock:
            flushed = [
                number
                for number, batch in enumerate(self.batches, 1)
                if batch.makes_durable or batch.forgets
            ]
            kept = self.batches[: chance.randint(max(flushed, default=0), len(self.batches))]
            self.batches, self._runs, self._parts, self._outcomes = [], [], {}, {}
            self._is_flushing = False
            for batch in kept:
                self.batches.append(batch)
                self._apply(batch)

    def _apply(self, batch: JournalBatch) -> None:
        if batch.makes_durable:
            self._mark(BEING_FLUSHED if self._is_flushing else NOT_DURABLE, DURABLE)
            self._is_flushing = False
        self._runs = [each for each in self._runs if each[0].entry not in batch.forgets]
        self._runs += [(run, NOT_DURABLE) for run in batch.runs]
        if batch.begins_flush:
            self._mark(NOT_DURABLE, BEING_FLUSHED)
            self._is_flushing = True
        self._parts |= {part.entry: part for part in batch.parts}
        for outcome in batch.outcomes:
            self._outcomes.pop(outcome.entry, None)
            if outcome.state is not EntryState.WAITING:
                self._outcomes[outcome.entry] = outcome

    def _mark(self, before: int, after: int) -> None:
        self._runs = [(run, after if state == before else state) for run, state in self._runs]
