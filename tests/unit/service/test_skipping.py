"""What is asked about, what comes of the answers, and what is wished for after that."""

import asyncio
import os
from collections.abc import Coroutine, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from msgspec.structs import replace

from byhand.domain.identity import FriendId
from byhand.domain.pieces import KIB
from byhand.domain.transfer import Direction, EntryState, Transfer, TransferId, TransferState
from byhand.engine.hash_cache import HashCache
from byhand.engine.held_back import HeldBack, Hint, Released
from byhand.engine.reports import ReceivingFailed
from byhand.errors import DiskFullError
from byhand.protocol.resume_messages import HashAsk
from byhand.service.friend_session import FriendSession
from byhand.service.ourselves import HASH_ASK
from byhand.service.skipping import PATIENCE_SECONDS, NotHeldBack, Skipping
from byhand.service.surroundings import Surroundings
from byhand.service.worker import Worker
from byhand.storage.disk import SYSTEM_DISK, Buffer, Disk
from byhand.storage.exchange_store import ExchangedFile
from byhand.storage.hash_store import FileHashes
from byhand.storage.source import FileStamp, present_stamp
from tests.helpers.arrivals import Receiver
from tests.helpers.trees import Tree

PIECE = 256 * KIB
TREE: Tree = {
    "top": None,
    "top/a": os.urandom(1000),
    "top/b": os.urandom(2000),
    "top/big": os.urandom(3 * PIECE),
    "top/other": os.urandom(2 * PIECE),
}
A, B, BIG, OTHER = 1, 2, 3, 4
TRANSFER = Transfer(
    TransferId(bytes(16)),
    Direction.INCOMING,
    FriendId(b"l" * 32),
    "top",
    TransferState.ACTIVE,
    0.0,
)


@dataclass
class Exchanges:
    """Files of one friend."""

    files: list[ExchangedFile] = field(default_factory=list)
    asked: list[FriendId] = field(default_factory=list)

    async def by_roots(
        self, friend_id: FriendId, roots: set[bytes]
    ) -> dict[bytes, tuple[ExchangedFile, ...]]:
        self.asked.append(friend_id)
        return {file.root: (file,) for file in self.files if file.root in roots}


@dataclass
class Session:
    """Keeps what is posted."""

    capabilities: frozenset[str] = frozenset({HASH_ASK})
    posted: list[Any] = field(default_factory=list)

    @property
    def real(self) -> FriendSession:
        return cast(FriendSession, self)

    def post(self, message: object) -> None:
        self.posted.append(message)


class Store:
    """Hashes by stamp; the time is long after every change."""

    def __init__(self) -> None:
        self.known: dict[FileStamp, FileHashes] = {}
        self.cache = HashCache(self.lookup, self.keep, lambda: 2**62)

    def lookup(self, stamps: Sequence[FileStamp]) -> list[FileHashes | None]:
        return [self.known.get(stamp) for stamp in stamps]

    def keep(self, files: Sequence[tuple[FileStamp, FileHashes]]) -> None:
        self.known.update(files)


class World:
    """An arriving transfer, some of which is held back."""

    def __init__(self, receiver: Receiver, held: dict[int, Hint]) -> None:
        self.receiver = receiver
        self.arrival = receiver.begin()
        hints = bytearray(len(TREE))
        for entry, hint in held.items():
            hints[entry] = hint
        self.exchanges = Exchanges()
        self.store = Store()
        self.session = Session()
        self.events: list[object] = []
        self.some: list[Released] = []
        self.now = 100.0
        self.disk = Worker("disk", 2)
        memory = SimpleNamespace(
            exchanges=self.exchanges, hashes=SimpleNamespace(cache=self.store.cache)
        )
        around = SimpleNamespace(disk=self.disk, spawn=self._spawn, memory=memory)
        self.skipping = Skipping(
            TRANSFER,
            self.arrival,
            HeldBack(receiver.accepted.packs, hints),
            cast(Surroundings, around),
            self.events.append,
            lambda: self.now,
        )
        self.skipping.hold(is_held=False)
        self.tasks: set[asyncio.Task[None]] = set()

    def _spawn(self, work: Coroutine[None, None, None]) -> "asyncio.Task[None]":
        task = asyncio.get_running_loop().create_task(work)
        self.tasks.add(task)
        return task

    async def ask(self, session: "Session | None" = None) -> None:
        self.skipping.ask((session or self.session).real)
        await asyncio.wait(self.tasks, timeout=20)

    def root(self, entry: int) -> bytes:
        return self.receiver.sender.root(entry)

    def put_here(self, path: Path, entry: int) -> None:
        """Let a friend's file lie here that has the content of an entry."""
        path.write_bytes(self.receiver.sender.content(entry))
        stamp = present_stamp(str(path))
        assert stamp is not None
        self.exchanges.files.append(ExchangedFile(self.root(entry), str(path), stamp))

    async def told(self, *rows: tuple[int, bytes]) -> None:
        self.skipping.told(rows)
        if self.tasks:
            await asyncio.wait(self.tasks, timeout=20)

    def released(self) -> list[int]:
        """Return what is not held back any more, packs as their first members."""
        decided = [each for each in self.events if isinstance(each, NotHeldBack)]
        self.some += [self.skipping.release(each) for each in decided[len(self.some) :]]
        return sorted(
            entry for each in self.some for entry in (*each.files, *(A for _ in each.packs))
        )

    def state(self, entry: int) -> EntryState:
        return self.arrival.content.states.state(entry)

    async def close(self) -> None:
        await self.skipping.stop()
        self.arrival.discard()
        self.disk.close()


