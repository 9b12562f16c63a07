"""A room without a network: whoever shows themselves in it is seen by all others there."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from byhand.domain.events import (
    FriendAdded,
    FriendChanged,
    NearbyAppeared,
    PairingChanged,
    PairingWindowChanged,
)
from byhand.domain.friend import Friend, Nearby, Trust
from byhand.domain.identity import FriendId
from byhand.domain.pairing import Pairing, PairingStage, PairingWindow
from byhand.network.addresses import Hint
from byhand.network.discovery import Discovery, Observer
from tests.helpers.two_services import Party, party

_S = PairingStage


class RoomDiscovery(Discovery):
    """Sees no network, but everybody who shows their name in the same room."""

    def __init__(self, room: "Room", own_id: FriendId, port: int, observer: Observer) -> None:
        super().__init__(own_id, port, observer, find_networks=lambda: ())
        self.hint = Hint("127.0.0.1", port)
        self.findings = observer.findings
        self.places: dict[str, tuple[Hint, ...]] = {}
        self._room = room

    def show_to_everyone(self, name: str, seconds: float) -> None:
        super().show_to_everyone(name, seconds)
        self._room.show(self, name)

    def nearby_hints(self, key: str) -> tuple[tuple[Hint, ...], bytes]:
        return self.places.get(key, ()), bytes.fromhex(key)

    def see(self, name: str, token: bytes, hint: Hint) -> str:
        """Take somebody for there, wherever the hint leads; return their key."""
        key = token.hex()
        self.places[key] = (hint,)
        self.findings.on_nearby(Nearby(key, name))
        return key


class Room:
    """`discover` goes by that name into `open_service`.

    `leads_to` may put somebody in between: it says where a hint that is seen leads.
    """

    def __init__(self, leads_to: Callable[[Hint], Hint] = lambda hint: hint) -> None:
        self.people: list[RoomDiscovery] = []
        self._leads_to = leads_to

    def discover(self, own_id: FriendId, port: int, observer: Observer) -> RoomDiscovery:
        person = RoomDiscovery(self, own_id, port, observer)
        self.people.append(person)
        return person

    def show(self, shown: RoomDiscovery, name: str) -> None:
        for person in self.people:
            if person is not shown:
                person.see(name, shown.tokens()[0], self._leads_to(shown.hint))


class Side:
    """One person in the room: what they are told of pairing, and what they do."""

    def __init__(self, party: Party, name: str) -> None:
        self.party = party
        self.orders = party.service.pairing
        self.name = name
        party.service.profile.set_names(name, f"{name}'s computer")

    @property
    def id(self) -> FriendId:
        return self.party.service.profile.now().id

    @property
    def hint(self) -> Hint:
        """Where this side listens."""
        return Hint("127.0.0.1", self.party.service.profile.now().port)

    @property
    def tokens(self) -> tuple[bytes, ...]:
        """What first messages of strangers must carry now."""
        return self.party.service.pairing.tokens()

    @property
    def seen(self) -> list[Pairing]:
        """Every pairing as it was told, in order."""
        return [each.pairing for each in self.party.events if isinstance(each, PairingChanged)]

    @property
    def now(self) -> Pairing:
        """The pairing that was told last."""
        return self.seen[-1]

    @property
    def window(self) -> PairingWindow:
        windows = [e.window for e in self.party.events if isinstance(e, PairingWindowChanged)]
        return windows[-1] if windows else PairingWindow()

    @property
    def friends(self) -> dict[FriendId, Friend]:
        """Everybody whom this side has as a friend now."""
        news = [e for e in self.party.events if isinstance(e, FriendAdded | FriendChanged)]
        return {each.friend.id: each.friend for each in news}

    def key_of(self, name: str) -> str:
        """The key by which somebody was seen last."""
        seen = [e.nearby for e in self.party.events if isinstance(e, NearbyAppeared)]
        return next(nearby.key for nearby in reversed(seen) if nearby.name == name)

    def pick(self, name: str, *, is_mine: bool = False) -> None:
        self.orders.pair(self.key_of(name), is_mine=is_mine)

    def accept(self, *, is_mine: bool = False) -> None:
        self.orders.accept(self.now.id, is_mine=is_mine)

    def type(self, digits: str) -> None:
        self.orders.type_code(self.now.id, digits)

    async def until(self, *stages: PairingStage) -> Pairing:
        await self.party.until(lambda: bool(self.seen) and self.now.stage in stages)
        return self.now

    async def until_friends_with(self, other: "Side") -> Friend:
        """Wait for a session with a friend."""

        def is_there() -> bool:
            return any(
                isinstance(each, FriendAdded | FriendChanged)
                and each.friend.id == other.id
                and each.presence.is_online
                for each in self.party.events
            )

        await self.party.until(is_there)
        return self.friends[other.id]


@asynccontextmanager
async def in_one_room(
    folder: Path, *names: str, room: Room | None = None
) -> AsyncIterator[tuple[Side, ...]]:
    """Run a service for each name."""
    room = room or Room()
    async with _parties(folder, room, names) as sides:
        yield sides


@asynccontextmanager
async def _parties(
    folder: Path, room: Room, names: tuple[str, ...]
) -> AsyncIterator[tuple[Side, ...]]:
    if not names:
        yield ()
        return
    first, *rest = names
    profile = folder / first.lower()
    async with (
        party(profile, folder / f"{first}'s downloads", room.discover) as own,
        _parties(folder, room, tuple(rest)) as others,
    ):
        yield (Side(own, first), *others)


def both_open(*sides: Side) -> None:
    """Everybody opens "Add a friend"."""
    for side in sides:
        side.orders.open()


async def both_compare(caller: Side, called: Side) -> None:
    """One picks the other, who says yes: both see their half of the code."""
    both_open(caller, called)
    caller.pick(called.name)
    await called.until(_S.ASKED)
    called.accept()
    await caller.until(_S.COMPARING)
    await called.until(_S.COMPARING)


async def paired(caller: Side, called: Side) -> None:
    """Both become friends who have compared codes."""
    await both_compare(caller, called)
    caller.type(called.now.shown)
    called.type(caller.now.shown)
    await caller.until(_S.DONE)
    await called.until(_S.DONE)


async def both_are_friends_once(alice: Side, bob: Side) -> None:
    """Both compare one code, and both have exactly one pairing that went well."""
    await alice.until(_S.COMPARING)
    await bob.until(_S.COMPARING)
    alice.type(bob.now.shown)
    bob.type(alice.now.shown)
    for me, other in ((alice, bob), (bob, alice)):
        assert (await me.until(_S.DONE)).stage is _S.DONE
        assert (await me.until_friends_with(other)).trust is Trust.VERIFIED
        assert sum(each.stage is _S.DONE for each in me.seen) == 1
        assert other.id in me.friends
