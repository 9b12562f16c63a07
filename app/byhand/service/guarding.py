"""Keeping a failure where it happened: one task's error never ends its neighbours."""

import logging
from collections.abc import Coroutine

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
