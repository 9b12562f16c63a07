import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from byhand.domain.ranges import RangeSet, decode_ranges
from byhand.errors import RemoteProtocolError

LIMIT = 40
NUMBER = st.integers(0, LIMIT)


class PlainSet(RuleBasedStateMachine):
    """A RangeSet does what a plain set of numbers does."""

    def __init__(self) -> None:
        super().__init__()
        self.ranges = RangeSet()
        self.numbers: set[int] = set()

    @rule(start=NUMBER, end=NUMBER)
    def add(self, start: int, end: int) -> None:
        self.ranges.add(start, end)
        self.numbers |= set(range(start, end))

    @rule(count=NUMBER)
    def take(self, count: int) -> None:
        taken = self.ranges.take(count)
        lowest = sorted(self.numbers)[:count]
        assert [number for start, end in taken for number in range(start, end)] == lowest
        self.numbers -= set(lowest)

    @rule(start=NUMBER, end=NUMBER)
    def subtract(self, start: int, end: int) -> None:
        self.ranges.subtract(start, end)
        self.numbers -= set(range(start, end))

    @invariant()
    def holds_the_same_numbers(self) -> None:
        assert {number for start, end in self.ranges for number in range(start, end)} == (
            self.numbers
        )
        assert self.ranges.count() == len(self.numbers)
        assert bool(self.ranges) == bool(self.numbers)
        assert [number for number in range(-1, LIMIT + 2) if number in self.ranges] == sorted(
            self.numbers
        )

    @invariant()
    def is_in_shortest_form(self) -> None:
        bounds = [bound for pair in self.ranges for bound in pair]
        assert bounds == sorted(set(bounds))

    @invariant()
    def survives_the_wire(self) -> None:
        assert decode_ranges(self.ranges.encode(), LIMIT) == self.ranges


TestPlainSet = PlainSet.TestCase


def test_ranges_that_touch_become_one() -> None:
    ranges = RangeSet([(5, 7), (0, 2), (2, 5)])
    assert list(ranges) == [(0, 7)]
    assert ranges.encode() == [0, 7]


def test_equality_is_of_numbers_not_of_history() -> None:
    holed = RangeSet([(0, 10)])
    holed.subtract(3, 5)
    assert holed == RangeSet([(5, 10), (0, 3)])
    assert holed != RangeSet([(0, 10)])
    assert holed != [(0, 3), (5, 10)]


def test_a_set_of_an_astronomic_range_costs_nothing() -> None:
    ranges = RangeSet([(0, 2**56)])
    ranges.subtract(2**40, 2**40 + 1)
    assert len(list(ranges)) == 2
    assert 2**40 not in ranges
    assert 2**55 in ranges


@pytest.mark.parametrize(
    "numbers",
    [
        pytest.param([1], id="start without count"),
        pytest.param([0, 0], id="empty range"),
        pytest.param([0, -1], id="negative count"),
        pytest.param([-1, 1], id="negative start"),
        pytest.param([0, 11], id="beyond the limit"),
        pytest.param([10, 1], id="at the limit"),
        pytest.param([2**63, 1], id="huge start"),
        pytest.param([0, 2**63], id="huge count"),
        pytest.param([0, 2, 1, 1], id="overlapping"),
        pytest.param([5, 1, 0, 1], id="descending"),
        pytest.param([0, 1, 0, 1], id="twice"),
    ],
)
def test_malformed_ranges_are_the_peers_fault(numbers: list[int]) -> None:
    with pytest.raises(RemoteProtocolError):
        decode_ranges(numbers, 10)


@given(st.lists(st.integers(-2, 12), max_size=8))
def test_whatever_is_decoded_is_within_its_limit(numbers: list[int]) -> None:
    try:
        ranges = decode_ranges(numbers, 10)
    except RemoteProtocolError:
        return
    pairs = list(zip(numbers[::2], numbers[1::2], strict=True))
    assert ranges.count() == sum(count for _, count in pairs)
    assert all(0 <= start < end <= 10 for start, end in ranges)
