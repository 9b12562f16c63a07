"""Keeping a log on disk for as long as a profile is open."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from byhand.errors import ByhandError
from byhand.service.worker import Worker
from byhand.storage.log_file import LogFile

logger = logging.getLogger(__name__)


@asynccontextmanager
async def kept_log(folder: Path, storage: Worker) -> AsyncIterator[None]:
    """Keep what is logged until the block ends, and the bug that ends it, if one does."""
    log = await storage.run(LogFile, folder)
    try:
        yield
    except ByhandError:
        raise
    except Exception:
        logger.exception("a bug")
        raise
    finally:
        await storage.run(log.close)
