import os
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

from byhand.domain.manifest import Entry, EntryKind
from byhand.engine.confined_thread import confine_to, run_in_thread
from byhand.errors import StorageError
from byhand.storage.staging import Staging
from tests.helpers.trees import open_descriptors

ENTRIES = [Entry(("a",), EntryKind.FILE, 5, 5)]


def test_work_is_done_in_a_thread_of_its_own_that_is_over_afterwards() -> None:
    before = threading.enumerate()
    assert run_in_thread(threading.current_thread, "confined") not in before
    assert threading.enumerate() == before


@pytest.mark.parametrize("error", [StorageError(Path("disk")), SystemExit()])
def test_what_the_work_raises_is_raised(error: BaseException) -> None:
    def work() -> None:
        raise error

    with pytest.raises(type(error)) as raised:
        run_in_thread(work, "confined")
    assert raised.value is error


def test_staging_folders_are_opened_for_it_and_closed_ones_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "to").mkdir()
    one, other, closed = (Staging.create(str(tmp_path / "to"), ENTRIES) for _ in range(3))
    closed.close()
    before = open_descriptors()
    found: list[tuple[int, int]] = []

    def confine(folders: Sequence[int]) -> None:
        found.extend((os.fstat(fd).st_dev, os.fstat(fd).st_ino) for fd in folders)

    confine_to([one, closed, other], confine)
    stats = [os.stat(staging.path) for staging in (one, other)]
    assert found == [(status.st_dev, status.st_ino) for status in stats]
    assert open_descriptors() == before
    one.discard()
    other.discard()


def test_no_descriptor_is_left_open_when_it_fails(tmp_path: Path) -> None:
    (tmp_path / "to").mkdir()
    staging = Staging.create(str(tmp_path / "to"), ENTRIES)
    before = open_descriptors()

    def confine(folders: Sequence[int]) -> None:
        raise StorageError(Path("landlock"))

    with pytest.raises(StorageError):
        confine_to([staging], confine)
    assert open_descriptors() == before
    staging.discard()
