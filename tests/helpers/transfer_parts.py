"""What one transfer needs around it: disks that answer at once, a session that records."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ParamSpec, TypeVar, cast

from byhand.domain.codes import Code
from byhand.domain.events import Event
from byhand.domain.friend import Policy
from byhand.domain.group import LinkKind
from byhand.domain.identity import FriendId
from byhand.domain.plan import StoredTransfer
from byhand.domain.transfer import Transfer, TransferId
from byhand.engine.journal_writer import JournalWriter
from byhand.engine.receiving_lane import Receivers
from byhand.engine.sending_lane import SendingLane
from byhand.errors import NetworkError, ProtocolError, StorageError
from byhand.network.addresses import Hint
from byhand.network.dialer import dial_member
from byhand.protocol.group_consent import GroupConsent
from byhand.protocol.message import Message
from byhand.protocol.resume_messages import SyncRow
from byhand.service.back_off import AFTER_DECLINES, AFTER_REFUSALS, BackOff
from byhand.service.bandwidth_control import BandwidthControl
from byhand.service.friend_session import FriendSession
from byhand.service.group_sends import GroupNeeds, GroupSends
from byhand.service.groups import Groups
from byhand.service.keeping import Keeping
from byhand.service.lost_files import LostFiles
from byhand.service.membership import MemberNeeds
from byhand.service.memberships import Memberships, OpenExchange
from byhand.service.queue import Queue
from byhand.service.row import Plan, Row
from byhand.service.stores import Stores
from byhand.service.surroundings import Surroundings
from byhand.service.transfer_memory import TransferMemory
from byhand.service.worker import Worker
from byhand.storage.profile_database import ProfileDatabase
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


class HeldWorker(PromptWorker):
    """Does everything at once, but nothing before it is let go; counts what it is given."""

    def __init__(self) -> None:
        super().__init__("held")
        self.let_go = asyncio.Event()
        self.given: list[str] = []

    async def run(
        self,
        function: Callable[_Arguments, _Result],
        *args: _Arguments.args,
        **kwargs: _Arguments.kwargs,
    ) -> _Result:
        self.given.append(function.__name__)
        await self.let_go.wait()
        return function(*args, **kwargs)


class WaitedForWorker(Worker):
    """Does everything on its own thread, while the loop waits; `refusal` is raised instead."""

    refusal: StorageError | None = None

    async def run(
        self,
        function: Callable[_Arguments, _Result],
        *args: _Arguments.args,
        **kwargs: _Arguments.kwargs,
    ) -> _Result:
        if self.refusal is not None:
            raise self.refusal
        return self.call(function, *args, **kwargs)


@dataclass
class FakeFolder:
    """Where a profile's files lie."""

    transfers: Path
    texts: Path


@dataclass
class FakeStores:
    """A profile that is nothing but its database and a place for manifests."""

    database: ProfileDatabase
    folder: FakeFolder


@dataclass
class Storage:
    """A database with its thread, and a thread that writes journals into it."""

    database: ProfileDatabase
    worker: WaitedForWorker
    memory: TransferMemory
    writer: JournalWriter

    def stored(self, transfer_id: TransferId) -> StoredTransfer | None:
        """Return a transfer as it is on the disk."""
        return self.worker.call(self.database.transfers.get, transfer_id)

    def stagings(self) -> tuple[str, ...]:
        """Return the staging folders that are remembered."""
        rows = self.worker.call(self.database._database.rows, "SELECT path FROM stagings")
        return tuple(bytes(path).decode() for (path,) in rows if isinstance(path, bytes))


@contextmanager
def storage_in(folder: Path) -> Iterator[Storage]:
    """Open a database in a folder."""
    worker = WaitedForWorker("storage")
    try:
        database = worker.call(ProfileDatabase.open, folder / "byhand.db")
        stores = FakeStores(database, FakeFolder(folder / "transfers", folder / "texts"))
        memory = TransferMemory(cast(Stores, stores), worker)
        writer = JournalWriter(memory.record)
        writer.start()
        try:
            yield Storage(database, worker, memory, writer)
        finally:
            writer.close()
            worker.call(database.close)
    finally:
        worker.close()


class FakeLanes:
    """No lane is ever there, but for one that a test puts in."""

    def __init__(self) -> None:
        self.receivers = Receivers()
        self.cipher = 1
        self.lane: Any = None
        self.open_lanes: set[int] = set()
        self.ended: set[int] = set()
        self.looks_for_silence = 0

    def has_delivered(self, index: int, frames: int) -> bool:
        return True

    def has_ended(self, index: int) -> bool:
        return index in self.ended

    def hang_up_silent(self) -> None:
        self.looks_for_silence += 1

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

    def ordered(self, kind: type[_Result]) -> list[_Result]:
        return [order for order in self.orders if isinstance(order, kind)]


