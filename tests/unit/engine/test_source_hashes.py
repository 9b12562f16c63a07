import os

import pytest
from blake3 import blake3

from byhand.domain.codes import Code
from byhand.domain.columns import columns_of
from byhand.domain.manifest import Entry, EntryKind
from byhand.domain.pieces import KIB, PACK_INDEX, Packs, file_root
from byhand.domain.ranges import RangeSet
from byhand.engine.hash_strings import NO_HASH
from byhand.engine.offered import Offered
from byhand.engine.reports import RootKnown, SourceChanged, SourceFailed
from byhand.engine.source_hashes import KEPT_BYTES, SourceHashes
from byhand.errors import SourceChangedError

FOLDER, BIG, ONE, TWO, EMPTY = range(5)
ENTRIES = [
    Entry(("folder",), EntryKind.FOLDER),
    Entry(("big",), EntryKind.FILE, 1000 * KIB, 1000 * KIB),
    Entry(("one",), EntryKind.FILE, 10, 10),
    Entry(("two",), EntryKind.FILE, 20, 20),
    Entry(("empty",), EntryKind.FILE),
]
H = [bytes([number]) * 32 for number in range(1, 9)]


@pytest.fixture
def hashes() -> SourceHashes:
    columns = columns_of(ENTRIES)
    return SourceHashes(Offered((), columns, Packs(columns)))


def test_a_file_is_whole_with_its_last_hash_in_any_order(hashes: SourceHashes) -> None:
    assert hashes.note(BIG, 0, 2, H[2] + H[3]) is None
    assert hashes.note(BIG, 0, 0, H[0]) is None
    assert list(hashes.missing(BIG)) == [(1, 2)]
    assert hashes.note(BIG, 0, 1, H[1]) == b"".join(H[:4])
    root = file_root(1000 * KIB, H[:4])
    assert hashes.root(BIG) is None
    assert hashes.settle(BIG, 0, b"".join(H[:4])) == RootKnown(BIG, -1, 0, root)
    assert hashes.root(BIG) == root
    assert not hashes.missing(BIG)


def test_a_root_is_vouched_for_once(hashes: SourceHashes) -> None:
    assert hashes.settle(BIG, 0, b"".join(H[:4])) is not None
    assert hashes.settle(BIG, 0, b"".join(H[:4])) is None


def test_a_piece_that_is_read_again_says_nothing_new(hashes: SourceHashes) -> None:
    hashes.note(BIG, 0, 0, H[0])
    assert hashes.note(BIG, 0, 0, H[0] + H[1]) is None
    assert list(hashes.missing(BIG)) == [(2, 4)]


def test_M06_a_piece_with_another_hash_than_before_is_a_change(hashes: SourceHashes) -> None:
    hashes.note(BIG, 0, 0, H[0] + H[1])
    with pytest.raises(SourceChangedError):
        hashes.note(BIG, 0, 1, H[7] + H[2])
    assert list(hashes.missing(BIG)) == [(2, 4)]


def test_M06_so_it_is_of_a_file_that_was_read_whole(hashes: SourceHashes) -> None:
    hashes.note(BIG, 0, 0, b"".join(H[:4]))
    hashes.settle(BIG, 0, b"".join(H[:4]))
    assert hashes.note(BIG, 0, 3, H[3]) is None
    with pytest.raises(SourceChangedError):
        hashes.note(BIG, 0, 3, H[4])


