"""Everything that window and command line can see and ask for, in one object."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from byhand.domain.events import OrderFailed, ProfileChanged, TransferAdded
from byhand.domain.friend import Friend, Trust
from byhand.domain.identity import FriendId
from byhand.domain.limits import RateLimits, judged_limits
from byhand.domain.progress import Progress
from byhand.domain.transfer import TransferId
from byhand.errors import (
    ByhandError,
    FriendOrderError,
    FriendProblem,
    UnknownFriendError,
    UsageError,
)
from byhand.network.addresses import typed_hint
from byhand.network.discovery import Discovery
from byhand.protocol.messages import Offer
from byhand.service.back_off import AFTER_DECLINES, AFTER_REFUSALS, BackOff
from byhand.service.bandwidth_control import BandwidthControl
from byhand.service.friend_session import FriendSession
from byhand.service.friends import Friends
from byhand.service.guarding import guarded, unwrapped
from byhand.service.inviting import judged_addresses, judged_hours
from byhand.service.log_keeping import kept_log
from byhand.service.observers import Observer, Observers
from byhand.service.own_profile import OwnProfile
from byhand.service.people import Concerns, Discover, People
from byhand.service.queue import Queue
from byhand.service.stores import Stores, open_stores
from byhand.service.surroundings import (
    AcceptOrder,
    CancelOrder,
    DeclineOrder,
    LimitOrder,
    Surroundings,
)
from byhand.service.transfers import Transfers
from byhand.service.worker import Worker

TICK_SECONDS = 0.5
TICKS_BETWEEN_TRIES = 20
DISK_THREADS = 4


@asynccontextmanager
async def open_service(
    profile: Path,
    *,
    port: int | None = None,
    downloads: str | None = None,
    discover: Discover = Discovery,
) -> AsyncIterator["TransferService"]:
    """Open a profile and run its service until the block ends.

    `port` and `downloads` stand in for the settings, for this run. Raises ProfileInUseError,
    CorruptIdentityError, StorageError, NetworkError, and what the block raises, in no group.
    """
    storage, disk = Worker("storage"), Worker("disk", DISK_THREADS)
    try:
        stores = await storage.run(open_stores, profile)
        try:
            service = TransferService(
                stores, storage, disk, port=port, downloads=downloads, discover=discover
            )
            async with kept_log(stores.folder.log, storage):
                with unwrapped():
                    async with service.running():
                        yield service
                await storage.run(stores.mark_stopped)
        finally:
            await storage.run(stores.close)
    finally:
        disk.close()
        storage.close()


class TransferService:
    """Owns all state of a profile; orders return at once, what comes of them is told as events."""

    def __init__(
        self,
        stores: Stores,
        storage: Worker,
        disk: Worker,
        *,
        port: int | None,
        downloads: str | None,
        discover: Discover,
    ) -> None:
        self._stores = stores
        self._storage = storage
        self._observers = Observers()
        self._group = asyncio.TaskGroup()
        self._waiting: set[asyncio.Task[None]] = set()
        self._queue = Queue(self._observers.tell)
        self._bandwidth = BandwidthControl()
        self._people = People(
            stores,
            storage,
            disk,
            port if port is not None else stores.settings.port,
            self._concerns(),
            discover,
        )
        self.profile = OwnProfile(
            stores, storage, disk, self._people, self._observers.tell, self._obey, downloads
        )
        self.pairing = self._people.pairing
        self.introductions = self._people.newcomers.introductions
        self._transfers = Transfers(
            stores.identity, self._queue, self._surroundings(disk), self._people.sessions.get
        )
        self.friends = Friends(self._people, self._obey, self._transfers.end_all_with)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Listen, look for friends and serve until the block ends."""
        async with self._group, self._people.running():
            self.subscribe(self._bandwidth.hear)
            ticker = self._group.create_task(self._tick())
            try:
                yield
            finally:
                ticker.cancel()
                await self._transfers.close()
                await self._stop_waiting()

    # What can be seen

    def subscribe(self, observer: Observer) -> Callable[[], None]:
        """Tell an observer everything that is there, then every change; return what ends that."""
        observer(ProfileChanged(self.profile.now()))
        for event in self._people.present():
            observer(event)
        for transfer in self._queue:
            observer(TransferAdded(transfer))
        return self._observers.add(observer)

    def progress(self) -> dict[TransferId, Progress]:
        """Return how far each moving transfer is, right now."""
        return self._queue.progress()

    def friend_named(self, text: str) -> Friend:
        """Return the friend of a name, of "NAME/COMPUTER", or of ≥ 8 digits of an id.

        Of a person with several computers it is the one last used, those who are there first.
        Raises UnknownFriendError.
        """
        return self._people.book.named(text)

    # Transfers

    def send(self, paths: Sequence[str], to: FriendId, at: str | None = None) -> TransferId:
        """Offer files and folders to a friend, now or when they are back.

        `at` is an address to try as well. Raises UnknownFriendError, UsageError.
        """
        friend = self._people.book.get(to)
        if friend is None:
            raise UnknownFriendError(to.hex())
        if friend.trust is Trust.BLOCKED:
            raise FriendOrderError(FriendProblem.BLOCKED, friend.name)
        hints = [typed_hint(at)] if at else []
        self._people.sessions.look_for(to, hints, afresh=True)
        return self._transfers.send(paths, to, self._people.book.keys(to).ed25519)

    def send_again(self, transfer_id: TransferId) -> TransferId:
        """Offer the same files to the same friend once more; UsageError, UnknownFriendError."""
        transfer = self._queue.get(transfer_id)
        paths = self._transfers.paths_of(transfer_id)
        if transfer is None or not paths:
            raise UsageError("That transfer is not on the list any more.")
        return self.send(paths, transfer.friend_id)

    def accept(self, transfer_id: TransferId, folder: str | None = None) -> None:
        """Take what is offered, into a folder."""
        transfer = self._queue.get(transfer_id)
        if transfer is not None:
            usual = self.profile.folder_for(self._people.book.get(transfer.friend_id))
            self._transfers.order(transfer_id, AcceptOrder(folder or usual))

    def decline(self, transfer_id: TransferId) -> None:
        """Do not take what is offered."""
        self._transfers.order(transfer_id, DeclineOrder())

    def cancel(self, transfer_id: TransferId) -> None:
        """End a transfer."""
        self._transfers.order(transfer_id, CancelOrder())

    def set_transfer_limits(self, transfer_id: TransferId, limits: RateLimits) -> None:
        """Say how fast one transfer goes; UsageError for what cannot be."""
        self._transfers.order(transfer_id, LimitOrder(judged_limits(limits)))

    def remove(self, transfer_id: TransferId) -> None:
        """Take a transfer that has ended off the list."""
        self._transfers.remove(transfer_id)

    # People

    def make_invite(self, hours: float = 24.0, at: Sequence[str] = ()) -> None:
        """Make a link that turns whoever uses it into a friend; InviteMade tells it.

        `at`: HOST or HOST:PORT where we can be reached besides our own addresses. Raises
        UsageError, also unless it shall be good for at most 7 days.
        """
        hints = judged_addresses(at)
        self._obey(self._people.newcomers.inviting.make(judged_hours(hours), hints))

    def add_friend(self, link: str) -> None:
        """Become a friend of whoever made a link; AddingFriend tells how it goes."""
        self._wait(self._people.newcomers.inviting.use(link))

    def _concerns(self) -> Concerns:
        return Concerns(
            tell=self._observers.tell,
            spawn=self._spawn,
            wait=self._wait,
            introduction=lambda: self.profile.introduction,
            offered=self._offered,
            ready=self._ready,
            is_wanted=lambda friend_id: self._transfers.is_waiting(friend_id),  # noqa: PLW0108
            profile_changed=lambda: self.profile.tell(),  # noqa: PLW0108
        )

    def _ready(self, friend_id: FriendId) -> None:
        session = self._people.sessions.get(friend_id)
        if session is not None:
            session.lanes.receivers.bucket = self._bandwidth.of_friend(friend_id).down
        self._transfers.offer_next(friend_id)

    def _offered(self, session: FriendSession, offer: Offer) -> None:
        if self._people.book.pinned(session.friend_id) is None:
            return  # held since a moment ago: the session is about to end
        folder = self.profile.folder_for(self._people.book.get(session.friend_id))
        self._transfers.offered(session, offer, folder)

    def _surroundings(self, disk: Worker) -> Surroundings:
        stagings, storage = self._stores.database.stagings, self._storage
        return Surroundings(
            own_id=self._stores.identity.friend_id,
            queue=self._queue,
            disk=disk,
            spawn=self._spawn,
            look_for=lambda friend_id: self._people.sessions.look_for(friend_id, afresh=True),
            offer_next=lambda friend_id: self._transfers.offer_next(friend_id),  # noqa: PLW0108
            ended=lambda transfer_id: self._transfers.ended(transfer_id),  # noqa: PLW0108
            remember_staging=lambda path: storage.run(stagings.add, path, time.time()),
            forget_staging=lambda path: storage.run(stagings.remove, path),
            declines=BackOff(time.monotonic, AFTER_DECLINES),
            refusals=BackOff(time.monotonic, AFTER_REFUSALS),
            used=self._people.encounters.used,
            policy_of=self._people.book.policy_of,
            flow_of=self._bandwidth.of_transfer,
        )

    async def _tick(self) -> None:
        ticks = 0
        while True:
            await asyncio.sleep(TICK_SECONDS)
            ticks += 1
            self._queue.sample()
            self._transfers.tick()
            self._bandwidth.follow_schedule()
            if ticks % TICKS_BETWEEN_TRIES == 0:
                self._spawn(self._people.newcomers.review())
                for friend in self._people.book:
                    self._transfers.offer_next(friend.id)

    def _wait(self, work: Coroutine[None, None, None]) -> None:
        """Do what may wait long for others; it is given up when the service ends."""
        task = self._spawn(work)
        self._waiting.add(task)
        task.add_done_callback(self._waiting.discard)

    async def _stop_waiting(self) -> None:
        waiting = tuple(self._waiting)
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)

    def _obey(self, work: Coroutine[None, None, None]) -> None:
        """Do what the user ordered, who is told if it fails."""
        self._spawn(work, lambda error: self._observers.tell(OrderFailed(error)))

    def _spawn(
        self,
        work: Coroutine[None, None, None],
        failed: Callable[[ByhandError], object] | None = None,
    ) -> asyncio.Task[None]:
        task = self._group.create_task(guarded(work, failed))
        task.add_done_callback(lambda _: work.close())  # it may be cancelled before it begins
        return task
