import tracemalloc

import pytest

from byhand.domain.manifest import SIZE_LIMIT, Entry, EntryKind, manifest_digest
from byhand.domain.transfer import TransferId
from byhand.errors import RemoteProtocolError, UnsafeNameError
from byhand.protocol.messages import Entries, EntriesEnd, EntryRow
from byhand.service.manifest_reader import ManifestReader

ID = TransferId(bytes(16))
FOLDER = EntryRow(("a",), EntryKind.FOLDER, 0, 0, 0, False)
FILE = EntryRow(("a", "b"), EntryKind.FILE, 7, 7, 0, False)
DIGEST = manifest_digest([Entry(("a",), EntryKind.FOLDER), Entry(("a", "b"), EntryKind.FILE, 7, 7)])
END = EntriesEnd(1, 7, 7, DIGEST)


def entries(first: int, *rows: EntryRow, end: EntriesEnd | None = None) -> Entries:
    return Entries(transfer_id=ID, first_index=first, entries=list(rows), end=end)


def test_a_manifest_in_parts_is_read_in_order() -> None:
    reader = ManifestReader()
    assert [entry.components for entry in reader.read(entries(0, FOLDER))] == [("a",)]
    reader.read(entries(1, FILE))
    assert reader.read(entries(2, end=END)) == []
    assert (reader.files, reader.bytes) == (1, 7)


@pytest.mark.parametrize(("keeps_modes", "programs"), [(False, 2), (True, 3)])
def test_programs_are_counted(keeps_modes: bool, programs: int) -> None:
    reader = ManifestReader(keeps_modes=keeps_modes)
    reader.read(entries(0, EntryRow(("x.exe",), EntryKind.FOLDER, 0, 0, 0, False)))
    for index, name in enumerate(("setup.exe", "x.lnk", "photo.jpg", "build"), start=1):
        row = EntryRow(("x.exe", name), EntryKind.FILE, 1, 1, 0, name == "build")
        reader.read(entries(index, row))
    assert reader.programs == programs


def is_mixed(*rows: EntryRow) -> bool:
    reader = ManifestReader()
    for index, row in enumerate(rows):
        reader.read(entries(index, row))
    return reader.is_mixed


def test_a_text_among_other_things_is_noticed() -> None:
    one, two = (EntryRow((name,), EntryKind.TEXT, 3, 3, 0, False) for name in ("t", "u"))
    assert is_mixed(one, FOLDER)
    assert is_mixed(FOLDER, FILE, one)
    assert not is_mixed(one, two)
    assert not is_mixed(FOLDER, FILE)


@pytest.mark.parametrize("first", [0, 2])
def test_parts_out_of_order_are_a_lie(first: int) -> None:
    reader = ManifestReader()
    reader.read(entries(0, FOLDER))
    with pytest.raises(RemoteProtocolError):
        reader.read(entries(first, FILE))


def test_nothing_comes_after_the_end() -> None:
    reader = ManifestReader()
    reader.read(entries(0, FOLDER, FILE, end=END))
    with pytest.raises(RemoteProtocolError):
        reader.read(entries(2, end=END))


def test_of_a_manifest_that_is_whole_no_names_are_held() -> None:
    rows = [EntryRow((f"{number}",), EntryKind.FILE, 0, 0, 0, False) for number in range(30_000)]
    tracemalloc.start()
    try:
        reader = ManifestReader()
        reader.read(entries(0, *rows))
        while_it_comes, _ = tracemalloc.get_traced_memory()
        reader.read(entries(len(rows), end=END))
        held, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert while_it_comes > 20 * len(rows)
    assert held < 10 * len(rows)


def test_an_offer_of_nothing_is_a_lie() -> None:
    end = EntriesEnd(0, 0, 0, manifest_digest([]))
    with pytest.raises(RemoteProtocolError):
        ManifestReader().read(entries(0, end=end))


def test_N18_sizes_whose_sum_cannot_be_are_a_lie() -> None:
    rows = [EntryRow((f"{n}",), EntryKind.FILE, SIZE_LIMIT, 0, 0, False) for n in range(128)]
    reader = ManifestReader()
    reader.read(entries(0, *rows[:127]))
    with pytest.raises(RemoteProtocolError):
        reader.read(entries(127, rows[127]))


@pytest.mark.parametrize("name", ["..", "a/b", "a\\b", "a\x1b", "photo\u202egpj.exe"])
def test_N01_a_name_that_may_not_be_written_refuses_the_offer(name: str) -> None:
    row = EntryRow((name,), EntryKind.FILE, 1, 1, 0, False)
    with pytest.raises(UnsafeNameError):
        ManifestReader().read(entries(0, row))
