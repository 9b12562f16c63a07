import logging

import pytest

from byhand.network.sparse_log import SOURCES_LIMIT, SparseLog

logger = logging.getLogger("byhand.test")


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> SparseLog:
    caplog.set_level(logging.INFO, logger.name)
    return SparseLog(logger)


def test_a_source_gets_one_line_a_minute(log: SparseLog, caplog: pytest.LogCaptureFixture) -> None:
    for second in range(120):
        log.refused("10.0.0.1", "too slow", float(second))
    assert [each.message for each in caplog.records] == [
        "refused a connection from 10.0.0.1: too slow"
    ] * 2


def test_others_get_theirs(log: SparseLog, caplog: pytest.LogCaptureFixture) -> None:
    log.refused("10.0.0.1", "too slow", 0.0)
    log.refused("10.0.0.2", "too slow", 0.0)
    assert len(caplog.records) == 2


def test_sources_without_number_do_not_fill_it(
    log: SparseLog, caplog: pytest.LogCaptureFixture
) -> None:
    for number in range(10 * SOURCES_LIMIT):
        log.refused(f"2001:db8:{number}::/64", "too slow", 0.0)
    assert len(caplog.records) == SOURCES_LIMIT
    log.refused("10.0.0.1", "too slow", 60.0)
    assert caplog.records[-1].message.startswith("refused a connection from 10.0.0.1")


def test_a_bug_is_told_with_its_traceback_and_once_a_minute(
    log: SparseLog, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(10):
        log.bug(ValueError("a bug of ours"), 0.0)
    assert len(caplog.records) == 1
    assert caplog.records[0].exc_info is not None
