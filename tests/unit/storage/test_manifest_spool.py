import errno
import os
import random
import stat
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byhand.domain.identity import FriendId
from byhand.domain.manifest import SIZE_LIMIT, Entry, EntryKind, totals_of
from byhand.domain.names import cleaned_component
from byhand.domain.plan import SpoolDigest
from byhand.domain.transfer import TransferId
from byhand.errors import CorruptStoreError, DiskFullError, StorageError
from byhand.storage.manifest_block import BLOCK_ENTRIES, ENTRIES, SOURCES
from byhand.storage.manifest_spool import RECENT_BLOCKS, Spool, spool_path
from byhand.storage.scan import SourceProblem, scan
from byhand.storage.source import FileStamp, SourceEntry, SourceFile
from byhand.storage.spool_writer import SpoolWriter, remove_spool
from tests.helpers.faulty_disk import FaultyDisk
from tests.helpers.small_disk import fill, small_disk
from tests.helpers.trees import open_descriptors, snapshot

WORDS = st.integers(0, 2**64 - 1)
TIMES = st.integers(-(2**63), 2**63 - 1)
NAMES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=5).map(cleaned_component)
ROWS = st.lists(
    st.builds(
        Entry,
        st.lists(NAMES, min_size=1, max_size=3).map(tuple),
        st.sampled_from(EntryKind),
        st.integers(0, SIZE_LIMIT),
        st.integers(0, SIZE_LIMIT),
        TIMES,
        st.booleans(),
    ),
    max_size=6,
)
PATHS = st.binary(max_size=20).map(lambda path: os.fsdecode(b"/" + path))
STAMPS = st.builds(FileStamp, WORDS, TIMES, TIMES, WORDS, WORDS)


