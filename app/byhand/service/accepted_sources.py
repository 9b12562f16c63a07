"""What was accepted of an outgoing transfer, opened so that it can be sent."""

import asyncio
from collections.abc import Callable, Coroutine, Iterable

from msgspec import Struct

from byhand.domain.columns import totals_without
from byhand.domain.journal import Journal, PartStamp
from byhand.domain.manifest import Totals
from byhand.domain.pieces import Packs
from byhand.domain.plan import OutgoingPlan, left_out, not_chosen
from byhand.engine.group_source import GroupMember
from byhand.engine.offered import Offered
from byhand.engine.recorded import Recorded
from byhand.engine.recorder import Recorder
from byhand.engine.source_pieces import SourcePieces
from byhand.errors import ByhandError
from byhand.service.row import Row
from byhand.service.surroundings import Reported, Surroundings
from byhand.storage.manifest_block import SOURCES
from byhand.storage.manifest_spool import Spool
from byhand.storage.source import SourceEntry


class Opened(Struct, frozen=True):
    """What was accepted; what is found out of it is reported by `mark`.

    `totals` are those of the chosen entries; `member` is its part in a group.
    """

    mark: object
    plan: OutgoingPlan
    sources: Spool[SourceEntry]
    pieces: SourcePieces
    recorder: Recorder
    totals: Totals
    member: GroupMember | None = None

    def close(self, *, is_over: bool) -> None:
        """Let go of it, on a worker's thread; unless it is over what was read is recorded first.

        Raises StorageError.
        """
        try:
            if not is_over:
                self.recorder.settle()
        finally:
            self.recorder.close()
            self.sources.close()


class NotOpened(Struct, frozen=True):
    """What was accepted by a plan cannot be read any more."""

    plan: OutgoingPlan
    error: ByhandError


class Opening:
    """Opens what was accepted; `put` hears Opened or NotOpened, and Reported of what is open."""

    def __init__(
        self,
        row: Row[OutgoingPlan],
        around: Surroundings,
        put: Callable[[object], None],
        put_from_thread: Callable[[object], None],
    ) -> None:
        self._row = row
        self._around = around
        self._put = put
        self._put_from_thread = put_from_thread
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self, sources: Spool[SourceEntry] | None = None, *, is_fresh: bool = False) -> None:
        """Open it; `sources` are what was counted, if that is open still.

        `is_fresh`: it was accepted just now, and nothing has been read of it.
        """
        self._spawn(self._run(self._row.plan, sources, is_fresh=is_fresh))

    def is_meant(self, event: Opened | NotOpened) -> bool:
        """Say whether it is about the manifest that is accepted now."""
        plan = self._row.plan
        return plan.is_accepted and event.plan.manifest is plan.manifest

    def close(self, opened: Opened, *, is_over: bool) -> None:
        """Let go of it; unless it is over what was read is recorded first."""
        if opened.member is not None:
            self._around.group_sends.ended(self._row.id, opened.member, is_whole=False)
            opened.member.source.remove(opened.member)
        self._spawn(self._around.disk.run(opened.close, is_over=is_over))

    async def settle(self) -> None:
        """Return once nothing is being opened or closed."""
        if self._tasks:
            await asyncio.wait(self._tasks)

    def _spawn(self, work: Coroutine[None, None, None]) -> None:
        task = self._around.spawn(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _run(
        self, plan: OutgoingPlan, sources: Spool[SourceEntry] | None, *, is_fresh: bool
    ) -> None:
        try:
            if sources is None:
                assert plan.manifest is not None
                path = self._around.memory.spool_of(self._row.now)
                sources = await self._around.disk.run(Spool.open, path, SOURCES, plan.manifest)
            journal = Journal()
            if not is_fresh:
                journal = await self._around.memory.load_journal(self._row.id)
            self._put(await self._around.disk.run(self._opened, plan, sources, journal))
        except ByhandError as exc:
            if sources is not None:
                sources.close()
            self._put(NotOpened(plan, exc))

    def _opened(self, plan: OutgoingPlan, sources: Spool[SourceEntry], journal: Journal) -> Opened:
        """Put it together, on a worker's thread: it is linear in entries."""
        mark, columns = object(), sources.columns
        unwanted = left_out(plan, len(columns))
        totals = totals_without(columns, not_chosen(plan, len(columns)))

        def tell(report: object) -> None:
            self._put_from_thread(Reported(mark, report))

        recorder = self._around.journal_writer.open(Recorded(self._row.id, None, _no_stamps, tell))
        cache = self._around.memory.hashes.cache
        offered = Offered(sources, columns, Packs(columns), may_change=not plan.again)
        group_sends = self._around.group_sends
        member = group_sends.take_part(self._row.id, plan, offered, journal, recorder, tell)
        if member is None:
            pieces = SourcePieces(0, offered, tell, recorder, journal, cache)
        else:
            pieces = member.make_pieces(offered, cache)
        pieces.leave_out(unwanted)
        return Opened(mark, plan, sources, pieces, recorder, totals, member)


def _no_stamps(_: Iterable[int]) -> tuple[PartStamp, ...]:
    """Return nothing: what is read is recognised by its stamp in the manifest."""
    return ()
