import asyncio
from collections.abc import Sequence

from byhand.domain.events import Trouble
from byhand.domain.identity import FriendId
from byhand.errors import NetworkError
from byhand.network.addresses import Interface
from byhand.network.discovery import Discovery, Observer
from byhand.network.recognition import Findings

US, BOB = FriendId(bytes(32)), FriendId(bytes([1] * 32))


class Told:
    """What a discovery without a network tells, and the clock it goes by."""

    def __init__(self) -> None:
        self.now = 1_740_000_000.0
        self.events: asyncio.Queue[object] = asyncio.Queue()
        self.interfaces: Sequence[Interface] | NetworkError = ()

    def find_interfaces(self) -> Sequence[Interface]:
        if isinstance(self.interfaces, NetworkError):
            raise self.interfaces
        return self.interfaces

    def discovery(self) -> Discovery:
        def nothing(*found: object) -> None:
            raise AssertionError(found)

        observer = Observer(
            Findings(nothing, nothing, nothing, nothing),
            on_trouble=self.events.put_nowait,
            on_visibility_ended=lambda: self.events.put_nowait("visibility ended"),
        )
        return Discovery(
            US,
            47800,
            observer,
            find_interfaces=self.find_interfaces,
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
    told.interfaces = [Interface("ghost", 1_000_000, ())]
    async with told.discovery():
        assert await told.events.get() is Trouble.NO_DISCOVERY
        told.interfaces = ()
        assert await told.events.get() is Trouble.OFFLINE


async def test_a_system_that_does_not_tell_its_interfaces_is_asked_again() -> None:
    told = Told()
    told.interfaces = NetworkError("no descriptors left")
    async with told.discovery():
        await asyncio.sleep(0.03)
        assert told.events.empty()
        told.interfaces = ()
        assert await told.events.get() is Trouble.OFFLINE


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
        discovery.hide()
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
