"""Whole processes hand something out as a group, each on a machine of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.gifts import make_film
from tests.helpers.handing_out import SENDER, Company, HandOut, company, handing_out, wrong_files
from tests.helpers.lab import needs_lab
from tests.helpers.lying_member import LIAR

pytestmark = needs_lab()

SENDERS_RATE = "30mbit"
SIZE, SMALL_SIZE = 10_000_000, 4_000_000
SAVED = 1.5
"""Sent to two directly it would be 2: a group needs less, also when the machine is busy."""
ONE, OTHER = "receiver1", "receiver2"


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Company]:
    """A sender whose cable is slow, and two friends of theirs who are strangers to each other."""
    with company(tmp_path_factory.mktemp("profiles"), 2) as people:
        people.lab.limit(SENDER, SENDERS_RATE)
        yield people


@pytest.fixture
def people(three: Company, tmp_path: Path) -> Company:
    """The three of them before they have sent anything."""
    return three.first(2, tmp_path / "profiles")


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


def finish(people: Company, handed: HandOut, *names: str) -> int:
    """Let everybody accept and wait for some; return what the sender's cable has carried."""
    before = people.lab.sent_bytes(SENDER)
    handed.accept()
    for name in names:
        handed.finished_at(name)
    return people.lab.sent_bytes(SENDER) - before


def test_two_receivers_hand_it_to_each_other(people: Company, tmp_path: Path, inbox: Path) -> None:
    film = make_film(tmp_path / "film.mov", SIZE)
    with handing_out(people, film, inbox, "--group", "on") as handed:
        uploaded = finish(people, handed, ONE, OTHER)
        for name, other in ((ONE, OTHER), (OTHER, ONE)):
            assert handed.received(name).joinpath(film.name).read_bytes() == film.read_bytes()
            assert handed.taken(name) > 0
            told = str(handed.receivers[name].lines)
            assert other not in told
            assert people.id_of(other) not in told
    assert SIZE < uploaded < SAVED * SIZE


def test_without_a_group_everybody_is_sent_all_of_it(
    people: Company, tmp_path: Path, inbox: Path
) -> None:
    film = make_film(tmp_path / "film.mov", SMALL_SIZE)
    with handing_out(people, film, inbox, "--group", "off") as handed:
        uploaded = finish(people, handed, ONE, OTHER)
        assert (handed.taken(ONE), handed.taken(OTHER)) == (0, 0)
    assert uploaded > 2 * SMALL_SIZE


def test_what_a_liar_hands_on_never_gets_a_final_name(
    people: Company, tmp_path: Path, inbox: Path
) -> None:
    film = make_film(tmp_path / "film.mov", SIZE)
    programs = {OTHER: LIAR}
    with handing_out(people, film, inbox, "--group", "on", programs=programs) as handed:
        finish(people, handed, ONE, OTHER)
        handed.receivers[OTHER].has_told("lied")
        folders = [handed.received(ONE), handed.received(OTHER)]
        assert wrong_files(film, folders) == 0
        assert handed.received(ONE).joinpath(film.name).read_bytes() == film.read_bytes()
