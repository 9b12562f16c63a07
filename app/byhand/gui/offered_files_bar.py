"""Above the files of a large offer: a field to find some, and the order they come in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from byhand.domain.file_query import EVERY_FILE, TEXT_LIMIT, FileQuery
from byhand.domain.text import filled, safe_text
from byhand.gui.check_box import CheckBox
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.typing_pause import typing_pause
from byhand.gui.widgets import text_label

SHOWN_CHARACTERS = 40
PAUSE_MS = 200


class OfferedFilesBar(QWidget):
    """Says what is looked for; Down leads to what was found, Esc takes the words away."""

    query_changed = Signal(object)  # FileQuery
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._query = EVERY_FILE
        self._field = QLineEdit()
        self._field.setObjectName("offered-filter")
        self._field.setMaxLength(TEXT_LIMIT)
        self._field.setClearButtonEnabled(True)
        name = translate("Files", "Find a file")
        self._field.setPlaceholderText(name)
        self._field.setAccessibleName(name)
        self._largest = CheckBox(theme, translate("Review", "Largest first"))
        self._largest.setObjectName("offered-largest")
        self._missing = text_label(theme.fonts.small, "", "secondary", wraps=True)
        self._missing.setObjectName("offered-missing")
        self._missing.hide()
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._field, 1)
        row.addWidget(self._largest)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(row)
        layout.addWidget(self._missing)
        self._pause = typing_pause(self._field, self._say, PAUSE_MS)
        self._largest.toggled.connect(self._say)

    def show_found(self, count: int | None) -> None:
        """Say that nothing was found; None while nobody knows."""
        is_missing = bool(self._query.text) and count == 0
        text = translate("Files", "No file called “{text}”.")
        self._missing.setText(filled(text, text=safe_text(self._query.text, SHOWN_CHARACTERS)))
        self._missing.setVisible(is_missing)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead to the files, or take back what was typed before the dialog is left."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._say()
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape and self._field.text():
            self._field.clear()
            self._say()
        else:
            super().keyPressEvent(event)

    def _say(self) -> None:
        self._pause.stop()
        query = FileQuery(self._field.text().strip(), largest_first=self._largest.isChecked())
        if query != self._query:
            self._query = query
            self.query_changed.emit(query)
