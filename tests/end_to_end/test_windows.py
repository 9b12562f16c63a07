"""The main job through two real windows, in two places on the network, with a real pointer."""

import filecmp
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from byhand.resources import resource_path
from tests.helpers import drag_source
from tests.helpers.drag_source import READY
from tests.helpers.gifts import make_file, make_tree
from tests.helpers.lab import Lab, needs_lab, python
from tests.helpers.needs import needs_tool
from tests.helpers.processes import HANG_SECONDS, Somebody, become_friends, ran
from tests.helpers.screen import TOOLS, Box, Screen, Window, wait_until
from tests.helpers.window_layout import Spot, accept_button, add_button, friend_row

pytestmark = [*needs_lab(), needs_tool(*TOOLS)]

PROGRAM = str(Path(sys.executable).with_name("byhand-window"))
MEMORY = Path("/dev/shm")
GIB = 1024 * 1024 * 1024
LONGEST_SECONDS = 200.0
WIDTH, HEIGHT = 1120, 760
LEFT, RIGHT = Spot(20, 40), Spot(1200, 40)
BELOW = Spot(60, 860)
HOLD = Spot(120, 40)
QUEUE, OK_PIXELS = Box(320, 70, 780, 300), 10
"""Where finished transfers are told; two have so much pure green in their smoothed letters."""
ROW = Box(-140, -25, 280, 50)
BUTTON = Box(-22, -12, 44, 24)
INVITE_LINK, LINK = Spot(412, 38), Spot(440, 270)
COPY, ADD = Box(572, 132, 70, 24), Box(602, 258, 44, 24)
"""Parts of the dialog "Add a friend": the second way, what is on its page, and two buttons."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a window; what they accept in their window is saved in `downloads`."""

    somebody: Somebody
    home: Path

    @property
    def downloads(self) -> Path:
        return self.home / "Downloads"


