"""Names in a folder that is only looked at are those that saving gives."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from byhand.domain.local_names import System
from byhand.domain.local_paths import LocalPaths
from byhand.domain.manifest import Entry, EntryKind
from byhand.storage.saved_names import FAT_TYPES, names_on, saved_names

ENTRIES = [Entry((name,), EntryKind.FILE, 1, 1) for name in ("What: a name?", "same", "Same")]
TMPFS = 0x01021994


def names(paths: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    return [paths[index] for index in range(len(ENTRIES))]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere not every name is fine")
def test_on_an_ordinary_disk_everything_is_called_what_it_is(tmp_path: Path) -> None:
    fd = os.open(tmp_path, os.O_RDONLY)
    try:
        assert names(saved_names(ENTRIES, fd)) == [entry.components for entry in ENTRIES]
    finally:
        os.close(fd)


@pytest.mark.parametrize("file_system", sorted(FAT_TYPES))
def test_on_a_fat_under_linux_they_are_the_names_that_saving_gives_there(file_system: int) -> None:
    found = names(names_on("linux", file_system, ENTRIES))
    assert found == names(LocalPaths(ENTRIES, System.FAT, folds_case=True))
    assert len({name.casefold() for (name,) in found}) == 3
    assert "?" not in found[0][0]


@pytest.mark.parametrize(
    ("platform", "system"), [("darwin", System.MACOS), ("win32", System.WINDOWS)]
)
def test_other_systems_take_capitals_for_the_same(platform: str, system: System) -> None:
    expected = names(LocalPaths(ENTRIES, system, folds_case=True))
    assert names(names_on(platform, TMPFS, ENTRIES)) == expected
