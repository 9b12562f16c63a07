"""Whole groups on simulated links; times are simulated, so every run gives the same figures."""

import pytest

from tests.helpers.footprint import kept_bytes
from tests.helpers.swarm_plan import RATE, Person, Plan
from tests.helpers.swarm_world import World

EQUAL = Person()
PIECES = 512


def seven_and(person: Person) -> World:
    """Hand something to seven equals and one other."""
    return World(Plan([EQUAL] * 7 + [person], PIECES)).run()


def slowest_of_seven(world: World) -> float:
    """Return how long the equals took, as a multiple of what they need alone."""
    return max(world.seconds(number) for number in range(7)) / (world.plan.size / RATE)


@pytest.mark.parametrize(
    ("count", "last", "sent"), [(2, 1.10, 1.08), (4, 1.10, 1.08), (8, 1.15, 1.12)]
)
def test_equal_links_are_done_when_the_sender_has_sent_it_once(
    count: int, last: float, sent: float
) -> None:
    world = World(Plan([EQUAL] * count)).run()
    assert world.last <= last
    assert world.sent <= sent


def test_the_sender_may_go_before_everybody_is_done() -> None:
    world = World(Plan([EQUAL] * 8)).run()
    assert world.sender.out_at is not None
    assert world.plan.size / RATE < world.sender.out_at < world.clock.now


def test_S10_one_at_a_tenth_of_the_speed_does_not_hold_up_the_others() -> None:
    world = seven_and(Person(up=RATE / 10, down=RATE / 10))
    assert slowest_of_seven(world) <= 1.2
    assert world.last <= 1.15, "its own link is what it waits for"


def test_S10_one_at_1_kb_a_second_is_sent_on_and_does_not_hold_up_the_others() -> None:
    world = seven_and(Person(up=1000, down=1000, leaves_at=1e6))
    assert slowest_of_seven(world) <= 1.2


def test_S10_one_who_reaches_only_the_sender_gets_everything_from_it() -> None:
    world = seven_and(Person(network=1))
    assert slowest_of_seven(world) <= 1.3
    assert world.seconds(7) / (world.plan.size / RATE) <= 2.2
    assert world.members[7].port.sent_bytes == 0


def test_S10_two_networks_are_two_groups() -> None:
    world = World(Plan([EQUAL] * 3 + [Person(network=1)] * 3, PIECES)).run()
    assert world.last <= 2.15
    assert world.sent <= 2.15


def test_S09_a_leaver_costs_nothing_but_what_only_it_had() -> None:
    world = seven_and(Person(leaves_at=5.0))
    assert slowest_of_seven(world) <= 1.1
    assert 1.0 < world.sender.picker.unique_bytes / world.plan.size <= 1.05


def test_four_leavers_cost_little() -> None:
    leavers = [Person(leaves_at=3.0 + number) for number in range(4)]
    world = World(Plan([EQUAL] * 5 + leavers, PIECES)).run()
    assert world.last <= 1.15


def test_S01_a_liar_is_found_out_with_one_piece_by_each_and_does_not_hold_up_the_others() -> None:
    world = seven_and(Person(is_liar=True))
    assert slowest_of_seven(world) <= 1.35
    assert all(world.members[number].bad_pieces <= 1 for number in range(7))
    assert sum(member.bad_pieces for member in world.members.values()) > 0


def test_S07_two_liars_and_one_honest_member() -> None:
    world = World(Plan([EQUAL, Person(is_liar=True), Person(is_liar=True)], PIECES)).run()
    assert all(world.members[0].here)
    assert world.members[0].bad_pieces <= 2


def test_one_who_never_says_what_it_has_is_no_burden() -> None:
    world = seven_and(Person(is_silent=True))
    assert world.last <= 1.1
    assert world.sent <= 1.1


def test_a_group_that_never_says_what_it_has_gets_everything() -> None:
    world = World(Plan([Person(is_silent=True)] * 3, PIECES)).run()
    assert world.last <= 3.1


def test_one_who_comes_late_gets_it_from_the_others() -> None:
    world = seven_and(Person(joins_at=15.0))
    assert world.last <= 1.15
    assert world.sent <= 1.3


def test_what_takes_long_for_everybody_is_not_asked_twice() -> None:
    slow = RATE / 20
    world = World(Plan([Person(up=slow, down=slow)] * 8, 256, sender_up=slow)).run()
    assert world.last <= 1.1
    assert sum(each.wasted_bytes for each in world.members.values()) <= 0.2 * world.plan.size


def test_slow_uplinks_are_all_used() -> None:
    world = World(Plan([Person(up=RATE / 10)] * 4, PIECES)).run()
    assert world.last <= 1.1


def test_in_a_large_group_everybody_is_done_soon_with_16_neighbours() -> None:
    world = World(Plan([EQUAL] * 30, PIECES, quantum=256 * 1024)).run()
    assert world.last <= 1.3
    assert max(len(member.peers) for member in world.members.values()) == 16


def test_what_a_member_keeps_and_says_does_not_grow_with_the_group() -> None:
    small, large = (
        World(Plan([EQUAL] * count, 128, quantum=256 * 1024)).run() for count in (17, 51)
    )
    for one, other in (
        (_most_kept(small), _most_kept(large)),
        (_most_said(small), _most_said(large)),
    ):
        assert other <= 1.5 * one


def _most_kept(world: World) -> int:
    return max(kept_bytes(member.picker) for member in world.members.values())


def _most_said(world: World) -> int:
    return max(member.messages for member in world.members.values())
