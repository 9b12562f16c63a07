import itertools
from collections.abc import Callable

import pytest

from byhand.domain.friend import Nearby
from byhand.network.nearby_batches import BATCHES_APART_SECONDS, NearbyBatches
from byhand.network.recognition import Findings

ANNA, MAREK = Nearby("a", "Anna"), Nearby("m", "Marek")


class World:
    """A clock, what is to be done later, and when what was told."""

    def __init__(self) -> None:
        self.now = 100.0
        self.due: list[tuple[float, Callable[[], None]]] = []
        self.told: list[tuple[float, object]] = []
        self.batches = NearbyBatches(
            Findings(
                on_candidate=lambda *found: self.tell(found),
                on_invite_candidate=lambda *found: self.tell(found),
                on_nearby=self.tell,
                on_nearby_gone=self.tell,
            ),
            clock=lambda: self.now,
            later=lambda seconds, do: self.due.append((self.now + seconds, do)),
        )
        self.appear = self.batches.findings.on_nearby
        self.go = self.batches.findings.on_nearby_gone

    def tell(self, what: object) -> None:
        self.told.append((self.now, what))

    def pass_time(self, seconds: float) -> None:
        """Let time pass and do what falls due."""
        self.now += seconds
        due = [do for at, do in self.due if at <= self.now]
        self.due = [(at, do) for at, do in self.due if at > self.now]
        for do in due:
            do()

    def whats(self) -> list[object]:
        return [what for _, what in self.told]


@pytest.fixture
def world() -> World:
    return World()


def test_whoever_comes_first_is_told_without_delay(world: World) -> None:
    world.appear(ANNA)
    world.pass_time(0)
    assert world.whats() == [ANNA]


def test_what_follows_soon_is_told_together(world: World) -> None:
    world.appear(ANNA)
    world.pass_time(0)
    world.appear(MAREK)
    world.go("a")
    world.pass_time(BATCHES_APART_SECONDS / 2)
    assert world.whats() == [ANNA]
    world.pass_time(BATCHES_APART_SECONDS)
    assert world.whats() == [ANNA, "a", MAREK]
    assert world.due == []


def test_who_came_and_went_between_two_batches_is_not_told(world: World) -> None:
    world.appear(ANNA)
    world.pass_time(0)
    world.appear(MAREK)
    world.go("m")
    world.go("a")
    world.appear(ANNA)
    world.pass_time(1)
    assert world.whats() == [ANNA]


def test_a_new_name_is_told_and_an_old_one_is_not(world: World) -> None:
    world.appear(ANNA)
    world.pass_time(1)
    world.appear(Nearby("a", "Ann"))
    world.pass_time(1)
    world.appear(Nearby("a", "Ann"))
    world.pass_time(1)
    assert world.whats() == [ANNA, Nearby("a", "Ann")]


def test_a_flood_makes_no_more_than_five_batches_a_second(world: World) -> None:
    for number in range(10_000):
        nearby = Nearby(str(number % 700), f"Crowd {number}")
        world.appear(nearby)
        if number % 3 == 0:
            world.go(nearby.key)
        world.pass_time(0.001)
    times = sorted({at for at, _ in world.told})
    assert 40 <= len(times) <= 51
    assert all(b - a >= BATCHES_APART_SECONDS - 1e-9 for a, b in itertools.pairwise(times))


def test_friends_and_users_of_links_are_told_at_once(world: World) -> None:
    world.batches.findings.on_candidate("friend", "hint")  # type: ignore[arg-type]
    world.batches.findings.on_invite_candidate(b"psk", "hint")  # type: ignore[arg-type]
    assert world.whats() == [("friend", "hint"), (b"psk", "hint")]
