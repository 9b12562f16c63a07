"""What one transfer needs around it: a disk that answers at once, a session that records."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any, ParamSpec, TypeVar, cast

from byhand.domain.events import Event
from byhand.domain.friend import Policy
from byhand.domain.identity import FriendId
from byhand.domain.transfer import TransferId
from byhand.engine.receiving_lane import Receivers
from byhand.engine.sending_lane import SendingLane
from byhand.errors import NetworkError, ProtocolError
from byhand.protocol.message import Message
from byhand.service.back_off import AFTER_DECLINES, AFTER_REFUSALS, BackOff
from byhand.service.bandwidth_control import BandwidthControl
from byhand.service.friend_session import FriendSession
from byhand.service.queue import Queue
from byhand.service.surroundings import Surroundings
from byhand.service.worker import Worker
from tests.helpers.connection_pair import ALICE, BOB

_Arguments = ParamSpec("_Arguments")
_Result = TypeVar("_Result")


class PromptWorker(Worker):
    """Does everything at once, on the loop's thread."""

    async def run(
        self,
        function: Callable[_Arguments, _Result],
        *args: _Arguments.args,
        **kwargs: _Arguments.kwargs,
    ) -> _Result:
        return function(*args, **kwargs)


class FakeLanes:
    """No lane is ever there, but for one that a test puts in."""

    def __init__(self) -> None:
        self.receivers = Receivers()
        self.lane: Any = None
        self.open_lanes: set[int] = set()

    def has_delivered(self, index: int, frames: int) -> bool:
        return True

    def is_open(self, lane: SendingLane) -> bool:
        return lane.index in self.open_lanes

    async def sending_lane(self) -> SendingLane:
        if self.lane is None:
            raise NetworkError("no lane")
        return cast(SendingLane, self.lane)


class FakeLane:
    """A sending lane that keeps its orders."""

    def __init__(self, index: int) -> None:
        self.index = index
        self.orders: list[Any] = []

    def order(self, order: object) -> None:
        self.orders.append(order)


@dataclass
class FakeSession:
    """A live session that keeps what is posted."""

    friend_id: FriendId = ALICE.friend_id
    is_ready: bool = True
    posted: list[Message] = field(default_factory=list)
    failures: list[ProtocolError] = field(default_factory=list)
    routed: set[TransferId] = field(default_factory=set)
    lanes: FakeLanes = field(default_factory=FakeLanes)

    @property
    def real(self) -> FriendSession:
        return cast(FriendSession, self)

    def post(self, message: Message) -> None:
        self.posted.append(message)

    def posted_of(self, kind: type[Message]) -> list[Any]:
        return [message for message in self.posted if isinstance(message, kind)]

    async def drain(self) -> None:
        pass

    def fail(self, error: ProtocolError) -> None:
        self.failures.append(error)

    def next_number(self) -> int:
        return 1

    def route(self, transfer_id: TransferId, inbox: object) -> None:
        self.routed.add(transfer_id)

    def unroute(self, transfer_id: TransferId) -> None:
        self.routed.discard(transfer_id)


@dataclass
class Around:
    """Surroundings without a service, and what they were told."""

    events: list[Event] = field(default_factory=list)
    offered_next: list[FriendId] = field(default_factory=list)
    tasks: set["asyncio.Task[None]"] = field(default_factory=set)
    stagings: set[str] = field(default_factory=set)
    used: list[FriendId] = field(default_factory=list)
    policy: Policy | None = None
    now: float = 0.0

    def __post_init__(self) -> None:
        self.queue = Queue(self.events.append)
        self.bandwidth = BandwidthControl()
        self.real = Surroundings(
            own_id=BOB.friend_id,
            queue=self.queue,
            disk=PromptWorker("prompt"),
            spawn=self._spawn,
            look_for=lambda _: None,
            offer_next=self.offered_next.append,
            ended=lambda _: None,
            remember_staging=self._remember,
            forget_staging=self._forget,
            declines=BackOff(lambda: self.now, AFTER_DECLINES),
            refusals=BackOff(lambda: self.now, AFTER_REFUSALS),
            used=self.used.append,
            policy_of=lambda _: self.policy,
            flow_of=self.bandwidth.of_transfer,
        )

    def _spawn(self, work: Coroutine[None, None, None]) -> "asyncio.Task[None]":
        task = asyncio.get_running_loop().create_task(work)
        self.tasks.add(task)
        return task

    async def _remember(self, path: str) -> None:
        self.stagings.add(path)

    async def _forget(self, path: str) -> None:
        self.stagings.discard(path)


async def settled() -> None:
    """Let everything that can go on go on."""
    for _ in range(12):
        await asyncio.sleep(0)
