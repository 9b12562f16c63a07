import os
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from byhand.domain.manifest import ENTRY_LIMIT
from byhand.storage.disk import SYSTEM_DISK
from byhand.storage.promise_log import Promise, PromiseLog, Promises

FAR = 1 << 31


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[int]:
    fd = os.open(tmp_path, os.O_RDONLY)
    yield fd
    os.close(fd)


def promise(number: int) -> Promise:
    return Promise(number, (2**64 - 1, number))


def test_the_last_word_on_each_entry_counts_and_what_was_not_promised_is_not_there() -> None:
    promises = Promises()
    assert not promises
    for index in (7, 2, FAR, 2):
        promises.put(index, promise(index % 5 + len(promises)))
    assert list(promises) == [7, 2, FAR]
    assert dict(promises) == {7: promise(2), 2: promise(5), FAR: promise(5)}
    assert 3 not in promises
    assert ENTRY_LIMIT not in promises
    assert promises.get(8) is None


def test_what_was_recorded_is_found_again(folder: int) -> None:
    log = PromiseLog("names", folder, SYSTEM_DISK)
    log.add({0: promise(0), FAR: promise(1)})
    log.add({0: promise(3), 1: promise(4)})
    assert dict(log.promises) == {0: promise(3), FAR: promise(1), 1: promise(4)}
    again = PromiseLog("names", folder, SYSTEM_DISK)
    assert dict(again.promises) == dict(log.promises)


def test_a_promise_takes_little_memory() -> None:
    count = 20_000
    tracemalloc.start()
    try:
        promises = Promises()
        for index in range(count):
            promises.put(index, promise(index))
        held, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(promises) == count
    assert held < 40 * count
