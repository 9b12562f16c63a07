"""The first half of an outgoing transfer: counting what is sent, and offering it."""

import threading
from collections.abc import Callable, Sequence

from byhand.domain.codes import Code
from byhand.domain.manifest import EntryKind, totals_of
from byhand.domain.pieces import Pack
from byhand.domain.transfer import FileProblem, TransferState
from byhand.errors import ByhandError
from byhand.protocol.codec import batches
from byhand.protocol.messages import Entries, EntriesEnd, EntryRow, Offer, Withdraw
from byhand.service.counting import AllCounted, Counted, Counting, NotCounted, count_all
from byhand.service.friend_session import FriendSession
from byhand.service.row import Row
from byhand.service.surroundings import Surroundings, code_of
from byhand.storage.source import SourceEntry


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
        self.packs: tuple[Pack, ...] = ()
        self.digest = b""
        self.problems: list[FileProblem] = []
        self._row = row
        self._paths = tuple(paths)
        self._around = around
        self._put = put
        self._put_from_thread = put_from_thread
        self._count = 0
        self._stop = threading.Event()

    def start(self, session: FriendSession | None) -> None:
        """Count, and offer at once if there is a session: the card appears and counts along."""
        if session is not None:
            self._offer(session)
        self.stop()
        self._stop = threading.Event()
        self._count += 1
        self.sources, self.packs, self.digest, self.problems = [], (), b"", []
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

    async def counted(self, event: Counting) -> None:
        """Handle what the counting thread says; the word of an earlier count is passed over."""
        if event.count != self._count:
            return
        match event:
            case Counted():
                await self._found(event)
            case AllCounted(_, digest, packs):
                self.digest, self.packs = digest, packs
                self._all_found()
            case NotCounted(_, error):
                self.take_back()
                self._row.end(TransferState.FAILED, code_of(error))

    def wait(self) -> None:
        """Wait until the friend is there, or takes offers again."""
        if self.session is not None:
            self.session.unroute(self._row.id)
            self.session = None
        self._row.move(TransferState.QUEUED)
        self._around.look_for(self._row.now.friend_id)

    def take_back(self) -> None:
        """Tell the other side that the offer is void."""
        if self.session is not None:
            self.session.post(Withdraw(transfer_id=self._row.id))

    def _offer(self, session: FriendSession) -> None:
        self.session = session
        self.number = session.next_number()
        session.route(self._row.id, self._put)
        session.post(Offer(transfer_id=self._row.id, number=self.number, title=self._row.now.title))

    async def _run_count(self, count: int, stop: threading.Event) -> None:
        try:
            await self._around.disk.run(count_all, count, self._paths, stop, self._put_from_thread)
        except ByhandError as exc:
            self._put(NotCounted(count, exc))

    async def _found(self, batch: Counted) -> None:
        first = len(self.sources)
        self.sources.extend(batch.sources)
        self.problems.extend(FileProblem(lost.path, lost.code) for lost in batch.problems)
        more = totals_of(source.entry for source in batch.sources)
        self._row.update(
            total_files=self._row.now.total_files + more.files,
            total_bytes=self._row.now.total_bytes + more.bytes,
            is_folder=self._is_one_folder(),
        )
        self._row.tell_problems(self.problems)
        if self.session is None:
            return
        for rows in batches(_row(source) for source in batch.sources):
            self.session.post(Entries(transfer_id=self._row.id, first_index=first, entries=rows))
            first += len(rows)
        await self.session.drain()

    def _all_found(self) -> None:
        self._row.update(is_counted=True)
        if not self.sources:
            self.take_back()
            code = self.problems[0].code if self.problems else Code.SOURCE_GONE
            self._row.end(TransferState.FAILED, code)
            return
        if self.session is None:
            self.wait()
            self._around.offer_next(self._row.now.friend_id)
            return
        totals = totals_of(source.entry for source in self.sources)
        end = EntriesEnd(totals.files, totals.bytes, totals.allocated, self.digest)
        self.session.post(Entries(transfer_id=self._row.id, first_index=len(self.sources), end=end))
        self._row.move(TransferState.OFFERED)

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
