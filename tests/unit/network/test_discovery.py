import asyncio
import ipaddress
import threading

from byhand.domain.events import Trouble
from byhand.domain.friend import Nearby
from byhand.domain.identity import FriendId
from byhand.domain.profile import Visibility
from byhand.errors import NetworkError
from byhand.network.addresses import Hint, Interface
from byhand.network.announcement import Nickname, Sighting, new_announcement
from byhand.network.discovery import Discovery, Observer
from byhand.network.network_identity import NetworkAround
from byhand.network.recognition import Findings
from byhand.network.showing import Wishes

GHOST = NetworkAround(Interface("ghost", 1_000_000, ()), "id of a ghost")
CAROLS_TEXT = new_announcement([], 0, 0, Nickname("Carol", b"8 bytes!")).text
US, BOB = FriendId(bytes(32)), FriendId(bytes([1] * 32))


class Told:
    """What a discovery without a network tells, and the clock it goes by."""

    def __init__(self) -> None:
        self.now = 1_740_000_000.0
        self.events: asyncio.Queue[object] = asyncio.Queue()
        self.networks: tuple[NetworkAround, ...] | NetworkError = ()
        self.networks_told: list[tuple[NetworkAround, ...]] = []

    def find_networks(self) -> tuple[NetworkAround, ...]:
        if isinstance(self.networks, NetworkError):
            raise self.networks
        return self.networks

    def discovery(self) -> Discovery:
        def nothing(*found: object) -> None:
            raise AssertionError(found)

        observer = Observer(
            Findings(nothing, nothing, self.events.put_nowait, self.events.put_nowait),
            on_trouble=self.events.put_nowait,
            on_visibility_ended=lambda: self.events.put_nowait("visibility ended"),
            on_networks_changed=self.networks_told.append,
        )
        return Discovery(
            US,
            47800,
            observer,
            find_networks=self.find_networks,
            clock=lambda: self.now,
            poll_seconds=0.01,
        )


async def test_a_machine_without_a_network_is_offline_and_says_so_once() -> None:
    told = Told()
    async with told.discovery():
        assert await told.events.get() is Trouble.OFFLINE
        await asyncio.sleep(0.05)
    assert told.events.empty()


async def test_an_interface_that_cannot_multicast_is_trouble_until_it_goes() -> None:
    told = Told()
    told.networks = (GHOST,)
    async with told.discovery():
        assert await told.events.get() is Trouble.NO_DISCOVERY
        told.networks = ()
        assert await told.events.get() is Trouble.OFFLINE


async def test_a_system_that_does_not_tell_its_interfaces_is_asked_again() -> None:
    told = Told()
    told.networks = NetworkError("no descriptors left")
    async with told.discovery():
        await asyncio.sleep(0.03)
        assert told.events.empty()
        told.networks = ()
        assert await told.events.get() is Trouble.OFFLINE


async def test_the_networks_around_us_are_told_when_they_change_and_only_then() -> None:
    told = Told()
    told.networks = (GHOST,)
    async with told.discovery():
        await told.events.get()
        await asyncio.sleep(0.05)
        assert told.networks_told == [(GHOST,)]
        told.networks = ()
        await told.events.get()
        assert told.networks_told == [(GHOST,), ()]


async def test_the_networks_are_looked_at_on_another_thread() -> None:
    told = Told()
    seen: asyncio.Queue[int] = asyncio.Queue()
    loop = asyncio.get_running_loop()

    def look() -> tuple[NetworkAround, ...]:
        loop.call_soon_threadsafe(seen.put_nowait, threading.get_ident())
        return ()

    told.find_networks = look  # type: ignore[method-assign]
    async with told.discovery():
        assert await seen.get() != threading.get_ident()


async def test_tokens_are_there_as_soon_as_our_name_is_shown() -> None:
    told = Told()
    async with told.discovery() as discovery:
        assert discovery.tokens() == ()
        discovery.show_to_everyone("Alice", 600)
        (token,) = discovery.tokens()
        assert len(token) == 8
        told.now += 600
        assert discovery.tokens() == ()


async def test_people_nearby_are_told_in_batches_and_not_after_the_end() -> None:
    """The end forgets everybody; the window that ends with it need not be told."""
    told = Told()
    async with told.discovery() as discovery:
        await told.events.get()
        sighting = Sighting("0" * 16, (Hint("10.0.0.2", 47800),), CAROLS_TEXT)
        interface = Interface("ghost", 1, (ipaddress.ip_interface("10.0.0.1/24"),))
        discovery._recognition.see(interface, sighting, 0.0)
        assert told.events.empty()
        assert await told.events.get() == Nearby(b"8 bytes!".hex(), "Carol")
    await asyncio.sleep(0.3)
    assert told.events.empty()


async def test_visibility_ends_by_itself_when_its_time_is_over() -> None:
    told = Told()
    async with told.discovery() as discovery:
        await told.events.get()
        discovery.show_to_everyone("Alice", 600)
        assert discovery.visible_until == told.now + 600
        told.now += 599
        await asyncio.sleep(0.03)
        assert told.events.empty()
        told.now += 1
        assert await told.events.get() == "visibility ended"
        assert discovery.visible_until == 0


async def test_visibility_may_be_prolonged_and_ended_by_the_user() -> None:
    told = Told()
    async with told.discovery() as discovery:
        await told.events.get()
        discovery.show_to_everyone("Alice", 600)
        discovery.show_to_everyone("Alice", 1200)
        assert discovery.visible_until == told.now + 1200
        discovery.show_to_friends()
        assert discovery.visible_until == 0
        discovery.show_to_everyone("Alice", 600)
        discovery.go_by(Wishes(visibility=Visibility.NOBODY))
        assert discovery.visible_until == 0
        told.now += 2000
        await asyncio.sleep(0.03)
        assert told.events.empty()


async def test_there_is_a_token_only_while_somebody_may_see_us() -> None:
    told = Told()
    async with told.discovery() as discovery:
        assert discovery.tokens() == ()
        discovery.show_to_everyone("Alice", 600)
        (token,) = discovery.tokens()
        assert len(token) == 8
        discovery.show_to_friends()
        assert discovery.tokens() == ()
        discovery.show_to_everyone("Alice", 600)
        assert discovery.tokens() != (token,)
        assert discovery.nearby_hints(token.hex()) == ((), token)


async def test_secrets_may_be_set_before_and_while_it_runs() -> None:
    told = Told()
    discovery = told.discovery()
    discovery.set_secrets({BOB: bytes(32)}, {})
    async with discovery:
        discovery.set_secrets({}, {bytes(32): None})
        assert discovery.hints_of(BOB) == ()
        assert discovery.recognised_hosts() == frozenset()


async def test_nothing_is_left_running() -> None:
    told = Told()
    tasks = asyncio.all_tasks()
    async with told.discovery():
        assert await told.events.get() is Trouble.OFFLINE
    assert asyncio.all_tasks() == tasks
