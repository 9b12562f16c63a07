"""Where things are in the window, for tests that drive it from outside with a real pointer.

Distances are in pixels from the upper left corner of the window's inside (xwininfo's "Absolute
upper-left"; xdotool counts a window manager's frame twice), computed from the same tokens as the
window itself; they hold for its first size, left-to-right reading and a 10-point font.
"""

import json
from dataclasses import dataclass

from byhand.resources import resource_path

TOP = 110
"""Profile and search lie above the list of friends."""
HEADING = 37
ROW = 54
HEADER = 71
"""Title and summary lie above the first offer's card."""
CARD = 66
STRIP = 57
ADD_FROM_EDGE = 49
GAP = 12
BUTTON = 34
QUEUE_HEADING = 38
ROW_LINES = 29
"""From the top of the first row to the middle of its two lines, beside which its buttons are."""
ROW_BAR = 59
HISTORY_BUTTON = 38
HISTORY_ROW = 204
"""Title, filters, names of columns and a day lie above the first row."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place to point at."""

    x: int
    y: int


def friend_row(number: int = 0) -> Spot:
    """Return the middle of a friend's row; 0 is the topmost friend."""
    layout = _layout()
    return Spot(layout["sidebar_width"] // 2, TOP + HEADING + ROW * number + ROW // 2)


def nearby_add_button() -> Spot:
    """Return the middle of "Add" on the topmost row while nobody but people nearby is listed."""
    return Spot(_layout()["sidebar_width"] - ADD_FROM_EDGE, friend_row().y)


def add_button(window_height: int) -> Spot:
    """Return the middle of "Add a friend…" below the list."""
    layout = _layout()
    return Spot(
        layout["sidebar_width"] // 2, window_height - layout["sidebar_margin"] - BUTTON // 2
    )


def accept_button(window_width: int, number: int = 0) -> Spot:
    """Return the middle of "Accept" on an offer's card; 0 is the topmost card."""
    layout = _layout()
    right = window_width - layout["page_margin"] - layout["card_padding_horizontal"]
    return Spot(right - 30, HEADER + (CARD + layout["card_gap"]) * number + CARD // 2)


def decline_button(window_width: int, number: int = 0) -> Spot:
    """Return the middle of "Decline" on the card of an offer of several files."""
    accept = accept_button(window_width, number)
    return Spot(accept.x - 176, accept.y)


def drop_strip(window_width: int, offers: int = 0) -> Spot:
    """Return a place in the drop zone above a queue that is not empty."""
    layout = _layout()
    above = offers * CARD + max(0, offers - 1) * layout["card_gap"] + (GAP if offers else 0)
    return Spot((layout["sidebar_width"] + window_width) // 2, HEADER + above + STRIP // 2)


def row_button(window_width: int) -> Spot:
    """Return the middle of the left one of the two buttons on the queue's first row."""
    layout = _layout()
    right = window_width - layout["page_margin"] - layout["card_padding_horizontal"]
    return Spot(right - 49, _first_row() + ROW_LINES)


def history_button(window_width: int) -> Spot:
    """Return the middle of the button that opens the history, above the queue."""
    return Spot(window_width - _layout()["page_margin"] - BUTTON // 2, HISTORY_BUTTON)


def history_row() -> Spot:
    """Return a place on the history's first row, where nothing but the row is."""
    return Spot(_layout()["sidebar_width"] + 240, HISTORY_ROW)


def first_row() -> Spot:
    """Return a place on the queue's first row, where nothing but the row is."""
    return Spot(_layout()["sidebar_width"] + 240, _first_row() + ROW_LINES)


def row_bar() -> Spot:
    """Return a place near the beginning of the bar on the queue's first row."""
    layout = _layout()
    left = layout["sidebar_width"] + layout["page_margin"] + layout["card_padding_horizontal"]
    return Spot(left + 60, _first_row() + ROW_BAR)


def _first_row() -> int:
    """Return the top of the queue's first row while no offer is shown."""
    return HEADER + STRIP + GAP + QUEUE_HEADING


def _layout() -> dict[str, int]:
    text = resource_path("tokens/metrics.json").read_text(encoding="utf-8")
    layout: dict[str, int] = json.loads(text)["layout"]
    return layout
