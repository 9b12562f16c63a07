"""The reserve of a disk is looked at again after every 64 MiB."""

from types import SimpleNamespace
from typing import cast

import pytest

from byhand.engine.room_check import CHECK_BYTES, RoomCheck
from byhand.errors import DiskFullError
from byhand.storage.staging import Staging


class Disk:
    def __init__(self) -> None:
        self.looks = 0
        self.missing = 0

    def look(self, byte_count: int) -> int:
        assert byte_count == 0
        self.looks += 1
        return self.missing


def test_it_looks_each_time_so_much_was_written_and_again_until_there_is_room() -> None:
    disk = Disk()
    room = RoomCheck(cast(Staging, SimpleNamespace(missing_bytes=disk.look, base="/srv")))
    room.before(CHECK_BYTES)
    assert disk.looks == 0
    room.before(1)
    room.before(CHECK_BYTES)
    assert disk.looks == 1
    disk.missing = 5
    for _ in range(2):
        with pytest.raises(DiskFullError):
            room.before(1)
    disk.missing = 0
    room.before(1)
    room.before(1)
    assert disk.looks == 4
