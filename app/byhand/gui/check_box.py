"""A check box with its words beside it, and how such a box is drawn."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox

from byhand.gui.painting import draw_text, draw_tile, mirrored
from byhand.gui.theme import Theme

BOX = 18
MARK = 14
RADIUS = 5
GAP = 10


def draw_check(painter: QPainter, theme: Theme, box: QRect, state: Qt.CheckState) -> None:
    """Draw a box that is checked, partly checked or empty; `box` is BOX wide and high."""
    colours = theme.palette
    if state is Qt.CheckState.Unchecked:
        draw_tile(painter, QRectF(box), RADIUS, colours.surface, colours.control, 1.5)
        return
    draw_tile(painter, QRectF(box), RADIUS, colours.accent)
    name = "check" if state is Qt.CheckState.Checked else "minus"
    mark = theme.icons.pixmap(name, colours.on_accent, MARK, theme.ratio())
    inset = (BOX - MARK) // 2
    painter.drawPixmap(box.topLeft() + QPoint(inset, inset), mark)


class CheckBox(QCheckBox):
    """A check box in the window's look."""

    def __init__(self, theme: Theme, text: str = "") -> None:
        super().__init__(text)
        self._theme = theme
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return room for box and words."""
        face = self._theme.fonts.body
        return QSize(BOX + GAP + face.width(self.text()) + 6, max(face.height, BOX) + 6)

    def hitButton(self, place: QPoint) -> bool:
        """Say that the words can be clicked too."""
        return self.rect().contains(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw box and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRect(2, (self.height() - BOX) // 2, BOX, BOX)
        words = self.rect().adjusted(BOX + 2 + GAP, 0, 0, 0)
        direction = self.layoutDirection()
        box = mirrored(direction, self.rect(), box)
        words = mirrored(direction, self.rect(), words)
        if self.hasFocus():
            ring = QRectF(box).adjusted(-2, -2, 2, 2)
            draw_tile(painter, ring, RADIUS + 2, None, self._theme.palette.accent, 1.5)
        draw_check(painter, self._theme, box, self.checkState())
        is_mirrored = direction is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
        fonts, ink = self._theme.fonts, self._theme.palette.text
        draw_text(painter, words, fonts.body, ink, self.text(), side)
        painter.end()
