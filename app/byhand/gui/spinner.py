"""A small turning arc: something is being done that has no measure."""

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QWidget

from byhand.gui.theme import Theme

TURN_MS = 50
TURN_DEGREES = 18
ARC_DEGREES = 100
SIXTEENTHS = 16
"""Qt counts angles in sixteenths of a degree."""


class Spinner(QWidget):
    """Turns as long as it is seen; what is done stands in words beside it."""

    def __init__(self, theme: Theme, size: int) -> None:
        super().__init__()
        self._theme = theme
        self._angle = 0
        self.setFixedSize(size, size)
        self._turning = QTimer(self)
        self._turning.setInterval(TURN_MS)
        self._turning.timeout.connect(self._turn)
        theme.changed.connect(self.update)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to turn."""
        super().showEvent(event)
        self._turning.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest."""
        super().hideEvent(event)
        self._turning.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a ring and the arc on it."""
        colours, width = self._theme.palette, self._theme.metrics.icon_stroke
        box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.track, width))
        painter.drawEllipse(box)
        pen = QPen(colours.accent, width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawArc(box, -self._angle * SIXTEENTHS, ARC_DEGREES * SIXTEENTHS)
        painter.end()

    def _turn(self) -> None:
        self._angle = (self._angle + TURN_DEGREES) % 360
        self.update()
