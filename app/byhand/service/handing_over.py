"""Everything about transfers: what is ordered, what runs, and what is kept of it for later."""

import asyncio
import logging
import os
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Sequence
from contextlib import asynccontextmanager

from byhand.domain.events import Event, OrderFailed, ProfileChanged, TransferAdded
from byhand.domain.friend import Friend, Trust
from byhand.domain.history_events import HistoryChanged
from byhand.domain.identity import FriendId
from byhand.domain.limits import RateLimits, judged_limits
from byhand.domain.plan import OutgoingPlan, SendOptions, StoredTransfer
from byhand.domain.progress import Progress
from byhand.domain.transfer import TransferId
from byhand.engine.journal_writer import JournalWriter
from byhand.errors import (
    FriendOrderError,
    FriendProblem,
    StorageError,
    UnknownFriendError,
    UsageError,
)
from byhand.network.addresses import typed_hint
from byhand.protocol.messages import ErrorReport, Offer
from byhand.protocol.resume_messages import Again, SyncRow
from byhand.service.back_off import AFTER_DECLINES, AFTER_REFUSALS, BackOff
from byhand.service.bandwidth_control import BandwidthControl
from byhand.service.choosing import picked_ranges
from byhand.service.expiring import Expiring
from byhand.service.friend_session import FriendSession
from byhand.service.keeping import Keeping
from byhand.service.lost_files import LostFiles
from byhand.service.people import People
from byhand.service.queue import Queue
from byhand.service.remembering import remember_leftovers
from byhand.service.repairing import Repairing
from byhand.service.starting import plan_of
from byhand.service.stores import Stores
from byhand.service.surroundings import (
    AcceptOrder,
    CancelOrder,
    DeclineOrder,
    LimitOrder,
    Surroundings,
)
from byhand.service.transfer_files import TEXT_BYTES
from byhand.service.transfer_memory import TransferMemory
from byhand.service.transfers import Transfers
from byhand.service.worker import Worker
from byhand.storage.text_file import text_path

logger = logging.getLogger(__name__)

READING_THREADS = 2
TICKS_BETWEEN_LOOKS = 1200
"""After how many ticks is looked for what has waited too long."""
Spawn = Callable[[Coroutine[None, None, None]], "asyncio.Task[None]"]


