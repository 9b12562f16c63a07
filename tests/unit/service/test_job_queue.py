import asyncio
from collections.abc import Coroutine
from pathlib import Path

import pytest

from byhand.errors import LocalProtocolError, RemoteProtocolError, StorageError
from byhand.service.job_queue import DiskRefused, JobQueue, Lied
from tests.helpers.transfer_parts import settled


class World:
    def __init__(self) -> None:
        self.heard: list[object] = []
        self.done: list[int] = []
        self.tasks: list[asyncio.Task[None]] = []
        self.jobs = JobQueue(self._spawn, self.heard.append)

    def _spawn(self, work: Coroutine[None, None, None]) -> "asyncio.Task[None]":
        task = asyncio.get_running_loop().create_task(work)
        self.tasks.append(task)
        return task

    async def job(self, number: int, error: Exception | None = None, waits: int = 0) -> None:
        for _ in range(waits):
            await asyncio.sleep(0)
        if error is not None:
            raise error
        self.done.append(number)


async def test_jobs_are_done_in_order_however_long_each_takes() -> None:
    world = World()
    for number, waits in enumerate([5, 0, 3]):
        world.jobs.start(world.job(number, waits=waits))
    await world.jobs.wait()
    assert world.done == [0, 1, 2]


async def test_a_failure_is_heard_and_those_behind_are_done() -> None:
    world = World()
    full = StorageError(Path("/full"))
    world.jobs.start(world.job(0, full))
    lie = RemoteProtocolError("a lie")
    world.jobs.start(world.job(1, lie))
    world.jobs.start(world.job(2))
    await world.jobs.wait()
    assert world.heard == [DiskRefused(full), Lied(lie)]
    assert world.done == [2]


async def test_a_bug_is_heard_and_seen() -> None:
    world = World()
    world.jobs.start(world.job(0, ZeroDivisionError("a bug")))
    await settled()
    (heard,) = world.heard
    assert isinstance(heard, DiskRefused)
    assert isinstance(heard.error, LocalProtocolError)
    with pytest.raises(ZeroDivisionError):
        await world.tasks[0]


async def test_nothing_to_do_is_not_waited_for() -> None:
    await World().jobs.wait()
