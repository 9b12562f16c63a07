"""Roots that are found out without sending: from kept hashes, or by reading."""

import os
from collections.abc import Sequence
from pathlib import Path

import pytest
from blake3 import blake3

from byhand.domain.codes import Code
from byhand.domain.pieces import KIB, MIB, PACK_INDEX, file_root
from byhand.domain.ranges import RangeSet
from byhand.engine.hash_cache import HashCache
from byhand.engine.proving import complete, roots_for
from byhand.engine.reports import RootKnown, SendingReport, SourceChanged, SourceFailed
from byhand.storage.hash_store import FileHashes
from byhand.storage.source import FileStamp
from tests.helpers.changes import append, overwrite
from tests.helpers.outbound import Outbound, scanned
from tests.helpers.trees import open_descriptors

BIG = 600 * KIB


class Store:
    """Hashes by stamp, and what was asked of it; the time is long after every change."""

    def __init__(self) -> None:
        self.known: dict[FileStamp, FileHashes] = {}
        self.asked: list[FileStamp] = []
        self.cache = HashCache(self.lookup, self.keep, lambda: 2**62)

    def lookup(self, stamps: Sequence[FileStamp]) -> list[FileHashes | None]:
        self.asked += stamps
        return [self.known.get(stamp) for stamp in stamps]

    def keep(self, files: Sequence[tuple[FileStamp, FileHashes]]) -> None:
        self.known.update(files)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    top = tmp_path / "top"
    top.mkdir()
    for name, size in (("big", BIG), ("empty", 0), ("one", 1000), ("two", 2000)):
        (top / name).write_bytes(os.urandom(size))
    return top


def hashes_of(content: bytes) -> list[bytes]:
    pieces = [content[place : place + 256 * KIB] for place in range(0, len(content), 256 * KIB)]
    return [blake3(piece).digest() for piece in pieces]


def root_of(path: Path) -> bytes:
    content = path.read_bytes()
    return file_root(len(content), hashes_of(content))


def answered(outbound: Outbound, *entries: int) -> dict[int, bytes]:
    """Return the roots that are answered because they were reported before, or cannot be known."""
    return dict(filter(None, roots_for(outbound.pieces, entries)))


def answers(outbound: Outbound, *entries: int) -> dict[int, bytes]:
    """Return all roots that are found out, reported or answered."""
    known = answered(outbound, *entries)
    roots = {entry: outbound.pieces.hashes.root(entry) or b"" for entry in entries}
    return roots | known


def told(outbound: Outbound) -> list[SendingReport]:
    return [outbound.told.get(timeout=0) for _ in range(outbound.told.qsize())]


def test_roots_are_answered_in_order_and_reported(folder: Path) -> None:
    outbound = Outbound.of(1, scanned(folder))
    found = answers(outbound, 4, 1, 2, 3)
    assert list(found) == [4, 1, 2, 3]
    names = {1: "big", 2: "empty", 3: "one", 4: "two"}
    assert found == {entry: root_of(folder / name) for entry, name in names.items()}
    assert {each.entry for each in told(outbound) if isinstance(each, RootKnown)} == {1, 3, 4}
    assert outbound.recorder.recorded_bytes == BIG + 3000


def test_what_is_known_is_not_read_again(folder: Path) -> None:
    outbound = Outbound.of(1, scanned(folder))
    found = answers(outbound, 1, 3)
    told(outbound)
    (folder / "big").unlink()
    (folder / "one").unlink()
    assert answers(outbound, 1, 3) == found
    assert told(outbound) == []


def test_hashes_are_kept_for_the_next_time(folder: Path) -> None:
    store = Store()
    first = Outbound.of(1, scanned(folder), cache=store.cache)
    found = answers(first, 1, 3, 4)
    assert len(store.known) == 3
    second = Outbound.of(2, scanned(folder), cache=store.cache)
    before = {path: path.stat().st_atime_ns for path in folder.iterdir()}
    assert answers(second, 1, 3, 4) == found
    assert {path: path.stat().st_atime_ns for path in folder.iterdir()} == before
    assert len(store.asked) == 6


def test_hashes_kept_of_a_file_that_has_changed_since_do_not_count(folder: Path) -> None:
    store = Store()
    answers(Outbound.of(1, scanned(folder), cache=store.cache), 1)
    second = Outbound.of(2, scanned(folder), cache=store.cache)
    overwrite(folder / "big", 0, b"other")
    assert answers(second, 1) == {1: root_of(folder / "big")}
    assert SourceChanged(1, 1) in told(second)


def test_kept_hashes_of_another_number_do_not_count(folder: Path) -> None:
    store = Store()
    outbound = Outbound.of(2, scanned(folder), cache=store.cache)
    store.known[outbound.sources[1].stamp] = FileHashes(bytes(32), bytes(32))
    assert answers(outbound, 1) == {1: root_of(folder / "big")}


def test_what_is_not_sent_any_more_has_an_empty_root_though_it_is_known(folder: Path) -> None:
    store = Store()
    answers(Outbound.of(1, scanned(folder), cache=store.cache), 1, 3)
    outbound = Outbound.of(2, scanned(folder), cache=store.cache)
    outbound.pieces.leave_out(RangeSet([(1, 4)]))
    assert answered(outbound, 1, 3) == {1: b"", 3: b""}
    assert told(outbound) == []