class Stage:
    """Anna's window on the left and Marek's on the right of one screen, each on a machine."""

    def __init__(self, screen: Screen, people: tuple[Person, Person]) -> None:
        self.screen = screen
        self.anna, self.marek = people
        self._colours = _colours()

    @contextmanager
    def windows(self) -> Iterator[tuple[Window, Window]]:
        """Open both windows; after a failure a picture of the screen is kept."""
        with self._window(self.anna, LEFT) as left, self._window(self.marek, RIGHT) as right:
            yield left, right

    @contextmanager
    def _window(self, person: Person, spot: Spot) -> Iterator[Window]:
        log = person.home / "window.log"
        with log.open("w", encoding="utf-8") as errors:
            process = subprocess.Popen(
                [*person.somebody.prefix, PROGRAM, "--profile", str(person.somebody.profile)],
                stderr=errors,
                env=self.screen.environment,
            )
            try:
                window = self.screen.window_of(process.pid, "^Byhand$")
                self.screen.place(window, spot)
                yield window
                process.terminate()
                assert process.wait(HANG_SECONDS) == 0
            except BaseException as error:
                error.add_note(f"The screen then: {self.screen.save_picture()}")
                error.add_note(f"{person.somebody.name}: {log.read_text(encoding='utf-8')}")
                raise
            finally:
                process.kill()
                process.wait()
        assert log.read_text(encoding="utf-8") == ""

    @contextmanager
    def files(self, title: str, *paths: Path) -> Iterator[Window]:
        """Show some files to drag away in a window of another process."""
        command = python(drag_source.__file__, title, *paths)
        process = subprocess.Popen(command, env=self.screen.environment)
        try:
            window = self.screen.window_of(process.pid, title)
            self.screen.place(window, BELOW)
            yield window
        finally:
            process.terminate()
            process.wait(HANG_SECONDS)

    def wait_for_friend(self, window: Window) -> None:
        """Wait until the first friend is shown as online."""
        row = _around(friend_row(), ROW)
        self.wait_for_colour(window, row, "presence", "no friend is online")

    def wait_for_offer(self, window: Window) -> None:
        """Wait until an offer can be accepted."""
        button = _around(accept_button(WIDTH), BUTTON)
        self.wait_for_colour(window, button, "accent", "nothing can be accepted")

    def dialog(self, window: Window) -> Window:
        """Click "Add a friend…" in a window and return the dialog."""
        self.screen.click(window, add_button(HEIGHT))
        return self.screen.window_of(window.process, "^Add a friend")

    def wait_for_colour(
        self, window: Window, box: Box, name: str, complaint: str, least: int = 20
    ) -> None:
        """Wait until a part of a window shows so many pixels of one of the theme's colours."""
        colour = self._colours[name]
        wait_until(lambda: self.screen.count_colour(window, box, colour) >= least, complaint)


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder in memory where there is one: this is about windows, not about a slow disk."""
    folder = Path(tempfile.mkdtemp(prefix="byhand-", dir=MEMORY if MEMORY.is_dir() else None))
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def stage(place: Path) -> Iterator[Stage]:
    """Anna and Marek, who are strangers yet, their machines and a screen for both."""
    with Lab("alice", "bob") as lab, Screen() as screen:
        people = (_person(lab, "Anna", "alice", place), _person(lab, "Marek", "bob", place))
        yield Stage(screen, people)


@pytest.mark.timeout(400)
def test_files_dragged_onto_a_friend_arrive_once_accept_is_clicked(
    stage: Stage, place: Path
) -> None:
    film = make_file(place / "sent/film.mov", GIB)
    folder = make_tree(place / "sent/Sömmer", 2000)
    become_friends(stage.anna.somebody, stage.marek.somebody)
    with stage.windows() as (left, right):
        stage.wait_for_friend(left)
        for gift in (film, folder):
            with stage.files(gift.name, gift) as files:
                stage.screen.drag(files, HOLD, left, friend_row(), READY)
                stage.wait_for_offer(right)
            stage.screen.click(right, accept_button(WIDTH))
            arrived = stage.marek.downloads / gift.name
            wait_until(arrived.exists, f"{gift.name} did not arrive", LONGEST_SECONDS)
            assert _differences(gift, arrived) == []
        for window in (left, right):
            stage.wait_for_colour(window, QUEUE, "ok", "nothing is told as done", least=OK_PIXELS)
    assert sorted(os.listdir(stage.marek.downloads)) == sorted([film.name, folder.name])


def test_two_people_become_friends_by_a_link_from_one_window_to_the_other(stage: Stage) -> None:
    for person in (stage.anna, stage.marek):
        assert ran(person.somebody, "me", "--name", person.somebody.name)[0] == 0
    with stage.windows() as (left, right):
        inviting, invited = stage.dialog(left), stage.dialog(right)
        for dialog in (inviting, invited):
            stage.screen.click(dialog, INVITE_LINK)
        stage.wait_for_colour(inviting, COPY, "accent_soft", "there is no invitation")
        stage.screen.click(inviting, Spot(COPY.x + COPY.width // 2, COPY.y + COPY.height // 2))
        stage.screen.click(invited, LINK)
        stage.screen.type_keys("ctrl+v")
        stage.wait_for_colour(invited, ADD, "accent", "no link was pasted")
        stage.screen.type_keys("Return")
        stage.wait_for_friend(left)
        stage.wait_for_friend(right)
    for person, friend in ((stage.anna, "Marek"), (stage.marek, "Anna")):
        code, lines = ran(person.somebody, "friends")
        assert (code, [line["name"] for line in lines]) == (0, [friend])


def _person(lab: Lab, name: str, machine: str, place: Path) -> Person:
    home = place / name
    (home / "Downloads").mkdir(parents=True)
    # What is saved goes where their own home says, not the tests' one.
    prefix = lab.command(machine, "env", f"HOME={home}")
    somebody = Somebody(name, home / "profile", prefix)
    return Person(somebody, home)


def _around(middle: Spot, box: Box) -> Box:
    return Box(middle.x + box.x, middle.y + box.y, box.width, box.height)


def _colours() -> dict[str, str]:
    tokens = json.loads(resource_path("tokens/light.json").read_text(encoding="utf-8"))
    colours: dict[str, str] = tokens["colors"]
    return colours


def _differences(one: Path, other: Path) -> list[str]:
    """Return the paths below two files or folders that are not the same byte for byte."""
    if one.is_file() or other.is_file():
        return [] if filecmp.cmp(one, other, shallow=False) else [one.name]
    mine, theirs = ({path.relative_to(root) for path in root.rglob("*")} for root in (one, other))
    found = [str(path) for path in mine ^ theirs]
    for path in mine & theirs:
        if (one / path).is_file() or (other / path).is_file():
            found += _differences(one / path, other / path)
    return found
