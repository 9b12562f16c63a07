"""What the manifest of a transfer takes in memory, entry by entry: a million must fit."""

import gc
import tracemalloc
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from byhand.domain.local_names import System
from byhand.domain.local_paths import LocalPaths
from byhand.domain.manifest import Entry, EntryKind
from byhand.domain.names import ManifestNames
from byhand.domain.pieces import Packs
from byhand.storage.manifest_block import ENTRIES, SOURCES
from byhand.storage.manifest_spool import Spool
from byhand.storage.source import FileStamp, SourceEntry
from byhand.storage.spool_writer import SpoolWriter

COUNT = 30_000
SPOOL_BYTES = 20
"""An entry's share of columns and block places; that of the latest blocks comes once."""
RECENT_BYTES = 8_000_000
NAME_BYTES = 160


def sources() -> Iterator[SourceEntry]:
    for index in range(COUNT):
        entry = Entry((f"a file of a long name {index}",), EntryKind.FILE, 4096, 4096)
        yield SourceEntry(entry, f"/from/a file {index}", FileStamp(4096, 1, 2, 3, index))


@pytest.fixture
def spool(tmp_path: Path) -> Iterator[Spool[SourceEntry]]:
    writer = SpoolWriter.create(tmp_path / "x", SOURCES)
    found = sources()
    while batch := list(islice(found, 1_000)):
        writer.append(batch)
    digest = writer.finish()
    writer.rows.close()
    tracemalloc.start()
    rows = Spool.open(tmp_path / "x", SOURCES, digest)
    yield rows
    tracemalloc.stop()
    rows.close()


def held() -> int:
    gc.collect()
    return tracemalloc.get_traced_memory()[0]


def test_an_entry_takes_a_few_bytes_wherever_one_looks(spool: Spool[SourceEntry]) -> None:
    packs = Packs(spool.columns)
    assert held() < COUNT * SPOOL_BYTES
    assert sum(spool[index].stamp.inode for index in range(COUNT)) == sum(range(COUNT))
    assert len(packs.members(0)) == 256
    assert held() < COUNT * SPOOL_BYTES + RECENT_BYTES


def test_judging_a_name_keeps_no_name(spool: Spool[SourceEntry]) -> None:
    before = held()
    names = ManifestNames()
    for source in spool:
        names.add(source.entry)
    assert held() - before < COUNT * NAME_BYTES


def test_local_paths_keep_only_what_is_saved_under_a_number(tmp_path: Path) -> None:
    writer = SpoolWriter.create(tmp_path / "y", ENTRIES)
    writer.append([source.entry for source in sources()])
    tracemalloc.start()
    paths = LocalPaths(writer.rows, System.FAT, folds_case=True)
    assert held() < COUNT
    assert paths[COUNT - 1] == (f"a file of a long name {COUNT - 1}",)
    tracemalloc.stop()
    writer.discard()
