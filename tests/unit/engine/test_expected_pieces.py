import pytest

from byhand.domain.columns import columns_of
from byhand.domain.manifest import Entry, EntryKind
from byhand.domain.pieces import GIB, KIB
from byhand.engine.expected_pieces import MEMORY_LIMIT, ExpectedPieces
from byhand.errors import RemoteProtocolError

BIG, PACKED, FOLDER = 0, 1, 2
ENTRIES = [
    Entry(("big",), EntryKind.FILE, 2000 * KIB, 2000 * KIB),
    Entry(("packed",), EntryKind.FILE, 10, 10),
    Entry(("folder",), EntryKind.FOLDER),
]
HASHES = [bytes([number]) * 32 for number in range(1, 9)]


@pytest.fixture
def expected() -> ExpectedPieces:
    return ExpectedPieces(columns_of(ENTRIES))


def test_nothing_is_at_the_receiver_of_which_it_said_nothing(expected: ExpectedPieces) -> None:
    assert list(expected.runs(BIG, 2, b"".join(HASHES[:3]))) == [(False, 2, 3)]


def test_equal_pieces_are_found_in_runs(expected: ExpectedPieces) -> None:
    expected.add(BIG, 1, b"".join(HASHES[1:3]))
    expected.add(BIG, 5, HASHES[5])
    assert list(expected.runs(BIG, 0, b"".join(HASHES[:7]))) == [
        *((False, 0, 1), (True, 1, 2), (False, 3, 2), (True, 5, 1), (False, 6, 1)),
    ]


def test_a_piece_with_another_hash_is_sent(expected: ExpectedPieces) -> None:
    expected.add(BIG, 0, b"".join(HASHES))
    assert list(expected.runs(BIG, 0, HASHES[0] + HASHES[7])) == [(True, 0, 1), (False, 1, 1)]


def test_what_is_asked_for_again_is_sent(expected: ExpectedPieces) -> None:
    expected.add(BIG, 0, HASHES[0])
    assert list(expected.runs(BIG, 0, HASHES[0])) == [(True, 0, 1)]
    assert list(expected.runs(BIG, 0, HASHES[0])) == [(False, 0, 1)]


def test_of_packed_files_nothing_is_expected(expected: ExpectedPieces) -> None:
    expected.add(PACKED, 0, HASHES[0])
    assert list(expected.runs(PACKED, 0, HASHES[0])) == [(False, 0, 1)]


@pytest.mark.parametrize(
    ("entry", "first", "hashes"),
    [
        (3, 0, HASHES[0]),
        (FOLDER, 0, HASHES[0]),
        (BIG, 8, HASHES[0]),
        (BIG, 7, HASHES[0] + HASHES[1]),
        (BIG, 0, HASHES[0][:31]),
        (PACKED, 1, HASHES[0]),
    ],
)
def test_hashes_of_what_was_not_offered_are_a_lie(
    expected: ExpectedPieces, entry: int, first: int, hashes: bytes
) -> None:
    with pytest.raises(RemoteProtocolError):
        expected.add(entry, first, hashes)


def test_memory_is_bounded_whatever_the_receiver_says() -> None:
    entries = [Entry((str(n),), EntryKind.FILE, 200 * GIB, 0) for n in range(100)]
    expected = ExpectedPieces(columns_of(entries))
    for entry in range(len(entries)):
        expected.add(entry, 0, HASHES[0])
    known = [next(expected.runs(entry, 0, HASHES[0]))[0] for entry in range(len(entries))]
    a_file = 200 * 1024 * 32
    assert sum(known) == MEMORY_LIMIT // (a_file + 256)
