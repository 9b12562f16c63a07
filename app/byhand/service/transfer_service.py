"""Everything that window and command line can see and ask for, in one object."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from byhand.domain.events import ClosedUnexpectedly, OrderFailed, ProfileChanged
from byhand.domain.friend import Friend
from byhand.domain.identity import FriendId
from byhand.domain.limits import RateLimits
from byhand.domain.plan import AS_IT_IS, SendOptions
from byhand.domain.progress import Progress
from byhand.domain.transfer import TransferId
from byhand.errors import ByhandError
from byhand.network.discovery import Discovery
from byhand.service.checking_connection import CheckingConnection
from byhand.service.concerns import Concerns
from byhand.service.friends import Friends
from byhand.service.guarding import start_guarded, unwrapped
from byhand.service.handing_over import HandingOver
from byhand.service.history import History
from byhand.service.inviting import judged_addresses, judged_hours
from byhand.service.last_run import crash_before
from byhand.service.log_keeping import kept_log
from byhand.service.memberships import at_door
from byhand.service.observers import Observer, Observers
from byhand.service.own_profile import OwnProfile
from byhand.service.people import Discover, People
from byhand.service.pictures import Pictures
from byhand.service.queueing import Queueing
from byhand.service.stores import Stores, open_stores
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

    is_elsewhere = False

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
        wanted = port if port is not None else stores.settings.port
        self._people = People(stores, storage, disk, wanted, self._concerns(), discover)
        self._checking = CheckingConnection(self._people, wanted, self._observers.tell, self._wait)
        self._crash: ClosedUnexpectedly | None = None
        self.profile = OwnProfile(
            stores, storage, disk, self._people, self._observers.tell, self._obey, downloads
        )
        self.pairing = self._people.pairing
        self.introductions = self._people.newcomers.introductions
        self._handing_over = self._make_handing_over(disk)
        self.friends = Friends(self._people, self._obey, self._handing_over.end_all_with)
        transfers, memory = self._handing_over.transfers, self._handing_over.memory
        tell, obey = self._observers.tell, self._obey
        self.queue = Queueing(transfers, memory, disk, tell, obey)
        self._sending_out = self._handing_over.sending_out
        send, stored = self._sending_out.send_plan, transfers.stored
        self.pictures = Pictures(stores.folder.texts, disk, obey, send, stored)
        self.history = History(self._handing_over, disk, tell, obey, stores.identity.keys)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Listen, look for friends and serve until the block ends."""
        async with self._group, self._handing_over.running(), self._people.running():
            self._crash = crash_before(self._stores, self._handing_over.queue)
            self.subscribe(self._handing_over.hear)
            self.subscribe(self.pictures.hear)
            self.subscribe(self._checking.hear)
            ticker = self._group.create_task(self._tick())
            try:
                yield
            finally:
                ticker.cancel()
                await self.pictures.settle()
                await self._handing_over.stop()
                await self._stop_waiting()
                await self._checking.close()

    # What can be seen

    def subscribe(self, observer: Observer) -> Callable[[], None]:
        """Tell an observer everything that is there, then every change; return what ends that."""
        observer(ProfileChanged(self.profile.now()))
        for event in self._people.present():
            observer(event)
        for event in self._handing_over.present():
            observer(event)
        if self._crash is not None:
            observer(self._crash)
        return self._observers.add(observer)

    def progress(self) -> dict[TransferId, Progress]:
        """Return how far each moving transfer is, right now."""
        return self._handing_over.progress()

    def friend_named(self, text: str) -> Friend:
        """Return the friend of a name, of "NAME/COMPUTER", or of ≥ 8 digits of an id.

        Of a person with several computers it is the one last used, those who are there first.
        Raises UnknownFriendError.
        """
        return self._people.book.named(text)

    # Transfers

    def send(
        self,
        paths: Sequence[str],
        to: FriendId,
        at: str | None = None,
        options: SendOptions = AS_IT_IS,
    ) -> TransferId:
        """Offer files and folders to a friend, now or when they are back.

        What is on its way to them already is joined. `at` is an address to try as well. Raises
        UnknownFriendError, UsageError.
        """
        return self._sending_out.send(paths, to, at, options)

    def send_to_all(
        self,
        paths: Sequence[str],
        to: Sequence[FriendId],
        options: SendOptions = AS_IT_IS,
        at: str | None = None,
    ) -> tuple[TransferId, ...]:
        """Offer the same to each of some friends, who may pass it on to each other."""
        return self._sending_out.send_to_all(paths, to, options, at)

    def send_text(self, text: str, to: FriendId, at: str | None = None) -> TransferId:
        """Offer a text, which is shown instead of saved; at most 1 MiB. Raises as `send`."""
        return self._sending_out.send_text(text, to, at)

    def send_again(self, transfer_id: TransferId) -> TransferId:
        """Offer the same files to the same friend once more; UsageError, UnknownFriendError."""
        return self._sending_out.send_again(transfer_id)

    def accept(
        self,
        transfer_id: TransferId,
        folder: str | None = None,
        *,
        chosen: Sequence[int] | None = None,
        updates: bool = False,
        in_group: bool = True,
    ) -> None:
        """Take what is offered, into a folder; of it `chosen`: ranges [start, count, …]."""
        self._handing_over.accept(transfer_id, folder, chosen, updates=updates, in_group=in_group)

    def stop_passing_on(self, transfer_id: TransferId, /) -> None:
        """Let the others have no more of what is all here; it stays as it is."""
        self._handing_over.groups.stop(transfer_id)

    def decline(self, transfer_id: TransferId) -> None:
        """Do not take what is offered."""
        self._handing_over.decline(transfer_id)

    def cancel(self, transfer_id: TransferId) -> None:
        """End a transfer."""
        self._handing_over.cancel(transfer_id)

    def set_transfer_limits(self, transfer_id: TransferId, limits: RateLimits) -> None:
        """Say how fast one transfer goes; UsageError for what cannot be."""
        self._handing_over.limit(transfer_id, limits)

    def remove(self, transfer_id: TransferId) -> None:
        """Take a transfer that has ended off the list; nobody gets more of it from here."""
        self._handing_over.groups.stop(transfer_id)
        self._handing_over.transfers.remove(transfer_id)

    # People

    def make_invite(self, hours: float = 24.0, at: Sequence[str] = ()) -> None:
        """Make a link that turns whoever uses it into a friend; InviteMade tells it.

        `at`: HOST or HOST:PORT where we can be reached besides our own addresses. Raises
        UsageError, also unless it shall be good for at most 7 days.
        """
        hints = judged_addresses(at)
        self._obey(self._people.newcomers.inviting.make(judged_hours(hours), hints))

    def check_connection(self, friend_id: FriendId | None = None, /) -> None:
        """Find out what stands between us and anybody, or a friend, whom we ask to dial back."""
        self._checking.start(friend_id)

    def add_friend(self, link: str) -> None:
        """Become a friend of whoever made a link; AddingFriend tells how it goes."""
        self._wait(self._people.newcomers.inviting.use(link))

    def _make_handing_over(self, disk: Worker) -> HandingOver:
        return HandingOver(
            self._stores,
            self._storage,
            disk,
            self._people,
            self._observers.tell,
            self._spawn,
            lambda friend: self.profile.folder_for(friend),  # noqa: PLW0108
        )

    def _concerns(self) -> Concerns:
        return Concerns(
            tell=self._observers.tell,
            spawn=self._spawn,
            wait=self._wait,
            introduction=lambda: self.profile.introduction,
            offered=lambda session, offer: self._handing_over.offered(session, offer),  # noqa: PLW0108
            synced=lambda session, rows: self._handing_over.synced(session, rows),  # noqa: PLW0108
            ready=lambda session: self._handing_over.ready(session),  # noqa: PLW0108
            grouped=lambda session, group: self._handing_over.memberships.heard(session, group),  # noqa: PLW0108
            members=at_door(lambda: self._handing_over.memberships),
            is_wanted=lambda friend_id: self._handing_over.is_waiting(friend_id),  # noqa: PLW0108
            profile_changed=lambda: self.profile.tell(),  # noqa: PLW0108
        )

    async def _tick(self) -> None:
        ticks = 0
        while True:
            await asyncio.sleep(TICK_SECONDS)
            ticks += 1
            self._handing_over.tick()
            if ticks % TICKS_BETWEEN_TRIES == 0:
                self._spawn(self._people.newcomers.review())
                for friend in self._people.book:
                    self._handing_over.transfers.offer_next(friend.id)
                    if self._people.book.presence(friend.id).is_unreachable:
                        self._people.unanswered(friend.id)  # they may be away by now

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

    def _obey(self, work: Coroutine[None, None, None]) -> asyncio.Task[None]:
        """Do what the user ordered, who is told if it fails."""
        return self._spawn(work, lambda error: self._observers.tell(OrderFailed(error)))

    def _spawn(
        self,
        work: Coroutine[None, None, None],
        failed: Callable[[ByhandError], object] | None = None,
    ) -> asyncio.Task[None]:
        return start_guarded(self._group, work, failed)
