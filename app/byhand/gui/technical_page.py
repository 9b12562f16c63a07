"""The page of a transfer's technical details, with a button that copies them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from byhand.gui.announcer import announce
from byhand.gui.margins import set_margins
from byhand.gui.scroll_bar import scroll_area
from byhand.gui.technical_lines import TechnicalLine, copied_text
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import IconPushButton, text_label

_INTERACTION = Qt.TextInteractionFlag


class TechnicalPage(QWidget):
    """Shows lines; each value can be selected, by keyboard too."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._title = ""
        self._lines: tuple[TechnicalLine, ...] = ()
        self._labels: list[tuple[QLabel, QLabel]] = []
        self.copy_button = IconPushButton(theme, "copy", translate("Technical", "Copy"), "text")
        self.copy_button.setObjectName("copy-technical")
        self.copy_button.clicked.connect(self._copy)
        content = QWidget()
        content.setObjectName("ScrollContent")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        row = QHBoxLayout()
        row.addWidget(self.copy_button)
        row.addStretch(1)
        column = QVBoxLayout(content)
        set_margins(column, 0, 4, 8, 4)
        column.setSpacing(12)
        column.addLayout(self._grid)
        column.addLayout(row)
        column.addStretch(1)
        area = scroll_area(content)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def show_lines(self, title: str, lines: tuple[TechnicalLine, ...]) -> None:
        """Show details of what is called so; what is selected stays unless it is another now."""
        self._title, self._lines = title, lines
        while len(self._labels) < len(lines):
            self._add_labels()
        for place, (label, value) in enumerate(self._labels):
            line = lines[place] if place < len(lines) else None
            for each in (label, value):
                each.setVisible(line is not None)
            if line is not None and (label.text(), value.text()) != (line.label, line.shown):
                label.setText(line.label)
                value.setText(line.shown)
                value.setAccessibleName(line.label)
                value.setAccessibleDescription(line.value)

    def _add_labels(self) -> None:
        row = len(self._labels)
        fonts = self._theme.fonts
        label = text_label(fonts.small, "", "secondary")
        value = text_label(fonts.body, "", wraps=True)
        value.setObjectName(f"technical-{row}")
        value.setTextInteractionFlags(
            _INTERACTION.TextSelectableByMouse | _INTERACTION.TextSelectableByKeyboard
        )
        label.setBuddy(value)
        side = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(label, row, 0, side)
        self._grid.addWidget(value, row, 1, side)
        self._labels.append((label, value))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(copied_text(self._title, self._lines))
        announce(self, translate("Technical", "Copied"))
