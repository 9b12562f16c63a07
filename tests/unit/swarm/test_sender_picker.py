from collections.abc import Hashable, Iterator
from itertools import islice
from random import Random

import pytest

from byhand.domain.ranges import RangeSet
from byhand.swarm.sender_picker import (
    GRACE_SECONDS,
    LONGEST_GRACE_SECONDS,
    RUN_BYTES,
    UNSPREAD_BYTES,
    SenderPicker,
)
from byhand.swarm.turns import AT_ONCE
from tests.helpers.counted_lengths import CountedLengths

MIB = 1024 * 1024
PIECE = 256 * 1024


def picker_of(count: int, *members: Hashable, length: int = PIECE) -> SenderPicker:
    """Return the picker of a sender whose members lack everything."""
    picker = SenderPicker([length] * count, Random(5))
    for member in members:
        picker.join(member, RangeSet([(0, count)]))
    return picker


def sent(picker: SenderPicker, member: Hashable, now: float = 0.0) -> Iterator[int]:
    """Yield the numbers that a member is sent until it lacks nothing."""
    while (picked := picker.next(member, now)) is not None:
        assert not isinstance(picked, float)
        yield from range(*picked)


def may_go(picker: SenderPicker) -> bool:
    return picker.is_everywhere


def all_of(count: int) -> RangeSet:
    return RangeSet([(0, count)])


def test_every_piece_leaves_once_before_one_leaves_twice() -> None:
    picker = picker_of(64, "alice", "bob", "carol", length=1000)
    numbers: list[int] = []
    while len(numbers) < 64:
        for member in ("alice", "bob", "carol"):
            picked = picker.next(member, 0.0)
            assert isinstance(picked, tuple)
            numbers += range(*picked)
    assert sorted(numbers[:64]) == list(range(64))
    assert picker.unique_bytes == 64_000


def test_a_member_is_sent_what_it_wants_and_each_of_it_once() -> None:
    picker = picker_of(40, "alice")
    picker.join("bob", RangeSet([(3, 9), (30, 31)]))
    assert sorted(sent(picker, "bob")) == [3, 4, 5, 6, 7, 8, 30]
    assert sorted(sent(picker, "alice")) == list(range(40))
    assert picker.next("alice", 0.0) is None


def test_who_never_says_what_it_has_is_sent_everything() -> None:
    picker = picker_of(40, "silent", "silent too")
    for member in ("silent", "silent too"):
        assert sorted(sent(picker, member)) == list(range(40))


def test_what_a_member_has_from_others_is_not_sent_to_it() -> None:
    picker = picker_of(40, "alice")
    picker.have("alice", RangeSet([(0, 39)]))
    assert list(sent(picker, "alice")) == [39]


def test_a_member_that_says_it_has_everything_keeps_nothing_from_the_others() -> None:
    picker = picker_of(40, "liar", "alice")
    picker.have("liar", all_of(40))
    assert list(sent(picker, "liar")) == []
    assert sorted(sent(picker, "alice")) == list(range(40))


