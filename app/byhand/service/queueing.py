"""What the user says of transfers that are not over: `service.queue`, as `orders.QueueOrders`."""

from collections.abc import Callable, Coroutine, Sequence

from msgspec.structs import replace

from byhand.domain.events import Event, FilesPage, RoomTold, TextShown
from byhand.domain.file_query import EVERY_FILE, FileQuery
from byhand.domain.plan import OutgoingPlan, StoredTransfer
from byhand.domain.transfer import TransferId
from byhand.errors import StorageError, UsageError
from byhand.service.choosing import picked_entries
from byhand.service.ended_files import EndedFiles
from byhand.service.file_finding import StandingOf
from byhand.service.surroundings import CancelOrder, PauseOrder, PutOffOrder
from byhand.service.transfer_files import FileListing, text_of
from byhand.service.transfer_memory import TransferMemory
from byhand.service.transfers import Transfers
from byhand.service.worker import Worker
from byhand.storage.base_folder import room_for_files

FILES_AT_ONCE = 1_000


class Queueing:
    """Checks what is ordered at once, and has it done."""

    def __init__(
        self,
        transfers: Transfers,
        memory: TransferMemory,
        disk: Worker,
        tell: Callable[[Event], None],
        spawn: Callable[[Coroutine[None, None, None]], object],
    ) -> None:
        self._transfers = transfers
        self._memory = memory
        self._disk = disk
        self._tell = tell
        self._spawn = spawn
        self._listing = FileListing(memory, disk.is_stopping)
        self._ended: tuple[StoredTransfer, EndedFiles] | None = None

    def pause(self, transfer_id: TransferId) -> None:
        """Hold a transfer until `resume`; the friend sees who holds it."""
        self._transfers.order(transfer_id, PauseOrder(is_paused=True))

    def resume(self, transfer_id: TransferId) -> None:
        """Let a transfer go on, as far as it is up to us."""
        self._transfers.order(transfer_id, PauseOrder(is_paused=False))

    def pause_all(self) -> None:
        """Hold every transfer that is not over."""
        for transfer_id in self._transfers.unfinished():
            self.pause(transfer_id)

    def resume_all(self) -> None:
        """Let every transfer go on."""
        for transfer_id in self._transfers.unfinished():
            self.resume(transfer_id)

    def move(self, transfer_id: TransferId, before: TransferId | None) -> None:
        """Put a transfer before another one, or last."""
        self._transfers.move(transfer_id, before)

    def put_off(self, transfer_id: TransferId) -> None:
        """Decide later about an offer; the friend is told so."""
        self._transfers.order(transfer_id, PutOffOrder())

    def leave_out(self, transfer_id: TransferId, entries: Sequence[int]) -> None:
        """Cancel some entries of a transfer, by their index; the rest goes on. UsageError."""
        stored = self._transfers.stored(transfer_id)
        if stored is not None:
            self._transfers.order(transfer_id, CancelOrder(picked_entries(stored, entries)))

    def retry(self, transfer_id: TransferId) -> TransferId:
        """Offer once more what failed of a transfer of ours; UsageError if nothing did."""
        stored = self._transfers.stored(transfer_id)
        if stored is None or not isinstance(stored.plan, OutgoingPlan):
            raise UsageError("Only what was sent from here can be sent again.")
        if not stored.transfer.is_final:
            raise UsageError("That is still on its way: wait until it has ended.")
        if not stored.transfer.problems:
            raise UsageError("Nothing of that failed: there is nothing to try again.")
        plan = stored.plan.as_given
        if stored.receipt or plan.retry_of is None:
            plan = replace(plan, retry_of=transfer_id, again=())
        # Else nothing of it has arrived: what it repeats is tried once more.
        return self._transfers.repeat(plan, stored.transfer.friend_id)

    def request_files(
        self, transfer_id: TransferId, first: int, count: int, query: FileQuery = EVERY_FILE
    ) -> None:
        """Tell some entries of a transfer that fit, and where each stands, by FilesPage."""
        self._spawn(self._tell_files(transfer_id, max(0, first), min(count, FILES_AT_ONCE), query))

    def request_room(self, folder: str) -> None:
        """Tell how much room there is for files in a folder, by RoomTold."""
        self._spawn(self._tell_room(folder))

    def show_text(self, transfer_id: TransferId) -> None:
        """Tell what a text that was received says, by TextShown."""
        self._spawn(self._tell_text(transfer_id))

    async def _tell_files(
        self, transfer_id: TransferId, first: int, count: int, query: FileQuery
    ) -> None:
        stored = self._transfers.stored(transfer_id)
        if stored is None:
            raise UsageError("That transfer is not on the list any more.")
        standing_of = self._transfers.standing_of(transfer_id) or await self._ended_files(stored)
        total, rows = await self._disk.run(
            self._listing.page, stored, standing_of, first, max(0, count), query
        )
        self._tell(FilesPage(transfer_id, first, total, tuple(rows), query, stored.plan.digest))

    async def _ended_files(self, stored: StoredTransfer) -> StandingOf:
        """Return what was kept of a transfer that has ended; the last one stays in mind."""
        if self._ended is None or self._ended[0] != stored:
            transfer_id = stored.transfer.id
            roots = await self._memory.roots_of(transfer_id)
            journal = await self._memory.load_journal(transfer_id)
            ended = await self._disk.run(EndedFiles, stored, roots, journal.outcomes)
            self._ended = stored, ended
        return self._ended[1].standing

    async def _tell_room(self, folder: str) -> None:
        try:
            free = await self._disk.run(room_for_files, folder)
        except StorageError:
            free = None  # what saving there comes to is told when it is tried
        self._tell(RoomTold(folder, free))

    async def _tell_text(self, transfer_id: TransferId) -> None:
        stored = await self._transfers.remembered(transfer_id)
        if stored is None:
            raise UsageError("Nothing is known any more of that transfer.")
        self._tell(TextShown(transfer_id, await self._disk.run(text_of, stored)))
