"""A button that looks like a field and opens a list of choices."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from byhand.gui.painting import draw_text, mirrored
from byhand.gui.theme import Theme

MARGIN = 12
ARROW = 16


class PickerButton(QPushButton):
    """Shows what is chosen now, shortened if need be, and an arrow down."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._choice = ""
        self.setProperty("look", "picker")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_choice(self, text: str) -> None:
        """Show what is chosen now."""
        self._choice = text
        self.updateGeometry()
        self.update()

    def choice(self) -> str:
        """Return what is shown."""
        return self._choice

    def sizeHint(self) -> QSize:
        """Return room for the words and the arrow."""
        width = self._theme.fonts.body.width(self._choice) + 3 * MARGIN + ARROW
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return that the words may be shortened."""
        return QSize(6 * MARGIN + ARROW, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words and the arrow on the button."""
        super().paintEvent(event)
        painter = QPainter(self)
        theme, whole = self._theme, self.rect()
        arrow = QRect(whole.right() - MARGIN - ARROW, 0, ARROW, ARROW)
        arrow.moveTop(whole.center().y() - ARROW // 2 + 1)
        words = whole.adjusted(MARGIN, 0, -2 * MARGIN - ARROW, 0)
        direction = self.layoutDirection()
        is_mirrored = direction is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
        ink = theme.palette.text if self.isEnabled() else theme.palette.idle
        words = mirrored(direction, whole, words)
        draw_text(painter, words, theme.fonts.body, ink, self._choice, side)
        icon = theme.icons.pixmap(
            "chevron-down", theme.palette.text_secondary, ARROW, self.devicePixelRatioF()
        )
        painter.drawPixmap(mirrored(direction, whole, arrow).topLeft(), icon)
        painter.end()