@pytest.mark.parametrize(
    ("rate", "run"),
    [
        pytest.param(MIB / 100, MIB / 8, id="slow: a piece"),
        pytest.param(5 * MIB, MIB / 2, id="a tenth of a second"),
        pytest.param(1000 * MIB, RUN_BYTES, id="fast"),
    ],
)
def test_a_run_is_what_goes_in_a_tenth_of_a_second(rate: float, run: float) -> None:
    picker = picker_of(2000, "alice", length=MIB // 8)
    now, sizes = 0.0, []
    for _ in range(20):
        picked = picker.next("alice", now)
        assert isinstance(picked, tuple)
        sizes.append((picked[1] - picked[0]) * MIB // 8)
        now += sizes[-1] / rate
    assert sizes[0] == MIB // 8, "nothing is known of its rate"
    assert run - MIB / 8 <= max(sizes[10:]) <= run


def test_a_piece_larger_than_a_run_is_one() -> None:
    picker = picker_of(3, "alice", length=16 * MIB)
    assert sorted(sent(picker, "alice")) == [0, 1, 2]


def test_once_all_has_left_the_rarest_goes_first() -> None:
    picker = picker_of(8, "alice", "bob", "carol", length=1000)
    picker.have("alice", all_of(8))
    picker.have("bob", RangeSet([(0, 5), (6, 8)]))
    assert next(sent(picker, "carol")) == 5


def test_what_is_on_the_way_counts_as_had_for_a_while() -> None:
    picker = picker_of(2, "alice", "bob", "carol", length=1000)
    picker.have("bob", all_of(2))
    assert sorted(sent(picker, "alice")) == [0, 1]
    picker.join("bob", RangeSet())
    picker.have("bob", RangeSet([(0, 1)]))
    picker.leave("bob")
    picker.have("alice", RangeSet([(0, 1)]))
    # Of 0 and 1 both are with Alice, 1 only perhaps.
    picker.join("dave", RangeSet([(0, 1)]))
    picker.have("dave", RangeSet([(0, 1)]))
    late = LONGEST_GRACE_SECONDS + GRACE_SECONDS
    assert next(sent(picker, "carol", late)) == 1


def test_S10_what_a_stuck_member_alone_was_sent_goes_to_another() -> None:
    picker = picker_of(12, "stuck", "alice")
    first = picker.next("stuck", 0.0)
    assert isinstance(first, tuple)
    got = list(sent(picker, "alice", 1.0))
    assert sorted(got) == list(range(12))
    assert set(got[-1:]) == set(range(*first)), "last, as long as it may be on its way"


def test_S09_what_only_a_leaver_had_leaves_as_if_it_never_had() -> None:
    picker = picker_of(8, "alice", "bob", length=1000)
    gone = set(sent(picker, "alice"))
    assert gone == set(range(8))
    before = picker.unique_bytes
    picker.leave("alice")
    assert sorted(sent(picker, "bob")) == list(range(8))
    assert picker.unique_bytes == 2 * before


def test_what_another_has_too_is_not_new_when_one_leaves() -> None:
    picker = picker_of(8, "alice", "bob", "carol", length=1000)
    list(sent(picker, "alice"))
    picker.have("bob", RangeSet([(0, 6)]))
    picker.leave("alice")
    before = picker.unique_bytes
    assert sorted(list(sent(picker, "carol"))[:2]) == [6, 7]
    assert picker.unique_bytes == before + 2000


def test_what_was_lost_on_the_way_is_sent_again() -> None:
    picker = picker_of(8, "alice", length=1000)
    list(sent(picker, "alice"))
    picker.have("alice", RangeSet([(0, 3)]))
    picker.lost("alice", RangeSet([(0, 5)]))
    assert sorted(sent(picker, "alice")) == [3, 4]


def test_a_new_wish_replaces_the_old_one_and_what_was_on_the_way() -> None:
    picker = picker_of(8, "alice", length=1000)
    list(sent(picker, "alice"))
    picker.join("alice", RangeSet([(6, 8)]))
    assert sorted(sent(picker, "alice")) == [6, 7]


def test_an_addition_to_a_wish_may_ask_once_more() -> None:
    picker = picker_of(8, "alice", length=1000)
    list(sent(picker, "alice"))
    picker.have("alice", RangeSet([(2, 3)]))
    picker.extend("alice", RangeSet([(2, 4)]))
    assert sorted(sent(picker, "alice")) == [2, 3]


def test_what_is_sent_directly_goes_to_everybody_though_others_have_it() -> None:
    picker = picker_of(8, "alice", "bob", length=1000)
    picker.direct(RangeSet([(4, 6)]))
    assert sorted(sent(picker, "alice")) == list(range(8))
    picker.have("alice", all_of(8))
    picker.have("bob", RangeSet([(0, 4), (6, 8)]))
    assert not may_go(picker)
    assert sorted(sent(picker, "bob")) == [4, 5]
    assert not may_go(picker)
    picker.have("bob", RangeSet([(4, 6)]))
    assert may_go(picker)


def test_the_sender_may_go_once_each_missing_piece_is_with_somebody_who_says_so() -> None:
    picker = picker_of(2, "alice", "bob")
    assert not may_go(picker)
    list(sent(picker, "alice"))
    assert not may_go(picker), "it may still be on the way"
    picker.have("alice", all_of(2))
    assert may_go(picker)
    picker.leave("alice")
    assert not may_go(picker)


@pytest.mark.parametrize("missing", [0, 20_000, 39_999])
def test_the_sender_may_not_go_wherever_a_piece_is_missing(missing: int) -> None:
    picker = picker_of(40_000, "alice", "bob")
    for _ in range(2):
        picker.have("alice", RangeSet([(0, missing), (missing + 1, 40_000)]))
        assert not may_go(picker)
        picker.have("alice", RangeSet([(missing, missing + 1)]))
        assert may_go(picker)
        picker.extend("alice", all_of(40_000))
        assert not may_go(picker)


def test_S10_who_passes_nothing_on_gets_what_others_have_before_what_is_new() -> None:
    picker = picker_of(400, "alice", "hermit")
    had = set(islice(sent(picker, "alice"), 200))
    now = 0.0
    while picker.unique_bytes < 200 * PIECE + UNSPREAD_BYTES + PIECE:
        now += 0.1
        assert isinstance(picker.next("hermit", now), tuple)
    before = picker.unique_bytes
    for _ in range(20):
        now += 0.1
        picked = picker.next("hermit", now)
        assert isinstance(picked, tuple)
        assert had.issuperset(range(*picked))
    assert picker.unique_bytes == before


def test_S10_a_group_of_hermits_is_sent_everything() -> None:
    members = ["a", "b", "c"]
    picker = picker_of(100, *members)
    got: dict[str, list[int]] = {member: [] for member in members}
    for step in range(300):
        picked = picker.next(members[step % 3], step / 10)
        got[members[step % 3]] += range(*picked) if isinstance(picked, tuple) else ()
    assert all(sorted(numbers) == list(range(100)) for numbers in got.values())


def test_in_a_large_group_only_some_are_sent_to_at_once() -> None:
    members = range(AT_ONCE + 5)
    picker = picker_of(100, *members)
    picked = [picker.next(member, 0.0) for member in members]
    assert sum(isinstance(each, tuple) for each in picked) == AT_ONCE
    assert all(isinstance(each, float) and each > 0 for each in picked[AT_ONCE:])
    assert isinstance(picker.next(0, 0.1), float), "its turn comes after those who wait"
    assert isinstance(picker.next(AT_ONCE, 0.1), tuple)


def test_nothing_to_send_is_no_special_case() -> None:
    picker = picker_of(0, "alice")
    assert picker.next("alice", 0.0) is None
    assert may_go(picker)
    picker.leave("alice")


@pytest.mark.parametrize("is_new", [True, False])
def test_a_run_among_a_million_pieces_looks_at_a_few(is_new: bool) -> None:
    lengths = CountedLengths(1_000_000, PIECE)
    picker = SenderPicker(lengths, Random(5))
    for member in range(16):
        picker.join(member, all_of(len(lengths)))
    if not is_new:
        picker.have(1, all_of(len(lengths)))
    lengths.looked = 0
    for _ in range(10):
        assert isinstance(picker.next(3, 0.0), tuple)
    assert lengths.looked <= 500
