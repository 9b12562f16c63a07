"""Two people become verified friends through two real windows, in two places on the network."""

from pathlib import Path

import pytest

from tests.helpers import accessibility
from tests.helpers.accessibility import FIELD, USABLE, ScreenReader
from tests.helpers.drag_source import READY
from tests.helpers.gifts import make_file
from tests.helpers.lab import needs_lab
from tests.helpers.needs import needs_tool
from tests.helpers.processes import Somebody, ran
from tests.helpers.screen import TOOLS, Window, wait_until
from tests.helpers.stage import HOLD, WIDTH, Stage
from tests.helpers.window_layout import accept_button, friend_row

pytestmark = [*needs_lab(), needs_tool(*TOOLS, *accessibility.TOOLS)]

NUMBER = r"^\d \d \d, \d \d \d$"
"""How a number to read out is told to a screen reader."""
MIB = 1024 * 1024


class Person:
    """Somebody with eyes, a pointer and keys, before one window."""

    def __init__(self, stage: Stage, reader: ScreenReader, window: Window) -> None:
        self._screen = stage.screen
        self._reader = reader
        self._process = window.process

    def clicks(self, pattern: str, states: int = USABLE) -> None:
        """Click what is called that, once it can be used."""
        self._screen.click_at(self._reader.wait_for(self._process, pattern, states).middle)

    def sees(self, pattern: str) -> str:
        """Wait until something is called that, and return its whole name."""
        return self._reader.wait_for(self._process, pattern).name

    def types(self, pattern: str, digits: str) -> None:
        """Click a field and type digits."""
        self.clicks(pattern, FIELD)
        self._screen.type_keys(*digits)

    def presses(self, *keys: str) -> None:
        """Press keys where the focus is."""
        self._screen.type_keys(*keys)


@pytest.fixture
def stage(read_stage: Stage) -> Stage:
    for person in (read_stage.anna, read_stage.marek):
        assert ran(person.somebody, "me", "--name", person.somebody.name)[0] == 0
    return read_stage


def test_two_people_in_one_room_add_each_other_compare_numbers_and_send_a_file(
    stage: Stage, reader: ScreenReader, place: Path
) -> None:
    song = make_file(place / "sent/song.flac", 3 * MIB)
    with stage.windows() as (left, right):
        anna, marek = Person(stage, reader, left), Person(stage, reader, right)
        for person in (anna, marek):
            person.clicks("^Add a friend…$")
        anna.clicks("^Add Marek$")
        marek.clicks("^Add: Anna wants to add you$")
        her_number, his_number = _digits(anna.sees(NUMBER)), _digits(marek.sees(NUMBER))
        assert her_number != his_number
        anna.types("^Marek's number$", his_number)
        anna.presses("Return")
        marek.sees("^Anna has typed yours")
        marek.types("^Anna's number$", her_number)
        marek.presses("Return")
        for person in (anna, marek):
            person.sees("Verified: both numbers fit, so nobody is in between.$")
        stage.wait_for_friend(left)
        with stage.files(song.name, song) as files:
            stage.screen.drag(files, HOLD, left, friend_row(), READY)
            stage.wait_for_offer(right)
        stage.screen.click(right, accept_button(WIDTH))
        arrived = stage.marek.downloads / song.name
        wait_until(arrived.exists, "nothing arrived")
        assert arrived.read_bytes() == song.read_bytes()
    assert _trust(stage.anna.somebody) == {"Marek": "verified"}
    assert _trust(stage.marek.somebody) == {"Anna": "verified"}


def _digits(spoken: str) -> str:
    return "".join(filter(str.isdigit, spoken))


def _trust(somebody: Somebody) -> dict[str, str]:
    code, lines = ran(somebody, "friends", "list")
    assert code == 0
    return {line["name"]: line["trust"] for line in lines}
