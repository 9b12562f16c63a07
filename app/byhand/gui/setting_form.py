"""Rows of the settings: a name, and beside it what it is set to."""

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from byhand.gui.theme import Theme
from byhand.gui.widgets import text_label

LABEL_WIDTH = 9.5
"""In lines of the body's font."""


def label_width(theme: Theme) -> int:
    """Return how wide the names are, so that what they name stands in one line."""
    return round(LABEL_WIDTH * theme.fonts.body.height)


class SettingForm(QWidget):
    """Puts named parts below each other."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(12)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnMinimumWidth(0, label_width(theme))

    def add(self, name: str, part: QWidget, *, fills: bool = True) -> None:
        """Add a part with its name; one that does not fill its line stands at the start of it."""
        row = self._grid.rowCount()
        label = text_label(self._theme.fonts.body, name, "secondary", wraps=True)
        label.setBuddy(part)
        part.setAccessibleName(part.accessibleName() or name)
        self._grid.addWidget(label, row, 0)
        self.add_below(part, fills=fills, row=row)

    def add_below(self, part: QWidget, *, fills: bool = True, row: int | None = None) -> None:
        """Add a part without a name, in line with the others."""
        at = self._grid.rowCount() if row is None else row
        if fills:
            self._grid.addWidget(part, at, 1)
            return
        line = QHBoxLayout()
        line.addWidget(part)
        line.addStretch(1)
        self._grid.addLayout(line, at, 1)
