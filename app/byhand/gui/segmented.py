"""A row of choices of which one holds: "All | Active | Finished"."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from byhand.gui.painting import draw_text, draw_tile, paint_tile
from byhand.gui.theme import Theme

INSET = 4


class SegmentedControl(QWidget):
    """Shows choices side by side; `chosen` tells the number of the one picked by the user."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, name: str, texts: list[str]) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(INSET, INSET, INSET, INSET)
        layout.setSpacing(2)
        for number, text in enumerate(texts):
            segment = _Segment(theme, text)
            self._group.addButton(segment, number)
            layout.addWidget(segment)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(self.chosen)
        theme.changed.connect(self.update)

    def choose(self, number: int) -> None:
        """Show a choice as the one that holds."""
        self._group.button(number).setChecked(True)

    def set_possible(self, number: int, is_possible: bool) -> None:
        """Say whether a choice can be made."""
        self._group.button(number).setEnabled(is_possible)

    def set_shown(self, number: int, is_shown: bool) -> None:
        """Show a choice, or leave it out; if it holds, the first holds instead."""
        self._group.button(number).setVisible(is_shown)
        if not is_shown and self.number() == number:
            self._group.button(0).click()

    def focus_chosen(self) -> None:
        """Give the focus to the choice that holds."""
        self._group.button(self._group.checkedId()).setFocus()

    def number(self) -> int:
        """Return the choice that holds."""
        return self._group.checkedId()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the track."""
        radius = self._theme.metrics.radius_button
        paint_tile(self, radius, self._theme.palette.track)


class _Segment(QAbstractButton):
    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__()
        self._theme = theme
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        face = self._theme.fonts.strong
        return QSize(face.width(self.text()) + 35, face.height + 14)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, metrics = self._theme.palette, self._theme.metrics
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self.isChecked():
            draw_tile(painter, box, metrics.radius_segment, colours.surface)
        if self.hasFocus():
            draw_tile(painter, box, metrics.radius_segment, None, colours.accent, 2.0)
        is_bright = self.isChecked() or self.underMouse()
        ink = colours.text if is_bright else colours.text_secondary
        if not self.isEnabled():
            ink = colours.idle
        middle = Qt.AlignmentFlag.AlignHCenter
        face = self._theme.fonts.strong
        draw_text(painter, QRect(self.rect()), face, ink, self.text(), middle)
        painter.end()
