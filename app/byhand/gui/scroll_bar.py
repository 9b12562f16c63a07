"""How pages scroll: by a thin bar that is seen only while there is something to scroll."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QWidget

GUTTER = 8


class ThinScrollBar(QScrollBar):
    """Always takes its gutter, so that rows keep their width; its look is in the style sheet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setFixedWidth(GUTTER)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the handle while there is something to scroll."""
        if self.maximum() > self.minimum():
            super().paintEvent(event)


def scroll_area(content: QWidget) -> QScrollArea:
    """Return a frameless area in which a page scrolls up and down."""
    area = QScrollArea()
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setVerticalScrollBar(ThinScrollBar(area))
    return area