def test_hashes_of_whole_files_are_kept_up_to_a_limit() -> None:
    size = 15 * 1024 * KIB * KIB
    entries = [Entry((str(n),), EntryKind.FILE, size, size) for n in range(10)]
    columns = columns_of(entries)
    hashes = SourceHashes(Offered((), columns, Packs(columns)))
    whole = H[0] * (size // (256 * KIB))
    for entry in range(len(entries)):
        hashes.note(entry, 0, 0, whole)
        hashes.settle(entry, 0, whole)
    compared = 0
    for entry in range(len(entries)):
        try:
            hashes.note(entry, 0, 0, H[1])
        except SourceChangedError:
            compared += 1
    assert compared == KEPT_BYTES // len(whole)


def test_an_empty_file_has_a_root_from_the_start(hashes: SourceHashes) -> None:
    assert hashes.root(EMPTY) == file_root(0, [])
    assert list(hashes.unsettled()) == [BIG, ONE, TWO]


def test_members_of_a_pack_have_roots_of_their_own(hashes: SourceHashes) -> None:
    assert hashes.note_pack(0, 0, H[0], H[1] + H[2])
    assert dict(hashes.roots_of([ONE, TWO, BIG])) == {
        ONE: file_root(10, [H[1]]),
        TWO: file_root(20, [H[2]]),
    }
    assert list(hashes.known_roots()) == [RootKnown(PACK_INDEX, 0, 0, file_root(30, [H[0]]))]
    assert list(hashes.unsettled()) == [BIG]
    assert not hashes.is_other(ONE, H[1])
    assert hashes.is_other(ONE, H[3])


def test_a_member_that_is_zeros_has_none(hashes: SourceHashes) -> None:
    assert hashes.note_pack(0, 0, H[0], NO_HASH + H[2])
    assert hashes.root(ONE) is None
    assert list(hashes.unsettled()) == [BIG, ONE]


def test_a_packed_file_that_went_alone_is_vouched_for_alone(hashes: SourceHashes) -> None:
    assert hashes.note(ONE, 0, 0, H[1]) == H[1]
    assert hashes.settle(ONE, 0, H[1]) == RootKnown(ONE, -1, 0, file_root(10, [H[1]]))
    assert list(hashes.known_roots()) == [RootKnown(ONE, -1, 0, file_root(10, [H[1]]))]
    with pytest.raises(SourceChangedError):
        hashes.note(ONE, 0, 0, H[2])


def test_M06_a_change_raises_the_generation_and_the_pack_is_read_again(
    hashes: SourceHashes,
) -> None:
    hashes.note_pack(0, 0, H[0], H[1] + H[2])
    assert hashes.start_again(ONE)
    assert not hashes.start_again(ONE)
    assert (hashes.generation(ONE), hashes.generation(TWO)) == (1, 0)
    assert hashes.travels_alone(ONE)
    assert not hashes.note_pack(0, 0, H[0], H[1] + H[2])
    assert hashes.start_again(TWO)
    assert hashes.note_pack(0, hashes.changes_in_pack(0), H[0], NO_HASH + NO_HASH)
    assert list(hashes.troubles()) == [SourceChanged(ONE, 1), SourceChanged(TWO, 1)]


def test_M06_after_a_change_everything_is_to_be_read_again(hashes: SourceHashes) -> None:
    hashes.note(BIG, 0, 0, b"".join(H[:3]))
    hashes.start_again(BIG)
    assert list(hashes.missing(BIG)) == [(0, 4)]
    with pytest.raises(SourceChangedError):
        hashes.note(BIG, 0, 3, H[3])
    again = b"".join(H[4:8])
    assert hashes.note(BIG, 1, 0, again) == again
    assert hashes.settle(BIG, 0, again) is None
    assert hashes.settle(BIG, 1, again) == RootKnown(BIG, -1, 1, file_root(1000 * KIB, H[4:8]))


def test_a_root_that_was_vouched_for_counts_until_there_is_a_newer(hashes: SourceHashes) -> None:
    hashes.settle(BIG, 0, b"".join(H[:4]))
    before = hashes.root(BIG)
    hashes.start_again(BIG)
    assert dict(hashes.roots_of([BIG])) == {BIG: before}
    assert list(hashes.known_roots()) == []


def test_a_failed_file_has_no_root_and_is_told_of(hashes: SourceHashes) -> None:
    hashes.settle(BIG, 0, b"".join(H[:4]))
    assert hashes.fail(BIG, Code.SOURCE_UNREADABLE)
    assert not hashes.fail(BIG, Code.SOURCE_GONE)
    assert dict(hashes.roots_of([BIG])) == {}
    assert list(hashes.known_roots()) == []
    assert list(hashes.troubles()) == [SourceFailed(BIG, Code.SOURCE_UNREADABLE)]
    assert list(hashes.unsettled()) == [ONE, TWO]


def test_what_is_unsettled_can_be_asked_of_some(hashes: SourceHashes) -> None:
    assert list(hashes.unsettled(RangeSet([(0, 2), (3, 5)]))) == [BIG, TWO]


def test_a_hash_of_nothing_known_is_no_hash_of_anything() -> None:
    assert NO_HASH not in {blake3(b"").digest(), blake3(os.urandom(1)).digest()}
