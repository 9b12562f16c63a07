from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from byhand.domain.codes import Code
from byhand.domain.events import FileRow
from byhand.domain.local_names import Caution
from byhand.domain.manifest import Entry, EntryKind
from byhand.domain.plan import IncomingPlan, OutgoingPlan, StoredTransfer
from byhand.domain.transfer import Direction, EntryState, Transfer, TransferId, TransferState
from byhand.errors import StorageError, UsageError
from byhand.service.transfer_files import TEXT_BYTES, files_page, text_of
from byhand.storage.manifest_block import ENTRIES, SOURCES
from byhand.storage.spool_writer import SpoolWriter
from tests.helpers.connection_pair import ALICE
from tests.helpers.lanes import write_tree
from tests.helpers.outbound import scanned
from tests.helpers.transfer_parts import Storage, storage_in

ARRIVED = Transfer(
    TransferId(bytes(16)), Direction.INCOMING, ALICE.friend_id, "x", TransferState.DONE, 0.0
)


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[Storage]:
    with storage_in(tmp_path) as storage:
        yield storage


def state_of(index: int) -> tuple[EntryState, Code]:
    return (EntryState.FAILED, Code.HASH_MISMATCH) if index == 2 else (EntryState.DONE, Code.OK)


def test_a_page_names_what_is_offered_and_where_each_stands(storage: Storage) -> None:
    writer = SpoolWriter.create(storage.memory.spool_of(ARRIVED), ENTRIES)
    writer.append(
        [
            Entry(("a",), EntryKind.FOLDER),
            Entry(("a", "b"), EntryKind.FILE, 5, 5),
            Entry(("a", "c"), EntryKind.FILE, 7, 7),
        ]
    )
    writer.rows.close()
    stored = StoredTransfer(ARRIVED, IncomingPlan(writer.finish()))
    total, rows = files_page(storage.memory, stored, 0, 10, state_of)
    assert total == 3
    assert list(rows) == [
        FileRow(0, "a", 0, True, EntryState.DONE),
        FileRow(1, "a/b", 5, False, EntryState.DONE),
        FileRow(2, "a/c", 7, False, EntryState.FAILED, Code.HASH_MISMATCH),
    ]
    total, rows = files_page(storage.memory, stored, 1, 1, state_of)
    assert (total, [row.index for row in rows]) == (3, [1])
    assert files_page(storage.memory, stored, 5, 10, state_of) == (3, ())


@pytest.mark.parametrize("keeps_modes", [False, True])
def test_files_that_come_from_a_friend_are_listed_with_what_is_to_be_said_of_them(
    storage: Storage, keeps_modes: bool
) -> None:
    names = ("a", "a/setup.exe", "a/build", "a/.hidden", "a/photo.jpg")
    entries = [
        Entry(tuple(name.split("/")), EntryKind.FILE, 5, 5, 0, name == "a/build")
        for name in names[1:]
    ]
    writer = SpoolWriter.create(storage.memory.spool_of(ARRIVED), ENTRIES)
    writer.append([Entry(("a",), EntryKind.FOLDER), *entries])
    writer.rows.close()
    plan = IncomingPlan(writer.finish(), keeps_modes=keeps_modes)
    _, rows = files_page(storage.memory, StoredTransfer(ARRIVED, plan), 0, 10, state_of)
    build = Caution.PROGRAM if keeps_modes else None
    cautions = [None, Caution.PROGRAM, build, Caution.HIDDEN, None]
    assert [row.caution for row in rows] == cautions
    assert {row.saved_as for row in rows} == {""}


def test_what_we_send_is_listed_alike(storage: Storage, tmp_path: Path) -> None:
    sources = scanned(write_tree(tmp_path / "from", [10, 20]))
    sent = replace(ARRIVED, direction=Direction.OUTGOING)
    writer = SpoolWriter.create(storage.memory.spool_of(sent), SOURCES)
    writer.append(sources)
    writer.rows.close()
    plan = OutgoingPlan((bytes(tmp_path / "from"),), manifest=writer.finish())
    total, rows = files_page(storage.memory, StoredTransfer(sent, plan), 0, 10, state_of)
    assert (total, [row.path for row in rows]) == (3, ["from", "from/00000", "from/00001"])


def test_while_it_is_counted_nothing_is_listed(storage: Storage) -> None:
    stored = StoredTransfer(ARRIVED, IncomingPlan())
    assert files_page(storage.memory, stored, 0, 10, state_of) == (0, ())


def test_a_manifest_that_is_gone_is_an_error(storage: Storage) -> None:
    writer = SpoolWriter.create(storage.memory.spool_of(ARRIVED), ENTRIES)
    writer.append([Entry(("a",), EntryKind.FILE, 5, 5)])
    digest = writer.finish()
    writer.discard()
    stored = StoredTransfer(ARRIVED, IncomingPlan(digest))
    with pytest.raises(StorageError):
        files_page(storage.memory, stored, 0, 10, state_of)


def text(path: Path, *, is_text: bool = True) -> StoredTransfer:
    transfer = replace(ARRIVED, is_text=is_text, saved_paths=(str(path),))
    return StoredTransfer(transfer, IncomingPlan())


def test_a_text_is_read_as_far_as_texts_go(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text("Žluť 🐢", "utf-8")
    assert text_of(text(path)) == "Žluť 🐢"
    path.write_bytes(b"a" * TEXT_BYTES + b"more")
    assert len(text_of(text(path))) == TEXT_BYTES


def test_what_is_no_text_is_not_shown_as_one(tmp_path: Path) -> None:
    path = tmp_path / "photo.jpg"
    path.write_bytes(b"\xff\xd8")
    with pytest.raises(UsageError):
        text_of(text(path, is_text=False))
    with pytest.raises(UsageError):
        text_of(StoredTransfer(replace(ARRIVED, is_text=True), IncomingPlan()))


def test_a_text_that_is_gone_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        text_of(text(tmp_path / "gone.txt"))
