import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from byhand.errors import UsageError
from byhand.service.log_keeping import kept_log
from byhand.service.worker import Worker

logger = logging.getLogger("byhand.test")


@pytest.fixture
def storage() -> Iterator[Worker]:
    worker = Worker("storage")
    yield worker
    worker.close()


async def test_what_is_logged_meanwhile_is_on_the_disk_at_the_end(
    tmp_path: Path, storage: Worker
) -> None:
    async with kept_log(tmp_path, storage):
        logger.info("hello")
    logger.info("too late")
    text = (tmp_path / "byhand.log").read_text()
    assert text.endswith("hello\n")


async def test_the_bug_that_ends_it_is_told_with_its_traceback(
    tmp_path: Path, storage: Worker
) -> None:
    with pytest.raises(ZeroDivisionError):
        async with kept_log(tmp_path, storage):
            1 // 0  # noqa: B018 - the bug
    text = (tmp_path / "byhand.log").read_text()
    assert " ERROR byhand.service.log_keeping: a bug\n" in text
    assert "ZeroDivisionError" in text


async def test_an_error_that_is_meant_is_told_by_others(tmp_path: Path, storage: Worker) -> None:
    with pytest.raises(UsageError):
        async with kept_log(tmp_path, storage):
            raise UsageError("Choose.")
    assert os.listdir(tmp_path) == []
