"""Two services that are friends and outlive their stops: each is opened again on its profile."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from byhand.domain.events import InviteMade
from byhand.domain.identity import FriendId
from byhand.domain.transfer import Transfer, TransferId, TransferState
from byhand.service.friend_session import FriendSession
from byhand.service.sessions import RENEWED_AFTER_SECONDS
from byhand.service.transfer_service import TransferService, open_service
from tests.helpers.leftovers import leftovers_of
from tests.helpers.two_services import SECONDS, Party, without_networks

POLL_SECONDS = 0.002


def free_port() -> int:
    """Return a port where nobody listens now."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


@dataclass
class Lasting:
    """One user: a profile, a folder for what arrives, and a service while it is started.

    It runs in a task of its own, so that whoever starts it need not be who stops it.
    """

    profile: Path
    folder: Path
    port: int = field(default_factory=free_port)

    def __post_init__(self) -> None:
        self._party: Party | None = None
        self._running: asyncio.Task[None] | None = None
        self._is_over = asyncio.Event()

    @property
    def is_up(self) -> bool:
        """Whether the service runs."""
        return self._party is not None

    @property
    def party(self) -> Party:
        """The running service and what it told since it was started."""
        assert self._party is not None, "the service is not started"
        return self._party

    @property
    def service(self) -> TransferService:
        """The running service."""
        return self.party.service

    @property
    def friend_id(self) -> FriendId:
        """Whom it is friends with."""
        return self.party.friend.id

    async def start(self) -> None:
        """Open the profile, and return once its service runs."""
        await asyncio.to_thread(self.folder.mkdir, exist_ok=True)
        started: asyncio.Future[Party] = asyncio.get_running_loop().create_future()
        self._is_over = asyncio.Event()
        self._running = asyncio.create_task(self._run(started))
        running = self._running
        running.add_done_callback(lambda _: started.done() or started.cancel())
        try:
            self._party = await started
        except asyncio.CancelledError:
            await running  # raises why it did not start
            raise

    async def stop(self) -> None:
        """End the service in order."""
        if self._running is not None:
            self._is_over.set()
            self._party = None
            running, self._running = self._running, None
            async with asyncio.timeout(SECONDS):
                await running

    async def restart(self) -> None:
        """End the service, and open its profile again."""
        await self.stop()
        await self.start()

    async def _run(self, started: "asyncio.Future[Party]") -> None:
        async with open_service(
            self.profile, port=self.port, downloads=str(self.folder), discover=without_networks
        ) as service:
            started.set_result(Party(service, self.folder))
            await self._is_over.wait()

    # What is seen

    def session(self) -> FriendSession | None:
        """Return the session with the friend, if there is one."""
        return self.service._people.sessions.get(self.friend_id)

    def transfer(self, transfer_id: TransferId) -> Transfer | None:
        """Return a transfer as it is now."""
        return self.service._handing_over.queue.get(transfer_id)

    def state(self, transfer_id: TransferId) -> TransferState | None:
        """Return where a transfer stands."""
        transfer = self.transfer(transfer_id)
        return transfer.state if transfer is not None else None

    def done_bytes(self, transfer_id: TransferId) -> int:
        """Return how much of a transfer is at the receiver, as far as is known here."""
        progress = self.service.progress().get(transfer_id)
        return progress.bytes if progress is not None else 0

    def cut(self) -> None:
        """Break the connection with the friend off, without a goodbye."""
        session = self.session()
        if session is not None:
            session._channel.abort()

    def grow_old(self) -> None:
        """Have the session replaced, as after a day."""
        session = self.session()
        if session is not None:
            session.started_at -= RENEWED_AFTER_SECONDS
            self.service._people.sessions.look_for(self.friend_id, afresh=True)

    async def until(self, is_so: Callable[[], bool]) -> None:
        """Wait for what no event tells."""
        try:
            async with asyncio.timeout(SECONDS):
                while not is_so():  # noqa: ASYNC110
                    await asyncio.sleep(POLL_SECONDS)
        except TimeoutError:
            told = list(self.service._handing_over.queue) if self.is_up else "stopped"
            raise AssertionError(f"it never comes to that: {told}") from None

    async def until_state(self, transfer_id: TransferId, *states: TransferState) -> None:
        """Wait until a transfer stands so."""
        await self.until(lambda: self.state(transfer_id) in states)

    async def until_final(self, transfer_id: TransferId) -> Transfer:
        """Wait until a transfer has ended."""
        await self.until(lambda: (now := self.transfer(transfer_id)) is not None and now.is_final)
        transfer = self.transfer(transfer_id)
        assert transfer is not None
        return transfer

    async def until_offered(self, transfer_id: TransferId) -> None:
        """Wait until an offer can be answered."""
        await self.until(lambda: (now := self.transfer(transfer_id)) is not None and now.is_counted)

    async def until_moved(self, transfer_id: TransferId, byte_count: int) -> None:
        """Wait until so much of a transfer is at the receiver."""
        await self.until(lambda: self.done_bytes(transfer_id) >= byte_count)

    async def until_moved_or_over(self, transfer_id: TransferId, byte_count: int) -> None:
        """Wait until so much of a transfer is at the receiver, or it has ended."""

        def is_so() -> bool:
            transfer = self.transfer(transfer_id)
            is_over = transfer is not None and transfer.is_final
            return is_over or self.done_bytes(transfer_id) >= byte_count

        await self.until(is_so)