def many(count: int) -> list[Entry]:
    return [
        Entry(("folder", f"{index // 100}", f"file {index}"), EntryKind.FILE, index, index // 2)
        for index in range(count)
    ]


def written(path: Path, rows: list[Entry]) -> SpoolDigest:
    writer = SpoolWriter.create(path, ENTRIES)
    writer.append(rows)
    digest = writer.finish()
    writer.rows.close()
    return digest


@given(st.lists(ROWS, max_size=3))
def test_what_was_appended_is_read_back_by_index_and_in_order(
    tmp_path_factory: pytest.TempPathFactory, batches: list[list[Entry]]
) -> None:
    path = tmp_path_factory.mktemp("spool") / "transfers" / "x.entries"
    writer = SpoolWriter.create(path, ENTRIES)
    entries: list[Entry] = []
    for batch in batches:
        writer.append(batch)
        entries += batch
        assert list(writer.rows) == entries
    digest = writer.finish()
    assert digest.entries == len(entries)
    assert digest.byte_count == path.stat().st_size
    for rows in (writer.rows, Spool.open(path, ENTRIES, digest)):
        assert len(rows) == len(entries)
        assert list(rows) == [rows[index] for index in range(len(entries))] == entries
        assert rows[1:3] == entries[1:3]
        assert rows.columns.totals == totals_of(entries)
        assert list(rows.columns.sizes()) == [entry.size for entry in entries]
        rows.close()


@given(st.lists(st.tuples(ROWS, PATHS, STAMPS), max_size=6))
def test_where_each_entry_comes_from_is_kept_whatever_its_path_is(
    tmp_path_factory: pytest.TempPathFactory, drawn: list[tuple[list[Entry], str, FileStamp]]
) -> None:
    sources = [SourceEntry(entry, path, stamp) for rows, path, stamp in drawn for entry in rows]
    path = tmp_path_factory.mktemp("spool") / "x.entries"
    writer = SpoolWriter.create(path, SOURCES)
    writer.append(sources)
    digest = writer.finish()
    writer.rows.close()
    rows = Spool.open(path, SOURCES, digest)
    assert list(rows) == sources
    rows.close()


@pytest.mark.parametrize("components", [("..", "x"), ("a", ".."), ("/etc/x",), ("a", "b/c"), ("",)])
def test_names_that_nobody_judged_are_not_read_whatever_the_digest_says(
    tmp_path: Path, components: tuple[str, ...]
) -> None:
    """Whoever edits the file can edit the digest of it, too."""
    path = tmp_path / "transfers" / "x.entries"
    digest = written(path, [*many(3), Entry(components, EntryKind.FILE, 1, 1)])
    rows = Spool.open(path, ENTRIES, digest)
    for looks in (lambda: rows[3], lambda: rows[0], lambda: list(rows)):
        with pytest.raises(CorruptStoreError):
            looks()
    rows.close()


def test_a_scanned_file_is_still_the_same_after_it_was_kept(tmp_path: Path) -> None:
    folder = tmp_path / "given"
    folder.mkdir()
    (folder / os.fsdecode(b"odd \xff name")).write_bytes(b"content")
    os.utime(folder, ns=(0, 2**62))
    sources = list(scan([str(folder)], lambda: False))
    assert not any(isinstance(found, SourceProblem) for found in sources)
    writer = SpoolWriter.create(tmp_path / "transfers" / "x", SOURCES)
    writer.append([found for found in sources if isinstance(found, SourceEntry)])
    digest = writer.finish()
    writer.rows.close()
    rows = Spool.open(tmp_path / "transfers" / "x", SOURCES, digest)
    assert list(rows) == sources
    SourceFile.open(rows[1].path, rows[1].stamp).close()
    rows.close()


def test_a_million_is_not_needed_to_look_at_any_block_in_any_order(tmp_path: Path) -> None:
    entries = many(BLOCK_ENTRIES * (RECENT_BLOCKS + 5) + 7)
    path = tmp_path / "x"
    rows = Spool.open(path, ENTRIES, written(path, entries))
    indices = list(range(len(entries)))
    random.Random(5).shuffle(indices)
    for index in indices[:2_000]:
        assert rows[index] == entries[index]
    assert rows[300:900] == entries[300:900]
    for index in (len(entries), -1):
        with pytest.raises(IndexError):
            rows[index]
    rows.close()


def test_threads_look_while_another_writes(tmp_path: Path) -> None:
    entries = many(20_000)
    writer = SpoolWriter.create(tmp_path / "x", ENTRIES)
    wrong: list[int] = []
    is_written = threading.Event()

    def look(seed: int) -> None:
        chance = random.Random(seed)
        while not is_written.is_set():
            length = len(writer.rows)
            if length:
                index = chance.randrange(length)
                is_right = writer.rows[index] == entries[index]
                if not is_right or writer.rows.columns.size(index) != entries[index].size:
                    wrong.append(index)

    lookers = [threading.Thread(target=look, args=(seed,)) for seed in range(3)]
    for looker in lookers:
        looker.start()
    for start in range(0, len(entries), 700):
        writer.append(entries[start : start + 700])
    is_written.set()
    for looker in lookers:
        looker.join()
    assert wrong == []
    assert list(writer.rows) == entries
    writer.discard()


def test_the_file_and_its_folder_are_private(tmp_path: Path) -> None:
    path = spool_path(tmp_path / "transfers", FriendId(bytes(32)), TransferId(b"\xab" * 16))
    written(path, many(1))
    assert path.name == "00" * 8 + "-" + "ab" * 16 + ".entries"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("place", [0, 3, 50, -1])
def test_a_file_that_was_changed_is_not_believed(tmp_path: Path, place: int) -> None:
    path = tmp_path / "x"
    digest = written(path, many(300))
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)
    before = open_descriptors()
    with pytest.raises(CorruptStoreError):
        Spool.open(path, ENTRIES, digest)
    assert open_descriptors() == before


