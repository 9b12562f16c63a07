import asyncio
import threading
from collections.abc import Generator, Iterator

import pytest

from byhand.service.stepping import run_in_steps
from byhand.service.worker import Worker

HANG_SECONDS = 30.0


@pytest.fixture
def worker() -> Iterator[Worker]:
    worker = Worker("steps", 2)
    yield worker
    worker.close()


async def always() -> bool:
    return True


async def never() -> bool:
    return False


async def test_everything_that_is_yielded_is_heard_in_order(worker: Worker) -> None:
    heard: list[int] = []
    await run_in_steps(worker, (number for number in range(1000)), heard.extend, always)
    assert heard == list(range(1000))


async def test_what_is_not_wanted_any_more_is_closed(worker: Worker) -> None:
    steps = (number for number in range(1000))
    heard: list[int] = []
    await run_in_steps(worker, steps, heard.extend, never)
    assert (heard, list(steps)) == ([], [])


async def test_who_is_cancelled_within_a_step_closes_it_after_that(worker: Worker) -> None:
    is_in_step, goes_on = threading.Event(), threading.Event()
    said: list[str] = []

    def steps() -> Generator[int, None, None]:
        try:
            is_in_step.set()
            assert goes_on.wait(HANG_SECONDS)
            yield 1
        finally:
            said.append("closed")

    task = asyncio.create_task(run_in_steps(worker, steps(), list, always))
    assert await asyncio.to_thread(is_in_step.wait, HANG_SECONDS)
    task.cancel()
    await asyncio.sleep(0)  # it begins to close
    goes_on.set()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert said == ["closed"]
