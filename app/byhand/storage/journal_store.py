"""The journals of unfinished transfers: what has arrived or was read, and what is flushed."""

import logging
import time
from collections.abc import Callable, Iterator, Sequence

from byhand.domain.journal import Journal, JournalBatch, PartStamp, PieceRun
from byhand.domain.outcomes import LatestOutcomes
from byhand.domain.piece_runs import RecordedRun, latest_runs
from byhand.domain.transfer import TransferId
from byhand.storage.database import Database
from byhand.storage.journal_batch import DAMAGED, RecordedBatch, decode_batch, encode_batch
from byhand.storage.openings import Opening

logger = logging.getLogger(__name__)

# What is durable is told by one number, however much that is.
_NEXT_SEQ = """
    INSERT INTO journals (
        transfer, last_seq, durable_seq, flush_seq, first_opening, last_opening, recorded_at
    ) SELECT id, ?5, 0, iif(?6, ?5, NULL), ?2, ?2, ?3
    FROM transfers WHERE id = ?1 AND ended_at IS NULL
    ON CONFLICT (transfer) DO UPDATE SET
        last_seq = last_seq + ?5,
        durable_seq = iif(?4, ifnull(flush_seq, last_seq), durable_seq),
        flush_seq = iif(?6, last_seq + ?5, iif(?4, NULL, flush_seq)),
        first_opening = iif(?4 OR durable_seq = last_seq, ?2, first_opening),
        last_opening = ?2, recorded_at = ?3
    RETURNING last_seq
"""


class JournalStore:
    """Records batches, one number a transfer and batch. Raises as the database does."""

    def __init__(
        self,
        database: Database,
        opening: Opening,
        clock_ns: Callable[[], int] = time.time_ns,
    ) -> None:
        """`clock_ns`: Unix nanoseconds."""
        self._database = database
        self._opening = opening
        self._clock_ns = clock_ns

    def record(self, batch: JournalBatch) -> None:
        """Record what has become of one transfer."""
        self.record_many((batch,))

    def record_many(self, batches: Sequence[JournalBatch]) -> None:
        """Record what has become of transfers: all of it or, by an error, none.

        It is flushed if a batch makes something durable, or forgets: what comes in its place
        must not be on the disk before that. The rest may be lost with the power, never the
        older without the newer. Batches of transfers that are not kept as unfinished are dropped.
        """
        is_flushed = any(batch.makes_durable or batch.forgets for batch in batches)
        with self._database.transaction(is_flushed=is_flushed):
            for batch in batches:
                self._record(batch)

    def load(self, transfer_id: TransferId) -> Journal:
        """Return what was recorded of a transfer; of one that has ended, what else is left.

        `was_stopped_well` and `is_same_boot` hold for all openings in which something was
        recorded that is not durable. What cannot be read counts, like all before it, as never
        recorded.
        """
        rows = self._database.rows(
            "SELECT durable_seq, recorded_at, ifnull(min(was_stopped_well), 0),"
            " ifnull(min(boot_id = ?2), 0) FROM journals"
            " LEFT JOIN openings ON number BETWEEN first_opening AND last_opening"
            " WHERE transfer = ?1 GROUP BY transfer",
            transfer_id,
            self._opening.boot_id,
        )
        match rows:
            case [(int(durable_seq), int(recorded_at), int(was_stopped_well), int(is_same_boot))]:
                recorded = _recorded(self._database, transfer_id)
                runs = recorded.runs(durable_seq)
                return Journal(
                    tuple(each.run for each in runs if each.is_durable),
                    tuple(each.run for each in runs if not each.is_durable),
                    recorded.parts(),
                    recorded.outcomes,
                    recorded_at,
                    bool(was_stopped_well),
                    bool(is_same_boot),
                )
        return Journal()

    def forget(self, transfer_id: TransferId) -> None:
        """Forget all that was recorded of a transfer."""
        self._database.run("DELETE FROM journals WHERE transfer = ?", transfer_id)

    def _record(self, batch: JournalBatch) -> None:
        content = encode_batch(batch)
        seq = self._database.value(
            _NEXT_SEQ,
            batch.transfer_id,
            self._opening.number,
            self._clock_ns(),
            batch.makes_durable,
            bool(content),
            batch.begins_flush,
        )
        if seq is not None and content:
            self._database.run(
                "INSERT INTO batches VALUES (?, ?, ?)", batch.transfer_id, seq, content
            )


def end_journal(database: Database, transfer_id: TransferId) -> None:
    """Forget the journal of a transfer that ends, but for what its files came to that have no root.

    Those may be tried again; the others are told of by the roots that the history keeps. Part of
    a transaction of the caller.
    """
    left = _outcomes(database, transfer_id).without_root()
    if not left:
        database.run("DELETE FROM journals WHERE transfer = ?", transfer_id)
        return
    database.run("DELETE FROM batches WHERE transfer = ?", transfer_id)
    content = encode_batch(JournalBatch(transfer_id, outcomes=left))
    database.run("INSERT INTO batches VALUES (?, 0, ?)", transfer_id, content)


class _Recorded:
    """What the batches of a journal come to, put in one after the other, the oldest first."""

    def __init__(self) -> None:
        self._runs: list[tuple[int, PieceRun]] = []
        self._parts: dict[int, PartStamp] = {}
        self.outcomes = LatestOutcomes()
        self._forgotten: dict[int, int] = {}

    def put(self, seq: int, batch: RecordedBatch) -> None:
        self._forgotten |= dict.fromkeys(batch.forgets, seq)
        self._runs += [(seq, run) for run in batch.runs]
        self._parts |= {part.entry: part for part in batch.parts}
        self.outcomes.put(batch.outcomes)

    def runs(self, durable_seq: int) -> tuple[RecordedRun, ...]:
        """Return the last word on each piece that has not been forgotten since."""
        return latest_runs(
            [
                RecordedRun(run, seq <= durable_seq)
                for seq, run in self._runs
                if seq >= self._forgotten.get(run.entry, 0)
            ]
        )

    def parts(self) -> tuple[PartStamp, ...]:
        return tuple(part for _, part in sorted(self._parts.items()))


def _recorded(database: Database, transfer_id: TransferId) -> _Recorded:
    """Return what can be read, and is newer than anything that cannot."""
    recorded = _Recorded()
    for seq, batch in _batches(database, transfer_id):
        if batch is None:
            recorded = _Recorded()
        else:
            recorded.put(seq, batch)
    return recorded


def _outcomes(database: Database, transfer_id: TransferId) -> LatestOutcomes:
    """Return the outcomes of them alone: the rest is not held, of a million files it is much."""
    outcomes = LatestOutcomes()
    for _, batch in _batches(database, transfer_id):
        if batch is None:
            outcomes = LatestOutcomes()
        else:
            outcomes.put(batch.outcomes)
    return outcomes


def _batches(
    database: Database, transfer_id: TransferId
) -> Iterator[tuple[int, RecordedBatch | None]]:
    """Yield what was recorded, the oldest first, with its number; None for what is damaged."""
    for seq, content in database.each(
        "SELECT seq, content FROM batches WHERE transfer = ? ORDER BY seq", transfer_id
    ):
        assert isinstance(seq, int)
        assert isinstance(content, bytes)
        try:
            batch: RecordedBatch | None = decode_batch(content)
        except DAMAGED as exc:
            logger.warning("a journal counts only from where it can be read: %s", exc)
            batch = None
        yield seq, batch
