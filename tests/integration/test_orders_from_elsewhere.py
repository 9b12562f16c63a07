"""A whole service, ordered by another process over its socket: who is told what."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from byhand.control.link import linked
from byhand.control.remote_service import remote_service
from byhand.control.server import served
from byhand.domain.events import (
    AddingFriend,
    AddingStage,
    BackupFailed,
    BackupRead,
    BackupWritten,
    Event,
    FriendAdded,
    InviteMade,
    OrderFailed,
    ProfileChanged,
    TransferAdded,
)
from byhand.domain.transfer import TransferState
from byhand.errors import StorageError
from byhand.service.observers import ANSWERS
from byhand.service.orders import Service
from tests.helpers.gifts import make_file
from tests.helpers.three_services import ANNA, MAREK, somebody, until_online
from tests.helpers.two_services import SECONDS, Party, party

PASSPHRASE = "a long enough passphrase"


@asynccontextmanager
async def anna_served(folder: Path) -> AsyncIterator[Party]:
    profile = folder / ANNA
    async with party(profile, folder / "downloads") as anna, served(anna.service, profile):
        yield anna


async def told(
    profile: Path, order: Callable[[Service], object], *wanted: type[Event], count: int = 1
) -> list[Event]:
    """Return what another process, which gives an order, is told of some kinds, so many times."""

    async def ask() -> list[Event]:
        news: asyncio.Queue[Event] = asyncio.Queue()
        found: list[Event] = []
        async with asyncio.timeout(SECONDS), linked(profile) as link:
            assert link is not None
            async with remote_service(link) as service:
                service.subscribe(news.put_nowait)
                order(service)
                while len(found) < count:
                    event = await news.get()
                    found += [event] if isinstance(event, wanted) else []
        return found

    return await asyncio.to_thread(lambda: asyncio.run(ask()))


async def test_what_comes_of_an_order_is_told_to_whoever_gave_it_and_to_nobody_else(
    tmp_path: Path,
) -> None:
    profile, file = tmp_path / ANNA, str(tmp_path / "file")
    async with anna_served(tmp_path) as anna:
        orders: list[tuple[Callable[[Service], object], type[Event]]] = [
            (lambda service: service.make_invite(), InviteMade),
            (lambda service: service.profile.export(file, PASSPHRASE), BackupWritten),
            (lambda service: service.profile.export(file, PASSPHRASE), BackupFailed),
            (lambda service: service.profile.read_backup(file, PASSPHRASE), BackupRead),
            (lambda service: service.add_friend("byhand://nonsense"), AddingFriend),
        ]
        for order, kind in orders:
            (event,) = await told(profile, order, *ANSWERS)
            assert isinstance(event, kind)
        assert [event for event in anna.events if isinstance(event, ANSWERS)] == []


async def test_a_disk_that_refuses_is_told_to_whoever_ordered(tmp_path: Path) -> None:
    async with anna_served(tmp_path) as anna:
        settings = tmp_path / ANNA / "settings.json"
        settings.unlink()
        settings.mkdir()
        (event,) = await told(
            tmp_path / ANNA, lambda service: service.profile.set_names("Ann", "x"), OrderFailed
        )
        assert isinstance(event, OrderFailed)
        assert isinstance(event.error, StorageError)
        assert not any(isinstance(each, OrderFailed) for each in anna.events)
        anna.service.profile.set_names("Anne", "x")
        await anna.until(lambda: any(isinstance(each, OrderFailed) for each in anna.events))


async def test_what_changes_is_told_to_everybody(tmp_path: Path) -> None:
    async with anna_served(tmp_path) as anna:
        (_, event) = await told(
            tmp_path / ANNA,
            lambda service: service.profile.set_names("Ann", "desk"),
            ProfileChanged,
            count=2,
        )
        assert event in anna.events


async def test_a_link_used_elsewhere_makes_friends_here(tmp_path: Path) -> None:
    async with anna_served(tmp_path) as anna, somebody(MAREK, tmp_path) as marek:
        marek.service.make_invite()
        await marek.until(lambda: any(isinstance(each, InviteMade) for each in marek.events))
        link = next(each.link for each in marek.events if isinstance(each, InviteMade))
        stages = await told(
            tmp_path / ANNA, lambda service: service.add_friend(link), AddingFriend, count=2
        )
        assert [getattr(each, "stage", None) for each in stages] == [
            AddingStage.CONNECTING,
            AddingStage.ADDED,
        ]
        await anna.until(lambda: any(isinstance(each, FriendAdded) for each in anna.events))


async def test_what_is_sent_from_elsewhere_goes_on_when_they_have_left(tmp_path: Path) -> None:
    gift = make_file(tmp_path / "gift.bin", 1_000_000)
    async with anna_served(tmp_path) as anna, somebody(MAREK, tmp_path) as marek:
        anna.service.make_invite()
        await anna.until(lambda: any(isinstance(each, InviteMade) for each in anna.events))
        link = next(each.link for each in anna.events if isinstance(each, InviteMade))
        marek.service.add_friend(link)
        await until_online(anna, MAREK)
        friend_id = anna.friend.id
        (added,) = await told(
            tmp_path / ANNA, lambda service: service.send([str(gift)], friend_id), TransferAdded
        )
        assert isinstance(added, TransferAdded)
        await marek.until_offered(added.transfer.id)
        marek.service.accept(added.transfer.id, str(tmp_path / "arrived"))
        await anna.until_state(added.transfer.id, TransferState.DONE)
        assert (tmp_path / "arrived/gift.bin").read_bytes() == gift.read_bytes()
