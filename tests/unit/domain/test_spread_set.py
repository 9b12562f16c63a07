import gc
import random
import tracemalloc
from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from byhand.domain.spread_set import PARTS, SpreadSet

_NUMBERS = st.integers(0, 2**128 - 1).map(lambda number: number | PARTS)


def filled(numbers: Iterable[int]) -> SpreadSet:
    spread = SpreadSet()
    for number in numbers:
        spread.add(number)
    return spread


@given(st.sets(_NUMBERS), st.sets(_NUMBERS))
def test_it_holds_what_was_added_and_nothing_else(added: set[int], others: set[int]) -> None:
    numbers = filled(added)
    assert len(numbers) == len(added)
    assert all(number in numbers for number in added)
    assert not any(number in numbers for number in others - added)


def test_numbers_that_differ_in_one_half_only_are_told_apart() -> None:
    low, high = 5 * PARTS, 3 << 100
    numbers = filled([low, high | low])
    assert high | low in numbers
    assert high | 7 * PARTS not in numbers
    assert (high << 1) | low not in numbers


def test_what_is_held_is_little_and_nothing_for_the_garbage_collector_to_look_at() -> None:
    source, count = random.Random(0), 50_000
    tracemalloc.start()
    try:
        numbers = filled(source.getrandbits(128) for _ in range(count))
        held, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert held < 50 * count
    parts = numbers._parts
    assert not any(isinstance(each, int) for part in parts for each in gc.get_referents(part.low))
    assert max(len(part.low) for part in parts) < count / 50, "so many are moved at once"
