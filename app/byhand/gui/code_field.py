"""The field for six digits that somebody reads out: six boxes, filled by typing or by pasting."""

import unicodedata

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QValidator
from PySide6.QtWidgets import QLabel, QLineEdit

from byhand.domain.pairing import HALF_DIGITS
from byhand.gui.painting import draw_text, draw_tile
from byhand.gui.stylesheet import digit_box_height
from byhand.gui.theme import Theme

GAP = 6
MIDDLE_GAP = 18
"""Between the third box and the fourth: numbers are read in threes."""
BOX_SHAPE = 0.8
"""How wide a box is for its height."""


class CodeNumber(QLabel):
    """Shows six digits large, each above the box that a CodeField has for it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFixedSize(boxes_size(theme).width(), theme.fonts.code.height)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the digits."""
        painter = QPainter(self)
        height = boxes_size(self._theme).height()
        face, ink = self._theme.fonts.code, self._theme.palette.text
        for place, digit in enumerate(self.text()[:HALF_DIGITS]):
            box = box_of_digit(place, height)
            box.setHeight(self.height())
            draw_text(painter, box, face, ink, digit, Qt.AlignmentFlag.AlignHCenter)
        painter.end()


class CodeField(QLineEdit):
    """Takes six digits of any script and leaves out everything else; numbers run left to right."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._is_right = False
        self.setObjectName("code-field")
        self.setValidator(_DigitsOnly(self))
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFixedWidth(boxes_size(theme).width())
        theme.changed.connect(self.update)

    def is_complete(self) -> bool:
        """Say whether all digits are in."""
        return len(self.text()) == HALF_DIGITS

    def set_right(self, is_right: bool) -> None:
        """Show that what was typed fits, and take nothing more; or go back to typing."""
        self._is_right = is_right
        self.setReadOnly(is_right)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room that the boxes need."""
        return boxes_size(self._theme)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the digit that was clicked."""
        self.setCursorPosition(min(self._place_at(event.position().toPoint()), len(self.text())))
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select nothing by dragging: the text lies elsewhere than Qt thinks."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select all digits, to type them anew."""
        self.selectAll()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the boxes and what is in them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place in range(HALF_DIGITS):
            self._draw_box(painter, place)
        painter.end()

    def _draw_box(self, painter: QPainter, place: int) -> None:
        colours, box = self._theme.palette, box_of_digit(place, self.height())
        chosen = range(self.selectionStart(), self.selectionStart() + self.selectionLength())
        is_here = place == min(self.cursorPosition(), HALF_DIGITS - 1) and not chosen
        is_current = self.hasFocus() and not self._is_right and (is_here or place in chosen)
        ink, border, fill = colours.text, colours.control, colours.surface
        if self._is_right:
            ink, border = colours.ok, colours.ok
        elif is_current:
            border = colours.accent
        if is_current and place in chosen:
            fill = colours.accent_soft
        width = 2.0 if is_current else 1.0
        draw_tile(painter, QRectF(box), self._theme.metrics.radius_button, fill, border, width)
        digit = self.text()[place : place + 1]
        middle = Qt.AlignmentFlag.AlignHCenter
        draw_text(painter, box, self._theme.fonts.digits, ink, digit, middle)

    def _place_at(self, point: QPoint) -> int:
        boxes = [box_of_digit(place, self.height()) for place in range(HALF_DIGITS)]
        return sum(box.right() < point.x() for box in boxes)


class _DigitsOnly(QValidator):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        digits = _digits(text)[:HALF_DIGITS]
        state = QValidator.State.Acceptable
        if len(digits) < HALF_DIGITS:
            state = QValidator.State.Intermediate
        return state, digits, min(len(_digits(text[:position])), HALF_DIGITS)


def boxes_size(theme: Theme) -> QSize:
    """Return the room that six boxes need."""
    height = digit_box_height(theme.fonts)
    return QSize(box_of_digit(HALF_DIGITS - 1, height).right() + 1, height)


def box_of_digit(place: int, height: int) -> QRect:
    """Return where the box for a digit lies; 0 is the first one."""
    width = round(height * BOX_SHAPE)
    left = place * (width + GAP)
    if place >= HALF_DIGITS // 2:
        left += MIDDLE_GAP - GAP
    return QRect(left, 0, width, height)


def _digits(text: str) -> str:
    """Return the digits of a text, whatever their script, as 0 to 9."""
    values = (unicodedata.decimal(character, None) for character in text)
    return "".join(str(value) for value in values if value is not None)
