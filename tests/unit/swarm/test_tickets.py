from collections.abc import Callable
from itertools import combinations
from random import Random

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from byhand.swarm.tickets import NEIGHBOURS, Pair, Tickets


def always(one: int, other: int) -> bool:
    return True


def tickets_of(
    count: int, may_exchange: Callable[[int, int], bool] = always, most: int = NEIGHBOURS
) -> Tickets[int]:
    rng = Random(3)
    tickets = Tickets(rng.randbytes, may_exchange, rng, most)
    for member in range(count):
        tickets.add(member)
    return tickets


def near(tickets: Tickets[int], member: int) -> set[int]:
    return {pair.other for pair in tickets.pairs_of(member)}


def farthest(tickets: Tickets[int], count: int) -> int:
    """Return over how many pairs the farthest member is from the first, all reached."""
    reached, edge, steps = {0}, {0}, 0
    while edge:
        edge = {other for member in edge for other in near(tickets, member)} - reached
        reached |= edge
        steps += bool(edge)
    assert len(reached) == count
    return steps


def test_up_to_17_everybody_is_everybodys_neighbour() -> None:
    tickets = tickets_of(17)
    assert all(len(near(tickets, member)) == 16 for member in range(17))


def test_above_17_everybody_has_16_neighbours_and_nobody_is_far() -> None:
    tickets = tickets_of(300)
    assert {len(near(tickets, member)) for member in range(300)} == {16}
    assert farthest(tickets, 300) <= 4


def test_a_pair_has_the_same_key_and_mirrored_tags_and_shares_them_with_no_other() -> None:
    tickets = tickets_of(6)
    seen: set[bytes] = set()
    for one, other in combinations(range(6), 2):
        (mine,) = (pair for pair in tickets.pairs_of(one) if pair.other == other)
        (theirs,) = (pair for pair in tickets.pairs_of(other) if pair.other == one)
        assert (mine.own_tag, mine.their_tag) == (theirs.their_tag, theirs.own_tag)
        assert mine.key == theirs.key
        assert [len(each) for each in (mine.own_tag, mine.their_tag, mine.key)] == [16, 16, 32]
        assert seen.isdisjoint({mine.own_tag, mine.their_tag, mine.key})
        seen |= {mine.own_tag, mine.their_tag, mine.key}


def test_a_pair_does_not_show_its_key() -> None:
    assert repr(Pair("bob", b"tag", b"tag", b"secret")) == "Pair('bob')"


def test_S09_who_was_removed_has_no_ticket_and_nobody_one_for_them() -> None:
    tickets = tickets_of(5)
    tickets.remove(2)
    assert tickets.pairs_of(2) == ()
    assert all(2 not in near(tickets, member) for member in range(5))


def test_S09_who_was_never_taken_in_has_no_ticket() -> None:
    assert tickets_of(3).pairs_of(7) == ()


def test_who_comes_back_gets_other_tags() -> None:
    tickets = tickets_of(2)
    (before,) = tickets.pairs_of(0)
    tickets.remove(1)
    tickets.add(1)
    (after,) = tickets.pairs_of(0)
    assert {before.own_tag, before.key}.isdisjoint({after.own_tag, after.key})


def test_who_lost_a_neighbour_in_a_large_group_gets_another() -> None:
    tickets = tickets_of(100)
    for member in range(0, 60, 2):
        tickets.remove(member)
    degrees = [len(near(tickets, member)) for member in range(100) if near(tickets, member)]
    assert min(degrees) >= 14


def test_S01_parted_members_are_never_paired_again() -> None:
    tickets = tickets_of(3)
    tickets.part(0, 1)
    tickets.remove(1)
    tickets.add(1)
    tickets.add(3)
    tickets.remove(3)
    assert 1 not in near(tickets, 0)
    assert near(tickets, 1) == {2}


def test_nobody_new_is_given_to_who_was_parted_from_several() -> None:
    tickets = tickets_of(8, most=4)
    first, second = sorted(near(tickets, 0))[:2]
    tickets.part(0, first)
    tickets.part(0, second)
    before = near(tickets, 0)
    for member in sorted(before):
        tickets.remove(member)
    assert near(tickets, 0) == set()


def test_members_that_gain_nothing_are_not_paired() -> None:
    tickets = tickets_of(6, lambda one, other: one % 2 != other % 2)
    assert near(tickets, 0) == {1, 3, 5}


class Group(RuleBasedStateMachine):
    """Members come, go and are parted; pairs that may be stay as they are."""

    MOST = 4

    def __init__(self) -> None:
        super().__init__()
        rng = Random(1)
        self.tickets = Tickets(rng.randbytes, self.may_exchange, rng, self.MOST)
        self.members: set[int] = set()
        self.parted: set[frozenset[int]] = set()
        self.next = 0

    def may_exchange(self, one: int, other: int) -> bool:
        return {one % 7, other % 7} != {1, 2}

    @rule()
    def add(self) -> None:
        before = self.pairs()
        self.tickets.add(self.next)
        self.members.add(self.next)
        self.next += 1
        gone = before - self.pairs()
        assert len(gone) <= self.MOST // 2 * 2
        assert not gone or len(self.members) > self.MOST + 1

    @precondition(lambda self: self.members)
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        member = data.draw(st.sampled_from(sorted(self.members)))
        kept = {pair for pair in self.pairs() if member not in pair[:2]}
        self.tickets.remove(member)
        self.members.discard(member)
        assert kept <= self.pairs()

    @precondition(lambda self: len(self.members) > 1)
    @rule(data=st.data())
    def part(self, data: st.DataObject) -> None:
        drawn = data.draw(st.lists(st.sampled_from(sorted(self.members)), unique=True, min_size=2))
        one, other = drawn[:2]
        kept = {pair for pair in self.pairs() if {one, other} != set(pair[:2])}
        self.tickets.part(one, other)
        self.parted.add(frozenset((one, other)))
        assert self.pairs() == kept

    def pairs(self) -> set[tuple[int, int, bytes]]:
        """Return every pair from both sides."""
        return {
            (member, int(pair.other), pair.own_tag)
            for member in self.members
            for pair in self.tickets.pairs_of(member)
        }

    @invariant()
    def pairs_are_of_members_who_may(self) -> None:
        pairs = {pair[:2] for pair in self.pairs()}
        for one, other in pairs:
            assert (other, one) in pairs
            assert one != other
            assert other in self.members
            assert self.may_exchange(one, other)
            assert frozenset((one, other)) not in self.parted

    @invariant()
    def nobody_has_too_many(self) -> None:
        assert all(len(self.tickets.pairs_of(member)) <= self.MOST for member in self.members)

    @invariant()
    def in_a_small_group_all_are_paired_who_may(self) -> None:
        if self.next > self.MOST + 1:
            return
        for one, other in combinations(self.members, 2):
            is_open = self.may_exchange(one, other) and {one, other} not in self.parted
            assert (other in near(self.tickets, one)) == is_open


Group.TestCase.settings = settings(max_examples=50, deadline=None)
TestGroup = Group.TestCase
