import pytest

from byhand.domain.columns import columns_of
from byhand.domain.manifest import Entry, EntryKind
from byhand.domain.pieces import KIB, PACK_INDEX, Packs
from byhand.domain.ranges import RangeSet
from byhand.engine.offered import Offered
from byhand.engine.wishes import Everything, Rows, Wish
from byhand.errors import RemoteProtocolError
from byhand.protocol.messages import Want

ENTRIES = [
    Entry(("folder",), EntryKind.FOLDER),
    Entry(("folder", "small"), EntryKind.FILE, 10, 10),
    Entry(("folder", "empty"), EntryKind.FILE),
    Entry(("big",), EntryKind.FILE, 600 * KIB, 600 * KIB),
    Entry(("tiny",), EntryKind.FILE, 1, 1),
]
COLUMNS = columns_of(ENTRIES)
OFFERED = Offered((), COLUMNS, Packs(COLUMNS))


def runs(wish: Wish, *left_out: tuple[int, int]) -> list[tuple[int, int, int]]:
    """Return what there is to send, without the stretches of nothing."""
    return [run for run in wish.runs(RangeSet(left_out)) if run[1] < run[2]]


def rows(*wants: Want) -> Rows:
    wish = Rows(OFFERED)
    wish.add(wants)
    return wish


def test_everything_is_all_packs_then_all_other_files_with_bytes() -> None:
    assert runs(Everything(OFFERED)) == [(PACK_INDEX, 0, 1), (3, 0, 3)]


def test_of_a_pack_of_which_something_is_left_out_the_rest_comes_singly() -> None:
    assert runs(Everything(OFFERED), (1, 2)) == [(4, 0, 1), (3, 0, 3)]
    assert runs(Everything(OFFERED), (2, 4)) == [(PACK_INDEX, 0, 1)]
    assert runs(Everything(OFFERED), (0, 5)) == []


def test_nothing_is_everything_of_an_empty_offer() -> None:
    columns = columns_of([])
    assert runs(Everything(Offered((), columns, Packs(columns)))) == []


def test_a_long_stretch_of_nothing_gives_others_their_turn() -> None:
    columns = columns_of(Entry((str(n),), EntryKind.FILE) for n in range(100_000))
    wish = Everything(Offered((), columns, Packs(columns)))
    assert 10 < sum(1 for _ in wish.runs(RangeSet())) < 100


def test_a_wish_for_pieces_and_packs_is_understood() -> None:
    wish = rows(Want(PACK_INDEX, [0, 1]), Want(3, [0, 1, 2, 1]))
    assert runs(wish) == [(PACK_INDEX, 0, 1), (3, 0, 1), (3, 2, 3)]
    assert runs(wish, (3, 4)) == [(PACK_INDEX, 0, 1)]


def test_a_packed_file_may_be_wanted_singly() -> None:
    assert runs(rows(Want(1, [0, 1]))) == [(1, 0, 1)]


def test_rows_come_in_the_order_they_were_told() -> None:
    wish = rows(Want(3, [1, 1]))
    wish.add([Want(4, [0, 1]), Want(3, [0, 1])])
    assert runs(wish) == [(3, 1, 2), (4, 0, 1), (3, 0, 1)]
    assert len(wish) == 3


@pytest.mark.parametrize(
    "want",
    [
        Want(5, [0, 1]),
        Want(0, []),
        Want(2, []),
        Want(1, [0, 2]),
        Want(1, [1, 1]),
        Want(3, [3, 1]),
        Want(3, [0, 4]),
        Want(3, [1, 1, 0, 1]),
        Want(PACK_INDEX, [1, 1]),
    ],
)
def test_a_wish_for_what_was_not_offered_is_a_lie(want: Want) -> None:
    with pytest.raises(RemoteProtocolError):
        rows(want)
