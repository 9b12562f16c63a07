from random import Random

from byhand.swarm.unspread import Unspread

MIB = 1024 * 1024


def test_what_nobody_took_from_a_member_is_counted() -> None:
    unspread = Unspread([MIB] * 10, Random(1))
    unspread.given("alice", 0, 3)
    unspread.given("bob", 3, 4)
    assert (unspread.bytes_of("alice"), unspread.bytes_of("bob")) == (3 * MIB, MIB)
    assert unspread.bytes_of("carol") == 0


def test_a_members_own_word_counts_for_nothing() -> None:
    unspread = Unspread([MIB] * 10, Random(1))
    unspread.given("alice", 0, 3)
    unspread.had("alice", 0, 10)
    assert unspread.bytes_of("alice") == 3 * MIB


def test_what_another_has_is_spread_once() -> None:
    unspread = Unspread([MIB] * 10, Random(1))
    unspread.given("alice", 0, 3)
    for _ in range(2):
        unspread.had("bob", 1, 10)
        assert unspread.bytes_of("alice") == MIB


def test_what_leaves_as_new_once_more_is_whose_it_is_now() -> None:
    unspread = Unspread([MIB] * 10, Random(1))
    unspread.given("alice", 0, 3)
    unspread.given("bob", 2, 4)
    assert (unspread.bytes_of("alice"), unspread.bytes_of("bob")) == (2 * MIB, 2 * MIB)


def test_only_what_has_left_is_drawn() -> None:
    unspread = Unspread([MIB] * 10, Random(1))
    assert unspread.drawn(5) == []
    unspread.given("alice", 4, 6)
    assert set(unspread.drawn(50)) == {4, 5}


def test_pieces_that_leave_again_and_again_are_not_remembered_without_end() -> None:
    unspread = Unspread([MIB] * 10, Random(1))
    for _ in range(1000):
        unspread.given("alice", 0, 10)
    assert len(unspread._out) <= 30
    assert unspread.bytes_of("alice") == 10 * MIB
