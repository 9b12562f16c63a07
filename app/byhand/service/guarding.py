"""Keeping a failure where it happened, and as it was when it is raised."""

import asyncio
import logging
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager

from byhand.errors import ByhandError

logger = logging.getLogger(__name__)


async def guarded(
    work: Coroutine[None, None, None], failed: Callable[[ByhandError], object] | None = None
) -> None:
    """Run to the end; an error is written to the log and given to `failed`.

    A bug is written there with its traceback.
    """
    try:
        await work
    except ByhandError as exc:
        logger.warning("%s: %s", type(exc).__name__, exc)
        if failed is not None:
            failed(exc)
    except Exception:
        logger.exception("a bug")


def start_guarded(
    group: asyncio.TaskGroup,
    work: Coroutine[None, None, None],
    failed: Callable[[ByhandError], object] | None = None,
    at_end: Callable[[], object] = lambda: None,
) -> asyncio.Task[None]:
    """Run work in a group, as `guarded`; a task may be cancelled before it has begun.

    `at_end` is called in the end also then, and if the group takes no task any more: RuntimeError.
    """

    def leave(_: object = None) -> None:
        work.close()
        at_end()

    run = guarded(work, failed)
    try:
        task = group.create_task(run)
    except RuntimeError:
        run.close()
        leave()
        raise
    task.add_done_callback(leave)
    return task


@contextmanager
def unwrapped() -> Iterator[None]:
    """Raise an error that task groups have wrapped as it was, if it is one alone."""
    try:
        yield
    except BaseExceptionGroup as group:
        error = _only_one(group)
        if isinstance(error, BaseExceptionGroup):
            raise
        raise error from error.__cause__


def _only_one(error: BaseException) -> BaseException:
    while isinstance(error, BaseExceptionGroup) and len(error.exceptions) == 1:
        error = error.exceptions[0]
    return error
