"""Telling one offer in one session: OFFER, the entries as they are counted, and their end."""

from collections.abc import Callable

from msgspec import Struct

from byhand.domain.plan import OutgoingPlan
from byhand.errors import ByhandError
from byhand.protocol.codec import batches
from byhand.protocol.messages import Entries, EntriesEnd, EntryRow, Offer
from byhand.service.friend_session import FriendSession
from byhand.service.row import Row
from byhand.service.surroundings import Reported, Surroundings
from byhand.storage.manifest_spool import Spool
from byhand.storage.source import SourceEntry

TOLD_AT_ONCE = 2_000
"""How many entries are encoded before others get their turn."""


class ToldAll(Struct, frozen=True):
    """The other side knows the whole manifest: it may answer."""


class NotTold(Struct, frozen=True):
    """What was counted cannot be read on our own disk."""

    error: ByhandError


class Telling:
    """Lets entries leave as fast as the other side reads; nothing else waits for that."""

    def __init__(
        self,
        row: Row[OutgoingPlan],
        session: FriendSession,
        around: Surroundings,
        put: Callable[[object], None],
    ) -> None:
        """`put` hears ToldAll or NotTold, reported by this."""
        self._row = row
        self._session = session
        self._around = around
        self._put = put
        self._sources: Spool[SourceEntry] | None = None
        self._told = 0
        self._digest = b""
        self._is_running = False
        self._is_stopped = False

    def offer(self, number: int) -> None:
        """Say that something is offered, and under which number its data will come."""
        plan, now = self._row.plan, self._row.now
        self._session.post(
            Offer(
                transfer_id=now.id,
                number=number,
                title=now.title,
                note=plan.options.note or None,
                retry_of=plan.retry_of,
                group=self._around.group_sends.offer_in(self._session, plan),
            )
        )

    def grow(self, sources: Spool[SourceEntry]) -> None:
        """Tell what has been counted by now."""
        self._sources = sources
        if not (self._is_running or self._is_stopped):
            self._is_running = True
            self._around.spawn(self._run(sources))

    def finish(self, sources: Spool[SourceEntry], digest: bytes) -> None:
        """Tell the rest, and that it is all."""
        self._digest = digest
        self.grow(sources)

    def stop(self) -> None:
        """Say nothing more."""
        self._is_stopped = True

    async def _run(self, sources: Spool[SourceEntry]) -> None:
        try:
            while self._told < len(sources) and not self._is_stopped:
                await self._tell_some(sources)
            if self._digest:
                self._tell_end(sources)
        except ByhandError as exc:
            self._report(NotTold(exc))
        finally:
            self._is_running = False

    async def _tell_some(self, sources: Spool[SourceEntry]) -> None:
        for rows in await self._around.disk.run(_rows, sources, self._told):
            if self._is_stopped:
                return
            message = Entries(transfer_id=self._row.id, first_index=self._told, entries=rows)
            self._session.post(message)
            self._told += len(rows)
        await self._session.drain()

    def _tell_end(self, sources: Spool[SourceEntry]) -> None:
        if not self._is_stopped:
            totals = sources.columns.totals
            end = EntriesEnd(totals.files, totals.bytes, totals.allocated, self._digest)
            self._session.post(Entries(transfer_id=self._row.id, first_index=self._told, end=end))
            self._report(ToldAll())

    def _report(self, report: ToldAll | NotTold) -> None:
        if not self._is_stopped:
            self._is_stopped = True
            self._put(Reported(self, report))


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
