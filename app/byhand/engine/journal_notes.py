"""What is noted of one transfer and not recorded yet; runs that follow each other become one."""

from byhand.domain.journal import EntryOutcome, JournalBatch, PieceRun


class _Growing:
    """A run to which pieces are still added."""

    __slots__ = ("entry", "first", "hashes", "members")

    def __init__(self, run: PieceRun) -> None:
        self.entry = run.entry
        self.first = run.first
        self.hashes = bytearray(run.hashes)
        self.members = bytearray(run.members)

    def add(self, run: PieceRun) -> bool:
        """Add a run that follows; say whether it does."""
        if self.first + len(self.hashes) // 32 != run.first:
            return False
        self.hashes += run.hashes
        self.members += run.members
        return True

    def frozen(self) -> PieceRun:
        return PieceRun(self.entry, self.first, bytes(self.hashes), bytes(self.members))


class JournalNotes:
    """Runs, outcomes and entries to forget, in order; one thread at a time."""

    def __init__(self) -> None:
        self._runs: list[_Growing] = []
        self._last: dict[int, _Growing] = {}
        self._outcomes: dict[int, EntryOutcome] = {}
        self._forgets: dict[int, None] = {}

    def __bool__(self) -> bool:
        return bool(self._runs or self._outcomes or self._forgets)

    def add(self, run: PieceRun) -> None:
        """Add a run, to the last of its entry if it follows that."""
        last = self._last.get(run.entry)
        if last is None or not last.add(run):
            self._last[run.entry] = growing = _Growing(run)
            self._runs.append(growing)

    def add_outcome(self, outcome: EntryOutcome) -> None:
        """Add an outcome, in place of an earlier one of its entry."""
        self._outcomes[outcome.entry] = outcome

    def forget(self, entry: int) -> None:
        """Drop what is noted of the pieces of an entry, and have recorded ones dropped."""
        self._forgets[entry] = None
        if self._last.pop(entry, None) is not None:
            self._runs = [run for run in self._runs if run.entry != entry]

    def take(
        self,
    ) -> tuple[tuple[PieceRun, ...], tuple[EntryOutcome, ...], tuple[int, ...]]:
        """Return runs, outcomes and what to forget, and keep nothing."""
        runs = tuple(run.frozen() for run in self._runs)
        taken = runs, tuple(self._outcomes.values()), tuple(self._forgets)
        self._runs, self._last, self._outcomes, self._forgets = [], {}, {}, {}
        return taken

    def put_back(self, batch: JournalBatch) -> None:
        """Keep a batch that could not be recorded, before what was noted since."""
        runs, outcomes, forgets = self.take()
        for entry in batch.forgets:
            self.forget(entry)
        for run in batch.runs:
            self.add(run)
        for entry in forgets:
            self.forget(entry)
        for run in runs:
            self.add(run)
        for outcome in (*batch.outcomes, *outcomes):
            self.add_outcome(outcome)
