from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from byhand.domain.journal import PieceRun
from byhand.domain.piece_runs import RecordedRun, latest_runs
from byhand.domain.pieces import PACK_INDEX
from tests.helpers.kept import piece_hash, run

Pieces = dict[tuple[int, int], tuple[bytes, bool]]


def pieces_of(runs: tuple[RecordedRun, ...]) -> Pieces:
    pieces: Pieces = {}
    for each in runs:
        for number in range(each.run.count):
            place = (each.run.entry, each.run.first + number)
            assert place not in pieces
            pieces[place] = (each.run.hashes[32 * number :][:32], each.is_durable)
    return pieces


def recorded(entry: int, first: int, count: int, is_durable: bool, mark: int = 0) -> RecordedRun:
    return RecordedRun(run(entry, first, count, mark), is_durable)


def packs(first: int, count: int, is_durable: bool, mark: int = 0) -> RecordedRun:
    """Return a run of packs, each with three members."""
    hashes = run(PACK_INDEX, first, count, mark).hashes
    members = b"".join(
        f"{first + pack}.{member} {mark}".encode().ljust(32, b".")
        for pack in range(count)
        for member in range(3)
    )
    return RecordedRun(PieceRun(PACK_INDEX, first, hashes, members), is_durable)


def test_of_nothing_comes_nothing() -> None:
    assert latest_runs([]) == ()
    assert latest_runs([RecordedRun(PieceRun(0, 5, b""), True)]) == ()


def test_runs_that_touch_are_one_whatever_their_order() -> None:
    runs = latest_runs([recorded(0, 4, 2, True), recorded(1, 6, 1, True), recorded(0, 0, 4, True)])
    assert runs == (recorded(0, 0, 6, True), recorded(1, 6, 1, True))


def test_runs_with_a_gap_or_of_another_durability_stay_apart() -> None:
    apart = (recorded(0, 0, 2, True), recorded(0, 2, 2, False), recorded(0, 5, 1, False))
    assert latest_runs(apart[::-1]) == apart


def test_a_piece_recorded_again_counts_as_it_was_recorded_last() -> None:
    runs = latest_runs([recorded(0, 0, 9, True), recorded(0, 3, 2, False, mark=1)])
    assert runs == (
        recorded(0, 0, 3, True),
        recorded(0, 3, 2, False, mark=1),
        recorded(0, 5, 4, True),
    )


@given(
    st.lists(
        st.tuples(st.integers(0, 2), st.integers(0, 12), st.integers(0, 6), st.booleans()),
        max_size=20,
    )
)
def test_every_piece_counts_as_it_was_recorded_last(
    drawn: list[tuple[int, int, int, bool]],
) -> None:
    model: Pieces = {}
    runs = []
    for mark, (entry, first, count, is_durable) in enumerate(drawn):
        runs.append(recorded(entry, first, count, is_durable, mark))
        for piece in range(first, first + count):
            model[entry, piece] = (piece_hash(entry, piece, mark), is_durable)
    latest = latest_runs(runs)
    assert pieces_of(latest) == model
    places = [(each.run.entry, each.run.first) for each in latest]
    assert places == sorted(places)
    for one, other in pairwise(latest):
        touches = (one.run.entry, one.run.first + one.run.count) == (
            other.run.entry,
            other.run.first,
        )
        assert not (touches and one.is_durable == other.is_durable)


def test_packs_that_follow_each_other_are_joined_with_their_members() -> None:
    runs = latest_runs([packs(2, 1, True), packs(0, 2, True), packs(3, 1, False)])
    assert runs == (packs(0, 3, True), packs(3, 1, False))


def test_a_run_of_packs_of_which_one_was_recorded_again_counts_no_more() -> None:
    runs = [packs(0, 4, True), packs(4, 1, True), packs(2, 1, False, mark=1)]
    assert latest_runs(runs) == (packs(2, 1, False, mark=1), packs(4, 1, True))
    # Nor does what only a superseded run had put aside.
    assert latest_runs([packs(0, 2, True), packs(1, 2, True, 1), packs(2, 2, True, 2)]) == (
        packs(2, 2, True, 2),
    )


def test_packs_recorded_one_by_one_give_way_one_by_one() -> None:
    runs = [packs(number, 1, True) for number in range(4)]
    assert latest_runs([*runs, packs(2, 1, True, mark=1)]) == latest_runs(
        [packs(0, 2, True), packs(2, 1, True, mark=1), packs(3, 1, True)]
    )


def test_files_and_packs_do_not_mix() -> None:
    assert latest_runs([packs(0, 1, True), recorded(0, 0, 1, True)]) == (
        recorded(0, 0, 1, True),
        packs(0, 1, True),
    )
