"""What was accepted of an offer of ours, opened to be sent."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from byhand.domain.codes import Code
from byhand.domain.columns import totals_without
from byhand.domain.journal import Journal, PartStamp
from byhand.domain.manifest import Totals
from byhand.domain.pieces import Packs
from byhand.domain.plan import OutgoingPlan
from byhand.domain.ranges import RangeSet, decode_ranges
from byhand.engine.hash_cache import HashCache
from byhand.engine.offered import Offered
from byhand.engine.recorded import Recorded
from byhand.engine.recorder import Recorder
from byhand.engine.source_pieces import SourcePieces
from byhand.errors import ByhandError
from byhand.service.row import Row
from byhand.service.surroundings import Surroundings, code_of
from byhand.storage.manifest_block import SOURCES
from byhand.storage.manifest_spool import Spool
from byhand.storage.source import SourceEntry


@dataclass(frozen=True, slots=True)
class Opened:
    """What was accepted, ready to be sent: `totals` are those of the chosen entries."""

    sources: Spool[SourceEntry]
    offered: Offered
    pieces: SourcePieces
    recorder: Recorder
    totals: Totals


@dataclass(frozen=True, slots=True)
class NotOpened:
    """What was accepted cannot be read any more."""

    code: Code


async def open_accepted(
    row: Row[OutgoingPlan],
    around: Surroundings,
    sources: Spool[SourceEntry] | None,
    tell: Callable[[object], None],
) -> Opened | NotOpened:
    """Return what was accepted, with what is known of it; `sources` if they are open already.

    `tell` is called by lanes and workers, from their threads.
    """
    assert row.plan.manifest is not None
    try:
        if sources is None:
            path = around.memory.spool_of(row.now)
            sources = await around.disk.run(Spool.open, path, SOURCES, row.plan.manifest)
        journal = await around.memory.load_journal(row.id)
        recorder = around.journal_writer.open(Recorded(row.id, None, _no_stamps, tell))
        cache = around.memory.hashes.cache
        pieces = await around.disk.run(_pieces, sources, tell, recorder, journal, cache)
        totals = await around.disk.run(_leave_out, pieces, row.plan)
    except ByhandError as exc:
        return NotOpened(code_of(exc))
    return Opened(sources, pieces.offered, pieces, recorder, totals)


def left_out(plan: OutgoingPlan, count: int) -> RangeSet:
    """Return the entries of an accepted offer that are not sent: not chosen, or cancelled."""
    chosen = RangeSet([(0, count)])
    if plan.chosen is not None:
        chosen = decode_ranges(plan.chosen, count)
    for start, end in decode_ranges(plan.cancelled, count):
        chosen.subtract(start, end)
    rest = RangeSet([(0, count)])
    for start, end in chosen:
        rest.subtract(start, end)
    return rest


def _pieces(
    sources: Spool[SourceEntry],
    tell: Callable[[object], None],
    recorder: Recorder,
    journal: Journal,
    cache: HashCache,
) -> SourcePieces:
    """Return the readable side of what was offered, on a worker's thread: linear in entries."""
    offered = Offered(sources, sources.columns, Packs(sources.columns))
    return SourcePieces(0, offered, tell, recorder, journal, cache)


def _leave_out(pieces: SourcePieces, plan: OutgoingPlan) -> Totals:
    """Let what is not wanted be passed over; return how much is left."""
    columns = pieces.offered.columns
    rest = left_out(plan, len(columns))
    pieces.leave_out(rest)
    return totals_without(columns, rest)


def _no_stamps(_: Iterable[int]) -> tuple[PartStamp, ...]:
    """Return nothing: what is read is recognised by its stamp in the manifest."""
    return ()
