"""Where two windows stand side by side, with room below to drag files from."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

SIDES = ("left", "right")
SIDE_HEIGHT = 3 / 4
"""How much of the screen's height a window at its side takes: files are dragged from below."""
FRAME = QSize(8, 48)
"""Room for what a window manager puts round a window; unknown until it is shown."""


def place_window(window: QWidget, side: str) -> None:
    """Put a window on one side of its screen."""
    place = side_place(window.screen().availableGeometry(), side)
    window.resize(place.size() - FRAME)
    window.move(place.topLeft())


def side_place(area: QRect, side: str) -> QRect:
    """Return where a window and its frame go on one side of a screen; `side` is one of SIDES."""
    width = area.width() // len(SIDES)
    left = area.x() + SIDES.index(side) * width
    return QRect(left, area.y(), width, round(area.height() * SIDE_HEIGHT))