@pytest.fixture
def disk() -> Disk:
    return SYSTEM_DISK


@pytest.fixture
def receiver(tmp_path: Path, disk: Disk) -> Iterator[Receiver]:
    with Receiver(tmp_path / "to", TREE, disk=disk) as receiver:
        yield receiver


async def test_what_may_be_here_is_asked_about_and_held_back(receiver: Receiver) -> None:
    world = World(receiver, {A: Hint.ELSEWHERE, B: Hint.ELSEWHERE, OTHER: Hint.IN_PLACE})
    await world.ask()
    assert world.session.posted == [
        HashAsk(transfer_id=TRANSFER.id, entries=[A, 2, OTHER, 1], more=False)
    ]
    assert list(world.skipping.held) == [A, B, OTHER]
    assert not world.events
    await world.close()


async def test_nothing_is_asked_any_more_once_it_is_held(receiver: Receiver) -> None:
    world = World(receiver, {A: Hint.ELSEWHERE})
    world.skipping.ask(world.session.real)
    world.skipping.hold(is_held=True)
    await asyncio.wait(world.tasks, timeout=20)
    assert (world.session.posted, world.released()) == ([], [])
    world.skipping.hold(is_held=False)
    await world.ask()
    assert len(world.session.posted) == 1
    await world.close()


async def test_what_has_begun_to_come_is_not_asked_about(receiver: Receiver) -> None:
    world = World(receiver, {BIG: Hint.ELSEWHERE, OTHER: Hint.ELSEWHERE})
    receiver.sender.send_piece(world.arrival, BIG, 0)
    await world.ask()
    (ask,) = world.session.posted
    assert ask.entries == [OTHER, 1]
    assert world.released() == [BIG]
    await world.close()


async def test_a_friend_who_cannot_be_asked_sends_everything(receiver: Receiver) -> None:
    world = World(receiver, {BIG: Hint.ELSEWHERE, A: Hint.ELSEWHERE})
    world.session.capabilities = frozenset()
    await world.ask()
    assert world.session.posted == []
    assert world.released() == [A, BIG]
    assert not world.skipping.held
    await world.close()


async def test_what_is_here_is_copied_and_the_rest_is_wished_for(
    receiver: Receiver, tmp_path: Path
) -> None:
    world = World(receiver, {A: Hint.ELSEWHERE, BIG: Hint.ELSEWHERE, OTHER: Hint.ELSEWHERE})
    world.put_here(tmp_path / "a", A)
    world.put_here(tmp_path / "big", BIG)
    await world.ask()
    await world.told(*((entry, world.root(entry)) for entry in (A, BIG, OTHER)))
    assert [world.state(entry) for entry in (A, BIG, OTHER)] == [
        EntryState.SKIPPED,
        EntryState.SKIPPED,
        EntryState.WAITING,
    ]
    assert world.released() == [A, BIG, OTHER]
    assert world.exchanges.asked == [TRANSFER.friend_id]
    await world.close()


async def test_what_lies_where_it_is_to_be_saved_is_copied_from_there(receiver: Receiver) -> None:
    (receiver.base / "top").mkdir()
    for name in ("a", "other"):
        (receiver.base / "top" / name).write_bytes(TREE[f"top/{name}"] or b"")
    world = World(receiver, {A: Hint.IN_PLACE, OTHER: Hint.ELSEWHERE})
    await world.told((A, world.root(A)), (OTHER, world.root(OTHER)))
    assert world.state(A) is EntryState.SKIPPED
    assert world.state(OTHER) is EntryState.WAITING, "nothing said that it may lie there"
    await world.close()


