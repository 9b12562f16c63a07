"""A service that runs elsewhere is ordered, and listened to, just as one that runs here."""

import asyncio
import inspect
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from byhand.control.link import linked
from byhand.control.order_table import LOCAL, ORDERS, RemoteOrder
from byhand.control.remote_service import remote_service
from byhand.domain.events import Event, FriendAdded, FriendRemoved, ProfileChanged
from byhand.domain.friend import Friend, Presence
from byhand.domain.identity import FriendId
from byhand.domain.progress import Progress
from byhand.domain.transfer import TransferId
from byhand.errors import (
    FriendOrderError,
    FriendProblem,
    ServiceGoneError,
    UnknownFriendError,
    UsageError,
)
from byhand.service import history_orders, orders, profile_orders
from byhand.service.orders import Service
from tests.helpers.any_values import any_of
from tests.helpers.elsewhere import Elsewhere
from tests.helpers.fake_orders import TAKEN_NAME
from tests.helpers.fake_service import FakeService
from tests.helpers.processes import HANG_SECONDS

ANNA = Friend(FriendId(b"\xaa" * 32), "Anna", "laptop")
TRANSFER = TransferId(b"\x07" * 16)


class Recorder:
    """Takes every order that the Protocols list, and returns what it was made to return."""

    is_elsewhere = False

    def __init__(self, answers: dict[str, Any]) -> None:
        self.orders: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = []
        self._answers = answers

    def __getattr__(self, name: str) -> Any:
        return _Group(self, (name,)).reached()


class _Group:
    def __init__(self, recorder: Recorder, path: tuple[str, ...]) -> None:
        self._recorder = recorder
        self._path = path

    def __getattr__(self, name: str) -> Any:
        return _Group(self._recorder, (*self._path, name)).reached()

    def reached(self) -> Any:
        name = ".".join(self._path)
        if name in ORDERS and ORDERS[name].is_property:
            return self._obey(name)
        return (
            (lambda *args, **kwargs: self._obey(name, *args, **kwargs)) if name in ORDERS else self
        )

    def _obey(self, name: str, *args: Any, **kwargs: Any) -> Any:
        self._recorder.orders.append((name, args, kwargs))
        return self._recorder._answers[name]


@asynccontextmanager
async def ordered(profile: Path) -> AsyncIterator[Service]:
    async with linked(profile) as link:
        assert link is not None
        async with remote_service(link) as service:
            yield service


@pytest.fixture
def service() -> FakeService:
    return FakeService()


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return tmp_path / "p"


@pytest.fixture
def there(service: FakeService, profile: Path) -> Iterator[Elsewhere]:
    with Elsewhere(service, profile) as there:
        yield there


def protocol_members(group: type) -> set[str]:
    """Return the public names that a Protocol's own text defines."""
    return {name for name in vars(group) if not name.startswith("_")}


def sample_orders() -> dict[str, dict[str, Any]]:
    """Return some arguments for each order, and what it returns, as "return"."""
    found: dict[str, dict[str, Any]] = {}

    @settings(max_examples=5, database=None, phases=[Phase.generate])
    @given(
        st.fixed_dictionaries(
            {
                name: st.fixed_dictionaries(
                    {key: any_of(kind) for key, kind in order.kinds.items()}
                )
                for name, order in ORDERS.items()
            }
        )
    )
    def take(values: dict[str, dict[str, Any]]) -> None:
        found.update(values)

    take()
    return found


def test_every_order_of_the_protocols_is_in_the_table() -> None:
    groups = {
        "friends": orders.FriendOrders,
        "pairing": orders.PairingOrders,
        "introductions": orders.IntroductionOrders,
        "profile": profile_orders.ProfileOrders,
        "queue": orders.QueueOrders,
        "history": history_orders.HistoryOrders,
    }
    wanted = protocol_members(orders.Service) - LOCAL - groups.keys()
    for prefix, group in groups.items():
        wanted |= {f"{prefix}.{name}" for name in protocol_members(group)}
    assert ORDERS.keys() == wanted
    protocols = [
        each
        for module in (orders, history_orders, profile_orders)
        for each in vars(module).values()
        if inspect.isclass(each) and each.__module__ == module.__name__
    ]
    assert set(protocols) == {orders.Service, *groups.values()}


async def test_every_order_arrives_with_its_arguments_and_its_result_comes_back(
    profile: Path,
) -> None:
    samples = sample_orders()
    recorder = Recorder({name: sample["return"] for name, sample in samples.items()})
    with Elsewhere(cast("Service", recorder), profile) as there:
        async with ordered(profile) as service:
            for name, order in ORDERS.items():
                arguments = {key: samples[name][key] for key in order.signature.parameters}
                returned = obeyed(service, order, arguments)
                if name != "progress":  # which does not wait
                    assert returned == samples[name]["return"], name
                await there.until(lambda: bool(recorder.orders))
                taken, args, kwargs = recorder.orders.pop()
                bound = order.signature.bind(*args, **kwargs)
                assert (taken, bound.arguments) == (name, arguments)


def obeyed(service: Service, order: RemoteOrder, arguments: dict[str, Any]) -> Any:
    """Return what an order returns, its arguments positional where they may be."""
    target: Any = service
    for name in order.path:
        target = getattr(target, name)
    if order.is_property:
        return target
    bound = order.signature.bind_partial()
    bound.arguments.update(arguments)
    return target(*bound.args, **bound.kwargs)


