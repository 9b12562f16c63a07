"""Which recorded pieces of a part file that was left are really there."""

from collections.abc import Iterable

from msgspec import Struct

from byhand.domain.journal import Journal, PieceRun
from byhand.domain.ranges import RangeSet
from byhand.engine.piece_hashes import PieceHashes
from byhand.engine.rereading import Rereading
from byhand.engine.trust import Trust


class RecordedRun(Struct, frozen=True):
    """A run of a journal, and whether it was flushed before the stop."""

    run: PieceRun
    is_durable: bool


def runs_by_entry(journal: Journal) -> dict[int, list[RecordedRun]]:
    """Return all runs of a journal by entry, those that were flushed first."""
    found: dict[int, list[RecordedRun]] = {}
    for runs, is_durable in ((journal.durable_runs, True), (journal.other_runs, False)):
        for run in runs:
            found.setdefault(run.entry, []).append(RecordedRun(run, is_durable))
    return found


class PresentPieces:
    """Gathers the pieces of one file that are there; `is_less` if not all that were recorded."""

    def __init__(self, piece_count: int) -> None:
        self.is_less = False
        self._count = piece_count
        self._hashes = PieceHashes(piece_count)
        self._present = RangeSet()
        self._disputed = RangeSet()

    def gather(
        self, runs: Iterable[RecordedRun], believes: bool, trust: Trust, rereading: Rereading
    ) -> None:
        """Take recorded runs as far as they are believed, or prove true when read again."""
        for recorded in runs:
            run = recorded.run
            if run.first + run.count > self._count:
                self.is_less = True
                continue
            good = RangeSet([(run.first, run.first + run.count)])
            is_believed = believes or (trust.is_by_flush and recorded.is_durable)
            if trust.is_in_doubt and not recorded.is_durable:
                good = RangeSet()
            elif not is_believed:
                good = rereading.good_pieces(run.entry, run.first, run.hashes)
            self.is_less = self.is_less or good.count() < run.count
            self._add(run, good)

    def runs(self) -> list[tuple[int, bytes]]:
        """Return what is there: (first piece, hashes)."""
        for start, end in self._disputed:
            self._present.subtract(start, end)
        return [(start, self._hashes.run(start, end)) for start, end in self._present]

    def _add(self, run: PieceRun, good: RangeSet) -> None:
        for start, end in good:
            part = run.hashes[32 * (start - run.first) : 32 * (end - run.first)]
            for known_start, known_end in self._present.within(start, end):
                self._dispute(known_start, known_end, run)
            self._hashes.put(start, part)
            self._present.add(start, end)

    def _dispute(self, start: int, end: int, run: PieceRun) -> None:
        """Believe neither of two hashes of one piece."""
        for piece in range(start, end):
            place = 32 * (piece - run.first)
            if self._hashes.get(piece) != run.hashes[place : place + 32]:
                self._disputed.add(piece, piece + 1)
                self.is_less = True