def test_what_cannot_be_read_has_an_empty_root(folder: Path) -> None:
    outbound = Outbound.of(1, scanned(folder))
    (folder / "one").unlink()
    append(folder / "two")
    assert answers(outbound, 0, 3, 4) == {0: b"", 3: b"", 4: b""}
    failed = {each.entry: each.code for each in told(outbound) if isinstance(each, SourceFailed)}
    assert failed == {3: Code.SOURCE_GONE, 4: Code.SOURCE_CHANGED}


def test_reading_can_be_interrupted_and_leaves_nothing_open(tmp_path: Path) -> None:
    path = tmp_path / "big"
    path.write_bytes(os.urandom(8 * MIB))
    outbound = Outbound.of(1, scanned(path))
    before = open_descriptors()
    steps = roots_for(outbound.pieces, [0])
    assert [next(steps), next(steps)] == [None, None]
    steps.close()
    assert open_descriptors() == before
    assert 0 < outbound.recorder.recorded_bytes < 8 * MIB


def test_pieces_that_are_known_are_not_read_for_the_root(folder: Path) -> None:
    outbound = Outbound.of(1, scanned(folder))
    hashes = hashes_of((folder / "big").read_bytes())
    outbound.pieces.know(1, 0, 0, hashes[0] + hashes[1])
    outbound.recorder.recorded_bytes = 0
    assert answers(outbound, 1) == {1: root_of(folder / "big")}
    assert outbound.recorder.recorded_bytes == BIG - 512 * KIB


def test_a_huge_hole_is_not_read_for_the_root(tmp_path: Path) -> None:
    path = tmp_path / "sparse"
    with path.open("wb") as file:
        file.truncate(10**12)
    outbound = Outbound.of(1, scanned(path))
    (root,) = answers(outbound, 0).values()
    last = 10**12 % (4 * MIB)
    zeros = [blake3(bytes(4 * MIB)).digest()] * (10**12 // (4 * MIB))
    assert root == file_root(10**12, [*zeros, blake3(bytes(last)).digest()])


def test_everything_that_is_missing_is_found_out_packs_as_packs(folder: Path) -> None:
    outbound = Outbound.of(1, scanned(folder))
    for _ in complete(outbound.pieces):
        pass
    assert list(outbound.pieces.missing_hashes()) == []
    roots = {(each.entry, each.pack) for each in told(outbound) if isinstance(each, RootKnown)}
    assert roots == {(1, -1), (PACK_INDEX, 0)}
    assert outbound.pieces.sent_bytes == 0


def test_of_a_pack_of_which_something_is_left_out_the_rest_is_found_out_singly(
    folder: Path,
) -> None:
    outbound = Outbound.of(1, scanned(folder))
    outbound.pieces.leave_out(RangeSet([(4, 5)]))
    for _ in complete(outbound.pieces):
        pass
    roots = {(each.entry, each.pack) for each in told(outbound) if isinstance(each, RootKnown)}
    assert roots == {(1, -1), (3, -1)}
    assert list(outbound.pieces.missing_hashes()) == []


def test_M06_a_member_that_has_changed_is_found_out_alone(folder: Path) -> None:
    outbound = Outbound.of(1, scanned(folder))
    overwrite(folder / "one", 0, b"other")
    for _ in complete(outbound.pieces):
        pass
    reports = told(outbound)
    assert SourceChanged(3, 1) in reports
    assert RootKnown(3, -1, 1, root_of(folder / "one")) in reports
    assert dict(outbound.pieces.roots_of([3, 4])) == {
        3: root_of(folder / "one"),
        4: root_of(folder / "two"),
    }


def test_each_step_of_reading_much_is_short(tmp_path: Path) -> None:
    path = tmp_path / "big"
    path.write_bytes(bytes(16 * MIB))
    outbound = Outbound.of(1, scanned(path))
    assert sum(1 for _ in complete(outbound.pieces)) >= 16


def test_what_is_reported_is_not_answered_besides_and_what_was_reported_is(folder: Path) -> None:
    outbound = Outbound.of(1, scanned(folder))
    assert answered(outbound, 1, 3) == {}
    again = answered(outbound, 1, 2, 3)
    assert list(again) == [1, 2, 3]
    assert again[1] == root_of(folder / "big")


def test_what_was_reported_with_its_pack_is_reported_by_itself_and_not_read_again(
    folder: Path,
) -> None:
    outbound = Outbound.of(1, scanned(folder))
    for _ in complete(outbound.pieces):
        pass
    told(outbound)
    (folder / "one").unlink()
    assert answered(outbound, 3) == {}
    assert told(outbound) == [RootKnown(3, -1, 0, outbound.pieces.hashes.root(3) or b"")]
    assert list(answered(outbound, 3)) == [3]


def test_what_somebody_else_finds_out_is_not_read_to_complete_the_rest(folder: Path) -> None:
    outbound = Outbound.of(1, scanned(folder))
    outbound.pieces.asked[1] = outbound.pieces.asked[3] = 1
    for _ in complete(outbound.pieces):
        pass
    found = [each for each in told(outbound) if isinstance(each, RootKnown)]
    assert [each.entry for each in found] == [PACK_INDEX]
    assert not outbound.pieces.hashes.is_settled(1)
    outbound.pieces.start_session(2)
    assert list(outbound.pieces.missing_hashes()) == [1]
