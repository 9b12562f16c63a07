"""Case P-5 of the hostile tests, as far as addresses go: one who moves, or whose router does."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.gifts import make_file
from tests.helpers.lab import Lab, needs_lab
from tests.helpers.lab_people import Home, both_at_home, inhabitant
from tests.helpers.processes import Somebody, become_friends

pytestmark = needs_lab()

MOVED_TO = "10.77.0.88"


@pytest.fixture
def lab() -> Iterator[Lab]:
    with Lab("anna", "marek", with_ipv6=False) as lab:
        yield lab


@pytest.fixture
def friends(lab: Lab, tmp_path: Path) -> tuple[Somebody, Somebody]:
    anna = inhabitant(lab, "anna", "Anna", tmp_path / "anna")
    marek = inhabitant(lab, "marek", "Marek", tmp_path / "marek")
    become_friends(anna, marek)
    return anna, marek


def hands_over(sender: Home, receiver: Home, to: str, what: Path, inbox: Path) -> None:
    transfer = sender.sends([what], to)
    receiver.is_asked(transfer)
    receiver.accepts(transfer, inbox)
    assert receiver.sees_the_end(transfer)["state"] == "done"
    assert (inbox / what.name).read_bytes() == what.read_bytes()


def test_P5_friends_who_talk_meet_again_when_one_of_them_gets_another_address(
    lab: Lab, friends: tuple[Somebody, Somebody], tmp_path: Path
) -> None:
    """The connection of the old address is dead; nothing is said of it, it must be noticed."""
    anna, marek = friends
    note = make_file(tmp_path / "note.txt", 12)
    with both_at_home(anna, marek, tmp_path / "inbox") as (annas, mareks):
        lab.readdress("marek", f"{MOVED_TO}/24")
        mareks.window.wait_for("friend", name="Anna", online=True)
        annas.window.wait_for("friend", name="Marek", online=True)
        hands_over(annas, mareks, "Marek", note, tmp_path / "inbox")


def test_P5_a_cable_that_is_out_for_a_moment_does_not_matter(
    lab: Lab, friends: tuple[Somebody, Somebody], tmp_path: Path
) -> None:
    anna, marek = friends
    note = make_file(tmp_path / "note.txt", 12)
    with both_at_home(anna, marek, tmp_path / "inbox") as (annas, mareks):
        lab.cut("marek")
        lab.restore("marek")
        hands_over(annas, mareks, "Marek", note, tmp_path / "inbox")
