from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byhand.swarm.marks import LACKED
from byhand.swarm.stripes import STRIPE_BYTES, Stripes

MIB = 1024 * 1024


def taken(stripes: Stripes, wanted: bytearray, count: int) -> list[int]:
    """Return what one member gets that asks so often, alone."""
    turn = stripes.join()
    numbers = []
    for _ in range(count):
        number = stripes.next(turn, wanted)
        if number is None:
            break
        stripes.sent(number, number + 1)
        numbers.append(number)
    return numbers


def all_of(count: int) -> bytearray:
    return bytearray([LACKED]) * count


def test_a_stripe_is_sent_in_order_and_stripes_are_not() -> None:
    stripes = Stripes([MIB] * 400, Random(1))
    numbers = taken(stripes, all_of(400), 400)
    assert sorted(numbers) == list(range(400))
    firsts = numbers[::4]
    assert all(
        numbers[place : place + 4] == list(range(f, f + 4))
        for place, f in zip(range(0, 400, 4), firsts, strict=True)
    )
    assert firsts != sorted(firsts)


def test_a_piece_larger_than_a_stripe_is_one() -> None:
    stripes = Stripes([STRIPE_BYTES * 4, 1, 1], Random(1))
    assert sorted(taken(stripes, all_of(3), 9)) == [0, 1, 2]


@given(st.lists(st.integers(1, 2 * STRIPE_BYTES), max_size=40), st.integers(0, 2**32))
def test_everything_that_is_wanted_is_taken_once_whatever_the_lengths(
    lengths: list[int], seed: int
) -> None:
    rng = Random(seed)
    wanted = bytearray(rng.choice([0, LACKED]) for _ in lengths)
    numbers = taken(Stripes(lengths, rng), wanted, 1000)
    assert sorted(numbers) == [place for place, mark in enumerate(wanted) if mark]


def test_two_members_take_from_stripes_of_their_own() -> None:
    stripes = Stripes([MIB] * 80, Random(1))
    alice, bob = stripes.join(), stripes.join()
    marks = all_of(80)
    seen: dict[int, set[int]] = {1: set(), 2: set()}
    for _ in range(32):
        for name, turn in ((1, alice), (2, bob)):
            number = stripes.next(turn, marks)
            assert number is not None
            stripes.sent(number, number + 1)
            seen[name].add(number // 4)
    assert seen[1].isdisjoint(seen[2])


def test_who_finds_no_stripe_free_takes_the_end_of_anothers() -> None:
    stripes = Stripes([MIB] * 4, Random(1))
    alice, bob = stripes.join(), stripes.join()
    assert stripes.next(alice, all_of(4)) == 0
    assert stripes.next(bob, all_of(4)) == 3


def test_what_one_does_not_want_of_a_stripe_is_left_to_others() -> None:
    stripes = Stripes([MIB] * 4, Random(1))
    assert taken(stripes, bytearray([LACKED, 0, 0, LACKED]), 9) == [0, 3]
    assert taken(stripes, all_of(4), 9) == [1, 2]


def test_the_stripe_of_who_leaves_is_left_to_others_who_were_through() -> None:
    stripes = Stripes([MIB] * 8, Random(1))
    alice, bob = stripes.join(), stripes.join()
    number = stripes.next(alice, all_of(8))
    assert number is not None
    assert len(taken(stripes, all_of(8), 9)) == 8
    assert stripes.next(bob, all_of(8)) is None
    stripes.leave(alice)
    stripes.put_back([number])
    assert stripes.next(bob, all_of(8)) == number


def test_the_order_does_not_grow_with_what_comes_back() -> None:
    stripes = Stripes([MIB] * 8, Random(1))
    turn, marks = stripes.join(), all_of(8)
    for _ in range(1000):
        number = stripes.next(turn, marks)
        assert number is not None
        stripes.sent(number, number + 1)
        stripes.put_back([number])
    assert len(stripes._order) <= 4 * 3 + 1


@pytest.mark.parametrize("count", [0, 1])
def test_nothing_and_one_piece_are_no_special_case(count: int) -> None:
    assert len(taken(Stripes([1] * count, Random(1)), all_of(count), 9)) == count
