"""Anna, who is a friend of Marek and of Mira, who do not know each other; over loopback."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from byhand.domain.events import (
    FriendAdded,
    FriendChanged,
    IntroductionAnswered,
    IntroductionChanged,
    IntroductionGone,
    InviteMade,
)
from byhand.domain.friend import Friend
from byhand.domain.identity import FriendId
from byhand.domain.introduction import Introduced, IntroductionStage
from tests.helpers.two_services import Party, party

ANNA, MAREK, MIRA = "Anna", "Marek", "Mira"


@asynccontextmanager
async def somebody(name: str, folder: Path) -> AsyncIterator[Party]:
    """Run the service of one of the three."""
    async with party(folder / name, folder / f"{name}'s downloads") as one:
        one.service.profile.set_names(name, f"{name}'s computer")
        yield one


@asynccontextmanager
async def three_services(folder: Path) -> AsyncIterator[tuple[Party, Party, Party]]:
    """Run the services of Anna, Marek and Mira, once Anna sees both of her friends."""
    async with (
        somebody(ANNA, folder) as anna,
        somebody(MAREK, folder) as marek,
        somebody(MIRA, folder) as mira,
    ):
        await become_friends(anna, marek, MAREK)
        await become_friends(anna, mira, MIRA)
        yield anna, marek, mira


async def become_friends(maker: Party, user: Party, users_name: str) -> None:
    """Let somebody use an invite of somebody else, and wait until the maker sees them."""
    before = len(links(maker))
    maker.service.make_invite()
    await maker.until(lambda: len(links(maker)) > before)
    user.service.add_friend(links(maker)[-1])
    await until_online(maker, users_name)


def links(somebody: Party) -> list[str]:
    """Return the links of all invites that somebody made."""
    return [each.link for each in somebody.events if isinstance(each, InviteMade)]


def friend_named(somebody: Party, name: str) -> Friend | None:
    """Return somebody's friend of a name, as told last."""
    known = {friend.id: friend for friend, _ in news(somebody)}
    return next((friend for friend in known.values() if friend.name == name), None)


def id_of(somebody: Party) -> FriendId:
    """Return somebody's own id."""
    return somebody.service.profile.now().id


def news(somebody: Party) -> list[tuple[Friend, bool]]:
    """Return all that somebody was told of friends, and whether they were online then."""
    return [
        (each.friend, each.presence.is_online)
        for each in somebody.events
        if isinstance(each, (FriendAdded, FriendChanged))
    ]


def is_online(somebody: Party, name: str) -> bool:
    """Say whether somebody sees a friend."""
    told = [online for friend, online in news(somebody) if friend.name == name]
    return bool(told) and told[-1]


async def until_online(somebody: Party, *names: str) -> None:
    """Wait until somebody sees these friends."""
    await somebody.until(lambda: all(is_online(somebody, name) for name in names))


def introduce(anna: Party, *names: str) -> None:
    """Let Anna introduce two of her friends."""
    one, other = (anna.service.friend_named(name).id for name in names)
    anna.service.introductions.introduce(one, other)


def shown(somebody: Party) -> list[Introduced]:
    """Return the introductions that are on somebody's screen, as told last."""
    now: dict[bytes, Introduced] = {}
    for event in somebody.events:
        if isinstance(event, IntroductionChanged):
            now[event.introduced.id] = event.introduced
        elif isinstance(event, IntroductionGone):
            now.pop(event.introduction_id, None)
    return list(now.values())


async def until_stage(somebody: Party, stage: IntroductionStage, name: str = "") -> Introduced:
    """Wait until an introduction is at a stage and return it."""

    def found() -> list[Introduced]:
        return [each for each in shown(somebody) if each.stage is stage and name in each.name]

    await somebody.until(lambda: bool(found()))
    return found()[0]


def answers(anna: Party) -> list[tuple[str, str, bool]]:
    """Return what Anna was told of answers: who, about whom, and whether they agree."""
    return [
        (each.friend.name, each.other_name, each.agrees)
        for each in anna.events
        if isinstance(each, IntroductionAnswered)
    ]


def shared_key(somebody: Party, other: Party) -> bytes:
    """Return the key that somebody has pinned for somebody else."""
    pinned = somebody.service._people.book.pinned(id_of(other))
    assert pinned is not None
    return pinned.psk