def test_a_file_that_was_cut_lengthened_or_replaced_is_not_believed(tmp_path: Path) -> None:
    path = tmp_path / "x"
    digest = written(path, many(300))
    content = path.read_bytes()
    other = written(tmp_path / "y", many(301))
    for changed in (content[:-1], content + b"\0", b""):
        path.write_bytes(changed)
        with pytest.raises(CorruptStoreError):
            Spool.open(path, ENTRIES, digest)
    path.write_bytes(content)
    for wrong in (other, SpoolDigest(299, digest.byte_count, digest.blake3)):
        with pytest.raises(CorruptStoreError):
            Spool.open(path, ENTRIES, wrong)
    remove_spool(path)
    remove_spool(path)
    with pytest.raises(StorageError):
        Spool.open(path, ENTRIES, digest)


def test_a_file_that_changes_under_us_is_found_out_or_at_least_no_bug(tmp_path: Path) -> None:
    path = tmp_path / "x"
    rows = Spool.open(path, ENTRIES, written(path, many(300)))
    path.write_bytes(os.urandom(path.stat().st_size))
    with pytest.raises(CorruptStoreError):
        rows[0]
    path.write_bytes(b"")
    with pytest.raises(CorruptStoreError):
        list(rows)
    rows.close()


def test_whoever_looks_after_the_end_is_told(tmp_path: Path) -> None:
    path = tmp_path / "x"
    rows = Spool.open(path, ENTRIES, written(path, many(300)))
    assert rows[0]
    rows.close()
    with pytest.raises(StorageError):
        rows[0]
    rows.close()


def test_everything_is_on_the_disk_before_it_is_called_finished(tmp_path: Path) -> None:
    disk = FaultyDisk()
    writer = SpoolWriter.create(tmp_path / "x", ENTRIES, disk.disk)
    writer.append(many(1_000))
    writer.finish()
    writer.rows.close()
    assert disk.calls == [
        *("unlink", "open", "write"),
        *("truncate", "sync_data", "open", "sync", "close"),
    ]


def test_short_writes_are_continued(tmp_path: Path) -> None:
    writer = SpoolWriter.create(tmp_path / "x", ENTRIES, FaultyDisk(shortest_write=True).disk)
    writer.append(many(20))
    assert list(writer.rows) == many(20)
    writer.discard()


def test_P8_a_fault_at_any_call_is_told_and_nothing_stays(tmp_path: Path) -> None:
    before = open_descriptors()
    path = tmp_path / "transfers" / "x"
    told = set()
    for fail_at in range(1, 20):
        disk = FaultyDisk(fail_at, errno.ENOSPC)
        try:
            writer = SpoolWriter.create(path, ENTRIES, disk.disk)
        except DiskFullError:
            assert open_descriptors() == before
            continue
        try:
            writer.append(many(300))
            writer.append(many(300))
            writer.finish()
        except DiskFullError:
            told.add(disk.calls[-1])
        try:
            writer.discard()
        except DiskFullError:
            remove_spool(path)
        assert open_descriptors() == before
        assert snapshot(tmp_path) == {"transfers": None}
    assert told == {"write", "truncate", "sync_data", "open", "sync", "close"}


def test_P8_a_batch_that_found_no_room_comes_again_when_there_is(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 400_000) as disk:
        path = disk / "x"
        writer = SpoolWriter.create(path, ENTRIES)
        writer.append(many(100))
        filler = fill(disk)
        with pytest.raises(DiskFullError):
            writer.append(many(2_000))
        assert list(writer.rows) == many(100)
        filler.unlink()
        writer.append(many(50))
        digest = writer.finish()
        assert list(writer.rows) == many(100) + many(50)
        writer.rows.close()
        again = Spool.open(path, ENTRIES, digest)
        assert list(again) == many(100) + many(50)
        again.close()


def test_what_a_killed_run_left_is_no_obstacle(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"half")
    (tmp_path / "precious").write_bytes(b"x")
    rows = Spool.open(path, ENTRIES, written(path, many(2)))
    assert list(rows) == many(2)
    rows.close()
    path.unlink()
    path.symlink_to("precious")
    written(path, many(2))
    assert (tmp_path / "precious").read_bytes() == b"x"