@dataclass
class Friends:
    """Alice sends, Bob receives."""

    alice: Lasting
    bob: Lasting

    def send(self, *paths: Path) -> TransferId:
        """Have Alice send something to Bob."""
        return self.alice.service.send([str(path) for path in paths], self.alice.friend_id)

    async def accepted(self, *paths: Path) -> TransferId:
        """Have Alice send something that Bob accepts."""
        transfer_id = self.send(*paths)
        await self.bob.until_offered(transfer_id)
        self.bob.service.accept(transfer_id)
        return transfer_id

    async def both_here(self) -> None:
        """Wait until they have met."""
        for side in (self.alice, self.bob):
            await side.until(lambda side=side: side.session() is not None)  # type: ignore[misc]

    async def both_final(self, transfer_id: TransferId) -> tuple[Transfer, Transfer]:
        """Wait until both say how a transfer has ended, and compare that."""
        ends = [await side.until_final(transfer_id) for side in (self.alice, self.bob)]
        return ends[0], ends[1]

    async def stop(self) -> None:
        """End both services."""
        for side in (self.alice, self.bob):
            await side.stop()

    def leftovers(self) -> list[str]:
        """Return what of transfers that are over is left; both must be stopped."""
        return [
            left
            for side in (self.alice, self.bob)
            for left in leftovers_of(side.profile, side.folder)
        ]


async def befriend(alice: Lasting, bob: Lasting) -> None:
    """Make two that are started friends, by an invite, and wait until they have met."""
    maker = alice.party
    alice.service.make_invite()
    await maker.until(lambda: any(isinstance(each, InviteMade) for each in maker.events))
    link = next(each.link for each in maker.events if isinstance(each, InviteMade))
    bob.service.add_friend(link)
    await maker.until(lambda: maker.is_friend_online)
    await bob.party.until(lambda: bob.party.is_friend_online)


@asynccontextmanager
async def friends_in(folder: Path) -> AsyncIterator[Friends]:
    """Run two friends below a folder; when the block ends, stop whoever runs."""
    alice = Lasting(folder / "alice", folder / "alice's downloads")
    bob = Lasting(folder / "bob", folder / "bob's downloads")
    friends = Friends(alice, bob)
    try:
        await alice.start()
        await bob.start()
        await befriend(alice, bob)
        yield friends
    finally:
        await friends.stop()
