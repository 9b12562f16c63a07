"""Long work on a worker, a little at a time: others have their turns, and it can be ended."""

import threading
import time
from collections.abc import Awaitable, Callable, Generator
from typing import TypeVar

from byhand.service.worker import Worker

STEP_SECONDS = 0.1
_Yielded = TypeVar("_Yielded")


async def run_in_steps(
    worker: Worker,
    steps: Generator[_Yielded, None, None],
    take: Callable[[list[_Yielded]], object],
    goes_on: Callable[[], Awaitable[bool]],
) -> None:
    """Advance an iterator on a worker; `take` hears what it has yielded, about ten times a second.

    Before each time `goes_on` is asked, and may wait; once it says no, or at the end, the
    iterator is closed, on the worker, too. Raises what it raises.
    """
    is_over = False
    # Who cancels us does not end the step that is under way.
    in_step = threading.Lock()
    try:
        while not is_over and await goes_on():
            yielded, is_over = await worker.run(_advance, steps, in_step)
            take(yielded)
    finally:
        await worker.run(_close, steps, in_step)


def _advance(
    steps: Generator[_Yielded, None, None], in_step: threading.Lock
) -> tuple[list[_Yielded], bool]:
    """Do steps for a moment; return what they yielded, and whether they are over."""
    due_at = time.monotonic() + STEP_SECONDS
    yielded: list[_Yielded] = []
    with in_step:
        for each in steps:
            yielded.append(each)
            if time.monotonic() >= due_at:
                return yielded, False
    return yielded, True


def _close(steps: Generator[_Yielded, None, None], in_step: threading.Lock) -> None:
    with in_step:
        steps.close()
