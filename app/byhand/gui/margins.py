"""Room around a layout that is not the same where lines begin and where they end."""

from PySide6.QtWidgets import QApplication, QLayout


def set_margins(layout: QLayout, start: int, top: int, end: int, bottom: int) -> None:
    """Leave room around a layout; `start` is the side where lines begin.

    Qt mirrors what lies in a layout, but not its margins.
    """
    left, right = (end, start) if QApplication.isRightToLeft() else (start, end)
    layout.setContentsMargins(left, top, right, bottom)
