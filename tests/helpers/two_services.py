"""Two services in one process that are friends, over loopback and without multicast."""

import asyncio
import functools
import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from byhand.domain.events import Event, FriendAdded, FriendChanged, InviteMade, TransferChanged
from byhand.domain.friend import Friend
from byhand.domain.transfer import Transfer, TransferId, TransferState
from byhand.network.discovery import Discovery
from byhand.service.people import Discover
from byhand.service.transfer_service import TransferService, open_service

SECONDS = 30.0
QUIET_SECONDS = 0.3
without_networks = functools.partial(Discovery, find_networks=lambda: ())
"""A discovery that sees no network, so that nothing leaves this computer."""


@dataclass
class Party:
    """A running service, everything that it told, and a way to wait for what it will tell."""

    service: TransferService
    folder: Path
    events: list[Event] = field(default_factory=list)
    grew: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.service.subscribe(self._hear)

    def _hear(self, event: Event) -> None:
        self.events.append(event)
        self.grew.set()

    async def until(self, is_there: Callable[[], bool]) -> None:
        """Wait until something holds, looked at after every event."""
        async with asyncio.timeout(SECONDS):
            while not is_there():
                self.grew.clear()
                await self.grew.wait()

    async def until_quiet(self) -> None:
        """Wait until nothing is told for a moment: what a session begins with is done."""
        async with asyncio.timeout(SECONDS):
            told = -1
            while told != len(self.events):
                told = len(self.events)
                await asyncio.sleep(QUIET_SECONDS)

    @property
    def friend(self) -> Friend:
        return next(each.friend for each in self.events if isinstance(each, FriendAdded))

    @property
    def is_friend_online(self) -> bool:
        news = [each for each in self.events if isinstance(each, (FriendAdded, FriendChanged))]
        return bool(news) and news[-1].presence.is_online

    async def until_synced(self) -> None:
        """Wait until what is sent is offered at once; no event tells that."""
        async with asyncio.timeout(SECONDS):
            while self.service._people.sessions.synced(self.friend.id) is None:  # noqa: ASYNC110
                await asyncio.sleep(0.01)

    async def until_only(self, *names: str) -> None:
        """Wait until our folder holds this and nothing else; no event tells that."""
        async with asyncio.timeout(SECONDS):
            while sorted(os.listdir(self.folder)) != sorted(names):  # noqa: ASYNC110
                await asyncio.sleep(0.01)

    def transfers(self) -> dict[TransferId, Transfer]:
        """Return the latest that was told of each transfer, also of those taken off the list."""
        return {
            each.transfer.id: each.transfer
            for each in self.events
            if isinstance(each, TransferChanged) or hasattr(each, "transfer")
        }

    async def until_state(self, transfer_id: TransferId, *states: TransferState) -> Transfer:
        def is_there() -> bool:
            transfer = self.transfers().get(transfer_id)
            return transfer is not None and transfer.state in states

        await self.until(is_there)
        return self.transfers()[transfer_id]

    async def until_final(self, transfer_id: TransferId) -> Transfer:
        await self.until(
            lambda: transfer_id in self.transfers() and self.transfers()[transfer_id].is_final
        )
        return self.transfers()[transfer_id]

    async def until_offered(self, transfer_id: TransferId) -> None:
        """Wait until an offer can be answered."""
        await self.until(
            lambda: transfer_id in self.transfers() and self.transfers()[transfer_id].is_counted
        )


@asynccontextmanager
async def party(
    profile: Path, downloads: Path, discover: Discover = without_networks
) -> AsyncIterator[Party]:
    """Run one service."""
    await asyncio.to_thread(downloads.mkdir, exist_ok=True)
    async with open_service(
        profile, port=0, downloads=str(downloads), discover=discover
    ) as service:
        yield Party(service, downloads)


@asynccontextmanager
async def two_services(
    folder: Path, discover: Discover = without_networks
) -> AsyncIterator[tuple[Party, Party]]:
    """Run two services that are friends by an invite; both have said what is unfinished."""
    async with (
        party(folder / "alice", folder / "alice's downloads", discover) as alice,
        party(folder / "bob", folder / "bob's downloads", discover) as bob,
    ):
        alice.service.make_invite()
        await alice.until(lambda: any(isinstance(each, InviteMade) for each in alice.events))
        link = next(each.link for each in alice.events if isinstance(each, InviteMade))
        bob.service.add_friend(link)
        await alice.until(lambda: alice.is_friend_online)
        await bob.until(lambda: bob.is_friend_online)
        for each in (alice, bob):
            await each.until_synced()
        yield alice, bob
