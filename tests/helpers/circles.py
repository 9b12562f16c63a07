"""Several services in one process that are friends of one another."""

from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

from byhand.domain.events import (
    AddingFriend,
    AddingStage,
    FriendAdded,
    FriendChanged,
    InviteMade,
    InviteUsed,
)
from byhand.domain.friend import Friend, Presence
from byhand.domain.identity import FriendId
from byhand.domain.transfer import TransferId
from tests.helpers.two_services import Party, party


def id_of(somebody: Party) -> FriendId:
    """Return by which id others know a service."""
    return somebody.service._stores.identity.friend_id


def friend(somebody: Party, other: FriendId) -> Friend:
    """Return somebody's friend as they have them now."""
    known = somebody.service._people.book.get(other)
    assert known is not None
    return known


def presence(somebody: Party, other: FriendId) -> Presence:
    """Return what somebody was told last of where a friend is."""
    told = (each for each in somebody.events if isinstance(each, FriendAdded | FriendChanged))
    return [each.presence for each in told if each.friend.id == other][-1]


async def until_online(somebody: Party, other: FriendId) -> None:
    """Wait until somebody has a session with a friend."""
    await somebody.until(lambda: presence(somebody, other).is_online)


async def seek(somebody: Party, other: Party) -> None:
    """Let somebody dial a friend now, as when the friend's announcement is seen; wait for both."""
    somebody.service._people.sessions.look_for(id_of(other), afresh=True)
    await until_online(somebody, id_of(other))
    await until_online(other, id_of(somebody))


async def until_offline(somebody: Party, other: FriendId) -> None:
    """Wait until somebody has no session with a friend."""
    await somebody.until(lambda: not presence(somebody, other).is_online)


async def befriend(maker: Party, user: Party) -> None:
    """Make two services friends by an invite, whether they may meet afterwards or not."""
    made = len(_invites(maker))
    maker.service.make_invite()
    await maker.until(lambda: len(_invites(maker)) > made)
    link = _invites(maker)[-1].link
    before = _added(user)
    user.service.add_friend(link)
    await maker.until(
        lambda: any(isinstance(each, InviteUsed) and each.link == link for each in maker.events)
    )
    await user.until(lambda: _added(user) > before)


@asynccontextmanager
async def circle(folder: Path, *names: str) -> AsyncIterator[Sequence[Party]]:
    """Run one service a name, by which each of them introduces itself."""
    async with AsyncExitStack() as stack:
        parties = []
        for number, name in enumerate(names):
            profile = folder / f"profile {number}"
            each = await stack.enter_async_context(party(profile, folder / f"in {number}"))
            each.service.profile.set_names(name, f"computer {number}")
            parties.append(each)
        yield parties


@asynccontextmanager
async def friends_of_the_first(folder: Path, *names: str) -> AsyncIterator[Sequence[Party]]:
    """Run several services; the first is the friend of every other, and online with them."""
    async with circle(folder, *names) as (first, *others):
        for other in others:
            await befriend(first, other)
            await until_online(first, id_of(other))
            await until_online(other, id_of(first))
        yield (first, *others)


def sends(sender: Party, receiver: Party, *paths: Path) -> TransferId:
    """Let one of them send something to another."""
    return sender.service.send([str(path) for path in paths], id_of(receiver))


def _invites(somebody: Party) -> list[InviteMade]:
    return [each for each in somebody.events if isinstance(each, InviteMade)]


def _added(somebody: Party) -> int:
    return sum(
        isinstance(each, AddingFriend) and each.stage is AddingStage.ADDED
        for each in somebody.events
    )
