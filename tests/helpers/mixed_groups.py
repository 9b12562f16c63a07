"""A group that a service sends to: other services, and friends with software of their own."""

from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace

from byhand.domain.group import GroupMode
from byhand.domain.limits import RateLimits
from byhand.domain.pieces import MIB
from byhand.domain.plan import SendOptions
from byhand.network.addresses import own_interfaces
from byhand.protocol.messages import Hello
from tests.helpers.groups import is_done, offered
from tests.helpers.scripted_friend import ScriptedFriend
from tests.helpers.scripted_groups import GREETING, ScriptedReceiver, dead_end
from tests.helpers.three_services import ANNA, become_friends, somebody
from tests.helpers.two_services import Party

FORCED = SendOptions(group=GroupMode.ON)


@dataclass
class MixedGroup:
    """Anna has offered something to all; nobody has answered."""

    anna: Party
    services: list[Party]
    scripted: list[ScriptedReceiver]
    paths: Sequence[Path]

    async def accept(self, *parties: Party) -> None:
        """Let services take part: all, or some."""
        for party in parties or self.services:
            party.service.accept((await offered(party)).id)

    async def all_done(self) -> None:
        """Wait until Anna's services have everything, and look at it."""
        for party in self.services:
            await party.until(lambda: is_done(party))  # noqa: B023  # awaited at once
            await party.until_only(*(path.name for path in self.paths))
            for path in self.paths:
                assert (party.folder / path.name).read_bytes() == path.read_bytes()


def own_host() -> str:
    """Return an address of this computer that others of a network may be told of, if it has one."""
    addresses = [own.ip for each in own_interfaces() for own in each.addresses]
    return next((str(each) for each in addresses if each.version == 4), "127.0.0.1")


@asynccontextmanager
async def mixed_group(
    folder: Path,
    paths: Sequence[Path],
    services: Collection[str],
    scripted: Collection[str] = (),
    *,
    rate: int | None = 3 * MIB,
    options: SendOptions = FORCED,
    hello: Hello = GREETING,
) -> AsyncIterator[MixedGroup]:
    """Let Anna offer paths to all of these; what she sends is limited to `rate` bytes a second."""
    async with AsyncExitStack() as stack:
        anna, *others = [
            await stack.enter_async_context(somebody(name, folder)) for name in (ANNA, *services)
        ]
        for party, name in zip(others, services, strict=True):
            await become_friends(anna, party, name)
        host = own_host()
        nobody = stack.enter_context(dead_end(host))
        friends = [await ScriptedFriend.of(anna, name) for name in scripted]
        greeting = replace(hello, port=nobody.port)
        spoken = [
            await stack.enter_async_context(friend.calls(hello=greeting, host=host))
            for friend in friends
        ]
        anna.service.profile.set_limits(RateLimits(up=rate, down=None))
        to = [anna.service.friend_named(name).id for name in (*services, *scripted)]
        anna.service.send_to_all([str(path) for path in paths], to, options)
        receivers = [await ScriptedReceiver.hears(each) for each in spoken]
        yield MixedGroup(anna, others, receivers, paths)
