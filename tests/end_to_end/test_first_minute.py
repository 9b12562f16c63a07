"""From the first start on two computers to the first file delivered, by clicks, digits, a drag."""

from pathlib import Path

from tests.helpers import accessibility
from tests.helpers.accessibility import FIELD, USABLE, ScreenReader
from tests.helpers.drag_source import READY
from tests.helpers.gifts import make_file
from tests.helpers.lab import needs_lab
from tests.helpers.needs import needs_tool
from tests.helpers.screen import TOOLS, Window, wait_until
from tests.helpers.stage import HOLD, LEFT, RIGHT, WIDTH, Stage
from tests.helpers.window_layout import Spot, accept_button, friend_row, nearby_add_button

pytestmark = [*needs_lab(), needs_tool(*TOOLS, *accessibility.TOOLS)]

MOST_ACTIONS = 8
NUMBER = r"^\d \d \d, \d \d \d$"
"""How a number to read out is told to a screen reader."""
ASIDE = Spot(330, 200)
"""Where a window's first page is put, from the window's corner: on two screens neither covers the
other."""
MIB = 1024 * 1024


class Newcomer:
    """Somebody before a window of a new profile; what they do is counted in `actions`."""

    def __init__(
        self, stage: Stage, reader: ScreenReader, window: Window, actions: list[str]
    ) -> None:
        self.window = window
        self._screen = stage.screen
        self._reader = reader
        self._actions = actions

    def starts(self, corner: Spot) -> None:
        """Press Start on the first page, as it is."""
        page = self._screen.window_of(self.window.process, "^Welcome")
        self._screen.place(page, Spot(corner.x + ASIDE.x, corner.y + ASIDE.y))
        start = self._reader.wait_for(self.window.process, "^Start$", USABLE)
        self._screen.click_at(start.middle)
        self._actions.append("Start")
        wait_until(lambda: not self._is_there("^Welcome"), "the first page stays")

    def adds_who_is_nearby(self) -> None:
        """Press Add on the only row of the list."""
        self.sees("(?i)not a friend yet")
        self._screen.click(self.window, nearby_add_button())
        self._actions.append("Add")

    def types(self, digits: str) -> None:
        """Sit down before the dialog and type the other's number where the focus is, and Enter."""
        self._reader.wait_for(self.window.process, "'s number$", FIELD)
        dialog = self._screen.window_of(self.window.process, "^Add [^a]")
        self._screen.xdotool("windowactivate", "--sync", dialog.id)
        self._screen.type_keys(*digits, "Return")
        self._actions.append("their number")

    def drops(self, files: Window) -> None:
        """Drag a file onto the only friend."""
        self._screen.drag(files, HOLD, self.window, friend_row(), READY)
        self._actions.append("drag")

    def accepts(self) -> None:
        """Press Accept on the only card."""
        self._screen.click(self.window, accept_button(WIDTH))
        self._actions.append("Accept")

    def sees(self, pattern: str) -> str:
        """Wait until something is called that, and return its whole name."""
        return self._reader.wait_for(self.window.process, pattern).name

    def sees_no_dialog(self) -> None:
        """Wait until nothing but the window is left."""
        wait_until(lambda: not self._is_there("^Add "), "a dialog is in the way")

    def _is_there(self, title: str) -> bool:
        return self._screen.shows(self.window.process, title)


def test_two_strangers_hand_over_their_first_file_in_eight_actions(
    read_stage: Stage, reader: ScreenReader, place: Path
) -> None:
    song = make_file(place / "sent/song.flac", 3 * MIB)
    actions: list[str] = []
    with read_stage.windows() as (left, right):
        anna, marek = (Newcomer(read_stage, reader, window, actions) for window in (left, right))
        anna.starts(LEFT)
        marek.starts(RIGHT)
        anna.adds_who_is_nearby()
        anna.sees("^Waiting for .* to pick you")
        marek.adds_who_is_nearby()
        her_number, his_number = _digits(anna.sees(NUMBER)), _digits(marek.sees(NUMBER))
        anna.types(his_number)
        marek.sees("has typed yours")
        marek.types(her_number)
        for person in (anna, marek):
            person.sees_no_dialog()
            person.sees("both numbers fit, so nobody is in between")
        read_stage.wait_for_friend(left)
        with read_stage.files(song.name, song) as files:
            anna.drops(files)
            read_stage.wait_for_offer(right)
        marek.accepts()
        arrived = read_stage.marek.downloads / song.name
        wait_until(arrived.exists, "nothing arrived")
        assert arrived.read_bytes() == song.read_bytes()
    assert len(actions) <= MOST_ACTIONS, actions


def _digits(spoken: str) -> str:
    return "".join(filter(str.isdigit, spoken))