async def test_a_link_where_it_is_to_be_saved_is_not_looked_behind(
    receiver: Receiver, tmp_path: Path
) -> None:
    """Else a friend who guesses what a link leads to would learn whether it is here."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "a").write_bytes(TREE["top/a"] or b"")
    (receiver.base / "top").symlink_to(elsewhere)
    world = World(receiver, {A: Hint.IN_PLACE})
    await world.told((A, world.root(A)))
    assert world.state(A) is EntryState.WAITING
    assert world.released() == [A]
    await world.close()


async def test_another_root_than_that_of_the_file_here_is_not_believed(
    receiver: Receiver, tmp_path: Path
) -> None:
    world = World(receiver, {BIG: Hint.ELSEWHERE})
    world.put_here(tmp_path / "big", BIG)
    world.exchanges.files = [replace(world.exchanges.files[0], root=bytes(32))]
    await world.told((BIG, bytes(32)))
    assert world.state(BIG) is EntryState.WAITING
    assert world.released() == [BIG]
    await world.close()


async def test_what_the_sender_cannot_read_is_held_back_no_more(receiver: Receiver) -> None:
    world = World(receiver, {BIG: Hint.ELSEWHERE})
    await world.ask()
    await world.told((BIG, b""), (OTHER, bytes(32)))
    assert world.released() == [BIG]
    assert not world.exchanges.asked
    await world.close()


async def test_what_is_decided_is_held_back_until_it_is_heard(receiver: Receiver) -> None:
    """Else a wish for all that is missing, made in between, would ask for it a first time."""
    world = World(receiver, {BIG: Hint.ELSEWHERE})
    world.skipping.ask(world.session.real)
    await world.told((BIG, bytes(32)))
    assert world.events
    assert BIG in world.skipping.held
    assert world.released() == [BIG]
    assert BIG not in world.skipping.held
    await world.close()


async def test_nobody_waits_for_answers_for_ever(receiver: Receiver, tmp_path: Path) -> None:
    world = World(receiver, {A: Hint.ELSEWHERE, BIG: Hint.ELSEWHERE, OTHER: Hint.ELSEWHERE})
    await world.ask()
    world.now += PATIENCE_SECONDS
    world.skipping.tick()
    assert world.released() == []
    await world.told((A, b""))
    world.now += PATIENCE_SECONDS
    world.skipping.tick()
    assert world.released() == [A], "something was answered"
    world.now += 1
    world.skipping.tick()
    assert world.released() == [A, BIG, OTHER]
    await world.close()


async def test_what_is_not_answered_is_asked_again_in_the_next_session(
    receiver: Receiver,
) -> None:
    world = World(receiver, {BIG: Hint.ELSEWHERE, OTHER: Hint.ELSEWHERE})
    await world.ask()
    await world.told((BIG, b""))
    later = Session()
    await world.ask(later)
    (ask,) = later.posted
    assert ask.entries == [OTHER, 1]
    await world.close()


async def test_nothing_is_copied_while_it_is_held(receiver: Receiver, tmp_path: Path) -> None:
    world = World(receiver, {BIG: Hint.ELSEWHERE})
    world.put_here(tmp_path / "big", BIG)
    world.skipping.hold(is_held=True)
    world.skipping.told([(BIG, world.root(BIG))])
    for _ in range(50):
        await asyncio.sleep(0)
    assert world.state(BIG) is EntryState.WAITING
    assert list(world.skipping.held) == [BIG]
    world.skipping.hold(is_held=False)
    await asyncio.wait(world.tasks, timeout=20)
    assert world.state(BIG) is EntryState.SKIPPED
    await world.close()


async def test_stopping_waits_for_what_is_copied_and_leaves_nothing_of_it(
    receiver: Receiver, tmp_path: Path
) -> None:
    world = World(receiver, {BIG: Hint.ELSEWHERE})
    world.put_here(tmp_path / "big", BIG)
    world.skipping.told([(BIG, world.root(BIG))])
    await world.skipping.stop()
    assert all(task.done() for task in world.tasks)
    assert not os.listdir(Path(world.arrival.staging.path, "parts"))
    world.skipping.told([(BIG, world.root(BIG))])
    assert len(world.tasks) == 1, "nothing begins any more"
    await world.close()


def _full(fd: int, data: Buffer, offset: int) -> int:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("disk", [replace(SYSTEM_DISK, write_at=_full)])
async def test_a_full_disk_is_told_and_everything_is_left_to_be_wished_for(
    receiver: Receiver, tmp_path: Path
) -> None:
    world = World(receiver, {BIG: Hint.ELSEWHERE, OTHER: Hint.ELSEWHERE})
    world.put_here(tmp_path / "big", BIG)
    await world.told((BIG, world.root(BIG)), (OTHER, world.root(OTHER)))
    refused = [each for each in world.events if isinstance(each, ReceivingFailed)]
    assert [type(each.error) for each in refused] == [DiskFullError]
    assert world.released() == [BIG, OTHER]
    await world.close()
