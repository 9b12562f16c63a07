from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from byhand.domain.codes import Code
from byhand.domain.events import UNKNOWN_SIZE, FileRow
from byhand.domain.file_query import FileQuery
from byhand.domain.local_names import Caution
from byhand.domain.manifest import Entry, EntryKind
from byhand.domain.plan import IncomingPlan, OutgoingPlan, StoredTransfer
from byhand.domain.transfer import (
    Direction,
    EntryState,
    FileProblem,
    Standing,
    Transfer,
    TransferId,
    TransferState,
)
from byhand.errors import StorageError, UsageError
from byhand.service.transfer_files import TEXT_BYTES, FileListing, text_of
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


def standing_of(index: int) -> Standing:
    failed = Standing(EntryState.FAILED, Code.HASH_MISMATCH)
    return failed if index == 2 else Standing(EntryState.DONE)


def listing(storage: Storage) -> FileListing:
    return FileListing(storage.memory, lambda: False)


def offered(storage: Storage, *paths: str, **changes: object) -> StoredTransfer:
    """Keep a manifest of files, folders where a path ends with "/"; return its transfer."""
    transfer = replace(ARRIVED, **changes)
    writer = SpoolWriter.create(storage.memory.spool_of(transfer), ENTRIES)
    writer.append(
        [
            Entry(tuple(path[:-1].split("/")), EntryKind.FOLDER)
            if path.endswith("/")
            else Entry(tuple(path.split("/")), EntryKind.FILE, 5, 5)
            for path in paths
        ]
    )
    writer.rows.close()
    return StoredTransfer(transfer, IncomingPlan(writer.finish()), b"receipt")


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
    total, rows = listing(storage).page(stored, standing_of, 0, 10)
    assert total == 3
    assert list(rows) == [
        FileRow(0, "a", 0, True, EntryState.DONE),
        FileRow(1, "a/b", 5, False, EntryState.DONE),
        FileRow(2, "a/c", 7, False, EntryState.FAILED, Code.HASH_MISMATCH),
    ]
    total, rows = listing(storage).page(stored, standing_of, 1, 1)
    assert (total, [row.index for row in rows]) == (3, [1])
    assert listing(storage).page(stored, standing_of, 5, 10) == (3, ())


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
    _, rows = listing(storage).page(StoredTransfer(ARRIVED, plan), standing_of, 0, 10)
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
    total, rows = listing(storage).page(StoredTransfer(sent, plan), standing_of, 0, 10)
    assert (total, [row.path for row in rows]) == (3, ["from", "from/00000", "from/00001"])


def test_while_it_is_counted_nothing_is_listed(storage: Storage) -> None:
    stored = StoredTransfer(ARRIVED, IncomingPlan())
    assert listing(storage).page(stored, standing_of, 0, 10) == (0, ())


def test_a_manifest_that_is_gone_is_an_error(storage: Storage) -> None:
    writer = SpoolWriter.create(storage.memory.spool_of(ARRIVED), ENTRIES)
    writer.append([Entry(("a",), EntryKind.FILE, 5, 5)])
    digest = writer.finish()
    writer.discard()
    stored = StoredTransfer(ARRIVED, IncomingPlan(digest), b"receipt")
    with pytest.raises(StorageError):
        listing(storage).page(stored, standing_of, 0, 10)


def test_of_what_came_to_nothing_the_problems_are_listed(storage: Storage) -> None:
    gone = FileProblem("a/b", Code.SOURCE_GONE), FileProblem("a/c", Code.SOURCE_UNREADABLE)
    failed = offered(storage, "a/b", "a/c", state=TransferState.FAILED, problems=gone)
    failed = replace(failed, receipt=b"")
    storage.memory.spool_of(failed.transfer).unlink()
    total, rows = listing(storage).page(failed, standing_of, 0, 10)
    assert (total, rows[1]) == (
        2,
        FileRow(1, "a/c", UNKNOWN_SIZE, False, EntryState.FAILED, Code.SOURCE_UNREADABLE),
    )
    assert listing(storage).page(failed, standing_of, 1, 10)[1] == rows[1:]
    only_b = FileQuery("B")
    assert listing(storage).page(failed, standing_of, 0, 10, only_b) == (1, rows[:1])


def test_files_are_found_by_a_part_of_their_path_in_any_case(storage: Storage) -> None:
    stored = offered(storage, "Trip/", "Trip/IMG_1.JPG", "Trip/notes.txt", "Trip/img_2.jpg")
    total, rows = listing(storage).page(stored, standing_of, 0, 10, FileQuery(" img "))
    assert (total, [row.index for row in rows]) == (2, [1, 3])
    total, rows = listing(storage).page(stored, standing_of, 1, 1, FileQuery("IMG"))
    assert (total, [row.index for row in rows]) == (2, [3])
    assert listing(storage).page(stored, standing_of, 0, 10, FileQuery("nothing")) == (0, ())


def test_only_what_failed_is_listed_with_its_reason(storage: Storage) -> None:
    stored = offered(storage, "a/", "a/b", "a/c", failed_files=1)
    problems = FileQuery(only_problems=True)
    total, rows = listing(storage).page(stored, standing_of, 0, 10, problems)
    assert total == 1
    assert list(rows) == [
        FileRow(2, "a/c", 5, False, EntryState.FAILED, Code.HASH_MISMATCH),
    ]
    both = FileQuery("b", only_problems=True)
    assert listing(storage).page(stored, standing_of, 0, 10, both) == (0, ())


def test_a_failure_of_which_only_the_path_is_known_gets_its_reason_from_there(
    storage: Storage,
) -> None:
    problem = FileProblem("a/c", Code.DISK_FULL)
    stored = offered(storage, "a/", "a/b", "a/c", failed_files=2, problems=(problem,))
    failed = Standing(EntryState.FAILED)
    _, rows = listing(storage).page(stored, lambda _: failed, 1, 2)
    assert [row.code for row in rows] == [Code.INTERNAL, Code.DISK_FULL]


def test_how_much_of_a_file_is_here_is_told_while_it_comes(storage: Storage) -> None:
    stored = offered(storage, "a", "b")
    states = Standing(EntryState.PARTIAL, Code.OK, 3), Standing(EntryState.DONE, Code.OK, 5)
    _, rows = listing(storage).page(stored, states.__getitem__, 0, 2)
    assert [row.here for row in rows] == [3, 0]


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
