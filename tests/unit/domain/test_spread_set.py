import random
import sys

from byhand.domain.spread_set import PARTS, SpreadSet


def test_it_holds_what_was_added_and_nothing_else() -> None:
    numbers = SpreadSet()
    for number in (0, 1, PARTS, 2**128 - 1):
        assert number not in numbers
        numbers.add(number)
        assert number in numbers
    assert len(numbers) == 4
    assert 2 * PARTS not in numbers
    assert "0" not in numbers


def test_what_is_moved_when_it_grows_is_a_small_part_of_it() -> None:
    source = random.Random(0)
    numbers, one = SpreadSet(), set[int]()
    for _ in range(40_000):
        number = source.getrandbits(128)
        numbers.add(number)
        one.add(number)
    assert max(map(sys.getsizeof, numbers._parts)) < sys.getsizeof(one) / 50