async def outlived(there: Elsewhere) -> None:
    """Wait for nothing while what runs elsewhere ends."""
    there.end()
    await asyncio.sleep(HANG_SECONDS)
    raise AssertionError("nobody ended this")


async def test_what_is_left_out_is_what_the_protocol_says(
    service: FakeService, profile: Path, there: Elsewhere
) -> None:
    async with ordered(profile) as remote:
        assert remote.is_elsewhere
        remote.send(["/a"], ANNA.id)
        remote.pairing.pair("key")
        remote.accept(TRANSFER)
        remote.make_invite(at=["host"])
    assert service.orders == [
        ("send", ["/a"], ANNA.id),
        ("pairing.pair", "key", False),
        ("accept", TRANSFER, None),
        ("make_invite", 24.0, ["host"]),
    ]


async def test_a_wrong_call_fails_as_it_would_here(profile: Path, there: Elsewhere) -> None:
    async with ordered(profile) as remote:
        with pytest.raises(TypeError):
            remote.decline()  # type: ignore[call-arg]


async def test_errors_are_raised_here_as_they_were_there(
    service: FakeService, profile: Path, there: Elsewhere
) -> None:
    error = FriendOrderError(FriendProblem.BLOCKED, "Anna")

    def refuse(text: str) -> Friend:
        raise error if text == "Anna" else UnknownFriendError(text, 2)

    vars(service)["friend_named"] = refuse
    async with ordered(profile) as remote:
        with pytest.raises(UsageError, match="already have"):
            remote.friends.rename(ANNA.id, TAKEN_NAME)
        with pytest.raises(FriendOrderError) as refused:
            remote.friend_named("Anna")
        with pytest.raises(UnknownFriendError) as unknown:
            remote.friend_named("Ann\udcff")
    assert vars(refused.value) == vars(error)
    assert vars(unknown.value) == {"asked_for": "Ann\udcff", "matches": 2}


async def test_an_observer_is_told_at_once_what_is_there_and_then_every_change(
    service: FakeService, profile: Path, there: Elsewhere
) -> None:
    there.do(service.emit, FriendAdded(ANNA, Presence()))
    async with ordered(profile) as remote:
        told: asyncio.Queue[Event] = asyncio.Queue()
        unsubscribe = remote.subscribe(told.put_nowait)
        assert [type(told.get_nowait()) for _ in range(2)] == [ProfileChanged, FriendAdded]
        told.get_nowait()
        assert told.empty()
        for event in (FriendRemoved(ANNA.id), FriendAdded(ANNA, Presence())):
            there.do(service.emit, event)
            assert await asyncio.wait_for(told.get(), HANG_SECONDS) == event
        there.do(service.emit, FriendRemoved(ANNA.id))
        unsubscribe()
        there.do(service.emit, FriendRemoved(ANNA.id))
        assert remote.profile.appearance == "system"
        await asyncio.sleep(0)
        assert told.empty()


async def test_each_observer_is_told_what_is_there_when_it_begins(
    service: FakeService, profile: Path, there: Elsewhere
) -> None:
    async with ordered(profile) as remote:
        first: list[Event] = []
        remote.subscribe(first.append)
        there.do(service.emit, FriendAdded(ANNA, Presence()))
        second: list[Event] = []
        remote.subscribe(second.append)
        assert FriendAdded(ANNA, Presence()) in second


async def test_progress_never_waits_and_is_the_latest_that_was_told(
    service: FakeService, profile: Path, there: Elsewhere
) -> None:
    now = Progress(1, 2, 0, 1)
    there.do(service.latest.update, {TRANSFER: now})
    async with ordered(profile) as remote:
        assert remote.progress() == {}
        await there.until(lambda: remote.progress() == {TRANSFER: now})
        there.do(service.latest.clear)
        await there.until(lambda: remote.progress() == {})


async def test_the_block_ends_with_an_error_when_the_service_does(
    profile: Path, there: Elsewhere
) -> None:
    with pytest.raises(ServiceGoneError):
        async with ordered(profile):
            await outlived(there)


async def test_an_order_to_a_service_that_has_ended_says_so(
    profile: Path, there: Elsewhere
) -> None:
    async def order() -> None:
        async with ordered(profile) as remote:
            unsubscribe = remote.subscribe(lambda _: None)
            there.end()
            unsubscribe()  # is none: it is in the way of nothing
            remote.decline(TRANSFER)
            raise AssertionError("somebody obeyed")

    with pytest.raises(ServiceGoneError):
        await order()


@pytest.mark.parametrize("error", [UsageError("no"), ZeroDivisionError()])
async def test_what_the_block_raises_comes_as_it_was(
    error: Exception, profile: Path, there: Elsewhere
) -> None:
    with pytest.raises(type(error)) as caught:
        async with ordered(profile):
            raise error
    assert caught.value is error


async def test_a_block_that_is_cancelled_is_cancelled(profile: Path, there: Elsewhere) -> None:
    entered = asyncio.Event()

    async def stay() -> None:
        async with ordered(profile):
            entered.set()
            await asyncio.sleep(HANG_SECONDS)

    staying = asyncio.create_task(stay())
    await asyncio.wait_for(entered.wait(), HANG_SECONDS)
    staying.cancel()
    with pytest.raises(asyncio.CancelledError):
        await staying


async def test_a_client_that_leaves_takes_its_observers_with_it(
    service: FakeService, profile: Path, there: Elsewhere
) -> None:
    async with ordered(profile) as remote:
        remote.subscribe(lambda _: None)
        assert there.do(lambda: service.observer_count) == 1
    await there.until(lambda: service.observer_count == 0)