class HandingOver:
    """Owns the transfers of a profile; used inside `async with running()`."""

    def __init__(
        self,
        stores: Stores,
        storage: Worker,
        disk: Worker,
        people: People,
        tell: Callable[[Event], None],
        spawn: Spawn,
        folder_for: Callable[[Friend | None], str],
    ) -> None:
        """`folder_for` returns where what a friend sends is saved."""
        self.queue = Queue(tell)
        self._stores = stores
        self._people = people
        self._folder_for = folder_for
        self._storage = storage
        self._spawn = spawn
        self._ticks = 0
        self.memory = TransferMemory(stores, storage)
        self.reading = Worker("reading", READING_THREADS)
        self._bandwidth = BandwidthControl()
        self._journal_writer = JournalWriter(self.memory.record)
        keeping = Keeping(
            storage,
            stores.database.transfers.save_many,
            spawn,
            lambda error: tell(OrderFailed(error)),
            lambda: tell(HistoryChanged()),
        )
        around, find_session = self._surroundings(disk, spawn), people.sessions.synced
        self._around = around
        self.transfers = Transfers(
            stores.identity, self.queue, keeping, around, find_session, self.key_of
        )
        self.repairing = Repairing(around, tell, find_session, self.key_of, self.transfers.repeat)
        self._expiring = Expiring(
            self.queue, self.memory, self.transfers.order, tell, stores.settings.retention
        )

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Go on with what is unfinished, until the block ends; the next run goes on from there."""
        self._journal_writer.start()
        try:
            await self._sweep()
            kept = self._stores.database.transfers
            stored = await self._storage.run(kept.load_all)
            self.transfers.load(stored, await self._storage.run(kept.kept_ids))
            self._spawn(remember_leftovers(self._around))
            yield
        finally:
            await asyncio.to_thread(self._journal_writer.close)
            await asyncio.to_thread(self.reading.close)

    async def _sweep(self) -> None:
        try:
            await self.memory.sweep()
        except StorageError as exc:
            logger.warning("what was left by a stop stays where it is: %s", exc.reason)

    async def stop(self) -> None:
        """Stop everything that runs, with all of it kept; before `running` ends."""
        self.memory.exchanges.is_stopping = True
        self.reading.stop()
        await self.transfers.close()
        await self.memory.hashes.save()

    def hear(self, event: Event) -> None:
        """Take over what an event says about limits, how many may go at once, and the history."""
        self._bandwidth.hear(event)
        if isinstance(event, ProfileChanged):
            self.transfers.set_at_once(event.profile.at_once)
            if self._expiring.keep_for(event.profile.retention):
                self._spawn(self._expiring.look())

    def present(self) -> Iterator[Event]:
        """Yield what is there, as events."""
        for transfer in self.queue:
            yield TransferAdded(transfer)

    def progress(self) -> dict[TransferId, Progress]:
        """Return how far each moving transfer is, right now."""
        return self.queue.progress()

    def tick(self) -> None:
        """Let everything know that half a second has passed."""
        self.queue.sample()
        self._bandwidth.follow_schedule()
        self.transfers.tick()
        if self.memory.hashes.is_pending:
            self._spawn(self.memory.hashes.save())
        if self._ticks % TICKS_BETWEEN_LOOKS == 0:
            self._spawn(self._expiring.look())
        self._ticks += 1

    # Orders

    def send(
        self, paths: Sequence[str], to: FriendId, at: str | None, options: SendOptions
    ) -> TransferId:
        """Offer files and folders to a friend; UnknownFriendError, FriendOrderError, UsageError."""
        return self.send_plan(plan_of(paths, options), to, at)

    def send_text(self, text: str, to: FriendId, at: str | None) -> TransferId:
        """Offer a text; raises as `send`, UsageError also for none, or for more than 1 MiB."""
        if not text.strip():
            raise UsageError("There is no text to send.")
        if len(text.encode("utf-8", "replace")) > TEXT_BYTES:
            raise UsageError("A text may have up to 1 MiB: send a file instead.")
        path = text_path(self._stores.folder.texts, text)
        return self.send_plan(OutgoingPlan((os.fsencode(path),), text=text), to, at)

    def send_plan(self, plan: OutgoingPlan, to: FriendId, at: str | None = None) -> TransferId:
        """Offer what a plan is about; raises as `send`."""
        friend = self._people.book.get(to)
        if friend is None:
            raise UnknownFriendError(to.hex())
        if friend.trust is Trust.BLOCKED:
            raise FriendOrderError(FriendProblem.BLOCKED, friend.name)
        hints = [typed_hint(at)] if at else []
        self._people.sessions.look_for(to, hints, afresh=True)
        key = self._people.book.keys(to).ed25519
        return self.transfers.send(plan, to, key)

    def send_again(self, transfer_id: TransferId) -> TransferId:
        """Offer the same files to the same friend once more; UsageError, UnknownFriendError."""
        stored = self.transfers.stored(transfer_id)
        if stored is None:
            raise UsageError("That transfer is not on the list any more.")
        return self.repeat(stored)

    def repeat(self, stored: StoredTransfer) -> TransferId:
        """Offer once more what a transfer was about; UsageError, UnknownFriendError."""
        if not isinstance(stored.plan, OutgoingPlan):
            raise UsageError("Only what was sent from here can be sent again.")
        plan = OutgoingPlan(stored.plan.paths, stored.plan.options, text=stored.plan.text)
        return self.send_plan(plan, stored.transfer.friend_id)

    def accept(
        self,
        transfer_id: TransferId,
        folder: str | None,
        chosen: Sequence[int] | None,
        *,
        updates: bool,
    ) -> None:
        """Take what is offered, or of it the chosen entries, into a folder; UsageError."""
        stored = self.transfers.stored(transfer_id)
        if stored is not None:
            place = folder or self._usual_folder(stored.transfer.friend_id)
            wanted = None if chosen is None else picked_ranges(stored, chosen)
            self.transfers.order(transfer_id, AcceptOrder(place, wanted, updates))

    def decline(self, transfer_id: TransferId) -> None:
        """Do not take what is offered."""
        self.transfers.order(transfer_id, DeclineOrder())

    def cancel(self, transfer_id: TransferId) -> None:
        """End a transfer."""
        self.transfers.order(transfer_id, CancelOrder())

    def limit(self, transfer_id: TransferId, limits: RateLimits) -> None:
        """Say how fast a transfer goes; UsageError for what cannot be."""
        self.transfers.order(transfer_id, LimitOrder(judged_limits(limits)))

    def end_all_with(self, friend_id: FriendId) -> None:
        """End everything that is under way with a friend."""
        for transfer in self.queue:
            if transfer.friend_id == friend_id and not transfer.is_final:
                self.cancel(transfer.id)

    # Friends

    def ready(self, session: FriendSession) -> None:
        """Tell a friend who is there what is unfinished between us."""
        flow = self._bandwidth.of_friend(session.friend_id)
        session.lanes.receivers.bucket = flow.down
        self.transfers.greet(session)

    def synced(self, session: FriendSession, rows: Sequence[SyncRow]) -> None:
        """Go on with what both sides know of; RemoteProtocolError."""
        self.transfers.synced(session, rows)
        self.repairing.greet(session)

    def is_waiting(self, friend_id: FriendId) -> bool:
        """Say whether something waits for a friend to be there."""
        return self.transfers.is_waiting(friend_id)

    def offered(self, session: FriendSession, message: Offer | Again | ErrorReport) -> None:
        """Show an offer; or hear what is wanted again, or is not to be had."""
        if self._people.book.pinned(session.friend_id) is None:
            return  # held since a moment ago: the session is about to end
        if isinstance(message, Offer):
            self.transfers.offered(session, message, self._usual_folder(session.friend_id))
        else:
            self.repairing.heard(session, message)

    def _usual_folder(self, friend_id: FriendId) -> str:
        return self._folder_for(self._people.book.get(friend_id))

    def key_of(self, friend_id: FriendId) -> bytes | None:
        """Return a friend's Ed25519 key, None for who is no friend any more."""
        book = self._people.book
        return book.keys(friend_id).ed25519 if book.get(friend_id) is not None else None

    def _name_of(self, friend_id: FriendId) -> str:
        friend = self._people.book.get(friend_id)
        return friend.name if friend is not None else ""

    def _surroundings(self, disk: Worker, spawn: Spawn) -> Surroundings:
        return Surroundings(
            own_id=self._stores.identity.friend_id,
            queue=self.queue,
            disk=disk,
            reading=self.reading,
            spawn=spawn,
            look_for=lambda friend_id: self._people.sessions.look_for(friend_id, afresh=True),
            offer_next=lambda friend_id: self.transfers.offer_next(friend_id),  # noqa: PLW0108
            ended=lambda transfer_id: self.transfers.ended(transfer_id),  # noqa: PLW0108
            repeat_end=lambda session, row: self.transfers.repeat_end(session, row),  # noqa: PLW0108
            turns_changed=lambda: self.transfers.look_at_turns(),  # noqa: PLW0108
            journal_writer=self._journal_writer,
            memory=self.memory,
            declines=BackOff(time.monotonic, AFTER_DECLINES),
            refusals=BackOff(time.monotonic, AFTER_REFUSALS),
            name_of=self._name_of,
            used=self._people.encounters.used,
            policy_of=self._people.book.policy_of,
            keeps_modes_of=self._people.book.keeps_modes_of,
            clock=time.monotonic,
            flow_of=self._bandwidth.of_transfer,
            lost=LostFiles(),
            remembered=lambda transfer_id: self.transfers.remembered(transfer_id),  # noqa: PLW0108
        )
