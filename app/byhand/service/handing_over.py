"""Everything about transfers: what is ordered, what runs, and what is kept of it for later."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Sequence
from contextlib import asynccontextmanager

from byhand.domain.events import Event, OrderFailed, ProfileChanged, TransferAdded
from byhand.domain.friend import Friend
from byhand.domain.history_events import HistoryChanged
from byhand.domain.identity import FriendId
from byhand.domain.limits import RateLimits, judged_limits
from byhand.domain.progress import Progress
from byhand.domain.transfer import TransferId
from byhand.engine.journal_writer import JournalWriter
from byhand.errors import (
    StorageError,
)
from byhand.network.dialer import dial_member
from byhand.protocol.messages import ErrorReport, Offer
from byhand.protocol.resume_messages import Again, SyncRow
from byhand.service.back_off import AFTER_DECLINES, AFTER_REFUSALS, BackOff
from byhand.service.bandwidth_control import BandwidthControl
from byhand.service.choosing import picked_ranges
from byhand.service.expiring import Expiring
from byhand.service.friend_session import FriendSession
from byhand.service.group_sends import GroupNeeds, GroupSends
from byhand.service.groups import Groups
from byhand.service.keeping import Keeping
from byhand.service.lost_files import LostFiles
from byhand.service.member_places import MemberPlaces
from byhand.service.membership import MemberNeeds
from byhand.service.memberships import Memberships
from byhand.service.own_links import own_link
from byhand.service.people import People
from byhand.service.queue import Queue
from byhand.service.remembering import remember_leftovers
from byhand.service.repairing import Repairing
from byhand.service.sending_out import SendingOut
from byhand.service.stores import Stores
from byhand.service.surroundings import (
    AcceptOrder,
    CancelOrder,
    DeclineOrder,
    LimitOrder,
    Surroundings,
)
from byhand.service.transfer_memory import TransferMemory
from byhand.service.transfers import Transfers
from byhand.service.worker import Worker

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
        self.groups = Groups(tell)
        self._stores = stores
        self._people = people
        self._folder_for = folder_for
        self._storage, self._spawn = storage, spawn
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
        self.group_sends, self.memberships = self._make_groups(disk, spawn)
        self._around = around = self._surroundings(disk, spawn)
        find_session = people.sessions.synced
        self.transfers = Transfers(
            stores.identity, self.queue, keeping, around, find_session, self.key_of
        )
        self.sending_out = SendingOut(stores.folder.texts, people, self.transfers)
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
        await self.memberships.close()
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
        yield from self.groups.present()

    def progress(self) -> dict[TransferId, Progress]:
        """Return how far each moving transfer is, right now."""
        return self.queue.progress()

    def tick(self) -> None:
        """Let everything know that half a second has passed."""
        self.queue.sample()
        self.group_sends.show()
        self._bandwidth.follow_schedule()
        self.transfers.tick()
        if self.memory.hashes.is_pending:
            self._spawn(self.memory.hashes.save())
        if self._ticks % TICKS_BETWEEN_LOOKS == 0:
            self._spawn(self._expiring.look())
        self._ticks += 1

    # Orders

    def accept(
        self,
        transfer_id: TransferId,
        folder: str | None,
        chosen: Sequence[int] | None,
        *,
        updates: bool,
        in_group: bool,
    ) -> None:
        """Take what is offered, or of it the chosen entries, into a folder; UsageError."""
        stored = self.transfers.stored(transfer_id)
        if stored is not None:
            place = folder or self._usual_folder(stored.transfer.friend_id)
            wanted = None if chosen is None else picked_ranges(stored, chosen)
            self.transfers.order(
                transfer_id, AcceptOrder(place, wanted, updates, in_group=in_group)
            )

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
        self.group_sends.back(session)
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
            group_sends=self.group_sends,
            memberships=self.memberships,
        )

    def _make_groups(self, disk: Worker, spawn: Spawn) -> tuple[GroupSends, Memberships]:
        places = MemberPlaces(self._people.addresses)
        sends = GroupSends(
            self.groups,
            GroupNeeds(
                hints_of=places.of,
                link_to=own_link,
                size_of=lambda group_id: self.transfers.size_of(group_id),  # noqa: PLW0108
                progress=self.progress,
            ),
        )
        needs = MemberNeeds(
            spawn, disk, dial_member, places.dialable, self.groups, self._bandwidth.all.up
        )
        return sends, Memberships(needs, own_link)
