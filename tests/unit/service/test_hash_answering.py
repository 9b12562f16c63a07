"""Roots that a receiver asks for, found out beside what is sent."""

import asyncio
import os
from collections.abc import AsyncIterator, Coroutine
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from byhand.domain.pieces import KIB
from byhand.domain.ranges import RangeSet
from byhand.domain.transfer import TransferId
from byhand.errors import RemoteProtocolError
from byhand.protocol.resume_messages import HashAsk
from byhand.service.friend_session import FriendSession
from byhand.service.hash_answering import HashAnswering, RootsFound
from byhand.service.surroundings import Surroundings
from byhand.service.worker import Worker
from tests.helpers.outbound import Outbound, scanned

ID = TransferId(bytes(16))
BIG, ONE, TWO = 1, 2, 3


class Session:
    """A session through which answers leave as fast as they come, unless it is jammed."""

    def __init__(self) -> None:
        self.flows = asyncio.Event()
        self.flows.set()

    async def drain(self) -> None:
        await self.flows.wait()


class World:
    def __init__(self, folder: Path) -> None:
        self.outbound = Outbound.of(1, scanned(folder))
        self.disk = Worker("disk")
        self.tasks: set[asyncio.Task[None]] = set()
        self.found: list[RootsFound] = []
        around = cast(Surroundings, SimpleNamespace(disk=self.disk, spawn=self._spawn))
        self.answering = HashAnswering(self.outbound.pieces, around, self._hear)
        self.session = Session()
        self.answering.attach(cast(FriendSession, self.session))

    def _hear(self, event: object) -> None:
        assert isinstance(event, RootsFound)
        self.found.append(event)

    def _spawn(self, work: Coroutine[None, None, None]) -> "asyncio.Task[None]":
        task = asyncio.get_running_loop().create_task(work)
        self.tasks.add(task)
        return task

    def ask(self, *ranges: int, more: bool = False) -> None:
        self.answering.ask(HashAsk(transfer_id=ID, entries=list(ranges), more=more))

    async def answered(self) -> dict[int, bytes]:
        """Return what was answered because it was known before."""
        await asyncio.wait(self.tasks, timeout=20)
        return dict(row for found in self.found for row in found.known)

    def known(self) -> set[int]:
        return {entry for entry in (BIG, ONE, TWO) if self.outbound.pieces.hashes.is_told(entry)}


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    top = tmp_path / "top"
    top.mkdir()
    for name, size in (("big", 600 * KIB), ("one", 1000), ("two", 2000)):
        (top / name).write_bytes(os.urandom(size))
    world = World(top)
    yield world
    world.disk.close()


async def test_what_is_asked_for_is_found_out(world: World) -> None:
    world.ask(BIG, 2)
    assert list(world.outbound.pieces.asked) == [0, 1, 1, 0]
    assert await world.answered() == {}
    assert world.known() == {BIG, ONE}
    world.ask(BIG, 1)
    assert await world.answered() == {BIG: world.outbound.pieces.hashes.root(BIG)}


async def test_a_question_of_several_messages_is_one(world: World) -> None:
    world.ask(BIG, 1, more=True)
    assert not world.tasks
    world.ask(TWO, 1)
    await world.answered()
    assert world.known() == {BIG, TWO}


@pytest.mark.parametrize("ranges", [[4, 1], [0, 5], [1, 1, 1, 1], [1], [1, 0], [2**32, 1]])
async def test_asking_for_what_was_not_offered_is_the_receivers_fault(
    world: World, ranges: list[int]
) -> None:
    with pytest.raises(RemoteProtocolError):
        world.ask(*ranges)
    assert not world.tasks


async def test_of_what_is_not_sent_nothing_is_told(world: World) -> None:
    world.outbound.pieces.leave_out(RangeSet([(BIG, ONE)]))
    world.ask(0, 2)
    assert await world.answered() == {0: b"", BIG: b""}
    assert world.known() == set()
    assert world.outbound.recorder.recorded_bytes == 0


async def test_asking_the_same_again_and_again_is_answered_once(world: World) -> None:
    world.session.flows.clear()
    for _ in range(100):
        world.ask(0, 4)
    await asyncio.sleep(0)
    world.session.flows.set()
    assert len(world.tasks) == 1
    answers = await world.answered()
    assert set(answers) <= {0, BIG, ONE, TWO}
    assert len([row for found in world.found for row in found.known]) <= 4 * 2


async def test_a_receiver_who_takes_no_answers_lets_nothing_be_read(world: World) -> None:
    world.session.flows.clear()
    world.ask(0, 4)
    await asyncio.sleep(0.05)
    assert world.outbound.recorder.recorded_bytes == 0
    world.answering.attach(None)
    world.session.flows.set()
    await world.answered()
    assert world.outbound.recorder.recorded_bytes == 0
    assert world.found == []
