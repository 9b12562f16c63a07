import os
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from blake3 import blake3
from msgspec.structs import replace

from byhand.domain.manifest import Entry
from byhand.domain.pieces import file_root, piece_count, piece_length, piece_size
from byhand.domain.plan import IncomingPlan, OutgoingPlan, SpoolDigest, StoredTransfer
from byhand.domain.root_chunks import in_chunks
from byhand.domain.transfer import Direction, Transfer, TransferId, TransferState
from byhand.service.rechecking import PATHS_TOLD, Rechecked, handed_files, recheck
from byhand.storage.manifest_block import ENTRIES, SOURCES
from byhand.storage.source import SourceEntry
from byhand.storage.spool_writer import SpoolWriter
from tests.helpers.connection_pair import ALICE
from tests.helpers.lanes import write_tree
from tests.helpers.outbound import scanned

ID = TransferId(bytes(16))


def root_of(path: Path) -> bytes:
    content = path.read_bytes()
    size = len(content)
    starts = [(piece * piece_size(size), piece) for piece in range(piece_count(size))]
    pieces = [content[start : start + piece_length(size, piece)] for start, piece in starts]
    return file_root(size, [blake3(each).digest() for each in pieces])


class World:
    """A folder that was sent, or has arrived, with roots of all its files."""

    def __init__(self, tmp_path: Path, direction: Direction, sizes: Sequence[int]) -> None:
        self.folder = write_tree(tmp_path / "photos", sizes)
        self.sources = scanned(self.folder)
        self.spool = tmp_path / "spool"
        self.roots = [
            (number, root_of(Path(source.path)))
            for number, source in enumerate(self.sources)
            if Path(source.path).is_file()
        ]
        transfer = Transfer(
            ID, direction, ALICE.friend_id, "photos", TransferState.DONE, 0.0, ended_at=1.0
        )
        if direction is Direction.INCOMING:
            plan = IncomingPlan(self._written_entries())
            transfer = replace(transfer, saved_paths=(str(self.folder),))
            self.stored = StoredTransfer(transfer, plan)
        else:
            sent = OutgoingPlan((bytes(self.folder),), manifest=self._written_sources())
            self.stored = StoredTransfer(transfer, sent)

    def check(self) -> Rechecked:
        found = self.check_until(lambda: False)
        assert found is not None
        return found

    def check_until(self, is_stopped: Callable[[], bool]) -> Rechecked | None:
        files = handed_files(self.stored, self.spool, list(in_chunks(self.roots)))
        return recheck(files, is_stopped)

    def _written_entries(self) -> SpoolDigest:
        writer: SpoolWriter[Entry] = SpoolWriter.create(self.spool, ENTRIES)
        writer.append([source.entry for source in self.sources])
        writer.rows.close()
        return writer.finish()

    def _written_sources(self) -> SpoolDigest:
        writer: SpoolWriter[SourceEntry] = SpoolWriter.create(self.spool, SOURCES)
        writer.append(self.sources)
        writer.rows.close()
        return writer.finish()


@pytest.fixture(params=Direction)
def world(tmp_path: Path, request: pytest.FixtureRequest) -> World:
    return World(tmp_path, request.param, [0, 10, 300_000, 20])


def test_what_is_as_it_was_is_right(world: World) -> None:
    assert world.check() == Rechecked(4, 0, 0, (), ())


def test_what_is_missing_or_has_changed_is_named(world: World) -> None:
    (world.folder / "00001").unlink()
    (world.folder / "00002").write_bytes(bytes(300_000))
    (world.folder / "00003").write_bytes(b"longer than it was before")
    changed = ("photos/00002", "photos/00003")
    assert world.check() == Rechecked(1, 1, 2, ("photos/00001",), changed, damaged=(2, 3))


def test_something_else_in_its_place_is_no_file(world: World) -> None:
    for name in ("00001", "00002", "00003"):
        (world.folder / name).unlink()
    (world.folder / "00001").mkdir()
    (world.folder / "00002").symlink_to(world.folder / "00000")
    os.mkfifo(world.folder / "00003")
    found = world.check()
    assert (found.right, found.missing, found.changed) == (1, 3, 0)


def test_what_did_not_arrive_is_not_looked_for(world: World) -> None:
    world.roots = [(entry, root) for entry, root in world.roots if entry != 2]
    (world.folder / "00001").unlink()
    assert world.check() == Rechecked(3, 0, 0, (), ())


def test_of_very_many_some_are_named(tmp_path: Path) -> None:
    world = World(tmp_path, Direction.OUTGOING, [1] * (PATHS_TOLD + 5))
    for path in world.folder.iterdir():
        path.unlink()
    found = world.check()
    assert found.missing == PATHS_TOLD + 5
    assert len(found.missing_paths) == PATHS_TOLD


def test_what_was_saved_under_a_number_is_found_there(tmp_path: Path) -> None:
    world = World(tmp_path, Direction.INCOMING, [10, 20])
    numbered = world.folder.rename(tmp_path / "photos (1)")
    write_tree(tmp_path / "photos", [10, 20])
    transfer = replace(world.stored.transfer, saved_paths=(str(numbered),))
    world.stored = replace(world.stored, transfer=transfer)
    assert world.check() == Rechecked(2, 0, 0, (), ())


def test_a_check_that_is_stopped_says_nothing(world: World) -> None:
    looks = iter([False] * 3 + [True] * 100)
    assert world.check_until(lambda: next(looks)) is None
