"""A switch with its words beside it."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox

from byhand.gui.painting import draw_text, draw_tile
from byhand.gui.theme import Theme

TRACK_WIDTH = 36
TRACK_HEIGHT = 20
GAP = 12


class Switch(QCheckBox):
    """A check box drawn as a switch; screen readers know it as a check box."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(text)
        self._theme = theme
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Return room for track and words."""
        face = self._theme.fonts.body
        return QSize(
            TRACK_WIDTH + GAP + face.width(self.text()) + 4, max(face.height + 8, TRACK_HEIGHT + 8)
        )

    def hitButton(self, place: object) -> bool:
        """Say that the words can be clicked too."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw track, knob and words."""
        colours = self._theme.palette
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = self.width() - TRACK_WIDTH - 2 if is_mirrored else 2
        track = QRectF(left, (self.height() - TRACK_HEIGHT) / 2, TRACK_WIDTH, TRACK_HEIGHT)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            ring = track.adjusted(-2, -2, 2, 2)
            draw_tile(painter, ring, TRACK_HEIGHT / 2 + 2, None, colours.accent, 1.5)
        fill = colours.accent if self.isChecked() else colours.control
        if not self.isEnabled():
            fill = colours.border_strong
        draw_tile(painter, track, TRACK_HEIGHT / 2, fill)
        is_right = self.isChecked() != is_mirrored
        x = track.right() - 10 if is_right else track.left() + 10
        painter.setBrush(colours.on_accent if self.isChecked() else colours.surface)
        painter.drawEllipse(QPointF(x, track.center().y()), 7, 7)
        words = QRect(0 if is_mirrored else TRACK_WIDTH + GAP, 0, 0, self.height())
        words.setWidth(self.width() - TRACK_WIDTH - GAP)
        side = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
        ink = colours.text if self.isEnabled() else colours.idle
        draw_text(painter, words, self._theme.fonts.body, ink, self.text(), side)
        painter.end()
