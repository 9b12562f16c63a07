"""The first half of an outgoing transfer: counting what is sent, and offering it."""

import asyncio
import os
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from byhand.domain.codes import Code
from byhand.domain.columns import totals_without
from byhand.domain.journal import Journal, PartStamp
from byhand.domain.manifest import Totals
from byhand.domain.pieces import Packs
from byhand.domain.plan import OutgoingPlan
from byhand.domain.ranges import RangeSet, decode_ranges
from byhand.domain.transfer import FileProblem, TransferState
from byhand.engine.offered import Offered
from byhand.engine.recorded import Recorded
from byhand.engine.recorder import Recorder
from byhand.engine.source_pieces import SourcePieces
from byhand.errors import ByhandError, RemoteProtocolError
from byhand.protocol.codec import batches
from byhand.protocol.messages import Answer, Entries, EntriesEnd, EntryRow, Offer, Withdraw
from byhand.service.counting import AllCounted, Counted, NotCounted, ToCount, count_all
from byhand.service.friend_session import FriendSession
from byhand.service.row import Row
from byhand.service.surroundings import Surroundings, code_of
from byhand.storage.manifest_block import SOURCES
from byhand.storage.manifest_spool import Spool
from byhand.storage.source import SourceEntry

TOLD_AT_ONCE = 2_000
"""How many entries are encoded before others get their turn."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What was accepted, ready to be sent: `totals` are those of the chosen entries."""

    offered: Offered
    pieces: SourcePieces
    recorder: Recorder
    totals: Totals


@dataclass(frozen=True, slots=True)
class NotOpened:
    """What was accepted cannot be read any more."""

    code: Code


