"""The first half of an outgoing transfer: counting what is sent, and offering it."""

import asyncio
import threading
from collections.abc import Awaitable, Callable, Iterable
from functools import partial

from msgspec.structs import replace

from byhand.domain.codes import Code
from byhand.domain.plan import OutgoingPlan, SpoolDigest
from byhand.domain.ranges import decode_ranges
from byhand.domain.transfer import FileProblem, TransferState
from byhand.errors import ByhandError, LocalProtocolError, RemoteProtocolError
from byhand.protocol.messages import Answer
from byhand.service.counting import (
    AllCounted,
    Counted,
    NotCounted,
    ToCount,
    count_all,
    open_counted,
)
from byhand.service.friend_session import FriendSession
from byhand.service.ourselves import TEXT
from byhand.service.row import Row
from byhand.service.sought import sought
from byhand.service.surroundings import Reported, Surroundings, code_of
from byhand.service.telling import NotTold, Telling, ToldAll
from byhand.storage.manifest_spool import Spool
from byhand.storage.source import SourceEntry

FRESH_SECONDS = 5.0
"""How long what was counted may be offered without counting it again."""


class Offering:
    """Counts on a worker's thread and tells the other side along the way.

    A transfer that waits for its friend is counted again when they are back, just before it
    is offered: what was dropped may have changed meanwhile. What is being counted when they come,
    or was a moment ago, is offered as it is; so is an offer that the friend still has.
    """

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
        self._sources: Spool[SourceEntry] | None = None
        self._count = 0
        self._telling: Telling | None = None
        self._is_counting = False
        self._counted_at: float | None = None
        self._is_put_off = False
        self._stop = threading.Event()
        self._counting: asyncio.Task[None] | None = None

    # Counting and offering

    def start(self) -> None:
        """Count what was given, all of it afresh."""
        self.stop()
        self._counted_at = None
        self._row.replan(self._row.plan.as_given)
        if self._row.state is TransferState.QUEUED:
            self._row.move(
                TransferState.SCANNING,
                total_files=0,
                total_bytes=0,
                is_counted=False,
                failed_files=0,
                problems=(),
            )
        self._run(self._count_all)

    def offer(self, session: FriendSession, number: int) -> None:
        """Offer in a session at once: the card appears and counts along.

        `number` names the transfer in data frames.
        """
        self._is_put_off = False
        self._row.update(is_put_off=False)
        self._stop_telling()
        if not self._is_counting:
            self._find_again()
        self._telling = Telling(self._row, session, self._around, self._put)
        self._telling.offer(number)
        self._around.used(self._row.now.friend_id)
        if self._sources is not None:
            self._telling.grow(self._sources)

    def is_understood_in(self, session: FriendSession) -> bool:
        """Say whether the other side can take what is offered: a text not everybody can."""
        return not self._row.plan.text or TEXT in session.capabilities

    def stop(self) -> None:
        """Stop counting and telling, and let go of what was counted."""
        self._stop.set()
        self._is_counting = False
        self._stop_telling()
        sources = self.take_sources()
        if sources is not None:
            sources.close()

    def heard(self, event: Counted | AllCounted | NotCounted | Reported) -> Code:
        """Handle what the counting thread says, and the telling; return why it failed, or OK.

        The word of an earlier count is passed over.
        """
        match event:
            case Reported(by, report):
                return self._told(report) if by is self._telling else Code.OK
            case Counted(count, sources) if count != self._count:
                sources.close()
            case AllCounted() | NotCounted() if event.count != self._count:
                pass
            case Counted():
                self._found(event)
            case AllCounted():
                return self._all_found(event)
            case NotCounted(_, error):
                self._is_counting = False
                return code_of(error)
        return Code.OK

    def stands(self) -> None:
        """Go on waiting for the answer to an offer that the friend still has."""
        self._is_put_off = False
        if self._row.state is TransferState.QUEUED:
            self._row.move(TransferState.OFFERED)

    def put_off(self) -> None:
        """Wait, the counting done, until the friend takes offers again."""
        self._is_put_off = True
        self.session_lost()

    def session_lost(self) -> None:
        """Wait until the friend is there again; what is being counted is counted to its end."""
        self._stop_telling()
        if not (self._is_counting or self._row.state is TransferState.QUEUED):
            self._queue()

    def afresh(self) -> None:
        """Begin again with an offer: what was accepted is accepted no more."""
        self.stop()
        self._count += 1
        self._row.replan(self._row.plan.as_given)
        self._row.move(TransferState.QUEUED, is_counted=False)

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
        consent = None
        if answer.group is not None and plan.group_id:
            consent = int(answer.group.kind), answer.group.network
        self._row.replan(replace(plan, is_accepted=True, chosen=wanted, consent=consent))

    def take_sources(self) -> Spool[SourceEntry] | None:
        """Return what was counted, if that is open, for whoever calls to close."""
        sources, self._sources = self._sources, None
        return sources

    async def close(self) -> None:
        """Stop, and wait for the counting thread."""
        self.stop()
        if self._counting is not None:
            await asyncio.wait({self._counting})

    def discard(self, unheard: Iterable[object]) -> None:
        """Let go of what was counted and not heard any more."""
        for event in unheard:
            if isinstance(event, Counted):
                event.sources.close()

    # Behind it

    def _find_again(self) -> None:
        """Open what was counted a moment ago, or count afresh."""
        manifest, counted_at = self._row.plan.manifest, self._counted_at
        if manifest is None or counted_at is None or self._is_old(counted_at):
            self.start()
        else:
            self._row.move(TransferState.SCANNING)
            self._run(partial(self._open_counted, manifest))

    def _is_old(self, counted_at: float) -> bool:
        return self._around.clock() - counted_at > FRESH_SECONDS

    def _run(self, find: Callable[[int, threading.Event], Awaitable[None]]) -> None:
        self._is_counting = True
        self._count += 1
        self._stop = threading.Event()
        finding = self._found_or_not(find, self._count, self._stop, self._counting)
        self._counting = self._around.spawn(finding)

    async def _found_or_not(
        self,
        find: Callable[[int, threading.Event], Awaitable[None]],
        count: int,
        stop: threading.Event,
        earlier: "asyncio.Task[None] | None",
    ) -> None:
        if earlier is not None:
            # It may still be about to remove the spool that this one writes.
            await asyncio.wait({earlier})
        try:
            await find(count, stop)
        except ByhandError as exc:
            self._put(NotCounted(count, exc))
        except Exception as exc:
            self._put(NotCounted(count, LocalProtocolError(str(exc))))
            raise

    async def _count_all(self, count: int, stop: threading.Event) -> None:
        now, around = self._row.now, self._around
        await self._row.kept()  # no stop may find a former count, and another spool
        find = await sought(self._row.plan, now.friend_id, around)
        task = ToCount(count, find, around.memory.spool_of(now))
        # What a friend asks for again may have to be read.
        worker = around.reading if self._row.plan.again else around.disk
        await worker.run(count_all, task, stop, self._put_from_thread)

    async def _open_counted(self, manifest: SpoolDigest, count: int, stop: threading.Event) -> None:
        counted = AllCounted(count, self._row.plan.digest, manifest)
        spool = self._around.memory.spool_of(self._row.now)
        await self._around.disk.run(open_counted, spool, counted, stop, self._put_from_thread)

    def _found(self, batch: Counted) -> None:
        self._sources = batch.sources
        totals = batch.sources.columns.totals
        self._row.update(
            total_files=totals.files,
            total_bytes=totals.bytes,
            is_folder=self._is_one_folder(batch.sources),
        )
        self._row.add_problems([FileProblem(lost.path, lost.code) for lost in batch.problems])
        if self._telling is not None:
            self._telling.grow(batch.sources)

    def _all_found(self, event: AllCounted) -> Code:
        self._is_counting = False
        if self._counted_at is None:
            self._counted_at = self._around.clock()
        self._row.update(is_counted=True)
        if not event.manifest.entries:
            problems = self._row.now.problems
            return problems[0].code if problems else Code.SOURCE_GONE
        plan, unread = self._row.plan, self._row.now.failed_files
        counted = replace(plan, manifest=event.manifest, digest=event.digest, unread=unread)
        self._row.replan(counted)
        if self._telling is None:
            self._queue()
            if not self._is_put_off:
                self._around.offer_next(self._row.now.friend_id)
        else:
            assert self._sources is not None
            self._telling.finish(self._sources, event.digest)
        return Code.OK

    def _told(self, report: object) -> Code:
        match report:
            case ToldAll():
                self._row.move(TransferState.OFFERED)
            case NotTold(error):
                return code_of(error)
        return Code.OK

    def _queue(self) -> None:
        """Wait for the friend, with nothing open."""
        sources = self.take_sources()
        if sources is not None:
            sources.close()
        self._row.move(TransferState.QUEUED)
        self._around.look_for(self._row.now.friend_id)

    def _stop_telling(self) -> None:
        if self._telling is not None:
            self._telling.stop()
            self._telling = None

    def _is_one_folder(self, sources: Spool[SourceEntry]) -> bool:
        is_alone = len(self._row.plan.paths) == 1 and len(sources) > 0
        return is_alone and sources.columns.is_folder(0)
