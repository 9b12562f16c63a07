from pathlib import Path

from byhand.domain.columns import columns_of
from byhand.domain.pieces import KIB, PACK_INDEX, Packs
from byhand.domain.ranges import RangeSet
from byhand.engine.held_back import HeldBack, Hint, Released
from tests.helpers.arrivals import Receiver
from tests.helpers.trees import Tree, entries_of

PIECE = 256 * KIB
TREE: Tree = {
    "a": bytes(1000),
    "b": bytes(2000),
    "big": bytes(2 * PIECE),
    "c": bytes(PIECE - 1),
    **{f"d{number}": bytes(PIECE - 1) for number in range(4)},
    "other": bytes(PIECE),
}
A, B, BIG, C, OTHER = 0, 1, 2, 3, 8


def held(*entries: int) -> HeldBack:
    columns = columns_of(entries_of(TREE))
    hints = bytearray(len(columns))
    for entry in entries:
        hints[entry] = Hint.ELSEWHERE
    return HeldBack(Packs(columns), hints)


def test_a_pack_is_held_back_while_any_of_its_members_is() -> None:
    some = held(A, B, BIG)
    assert (len(some), list(some)) == (3, [A, B, BIG])
    assert some.holds_pack(0)
    assert not some.holds_pack(1)
    assert some.release([A]) == Released((), ())
    assert some.holds_pack(0)
    assert some.release([B, BIG]) == Released((0,), (BIG,))
    assert not some.holds_pack(0)
    assert not some


class CountingPacks(Packs):
    """Counts how often it is asked for the pack of a file."""

    asked = 0

    def pack_of(self, entry: int) -> int | None:
        self.asked += 1
        return super().pack_of(entry)


def test_a_copy_stays_as_it_is_and_costs_no_look_at_every_file() -> None:
    columns = columns_of(entries_of(TREE))
    packs = CountingPacks(columns)
    some = HeldBack(packs, bytearray([Hint.ELSEWHERE]) * len(columns))
    packs.asked = 0
    copied = some.copy()
    assert packs.asked == 0
    assert some.release(range(len(columns))) == Released((0, 1), (BIG, OTHER))
    assert (len(copied), list(copied)) == (len(columns), list(range(len(columns))))
    assert copied.holds_pack(0)
    assert copied.release([A, B]) == Released((), ())
    assert copied.holds_pack(0)


def test_what_is_not_held_back_is_not_released_twice() -> None:
    some = held(A)
    assert some.release([BIG, OTHER, C]) == Released((), ())
    assert some.release([A, A]) == Released((0,), ())
    assert some.release([A]) == Released((), ())


def test_a_wish_leaves_out_what_is_held_back_and_names_it_once_it_is_released(
    tmp_path: Path,
) -> None:
    with Receiver(tmp_path / "to", TREE) as receiver:
        arrival = receiver.begin()
        some = held(A, BIG)
        wish = arrival.content.wish
        assert wish(some) == ((PACK_INDEX, RangeSet([(1, 2)])), (OTHER, RangeSet([(0, 1)])))
        assert arrival.content.wish_of(some.release([BIG])) == ((BIG, RangeSet([(0, 2)])),)
        assert arrival.content.wish_of(some.release([A])) == ((PACK_INDEX, RangeSet([(0, 1)])),)
        assert wish(some) == wish(None) == wish()
        arrival.discard()


def test_of_a_pack_of_which_something_is_here_the_rest_is_wished_for_singly(
    tmp_path: Path,
) -> None:
    with Receiver(tmp_path / "to", TREE) as receiver:
        arrival = receiver.begin()
        some = held(A)
        arrival.content.note_copied(A, bytes(32), arrival.content.states.state(A).SKIPPED)
        missing = dict(arrival.content.wish_of(some.release([A])))
        assert missing == {entry: RangeSet([(0, 1)]) for entry in (B, C, 4, 5)}
        arrival.discard()


def test_a_copy_holds_back_the_same_whatever_is_released_later() -> None:
    some = held(A, B, BIG)
    copied = some.copy()
    some.release([A, B, BIG])
    assert (len(copied), list(copied), copied.holds_pack(0)) == (3, [A, B, BIG], True)
    assert copied.hint(A) is Hint.ELSEWHERE
    assert copied.release([A, B]) == Released((0,), ())
