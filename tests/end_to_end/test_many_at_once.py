"""Several transfers between two friends at once: both ways, taking turns, waiting, same names."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.gifts import make_file, make_tree
from tests.helpers.lab import needs_lab
from tests.helpers.lab_people import Home, both_at_home, friends_on_a_slow_cable
from tests.helpers.processes import Somebody, copied
from tests.helpers.trees import Tree, snapshot

pytestmark = needs_lab()

RATE = "80mbit"
HUGE_BYTES = 20_000_000
OFFERS_AT_ONCE = 3

Friends = tuple[Somebody, Somebody]


@pytest.fixture(scope="module")
def neighbours(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Friends]:
    """Anna and Marek, who are friends, on two machines with a slow cable between them."""
    place = tmp_path_factory.mktemp("friends")
    with friends_on_a_slow_cable(place, RATE) as both:
        yield both


@pytest.fixture
def friends(neighbours: Friends, tmp_path: Path) -> Friends:
    """The two of them before they have sent anything."""
    return copied(neighbours, tmp_path / "profiles")


def test_both_ways_at_once(friends: Friends, tmp_path: Path) -> None:
    gifts = [make_tree(tmp_path / "to Marek", 50), make_tree(tmp_path / "to Anna", 60)]
    make_file(gifts[0] / "film.mov", HUGE_BYTES, seed=1)
    make_file(gifts[1] / "film.mov", HUGE_BYTES, seed=2)
    with both_at_home(*friends, tmp_path) as (anna, marek):
        there = anna.sends([gifts[0]], to="Marek")
        back = marek.sends([gifts[1]], to="Anna")
        for taker, transfer_id, folder in ((marek, there, "Marek's"), (anna, back, "Anna's")):
            taker.is_asked(transfer_id)
            taker.accepts(transfer_id, tmp_path / folder)
        marek.sees_it_move(there)
        anna.sees_it_move(back)
        for transfer_id in (there, back):
            assert states(transfer_id, anna, marek) == ["done", "done"]
    assert snapshot(tmp_path / "Marek's") == snapshot_of(gifts[0])
    assert snapshot(tmp_path / "Anna's") == snapshot_of(gifts[1])


def snapshot_of(gift: Path) -> Tree:
    inside = {f"{gift.name}/{path}": content for path, content in snapshot(gift).items()}
    return {gift.name: None, **inside}


def states(transfer_id: str, *homes: Home) -> list[str]:
    """Return how each side sees the end of a transfer."""
    return [home.sees_the_end(transfer_id)["state"] for home in homes]


def test_a_small_one_overtakes_a_huge_one(friends: Friends, tmp_path: Path) -> None:
    sizes = {"huge.bin": HUGE_BYTES, "middle.bin": 2_000_000, "small.txt": 10}
    inbox, ids = tmp_path / "inbox", {}
    with both_at_home(*friends, inbox) as (anna, marek):
        for name, size in sizes.items():
            ids[name] = anna.sends([make_file(tmp_path / name, size)], to="Marek")
            marek.is_asked(ids[name])
        marek.accepts(ids["huge.bin"], inbox)
        marek.sees_it_move(ids["huge.bin"])
        marek.accepts(ids["middle.bin"], inbox)
        marek.accepts(ids["small.txt"], inbox)
        for transfer_id in ids.values():
            assert states(transfer_id, anna, marek) == ["done", "done"]
    for home in (anna, marek):
        finished = [line["title"] for line in home.window.lines if line.get("state") == "done"]
        assert list(dict.fromkeys(finished)) == ["small.txt", "middle.bin", "huge.bin"]
    assert snapshot(inbox) == {name: (tmp_path / name).read_bytes() for name in sizes}


def test_only_three_offers_wait_for_an_answer_and_the_next_follow(
    friends: Friends, tmp_path: Path
) -> None:
    notes = [make_file(tmp_path / f"note {number}", 20, seed=number) for number in range(5)]
    inbox = tmp_path / "inbox"
    with both_at_home(*friends, inbox) as (anna, marek):
        ids = [anna.sends([note], to="Marek") for note in notes]
        first = asked(marek, OFFERS_AT_ONCE)
        rest = [transfer_id for transfer_id in ids if transfer_id not in first]
        for transfer_id in rest:
            anna.sees(transfer_id, state="queued")
        assert asked(marek, OFFERS_AT_ONCE) == first
        marek.accepts(first[0], inbox)
        assert asked(marek, 4) == [*first, rest[0]]
        marek.accepts(first[1], inbox)
        assert asked(marek, 5) == [*first, *rest]
        # Last: whoever is declined is not heard again for a while.
        marek.declines(first[2])
        for transfer_id in rest:
            marek.accepts(transfer_id, inbox)
        ends = {transfer_id: states(transfer_id, anna, marek) for transfer_id in ids}
    assert ends.pop(first[2]) == ["declined", "declined"]
    assert list(ends.values()) == [["done", "done"]] * 4
    del notes[ids.index(first[2])]
    assert snapshot(inbox) == {note.name: note.read_bytes() for note in notes}


def asked(home: Home, count: int) -> list[str]:
    """Wait until so many offers could be answered; return the ids of all, in their order."""
    while len(ids := answerable(home)) < count:
        home.window.wait_for("transfer", state="offered", counted=True)
    return ids


def answerable(home: Home) -> list[str]:
    fields = {"direction": "incoming", "state": "offered", "counted": True}
    lines = [line for line in home.window.lines if fields.items() <= line.items()]
    return list(dict.fromkeys(line["id"] for line in lines))


def test_two_of_one_name_at_once_do_not_touch_each_other(friends: Friends, tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    old = make_file(inbox / "film.mov", 30, seed=9).read_bytes()
    films = [make_file(tmp_path / f"{n}/film.mov", 3_000_000, seed=n) for n in range(2)]
    with both_at_home(*friends, inbox) as (anna, marek):
        ids = [anna.sends([film], to="Marek") for film in films]
        for transfer_id in ids:
            marek.is_asked(transfer_id)
            marek.accepts(transfer_id, inbox)
        for transfer_id in ids:
            assert states(transfer_id, anna, marek) == ["done", "done"]
    there = snapshot(inbox)
    assert set(there) == {"film.mov", "film (1).mov", "film (2).mov"}
    assert set(there.values()) == {old, *(film.read_bytes() for film in films)}
    assert there["film.mov"] == old
