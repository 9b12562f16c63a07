"""Two real windows on one screen, each on a machine of a lab, and what is done and seen there."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from byhand.resources import resource_path
from tests.helpers import drag_source, drop_target
from tests.helpers.lab import Lab, python
from tests.helpers.processes import HANG_SECONDS, Somebody
from tests.helpers.screen import Box, Screen, Window, wait_until
from tests.helpers.window_layout import Spot, accept_button, add_button, friend_row

PROGRAM = str(Path(sys.executable).with_name("byhand-window"))
MEMORY = Path("/dev/shm")
WIDTH, HEIGHT = 1120, 760
LEFT, RIGHT = Spot(20, 40), Spot(1200, 40)
BELOW = Spot(60, 860)
HOLD = Spot(120, 40)
"""The middle of a window with files to drag."""
ROW = Box(-140, -25, 280, 50)
BUTTON = Box(-22, -12, 44, 24)
LATE_QUESTION = "qt.accessibility.atspi: Could not find accessible on path"
"""A screen reader asks for what has just gone."""


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
        said = log.read_text(encoding="utf-8").splitlines()
        complaints = [line for line in said if not line.startswith(LATE_QUESTION)]
        assert complaints == []

    @contextmanager
    def files(self, title: str, *paths: Path | str) -> Iterator[Window]:
        """Show some files, or what else can be dragged away, in a window of another process."""
        with self._program(title, python(drag_source.__file__, title, *paths)) as window:
            yield window

    @contextmanager
    def folder(self, title: str, path: Path) -> Iterator[Window]:
        """Show a folder that takes copies, in a window of another process."""
        with self._program(title, python(drop_target.__file__, title, path)) as window:
            yield window

    @contextmanager
    def _program(self, title: str, command: list[str]) -> Iterator[Window]:
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

    def wait_for_current(self, window: Window, row: Spot) -> None:
        """Wait until a row is ringed as the current one."""
        self.wait_for_colour(window, _around(row, ROW), "accent", "the row is not the current one")

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


@contextmanager
def place_in_memory() -> Iterator[Path]:
    """A folder in memory where there is one: this is about windows, not about a slow disk."""
    memory = MEMORY if MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(prefix="byhand-", dir=memory) as folder:
        yield Path(folder)


@contextmanager
def set_stage(place: Path) -> Iterator[Stage]:
    """Make Anna and Marek, who are strangers yet, their machines and a screen for both."""
    with Lab("alice", "bob") as lab, Screen() as screen:
        people = (_person(lab, "Anna", "alice", place), _person(lab, "Marek", "bob", place))
        yield Stage(screen, people)


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
