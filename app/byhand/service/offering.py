"""The first half of an outgoing transfer: counting what is sent, and offering it."""

import threading
from collections.abc import Callable, Sequence

from byhand.domain.codes import Code
from byhand.domain.columns import Columns
from byhand.domain.manifest import EntryKind, totals_of
from byhand.domain.pieces import Packs
from byhand.domain.transfer import FileProblem, TransferState
from byhand.errors import ByhandError
from byhand.protocol.codec import batches
from byhand.protocol.messages import Entries, EntriesEnd, EntryRow, Offer, Withdraw
from byhand.service.counting import AllCounted, Counted, Counting, NotCounted, count_all
from byhand.service.friend_session import FriendSession
from byhand.service.row import Row
from byhand.service.surroundings import Surroundings, code_of
from byhand.storage.source import SourceEntry

TOLD_AT_ONCE = 2_000
"""How many entries are encoded before others get their turn."""


class Offering:
    """Counts on a worker's thread and tells the other side along the way.

    A transfer that waits for its friend is counted again when they are back, just before it
    is offered: what was dropped may have changed meanwhile.
    """

    def __init__(
        self,
        row: Row,
        paths: Sequence[str],
        around: Surroundings,
        put: Callable[[object], None],
        put_from_thread: Callable[[object], None],
    ) -> None:
        self.session: FriendSession | None = None
        self.number = 0
        self.sources: list[SourceEntry] = []
        self.columns = Columns()
        self.packs = Packs(self.columns)
        self.digest = b""
        self.problems: list[FileProblem] = []
        self._row = row
        self._paths = tuple(paths)
        self._around = around
        self._put = put
        self._put_from_thread = put_from_thread
        self._count = 0
        self._told = 0
        self._is_telling = False
        self._is_put_off = False
        self._is_taken_back = False
        self._stop = threading.Event()

    def start(self, session: FriendSession | None) -> None:
        """Count, and offer at once if there is a session: the card appears and counts along."""
        self.session = None
        if session is not None and session.is_ready:
            self._offer(session)
        self.stop()
        self._stop = threading.Event()
        self._count += 1
        self.sources, self.digest, self.problems = [], b"", []
        self._told = 0
        if self._row.state is TransferState.QUEUED:
            self._row.move(
                TransferState.SCANNING,
                total_files=0,
                total_bytes=0,
                is_counted=False,
                failed_files=0,
                problems=(),
            )
        self._around.spawn(self._run_count(self._count, self._stop))

    def stop(self) -> None:
        """Stop counting."""
        self._stop.set()

    def counted(self, event: Counting) -> None:
        """Handle what the counting thread says; the word of an earlier count is passed over."""
        if event.count != self._count:
            return
        match event:
            case Counted():
                self._found(event)
            case AllCounted(_, digest, columns, packs):
                self.digest, self.columns, self.packs = digest, columns, packs
                self._all_found()
            case NotCounted(_, error):
                self.take_back()
                self._row.end(TransferState.FAILED, code_of(error))

    def put_off(self) -> None:
        """Wait, the counting done, until the friend takes offers again."""
        self._is_put_off = True
        if self._row.state is TransferState.OFFERED:
            self.wait()
        elif self.session is not None:
            self.session.unroute(self._row.id)
            self.session = None

    def wait(self) -> None:
        """Wait until the friend is there, or takes offers again."""
        if self.session is not None:
            self.session.unroute(self._row.id)
            self.session = None
        self._row.move(TransferState.QUEUED)
        self._around.look_for(self._row.now.friend_id)

    def take_back(self) -> None:
        """Tell the other side that the offer is void."""
        self._is_taken_back = True
        if self.session is not None:
            self.session.post(Withdraw(transfer_id=self._row.id))

    def _offer(self, session: FriendSession) -> None:
        self.session = session
        self._is_put_off = False
        self.number = session.next_number()
        session.route(self._row.id, self._put)
        session.post(Offer(transfer_id=self._row.id, number=self.number, title=self._row.now.title))
        self._around.used(self._row.now.friend_id)

    async def _run_count(self, count: int, stop: threading.Event) -> None:
        try:
            await self._around.disk.run(count_all, count, self._paths, stop, self._put_from_thread)
        except ByhandError as exc:
            self._put(NotCounted(count, exc))

    def _found(self, batch: Counted) -> None:
        self.sources.extend(batch.sources)
        self.problems.extend(FileProblem(lost.path, lost.code) for lost in batch.problems)
        more = totals_of(source.entry for source in batch.sources)
        self._row.update(
            total_files=self._row.now.total_files + more.files,
            total_bytes=self._row.now.total_bytes + more.bytes,
            is_folder=self._is_one_folder(),
        )
        self._row.tell_problems(self.problems)
        self._tell_more()

    def _tell_more(self) -> None:
        """Let the entries leave as fast as the other side reads; nothing else waits for that."""
        is_over = self._is_taken_back or self._row.now.is_final
        if self.session is not None and not self._is_telling and not is_over:
            self._is_telling = True
            self._around.spawn(self._tell(self.session, self._count))

    async def _tell(self, session: FriendSession, count: int) -> None:
        try:
            while self._has_more(session, count):
                some = self.sources[self._told : self._told + TOLD_AT_ONCE]
                for rows in batches(_row(source) for source in some):
                    session.post(
                        Entries(transfer_id=self._row.id, first_index=self._told, entries=rows)
                    )
                    self._told += len(rows)
                await session.drain()
        finally:
            self._is_telling = False
        if not self._is_meant(session, count):
            self._tell_more()
        elif self.digest:
            self._tell_end(session)

    def _has_more(self, session: FriendSession, count: int) -> bool:
        return self._is_meant(session, count) and self._told < len(self.sources)

    def _is_meant(self, session: FriendSession, count: int) -> bool:
        is_over = self._is_taken_back or self._row.now.is_final
        return session is self.session and count == self._count and not is_over

    def _tell_end(self, session: FriendSession) -> None:
        totals = totals_of(source.entry for source in self.sources)
        end = EntriesEnd(totals.files, totals.bytes, totals.allocated, self.digest)
        session.post(Entries(transfer_id=self._row.id, first_index=len(self.sources), end=end))
        self._row.move(TransferState.OFFERED)

    def _all_found(self) -> None:
        self._row.update(is_counted=True)
        if not self.sources:
            self.take_back()
            code = self.problems[0].code if self.problems else Code.SOURCE_GONE
            self._row.end(TransferState.FAILED, code)
            return
        if self.session is None:
            self.wait()
            if not self._is_put_off:
                self._around.offer_next(self._row.now.friend_id)
            return
        self._tell_more()

    def _is_one_folder(self) -> bool:
        return (
            len(self._paths) == 1
            and bool(self.sources)
            and self.sources[0].entry.kind is EntryKind.FOLDER
        )


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