@dataclass
class FakeSession:
    """A live session, after SYNC, that keeps what is posted."""

    friend_id: FriendId = ALICE.friend_id
    is_synced: bool = True
    capabilities: frozenset[str] = frozenset()
    own_host: str = "127.0.0.1"
    listening_at: Hint | None = None
    posted: list[Message] = field(default_factory=list)
    failures: list[ProtocolError] = field(default_factory=list)
    routed: dict[TransferId, Callable[[object], None]] = field(default_factory=dict)
    lanes: FakeLanes = field(default_factory=FakeLanes)
    ended_with: Code | None = None
    closed_with: Code | None = None
    numbers: int = 0
    waited_for: list["asyncio.Task[None]"] = field(default_factory=list)
    is_slow: bool = False
    """Whether what is posted stays in the queue."""

    @property
    def real(self) -> FriendSession:
        return cast(FriendSession, self)

    def post(self, message: Message) -> None:
        self.posted.append(message)

    def posted_of(self, kind: type[_Result]) -> list[_Result]:
        return [message for message in self.posted if isinstance(message, kind)]

    async def drain(self) -> None:
        if self.is_slow:
            await asyncio.get_running_loop().create_future()

    def wait_for(self, work: "asyncio.Task[None]") -> None:
        self.waited_for.append(work)

    async def close(self, code: Code) -> None:
        self.closed_with = code

    def fail(self, error: ProtocolError) -> None:
        self.failures.append(error)

    def next_number(self) -> int:
        self.numbers += 1
        return self.numbers

    def route(self, transfer_id: TransferId, inbox: Callable[[object], None]) -> None:
        self.routed[transfer_id] = inbox

    def unroute(self, transfer_id: TransferId) -> None:
        self.routed.pop(transfer_id, None)


@dataclass
class Around:
    """Surroundings without a service, and what they were told."""

    storage: Storage
    events: list[Event] = field(default_factory=list)
    offered_next: list[FriendId] = field(default_factory=list)
    looked_for: list[FriendId] = field(default_factory=list)
    ended: list[TransferId] = field(default_factory=list)
    turns_changed: list[None] = field(default_factory=list)
    repeated: list[tuple[FriendSession, SyncRow]] = field(default_factory=list)
    tasks: set["asyncio.Task[None]"] = field(default_factory=set)
    used: list[FriendId] = field(default_factory=list)
    refused: list[StorageError] = field(default_factory=list)
    policy: Policy | None = None
    keeps_modes: bool = False
    now: float = 0.0
    group_size: int = 1
    """How many transfers of a group of ours are not over."""
    opened: OpenExchange | None = None
    """Opens what is exchanged in groups that we receive in; None: really."""
    disk: Worker = field(default_factory=lambda: PromptWorker("prompt"))

    def __post_init__(self) -> None:
        self.queue = Queue(self.events.append)
        self.bandwidth = BandwidthControl()
        self.lost = LostFiles()
        self.keeping = Keeping(
            self.storage.worker,
            self.storage.database.transfers.save_many,
            self._spawn,
            self.refused.append,
            lambda: None,
        )
        self.real = Surroundings(
            own_id=BOB.friend_id,
            queue=self.queue,
            disk=self.disk,
            reading=PromptWorker("reading"),
            spawn=self._spawn,
            look_for=self.looked_for.append,
            offer_next=self.offered_next.append,
            ended=self.ended.append,
            repeat_end=lambda session, row: self.repeated.append((session, row)),
            turns_changed=lambda: self.turns_changed.append(None),
            journal_writer=self.storage.writer,
            memory=self.storage.memory,
            declines=BackOff(lambda: self.now, AFTER_DECLINES),
            refusals=BackOff(lambda: self.now, AFTER_REFUSALS),
            name_of=lambda _: "Anna",
            used=self.used.append,
            policy_of=lambda _: self.policy,
            keeps_modes_of=lambda _: self.keeps_modes,
            clock=lambda: self.now,
            flow_of=self.bandwidth.of_transfer,
            lost=self.lost,
            remembered=self.storage.memory.ended,
            group_sends=self._group_sends(),
            memberships=self._memberships(),
        )

    def row(self, transfer: Transfer, plan: Plan) -> Row[Plan]:
        """Return the row of a transfer that is put on the list."""
        self.queue.add(transfer)
        return Row(StoredTransfer(transfer, plan), plan, self.queue, self.keeping)

    def _group_sends(self) -> GroupSends:
        return GroupSends(
            Groups(self.events.append),
            GroupNeeds(
                hints_of=lambda _, far: (),  # noqa: ARG005
                link_to=lambda _, group_id: GroupConsent(),  # noqa: ARG005
                size_of=lambda _: self.group_size,
                progress=self.queue.progress,
            ),
        )

    def _memberships(self) -> Memberships:
        needs = MemberNeeds(
            self._spawn,
            self.disk,
            dial_member,
            lambda _, uris: (),  # noqa: ARG005
            Groups(self.events.append),
            self.bandwidth.all.up,
            clock=lambda: self.now,
            now=lambda: self.now,
        )
        consent = GroupConsent(LinkKind.WIRED)
        return Memberships(needs, lambda _, group_id: consent, self.opened)  # noqa: ARG005

    def _spawn(self, work: Coroutine[None, None, None]) -> "asyncio.Task[None]":
        task = asyncio.get_running_loop().create_task(work)
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)
        return task


async def settled() -> None:
    """Let everything that can go on go on."""
    for _ in range(50):
        await asyncio.sleep(0)
