"""Keeping a failure where it happened, and as it was when it is raised."""

import logging
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager

from byhand.errors import ByhandError

logger = logging.getLogger(__name__)


async def guarded(work: Coroutine[None, None, None]) -> None:
    """Run to the end; an error is written to the log, a bug with its traceback."""
    try:
        await work
    except ByhandError as exc:
        logger.warning("%s: %s", type(exc).__name__, exc)
    except Exception:
        logger.exception("a bug")


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
