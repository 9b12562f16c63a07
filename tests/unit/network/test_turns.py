from hypothesis import given
from hypothesis import strategies as st

from byhand.network.turns import WAITING_LIMIT, Turns

STRANGER, FRIEND = True, False


class Crowd:
    """People who wait for a turn, and who of them was told what."""

    def __init__(self) -> None:
        self.turns = Turns()
        self.told: list[tuple[str, bool]] = []

    def ask(self, name: str, lately: int = 1, *, kind: bool = STRANGER) -> object:
        return self.turns.ask((kind, lately), lambda go: self.told.append((name, go)))

    def served(self, now: float) -> list[str]:
        self.told.clear()
        self.turns.give(now)
        return [name for name, is_its_turn in self.told if is_its_turn]


def seconds_to_serve_all(turns: Turns) -> float:
    """How long it takes when whoever gives turns wakes as it is told to."""
    now = 0.0
    while (pause := turns.give(now)) is not None:
        now += pause
    return now


def test_whoever_asks_first_is_served_at_once() -> None:
    crowd = Crowd()
    crowd.ask("Anna")
    assert crowd.served(0.0) == ["Anna"]
    assert crowd.turns.give(0.0) is None


@given(st.lists(st.floats(0, 3), min_size=1, max_size=1500))
def test_in_no_second_are_there_more_than_200(arrivals: list[float]) -> None:
    crowd = Crowd()
    given_at: list[float] = []
    for moment in sorted(arrivals):
        crowd.ask("somebody")
        given_at += [moment] * len(crowd.served(moment))
    for first, later in zip(given_at, given_at[200:], strict=False):
        assert later - first > 1 - 1e-9


def test_a_crowd_is_served_190_a_second_once_it_waits() -> None:
    crowd = Crowd()
    for number in range(WAITING_LIMIT):
        crowd.ask(str(number))
    assert 1.2 < seconds_to_serve_all(crowd.turns) < 1.4
    assert sorted(crowd.told) == sorted((str(number), True) for number in range(WAITING_LIMIT))


def test_whoever_came_least_is_next_whatever_the_crowd() -> None:
    crowd = Crowd()
    for number in range(200):
        crowd.ask(f"again {number}", lately=2)
    crowd.served(0.0)
    crowd.ask("Anna", lately=1)
    crowd.ask("a friend's computer", lately=5, kind=FRIEND)
    assert crowd.served(0.011) == ["a friend's computer", "Anna"]


def test_of_equals_the_latest_is_served_first() -> None:
    crowd = Crowd()
    for name in "abc":
        crowd.ask(name)
    assert crowd.served(0.0) == ["c", "b", "a"]


def test_of_too_many_the_last_are_told_at_once() -> None:
    crowd = Crowd()
    for number in range(WAITING_LIMIT):
        crowd.ask(f"again {number}", lately=2)
    crowd.ask("once too often", lately=3)
    crowd.ask("Anna")
    assert crowd.told == [("once too often", False), ("again 0", False)]


def test_who_withdraws_costs_no_turn_and_may_do_so_late() -> None:
    crowd = Crowd()
    waiting = crowd.turns.ask((STRANGER, 1), lambda go: crowd.told.append(("nobody", go)))
    crowd.ask("Anna")
    crowd.turns.withdraw(waiting)
    crowd.turns.withdraw(waiting)
    assert crowd.served(0.0) == ["Anna"]