class Offering:
    """Counts on a worker's thread and tells the other side along the way.

    A transfer that waits for its friend is counted again when they are back, just before it
    is offered: what was dropped may have changed meanwhile. An offer that the friend still has
    stands as it is.
    """

    def __init__(
        self,
        row: Row[OutgoingPlan],
        around: Surroundings,
        put: Callable[[object], None],
        put_from_thread: Callable[[object], None],
    ) -> None:
        self.session: FriendSession | None = None
        self.number = 0
        self._row = row
        self._around = around
        self._put = put
        self._put_from_thread = put_from_thread
        self._sources: Spool[SourceEntry] | None = None
        self._open_spools: set[Spool[SourceEntry]] = set()
        self._count = 0
        self._told = 0
        self._is_counted = False
        self._is_telling = False
        self._is_put_off = False
        self._is_taken_back = False
        self._stop = threading.Event()
        self._counting: asyncio.Task[None] | None = None
        self._reopening: asyncio.Task[None] | None = None

    # Counting and offering

    def start(self, session: FriendSession | None) -> None:
        """Count, and offer at once if there is a session: the card appears and counts along."""
        self.session = None
        if session is not None and session.is_synced:
            self._offer(session)
        self.stop()
        self._stop = threading.Event()
        self._count += 1
        self._told = 0
        self._is_counted = False
        self._sources = None
        self._row.replan(replace(self._row.plan, manifest=None, digest=b""))
        if self._row.state is TransferState.QUEUED:
            self._row.move(
                TransferState.SCANNING,
                total_files=0,
                total_bytes=0,
                is_counted=False,
                failed_files=0,
                problems=(),
            )
        self._counting = self._around.spawn(
            self._run_count(self._count, self._stop, self._counting)
        )

    def stop(self) -> None:
        """Stop counting."""
        self._stop.set()

    def counted(self, event: Counted | AllCounted | NotCounted) -> None:
        """Handle what the counting thread says; the word of an earlier count is passed over."""
        if event.count != self._count:
            return
        match event:
            case Counted():
                self._found(event)
            case AllCounted():
                self._all_found(event)
            case NotCounted(_, error):
                self.take_back()
                self._row.end(TransferState.FAILED, code_of(error))

    def stands(self, session: FriendSession, number: int) -> None:
        """Go on waiting for the answer to an offer that the friend still has."""
        self.session, self.number = session, number
        self._is_put_off = False
        if self._row.state is TransferState.QUEUED:
            self._row.move(TransferState.OFFERED)

    def put_off(self) -> None:
        """Wait, the counting done, until the friend takes offers again."""
        self._is_put_off = True
        self._leave_session()
        if self._row.state is TransferState.OFFERED:
            self._row.move(TransferState.QUEUED)
            self._around.look_for(self._row.now.friend_id)

    def session_lost(self) -> None:
        """Wait until the friend is there again."""
        self.session = None
        if self._row.state is TransferState.OFFERED:
            self._row.move(TransferState.QUEUED)
            self._around.look_for(self._row.now.friend_id)

    def afresh(self) -> None:
        """Begin again with an offer: what was accepted is accepted no more."""
        self._leave_session()
        plan = self._row.plan
        self._row.replan(
            replace(plan, is_accepted=False, chosen=None, cancelled=(), manifest=None, digest=b"")
        )
        if self._row.state is not TransferState.QUEUED:
            self._row.move(TransferState.QUEUED, is_counted=False)

    def take_back(self) -> None:
        """Tell the other side that the offer is void."""
        self._is_taken_back = True
        if self.session is not None:
            self.session.post(Withdraw(transfer_id=self._row.id))

    # What was accepted

    def accepted(self, answer: Answer) -> None:
        """Take note of what of the offer is wanted; RemoteProtocolError unless it is of it."""
        plan = self._row.plan
        if answer.digest != plan.digest or plan.manifest is None:
            raise RemoteProtocolError("an answer to another manifest")
        chosen = answer.chosen
        if chosen is not None:
            decode_ranges(chosen, plan.manifest.entries)
        wanted = None if chosen is None else tuple(chosen)
        self._row.replan(replace(plan, is_accepted=True, chosen=wanted))

    def reopen(self) -> None:
        """Have what was accepted at hand; `put` hears Opened or NotOpened."""
        self._reopening = self._around.spawn(self._reopen())

    async def close(self) -> None:
        """Wait for what still opens spools and let go of them all."""
        opening = {self._counting, self._reopening} - {None}
        if opening:
            await asyncio.wait(opening)
        self._close_spools()

    async def _reopen(self) -> None:
        plan, row = self._row.plan, self._row
        assert plan.manifest is not None
        try:
            if self._sources is None:
                self._sources = await self._around.disk.run(
                    Spool.open, self._around.memory.spool_of(row.now), SOURCES, plan.manifest
                )
                self._open_spools.add(self._sources)
            journal = await self._around.memory.load_journal(row.id)
            recorder = self._around.journal_writer.open(
                Recorded(row.id, None, _no_stamps, self._put_from_thread)
            )
            opened = await self._around.disk.run(
                _opened, plan, self._sources, journal, recorder, self._put_from_thread
            )
        except ByhandError as exc:
            self._put(NotOpened(code_of(exc)))
            return
        self._put(opened)

    # Telling

    def _offer(self, session: FriendSession) -> None:
        self.session = session
        self._is_put_off = False
        self.number = session.next_number()
        session.route(self._row.id, self._put)
        plan, now = self._row.plan, self._row.now
        offer = Offer(
            transfer_id=now.id,
            number=self.number,
            title=now.title,
            note=plan.options.note or None,
            retry_of=plan.retry_of,
        )
        session.post(offer)
        self._around.used(now.friend_id)

    async def _run_count(
        self, count: int, stop: threading.Event, earlier: "asyncio.Task[None] | None"
    ) -> None:
        if earlier is not None:
            # It may still be about to remove the spool that this one writes.
            await asyncio.wait({earlier})
        self._close_spools()
        plan = self._row.plan
        paths = [os.fsdecode(path) for path in plan.paths]
        task = ToCount(
            count, paths, plan.options, plan.text, self._around.memory.spool_of(self._row.now)
        )
        try:
            await self._around.disk.run(count_all, task, stop, self._counted_some)
        except ByhandError as exc:
            self._put(NotCounted(count, exc))

    def _counted_some(self, event: Counted | AllCounted) -> None:
        """Pass on what the counting thread says; what it opens is closed, heard or not."""
        if isinstance(event, Counted):
            self._open_spools.add(event.sources)
        self._put_from_thread(event)

    def _close_spools(self) -> None:
        while self._open_spools:
            self._open_spools.pop().close()

    def _found(self, batch: Counted) -> None:
        self._sources = batch.sources
        totals = batch.sources.columns.totals
        self._row.update(
            total_files=totals.files,
            total_bytes=totals.bytes,
            is_folder=self._is_one_folder(batch.sources),
        )
        self._row.add_problems([FileProblem(lost.path, lost.code) for lost in batch.problems])
        self._tell_more()

    def _all_found(self, event: AllCounted) -> None:
        self._is_counted = True
        self._row.update(is_counted=True)
        if not event.manifest.entries:
            self.take_back()
            problems = self._row.now.problems
            self._row.end(TransferState.FAILED, problems[0].code if problems else Code.SOURCE_GONE)
            return
        self._row.replan(replace(self._row.plan, manifest=event.manifest, digest=event.digest))
        if self.session is None:
            self._row.move(TransferState.QUEUED)
            self._around.look_for(self._row.now.friend_id)
            if not self._is_put_off:
                self._around.offer_next(self._row.now.friend_id)
            return
        self._tell_more()

    def _tell_more(self) -> None:
        """Let the entries leave as fast as the other side reads; nothing else waits for that."""
        is_over = self._is_taken_back or self._row.now.is_final
        if self.session is not None and not self._is_telling and not is_over:
            self._is_telling = True
            self._around.spawn(self._tell(self.session, self._count))

    async def _tell(self, session: FriendSession, count: int) -> None:
        try:
            while self._is_meant(session, count) and self._sources is not None:
                if self._told >= len(self._sources):
                    break
                parts = await self._around.disk.run(_rows, self._sources, self._told)
                for rows in parts if self._is_meant(session, count) else ():
                    session.post(
                        Entries(transfer_id=self._row.id, first_index=self._told, entries=rows)
                    )
                    self._told += len(rows)
                await session.drain()
        except ByhandError as exc:
            self._put(NotCounted(count, exc))
            return
        finally:
            self._is_telling = False
        if not self._is_meant(session, count):
            self._tell_more()
        elif self._is_counted:
            self._tell_end(session)

    def _is_meant(self, session: FriendSession, count: int) -> bool:
        is_over = self._is_taken_back or self._row.now.is_final
        return session is self.session and count == self._count and not is_over

    def _tell_end(self, session: FriendSession) -> None:
        assert self._sources is not None
        totals = self._sources.columns.totals
        digest = self._row.plan.digest
        end = EntriesEnd(totals.files, totals.bytes, totals.allocated, digest)
        session.post(Entries(transfer_id=self._row.id, first_index=self._told, end=end))
        self._row.move(TransferState.OFFERED)

    def _leave_session(self) -> None:
        if self.session is not None:
            self.session.unroute(self._row.id)
            self.session = None

    def _is_one_folder(self, sources: Spool[SourceEntry]) -> bool:
        is_alone = len(self._row.plan.paths) == 1 and len(sources) > 0
        return is_alone and sources.columns.is_folder(0)


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


def _opened(
    plan: OutgoingPlan,
    sources: Spool[SourceEntry],
    journal: Journal,
    recorder: Recorder,
    tell: Callable[[object], None],
) -> Opened:
    """Return what was accepted, on a worker's thread: it is linear in entries."""
    columns = sources.columns
    offered = Offered(sources, columns, Packs(columns))
    pieces = SourcePieces(0, offered, tell, recorder, journal)
    rest = left_out(plan, len(columns))
    pieces.leave_out(rest)
    return Opened(offered, pieces, recorder, totals_without(columns, rest))


def _no_stamps(_: Iterable[int]) -> tuple[PartStamp, ...]:
    """Return nothing: what is read is recognised by its stamp in the manifest."""
    return ()


def _rows(sources: Spool[SourceEntry], first: int) -> list[list[EntryRow]]:
    """Return the next rows from an index on, each list fit for a message; on a worker's thread."""
    some = sources[first : first + TOLD_AT_ONCE]
    return list(batches(_row(source) for source in some))


def _row(source: SourceEntry) -> EntryRow:
    entry = source.entry
    return EntryRow(
        entry.components,
        entry.kind,
        entry.size,
        entry.allocated,
        entry.mtime_ns,
        entry.is_executable,
    )
